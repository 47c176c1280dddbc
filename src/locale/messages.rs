//! The messages of a locale: those that are wanted everywhere, and those of an article.
//!
//! In: the Fluent files of the locale; then a message and an edition's variables, which are tokens. Out: the message's text, its
//! figures still tokens. A variable that does not exist and everything that Fluent's resolver complains of are findings at
//! their place in the locale file.
//!
//! A locale may have tens of thousands of files, so only some are open at a time: [`Messages::new`] opens the words around
//! articles, of which there may be as many as there are stats, and [`Messages::of`] those of an article with all that they refer to.
//! Whatever else is asked for is opened for that ([`Messages::having`]).

use super::{Message, check, function, syntax};
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::model::texts::Spot;
use crate::model::{LocaleFiles, LocaleTag, MessageFile};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::InlineExpression;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Messages of a locale.
pub struct Messages {
    tag: LocaleTag,
    all: Arc<LocaleFiles>,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Those around the articles, if these are of one.
    around: Option<Arc<Messages>>,
    /// The files that are open, by their position among all.
    open: BTreeMap<usize, MessageFile>,
    constructs: Vec<&'static str>,
    /// The files from which something was lent, by their position; known to all messages of the locale.
    lent: Arc<Mutex<BTreeSet<usize>>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Messages({}, {} files)", self.tag, self.open.len())
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
    /// The messages around the articles of a locale whose language has these constructs.
    pub fn new(tag: &LocaleTag, all: &Arc<LocaleFiles>, constructs: Vec<&'static str>) -> Self {
        let mut lent = BTreeSet::new();
        for (own, file) in all.files().iter().enumerate() {
            let named = file.references().filter_map(|name| all.first(name.strip_prefix('-').unwrap_or(name)));
            lent.extend(named.map(|(file, _)| file).filter(|file| *file != own));
        }
        let shared = all.files().iter().enumerate().filter(|(_, file)| file.is_open());
        let shared = shared.flat_map(|(file, _)| all.reach(Some(file), []));
        Self::open(tag, all, constructs, &Arc::new(Mutex::new(lent)), shared.map(|file| (file, all.files()[file].open())))
    }

    /// The same, with some files open.
    fn open(
        tag: &LocaleTag,
        all: &Arc<LocaleFiles>,
        constructs: Vec<&'static str>,
        lent: &Arc<Mutex<BTreeSet<usize>>>,
        open: impl Iterator<Item = (usize, MessageFile)>,
    ) -> Self {
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
        let open: BTreeMap<usize, MessageFile> = open.collect();
        for file in open.values() {
            // Its error says only that an id is taken, which `check` finds with both places.
            bundle.add_resource(Arc::clone(&file.resource)).ok();
        }
        Self { tag: tag.clone(), all: Arc::clone(all), bundle, around: None, open, constructs, lent: Arc::clone(lent) }
    }

    /// Those of a file, with all that they refer to.
    fn of_file(self: &Arc<Self>, file: usize) -> Self {
        let around = self.around.as_ref().unwrap_or(self);
        let open = |file: usize| around.open.get(&file).cloned().unwrap_or_else(|| self.all.files()[file].open());
        let open = self.all.reach(Some(file), []).into_iter().map(|file| (file, open(file)));
        let of_file = Self::open(&self.tag, &self.all, self.constructs.clone(), &self.lent, open);
        Self { around: Some(Arc::clone(around)), ..of_file }
    }

    /// The messages of an article, before those around it.
    pub fn of(self: &Arc<Self>, article: &str) -> Arc<Self> {
        match self.all.at_stem(article).filter(|file| !self.open.contains_key(file)) {
            Some(file) => Arc::new(self.of_file(file)),
            None => Arc::clone(self),
        }
    }

    /// These or those around them, whichever have that message, or else those of its file; nothing if the locale does not have it.
    pub fn having(self: &Arc<Self>, id: &str) -> Option<Arc<Self>> {
        let (file, position) = self.all.first(id)?;
        if self.all.files()[file].name(position) != id {
            return None;
        }
        let open =
            [Some(self), self.around.as_ref()].into_iter().flatten().find(|messages| messages.open.contains_key(&file));
        Some(open.map_or_else(|| Arc::new(self.of_file(file)), Arc::clone))
    }

    /// The same for one who may not be its owner: [`Messages::borrowed`] names its file from then on.
    pub fn borrow(self: &Arc<Self>, id: &str) -> Option<Arc<Self>> {
        let lender = self.having(id)?;
        let file = self.all.first(id).map(|(file, _)| file);
        self.lent.lock().unwrap_or_else(PoisonError::into_inner).extend(file);
        Some(lender)
    }

    /// What is wrong with the messages of the whole locale, whatever their variables are.
    pub fn check(self: &Arc<Self>) -> Findings {
        let mut findings = Findings::new();
        let repeated = self.all.repeated(|_, _| true);
        let places = self.all.places(repeated.iter().flat_map(|&(first, again)| [first, again]));
        for (first, again) in &repeated {
            let message = format!("the message `{}` stands twice", places[again].text());
            let finding = Finding::new(Code::MessageDuplicate, places[again].clone(), message);
            findings.push(finding.related(&places[first], "the first one, which counts"));
        }
        let of_file = |file: usize| match self.open.contains_key(&file) {
            true => check::check(self, file),
            false => check::check(&self.of_file(file), file),
        };
        let found: Vec<Findings> = (0..self.all.files().len()).into_par_iter().map(of_file).collect();
        found.into_iter().for_each(|found| findings.append(found));
        findings.into_iter().map(|finding| finding.in_locale(self.tag.as_str())).collect()
    }

    /// The locale.
    pub fn tag(&self) -> &LocaleTag {
        &self.tag
    }

    /// The constructs of the language, in the order of the numbers in tokens.
    pub fn constructs(&self) -> &[&'static str] {
        &self.constructs
    }

    /// The message of that id, if its file is open.
    pub fn get(&self, id: &str) -> Option<Message<'_>> {
        self.entry(id).filter(|message| !message.is_term())
    }

    /// The paths of the files whose messages or terms were borrowed, or are named in other files.
    pub fn borrowed(&self) -> Vec<String> {
        let lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        lent.iter().map(|&file| self.all.files()[file].path().to_owned()).collect()
    }

    /// The term of that id, without its hyphen.
    pub(super) fn term(&self, id: &str) -> Option<Message<'_>> {
        self.entry(id).filter(|message| message.is_term())
    }

    fn entry(&self, id: &str) -> Option<Message<'_>> {
        self.at(self.all.first(id)?)
    }

    fn at(&self, (file, position): Spot) -> Option<Message<'_>> {
        let open = self.open.get(&file)?;
        let entry = open.resource.get_entry(self.all.files()[file].entry(position));
        let entry = entry.expect("the names are those of the entries");
        Some(Message { file: &open.text, resource: &open.resource, entry })
    }

    /// Every message and term of an open file that is the first of its name.
    pub(super) fn entries(&self, file: usize) -> impl Iterator<Item = Message<'_>> {
        let spots = (0..self.all.files()[file].len()).map(move |position| (file, position));
        let messages = spots.filter_map(|spot| Some((spot, self.at(spot)?)));
        messages.filter(|(spot, message)| self.all.first(message.id()) == Some(*spot)).map(|(_, message)| message)
    }

    /// The ids of the messages that belong to no article.
    pub fn shared(&self) -> impl Iterator<Item = &str> {
        let files = self.open.keys().filter(|&&file| self.all.files()[file].is_open());
        files.flat_map(|&file| self.entries(file)).filter(|message| !message.is_term()).map(Message::id)
    }

    /// The names of all messages and terms of the locale that begin with a prefix, without the hyphens of terms, in order.
    pub fn ids<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let names = self.all.names().map(|name| name.strip_prefix('-').unwrap_or(name));
        names.filter(move |name| name.starts_with(prefix)).collect::<BTreeSet<_>>().into_iter()
    }

    /// Where a text stands first, in a message whose name begins so or else in any that is open; `None` if no message has it.
    pub fn place_of(&self, prefix: &str, text: &str) -> Option<Place> {
        let find = |message: Message<'_>| {
            let place = message.place_of_text(text);
            (!text.is_empty() && place.text().contains(text)).then_some(place)
        };
        let own = self.ids(prefix).filter_map(|id| self.entry(id));
        let open = [Some(self), self.around.as_deref()].into_iter().flatten();
        own.chain(open.flat_map(|messages| messages.open.keys().flat_map(|&file| messages.entries(file)))).find_map(find)
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
