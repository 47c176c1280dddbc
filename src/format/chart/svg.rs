//! A drawing as SVG inside a page, in the page's own fonts and colours.
//!
//! Colours are given twice: as attributes, for a reader without the page's style, and by class, for its style to change. The
//! text is that of figures and labels; a `<text class="figure">` is an element of the ledger like any `<data>`.

use super::{Anchor, Drawing, LEADING, Paint, Part, Shape, Style, X};
use crate::format::html::{Escaped, value};
use crate::model::Body;
use crate::model::body::{BodyFigure, Inline};
use std::fmt::Write;

/// The outline of a person, 24 wide and 36 high: head and shoulders.
const PERSON: &str = "M12 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM2 36v-14a8 8 0 0 1 8-8h4a8 8 0 0 1 8 8v14z";

/// What a drawing needs of the page around it.
pub struct Frame<'a> {
    /// The body whose figures it prints.
    pub body: &'a Body,
    /// The number of the body's first figure in the page.
    pub first: usize,
    /// The ids of the elements that name and describe it.
    pub named_by: (String, String),
    /// What the mark † means, for those who hear it.
    pub unverified: &'a str,
}

/// Writes a drawing.
pub fn write(drawing: &Drawing, frame: &Frame<'_>) -> String {
    let (title, description) = (Escaped(&frame.named_by.0), Escaped(&frame.named_by.1));
    let mut svg = format!(
        "<svg role=\"img\" aria-labelledby=\"{title}\" aria-describedby=\"{description}\" width=\"100%\" height=\"{}\" font-size=\"{}\">\n",
        drawing.height,
        super::SIZE
    );
    let mut open = None;
    for shape in &drawing.shapes {
        // What a row says and shows stands in one element, as in a table.
        if let Shape::Text { part: Part::Name(row) | Part::Value(row, _), .. } = shape
            && open != Some(*row)
        {
            svg.push_str(if open.is_some() { "</g>\n<g>\n" } else { "<g>\n" });
            open = Some(*row);
        }
        self::shape(shape, frame, &mut svg).expect("a string can be written to");
    }
    svg.push_str(if open.is_some() { "</g>\n</svg>\n" } else { "</svg>\n" });
    svg
}

fn shape(shape: &Shape, frame: &Frame<'_>, svg: &mut String) -> std::fmt::Result {
    match shape {
        Shape::Bar { left, width, top, height, paint } => {
            let (left, width, paint) = (Percent(*left), Percent(*width), painted(*paint));
            writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" {paint}/>")
        }
        Shape::Dot { x, y, filled } => {
            let (class, fill) = if *filled { ("strong", "#0b5a61") } else { ("ring", "#fff") };
            let moved = if x.offset == 0 { String::new() } else { format!(" transform=\"translate({} 0)\"", x.offset) };
            let x = Percent(x.share);
            let ring = "stroke=\"#0b5a61\" stroke-width=\"2\"";
            writeln!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\"{moved} class=\"{class}\" fill=\"{fill}\" {ring}/>")
        }
        Shape::Person { left, top, paint } => {
            writeln!(svg, "<path transform=\"translate({left} {top})\" d=\"{PERSON}\" {}/>", painted(*paint))
        }
        Shape::Text { x, y, anchor, style, lines, .. } => text((*x, *y), *anchor, *style, lines, frame, svg),
    }
}

fn text(
    (x, y): (X, i32),
    anchor: Anchor,
    style: Style,
    lines: &[Vec<Inline>],
    frame: &Frame<'_>,
    svg: &mut String,
) -> std::fmt::Result {
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let class = match style {
        Style::Label => "label",
        Style::Value => "value",
        Style::Headline => "headline",
    };
    let moved = if x.offset == 0 { String::new() } else { format!(" dx=\"{}\"", x.offset) };
    let left = Percent(x.share);
    write!(svg, "<text x=\"{left}\" y=\"{y}\"{moved}{anchor} class=\"{class}\" fill=\"#1c1e21\">")?;
    for (number, inlines) in lines.iter().enumerate() {
        if number > 0 {
            write!(svg, "<tspan x=\"{left}\" dy=\"{LEADING}\"{moved}>")?;
        }
        line(inlines, frame, svg)?;
        svg.push_str(if number > 0 { "</tspan>" } else { "" });
    }
    svg.push_str("</text>\n");
    Ok(())
}

fn line(inlines: &[Inline], frame: &Frame<'_>, svg: &mut String) -> std::fmt::Result {
    for inline in inlines {
        match inline {
            Inline::Figure(position) => figure(&frame.body.figures[*position], frame.first + position, frame, svg)?,
            inline => write!(svg, "{}", Escaped(&frame.body.text(std::slice::from_ref(inline))))?,
        }
    }
    Ok(())
}

fn figure(figure: &BodyFigure, number: usize, frame: &Frame<'_>, svg: &mut String) -> std::fmt::Result {
    let (id, value) = (crate::format::html::figure_id(number), value(figure));
    write!(svg, "<tspan class=\"figure\" id=\"{id}\" data-value=\"{}\">{}", Escaped(&value), Escaped(&figure.text))?;
    if figure.unverified {
        write!(svg, "<tspan class=\"mark\" role=\"img\" aria-label=\"{}\">†</tspan>", Escaped(frame.unverified))?;
    }
    svg.push_str("</tspan>");
    Ok(())
}

fn painted(paint: Paint) -> &'static str {
    match paint {
        Paint::Strong => "class=\"strong\" fill=\"#0b5a61\"",
        Paint::Faint => "class=\"faint\" fill=\"#dcdcd4\"",
    }
}

/// Hundredths of a percent, as SVG writes them.
struct Percent(i32);

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (0, 0) => f.write_str("0"),
            (whole, 0) => write!(f, "{whole}%"),
            (whole, part) => write!(f, "{whole}.{part:02}%"),
        }
    }
}
