//! What the attributes of an element mean to a reader: what it is, what it says, and whether it is hidden.

use scraper::node::Element;

/// Attributes whose text is shown or read aloud.
const READ_ATTRIBUTES: &[&str] = &["alt", "aria-description", "aria-label", "placeholder", "title"];

/// The `name` or `property` of the `meta` elements whose text is shown elsewhere.
const READ_META: &[&str] = &[
    "description",
    "og:description",
    "og:image:alt",
    "og:site_name",
    "og:title",
    "twitter:description",
    "twitter:image:alt",
    "twitter:title",
];

/// The attributes of an element that matter to a reader, gathered in one pass: looking each up by name is slow.
#[derive(Default)]
pub(super) struct Attributes<'a> {
    pub id: Option<&'a str>,
    pub value: Option<&'a str>,
    pub lang: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub content: Option<&'a str>,
    /// Texts that are shown or read aloud.
    pub texts: Vec<&'a str>,
    /// Whether its class is `figure`.
    pub figure: bool,
    /// Whether the element is kept from the eye or from the ear.
    pub hides: bool,
    /// Whether it says that it is the mark of a note.
    pub note: bool,
    /// Whether it names its content as a text that is shown elsewhere.
    pub names_text: bool,
}

impl<'a> Attributes<'a> {
    pub fn of(element: &'a Element) -> Self {
        let mut attributes = Self::default();
        for (name, value) in element.attrs() {
            match name {
                "id" => attributes.id = Some(value),
                "value" | "data-value" => attributes.value = Some(value),
                "lang" => attributes.lang = Some(value),
                "type" => attributes.kind = Some(value),
                "content" => attributes.content = Some(value),
                "class" => attributes.figure = value.split_ascii_whitespace().any(|class| class == "figure"),
                "hidden" => attributes.hides = true,
                "aria-hidden" => attributes.hides |= value == "true",
                "style" => attributes.hides |= hides(value),
                "role" => attributes.note = matches!(value, "doc-noteref" | "doc-backlink"),
                "name" | "property" => attributes.names_text |= READ_META.contains(&value),
                name if READ_ATTRIBUTES.contains(&name) => attributes.texts.push(value),
                _ => {}
            }
        }
        attributes
    }
}

/// Whether a style hides what it is given to.
fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|character| !character.is_whitespace()).collect();
    ["display:none", "visibility:hidden"].iter().any(|hiding| style.to_ascii_lowercase().contains(hiding))
}
