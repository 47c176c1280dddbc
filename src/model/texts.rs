//! The messages of a locale by name, and those of an article in all locales, opened.

use super::glossary::Term;
use super::id::LocaleTag;
use super::messages::{Folded, MessageFile, stem};
use super::project::Project;
use super::review::Reviews;
use crate::diagnostic::Place;
use fluent_syntax::ast::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher};

/// The file of the words around every article.
const COMMON: &str = "common";

/// The Fluent files of one locale, and what stands beside them.
#[derive(Debug, Default, Clone)]
pub struct LocaleFiles {
    files: Vec<Folded>,
    /// Every message and term by the hash of its name without a hyphen, then as they stand: file, and position in it.
    names: Vec<(u64, u32, u32)>,
    /// Where the names begin whose hashes have the same first bits, as many as make some four names of each.
    shelves: Vec<u32>,
    /// The files that have a name which another has, too.
    tied: BTreeSet<usize>,
    /// The translations that a person has approved.
    pub reviews: Reviews,
    /// The words that it prefers, and those that it does not want.
    pub glossary: Vec<Term>,
}

/// Where a message or a term stands: the position of its file, and its own in that.
pub type Spot = (usize, usize);

/// A name without the hyphen of a term.
fn bare(name: &str) -> &str {
    if name.as_bytes().first() == Some(&b'-') { &name[1..] } else { name }
}

/// The hash of a name without a hyphen.
fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(name.as_bytes());
    hasher.finish()
}

impl LocaleFiles {
    /// Files of one folder in any order; they come to stand `common.ftl` first, then by name.
    pub fn new(mut files: Vec<Folded>, reviews: Reviews, glossary: Vec<Term>) -> Self {
        files.sort_by(|a, b| key(a).cmp(&key(b)));
        let mut locale = Self { files, names: Vec::new(), shelves: Vec::new(), tied: BTreeSet::new(), reviews, glossary };
        locale.index();
        locale
    }

    fn index(&mut self) {
        let number = |number: usize| u32::try_from(number).expect("nobody has so many files or messages");
        let mut names = Vec::with_capacity(self.files.iter().map(Folded::len).sum());
        for (position, file) in self.files.iter().enumerate() {
            let heads = file.names().enumerate().map(|(at, name)| (hash(bare(name)), number(position), number(at)));
            names.extend(heads);
        }
        names.sort_unstable();
        let bits = (names.len() / 4).max(2).ilog2();
        let begins = |shelf: u64| names.partition_point(|(hash, ..)| hash >> (64 - bits) < shelf);
        self.shelves = (0..1 << bits).map(|shelf| number(begins(shelf))).collect();
        self.names = names;
        let repeated = self.repeated(|_, _| true).into_iter().filter(|(first, again)| first.0 != again.0);
        self.tied = repeated.flat_map(|(first, again)| [first.0, again.0]).collect();
    }

    fn name(&self, (file, position): Spot) -> &str {
        self.files[file].name(position)
    }

    /// The files, `common.ftl` first.
    pub fn files(&self) -> &[Folded] {
        &self.files
    }

    /// Takes out the files whose paths are not to be kept.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.files.retain(|file| keep(file.path()));
        self.index();
    }

    /// The position of the file of that path.
    pub fn at_path(&self, path: &str) -> Option<usize> {
        self.at_stem(stem(path)).filter(|&file| self.files[file].path() == path)
    }

    /// The position of the file of that name.
    pub fn at_stem(&self, stem: &str) -> Option<usize> {
        let name = format!("{stem}.ftl");
        self.files.binary_search_by(|file| key(file).cmp(&(stem != COMMON, &name))).ok()
    }

    /// The file of that path, opened.
    pub fn open(&self, path: &str) -> Option<MessageFile> {
        self.at_path(path).map(|file| self.files[file].open())
    }

    /// The messages and terms of a name without a hyphen, as they stand.
    fn of_name(&self, name: &str) -> impl Iterator<Item = Spot> {
        let wanted = hash(name);
        let shelf = self.shelves.len().checked_ilog2().map_or(0, |bits| wanted >> (64 - bits));
        let from = self.shelves.get(shelf as usize).map_or(0, |from| *from as usize);
        let same = self.names[from..].iter().skip_while(move |(hash, ..)| *hash < wanted);
        let same = same.take_while(move |(hash, ..)| *hash == wanted);
        same.map(|&(_, file, position)| (file as usize, position as usize))
            .filter(move |&spot| bare(self.name(spot)) == name)
    }

    /// The first message or term of a name without a hyphen: Fluent keeps both under one name, and the first counts.
    pub fn first(&self, name: &str) -> Option<Spot> {
        self.of_name(name).next()
    }

    /// The first message of that name, or with its hyphen the first term.
    pub fn find(&self, name: &str) -> Option<Spot> {
        self.of_name(bare(name)).find(|&(file, position)| self.files[file].name(position) == name)
    }

    /// The names of all messages and terms, these with a hyphen, in the order of the files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().flat_map(Folded::names)
    }

    /// The places of the names of messages and terms; each file is opened once.
    pub fn places(&self, spots: impl IntoIterator<Item = Spot>) -> BTreeMap<Spot, Place> {
        let spots: BTreeSet<Spot> = spots.into_iter().collect();
        let mut places = BTreeMap::new();
        let mut opened: Option<(usize, MessageFile)> = None;
        for (file, position) in spots {
            let (_, open) = match opened.take().filter(|(of, _)| *of == file) {
                Some(known) => opened.insert(known),
                None => opened.insert((file, self.files[file].open())),
            };
            let name = match open.resource.get_entry(self.files[file].entry(position)) {
                Some(Entry::Message(message)) => message.id.name,
                Some(Entry::Term(term)) => term.id.name,
                _ => unreachable!("names are those of messages and terms"),
            };
            places.insert((file, position), open.place(name));
        }
        places
    }

    /// Each message or term whose name stands before it already, with the first that has it; `is_same` says whether names that
    /// differ by a hyphen at most are the same.
    pub fn repeated(&self, is_same: impl Fn(&str, &str) -> bool) -> Vec<(Spot, Spot)> {
        let mut repeated = Vec::new();
        for same in self.names.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
            let mut firsts: Vec<Spot> = Vec::new();
            for spot in same.iter().map(|&(_, file, position)| (file as usize, position as usize)) {
                let name = self.name(spot);
                let is_it = |first: &&Spot| bare(self.name(**first)) == bare(name) && is_same(self.name(**first), name);
                match firsts.iter().find(is_it) {
                    None => firsts.push(spot),
                    Some(&first) => repeated.push((first, spot)),
                }
            }
        }
        repeated
    }

    /// Whether anything refers to that message, or with its hyphen to that term.
    pub fn refers_to(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.references().any(|reference| reference == name))
    }

    /// Whether a part of any file is not well formed.
    pub fn has_junk(&self) -> bool {
        self.files.iter().any(Folded::has_junk)
    }

    /// The files that have messages and terms of these names, or that these refer to, at whatever remove; and a file itself, with
    /// all that it refers to.
    pub fn reach<'s>(&'s self, own: Option<usize>, names: impl IntoIterator<Item = &'s str>) -> BTreeSet<usize> {
        let mut reached: BTreeSet<usize> = own.into_iter().collect();
        let mut waiting: Vec<&str> = names.into_iter().collect();
        if let Some(own) = own {
            waiting.extend(self.files[own].references());
            // The first of a name counts, and that may be in another file.
            waiting.extend(self.files[own].names().filter(|_| self.tied.contains(&own)));
        }
        let mut seen = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            if !seen.insert(name) {
                continue;
            }
            for (file, position) in [self.first(bare(name)), self.find(name)].into_iter().flatten() {
                reached.insert(file);
                waiting.extend(self.files[file].references_of(position));
            }
        }
        reached
    }

    /// The files that are needed beside one another: one, and those that have these names where it does not have them itself.
    fn beside(&self, own: Option<usize>, names: &BTreeSet<&str>) -> BTreeSet<usize> {
        match own.filter(|own| !self.tied.contains(own)) {
            Some(alone) => {
                let known: BTreeSet<&str> = self.files[alone].names().collect();
                self.reach(own, names.difference(&known).copied())
            }
            None => self.reach(own, names.iter().copied()),
        }
    }
}

/// What files are sorted by.
fn key(file: &Folded) -> (bool, &str) {
    (file.stem() != COMMON, file.path().rsplit('/').next().unwrap_or_default())
}

/// Files of messages, opened: all of a project, or those of a name in every locale with all that they refer to.
#[derive(Debug)]
pub struct Texts {
    locales: BTreeMap<LocaleTag, Vec<MessageFile>>,
    /// The name of the files that are meant, and the names in them; `None` if all are.
    part: Option<(String, BTreeSet<String>)>,
}

impl Texts {
    /// All of a project.
    pub fn whole(project: &Project) -> Self {
        let open = |files: &LocaleFiles| files.files.iter().map(Folded::open).collect();
        Self { locales: project.locales.iter().map(|(tag, files)| (tag.clone(), open(files))).collect(), part: None }
    }

    /// The files of a name, without folder and ending, in every locale; and those with messages of the same names, or that they
    /// refer to.
    pub fn of(project: &Project, stem: &str) -> Self {
        let own = |files: &LocaleFiles| files.at_stem(stem);
        let names = project.locales.values().filter_map(|files| Some(files.files[own(files)?].names()));
        let names: BTreeSet<&str> = names.flatten().collect();
        let open = |files: &LocaleFiles| {
            let reached = files.beside(own(files), &names);
            reached.into_iter().map(|file| files.files[file].open()).collect()
        };
        let locales = project.locales.iter().map(|(tag, files)| (tag.clone(), open(files))).collect();
        Self { locales, part: Some((stem.to_owned(), names.into_iter().map(str::to_owned).collect())) }
    }

    /// The locales that have files, each with these.
    pub fn locales(&self) -> impl Iterator<Item = (&LocaleTag, &[MessageFile])> {
        self.locales.iter().map(|(tag, files)| (tag, &files[..]))
    }

    /// The files of a locale, `common.ftl` first.
    pub fn files(&self, tag: &LocaleTag) -> &[MessageFile] {
        self.locales.get(tag).map_or(&[], Vec::as_slice)
    }

    /// Those of them that are meant, and not only referred to.
    pub fn own<'s>(&'s self, tag: &LocaleTag) -> impl Iterator<Item = &'s MessageFile> {
        self.files(tag).iter().filter(|file| self.is_own(file.text.path()))
    }

    /// Whether the file of that path is meant, and not only referred to.
    pub fn is_own(&self, path: &str) -> bool {
        let is_of = |stem: &str| {
            path.strip_suffix(".ftl").and_then(|path| path.strip_suffix(stem)).is_some_and(|folder| folder.ends_with('/'))
        };
        self.part.as_ref().is_none_or(|(stem, _)| is_of(stem))
    }

    /// Whether a message or a term of that name is in a file that is meant, in any locale.
    pub fn has(&self, name: &str) -> bool {
        self.part.as_ref().is_none_or(|(_, names)| names.contains(name))
    }
}

#[cfg(test)]
mod tests {
    use super::super::messages::Head;
    use super::*;
    use crate::diagnostic::SourceText;

    /// Files of one message or term a line: its name, and what it refers to.
    fn files(files: &[(&str, &str)]) -> LocaleFiles {
        let file = |(path, lines): &(&str, &str)| {
            let head = |(entry, line): (usize, &str)| {
                let mut words = line.split(' ').map(str::to_owned);
                Head { name: words.next().unwrap_or_default(), entry, references: words.collect() }
            };
            let text: String =
                lines.lines().map(|line| format!("{} = x\n", line.split(' ').next().unwrap_or_default())).collect();
            let file = MessageFile::new(SourceText::new(format!("locales/th/{path}.ftl"), text));
            Folded::open_with(file, lines.lines().enumerate().map(head).collect(), false)
        };
        LocaleFiles::new(files.iter().map(file).collect(), Reviews::default(), Vec::new())
    }

    #[test]
    fn names_lead_to_the_first_that_has_them() {
        let locale = files(&[("b", "b-title\nbrand"), ("a", "a-title\n-brand"), ("common", "site\nb-title")]);
        assert_eq!(locale.files().iter().map(Folded::stem).collect::<Vec<_>>(), ["common", "a", "b"]);
        assert_eq!((locale.at_stem("b"), locale.at_stem("c")), (Some(2), None));
        assert_eq!(
            (locale.find("b-title"), locale.find("brand"), locale.find("-brand")),
            (Some((0, 1)), Some((2, 1)), Some((1, 1)))
        );
        assert_eq!((locale.first("brand"), locale.find("site-x")), (Some((1, 1)), None));
        assert_eq!(locale.repeated(|a, b| a == b), [((0, 1), (2, 0))]);
        let mut repeated = locale.repeated(|_, _| true);
        repeated.sort();
        assert_eq!(repeated, [((0, 1), (2, 0)), ((1, 1), (2, 1))]);
        let places = locale.places([(2, 1), (0, 1)]);
        assert_eq!(
            places.values().map(|place| (place.path(), place.text())).collect::<Vec<_>>(),
            [("locales/th/common.ftl", "b-title"), ("locales/th/b.ftl", "brand"),]
        );
    }

    #[test]
    fn what_is_referred_to_is_reached_message_by_message() {
        let locale =
            files(&[("a", "a-1 b-1"), ("b", "b-1 -brand\nb-2 c-1"), ("c", "c-1 a-1"), ("common", "-brand"), ("d", "b-1")]);
        let reached =
            |stem: &str| locale.reach(locale.at_stem(stem), []).into_iter().map(|file| locale.files()[file].stem());
        assert_eq!(reached("a").collect::<Vec<_>>(), ["common", "a", "b"]);
        assert_eq!(reached("c").collect::<Vec<_>>(), ["common", "a", "b", "c"]);
        assert_eq!(reached("d").collect::<Vec<_>>(), ["common", "b", "d"]);
        assert_eq!(locale.reach(None, ["c-1"]).len(), 4);
    }
}
