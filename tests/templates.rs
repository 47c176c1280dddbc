//! The guide of templates (`docs/templates.md`) names what templates can use: all of it, and nothing else.
//!
//! Each template is replaced by one that prints its whole context, and what the sample's pages then have is compared with the tables
//! of the guide. Tera's own filters and tests are read from its source.

#[path = "common/sample.rs"]
mod sample;

use numerate::load::load;
use numerate::model::Edition;
use numerate::render::{FUNCTIONS, Renderer};
use numerate::resolve::resolve;
use sample::{REPOSITORY, sample};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

const GUIDE: &str = include_str!("../docs/templates.md");

/// The templates, and what each is replaced by. In Markdown the context stands in a block of code, where it is left alone.
const TEMPLATES: [(&str, &str); 5] = [
    ("article.md", "```\n{{ __tera_context }}\n```\n"),
    ("page.html", "{{ __tera_context | safe }}"),
    ("index.html", "{{ __tera_context | safe }}"),
    ("root.html", "{{ __tera_context | safe }}"),
    ("ledger.html", "{{ __tera_context | safe }}"),
];

type Names = BTreeSet<String>;

#[test]
fn every_variable_is_in_the_guide_and_every_one_of_the_guide_is_there() {
    let shared = column(section("Every page"));
    let known = TEMPLATES.map(|(name, text)| (name, variables(name, text)));
    for (name, variables) in known {
        let mut guide = column(section(&format!("`{name}`")));
        if name.ends_with(".html") {
            guide.extend(shared.clone());
        }
        assert_eq!(guide.difference(&variables).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}: the guide is stale");
        assert_eq!(variables.difference(&guide).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}: the guide lacks");
    }
}

#[test]
fn every_function_filter_and_test_is_in_the_guide() {
    let tera = fs::read_to_string(tera().join("src/tera.rs")).expect("the source of Tera is there");
    let registered = |kind: &str| -> Names {
        let call = format!("self.register_{kind}(\"");
        let calls = tera.split(call.as_str()).skip(1);
        calls.filter_map(|call| call.split('"').next()).map(str::to_owned).collect()
    };
    let quoted = |title: &str| -> Names {
        let text = section(title).split("{%").map(|part| part.split("%}").last().unwrap_or_default()).collect::<String>();
        text.split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| !name.contains(' ') && !name.is_empty())
            .map(str::to_owned)
            .collect()
    };
    assert!(registered("filter").len() > 20 && registered("test").len() > 10, "Tera registers in another way");
    assert_eq!(quoted("Filters"), registered("filter"));
    assert_eq!(quoted("Tests"), registered("test"));
    let own = FUNCTIONS.map(str::to_owned).into_iter().collect::<Names>();
    assert_eq!(column(section("Functions")), own.union(&registered("function")).cloned().collect());
}

#[test]
fn every_message_is_in_the_guide_and_in_every_language() {
    let guide = column(section("Messages"));
    for tag in ["en", "th", "zh-Hans"] {
        let text = fs::read_to_string(Path::new(REPOSITORY).join(format!("locales/{tag}/common.ftl"))).expect("it is there");
        let ids = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned());
        let ids: Names = ids.filter(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect();
        assert_eq!(ids, guide, "{tag}");
    }
    let templates = fs::read_dir(Path::new(REPOSITORY).join("templates")).expect("the folder is there");
    for template in templates
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "html"))
    {
        let text = fs::read_to_string(&template).expect("it is text");
        for id in text.split("t(id=\"").skip(1).filter_map(|call| call.split('"').next()) {
            let is_known = guide.contains(id) || id.ends_with('-') && guide.iter().any(|known| known.starts_with(id));
            assert!(is_known, "{}: {id}", template.display());
        }
    }
}

/// The text of a section of the guide.
fn section(title: &str) -> &'static str {
    let (_, after) =
        GUIDE.split_once(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("the guide has no section {title}"));
    after.split("\n## ").next().unwrap_or(after)
}

/// The names in the first column of its table.
fn column(section: &str) -> Names {
    let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The variables of a template, over every page of the sample that it makes.
fn variables(name: &str, text: &str) -> Names {
    let folder = sample();
    fs::write(folder.path().join("templates").join(name), text).expect("the folder can be written");
    let (project, _) = load(folder.path());
    let mut project = project.expect("the sample has settings");
    project.settings.formats = vec!["html", "markdown"];
    let (editions, _) = resolve(&project, None);
    let (renderer, _) = Renderer::new(&project);
    let mut documents = Vec::new();
    let mut articles: BTreeMap<_, Vec<&Edition>> = BTreeMap::new();
    for edition in &editions {
        articles.entry(&edition.article.id.value).or_default().push(edition);
    }
    for editions in articles.values() {
        let rendered = editions.iter().map(|edition| renderer.article(edition, &project.settings.locales).0);
        let rendered: Vec<_> = rendered.collect();
        let pages = rendered.iter().map(|documents| documents.iter().find(|page| page.format == "html").expect("a page"));
        let pages: Vec<_> = editions.iter().copied().zip(pages).collect();
        documents.extend(renderer.ledger(&pages).0);
        documents.extend(rendered.into_iter().flatten());
    }
    documents.extend(renderer.site(&editions.iter().collect::<Vec<_>>()).0);
    let made = documents.into_iter().filter(|document| match name {
        "article.md" => document.path.ends_with("/index.md"),
        "page.html" => document.path.matches('/').count() == 2 && document.path.ends_with(".html"),
        "index.html" => document.path.matches('/').count() == 1 && document.path.ends_with(".html"),
        "root.html" => document.path == "index.html",
        _ => document.path.ends_with("/ledger/index.html"),
    });
    let mut names = Names::new();
    let mut pages = 0;
    for document in made {
        let text = String::from_utf8(document.bytes).expect("a page is text");
        Dump(&text[text.find('{').expect("a context")..]).value("", &mut names);
        pages += 1;
    }
    assert!(pages > 0, "no page is made of {name}");
    names
}

/// A context as Tera prints it: like JSON, but that a value which is not there is nothing at all.
struct Dump<'a>(&'a str);

impl Dump<'_> {
    /// Reads a value, and names each part of it that is no part of another.
    fn value(&mut self, path: &str, names: &mut Names) {
        match self.next() {
            '{' => self.each('}', |dump| {
                let key = dump.string();
                assert_eq!(dump.next(), ':', "{path}.{key}");
                dump.skip();
                dump.value(&if path.is_empty() { key } else { format!("{path}.{key}") }, names);
            }),
            // Of an empty list nobody knows what it could hold; another page has one that is not.
            '[' => self.each(']', |dump| dump.value(&format!("{path}[]"), names)),
            '"' => {
                self.string();
                names.insert(path.to_owned());
            }
            _ => {
                self.0 = &self.0[self.0.find([',', '}', ']']).expect("a value ends")..];
                names.insert(path.to_owned());
            }
        }
    }

    /// Reads what stands between the character that is next and its end, part by part.
    fn each(&mut self, end: char, mut part: impl FnMut(&mut Self)) {
        self.skip();
        while self.next() != end {
            part(self);
            if self.next() == ',' {
                self.skip();
            }
        }
        self.skip();
    }

    fn next(&self) -> char {
        self.0.chars().next().unwrap_or_default()
    }

    fn skip(&mut self) {
        assert!(!self.0.is_empty(), "the context ends too early");
        self.0 = self.0[self.next().len_utf8()..].trim_start();
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        let mut chars = self.0.char_indices().skip(1);
        while let Some((at, character)) = chars.next() {
            match character {
                '"' => {
                    self.0 = &self.0[at + 1..];
                    return text;
                }
                '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
                other => text.push(other),
            }
        }
        panic!("a text does not end: {}", &self.0[..self.0.len().min(200)]);
    }
}

/// The folder of the source of Tera.
fn tera() -> std::path::PathBuf {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output =
        Command::new(cargo).args(["metadata", "--locked", "--format-version", "1"]).current_dir(REPOSITORY).output();
    let metadata: serde_json::Value = serde_json::from_slice(&output.expect("cargo runs").stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let package = packages.iter().find(|package| package["name"] == "tera").expect("Tera is one of them");
    Path::new(package["manifest_path"].as_str().expect("a path")).parent().expect("a folder").to_owned()
}
