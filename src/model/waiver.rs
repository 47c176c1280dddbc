//! Findings that are allowed: each waiver names the finding, a reason, a last day, and what it expects to see there.

use super::project::Project;
use crate::diagnostic::{At, Code, Finding, Findings, Place};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A finding that is allowed.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The whole entry.
    pub place: Place,
    /// The code of the finding.
    pub code: At<Code>,
    /// Where it is: a file, or the id of a stat or a message.
    pub at: At<String>,
    /// Why it is allowed.
    pub reason: String,
    /// The last day on which it is.
    pub until: At<Date>,
    /// The value or text that is expected there; whatever it is, if not given.
    pub value: Option<At<String>>,
}

/// Where a finding was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// In the project's own files.
    Project,
    /// In a finished file, which only a waiver with a value can allow.
    Finished,
}

impl Project {
    /// Takes out the waivers that have ended, and says so.
    pub fn expire(&mut self, today: Option<Date>) -> Findings {
        let mut findings = Findings::new();
        self.waivers.retain(|waiver| {
            let expired = today.is_some_and(|today| today > waiver.until.value);
            if expired {
                let message = format!("`{}` was allowed here until {}", waiver.code.value.name(), waiver.until.value);
                let finding = Finding::new(Code::WaiverExpired, waiver.until.place.clone(), message);
                findings.push(finding.help("mend what it allowed, or decide again"));
            }
            !expired
        });
        findings
    }

    /// Parts the findings into those that a waiver allows and those that are left.
    pub fn waive(&self, stand: Stand, findings: Findings) -> (Waived, Findings) {
        let (mut waived, mut left) = (Waived::default(), Findings::new());
        for finding in findings {
            match self.waivers.iter().position(|waiver| waiver.allows(self, stand, &finding)) {
                Some(waiver) => waived.0.entry(waiver).or_default().push(finding),
                None => left.push(finding),
            }
        }
        (waived, left)
    }

    /// Whether a place is in that file, or in what the file says of that stat or message.
    pub fn is_at(&self, at: &str, place: &Place) -> bool {
        let inside = |entry: &Place| entry.path() == place.path() && entry.span().contains(&place.span().start);
        place.path() == at
            || self.stats.get(at).is_some_and(|stat| inside(&stat.stat.entry))
            || self.message_at(place).as_deref() == Some(at)
    }

    /// The value of a stat as its file gives it.
    fn value_of(&self, stat: &str) -> Option<&str> {
        self.stats.get(stat).map(|stat| stat.stat.value.place.text())
    }
}

impl Waiver {
    fn allows(&self, project: &Project, stand: Stand, finding: &Finding) -> bool {
        let expected = match (&self.value, stand) {
            (None, Stand::Project) => true,
            (None, Stand::Finished) => false,
            (Some(value), _) => self.seen(project, stand, finding).iter().any(|seen| seen == &value.value),
        };
        expected && self.names(project, stand, finding)
    }

    /// Whether it names the finding, whatever stands there.
    fn names(&self, project: &Project, stand: Stand, finding: &Finding) -> bool {
        // A finding in a finished file points back to the message and the stat that it comes from.
        let related = finding.related.iter().map(|(place, _)| place).filter(|_| stand == Stand::Finished);
        self.code.value == finding.code
            && std::iter::once(&finding.place).chain(related).any(|place| project.is_at(&self.at.value, place))
    }

    /// What stands where the finding is.
    fn seen(&self, project: &Project, stand: Stand, finding: &Finding) -> Vec<String> {
        let text = finding.place.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let value = project.value_of(&self.at.value).filter(|_| stand == Stand::Project || text.is_empty());
        Some(text).filter(|text| !text.is_empty()).into_iter().chain(value.map(str::to_owned)).collect()
    }
}

/// What waivers allowed: the findings of each, by its position in the project.
#[derive(Debug, Default, Clone)]
pub struct Waived(BTreeMap<usize, Findings>);

impl Waived {
    /// Takes out of findings what a waiver allows; the rest.
    pub fn take(&mut self, stand: Stand, findings: Findings, project: &Project) -> Findings {
        let (waived, left) = project.waive(stand, findings);
        self.append(waived);
        left
    }

    /// Whether nothing was allowed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds what was allowed elsewhere.
    pub fn append(&mut self, other: Waived) {
        other.0.into_iter().for_each(|(waiver, findings)| self.0.entry(waiver).or_default().append(findings));
    }

    /// A note of each waiver that allowed something. Where nothing was left out of the run, one that allowed nothing is found too,
    /// with what stands in its way among the findings that are `left`.
    pub fn findings(mut self, project: &Project, whole: bool, left: &Findings) -> Findings {
        let mut findings = Findings::new();
        for (position, waiver) in project.waivers.iter().enumerate() {
            let mut allowed = self.0.remove(&position).unwrap_or_default();
            allowed.sort();
            if !allowed.is_empty() {
                findings.push(waiver.note(&allowed));
            } else if whole {
                findings.push(waiver.unused(project, left));
            }
        }
        findings
    }
}

impl Waiver {
    fn note(&self, allowed: &Findings) -> Finding {
        let times = if allowed.len() == 1 { "once".to_owned() } else { format!("{} times", allowed.len()) };
        let name = self.code.value.name();
        let message = format!("`{name}` is allowed here {times} until {}: {}", self.until.value, self.reason);
        let finding = Finding::new(Code::FindingWaived, self.place.clone(), message);
        allowed.iter().fold(finding, |finding, allowed| finding.related(&allowed.place, allowed.message.to_string()))
    }

    fn unused(&self, project: &Project, left: &Findings) -> Finding {
        let stands = [Stand::Project, Stand::Finished];
        let near = left.iter().find(|finding| stands.iter().any(|stand| self.names(project, *stand, finding)));
        let (name, at) = (self.code.value.name(), &self.at.value);
        let finding = |place: &Place, message: String| Finding::new(Code::WaiverUnused, place.clone(), message);
        match (near, &self.value) {
            (Some(near), Some(value)) => {
                finding(&value.place, format!("`{name}` is found at `{at}`, but not of `{}`", value.value))
                    .related(&near.place, "what is found")
                    .help("look at it again, and write what stands there now")
            }
            (Some(near), None) => finding(&self.place, format!("`{name}` in a finished file is allowed only by its value"))
                .related(&near.place, "what is found")
                .help("add a `value`: the text that is expected there"),
            (None, _) => finding(&self.place, format!("there is no `{name}` at `{at}`")).help("remove the waiver"),
        }
    }
}
