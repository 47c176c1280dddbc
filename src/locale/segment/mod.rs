//! Thai words, by maximal matching ("newmm"): of all ways to cut a text into words of the dictionary, the one with the fewest.
//!
//! In: a text. Out: the places between its words, inside of runs of Thai letters. Nothing can go wrong: what the dictionary does
//! not know becomes a word of its own. The method is PyThaiNLP's newmm, after Sornlertlamvanich, "Word segmentation for Thai in
//! machine translation system" (1993); a reference to be compared with, see `tests/segment`. Time is linear in the length of the
//! text, for the words of the dictionary are short.
//!
//! | member | what it does |
//! |---|---|
//! | `words` | the dictionary |
//! | `cluster` | letters that no word ends between |

mod cluster;
mod words;

use memchr::memchr;
use std::ops::Range;

/// The bytes of a Thai letter in UTF-8.
pub const LETTER: usize = 3;

/// A run of Thai letters, signs and digits in a text.
pub struct Run<'a> {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// The places between its words, as byte offsets of the text in order; not its edges.
    pub ends: &'a [usize],
    letters: &'a [u8],
}

impl Run<'_> {
    /// Whether it has nothing but letters, vowels and their marks.
    pub fn is_of_letters(&self) -> bool {
        self.letters.iter().fold(true, |all, letter| all & matches!(letter, 0x01..=0x3A | 0x40..=0x4E))
    }
}

/// Calls `each` with every run of a text, in order.
pub fn each_run(text: &str, mut each: impl FnMut(Run<'_>)) {
    let (mut letters, mut ends, mut best) = (Vec::with_capacity(text.len() / LETTER), Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(begin) = memchr(words::LEAD, &text.as_bytes()[at..]) {
        let start = at + begin;
        letters.clear();
        for bytes in text.as_bytes()[start..].as_chunks().0 {
            let Some(letter) = words::letter_of(bytes) else { break };
            letters.push(letter);
        }
        if letters.is_empty() {
            at = start + LETTER; // Another character of three bytes.
            continue;
        }
        at = start + letters.len() * LETTER;
        ends.clear();
        cut(&letters, &mut best, |index| ends.push(start + index * LETTER));
        each(Run { span: start..at, ends: &ends, letters: &letters });
    }
}

/// The places between words inside of each run of Thai letters, as byte offsets in order; not the edges of the runs.
pub fn word_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    each_run(text, |run| ends.extend_from_slice(run.ends));
    ends
}

/// The last consonant, ฮ.
const HO_NOKHUK: u8 = 0x2E;

/// What the rest of a run costs from some place on, and where its first word ends.
#[derive(Clone, Copy)]
struct Rest {
    /// Clusters that are in no word, in steps of [`UNKNOWN`], and words.
    cost: u64,
    end: usize,
    /// Whether the first word is none of the dictionary; such words are joined.
    is_unknown: bool,
}

/// A cluster that is in no word is worse than any number of words.
const UNKNOWN: u64 = 1 << 32;

/// No word may begin there.
const NOWHERE: Rest = Rest { cost: u64::MAX, end: 0, is_unknown: false };

/// Where words end inside of a run of letters: the cut with the fewest unknown clusters, then with the fewest words; at a tie
/// the first word is the shortest. `best` is room to work in.
fn cut(letters: &[u8], best: &mut Vec<Rest>, mut end: impl FnMut(usize)) {
    let length = letters.len();
    best.clear();
    best.resize(length + 1, NOWHERE);
    best[length] = Rest { cost: 0, end: length, is_unknown: false };
    // Where the first cluster behind the place begins at which a word may begin.
    let mut next = length;
    for start in (0..length).rev() {
        if !cluster::ends_before(letters, start) {
            continue;
        }
        let mut found = NOWHERE;
        words::prefixes(&letters[start..], |size| {
            let cost = best[start + size].cost.saturating_add(1);
            if cost < found.cost {
                found = Rest { cost, end: start + size, is_unknown: false };
            }
        });
        let rest = best[next];
        // Two consonants behind what is not known are hardly a word of their own: ช้อป.
        let is_part = rest.is_unknown || rest.end == next + 2 && letters[next..rest.end].iter().all(|c| *c <= HO_NOKHUK);
        let cost = rest.cost + UNKNOWN + u64::from(!is_part);
        if cost < found.cost {
            found = Rest { cost, end: if is_part { rest.end } else { next }, is_unknown: true };
        }
        best[start] = found;
        next = start;
    }
    let mut at = best[0].end;
    while at < length {
        end(at);
        at = best[at].end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let ends = word_ends(text);
        text.char_indices().map(|(at, c)| if ends.contains(&at) { format!("|{c}") } else { c.to_string() }).collect()
    }

    #[test]
    fn words_that_other_breakers_divide_stay_whole() {
        assert_eq!(cut("ผลการสำรวจ"), "ผลการสำรวจ");
        assert_eq!(cut("เกือบครึ่งหนึ่งของลูกค้า"), "เกือบ|ครึ่งหนึ่ง|ของ|ลูกค้า");
        assert_eq!(cut("ร้อยละ 62"), "ร้อยละ 62");
        assert_eq!(cut("หลักธรรมาภิบาล"), "หลัก|ธรรมาภิบาล");
        assert_eq!(cut("ลูกค้าบอกว่าตน"), "ลูกค้า|บอก|ว่า|ตน");
        assert_eq!(cut("ในกรุงเทพฯและปริมณฑล"), "ใน|กรุงเทพฯ|และ|ปริมณฑล");
    }

    #[test]
    fn what_no_dictionary_knows_is_one_word() {
        assert_eq!(cut("บริษัทเซลส์ฟอร์ซบอก"), "บริษัท|เซลส์|ฟอร์ซ|บอก");
        assert_eq!(cut(&"ฮ".repeat(40)), "ฮ".repeat(40));
        assert_eq!(cut("นักช้อปอยู่"), "นัก|ช้อป|อยู่");
        assert_eq!(cut("ABC 123"), "ABC 123");
    }
}
