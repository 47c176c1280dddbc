//! STUB, to be replaced by the stage itself.

/// A kind of file that the user writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `numerate.toml`.
    Settings,
    /// `data/sources/*.yaml`.
    Source,
    /// `data/stats/*.yaml`.
    Stats,
    /// `data/articles/*.yaml`.
    Article,
}

impl Kind {
    /// Every kind with its name.
    pub const ALL: [(&'static str, Kind); 4] =
        [("settings", Kind::Settings), ("source", Kind::Source), ("stats", Kind::Stats), ("article", Kind::Article)];

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }
}

/// The JSON Schema (2020-12) of a kind of file.
pub fn schema(_kind: Kind) -> serde_json::Value {
    serde_json::json!({"$schema": "https://json-schema.org/draft/2020-12/schema"})
}
