//! What a good translation may leave unsaid, say twice or say in a word of its own: 一, a figure repeated, `decade` for ten
//! years, `both` for two, `around the clock` for 24 hours.

use super::Side;
use super::matching::{Matching, names_currency};
use crate::figure::sameness::{Sameness, counts, same};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Lets go of what may be unsaid.
pub fn forgive(source: &Side<'_>, target: &Side<'_>, matching: &mut Matching) {
    let (source_rest, target_rest) = (rest(source), rest(target));
    matching.lost.retain(|i| !is_worded(source, *i, target, &target_rest));
    matching.added.retain(|j| !is_worded(target, *j, source, &source_rest));
    let said: (Vec<usize>, Vec<usize>) = matching.pairs.iter().copied().unzip();
    // What is said twice here and once there is let go, unless something else is missing there.
    match (matching.lost.is_empty(), matching.added.is_empty()) {
        (false, true) => matching.lost.retain(|i| !is_repeated(source, *i, &said.0) && !is_counted(source, *i)),
        (true, false) => matching.added.retain(|j| !is_repeated(target, *j, &said.1) && !is_counted(target, *j)),
        _ => {}
    }
}

/// Whether the same figure is said elsewhere in the text.
fn is_repeated(side: &Side<'_>, position: usize, said: &[usize]) -> bool {
    let figure = &side.figures[position];
    let small = figure.quantity.kind == Kind::Count
        && figure.quantity.amount.value().is_some_and(|value| value <= Decimal::TEN && value > Decimal::ONE);
    figure.quantity.amount != Amount::Lost
        && said.iter().any(|place| {
            let other = &side.figures[*place];
            same(other, figure) == Some(Sameness::Exact)
                && other.quantity.unit == figure.quantity.unit
                && (!small || counts_the_same(side, *place, position))
        })
}

/// Whether the same noun or classifier stands behind two figures.
fn counts_the_same(side: &Side<'_>, a: usize, b: usize) -> bool {
    let letters = match side.language.tag {
        "zh-Hans" => 1,
        _ => 3,
    };
    let noun = |position: usize| {
        let tail = side.text[side.figures[position].core.end..].trim_start_matches([' ', '\u{200b}', '-']);
        tail.chars().take_while(|c| c.is_alphanumeric() || !c.is_ascii()).take(letters).collect::<String>()
    };
    let noun_of = [a, b].map(noun);
    !noun_of[0].is_empty() && noun_of[0] == noun_of[1]
}

/// Whether a small number in words counts up what ranks number: `the first … the second`, 两剂.
fn is_counted(side: &Side<'_>, position: usize) -> bool {
    let figure = &side.figures[position];
    let words = figure.quantity.kind == Kind::Count && !all_digits(&side.text[figure.core.clone()]);
    words
        && side.figures.iter().enumerate().any(|(place, other)| {
            other.quantity.kind == Kind::Ordinal
                && other.quantity.amount.value() == figure.quantity.amount.value()
                && counts_the_same(side, place, position)
        })
}

/// The text in lower case, without its figures.
fn rest(side: &Side<'_>) -> String {
    let mut rest = String::with_capacity(side.text.len());
    let mut at = 0;
    for figure in side.figures.iter().filter(|figure| counts(figure)) {
        rest.push_str(side.text.get(at..figure.span.start).unwrap_or(""));
        rest.push('\u{1}');
        at = at.max(figure.span.end);
    }
    rest.push_str(&side.text[at..]);
    let mut rest = rest.to_lowercase().replace(['\u{a0}', '\u{2009}', '\u{202f}'], " ");
    for word in NO_NUMERALS.iter().filter(|word| side.language.tag != "en" && side.text.contains(**word)) {
        rest = rest.replace(word, "");
    }
    rest
}

/// Words that have a numeral in them and no number.
const NO_NUMERALS: &[&str] = &[
    "百分",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "十分",
    "四川",
    "ร้อยละ",
    "ห้าม",
    "ห้าง",
    "สามารถ",
    "สามี",
    "เก้าอี้",
    "สี่เหลี่ยม",
    "สี่แยก",
    "ยกเว้น",
];

/// Whether the other text, of which `rest` is what is no figure, says a figure in words that are none.
fn is_worded(side: &Side<'_>, position: usize, other: &Side<'_>, rest: &str) -> bool {
    let figure = &side.figures[position];
    let rest = about(rest, figure.span.start, side.text.len());
    let quantity = &figure.quantity;
    let Some(value) = quantity.amount.value().map(|value| value.normalize()) else { return false };
    let digits = all_digits(&side.text[figure.core.clone()]);
    let words = WORDED.iter().filter(|(said, _)| said.is(quantity)).flat_map(|(_, words)| words.iter());
    let mut places = words.flat_map(|word| places(rest, word));
    let share = matches!(quantity.kind, Kind::Fraction | Kind::Percent | Kind::Multiple);
    if places.any(|at| !share || super::hedges::points(quantity.hedge, rest, at)) {
        return true;
    }
    // `for every dollar`, ทุก 1 ดอลลาร์: one of a unit whose name says it.
    let named = match quantity.unit {
        Some(Unit::Currency(code)) => names_currency(rest, code),
        Some(Unit::Measure(_)) => EVERY.iter().any(|word| has(rest, word)),
        _ => false,
    };
    if value == Decimal::ONE && named {
        return true;
    }
    // A small number in words, which the other text has as a part of a word: 四 of 每周四天.
    let small = value.is_integer() && value >= Decimal::ONE && value <= Decimal::TEN;
    let plain = matches!(quantity.kind, Kind::Count | Kind::Ordinal | Kind::Multiple | Kind::Duration);
    let count = Quantity::new(Kind::Count, Amount::Value(value));
    let word = other.language.write_as("words", &count).map(|(_, word)| word);
    let as_many = ["in as many", "for as many", "over as many"].iter().any(|words| has(rest, words));
    let one = value == Decimal::ONE && !digits && matches!(quantity.kind, Kind::Count | Kind::Ordinal);
    small && plain && (one || as_many || word.is_some_and(|word| has(rest, &word)))
}

/// The part of a long text in which the translation of what stands at a place is to be looked for.
fn about(rest: &str, place: usize, whole: usize) -> &str {
    const REACH: usize = 1500;
    let here = place * rest.len() / whole.max(1);
    let (from, to) = (here.saturating_sub(REACH), (here + REACH).min(rest.len()));
    &rest[rest.floor_char_boundary(from)..rest.ceil_char_boundary(to)]
}

fn all_digits(core: &str) -> bool {
    core.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || ('๐'..='๙').contains(&c))
}

/// Whether a text has a word; a Latin one as a whole or as a part of a compound.
fn has(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

/// The places of a word in a text.
fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let places = text.match_indices(word).map(|(at, _)| at);
    places.filter(move |at| crate::figure::lexicon::is_whole(text, *at..*at + word.len()))
}

/// Whether a text says a quantity in words that are no figure.
pub fn says(text: &str, said: &Said) -> bool {
    let text = text.to_lowercase();
    WORDED.iter().filter(|(known, _)| known == said).any(|(_, words)| words.iter().any(|word| has(&text, word)))
}

/// A quantity that may be said in words that are no figure.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// So many of a unit of time.
    Duration(&'static str, i64),
    /// A count, rank or factor.
    Number(i64),
    /// A count or an age in tens: people in their twenties.
    Tens(i64),
    /// A half in any kind.
    Half,
    /// A quarter.
    Quarter,
    /// 24 hours.
    RoundTheClock,
    /// Seven days of a week.
    EveryDay,
}

impl Said {
    /// Whether a quantity is this one.
    pub fn is(&self, quantity: &Quantity) -> bool {
        let Some(value) = quantity.amount.value() else { return false };
        match *self {
            Said::Duration(unit, number) => {
                quantity.kind == Kind::Duration
                    && quantity.unit == Some(Unit::Duration(unit))
                    && value == Decimal::from(number)
            }
            Said::Number(number) => {
                matches!(quantity.kind, Kind::Count | Kind::Ordinal | Kind::Multiple) && value == Decimal::from(number)
            }
            Said::Tens(number) => {
                matches!((quantity.kind, quantity.unit), (Kind::Count, _) | (_, Some(Unit::Age)))
                    && value == Decimal::from(number)
            }
            Said::Half => {
                matches!(quantity.kind, Kind::Fraction | Kind::Multiple) && value == Decimal::new(5, 1)
                    || quantity.kind == Kind::Percent && value == Decimal::from(50)
            }
            Said::Quarter => quantity.kind == Kind::Fraction && value == Decimal::new(25, 2),
            Said::RoundTheClock => {
                quantity.unit == Some(Unit::AroundTheClock)
                    || quantity.unit == Some(Unit::Duration("hour")) && value == Decimal::from(24)
            }
            Said::EveryDay => {
                quantity.unit == Some(Unit::AroundTheClock)
                    || quantity.unit == Some(Unit::Duration("day")) && value == Decimal::from(7)
            }
        }
    }
}

/// Words that make a unit one of it.
const EVERY: [&str; 9] = ["a", "an", "per", "every", "each", "ต่อ", "ทุก", "ละ", "每"];

/// The words that say a quantity without being a figure.
const WORDED: &[(Said, &[&str])] = &[
    (
        Said::RoundTheClock,
        &[
            "around the clock",
            "round the clock",
            "round-the-clock",
            "around-the-clock",
            "day and night",
            "any time",
            "anytime",
            "at all hours",
            "all day",
            "全天候",
            "昼夜",
            "全天",
            "随时",
            "不间断",
            "ทั้งวันทั้งคืน",
            "ตลอดเวลา",
            "ทุกเวลา",
            "ตลอดวันตลอดคืน",
            "全年无休",
            "ทั้งวัน",
        ],
    ),
    (Said::EveryDay, &["every day", "daily", "a day", "每天", "每日", "天天", "全年无休", "ทุกวัน"]),
    (Said::Duration("year", 1), &["year", "years", "yearly", "annual", "annually", "ปี", "年", "岁"]),
    (Said::Duration("month", 1), &["month", "months", "monthly", "เดือน", "月"]),
    (Said::Duration("week", 1), &["week", "weeks", "weekly", "สัปดาห์", "อาทิตย์", "周", "星期"]),
    (Said::Duration("day", 1), &["day", "days", "daily", "overnight", "วัน", "天", "日"]),
    (Said::Duration("hour", 1), &["hour", "hours", "hourly", "ชั่วโมง", "ชม", "小时", "钟头"]),
    (Said::Duration("minute", 1), &["minute", "minutes", "นาที", "分钟"]),
    (Said::Duration("second", 1), &["second", "seconds", "วินาที", "秒"]),
    (Said::Duration("quarter", 1), &["quarter", "quarters", "quarterly", "ไตรมาส", "季度", "季"]),
    (Said::Duration("month", 3), &["quarter", "quarters", "quarterly", "ไตรมาส", "季度", "季"]),
    (Said::Duration("decade", 1), &["decade", "decades", "ทศวรรษ"]),
    (Said::Duration("year", 10), &["decade", "decades", "ทศวรรษ"]),
    (Said::Duration("century", 1), &["century", "centuries", "ศตวรรษ", "世纪", "百年"]),
    (Said::Duration("year", 100), &["century", "centuries", "ศตวรรษ", "世纪", "百年"]),
    (Said::Duration("week", 2), &["fortnight", "fortnights", "fortnightly", "ปักษ์", "半月", "双周"]),
    (Said::Duration("day", 14), &["fortnight", "fortnights", "fortnightly", "ปักษ์"]),
    (Said::Duration("day", 15), &["fortnight", "fortnights", "ครึ่งเดือน", "半月"]),
    (Said::Duration("month", 6), &["half-yearly", "half-year", "biannual", "biannually", "ครึ่งปี", "半年"]),
    (Said::Duration("year", 2), &["biennial", "biennially", "双年"]),
    (Said::Duration("minute", 15), &["quarter of an hour", "刻钟", "一刻"]),
    (Said::Duration("minute", 30), &["half past", "ครึ่งชั่วโมง", "半小时", "半点"]),
    (
        Said::Number(0),
        &["no", "none", "never", "nothing", "without", "nil", "zero", "ไม่มี", "ศูนย์", "ไม่เคย", "无", "没有", "零", "未"],
    ),
    (Said::Number(1), &["a", "an", "one", "single", "once", "the", "เดียว", "หนึ่ง", "แรก", "一", "单", "首"]),
    (
        Said::Number(2),
        &[
            "both",
            "pair",
            "pairs",
            "couple",
            "twin",
            "dual",
            "double",
            "either",
            "twice",
            "bilateral",
            "every other",
            "every second",
            "ทั้งสอง",
            "ทั้งคู่",
            "คู่",
            "วันเว้นวัน",
            "ปีเว้นปี",
            "เว้นวัน",
            "สองเท่า",
            "双",
            "两",
            "俩",
            "二",
            "隔天",
            "隔日",
            "隔周",
            "隔月",
            "隔年",
            "翻",
        ],
    ),
    (Said::Number(3), &["triple", "trio", "triplet", "three", "สาม", "三"]),
    (Said::Number(4), &["quad", "quarterly", "สี่", "四"]),
    (Said::Number(6), &["half a dozen", "ครึ่งโหล", "半打"]),
    (Said::Number(10), &["十", "tens"]),
    (Said::Number(12), &["dozen", "dozens", "โหล", "一打", "打装"]),
    (Said::Number(100), &["hundred", "hundreds", "百"]),
    (Said::Number(1000), &["thousand", "thousands", "พัน", "千"]),
    (Said::Tens(10), &["teens", "mid-teens", "10s"]),
    (Said::Tens(20), &["twenties", "mid-twenties", "20s"]),
    (Said::Tens(30), &["thirties", "mid-thirties", "30s"]),
    (Said::Tens(40), &["forties", "mid-forties", "40s"]),
    (Said::Tens(50), &["fifties", "mid-fifties", "50s"]),
    (Said::Tens(60), &["sixties", "mid-sixties", "60s"]),
    (Said::Tens(70), &["seventies", "mid-seventies", "70s"]),
    (Said::Tens(80), &["eighties", "mid-eighties", "80s"]),
    (Said::Tens(90), &["nineties", "mid-nineties", "90s"]),
    (Said::Half, &["half", "every other", "every second", "halves", "halved", "halving", "ครึ่ง", "半", "五五"]),
    (Said::Quarter, &["quarter", "quarters", "quarterly", "ไตรมาส", "季度", "季", "刻"]),
];
