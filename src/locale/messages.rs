//! All messages of a locale, in one bundle.
//!
//! In: the Fluent files of the locale; then a message and an edition's variables, which are tokens. Out: the message's text, its
//! figures still tokens. A variable that does not exist and everything that Fluent's resolver complains of are findings at
//! their place in the locale file.

use super::{Message, check, function, syntax};
use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::model::LocaleTag;
use crate::model::project::LocaleFiles;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Entry, InlineExpression};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// The messages of a locale.
pub struct Messages {
    tag: LocaleTag,
    bundle: FluentBundle<Arc<FluentResource>>,
    files: Vec<(Arc<SourceText>, Arc<FluentResource>)>,
    /// File and entry of each message and term; Fluent keeps both under one name.
    index: BTreeMap<String, (usize, usize)>,
    constructs: Vec<&'static str>,
    /// The files from which something was lent.
    lent: Mutex<BTreeSet<usize>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({}, {} entries)", self.tag, self.index.len())
    }
}

/// The variables that messages may use: their names, and the text that stands for them.
#[derive(Debug, Default)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    /// Variables by name.
    pub fn new(named: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(named.into_iter().collect())
    }

    /// What stands for a variable.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

impl Messages {
    /// The messages of a locale whose language has these constructs, and what is wrong with them whatever their variables are.
    pub fn new(tag: &LocaleTag, files: &LocaleFiles, constructs: Vec<&'static str>) -> (Self, Findings) {
        let language = tag.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        for name in function::FIGURE {
            let constructs = constructs.clone();
            let added = bundle.add_function(name, move |positional, named| function::figure(&constructs, positional, named));
            added.expect("functions are added before messages, each once");
        }
        let added = bundle.add_function(function::COUNT, |positional, _| function::count(positional));
        added.expect("functions are added before messages, each once");

        let files = files.files.iter().map(|file| (Arc::clone(&file.text), Arc::clone(&file.resource))).collect();
        let mut messages =
            Self { tag: tag.clone(), bundle, files, index: BTreeMap::new(), constructs, lent: Mutex::default() };
        let mut findings = messages.fill();
        messages.lend();
        findings.append(check::check(&messages));
        findings.retain(|finding| {
            finding.locale = Some(tag.as_str().to_owned());
            true
        });
        (messages, findings)
    }

    /// Adds the files to the bundle and to the index; the first of two messages with one name counts.
    fn fill(&mut self) -> Findings {
        let mut findings = Findings::new();
        for (position, (text, resource)) in self.files.iter().enumerate() {
            // Its error says only that an id is taken, which the index finds with both places.
            self.bundle.add_resource(Arc::clone(resource)).ok();
            for (entry, syntax) in resource.entries().enumerate() {
                if !matches!(syntax, Entry::Message(_) | Entry::Term(_)) {
                    continue;
                }
                let message = Message { file: text, resource, entry: syntax };
                match self.index.get(message.id()) {
                    None => drop(self.index.insert(message.id().to_owned(), (position, entry))),
                    Some(&first) => {
                        let first = at(&self.files, first);
                        let finding = Finding::new(
                            Code::MessageDuplicate,
                            message.place(),
                            format!("the message `{}` stands twice", message.id()),
                        );
                        findings.push(finding.related(&first.place(), "the first one, which counts"));
                    }
                }
            }
        }
        findings
    }

    /// The locale.
    pub fn tag(&self) -> &LocaleTag {
        &self.tag
    }

    /// The constructs of the language, in the order of the numbers in tokens.
    pub fn constructs(&self) -> &[&'static str] {
        &self.constructs
    }

    /// The message of that id.
    pub fn get(&self, id: &str) -> Option<Message<'_>> {
        self.entry(id).filter(|message| !message.is_term())
    }

    /// The message of that id, for one who may not be its owner: [`Messages::borrowed`] names its file from then on.
    pub fn borrow(&self, id: &str) -> Option<Message<'_>> {
        let message = self.get(id)?;
        self.lent.lock().unwrap_or_else(PoisonError::into_inner).insert(self.index[id].0);
        Some(message)
    }

    /// The paths of the files whose messages or terms were borrowed, or are named in other files.
    pub fn borrowed(&self) -> Vec<String> {
        let lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        lent.iter().map(|&file| self.files[file].0.path().to_owned()).collect()
    }

    /// Notes the files whose messages or terms are named in others.
    fn lend(&mut self) {
        let mut lent = BTreeSet::new();
        for (own, (_, resource)) in self.files.iter().enumerate() {
            for entry in resource.entries() {
                let (value, attributes) = match entry {
                    Entry::Message(message) => (message.value.as_ref(), &message.attributes),
                    Entry::Term(term) => (Some(&term.value), &term.attributes),
                    _ => continue,
                };
                for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
                    syntax::visit(pattern, &mut |inline, _| {
                        let (InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. }) =
                            inline
                        else {
                            return;
                        };
                        lent.extend(self.index.get(id.name).map(|position| position.0).filter(|file| *file != own));
                    });
                }
            }
        }
        self.lent = Mutex::new(lent);
    }

    /// The term of that id, without its hyphen.
    pub(super) fn term(&self, id: &str) -> Option<Message<'_>> {
        self.entry(id).filter(|message| message.is_term())
    }

    fn entry(&self, id: &str) -> Option<Message<'_>> {
        self.index.get(id).map(|&position| at(&self.files, position))
    }

    /// Every message and term, by name.
    pub(super) fn entries(&self) -> impl Iterator<Item = Message<'_>> {
        self.index.values().map(|&position| at(&self.files, position))
    }

    /// The ids of the messages that begin with a prefix.
    pub fn ids<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from_prefix = self.index.range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded));
        from_prefix.map(|(id, _)| id.as_str()).take_while(move |id| id.starts_with(prefix))
    }

    /// Where a text stands first, in a message whose name begins so or else in any; `None` if no message has it.
    pub fn place_of(&self, prefix: &str, text: &str) -> Option<Place> {
        let find = |id: &str| {
            let place = self.entry(id)?.place_of_text(text);
            (!text.is_empty() && place.text().contains(text)).then_some(place)
        };
        self.ids(prefix).chain(self.index.keys().map(String::as_str)).find_map(find)
    }

    /// Formats a message; the text is as good as can be even where something is wrong.
    pub fn format(&self, message: Message<'_>, variables: &Variables) -> (String, Findings) {
        let mut findings = Findings::new();
        let mut push = |finding: Finding| findings.push(finding.in_locale(self.tag.as_str()));
        let Some(pattern) = message.pattern() else {
            push(Finding::new(Code::MessageBroken, message.place(), format!("the message `{}` has no text", message.id())));
            return (String::new(), findings);
        };
        let mut arguments = FluentArgs::new();
        for (user, name) in self.variables(message) {
            match variables.0.get(name) {
                Some(token) => arguments.set(name, token.as_str()),
                None => push(
                    Finding::new(Code::VariableUnknown, user.place_of(name), format!("there is no variable `${name}` here"))
                        .label("not a stat or a literal of the article")
                        .suggest(name, variables.0.keys().map(String::as_str)),
                ),
            }
        }
        let mut errors = Vec::new();
        let mut text = String::new();
        let written = self.bundle.write_pattern(&mut text, pattern, Some(&arguments), &mut errors);
        written.expect("a string can be written to");
        // Wrong references have been found above and in the check of the locale, where they have a better place.
        for error in errors {
            match error {
                FluentError::ResolverError(fluent_bundle::resolver::ResolverError::Reference(_)) => {}
                error => push(Finding::new(Code::MessageBroken, message.place(), error.to_string().replace('\n', " "))),
            }
        }
        (text, findings)
    }

    /// The variables that a message uses, itself or by the messages that it refers to, each with the message that names it.
    pub fn variables<'a>(&'a self, message: Message<'a>) -> Vec<(Message<'a>, &'a str)> {
        let (mut found, mut seen, mut waiting) = (Vec::new(), vec![message.id()], vec![message]);
        while let Some(user) = waiting.pop() {
            let Some(pattern) = user.pattern() else { continue };
            syntax::visit(pattern, &mut |inline, _| match inline {
                InlineExpression::VariableReference { id } => found.push((user, id.name)),
                InlineExpression::MessageReference { id, .. } if !seen.contains(&id.name) => {
                    seen.push(id.name);
                    waiting.extend(self.get(id.name));
                }
                _ => {}
            });
        }
        found
    }
}

fn at(files: &[(Arc<SourceText>, Arc<FluentResource>)], (file, entry): (usize, usize)) -> Message<'_> {
    let (file, resource) = &files[file];
    let entry = resource.get_entry(entry).expect("the index names entries of its resource");
    Message { file, resource, entry }
}
