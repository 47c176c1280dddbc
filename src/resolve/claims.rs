//! The other ways in which a stat may be said: each must be true of its value.

use crate::diagnostic::{Code, Finding, Findings};
use crate::figure::claim;
use crate::model::{Quantity, Stat};

/// Reports every wording that is not true of what the stat says, before it is rounded.
pub fn check(stat: &Stat, exact: &Quantity, findings: &mut Findings) {
    for say in &stat.say {
        if let Err(reason) = claim::holds(&say.quantity(stat), exact) {
            let finding = Finding::new(Code::HedgeFalse, say.value.place.clone(), reason);
            findings.push(finding.related(&stat.value.place, "the value"));
        }
    }
}
