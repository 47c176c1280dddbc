//! YAML as nodes with spans.
//!
//! In: a text. Out: its one document as a [`Node`]. Every scalar keeps its text, so that no number passes through a float.
//! What can go wrong: bad syntax, several documents, tags, keys that are no scalars, keys that stand twice, aliases that lead
//! nowhere or grow without bound, and nesting without bound.

use super::node::{Key, Node, Value};
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// How deep nodes may be nested.
const MAX_DEPTH: usize = 32;
/// How many nodes a file may have: enough for several hundred thousand stats.
const MAX_NODES: usize = 16_000_000;
/// How many of them may be copies that aliases make.
const MAX_COPIES: usize = 100_000;

/// Reads the document of `file`.
pub fn parse(file: &Arc<SourceText>, findings: &mut Findings) -> Option<Node> {
    let mut tree = Tree::new(file, findings);
    for event in Parser::new_from_str(file.text()).keep_tags(true) {
        let step = match event {
            Ok((event, span)) => tree.take(event, span),
            Err(error) => {
                let at = tree.bytes.offset(error.marker().index());
                Err(Stop { span: at..at, message: error.info().to_owned() })
            }
        };
        if let Err(Stop { span, message }) = step {
            tree.findings.push(Finding::new(Code::YamlSyntax, file.at(span), message));
            return None;
        }
    }
    let root = tree.root.take();
    match root {
        Some(root) if !root.is_null() => Some(root),
        _ => {
            findings.push(Finding::new(Code::FileEmpty, file.top(), format!("`{}` says nothing", file.path())));
            None
        }
    }
}

/// Why the rest of the file is not read.
struct Stop {
    span: Range<usize>,
    message: String,
}

/// A list or a mapping that has not ended yet.
struct Open {
    anchor: usize,
    start: usize,
    value: Value,
    key: Option<Result<Key, ()>>,
}

struct Tree<'a> {
    file: &'a Arc<SourceText>,
    findings: &'a mut Findings,
    bytes: Bytes<'a>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, (Node, usize)>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    copies: usize,
}

impl<'a> Tree<'a> {
    fn new(file: &'a Arc<SourceText>, findings: &'a mut Findings) -> Self {
        let (bytes, anchors) = (Bytes::new(file.text()), BTreeMap::new());
        Self { file, findings, bytes, open: Vec::new(), anchors, root: None, documents: 0, nodes: 0, copies: 0 }
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let span = self.bytes.offset(span.start.index())..self.bytes.offset(span.end.index());
        let stop = |message: &str| Err(Stop { span: span.clone(), message: message.to_owned() });
        match &event {
            Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, Some(_)) | Event::MappingStart(_, Some(_)) => {
                let finding = Finding::new(Code::YamlSyntax, self.file.at(span.clone()), "a tag means nothing here");
                self.findings.push(finding.help("leave out the part that begins with `!`"));
            }
            _ => {}
        }
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return stop("a second document begins here, where one is expected");
                }
            }
            Event::Scalar(text, style, anchor, _) => {
                let value = Value::Scalar { text: text.into_owned(), quoted: style != ScalarStyle::Plain };
                return self.place(Node { value, span }, anchor);
            }
            Event::SequenceStart(anchor, _) => self.begin(anchor, Value::List(Vec::new()), span)?,
            Event::MappingStart(anchor, _) => self.begin(anchor, Value::Map(Vec::new()), span)?,
            Event::SequenceEnd | Event::MappingEnd => return self.end(span),
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor) else {
                    return stop("an alias inside of what it stands for");
                };
                self.copies += size;
                if self.copies > MAX_COPIES {
                    return stop("aliases make too many copies");
                }
                let node = node.clone();
                return self.place(node, 0);
            }
            Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        Ok(())
    }

    fn begin(&mut self, anchor: usize, value: Value, span: Range<usize>) -> Result<(), Stop> {
        if self.open.len() == MAX_DEPTH {
            return Err(Stop { span, message: format!("nested more than {MAX_DEPTH} deep") });
        }
        self.open.push(Open { anchor, start: span.start, value, key: None });
        Ok(())
    }

    fn end(&mut self, span: Range<usize>) -> Result<(), Stop> {
        let open = self.open.pop().expect("an end follows its start");
        // A block ends where its last child does; its own mark stands only before what comes next.
        let last = match &open.value {
            Value::List(items) => items.last().map(|node| node.span.end),
            Value::Map(entries) => entries.last().map(|(key, node)| node.span.end.max(key.span.end)),
            Value::Scalar { .. } => None,
        };
        let end = if span.is_empty() { last.unwrap_or(span.end) } else { span.end };
        if let Value::Map(entries) = &open.value {
            self.duplicates(entries);
        }
        self.place(Node { value: open.value, span: open.start..end.max(open.start) }, open.anchor)
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node, anchor: usize) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Stop { span: node.span, message: "too many values in one file".to_owned() });
        }
        if anchor > 0 {
            let size = size(&node);
            self.copies += size;
            if self.copies > MAX_COPIES {
                return Err(Stop { span: node.span, message: "too much stands under anchors".to_owned() });
            }
            self.anchors.insert(anchor, (node.clone(), size));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open { value: Value::List(items), .. }) => items.push(node),
            Some(Open { value: Value::Map(entries), key, .. }) => match (key.take(), node.value) {
                (Some(Ok(key)), value) => entries.push((key, Node { value, span: node.span })),
                (Some(Err(())), _) => {}
                (None, Value::Scalar { text, .. }) => *key = Some(Ok(Key { text, span: node.span })),
                (None, _) => {
                    *key = Some(Err(()));
                    let place = self.file.at(node.span);
                    self.findings.push(Finding::new(Code::YamlSyntax, place, "a key must be a single value"));
                }
            },
            Some(Open { value: Value::Scalar { .. }, .. }) => unreachable!("only lists and mappings are open"),
        }
        Ok(())
    }

    fn duplicates(&mut self, entries: &[(Key, Node)]) {
        let mut first: BTreeMap<&str, &Key> = BTreeMap::new();
        for (key, _) in entries {
            let known = *first.entry(&key.text).or_insert(key);
            if known.span != key.span {
                let message = format!("the key `{}` stands twice", key.text);
                let finding = Finding::new(Code::KeyDuplicate, self.file.at(key.span.clone()), message);
                self.findings.push(finding.related(&self.file.at(known.span.clone()), "first here"));
            }
        }
    }
}

/// How many nodes a tree has.
fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::Scalar { .. } => 0,
        Value::List(items) => items.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|(_, node)| 1 + size(node)).sum(),
    }
}

/// Turns the parser's counts of characters into bytes: the byte of every 64th character is noted, the rest is counted from there.
struct Bytes<'a> {
    text: &'a str,
    marks: Vec<usize>,
}

impl<'a> Bytes<'a> {
    const STEP: usize = 64;

    fn new(text: &'a str) -> Self {
        Self { text, marks: text.char_indices().step_by(Self::STEP).map(|(byte, _)| byte).collect() }
    }

    fn offset(&self, character: usize) -> usize {
        let Some(&mark) = self.marks.get(character / Self::STEP) else { return self.text.len() };
        let rest = &self.text[mark..];
        mark + rest.char_indices().nth(character % Self::STEP).map_or(rest.len(), |(byte, _)| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<(Code, usize, usize)>) {
        let mut findings = Findings::new();
        let node = parse(&SourceText::new("x.yaml", text), &mut findings);
        let place = |finding: &Finding| (finding.code, finding.place.line_column().0, finding.place.line_column().1);
        (node, findings.iter().map(place).collect())
    }

    #[test]
    fn spans_are_bytes_of_thai_and_chinese() {
        let text = "ชื่อ: ร้อยละ   # ก\nค: {k: 客户, l: [一, \"สอง\"]}\n";
        let (node, findings) = read(text);
        assert_eq!(findings, []);
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        let shown: Vec<_> = entries.iter().map(|(key, node)| (&text[key.span.clone()], &text[node.span.clone()])).collect();
        assert_eq!(shown, [("ชื่อ", "ร้อยละ"), ("ค", "{k: 客户, l: [一, \"สอง\"]}")]);
    }

    #[test]
    fn a_block_ends_with_its_last_child() {
        let text = "a:\n  - id: x\n    v: 88\n\n# note\nb: 1\r\nc: 2\r\n";
        let (node, _) = read(text);
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        let shown: Vec<_> = entries.iter().map(|(_, node)| &text[node.span.clone()]).collect();
        assert_eq!(shown, ["- id: x\n    v: 88", "1", "2"]);
    }

    #[test]
    fn every_mistake_has_its_place() {
        assert_eq!(
            read("a: 1\nb: 2\na: 3\nb: 4\na: 5\n").1,
            [(Code::KeyDuplicate, 3, 1), (Code::KeyDuplicate, 4, 1), (Code::KeyDuplicate, 5, 1)]
        );
        assert_eq!(read("a: [1, 2\nb: 3\n").1[0].0, Code::YamlSyntax);
        assert_eq!(read("a: !!int 8\n").1, [(Code::YamlSyntax, 1, 4)]);
        assert_eq!(read("a: 1\n---\nb: 2\n").1, [(Code::YamlSyntax, 2, 1)]);
        assert_eq!(read("{[1]: 2}\n").1, [(Code::YamlSyntax, 1, 2)]);
        assert_eq!(read("# only a comment\n").1, [(Code::FileEmpty, 1, 1)]);
    }

    #[test]
    fn aliases_are_bounded() {
        assert_eq!(read("a: &a [1]\nb: *a\n").1, []);
        assert_eq!(read("a: &a [*a]\n").1, [(Code::YamlSyntax, 1, 8)]);
        let mut laughs = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n".to_owned();
        for level in 1..9 {
            laughs += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", "));
        }
        assert_eq!(read(&laughs).1.first().map(|finding| finding.0), Some(Code::YamlSyntax));
        assert_eq!(read(&"[".repeat(100_000)).1.first().map(|finding| finding.0), Some(Code::YamlSyntax));
    }
}
