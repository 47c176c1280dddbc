//! Markdown (CommonMark, with tables): a body as plain text for programs and for people who read such.
//!
//! In: a body. Out: text that every reader of Markdown takes for the same blocks: whatever could be markup in a text is escaped, and
//! emphasis that readers would not see beside Thai or Chinese is left out rather than printed as asterisks. Nothing can go wrong.

use crate::model::Body;
use crate::model::body::{Align, Block, Inline};
use crate::model::chart::Plot;

/// The mark of a figure that was not verified against its source.
pub const UNVERIFIED: char = '†';

/// Blocks of a body, without a line feed at the end.
pub fn write(body: &Body, blocks: &[Block]) -> String {
    let blocks: Vec<_> = blocks.iter().map(|block| self::block(body, block)).collect();
    blocks.join("\n\n")
}

/// A line of text: nothing in it is markup.
pub fn line(text: &str) -> String {
    at_start(&escape(text))
}

/// A link with that text; the text alone without an address.
pub fn link(text: &str, url: Option<&str>) -> String {
    url.map_or_else(|| escape(text), |url| format!("[{}]({})", escape(text), address(url)))
}

fn block(body: &Body, block: &Block) -> String {
    match block {
        Block::Heading { level, inlines, .. } => {
            format!("{} {}", "#".repeat(usize::from(*level)), inlines_of(body, inlines).replace("\\\n", " "))
        }
        Block::Paragraph(inlines) => at_start(&inlines_of(body, inlines)),
        Block::List { start, items } => list(body, *start, items),
        Block::Quote(blocks) => indented(&write(body, blocks), "> ", "> "),
        Block::Table { align, head, rows } => table(body, align, head, rows),
        Block::Chart(plot) => chart(body, plot),
        Block::Rule => "* * *".to_owned(),
    }
}

fn list(body: &Body, start: Option<u64>, items: &[Vec<Block>]) -> String {
    let is_line = |item: &Vec<Block>| matches!(item.as_slice(), [Block::Paragraph(_)]);
    let between = if items.iter().all(is_line) { "\n" } else { "\n\n" };
    let items = items.iter().enumerate().map(|(position, item)| {
        let number = start.map(|start| start.saturating_add(position as u64));
        let marker = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        indented(&write(body, item), &marker, &" ".repeat(marker.len()))
    });
    items.collect::<Vec<_>>().join(between)
}

/// Lines behind a marker, the first behind its own.
fn indented(text: &str, first: &str, others: &str) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(number, line)| format!("{}{line}", if number == 0 { first } else { others }));
    lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn table(body: &Body, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let cell = |cell: &Vec<Inline>| format!(" {} ", inlines_of(body, cell).replace("\\\n", " ").replace('|', "\\|"));
    let row = |cells: &[Vec<Inline>]| format!("|{}|", cells.iter().map(cell).collect::<Vec<_>>().join("|"));
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let rule = (0..columns).map(|column| match align.get(column) {
        Some(Align::End) => " --: ",
        Some(Align::Centre) => " :-: ",
        _ => " :-- ",
    });
    let mut header = head.to_vec();
    header.resize(columns, Vec::new());
    let lines = [row(&header), format!("|{}|", rule.collect::<Vec<_>>().join("|"))];
    lines.into_iter().chain(rows.iter().map(|cells| row(cells))).collect::<Vec<_>>().join("\n")
}

/// A chart is its table.
fn chart(body: &Body, plot: &Plot) -> String {
    let (head, rows) = plot.table();
    let mut title = String::new();
    emphasis(body, &plot.title, "**", None, &mut title);
    let lines = [title, inlines_of(body, &plot.description)].map(|line| at_start(&line));
    let table = table(body, &[Align::Start, Align::End, Align::End], &head, &rows);
    lines.into_iter().chain([table]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn inlines_of(body: &Body, inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(body, inlines, None, &mut text);
    text
}

/// Writes inlines; `after` is the character that follows them.
fn write_inlines(body: &Body, inlines: &[Inline], after: Option<char>, text: &mut String) {
    for (position, inline) in inlines.iter().enumerate() {
        let after = body.text(&inlines[position + 1..]).chars().next().or(after);
        match inline {
            Inline::Text(plain) => text.push_str(&escape(plain)),
            Inline::Code(code) => text.push_str(&self::code(code)),
            Inline::Strong(inner) => emphasis(body, inner, "**", after, text),
            Inline::Emphasis(inner) => emphasis(body, inner, "*", after, text),
            Inline::Link { url, inlines } => {
                text.push('[');
                write_inlines(body, inlines, Some(']'), text);
                text.push_str(&format!("]({})", address(url)));
            }
            Inline::Break => text.push_str("\\\n"),
            Inline::Figure(position) => {
                let figure = &body.figures[*position];
                text.push_str(&escape(&figure.text));
                text.extend(figure.unverified.then_some(UNVERIFIED));
            }
        }
    }
}

/// Writes emphasis, if what stands on both sides of its asterisks lets them be seen as such (CommonMark, flanking runs).
fn emphasis(body: &Body, inner: &[Inline], mark: &str, after: Option<char>, text: &mut String) {
    let mut written = String::new();
    write_inlines(body, inner, after, &mut written);
    let opens = written.chars().next().is_some_and(|first| holds(first, text.chars().next_back()));
    let closes = written.chars().next_back().is_some_and(|last| holds(last, after));
    match opens && closes && !written.contains('*') {
        true => text.extend([mark, &written, mark]),
        false => text.push_str(&written),
    }
}

/// Whether asterisks hold between the emphasised text's own character and the one outside.
fn holds(inside: char, outside: Option<char>) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{E00}'..='\u{E7F}');
    let parts =
        |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '*') || "，。、；：！？（）《》“”".contains(c);
    !inside.is_whitespace() && outside != Some('*') && (is_word(inside) || outside.is_none_or(parts))
}

/// Text in which no character is markup, wherever in a line it stands.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(if character == '\n' { ' ' } else { character });
    }
    escaped
}

/// Lines in which nothing at the start makes another block: `2022. ` is no list.
fn at_start(lines: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_start();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        match line.as_bytes().get(digits) {
            Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
            Some(b'#' | b'+' | b'-' | b'=' | b'|' | b':') if digits == 0 => format!("\\{line}"),
            _ => line.to_owned(),
        }
    };
    lines.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// An address in which nothing ends the link.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' | '>' | '(' | ')' | '\\' | ' ' => address.push_str(&format!("%{:02X}", u32::from(character))),
            other if other.is_control() => {}
            other => address.push(other),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser, TagEnd};

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    /// What a reader of Markdown gets, a line for each block.
    fn read(markdown: &str) -> Vec<String> {
        let mut lines = vec![String::new()];
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Text(text) | Event::Code(text) => lines.last_mut().unwrap().push_str(&text),
                Event::End(tag) if !matches!(tag, TagEnd::Strong | TagEnd::Emphasis) => lines.push(String::new()),
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                _ => {}
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    #[test]
    fn what_a_text_says_is_what_is_read() {
        for said in
            ["1. a", "- b", "# c", "+ d", "<b>&amp;</b>", "*e* _f_ `g`", "[h](i)", "2568) จ", "a | b", "=", "~~x~~", "\\"]
        {
            let body = Body::default();
            assert_eq!(read(&write(&body, &[Block::Paragraph(vec![text(said)])])), [said]);
            let cell = vec![text(said)];
            let table = Block::Table { align: Vec::new(), head: vec![cell.clone()], rows: vec![vec![cell]] };
            assert_eq!(read(&write(&body, &[table])), [said, said]);
            assert_eq!(read(&line(said)), [said]);
        }
    }

    #[test]
    fn emphasis_is_seen_or_left_out() {
        let body = Body::default();
        for (before, inner, after) in [("为", "4.3%。", "比"), ("ใน", "ก.ค.", "ถึง"), ("a ", "bold", " move"), ("", "x", "")]
        {
            let line = [text(before), Inline::Strong(vec![text(inner)]), text(after)];
            let markdown = write(&body, &[Block::Paragraph(line.to_vec())]);
            assert_eq!(read(&markdown), [format!("{before}{inner}{after}")], "{markdown}");
        }
        let bold = [text("a "), Inline::Strong(vec![text("b")]), text(" c")];
        assert_eq!(write(&body, &[Block::Paragraph(bold.to_vec())]), "a **b** c");
    }

    #[test]
    fn blocks_stand_in_one_another() {
        let line = |line: &str| Block::Paragraph(vec![text(line)]);
        let inner = Block::List { start: Some(3), items: vec![vec![line("c")], vec![line("d")]] };
        let items = vec![vec![line("a")], vec![line("b"), inner, Block::Quote(vec![line("e")])]];
        let markdown = write(&Body::default(), &[Block::List { start: None, items }]);
        assert_eq!(markdown, "- a\n\n- b\n\n  3. c\n  4. d\n\n  > e");
        assert_eq!(read(&markdown), ["a", "b", "c", "d", "e"]);
    }
}
