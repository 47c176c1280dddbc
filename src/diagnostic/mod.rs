//! How anything wrong is said: a [`Finding`] has a stable [`Code`], a severity, a [`Place`], what is wrong and what would be right.
//!
//! This is the ground floor: every module may import it, and it imports none of them. Findings travel beside the value of a
//! stage in a [`Findings`] and never stop at the first.

mod code;
mod emit;
mod remembered;
mod source;

pub use code::{Code, Severity};
pub use emit::{Colour, Outcome, Report, github, human, json, junit, sarif};
pub use remembered::Remembered;
pub use source::{At, Place, SourceText, Span};

use std::borrow::Cow;

/// One thing that is wrong, said so that its reader can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of wrong it is.
    pub code: Code,
    /// How much it matters; the code's own severity unless the project's policy says otherwise.
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub message: Cow<'static, str>,
    /// Where it is.
    pub place: Place,
    /// A word or two shown under the place.
    pub label: Cow<'static, str>,
    /// Other places that explain it, each with what it shows.
    pub related: Vec<(Place, String)>,
    /// What would be right.
    pub help: Option<String>,
    /// The locale that is withheld if this is an error; `None` withholds everything that depends on the place.
    pub locale: Option<String>,
}

impl Finding {
    /// A finding of `code` at `place`, saying `message`.
    pub fn new(code: Code, place: Place, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            place,
            label: Cow::Borrowed(""),
            related: Vec::new(),
            help: None,
            locale: None,
        }
    }

    /// Adds a word or two under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<Cow<'static, str>>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place that explains the finding.
    #[must_use]
    pub fn related(mut self, place: &Place, label: impl Into<String>) -> Self {
        self.related.push((place.clone(), label.into()));
        self
    }

    /// Says what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Suggests the candidate nearest to `given`, if one is near enough to be a slip of the hand.
    #[must_use]
    pub fn suggest<'a>(self, given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(given, candidates) {
            Some(candidate) => self.help(format!("did you mean `{candidate}`?")),
            None => self,
        }
    }

    /// Confines the finding to one locale: the others may still be published.
    #[must_use]
    pub fn in_locale(mut self, tag: &str) -> Self {
        self.locale = Some(tag.to_owned());
        self
    }
}

/// The findings of a task, in the order in which they were made.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds the findings of another task after these.
    pub fn append(&mut self, other: Findings) {
        self.0.extend(other.0);
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Keeps only the findings for which `keep` holds; it may change them on the way.
    pub fn retain(&mut self, keep: impl FnMut(&mut Finding) -> bool) {
        self.0.retain_mut(keep);
    }

    /// Puts the findings in the order of a reader: by file, then by position, then by code; a repeated finding is said once.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            let key = |f: &Finding| (f.place.path().to_owned(), f.place.span().start, f.place.span().end, f.code.name());
            key(a).cmp(&key(b)).then_with(|| (&a.message, &a.locale).cmp(&(&b.message, &b.locale)))
        });
        self.0.dedup();
    }
}

impl std::ops::Deref for Findings {
    type Target = [Finding];
    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

impl Extend<Finding> for Findings {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, findings: T) {
        self.0.extend(findings);
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<T: IntoIterator<Item = Finding>>(findings: T) -> Self {
        Self(findings.into_iter().collect())
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The candidate nearest to `given` by Damerau–Levenshtein distance, if no more than a third of it is different.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = given.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::damerau_levenshtein(given, candidate), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_candidate_is_a_slip_of_the_hand_away() {
        assert_eq!(nearest("percnt", ["percent", "count"]), Some("percent"));
        assert_eq!(nearest("decimls", ["decimals", "derive"]), Some("decimals"));
        assert_eq!(nearest("banana", ["percent", "count"]), None);
    }

    #[test]
    fn findings_sort_by_place_and_are_said_once() {
        let text = SourceText::new("a.yaml", "one\ntwo\n");
        let at = |span: std::ops::Range<usize>| Finding::new(Code::KeyUnknown, text.at(span), "x");
        let mut findings = Findings::new();
        findings.push(at(4..7));
        findings.push(at(0..3));
        findings.push(at(4..7));
        findings.sort();
        assert_eq!(findings.iter().map(|f| f.place.span().start).collect::<Vec<_>>(), [0, 4]);
    }
}
