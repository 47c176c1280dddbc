//! What every layout promises, whatever it is given.

use super::*;
use crate::format::Words;
use crate::format::pdf::manuscript::{Note, Said, Sources};
use crate::format::pdf::page::{Drawing, Run};
use crate::model::body::{Align, Block, BodyFigure, Inline, Origin};
use crate::model::{Body, MessageId, SourceId, StatId};
use std::collections::{BTreeMap, BTreeSet};

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn paragraph(of: &str) -> Block {
    Block::Paragraph(vec![text(of)])
}

fn heading(level: u8, of: &str) -> Block {
    Block::Heading { level, id: String::new(), inlines: vec![text(of)] }
}

fn figure(of: &str) -> BodyFigure {
    BodyFigure {
        origin: Origin::Stat(StatId::new("trust")),
        construct: "percent",
        quantity: None,
        truth: None,
        sources: [SourceId::new("survey")].into(),
        unverified: true,
        text: of.into(),
        message: MessageId::new("x-body"),
    }
}

fn lay_out(tag: &str, blocks: Vec<Block>, figures: Vec<BodyFigure>) -> (Layout, Vec<Missing>) {
    let (layout, flaws) = lay_out_any(tag, blocks, figures);
    assert_eq!(flaws.wide, Vec::new());
    check_places(&layout);
    (layout, flaws.missing)
}

/// Lays out what may not be printable.
fn lay_out_any(tag: &str, blocks: Vec<Block>, figures: Vec<BodyFigure>) -> (Layout, Flaws) {
    let body = Body { blocks, figures, ..Body::default() };
    let words = Words {
        tag: tag.to_owned(),
        unverified: "unverified".to_owned(),
        table: "table".to_owned(),
        page_number: "Page \u{1} of \u{2}".to_owned(),
        ..Words::default()
    };
    let said = |text: &str| Said { text: text.to_owned(), ..Said::default() };
    let note = Note {
        anchor: "source-survey".to_owned(),
        producer: said("Salesforce"),
        title: said("Connected Customer"),
        url: Some("https://example.org/".to_owned()),
        facts: vec![("Sample".to_owned(), said("16,936"))],
        cited: body.figures.first().map(|_| ("f1".to_owned(), "Trust".to_owned())).into_iter().collect(),
    };
    let sources = Sources { heading: "Sources".to_owned(), note: None, notes: vec![note], cited_in: "Cited in".to_owned() };
    let manuscript = Manuscript {
        tag,
        body: &body,
        words: &words,
        title: "Trust".to_owned(),
        summary: String::new(),
        site: "Site".to_owned(),
        url: "https://example.org/th/trust/".to_owned(),
        published: jiff::civil::date(2026, 11, 22),
        dateline: "22 November 2026".to_owned(),
        sources,
    };
    let (layout, flaws) = layout(&manuscript, &Print::default(), &Fonts::new(&Print::default()));
    check(&layout);
    (layout, flaws)
}

/// The runs of a page that readers read, with the positions of their nodes.
fn runs(layout: &Layout, page: usize) -> impl Iterator<Item = (usize, &Run)> {
    layout.pages[page].items.iter().filter_map(|item| match (&item.owner, &item.drawing) {
        (Owner::Node(node), Drawing::Run(run)) => Some((node.0, run)),
        _ => None,
    })
}

/// All that is read, in order.
fn read(layout: &Layout) -> String {
    (0..layout.pages.len()).flat_map(|page| runs(layout, page)).map(|(_, run)| run.text.as_str()).collect()
}

/// The lines of a document: runs on one baseline of one block.
fn lines(layout: &Layout) -> Vec<String> {
    let mut lines: Vec<((usize, Length), String)> = Vec::new();
    for page in 0..layout.pages.len() {
        for (_, run) in runs(layout, page).filter(|(_, run)| !run.text.contains('†')) {
            let key = (page, run.origin.y);
            match lines.last_mut() {
                Some((known, line)) if *known == key => line.push_str(&run.text),
                _ => lines.push((key, run.text.clone())),
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// What the writer relies on.
fn check(layout: &Layout) {
    assert!(!layout.pages.is_empty());
    for (index, node) in layout.tags.iter().enumerate() {
        assert!(node.parent.is_some_and(|parent| parent.0 < index) || index == 0);
    }
    for page in &layout.pages {
        for item in &page.items {
            let Drawing::Run(run) = &item.drawing else { continue };
            let mut end = 0;
            for glyph in &run.glyphs {
                assert_ne!(glyph.gid, 0, "{}", run.text);
                assert!(glyph.text.start == end || run.glyphs.iter().any(|other| *other == *glyph && other.text.end == end));
                end = glyph.text.end;
            }
            assert_eq!(end as usize, run.text.len(), "clusters cover {:?}", run.text);
            assert!(run.origin.y.0 > 0 && run.origin.y <= page.height, "{} stands outside of the page", run.text);
        }
        for link in &page.links {
            assert!(layout.tags[link.node.0].role == Role::Link && !link.contents.is_empty());
            if let crate::format::pdf::page::Target::Anchor(name) = &link.target {
                assert!(layout.anchors.contains_key(name), "{name}");
            }
        }
    }
    let ids: Vec<_> = layout.tags.iter().filter_map(|node| node.id.as_deref()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

/// Nothing that is read lies upon something else or beside the page.
fn check_places(layout: &Layout) {
    for (number, page) in layout.pages.iter().enumerate() {
        let mut lines: BTreeMap<Length, Vec<(Length, Length, &str)>> = BTreeMap::new();
        for (_, run) in runs(layout, number) {
            let face = &layout.faces[run.face];
            let spaces = run.text.len() - run.text.trim_end().len();
            let seen = run.glyphs.iter().filter(|glyph| (glyph.text.start as usize) < run.text.len() - spaces);
            let width: i32 = seen.map(|glyph| glyph.advance).sum();
            let end = run.origin.x + run.size.of_units(width, face.units_per_em);
            assert!(run.origin.x.0 >= 0 && end <= page.width, "{} stands beside the page", run.text);
            lines.entry(run.origin.y).or_default().push((run.origin.x, end, &run.text));
        }
        for line in lines.values_mut() {
            line.sort();
            for pair in line.windows(2) {
                // A kerned letter may lean over its neighbour by a little.
                assert!(pair[0].1 <= pair[1].0 + Length::pt(1), "{:?} lies upon {:?}", pair[0], pair[1]);
            }
        }
    }
}

const THAI: &str =
    "ลูกค้าส่วนใหญ่บอกว่าประสบการณ์สำคัญพอ ๆ กับสินค้า ธรรมาภิบาลและความโปร่งใสทำให้คนไว้วางใจบริษัทในกรุงเทพฯ มากกว่าเดิม น้ำใจก็เช่นกัน ";
const CHINESE: &str = "多数客户表示，体验与产品同样重要（见《报告》）。他们说：“信任——尤其在变动时期……非常重要！”在2016—2020年间，约有88%的客户更加信任企业。";
const ENGLISH: &str = "Most customers say that the experience matters as much as the product; transparency and accountability earn their trust. ";

#[test]
fn all_that_the_body_says_is_read() {
    for (tag, sentence) in [("th", THAI), ("zh-Hans", CHINESE), ("en", ENGLISH)] {
        let long = sentence.repeat(30);
        let inlines = vec![
            text(&long),
            Inline::Strong(vec![text("ก"), Inline::Emphasis(vec![text("b")])]),
            Inline::Figure(0),
            Inline::Link { url: "../x/".to_owned(), inlines: vec![text("信任"), Inline::Figure(1)] },
            Inline::Break,
            Inline::Code("x < 1".to_owned()),
        ];
        let blocks = vec![heading(1, "Trust"), Block::Paragraph(inlines)];
        let (layout, missing) = lay_out(tag, blocks, vec![figure("ร้อยละ 88"), figure("62%")]);
        assert!(missing.is_empty(), "{missing:?}");
        let read = read(&layout).replace('\u{ad}', "");
        assert!(read.contains(&format!("Trust{long}กbร้อยละ 88†信任62%† x < 1")), "{tag}: {read}");
        assert!(layout.pages.len() > 1);
        let targets: Vec<_> =
            layout.pages.iter().flat_map(|page| &page.links).map(|link| format!("{:?}", link.target)).collect();
        assert!(targets.iter().any(|target| target.contains("https://example.org/th/trust/../x/")), "{targets:?}");
    }
}

#[test]
fn chinese_lines_begin_and_end_as_they_may() {
    for shift in 0..12 {
        let (layout, _) = lay_out("zh-Hans", vec![paragraph(&("信".repeat(shift) + &CHINESE.repeat(8)))], Vec::new());
        for line in lines(&layout) {
            let (first, last) = (line.chars().next().unwrap(), line.chars().next_back().unwrap());
            assert!(!"，。、；：？！）》”～·％%…—".contains(first), "{line}");
            assert!(!"（《“".contains(last), "{line}");
            assert!(!line.ends_with("2016") && !line.ends_with("88"), "{line}");
        }
    }
}

#[test]
fn chinese_lines_are_not_drawn_apart() {
    for shift in 0..40 {
        let inlines = vec![text(&"信".repeat(20 + shift)), Inline::Figure(0), text(&CHINESE.repeat(2))];
        let (layout, _) = lay_out("zh-Hans", vec![Block::Paragraph(inlines)], vec![figure("2022年11月10日至12月31日")]);
        let runs = runs(&layout, 0).filter(|(_, run)| run.text.starts_with('信'));
        // A Han character is an em of 1000 units wide; a quarter is what it may be given, an eighth stands beside a figure.
        let widest = runs.flat_map(|(_, run)| run.glyphs.iter().map(|glyph| glyph.advance)).max();
        assert!(widest.is_some_and(|advance| advance <= 1000 + 250 + 125), "{shift}: {widest:?}");
    }
}

#[test]
fn thai_lines_end_between_words() {
    for shift in 0..12 {
        let (layout, _) = lay_out("th", vec![paragraph(&("ก ".repeat(shift) + &THAI.repeat(8)))], Vec::new());
        for line in lines(&layout) {
            let whole = ["ประสบ|การณ์", "ธรรมา|ภิบาล", "กรุงเทพ|ฯ", "พอ |ๆ", "โปร่ง|ใส", "ลูก|ค้า", "บริ|ษัท"];
            for (before, after) in whole.iter().filter_map(|word| word.split_once('|')) {
                assert!(!line.ends_with(before) || !before.ends_with(|c: char| c != ' '), "{line}");
                assert!(!line.starts_with(after), "{line}");
            }
        }
    }
}

#[test]
fn short_figures_stay_on_one_line() {
    for shift in 0..40 {
        let inlines = vec![text(&"x ".repeat(60 + shift)), Inline::Figure(0), text(" and so on, and so on")];
        let (layout, _) = lay_out("en", vec![Block::Paragraph(inlines)], vec![figure("nearly 1.2 million")]);
        assert!(lines(&layout).iter().any(|line| line.contains("nearly 1.2 million")), "{:?}", lines(&layout));
    }
}

#[test]
fn two_lines_at_least_stand_on_each_side_of_a_page_and_headings_stand_with_their_text() {
    for fill in 0..12 {
        let mut blocks = vec![heading(1, "Trust")];
        for part in 0..8 {
            blocks.extend([heading(2, "Heading"), paragraph(&ENGLISH.repeat(3 + (part * 5 + fill) % 7))]);
        }
        let (layout, _) = lay_out("en", blocks, Vec::new());
        let mut pages: BTreeMap<usize, BTreeMap<usize, BTreeSet<Length>>> = BTreeMap::new();
        for page in 0..layout.pages.len() {
            for (node, run) in runs(&layout, page) {
                pages.entry(node).or_default().entry(page).or_default().insert(run.origin.y);
            }
        }
        let split = pages.values().filter(|pages| pages.len() > 1);
        assert!(split.clone().all(|pages| pages.values().all(|lines| lines.len() >= 2)), "{fill}");
        for page in 0..layout.pages.len() {
            let last = runs(&layout, page).last().map(|(node, _)| layout.tags[node].role);
            assert!(!matches!(last, Some(Role::Heading(_))), "page {page} ends with a heading");
        }
    }
}

fn table(rows: usize, columns: usize) -> Block {
    let cell = |text: String| vec![Inline::Text(text)];
    let head = (0..columns).map(|column| cell(format!("Column {column}"))).collect();
    let rows = (0..rows).map(|row| (0..columns).map(|column| cell(format!("cell {row}-{column}"))).collect());
    Block::Table { align: vec![Align::Start; columns], head, rows: rows.collect() }
}

#[test]
fn no_page_begins_with_a_rule() {
    let mut turned = 0;
    for lines in 0..60 {
        let blocks = vec![paragraph(&"words ".repeat(9 * lines)), Block::Rule, paragraph(ENGLISH)];
        let (layout, _) = lay_out("en", blocks, Vec::new());
        let is_rule = |item: &&crate::format::pdf::page::Item| matches!((&item.owner, &item.drawing), (Owner::Layout, Drawing::Rect(rect, _)) if rect.height == Length(700));
        let drawn: Vec<usize> = layout
            .pages
            .iter()
            .map(|page| page.items.iter().position(|item| is_rule(&item)).unwrap_or(usize::MAX))
            .collect();
        assert!(drawn.iter().all(|first| *first > 0), "{lines}: {drawn:?}");
        // It stands where there is text on either side, and nowhere else.
        let is_first = runs(&layout, layout.pages.len() - 1).next().is_some_and(|(_, run)| run.text.starts_with("Most"));
        let rules = layout.pages.iter().flat_map(|page| &page.items).filter(is_rule).count();
        assert!(rules == 1 || is_first, "{lines}: {rules}");
        turned += usize::from(rules == 0);
    }
    assert!(turned > 0);
}

#[test]
fn a_table_repeats_its_header_and_divides_no_row() {
    let (layout, _) = lay_out("en", vec![table(120, 3)], Vec::new());
    assert!(layout.pages.len() > 2);
    let header = |page: usize| {
        layout.pages[page].items.iter().any(|item| {
            item.owner == Owner::Layout && matches!(&item.drawing, Drawing::Run(run) if run.text.starts_with("Column 0"))
        })
    };
    assert!(!header(0) && header(1) && header(2));
    for row in 0..120 {
        let cells = (0..3).map(|column| format!("cell {row}-{column}"));
        let mut pages =
            cells.map(|cell| (0..layout.pages.len()).find(|page| runs(&layout, *page).any(|(_, run)| run.text == cell)));
        let first = pages.next().flatten();
        assert!(first.is_some() && pages.all(|page| page == first), "row {row}");
    }
}

#[test]
fn a_table_is_readable_or_said_not_to_be() {
    for columns in 1..140 {
        let (layout, flaws) = lay_out_any("en", vec![table(3, columns)], Vec::new());
        match flaws.wide.as_slice() {
            [] => check_places(&layout),
            [wide] => assert_eq!((wide.columns, wide.first.as_str(), columns > 14), (columns, "Column 0", true)),
            wide => panic!("{wide:?}"),
        }
        assert!(columns < 100 || !flaws.wide.is_empty(), "{columns}");
    }
    let long = |words: &str| Block::Table {
        align: Vec::new(),
        head: vec![vec![text("name")]; 3],
        rows: vec![vec![vec![text(words)], vec![text("88%")], vec![text(&"x".repeat(400))]]; 3],
    };
    let (layout, _) = lay_out("en", vec![long(ENGLISH)], Vec::new());
    // What is short is not divided for what is long.
    assert!(runs(&layout, 0).any(|(_, run)| run.text == "88%"));
}

#[test]
fn hostile_input_is_laid_out_in_bounded_time() {
    let word = "ก".repeat(5_000);
    let (layout, _) = lay_out("th", vec![paragraph(&word)], Vec::new());
    assert!(read(&layout).contains(&word));
    lay_out("en", vec![paragraph(&"x".repeat(5_000)), table(3, 14)], Vec::new());
    lay_out("en", vec![table(10_000, 4)], Vec::new());
    lay_out("th", vec![paragraph(&THAI.repeat(200))], Vec::new());
    let storm = format!("ก{}", "\u{e48}\u{e31}".repeat(500));
    lay_out("th", vec![paragraph(&storm), heading(2, &storm)], Vec::new());
    lay_out(
        "en",
        vec![Block::Table { align: Vec::new(), head: Vec::new(), rows: vec![vec![vec![text(&ENGLISH.repeat(400))]]] }],
        Vec::new(),
    );
    let nested = (0..60).fold(paragraph("deep"), |inner, _| {
        Block::Quote(vec![Block::List { start: Some(u64::MAX), items: vec![vec![inner]] }])
    });
    lay_out("en", vec![nested, Block::List { start: None, items: vec![vec![], vec![Block::Rule]] }], Vec::new());
    lay_out("en", Vec::new(), Vec::new());
}

#[test]
fn what_no_face_has_is_said() {
    let (_, missing) = lay_out("th", vec![paragraph("ลูกค้า 😀 مرحبا")], Vec::new());
    assert_eq!(missing.iter().map(|missing| missing.character).collect::<String>(), "😀مرحبا");
    assert!(missing[0].around.contains("ลูกค้า 😀"));
}
