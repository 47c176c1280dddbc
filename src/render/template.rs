//! The project's templates, as Tera engines: one for the Markdown of articles, one for pages.
//!
//! In: the files of `templates/`; then a template's name and context. Out: its text. What can go wrong: a template that does not
//! parse or that names what does not exist, each a finding at its place; an error while it runs; text beyond [`LIMIT`].
//!
//! A call that finds nothing is a [`Gap`]. Tera stops at the first error, so the template is run again with the gaps known so
//! far left empty, until every gap has been found. A template without gaps runs once.

use super::gap::Gap;
use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::format::html::write_escaped;
use crate::model::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The most bytes that a template may write: far beyond any article, and short of exhausting the machine.
const LIMIT: usize = 16 << 20;

/// The functions that templates may call, beside Tera's own.
pub const FUNCTIONS: [&str; 3] = ["chart", "figure", "t"];

/// The templates of a project.
#[derive(Debug)]
pub struct Templates {
    /// Templates of Markdown: everything that ends in `.md`.
    pub markdown: Engine,
    /// Templates of pages: everything that ends in `.html`, with escaping on.
    pub pages: Engine,
}

/// Templates that can include one another.
#[derive(Clone)]
pub struct Engine {
    tera: Tera,
    texts: Arc<BTreeMap<String, Arc<SourceText>>>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.texts.keys()).finish()
    }
}

impl Templates {
    /// Parses the templates of a project.
    pub fn new(project: &Project) -> (Self, Findings) {
        let (markdown, mut findings) = Engine::new(project, ".md");
        let (pages, others) = Engine::new(project, ".html");
        findings.append(others);
        (Self { markdown, pages }, findings)
    }
}

impl Engine {
    fn new(project: &Project, ending: &str) -> (Self, Findings) {
        let mut tera = Tera::default();
        tera.set_escape_fn(write_escaped);
        // Functions must be known before templates that call them; each use of the engine brings its own.
        for name in FUNCTIONS {
            tera.register_function(name, |_: Kwargs, _: &State| -> TeraResult<Value> {
                Err(tera::Error::message("this function has no meaning here"))
            });
        }
        let files = project.templates.iter().filter(|(name, _)| name.ends_with(ending));
        let texts: BTreeMap<_, _> = files.map(|(name, text)| (name.clone(), Arc::clone(text))).collect();
        let mut engine = Self { tera, texts: Arc::new(texts) };
        let findings = engine.add();
        (engine, findings)
    }

    /// Adds the templates one at a time, those that build on others after them, so that every broken one is found.
    fn add(&mut self) -> Findings {
        let texts = Arc::clone(&self.texts);
        let mut waiting: Vec<_> = texts.iter().collect();
        loop {
            let mut errors = Vec::new();
            let before = waiting.len();
            waiting.retain(|(name, text)| match self.tera.add_raw_template(name, text.text()) {
                Ok(()) => false,
                Err(error) => {
                    errors.push((text.top(), error));
                    true
                }
            });
            if waiting.is_empty() || waiting.len() == before {
                return errors.iter().flat_map(|(top, error)| self.broken(top, error)).collect();
            }
        }
    }

    /// Whether a template was added.
    pub fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// The names of the templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// The text of a template.
    pub fn text(&self, name: &str) -> Option<&Arc<SourceText>> {
        self.texts.get(name)
    }

    /// The same engine with functions of its own.
    pub fn with(&self, register: impl Fn(&mut Tera)) -> Self {
        let mut engine = self.clone();
        register(&mut engine.tera);
        engine
    }

    /// Runs a template; its text is UTF-8, as templates and values are. `register` gives it its functions anew, told which gaps to leave empty.
    ///
    /// The text is there even if there were gaps: so the stages after this one find what else is wrong.
    pub fn run(
        &self,
        name: &str,
        context: &Context,
        register: impl Fn(&mut Tera, &BTreeSet<String>),
    ) -> (Option<Vec<u8>>, Findings) {
        let (mut findings, mut gaps) = (Findings::new(), BTreeSet::new());
        let mut patched = None;
        loop {
            let engine = patched.as_ref().unwrap_or(&self.tera);
            let mut output = Limited(Vec::with_capacity(32 << 10));
            let error = match engine.render_to(name, context, &mut output) {
                Ok(()) => return (Some(output.0), findings),
                Err(error) => error,
            };
            let (place, message) = self.explain(name, &error);
            let Some(gap) = Gap::read(&message) else {
                findings.push(Finding::new(Code::TemplateFailed, place, message));
                return (None, findings);
            };
            let is_new = gaps.insert(gap.key().to_owned());
            findings.push(gap.finding(place));
            if !is_new {
                return (None, findings);
            }
            let mut engine = self.tera.clone();
            register(&mut engine, &gaps);
            patched = Some(engine);
        }
    }

    /// Where an error of a running template is, and what it says.
    fn explain(&self, name: &str, error: &tera::Error) -> (Place, String) {
        let top = |name: &str| self.texts.get(name).map_or_else(|| Place::of_path(name), SourceText::top);
        match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
                let text = self.texts.get(report.filename());
                let place = text.map_or_else(|| top(name), |text| text.at(report.span().range.clone()));
                (place, report.message().to_owned())
            }
            ErrorKind::Io(_) => (top(name), format!("the template writes more than {} MiB", LIMIT >> 20)),
            _ => (top(name), error.to_string().replace('\n', " ")),
        }
    }

    /// What is wrong with a template that cannot be added.
    fn broken(&self, top: &Place, error: &tera::Error) -> Vec<Finding> {
        if let ErrorKind::MissingParent { parent, .. } = error.kind()
            && self.texts.contains_key(parent)
        {
            return Vec::new();
        }
        let ErrorKind::Msg(reports) = error.kind() else {
            let (place, message) = self.explain(top.path().rsplit('/').next().unwrap_or_default(), error);
            return vec![Finding::new(Code::TemplateSyntax, place, message)];
        };
        // Names that do not exist come as a text of reports, `error: WHAT\n --> FILE:LINE:COLUMN\n`, one after another. A
        // template that is there and yet unknown is broken itself, and its own finding says so.
        let is_said = |report: &str| {
            let name = report.strip_prefix("Unknown template `").and_then(|rest| rest.split('`').next());
            name.is_some_and(|name| self.texts.contains_key(name))
        };
        let reports = reports.split("error: ").filter(|report| !report.is_empty() && !is_said(report));
        let findings = reports.map(|report| {
            let (message, rest) = report.split_once('\n').unwrap_or((report, ""));
            let place = rest.split_once("--> ").and_then(|(_, rest)| self.position(rest.lines().next()?));
            Finding::new(Code::TemplateSyntax, place.unwrap_or_else(|| top.clone()), message.to_owned())
        });
        findings.collect()
    }

    /// The place of `FILE:LINE:COLUMN`.
    fn position(&self, position: &str) -> Option<Place> {
        let mut parts = position.rsplitn(3, ':');
        let (column, line): (usize, usize) = (parts.next()?.trim().parse().ok()?, parts.next()?.parse().ok()?);
        let text = self.texts.get(parts.next()?)?;
        let start: usize = text.text().split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let rest = text.text().get(start..)?;
        let offset: usize = rest.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
        let word = rest[offset..].find(|c: char| !c.is_alphanumeric() && !"_-.".contains(c)).unwrap_or(1).max(1);
        Some(text.at(start + offset..start + offset + word))
    }
}

/// Output that refuses to grow beyond [`LIMIT`].
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LIMIT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes).map(|_| ())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
