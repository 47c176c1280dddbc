//! What speaks for a stat: the cell of a table, the words of its source, or the stats that it is computed from.

use super::stat::{Stat, StatValue};

/// A kind of evidence, which was held against the stat before anything was rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A cell of the table that is kept beside the source.
    Cell,
    /// The words of the source.
    Quote,
    /// Other stats, from which the value is computed.
    Derived,
}

impl Evidence {
    /// Every kind.
    pub const ALL: [Evidence; 3] = [Evidence::Cell, Evidence::Quote, Evidence::Derived];

    /// What speaks for a stat; nothing if its file says only that the source has it.
    pub fn of(stat: &Stat) -> impl Iterator<Item = Evidence> {
        let speaks = |kind: &Evidence| match kind {
            Evidence::Cell => stat.cell.is_some(),
            Evidence::Quote => stat.quote.is_some(),
            Evidence::Derived => matches!(stat.value.value, StatValue::Derived(_)),
        };
        Self::ALL.into_iter().filter(speaks)
    }

    /// The name used in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Cell => "cell",
            Evidence::Quote => "quote",
            Evidence::Derived => "derived",
        }
    }
}
