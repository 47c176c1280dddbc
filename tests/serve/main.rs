//! The live preview: what it shows, how it follows the files, and what it refuses.

mod client;
#[path = "../common/sample.rs"]
mod sample;

use client::{Running, answer};
use sample::sample;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

const PAGE: &str = "/site/th/connected-customer-2022/";
const THAI: &str = "locales/th/connected-customer-2022.ftl";

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).expect("the file is there");
    assert!(text.contains(from), "`{from}` is not in {path}");
    // As editors save: a new file in the place of the old one.
    let new = root.join(format!("{path}.tmp"));
    fs::write(&new, text.replacen(from, to, 1)).expect("a file can be written");
    fs::rename(new, root.join(path)).expect("a file can be renamed");
}

#[test]
fn pages_are_those_of_a_build_under_a_layer() {
    let folder = sample();
    let build = assert_cmd::Command::cargo_bin("numerate").unwrap().args(["build", "--root"]).arg(folder.path()).output();
    assert!(build.unwrap().status.success());
    let before = tree(&folder.path().join("output"));
    let all = tree(folder.path());
    let preview = Running::new(folder.path());
    let mut pages = 0;
    for (path, bytes) in &before {
        let answer = preview.get(&format!("/site/{path}"));
        match path.rsplit('.').next() {
            Some("html") => {
                assert_eq!(
                    (answer.status, answer.without_layer()),
                    (200, String::from_utf8_lossy(bytes).into_owned()),
                    "{path}"
                );
                pages += 1;
            }
            Some("css") => assert_eq!((answer.status, &answer.body), (200, bytes), "{path}"),
            _ => {}
        }
    }
    assert!(pages > 15, "{pages}");
    assert!(tree(folder.path()) == all, "the preview wrote a file");
}

/// The files of a folder by path.
fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(&path).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            let name = path.strip_prefix(folder).expect("it is inside").to_str().expect("it is UTF-8").to_owned();
            if path.is_dir() { waiting.push(path) } else { _ = files.insert(name, fs::read(path).expect("it can be read")) }
        }
    }
    files
}

#[test]
fn a_saved_mistake_is_found_in_its_place_and_goes_when_it_is_mended() {
    let folder = sample();
    let preview = Running::new(folder.path());
    assert_eq!(preview.get(PAGE).found(), [""; 0]);
    edit(folder.path(), THAI, "{ $trust-in-change })", "ร้อยละ 87)");
    let page = preview.wait(PAGE, |page| !page.found().is_empty());
    assert!(
        page.found().iter().any(|found| found.starts_with("digit-in-narrative locales/th/connected-customer-2022.ftl:"))
    );
    let about = page.about();
    let typed = about["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "digit-in-narrative");
    assert_eq!(typed.unwrap()["about"], "connected-customer-2022-trust-body");
    // Another locale is as it was.
    assert_eq!(preview.get("/site/zh-Hans/connected-customer-2022/").found(), [""; 0]);
    edit(folder.path(), THAI, "ร้อยละ 87)", "{ $trust-in-change })");
    preview.wait(PAGE, |page| page.found().is_empty());
}

#[test]
fn a_template_a_style_and_a_stat_are_followed() {
    let folder = sample();
    let preview = Running::new(folder.path());
    assert!(!preview.get(PAGE).text().contains("ทดลอง"));
    edit(folder.path(), "templates/page.html", "</main>", "<p>ทดลอง</p></main>");
    preview.wait(PAGE, |page| page.text().contains("<p>ทดลอง</p>"));
    edit(folder.path(), "templates/style.css", "body", "/* new */ body");
    preview.wait("/site/style.css", |style| style.text().contains("/* new */"));
    edit(folder.path(), "data/stats/connected-customer-2022.yaml", "value: 88", "value: 78");
    let page = preview.wait(PAGE, |page| !page.found().is_empty());
    let about = page.about();
    let mismatch =
        about["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "evidence-mismatch").unwrap();
    assert_eq!(mismatch["file"], "data/stats/connected-customer-2022.yaml");
    assert!(!mismatch["figures"].as_array().unwrap().is_empty(), "the figures of the stat are told");
}

#[test]
fn paragraphs_and_figures_tell_where_they_come_from() {
    let folder = sample();
    let preview = Running::new(folder.path());
    let page = preview.get(PAGE);
    let (text, about) = (page.text(), page.about());
    let lines = about["lines"].as_array().unwrap();
    assert_eq!(lines[0][0], "connected-customer-2022-title");
    let message = &about["messages"]["connected-customer-2022-title"];
    let file = fs::read_to_string(folder.path().join(THAI)).unwrap();
    let line = file.lines().position(|line| line.starts_with("connected-customer-2022-title =")).unwrap() + 1;
    assert_eq!((message["at"]["file"].as_str(), message["at"]["line"].as_u64()), (Some(THAI), Some(line as u64)));
    // Every line that came from a message is told with its text, but for labels that a drawing divides.
    let squeeze = |text: &str| text.replace(|c: char| c.is_whitespace() || c == '†', "");
    let shown = squeeze(&scraper::Html::parse_document(&text).root_element().text().collect::<String>());
    let unseen: Vec<_> = lines.iter().filter(|line| !shown.contains(&squeeze(line[1].as_str().unwrap()))).collect();
    assert!(lines.len() > 30 && unseen.is_empty(), "{unseen:?}");
    // A figure leads to its stat, and that to its cell.
    let (element, figure) = about["figures"]
        .as_object()
        .unwrap()
        .iter()
        .find(|(_, figure)| figure["stat"]["id"] == "trust-in-change" && figure["construct"] != "fraction")
        .unwrap();
    assert!(text.contains(&format!("id=\"{element}\"")));
    let cell = &figure["stat"]["cell"];
    assert_eq!((cell["says"].as_str(), cell["at"]["line"].as_u64()), (Some("88"), Some(6)));
    assert_eq!(figure["stat"]["sources"][0]["id"], "connected-customer-2022");
    assert_eq!(about["editor"], "edit:{path}:{line}");
}

#[test]
fn every_line_of_every_body_knows_its_message() {
    let folder = sample();
    let (project, _) = numerate::load::load(folder.path());
    let project = project.unwrap();
    let (editions, _) = numerate::resolve::resolve(&project, None);
    let (renderer, _) = numerate::render::Renderer::new(&project);
    for edition in &editions {
        let (_, body) = renderer.page(edition, &project.settings.locales).0.unwrap();
        let mut messages = body.messages.iter();
        body.each_line(&mut |line| {
            let message = messages.next().unwrap();
            numerate::model::body::each_figure(line, &mut |figure| {
                assert_eq!(Some(&body.figures[figure].message), message.as_ref(), "{}", body.text(line));
            });
        });
        assert_eq!(messages.next(), None);
    }
    assert_eq!(editions.len(), 15);
}

#[test]
fn what_cannot_be_rendered_is_said_over_the_last_good_page() {
    let folder = sample();
    let preview = Running::new(folder.path());
    let good = preview.get(PAGE);
    assert_eq!(good.about()["earlier"], false);
    let known = fs::read(folder.path().join(THAI)).unwrap();
    for broken in [b"".as_slice(), b"\xFF\xFE", b"connected-customer-2022-title = { $", b"{".repeat(5000).as_slice()] {
        fs::write(folder.path().join(THAI), broken).unwrap();
        let page = preview.wait(PAGE, |page| page.about()["earlier"] == true && !page.found().is_empty());
        assert_eq!(page.without_layer(), good.without_layer());
        assert_eq!(preview.get("/-/overview").status, 200);
    }
    fs::write(folder.path().join(THAI), known).unwrap();
    assert_eq!(preview.wait(PAGE, |page| page.about()["earlier"] == false).without_layer(), good.without_layer());
    // Without settings nothing can be said but that.
    let settings = fs::read(folder.path().join("numerate.toml")).unwrap();
    fs::write(folder.path().join("numerate.toml"), "").unwrap();
    let page = preview.wait(PAGE, |page| page.about()["earlier"] == true);
    assert_eq!(page.found(), ["file-empty numerate.toml:1:1"]);
    fs::write(folder.path().join("numerate.toml"), settings).unwrap();
    preview.wait(PAGE, |page| page.about()["earlier"] == false);
}

#[test]
fn a_project_that_begins_broken_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let preview = Running::new(folder.path());
    assert_eq!(preview.get("/").status, 200);
    assert!(preview.get("/-/overview").text().contains("file-missing"));
    assert_eq!(preview.get(PAGE).status, 404);
    // It comes to life as it is written.
    let full = sample();
    sample::copy(full.path(), folder.path());
    preview.wait(PAGE, |page| page.status == 200 && page.found().is_empty());
}

#[test]
fn the_overview_counts_what_is_missing() {
    let folder = sample();
    let preview = Running::new(folder.path());
    let cell = |overview: &serde_json::Value| {
        let rows = overview["articles"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == "connected-customer-2022").unwrap();
        let th = overview["locales"].as_array().unwrap().iter().position(|tag| tag == "th").unwrap();
        row["cells"][th].clone()
    };
    let json = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
    assert_eq!(cell(&json(preview.get("/-/overview").text()))["missing"], 0);
    edit(folder.path(), THAI, "connected-customer-2022-values-heading =", "connected-customer-2022-other-heading =");
    let overview = preview.wait("/-/overview", |answer| cell(&json(answer.text()))["missing"] == 1);
    assert!(cell(&json(overview.text()))["findings"][0].as_u64() > Some(0));
    let page =
        preview.wait(PAGE, |page| page.about()["messages"]["connected-customer-2022-values-heading"]["state"] == "missing");
    assert_eq!(
        page.about()["messages"]["connected-customer-2022-values-heading"]["after"],
        "connected-customer-2022-trust-body"
    );
}

#[test]
fn what_went_stale_is_marked_with_what_it_was() {
    const LEAD: &str = "connected-customer-2022-lead";
    let folder = sample();
    let mut accept = assert_cmd::Command::cargo_bin("numerate").unwrap();
    let accept = accept.args(["l10n", "accept", LEAD, "--locale", "th", "--root"]).arg(folder.path()).output().unwrap();
    assert!(accept.status.success(), "{}", String::from_utf8_lossy(&accept.stderr));
    let preview = Running::new(folder.path());
    assert_eq!(preview.get(PAGE).about()["messages"][LEAD]["state"], "approved");
    let base = "locales/en/connected-customer-2022.ftl";
    let text = fs::read_to_string(folder.path().join(base)).unwrap();
    let (before, after) = text.split_once(&format!("{LEAD} =\n    ")).unwrap();
    fs::write(folder.path().join(base), format!("{before}{LEAD} =\n    Word has it: {after}")).unwrap();
    let page = preview.wait(PAGE, |page| page.about()["messages"][LEAD]["state"] == "stale");
    let message = &page.about()["messages"][LEAD];
    assert!(message["base"][1].as_str().unwrap().starts_with("Word has it: "));
    assert!(!message["changes"][0]["base"].as_str().unwrap().contains("Word has it"));
    preview.wait("/-/overview", |answer| answer.text().contains("\"stale\":1"));
}

#[test]
fn another_name_or_origin_is_refused() {
    let folder = sample();
    let preview = Running::new(folder.path());
    let port = preview.address.port();
    let host = |host: &str| preview.raw(format!("GET / HTTP/1.1\r\n{host}\r\n\r\n").as_bytes()).status;
    assert_eq!(host(&format!("Host: 127.0.0.1:{port}")), 200);
    assert_eq!(host(&format!("Host: LOCALHOST:{port}")), 200);
    for rebound in [
        String::new(),
        "Host:".to_owned(),
        "Host: evil.example".to_owned(),
        format!("Host: evil.example:{port}"),
        format!("Host: 127.0.0.1:{}", port ^ 1),
        "Host: 127.0.0.1".to_owned(),
        format!("Host: 127.0.0.1:{port}.evil.example"),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example"),
        format!("Host: evil@127.0.0.1:{port}"),
    ] {
        assert_eq!(host(&rebound), 421, "{rebound}");
    }
    for (fields, status) in [
        (format!("Origin: http://127.0.0.1:{port}\r\n"), 200),
        (format!("Origin: http://localhost:{port}\r\n"), 200),
        ("Origin: https://evil.example\r\n".to_owned(), 403),
        ("Origin: null\r\n".to_owned(), 403),
        (format!("Origin: https://127.0.0.1:{port}\r\n"), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n".to_owned(), 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n".to_owned(), 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n".to_owned(), 200),
    ] {
        assert_eq!(preview.with("/-/overview", &fields).status, status, "{fields}");
    }
    let head = preview.get("/").head;
    for field in ["X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin", "frame-ancestors 'self'"] {
        assert!(head.contains(field), "{head}");
    }
    assert!(preview.address.ip().is_loopback());
}

#[test]
fn nothing_but_its_own_pages_can_be_had() {
    let folder = sample();
    fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let preview = Running::new(folder.path());
    for (path, status) in [
        ("/../secret.txt", 400),
        ("/site/../../secret.txt", 400),
        ("/site/%2e%2e/secret.txt", 400),
        ("/site/..%2fsecret.txt", 400),
        ("/site/th/..\\..\\secret.txt", 400),
        ("/site/%5c..%5csecret.txt", 400),
        ("/site/secret.txt%00.css", 400),
        ("/site//etc/passwd", 400),
        ("/%", 400),
        ("/site/%zz", 400),
        ("/site/secret.txt", 404),
        ("/secret.txt", 404),
        ("/numerate.toml", 404),
        ("/site/page.html", 404),
        ("/site/th/connected-customer-2022", 308),
        ("/site/th/none/", 404),
        ("/site/xx/connected-customer-2022/", 404),
        ("/-/nothing.js", 404),
        ("/-/article/none", 404),
        ("/-/article/", 404),
        ("/article/", 404),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, status, "{path}");
        assert!(!answer.text().contains("secret\n"), "{path}");
    }
    assert_eq!(preview.get(&format!("/{}", "a".repeat(5000))).status, 414);
    assert_eq!(preview.with("/", &format!("X: {}\r\n", "a".repeat(40_000))).status, 431);
    assert_eq!(preview.with("/", &"X: y\r\n".repeat(100)).status, 431);
    assert_eq!(preview.raw(b"nonsense\r\n\r\n").status, 400);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let request = format!("{method} / HTTP/1.1\r\nHost: {}\r\nContent-Length: 1\r\n\r\nx", preview.address);
        assert_eq!(preview.raw(request.as_bytes()).status, 405, "{method}");
    }
    let head = preview.raw(format!("HEAD / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).as_bytes());
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn slow_and_many_clients_leave_room_for_others() {
    let folder = sample();
    let preview = Running::new(folder.path());
    let mut slow: Vec<_> = (0..40).map(|_| preview.connect()).collect();
    slow.iter_mut().for_each(|stream| stream.write_all(b"GET / HT").unwrap());
    let started = (0..40).map(|_| preview.connect()).collect::<Vec<_>>();
    assert_eq!(preview.get("/").status, 200);
    drop(started);
    // A client that says nothing more is told, and its place is free again.
    let mut told = Vec::new();
    slow[0].read_to_end(&mut told).unwrap();
    assert!(told.starts_with(b"HTTP/1.1 408 "), "{}", String::from_utf8_lossy(&told));
    // Far more than there are places: each is answered or refused, and then there is room again.
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    let ask = |_| {
        let mut stream = preview.connect();
        stream.write_all(request.as_bytes()).ok();
        stream
    };
    let mut many: Vec<_> = (0..300).map(ask).collect();
    let statuses = many.iter_mut().map(|stream| {
        let mut bytes = Vec::new();
        // A refusal may be cut off by what the client was still saying.
        stream.read_to_end(&mut bytes).ok();
        bytes.get(9..12).map_or_else(|| "503".to_owned(), |status| String::from_utf8_lossy(status).into_owned())
    });
    let statuses: Vec<_> = statuses.collect();
    assert!(statuses.iter().all(|status| matches!(status.as_str(), "200" | "503")), "{statuses:?}");
    assert!(statuses.contains(&"200".to_owned()), "{statuses:?}");
    drop(slow);
    preview.wait("/", |answer| answer.status == 200);
}

#[test]
fn news_comes_as_it_happens() {
    let folder = sample();
    let preview = Running::new(folder.path());
    preview.get(PAGE);
    let mut stream = preview.connect();
    write!(stream, "GET /-/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
    let mut said = String::new();
    let mut until = |wanted: &str| {
        let mut piece = [0; 1024];
        while !said.contains(wanted) {
            let read = stream.read(&mut piece).unwrap();
            assert!(read > 0, "the stream ended: {said}");
            said.push_str(&String::from_utf8_lossy(&piece[..read]));
        }
    };
    until("\"revision\":1");
    // What editors put beside a file is no news.
    fs::write(folder.path().join("locales/th/.x.ftl.swp"), "x").unwrap();
    std::thread::sleep(Duration::from_millis(100));
    edit(folder.path(), THAI, "connected-customer-2022-title = ", "connected-customer-2022-title = ใหม่ ");
    until("\"paths\":[\"locales/th/connected-customer-2022.ftl\"]");
    until("\"whole\":2");
    assert!(!said.contains(".swp"), "{said}");
}

#[test]
fn looking_at_the_files_every_so_often_sees_the_same() {
    let folder = sample();
    let options = numerate::serve::Options { poll: Some(Duration::from_millis(50)), ..Default::default() };
    let preview = Running::with_options(folder.path(), options);
    assert_eq!(preview.get(PAGE).found(), [""; 0]);
    edit(folder.path(), THAI, "connected-customer-2022-title = ", "connected-customer-2022-title = ใหม่ ");
    preview.wait(PAGE, |page| page.text().contains("ใหม่ เชื่อใจ"));
}

#[test]
fn the_command_says_where_it_listens_and_what_is_wrong_with_its_arguments() {
    let folder = sample();
    let numerate = || {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("numerate"));
        command.args(["serve", "--root"]).arg(folder.path()).stderr(std::process::Stdio::piped());
        command
    };
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for arguments in [["--port", port.as_str()], ["--editor", "nonsense"], ["--editor", "javascript:{path}"]] {
        let output = numerate().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut child = numerate().args(["--port", "0"]).spawn().unwrap();
    let mut line = String::new();
    let mut reader = std::io::BufReader::new(child.stderr.take().unwrap());
    std::io::BufRead::read_line(&mut reader, &mut line).unwrap();
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    assert_eq!(answer(&mut stream).status, 200);
    child.kill().unwrap();
    child.wait().unwrap();
}
