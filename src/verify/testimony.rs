//! That a document was proven, kept from one run to the next.
//!
//! In: a [`Verified`] and the key of its inputs, which is a digest of everything that its rendering and its proof depend on, the
//! program itself included. Out: a [`Testimony`], which holds of the very bytes that were proven, under the very same key, and of
//! nothing else. It is the only other door to publishing: what [`Testimony::hears`] gives can be made nowhere else. Nothing can go
//! wrong; a testimony that does not hold is worth nothing, and the document is rendered and proven again.

use super::Verified;
use crate::model::digest::Digest;
use serde::{Deserialize, Serialize};

/// That bytes were proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Testimony {
    key: Digest,
    bytes: Digest,
    figures: usize,
}

/// Bytes that are still those that were proven.
#[derive(Debug)]
pub struct Recalled {
    figures: usize,
}

impl Testimony {
    /// Of a document that was proven from inputs of that key, with nothing found in it.
    pub fn of(verified: &Verified, key: Digest) -> Self {
        Self { key, bytes: Digest::of(&verified.document().bytes), figures: verified.figures().len() }
    }

    /// The key of the inputs.
    pub fn key(&self) -> Digest {
        self.key
    }

    /// The digest of the bytes.
    pub fn bytes(&self) -> Digest {
        self.bytes
    }

    /// Whether it holds of bytes with that digest and these inputs.
    pub fn hears(&self, bytes: Digest, key: Digest) -> Option<Recalled> {
        (self.key == key && self.bytes == bytes).then_some(Recalled { figures: self.figures })
    }
}

impl Recalled {
    /// How many figures were proven in it.
    pub fn figures(&self) -> usize {
        self.figures
    }
}
