//! What should be changed in a file, as a unified diff that `patch` and `git apply` take.
//!
//! In: an audit and the file. Out: the diff, empty if nothing is known to be changed. A printed page cannot be changed, and a place
//! that cannot be found in the file is left out.

use super::input::Input;
use super::{Audit, Fault};
use std::fmt::Write;
use std::ops::Range;

/// Lines around a change.
const AROUND: usize = 3;

/// The diff of a file.
pub fn patch(input: &Input, audit: &Audit) -> String {
    if !input.is_text {
        return String::new();
    }
    let edits: Vec<Edit<'_>> = audit.faults.iter().filter_map(|fault| edit(input, fault)).collect();
    diff(&input.path, input.source.text(), edits)
}

fn edit<'a>(input: &Input, fault: &'a Fault) -> Option<Edit<'a>> {
    Some((input.bytes(&fault.span)?, fault.expected.as_deref()?))
}

/// A span of the file, and what should stand there.
type Edit<'a> = (Range<usize>, &'a str);

/// The diff of a text in which spans are replaced; of two that overlap, the first counts.
fn diff(path: &str, text: &str, mut edits: Vec<Edit<'_>>) -> String {
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    let mut last = 0;
    edits.retain(|(span, right)| {
        let free = span.start >= last && &text[span.clone()] != *right;
        last = if free { span.end } else { last };
        free
    });
    if edits.is_empty() {
        return String::new();
    }
    let lines = line_places(text);
    let line_of = |at: usize| lines.partition_point(|line| line.start <= at).saturating_sub(1);
    // Changes whose lines touch are one hunk.
    let mut hunks: Vec<(Range<usize>, Vec<Edit<'_>>)> = Vec::new();
    for (span, right) in edits {
        let touched = line_of(span.start)..line_of(span.end.saturating_sub(1).max(span.start)) + 1;
        match hunks.last_mut() {
            Some((range, edits)) if touched.start <= range.end + 2 * AROUND => {
                range.end = range.end.max(touched.end);
                edits.push((span, right));
            }
            _ => hunks.push((touched, vec![(span, right)])),
        }
    }
    let path = path.trim_start_matches('/');
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let mut shift = 0_isize;
    for (range, edits) in hunks {
        let before = range.start.saturating_sub(AROUND)..range.start;
        let after = range.end..(range.end + AROUND).min(lines.len());
        let old = &text[lines[range.start].start..lines[range.end - 1].end];
        let base = lines[range.start].start;
        let mut new = String::new();
        let mut at = 0;
        for (span, right) in edits {
            new.push_str(&old[at..span.start - base]);
            new.push_str(right);
            at = span.end - base;
        }
        new.push_str(&old[at..]);
        let count = |text: &str| text.split_inclusive('\n').count();
        let context = before.len() + after.len();
        let (length, new_length) = (range.len() + context, count(&new) + context);
        let start = before.start as isize + 1;
        writeln!(out, "@@ -{start},{length} +{},{new_length} @@", start + shift).expect("a string takes everything");
        shift += new_length as isize - length as isize;
        let shown = |range: Range<usize>| range.map(|line| &text[lines[line].clone()]);
        shown(before).for_each(|line| push(&mut out, ' ', line));
        changed(&mut out, old, &new);
        shown(after).for_each(|line| push(&mut out, ' ', line));
    }
    out
}

/// The lines of a hunk: those that stay as they are, and each run of others before what stands in its place.
fn changed(out: &mut String, old: &str, new: &str) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    if old.len() != new.len() {
        old.into_iter().for_each(|line| push(out, '-', line));
        new.into_iter().for_each(|line| push(out, '+', line));
        return;
    }
    let mut at = 0;
    while at < old.len() {
        let run = (at..old.len()).take_while(|line| old[*line] != new[*line]).count();
        old[at..at + run].iter().for_each(|line| push(out, '-', line));
        new[at..at + run].iter().for_each(|line| push(out, '+', line));
        at += run;
        if at < old.len() {
            push(out, ' ', old[at]);
            at += 1;
        }
    }
}

fn push(out: &mut String, mark: char, line: &str) {
    out.push(mark);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// The places of the lines, their ends included.
fn line_places(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_changes_are_one_hunk_and_the_last_line_may_have_no_end() {
        let text = "a\nb 57%\nc\nd\ne 8\nf\ng\nh\nx\ni\nj\nk\nl 9";
        let at = |wanted: &str| text.find(wanted).map(|at| at..at + wanted.len()).unwrap();
        let diff = diff("old.txt", text, vec![(at("57%"), "80%"), (at("8"), "7"), (at("9"), "5")]);
        let expected = "--- a/old.txt\n+++ b/old.txt\n@@ -1,8 +1,8 @@\n a\n-b 57%\n+b 80%\n c\n d\n-e 8\n+e 7\n f\n g\n h\n\
                        @@ -10,4 +10,4 @@\n i\n j\n k\n-l 9\n\\ No newline at end of file\n+l 5\n\\ No newline at end of file\n";
        assert_eq!(diff, expected);
    }

    #[test]
    fn nothing_to_change_is_nothing() {
        assert_eq!(diff("a", "", Vec::new()), "");
        assert_eq!(diff("a", "5%", vec![(0..2, "5%")]), "");
    }
}
