//! The project's folder, read with care.
//!
//! In: paths relative to the project, as the user writes them. Out: bytes and texts. What can go wrong is a finding each: a path
//! that leads out of the project, and a file that is missing, unreadable, too large, empty or not UTF-8.

use super::selection::Selection;
use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The most bytes that a file may have.
pub const MAX_BYTES: u64 = 64 << 20;

/// The folder of a project, or what of it is wanted.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    wanted: Option<Selection>,
}

/// A file of a folder: its name and its name without the ending.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path relative to the project.
    pub path: String,
    /// The name without folder and ending.
    pub stem: String,
}

impl Folder {
    /// The folder at `root`, as if it held nothing but what is wanted, if that is said.
    pub fn open(root: &Path, wanted: Option<Selection>) -> Result<Self, Box<Finding>> {
        let failed = |error| unreadable(Place::of_path(root.to_string_lossy()), &root.to_string_lossy(), &error);
        fs::canonicalize(root).map(|root| Self { root, wanted }).map_err(failed)
    }

    /// The files of the folder `path` with one of these endings, in order of name; all its files if there are none.
    pub fn list(&self, path: &str, endings: &[&str], findings: &mut Findings) -> Option<Vec<Entry>> {
        let found = self
            .locate(path, &Place::of_path(path))
            .and_then(|folder| fs::read_dir(folder).map_err(|error| unreadable(Place::of_path(path), path, &error)));
        let found = found.map_err(|finding| findings.push(*finding)).ok()?;
        let mut entries = Vec::new();
        for entry in found {
            match entry.map(|entry| entry.file_name().into_string()) {
                Ok(Ok(name)) => {
                    let stem = endings.iter().find_map(|ending| name.strip_suffix(ending));
                    let stem = if endings.is_empty() { Some(name.as_str()) } else { stem };
                    let wanted = |stem: &&str| self.wanted.as_ref().is_none_or(|wanted| wanted.has(path, stem));
                    if let Some(stem) = stem.filter(|stem| !stem.starts_with('.') && !stem.is_empty()).filter(wanted) {
                        entries.push(Entry { path: format!("{path}/{name}"), stem: stem.to_owned() });
                    }
                }
                Ok(Err(name)) => {
                    let place = Place::of_path(format!("{path}/{}", name.to_string_lossy()));
                    findings.push(Finding::new(Code::NotUtf8, place, "the name of the file is not UTF-8"));
                }
                Err(error) => findings.push(*unreadable(Place::of_path(path), path, &error)),
            }
        }
        entries.sort();
        Some(entries)
    }

    /// Whether there is anything at `path`.
    pub fn has(&self, path: &str) -> bool {
        inside(path) && self.root.join(path).exists()
    }

    /// Reads a text; its findings are at the file itself.
    pub fn text(&self, path: &str) -> Result<Arc<SourceText>, Box<Finding>> {
        let bytes = self.bytes(path, &Place::of_path(path))?;
        text(path, bytes)
    }

    /// Reads a file that is named at `named`.
    pub fn bytes(&self, path: &str, named: &Place) -> Result<Vec<u8>, Box<Finding>> {
        let file = self.locate(path, named)?;
        let failed = |error| unreadable(named.clone(), path, &error);
        // Only a regular file: opening a pipe would wait for ever.
        let metadata = fs::metadata(&file).map_err(failed)?;
        if !metadata.is_file() {
            let message = format!("`{path}` is not a regular file");
            return Err(Box::new(Finding::new(Code::FileUnreadable, named.clone(), message)));
        }
        let length = usize::try_from(metadata.len().min(MAX_BYTES)).expect("a file that is read is small");
        let mut bytes = Vec::with_capacity(length);
        fs::File::open(&file).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(failed)?;
        if bytes.len() as u64 > MAX_BYTES {
            let message = format!("`{path}` is larger than {} MiB", MAX_BYTES >> 20);
            return Err(Box::new(Finding::new(Code::FileTooLarge, named.clone(), message)));
        }
        Ok(bytes)
    }

    /// Where the file really is, if that is in the project.
    fn locate(&self, path: &str, named: &Place) -> Result<PathBuf, Box<Finding>> {
        let escape = |why: &str| {
            let finding = Finding::new(Code::PathEscape, named.clone(), format!("`{path}` leads out of the project"));
            Box::new(finding.label(why.to_owned()).help("name a file inside the project by a path relative to it"))
        };
        if !inside(path) {
            return Err(escape("absolute, or with `..`"));
        }
        let real = fs::canonicalize(self.root.join(path)).map_err(|error| unreadable(named.clone(), path, &error))?;
        if real.starts_with(&self.root) { Ok(real) } else { Err(escape("a link to the outside")) }
    }
}

/// Whether a path is relative and stays where it begins, by its text alone.
pub fn inside(path: &str) -> bool {
    let plain = |component| matches!(component, Component::Normal(_) | Component::CurDir);
    !path.is_empty() && !path.contains(['\\', '\0']) && Path::new(path).components().all(plain)
}

fn unreadable(place: Place, path: &str, error: &io::Error) -> Box<Finding> {
    Box::new(match error.kind() {
        io::ErrorKind::NotFound => Finding::new(Code::FileMissing, place, format!("`{path}` is not there")),
        _ => Finding::new(Code::FileUnreadable, place, format!("`{path}` cannot be read: {error}")),
    })
}

/// The text of a file: UTF-8, without its byte order mark, and with something in it.
pub fn text(path: &str, bytes: Vec<u8>) -> Result<Arc<SourceText>, Box<Finding>> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let (start, byte) = (error.utf8_error().valid_up_to(), error.as_bytes()[error.utf8_error().valid_up_to()]);
        let shown = SourceText::new(path, String::from_utf8_lossy(error.as_bytes()));
        let place = shown.at(start..start + '\u{FFFD}'.len_utf8());
        let finding = Finding::new(Code::NotUtf8, place, format!("the byte {byte:#04X} is not UTF-8"));
        Box::new(finding.help("save the file as UTF-8"))
    })?;
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Box::new(Finding::new(Code::FileEmpty, Place::of_path(path), format!("`{path}` is empty"))));
    }
    Ok(SourceText::new(path, text))
}

/// Finds the characters that tokens are made of and those that must not reach a reader unseen, at each run of them.
pub fn reserved(text: &Arc<SourceText>, findings: &mut Findings) {
    // Most characters are passed by for their first byte.
    let may_be = |byte: u8| matches!(byte, 0 | 0xE2 | 0xEE | 0xEF | 0xF3 | 0xF4);
    let starts = text.text().bytes().enumerate().filter(|(_, byte)| may_be(*byte)).map(|(at, _)| at);
    let characters = starts.filter_map(|at| Some((at, text.text()[at..].chars().next()?)));
    let mut rest = characters.filter(|&(_, c)| is_reserved(c)).peekable();
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        while let Some((_, c)) = rest.next_if(|&(next, _)| next == end) {
            end += c.len_utf8();
        }
        let message = format!("U+{:04X} is kept for the program", u32::from(first));
        findings.push(Finding::new(Code::CharacterReserved, text.at(start..end), message).help("remove it"));
    }
}

/// Private-use characters, the isolates that Fluent would add, zero-width space, word joiner, and controls.
fn is_reserved(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{2068}' | '\u{2069}' | '\u{200B}' | '\u{2060}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_by_its_text() {
        for good in ["a.csv", "data/a.csv", "./a.csv"] {
            assert!(inside(good), "{good}");
        }
        for bad in ["", "/etc/passwd", "../../etc/passwd", "a/../../b", "..\\a", "a\0b"] {
            assert!(!inside(bad), "{bad}");
        }
    }

    #[test]
    fn the_first_bad_byte_is_shown() {
        let finding = text("x.ftl", b"a = 1\n\xE0\xB8\x81 = \xFFx".to_vec()).unwrap_err();
        assert_eq!((finding.code, finding.place.line_column()), (Code::NotUtf8, (2, 5)));
        assert_eq!(text("x.ftl", b"\xEF\xBB\xBFa".to_vec()).unwrap().text(), "a");
        assert_eq!(text("x.ftl", b"\xEF\xBB\xBF \n".to_vec()).unwrap_err().code, Code::FileEmpty);
    }

    #[test]
    fn reserved_characters_are_found_in_runs() {
        let text = SourceText::new("x.ftl", "ก\u{E000}\u{F0001}ข\u{200B}…，\u{10FFFF}\0");
        let mut findings = Findings::new();
        reserved(&text, &mut findings);
        assert_eq!(findings.iter().map(|finding| finding.place.line_column()).collect::<Vec<_>>(), [(1, 2), (1, 5), (1, 8)]);
    }
}
