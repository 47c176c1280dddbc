//! Garbles of how a figure is printed: each says another thing than the figure, or says it in a way that nobody may print.

use super::dice::Dice;
use std::ops::Range;

/// A garble: a text becomes another, or `None` where there is nothing to garble.
pub type Garble = fn(&str, &mut Dice) -> Option<String>;

/// Every garble of a text, by name.
pub const GARBLES: &[(&str, Garble)] = &[
    ("digit changed", digit_changed),
    ("digit dropped", digit_dropped),
    ("digit doubled", digit_doubled),
    ("digits swapped", digits_swapped),
    ("digits stuck to others", digits_stuck),
    ("digits split", digits_split),
    ("decimal point shifted", decimal_shifted),
    ("separator broken", separator_broken),
    ("scale shifted", scale_shifted),
    ("scale word changed", scale_word),
    ("number lost, unit left", number_lost),
    ("unit changed", unit_changed),
    ("unit dropped", unit_dropped),
    ("unit added", unit_added),
    ("era changed", era_changed),
    ("calendar changed", calendar_changed),
    ("month changed", month_changed),
    ("hedge turned round", hedge_changed),
    ("hedge dropped", hedge_dropped),
    ("sign changed", sign_changed),
    ("made a range", made_a_range),
    ("number word changed", word_changed),
    ("letter of a word dropped", letter_dropped),
    ("fraction turned over", fraction_turned),
    ("entity residue", entity_residue),
    ("letter for a digit", letter_for_digit),
    ("Cyrillic or Greek letter for a digit", cyrillic_for_digit),
    ("digit of another script", foreign_digit),
    ("wrong digit of another script", wrong_foreign_digit),
    ("invisible character inside", invisible_inside),
    ("mark of direction inside", direction_inside),
    ("overlying mark", overlaid),
];

/// The places of the ASCII digits.
pub fn digits(text: &str) -> Vec<usize> {
    text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect()
}

pub fn with(text: &str, span: Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &text[..span.start], &text[span.end..])
}

/// A text with one of the pairs applied: the first of it becomes the second.
fn one_of(text: &str, pairs: &[(&str, &str)], dice: &mut Dice) -> Option<String> {
    let fitting: Vec<_> = pairs.iter().filter(|(from, _)| text.contains(from)).collect();
    let (from, to) = dice.pick(&fitting)?;
    Some(text.replacen(from, to, 1))
}

fn digit_changed(text: &str, dice: &mut Dice) -> Option<String> {
    let at = *dice.pick(&digits(text))?;
    let old = text.as_bytes()[at] - b'0';
    let new = (old + 1 + dice.roll(9) as u8) % 10;
    Some(with(text, at..at + 1, &new.to_string()))
}

fn digit_dropped(text: &str, dice: &mut Dice) -> Option<String> {
    let at = *dice.pick(&digits(text))?;
    Some(with(text, at..at + 1, ""))
}

fn digit_doubled(text: &str, dice: &mut Dice) -> Option<String> {
    let at = *dice.pick(&digits(text))?;
    Some(with(text, at..at, &text[at..=at]))
}

fn digits_swapped(text: &str, dice: &mut Dice) -> Option<String> {
    let bytes = text.as_bytes();
    let mut pairs = digits(text);
    pairs.retain(|&at| bytes.get(at + 1).is_some_and(|next| next.is_ascii_digit() && *next != bytes[at]));
    let at = *dice.pick(&pairs)?;
    let swapped: String = [bytes[at + 1], bytes[at]].iter().map(|&byte| char::from(byte)).collect();
    Some(with(text, at..at + 2, &swapped))
}

fn digits_stuck(text: &str, dice: &mut Dice) -> Option<String> {
    let all = digits(text);
    let bytes = text.as_bytes();
    let edge = |at: &&usize| **at == 0 || !bytes[**at - 1].is_ascii_digit();
    let starts: Vec<_> = all.iter().filter(edge).collect();
    let &&at = dice.pick(&starts)?;
    Some(with(text, at..at, &(1 + dice.roll(9)).to_string()))
}

fn digits_split(text: &str, dice: &mut Dice) -> Option<String> {
    let bytes = text.as_bytes();
    let mut inner = digits(text);
    inner.retain(|&at| at > 0 && bytes[at - 1].is_ascii_digit());
    let at = *dice.pick(&inner)?;
    Some(with(text, at..at, " "))
}

fn decimal_shifted(text: &str, dice: &mut Dice) -> Option<String> {
    if let Some(point) = text.find('.') {
        let after = text[point + 1..].chars().next().filter(char::is_ascii_digit)?;
        return Some(with(text, point..point + 2, &format!("{after}.")));
    }
    let bytes = text.as_bytes();
    let mut inner = digits(text);
    inner.retain(|&at| at > 0 && bytes[at - 1].is_ascii_digit());
    let at = *dice.pick(&inner)?;
    Some(with(text, at..at, "."))
}

fn separator_broken(text: &str, dice: &mut Dice) -> Option<String> {
    let comma = text.find(',')?;
    let after = text[comma + 1..].chars().next().filter(char::is_ascii_digit)?;
    Some(match dice.roll(3) {
        0 => with(text, comma..comma + 1, "."),
        1 => with(text, comma..comma + 2, &format!("{after},")),
        _ => with(text, comma..comma + 1, ",,"),
    })
}

fn scale_shifted(text: &str, dice: &mut Dice) -> Option<String> {
    let last = *digits(text).last()?;
    let zeros = dice.pick(&["0", "00", ",000"])?;
    // Behind a decimal point a zero changes nothing.
    (!text.contains('.') || text.contains("พ.ศ.")).then(|| with(text, last + 1..last + 1, zeros))
}

fn scale_word(text: &str, dice: &mut Dice) -> Option<String> {
    const SCALES: &[(&str, &str)] = &[
        ("million", "billion"),
        ("billion", "million"),
        ("thousand", "million"),
        ("พันล้าน", "ล้าน"),
        ("ล้าน", "แสน"),
        ("万", "亿"),
        ("亿", "万"),
        ("千", "百"),
    ];
    if let Some(text) = one_of(text, SCALES, dice) {
        return Some(text);
    }
    let last = *digits(text).last()?;
    let scale = if text.is_ascii() {
        " million"
    } else if text.chars().any(is_thai) {
        " ล้าน"
    } else {
        "万"
    };
    Some(with(text, last + 1..last + 1, scale))
}

fn is_thai(character: char) -> bool {
    ('\u{E00}'..='\u{E7F}').contains(&character)
}

fn number_lost(text: &str, _: &mut Dice) -> Option<String> {
    let all = digits(text);
    let lost = with(text, *all.first()?..all.last()? + 1, "");
    (!lost.trim().is_empty()).then_some(lost)
}

/// What one unit is mistaken for.
const UNITS: &[(&str, &str)] = &[
    ("%", "‰"),
    ("%", " percentage points"),
    ("%", " times"),
    ("%", "°"),
    (" percentage points", "%"),
    (" times", "%"),
    ("months", "years"),
    ("months", "weeks"),
    ("hours", "days"),
    ("ร้อยละ", "จำนวน"),
    ("ร้อยละ", "ปี"),
    ("จุดร้อยละ", "เปอร์เซ็นต์"),
    ("เท่า", "เปอร์เซ็นต์"),
    ("เดือน", "ปี"),
    ("ชั่วโมง", "วัน"),
    ("个百分点", "%"),
    ("个百分点", "倍"),
    ("倍", "成"),
    ("成", "倍"),
    ("个月", "年"),
    ("小时", "天"),
    ("US$", "€"),
];

fn unit_changed(text: &str, dice: &mut Dice) -> Option<String> {
    one_of(text, UNITS, dice)
}

fn unit_dropped(text: &str, dice: &mut Dice) -> Option<String> {
    let dropped: Vec<_> = UNITS.iter().map(|(unit, _)| (*unit, "")).collect();
    one_of(text, &dropped, dice).filter(|text| !text.trim().is_empty())
}

fn unit_added(text: &str, dice: &mut Dice) -> Option<String> {
    text.bytes().next_back().filter(u8::is_ascii_digit)?;
    let unit = dice.pick(&["%", "‰", "个百分点", " เท่า", " times", " percentage points"])?;
    // A percent sign behind ร้อยละ says the same twice.
    (!text.contains("ร้อยละ") || *unit != "%").then(|| format!("{text}{unit}"))
}

fn era_changed(text: &str, dice: &mut Dice) -> Option<String> {
    one_of(
        text,
        &[("พ.ศ.", "ค.ศ."), ("ค.ศ.", "พ.ศ."), ("พ.ศ. ", "ปี ค.ศ. "), ("公元", "佛历"), ("พุทธศักราช", "คริสต์ศักราช")],
        dice,
    )
}

/// A year in the other calendar under the name of this one.
fn calendar_changed(text: &str, dice: &mut Dice) -> Option<String> {
    let years: Vec<_> = digits(text)
        .into_iter()
        .filter_map(|at| {
            let year: i32 = text.get(at..at + 4)?.parse().ok()?;
            (1900..2700).contains(&year).then_some((at, year))
        })
        .collect();
    let &(at, year) = dice.pick(&years)?;
    let other = if year > 2300 { year - 543 } else { year + 543 };
    Some(with(text, at..at + 4, &other.to_string()))
}

fn month_changed(text: &str, dice: &mut Dice) -> Option<String> {
    const MONTHS: &[(&str, &str)] = &[
        ("March", "May"),
        ("April", "August"),
        ("May", "March"),
        ("June", "July"),
        ("November", "December"),
        ("มีนาคม", "มกราคม"),
        ("เมษายน", "มิถุนายน"),
        ("พฤษภาคม", "พฤศจิกายน"),
        ("มิถุนายน", "เมษายน"),
        ("พฤศจิกายน", "พฤษภาคม"),
        ("月", "日"),
    ];
    one_of(text, MONTHS, dice)
}

/// Hedges and what they are turned into.
const HEDGES: &[(&str, &str)] = &[
    ("nearly ", "more than "),
    ("more than ", "less than "),
    ("about ", "at most "),
    ("almost ", "over "),
    ("over ", "under "),
    ("เกือบ", "มากกว่า"),
    ("มากกว่า", "น้อยกว่า"),
    ("กว่า", "ไม่ถึง"),
    ("ราว", "เกิน"),
    ("近", "逾"),
    ("逾", "不足"),
    ("超过", "不到"),
    ("多", "不到"),
    ("不到", "超过"),
];

fn hedge_changed(text: &str, dice: &mut Dice) -> Option<String> {
    one_of(text, HEDGES, dice)
}

fn hedge_dropped(text: &str, dice: &mut Dice) -> Option<String> {
    let dropped: Vec<_> = HEDGES.iter().map(|(hedge, _)| (*hedge, "")).collect();
    one_of(text, &dropped, dice)
}

fn sign_changed(text: &str, dice: &mut Dice) -> Option<String> {
    let first = *digits(text).first()?;
    Some(with(text, first..first, dice.pick(&["-", "−"])?))
}

fn made_a_range(text: &str, dice: &mut Dice) -> Option<String> {
    let last = *digits(text).last()?;
    Some(with(text, last + 1..last + 1, &format!("–{}", 95 + dice.roll(4))))
}

fn word_changed(text: &str, dice: &mut Dice) -> Option<String> {
    const WORDS: &[(&str, &str)] = &[
        ("nine", "seven"),
        ("eight", "nine"),
        ("three", "two"),
        ("two", "three"),
        ("four", "five"),
        ("five", "four"),
        ("ten", "six"),
        ("third", "fifth"),
        ("quarter", "third"),
        ("half", "third"),
        ("doubled", "trebled"),
        ("หนึ่ง", "สอง"),
        ("สอง", "สาม"),
        ("สาม", "สี่"),
        ("สี่", "ห้า"),
        ("ห้า", "หก"),
        ("สิบ", "ร้อย"),
        ("九", "七"),
        ("八", "六"),
        ("六", "八"),
        ("四", "五"),
        ("三", "二"),
        ("两", "三"),
        ("二", "三"),
        ("一半", "一成"),
    ];
    one_of(text, WORDS, dice)
}

/// A letter inside a figure of words is lost.
fn letter_dropped(text: &str, dice: &mut Dice) -> Option<String> {
    if !digits(text).is_empty() {
        return None;
    }
    let letters: Vec<_> = text.char_indices().filter(|(_, character)| character.is_alphabetic()).collect();
    let (at, letter) = *dice.pick(&letters)?;
    Some(with(text, at..at + letter.len_utf8(), ""))
}

fn fraction_turned(text: &str, dice: &mut Dice) -> Option<String> {
    let _ = dice;
    for between in [" in ", " out of ", " ใน ", "/"] {
        if let Some((left, right)) = text.split_once(between)
            && left != right
            && left.ends_with(|c: char| c.is_ascii_digit())
            && right.starts_with(|c: char| c.is_ascii_digit())
        {
            let low = left
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |at| at + left[at..].chars().next().map_or(1, char::len_utf8));
            let high = right.find(|c: char| !c.is_ascii_digit()).unwrap_or(right.len());
            return Some(format!("{}{}{between}{}{}", &left[..low], &right[..high], &left[low..], &right[high..]));
        }
    }
    None
}

fn entity_residue(text: &str, dice: &mut Dice) -> Option<String> {
    let characters: Vec<_> = text.char_indices().collect();
    let (at, character) = *dice.pick(&characters)?;
    let span = at..at + character.len_utf8();
    Some(match dice.roll(4) {
        0 => with(text, span, &format!("&#{};", u32::from(character))),
        1 => with(text, span, &format!("&amp;#{};", u32::from(character))),
        2 => with(text, span.end..span.end, "&nbsp;"),
        _ => with(text, span, &format!("\\u{:04x}", u32::from(character))),
    })
}

fn letter_for_digit(text: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: &[(&str, &str)] = &[
        ("0", "O"),
        ("0", "o"),
        ("1", "l"),
        ("1", "I"),
        ("2", "Z"),
        ("5", "S"),
        ("6", "b"),
        ("8", "B"),
        ("9", "g"),
        ("7", "T"),
        ("4", "A"),
        ("3", "E"),
        ("%", "o/o"),
        ("一", "ー"),
        ("三", "彡"),
        ("八", "入"),
        ("十", "ナ"),
        ("二", "ニ"),
    ];
    one_of(text, PAIRS, dice)
}

fn cyrillic_for_digit(text: &str, dice: &mut Dice) -> Option<String> {
    const PAIRS: &[(&str, &str)] = &[
        ("0", "О"),
        ("0", "Ο"),
        ("3", "З"),
        ("4", "Ч"),
        ("6", "б"),
        ("1", "Ӏ"),
        ("1", "Ι"),
        ("e", "е"),
        ("a", "а"),
        ("o", "о"),
        ("i", "і"),
        ("p", "р"),
        ("c", "с"),
        ("о", "ο"),
        ("8", "Ȣ"),
        ("5", "Ƽ"),
        ("2", "ƻ"),
        ("9", "ዓ"),
        ("7", "𝟽"),
    ];
    one_of(text, PAIRS, dice)
}

/// The digits of other scripts, by their zero.
const ZEROS: [char; 9] = ['๐', '０', '٠', '۰', '०', '໐', '𝟎', '𝟬', '০'];

fn foreign(text: &str, dice: &mut Dice, add: u32) -> Option<String> {
    let at = *dice.pick(&digits(text))?;
    let value = u32::from(text.as_bytes()[at] - b'0');
    let digit = char::from_u32(u32::from(*dice.pick(&ZEROS)?) + (value + add) % 10)?;
    Some(with(text, at..at + 1, &digit.to_string()))
}

fn foreign_digit(text: &str, dice: &mut Dice) -> Option<String> {
    foreign(text, dice, 0)
}

/// As ๔ for ๕.
fn wrong_foreign_digit(text: &str, dice: &mut Dice) -> Option<String> {
    let add = 1 + dice.roll(9) as u32;
    foreign(text, dice, add)
}

/// Puts a character into the middle of a figure, beside a digit if it has any.
fn inside(text: &str, dice: &mut Dice, characters: &[char]) -> Option<String> {
    let all = digits(text);
    let ends: Vec<_> = text.char_indices().skip(1).map(|(at, _)| at).collect();
    let at = if all.is_empty() { *dice.pick(&ends)? } else { dice.pick(&all)? + 1 };
    let character = dice.pick(characters)?;
    Some(with(text, at..at, &character.to_string()))
}

fn invisible_inside(text: &str, dice: &mut Dice) -> Option<String> {
    let invisible = [
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{2060}',
        '\u{AD}',
        '\u{FEFF}',
        '\u{34F}',
        '\u{180E}',
        '\u{2063}',
        '\u{115F}',
        '\u{3164}',
        '\u{FE0F}',
        '\u{E0020}',
        '\u{E000}',
    ];
    inside(text, dice, &invisible)
}

fn direction_inside(text: &str, dice: &mut Dice) -> Option<String> {
    inside(
        text,
        dice,
        &['\u{202E}', '\u{202D}', '\u{200E}', '\u{200F}', '\u{2066}', '\u{2067}', '\u{2069}', '\u{61C}', '\u{202C}'],
    )
}

fn overlaid(text: &str, dice: &mut Dice) -> Option<String> {
    inside(text, dice, &['\u{336}', '\u{338}', '\u{335}', '\u{20DD}', '\u{301}', '\u{305}', '\u{20E3}'])
}
