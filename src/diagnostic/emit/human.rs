//! For people: what is wrong, the line with the place marked, and what would be right.

use crate::diagnostic::{Finding, Place, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Whether the output is for a terminal that shows colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// ANSI colours.
    Yes,
    /// Plain text.
    No,
}

/// A finding for a person: what is wrong, the line with the place marked, and what would be right.
pub fn human(finding: &Finding, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Yes => Renderer::styled(),
        Colour::No => Renderer::plain(),
    };
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.clone().primary_title(finding.message.as_ref()).id(finding.code.name());
    let mut group = Group::with_title(title);
    group = match finding.place.source.text() {
        "" => group.element(annotate_snippets::Origin::path(finding.place.path())),
        _ => group.element(snippet(&finding.place, AnnotationKind::Primary, &finding.label)),
    };
    for (place, label) in &finding.related {
        group = group.element(snippet(place, AnnotationKind::Context, label));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.decor_style(DecorStyle::Unicode).render(&[group])
}

/// How many bytes of a very long line are shown around a place.
const LINE_WINDOW: usize = 400;

/// Shows only the lines of the place, and only a window of a very long line, so that the cost does not grow with the file.
fn snippet<'a>(place: &'a Place, kind: AnnotationKind, label: &'a str) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = place.source.text();
    let span = place.span();
    let line_start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[span.end..].find('\n').map_or(text.len(), |newline| span.end + newline);
    let start = line_start.max(text.ceil_char_boundary(span.start.saturating_sub(LINE_WINDOW)));
    let end = line_end.min(text.floor_char_boundary(span.end + LINE_WINDOW)).max(span.end);
    let shown = span.start - start..(span.end - start).min(span.start - start + 10 * LINE_WINDOW);
    let shown = shown.start..text[start..end].floor_char_boundary(shown.end);
    let (line, _) = place.line_column();
    let annotation = kind.span(shown);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(&text[start..end]).line_start(line).path(place.path()).annotation(annotation)
}
