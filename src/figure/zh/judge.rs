//! What Chinese looks like where a numeral counts nothing for sure, and hedges that stand inside a figure.

use super::idioms::{BEHIND_NAMES, CODES, DESIGNATIONS};
use super::lexicon::is_counted;
use crate::figure::site::Site;
use crate::figure::word::Affix;
use crate::model::{Amount, Confidence, Figure, Hedge, Kind, Quantity, Role, Unit};
use rust_decimal::Decimal;

/// Changes a figure, or refuses it.
pub fn judge(text: &str, mut figure: Figure) -> Option<Figure> {
    inner_hedge(text, &mut figure);
    outer_hedge(text, &mut figure);
    recency(text, &mut figure);
    if is_named(text, &figure) {
        return None;
    }
    let (head, rest) = (&text[..figure.span.start], text[figure.span.end..].trim_start_matches(' '));
    let core = &text[figure.core.clone()];
    match figure.quantity.kind {
        Kind::Count | Kind::Range if rest.starts_with('月') && figure.quantity.unit.is_none() => return None,
        Kind::Count if figure.role == Role::Statistic => {
            let bare = figure.quantity.hedge.is_none() && figure.span == figure.core;
            let turned = core == "一" && rest.starts_with('番') && head.ends_with('翻');
            if turned || bare && counts_nothing(head, core, rest) {
                return None;
            }
            if bare && core.len() == 2 && core.starts_with('0') {
                figure.role = Role::Structural;
                figure.quantity.kind = Kind::Ordinal;
            }
            let code = core.chars().count() == 2 && !core.contains(|c: char| is_place(c) || c.is_ascii());
            // A count of two is 两; 二 numbers a floor, a stage or a rank.
            if bare && (core == "一" || core == "二" || code) {
                figure.confidence = Confidence::Low;
            }
        }
        Kind::Time if is_ratio(head, core) => {
            let (a, b) = core.split_once([':', '：', '∶'])?;
            let (a, b) = (a.parse::<Decimal>().ok()?, b.parse::<Decimal>().ok()?);
            let ratio = Quantity::new(Kind::Other, Amount::Value(a.checked_div(b)?)).unit(Unit::Ratio);
            figure.quantity = ratio.hedge(figure.quantity.hedge);
        }
        Kind::Ordinal if figure.role == Role::Statistic => figure.confidence = ordinal(text, &figure),
        Kind::Range if figure.quantity.unit == Some(Unit::Year) => {
            let rest = &text[figure.core.end..];
            let unit = rest.trim_start_matches(' ').strip_prefix('年').map_or(0, |behind| rest.len() - behind.len());
            // Behind a core that ends in its own unit, another one begins a word: `2022/2023年年度`.
            figure.core.end = (figure.core.end + unit).min(figure.span.end);
        }
        Kind::Year | Kind::Date if !matches!(figure.quantity.hedge, None | Some(Hedge::About)) => {
            compared(text, &mut figure);
        }
        Kind::Duration if core == "四" && &text[figure.span.clone()] == "四周" && !lasts(head) => return None,
        _ => {}
    }
    Some(figure)
}

/// Whether two numbers with a colon are a ratio and no time of the day: `师生比为1:16`.
fn is_ratio(head: &str, core: &str) -> bool {
    let head = head.trim_end_matches([' ', '为', '是', '达', '约']);
    let zero = core.split_once([':', '：', '∶']).is_none_or(|(_, minutes)| minutes.starts_with('0'));
    !zero && (head.ends_with(['比', '率']) || head.ends_with("比例"))
}

/// 高于 and its like before a point in time compare with what was then, and are no hedge of it: `高于2020年的62%`.
fn compared(text: &str, figure: &mut Figure) {
    let hedge = text[figure.span.start..figure.core.start].trim_end_matches(' ').len();
    if figure.core.start > figure.span.start && hedge > 0 {
        figure.span.start = figure.core.start;
    }
    figure.quantity.hedge = None;
}

/// Whether a numeral names a day, a person, a year at school or a system, or 番 is a classifier.
fn counts_nothing(head: &str, core: &str, rest: &str) -> bool {
    let weekday = head.ends_with("每周") && !is_counted(rest) && !rest.starts_with(['天', '日', '小']);
    let named = !core.is_ascii() && core.chars().count() == 1 && BEHIND_NAMES.iter().any(|word| rest.starts_with(word));
    weekday
        || named
        || rest.starts_with("年级")
        || is_school_year(head, core, rest)
        || is_someone(head, core, rest)
        || CODES.contains(&core)
}

/// Whether a numeral is the given name of nobody in particular: `张三`, `李四`, `王五`.
fn is_someone(head: &str, core: &str, rest: &str) -> bool {
    let named = [("张", "三"), ("李", "四"), ("王", "五"), ("赵", "六")];
    let family = named.iter().any(|(family, given)| *given == core && head.ends_with(family));
    let born =
        core.chars().count() == 1 && head.strip_suffix('老').is_some_and(|head| !head.ends_with(['养', '古', '元', '敬']));
    (family || born && !core.is_ascii()) && !is_counted(rest)
}

/// Whether a numeral names a year at school or a day of the moon's month: `高三学生`, `大一新生`, `初九`.
fn is_school_year(head: &str, core: &str, rest: &str) -> bool {
    const SCHOOL: [&str; 15] =
        ["学生", "新生", "毕业", "年级", "生", "班", "同学", "上学期", "下学期", "时", "那年", "，", "。", "的时候", "了"];
    if core.chars().count() > 1 || !core.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
    {
        return false;
    }
    let school =
        |head: &str| !head.ends_with(['提', '升', '增', '最', '更', '走', '新', '创', '拔', '扩', '放', '加', '重', '长']);
    let school =
        head.strip_suffix(['高', '大', '初', '研']).is_some_and(school) && SCHOOL.iter().any(|word| rest.starts_with(word));
    let moon = head.strip_suffix('初').is_some_and(|head| !head.ends_with(['年', '月', '当', '最', '起', '季', '世', '之']));
    school || moon
}

fn is_place(character: char) -> bool {
    matches!(character, '十' | '百' | '千' | '万' | '亿' | '兆' | '拾' | '佰' | '仟' | '廿' | '卅' | '０'..='９')
}

/// 多, 余, 几 or 来 between the number and the rest of the figure.
fn inner_hedge(text: &str, figure: &mut Figure) {
    let Some(tail) = text.get(figure.core.end..figure.span.end) else { return };
    let tail = tail.trim_start_matches([' ', '十', '百', '千', '万', '亿']);
    let tail = tail.strip_prefix('个').unwrap_or(tail);
    let hedge = match tail.chars().next() {
        Some('多' | '余' | '餘' | '几') => Hedge::MoreThan,
        Some('来') => Hedge::About,
        _ => return,
    };
    figure.quantity.hedge.get_or_insert(hedge);
}

/// 多 behind a unit (`三年多`), and hedges before a bare power of ten (`上千`, `过亿`).
fn outer_hedge(text: &str, figure: &mut Figure) {
    let rest = &text[figure.span.end..];
    let timeless = !matches!(figure.quantity.kind, Kind::Year | Kind::Date | Kind::Ordinal | Kind::Time | Kind::Count);
    if timeless
        && figure.quantity.hedge.is_none()
        && let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '多' | '余'))
        && !rest[mark.len_utf8()..].starts_with([
            '次', '家', '种', '地', '方', '元', '数', '少', '久', '项', '位', '名', '样', '云', '为', '是', '个', '于',
            '达', '部', '了', '款', '额', '只', '人', '所', '层', '年', '重', '边', '媒', '场', '出',
        ])
    {
        figure.span.end += mark.len_utf8();
        figure.quantity.hedge = Some(Hedge::MoreThan);
    }
    if figure.quantity.hedge.is_none()
        && let Some(behind) = rest.strip_prefix("不到")
        && (behind.is_empty() || behind.starts_with(['，', '。', '、', '；', '的', '就', '便', '！', '）']))
    {
        figure.span.end += "不到".len();
        figure.quantity.hedge = Some(Hedge::LessThan);
    }
    let core = &text[figure.core.clone()];
    if core.starts_with(['百', '千', '万', '亿']) && figure.core.start == figure.span.start {
        let head = &text[..figure.span.start];
        for (word, hedge) in [("上", Hedge::AtLeast), ("过", Hedge::MoreThan)] {
            if head.ends_with(word) {
                figure.span.start -= word.len();
                figure.quantity.hedge.get_or_insert(hedge);
            }
        }
    }
}

/// 近 of `近三年来` looks back and is no hedge; nor is the end of 附近 or of 得不到, or 只 as a classifier.
fn recency(text: &str, figure: &mut Figure) {
    let span = &text[figure.span.clone()];
    let (head, rest) = (&text[..figure.span.start], &text[figure.span.end..]);
    let (word, joined) = match span.chars().next() {
        Some('近') => ("近", "最附靠临就邻远周左相走亲新"),
        Some('只') => ("只", "一二两三四五六七八九十百千万几0123456789船鸽"),
        Some('超') => ("超", "赶反英中德西意高"),
        Some('不') if span.starts_with("不到") => ("不到", "得找看买想拿"),
        _ => return,
    };
    if figure.core.start < figure.span.start + word.len() || figure.quantity.hedge.is_none() {
        return;
    }
    let long = span.starts_with("超过") || span.starts_with("超出") || span.starts_with("只有") || span.starts_with("只占");
    let duration = matches!(figure.quantity.kind, Kind::Duration)
        || figure.quantity.kind == Kind::Range && matches!(figure.quantity.unit, Some(Unit::Duration(_)));
    let bare = text[figure.core.clone()].starts_with(['百', '千', '万']);
    let ago = word == "近" && duration && (is_since(rest) || !lasts(head) && !bare);
    if !long && (head.ends_with(|before: char| joined.contains(before)) || ago) {
        let spaces = span.len() - word.len() - span[word.len()..].trim_start_matches(' ').len();
        figure.span.start += word.len() + spaces;
        figure.quantity.hedge = None;
        inner_hedge(text, figure);
    }
}

fn is_since(rest: &str) -> bool {
    ["来", "以来", "间", "内", "里"].iter().any(|word| rest.starts_with(word))
}

/// Whether what stands before a duration measures it: `历时近三年`.
fn lasts(head: &str) -> bool {
    const MEASURED: [char; 26] = [
        '了', '时', '续', '达', '过', '历', '用', '花', '经', '隔', '长', '费', '满', '去', '期', '耗', '需', '要', '待',
        '等', '为', '前', '作', '久', '早', '晚',
    ];
    head.ends_with(MEASURED)
}

/// Whether the number is a part of a name or a list of a known length: `神舟十三号`, `标普500`, `世界500强`.
fn is_named(text: &str, figure: &Figure) -> bool {
    if !matches!(figure.quantity.kind, Kind::Count | Kind::Ordinal) || figure.quantity.hedge.is_some() {
        return false;
    }
    let (head, rest) = (&text[..figure.span.start], &text[figure.span.end..]);
    let list = rest.starts_with('强') && figure.quantity.amount.value().is_some_and(|value| value >= Decimal::from(50));
    let head = head.trim_end_matches(['-', ' ']);
    let named = DESIGNATIONS.iter().any(|name| head.ends_with(name))
        && (figure.quantity.kind == Kind::Ordinal
            || !rest
                .starts_with(['个', '家', '名', '人', '台', '款', '部', '项', '件', '次', '种', '亿', '万', '位', '点']));
    list || named
}

/// First, second and third introduce a sentence or name a thing.
fn ordinal(text: &str, figure: &Figure) -> Confidence {
    let rest = &text[figure.span.end..];
    let head = text[..figure.span.start].trim_end_matches([' ', '“', '"', '　']);
    let begins = head.is_empty() || head.ends_with(['。', '！', '？', '；', '：', '\n', '，', ';', ':']);
    let discourse = begins && text[figure.span.clone()].starts_with('第') && rest.starts_with(['，', '、', '：', ',', ':']);
    let first = figure.quantity.amount == Amount::Value(Decimal::ONE)
        && rest.starts_with(['次', '个', '步', '批', '种', '代', '件', '样', '款', '份', '条', '句']);
    if discourse || first { Confidence::Low } else { Confidence::High }
}

/// Whether a sign or word at the opening lacks its number: not a noun, not a heading (`占比（%）`).
pub fn is_lost(site: &Site<'_>, affix: Affix, end: usize) -> bool {
    let (head, rest) = (&site.text[..site.start], site.rest(end));
    let bracketed = head.ends_with(['(', '（', '[', '/', '／', '：', ':', '以', '用', '“', '"']);
    let touched = head.ends_with(|c: char| c.is_ascii_alphanumeric() || is_place(c) || "几数点%％".contains(c));
    let goes_on = rest.is_empty()
        || rest.starts_with([
            '的', '，', '。', '、', '；', '以', '左', '上', '！', '？', ',', '.', ';', '\n', '，', '和', '与', '至', '到',
            '降', '升', '增',
        ]);
    match affix {
        Affix::Percent if site.before.is_some() => {
            !rest.starts_with(['几', '多', '若', '某', 'X', 'x', 'N', 'n', '零', '”', '"', '…', '—'])
        }
        Affix::Percent => !bracketed && !touched && goes_on,
        Affix::Point(_) => {
            !touched && !bracketed && goes_on && !head.ends_with(['一', '每', '各', '的', '半', '整', '两', '多', '余'])
        }
        _ => false,
    }
}
