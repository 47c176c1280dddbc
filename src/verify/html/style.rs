//! What styles do to a reader: hide, distort or add text.
//!
//! In: declarations or a whole style sheet. Out: whether they hide, which selectors hide, and what text they generate. Nothing can
//! go wrong: what is no CSS hides nothing.

use rust_decimal::Decimal;

/// Whether the style of an element keeps its text from the eye, or shows it as something else: its colour may be that of paper.
pub(super) fn hides_here(style: &str) -> bool {
    let style = unescaped(&without_comments(style));
    let is_paper = |value: &str| {
        matches!(value, "white" | "canvas" | "#fff" | "#ffff" | "#ffffff" | "#ffffffff")
            || value.starts_with("rgb(255,255,255")
    };
    hides(&style)
        || declarations(&style)
            .any(|(property, value)| property == "color" && is_paper(value.trim_end_matches("!important")))
}

/// Whether declarations keep an element's text from the eye, or show it as something else.
fn hides(style: &str) -> bool {
    declarations(style).any(|(property, value)| hides_by(&property, value.trim_end_matches("!important")))
}

/// The declarations of a style, without white space and in small letters.
fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let pairs = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    pairs.map(move |(property, value)| (squeezed(property), squeezed(value)))
}

/// A style with its letters in place of their numbers: `\64 isplay` is `display`. Reference: CSS Syntax, 4.3.7.
fn unescaped(css: &str) -> String {
    let mut parts = css.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let character = u32::from_str_radix(&part[..digits], 16).ok().and_then(char::from_u32);
        match character.filter(char::is_ascii_alphanumeric) {
            Some(letter) => {
                text.push(letter);
                text.push_str(part[digits..].strip_prefix([' ', '\n', '\t']).unwrap_or(&part[digits..]));
            }
            // Another character might begin or end something here; what stands in a string is as it was.
            None => {
                text.push('\\');
                text.push_str(part);
            }
        }
    }
    text
}

fn hides_by(property: &str, value: &str) -> bool {
    let is_one_of = |values: &[&str]| values.contains(&value);
    let contains = |parts: &[&str]| parts.iter().any(|part| value.contains(part));
    match property {
        "display" | "visibility" | "opacity" if value.starts_with("var(") => true,
        "display" => is_one_of(&["none"]),
        "visibility" => is_one_of(&["hidden", "collapse"]),
        "content-visibility" => is_one_of(&["hidden"]),
        "opacity" => is_below(value.trim_end_matches('%'), if value.ends_with('%') { 200 } else { 2 }),
        "font-size" => is_below(digits(value), 2) || is_below(digits(value), 40) && !value.ends_with("em"),
        "font" => value.starts_with("0") || contains(&["0/0"]),
        "width" | "height" | "max-width" | "max-height" | "zoom" => is_below(digits(value), 20),
        "color" | "-webkit-text-fill-color" => contains(&["transparent", ",0)", "/0)"]),
        "clip" | "clip-path" => !is_one_of(&["auto", "none"]),
        "transform" => contains(&["scale", "rotate", "translate"]),
        "scale" | "rotate" | "translate" => !is_one_of(&["none"]),
        "filter" => contains(&["opacity", "blur"]),
        "mask" | "mask-image" | "-webkit-mask" | "-webkit-mask-image" => !is_one_of(&["none"]),
        "mix-blend-mode" => !is_one_of(&["normal"]),
        "letter-spacing" | "word-spacing" => value.starts_with('-') && !is_below(digits(&value[1..]), 2),
        "font-feature-settings" => contains(&["frac", "sups", "subs", "sinf", "numr", "dnom", "ordn", "afrc"]),
        "font-variant" | "font-variant-numeric" | "font-variant-position" => {
            contains(&["fractions", "ordinal", "sub", "super"])
        }
        "text-overflow" => !is_one_of(&["clip"]),
        "text-indent" | "margin" | "margin-left" | "margin-top" | "left" | "right" | "top" | "bottom" => {
            value.starts_with('-') && value.bytes().filter(u8::is_ascii_digit).count() >= 3
        }
        "text-decoration" | "text-decoration-line" => contains(&["line-through"]),
        "unicode-bidi" => contains(&["override"]),
        "direction" => is_one_of(&["rtl"]),
        "-webkit-text-security" | "text-security" => !is_one_of(&["none"]),
        _ => false,
    }
}

/// The number at the start of a value.
fn digits(value: &str) -> &str {
    &value[..value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len())]
}

/// Whether a text is a number below so many tenths.
fn is_below(number: &str, tenths: i64) -> bool {
    number.parse::<Decimal>().is_ok_and(|number| number < Decimal::new(tenths, 1))
}

/// What a style sheet does.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// The selectors of what it hides.
    pub hiding: Vec<String>,
    /// The selectors with a `content`, or another property that writes, which says something, and its value.
    pub generating: Vec<(String, String)>,
}

impl Sheet {
    /// Reads a style sheet, the rules inside `@media` and the like with it.
    pub fn read(css: &str) -> Self {
        let mut sheet = Self::default();
        sheet.rules(&unescaped(&without_comments(css)), "");
        sheet
    }

    /// The selectors of all that it does.
    pub fn selectors(&self) -> impl Iterator<Item = &str> {
        self.hiding.iter().map(String::as_str).chain(self.generating.iter().map(|(selector, _)| selector.as_str()))
    }

    /// Reads rules that stand in one of those selectors, if in any.
    fn rules(&mut self, css: &str, parent: &str) {
        let mut rest = css;
        let mut own = String::new();
        while let Some(open) = rest.find('{') {
            let start = rest[..open].rfind(['}', ';']).map_or(0, |at| at + 1);
            let end = open + closing(&rest[open..]);
            own.push_str(&rest[..start]);
            let selector = rest[start..open].trim();
            let inside = rest.get(open + 1..end).unwrap_or_default();
            match selector.strip_prefix('@') {
                Some(rule) if rule.contains("keyframes") => self.frames(inside),
                Some(_) => self.rules(inside, parent),
                None => self.rules(inside, &nested(selector, parent)),
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        own.push_str(rest);
        if !parent.is_empty() {
            self.declared(&own, parent);
        }
    }

    /// What the declarations of a rule do.
    fn declared(&mut self, own: &str, selector: &str) {
        if hides(own) {
            self.hiding.push(selector.to_owned());
        }
        for (property, value) in own.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let (property, value) = (property.trim().to_ascii_lowercase(), value.trim());
            let says = match property.as_str() {
                "content" => value.contains(char::is_alphanumeric) && !matches!(value, "none" | "normal" | "inherit"),
                "hyphenate-character"
                | "list-style"
                | "list-style-type"
                | "quotes"
                | "text-emphasis"
                | "text-emphasis-style" => {
                    value.split(['"', '\'']).skip(1).step_by(2).any(|quoted| quoted.contains(char::is_alphanumeric))
                }
                _ => false,
            };
            if says {
                self.generating.push((selector.to_owned(), value.to_owned()));
            }
        }
    }

    /// A movement that ends in nothing to be seen: whatever moves so is hidden, and it is not told apart what does.
    fn frames(&mut self, frames: &str) {
        let mut ends = Self::default();
        ends.rules(frames, "");
        if ends.hiding.iter().any(|frame| frame.split(',').any(|one| matches!(one.trim(), "to" | "100%"))) {
            self.hiding.push("*".to_owned());
        }
    }
}

/// A selector that stands in the rule of another.
fn nested(selector: &str, parent: &str) -> String {
    match (parent.is_empty(), selector.contains('&')) {
        (true, _) => selector.to_owned(),
        (false, true) => selector.replace('&', &format!(":is({parent})")),
        (false, false) => format!(":is({parent}) {selector}"),
    }
}

/// The place of the brace that closes the one at the start; the end of the text if there is none.
fn closing(css: &str) -> usize {
    let mut depth = 0;
    let close = css.bytes().position(|byte| {
        depth += match byte {
            b'{' => 1,
            b'}' => -1,
            _ => 0,
        };
        depth == 0
    });
    close.unwrap_or(css.len())
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_that_hide_or_distort_are_known() {
        for hiding in [
            "display : NONE",
            "color:red; visibility: hidden !important",
            "opacity: 0.0",
            "font-size:0px",
            "position:absolute; left:-9999px",
            "color: transparent",
            "text-decoration: line-through",
            "direction: rtl; unicode-bidi: bidi-override",
            "transform: scaleX(-1)",
            "display:/**/none",
            "\\64 isplay: none",
            "color: #FFF",
            "letter-spacing:-1em",
            "font-feature-settings: 'frac'",
        ] {
            assert!(hides_here(hiding), "{hiding}");
        }
        for showing in ["display:block", "opacity:1", "font-size:0.9em", "color:#000", "margin:-1px", "width:100%", "", "x"]
        {
            assert!(!hides_here(showing), "{showing}");
        }
    }

    #[test]
    fn rules_are_read_inside_others_and_outside_comments() {
        let sheet =
            Sheet::read("/* .a{display:none} */ p{margin:0} @media print{.b , #f1{display:none}} i::after{content:'9%'}");
        assert_eq!(
            sheet,
            Sheet { hiding: vec![".b , #f1".to_owned()], generating: vec![("i::after".to_owned(), "'9%'".to_owned())] }
        );
        assert_eq!(Sheet::read("p{}"), Sheet::default());
        assert_eq!(Sheet::read("p{display:none").hiding, ["p"]);
    }

    #[test]
    fn rules_may_stand_in_rules() {
        let hiding = |css: &str| Sheet::read(css).hiding;
        assert_eq!(hiding("p{display:none; &:hover{color:red}}"), ["p"]);
        assert_eq!(hiding("p{color:red; @media print{display:none} b{margin:0}}"), ["p"]);
        assert_eq!(hiding("p{ & i{opacity:0} }"), [":is(p) i"]);
        assert_eq!(hiding("p{ i{opacity:0} margin:0 }"), [":is(p) i"]);
        assert_eq!(hiding("@keyframes x{from{opacity:0} to{opacity:1}} p{animation:x 1s}"), Vec::<String>::new());
        assert_eq!(hiding("@keyframes x{to{opacity:0}}"), ["*"]);
    }

    #[test]
    fn other_properties_write_too() {
        let texts = |css: &str| Sheet::read(css).generating.into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(texts("li{list-style:'9% '} p{text-emphasis:\"9\"} q{quotes:'“' '”'}"), ["'9% '", "\"9\""]);
    }
}
