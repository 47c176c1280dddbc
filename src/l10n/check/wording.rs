//! Words around a figure that are always wrong in the language, whatever the value: two hedges that cancel out, a unit said twice, a
//! comparison that nobody can compute.
//!
//! In: a line with its figures worded. Out: findings at what was typed, for the wording of a figure alone is right. Sources: GB/T 15835
//! and the National Bureau of Statistics for 番, 倍 and 百分点; the Royal Society of Thailand for ร้อยละ.

use crate::diagnostic::{Code, Finding, Findings};
use crate::figure::Language;
use crate::l10n::line::Line;
use crate::l10n::unit::Unit;
use crate::model::{Figure, Kind};
use std::ops::Range;

/// Two words around a number that do not go together: before it, behind it, and what is wrong.
type Pair = (&'static [&'static str], &'static [&'static str], &'static str);

const CHINESE: &[Pair] = &[
    (&["近", "将近", "接近"], &["多", "余", "以上", "左右"], "one word says below, the other above"),
    (&["至少", "最少", "不少于", "不低于"], &["以上", "多", "左右"], "says twice that it may be more"),
    (&["超过", "超", "多于", "高于", "逾"], &["以上", "多", "左右", "余"], "says twice that it is more"),
    (&["约", "大约", "大概"], &["左右", "上下", "以上", "多"], "says twice, or two ways, how near it is"),
    (&["不到", "不足", "少于", "低于", "至多", "最多"], &["以上", "多", "余", "左右", "以下"], "contradicts itself"),
];

const THAI: &[Pair] = &[
    (&["เกือบ"], &["กว่า", "ขึ้นไป", "เศษ"], "one word says below, the other above"),
    (&["อย่างน้อย", "ไม่ต่ำกว่า", "ไม่น้อยกว่า"], &["ขึ้นไป", "กว่า", "โดยประมาณ"], "says twice that it may be more"),
    (&["มากกว่า", "กว่า", "เกิน"], &["ขึ้นไป", "กว่า", "โดยประมาณ"], "says twice that it is more"),
    (&["ประมาณ", "ราว"], &["โดยประมาณ", "กว่า", "ขึ้นไป"], "says twice, or two ways, how near it is"),
    (&["ไม่ถึง", "น้อยกว่า", "ต่ำกว่า", "ไม่เกิน"], &["ขึ้นไป", "กว่า"], "contradicts itself"),
];

const ENGLISH: &[Pair] = &[
    (
        &["nearly", "almost", "about", "around", "roughly", "just under"],
        &["or more", "or so", "or less", "plus"],
        "says two things of how near it is",
    ),
    (
        &["at least", "more than", "over"],
        &["or more", "plus", "or so", "or less"],
        "says twice, or two ways, which side it is on",
    ),
    (&["at most", "up to", "less than", "under", "fewer than"], &["or more", "or less", "plus"], "contradicts itself"),
];

/// Units that a wording brings: said again beside it, they are there twice.
const UNITS: [(Kind, &[&str]); 3] = [
    (Kind::Percent, &["ร้อยละ", "%", "％", "เปอร์เซ็นต์", "percent", "per cent"]),
    (Kind::PercentagePoint, &["%", "％", "percentage point", "จุดร้อยละ", "个百分点", "百分点", "จุดเปอร์เซ็นต์"]),
    (Kind::Multiple, &["เท่า", "倍", "times"]),
];

/// Reports what is always wrong around the figures of a line.
pub fn check(unit: &Unit<'_>, line: &Line, language: &'static Language, findings: &mut Findings) {
    let pairs = match language.tag.split('-').next() {
        Some("zh") => CHINESE,
        Some("th") => THAI,
        _ => ENGLISH,
    };
    // Reading costs far more than a look at the words around the figures.
    if line.figures.iter().any(|worded| may_be_wrong(line, worded, pairs, language)) {
        read(unit, line, (pairs, language), findings);
    }
}

/// Reads a line, and reports what is wrong around its figures.
fn read(unit: &Unit<'_>, line: &Line, (pairs, language): (&[Pair], &'static Language), findings: &mut Findings) {
    let mut report = |span: Range<usize>, message: String| {
        findings.push(Finding::new(Code::WordingWrong, line.place(unit, span), message));
    };
    for figure in language.read(&line.text) {
        let Some(worded) = line.figures.iter().find(|worded| overlap(worded, &figure.span)) else { continue };
        let head = head(&line.text, figure.core.start);
        for (before, behind, what) in pairs {
            let left = before.iter().find_map(|word| word_before(head, word));
            let Some(left) = left else { continue };
            let right = behind.iter().find_map(|word| word_behind(&line.text, figure.core.end, worded.end, word));
            let Some(right) = right else { continue };
            let Some(typed) = [&right, &left].into_iter().find(|span| line.is_typed(span)).cloned() else { continue };
            let both = format!("`{}…{}`", &line.text[left], &line.text[right]);
            report(typed, format!("{both} {what}"));
        }
        unit_twice(line, worded, &figure, &mut report);
        let less = less_word(&line.text, worded, language).filter(|_| figure.quantity.kind == Kind::Multiple);
        if let Some(span) = less {
            report(span, "nothing can become less by a number of times: say 减少…%, or 减少到…分之一".to_owned());
        }
    }
}

/// Whether there are words around a figure by which it may be wrong, whatever the grammar reads there. It may read a sign or a number
/// that somebody typed before a wording together with it; then nothing is known before it has read.
fn may_be_wrong(line: &Line, worded: &Range<usize>, pairs: &[Pair], language: &Language) -> bool {
    let (text, wording) = (&line.text[..], &line.text[worded.clone()]);
    let head = head(text, worded.start);
    let brings_words = !wording.starts_with(|c: char| c.is_ascii_digit());
    let find = |word: &str| if brings_words { wording.find(word) } else { None };
    let inside = |word: &str| find(word).map(|at| worded.start + at + word.len());
    let end_of = |word: &str| word_before(head, word).map(|_| worded.start).or_else(|| inside(word));
    let goes_on = |from: usize, words: &[&str]| words.iter().any(|word| text[from..].contains(word));
    let is_pair = |(before, behind, _): &Pair| before.iter().filter_map(|word| end_of(word)).any(|end| goes_on(end, behind));
    let is_multiple = || text[worded.start..].contains(['倍', '番', '半']);
    let is_open = |c: char| c.is_numeric() || matches!(c, '-' | '−' | '–' | '—' | '+' | '±' | '~' | '～' | '至' | '到');
    head.ends_with(is_open)
        || pairs.iter().any(is_pair)
        || UNITS.iter().any(|(_, units)| units_beside(text, worded, units).next().is_some())
        || less_word(text, worded, language).is_some() && is_multiple()
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// What stands right before a number, with no more than a space between.
fn head(text: &str, at: usize) -> &str {
    let head = text[..at].trim_end_matches([' ', '*', '(', '（']);
    head.strip_suffix("ร้อยละ").map_or(head, |rest| rest.trim_end_matches(' '))
}

/// Where a word ends a text. In English it begins there, too.
fn word_before(head: &str, word: &str) -> Option<Range<usize>> {
    let start = head.len().checked_sub(word.len())?;
    let found = head.get(start..)?.eq_ignore_ascii_case(word);
    let begins = found && (!word.is_ascii() || head[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric()));
    begins.then_some(start..head.len())
}

/// What may stand between a number and the word behind it.
const COUNTED: &[&str] = &[
    "%",
    "％",
    "成",
    "倍",
    "万",
    "亿",
    "人",
    "名",
    "位",
    "个",
    "家",
    "次",
    "年",
    "天",
    "元",
    "岁",
    "件",
    "个月",
    "个百分点",
    "คน",
    "ราย",
    "แห่ง",
    "บาท",
    "ปี",
    "เดือน",
    "วัน",
    "ครั้ง",
    "เท่า",
    "ประเทศ",
    "แบรนด์",
    "เปอร์เซ็นต์",
    "ล้าน",
    "people",
    "customers",
    "percent",
];

/// Where a word begins behind a number: at once, or behind its unit or what is counted.
fn word_behind(text: &str, core: usize, worded: usize, word: &str) -> Option<Range<usize>> {
    let skip = |at: usize| at + text[at..].len() - text[at..].trim_start_matches([' ', '*']).len();
    let from = |at: usize| {
        let start = skip(at);
        let ends = |end: usize| !word.is_ascii() || text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        (text[start..].starts_with(word) && ends(start + word.len())).then(|| start..start + word.len())
    };
    let behind = |at: usize| {
        COUNTED.iter().filter(move |unit| text[skip(at)..].starts_with(**unit)).map(move |unit| skip(at) + unit.len())
    };
    let places = [core, worded].into_iter().flat_map(|at| std::iter::once(at).chain(behind(at)));
    places.filter_map(from).find(|span| !is_more(text, span))
}

/// Whether 多 begins another word: 多数, 多家, 多次.
fn is_more(text: &str, span: &Range<usize>) -> bool {
    let next = text[span.end..].chars().next();
    let word = &text[span.clone()];
    (word == "多" && next.is_some_and(|c| "数年家次种种方样元项".contains(c)))
        || (word == "กว่า" && text[span.end..].starts_with("จะ"))
}

/// A unit that somebody typed beside a wording that brings it.
fn unit_twice(line: &Line, worded: &Range<usize>, figure: &Figure, report: &mut impl FnMut(Range<usize>, String)) {
    let wording = &line.text[worded.clone()];
    for (_, units) in UNITS.iter().filter(|(kind, _)| *kind == figure.quantity.kind) {
        let brings = |unit: &str| wording.contains(unit);
        if units.iter().any(|unit| brings(unit)) || brings("百分之") {
            for span in units_beside(&line.text, worded, units) {
                let unit = &line.text[span.clone()];
                report(span, format!("`{unit}` stands twice: the figure says `{wording}`"));
            }
        }
    }
}

/// Where one of some units stands directly before a wording, and where behind it.
fn units_beside<'t>(
    text: &'t str,
    worded: &Range<usize>,
    units: &'static [&str],
) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let left = text[..worded.start].trim_end_matches([' ', '*']);
    let right = text[worded.end..].trim_start_matches([' ', '*']);
    let before = units.iter().find(|unit| left.ends_with(**unit)).map(|unit| left.len() - unit.len()..left.len());
    let at = text.len() - right.len();
    let behind = units.iter().find(|unit| right.starts_with(**unit)).map(|unit| at..at + unit.len());
    before.into_iter().chain(behind)
}

/// A word for a fall before a wording, in Chinese.
fn less_word(text: &str, worded: &Range<usize>, language: &Language) -> Option<Range<usize>> {
    let before = text[..worded.start].trim_end_matches([' ', '*', '了']);
    let words = ["减少", "下降", "降低", "缩小", "下跌", "减小"].into_iter().filter(|_| language.tag.starts_with("zh"));
    let word = words.into_iter().find(|word| before.ends_with(word))?;
    Some(before.len() - word.len()..before.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::l10n::{line, unit};

    /// What is found wrong in a text in which a figure stands between brackets, worded as it shall be.
    fn found(locale: &str, text: &str) -> Vec<String> {
        let file = SourceText::new("x.ftl", format!("a = {text}\n"));
        let language = Language::of(locale).expect("the language is known");
        let reading = unit::read(&file);
        let mut line = line::lines(&reading.units[0], &[], None).remove(0);
        while let Some(open) = line.text.find('⟨') {
            let close = line.text.find('⟩').expect("a bracket closes");
            line.text.replace_range(close..close + '⟩'.len_utf8(), "");
            line.text.replace_range(open..open + '⟨'.len_utf8(), "");
            line.figures.push(open..close - '⟨'.len_utf8());
        }
        let mut findings = Findings::new();
        check(&reading.units[0], &line, language, &mut findings);
        findings.iter().map(|finding| finding.message.to_string()).collect()
    }

    #[test]
    fn what_is_always_wrong_is_found() {
        for (locale, text) in [
            ("zh-Hans", "⟨近九成⟩多的客户"),
            ("zh-Hans", "近⟨88%⟩多的客户"),
            ("zh-Hans", "至少⟨75%⟩以上的客户"),
            ("zh-Hans", "超过⟨1240⟩人以上"),
            ("zh-Hans", "约⟨62%⟩左右"),
            ("zh-Hans", "⟨88%⟩％的客户"),
            ("zh-Hans", "提高了⟨9个百分点⟩个百分点"),
            ("zh-Hans", "减少了⟨1.6倍⟩"),
            ("th", "ร้อยละ ⟨ร้อยละ 62⟩ ของลูกค้า"),
            ("th", "ลูกค้า⟨ร้อยละ 62⟩ เปอร์เซ็นต์"),
            ("th", "ลูกค้า⟨ร้อยละ 62⟩%"),
            ("th", "เกือบ⟨ร้อยละ 62⟩ ขึ้นไป"),
            ("th", "อย่างน้อย ⟨1,240⟩ คนขึ้นไป"),
            ("en", "⟨88%⟩ percent of customers"),
            ("en", "at least ⟨88%⟩ or more"),
            ("en", "nearly ⟨1,240⟩ people or so"),
        ] {
            assert_eq!(found(locale, text).len(), 1, "{text}: {:?}", found(locale, text));
        }
    }

    #[test]
    fn what_is_wrong_is_never_passed_by() {
        let figures =
            ["88%", "ร้อยละ 62", "เกือบเก้าในสิบ", "近九成", "9个百分点", "1.6倍", "1,240", "nearly half", "five", "60–70"];
        let beside = [
            " ",
            "*",
            "(",
            "-",
            "–",
            "~",
            "5",
            "5–",
            "百分之",
            "减少了",
            "％",
            "%",
            " percent",
            "คน",
            " people",
            "人",
            "ของลูกค้า",
            "的客户",
            " of them",
        ];
        let (file, mut dice, mut wrong) = (SourceText::new("x.ftl", "a = b\n"), 7_u32, 0);
        let reading = unit::read(&file);
        for (locale, pairs) in [("en", ENGLISH), ("th", THAI), ("zh-Hans", CHINESE)] {
            let language = Language::of(locale).expect("the language is known");
            let words: Vec<&str> =
                pairs.iter().flat_map(|(before, behind, _)| before.iter().chain(*behind)).copied().collect();
            for _ in 0..4_000 {
                let mut line = line::lines(&reading.units[0], &[], None).remove(0);
                line.text.clear();
                for at in 0..9 {
                    dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let among = if at % 4 == 1 {
                        &figures[..]
                    } else if dice & 1 << 9 == 0 {
                        &words[..]
                    } else {
                        &beside[..]
                    };
                    let part = among[(dice >> 16) as usize % among.len()];
                    if at % 4 == 1 {
                        line.figures.push(line.text.len()..line.text.len() + part.len());
                    }
                    line.text.push_str(part);
                }
                let (mut all, mut some) = (Findings::new(), Findings::new());
                super::read(&reading.units[0], &line, (pairs, language), &mut all);
                check(&reading.units[0], &line, language, &mut some);
                assert_eq!(all.len(), some.len(), "{locale} {}", line.text);
                wrong += all.len();
            }
        }
        assert!(wrong > 500, "{wrong}");
    }

    #[test]
    fn what_may_be_right_is_left_alone() {
        for (locale, text) in [
            ("zh-Hans", "⟨近九成⟩的客户多次表示"),
            ("zh-Hans", "近⟨88%⟩的客户（多数）"),
            ("zh-Hans", "⟨75%⟩以上的客户"),
            ("zh-Hans", "提高了⟨9个百分点⟩"),
            ("zh-Hans", "约⟨62%⟩的客户"),
            ("th", "แบรนด์⟨มากกว่าสี่ในห้า⟩บอกว่าตนให้ความสำคัญมากกว่าที่เคย"),
            ("th", "ลูกค้า⟨ร้อยละ 62⟩ ขึ้นไป"),
            ("th", "กว่า⟨ร้อยละ 62⟩ ของลูกค้า"),
            ("en", "at least ⟨88%⟩ of customers, or more precisely"),
            ("en", "over ⟨1,240⟩ people"),
        ] {
            assert_eq!(found(locale, text), Vec::<String>::new(), "{text}");
        }
    }
}
