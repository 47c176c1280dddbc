//! The messages and terms of a locale by id, and what each says when its references are followed.

use super::narrative::{Item, Tally, Told};
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{LocaleFiles, LocaleTag, MessageFile, Texts};
use fluent_syntax::ast::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// How many messages may refer to one another in a row.
const MAX_CHAIN: usize = 50;

/// The messages and terms of a locale that are open.
#[derive(Debug)]
pub struct Index<'a> {
    entries: BTreeMap<Item<'a>, (&'a MessageFile, &'a str)>,
    tallies: BTreeMap<Item<'a>, Tally<'a>>,
    void: BTreeSet<Item<'a>>,
}

/// The ids of a file's messages, in order.
pub fn messages(file: &MessageFile) -> impl Iterator<Item = &str> {
    file.resource
        .entries()
        .filter_map(|entry| if let Entry::Message(message) = entry { Some(message.id.name) } else { None })
}

fn item<'a>(entry: &Entry<&'a str>) -> Option<(Item<'a>, &'a str)> {
    match entry {
        Entry::Message(message) => Some((Item::Message(message.id.name), message.id.name)),
        Entry::Term(term) => Some((Item::Term(term.id.name), term.id.name)),
        _ => None,
    }
}

impl<'a> Index<'a> {
    /// Indexes what is open of a locale, and reports references that lead nowhere or in a circle from the files that are meant.
    pub fn new(
        locale: &LocaleTag,
        all: &'a LocaleFiles,
        (texts, told): (&'a Texts, &'a [Told<'a>]),
        findings: &mut Findings,
    ) -> Self {
        let mut index = Self { entries: BTreeMap::new(), tallies: BTreeMap::new(), void: BTreeSet::new() };
        let mut direct: BTreeMap<Item<'a>, &Tally<'a>> = BTreeMap::new();
        let mut references = Vec::new();
        for Told { file, entries } in told {
            let file: &'a MessageFile = file;
            let is_own = texts.is_own(file.text.path());
            for (entry, narrative) in entries {
                let Some((item, id)) = item(entry) else { continue };
                references.extend(narrative.references.iter().filter(|_| is_own).map(|reference| (file, *reference)));
                index.entries.entry(item).or_insert((file, id));
                index.void.extend(narrative.is_void().then_some(item));
                direct.entry(item).or_insert(&narrative.tally);
            }
        }
        for (file, reference) in references {
            let (Item::Message(name) | Item::Term(name) | Item::Variable(name)) = reference;
            if !index.entries.contains_key(&reference) {
                let is_term = matches!(reference, Item::Term(_));
                let known = all.names().filter_map(|known| match known.strip_prefix('-') {
                    Some(term) => Some(term).filter(|_| is_term),
                    None => Some(known).filter(|_| !is_term),
                });
                let finding = Finding::new(
                    Code::MessageMissing,
                    file.place(name),
                    format!("there is no message `{name}` in {locale}"),
                );
                findings.push(finding.suggest(name, known).in_locale(locale.as_str()));
            }
        }
        for item in direct.keys() {
            let (file, id) = index.entries[item];
            if index.follow(*item, &direct, 0).is_none() && texts.is_own(file.text.path()) {
                let finding = Finding::new(
                    Code::MessageBroken,
                    file.place(id),
                    format!("`{id}` refers to itself, or to too many others in a row"),
                );
                findings.push(finding.in_locale(locale.as_str()));
            }
        }
        index
    }

    /// What an entry says with everything that it refers to; nothing for one that refers to itself.
    fn follow(&mut self, item: Item<'a>, direct: &BTreeMap<Item<'a>, &Tally<'a>>, depth: usize) -> Option<&Tally<'a>> {
        if depth > MAX_CHAIN {
            return None;
        }
        if !self.tallies.contains_key(&item) {
            let mut total = Tally::new();
            for (&part, &count) in direct.get(&item).into_iter().flat_map(|tally| tally.iter()) {
                let said = match part {
                    Item::Variable(_) => &Tally::from([(part, 1)]),
                    _ => self.follow(part, direct, depth + 1)?,
                };
                for (&variable, &times) in said {
                    let known: &mut usize = total.entry(variable).or_default();
                    *known = known.saturating_add(times.saturating_mul(count));
                }
            }
            self.tallies.insert(item, total);
        }
        self.tallies.get(&item)
    }

    /// The file of a message, and its id as a slice of it.
    pub fn message<'s>(&'s self, id: &'s str) -> Option<(&'s MessageFile, &'s str)> {
        self.entries.get(&Item::Message(id)).copied()
    }

    /// Whether a message is there only to be filled in.
    pub fn is_void(&self, id: &str) -> bool {
        self.void.contains(&Item::Message(id))
    }

    /// How many times a message says each variable, with everything that it refers to.
    pub fn tally<'s>(&'s self, id: &'s str) -> Option<&'s Tally<'s>> {
        self.tallies.get(&Item::Message(id))
    }
}
