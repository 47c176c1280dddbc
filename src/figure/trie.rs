//! Words looked for at one place: a tree of bytes, walked once for all of them.
//!
//! The automaton that finds openings in a whole text costs too much to be started at every place behind a number; this walk
//! ends at the first byte that no word has.

use super::lexicon::Boundary;
use super::word::Word;
use std::collections::BTreeMap;

/// Words with their meanings, by their bytes; ASCII letters without case.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    edges: Vec<(u8, u32)>,
    /// The node behind each first byte; most places are turned away here.
    roots: Vec<Option<u32>>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    first: u32,
    last: u32,
    word: Option<Word>,
}

#[derive(Default)]
struct Growing {
    children: BTreeMap<u8, Growing>,
    word: Option<Word>,
}

impl Trie {
    /// A tree of words; of two equal words the first counts.
    pub fn new(words: &[(&str, Word)]) -> Self {
        let mut root = Growing::default();
        for (word, meaning) in words {
            let bytes = word.bytes().map(|byte| byte.to_ascii_lowercase());
            let end = bytes.fold(&mut root, |node, byte| node.children.entry(byte).or_default());
            end.word.get_or_insert(*meaning);
        }
        let mut trie = Self { nodes: Vec::new(), edges: Vec::new(), roots: vec![None; 256] };
        for (byte, child) in root.children {
            let node = trie.flatten(child);
            trie.roots[usize::from(byte)] = Some(node);
            trie.roots[usize::from(byte.to_ascii_uppercase())] = Some(node);
        }
        trie
    }

    /// Lays a node and all below it into the two arrays, the edges of a node side by side; its number.
    fn flatten(&mut self, node: Growing) -> u32 {
        let number = self.nodes.len();
        self.nodes.push(Node { first: 0, last: 0, word: node.word });
        let edges: Vec<_> = node.children.into_iter().map(|(byte, child)| (byte, self.flatten(child))).collect();
        let first = self.edges.len() as u32;
        self.edges.extend(edges);
        self.nodes[number] = Node { first, last: self.edges.len() as u32, word: node.word };
        number as u32
    }

    /// The longest word that stands at `at` and is one by `boundary`, with its end.
    pub fn at(&self, text: &str, at: usize, boundary: Boundary) -> Option<(Word, usize)> {
        let (first, rest) = text.as_bytes().get(at..)?.split_first()?;
        let mut node = self.nodes[self.roots[usize::from(*first)]? as usize];
        let mut found = None;
        let mut end = at + 1;
        let mut rest = rest.iter();
        loop {
            if let Some(word) = node.word.filter(|_| boundary(text, at..end)) {
                found = Some((word, end));
            }
            let Some(byte) = rest.next().map(u8::to_ascii_lowercase) else { return found };
            let edges = &self.edges[node.first as usize..node.last as usize];
            let Some((_, child)) = edges.iter().find(|(label, _)| *label == byte) else { return found };
            node = self.nodes[*child as usize];
            end += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::lexicon::is_whole;

    #[test]
    fn the_longest_whole_word_counts() {
        let trie = Trie::new(&[
            ("ten", Word::Small(10)),
            ("tenth", Word::Ordinal(10)),
            ("ร้อย", Word::Place(2)),
            ("ten", Word::Small(0)),
        ]);
        assert_eq!(trie.at("a Tenth", 2, is_whole), Some((Word::Ordinal(10), 7)));
        assert_eq!(trie.at("ten%", 0, is_whole), Some((Word::Small(10), 3)));
        assert_eq!(trie.at("tenant", 0, is_whole), None);
        assert_eq!(trie.at("ร้อยละ", 0, is_whole), Some((Word::Place(2), 12)));
        assert_eq!(trie.at("ten", 3, is_whole), None);
    }
}
