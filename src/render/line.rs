//! Soft breaks: where a narrative breaks a line, a reader gets a space, or in Chinese nothing.
//!
//! In: the inlines of a block, soft breaks among them. Out: the same with each break decided. Nothing can go wrong. A break is
//! dropped between two Han characters or their punctuation, as CSS Text 4 does ("segment break transformation").

use crate::model::body::Inline;

/// A soft break that is not yet decided; Markdown leaves no line feed in other text.
pub fn soft_break() -> Inline {
    Inline::Text("\n".to_owned())
}

/// Adds an inline, text to the text before it.
pub fn push(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (Some(Inline::Text(before)), Inline::Text(text)) if before != "\n" => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
}

/// Decides every soft break of a block.
pub fn settle(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let mut edges = Vec::new();
    collect(&inlines, &mut edges);
    if edges.contains(&Edge::Break) {
        let joins = |index: &usize| {
            let before = edges[..*index].iter().rev().find_map(|edge| edge.script(|(_, last)| last));
            let after = edges[index + 1..].iter().find_map(|edge| edge.script(|(first, _)| first));
            matches!(
                (before, after),
                (Some(Script::Han), Some(Script::Han | Script::Common)) | (Some(Script::Common), Some(Script::Han))
            )
        };
        let breaks: Vec<_> = (0..edges.len()).filter(|&index| edges[index] == Edge::Break).collect();
        let mut joined: Vec<_> = breaks.iter().map(joins).collect();
        joined.reverse();
        apply(&mut inlines, &mut joined);
    }
    inlines
}

/// What stands beside a break.
#[derive(Debug, PartialEq)]
enum Edge {
    /// Text or code, by its first and last character.
    Text(char, char),
    /// A figure: digits or words of the language.
    Figure,
    Break,
}

impl Edge {
    /// The script at the end that is picked; none for another break.
    fn script(&self, pick: fn((char, char)) -> char) -> Option<Script> {
        match self {
            Edge::Text(first, last) => Some(script(pick((*first, *last)))),
            Edge::Figure => Some(Script::Common),
            Edge::Break => None,
        }
    }
}

fn collect(inlines: &[Inline], edges: &mut Vec<Edge>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) if text == "\n" => edges.push(Edge::Break),
            Inline::Text(text) | Inline::Code(text) => {
                edges.extend(text.chars().next().zip(text.chars().next_back()).map(|(start, end)| Edge::Text(start, end)));
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => collect(inner, edges),
            Inline::Figure(_) => edges.push(Edge::Figure),
            Inline::Break => {}
        }
    }
}

/// Replaces the breaks in order, each by nothing where it joins and by a space where not; `joined` is in reverse.
fn apply(inlines: &mut Vec<Inline>, joined: &mut Vec<bool>) {
    for inline in std::mem::take(inlines) {
        match inline {
            Inline::Text(text) if text == "\n" => {
                if !joined.pop().unwrap_or(false) {
                    push(inlines, Inline::Text(" ".to_owned()));
                }
            }
            Inline::Strong(mut inner) => {
                apply(&mut inner, joined);
                inlines.push(Inline::Strong(inner));
            }
            Inline::Emphasis(mut inner) => {
                apply(&mut inner, joined);
                inlines.push(Inline::Emphasis(inner));
            }
            Inline::Link { url, inlines: mut inner } => {
                apply(&mut inner, joined);
                inlines.push(Inline::Link { url, inlines: inner });
            }
            other => push(inlines, other),
        }
    }
}

/// What a character says about the spaces around it.
#[derive(Debug, PartialEq)]
enum Script {
    /// Han characters and fullwidth punctuation stand without spaces.
    Han,
    /// Quotation marks, dashes and figures stand without spaces beside Han.
    Common,
    /// Everything else takes a space.
    Other,
}

fn script(c: char) -> Script {
    match c {
        '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => Script::Han,
        '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' => Script::Han,
        '“' | '”' | '‘' | '’' | '…' | '—' => Script::Common,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn a_soft_break_is_a_space_but_between_han() {
        let joined = |a: &str, b: &str| settle(vec![text(a), soft_break(), text(b)]);
        assert_eq!(joined("多数客户", "看重体验"), [text("多数客户看重体验")]);
        assert_eq!(joined("客户说，", "“可以”"), [text("客户说，“可以”")]);
        assert_eq!(joined("ลูกค้า", "ส่วนใหญ่"), [text("ลูกค้า ส่วนใหญ่")]);
        assert_eq!(joined("most", "customers"), [text("most customers")]);
        assert_eq!(joined("Z", "世代"), [text("Z 世代")]);
        assert_eq!(joined("“yes”", "“no”"), [text("“yes” “no”")]);
    }

    #[test]
    fn figures_and_emphasis_are_seen_through() {
        let inlines = vec![text("共有"), soft_break(), Inline::Strong(vec![Inline::Figure(0), soft_break(), text("名")])];
        assert_eq!(settle(inlines), [text("共有"), Inline::Strong(vec![Inline::Figure(0), text("名")])]);
        let inlines = vec![text("of"), soft_break(), Inline::Figure(0), soft_break(), text("มี")];
        assert_eq!(settle(inlines), [text("of "), Inline::Figure(0), text(" มี")]);
        let inlines = vec![Inline::Figure(0), soft_break(), Inline::Figure(1)];
        assert_eq!(settle(inlines), [Inline::Figure(0), text(" "), Inline::Figure(1)]);
    }
}
