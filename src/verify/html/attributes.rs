//! What the attributes of an element mean to a reader: what it is, what it says, and whether it is hidden.

use super::name::{Attribute, Name};
use super::style;
use std::borrow::Cow;

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

/// The attributes of an element that matter to a reader, gathered in one pass: looking each up by name is slow. What is kept of
/// them longer than the element is open lives as long as the page, `'p`.
#[derive(Default)]
pub(super) struct Attributes<'a, 'p> {
    pub id: Option<&'a Cow<'p, str>>,
    pub value: Option<&'a Cow<'p, str>>,
    pub href: Option<&'a Cow<'p, str>>,
    pub lang: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub content: Option<&'a str>,
    pub datetime: Option<&'a str>,
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

impl<'a, 'p> Attributes<'a, 'p> {
    /// Those of an element of that name.
    pub fn of(element: Name, all: &'a [(&str, Cow<'p, str>)]) -> Self {
        let mut attributes = Self::default();
        for (name, text) in all {
            let value: &str = text;
            let attribute = Attribute::of(name);
            match attribute {
                Attribute::Class => {
                    attributes.class = Some(value);
                    attributes.figure = matches!(element, Name::Data | Name::Tspan)
                        && value.split_ascii_whitespace().any(|class| class == "figure");
                }
                Attribute::Id => attributes.id = Some(text),
                Attribute::Lang => attributes.lang = Some(value),
                Attribute::Value if element != Name::Tspan => attributes.value = Some(text),
                Attribute::DataValue if element == Name::Tspan => attributes.value = Some(text),
                Attribute::Type => attributes.kind = Some(value),
                Attribute::Content => attributes.content = Some(value),
                Attribute::Datetime => attributes.datetime = Some(value),
                Attribute::Href | Attribute::XlinkHref => attributes.href = Some(text),
                Attribute::Src => attributes.src = Some(value),
                Attribute::Shadowrootmode => attributes.is_shadow = true,
                Attribute::HttpEquiv => attributes.leads_away = value.eq_ignore_ascii_case("refresh"),
                Attribute::Rel => {
                    attributes.is_sheet = value.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("stylesheet"))
                }
                Attribute::Hidden | Attribute::Inert | Attribute::Popover => attributes.hides = true,
                Attribute::Open => attributes.open = true,
                Attribute::Scope => attributes.heads = true,
                Attribute::Dir => attributes.hides |= value.eq_ignore_ascii_case("rtl") && element != Name::Html,
                Attribute::AriaHidden => attributes.hides |= value.eq_ignore_ascii_case("true"),
                Attribute::Style => {
                    attributes.styled = true;
                    attributes.hides |= style::hides_here(value);
                }
                Attribute::Role => (attributes.picture, attributes.named) = (value == "img", true),
                Attribute::Name | Attribute::Property | Attribute::Itemprop => {
                    attributes.names_text |= READ_META.contains(&value);
                    attributes.names_day |= PUBLISHED_META.contains(&value);
                    attributes.names_revision |= MODIFIED_META.contains(&value);
                }
                Attribute::AriaLabel => (attributes.label, attributes.named) = (Some(value), true),
                Attribute::AriaLabelledby => attributes.named = true,
                _ => {}
            }
            if is_programme(attribute, name, value) {
                attributes.scripts.push(value);
            }
            if is_read(attribute) {
                attributes.texts.push(value);
            }
        }
        attributes
    }
}

/// Whether the text of an attribute is shown or read aloud.
fn is_read(attribute: Attribute) -> bool {
    matches!(
        attribute,
        Attribute::Abbr
            | Attribute::Alt
            | Attribute::AriaDescription
            | Attribute::AriaLabel
            | Attribute::AriaPlaceholder
            | Attribute::AriaRoledescription
            | Attribute::AriaValuenow
            | Attribute::AriaValuetext
            | Attribute::Label
            | Attribute::Placeholder
            | Attribute::Srcdoc
            | Attribute::Summary
            | Attribute::Title
    )
}

/// Whether an attribute holds a programme, or a page or a picture that is written in an address.
fn is_programme(attribute: Attribute, name: &str, value: &str) -> bool {
    let begins =
        |scheme: &str| value.trim_start().get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    match attribute {
        Attribute::Action
        | Attribute::Background
        | Attribute::Data
        | Attribute::Formaction
        | Attribute::Href
        | Attribute::Poster
        | Attribute::Src
        | Attribute::Srcset
        | Attribute::XlinkHref => begins("javascript:") || begins("data:"),
        Attribute::Style => value.contains("data:"),
        Attribute::Other => name.starts_with("on"),
        _ => false,
    }
}
