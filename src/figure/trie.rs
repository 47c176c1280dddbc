//! Words looked for at one place: a tree of bytes, walked once for all of them, forward or backward.
//!
//! The children of all nodes share one array (a double array: Aoe, "An Efficient Digital Search Algorithm by Using a
//! Double-Array Structure", 1989). A step is one look into it, and most places are turned away at the first.

use std::ops::Range;

/// Words with their meanings, by their bytes; ASCII letters without case.
#[derive(Debug)]
pub struct Trie<T> {
    nodes: Vec<Node>,
    meanings: Vec<T>,
    /// No place before it is left while the tree grows; a child behind any byte can stand there.
    full: usize,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// The node above.
    parent: u32,
    /// Where the children begin: the one behind a byte stands so many places on.
    children: u32,
    /// The meaning of the word that ends here, counted from one; 0 if none does.
    meaning: u32,
}

const ROOT: usize = 0;
const FREE: u32 = u32::MAX;
/// How far before the end of the array room for several children is looked for; an only child fills the first gap.
const REACH: usize = 64;

impl<T: Copy> Trie<T> {
    /// A tree of words that are looked for from their beginning; of two equal words the first counts.
    pub fn new(words: &[(&str, T)]) -> Self {
        Self::of(words.iter().map(|(word, meaning)| (word.bytes().collect(), *meaning)).collect())
    }

    /// A tree of words that are looked for from their end; of two equal words the first counts.
    pub fn backward(words: &[(&str, T)]) -> Self {
        Self::of(words.iter().map(|(word, meaning)| (word.bytes().rev().collect(), *meaning)).collect())
    }

    fn of(mut words: Vec<(Vec<u8>, T)>) -> Self {
        words.iter_mut().for_each(|(word, _)| word.make_ascii_lowercase());
        words.retain(|(word, _)| !word.is_empty());
        words.sort_by(|(one, _), (other, _)| one.cmp(other));
        words.dedup_by(|(later, _), (first, _)| later == first);
        let root = Node { parent: FREE - 1, children: 0, meaning: 0 };
        let mut trie = Self { nodes: vec![root], meanings: Vec::new(), full: 256 };
        trie.grow(ROOT, &words, 0);
        // Whatever the byte, a step stays in the array.
        trie.nodes.resize(trie.nodes.len() + 256, Node { parent: FREE, ..root });
        trie
    }

    /// Hangs words, which are alike up to `depth` and in order, below a node.
    fn grow(&mut self, node: usize, mut words: &[(Vec<u8>, T)], depth: usize) {
        if let Some(((word, meaning), longer)) = words.split_first()
            && word.len() == depth
        {
            self.meanings.push(*meaning);
            (self.nodes[node].meaning, words) = (self.meanings.len() as u32, longer);
        }
        if words.is_empty() {
            return;
        }
        let children = self.room(words, depth);
        self.nodes[node].children = children as u32;
        let place = |words: &[(Vec<u8>, T)]| children + usize::from(words[0].0[depth]);
        let families = || words.chunk_by(|(one, _), (other, _)| one[depth] == other[depth]);
        let last = place(&words[words.len() - 1..]);
        let free = Node { parent: FREE, children: 0, meaning: 0 };
        self.nodes.resize(self.nodes.len().max(last + 1), free);
        families().for_each(|family| self.nodes[place(family)].parent = node as u32);
        families().for_each(|family| self.grow(place(family), family, depth + 1));
    }

    /// Where the children of a node can stand.
    fn room(&mut self, words: &[(Vec<u8>, T)], depth: usize) -> usize {
        let nodes = &self.nodes;
        let is_free = |place: usize| nodes.get(place).is_none_or(|node| node.parent == FREE);
        self.full += (self.full..nodes.len()).take_while(|place| !is_free(*place)).count();
        let (first, last) = (words[0].0[depth], words[words.len() - 1].0[depth]);
        let from = if first == last { self.full } else { self.full.max(nodes.len().saturating_sub(REACH)) };
        let from = from - usize::from(first);
        let fits = |base: &usize| words.iter().all(|(word, _)| is_free(base + usize::from(word[depth])));
        (from..).find(fits).expect("beyond the end everything is free")
    }

    /// The longest word that stands at `at` and is one by `boundary`, with its end.
    pub fn at(&self, text: &str, at: usize, boundary: impl Fn(&str, Range<usize>) -> bool) -> Option<(T, usize)> {
        let bytes = text.as_bytes().get(at..)?;
        let (meaning, length) = self.longest(bytes.iter(), |length| boundary(text, at..at + length))?;
        Some((meaning, at + length))
    }

    /// The longest word that ends at `end`, begins at `floor` or behind it and is one by `boundary`, with its beginning.
    pub fn before(
        &self,
        text: &str,
        floor: usize,
        end: usize,
        boundary: impl Fn(&str, Range<usize>) -> bool,
    ) -> Option<(T, usize)> {
        let bytes = text.as_bytes().get(floor..end)?;
        let (meaning, length) = self.longest(bytes.iter().rev(), |length| boundary(text, end - length..end))?;
        Some((meaning, end - length))
    }

    fn longest<'b>(&self, bytes: impl Iterator<Item = &'b u8>, is_word: impl Fn(usize) -> bool) -> Option<(T, usize)> {
        let (mut at, mut children, mut length, mut found) = (ROOT, self.nodes[ROOT].children, 0, None);
        for byte in bytes {
            let next = children as usize + usize::from(byte.to_ascii_lowercase());
            let node = self.nodes[next];
            if node.parent as usize != at {
                break;
            }
            (at, children, length) = (next, node.children, length + 1);
            if node.meaning > 0 && is_word(length) {
                found = Some((node.meaning, length));
            }
        }
        found.map(|(meaning, length)| (self.meanings[meaning as usize - 1], length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::lexicon::is_whole;

    const WORDS: &[(&str, u8)] = &[("ten", 1), ("Tenth", 2), ("ร้อย", 3), ("ten", 4), ("often", 5)];

    #[test]
    fn the_longest_whole_word_counts() {
        let trie = Trie::new(WORDS);
        assert_eq!(trie.at("a Tenth", 2, is_whole), Some((2, 7)));
        assert_eq!(trie.at("ten%", 0, is_whole), Some((1, 3)));
        assert_eq!(trie.at("tenant", 0, is_whole), None);
        assert_eq!(trie.at("ร้อยละ", 0, is_whole), Some((3, 12)));
        assert_eq!(trie.at("ten", 3, is_whole), None);
        assert_eq!(trie.at("\0ten", 0, is_whole), None);
    }

    #[test]
    fn words_are_found_from_their_end() {
        let trie = Trie::backward(WORDS);
        assert_eq!(trie.before("how often", 0, 9, is_whole), Some((5, 4)));
        assert_eq!(trie.before("how often", 5, 9, |_, _| true), Some((1, 6)));
        assert_eq!(trie.before("how often", 5, 9, is_whole), None);
        assert_eq!(trie.before("ร้อย", 0, "ร้อย".len(), is_whole), Some((3, 0)));
    }

    #[test]
    fn a_large_tree_holds_every_word() {
        let words: Vec<String> = (0u32..5000).map(|n| n.wrapping_mul(2_654_435_761).to_string()).collect();
        let pairs: Vec<(&str, usize)> = words.iter().enumerate().map(|(n, word)| (word.as_str(), n)).collect();
        let trie = Trie::new(&pairs);
        for (n, word) in words.iter().enumerate() {
            let first = words.iter().position(|other| other == word);
            assert_eq!(trie.at(word, 0, |_, span| span.end == word.len()), first.map(|n| (n, word.len())), "{n}");
        }
    }
}
