//! What a document says about itself: its metadata for people and machines, its standards, its colours, the files that it carries.

use super::{icc, name, text};
use crate::format::pdf::page::{Attachment, Layout};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use std::fmt::Write;

/// The program, as documents name it: without a version, so that the same input gives the same bytes.
const PROGRAM: &str = "numerate";

/// Adds all of it.
pub(super) fn add(document: &mut Document, catalog: &mut Dictionary, layout: &Layout) {
    let metadata = &layout.metadata;
    let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let packet = Stream::new(about, xmp(layout).into_bytes()).with_compression(false);
    catalog.set("Metadata", document.add_object(packet));
    catalog.set("Lang", text(&metadata.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    let literal = |text: &str| Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => literal("sRGB"),
        "Info" => literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![intent.into()]);
    let mut info = dictionary! { "Title" => text(&metadata.title), "Creator" => text(PROGRAM), "Producer" => text(PROGRAM) };
    for (key, value) in [("Author", &metadata.author), ("Subject", &metadata.summary)] {
        if let Some(value) = value {
            info.set(key, text(value));
        }
    }
    if let Some(date) = metadata.published {
        let date = literal(&format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day()));
        info.set("CreationDate", date.clone());
        info.set("ModDate", date);
    }
    let id =
        document.trailer.get(b"Info").and_then(Object::as_reference).expect("printpdf writes an information dictionary");
    document.set_object(id, info);
}

/// Adds the files that the document carries, as associated files of the whole (ISO 19005-3, 6.8); their names.
pub(super) fn attach(document: &mut Document, catalog: &mut Dictionary, layout: &Layout) -> Dictionary {
    let mut files: Vec<(&str, ObjectId)> =
        layout.attachments.iter().map(|attachment| (attachment.name.as_str(), file(document, layout, attachment))).collect();
    files.sort_unstable();
    let references: Vec<Object> = files.iter().map(|(_, id)| (*id).into()).collect();
    let names: Vec<Object> = files.iter().flat_map(|(name, id)| [text(name), (*id).into()]).collect();
    catalog.set("AF", references);
    dictionary! { "Names" => names }
}

fn file(document: &mut Document, layout: &Layout, attachment: &Attachment) -> ObjectId {
    let mut parameters = dictionary! { "Size" => attachment.bytes.len() as i64 };
    if let Some(date) = layout.metadata.published {
        let date = format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day());
        parameters.set("ModDate", text(&date));
    }
    let about = dictionary! { "Type" => "EmbeddedFile", "Subtype" => name(attachment.media_type), "Params" => parameters };
    let stream = document.add_object(Stream::new(about, attachment.bytes.clone()));
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text(&attachment.name),
        "UF" => text(&attachment.name),
        "Desc" => text(&attachment.description),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

/// The metadata as XMP (ISO 16684-1). PDF/A wants a description of every property that it does not know: here, that of PDF/UA.
fn xmp(layout: &Layout) -> String {
    let metadata = &layout.metadata;
    let part = if layout.attachments.is_empty() { 2 } else { 3 };
    let mut xmp = String::from(BEFORE);
    let mut push = |arguments: std::fmt::Arguments<'_>| xmp.write_fmt(arguments).expect("a string takes all");
    push(format_args!("<dc:format>application/pdf</dc:format>\n"));
    let alternative = |value: &str| format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>", Escaped(value));
    push(format_args!("<dc:title>{}</dc:title>\n", alternative(&metadata.title)));
    if let Some(summary) = &metadata.summary {
        push(format_args!("<dc:description>{}</dc:description>\n", alternative(summary)));
    }
    if let Some(author) = &metadata.author {
        push(format_args!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", Escaped(author)));
    }
    if let Some(url) = &metadata.url {
        push(format_args!("<dc:identifier>{}</dc:identifier>\n", Escaped(url)));
    }
    push(format_args!("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", Escaped(&metadata.language)));
    if let Some(date) = metadata.published {
        push(format_args!(
            "<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>\n<xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>\n"
        ));
    }
    push(format_args!("<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>\n<pdf:Producer>{PROGRAM}</pdf:Producer>\n"));
    push(format_args!("<pdfaid:part>{part}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"));
    xmp.push_str(BEHIND);
    xmp
}

/// Text escaped for XML; a character that XML 1.0 has no place for is left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '\t' | '\n' | '\r' => f.write_str(" "),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => Ok(()),
            character => f.write_char(character),
        })
    }
}

const BEFORE: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";

const BEHIND: &str = "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n\
<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n\
</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
