//! What a reader gets of a feed or a site map.
//!
//! In: its bytes. Out: its texts, one piece for each element that has any, in the language that it declares, and what it tells
//! machines of pages. What can go wrong: bytes that are no well-formed XML, which programs take in different ways or not at all.

use super::reading::{Means, Piece, Reading, Told};
use crate::diagnostic::{Code, Finding, SourceText};
use crate::model::Document;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::rc::Rc;
use std::str::Utf8Error;

/// Elements that speak of a page.
const PAGES: &[&str] = &["entry", "feed", "sitemap", "url"];

/// Attributes that name things for machines.
const NAMES: &[&str] = &["href", "hreflang", "rel", "type", "xml:lang"];

/// An element that is open.
#[derive(Default)]
struct Frame {
    name: String,
    text: String,
    lang: Option<Rc<str>>,
    /// The page that it speaks of, by its position.
    page: Option<usize>,
}

/// Reads a finished file; a finding if it is no XML.
pub(super) fn read_document<'p>(
    document: &'p Document,
    text: Result<&'p str, Utf8Error>,
    _: &Means<'_>,
) -> Result<Reading<'p>, Box<Finding>> {
    let broken = |code, at: usize, message: String| {
        let text = String::from_utf8_lossy(&document.bytes);
        let at = text.floor_char_boundary(at);
        Box::new(Finding::new(code, SourceText::new(&document.path, text.as_ref()).at(at..at), message))
    };
    let xml =
        text.map_err(|error| broken(Code::NotUtf8, error.valid_up_to(), "the finished file is not UTF-8".to_owned()))?;
    read(xml).map_err(|(at, message)| broken(Code::ReadersDiffer, at, format!("the file is not well-formed XML: {message}")))
}

/// Reads XML; where it is broken, and how.
fn read(xml: &str) -> Result<Reading<'static>, (usize, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let (mut reading, mut open) = (Reading::default(), vec![Frame::default()]);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
        let broken = |message: String| (at, message);
        let last = open.last_mut().expect("the document itself stays open");
        match reader.read_event().map_err(|error| broken(error.to_string()))? {
            Event::Start(tag) => {
                let frame = start(&tag, last, &mut reading).map_err(broken)?;
                open.push(frame);
            }
            Event::End(_) => {
                let frame = open.pop().filter(|_| !open.is_empty());
                end(frame.ok_or_else(|| broken("an element ends that did not begin".to_owned()))?, &mut reading);
            }
            Event::Text(text) => last.text.push_str(&text.xml10_content()),
            Event::CData(text) => last.text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|error| broken(error.to_string()))?;
                let predefined = || quick_xml::escape::resolve_xml_entity(&name);
                match (character, predefined()) {
                    (Some(character), _) => last.text.push(character),
                    (None, Some(text)) => last.text.push_str(text),
                    (None, None) => return Err(broken(format!("`&{};` is not known", &*name))),
                }
            }
            Event::Eof if open.len() == 1 => {
                end(open.remove(0), &mut reading);
                return Ok(reading);
            }
            Event::Eof => return Err(broken("an element does not end".to_owned())),
            Event::PI(_) | Event::DocType(_) => reading.differing.push("the file tells programs how to read it".to_owned()),
            Event::Decl(_) | Event::Comment(_) | Event::Empty(_) => {}
        }
    }
}

fn start(tag: &BytesStart<'_>, around: &Frame, reading: &mut Reading<'_>) -> Result<Frame, String> {
    let name = tag.local_name().as_ref().to_owned();
    let mut frame = Frame { name, text: String::new(), lang: around.lang.clone(), page: around.page };
    if PAGES.contains(&frame.name.as_str()) {
        frame.page = Some(reading.told.len());
        reading.told.push(Told::default());
    }
    let (mut rel, mut hreflang, mut href) = (String::new(), String::new(), String::new());
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        match attribute.key.as_ref() {
            "xml:lang" => frame.lang = Some(Rc::from(&*value)),
            "rel" => rel = value.into_owned(),
            "hreflang" => hreflang = value.into_owned(),
            "href" => href = value.into_owned(),
            name if NAMES.contains(&name) || name.starts_with("xmlns") => {}
            _ => reading.pieces.push(piece(&value, frame.lang.clone(), true)),
        }
    }
    if let Some(page) = frame.page.filter(|_| rel == "alternate") {
        reading.told[page].alternates.push((hreflang, href));
    }
    Ok(frame)
}

fn end(frame: Frame, reading: &mut Reading<'_>) {
    let text = frame.text.trim_ascii();
    let Some(page) = frame.page.and_then(|page| reading.told.get_mut(page)) else {
        return reading.pieces.extend((!text.is_empty()).then(|| piece(text, frame.lang, false)));
    };
    match frame.name.as_str() {
        "id" | "loc" => page.url = text.to_owned(),
        "published" => page.published = Some(text.to_owned()),
        "updated" | "lastmod" => page.modified = Some(text.to_owned()),
        "uri" => {}
        _ if text.is_empty() => {}
        _ => reading.pieces.push(piece(text, frame.lang, false)),
    }
}

fn piece(text: &str, lang: Option<Rc<str>>, attribute: bool) -> Piece<'static> {
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").into();
    Piece { text, attribute, lang, ..Piece::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: &str = r#"<?xml version="1.0"?><feed xml:lang="th"><id>https://x/th/</id><updated>2026-11-22T00:00:00Z</updated>
        <entry><id>https://x/th/a/</id><title>a &amp; &#x62;</title><link rel="alternate" hreflang="th" href="https://x/th/a/"/>
        <summary type="xhtml"><div><p>ร้อยละ 88</p></div></summary></entry></feed>"#;

    #[test]
    fn a_feed_says_texts_to_people_and_days_to_machines() {
        let reading = read(FEED).unwrap();
        let texts: Vec<_> = reading.pieces.iter().map(|piece| (piece.text.as_ref(), piece.lang.as_deref())).collect();
        assert_eq!(texts, [("a & b", Some("th")), ("ร้อยละ 88", Some("th"))]);
        assert_eq!(reading.told[0].modified.as_deref(), Some("2026-11-22T00:00:00Z"));
        assert_eq!(reading.told[1].alternates, [("th".to_owned(), "https://x/th/a/".to_owned())]);
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for broken in ["<a>", "<a></b>", "</a>", "<a>&unknown;</a>", "<a b='1' b='2'/>", "<a>&#xFFFFFFFF;</a>"] {
            assert!(read(broken).is_err(), "{broken}");
        }
        assert!(!read("<!DOCTYPE a [<!ENTITY b '62%'>]><a/>").unwrap().differing.is_empty());
    }

    #[test]
    fn nothing_that_is_shown_is_left_out() {
        let text = |xml: &str| read(xml).unwrap().pieces.into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(text("<a label='7'>1<b>2</b><![CDATA[3]]></a>"), ["7", "2", "13"]);
    }
}
