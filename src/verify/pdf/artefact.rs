//! What readers that follow the structure skip: running titles, page numbers, the header of a table on its next page.
//!
//! In: what the pages drew, and the blocks of the structure. Out: the texts that say something else than the structure does, which
//! are read like any other. A page number is known by its place in a row: on every page, in the same words, the page's own number,
//! and perhaps how many there are. Any other digit is a figure to be proven.

use super::content::{Drawn, Piece};
use super::{Block, link};
use std::collections::BTreeSet;

/// How many columns a table has whose header is known again on its next page.
const WIDEST: usize = 64;

/// How many letters of a title are enough to know it again where there was no room for the rest.
const ENOUGH: usize = 12;

/// The texts of artefacts that do not stand in the structure, without page numbers.
pub(super) fn texts(drawn: &[Drawn], blocks: &[Block]) -> Vec<Block> {
    let known = known(blocks);
    let pages: Vec<Vec<&str>> = drawn.iter().map(|drawn| unknown(drawn, &known)).collect();
    let wording = wording(&pages);
    let mut found = Vec::new();
    for (page, texts) in pages.iter().enumerate() {
        for text in texts {
            let number = wording.as_ref().filter(|wording| signatures(text, page + 1, pages.len()).contains(wording));
            let text = number.map_or_else(|| (*text).to_owned(), |(words, _)| words.concat());
            found.push(Block { text, page: Some(page), heard: true, ..Block::default() });
        }
    }
    found
}

/// What the structure says, by its letters: each text, and the beginning of each row of header cells.
fn known(blocks: &[Block]) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = blocks.iter().map(|block| link::letters(&block.text)).collect();
    for (first, _) in blocks.iter().enumerate().filter(|(_, block)| block.role == "TH") {
        let mut row = String::new();
        for cell in blocks[first..].iter().take(WIDEST).take_while(|block| block.role == "TH") {
            row.push_str(&link::letters(&cell.text));
            known.insert(row.clone());
        }
    }
    known
}

/// The artefacts of a page that say something else.
fn unknown<'a>(drawn: &'a Drawn, known: &BTreeSet<String>) -> Vec<&'a str> {
    let says_again = |piece: &Piece| {
        let letters = link::letters(&piece.text);
        let begins = |whole: &String| {
            let in_number = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || ".,%".contains(c));
            whole
                .strip_prefix(letters.as_str())
                .is_some_and(|rest| !(in_number(letters.chars().next_back()) && in_number(rest.chars().next())))
        };
        known.contains(&letters)
            || letters.chars().count() >= ENOUGH && known.range(letters.clone()..).next().is_some_and(begins)
    };
    let artefacts = drawn.pieces.iter().filter(|piece| piece.number.is_none() && !piece.text.trim().is_empty());
    artefacts.filter(|piece| !says_again(piece)).map(|piece| piece.text.as_str()).collect()
}

/// The words of a text around its numbers, and which of them is the page's own; the others are how many pages there are.
type Signature<'a> = (Vec<&'a str>, usize);

/// The words of page numbers: those that stand once on each page around its numbers; the last of them, for they stand at the foot.
fn wording<'a>(pages: &[Vec<&'a str>]) -> Option<Signature<'a>> {
    let count = pages.len();
    let on = |page: usize| pages[page].iter().flat_map(move |text| signatures(text, page + 1, count));
    let is_on_all = |wanted: &Signature<'_>| (0..count).all(|page| on(page).filter(|known| known == wanted).count() == 1);
    (count > 0).then(|| on(0).rfind(is_on_all)).flatten()
}

/// The ways to take a text for the number of a page.
fn signatures(text: &str, page: usize, count: usize) -> Vec<Signature<'_>> {
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[start..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| start + end);
        words.push(&rest[..start]);
        numbers.push(&rest[start..end]);
        rest = &rest[end..];
    }
    words.push(rest);
    let (page, count) = (page.to_string(), count.to_string());
    let fits = |own: &usize| {
        numbers.len() <= 2
            && numbers.iter().enumerate().all(|(place, number)| *number == if place == *own { &page } else { &count })
    };
    (0..numbers.len()).filter(fits).map(|own| (words.clone(), own)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known_by_their_row() {
        let pages =
            |texts: &[&'static str]| -> Vec<Vec<&'static str>> { texts.iter().map(|text| vec!["Site 1", *text]).collect() };
        for row in [
            ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
            ["共3页，第1页", "共3页，第2页", "共3页，第3页"],
            ["1", "2", "3"],
        ] {
            assert!(wording(&pages(&row)).is_some(), "{row:?}");
        }
        for row in [
            ["Page 1 of 3", "Page 3 of 3", "Page 3 of 3"],
            ["Page 1 of 3", "Page 2 of 4", "Page 3 of 3"],
            ["Page 1 of 3", "Site 2 of 3", "Page 3 of 3"],
            ["Page 1 of 3", "Page 2 of 3%", "Page 3 of 3"],
            ["Page 1 of 3 of 3", "Page 2 of 3 of 3", "Page 3 of 3 of 3"],
            ["1", "2", "2"],
        ] {
            assert!(wording(&pages(&row)).is_none(), "{row:?}");
        }
    }
}
