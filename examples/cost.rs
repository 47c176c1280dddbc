//! What proving costs beside rendering: `cargo run --release --example cost -- DIR`.
//!
//! Renders every edition of the project in a folder, then verifies the finished pages, on one thread, and prints how long each
//! took. The pages around the articles are left out.

#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "it measures time, and prints it")]

use numerate::model::Document;
use numerate::render::Renderer;
use numerate::verify::Verifier;
use numerate::{load::load, resolve::resolve};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: cost DIR");
        return ExitCode::from(2);
    };
    let (Some(project), _) = load(Path::new(&folder)) else {
        eprintln!("cost: {folder} holds no project");
        return ExitCode::from(2);
    };
    let (editions, _) = resolve(&project, None);
    let (renderer, _) = Renderer::new(&project);
    let locales = &project.settings.locales;
    let start = Instant::now();
    let documents: Vec<Document> = editions.iter().flat_map(|edition| renderer.article(edition, locales).0).collect();
    let rendering = start.elapsed();
    let bytes: usize = documents.iter().map(|document| document.bytes.len()).sum();
    let pages = documents.len();
    let start = Instant::now();
    let verifier = Verifier::new(&project);
    let unproven = documents.into_iter().filter_map(|document| verifier.verify(document).err()).count();
    let verifying = start.elapsed();
    println!("{pages} pages, {bytes} bytes: rendering {rendering:.2?}, verifying {verifying:.2?}, {unproven} unproven");
    ExitCode::SUCCESS
}
