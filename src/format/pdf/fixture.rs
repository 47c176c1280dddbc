//! Small documents that are laid out by hand, for the tests of the writer and of the reader.

use super::face::Face;
use super::page::*;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// Thai, Latin, Chinese, in this order.
pub(crate) static FACES: LazyLock<Vec<Arc<Face>>> = LazyLock::new(|| {
    let files: [&'static [u8]; 3] = [
        include_bytes!("../../../assets/fonts/Sarabun-Regular.ttf"),
        include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
        include_bytes!("../../../assets/fonts/NotoSansSC-Regular.subset.ttf"),
    ];
    files.into_iter().map(|file| Arc::new(Face::new(file).expect("the bundled fonts are fonts"))).collect()
});

/// A text as a run at a place.
pub(crate) fn run(face: usize, text: &str, x: i32, y: i32) -> Run {
    let source = harfrust::font::Source::from(FACES[face].data.to_vec());
    let font = harfrust::Font::new(source, 0).expect("the bundled fonts are fonts");
    let mut buffer = harfrust::Buffer::new();
    buffer.set_cluster_level(harfrust::ClusterLevel::MonotoneCharacters);
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaper = harfrust::ShaperFont::new(&font);
    harfrust::shape(&shaper, &mut buffer, harfrust::ShapeOptions::new()).expect("the text can be shaped");
    let (infos, places) = (buffer.glyph_infos(), buffer.glyph_positions());
    let end = |start: u32| infos.iter().map(|info| info.cluster).filter(|cluster| *cluster > start).min();
    let glyph = |(info, place): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| Glyph {
        gid: info.glyph_id as u16,
        advance: place.x_advance,
        x: place.x_offset,
        y: place.y_offset,
        text: info.cluster..end(info.cluster).unwrap_or(text.len() as u32),
    };
    let glyphs = infos.iter().zip(places).map(glyph).collect();
    let origin = Point { x: Length::pt(x), y: Length::pt(y) };
    Run { face, size: Length(10_500), colour: Colour::BLACK, origin, text: text.to_owned(), glyphs }
}

/// Two pages with a heading, paragraphs, a figure of the ledger with a link, a list, a table, a picture and page numbers.
pub(crate) fn document(language: &str) -> Layout {
    let face = ["th", "en", "zh-Hans"].iter().position(|known| *known == language).expect("the fixture speaks it");
    let words: [&str; 8] = match language {
        "th" => ["ลูกค้ากับน้ำใจ", "ลูกค้าเกือบ", "ร้อยละ 88", " ทำให้น้ำดื่มล้ำค่า ฿500", "กตัญญูรู้คุณ ที่ปรึกษา", "ชื่อ", "ค่า", "แผนภูมิ: 88"],
        "en" => [
            "Customers & trust",
            "Nearly ",
            "88%",
            " of offices — fine, efficient",
            "It is “so” (really).",
            "Name",
            "Value",
            "Chart: 88",
        ],
        _ => ["客户与信任", "近九成（", "88%", "）的客户表示，信任更重要。", "“是的”——《标题》", "名称", "数值", "图：88"],
    };
    let mut tags: Vec<Node> = vec![Node::new(None, Role::Document)];
    let mut node = |parent: usize, role: Role| {
        tags.push(Node::new(Some(NodeId(parent)), role));
        tags.len() - 1
    };
    let heading = node(0, Role::Heading(1));
    let paragraph = node(0, Role::Paragraph);
    let figure = node(paragraph, Role::Span);
    let link = node(figure, Role::Link);
    let list = node(0, Role::List(Numbering::Disc));
    let item = node(list, Role::Item);
    let (label, body) = (node(item, Role::Label), node(item, Role::ItemBody));
    let table = node(0, Role::Table);
    let (head, rows) = (node(table, Role::Thead), node(table, Role::Tbody));
    let tr = node(head, Role::Tr);
    let (first, second) = (node(tr, Role::Th(Scope::Column)), node(tr, Role::Th(Scope::Column)));
    let tr = node(rows, Role::Tr);
    let (third, fourth) = (node(tr, Role::Th(Scope::Row)), node(tr, Role::Td));
    let picture = node(0, Role::Figure);
    let last = node(0, Role::Paragraph);
    let bounds = Rect { x: Length::pt(72), y: Length::pt(260), width: Length::pt(200), height: Length::pt(60) };
    (tags[figure].id, tags[picture].alt) = (Some("f1".to_owned()), Some(words[7].to_owned()));
    tags[picture].bounds = Some((0, bounds));
    tags[last].lang = Some("en".to_owned());
    let own = |node: usize, drawing: Drawing| Item { owner: Owner::Node(NodeId(node)), drawing };
    let text = |node: usize, face: usize, text: &str, x: i32, y: i32| own(node, Drawing::Run(run(face, text, x, y)));
    // The runs of a line, each where the one before ends.
    let line = |runs: [(usize, &str); 3], x: i32, y: i32| {
        let mut end = Length::pt(x);
        runs.map(|(node, text)| {
            let mut run = run(face, text, x, y);
            run.origin.x = end;
            end += run.glyphs.iter().map(|glyph| run.size.of_units(glyph.advance, 1000)).sum();
            own(node, Drawing::Run(run))
        })
    };
    let [lead, amount, behind] = line([(paragraph, words[1]), (link, words[2]), (paragraph, words[3])], 72, 130);
    let corner = |x: i32, y: i32| Point { x: Length::pt(x), y: Length::pt(y) };
    let path = Path {
        segments: vec![
            Segment::Move(corner(72, 320)),
            Segment::Line(corner(172, 270)),
            Segment::Curve(corner(200, 260), corner(230, 300), corner(272, 320)),
            Segment::Close,
        ],
        fill: Some(Colour([0x33, 0x66, 0x99])),
        stroke: Some((Colour::BLACK, Length(500))),
    };
    let rule = Rect { x: Length::pt(72), y: Length::pt(196), width: Length::pt(300), height: Length(500) };
    let items = vec![
        text(heading, face, words[0], 72, 100),
        lead,
        amount,
        behind,
        text(label, 1, "•", 72, 160),
        text(body, face, words[4], 90, 160),
        Item { owner: Owner::Layout, drawing: Drawing::Rect(rule, Colour([0x80; 3])) },
        text(first, face, words[5], 72, 190),
        text(second, face, words[6], 200, 190),
        text(third, face, words[5], 72, 210),
        text(fourth, face, "7", 200, 210),
        own(picture, Drawing::Rect(bounds, Colour([0xEE; 3]))),
        own(picture, Drawing::Path(path)),
        Item { owner: Owner::Footer, drawing: Drawing::Run(run(1, "1", 290, 800)) },
    ];
    let area = Rect { x: Length::pt(150), y: Length::pt(118), width: Length::pt(50), height: Length::pt(16) };
    let target = Target::Anchor("source-survey".to_owned());
    let links = vec![Link { area, target, node: NodeId(link), contents: words[2].to_owned() }];
    let (width, height) = (Length::mm(210), Length::mm(297));
    let items_behind = vec![
        text(last, 1, "The fine print, https://example.org", 72, 100),
        Item { owner: Owner::Footer, drawing: Drawing::Run(run(1, "2", 290, 800)) },
    ];
    let spot = |page: usize, y: i32| Spot { page, y: Length::pt(y) };
    Layout {
        metadata: Metadata {
            title: words[0].to_owned(),
            language: language.to_owned(),
            author: Some("numerate".to_owned()),
            summary: None,
            url: Some(format!("https://numerate.example/{language}/trust/")),
            published: Some(jiff::civil::date(2026, 11, 22)),
        },
        faces: FACES.clone(),
        pages: vec![Page { width, height, items, links }, Page { width, height, items: items_behind, links: Vec::new() }],
        tags,
        anchors: BTreeMap::from([("source-survey".to_owned(), spot(1, 88))]),
        outline: vec![
            Bookmark { level: 1, title: words[0].to_owned(), spot: spot(0, 80) },
            Bookmark { level: 2, title: words[5].to_owned(), spot: spot(0, 180) },
            Bookmark { level: 2, title: words[6].to_owned(), spot: spot(1, 80) },
            Bookmark { level: 1, title: words[4].to_owned(), spot: spot(1, 200) },
        ],
        attachments: Vec::new(),
    }
}
