//! Finds the rows of a table that a page has lost, whose cells now stand one behind the other in a line.
//!
//! In: a text and its figures. Out: the text, as long as before, with an end of line for the space behind each row. Nothing can go
//! wrong: in doubt a line stays as it is. A row is a name and its values; all rows of a line have equally many values, and nothing
//! but words stands between them, for a sentence has commas, or goes on behind its last figure.

use crate::model::Figure;
use std::borrow::Cow;
use std::ops::Range;

/// How many figures a line must have to be a table.
const FEWEST: usize = 4;

/// The text with its rows parted.
pub fn part<'t>(text: &'t str, figures: &[&Figure]) -> Cow<'t, str> {
    let mut ends = Vec::new();
    let mut rest = figures;
    while let Some(first) = rest.first() {
        let end = text[first.span.end..].find('\n').map_or(text.len(), |at| first.span.end + at);
        let (line, others) = rest.split_at(rest.partition_point(|figure| figure.span.start < end).max(1));
        let start = text[..first.span.start].rfind('\n').map_or(0, |at| at + 1);
        ends.extend(row_ends(text, start..end, line).unwrap_or_default());
        rest = others;
    }
    if ends.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut parted = text.to_owned();
    for end in ends {
        parted.replace_range(end..=end, "\n");
    }
    Cow::Owned(parted)
}

/// The places of the spaces behind the rows of a line, but for the last; `None` if it is no table.
fn row_ends(text: &str, line: Range<usize>, figures: &[&Figure]) -> Option<Vec<usize>> {
    let between = |pair: &[&Figure]| text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
    let rows: Vec<&[&Figure]> = figures.chunk_by(|a, b| between(&[a, b]).trim().is_empty()).collect();
    let (first, last) = (figures.first()?, figures.last()?);
    let alike = figures.len() >= FEWEST && rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len());
    let head = &text[line.start..first.span.start];
    if !alike || !(head.trim().is_empty() || is_name(head)) || !text[last.span.end..line.end].trim().is_empty() {
        return None;
    }
    let gaps = rows.windows(2).map(|rows| (rows[0].last(), rows[1].first()));
    let ends = gaps.map(|(end, start)| {
        let (end, start) = (end?.span.end, start?.span.start);
        (is_name(text.get(end..start)?) && text[end..].starts_with(' ')).then_some(end)
    });
    ends.collect()
}

/// Whether a text between figures may be the name of a row: words, and no sign of a sentence.
fn is_name(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(['.', '!', '?', ',', ';', '。', '！', '？', '，', '；', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Language;

    fn parted(tag: &str, text: &str) -> String {
        let figures = Language::of(tag).unwrap().read(text);
        part(text, &figures.iter().collect::<Vec<_>>()).replace('\n', "⏎")
    }

    #[test]
    fn rows_that_stand_one_behind_the_other_are_parted() {
        assert_eq!(parted("en", "Tea 62% 66% Milk and water 48% 52%"), "Tea 62% 66%⏎Milk and water 48% 52%");
        assert_eq!(parted("en", "2020 2022 Tea 62% 66% Milk 48% 52%"), "2020 2022⏎Tea 62% 66%⏎Milk 48% 52%");
        assert_eq!(
            parted("th", "ชา ร้อยละ 62 กาแฟ ร้อยละ 48 นม ร้อยละ 9 น้ำ ร้อยละ 7"),
            "ชา ร้อยละ 62⏎กาแฟ ร้อยละ 48⏎นม ร้อยละ 9⏎น้ำ ร้อยละ 7"
        );
        assert_eq!(parted("zh-Hans", "喝茶 62% 66% 喝牛奶 48% 52%"), "喝茶 62% 66%⏎喝牛奶 48% 52%");
    }

    #[test]
    fn a_sentence_is_no_table() {
        for text in [
            "Tea rose from 62% to 66%, milk from 48% to 52%",
            "Of 100 people 62% drink tea and 48% drink milk and 9% drink water",
            "62% drink tea 48% drink milk 9% drink wine 7% drink water",
            "Tea 62% Milk 48%",
        ] {
            assert_eq!(parted("en", text), text);
        }
    }
}
