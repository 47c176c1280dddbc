//! `audit`: which figures of texts that others made are broken, and what they should be.
//!
//! Files are named one by one, by patterns, or by folders. With `--format json` there is one object a file, in a format that other
//! programs rely on. Without a project, or with `--form-only`, a text is judged by its form alone.

use super::run::{self, FailOn};
use super::text;
use super::{Console, Exit, Failure, ReportFormat};
use crate::audit::input::Input;
use crate::audit::{Audit, Claims, Fault, Verdict, annotate, audit as audit_text, draft, patch, report};
use crate::compare::compare;
use crate::diagnostic::{Finding, Findings, Outcome};
use crate::figure::{LANGUAGES, Language};
use crate::load::load;
use crate::model::Project;
use crate::pipeline;
use crate::resolve::resolve;
use clap::Args;
use globset::Glob;
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The options of `audit`.
#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    /// Texts, Markdown, HTML or PDF: files, patterns such as 'old/**/*.html', folders; `-` reads standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The locale of the texts [default: the language in which each is written]
    #[arg(long, value_name = "TAG")]
    locale: Option<String>,
    /// The article whose stats the texts speak of [default: all stats of the project]
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// Another text with which each is compared: its source, or an earlier version
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// The locale of that other text [default: the language in which it is written]
    #[arg(long, value_name = "TAG", requires = "against")]
    from: Option<String>,
    /// Judge the texts by their form alone, without the project's stats
    #[arg(long)]
    form_only: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "human")]
    format: ReportFormat,
    /// Write a page that shows every figure with its verdict: a file, or for several texts a folder
    #[arg(long, value_name = "PATH")]
    annotate: Option<PathBuf>,
    /// Write what should be changed as a unified diff
    #[arg(long, value_name = "FILE")]
    patch: Option<PathBuf>,
    /// Write the figures of each text as unverified stats, with a source to be filled in, into the folder of a project
    #[arg(long, value_name = "DIR")]
    draft_stats: Option<PathBuf>,
    /// How many threads to use [default: as many as the machine has, or RAYON_NUM_THREADS]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// The severity from which on a finding fails the run
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
}

/// What came of one file.
struct Outcomes {
    path: String,
    read: Result<(Input, Audit), Box<Finding>>,
    language: &'static Language,
}

/// How many files are read at once; what is printed of them is printed before the next are read.
const BATCH: usize = 256;

/// Audits files.
pub(super) fn audit(root: &Path, args: &AuditArgs, console: &mut Console) -> Result<Exit, Failure> {
    let given = args.locale.as_deref().map(text::language).transpose()?;
    let project = if args.form_only { None } else { project(root)? };
    let claims = project.as_ref().map(|project| project.claims(args)).transpose()?;
    let other = args.against.as_ref().map(|path| Against::read(path, args.from.as_deref())).transpose()?;
    let files = files(&args.files)?;
    let bar = ProgressBar::new(files.len() as u64)
        .with_style(ProgressStyle::with_template("{bar:40} {pos}/{len} files").expect("the template is well-formed"));
    let (mut findings, mut tally, mut diff) = (Findings::new(), Tally::default(), String::new());
    for batch in files.chunks(BATCH) {
        let one = |path: &PathBuf| {
            let outcome = of_file(path, given, claims.as_deref(), other.as_ref());
            bar.inc(1);
            outcome
        };
        let outcomes = pipeline::each(args.jobs.map_or(0, usize::from), batch, one);
        for outcome in outcomes.map_err(|error| Failure::trouble(error.to_string()))? {
            let claims = claims.iter().flatten().find(|claims| claims.language.tag == outcome.language.tag);
            tally.count(&outcome);
            if args.format == ReportFormat::Json {
                console.line(match &outcome.read {
                    Ok((input, audit)) => report::json(input, audit),
                    Err(why) => report::json_unread(&outcome.path, why),
                })?;
            }
            match &outcome.read {
                Err(why) => findings.push((**why).clone()),
                Ok((input, audit)) => {
                    findings.extend(report::findings(input, audit, claims));
                    if args.patch.is_some() {
                        diff.push_str(&patch::patch(input, audit));
                    }
                    if let Some(project) = &args.draft_stats {
                        write_draft(project, input, audit)?;
                    }
                    if let Some(to) = &args.annotate {
                        let page = annotate::page(
                            input,
                            audit,
                            claims,
                            project.as_ref().map(|loaded| &loaded.project),
                            outcome.language,
                        );
                        write(&annotated(to, &files, &outcome.path), &page)?;
                    }
                }
            }
        }
    }
    bar.finish_and_clear();
    if let Some(to) = &args.patch {
        write(to, &diff)?;
    }
    if args.format != ReportFormat::Json {
        let outcome = Outcome { findings: &findings, root: "", proven: &[], fail_on: args.fail_on.severity() };
        run::print(&outcome, args.format, console)?;
    }
    console.remark(format_args!("audited {}; {}", tally, run::counts(&findings)))?;
    let fails = findings.iter().any(|finding| finding.severity >= args.fail_on.severity());
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

/// A project that was loaded.
struct Loaded {
    project: Project,
    editions: Vec<crate::model::Edition>,
}

/// The project in a folder; `None` if there is none.
fn project(root: &Path) -> Result<Option<Loaded>, Failure> {
    if !root.join("numerate.toml").is_file() {
        return Ok(None);
    }
    let (project, _) = load(root);
    let project =
        project.ok_or_else(|| Failure::trouble("the project's settings are unusable; `numerate check` says why"))?;
    let (editions, _) = resolve(&project, None);
    Ok(Some(Loaded { project, editions }))
}

impl Loaded {
    /// What the project claims, in every language.
    fn claims(&self, args: &AuditArgs) -> Result<Vec<Claims>, Failure> {
        if let Some(id) = &args.article
            && !self.project.articles.keys().any(|known| known.as_str() == id)
        {
            let near = crate::diagnostic::nearest(id, self.project.articles.keys().map(|known| known.as_str()));
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return Err(Failure::trouble(format!("there is no article `{id}`{near}")));
        }
        let of = |language: &&'static Language| Claims::of(&self.project, &self.editions, language, args.article.as_deref());
        Ok(LANGUAGES.iter().map(of).collect())
    }
}

/// Another text that the figures must agree with.
struct Against {
    input: Input,
    language: &'static Language,
}

impl Against {
    fn read(path: &Path, tag: Option<&str>) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(Failure::io(path))?;
        let why = |finding: Box<Finding>| Failure::trouble(format!("{}: {}", path.display(), finding.message));
        let input = Input::read(&path.display().to_string(), bytes).map_err(why)?;
        let language = tag.map(text::language).transpose()?.unwrap_or_else(|| input.language());
        Ok(Self { input, language })
    }

    /// Adds what differs from the other text.
    fn add(&self, language: &'static Language, input: &Input, audit: &mut Audit) {
        for change in compare(self.language, &self.input.text, language, &input.text) {
            let said = change.source.as_ref().map(|span| self.input.text[span.clone()].to_owned());
            let span = change.target.clone().unwrap_or(0..0);
            if audit.faults.iter().any(|known| known.span.start < span.end && span.start < known.span.end) {
                continue;
            }
            for judged in audit
                .figures
                .iter_mut()
                .filter(|judged| judged.figure.span.start < span.end && span.start < judged.figure.span.end)
            {
                (judged.verdict, judged.confidence) = (Verdict::Wrong, 80);
            }
            // What another language says cannot stand here as it is.
            let expected = said.filter(|_| language.tag == self.language.tag && !span.is_empty());
            audit.faults.push(Fault {
                code: change.code,
                severity: change.severity(),
                span,
                expected,
                stat: None,
                message: change.message,
                mended: None,
                beside: None,
            });
        }
        audit.faults.sort_by_key(|fault| (fault.span.start, fault.span.end, fault.code));
    }
}

fn of_file(path: &Path, given: Option<&'static Language>, claims: Option<&[Claims]>, other: Option<&Against>) -> Outcomes {
    let shown = path.display().to_string();
    let fallback = given.unwrap_or(LANGUAGES[0]);
    let bytes = if shown == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let read = bytes
        .map_err(|error| {
            let place = crate::diagnostic::Place::of_path(&shown);
            Box::new(Finding::new(crate::diagnostic::Code::FileUnreadable, place, error.to_string()))
        })
        .and_then(|bytes| Input::read(&shown, bytes));
    let input = match read {
        Ok(input) => input,
        Err(why) => return Outcomes { path: shown, read: Err(why), language: fallback },
    };
    let language = given.unwrap_or_else(|| input.language());
    let claims = claims.and_then(|claims| claims.iter().find(|claims| claims.language.tag == language.tag));
    let mut audit = audit_text(language, &input.text, claims);
    if let Some(other) = other {
        other.add(language, &input, &mut audit);
    }
    Outcomes { path: shown, read: Ok((input, audit)), language }
}

/// What was counted: `2 files, 70 figures: 40 sound, 3 wrong`.
#[derive(Default)]
struct Tally {
    files: usize,
    verdicts: [usize; 4],
}

impl Tally {
    fn count(&mut self, outcome: &Outcomes) {
        self.files += 1;
        let Ok((_, audit)) = &outcome.read else { return };
        for judged in audit.figures.iter().filter(|judged| judged.figure.is_claim()) {
            self.verdicts[judged.verdict as usize] += 1;
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [sound, wrong, doubtful, unknown] = self.verdicts;
        let files = run::number(self.files, "file");
        let figures = run::number(self.verdicts.iter().sum(), "figure");
        write!(f, "{files} with {figures}: {sound} sound, {wrong} wrong, {doubtful} doubtful, {unknown} unknown")
    }
}

/// The endings of the files that are read in a folder.
const ENDINGS: [&str; 8] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf"];

/// The files that arguments name, folders and patterns followed, each in order of its path.
fn files(given: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in given {
        let text = path.display().to_string();
        if path.is_dir() {
            let readable = |path: &Path| {
                let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
                ENDINGS.contains(&ending.as_str())
            };
            found.extend(walk(path)?.into_iter().filter(|path| readable(path)));
        } else if !path.exists() && text.contains(['*', '?', '[', '{']) {
            let glob = Glob::new(&text).map_err(|error| Failure::trouble(format!("{text}: {error}")))?.compile_matcher();
            // What stands before the first sign is a folder.
            let fixed: PathBuf =
                path.iter().take_while(|part| !part.to_string_lossy().contains(['*', '?', '[', '{'])).collect();
            let from = if fixed.as_os_str().is_empty() { Path::new(".") } else { &fixed };
            let plain = |path: PathBuf| path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path);
            let matching: Vec<_> = walk(from)?.into_iter().map(plain).filter(|path| glob.is_match(path)).collect();
            if matching.is_empty() {
                return Err(Failure::trouble(format!("no file matches `{text}`")));
            }
            found.extend(matching);
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

/// The files of a folder and of those below it, in order; links to folders are not followed.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::io(folder))? {
        let entry = entry.map_err(Failure::io(folder))?;
        entries.push((entry.path(), entry.file_type().map_err(Failure::io(folder))?));
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    let mut found = Vec::new();
    for (path, kind) in entries {
        if kind.is_dir() {
            found.extend(walk(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Where the annotated copy of a file goes: to the path itself for one file, else into that folder, by a name of its own.
fn annotated(to: &Path, files: &[PathBuf], path: &str) -> PathBuf {
    if files.len() == 1 && !to.is_dir() {
        return to.to_path_buf();
    }
    let name: String = path.chars().map(|c| if matches!(c, '/' | '\\' | ':') { '-' } else { c }).collect();
    to.join(format!("{}.html", name.trim_start_matches(['.', '-'])))
}

/// Writes the draft of a text into a project, beside the topics and sources that it has.
fn write_draft(project: &Path, input: &Input, audit: &Audit) -> Result<(), Failure> {
    let [stats, sources] = ["stats", "sources"].map(|part| project.join("data").join(part));
    let mut taken = BTreeSet::new();
    for folder in [&stats, &sources].into_iter().filter(|folder| folder.is_dir()) {
        let stems = walk(folder)?.into_iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
        taken.extend(stems);
    }
    let draft = draft::draft(input, audit, &taken);
    write(&stats.join(format!("{}.yaml", draft.name)), &draft.stats)?;
    write(&sources.join(format!("{}.yaml", draft.name)), &draft.source)
}

/// Writes a file at once: beside it first, then in its place.
fn write(to: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(Failure::io(folder))?;
    }
    let mut beside = to.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, text).map_err(Failure::io(&beside))?;
    fs::rename(&beside, to).map_err(Failure::io(to))
}
