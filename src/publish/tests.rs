//! A site replaces another whole or not at all, and nothing of the user's is lost.

use super::*;
use crate::model::digest::Digest;
use crate::model::project::Settings;
use crate::model::{ArticleId, Document, LocaleTag, Project};
use crate::verify::{Verified, verify};
use std::collections::BTreeMap;
use std::fs;

fn project() -> Project {
    let settings = Settings {
        base_url: String::new(),
        base_locale: LocaleTag::new("th"),
        locales: vec![LocaleTag::new("th")],
        output: "output".to_owned(),
        formats: vec!["html"],
        print: Default::default(),
        keep: 2,
        severities: BTreeMap::new(),
        policies: BTreeMap::new(),
    };
    Project {
        settings,
        sources: BTreeMap::new(),
        stats: BTreeMap::new(),
        topics: Default::default(),
        articles: BTreeMap::new(),
        locales: BTreeMap::new(),
        templates: BTreeMap::new(),
        waivers: Vec::new(),
        unreadable: Default::default(),
    }
}

fn page(path: &str, html: &str) -> Verified {
    let document = Document {
        article: ArticleId::new("a"),
        locale: LocaleTag::new("th"),
        format: "html",
        path: path.to_owned(),
        bytes: html.as_bytes().to_vec(),
        figures: Vec::new(),
        plain: Vec::new(),
    };
    verify(document, &project()).expect("a page without figures is proven")
}

/// Publishes these pages with a style sheet.
fn publish_pages(root: &Path, output: &str, documents: &[Verified]) -> Result<usize, Error> {
    publish_while(root, output, documents, || {})
}

/// The same, while somebody does something.
fn publish_while(root: &Path, output: &str, documents: &[Verified], meanwhile: impl Fn()) -> Result<usize, Error> {
    let assets = [("style.css".to_owned(), b"p {}".to_vec())];
    let (mut project, stats) = (project(), BTreeMap::new());
    output.clone_into(&mut project.settings.output);
    let press = Press::open(root, &project.settings)?;
    let draft = press.draft(Grounds { project: &project, stats: &stats })?;
    for document in documents {
        let key = Some(Digest::of(b"inputs"));
        draft.add(Of::Article(&document.document().article, None), vec![draft.write(document, Listed::Yes, key)]);
    }
    let leaves: Vec<_> = documents.iter().map(Leaf::of).collect();
    let site = Site { leaves: &leaves, assets: &assets };
    let finished = draft.seal()?.finish(&press, &site)?;
    meanwhile();
    press.publish(finished, None).map(|published| published.files)
}

fn publish_page(root: &Path, html: &str) -> Result<usize, Error> {
    publish_pages(root, "output", &[page("th/a/index.html", html)])
}

/// What stands in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_site_replaces_the_last_one_and_leaves_nothing_behind() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(publish_page(root.path(), "<p>เก่า</p>").unwrap(), 4);
    publish_page(root.path(), "<p>ใหม่</p>").unwrap();
    assert_eq!(fs::read_to_string(root.path().join("output/th/a/index.html")).unwrap(), "<p>ใหม่</p>");
    assert_eq!(names(root.path()), ["output", "output.cache", "output.lock", "output.releases"]);
    assert_eq!(names(&root.path().join("output")), [".numerate", "ledger.json", "report.json", "style.css", "th"]);
}

#[test]
fn a_folder_of_the_users_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("output");
    fs::create_dir(&output).unwrap();
    fs::write(output.join("thesis.doc"), "years of work").unwrap();
    assert!(matches!(publish_page(root.path(), "<p>a</p>"), Err(Error::NotOurs(path)) if path.ends_with("thesis.doc")));
    assert_eq!(names(&output), ["thesis.doc"]);
}

#[test]
fn a_file_that_was_put_into_the_site_is_not_deleted() {
    let root = tempfile::tempdir().unwrap();
    publish_page(root.path(), "<p>a</p>").unwrap();
    fs::write(root.path().join("output/CNAME"), "example.org").unwrap();
    assert!(matches!(publish_page(root.path(), "<p>b</p>"), Err(Error::NotOurs(path)) if path.ends_with("CNAME")));
    assert_eq!(fs::read_to_string(root.path().join("output/th/a/index.html")).unwrap(), "<p>a</p>");
}

#[test]
fn a_file_that_is_put_into_the_site_while_a_run_publishes_is_not_deleted() {
    let root = tempfile::tempdir().unwrap();
    publish_page(root.path(), "<p>a</p>").unwrap();
    let put = || fs::write(root.path().join("output/th/CNAME"), "example.org").unwrap();
    let is_left_alone = |published: Result<usize, Error>| {
        assert!(matches!(published, Err(Error::NotOurs(path)) if path.ends_with("th/CNAME")));
        assert_eq!(fs::read_to_string(root.path().join("output/th/CNAME")).unwrap(), "example.org");
    };
    // A run whose site is the same leaves the folder as it is; the next is told of the file.
    publish_while(root.path(), "output", &[page("th/a/index.html", "<p>a</p>")], put).unwrap();
    is_left_alone(publish_page(root.path(), "<p>b</p>"));
    fs::remove_file(root.path().join("output/th/CNAME")).unwrap();
    is_left_alone(publish_while(root.path(), "output", &[page("th/a/index.html", "<p>b</p>")], put));
}

#[test]
fn an_empty_folder_may_be_replaced() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("output")).unwrap();
    publish_page(root.path(), "<p>a</p>").unwrap();
}

#[test]
fn links_are_not_followed_out() {
    let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), root.path().join("output")).unwrap();
    assert!(matches!(publish_page(root.path(), "<p>a</p>"), Err(Error::Outside(_))));
    std::os::unix::fs::symlink(elsewhere.path(), root.path().join("way")).unwrap();
    for output in ["way/output", "../output", "/output", ""] {
        assert!(matches!(publish_pages(root.path(), output, &[]), Err(Error::Outside(_))), "{output}");
    }
    assert_eq!(names(elsewhere.path()), Vec::<String>::new());
}

#[test]
fn a_second_run_is_kept_out_and_a_dead_one_is_swept_away() {
    let root = tempfile::tempdir().unwrap();
    let held = output::Output::open(root.path(), "output").unwrap();
    assert!(matches!(publish_page(root.path(), "<p>a</p>"), Err(Error::Held(_))));
    drop(held);
    let dead = root.path().join("output.staging-1");
    fs::create_dir_all(dead.join("th")).unwrap();
    fs::write(dead.join(MARKER), "").unwrap();
    fs::create_dir(root.path().join("output.staging-2")).unwrap();
    let mine = root.path().join("output.staging-mine");
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join(MARKER), "").unwrap();
    publish_page(root.path(), "<p>a</p>").unwrap();
    let left = ["output", "output.cache", "output.lock", "output.spare", "output.staging-mine"];
    assert_eq!(names(root.path()), left);
}

#[test]
fn two_files_of_one_path_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let documents = [page("a.html", "<p>a</p>"), page("a.html", "<p>b</p>")];
    assert!(matches!(publish_pages(root.path(), "output", &documents), Err(Error::PathTwice(_))));
}

#[test]
fn paths_stay_below_the_output() {
    assert!(["index.html", "zh-Hans/a/index.html", "ไทย/หน้า.html"].iter().all(|path| is_safe(path)));
    assert!(
        !["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\b", ".numerate", "a\n"]
            .iter()
            .any(|path| is_safe(path))
    );
}

#[test]
fn earlier_sites_are_kept_and_come_back() {
    let root = tempfile::tempdir().unwrap();
    let text = |path: &str| fs::read_to_string(root.path().join(path).join("th/a/index.html")).unwrap();
    for html in ["<p>ก</p>", "<p>ข</p>", "<p>ค</p>", "<p>ง</p>"] {
        publish_page(root.path(), html).unwrap();
    }
    // Two are kept, the first is gone.
    assert_eq!(list_releases(root.path(), "output").unwrap(), [2, 3]);
    let left = ["output", "output.cache", "output.lock", "output.releases", "output.spare"];
    assert_eq!(names(root.path()), left);
    assert_eq!(roll_back(root.path(), "output", None).unwrap(), 3);
    assert_eq!((text("output"), text("output.releases/000003")), ("<p>ค</p>".to_owned(), "<p>ง</p>".to_owned()));
    assert_eq!(roll_back(root.path(), "output", None).unwrap(), 3);
    assert_eq!(text("output"), "<p>ง</p>");
    assert_eq!(roll_back(root.path(), "output", Some(2)).unwrap(), 2);
    assert_eq!(text("output"), "<p>ข</p>");
    assert!(matches!(roll_back(root.path(), "output", Some(9)), Err(Error::NoRelease(Some(9), known)) if known == [2, 3]));
}

#[test]
fn a_run_that_dies_about_the_exchange_loses_neither_site() {
    use std::os::unix::fs::MetadataExt;
    let root = tempfile::tempdir().unwrap();
    let text = |path: &str| fs::read_to_string(root.path().join(path).join("th/a/index.html")).unwrap();
    for html in ["<p>ก</p>", "<p>ข</p>", "<p>ค</p>"] {
        publish_page(root.path(), html).unwrap();
    }
    let releases = root.path().join("output.releases");
    let site = root.path().join("output");
    let park = |inode: u64| {
        fs::rename(releases.join("000002"), releases.join(format!("next.{inode}"))).unwrap();
        assert_eq!(list_releases(root.path(), "output").unwrap(), [1]);
        roll_back(root.path(), "output", Some(9)).unwrap_err();
    };
    let inode = |folder: &Path| folder.metadata().unwrap().ino();
    // Before the exchange, a site is parked that nobody has seen.
    park(inode(&releases.join("000002")));
    assert_eq!(names(&releases), ["000001"]);
    // After it, the site of before is.
    publish_page(root.path(), "<p>ง</p>").unwrap();
    park(inode(&site));
    assert_eq!(names(&releases), ["000001", "000002"]);
    assert_eq!((text("output.releases/000002"), text("output")), ("<p>ค</p>".to_owned(), "<p>ง</p>".to_owned()));
}

#[test]
fn links_in_the_way_of_a_spare_tree_and_of_releases_are_left_alone() {
    let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    publish_page(elsewhere.path(), "<p>elsewhere</p>").unwrap();
    let (theirs, link) = (elsewhere.path().join("output"), root.path().join("output.spare"));
    publish_page(root.path(), "<p>ก</p>").unwrap();
    fs::remove_dir_all(&link).unwrap();
    std::os::unix::fs::symlink(&theirs, &link).unwrap();
    fs::create_dir(root.path().join("output.releases")).unwrap();
    std::os::unix::fs::symlink(&theirs, root.path().join("output.releases/000001")).unwrap();
    for html in ["<p>ข</p>", "<p>ค</p>", "<p>ง</p>", "<p>จ</p>"] {
        publish_page(root.path(), html).unwrap();
        assert_eq!(fs::read_to_string(theirs.join("th/a/index.html")).unwrap(), "<p>elsewhere</p>");
    }
    assert_eq!(list_releases(root.path(), "output").unwrap(), [4, 5]);
    assert!(matches!(roll_back(root.path(), "output", Some(1)), Err(Error::NoRelease(Some(1), _))));
    assert!(link.is_symlink());
}

#[test]
fn a_release_that_somebody_changed_does_not_come_back() {
    let root = tempfile::tempdir().unwrap();
    for html in ["<p>ก</p>", "<p>ข</p>"] {
        publish_page(root.path(), html).unwrap();
    }
    let release = root.path().join("output.releases/000001");
    let is_refused = |file: &str| {
        assert!(matches!(roll_back(root.path(), "output", None), Err(Error::NotWhole(path)) if path.ends_with(file)));
        assert_eq!(fs::read_to_string(root.path().join("output/th/a/index.html")).unwrap(), "<p>ข</p>");
    };
    fs::write(release.join("th/more.html"), "more").unwrap();
    is_refused("th/more.html");
    fs::remove_file(release.join("th/more.html")).unwrap();
    fs::remove_file(release.join("th/a/index.html")).unwrap();
    is_refused("th/a/index.html");
}

#[test]
fn where_no_release_can_be_kept_the_site_stays() {
    let root = tempfile::tempdir().unwrap();
    publish_page(root.path(), "<p>ก</p>").unwrap();
    fs::write(root.path().join("output.releases"), "in the way").unwrap();
    assert!(matches!(publish_page(root.path(), "<p>ข</p>"), Err(Error::Io(path, _)) if path.ends_with("output.releases")));
    assert_eq!(fs::read_to_string(root.path().join("output/th/a/index.html")).unwrap(), "<p>ก</p>");
    assert_eq!(fs::read_to_string(root.path().join("output.releases")).unwrap(), "in the way");
}

#[test]
fn a_site_that_stands_there_already_is_left_as_it_is() {
    let root = tempfile::tempdir().unwrap();
    publish_page(root.path(), "<p>ก</p>").unwrap();
    let before = root.path().join("output").metadata().unwrap().modified().unwrap();
    publish_page(root.path(), "<p>ก</p>").unwrap();
    assert_eq!(root.path().join("output").metadata().unwrap().modified().unwrap(), before);
    assert_eq!(list_releases(root.path(), "output").unwrap(), [0_u32; 0]);
    // A file that somebody changed is put right.
    fs::write(root.path().join("output/th/a/index.html"), "<p>x</p>").unwrap();
    publish_page(root.path(), "<p>ก</p>").unwrap();
    assert_eq!(fs::read_to_string(root.path().join("output/th/a/index.html")).unwrap(), "<p>ก</p>");
}

/// The tree that is set aside, file by file.
fn spare(root: &Path) -> Vec<String> {
    ["", "th", "th/a"].iter().flat_map(|folder| names(&root.join("output.spare").join(folder))).collect()
}

#[test]
fn the_tree_that_is_set_aside_holds_nothing_but_the_site() {
    let root = tempfile::tempdir().unwrap();
    let expected = [".numerate", "ledger.json", "report.json", "style.css", "th", "a", "index.html"];
    for turn in 0..8 {
        publish_page(root.path(), &format!("<p>{}</p>", ["ก", "ข"][turn % 2])).unwrap();
        // It goes to be the next site while few releases are kept, and comes back when one of them goes.
        if turn == 0 || turn >= 3 {
            assert_eq!(spare(root.path()), expected, "{turn}");
            let page = |folder: &str| fs::read_to_string(root.path().join(folder).join("th/a/index.html")).unwrap();
            assert_eq!(page("output.spare"), page("output"), "{turn}");
        }
    }
}

#[test]
fn what_somebody_put_into_the_tree_that_is_set_aside_is_not_published() {
    let root = tempfile::tempdir().unwrap();
    publish_page(root.path(), "<p>ก</p>").unwrap();
    fs::write(root.path().join("output.spare/th/draft.html"), "embargoed").unwrap();
    publish_page(root.path(), "<p>ข</p>").unwrap();
    assert_eq!(names(&root.path().join("output/th")), ["a"]);
    assert!(!root.path().join("output.spare").exists());
}

#[test]
fn a_folder_of_that_name_that_numerate_did_not_make_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("output.spare")).unwrap();
    fs::write(root.path().join("output.spare/thesis.doc"), "years of work").unwrap();
    for html in ["<p>ก</p>", "<p>ข</p>", "<p>ค</p>", "<p>ง</p>"] {
        publish_page(root.path(), html).unwrap();
    }
    assert_eq!(names(&root.path().join("output.spare")), ["thesis.doc"]);
}
