//! The corrections of an article: the last section of its text, in every format, so that no template can leave them out.
//!
//! In: an edition and its body. Out: the body with the section, the latest correction first, and each note by itself, for feeds and
//! machines. What can go wrong: a note, or the heading, that the locale does not have; whatever is wrong with a message.

use super::markdown::{self, Origin};
use super::plain::{self, Plain};
use super::scope::Scope;
use super::{Locale, anchor};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::MessageId;
use crate::model::article::Correction;
use crate::model::body::{self, Block, Body, BodyFigure, Inline};
use jiff::civil::Date;
use std::sync::Arc;

/// The message that heads the section.
const HEADING: &str = "corrections-heading";

/// The message that says the day of a correction elsewhere.
pub const DAY: &str = "corrected-on";

/// A correction in the words of a locale.
pub struct Corrected {
    /// The day.
    pub day: Date,
    /// What was wrong.
    pub note: Plain,
}

impl Corrected {
    /// The day as the language words it elsewhere, and the note.
    pub fn elsewhere(self, locale: &Locale) -> (Plain, Plain) {
        (plain::corrected(locale, self.day), self.note)
    }
}

/// Adds the section to a body; nothing if nothing was corrected.
pub fn append(body: &mut Body, scope: &Scope) -> (Vec<Corrected>, Findings) {
    let (mut log, mut findings) = (Vec::new(), Findings::new());
    let article = &scope.origins.article;
    let Some(first) = article.corrections.first() else { return (log, findings) };
    let lacking = [HEADING, DAY].into_iter().filter(|id| scope.messages.having(id).is_none());
    findings.extend(lacking.map(|id| missing(scope, &first.note, id)));
    let Some(heading) = scope.locale.plain(HEADING, []) else { return (log, findings) };
    body.messages.push(Some(MessageId::new(HEADING)));
    let mut items = Vec::new();
    for correction in article.corrections.iter().rev() {
        let (item, found) = self::item(body, scope, correction);
        findings.append(found);
        if let Some(item) = item {
            // The day comes first.
            log.push(Corrected { day: correction.date.value, note: plain::of_blocks(body, &item[1..]) });
            items.push(item);
        }
    }
    let mut anchors = super::page::headings(body).map(|((_, id), _)| id.to_owned()).collect();
    let id = anchor::unique("corrections".to_owned(), &mut anchors);
    body.blocks.push(Block::Heading { level: 2, id, inlines: vec![Inline::Text(heading)] });
    body.blocks.push(Block::List { start: None, items });
    (log, findings)
}

/// One correction: its day, and under it what was wrong.
fn item(body: &mut Body, scope: &Scope, correction: &Correction) -> (Option<Vec<Block>>, Findings) {
    let Some(raw) = scope.message(&correction.note.value) else {
        let name = format!("{}-{}", scope.origins.article.id.as_str(), correction.note.value);
        return (None, [missing(scope, &correction.note, &name)].into_iter().collect());
    };
    let (messages, mut findings) = scope.take();
    body.figures.push(BodyFigure {
        origin: body::Origin::Literal("page/corrected".into()),
        construct: "literal",
        quantity: None,
        truth: None,
        sources: Arc::default(),
        unverified: false,
        text: plain::day(&scope.locale, correction.date.value).into(),
        message: MessageId::new(HEADING),
    });
    body.messages.push(Some(MessageId::new(HEADING)));
    let day = Block::Paragraph(vec![Inline::Strong(vec![Inline::Figure(body.figures.len() - 1)])]);
    let origin = Origin { scope, messages: &messages, template: &scope.origins.article.file };
    let (note, found) = markdown::read_more(body, &raw, &origin);
    findings.append(found);
    (Some(std::iter::once(day).chain(note).collect()), findings)
}

fn missing(scope: &Scope, note: &At<String>, name: &str) -> Finding {
    let tag = scope.locale.messages.tag().as_str();
    let finding = Finding::new(Code::MessageMissing, note.place.clone(), format!("{tag} has no message `{name}`"));
    finding.suggest(name, scope.locale.messages.ids("")).in_locale(tag)
}
