//! STUB, to be replaced by the stage itself.

use crate::diagnostic::Findings;
use crate::model::{Document, Edition, Project};

/// Renders editions.
#[derive(Debug)]
pub struct Renderer;

impl Renderer {
    /// A renderer for a project.
    pub fn new(_project: &Project) -> (Self, Findings) {
        (Self, Findings::new())
    }

    /// An edition in each format.
    pub fn article(&self, _edition: &Edition) -> (Vec<Document>, Findings) {
        (Vec::new(), Findings::new())
    }

    /// The pages of the site itself.
    pub fn site(&self, _editions: &[&Edition]) -> (Vec<Document>, Findings) {
        (Vec::new(), Findings::new())
    }

    /// Style sheets and the like.
    pub fn assets(&self) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }
}
