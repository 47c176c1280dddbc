//! The year that stands beside a figure, over its column, or at the head of its row.
//!
//! In: a text with its figures. Out: for each figure the position of its year, and how surely it is that. Nothing can go wrong.
//!
//! A table is a run of cells, which lines, strokes and tabs divide: two or more years, and under them rows of a label and as many
//! figures; or a year and one figure, again and again.

use crate::model::{Figure, Kind};
use std::ops::Range;

/// The year of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The position of the year among the figures.
    pub year: usize,
    /// Whether nothing but "in" or a border of a cell stands between.
    pub is_tight: bool,
}

/// The year of each figure.
pub fn beside(text: &str, figures: &[&Figure]) -> Vec<Option<Beside>> {
    let mut found: Vec<Option<Beside>> = (0..figures.len()).map(|at| in_prose(text, figures, at)).collect();
    let cells = cells(text, figures);
    let mut at = 0;
    while at < cells.len() {
        let years: Vec<usize> = cells[at..].iter().map_while(Cell::year).collect();
        at += years.len().max(1);
        match (&years[..], cells.get(at)) {
            ([.., year], Some(Cell::Value(value))) => found[*value] = Some(Beside { year: *year, is_tight: true }),
            ([_, _, ..], _) => at += under(&years, &cells[at..], &mut found),
            _ => {}
        }
    }
    found
}

/// Gives the figures of the rows under a head of years their years; how many cells that are.
fn under(years: &[usize], cells: &[Cell], found: &mut [Option<Beside>]) -> usize {
    /// Over how many lines a label may run.
    const LONGEST: usize = 3;
    let mut at = 0;
    loop {
        let labels = cells[at..].iter().take_while(|cell| **cell == Cell::Label).count();
        let row = cells.get(at + labels..at + labels + years.len()).unwrap_or_default();
        if !(1..=LONGEST).contains(&labels) {
            break;
        }
        let values: Vec<usize> = row.iter().filter_map(Cell::value).collect();
        if values.is_empty() || values.len() < years.len() {
            break;
        }
        for (year, value) in years.iter().zip(values) {
            found[value] = Some(Beside { year: *year, is_tight: true });
        }
        at += labels + years.len();
    }
    at
}

/// A piece of a text between two borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// A year and next to nothing else.
    Year(usize),
    /// Another figure and next to nothing else.
    Value(usize),
    /// Anything else.
    Label,
}

impl Cell {
    fn year(&self) -> Option<usize> {
        if let Cell::Year(figure) = self { Some(*figure) } else { None }
    }

    fn value(&self) -> Option<usize> {
        if let Cell::Value(figure) = self { Some(*figure) } else { None }
    }
}

/// The cells of a text that are not empty.
fn cells(text: &str, figures: &[&Figure]) -> Vec<Cell> {
    /// How many letters may stand beside the figure of a cell: `2022, forecast`.
    const FEW: usize = 14;
    let (mut cells, mut start, mut next) = (Vec::new(), 0, 0);
    for end in text.match_indices(['\n', '|', '\t']).map(|(at, _)| at).chain([text.len()]) {
        let cell = start..end;
        start = (end + 1).min(text.len());
        next += figures[next..].iter().take_while(|figure| figure.span.start < cell.start).count();
        let count = figures[next..].iter().take_while(|figure| figure.span.end <= cell.end).count();
        let letters = |span: Range<usize>| text[span].chars().filter(|c| c.is_alphanumeric()).count();
        let all = letters(cell.clone());
        cells.extend(match &figures[next..next + count] {
            [] if all == 0 => None,
            [figure] if all - letters(figure.span.clone()) <= FEW => match figure.quantity.kind {
                Kind::Year => Some(Cell::Year(next)),
                Kind::Count if is_broken(&text[figure.core.clone()]) && figure.span == figure.core => Some(Cell::Year(next)),
                _ => Some(Cell::Value(next)),
            },
            _ => Some(Cell::Label),
        });
        next += count;
    }
    cells
}

/// Whether digits may have been a year.
fn is_broken(core: &str) -> bool {
    let plain = core.bytes().all(|byte| byte.is_ascii_digit());
    plain && (3..=5).contains(&core.len()) && core.bytes().filter(|digit| matches!(digit, b'0' | b'2' | b'5')).count() > 1
}

/// The year that stands directly beside a figure in a sentence: `in 2020`, 2020年的, `(2020)`.
fn in_prose(text: &str, figures: &[&Figure], at: usize) -> Option<Beside> {
    /// How far in letters.
    const NEAR: usize = 24;
    /// What may stand between a figure and its year for them to be one.
    const TIGHT: &[&str] = &["", "in", "(", "（", "by", "ใน", "ในปี", "เมื่อ", "เมื่อปี", "的", "为", "是", "有", "达"];
    /// How far a year may stand before its figure.
    const BEFORE: usize = 10;
    let own = figures[at];
    let year = |other: usize, gap: Range<usize>| {
        let gap = text.get(gap)?;
        let near = gap.chars().count() <= NEAR && !gap.contains([',', '，', '.', '。', ';', '；', '、', '\n', '|']);
        let is_year = figures[other].quantity.kind == Kind::Year && own.quantity.kind != Kind::Year;
        (near && is_year).then(|| Beside { year: other, is_tight: TIGHT.contains(&gap.trim()) })
    };
    let behind = figures.get(at + 1).and_then(|next| year(at + 1, own.span.end..next.span.start));
    let near = |last: &usize| text[figures[*last].span.end..own.span.start].chars().count() <= BEFORE;
    let before = at.checked_sub(1).filter(|last| figures[*last].span.end <= own.span.start).filter(near);
    let before = before.and_then(|last| year(last, figures[last].span.end..own.span.start));
    // In Chinese the year comes first.
    let is_first = text[..own.span.start].ends_with(['的', '为', '是']);
    if is_first { before.or(behind) } else { behind.or(before) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Language;

    /// Each figure with its year, as printed; `!` where it is surely that.
    fn read(tag: &str, text: &str) -> Vec<String> {
        let figures = Language::of(tag).unwrap().read(text);
        let figures: Vec<&Figure> = figures.iter().collect();
        let words = |at: usize| &text[figures[at].span.clone()];
        let named = beside(text, &figures).into_iter().enumerate().filter_map(|(at, found)| {
            found.map(|found| format!("{} {}{}", words(at), words(found.year), if found.is_tight { "!" } else { "" }))
        });
        named.collect()
    }

    #[test]
    fn a_year_is_beside_over_or_before_its_figure() {
        assert_eq!(read("en", "68% in 2022, up from 59% in 2020"), ["68% 2022!", "59% 2020!"]);
        assert_eq!(
            read("zh-Hans", "从2019年的5080亿美元增至2022年的6410亿美元"),
            ["5080亿美元 2019年!", "6410亿美元 2022年!"]
        );
        let table = "2020年\n2022年\n说真话\n59%\n68%\n停止购买\n62%\n66%\n沉默也是回答，66%\n";
        assert_eq!(read("zh-Hans", table), ["59% 2020年!", "68% 2022年!", "62% 2020年!", "66% 2022年!"]);
        let strokes = "| | 2020 | 2022 |\n|---|---|---|\n| Trust | 48% | 52% |\n";
        assert_eq!(read("en", strokes), ["48% 2020!", "52% 2022!"]);
        assert_eq!(
            read("en", "2019\nUS$508 billion\n2022, forecast\nUS$641 billion\n"),
            ["US$508 billion 2019!", "US$641 billion 2022!"]
        );
    }
}
