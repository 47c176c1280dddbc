//! What a document costs: `cargo run --release --example cost -- DIR [FORMAT]`.
//!
//! Renders every edition of the project in a folder and verifies the finished files, and prints for each format and locale how long
//! the processor works for one of them: for the first, when no dictionary, face or cache is in use yet; and for the mean of all in
//! a further round, on one thread and on two, by a verifier that has met none of them, as in a build. The pages that show figures
//! beside their sources are `ledger`. Then how large they are, how long the faces and templates take to be read, and the most
//! memory that was in use. The other pages around the articles are left out.

#![expect(clippy::disallowed_macros, reason = "it measures time, and prints it")]

use numerate::format::FORMATS;
use numerate::model::{ArticleId, Document, Edition, Project};
use numerate::render::Renderer;
use numerate::verify::Verifier;
use numerate::{load::load, resolve::resolve};
use rayon::ThreadPool;
use rayon::prelude::*;
use rustix::time::{ClockId, clock_gettime};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), format) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: cost DIR [FORMAT]");
        return ExitCode::from(2);
    };
    let (Some(mut project), _) = load(Path::new(&folder)) else {
        eprintln!("cost: {folder} holds no project");
        return ExitCode::from(2);
    };
    let (editions, _) = resolve(&project, None);
    let locales = project.settings.locales.clone();
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let (one, two) = (pool(1), pool(2));
    println!("                                    render                     verify");
    println!("format locale   documents   bytes   first     one     two     first     one     two  unproven");
    for known in FORMATS.iter().filter(|known| format.as_deref().is_none_or(|name| name == known.name())) {
        project.settings.formats = vec![known.name()];
        let ((renderer, _), made) = timed(|| Renderer::new(&project));
        let (_, made_verifier) = timed(|| Verifier::new(&project));
        for tag in &locales {
            let editions: Vec<&Edition> = editions.iter().filter(|edition| edition.locale == *tag).collect();
            let render = |edition: &&Edition| renderer.article(edition, &locales).0;
            row(known.name(), tag.as_str(), &editions, render, &project, [&one, &two]);
        }
        if known.name() == "html" {
            let mut articles: BTreeMap<&ArticleId, Vec<(&Edition, Document)>> = BTreeMap::new();
            for edition in &editions {
                for page in renderer.article(edition, &locales).0 {
                    articles.entry(&edition.article.id.value).or_default().push((edition, page));
                }
            }
            let articles: Vec<Vec<(&Edition, &Document)>> =
                articles.values().map(|pages| pages.iter().map(|(edition, page)| (*edition, page)).collect()).collect();
            row("ledger", "all", &articles, |pages| renderer.ledger(pages).0, &project, [&one, &two]);
        }
        println!("{}: renderer made in{}, verifier in{}", known.name(), shown(made), shown(made_verifier));
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("most memory: {}", &line[6..].trim()));
    ExitCode::SUCCESS
}

/// Prints a line: what the documents cost that are rendered of these things.
fn row<T: Sync>(
    format: &str,
    locale: &str,
    things: &[T],
    render: impl Fn(&T) -> Vec<Document> + Sync,
    project: &Project,
    pools: [&ThreadPool; 2],
) {
    let Some(first) = things.first() else { return };
    let verifier = Verifier::new(project);
    let verify = |verifier: &Verifier<'_>, document| usize::from(verifier.verify(document).is_err());
    let (documents, rendered_first) = timed(|| render(first));
    let few = documents.len().max(1);
    let (_, verified_first) = timed(|| documents.into_iter().map(|document| verify(&verifier, document)).sum::<usize>());
    let (mut unproven, mut count, mut bytes) = (0, 1, 0);
    let mut round = |pool: &ThreadPool| {
        let verifier = Verifier::new(project);
        let (documents, rendered) = timed(|| pool.install(|| things.par_iter().flat_map_iter(&render).collect::<Vec<_>>()));
        count = documents.len().max(1);
        bytes = documents.iter().map(|document| document.bytes.len()).sum();
        let work = || documents.into_par_iter().map(|document| verify(&verifier, document)).sum::<usize>();
        let (wrong, verified) = timed(|| pool.install(work));
        unproven += wrong;
        [rendered, verified].map(|time| each(time, count))
    };
    round(pools[0]);
    let ([rendered, verified], [rendered_two, verified_two]) = (round(pools[0]), round(pools[1]));
    println!(
        "{format:6} {locale:8} {count:9} {:7}  {}{}{}  {}{}{}  {unproven:8}",
        bytes / count,
        shown(each(rendered_first, few)),
        shown(rendered),
        shown(rendered_two),
        shown(each(verified_first, few)),
        shown(verified),
        shown(verified_two),
    );
}

fn each(time: Duration, count: usize) -> Duration {
    time / u32::try_from(count).unwrap_or(u32::MAX)
}

/// The time that the processor worked for it, on all threads.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let worked = || {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    let start = worked();
    let done = work();
    (done, worked() - start)
}

fn shown(time: Duration) -> String {
    let micros = time.as_micros();
    format!("{:3}.{:02} ms", micros / 1000, micros % 1000 / 10)
}
