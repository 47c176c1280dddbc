//! What a document costs: `cargo run --release --example cost -- DIR [FORMAT]`.
//!
//! Renders every edition of the project in a folder and verifies the finished files, on one thread, and prints for each format, or for
//! the one that is named, and each locale how long it takes the processor to make one of them: the first, when faces and dictionaries are not in use yet, and the mean of all in a second
//! round; and how large they are. The pages around the articles are left out.

#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "it measures time, and prints it")]

use numerate::format::FORMATS;
use numerate::model::{Document, Edition};
use numerate::render::Renderer;
use numerate::verify::Verifier;
use numerate::{load::load, resolve::resolve};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: cost DIR");
        return ExitCode::from(2);
    };
    let (Some(mut project), _) = load(Path::new(&folder)) else {
        eprintln!("cost: {folder} holds no project");
        return ExitCode::from(2);
    };
    let (editions, _) = resolve(&project, None);
    let locales = project.settings.locales.clone();
    println!("format locale   documents   bytes  render first    mean  verify first    mean  unproven");
    let named = std::env::args().nth(2);
    for format in FORMATS.iter().filter(|format| named.as_ref().is_none_or(|named| named == format.name())) {
        project.settings.formats = vec![format.name()];
        let (renderer, _) = Renderer::new(&project);
        let verifier = Verifier::new(&project);
        for tag in &locales {
            let editions: Vec<&Edition> = editions.iter().filter(|edition| edition.locale == *tag).collect();
            let render = |edition: &Edition| renderer.article(edition, &locales).0;
            let Some(first) = editions.first() else { continue };
            let (documents, rendered_first) = timed(|| render(first));
            let (_, verified_first) = timed(|| verify(&verifier, documents));
            let (documents, rendered) = timed(|| editions.iter().flat_map(|edition| render(edition)).collect::<Vec<_>>());
            let (count, bytes) = (documents.len(), documents.iter().map(|document| document.bytes.len()).sum::<usize>());
            let (unproven, verified) = timed(|| verify(&verifier, documents));
            let mean = |time: Duration| time / u32::try_from(count.max(1)).unwrap_or(1);
            println!(
                "{:6} {:8} {count:9} {:7}  {rendered_first:12.2?} {:7.2?}  {verified_first:12.2?} {:7.2?}  {unproven:8}",
                format.name(),
                tag.as_str(),
                bytes / count.max(1),
                mean(rendered),
                mean(verified),
            );
        }
    }
    ExitCode::SUCCESS
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = spent();
    let done = work();
    (done, spent().saturating_sub(start))
}

/// How long this thread has had the processor, whatever else the machine does.
fn spent() -> Duration {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux says what a thread costs");
    Duration::from_nanos(times.split(' ').next().and_then(|nanos| nanos.parse().ok()).expect("it says it in nanoseconds"))
}

/// How many of the documents are not proven.
fn verify(verifier: &Verifier<'_>, documents: Vec<Document>) -> usize {
    documents.into_iter().filter_map(|document| verifier.verify(document).err()).count()
}
