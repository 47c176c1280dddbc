//! Ids as types of their own, so that the id of a stat is never taken for that of a source.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in the files.
            pub fn new(id: impl AsRef<str>) -> Self {
                Self(Arc::from(id.as_ref()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a source, such as `connected-customer-2022`.
    SourceId;
    /// The id of a stat, which is also its Fluent variable.
    StatId;
    /// The id of an article.
    ArticleId;
    /// The id of a Fluent message.
    MessageId;
    /// The tag of a locale (BCP 47), such as `zh-Hans`.
    LocaleTag;
}

/// Whether `text` can be an id: lowercase ASCII letters, digits and hyphens, beginning with a letter.
///
/// It is the part of Fluent's identifiers that needs no escaping in a path, an address or HTML.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
