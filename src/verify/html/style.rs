//! What styles do to a reader: hide, distort or add text.
//!
//! In: declarations or a whole style sheet. Out: whether they hide, which selectors hide, and what text they generate. Nothing can
//! go wrong: what is no CSS hides nothing.

use rust_decimal::Decimal;

/// Whether declarations keep an element's text from the eye, or show it as something else.
pub(super) fn hides(declarations: &str) -> bool {
    declarations.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let value = squeezed(value);
        hides_by(&squeezed(property), value.trim_end_matches("!important"))
    })
}

fn hides_by(property: &str, value: &str) -> bool {
    let is_one_of = |values: &[&str]| values.contains(&value);
    let contains = |parts: &[&str]| parts.iter().any(|part| value.contains(part));
    match property {
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
    /// The selectors with a `content` that says something, and its value.
    pub generating: Vec<(String, String)>,
}

impl Sheet {
    /// Reads a style sheet, the rules inside `@media` and the like with it.
    pub fn read(css: &str) -> Self {
        let mut sheet = Self::default();
        sheet.rules(&without_comments(css));
        sheet
    }

    /// The selectors of all that it does.
    pub fn selectors(&self) -> impl Iterator<Item = &str> {
        self.hiding.iter().map(String::as_str).chain(self.generating.iter().map(|(selector, _)| selector.as_str()))
    }

    fn rules(&mut self, css: &str) {
        let mut rest = css;
        while let Some(open) = rest.find('{') {
            let selector = rest[..open].rsplit(['}', ';']).next().unwrap_or_default().trim();
            let end = open + closing(&rest[open..]);
            let inside = rest[open..end].trim_start_matches('{');
            if inside.contains('{') {
                self.rules(inside);
            }
            let own = inside.find('{').map_or(inside, |_| "");
            if hides(own) && !selector.starts_with('@') {
                self.hiding.push(selector.to_owned());
            }
            let says =
                |value: &&str| value.contains(char::is_alphanumeric) && !matches!(*value, "none" | "normal" | "inherit");
            let declarations = own.split(';').filter_map(|declaration| declaration.split_once(':'));
            let contents = declarations.filter(|(property, _)| property.trim().eq_ignore_ascii_case("content"));
            let said = contents.map(|(_, value)| value.trim()).filter(says);
            self.generating.extend(said.map(|value| (selector.to_owned(), value.to_owned())));
            rest = rest.get(end + 1..).unwrap_or_default();
        }
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
        ] {
            assert!(hides(hiding), "{hiding}");
        }
        for showing in ["display:block", "opacity:1", "font-size:0.9em", "color:#000", "margin:-1px", "width:100%", "", "x"]
        {
            assert!(!hides(showing), "{showing}");
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
}
