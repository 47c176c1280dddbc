//! What the attributes of an element mean to a reader: what it is, what it says, and whether it is hidden.

use super::style;

/// The `name`, `property` or `itemprop` of the `meta` elements whose text is shown elsewhere.
const READ_META: &[&str] = &[
    "abstract",
    "application-name",
    "description",
    "headline",
    "keywords",
    "name",
    "og:description",
    "og:image:alt",
    "og:site_name",
    "og:title",
    "subject",
    "title",
    "twitter:data1",
    "twitter:data2",
    "twitter:description",
    "twitter:image:alt",
    "twitter:label1",
    "twitter:label2",
    "twitter:title",
];

/// The `name` or `property` of the `meta` elements that say when the article was published.
const PUBLISHED_META: &[&str] = &["article:published_time", "datePublished", "date"];

/// The `name` or `property` of the `meta` elements that say when it was revised last.
const MODIFIED_META: &[&str] = &["article:modified_time", "dateModified", "last-modified", "og:updated_time", "revised"];

/// The attributes of an element that matter to a reader, gathered in one pass: looking each up by name is slow.
#[derive(Default)]
pub(super) struct Attributes<'a> {
    pub id: Option<&'a str>,
    pub value: Option<&'a str>,
    pub lang: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub content: Option<&'a str>,
    pub datetime: Option<&'a str>,
    pub href: Option<&'a str>,
    pub src: Option<&'a str>,
    pub label: Option<&'a str>,
    /// Texts that are shown or read aloud.
    pub texts: Vec<&'a str>,
    /// The programmes in it: what is to be done on an event, or instead of a link.
    pub scripts: Vec<&'a str>,
    pub class: Option<&'a str>,
    /// Whether its class is `figure`.
    pub figure: bool,
    /// Whether it asks for a style sheet.
    pub is_sheet: bool,
    /// Whether the element is kept from the eye or from the ear, or turned round.
    pub hides: bool,
    /// Whether it bears a style of its own.
    pub styled: bool,
    /// Whether it says that it is a picture, as the mark † does.
    pub picture: bool,
    /// Whether it is open, of an element that can be closed.
    pub open: bool,
    /// Whether it has another name for the ear than its text, or another part to play.
    pub named: bool,
    /// Whether it says that it heads a column or a row.
    pub heads: bool,
    /// Whether it is a shadow tree, which a browser shows in place of what stands beside it.
    pub is_shadow: bool,
    /// Whether it leads to another page after a time.
    pub leads_away: bool,
    /// Whether it names its content as a text that is shown elsewhere.
    pub names_text: bool,
    /// Whether it names its content as the day of publication.
    pub names_day: bool,
    /// Whether it names its content as the day of the last revision.
    pub names_revision: bool,
}

impl<'a> Attributes<'a> {
    /// Those of an element of that name.
    pub fn of(element: &str, all: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut attributes = Self::default();
        for (name, value) in all {
            // The most usual hold neither a text that is read nor a programme.
            match name {
                "class" => {
                    attributes.class = Some(value);
                    attributes.figure = value.split_ascii_whitespace().any(|class| class == "figure");
                    continue;
                }
                "id" => {
                    attributes.id = Some(value);
                    continue;
                }
                "lang" => {
                    attributes.lang = Some(value);
                    continue;
                }
                _ => {}
            }
            match name {
                "value" if element != "tspan" => attributes.value = Some(value),
                "data-value" if element == "tspan" => attributes.value = Some(value),
                "type" => attributes.kind = Some(value),
                "content" => attributes.content = Some(value),
                "datetime" => attributes.datetime = Some(value),
                "href" | "xlink:href" => attributes.href = Some(value),
                "src" => attributes.src = Some(value),
                "shadowrootmode" => attributes.is_shadow = true,
                "http-equiv" => attributes.leads_away = value.eq_ignore_ascii_case("refresh"),
                "rel" => {
                    attributes.is_sheet = value.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("stylesheet"))
                }
                "hidden" | "inert" | "popover" => attributes.hides = true,
                "open" => attributes.open = true,
                "scope" => attributes.heads = true,
                "dir" => attributes.hides |= value.eq_ignore_ascii_case("rtl") && element != "html",
                "aria-hidden" => attributes.hides |= value.eq_ignore_ascii_case("true"),
                "style" => {
                    attributes.styled = true;
                    attributes.hides |= style::hides_here(value);
                }
                "role" => (attributes.picture, attributes.named) = (value == "img", true),
                "name" | "property" | "itemprop" => {
                    attributes.names_text |= READ_META.contains(&value);
                    attributes.names_day |= PUBLISHED_META.contains(&value);
                    attributes.names_revision |= MODIFIED_META.contains(&value);
                }
                "aria-label" => (attributes.label, attributes.named) = (Some(value), true),
                "aria-labelledby" => attributes.named = true,
                _ => {}
            }
            if is_programme(name, value) {
                attributes.scripts.push(value);
            }
            if is_read(name) {
                attributes.texts.push(value);
            }
        }
        attributes
    }
}

/// Whether the text of an attribute is shown or read aloud.
fn is_read(name: &str) -> bool {
    matches!(
        name,
        "abbr"
            | "alt"
            | "aria-description"
            | "aria-label"
            | "aria-placeholder"
            | "aria-roledescription"
            | "aria-valuenow"
            | "aria-valuetext"
            | "label"
            | "placeholder"
            | "srcdoc"
            | "summary"
            | "title"
    )
}

/// Whether an attribute holds a programme, or a page or a picture that is written in an address.
fn is_programme(name: &str, value: &str) -> bool {
    let begins =
        |scheme: &str| value.trim_start().get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    match name {
        "action" | "background" | "data" | "formaction" | "href" | "poster" | "src" | "srcset" | "xlink:href" => {
            begins("javascript:") || begins("data:")
        }
        "style" => value.contains("data:"),
        _ => name.starts_with("on"),
    }
}
