//! Letters and digits of other scripts that stand in numbers, put right before anything is read: `6,7OO`, `2O22年1O月`, `8๘%`.
//!
//! In: a text. Out: a [`Repair`]: the text with plain numbers, and the way back from its places to those of the text as it was.
//! Nothing can go wrong.

use super::{Audit, FORM, Fault, Verdict};
use crate::compare::debris::look_alikes;
use crate::diagnostic::Code;
use std::ops::Range;

/// A text whose numbers are plain again.
pub struct Repair {
    /// The text.
    pub text: String,
    /// What was changed: its bytes in the text as it was, and in this one; in order.
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl Repair {
    /// The text with plain numbers; `None` if they all are.
    pub fn of(text: &str) -> Option<Self> {
        let alike = look_alikes(text).map(|span| (span.clone(), text[span].chars().map(digit).collect::<String>()));
        let mut found: Vec<(Range<usize>, String)> = alike.chain(short(text)).chain(mixed(text)).collect();
        found.sort_by_key(|(span, _)| (span.start, span.end));
        found.dedup_by(|next, last| next.0.start < last.0.end);
        if found.is_empty() {
            return None;
        }
        let mut repair = Self { text: String::with_capacity(text.len()), changes: Vec::new() };
        let mut at = 0;
        for (span, right) in found {
            repair.text.push_str(&text[at..span.start]);
            let start = repair.text.len();
            repair.text.push_str(&right);
            at = span.end;
            repair.changes.push((span, start..repair.text.len()));
        }
        repair.text.push_str(&text[at..]);
        Some(repair)
    }

    /// What came of the mended text, as said of the text as it was: what was mended is a fault.
    pub fn restore(&self, mut audit: Audit, text: &str) -> Audit {
        for (_, changed) in &self.changes {
            let meets = |span: &Range<usize>| span.start < changed.end && changed.start < span.end;
            let figure = audit.figures.iter_mut().find(|judged| meets(&judged.figure.span));
            let span = figure.as_ref().map_or_else(|| changed.clone(), |judged| judged.figure.span.clone());
            let (old, right) = (self.place(&span), self.text[span.clone()].to_owned());
            let printed = &text[old];
            let message = format!("`{printed}` has letters or foreign digits in its number");
            if let Some(judged) = figure.filter(|judged| judged.verdict != Verdict::Wrong) {
                (judged.verdict, judged.confidence) = (Verdict::Wrong, FORM.max(judged.confidence));
            }
            match audit.faults.iter_mut().find(|fault| fault.meets(&span)) {
                Some(known) if known.code == Code::LettersInNumber => {}
                Some(known) => {
                    known.code = Code::LettersInNumber;
                    known.expected.get_or_insert(right);
                }
                None => audit.faults.push(Fault::new(Code::LettersInNumber, span, message).expect(right)),
            }
        }
        for judged in &mut audit.figures {
            judged.figure.span = self.place(&judged.figure.span);
            judged.figure.core = self.place(&judged.figure.core);
        }
        for fault in &mut audit.faults {
            fault.span = self.place(&fault.span);
        }
        audit.faults.sort_by_key(|fault| (fault.span.start, fault.span.end, fault.code));
        audit
    }

    /// Where a span of the mended text stands in the text as it was.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        self.back(span.start, |old| old.start)..self.back(span.end, |old| old.end)
    }

    fn back(&self, at: usize, within: fn(&Range<usize>) -> usize) -> usize {
        let next = self.changes.partition_point(|(_, new)| new.start < at);
        let Some((old, new)) = next.checked_sub(1).map(|last| &self.changes[last]) else { return at };
        if at < new.end { within(old) } else { old.end + (at - new.end) }
    }
}

/// Numbers of one digit and an `O`, an `l` or an `I`: `3O`, `l6`; chemistry and names begin with another letter.
fn short(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let pairs = text.as_bytes().windows(2).enumerate().filter(|(_, pair)| match pair {
        [first, b'O'] => first.is_ascii_digit(),
        [b'l' | b'I', second] => second.is_ascii_digit(),
        _ => false,
    });
    let alone = pairs.filter(|(at, pair)| {
        let (head, rest) = (&text[..*at], &text[at + 2..]);
        let ends = !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '％' | '.' | ',' | '-' | '/'));
        let begins = !head.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '/'));
        // `l3` counts something that is named behind it; at the end of a sentence it is a name itself.
        let counts = pair[1] == b'O'
            || rest.trim_start().starts_with(|c: char| c.is_lowercase() || !c.is_ascii() && c.is_alphabetic());
        begins && ends && counts
    });
    alone.map(|(at, _)| (at..at + 2, text[at..at + 2].chars().map(digit).collect()))
}

/// The digit that a letter looks like.
fn digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

/// A character of a number, with its script; separators have none.
type Sign = (Option<usize>, char);

/// The zeros of the scripts whose digits are read.
const ZEROS: [u32; 3] = [0x30, 0x0E50, 0xFF10];

/// Numbers in which digits of two scripts stand: `6๗%`; with all their digits in the script that most of them have.
fn mixed(text: &str) -> Vec<(Range<usize>, String)> {
    let script = |c: char| ZEROS.iter().position(|zero| (*zero..zero + 10).contains(&u32::from(c)));
    let mut found = Vec::new();
    let mut run: Option<(usize, Vec<Sign>)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (script(c), &mut run) {
            (Some(script), run) => run.get_or_insert_with(|| (at, Vec::new())).1.push((Some(script), c)),
            (None, Some((_, digits))) if matches!(c, ',' | '.') && text[at + 1..].starts_with(|c| script(c).is_some()) => {
                digits.push((None, c));
            }
            (None, run) => {
                let Some((start, digits)) = run.take() else { continue };
                let count = |script| digits.iter().filter(|(of, _)| *of == Some(script)).count();
                let most = (0..ZEROS.len()).rev().max_by_key(|script| count(*script)).unwrap_or_default();
                let all = digits.iter().filter(|(of, _)| of.is_some()).count();
                if count(most) < all {
                    let plain = |(of, c): &Sign| {
                        of.and_then(|of| char::from_u32(u32::from(*c) - ZEROS[of] + ZEROS[most])).unwrap_or(*c)
                    };
                    found.push((start..at, digits.iter().map(plain).collect()));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_again_and_places_lead_back() {
        let text = "ลูกค้า 8๘% และ 2O22年1O月, ๖,๗0๐ and l6 people";
        let repair = Repair::of(text).unwrap();
        assert_eq!(repair.text, "ลูกค้า 88% และ 2022年10月, ๖,๗๐๐ and 16 people");
        for (right, printed) in
            [("88%", "8๘%"), ("2022年10月", "2O22年1O月"), ("๖,๗๐๐", "๖,๗0๐"), ("16 p", "l6 p"), ("and", "and")]
        {
            let at = repair.text.find(right).unwrap();
            assert_eq!(&text[repair.place(&(at..at + right.len()))], printed);
        }
        assert!(Repair::of("H2O, L2, 3 l, ๖,๗๐๐ and 6,700").is_none());
    }
}
