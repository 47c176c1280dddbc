//! A finished file is read whole; and bytes of it are changed, each in a way that one reader gets and another does not.

use super::*;
use crate::format::pdf::fixture::{self, FACES};
use crate::format::pdf::page::{Drawing, Item, Layout, Owner, Page};
use crate::format::pdf::write::write;
use lopdf::{Object, Stream};
use std::sync::LazyLock;

fn reading(bytes: &[u8]) -> Reading {
    static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| FACES.iter().cloned().map(Model::new).collect());
    read(bytes, &MODELS)
}

/// What is wrong with a Thai document after something was done to its objects.
fn after(change: impl FnOnce(&mut Document)) -> Vec<String> {
    let mut document = Document::load_mem(&write(&fixture::document("th"))).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    reading(&bytes).wrong
}

/// The same after the content of the first page was changed, which must change it.
fn after_drawing(change: impl FnOnce(String) -> String) -> Vec<String> {
    after(|document| {
        let page = document.page_iter().next().unwrap();
        let id = document.get_dictionary(page).unwrap().get(b"Contents").unwrap().as_reference().unwrap();
        let content = object::content(document.get_object(id).unwrap().as_stream().unwrap()).unwrap();
        // Each byte as the character of its number: codes of glyphs are no text.
        let before: String = content.into_iter().map(char::from).collect();
        let changed = change(before.clone());
        assert_ne!(before, changed);
        let bytes = changed.chars().map(|c| u8::try_from(c).unwrap()).collect();
        document.set_object(id, Stream::new(Dictionary::new(), bytes));
    })
}

/// Changes the dictionary or stream of an object that `is` the one.
fn change(document: &mut Document, is: impl Fn(&Document, &Dictionary) -> bool, change: impl FnOnce(&mut Object)) {
    let of = |object: &Object| object.as_dict().cloned().or_else(|_| object.as_stream().map(|stream| stream.dict.clone()));
    let found = document.objects.iter().find(|(_, object)| of(object).is_ok_and(|dictionary| is(document, &dictionary)));
    let id = *found.expect("there is such an object").0;
    change(document.objects.get_mut(&id).unwrap());
}

/// Changes the stream under a key of the Thai font.
fn change_stream(document: &mut Document, key: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) {
    let of = |dictionary: &Dictionary| dictionary.get(key.as_bytes()).and_then(Object::as_reference).ok();
    let nested = |dictionary: &Dictionary| {
        let descendants = dictionary.get(b"DescendantFonts").and_then(Object::as_array).ok()?;
        of(descendants[0].as_dict().ok()?)
    };
    let is_thai = |dictionary: &&Dictionary| {
        let name = dictionary.get(b"BaseFont").and_then(Object::as_name);
        name.is_ok_and(|name| name.ends_with(b"Sarabun-Regular"))
    };
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok()).filter(is_thai);
    let id = fonts.filter_map(|font| of(font).or_else(|| nested(font))).next().expect("the font has it");
    let before = object::content(document.get_object(id).unwrap().as_stream().unwrap()).unwrap();
    let changed = change(before.clone());
    assert_ne!(before, changed);
    document.set_object(id, Stream::new(Dictionary::new(), changed));
}

#[test]
fn a_document_is_read_as_it_is() {
    for (language, lead) in [
        ("th", "ลูกค้าเกือบร้อยละ 88 ทำให้น้ำดื่มล้ำค่า ฿500"),
        ("en", "Nearly 88% of offices — fine, efficient"),
        ("zh-Hans", "近九成（88%）的客户表示，信任更重要。"),
    ] {
        let reading = reading(&write(&fixture::document(language)));
        assert_eq!(reading.wrong, Vec::<String>::new(), "{language}");
        let block =
            reading.blocks.iter().find(|block| block.text == lead).unwrap_or_else(|| panic!("{:#?}", reading.blocks));
        assert_eq!((block.role.as_str(), block.page, block.lang.as_deref()), ("P", Some(0), Some(language)));
        let [mark] = block.marks.as_slice() else { panic!("{:?}", block.marks) };
        assert_eq!((mark.id.as_str(), mark.page, mark.href.as_deref()), ("f1", Some(0), Some("#source-survey")));
        assert!(block.text[mark.span.clone()].contains("88"));
        assert!(reading.blocks.iter().any(|block| block.heard && block.text.contains("88") && block.role.is_empty()));
    }
}

#[test]
fn the_page_of_a_figure_is_that_on_which_it_begins() {
    let page_of = |layout: &Layout| {
        let blocks = reading(&write(layout)).blocks;
        let mark = blocks.iter().flat_map(|block| &block.marks).find(|mark| mark.id == "f1").unwrap().clone();
        (mark.page, blocks.iter().find(|block| block.marks.contains(&mark)).unwrap().page)
    };
    let mut layout = fixture::document("en");
    assert_eq!(page_of(&layout), (Some(0), Some(0)));
    // A page before all others, with nothing on it.
    let first = &layout.pages[0];
    let empty = Page { width: first.width, height: first.height, ..Page::default() };
    layout.pages.insert(0, empty);
    layout.anchors.values_mut().for_each(|spot| spot.page += 1);
    layout.outline.iter_mut().for_each(|line| line.spot.page += 1);
    layout.tags.iter_mut().filter_map(|node| node.bounds.as_mut()).for_each(|bounds| bounds.0 += 1);
    assert_eq!(page_of(&layout), (Some(1), Some(1)));
    // Its link and what follows it stand on the next one: then the paragraph begins where it did, and the figure does not.
    let own = layout.tags.iter().position(|node| node.id.as_deref() == Some("f1")).unwrap();
    let is_own = |item: &Item| matches!(item.owner, Owner::Node(node) if node.0 >= own);
    let at = layout.pages[1].items.iter().position(is_own).unwrap();
    let moved = layout.pages[1].items.split_off(at);
    layout.pages[2].items.splice(0..0, moved);
    let links = std::mem::take(&mut layout.pages[1].links);
    layout.pages[2].links.extend(links);
    assert_eq!(page_of(&layout), (Some(2), Some(1)));
}

#[test]
fn page_numbers_are_no_figures_and_other_numbers_of_the_foot_are() {
    let feet = |texts: [&str; 2]| {
        let mut layout = fixture::document("en");
        for (page, text) in layout.pages.iter_mut().zip(texts) {
            page.items.last_mut().unwrap().drawing = Drawing::Run(fixture::run(1, text, 290, 800));
        }
        let blocks = reading(&write(&layout)).blocks;
        let foot = |page| blocks.iter().rfind(|block| block.page == Some(page) && block.heard).unwrap().text.clone();
        [foot(0), foot(1)]
    };
    assert_eq!(feet(["page 1 of 2", "page 2 of 2"]), ["page  of ", "page  of "]);
    for garbled in [["page 1 of 2", "page 3 of 2"], ["page 1 of 2", "page 2 of 3"], ["page 1 of 2", "2 of page 2"]] {
        assert_eq!(feet(garbled), garbled);
    }
}

#[test]
fn a_corrupted_font_is_caught() {
    // The texts of two codes change places.
    let swapped = after(|document| {
        change_stream(document, "ToUnicode", |cmap| {
            let cmap = String::from_utf8(cmap).unwrap();
            let lines: Vec<&str> =
                cmap.lines().filter(|line| line.starts_with('<') && line.len() == 12 && *line != "<0000><FFFF>").collect();
            let (one, two) = (&lines[0][6..12], &lines[1][6..12]);
            let other = format!("{}{two}\n{}{one}", &lines[0][..6], &lines[1][..6]);
            cmap.replace(&format!("{}\n{}", lines[0], lines[1]), &other).into_bytes()
        });
    });
    assert!(swapped.iter().any(|wrong| wrong.contains("is drawn as something else")), "{swapped:?}");
    // A code draws the glyph of another.
    let drawn = after(|document| {
        change_stream(document, "CIDToGIDMap", |mut glyphs| {
            glyphs.swap(3, 5);
            glyphs
        });
    });
    assert!(drawn.iter().any(|wrong| wrong.contains("is drawn as something else") || wrong.contains("width")), "{drawn:?}");
    let missing = after(|document| {
        change_stream(document, "CIDToGIDMap", |mut glyphs| {
            glyphs[2..4].fill(0);
            glyphs
        });
    });
    assert!(missing.iter().any(|wrong| wrong.contains("missing glyph")), "{missing:?}");
    // A width is another than that of its glyph.
    let wide = after(|document| {
        let is_font = |_: &Document, font: &Dictionary| {
            font.get(b"BaseFont").and_then(Object::as_name).is_ok_and(|name| name.ends_with(b"Sarabun-Regular"))
                && font.has(b"DescendantFonts")
        };
        change(document, is_font, |font| {
            let font = font.as_dict_mut().unwrap().get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap();
            let widths = font[0].as_dict_mut().unwrap().get_mut(b"W").unwrap().as_array_mut().unwrap();
            widths[1].as_array_mut().unwrap()[0] = Object::Integer(777);
        });
    });
    assert!(wide.iter().any(|wrong| wrong.contains("width")), "{wide:?}");
}

#[test]
fn a_corrupted_actual_text_is_caught() {
    let told = after_drawing(|content| content.replacen("\u{e}I\u{e}3", "\u{e}H\u{e}3", 1));
    assert!(told.iter().any(|wrong| wrong.contains("a reader is told")), "{told:?}");
}

#[test]
fn what_nobody_sees_is_caught() {
    let says = |wrong: &[String], what: &str| assert!(wrong.iter().any(|wrong| wrong.contains(what)), "{what}: {wrong:?}");
    says(&after_drawing(|content| content.replacen(" Td\n", " Td\n3 Tr\n", 1)), "`Tr`");
    says(&after_drawing(|content| content.replacen(" 10.5 Tf", " 0.5 Tf", 1)), "too small");
    says(&after_drawing(|content| content.replacen("\n72 ", "\n-72 ", 1)), "beside the page");
    says(&after_drawing(|content| content.replacen("0 0 0 rg", "1 1 1 rg", 1)), "colour of what is behind");
    says(&after_drawing(|content| content + "\n/Artifact <</Type/Layout>> BDC\n0 0 600 850 re\nf\nEMC"), "painted over");
    says(&after_drawing(|content| content + "\n/X Do"), "`Do`");
    says(&after_drawing(|content| content + "\nq 0 0 1 1 re W n"), "is not understood");
}

#[test]
fn text_that_is_drawn_in_another_place_is_caught() {
    // The second run of the paragraph, to the right of its place.
    let second = |content: String| {
        let (before, rest) = content.split_once("/Link <<").unwrap();
        let (tag, rest) = rest.split_once(" 0 Td").unwrap();
        format!("{before}/Link <<{tag} 0 Td\n200 0 Td{rest}")
    };
    let moved = after_drawing(second);
    assert!(moved.iter().any(|wrong| wrong.contains("stands apart")), "{moved:?}");
    let lower = after_drawing(|content| content.replacen("\n128 0 Td", "\n-52 0 Td", 1));
    assert!(lower.iter().any(|wrong| wrong.contains("stands before")), "{lower:?}");
}

#[test]
fn another_structure_is_caught() {
    let role = |role: &'static str| {
        move |_: &Document, element: &Dictionary| {
            element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role.as_bytes())
        }
    };
    let kids = |object: &mut Object| object.as_dict_mut().unwrap().get_mut(b"K").unwrap().as_array_mut().unwrap().reverse();
    assert_ne!(after(|document| change(document, role("P"), kids)), Vec::<String>::new());
    let lost = after(|document| {
        change(document, role("H1"), |element| drop(element.as_dict_mut().unwrap().remove(b"K")));
    });
    assert!(lost.iter().any(|wrong| wrong.contains("in no element")), "{lost:?}");
    let elsewhere = after(|document| {
        let is_link = |_: &Document, link: &Dictionary| link.has(b"Dest") && link.has(b"Contents");
        change(document, is_link, |link| drop(link.as_dict_mut().unwrap().remove(b"StructParent")));
    });
    assert!(elsewhere.iter().any(|wrong| wrong.contains("in another element")), "{elsewhere:?}");
}

#[test]
fn what_a_file_of_text_does_not_need_is_caught() {
    let is_catalog = |_: &Document, catalog: &Dictionary| catalog.has(b"StructTreeRoot");
    let acting = after(|document| {
        change(document, is_catalog, |catalog| catalog.as_dict_mut().unwrap().set("OpenAction", Object::Null));
    });
    assert!(acting.iter().any(|wrong| wrong.contains("`OpenAction`")), "{acting:?}");
    let titled = after(|document| {
        let is_info = |_: &Document, info: &Dictionary| info.has(b"Producer");
        change(document, is_info, |info| info.as_dict_mut().unwrap().set("Title", Object::string_literal("78%")));
    });
    assert!(titled.iter().any(|wrong| wrong.contains("two things about its title")), "{titled:?}");
}

#[test]
fn bytes_that_are_no_file_are_said_to_be_none() {
    let bytes = write(&fixture::document("en"));
    for length in [0, 10, bytes.len() / 2, bytes.len() - 20] {
        assert_ne!(reading(&bytes[..length]).wrong, Vec::<String>::new(), "{length}");
    }
}

#[test]
fn a_file_with_any_byte_changed_is_read_to_its_end() {
    let mut bytes = write(&fixture::document("en"));
    let whole = reading(&bytes);
    let mut noticed = 0;
    for place in (0..bytes.len()).step_by(211) {
        bytes[place] ^= 0x15;
        noticed += usize::from(reading(&bytes) != whole);
        bytes[place] ^= 0x15;
    }
    assert!(noticed * 211 > bytes.len() / 2, "{noticed} of {}", bytes.len() / 211);
}
