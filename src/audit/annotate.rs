//! A page that shows a text with each of its figures judged: one file that a person can read, print and hand on.
//!
//! In: a text, its audit, and the project. Out: HTML that needs nothing else. A figure is green, amber or red, and has a sign and a
//! note as well, for those who see no colours; a note says what the source says, and links to it. Nothing can go wrong: every text
//! is escaped.

use super::input::Input;
use super::{Audit, Claims, Fault, Judged, Verdict};
use crate::figure::Language;
use crate::model::Word;
use crate::model::{Project, Source, SourceId};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

const STYLE: &str = include_str!("annotate.css");

/// Something that is marked in the text.
struct Mark<'a> {
    span: Range<usize>,
    verdict: Verdict,
    judged: Option<&'a Judged>,
    faults: Vec<&'a Fault>,
}

/// The page of a text.
pub fn page(
    input: &Input,
    audit: &Audit,
    claims: Option<&Claims>,
    project: Option<&Project>,
    language: &'static Language,
) -> String {
    let marks = marks(audit);
    let writer = Writer { input, claims, project, tag: language.tag };
    let mut text = String::new();
    let mut notes = String::new();
    let mut at = 0;
    for (number, mark) in marks.iter().enumerate().map(|(position, mark)| (position + 1, mark)) {
        text.push_str(&escape(&input.text[at..mark.span.start]));
        text.push_str(&writer.marked(mark, number));
        notes.push_str(&writer.note(mark, number));
        at = mark.span.end;
    }
    text.push_str(&escape(&input.text[at..]));
    let count = |verdict: Verdict| marks.iter().filter(|mark| mark.verdict == verdict).count();
    let unknown =
        audit.figures.iter().filter(|judged| judged.figure.is_claim() && judged.verdict == Verdict::Unknown).count();
    let tally = [
        (Verdict::Wrong, count(Verdict::Wrong)),
        (Verdict::Doubtful, count(Verdict::Doubtful)),
        (Verdict::Sound, count(Verdict::Sound)),
    ];
    let tally: String = tally
        .into_iter()
        .map(|(verdict, count)| {
            format!("<li class=\"{}\">{} <b>{count}</b> {}</li>", verdict.name(), sign(verdict), meaning(verdict))
        })
        .collect();
    let name = escape(&input.path);
    let paragraphs: String = text
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("<p>{}</p>\n", line.trim_end()))
        .collect();
    let notes = if notes.is_empty() { "<li>No figure of this text is known to the project.</li>".to_owned() } else { notes };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Audit of {name}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>Audit of <span class=\"file\">{name}</span></h1>\n\
         <ul class=\"tally\">{tally}<li class=\"unknown\">· <b>{unknown}</b> not known to the project</li></ul>\n</header>\n<div class=\"sheet\">\n\
         <main lang=\"{}\">\n{paragraphs}</main>\n<aside aria-label=\"Notes\">\n<h2>Notes</h2>\n<ol>\n{notes}</ol>\n</aside>\n</div>\n</body>\n</html>\n",
        language.tag
    )
}

/// What is marked, in order and without overlap: faults first, then figures that speak of a stat.
fn marks(audit: &Audit) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    for fault in audit.faults.iter().filter(|fault| !fault.span.is_empty()) {
        match marks.iter_mut().find(|mark| fault.meets(&mark.span)) {
            Some(mark) => mark.faults.push(fault),
            None => {
                let judged = audit.figures.iter().find(|judged| fault.meets(&judged.figure.span));
                let span = match judged {
                    Some(judged) => {
                        judged.figure.span.start.min(fault.span.start)..judged.figure.span.end.max(fault.span.end)
                    }
                    None => fault.span.clone(),
                };
                marks.push(Mark { span, verdict: Verdict::Wrong, judged, faults: vec![fault] });
            }
        }
    }
    for judged in audit.figures.iter().filter(|judged| matches!(judged.verdict, Verdict::Sound | Verdict::Doubtful)) {
        let span = judged.figure.span.clone();
        if !marks.iter().any(|mark| mark.span.start < span.end && span.start < mark.span.end) {
            marks.push(Mark { span, verdict: judged.verdict, judged: Some(judged), faults: Vec::new() });
        }
    }
    marks.sort_by_key(|mark| mark.span.start);
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.span.start >= end;
        end = end.max(mark.span.end);
        free
    });
    marks
}

fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Sound => "✓",
        Verdict::Wrong => "✗",
        Verdict::Doubtful => "?",
        Verdict::Unknown => "·",
    }
}

fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Sound => "as the source says",
        Verdict::Wrong => "wrong",
        Verdict::Doubtful => "to be looked at",
        Verdict::Unknown => "not known",
    }
}

struct Writer<'a> {
    input: &'a Input,
    claims: Option<&'a Claims>,
    project: Option<&'a Project>,
    tag: &'static str,
}

impl Writer<'_> {
    fn marked(&self, mark: &Mark<'_>, number: usize) -> String {
        let words = escape(&self.input.text[mark.span.clone()]);
        let right = mark.faults.iter().find_map(|fault| fault.expected.as_deref()).filter(|right| !right.is_empty());
        let right = right.map(|right| format!(" <ins>{}</ins>", escape(right))).unwrap_or_default();
        let struck = if mark.verdict == Verdict::Wrong { format!("<del>{words}</del>") } else { words };
        format!(
            "<a class=\"figure {}\" id=\"figure-{number}\" href=\"#note-{number}\">{struck}<sup lang=\"en\">{}{number}</sup></a>{right}",
            mark.verdict.name(),
            sign(mark.verdict)
        )
    }

    fn note(&self, mark: &Mark<'_>, number: usize) -> String {
        let words = escape(&self.input.text[mark.span.clone()]);
        let mut note = format!(
            "<li id=\"note-{number}\" value=\"{number}\" class=\"{}\"><a class=\"back\" href=\"#figure-{number}\"><span lang=\"{}\">{words}</span></a> ",
            mark.verdict.name(),
            self.tag
        );
        for fault in &mark.faults {
            let code = fault.code.name();
            write!(note, "<p><code>{code}</code> {}</p>", escape(fault.code.summary())).expect("a string takes everything");
            match fault.expected.as_deref() {
                Some("") => note.push_str("<p>Take it out.</p>"),
                Some(right) => {
                    write!(note, "<p>It should be <ins lang=\"{}\">{}</ins>.</p>", self.tag, escape(right))
                        .expect("a string takes everything");
                }
                None => {}
            }
        }
        if mark.faults.is_empty() {
            write!(
                note,
                "<p>{}</p>",
                if mark.verdict == Verdict::Sound {
                    "As the source says."
                } else {
                    "It may speak of this, and says something else."
                }
            )
            .expect("a string takes everything");
        }
        if let Some(judged) = mark.judged {
            note.push_str(&self.said(judged, mark.verdict));
        }
        note.push_str("</li>\n");
        note
    }

    /// What the source says.
    fn said(&self, judged: &Judged, verdict: Verdict) -> String {
        let claim = judged.claim.zip(self.claims).map(|(claim, claims)| claims.get(claim));
        let Some((claim, stat)) = claim.and_then(|claim| Some((claim, claim.stat.as_ref()?))) else { return String::new() };
        let measures = [&stat.stat.measures.population, &stat.stat.measures.property];
        let measures = measures.into_iter().flatten().map(Word::as_str).collect::<Vec<_>>().join(" ");
        let english = Language::of("en").and_then(|english| english.write(&stat.quantity)).map(|(_, text)| text);
        let value = english.map(|text| format!("<b>{}</b> ", escape(&text))).unwrap_or_default();
        let sources: BTreeSet<&SourceId> = claim.sources().iter().collect();
        let sources: Vec<String> =
            sources.into_iter().filter_map(|id| self.project?.sources.get(id)).map(|source| cited(source)).collect();
        let sources = if sources.is_empty() { String::new() } else { format!(" — {}", sources.join("; ")) };
        let confidence = judged.confidence;
        let sure = if verdict == Verdict::Sound {
            String::new()
        } else {
            format!(" <span class=\"sure\">{confidence}% sure that it speaks of this</span>")
        };
        format!(
            "<p class=\"source\">{value}{}{sources}<br><code>{}</code>{sure}</p>",
            escape(&measures),
            escape(stat.stat.id.as_str())
        )
    }
}

/// A source with a link to it, if it has an address.
fn cited(source: &Source) -> String {
    let title = format!("{}, <cite>{}</cite>", escape(&source.producer), escape(&source.title));
    match source.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
        None => title,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
