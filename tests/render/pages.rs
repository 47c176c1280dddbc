//! What a reader gets.

use crate::sample::{LOCALES, Sample};
use numerate::model::{Document, Edition};
use numerate::render::Renderer;
use std::collections::BTreeSet;

/// Every page of a project, which must render without a finding.
fn pages(sample: &Sample) -> Vec<Document> {
    let (project, editions) = sample.build();
    let (renderer, findings) = Renderer::new(&project);
    assert_eq!(findings[..], []);
    let mut documents = Vec::new();
    for edition in &editions {
        let (made, findings) = renderer.article(edition, &project.settings.locales);
        assert_eq!(findings[..], []);
        documents.extend(made);
    }
    let (made, findings) = renderer.site(&editions.iter().collect::<Vec<&Edition>>());
    assert_eq!(findings[..], []);
    documents.extend(made);
    documents
}

fn text(document: &Document) -> &str {
    std::str::from_utf8(&document.bytes).unwrap()
}

#[test]
fn every_page_is_as_it_was_approved() {
    for document in pages(&Sample::default()) {
        insta::assert_snapshot!(document.path.replace('/', "-"), text(&document));
    }
}

#[test]
fn the_site_has_a_page_an_article_and_locale_and_pages_around_them() {
    let paths: Vec<_> = pages(&Sample::default()).into_iter().map(|document| document.path).collect();
    let expected = LOCALES.map(|tag| format!("{tag}/trust/index.html")).into_iter();
    let of_locale = |tag: &str| ["index.html", "feed.xml", "llms.txt"].map(|file| format!("{tag}/{file}"));
    let of_site = ["index.html", "llms.txt", "sitemap.xml"].map(str::to_owned);
    let expected = expected.chain(LOCALES.into_iter().flat_map(of_locale)).chain(of_site);
    assert_eq!(paths.into_iter().collect::<BTreeSet<_>>(), expected.collect());
}

#[test]
fn no_token_and_no_invisible_character_reaches_a_page() {
    for document in pages(&Sample::default()) {
        let reserved = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. | '\u{2060}' | '\u{2068}' | '\u{2069}' | '\u{200B}');
        assert_eq!(text(&document).find(reserved), None, "{}", document.path);
    }
}

#[test]
fn every_figure_of_the_ledger_has_its_element_in_order_and_its_source_note() {
    for document in pages(&Sample::default()) {
        let html = text(&document);
        let mut last = 0;
        for figure in &document.figures {
            let element = format!("id=\"{}\"", figure.element);
            let at = html.find(&element).unwrap_or_else(|| panic!("{} lacks {element}", document.path));
            assert!(at > last, "{} has {element} out of order", document.path);
            assert_eq!(html.matches(&element).count(), 1);
            last = at;
        }
        for link in html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(html.contains(&format!("id=\"{link}\"")), "{} links to #{link}", document.path);
        }
    }
}

#[test]
fn locales_say_the_same_figures() {
    let documents = pages(&Sample::default());
    let said = |tag: &str| {
        let document = documents.iter().find(|document| document.path == format!("{tag}/trust/index.html")).unwrap();
        let mut said: Vec<_> = document.figures.iter().map(|figure| figure.origin.clone()).collect();
        said.sort();
        said
    };
    assert_eq!(said("en"), said("th"));
    assert_eq!(said("en"), said("zh-Hans"));
}

#[test]
fn pages_link_only_to_the_locales_that_are_published() {
    let (project, editions) = Sample::default().build();
    let (renderer, _) = Renderer::new(&project);
    let (documents, _) = renderer.article(&editions[0], &[editions[0].locale.clone(), editions[2].locale.clone()]);
    let html = text(&documents[0]);
    assert!(
        html.contains("hreflang=\"zh-Hans\"")
            && html.contains("hreflang=\"x-default\"")
            && !html.contains("hreflang=\"th\"")
    );
}

#[test]
fn what_a_message_says_stays_text() {
    let attack = "</title></script><script>alert('x')</script>\\<img src=x onerror=\"a\">";
    let markdown = attack.replace('<', "\\<").replace("\\\\<", "\\<");
    let sample = Sample::default().change("locales/en/trust.ftl", "Trusted more, forgiven less", &markdown).change(
        "locales/en/common.ftl",
        "The Customer, Counted",
        attack,
    );
    for document in pages(&sample).iter().filter(|document| document.format != "markdown") {
        let html = text(document);
        assert!(!html.contains("<img") && !html.contains("<script>alert"), "{}", document.path);
        let scripts = document.path.contains("trust") || document.path == "index.html";
        assert_eq!(html.matches("</script>").count(), usize::from(scripts), "{}", document.path);
    }
}

#[test]
fn a_renderer_is_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Renderer>();
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let bytes = || pages(&Sample::default()).into_iter().map(|document| document.bytes).collect::<Vec<_>>();
    assert_eq!(bytes(), bytes());
}

/// The ledger pages of the sample's article, whose findings must be none.
#[test]
fn what_a_template_goes_through_has_an_order() {
    let all = "{% for name, value in article %}<i>{{ name }}</i>{% endfor %}";
    let sample = Sample::default().change("templates/page.html", "{{ body_html }}", &format!("{all}{{{{ body_html }}}}"));
    for document in pages(&sample).iter().filter(|document| document.path.ends_with("trust/index.html")) {
        let names = ["charts", "id", "modified", "published", "sections", "slug"].map(|name| format!("<i>{name}</i>"));
        assert!(text(document).contains(&names.concat()), "{}", document.path);
    }
}

fn ledgers(sample: &Sample) -> Vec<Document> {
    let (project, editions) = sample.build();
    let (renderer, _) = Renderer::new(&project);
    let pages: Vec<Document> =
        editions.iter().flat_map(|edition| renderer.article(edition, &project.settings.locales).0).collect();
    let (documents, findings) = renderer.ledger(&editions.iter().zip(&pages).collect::<Vec<_>>());
    assert_eq!(findings[..], []);
    documents
}

#[test]
fn every_ledger_is_as_it_was_approved() {
    for document in ledgers(&Sample::default()) {
        insta::assert_snapshot!(document.path.replace('/', "-"), text(&document));
    }
}

#[test]
fn every_figure_of_a_ledger_page_has_its_element_in_order() {
    for document in ledgers(&Sample::default()) {
        let html = text(&document);
        let places: Vec<_> =
            document.figures.iter().map(|figure| html.find(&format!("id=\"{}\"", figure.element))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}", document.path);
    }
}

#[test]
fn a_ledger_page_of_some_locales_shows_only_those() {
    let (project, editions) = Sample::default().build();
    let (renderer, _) = Renderer::new(&project);
    let locales = [editions[0].locale.clone(), editions[2].locale.clone()];
    let page = |edition: &Edition| renderer.article(edition, &locales).0.remove(0);
    let pages = [page(&editions[0]), page(&editions[2])];
    let (documents, _) = renderer.ledger(&[(&editions[0], &pages[0]), (&editions[2], &pages[1])]);
    assert_eq!(documents.len(), 2);
    assert!(documents.iter().all(|document| !text(document).contains("lang=\"th\"")));
}
