//! Garbles that leave the text of a figure as it is and change what a reader gets: styles, drawings, names for the ear, pages from
//! elsewhere, trees in the shadow.

use super::markup::{Garble, in_head, stranger, wrapped};
use super::pages::splice;

/// Every such garble, by name.
pub const GARBLES: &[(&str, Garble)] = &[
    ("hidden in an element that is not shown", |scene, dice| {
        wrapped(
            scene,
            dice,
            &[
                "noscript",
                "canvas",
                "audio",
                "video",
                "object",
                "textarea",
                "datalist",
                "noembed",
                "noframes",
                "rp",
                "svg><defs",
                "svg><symbol",
                "span popover",
            ],
        )
    }),
    ("style in disguise", |scene, dice| {
        let styles = [
            "display:/**/none",
            "\\64 isplay:none",
            "display:var(--x)",
            "color:#fff",
            "color: White",
            "mask:linear-gradient(transparent,transparent)",
            "mix-blend-mode:screen",
            "letter-spacing:-2em",
            "transform:rotateY(180deg)",
            "-webkit-text-security:disc",
            "font:0/0 a",
            "content-visibility:hidden",
        ];
        let style = dice.pick(&styles)?;
        wrapped(scene, dice, &[&format!("span style=\"{style}\"")])
    }),
    ("rule inside a rule", |scene, dice| {
        let id = scene.id()?;
        let rules = [
            format!("body{{color:black; #{id}{{display:none}}}}"),
            format!("#{id}{{display:none; &:hover{{color:red}}}}"),
            format!("body{{ & #{id}{{opacity:0}} }}"),
            format!("@media screen{{@supports (color:red){{#{id}{{visibility:hidden}}}}}}"),
            format!("@layer x{{main{{ #{id}::after{{content:\"0\"}} }}}}"),
            format!("@keyframes x{{to{{opacity:0}}}} #{id}{{animation:x 1s forwards}}"),
        ];
        in_head(scene, &format!("<style>{}</style>", dice.pick(&rules)?))
    }),
    ("signs drawn by a style", |scene, dice| {
        let id = scene.id()?;
        let declared = [
            "text-emphasis:\"9\"",
            "display:list-item;list-style:\"97% \"",
            "font-feature-settings:\"frac\"",
            "font-variant-position:super",
            "hyphenate-character:\"7\"",
            "direction:rtl;unicode-bidi:bidi-override",
        ];
        in_head(scene, &format!("<style>#{id}{{{}}}</style>", dice.pick(&declared)?))
    }),
    ("first letter hidden", |scene, _| {
        let id = scene.id()?;
        in_head(scene, &format!("<style>#{id}::first-letter{{font-size:0}}</style>"))
    }),
    ("counter beside the figure", |scene, dice| {
        let id = scene.id()?;
        let side = dice.pick(&["before", "after"])?;
        in_head(scene, &format!("<style>#{id}{{counter-reset:n 9}}#{id}::{side}{{content:counter(n)}}</style>"))
    }),
    ("glyphs of another font", |scene, dice| {
        let id = scene.id()?;
        let source = dice.pick(&["url(digits.woff2)", "url(data:font/woff2;base64,d09GMg)", "local(Wingdings)"])?;
        in_head(scene, &format!("<style>@font-face{{font-family:x;src:{source}}}#{id}{{font-family:x}}</style>"))
    }),
    ("style sheet from elsewhere", |scene, dice| {
        scene.element()?;
        let tags = [
            "<link rel=\"stylesheet\" href=\"https://example.org/hide.css\">",
            "<link rel=\"stylesheet\" href=\"data:text/css,data{display:none}\">",
            "<style>@import url(https://example.org/hide.css);</style>",
            "<style>@import \"hide.css\";</style>",
            "<link rel=\"alternate stylesheet\" href=\"../hide.css\">",
        ];
        in_head(scene, dice.pick(&tags)?)
    }),
    ("programme from elsewhere", |scene, dice| {
        scene.element()?;
        let tags = [
            "<script src=\"https://example.org/a.js\"></script>",
            "<script src=\"data:text/javascript,document.body.innerText=97\"></script>",
            "<script type=\"module\" src=\"../write.mjs\"></script>",
            "<script>document.querySelector('data').textContent = '97%'</script>",
            "<svg onload=\"f1.textContent=97\"></svg>",
        ];
        in_head(scene, dice.pick(&tags)?)
    }),
    ("another page in place of this", |scene, dice| {
        scene.element()?;
        let tags = [
            "<meta http-equiv=\"refresh\" content=\"0; url=https://example.org/\">",
            "<base href=\"https://example.org/\">",
            "<META HTTP-EQUIV=\"Refresh\" CONTENT=\"1\">",
        ];
        in_head(scene, dice.pick(&tags)?)
    }),
    ("tree in the shadow", |scene, dice| {
        let element = scene.element()?.element.clone();
        let text = stranger(scene, dice)?;
        let shadow =
            format!("<span><template shadowrootmode=\"open\">{text}</template>{}</span>", &scene.html[element.clone()]);
        Some(splice(scene.html, element, &shadow))
    }),
    ("figure in a picture", |scene, dice| {
        let at = scene.element()?.element.end;
        let pictures = [
            "<img alt=\"\" src=\"data:image/svg+xml,&lt;svg>&lt;text>97%&lt;/text>&lt;/svg>\">",
            "<svg><image href=\"data:image/png;base64,iVBORw0KGgo97\"/></svg>",
            "<span style=\"background:url(data:image/svg+xml,97)\">&nbsp;</span>",
            "<svg><text>97</text></svg>",
            "<math><mfrac><mn>8</mn><mn>97</mn></mfrac></math>",
            "<object data=\"data:text/html,97%\"></object>",
            "<embed src=\"data:text/html,97%\">",
        ];
        Some(splice(scene.html, at..at, dice.pick(&pictures)?))
    }),
    ("figure drawn once more", |scene, dice| {
        let id = scene.id()?;
        let block = scene.block();
        let name = dice.pick(&["href", "xlink:href"])?;
        Some(splice(scene.html, block.end..block.end, &format!("<svg><use {name}=\"#{id}\"/></svg>")))
    }),
    ("another name for the ear", |scene, dice| {
        let at = scene.attribute("id")?.end + 1;
        let names = [
            " aria-label=\"many\"",
            " aria-labelledby=\"page-content\"",
            " role=\"img\"",
            " role=\"presentation\" aria-label=\"x\"",
            " aria-hidden=\"true\"",
        ];
        Some(splice(scene.html, at..at, dice.pick(&names)?))
    }),
    ("told to the ear as a picture", |scene, dice| {
        wrapped(scene, dice, &["span role=\"img\" aria-label=\"many\"", "b role=\"img\"", "span aria-hidden=\"TRUE\""])
    }),
    ("reading over the figure", |scene, dice| {
        let element = scene.element()?.element.clone();
        let own = &scene.html[element.clone()];
        let text = stranger(scene, dice)?;
        let new = [
            format!("<ruby>{own}<rt>{text}</rt></ruby>"),
            format!("<del>{own}</del> <ins>{text}</ins>"),
            format!("<sup>{text}</sup>{own}"),
            format!("<details open><summary>{text}</summary>{own}</details>"),
        ];
        Some(splice(scene.html, element, dice.pick(&new)?))
    }),
    ("digit of JSON-LD changed", |scene, dice| {
        let open = "<script type=\"application/ld+json\">";
        let start = scene.html.find(open)? + open.len();
        let end = start + scene.html[start..].find("</script>")?;
        let json = &scene.html[start..end];
        let digits: Vec<_> = json.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        // Addresses and the numbers of entries say no figure, and neither do the numbers of characters.
        let says = |at: &&usize| {
            let from = json[..**at].rfind(['"', ':'])?;
            let value = &json[from..];
            let escaped = json[..**at].ends_with("\\u") || json[from..**at].contains("\\u");
            let member = json[..from].rsplit(['{', ',']).next()?;
            Some(!value.contains("://") && !escaped && !member.contains("position") && !member.contains("@id"))
        };
        let at = **dice.pick(&digits.iter().filter(|at| says(at) == Some(true)).collect::<Vec<_>>())?;
        let in_address = json[..at].rsplit('"').next().is_some_and(|value| value.contains('/') || value.contains('#'));
        let new = (json.as_bytes()[at] - b'0' + 1 + dice.roll(9) as u8) % 10;
        (!in_address).then(|| splice(scene.html, start + at..start + at + 1, &new.to_string()))
    }),
    ("digit of an attribute changed", |scene, dice| {
        let names = ["alt=\"", "title=\"", "aria-label=\"", "name=\"description\" content=\"", "og:title\" content=\""];
        let values = names.iter().flat_map(|name| scene.html.match_indices(name).map(|(at, name)| at + name.len()));
        let spans = values.filter_map(|at| Some(at..at + scene.html[at..].find('"')?));
        let digits: Vec<_> = spans.flatten().filter(|&at| scene.html.as_bytes()[at].is_ascii_digit()).collect();
        let at = *dice.pick(&digits)?;
        let new = (scene.html.as_bytes()[at] - b'0' + 1 + dice.roll(9) as u8) % 10;
        Some(splice(scene.html, at..at + 1, &new.to_string()))
    }),
];
