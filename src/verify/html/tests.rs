//! Pages as a reader gets them.

use super::*;

/// Reads a page of a project without style sheets.
fn read(html: &str) -> Reading<'_> {
    super::read(html, &Sheets::default())
}

fn texts(html: &str) -> Vec<String> {
    read(html).pieces.into_iter().map(|block| block.text.into_owned()).collect()
}

#[test]
fn a_reader_gets_lines_cells_titles_and_attributes_but_no_code() {
    let html = r#"<!doctype html><html lang="en"><head><title>Nine  lives</title>
        <meta name="description" content="About cats"><meta name="viewport" content="width=1">
        <style>p { margin: 9px }</style><script>let x = 12;</script>
        <script type="application/ld+json">{"headline": "Cats", "author": {"name": "7"}}</script></head>
        <body><p>One<br>two <b>three</b>,<i> four</i> </p><table><tr><th>a</th><td>b</td></tr></table>
        <img alt="A cat"></body></html>"#;
    let expected = ["Nine lives", "About cats", "Cats", "7", "One\ntwo three, four", "a", "b", "A cat"];
    assert_eq!(texts(html), expected);
}

#[test]
fn figure_elements_are_marked_where_they_stand() {
    let html = r##"<p>ลูกค้า <strong><data class="figure" id="f1" value="88">ร้อยละ
        88</data></strong> กล่าว</p>"##;
    let pieces = read(html).pieces;
    assert_eq!(pieces[0].text, "ลูกค้า ร้อยละ 88 กล่าว");
    let mark = &pieces[0].marks[0];
    assert_eq!((&pieces[0].text[mark.span.clone()], mark.value.as_deref()), ("ร้อยละ 88", Some("88")));
}

#[test]
fn an_attribute_inside_a_line_does_not_lose_the_figure_around_it() {
    let html = r#"<p><data class="figure" id="f1" value="5">5<img alt="five"></data> times</p>"#;
    let pieces = read(html).pieces;
    assert_eq!(
        pieces.iter().map(|block| (&*block.text, block.marks.len())).collect::<Vec<_>>(),
        [("five", 0), ("5 times", 1)]
    );
}

#[test]
fn a_note_mark_is_read_like_any_text() {
    assert_eq!(texts(r##"<p>a <a role="doc-noteref" href="#s">12</a></p>"##), ["a 12"]);
}

#[test]
fn a_hidden_figure_is_noticed() {
    let figure = r#"<data class="figure">5</data>"#;
    let hidden = |open: &str| read(&format!("<p{open}>a <span>{figure}</span></p>")).pieces[0].marks[0].hidden;
    assert!(hidden(r#" style="Display : none""#) && hidden(" hidden") && hidden(r#" aria-hidden="true""#));
    assert!(!hidden("") && !hidden(r#" aria-hidden="false""#));
}

#[test]
fn the_language_is_that_of_the_nearest_element() {
    let pieces = read(r#"<html lang="en"><body><p>a</p><p lang="th">ข</p></body></html>"#).pieces;
    assert_eq!(pieces.iter().map(|block| block.lang.as_deref()).collect::<Vec<_>>(), [Some("en"), Some("th")]);
}

#[test]
fn what_hides_a_figure_is_noticed() {
    let figure = r#"<data class="figure" id="f1">5</data>"#;
    let hidden = |html: &str| read(html).pieces.iter().flat_map(|block| &block.marks).any(|mark| mark.hidden);
    for html in [
        format!("<p><s>{figure}</s>"),
        format!("<p><bdo dir=RTL>{figure}</bdo>"),
        format!("<dialog>{figure}</dialog>"),
        format!("<style>p > .figure {{ font-size: 0 }}</style><p>{figure}"),
        format!("<style>@media print {{ main {{ display: none }} }}</style><main><p>{figure}</main>"),
        format!("<p><span style='position:absolute; left:-9999px'>{figure}</span>"),
    ] {
        assert!(hidden(&html), "{html}");
    }
    for html in [format!("<style>nav{{display:none}}</style><p>{figure}"), format!("<dialog open>{figure}</dialog>")] {
        assert!(!hidden(&html), "{html}");
    }
}

#[test]
fn a_figure_in_a_template_or_a_comment_is_not_there() {
    let figure = r#"<data class="figure" id="f1">5</data>"#;
    for html in [format!("<template>{figure}</template>"), format!("<!-- {figure} -->"), format!("<p title='{figure}'>")] {
        assert_eq!(read(&html).pieces.iter().flat_map(|block| &block.marks).count(), 0, "{html}");
    }
}

#[test]
fn the_mark_of_an_unverified_figure_is_no_part_of_its_text() {
    let html = r##"<p><data class="figure"><a href="#s">5%<span role="img" aria-label="unverified">†</span></a></data> of"##;
    let pieces = read(html).pieces;
    let mark = &pieces[0].marks[0];
    assert_eq!((&*pieces[0].text, pieces.len()), ("5% of", 1));
    assert_eq!(
        (mark.dagger.as_deref(), mark.hrefs.as_slice(), &mark.alien),
        (Some("unverified"), [Cow::Borrowed("#s")].as_slice(), &None)
    );
}

#[test]
fn what_does_not_belong_into_a_figure_is_noticed() {
    let alien = |inside: &str| read(&format!("<p><data class=figure>{inside}</data>")).pieces[0].marks[0].alien.clone();
    assert_eq!(alien("8<sup>8</sup>%").as_deref(), Some("<sup>"));
    assert_eq!(alien("8<br>8%").as_deref(), Some("<br>"));
    assert_eq!(alien("<a href=x style='opacity:0'>88%</a>").as_deref(), Some("<a>"));
    assert_eq!(alien("<a href=x>88%</a>"), None);
}

#[test]
fn text_that_styles_make_is_noticed() {
    assert_eq!(
        read("<style>p::after { content: \"9%\" } a::before { content: '→' }</style>").generated,
        ["a style generates \"9%\""]
    );
}

#[test]
fn days_and_blanks_are_noticed() {
    let pieces =
        read("<p>On <time datetime=2026-11-22> 22 November 2026</time></p><dl><dt>Sample<dd> <dt>Year<dd>2018</dl>").pieces;
    assert_eq!(pieces[0].times, [(3..19, "2026-11-22".to_owned())]);
    assert_eq!(pieces.iter().filter(|piece| piece.blank).count(), 1);
    let blanks = |html: &str| read(html).pieces.iter().filter(|piece| piece.blank).count();
    let table = |cells: &str| blanks(&format!("<table><tr>{cells}<th scope=col>2022</table><svg><text>A</text></svg>"));
    assert_eq!(table("<td><th>"), 0);
    assert_eq!(table("<td>2020<th scope=col>"), 1);
    assert_eq!(blanks("<svg><text>A</text><text><tspan> </tspan></text></svg>"), 1);
}

#[test]
fn a_mark_in_no_figure_is_noticed() {
    let read = |html: &str| super::read(html, &Sheets::default()).strays;
    let mark = r#"<span class="mark" role="img" aria-label="unverified">†</span>"#;
    assert_eq!(read(&format!(r#"<p><data class="figure" id="f1" value="5">5{mark}</data></p><p>† a note</p>"#)), 0);
    assert_eq!(read(&format!(r#"<p><data class="figure" id="f1" value="5">5</data>{mark}</p>"#)), 1);
}

#[test]
fn rows_are_those_of_tables_and_drawings_below_their_heads() {
    let figure = |tag: &str, id: &str, text: &str| format!("<{tag} class=\"figure\" id=\"{id}\">{text}</{tag}>");
    let rows = |html: &str| {
        let reading = read(html);
        let text = |row: usize| {
            let cells = reading.rows.cells(row, &reading.pieces);
            cells.map(|cell| cell.iter().map(|piece| &*piece.text).collect::<String>() + "|").collect::<String>()
        };
        reading.pieces.iter().filter_map(|piece| piece.row).map(text).collect::<Vec<_>>()
    };
    let (old, new) = (figure("data", "f1", "7"), figure("data", "f2", "9"));
    let table = format!("<table><thead><tr><td><th>A<th>{old}<tbody><tr><th>n<td>x<td>{new}<tr><td>no figure</table>");
    assert_eq!(rows(&table), ["|A|7|", "|A|7|n|x|9|"]);
    assert_eq!(
        rows(&format!("<table><tr><td>{table}<td>{}</table>", figure("data", "f3", "1")))[..2],
        ["|A|7|", "|A|7|n|x|9|"]
    );
    let (old, new) = (figure("tspan", "f1", "7"), figure("tspan", "f2", "9"));
    let name = "<text>a<tspan x=\"0\" dy=\"22\"> b</tspan></text>";
    let group = format!("<g>{name}<text>{new}</text></g>");
    assert_eq!(rows(&format!("<svg><text>A</text><text>{old}</text>{group}</svg>")), ["|A|7|", "|A|7|a b|9|"]);
    assert_eq!(rows(&format!("<svg>{group}</svg>")), ["a b|9|"]);
}
