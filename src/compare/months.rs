//! Months that stand without a day or a year: `in May`, ในเดือนพฤษภาคม, 5月. They are no figures, but they are printed with digits
//! in Chinese, and a slip there makes May of June.

use super::{Change, Side};
use crate::diagnostic::Code;
use crate::figure::lexicon::is_whole;
use crate::figure::numeral::digit_at;
use crate::locale::date::{ENGLISH, THAI, THAI_SHORT};
use std::ops::Range;

const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/// A month that became another; only where both texts name as many months outside their dates.
pub fn changed(source: &Side<'_>, target: &Side<'_>) -> Vec<Change> {
    let [mut here, mut there] = [months(source), months(target)];
    if here.len() != there.len() {
        return Vec::new();
    }
    // What both name is taken off; the order may differ.
    here.retain(|(month, _)| {
        let same = there.iter().position(|(other, _)| other == month);
        same.map(|place| there.remove(place)).is_none()
    });
    let apart = here.into_iter().zip(there);
    apart
        .map(|((_, a), (_, b))| Change {
            message: format!("`{}` became `{}`", &source.text[a.clone()], &target.text[b.clone()]),
            code: Code::ValueChanged,
            source: Some(a),
            target: Some(b),
        })
        .collect()
}

/// The months of a text outside its figures, with their places.
fn months(side: &Side<'_>) -> Vec<(usize, Range<usize>)> {
    let text = side.text;
    let mut found = match side.language.tag {
        "en" => named(text, &[ENGLISH]),
        "th" => named(text, &[THAI, THAI_SHORT]),
        "zh-Hans" => chinese(text),
        _ => Vec::new(),
    };
    found.retain(|(_, span)| {
        let next = side.figures.partition_point(|figure| figure.span.end <= span.start);
        side.figures.get(next).is_none_or(|figure| span.end <= figure.span.start)
    });
    found
}

fn named(text: &str, names: &[[&str; 12]]) -> Vec<(usize, Range<usize>)> {
    let places = |(month, name): (usize, &str)| {
        let found = text.match_indices(name).map(move |(at, name)| (month, at..at + name.len()));
        found.filter(|(_, span)| is_whole(text, span.clone())).collect::<Vec<_>>()
    };
    let every = names.iter().flat_map(|names| (1..).zip(names.iter().copied()));
    let mut found: Vec<_> = every.flat_map(places).collect();
    // `May I` and `May` before a verb are no month: only one behind a word that leads to a time is sure.
    found.retain(|(_, span)| {
        let begins = text[..span.start].trim_end().is_empty() || text[..span.start].trim_end().ends_with(['.', '!', '?']);
        !(begins && matches!(&text[span.clone()], "May" | "March"))
    });
    found.sort_by_key(|(_, span)| span.start);
    found
}

/// `5月`, `十二月`, but not `3个月` and `岁月`.
fn chinese(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (end, _) in text.match_indices('月') {
        let head = &text[..end];
        let digits: Vec<(usize, usize)> = head
            .char_indices()
            .rev()
            .map_while(|(at, _)| digit_at(head, at).map(|(digit, ..)| (at, usize::from(digit))))
            .take(3)
            .collect();
        let number = digits.iter().rev().fold(0, |number, (_, digit)| number * 10 + digit);
        if let Some((start, _)) = digits.last() {
            found.push((number, *start..end));
        } else if let Some((month, name)) = CHINESE.iter().enumerate().rev().find(|(_, name)| head.ends_with(**name)) {
            found.push((month + 1, end - name.len()..end));
        }
    }
    found.retain(|(month, _)| (1..=12).contains(month));
    found
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
    fn months_are_compared() {
        assert_eq!(count("en", "from 2.6% in May to 2.1% in June", "zh-Hans", "从5月的2.6%降至六月的2.1%"), 0);
        assert_eq!(count("en", "from 2.6% in May to 2.1% in June", "zh-Hans", "从8月的2.6%降至6月的2.1%"), 1);
        assert_eq!(count("th", "ในเดือนมีนาคม", "en", "in April"), 1);
        assert_eq!(count("en", "It may march on in May.", "th", "ในเดือน พ.ค."), 0);
    }
}
