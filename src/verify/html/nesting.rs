//! Whether the elements of a page stand in one another just as they are written, so that the tree that a browser makes of it has
//! no surprise: nothing is closed, opened or moved by rules of HTML.
//!
//! In: start tags, end tags and texts in order. Out: whether each is one of the well-known, where it may stand. Only what is
//! surely so is allowed; anything else is left to the parser of a browser. Reference: HTML Standard, 13.2.6.

/// The elements that are open, the root first.
#[derive(Default)]
pub(super) struct Nesting<'a> {
    open: Vec<&'a str>,
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
    Drawn(&'static [&'static str]),
    /// It ends a paragraph.
    Block,
    /// A heading.
    Heading,
    /// It stands in one of these alone, and ends a paragraph.
    Part(&'static [&'static str]),
    /// It stands in the head.
    Meta,
}

fn content(name: &str) -> Option<Content> {
    Some(match name {
        "br" | "img" | "wbr" => Content::Void,
        "hr" => Content::Break,
        "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "data" | "del" | "dfn" | "em" | "i" | "ins" | "kbd"
        | "label" | "mark" | "q" | "s" | "samp" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "u" | "var" => {
            Content::Inline
        }
        "address" | "article" | "aside" | "blockquote" | "details" | "div" | "dl" | "figcaption" | "figure" | "footer"
        | "header" | "main" | "nav" | "ol" | "p" | "section" | "summary" | "table" | "ul" => Content::Block,
        "svg" => Content::Drawing,
        "circle" | "ellipse" | "line" | "path" | "polygon" | "polyline" | "rect" | "g" | "text" => {
            Content::Drawn(&["svg", "g"])
        }
        "tspan" => Content::Drawn(&["text", "tspan"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Content::Heading,
        "li" => Content::Part(&["ol", "ul"]),
        "dd" | "dt" => Content::Part(&["div", "dl"]),
        "caption" | "tbody" | "tfoot" | "thead" => Content::Part(&["table"]),
        "tr" => Content::Part(&["tbody", "tfoot", "thead"]),
        "td" | "th" => Content::Part(&["tr"]),
        "link" | "meta" | "script" | "style" | "title" => Content::Meta,
        _ => return None,
    })
}

impl<'a> Nesting<'a> {
    /// Opens an element, which may close itself: whether it is one that stays open, if it may stand here at all.
    pub fn open(&mut self, name: &'a str, closed: bool) -> Option<bool> {
        let parent = self.open.last().copied();
        match (name, parent) {
            ("html", None) if self.over == 0 => return self.push(name),
            ("head", Some("html")) if self.over == 0 => return self.push(name),
            ("body", Some("html")) if self.over == 1 => return self.push(name),
            _ => {}
        }
        let parent = parent?;
        let content = content(name)?;
        let in_drawing = matches!(parent, "svg" | "g" | "text" | "tspan");
        // Only what is empty, or drawn, can close itself.
        if closed && !matches!(content, Content::Void | Content::Break | Content::Meta | Content::Drawn(_))
            || in_drawing != matches!(content, Content::Drawn(_))
        {
            return None;
        }
        let in_table = matches!(parent, "table" | "tbody" | "tfoot" | "thead" | "tr");
        let allowed = match content {
            Content::Meta => return (parent == "head" && (!closed || matches!(name, "link" | "meta"))).then_some(false),
            Content::Drawn(parents) => parents.contains(&parent),
            _ if matches!(parent, "html" | "head") => false,
            Content::Void => !in_table,
            Content::Drawing => !in_table,
            Content::Inline => !in_table && (name != "a" || self.links == 0),
            Content::Block | Content::Break => !in_table && self.paragraphs == 0,
            Content::Heading => !in_table && self.paragraphs == 0 && !matches!(parent.as_bytes(), [b'h', b'1'..=b'6']),
            Content::Part(parents) => {
                let is_there = parents.contains(&parent) && self.paragraphs == 0;
                let in_list = parent != "div" || self.open.len() > 1 && self.open[self.open.len() - 2] == "dl";
                is_there && in_list
            }
        };
        if !allowed {
            return None;
        }
        if closed || matches!(content, Content::Void | Content::Break) { Some(false) } else { self.push(name) }
    }

    fn push(&mut self, name: &'a str) -> Option<bool> {
        self.paragraphs += usize::from(name == "p");
        self.links += usize::from(name == "a");
        self.open.push(name);
        Some(true)
    }

    /// Closes an element, if it is the last that was opened.
    pub fn close(&mut self, name: &str) -> Option<()> {
        self.open.pop().filter(|open| *open == name)?;
        self.paragraphs -= usize::from(name == "p");
        self.links -= usize::from(name == "a");
        match name {
            "head" => self.over = 1,
            "body" => self.over = 2,
            "html" if self.over == 2 => self.over = 3,
            "html" => return None,
            _ => {}
        }
        Some(())
    }

    /// Whether a text may stand here.
    pub fn text(&self, text: &str) -> Option<()> {
        let only_space =
            matches!(self.open.last(), None | Some(&("html" | "head" | "table" | "tbody" | "tfoot" | "thead" | "tr")));
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
                nesting.open(Box::leak(tag.trim_end_matches('/').to_owned().into_boxed_str()), tag.ends_with('/')).is_some()
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
        assert!(Nesting { open: vec!["html", "body", "table"], ..Nesting::default() }.text(" 9 ").is_none());
    }
}
