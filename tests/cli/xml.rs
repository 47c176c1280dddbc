//! The XML of JUnit, as Jenkins' `junit-10.xsd` has it, reduced to what numerate writes; and a reader for it.

/// An element: its name, its attributes, its elements, and its text.
#[derive(Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every element of that name in it, itself too.
    pub fn all<'a>(&'a self, name: &'a str) -> Box<dyn Iterator<Item = &'a Element> + 'a> {
        let own = std::iter::once(self).filter(move |element| element.name == name);
        Box::new(own.chain(self.children.iter().flat_map(move |child| child.all(name))))
    }
}

/// An element of the schema, as the table below lists it.
type Rule = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str], bool);

/// The elements: required attributes, other attributes, elements inside, and whether there may be text.
const ELEMENTS: &[Rule] = &[
    ("testsuites", &[], &["name", "tests", "failures", "errors"], &["testsuite"], false),
    ("testsuite", &["name", "tests", "failures", "errors"], &["skipped"], &["testcase"], false),
    ("testcase", &["name"], &["classname"], &["failure", "system-out"], false),
    ("failure", &[], &["type", "message"], &[], true),
    ("system-out", &[], &[], &[], true),
];

/// What is wrong with a report.
pub fn faults(element: &Element) -> Vec<String> {
    let Some((name, required, others, inside, text)) = ELEMENTS.iter().find(|(name, ..)| *name == element.name) else {
        return vec![format!("<{}> is no element of a report", element.name)];
    };
    let mut faults = Vec::new();
    faults
        .extend(required.iter().filter(|known| element.get(known).is_none()).map(|known| format!("<{name}> lacks {known}")));
    for (attribute, value) in &element.attributes {
        if !required.contains(&attribute.as_str()) && !others.contains(&attribute.as_str()) {
            faults.push(format!("<{name}> has {attribute}"));
        }
        if ["tests", "failures", "errors"].contains(&attribute.as_str()) && value.parse::<usize>().is_err() {
            faults.push(format!("<{name}> counts {value}"));
        }
    }
    if !text && !element.text.trim().is_empty() {
        faults.push(format!("<{name}> has text"));
    }
    for child in &element.children {
        if !inside.contains(&child.name.as_str()) {
            faults.push(format!("<{name}> holds <{}>", child.name));
        }
        faults.extend(self::faults(child));
    }
    let cases: Vec<_> = element.all("testcase").collect();
    let counted = |name: &str| element.get(name).map(|count| count.parse::<usize>().unwrap_or(usize::MAX));
    if counted("tests").is_some_and(|count| count != cases.len()) {
        faults.push(format!("<{name}> counts other tests than it has"));
    }
    let failures = cases.iter().filter(|case| case.children.iter().any(|child| child.name == "failure")).count();
    if counted("failures").is_some_and(|count| count != failures) {
        faults.push(format!("<{name}> counts other failures than it has"));
    }
    faults
}

/// Reads a document; panics if it is not well-formed.
pub fn read(xml: &str) -> Element {
    let xml = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").expect("the declaration comes first");
    assert!(!xml.chars().any(|c| c < ' ' && !"\t\n\r".contains(c)), "characters that XML cannot hold");
    let (root, rest) = element(xml.trim_start());
    assert_eq!(rest.trim(), "", "something stands after the root");
    root
}

fn element(xml: &str) -> (Element, &str) {
    let mut rest = xml.strip_prefix('<').expect("an element begins");
    let mut element = Element { name: name(&mut rest), ..Element::default() };
    loop {
        let spaced = rest.trim_start();
        if let Some(after) = spaced.strip_prefix("/>") {
            return (element, after);
        }
        if let Some(after) = spaced.strip_prefix('>') {
            rest = after;
            break;
        }
        assert!(spaced.len() < rest.len(), "white space stands before an attribute");
        rest = spaced;
        let name = name(&mut rest);
        assert!(element.get(&name).is_none(), "{name} stands twice");
        let (value, after) = rest.strip_prefix("=\"").and_then(|rest| rest.split_once('"')).expect("a quoted value");
        element.attributes.push((name, unescaped(value)));
        rest = after;
    }
    loop {
        let (text, after) = rest.split_at(rest.find('<').expect("the element ends"));
        element.text += &unescaped(text);
        if let Some(after) = after.strip_prefix("</") {
            let after = after.strip_prefix(element.name.as_str()).expect("the end has the name of the beginning");
            return (element, after.trim_start().strip_prefix('>').expect("the end ends"));
        }
        let (child, after) = self::element(after);
        element.children.push(child);
        rest = after;
    }
}

fn name(rest: &mut &str) -> String {
    let (name, after) =
        rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':').expect("a name ends"));
    assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "a name begins with a letter");
    *rest = after;
    name.to_owned()
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "{text}: < and > are escaped");
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once(';').expect("a reference ends");
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => {
                let code: u32 = name.strip_prefix('#').expect("a known reference").parse().expect("a number");
                char::from_u32(code).filter(|c| *c >= ' ' || "\t\n\r".contains(*c)).expect("a character of XML")
            }
        });
        plain += after;
    }
    plain
}
