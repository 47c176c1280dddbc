//! Findings as plain data, to be said again without looking for them again.
//!
//! In: findings. Out: [`Remembered`], with the texts that their places are in, each once; and of that the same findings. What can go wrong:
//! data that was not made of findings is none.

use super::{Code, Finding, Findings, Place, Severity, SourceText};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Findings that are remembered.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The texts of files, each behind its path.
    texts: Vec<(String, String)>,
    findings: Vec<KeptFinding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    severity: Severity,
    message: String,
    place: KeptPlace,
    label: String,
    related: Vec<(KeptPlace, String)>,
    help: Option<String>,
    locale: Option<String>,
}

/// Which text, and from where to where in it.
type KeptPlace = (usize, usize, usize);

/// The texts that places are in, by path and text, each with its number.
type Texts<'f> = BTreeMap<(&'f str, &'f str), usize>;

impl Remembered {
    /// These findings.
    pub fn of(findings: &Findings) -> Self {
        let mut texts = Texts::new();
        let findings = findings.iter().map(|finding| KeptFinding::of(finding, &mut texts)).collect();
        let mut texts: Vec<_> = texts.into_iter().map(|((path, text), number)| (number, path, text)).collect();
        texts.sort_unstable();
        Self { texts: texts.into_iter().map(|(_, path, text)| (path.to_owned(), text.to_owned())).collect(), findings }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many bytes the texts have that they are in.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(|(_, text)| text.len()).sum()
    }

    /// The findings; nothing of data that was not made of any.
    pub fn findings(self) -> Option<Findings> {
        let texts: Vec<_> = self.texts.into_iter().map(|(path, text)| SourceText::new(path, text)).collect();
        self.findings.into_iter().map(|finding| finding.said(&texts)).collect()
    }
}

impl KeptFinding {
    fn of<'f>(finding: &'f Finding, texts: &mut Texts<'f>) -> Self {
        Self {
            code: finding.code.name().to_owned(),
            severity: finding.severity,
            message: finding.message.to_string(),
            place: number(&finding.place, texts),
            label: finding.label.to_string(),
            related: finding.related.iter().map(|(place, what)| (number(place, texts), what.clone())).collect(),
            help: finding.help.clone(),
            locale: finding.locale.clone(),
        }
    }

    fn said(self, texts: &[Arc<SourceText>]) -> Option<Finding> {
        let place = |(text, start, end): KeptPlace| texts.get(text).map(|text| text.at(start..end));
        let related: Option<_> = self.related.into_iter().map(|(at, what)| Some((place(at)?, what))).collect();
        Some(Finding {
            code: Code::from_name(&self.code)?,
            severity: self.severity,
            message: self.message.into(),
            place: place(self.place)?,
            label: self.label.into(),
            related: related?,
            help: self.help,
            locale: self.locale,
        })
    }
}

fn number<'f>(place: &'f Place, texts: &mut Texts<'f>) -> KeptPlace {
    let next = texts.len();
    let text = *texts.entry((place.path(), place.source.text())).or_insert(next);
    (text, place.span().start, place.span().end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_as_they_were() {
        let (a, b) = (SourceText::new("a.ftl", "ร้อยละ 88"), SourceText::new("b.yaml", "value: 88"));
        let finding = |text: &Arc<SourceText>, code| Finding::new(code, text.at(0..6), "what is wrong").label("here");
        let mut first = finding(&a, Code::HedgeFalse).related(&b.at(7..9), "the value").help("mend it").in_locale("th");
        first.severity = Severity::Note;
        let findings: Findings =
            [first, finding(&b, Code::SourceStale), finding(&a, Code::KeyUnknown)].into_iter().collect();
        let kept = Remembered::of(&findings);
        assert_eq!((kept.texts.len(), kept.bytes()), (2, a.text().len() + b.text().len()));
        let again: Remembered = postcard::from_bytes(&postcard::to_stdvec(&kept).unwrap()).unwrap();
        assert_eq!(again.findings(), Some(findings));
        let broken = Remembered { texts: Vec::new(), ..kept };
        assert_eq!(broken.findings(), None);
    }
}
