//! What a text says: its figures in its own language, and those in others in which it may be read.
//!
//! In: a text with its language, that of its document, and whether it is an attribute. Out: [`Said`], which depends on nothing
//! else. So it is kept for when the text comes again: titles, labels and cells stand on many pages. Nothing can go wrong.

use super::figures::overlap;
use super::reading::Piece;
use super::scripts::{Scripts, runs};
use crate::figure::numeric::is_numeric;
use crate::model::Figure;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// The figures of a text in its own language, and those in others.
#[derive(Debug)]
pub(super) struct Said {
    pub own: Vec<Figure>,
    pub others: Vec<Figure>,
}

/// Reads the figures of a text in the language of that tag.
pub(super) type Read = fn(tag: &str, text: &str) -> Vec<Figure>;

/// Reads texts, and keeps what short ones say.
#[derive(Debug)]
pub(super) struct Ear {
    read: Read,
    hasher: RandomState,
    /// What is kept, by the hash of the text, so that threads seldom wait for each other.
    shelves: [Mutex<BTreeMap<String, Arc<Said>>>; SHELVES],
}

const SHELVES: usize = 16;

/// How many bytes the text of a cell has at most, and that of an attribute: longer ones hardly come twice.
const CELL: usize = 120;
const ATTRIBUTE: usize = 480;

/// How many texts a shelf holds before it is cleared: what is kept stays within some megabytes.
const FULL: usize = 1024;

impl Ear {
    /// An ear to which `read` tells the figures of a text.
    pub fn new(read: Read) -> Self {
        Self { read, hasher: RandomState::new(), shelves: Default::default() }
    }

    /// What a piece says in the language of the tag, in a document of that locale.
    pub fn hear(&self, document: &str, tag: &str, piece: &Piece) -> Arc<Said> {
        if piece.text.len() > if piece.attribute { ATTRIBUTE } else { CELL } {
            return Arc::new(self.said(document, tag, piece));
        }
        let mark = if piece.attribute { "@" } else { "" };
        let key = [document, tag, mark, &piece.text].join("\0");
        let shelf = &self.shelves[self.hasher.hash_one(&key) as usize % SHELVES];
        let lock = || shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(said) = lock().get(&key) {
            return Arc::clone(said);
        }
        let said = Arc::new(self.said(document, tag, piece));
        let mut shelf = lock();
        if shelf.len() == FULL {
            shelf.clear();
        }
        shelf.insert(key, Arc::clone(&said));
        said
    }

    fn said(&self, document: &str, tag: &str, piece: &Piece) -> Said {
        let own = (self.read)(tag, &piece.text);
        let others = self.in_other_languages(document, tag, piece, &own);
        Said { own, others }
    }

    /// The figures that a piece says in another language than its own: in the document's, or in one whose letters it has. Only
    /// those in words, and those in digits that its own language takes for the number of an item or the like; but for an attribute:
    /// it may be in the document's language wherever it stands, digits included.
    fn in_other_languages(&self, document: &str, tag: &str, piece: &Piece, own: &[Figure]) -> Vec<Figure> {
        let text = piece.text.as_str();
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

/// Whether a piece is an attribute within another language, which must hold good in the document's too.
pub(super) fn may_be_of_document(document: &str, tag: &str, piece: &Piece) -> bool {
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

    fn piece(text: &str, attribute: bool) -> Piece {
        Piece { text: text.to_owned(), attribute, ..Piece::default() }
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
            }
        }
    }

    #[test]
    fn no_more_is_kept_than_there_is_room() {
        let ear = Ear::new(read);
        for number in 0..3 * FULL * SHELVES {
            ear.hear("en", "en", &piece(&number.to_string(), false));
        }
        assert!(ear.shelves.iter().all(|shelf| shelf.lock().unwrap().len() <= FULL));
    }
}
