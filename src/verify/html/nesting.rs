//! Whether the elements of a page stand in one another just as they are written, so that the tree that a browser makes of it has
//! no surprise: nothing is closed, opened or moved by rules of HTML.
//!
//! In: start tags, end tags and texts in order. Out: whether each is one of the well-known, where it may stand. Only what is
//! surely so is allowed; anything else is left to the parser of a browser. Reference: HTML Standard, 13.2.6.

use super::name::Name;

/// The elements that are open, the root first.
#[derive(Default)]
pub(super) struct Nesting<'a> {
    /// Each with how it is written.
    open: Vec<(Name, &'a str)>,
    /// How many `p` and how many `a` are open.
    paragraphs: usize,
    links: usize,
    /// What is over: 1 behind `</head>`, 2 behind `</body>`, 3 behind `</html>`.
    over: u8,
}

/// What an element may stand in.
enum Content {
    /// Nothing stands in it, and it stands in a line.
    Void,
    /// Nothing stands in it, and it ends a paragraph.
    Break,
    /// It stands in a line.
    Inline,
    /// It is a drawing.
    Drawing,
    /// It is a shape, a group or a text of a drawing, which stands in one of these.
    Drawn(&'static [Name]),
    /// It ends a paragraph.
    Block,
    /// A heading.
    Heading,
    /// It stands in one of these alone, and ends a paragraph.
    Part(&'static [Name]),
    /// It stands in the head.
    Meta,
}

fn content(name: Name) -> Option<Content> {
    Some(match name {
        Name::Br | Name::Img | Name::Wbr => Content::Void,
        Name::Hr => Content::Break,
        Name::Address
        | Name::Article
        | Name::Aside
        | Name::Blockquote
        | Name::Details
        | Name::Div
        | Name::Dl
        | Name::Figcaption
        | Name::Figure
        | Name::Footer
        | Name::Header
        | Name::Main
        | Name::Nav
        | Name::Ol
        | Name::P
        | Name::Section
        | Name::Summary
        | Name::Table
        | Name::Ul => Content::Block,
        Name::Svg => Content::Drawing,
        Name::Circle
        | Name::Ellipse
        | Name::Line
        | Name::Path
        | Name::Polygon
        | Name::Polyline
        | Name::Rect
        | Name::G
        | Name::Text => Content::Drawn(&[Name::Svg, Name::G]),
        Name::Tspan => Content::Drawn(&[Name::Text, Name::Tspan]),
        Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6 => Content::Heading,
        Name::Li => Content::Part(&[Name::Ol, Name::Ul]),
        Name::Dd | Name::Dt => Content::Part(&[Name::Div, Name::Dl]),
        Name::Caption | Name::Tbody | Name::Tfoot | Name::Thead => Content::Part(&[Name::Table]),
        Name::Tr => Content::Part(&[Name::Tbody, Name::Tfoot, Name::Thead]),
        Name::Td | Name::Th => Content::Part(&[Name::Tr]),
        Name::Link | Name::Meta | Name::Script | Name::Style | Name::Title => Content::Meta,
        // Long out of use: left to the parser of a browser.
        Name::Font | Name::Strike | Name::Tt => return None,
        _ if name.is_inline() => Content::Inline,
        _ => return None,
    })
}

fn is_heading(name: Name) -> bool {
    matches!(name, Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6)
}

impl<'a> Nesting<'a> {
    /// Opens an element, which may close itself: whether it is one that stays open, if it may stand here at all.
    pub fn open(&mut self, name: Name, tag: &'a str, closed: bool) -> Option<bool> {
        let parent = self.open.last().map(|(parent, _)| *parent);
        match (name, parent) {
            (Name::Html, None) if self.over == 0 => return self.push(name, tag),
            (Name::Head, Some(Name::Html)) if self.over == 0 => return self.push(name, tag),
            (Name::Body, Some(Name::Html)) if self.over == 1 => return self.push(name, tag),
            _ => {}
        }
        let parent = parent?;
        let content = content(name)?;
        let in_drawing = matches!(parent, Name::Svg | Name::G | Name::Text | Name::Tspan);
        // Only what is empty, or drawn, can close itself.
        if closed && !matches!(content, Content::Void | Content::Break | Content::Meta | Content::Drawn(_))
            || in_drawing != matches!(content, Content::Drawn(_))
        {
            return None;
        }
        let in_table = matches!(parent, Name::Table | Name::Tbody | Name::Tfoot | Name::Thead | Name::Tr);
        let allowed = match content {
            Content::Meta => {
                return (parent == Name::Head && (!closed || matches!(name, Name::Link | Name::Meta))).then_some(false);
            }
            Content::Drawn(parents) => parents.contains(&parent),
            _ if matches!(parent, Name::Html | Name::Head) => false,
            Content::Void => !in_table,
            Content::Drawing => !in_table,
            Content::Inline => !in_table && (name != Name::A || self.links == 0),
            Content::Block | Content::Break => !in_table && self.paragraphs == 0,
            Content::Heading => !in_table && self.paragraphs == 0 && !is_heading(parent),
            Content::Part(parents) => {
                let is_there = parents.contains(&parent) && self.paragraphs == 0;
                let in_list = parent != Name::Div || self.open.len() > 1 && self.open[self.open.len() - 2].0 == Name::Dl;
                is_there && in_list
            }
        };
        if !allowed {
            return None;
        }
        if closed || matches!(content, Content::Void | Content::Break) { Some(false) } else { self.push(name, tag) }
    }

    fn push(&mut self, name: Name, tag: &'a str) -> Option<bool> {
        self.paragraphs += usize::from(name == Name::P);
        self.links += usize::from(name == Name::A);
        self.open.push((name, tag));
        Some(true)
    }

    /// Closes an element, if it is the last that was opened.
    pub fn close(&mut self, tag: &str) -> Option<()> {
        let (name, _) = self.open.pop().filter(|(_, open)| *open == tag)?;
        self.paragraphs -= usize::from(name == Name::P);
        self.links -= usize::from(name == Name::A);
        match name {
            Name::Head => self.over = 1,
            Name::Body => self.over = 2,
            Name::Html if self.over == 2 => self.over = 3,
            Name::Html => return None,
            _ => {}
        }
        Some(())
    }

    /// Whether a text may stand here.
    pub fn text(&self, text: &str) -> Option<()> {
        let only_space = match self.open.last() {
            Some((name, _)) => {
                matches!(name, Name::Html | Name::Head | Name::Table | Name::Tbody | Name::Tfoot | Name::Thead | Name::Tr)
            }
            None => true,
        };
        (!only_space || text.bytes().all(|byte| byte.is_ascii_whitespace())).then_some(())
    }

    /// Whether the page is whole.
    pub fn is_over(&self) -> bool {
        self.over == 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether tags, written `p` and `/p`, stand plainly in one another inside a body.
    fn is_plain(tags: &str) -> bool {
        let mut nesting = Nesting::default();
        let page = format!("html head /head body {tags} /body /html");
        page.split(' ').all(|tag| match tag.strip_prefix('/') {
            Some(name) => nesting.close(name).is_some(),
            None => {
                let name = tag.trim_end_matches('/');
                nesting.open(Name::of(name), name, tag.ends_with('/')).is_some()
            }
        }) && nesting.is_over()
    }

    #[test]
    fn what_a_browser_leaves_as_it_is_written_is_plain() {
        for tags in [
            "p b a /a /b br /p",
            "ul li p /p ul li /li /ul /li /ul",
            "table thead tr th /th /tr /thead tbody tr td p /p /td /tr /tbody /table",
            "dl div dt /dt dd /dd /div /dl",
            "section h2 data /data /h2 hr /section",
            "figure svg rect/ text tspan /tspan /text g circle /circle /g /svg br/ /figure",
        ] {
            assert!(is_plain(tags), "{tags}");
        }
    }

    #[test]
    fn what_a_browser_would_mend_is_not() {
        for tags in [
            "p div /div /p",
            "p b /p /b",
            "a b a /a /b /a",
            "li /li",
            "ul li li /li /li /ul",
            "table tr /tr /table",
            "table tbody p /p /tbody /table",
            "h1 h2 /h2 /h1",
            "div dt /dt /div",
            "p",
            "svg p /p /svg",
            "rect/",
            "p hr /p",
            "p/",
            "svg a /a /svg",
            "svg title /title /svg",
            "svg svg /svg /svg",
            "template /template",
            "p b p /p /b /p",
            "title /title",
            "body /body",
            "/p",
            "ul b li /li /b /ul",
            "select /select",
            "head /head",
            "font /font",
        ] {
            assert!(!is_plain(tags), "{tags}");
        }
        assert!(Nesting { open: vec![(Name::Table, "table")], ..Nesting::default() }.text(" 9 ").is_none());
    }
}
