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

/// The places between words inside of each run of Thai letters, as byte offsets in order; not the edges of the runs.
pub fn word_ends(text: &str) -> Vec<usize> {
    let (mut ends, mut letters, mut best) = (Vec::new(), Vec::new(), Vec::new());
    let mut start = 0;
    let mut run = |letters: &mut Vec<u8>, start: usize| {
        cut(letters, &mut best, |index| ends.push(start + index * BYTES));
        letters.clear();
    };
    for (offset, c) in text.char_indices() {
        match words::letter(c) {
            Some(letter) => {
                if letters.is_empty() {
                    start = offset;
                }
                letters.push(letter);
            }
            None => run(&mut letters, start),
        }
    }
    run(&mut letters, start);
    ends
}

/// The last consonant, ฮ.
const HO_NOKHUK: u8 = 0x2E;

/// The bytes of a Thai letter in UTF-8.
const BYTES: usize = 3;

/// What the rest of a run costs from some place on: letters that are in no word, then words; and where its first word ends.
#[derive(Clone, Copy)]
struct Rest {
    unknown: u32,
    words: u32,
    end: usize,
    /// Whether the first word is none of the dictionary; such words are joined.
    is_unknown: bool,
}

/// Where words end inside of a run of letters: the cut with the fewest unknown clusters, then with the fewest words; at a tie
/// the first word is the shortest. `best` is room to work in.
fn cut(letters: &[u8], best: &mut Vec<Option<Rest>>, mut end: impl FnMut(usize)) {
    let length = letters.len();
    if length == 0 {
        return;
    }
    best.clear();
    best.resize(length + 1, None);
    best[length] = Some(Rest { unknown: 0, words: 0, end: length, is_unknown: false });
    // Where the first cluster behind the place begins at which a word may begin.
    let mut next = length;
    for start in (0..length).rev() {
        if start > 0 && !cluster::ends_before(letters, start) {
            continue;
        }
        let mut found: Option<Rest> = None;
        let mut offer = |rest: Rest| {
            let cost = |rest: &Rest| (rest.unknown, rest.words);
            if found.is_none_or(|known| cost(&rest) < cost(&known)) {
                found = Some(rest);
            }
        };
        words::prefixes(&letters[start..], |size| {
            if let Some(rest) = best[start + size] {
                offer(Rest { words: rest.words + 1, end: start + size, is_unknown: false, ..rest });
            }
        });
        if let Some(rest) = best[next] {
            // Two consonants behind what is not known are hardly a word of their own: ช้อป.
            let is_part = rest.is_unknown || rest.end == next + 2 && letters[next..rest.end].iter().all(|c| *c <= HO_NOKHUK);
            let words = rest.words + u32::from(!is_part);
            let end = if is_part { rest.end } else { next };
            offer(Rest { unknown: rest.unknown + 1, words, end, is_unknown: true });
        }
        best[start] = found;
        next = start;
    }
    let mut at = 0;
    while let Some(rest) = best[at].filter(|rest| rest.end < length) {
        end(rest.end);
        at = rest.end;
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
