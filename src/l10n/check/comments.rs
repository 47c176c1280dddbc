//! Comments of a group or of a file (`##`, `###`) where tools of translation look for them: each on lines of its own, that of the file
//! at its top, and a group with messages in it.

use crate::diagnostic::{Code, Finding, Findings, SourceText};
use std::sync::Arc;

/// Reports comments that do not stand so.
pub fn check(file: &Arc<SourceText>, findings: &mut Findings) {
    let mut at = 0;
    let lines: Vec<(usize, &str)> = file
        .text()
        .split('\n')
        .map(|line| {
            let start = at;
            at += line.len() + 1;
            (start, line.trim_end_matches('\r'))
        })
        .collect();
    let level = |line: &str| {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=3).contains(&marks) && matches!(line.as_bytes().get(marks), None | Some(b' ')) { marks } else { 0 }
    };
    let (mut has_entry, mut open_group) = (false, None);
    for (number, &(start, line)) in lines.iter().enumerate() {
        let own = level(line);
        let before = number.checked_sub(1).map(|number| lines[number].1);
        if own < 2 {
            if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
                (has_entry, open_group) = (true, None);
            }
            continue;
        }
        if before.is_some_and(|line| level(line) == own) {
            continue; // A further line of the same comment.
        }
        let mut report = |message: &'static str, help: &'static str| {
            let finding = Finding::new(Code::CommentMisplaced, file.at(start..start + line.len()), message);
            findings.push(finding.help(help));
        };
        let next = lines[number..].iter().map(|(_, line)| *line).find(|line| level(line) != own);
        let is_closing = own == 2 && line.trim_end() == "##";
        if before.is_some_and(|line| !line.trim().is_empty()) {
            report("a comment of a group or a file right below another line", "leave a line empty before it");
        }
        if next.is_some_and(|line| !line.trim().is_empty()) {
            report("a comment of a group or a file right above another line", "leave a line empty behind it");
        }
        if own == 3 && has_entry {
            report(
                "a comment of the whole file below its messages",
                "move it to the top of the file, or write `##` for a group",
            );
        }
        if own == 2 {
            if let Some((start, end)) = open_group.replace((start, start + line.len())) {
                let place = file.at(start..end);
                let finding = Finding::new(Code::CommentMisplaced, place, "a group without messages");
                findings.push(finding.help("remove it, or join it with the next one"));
            }
            if is_closing {
                open_group = None;
            }
        }
    }
    if let Some((start, end)) = open_group {
        let finding = Finding::new(Code::CommentMisplaced, file.at(start..end), "a group without messages");
        findings.push(finding.help("remove it, or end the group before with an empty `##`"));
    }
}
