//! For GitHub Actions: a workflow command a finding, which becomes an annotation at its line.
//!
//! The syntax and the escapes are those of the Actions toolkit (`@actions/core`, `command.ts`): in the message `%`, CR and LF,
//! in properties also `:` and `,`.

use super::from_outside;
use crate::diagnostic::{Finding, Severity};
use std::fmt::Write;

/// A finding as a workflow command; `root` is the project's folder as seen from the repository's.
pub fn github(finding: &Finding, root: &str) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (line, column) = finding.place.line_column();
    let (end_line, end_column) = finding.place.end_line_column();
    let file = from_outside(root, finding.place.path());
    let mut text = format!("::{command} file={},line={line}", property(&file));
    // Columns mean something only where the place does not run over several lines.
    match line == end_line {
        true => write!(text, ",col={column},endColumn={end_column}"),
        false => write!(text, ",endLine={end_line}"),
    }
    .expect("a string takes all");
    write!(text, ",title={}::{}", property(finding.code.name()), message(&finding.message)).expect("a string takes all");
    if let Some(help) = &finding.help {
        write!(text, "%0A{}", message(help)).expect("a string takes all");
    }
    text
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, SourceText};

    #[test]
    fn a_finding_is_one_command_whatever_it_says() {
        let text = SourceText::new("locales/th/a,b:c.ftl", "ก = ขึ้น 88%\nจบ\n");
        let start = text.text().find("88%").unwrap();
        let finding = Finding::new(Code::DigitInNarrative, text.at(start..start + 3), "`88%` is typed\nhere").help("100%\r");
        assert_eq!(
            github(&finding, "site"),
            "::error file=site/locales/th/a%2Cb%3Ac.ftl,line=1,col=10,endColumn=13,title=digit-in-narrative::\
             `88%25` is typed%0Ahere%0A100%25%0D"
        );
        let finding = Finding::new(Code::StatUnverified, text.at(0..text.text().len() - 1), "x");
        let expected = "::warning file=locales/th/a%2Cb%3Ac.ftl,line=1,endLine=2,title=stat-unverified::x";
        assert_eq!(github(&finding, ""), expected);
    }
}
