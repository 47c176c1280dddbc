//! What a text says: its figures in its own language, and those in others in which it may be read.
//!
//! In: a text with its language, that of its document, and whether it is an attribute. Out: [`Said`], which depends on nothing
//! else. So it is kept for when the text comes again: titles, labels and cells stand on many pages. Nothing can go wrong.

use super::figures::overlap;
use super::reading::Piece;
use super::scripts::{Scripts, numerals, runs};
use crate::figure::numeric::is_numeric;
use crate::model::Figure;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// The figures of a text in its own language, and those in others.
#[derive(Debug)]
pub(super) struct Said {
    pub own: Vec<Figure>,
    pub others: Vec<Figure>,
    /// Its digits and other signs of numbers, run by run, whether anybody reads a figure in them or not.
    pub numerals: Vec<Range<usize>>,
}

/// Reads the figures of a text in the language of that tag.
pub(super) type Read = fn(tag: &str, text: &str) -> Vec<Figure>;

/// Reads texts, and keeps what short ones say.
#[derive(Debug)]
pub(super) struct Ear {
    read: Read,
    /// What is kept, by the numbers of the texts; of those that share a place, the last.
    places: Box<[Mutex<Option<Kept>>]>,
}

/// What a text says, with all that it depends on.
#[derive(Debug)]
struct Kept {
    document: String,
    tag: String,
    attribute: bool,
    text: String,
    said: Arc<Said>,
}

impl Kept {
    fn is_of(&self, document: &str, tag: &str, piece: &Piece<'_>) -> bool {
        self.text == piece.text && self.tag == tag && self.document == document && self.attribute == piece.attribute
    }
}

/// How many bytes the text of a cell has at most, and that of an attribute: longer ones hardly come twice.
const CELL: usize = 120;
const ATTRIBUTE: usize = 480;

/// How many texts are kept: so many that what they take stays within some megabytes.
const PLACES: usize = 1 << 14;

impl Ear {
    /// An ear to which `read` tells the figures of a text.
    pub fn new(read: Read) -> Self {
        Self { read, places: (0..PLACES).map(|_| Mutex::default()).collect() }
    }

    /// What a piece says in the language of the tag, in a document of that locale.
    pub fn hear(&self, document: &str, tag: &str, piece: &Piece<'_>) -> Arc<Said> {
        if piece.text.len() > if piece.attribute { ATTRIBUTE } else { CELL } {
            return Arc::new(self.said(document, tag, piece));
        }
        let place = &self.places[number(document, tag, piece) as usize % PLACES];
        let lock = || place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lock().as_ref().filter(|kept| kept.is_of(document, tag, piece)) {
            return Arc::clone(&kept.said);
        }
        let said = Arc::new(self.said(document, tag, piece));
        let (document, tag, text) = (document.to_owned(), tag.to_owned(), piece.text.clone().into_owned());
        *lock() = Some(Kept { document, tag, attribute: piece.attribute, text, said: Arc::clone(&said) });
        said
    }

    fn said(&self, document: &str, tag: &str, piece: &Piece<'_>) -> Said {
        let own = (self.read)(tag, &piece.text);
        let others = self.in_other_languages(document, tag, piece, &own);
        Said { own, others, numerals: numerals(&piece.text).collect() }
    }

    /// The figures that a piece says in another language than its own: in the document's, or in one whose letters it has. Only
    /// those in words, and those in digits that its own language takes for the number of an item or the like; but for an attribute:
    /// it may be in the document's language wherever it stands, digits included.
    fn in_other_languages(&self, document: &str, tag: &str, piece: &Piece<'_>, own: &[Figure]) -> Vec<Figure> {
        let text = piece.text.as_ref();
        let scripts = Scripts::of(text);
        let others = scripts.languages().filter(|other| *other != document && *other != tag);
        let mut figures: Vec<_> = others.flat_map(|other| self.in_runs(other, text)).collect();
        let no_claim = |figure: &Figure| own.iter().any(|own| !own.is_claim() && overlap(&own.span, &figure.span));
        let in_words = |figure: &Figure| !text[figure.span.clone()].contains(is_numeric) || no_claim(figure);
        if may_be_of_document(document, tag, piece) {
            figures.retain(in_words);
            figures.extend((self.read)(document, text));
            return figures;
        }
        // Without its letters the document's language says no more in words than the text's own; digits it may read otherwise.
        if tag != document && (scripts.may_say(document) || own.iter().any(|own| !own.is_claim())) {
            figures.extend(self.in_runs(document, text));
        }
        figures.retain(in_words);
        figures
    }

    /// The figures of a text in the parts in which a language may say any in words.
    fn in_runs(&self, tag: &str, text: &str) -> Vec<Figure> {
        let in_run = |run: Range<usize>| {
            let read = (self.read)(tag, &text[run.clone()]);
            read.into_iter().map(move |figure| moved(figure, run.start))
        };
        runs(tag, text).into_iter().flat_map(in_run).collect()
    }
}

/// A number for a text in its language, which few others share.
fn number(document: &str, tag: &str, piece: &Piece<'_>) -> u64 {
    let mix = |number: u64, part: u64| (number ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let of = |number: u64, text: &str| {
        let (eights, rest) = text.as_bytes().as_chunks::<8>();
        let number = eights.iter().fold(number, |number, eight| mix(number, u64::from_le_bytes(*eight)));
        mix(number, rest.iter().fold(rest.len() as u64, |part, byte| part << 8 | u64::from(*byte)))
    };
    of(of(of(u64::from(piece.attribute), document), tag), &piece.text)
}

/// Whether a piece is an attribute within another language, which must hold good in the document's too.
pub(super) fn may_be_of_document(document: &str, tag: &str, piece: &Piece<'_>) -> bool {
    piece.attribute && tag != document
}

/// A figure that was read in a part of a text which begins at `start`.
fn moved(figure: Figure, start: usize) -> Figure {
    let move_span = |span: Range<usize>| span.start + start..span.end + start;
    Figure { span: move_span(figure.span), core: move_span(figure.core), ..figure }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn piece(text: &str, attribute: bool) -> Piece<'_> {
        Piece { text: text.into(), attribute, ..Piece::default() }
    }

    #[test]
    fn what_is_kept_is_what_was_read() {
        let ear = Ear::new(read);
        for (tag, text, attribute) in [
            ("en", "62%", false),
            ("th", "62%", false),
            ("en", "62 คน", true),
            ("en", "62 คน", false),
            ("zh-Hans", "九成", false),
        ] {
            let piece = piece(text, attribute);
            let fresh = ear.said("en", tag, &piece);
            for _ in 0..2 {
                let kept = ear.hear("en", tag, &piece);
                assert_eq!((&kept.own, &kept.others), (&fresh.own, &fresh.others), "{tag} {text}");
                assert_eq!(kept.numerals, fresh.numerals, "{tag} {text}");
            }
        }
    }

    #[test]
    fn texts_of_one_place_are_told_apart() {
        let ear = Ear::new(read);
        let place = |text: &str| number("en", "en", &piece(text, false)) as usize % PLACES;
        let shared = (0..).map(|number: u32| number.to_string()).find(|text| place(text) == place("62%"));
        for text in ["62%", &shared.expect("one of so many shares its place"), "62%"] {
            assert_eq!(
                ear.hear("en", "en", &piece(text, false)).own,
                ear.said("en", "en", &piece(text, false)).own,
                "{text}"
            );
        }
    }
}
