//! The edition as a document for print.
//!
//! In: an edition's texts as bodies. Out: the finished PDF with its ledger. What can go wrong: a character that no face has, a table
//! that nobody could read; each is a finding where the locale's files have it.

use super::page::{Page, headings, ledger};
use super::{plain, source_note};
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::format::Format;
use crate::format::html::{Links, figure_id};
use crate::format::pdf::manuscript::{Manuscript, Sources};
use crate::format::pdf::{Missing, Wide, fonts::Fonts};
use crate::model::Document;
use crate::model::ledger::Line;

impl Page<'_> {
    /// The printed document.
    pub fn print(&self, fonts: &Fonts) -> (Option<Document>, Findings) {
        let (article, locale) = (&self.scope.origins.article, &self.scope.locale);
        let tag = locale.messages.tag();
        let body = &self.text.body;
        // A chart is printed as its drawing, whose values are printed beside it, without the table of web pages.
        let listed: Vec<_> = body.in_labels(|label| &label.listed).into_iter().map(|figure| figure_id(figure + 1)).collect();
        let mut figures = ledger(body, 1, Links::Notes(""), Line::Whole);
        figures.retain(|figure| !listed.contains(&figure.element));
        let mut plain = vec![plain::of(&self.text.title), plain::of(&self.text.summary)];
        plain.extend(headings(body).map(|(_, inlines)| plain::of_line(body, inlines)));
        let days = plain::days(locale, article);
        let dateline = days.iter().map(plain::Plain::text).collect::<Vec<_>>().join(" · ");
        plain.extend(days);
        let mut notes = Vec::new();
        for (source, citation) in self.cited() {
            let note = source_note::note(source, locale, &self.renderer.settings.base_locale, citation, None);
            notes.push(note.print);
            figures.extend(note.figures);
        }
        let word = |id: &str| locale.plain(id, []).unwrap_or_default();
        let is_unverified = body.figures.iter().any(|figure| figure.unverified);
        let manuscript = Manuscript {
            tag: tag.as_str(),
            body,
            words: &locale.words,
            title: self.text.title.plain(),
            summary: self.text.summary.plain(),
            site: word("site-title"),
            url: self.renderer.url(&format!("{tag}/{}/", article.slug)),
            published: article.published,
            dateline,
            sources: Sources {
                heading: word("sources-heading"),
                note: is_unverified.then(|| word("unverified-note")).filter(|note| !note.is_empty()),
                notes,
                cited_in: word("source-cited-in"),
            },
        };
        let (bytes, flaws) = crate::format::pdf::write(&manuscript, &self.renderer.settings.print, fonts);
        let missing = flaws.missing.iter().map(|missing| self.missing(missing, fonts));
        let findings: Findings = missing.chain(flaws.wide.iter().map(|wide| self.wide(wide))).collect();
        let document = Document {
            article: article.id.value.clone(),
            locale: tag.clone(),
            format: Format::Pdf.name(),
            path: format!("{tag}/{}/{}.pdf", article.slug, article.slug),
            plain: plain::said_in(plain),
            bytes,
            figures,
        };
        (findings.is_empty().then_some(document), findings)
    }

    /// A character that no face has, where the article's messages or data have it.
    fn missing(&self, missing: &Missing, fonts: &Fonts) -> Finding {
        let c = missing.character;
        let place = self.place_of(c.encode_utf8(&mut [0; 4]));
        let what = format!("no face has U+{:04X} `{c}`, in “{}”", u32::from(c), missing.around.trim());
        let faces = fonts.families().collect::<Vec<_>>().join(", ");
        let finding = Finding::new(Code::GlyphMissing, place, what).help(format!(
            "print is set in {faces}: use a character that they have, or name a face in `templates/print.toml`"
        ));
        finding.in_locale(self.scope.locale.messages.tag().as_str())
    }

    /// A table of too many columns, where the article's messages have its first cell.
    fn wide(&self, wide: &Wide) -> Finding {
        let what = format!("a table of {} columns cannot be read on a page: “{}”", wide.columns, wide.around.trim());
        let help =
            "divide it, or let its rows and columns change places; a wider `paper` in `templates/print.toml` helps, too";
        let finding = Finding::new(Code::TableTooWide, self.place_of(&wide.first), what).help(help);
        finding.in_locale(self.scope.locale.messages.tag().as_str())
    }

    /// Where the article's messages have a text; else the article.
    fn place_of(&self, text: &str) -> Place {
        let (article, messages) = (&self.scope.origins.article, &self.scope.messages);
        messages.place_of(article.id.as_str(), text).unwrap_or_else(|| Place::of_path(article.file.path()))
    }
}
