//! Numbers of Chinese in text: the grammar of characters with what may stand around it: `三千多万`, `三点五亿`, `两个亿`, `三打`.

use super::han::{self, Parsed, Pick};
use super::lexicon::is_counted;
use super::name::{is_mobile, is_word};
use super::sign::{Sign, gap, power_of_ten, sign_at};
use crate::figure::Language;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::lexicon::latin_at;
use crate::figure::numeral::{Form, Numeral, digit_at, raised};
use crate::figure::shared::{Digits, decimal, grouped, spelled};
use crate::figure::site::Site;
use crate::figure::word::{Word, shift};
use crate::model::{Kind, Quantity};
use rust_decimal::Decimal;

/// Reads a number at a place: in digits with a scale, in characters or mixed. Neighbouring digits that make a range are none.
pub fn numeral(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    let (numeral, pair) = number(language, text, at, Pick::Low)?;
    (!pair).then_some(numeral)
}

/// The two ends of a range of neighbouring digits: `两三`, `七八十`, `十五六万`.
pub fn pair(language: &'static Language, text: &str, at: usize) -> Option<(Numeral, Numeral)> {
    let (low, true) = number(language, text, at, Pick::Low)? else { return None };
    let (high, _) = number(language, text, at, Pick::High)?;
    Some((low, high))
}

fn number(language: &'static Language, text: &str, at: usize, pick: Pick) -> Option<(Numeral, bool)> {
    if digit_at(text, at).is_none() && !may_begin(language, text, at) {
        return None;
    }
    let mut parsed = han::parse(language, text, at, pick)?;
    if parsed.digits.is_none() {
        decimals(text, &mut parsed);
    } else if let Some((power, end)) = exponent(text, parsed.end) {
        (parsed.value, parsed.end) = (shift(parsed.value, power)?, end);
        parsed.digits.as_mut()?.core.end = end;
    } else if let Some((value, end)) = raised(text, parsed.value, parsed.end) {
        (parsed.value, parsed.end) = (value, end);
        parsed.digits.as_mut()?.core.end = end;
    }
    if !letters_fit(language, text, &mut parsed) || is_word(text, at, &parsed) {
        return None;
    }
    let core_end = parsed.digits.as_ref().map_or(parsed.end, |digits| digits.core.end);
    let marked = parsed.scale > 0 || parsed.unit > 0;
    more(text, &mut parsed);
    scales(language, text, &mut parsed);
    if let Some((Word::Dozen, end)) = language.follower_at(text, gap(text, parsed.end)) {
        (parsed.value, parsed.end) = (parsed.value.checked_mul(Decimal::from(12))?, end);
    }
    let form = match parsed.digits.map(|digits| digits.form) {
        Some(Form::Digits { whole, marked: point }) => {
            Form::Digits { whole, marked: point || marked || parsed.end > core_end }
        }
        _ => parsed.form,
    };
    let numeral = Numeral { value: parsed.value, core: at..core_end, end: parsed.end, form, scale: parsed.scale };
    Some((numeral, parsed.pair))
}

/// Whether a number may begin with the character at `at`: a power of ten only behind a hedge or as a denominator, and
/// financial characters that are words of their own only before others.
fn may_begin(language: &'static Language, text: &str, at: usize) -> bool {
    let Some((sign, end)) = sign_at(text, at) else { return false };
    let (character, head) = (&text[at..end], &text[..at]);
    let next = sign_at(text, gap(text, end));
    if !matches!(sign, Sign::Digit(_)) && is_vague(head) && (next.is_none() || matches!(next, Some((Sign::Scale(_), _)))) {
        return false;
    }
    match (character, sign) {
        ("陆" | "伍" | "陸" | "拾", _) if !touches_word(head, &text[end..]) || divides(text, end) => true,
        ("陆" | "伍" | "陸", _) if head.ends_with("分之") || head.ends_with(['又', '第', '点', '负', '負']) => {
            true
        }
        ("陆" | "伍" | "陸", _) => {
            let behind = text[gap(text, end)..].chars().next();
            !head.ends_with(['大', '登', '着', '内', '水', '海', '上', '队', '退', '入', '行', '落'])
                && behind.is_some_and(|next| "拾佰仟零贰叁肆柒捌玖万亿萬億兆點点元圆角分又".contains(next))
        }
        ("拾", _) => {
            (next.is_some() || text[end..].starts_with(['点', '點'])) && !head.ends_with(['收', '捡', '朝', '重', '俯'])
        }
        ("佰" | "仟", _) | (_, Sign::Scale(12)) => false,
        (_, Sign::Place(2 | 3) | Sign::Scale(_)) => {
            is_hedged(head)
                || text[end..].starts_with('余') && !text[end..].starts_with("余额")
                || han::parse(language, text, at, Pick::Low)
                    .is_some_and(|parsed| text[gap(text, parsed.end)..].starts_with('分') && divides(text, parsed.end))
        }
        (_, Sign::Digit(0)) if head.ends_with(['之', '第']) => true,
        (_, Sign::Digit(0)) if character != "○" && !touches_word(head, &text[end..]) => true,
        (_, Sign::Digit(0)) => {
            next.is_some() || text[end..].starts_with(['点', '點', '下', '元']) || is_counted(&text[end..])
        }
        _ => true,
    }
}

/// Whether letters of any script touch a character on either side.
fn touches_word(head: &str, rest: &str) -> bool {
    head.ends_with(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric)
}

/// Whether 分之 stands at `at`.
fn divides(text: &str, at: usize) -> bool {
    super::fraction::over(text, at).is_some()
}

/// Whether a text ends in `几` or `数` that makes a round number vague: `几十`, `数百万`; `人数` and its like only end so.
fn is_vague(head: &str) -> bool {
    const COUNTS: [char; 18] =
        ['人', '户', '总', '次', '件', '份', '指', '系', '参', '函', '位', '倍', '家', '量', '字', '天', '票', '个'];
    head.ends_with('几') || head.strip_suffix('数').is_some_and(|head| !head.ends_with(COUNTS))
}

/// Whether a text ends in a hedge that lets a bare power of ten be a number: `近千`, `上万`, `百分之百`.
fn is_hedged(head: &str) -> bool {
    const HEDGES: [&str; 18] = [
        "近",
        "逾",
        "超",
        "超过",
        "将近",
        "接近",
        "约",
        "大约",
        "不到",
        "不足",
        "至少",
        "几乎",
        "破",
        "突破",
        "达",
        "高达",
        "多达",
        "百分之",
    ];
    let loose = |word: char, joined: &str| {
        head.strip_suffix(word).is_some_and(|head| !head.ends_with(|before: char| joined.contains(before)))
    };
    loose('上', "线网以早晚身马街台市楼路车岸海天地") || loose('过', "通经不") || {
        HEDGES.iter().any(|hedge| head.ends_with(hedge)) && !head.ends_with("附近") && !head.ends_with("最近")
    }
}

/// A decimal point in characters and the digits behind it: `三点五`, `零点零六`.
fn decimals(text: &str, parsed: &mut Parsed) {
    let point = gap(text, parsed.end);
    if parsed.pair || !text[point..].starts_with(['点', '點']) {
        return;
    }
    let (mut at, mut mantissa, mut count) = (gap(text, point + "点".len()), 0i128, 0u32);
    while let Some((Sign::Digit(digit), end)) = sign_at(text, at) {
        if count >= 20 {
            return;
        }
        (mantissa, count, at) = (mantissa * 10 + i128::from(digit), count + 1, end);
    }
    let power = sign_at(text, at);
    let goes_on = |end| matches!(sign_at(text, end), Some((Sign::Scale(_), _)));
    let of_ten = match power {
        Some((Sign::Place(1) | Sign::Tens(_), _)) => true,
        Some((Sign::Place(_), end)) => !goes_on(end),
        _ => false,
    };
    if count == 0 || of_ten {
        return;
    }
    if let Some(value) = parsed.value.checked_add(Decimal::from_i128_with_scale(mantissa, count)) {
        (parsed.value, parsed.end, parsed.unit, parsed.scale) = (value, at, 0, 0);
        parsed.form = Form::Words;
        if let Some((Sign::Place(power), end)) = power
            && let Some(value) = parsed.value.checked_mul(power_of_ten(power))
        {
            (parsed.value, parsed.end, parsed.unit, parsed.scale) = (value, end, power, power);
        }
        while let Some((Sign::Scale(power), end)) = sign_at(text, parsed.end)
            && let Some(value) = parsed.value.checked_mul(power_of_ten(power))
        {
            (parsed.value, parsed.end, parsed.unit, parsed.scale) = (value, end, power, parsed.scale + power);
        }
    }
}

/// The power of ten of scientific notation behind digits: `2e10`.
fn exponent(text: &str, end: usize) -> Option<(i8, usize)> {
    let rest = text[end..].strip_prefix(['e', 'E'])?;
    let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !signed[digits..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let power: i8 = signed[..digits].parse().ok().filter(|_| ends && digits <= 2)?;
    Some((if rest.starts_with('-') { -power } else { power }, end + 1 + rest.len() - signed.len() + digits))
}

/// Whether no Latin letter touches the end of digits but a unit or a scale, which is taken: `10w`, `5k`.
fn letters_fit(language: &'static Language, text: &str, parsed: &mut Parsed) -> bool {
    if !latin_at(text, parsed.end) {
        return true;
    }
    match language.follower_at(text, parsed.end) {
        Some((Word::Scale(power), end)) if text.as_bytes()[parsed.end].is_ascii_lowercase() => {
            let value = shift(parsed.value, power as i8);
            (parsed.value, parsed.scale, parsed.end) = (value.unwrap_or_default(), power, end);
            value.is_some()
        }
        Some((Word::After(_), _)) => true,
        _ => parsed.digits.is_none(),
    }
}

/// 多, 余, 几 or 来 behind a round number: `三十多`, `300余`, `十几`, `二十来岁`.
fn more(text: &str, parsed: &mut Parsed) {
    let rest = &text[gap(text, parsed.end)..];
    let Some(mark) = rest.chars().next() else { return };
    let behind = &rest[mark.len_utf8()..];
    let round = parsed.value >= Decimal::TEN;
    let fits = match mark {
        '多' => round && !behind.starts_with(['数', '少', '样', '媒', '边', '功', '云']),
        '余' | '餘' => round && !behind.starts_with(['额', '下', '地', '热', '温', '粮', '杭', '姚', '生']),
        '几' => parsed.unit == 1,
        '来' => {
            parsed.unit >= 1
                && (is_counted(behind) || behind.starts_with(['岁', '年', '天', '万', '块', '元', '里', '米', '斤', '分']))
                && !behind.starts_with("年来")
        }
        _ => false,
    };
    if fits && !parsed.pair {
        parsed.end = text.len() - behind.len();
    }
}

/// Scales behind 多 and its like, or over 个: `三千|多万`, `两|个亿`.
fn scales(language: &'static Language, text: &str, parsed: &mut Parsed) {
    let mut at = gap(text, parsed.end);
    let measured = text[at..].strip_prefix('个').map(|rest| text.len() - rest.len());
    if let Some(end) = measured {
        let end = end + if text[end..].starts_with('多') { "多".len() } else { 0 };
        if !text[end..].starts_with('亿') && !text[end..].starts_with("万亿") {
            return;
        }
        at = end;
    }
    while let Some((Sign::Scale(power @ (4 | 8)), end)) = sign_at(text, at) {
        let unit = matches!(language.follower_at(text, at), Some((Word::After(_), _)));
        let Some(value) = parsed.value.checked_mul(power_of_ten(power)).filter(|_| !unit) else { return };
        (parsed.value, parsed.end, parsed.scale, at) = (value, end, parsed.scale + power, end);
    }
}

/// A number on its own: `6723`, `120万`.
#[derive(Debug)]
pub struct Count;

impl Construct for Count {
    fn name(&self) -> &'static str {
        "count"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        Digits.read(site)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Count)?;
        let text = super::units::scaled(value);
        // Digits that would be read as a year or a telephone number are told from them by separators.
        let like_a_year = value.is_integer() && value >= Decimal::from(1800) && value <= Decimal::from(2100);
        Some(if like_a_year || is_mobile(text.trim_start_matches('\u{2212}')) { grouped(value) } else { text })
    }
}

/// A spelled-out number: `三百六十五`.
#[derive(Debug)]
pub struct Spelled;

impl Construct for Spelled {
    fn name(&self) -> &'static str {
        "words"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, _: &Site<'_>) -> Option<Reading> {
        None // The number is read with its site; a bare one is a count.
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        match spelled(quantity, Kind::Count)? {
            0 => None,
            2 => Some("两".to_owned()),
            value => super::spell::spell(value),
        }
    }
}
