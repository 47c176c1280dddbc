//! Changes of a page that change nothing for a reader.

use super::dice::Dice;
use super::pages::{Spot, splice};

/// A change: the page becomes another, or `None` where there is nothing to change.
pub type Change = fn(&str, &Spot, &mut Dice) -> Option<String>;

/// Every harmless change, by name.
pub const CHANGES: &[(&str, Change)] = &[
    ("white space between tags", |html, _, dice| {
        let gaps: Vec<_> = ["</p>", "</li>", "</tr>", "</h2>", "<ul>", "</section>", "<tbody>", "</dd>", "</title>"]
            .iter()
            .flat_map(|tag| html.match_indices(tag).map(|(at, tag)| at + tag.len()))
            .collect();
        let at = *dice.pick(&gaps)?;
        Some(splice(html, at..at, dice.pick(&["\n", "  ", "\n\t\n", "\r\n"])?))
    }),
    ("other white space in the text", |html, spot, _| {
        let space = html[spot.text.end..].find(' ').map(|at| spot.text.end + at)?;
        let in_tag = html[..space].rfind('<') > html[..space].rfind('>');
        let in_script = html[..space].rfind("<script").is_some_and(|open| !html[open..space].contains("</script>"));
        (!in_tag && !in_script).then(|| splice(html, space..space + 1, "\n   "))
    }),
    ("order of attributes", |html, spot, _| {
        spot.entry?;
        let open = spot.element.start..spot.element.start + html[spot.element.start..].find('>')?;
        let tag = &html[open.clone()];
        let (class, id, value) = (tag.find(" class=")?, tag.find(" id=")?, tag.find(" value=")?);
        let turned = format!("<data{}{}{}", &tag[value..], &tag[id..value], &tag[class..id]);
        Some(splice(html, open, &turned))
    }),
    ("case of tags", |html, spot, _| {
        spot.entry.filter(|_| is_data(html, spot))?;
        let end = spot.element.end - "</data>".len();
        let closed = splice(html, end..spot.element.end, "</DATA>");
        Some(splice(&closed, spot.element.start..spot.element.start + 5, "<Data"))
    }),
    ("another class", |html, spot, _| {
        spot.entry?;
        let at = spot.element.start + html[spot.element.start..].find("class=\"")? + "class=\"".len();
        Some(splice(html, at..at, "x "))
    }),
    ("characters as references", |html, spot, dice| {
        let in_script =
            html[..spot.text.start].rfind("<script").is_some_and(|open| !html[open..spot.text.start].contains("</script>"));
        let text = &html[spot.text.clone()];
        let encode = |c: char, hexadecimal: bool| match (in_script, hexadecimal) {
            (true, _) => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
            (_, true) => format!("&#x{:X};", u32::from(c)),
            (_, false) => format!("&#{};", u32::from(c)),
        };
        let hexadecimal = dice.roll(2) == 0;
        (!text.contains(['&', '\\']))
            .then(|| splice(html, spot.text.clone(), &text.chars().map(|c| encode(c, hexadecimal)).collect::<String>()))
    }),
    ("a comment", |html, spot, dice| {
        spot.entry?;
        let at = *dice.pick(&[spot.element.start, spot.element.end, spot.text.start])?;
        Some(splice(html, at..at, "<!-- 97% -->"))
    }),
    // In a drawing such elements would end it.
    ("emphasis around the figure", |html, spot, dice| {
        spot.entry.filter(|_| is_data(html, spot))?;
        let name = dice.pick(&["b", "span", "em", "mark"])?;
        Some(splice(html, spot.element.clone(), &format!("<{name}>{}</{name}>", &html[spot.element.clone()])))
    }),
    ("order of parts without figures", |html, _, _| {
        let start = html.find("<nav class=\"languages\"")?;
        let end = start + html[start..].find("</nav>")? + "</nav>".len();
        let nav = html[start..end].to_owned();
        let without = splice(html, start..end, "");
        let foot = without.find("<footer")?;
        Some(splice(&without, foot..foot, &nav))
    }),
    ("a part without figures", |html, _, dice| {
        let foot = html.find("<footer")?;
        let part = dice.pick(&[
            "<aside><p>B2B, COVID-19</p></aside>",
            "<hr>",
            "<p lang=\"en\">One of them said so.</p>",
            "<div hidden>x</div>",
        ])?;
        Some(splice(html, foot..foot, part))
    }),
    ("minified", |html, _, _| Some(minified(html))),
    ("styles without figures", |html, _, dice| {
        let head = html.find("</head>")?;
        let style = dice.pick(&[
            "<style>.skip{display:none} p{margin:9px}</style>",
            "<style>li::before{content:\"→ \"}</style>",
            "<meta name=\"robots\" content=\"max-snippet:50\">",
        ])?;
        Some(splice(html, head..head, style))
    }),
];

/// A page without what its syntax can do without: white space between blocks, quotation marks, end tags.
fn minified(html: &str) -> String {
    const BLOCKS: [&str; 14] =
        ["p", "li", "ul", "ol", "td", "th", "tr", "table", "thead", "tbody", "section", "div", "dl", "main"];
    let is_block = |tag: &str| BLOCKS.contains(&tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default());
    let mut short = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(end) = rest.find('>') {
        let tag_at = rest[..end].rfind('<').unwrap_or(0);
        short.push_str(&rest[..=end]);
        let behind = &rest[end + 1..];
        let gap = behind.len() - behind.trim_start_matches(['\n', ' ']).len();
        let next = behind[gap..].strip_prefix('<');
        let droppable =
            behind[..gap].contains('\n') && next.is_some_and(|next| is_block(next) || is_block(&rest[tag_at + 1..]));
        rest = if droppable { &behind[gap..] } else { behind };
    }
    short.push_str(rest);
    for (quoted, bare) in
        [("class=\"figure\"", "class=figure"), ("lang=\"th\"", "lang=th"), ("charset=\"utf-8\"", "charset=utf-8")]
    {
        short = short.replace(quoted, bare);
    }
    for (closed, open) in [("</li><li", "<li"), ("</td><td", "<td"), ("</th><td", "<td"), ("</tr><tr", "<tr")] {
        short = short.replace(closed, open);
    }
    short
}

/// Whether a figure stands in an element of text, and not in a drawing.
fn is_data(html: &str, spot: &Spot) -> bool {
    html[spot.element.start..].starts_with("<data")
}
