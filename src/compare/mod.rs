//! Does a text say the same figures as its translation?
//!
//! In: a source text and a target text, each in a language that [`figure`](crate::figure) reads (the same one on both sides is
//! allowed). Out: [`Change`]s, each with the spans on both sides and a [`Code`] that names what happened: lost, added, digits
//! transposed, decimal shifted, two figures swapped. Equal means equal in value, kind and direction of the hedge, whatever the
//! script, the era, the scale or the wording.
//!
//! 1. [`sameness`](crate::figure::sameness) says whether two figures say the same.
//! 2. `matching` pairs those that do, by order; what may be left unsaid (a repeated figure, 一) is let go.
//! 3. `naming` pairs what is left by likeness, and names each change.
//! 4. `swap` looks for pairs that changed places, `form` for debris of markup and separators, `vague` for dozens that became
//!    hundreds.

mod concept;
pub(crate) mod debris;
mod digits;
mod form;
mod hedges;
mod matching;
mod months;
mod naming;
mod nearness;
mod normal;
mod runs;
mod swap;
mod unsaid;
mod vague;

pub(crate) use concept::words_of_concepts;

use crate::diagnostic::{Code, Severity};
use crate::figure::Language;
use crate::model::Figure;
use normal::Normal;
use std::ops::Range;

/// A figure of the target that does not say what the source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub code: Code,
    /// The bytes in the source text; `None` for a figure that was added.
    pub source: Option<Range<usize>>,
    /// The bytes in the target text; `None` for a figure that was lost.
    pub target: Option<Range<usize>>,
    /// What is wrong, in one line.
    pub message: String,
}

impl Change {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// One side of a comparison: a text, and the figures read in it.
#[derive(Debug)]
pub(crate) struct Side<'t> {
    pub language: &'static Language,
    pub text: &'t str,
    pub figures: Vec<Figure>,
}

impl<'t> Side<'t> {
    fn new(language: &'static Language, text: &'t str) -> Self {
        let figures =
            language.read(text).into_iter().filter(|figure| figure.role == crate::model::Role::Statistic).collect();
        Self { language, text, figures }
    }

    /// The text of a figure.
    pub fn words(&self, figure: usize) -> &'t str {
        &self.text[self.figures[figure].span.clone()]
    }
}

/// Compares a text with its translation; the changes in the order of the source, additions last.
pub fn compare(from: &'static Language, source: &str, to: &'static Language, target: &str) -> Vec<Change> {
    let (here, there) = (Normal::new(from.tag, source), Normal::new(to.tag, target));
    let (source, target) = (Side::new(from, &here.text), Side::new(to, &there.text));
    let matching = matching::pair(&source, &target);
    let mut changes = form::debris(&source, &target);
    changes.extend(form::misprints(&source, &target));
    changes.extend(vague::changed(&source, &target));
    changes.extend(months::changed(&source, &target));
    changes.extend(naming::name(&source, &target, &matching));
    changes.extend(swap::swapped(&source, &target, &matching));
    form::merge(&mut changes);
    for change in &mut changes {
        change.source = change.source.as_ref().map(|span| here.original(span));
        change.target = change.target.as_ref().map(|span| there.original(span));
    }
    changes.sort_by_key(|change| {
        let start = |span: &Option<Range<usize>>| span.as_ref().map_or(usize::MAX, |span| span.start);
        (start(&change.source), start(&change.target))
    });
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(source: &str, target: &str) -> Vec<&'static str> {
        let english = Language::of("en").expect("English is there");
        compare(english, source, english, target).iter().map(|change| change.code.name()).collect()
    }

    #[test]
    fn harmless_rewrites_are_no_changes() {
        for (source, target) in [
            ("80% agree", "four in five agree"),
            ("1.2 million users", "1,200,000 users"),
            ("half agree", "50% agree"),
            ("it took 18 months", "it took 1.5 years"),
            ("4% to 8%", "between 4 and 8 percent"),
        ] {
            assert_eq!(codes(source, target), Vec::<&str>::new(), "{source} / {target}");
        }
    }

    #[test]
    fn a_change_is_named() {
        assert_eq!(codes("57% agree", "75% agree"), ["digits-transposed"]);
        assert_eq!(codes("57% agree", "% agree"), ["figure-lost"]);
        assert_eq!(codes("from 31% to 60%", "from 60% to 31%"), ["figures-swapped"]);
    }
}
