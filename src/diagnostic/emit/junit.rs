//! For build servers: JUnit's XML, a suite a file. A finding that fails the run is a failed case, any other a case with output;
//! each finished file in which every figure was proven is a case that passed.

use super::Outcome;
use crate::diagnostic::Finding;
use std::fmt::{self, Write};

/// The suite of the finished files.
const PROVEN: &str = "proven";

/// The report of a run.
pub fn junit(outcome: &Outcome<'_>) -> String {
    let mut suites: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in outcome.findings.iter() {
        match suites.last_mut() {
            Some((file, findings)) if *file == finding.place.path() => findings.push(finding),
            _ => suites.push((finding.place.path(), vec![finding])),
        }
    }
    let fails = |finding: &Finding| finding.severity >= outcome.fail_on;
    let failures = outcome.findings.iter().filter(|finding| fails(finding)).count();
    let tests = outcome.findings.len() + outcome.proven.len();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut push = |text: fmt::Arguments<'_>| xml.write_fmt(text).expect("a string takes all");
    let name = env!("CARGO_PKG_NAME");
    push(format_args!("<testsuites name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n"));
    for (file, findings) in suites {
        let failures = findings.iter().filter(|finding| fails(finding)).count();
        let (file, tests) = (Xml(file), findings.len());
        push(format_args!("  <testsuite name=\"{file}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n"));
        for finding in findings {
            let (line, column) = finding.place.line_column();
            let code = finding.code.name();
            push(format_args!("    <testcase classname=\"{file}\" name=\"{code} {line}:{column}\">\n"));
            let text = text(finding);
            match fails(finding) {
                true => {
                    let message = Xml(&finding.message);
                    push(format_args!("      <failure type=\"{code}\" message=\"{message}\">{}</failure>\n", Xml(&text)));
                }
                false => push(format_args!("      <system-out>{}</system-out>\n", Xml(&text))),
            }
            push(format_args!("    </testcase>\n"));
        }
        push(format_args!("  </testsuite>\n"));
    }
    if !outcome.proven.is_empty() {
        let tests = outcome.proven.len();
        push(format_args!("  <testsuite name=\"{PROVEN}\" tests=\"{tests}\" failures=\"0\" errors=\"0\">\n"));
        for path in outcome.proven {
            push(format_args!("    <testcase classname=\"{PROVEN}\" name=\"{}\"/>\n", Xml(path)));
        }
        push(format_args!("  </testsuite>\n"));
    }
    push(format_args!("</testsuites>"));
    xml
}

/// A finding as lines: where, what is wrong, what explains it, what would be right.
fn text(finding: &Finding) -> String {
    let mut text = format!("{:?}: {}", finding.place, finding.message);
    for (place, label) in &finding.related {
        write!(text, "\n{place:?}: {label}").expect("a string takes all");
    }
    if let Some(help) = &finding.help {
        write!(text, "\nhelp: {help}").expect("a string takes all");
    }
    text
}

/// Text escaped for XML 1.0, in content and in quoted attributes; characters that XML cannot hold become U+FFFD.
struct Xml<'a>(&'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // White space in attributes would become a space.
                '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(c))?,
                '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => f.write_char('\u{FFFD}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_what_xml_cannot_hold_is_replaced() {
        let escaped = "&lt;b a=&quot;1&quot;&gt; &amp; &#10;\u{FFFD}ร้อยละ";
        assert_eq!(Xml("<b a=\"1\"> & \n\u{8}ร้อยละ").to_string(), escaped);
    }
}
