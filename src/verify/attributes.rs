//! What the attributes of an element mean to a reader: what it is, what it says, and whether it is hidden.

use super::style;
use scraper::node::Element;

/// Attributes whose text is shown or read aloud.
const READ_ATTRIBUTES: &[&str] = &[
    "abbr",
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuenow",
    "aria-valuetext",
    "label",
    "placeholder",
    "srcdoc",
    "summary",
    "title",
];

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
    pub label: Option<&'a str>,
    /// Texts that are shown or read aloud.
    pub texts: Vec<&'a str>,
    /// Whether its class is `figure`.
    pub figure: bool,
    /// Whether the element is kept from the eye or from the ear, or turned round.
    pub hides: bool,
    /// Whether it bears a style of its own.
    pub styled: bool,
    /// Whether it says that it is a picture, as the mark † does.
    pub picture: bool,
    /// Whether it is open, of an element that can be closed.
    pub open: bool,
    /// Whether it says that it is the mark of a note.
    pub note: bool,
    /// Whether it names its content as a text that is shown elsewhere.
    pub names_text: bool,
    /// Whether it names its content as the day of publication.
    pub names_day: bool,
}

impl<'a> Attributes<'a> {
    pub fn of(element: &'a Element) -> Self {
        let mut attributes = Self::default();
        for (name, value) in element.attrs() {
            match name {
                "id" => attributes.id = Some(value),
                "value" => attributes.value = Some(value),
                "lang" => attributes.lang = Some(value),
                "type" => attributes.kind = Some(value),
                "content" => attributes.content = Some(value),
                "datetime" => attributes.datetime = Some(value),
                "href" => attributes.href = Some(value),
                "class" => attributes.figure = value.split_ascii_whitespace().any(|class| class == "figure"),
                "hidden" | "inert" => attributes.hides = true,
                "open" => attributes.open = true,
                "dir" => attributes.hides |= value.eq_ignore_ascii_case("rtl") && element.name() != "html",
                "aria-hidden" => attributes.hides |= value.eq_ignore_ascii_case("true"),
                "style" => {
                    attributes.styled = true;
                    attributes.hides |= style::hides(value);
                }
                "role" => {
                    attributes.note = matches!(value, "doc-noteref" | "doc-backlink");
                    attributes.picture = value == "img";
                }
                "name" | "property" | "itemprop" => {
                    attributes.names_text |= READ_META.contains(&value);
                    attributes.names_day |= PUBLISHED_META.contains(&value);
                }
                _ => {}
            }
            if name == "aria-label" {
                attributes.label = Some(value);
            }
            if READ_ATTRIBUTES.contains(&name) {
                attributes.texts.push(value);
            }
        }
        attributes
    }
}
