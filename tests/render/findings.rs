//! What is wrong, and where it is said to be.

use crate::sample::Sample;
use numerate::diagnostic::{Code, Finding};
use numerate::render::Renderer;

/// The findings of a project: code, `path:line:column`, marked text and locale of each, repetitions once.
fn findings(sample: Sample) -> Vec<(Code, String, String, Option<String>)> {
    let (project, editions) = sample.build();
    let (renderer, mut findings) = Renderer::new(&project);
    for edition in &editions {
        findings.append(renderer.article(edition, &project.settings.locales).1);
    }
    findings.append(renderer.site(&editions.iter().collect::<Vec<_>>()).1);
    findings.sort();
    let describe = |finding: &Finding| {
        (finding.code, format!("{:?}", finding.place), finding.place.text().to_owned(), finding.locale.clone())
    };
    let mut described: Vec<_> = findings.iter().map(describe).collect();
    described.dedup();
    described
}

#[track_caller]
fn expect(sample: Sample, expected: &[(Code, &str, &str, Option<&str>)]) {
    let found = findings(sample);
    let found: Vec<_> =
        found.iter().map(|(code, place, text, locale)| (*code, &place[..], &text[..], locale.as_deref())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_sample_has_none() {
    expect(Sample::default(), &[]);
}

#[test]
fn a_message_that_a_locale_lacks_is_missing_at_the_call_of_the_template() {
    let sample = Sample::default().change("locales/th/trust.ftl", "trust-service-heading", "trust-servis-heading");
    expect(sample, &[(Code::MessageMissing, "templates/article.md:9:7", "t(id=section ~ \"-heading\")", Some("th"))]);
}

#[test]
fn every_missing_message_is_found_in_one_run() {
    let sample = Sample::default()
        .change("templates/article.md", "t(id=\"closing\")", "t(id=\"clsing\")")
        .change("locales/zh-Hans/trust.ftl", "trust-lead", "trust-leed")
        .change("locales/zh-Hans/common.ftl", "ledger-label", "leger-label");
    expect(
        sample,
        &[
            (Code::MessageMissing, "templates/article.md:7:4", "t(id=\"lead\")", Some("zh-Hans")),
            (Code::MessageMissing, "templates/article.md:16:4", "t(id=\"clsing\")", Some("en")),
            (Code::MessageMissing, "templates/article.md:16:4", "t(id=\"clsing\")", Some("th")),
            (Code::MessageMissing, "templates/article.md:16:4", "t(id=\"clsing\")", Some("zh-Hans")),
            (Code::MessageMissing, "templates/index.html:37:63", "t(id=\"ledger-label\")", Some("zh-Hans")),
            (Code::MessageMissing, "templates/page.html:79:186", "t(id=\"ledger-label\")", Some("zh-Hans")),
        ],
    );
}

#[test]
fn a_missing_title_is_missing_in_its_article() {
    let sample = Sample::default().change("locales/th/trust.ftl", "trust-summary", "trust-sumary");
    expect(
        sample,
        &[
            (Code::MessageMissing, "data/trust.yaml:1:5", "trust", Some("th")),
            (Code::MessageMissing, "templates/article.md:5:4", "t(id=\"summary\")", Some("th")),
        ],
    );
}

#[test]
fn an_unknown_variable_is_found_in_its_message() {
    let sample = Sample::default().change("locales/th/trust.ftl", "คน { $around", "คน { $arond");
    expect(sample, &[(Code::VariableUnknown, "locales/th/trust.ftl:6:47", "arond-the-clock", Some("th"))]);
}

#[test]
fn a_construct_that_the_language_does_not_have_is_found_in_its_message() {
    let sample = Sample::default().change(
        "locales/en/trust.ftl",
        "source: { $trust }",
        "source: { FIGURE($trust, as: \"perzent\") }",
    );
    expect(sample, &[(Code::ConstructUnknown, "locales/en/trust.ftl:22:73", "perzent", Some("en"))]);
}

#[test]
fn html_links_that_run_and_pictures_are_found_in_their_messages() {
    let sample = Sample::default()
        .change("locales/zh-Hans/trust.ftl", "坦诚终有回报。", "坦诚<b>终有</b>回报。")
        .change("locales/en/trust.ftl", "https://example.org/?a=1&b=2", "javascript:alert(1)")
        .change("locales/th/trust.ftl", "[บททดสอบ](", "![บททดสอบ](");
    expect(
        sample,
        &[
            (Code::LinkUnsafe, "locales/en/trust.ftl:18:18", "javascript:alert(1)", Some("en")),
            (Code::MessageBroken, "locales/th/trust.ftl:18:18", "https://example.org/?a=1&b=2", Some("th")),
            (Code::HtmlInNarrative, "locales/zh-Hans/trust.ftl:25:19", "<b>", Some("zh-Hans")),
            (Code::HtmlInNarrative, "locales/zh-Hans/trust.ftl:25:24", "</b>", Some("zh-Hans")),
        ],
    );
}

#[test]
fn what_stands_too_deep_is_found_and_overflows_nothing() {
    let deep = format!("{}deep", "> ".repeat(3000));
    let sample = Sample::default().change("locales/en/trust.ftl", "Candour is rewarded.", &deep);
    expect(sample, &[(Code::MessageBroken, "locales/en/trust.ftl:23:1", "trust-closing", Some("en"))]);
}

#[test]
fn html_of_the_template_itself_is_found_there() {
    let sample = Sample::default().change("templates/article.md", "***", "<hr>");
    let places: Vec<_> =
        ["en", "th", "zh-Hans"].map(|tag| (Code::HtmlInNarrative, "templates/article.md:14:1", "<hr>", Some(tag))).to_vec();
    expect(sample, &places);
}

#[test]
fn every_broken_template_is_found() {
    let sample = Sample::default()
        .change("templates/article.md", "{% endfor %}", "")
        .change("templates/index.html", "t(id=\"site-summary\")", "tt(id=\"site-summary\")")
        .change("templates/head.html", "{{ root }}", "{{ root | shout }}");
    let found = findings(sample);
    let syntax: Vec<_> =
        found.iter().filter(|(code, ..)| *code == Code::TemplateSyntax).map(|(_, place, ..)| &place[..]).collect();
    // What only includes a broken template is not broken itself.
    let expected = ["article.md:20:26", "head.html:5:40", "index.html:7:38", "index.html:10:45", "index.html:22:7"];
    assert_eq!(syntax, expected.map(|place| format!("templates/{place}")));
}

#[test]
fn a_template_that_fails_is_found_where_it_fails() {
    let sample = Sample::default().change("templates/page.html", "{{ canonical }}", "{{ canonicl }}");
    let places: Vec<_> = ["en", "th", "zh-Hans"]
        .map(|tag| (Code::TemplateFailed, "templates/page.html:15:37", "canonicl", Some(tag)))
        .to_vec();
    expect(sample, &places);
}

#[test]
fn a_figure_that_does_not_exist_is_found_at_the_call() {
    let sample =
        Sample::default().change("templates/article.md", "***", "{{ figure(id=\"trst\") }} {{ figure(id=\"trust\") }}");
    let places: Vec<_> = ["en", "th", "zh-Hans"]
        .map(|tag| (Code::StatMissing, "templates/article.md:14:4", "figure(id=\"trst\")", Some(tag)))
        .to_vec();
    expect(sample, &places);
}
