//! `report.json`: the files of a site in which figures were proven, for whoever follows it. `numerate schema report` is its contract.
//!
//! It is a part of the site, so it speaks of nothing that is not published: neither of articles that are not due nor of what was found
//! on the way, which may name them. What came of a run is told to the job that started it (`--report`).

use super::{Error, Leaf, Press};
use crate::model::LocaleTag;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader};

/// Its path in the output folder.
pub(super) const REPORT: &str = "report.json";

#[derive(Serialize)]
struct BuildReport<'a> {
    version: u8,
    documents: &'a [Leaf],
}

/// A file of a site, as its report names it.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The article, or a name of a page around them.
    pub article: String,
    /// The locale.
    pub locale: LocaleTag,
    /// The path in the output folder.
    pub path: String,
}

impl Press {
    /// The files of the site that stands there, as its report names them; none if there is no report.
    ///
    /// # Errors
    /// If the report cannot be read.
    pub fn pages(&self) -> Result<Vec<Page>, Error> {
        #[derive(Deserialize)]
        struct Pages {
            documents: Vec<Page>,
        }
        let path = self.output.path().join(REPORT);
        match File::open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            file => {
                let pages = serde_json::from_reader(BufReader::new(file.map_err(Error::io(&path))?));
                pages.map(|Pages { documents }| documents).map_err(|error| Error::Io(path, error.into()))
            }
        }
    }
}

/// The report of a site with these files.
pub(super) fn text(documents: &[Leaf]) -> Vec<u8> {
    let report = BuildReport { version: 1, documents };
    let mut text = serde_json::to_vec_pretty(&report).expect("a report has only string keys");
    text.push(b'\n');
    text
}
