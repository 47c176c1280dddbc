//! What is kept of a document when its bytes are on the disk.

use crate::model::{ArticleId, LocaleTag};
use crate::verify::{Recalled, Verified};
use serde::Serialize;

/// A finished file that was proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// What it is.
    #[serde(flatten)]
    pub head: Head,
    /// How many figures were proven in it.
    pub figures: usize,
}

/// A finished file, as the ledger and the report name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The article; `index` and `root` are the pages around them.
    pub article: ArticleId,
    /// The locale.
    pub locale: LocaleTag,
    /// The name of the format.
    pub format: &'static str,
    /// The path in the output folder.
    pub path: String,
}

impl Leaf {
    /// What is kept of a document.
    pub fn of(verified: &Verified) -> Self {
        let document = verified.document();
        let head = Head {
            article: document.article.clone(),
            locale: document.locale.clone(),
            format: document.format,
            path: document.path.clone(),
        };
        Self { head, figures: verified.figures().len() }
    }

    /// What is kept of a document that an earlier run proved.
    pub(super) fn recalled(of: (ArticleId, LocaleTag), format: &'static str, path: String, recalled: &Recalled) -> Self {
        Self { head: Head { article: of.0, locale: of.1, format, path }, figures: recalled.figures() }
    }
}
