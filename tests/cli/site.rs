//! What a site says of itself: its map, feeds, addresses and machine-readable heads, over all files of a built project.

use super::schedule::{speaking_of, with_second};
use super::{edit, files, numerate_in, project, schema, stdout, xml};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const ARTICLE: &str = "data/articles/tea-survey.yaml";
const BASE: &str = "https://example.org/";
const LOCALES: [&str; 3] = ["en", "th", "zh-Hans"];

/// Every text of a built site, by path.
fn built(root: &Path) -> BTreeMap<String, String> {
    assert_eq!(stdout(numerate_in(root).arg("build"), 0), "");
    let files = files(&root.join("output")).into_iter();
    files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

/// A project whose article was revised and corrected.
fn corrected() -> tempfile::TempDir {
    let folder = project();
    let keys = "updated: 2026-03-01\ncorrections:\n  - {date: 2026-02-01, note: milk-mended}\n  - {date: 2026-02-03, note: name-mended}\n";
    edit(folder.path(), ARTICLE, "stats:", &format!("{keys}stats:"));
    for (tag, milk, name) in [
        ("en", "We gave another share than { $tea-with-milk }.", "A name was spelled wrongly."),
        ("th", "เราให้ตัวเลขอื่นซึ่งไม่ใช่{ $tea-with-milk }", "สะกดชื่อผิด"),
        ("zh-Hans", "原文给出的比例不是{ $tea-with-milk }。", "人名有误。"),
    ] {
        let path = folder.path().join(format!("locales/{tag}/tea-survey.ftl"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, format!("{text}\ntea-survey-milk-mended = {milk}\ntea-survey-name-mended = {name}\n")).unwrap();
    }
    folder
}

/// The values of an attribute of elements of a page.
fn all(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    let elements = page.select(&selector).map(|element| element.value().attr(attribute));
    elements.map(|value| value.unwrap_or_default().to_owned()).collect()
}

/// The languages and addresses to which a page leads as its alternates.
fn alternates(html: &str) -> BTreeMap<String, String> {
    let selector = "link[rel=alternate][hreflang]";
    all(html, selector, "hreflang").into_iter().zip(all(html, selector, "href")).collect()
}

/// The file at an address of the site.
fn at(url: &str) -> String {
    let path = url.strip_prefix(BASE).unwrap_or_else(|| panic!("{url} is not below {BASE}"));
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn every_page_names_its_address_and_its_languages_and_they_name_it() {
    let site = built(project().path());
    let pages: Vec<_> = site.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    assert_eq!(pages.len(), 1 + 3 * 3);
    for (path, html) in pages {
        let canonical = all(html, "link[rel=canonical]", "href");
        assert_eq!(canonical.iter().map(|url| at(url)).collect::<Vec<_>>(), [path.as_str()]);
        let alternates = alternates(html);
        assert_eq!(
            alternates.keys().map(String::as_str).collect::<Vec<_>>(),
            ["en", "th", "x-default", "zh-Hans"],
            "{path}"
        );
        for (lang, url) in &alternates {
            let other = &site[&at(url)];
            if lang != "x-default" {
                assert_eq!(all(other, "html", "lang"), [lang.as_str()], "{path} leads to {url}");
            }
            assert_eq!(self::alternates(other), alternates, "{path} and {url} name other languages");
        }
        assert!(
            path == "index.html" || alternates[&all(html, "html", "lang")[0]] == canonical[0],
            "{path} is not its own alternate"
        );
    }
}

#[test]
fn the_root_page_leads_to_every_language_without_a_script_and_no_page_leads_back_by_itself() {
    let site = built(project().path());
    let root = &site["index.html"];
    assert_eq!(all(root, ".choices a[hreflang]", "href"), LOCALES.map(|tag| format!("{tag}/")));
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!html.to_lowercase().contains("http-equiv=\"refresh\""), "{path}");
        assert!(path == "index.html" || !html.contains("location"), "{path}");
    }
    assert!(root.contains("document.referrer && new URL(document.referrer).host === location.host) return;"), "{root}");
}

/// The elements of a site map in their order, after sitemap.xsd (0.9) and Google's extension for languages.
fn faults_of_map(map: &xml::Element) -> Vec<String> {
    let mut faults = Vec::new();
    if map.name != "urlset" || map.get("xmlns") != Some("http://www.sitemaps.org/schemas/sitemap/0.9") {
        faults.push("the root is no <urlset> of the protocol".to_owned());
    }
    if map.get("xmlns:xhtml") != Some("http://www.w3.org/1999/xhtml") || map.children.is_empty() {
        faults.push("the map has no namespace for links, or no page".to_owned());
    }
    for url in &map.children {
        let names: Vec<_> = url.children.iter().map(|child| child.name.as_str()).collect();
        if url.name != "url" || names[..2] != ["loc", "lastmod"] || names[2..].iter().any(|name| *name != "xhtml:link") {
            faults.push(format!("<{}> has {names:?}", url.name));
        }
        let loc = &url.children[0].text;
        if !(12..=2048).contains(&loc.len()) || !loc.starts_with("https://") {
            faults.push(format!("`{loc}` is no address"));
        }
        if url.children[1].text.parse::<jiff::civil::Date>().is_err() {
            faults.push(format!("`{}` is no day", url.children[1].text));
        }
        for link in &url.children[2..] {
            if link.get("rel") != Some("alternate") || link.get("hreflang").is_none() || link.get("href").is_none() {
                faults.push(format!("{link:?}"));
            }
        }
    }
    faults
}

#[test]
fn the_map_has_every_page_once_with_its_languages_and_the_day_of_its_last_change() {
    let site = built(corrected().path());
    let map = xml::read(&site["sitemap.xml"]);
    assert_eq!(faults_of_map(&map), Vec::<String>::new());
    let mut mapped = BTreeSet::new();
    for url in &map.children {
        let loc = url.children[0].text.as_str();
        assert!(mapped.insert(at(loc)), "{loc} stands twice");
        let links = url.children[2..].iter();
        let links: BTreeMap<_, _> =
            links.map(|link| (link.get("hreflang").unwrap().to_owned(), link.get("href").unwrap().to_owned())).collect();
        assert_eq!(links, alternates(&site[&at(loc)]), "{loc}");
        assert_eq!(url.children[1].text, "2026-03-01", "{loc}");
    }
    let pages = site.keys().filter(|path| path.ends_with(".html") && !path.contains("/ledger/"));
    assert_eq!(mapped, pages.cloned().collect());
    assert_eq!(site["robots.txt"], "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
}

#[test]
fn each_locale_has_a_feed_that_its_pages_name() {
    let site = built(corrected().path());
    for tag in LOCALES {
        let feed = xml::read(&site[&format!("{tag}/feed.xml")]);
        assert_eq!((feed.name.as_str(), feed.get("xml:lang")), ("feed", Some(tag)));
        let one = |element: &xml::Element, name: &str| {
            let found: Vec<_> = element.children.iter().filter(|child| child.name == name).collect();
            assert_eq!(found.len(), 1, "{tag}: <{}> has not one <{name}>", element.name);
            found[0].text.clone()
        };
        assert_eq!(one(&feed, "id"), format!("{BASE}{tag}/"));
        assert_eq!(one(&feed, "updated"), "2026-03-01T00:00:00Z");
        let links: BTreeMap<_, _> = feed
            .children
            .iter()
            .filter(|child| child.name == "link")
            .map(|link| (link.get("rel"), link.get("href")))
            .collect();
        assert_eq!(links[&Some("self")], Some(format!("{BASE}{tag}/feed.xml").as_str()));
        let entries: Vec<_> = feed.all("entry").collect();
        assert_eq!(entries.len(), 1);
        assert_eq!(one(entries[0], "id"), format!("{BASE}{tag}/tea-survey/"));
        assert_eq!(
            (one(entries[0], "published").as_str(), one(entries[0], "updated").as_str()),
            ("2026-01-15T00:00:00Z", "2026-03-01T00:00:00Z")
        );
        assert!(
            !one(entries[0], "title").is_empty() && entries[0].all("p").count() == 5,
            "summary, and day and note of two corrections"
        );
        for page in ["index.html", "tea-survey/index.html", "tea-survey/ledger/index.html"] {
            let path = format!("{tag}/{page}");
            let up = "../".repeat(path.matches('/').count());
            assert_eq!(
                all(&site[&path], "link[type='application/atom+xml']", "href"),
                [format!("{up}{tag}/feed.xml")],
                "{path}"
            );
        }
    }
}

#[test]
fn a_page_says_to_machines_what_the_schema_asks_for() {
    let site = built(corrected().path());
    let schema: Value = serde_json::from_str(include_str!("../schemas/article.json")).unwrap();
    for tag in LOCALES {
        let html = &site[&format!("{tag}/tea-survey/index.html")];
        let page = Html::parse_document(html);
        let script = page.select(&Selector::parse("script[type='application/ld+json']").unwrap()).next().unwrap();
        let json: Value = serde_json::from_str(&script.text().collect::<String>()).unwrap();
        assert_eq!(schema::faults(&schema, &json), Vec::<String>::new(), "{tag}");
        assert_eq!(json["dateModified"], "2026-03-01");
        assert_eq!(json["correction"][0]["datePublished"], "2026-02-03", "the latest comes first");
        let meta = |name: &str| all(html, &format!("meta[property='{name}']"), "content");
        let territory = BTreeMap::from([("en", "en_US"), ("th", "th_TH"), ("zh-Hans", "zh_CN")]);
        assert_eq!(meta("og:locale"), [territory[tag]]);
        assert_eq!(meta("og:locale:alternate").len(), 2);
        for (name, value) in [
            ("og:type", "article"),
            ("og:url", json["url"].as_str().unwrap()),
            ("article:published_time", "2026-01-15"),
            ("article:modified_time", "2026-03-01"),
        ] {
            assert_eq!(meta(name), [value], "{tag}");
        }
        for name in ["og:title", "og:description", "og:site_name"] {
            assert!(meta(name).len() == 1 && !meta(name)[0].is_empty(), "{tag}: {name}");
        }
    }
}

#[test]
fn corrections_stand_in_the_page_the_text_and_the_feed() {
    let site = built(corrected().path());
    for (tag, day, note) in [
        ("en", "3 February 2026", "A name was spelled wrongly."),
        ("th", "3 กุมภาพันธ์ พ.ศ. 2569", "สะกดชื่อผิด"),
        ("zh-Hans", "2026年2月3日", "人名有误。"),
    ] {
        for file in ["tea-survey/index.html", "tea-survey/index.md", "feed.xml"] {
            let text = site[&format!("{tag}/{file}")].replace("<wbr>", "");
            assert!(text.contains(day) && text.contains(note), "{tag}/{file}");
        }
    }
}

#[test]
fn days_that_do_not_follow_one_another_and_notes_that_are_missing_are_found() {
    for (from, to, expected) in [
        ("updated: 2026-03-01", "updated: 2026-02-02", "date-out-of-order"),
        ("updated: 2026-03-01", "updated: 2025-12-31", "date-out-of-order"),
        ("date: 2026-02-03", "date: 2026-01-31", "date-out-of-order"),
        ("date: 2026-02-01", "date: 2026-01-14", "date-out-of-order"),
        ("note: milk-mended", "note: milk-mendet", "message-missing"),
        ("note: milk-mended", "note: 7", "value-malformed"),
        ("updated: 2026-03-01", "updated: soon", "value-malformed"),
    ] {
        let folder = corrected();
        edit(folder.path(), ARTICLE, from, to);
        let found = stdout(numerate_in(folder.path()).args(["check", "--format", "json"]), 1);
        assert!(found.lines().all(|line| line.contains(expected) && line.contains(ARTICLE)), "{to}: {found}");
    }
}

#[test]
fn the_text_of_an_article_is_beside_its_page_and_listed_for_programs() {
    let site = built(project().path());
    for tag in LOCALES {
        let text = &site[&format!("{tag}/tea-survey/index.md")];
        assert!(text.starts_with("# ") && text.contains("\n## ") && text.contains("| --: |"), "{text}");
        let list = &site[&format!("{tag}/llms.txt")];
        assert!(list.contains(&format!("]({BASE}{tag}/tea-survey/index.md): ")), "{list}");
        let page = &site[&format!("{tag}/tea-survey/index.html")];
        assert_eq!(all(page, "link[type='text/markdown']", "href"), ["index.md"]);
    }
    let root = &site["llms.txt"];
    assert!(root.contains(&format!("]({BASE}th/llms.txt)")) && root.contains("en/tea-survey/index.md"), "{root}");
}

#[test]
fn what_is_held_is_in_none_of_it_and_what_is_due_is_in_all_of_it() {
    let now = ["build", "--clock", "2026-11-22T00:00:00Z"];
    for keys in ["draft: true", "publish_at: 2026-11-22T00:00:01Z", "expires_at: 2026-11-22T00:00:00Z"] {
        let folder = with_second(keys);
        stdout(numerate_in(folder.path()).args(now), 0);
        assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new(), "{keys}");
    }
    let folder = with_second("publish_at: 2026-11-22T00:00:00Z");
    stdout(numerate_in(folder.path()).args(now), 0);
    let speaking = speaking_of(folder.path(), "coffee");
    let of_locale = |tag: &str| {
        ["index.html", "feed.xml", "llms.txt", "coffee/index.html", "coffee/index.md"].map(|file| format!("{tag}/{file}"))
    };
    let expected = LOCALES.iter().flat_map(|tag| of_locale(tag)).chain(["sitemap.xml", "llms.txt"].map(str::to_owned));
    expected.for_each(|file| assert!(speaking.contains(&file), "{file} says nothing of it"));
}

#[test]
fn articles_of_one_day_stand_as_the_language_sorts_their_titles() {
    // In the order of code points ข comes before เ; a Thai reader looks for เก under ก.
    for (tag, first, second) in [("th", "เกลือ", "ข้าว"), ("zh-Hans", "爱茶", "北京"), ("en", "apple", "Banana")]
    {
        for (tea, coffee) in [(first, second), (second, first)] {
            let folder = with_second("");
            for (id, title) in [("tea-survey", tea), ("coffee", coffee)] {
                let path = folder.path().join(format!("locales/{tag}/{id}.ftl"));
                let text = fs::read_to_string(&path).unwrap();
                let (before, after) = text.split_once(&format!("{id}-title = ")).unwrap();
                let (_, after) = after.split_once('\n').unwrap();
                fs::write(&path, format!("{before}{id}-title = {title}\n{after}")).unwrap();
            }
            stdout(numerate_in(folder.path()).args(["build", "--locale", tag]), 0);
            let html = fs::read_to_string(folder.path().join(format!("output/{tag}/index.html"))).unwrap();
            let expected = if tea == first { ["tea-survey/", "coffee/"] } else { ["coffee/", "tea-survey/"] };
            assert_eq!(all(&html, ".articles h2 a", "href"), expected, "{tag}: {tea}, {coffee}");
        }
    }
}
