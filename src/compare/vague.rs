//! Amounts that only name their order: `dozens`, `hundreds of thousands`, หลายแสน, 数十万. They are no figures, but a translation
//! must not make millions of thousands.

use super::{Change, Side};
use crate::diagnostic::Code;
use crate::figure::lexicon::is_whole;
use std::ops::Range;

/// Words of English and the power of ten that each names.
const ENGLISH: [(&str, u32); 7] =
    [("dozens", 1), ("tens", 1), ("hundreds", 2), ("thousands", 3), ("millions", 6), ("billions", 9), ("trillions", 12)];

/// Places of Thai and Chinese.
const THAI: [(&str, u32); 6] = [("สิบ", 1), ("ร้อย", 2), ("พัน", 3), ("หมื่น", 4), ("แสน", 5), ("ล้าน", 6)];
const CHINESE: [(&str, u32); 5] = [("十", 1), ("百", 2), ("千", 3), ("万", 4), ("亿", 8)];

/// Vague amounts that are of another order in the target; only where both texts have as many of them.
pub fn changed(source: &Side<'_>, target: &Side<'_>) -> Vec<Change> {
    let [mut here, mut there] = [orders(source), orders(target)];
    if here.len() != there.len() {
        return Vec::new();
    }
    for orders in [&mut here, &mut there] {
        orders.sort_by_key(|(order, span)| (*order, span.start));
    }
    let apart = here.into_iter().zip(there).filter(|((a, _), (b, _))| a != b);
    apart
        .map(|((_, a), (_, b))| Change {
            message: format!("`{}` became `{}`", &source.text[a.clone()], &target.text[b.clone()]),
            code: Code::ScaleSlipped,
            source: Some(a),
            target: Some(b),
        })
        .collect()
}

/// The vague amounts of a text, with the power of ten and the place of each.
fn orders(side: &Side<'_>) -> Vec<(u32, Range<usize>)> {
    let found = match side.language.tag {
        "en" => english(side.text),
        "th" => behind(side.text, &["หลาย", "หลาย ๆ ", "นับ", "เรือน", "ไม่กี่"], &THAI),
        "zh-Hans" => behind(side.text, &["数", "几", "上"], &CHINESE),
        _ => Vec::new(),
    };
    // A part of a figure is that figure's: `以上百分之五`.
    let free = |span: &Range<usize>| {
        let next = side.figures.partition_point(|figure| figure.span.end <= span.start);
        side.figures.get(next).is_none_or(|figure| span.end <= figure.span.start)
    };
    found.into_iter().filter(|(_, span)| free(span)).collect()
}

/// `dozens`, `tens of thousands`.
fn english(text: &str) -> Vec<(u32, Range<usize>)> {
    let lower = text.to_ascii_lowercase();
    let word = |at: usize| {
        let found = ENGLISH.iter().find(|(word, _)| lower[at..].starts_with(word))?;
        is_whole(&lower, at..at + found.0.len()).then_some((found.1, at + found.0.len()))
    };
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    for (at, _) in lower.char_indices() {
        if found.last().is_some_and(|(_, span)| at < span.end) {
            continue;
        }
        let Some((mut order, mut end)) = word(at).or_else(|| few(&lower, at)) else { continue };
        if let Some((more, further)) = lower[end..].starts_with(" of ").then(|| word(end + " of ".len())).flatten() {
            (order, end) = (order + more, further);
        }
        found.push((order, at..end));
    }
    found
}

/// `a few hundred`, `several thousand`.
fn few(lower: &str, at: usize) -> Option<(u32, usize)> {
    let head = ["few ", "several ", "couple of ", "couple "].iter().find(|head| lower[at..].starts_with(**head))?;
    let begin = at + head.len();
    let (word, order) = ENGLISH.iter().find(|(word, _)| lower[begin..].starts_with(word.trim_end_matches('s')))?;
    let end = begin + word.len() - 1;
    (is_whole(lower, at..end) && is_whole(lower, begin..end)).then_some((*order, end))
}

/// Places behind one of the words that make them vague: `หลายแสน`, `数十万`.
fn behind(text: &str, heads: &[&str], places: &[(&str, u32)]) -> Vec<(u32, Range<usize>)> {
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    let starts = text.char_indices().filter_map(|(at, _)| {
        let length = heads.iter().filter(|head| text[at..].starts_with(**head)).map(|head| head.len()).max()?;
        Some((at, at + length))
    });
    for (at, begin) in starts {
        let (mut order, mut end) = (0, begin);
        while let Some((place, power)) = places.iter().find(|(place, _)| text[end..].starts_with(*place)) {
            (order, end) = (order + power, end + place.len());
        }
        if order > 0 && !is_part_of_a_word(&text[..at], &text[end..]) {
            found.push((order, at..end));
        }
    }
    found
}

/// Whether 数 or 上 ends a word and 十 or 百 begins one: `人数十分`, `以上百分`, `成千上万`.
fn is_part_of_a_word(head: &str, tail: &str) -> bool {
    head.ends_with([
        '人', '次', '指', '分', '倍', '系', '总', '户', '件', '以', '网', '线', '路', '市', '百', '千', '月', '天',
    ]) || tail.starts_with('分')
}

#[cfg(test)]
mod tests {
    use crate::compare::compare;
    use crate::figure::Language;

    fn count(from: &str, source: &str, to: &str, target: &str) -> usize {
        let of = |tag| Language::of(tag).expect("the language exists");
        compare(of(from), source, of(to), target).len()
    }

    #[test]
    fn orders_are_compared() {
        assert_eq!(count("en", "Hundreds of thousands left.", "zh-Hans", "数十万人离开。"), 0);
        assert_eq!(count("en", "Hundreds of thousands left.", "zh-Hans", "数百万人离开。"), 1);
        assert_eq!(count("en", "Dozens of shops", "th", "ร้านค้าหลายสิบแห่ง"), 0);
        assert_eq!(count("th", "หลายแสนคน", "en", "tens of thousands of people"), 1);
        assert_eq!(count("zh-Hans", "人数十分可观，成千上万。", "en", "Thousands came, a considerable number."), 0);
    }
}
