//! Garbles of a page around a figure: it is moved, doubled, hidden, or says one thing here and another there.

use super::dice::Dice;
use super::pages::{Spot, splice};
use numerate::model::Document;
use std::ops::Range;

/// A figure of a page, and the others.
pub struct Scene<'a> {
    pub document: &'a Document,
    pub html: &'a str,
    pub spots: &'a [Spot],
    pub spot: &'a Spot,
}

/// A garble: the page becomes another, or `None` where there is nothing to garble.
pub type Garble = fn(&Scene<'_>, &mut Dice) -> Option<String>;

/// Every garble of a page, by name.
pub const GARBLES: &[(&str, Garble)] = &[
    ("figure removed", |scene, _| Some(splice(scene.html, scene.spot.element.clone(), ""))),
    ("text of the element removed", |scene, _| Some(splice(scene.html, scene.element()?.text.clone(), ""))),
    ("element removed, text left", |scene, _| {
        Some(splice(scene.html, scene.element()?.element.clone(), &scene.spot.printed))
    }),
    ("figure doubled with its element", |scene, _| {
        let end = scene.element()?.element.end;
        Some(splice(scene.html, end..end, &scene.html[scene.spot.element.clone()]))
    }),
    ("figure doubled as text", |scene, _| {
        Some(splice(scene.html, scene.spot.element.end..scene.spot.element.end, &format!(" {}", scene.written())))
    }),
    ("paragraph doubled", |scene, _| {
        scene.element()?;
        let block = scene.block();
        Some(splice(scene.html, block.end..block.end, &scene.html[block.clone()]))
    }),
    ("two figures exchanged, texts", exchanged_texts),
    ("two figures exchanged, texts and values", exchanged_values),
    ("two figures exchanged, elements", exchanged_elements),
    ("figure moved to the next paragraph", |scene, _| moved(scene, next_block(scene)?)),
    ("figure moved to the last paragraph", |scene, _| moved(scene, previous_block(scene)?)),
    ("figure moved within its paragraph", moved_within),
    ("cell exchanged with the one beside it", |scene, _| {
        let cells = cells(scene.html, &row(scene.html, scene.element()?.element.start)?);
        let own = cells.iter().position(|cell| cell.contains(&scene.spot.element.start))?;
        let other = cells.get(own.checked_sub(1).unwrap_or(own + 1))?;
        differing(scene.html, cells[own].clone(), other.clone())
    }),
    ("names of two rows exchanged", |scene, _| {
        let own = row(scene.html, scene.element()?.element.start)?;
        let next = scene.html[own.end..].find("<tr>").map(|at| own.end + at + 4)?;
        let name = |row: &Range<usize>| cells(scene.html, row).into_iter().next();
        let names = (name(&own)?, name(&row(scene.html, next)?)?);
        let has_figure = scene.html[names.0.clone()].contains("figure") || scene.html[names.1.clone()].contains("figure");
        if has_figure { None } else { differing(scene.html, names.0, names.1) }
    }),
    ("hidden by an attribute", |scene, dice| {
        wrapped(scene, dice, &["span hidden", "span aria-hidden=\"true\"", "span inert", "dialog", "del", "s"])
    }),
    ("hidden by a style", hidden_by_style),
    ("paragraph hidden", |scene, dice| {
        scene.element()?;
        let block = scene.block();
        let at = block.start + scene.html[block.clone()].find('>')?;
        Some(splice(
            scene.html,
            at..at,
            &format!(
                " {}",
                dice.pick(&["hidden", "aria-hidden=\"true\"", "style=\"display:none\"", "style=\"opacity:0\""])?
            ),
        ))
    }),
    ("hidden by a style sheet", |scene, dice| {
        let id = scene.id()?;
        let class = "data.figure";
        let rule = dice.pick(&["display:none", "visibility:hidden", "opacity:0", "font-size:0", "color:transparent"])?;
        in_head(scene, &format!("<style>{}{{{rule}}}</style>", dice.pick(&[&format!("#{id}"), class])?))
    }),
    ("in a template or a comment", |scene, dice| {
        let element = scene.element()?.element.clone();
        let (open, close) = *dice.pick(&[
            ("<template>", "</template>"),
            ("<!-- ", " -->"),
            ("<script type=\"text/plain\">", "</script>"),
        ])?;
        Some(splice(scene.html, element.clone(), &format!("{open}{}{close}", &scene.html[element])))
    }),
    ("turned round", |scene, dice| {
        wrapped(
            scene,
            dice,
            &[
                "bdo dir=\"rtl\"",
                "span dir=\"rtl\"",
                "span style=\"unicode-bidi:bidi-override;direction:rtl\"",
                "span style=\"transform:scaleX(-1)\"",
            ],
        )
    }),
    ("text made by a style sheet", |scene, _| {
        let id = scene.id()?;
        let without = splice(scene.html, scene.spot.text.clone(), "");
        let head = without.find("</head>")?;
        Some(splice(&without, head..head, &format!("<style>#{id}::after{{content:\"{}\"}}</style>", scene.spot.printed)))
    }),
    ("text added by a style sheet", |scene, dice| {
        let id = scene.id()?;
        let content = dice.pick(&["\"0\"", "\" million\"", "counter(n)", "attr(value)", "\"\\38 8\""])?;
        in_head(scene, &format!("<style>#{id}::{}{{content:{content}}}</style>", dice.pick(&["before", "after"])?))
    }),
    ("element inside the number", |scene, dice| {
        let text = &scene.html[scene.element()?.text.clone()];
        let (at, _) = *dice.pick(&text.char_indices().skip(1).collect::<Vec<_>>())?;
        let at = scene.spot.text.start + at;
        let inserted =
            *dice.pick(&["<br>", "<img alt=\"\" src=\"x\">", "<wbr>", "<span></span>", "<i hidden>x</i>", "<b>5</b>"])?;
        Some(splice(scene.html, at..at, inserted))
    }),
    ("raised or lowered digits", |scene, dice| {
        let text = scene.html[scene.element()?.text.clone()].to_owned();
        let (at, last) = text.char_indices().next_back()?;
        let name = dice.pick(&["sup", "sub", "small", "s"])?;
        let raised = format!("{}<{name}>{last}</{name}>", &text[..at]);
        Some(splice(scene.html, scene.spot.text.clone(), &raised))
    }),
    ("value attribute changed", |scene, dice| {
        let value = scene.attribute("value")?;
        let new = match dice.roll(3) {
            0 => format!("{}0", &scene.html[value.clone()]),
            1 => format!("{}1", &scene.html[value.clone()]),
            _ => String::new(),
        };
        Some(splice(scene.html, value, &new))
    }),
    ("value attribute removed", |scene, _| {
        scene.document.figures[scene.element()?.entry?].quantity?;
        let value = scene.attribute("value")?;
        Some(splice(scene.html, value.start - " value=\"".len()..value.end + 1, ""))
    }),
    ("id or class of the element changed", |scene, dice| {
        let (name, new) = *dice.pick(&[("id", "f999"), ("id", ""), ("class", "short")])?;
        Some(splice(scene.html, scene.attribute(name)?, new))
    }),
    ("mark † added or removed", |scene, _| {
        let element = scene.element()?.element.clone();
        let marked = &scene.html[element.clone()];
        match marked.find("<span class=\"mark\"") {
            Some(mark) => {
                let end = mark + marked[mark..].find("</span>")? + "</span>".len();
                Some(splice(scene.html, element.start + mark..element.start + end, ""))
            }
            None => {
                let at = scene.spot.text.end;
                Some(splice(scene.html, at..at, "<span class=\"mark\" role=\"img\" aria-label=\"x\">†</span>"))
            }
        }
    }),
    ("bare † beside the figure", |scene, dice| {
        let spot = scene.element()?;
        let at = *dice.pick(&[spot.element.end, spot.element.start, spot.text.end])?;
        Some(splice(scene.html, at..at, "†"))
    }),
    ("mark † without words", |scene, dice| {
        let element = scene.element()?.element.clone();
        let label = element.start + scene.html[element.clone()].find("aria-label=\"")?;
        let end = label + "aria-label=\"".len() + scene.html[label + 12..].find('"')? + 1;
        let new = *dice.pick(&["", "aria-label=\"\"", "aria-hidden=\"true\" aria-label=\"x\""])?;
        Some(splice(scene.html, label..end, new))
    }),
    ("link to another source", |scene, dice| {
        let element = scene.element()?.element.clone();
        let href = element.start + scene.html[element.clone()].find("<a href=\"")? + "<a href=\"".len();
        let end = href + scene.html[href..].find('"')?;
        Some(splice(scene.html, href..end, dice.pick(&["#source-another", "#", "", "https://example.org/"])?))
    }),
    ("hedge beside the figure", |scene, dice| {
        let spot = scene.spot;
        let hedges = match scene.document.locale.as_str() {
            "th" => ["มากกว่า", "ไม่ถึง", "เกือบ", "เพียง"],
            "zh-Hans" => ["超过", "不到", "近", "仅"],
            _ => ["more than ", "less than ", "nearly ", "only "],
        };
        Some(splice(scene.html, spot.element.start..spot.element.start, dice.pick(&hedges)?))
    }),
    ("digits, scale or unit beside the figure", |scene, dice| {
        let at = *dice.pick(&[scene.spot.element.start, scene.spot.element.end])?;
        let beside = *dice.pick(&["7", "1.", "0", " million", "万", " ล้าน", "%", " times", "倍"])?;
        Some(splice(scene.html, at..at, beside))
    }),
    ("stranger in the text", |scene, dice| {
        scene.element()?;
        let block = scene.block();
        let at = block.start + scene.html[block].find('>')? + 1;
        Some(splice(scene.html, at..at, &format!("{} ", stranger(scene, dice)?)))
    }),
    ("stranger in an attribute", |scene, dice| {
        let at = scene.element()?.element.start;
        let text = stranger(scene, dice)?;
        let tag = match dice.roll(5) {
            0 => format!("<img src=\"x\" alt=\"{text}\">"),
            1 => format!("<span aria-label=\"{text}\"></span>"),
            2 => format!("<span title=\"{text}\"></span>"),
            3 => format!("<input value=\"{text}\">"),
            _ => format!("<iframe srcdoc=\"&lt;p&gt;{text}\"></iframe>"),
        };
        Some(splice(scene.html, at..at, &tag))
    }),
    ("stranger in the head", |scene, dice| {
        let text = stranger(scene, dice)?;
        let tag = match dice.roll(4) {
            0 => format!("<meta name=\"twitter:title\" content=\"{text}\">"),
            1 => format!("<meta property=\"og:image:alt\" content=\"{text}\">"),
            2 => format!("<script type=\"application/ld+json\">{{\"abstract\":\"{text}\"}}</script>"),
            _ => "<script type=\"application/ld+json\">{\"@type\":\"Dataset\",\"name\":\"x\",\"variableMeasured\":97}</script>".to_owned(),
        };
        in_head(scene, &tag)
    }),
    ("day for machines changed", |scene, dice| {
        let days: Vec<_> = ["datetime=\"", "\"datePublished\":\"", "published_time\" content=\""]
            .iter()
            .flat_map(|name| scene.html.match_indices(name).map(|(at, name)| at + name.len()))
            .filter_map(|at| Some(at..at + scene.html[at..].find('"')?))
            .collect();
        let day = dice.pick(&days)?.clone();
        let digits: Vec<_> = day.clone().filter(|&at| scene.html.as_bytes()[at].is_ascii_digit()).collect();
        let at = *dice.pick(&digits)?;
        let new = (scene.html.as_bytes()[at] - b'0' + 1 + dice.roll(9) as u8) % 10;
        Some(splice(scene.html, at..at + 1, &new.to_string()))
    }),
];

impl Scene<'_> {
    /// The spot, if the figure has an element of its own.
    pub fn element(&self) -> Option<&Spot> {
        self.spot.entry.map(|_| self.spot)
    }

    pub fn id(&self) -> Option<&str> {
        Some(self.document.figures[self.element()?.entry?].element.as_str())
    }

    /// How its text is written.
    fn written(&self) -> &str {
        &self.html[self.spot.text.clone()]
    }

    /// The value of an attribute of the element.
    pub fn attribute(&self, name: &str) -> Option<Range<usize>> {
        let element = self.element()?.element.clone();
        let is_drawn = name == "value" && self.html[element.clone()].starts_with("<tspan");
        let open = if is_drawn { " data-value=\"".to_owned() } else { format!(" {name}=\"") };
        let start = element.start + self.html[element].find(&open)? + open.len();
        Some(start..start + self.html[start..].find('"')?)
    }

    /// The block that the element stands in, tags included.
    pub fn block(&self) -> Range<usize> {
        let before = &self.html[..self.spot.element.start];
        let start = BLOCKS.iter().flat_map(|name| [before.rfind(&format!("<{name}>")), before.rfind(&format!("<{name} "))]);
        // What stands in a block of another name is taken by itself.
        let Some(start) = start.flatten().max() else { return self.spot.element.clone() };
        let name = self.html[start + 1..].split(['>', ' ']).next().unwrap_or_default();
        let close = format!("</{name}>");
        let end = self.html[self.spot.element.end..].find(&close).expect("a block ends");
        start..self.spot.element.end + end + close.len()
    }
}

const BLOCKS: [&str; 10] = ["p", "li", "td", "th", "dd", "h1", "h2", "h3", "blockquote", "text"];

pub fn in_head(scene: &Scene<'_>, tag: &str) -> Option<String> {
    let head = scene.html.find("</head>")?;
    Some(splice(scene.html, head..head, tag))
}

/// A figure that the page does not say.
pub fn stranger(scene: &Scene<'_>, dice: &mut Dice) -> Option<String> {
    let strangers = match scene.document.locale.as_str() {
        "th" => ["ร้อยละ 97", "สามในสี่ส่วนเจ็ด", "๙๗", "กว่า 97,000"],
        "zh-Hans" => ["97%", "三成七", "十七倍", "超过97万"],
        _ => ["97%", "seven in nine", "seventeen times", "97.5 million"],
    };
    dice.pick(&strangers).map(|text| (*text).to_owned())
}

pub fn wrapped(scene: &Scene<'_>, dice: &mut Dice, tags: &[&str]) -> Option<String> {
    let element = scene.element()?.element.clone();
    let tag = dice.pick(tags)?;
    let close: Vec<_> =
        tag.split('>').map(|tag| tag.split([' ', '<']).find(|name| !name.is_empty()).unwrap_or(tag)).collect();
    let close: String = close.iter().rev().map(|name| format!("</{name}>")).collect();
    Some(splice(scene.html, element.clone(), &format!("<{tag}>{}{close}", &scene.html[element])))
}

fn hidden_by_style(scene: &Scene<'_>, dice: &mut Dice) -> Option<String> {
    const STYLES: [&str; 14] = [
        "display:none",
        "DISPLAY : none !important",
        "visibility:hidden",
        "opacity:0",
        "opacity: 0.01",
        "font-size:0",
        "font-size: 0px",
        "position:absolute;left:-9999px",
        "color:transparent",
        "clip-path: inset(100%)",
        "text-indent:-999em",
        "width:0;overflow:hidden",
        "text-decoration:line-through",
        "transform:scale(0)",
    ];
    let style = dice.pick(&STYLES)?;
    match dice.roll(2) {
        0 => wrapped(scene, dice, &[&format!("span style=\"{style}\"")]),
        _ => {
            let at = scene.attribute("id")?.end + 1;
            Some(splice(scene.html, at..at, &format!(" style=\"{style}\"")))
        }
    }
}

/// Another figure with an element that is printed otherwise, of the same kind if there is one.
fn other<'a>(scene: &Scene<'a>, dice: &mut Dice) -> Option<&'a Spot> {
    let figures = &scene.document.figures;
    let own = &figures[scene.spot.entry?];
    let kind = |entry: usize| figures[entry].quantity.map(|quantity| quantity.kind);
    let others: Vec<_> = scene
        .spots
        .iter()
        .filter(|spot| spot.entry.is_some_and(|entry| kind(entry) == own.quantity.map(|quantity| quantity.kind)))
        .filter(|spot| *spot.printed != *own.text)
        .collect();
    dice.pick(&others).copied()
}

/// A page in which two stretches have changed places.
pub fn exchanged(html: &str, a: Range<usize>, b: Range<usize>) -> String {
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    let moved = splice(html, second.clone(), &html[first.clone()]);
    splice(&moved, first, &html[second])
}

fn exchanged_texts(scene: &Scene<'_>, dice: &mut Dice) -> Option<String> {
    let other = other(scene, dice)?;
    Some(exchanged(scene.html, scene.spot.text.clone(), other.text.clone()))
}

/// From the value to the end of the text, so that the elements keep their ids.
fn exchanged_values(scene: &Scene<'_>, dice: &mut Dice) -> Option<String> {
    let other = other(scene, dice)?;
    let other = Scene { spot: other, ..*scene };
    let span = |scene: &Scene<'_>| Some(scene.attribute("value")?.start..scene.spot.text.end);
    Some(exchanged(scene.html, span(scene)?, span(&other)?))
}

fn exchanged_elements(scene: &Scene<'_>, dice: &mut Dice) -> Option<String> {
    let other = other(scene, dice)?;
    Some(exchanged(scene.html, scene.spot.element.clone(), other.element.clone()))
}

fn moved(scene: &Scene<'_>, to: usize) -> Option<String> {
    let element = scene.element()?.element.clone();
    let moved = scene.html[element.clone()].to_owned();
    Some(if to > element.start {
        splice(&splice(scene.html, to..to, &moved), element, "")
    } else {
        splice(&splice(scene.html, element, ""), to..to, &moved)
    })
}

/// The beginning of the text of the block after the figure's own.
fn next_block(scene: &Scene<'_>) -> Option<usize> {
    scene.element()?;
    let end = scene.block().end;
    let rest = &scene.html[end..];
    let starts = BLOCKS.iter().flat_map(|name| [rest.find(&format!("<{name}>")), rest.find(&format!("<{name} "))]);
    let start = starts.flatten().min()?;
    Some(end + start + rest[start..].find('>')? + 1)
}

/// The end of the text of the block before the figure's own.
fn previous_block(scene: &Scene<'_>) -> Option<usize> {
    scene.element()?;
    let before = &scene.html[..scene.block().start];
    let body = before.find("<main")?;
    BLOCKS.iter().filter_map(|name| before.rfind(&format!("</{name}>"))).max().filter(|&at| at > body)
}

/// The row of a table around a place, of a table of the article: a row with an id is all about one stat.
fn row(html: &str, at: usize) -> Option<Range<usize>> {
    let start = html[..at].rfind("<tr").filter(|&start| html[start..].starts_with("<tr>"))?;
    let end = start + html[start..].find("</tr>")?;
    (end > at).then_some(start..end)
}

/// The insides of the cells of a row.
fn cells(html: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let text = &html[row.clone()];
    let starts = text.match_indices("<t").filter(|(at, _)| text[*at..].starts_with("<td") || text[*at..].starts_with("<th"));
    let inside = |at: usize| Some(at + text[at..].find('>')? + 1..at + text[at..].find("</t")?);
    let shifted = |cell: Range<usize>| row.start + cell.start..row.start + cell.end;
    starts.filter_map(|(at, _)| inside(at)).map(shifted).collect()
}

/// Two stretches of a page exchanged, if they differ.
fn differing(html: &str, one: Range<usize>, other: Range<usize>) -> Option<String> {
    (html[one.clone()] != html[other.clone()]).then(|| exchanged(html, one, other))
}

/// To the beginning of its own block, past other words.
fn moved_within(scene: &Scene<'_>, _: &mut Dice) -> Option<String> {
    let block = scene.block();
    let start = block.start + scene.html[block].find('>')? + 1;
    let between = &scene.html[start..scene.spot.element.start];
    let words = between.contains(|c: char| !c.is_ascii()) && !between.starts_with('<')
        || between.contains(' ') && !between.starts_with('<');
    if words { moved(scene, start) } else { None }
}
