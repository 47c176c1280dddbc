//! Whole documents: that they are files, the same each time, and what stands in them. Other programs judge them in `.ci/pdf`.

use super::super::fixture;
use super::*;
use lopdf::Document;

#[test]
fn any_thread_writes_the_same_bytes() {
    let layout = fixture::document("th");
    let bytes = write(&layout);
    let threads: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| write(&fixture::document("th")))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(threads.iter().all(|other| *other == bytes));
}

#[test]
fn a_document_is_a_file_with_its_pages() {
    for language in ["th", "en", "zh-Hans"] {
        let bytes = write(&fixture::document(language));
        if let Ok(folder) = std::env::var("NUMERATE_PDF_FOLDER") {
            std::fs::write(format!("{folder}/{language}.pdf"), &bytes).unwrap();
        }
        let document = Document::load_mem(&bytes).unwrap();
        assert_eq!(document.get_pages().len(), 2);
        assert!(bytes.len() < 40_000, "{language}: {} bytes", bytes.len());
    }
}

#[test]
fn the_id_is_that_of_the_contents() {
    let id = |layout: &Layout| Document::load_mem(&write(layout)).unwrap().trailer.get(b"ID").cloned().unwrap();
    let (one, mut other) = (fixture::document("en"), fixture::document("en"));
    assert_eq!(id(&one), id(&other));
    other.metadata.title.push('!');
    assert_ne!(id(&one), id(&other));
}
