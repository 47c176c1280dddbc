//! The XML of JUnit, held against the published schema of Jenkins' xUnit plugin (`junit-10.xsd`); and a reader for XML.
//!
//! The schema lets the elements inside another stand in any order, so that nothing is to be said of order here.

/// An element: its name, its attributes, its elements, and its text.
#[derive(Debug, Default, Clone, PartialEq)]
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

/// The published schema, without its comments and its prefix.
fn schema() -> Element {
    let text = include_str!("../schemas/junit-10.xsd");
    let mut plain = String::new();
    for part in text.split("<!--") {
        plain += part.split_once("-->").map_or(part, |(_, rest)| rest);
    }
    let start = plain.find("<xs:schema").expect("the schema begins");
    element(&plain[start..].replace(" xmlns:xs=", " xmlns=").replace("xs:", "")).0
}

/// What is wrong with a report: what the schema forbids, and counts of other cases than there are.
pub fn faults(report: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    check(report, &schema(), &mut faults);
    faults
}

fn check(element: &Element, schema: &Element, faults: &mut Vec<String>) {
    let name = &element.name;
    let named = |kind: &str, name: &str| {
        schema.children.iter().find(|rule| rule.name == kind && rule.get("name") == Some(name)).cloned()
    };
    let Some(rule) = named("element", name) else { return faults.push(format!("<{name}> is no element of a report")) };
    let own = rule.get("type").and_then(|kind| named("complexType", kind));
    let own = own.or_else(|| rule.children.iter().find(|child| child.name == "complexType").cloned());
    // What has no type of its own is a text.
    let has_text = own.as_ref().is_none_or(|own| own.get("mixed") == Some("true"));
    let own = own.unwrap_or_default();
    let attributes: Vec<_> = own.children.iter().filter(|child| child.name == "attribute").collect();
    for attribute in attributes.iter().filter(|attribute| attribute.get("use") == Some("required")) {
        let required = attribute.get("name").expect("an attribute has a name");
        if element.get(required).is_none() {
            faults.push(format!("<{name}> lacks {required}"));
        }
    }
    for (attribute, _) in &element.attributes {
        if !attributes.iter().any(|known| known.get("name") == Some(attribute)) {
            faults.push(format!("<{name}> has {attribute}"));
        }
    }
    if !has_text && !element.text.trim().is_empty() {
        faults.push(format!("<{name}> has text"));
    }
    for child in &element.children {
        if !own.all("element").any(|inside| inside.get("ref") == Some(&child.name)) {
            faults.push(format!("<{name}> holds <{}>", child.name));
        }
        check(child, schema, faults);
    }
    let cases: Vec<_> = element.all("testcase").collect();
    let failed = cases.iter().filter(|case| case.children.iter().any(|child| child.name == "failure")).count();
    for (counted, count) in [("tests", cases.len()), ("failures", failed)] {
        if element.get(counted).is_some_and(|said| said != count.to_string()) {
            faults.push(format!("<{name}> counts other {counted} than it has"));
        }
    }
}

#[test]
fn what_the_schema_forbids_is_found() {
    let faults = |inside: &str| {
        let suite = format!("<testsuite name=\"a\" tests=\"1\" failures=\"1\" errors=\"0\">{inside}</testsuite>");
        faults(&read(&format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>{suite}</testsuites>")))
    };
    assert_eq!(faults("<testcase name=\"b\"><failure message=\"c\">d</failure></testcase>"), Vec::<String>::new());
    assert_eq!(faults("<testcase><failure/></testcase>"), ["<testcase> lacks name"]);
    assert_eq!(faults("<testcase name=\"b\" line=\"1\"><failure/></testcase>"), ["<testcase> has line"]);
    assert_eq!(faults("<testcase name=\"b\">c<failure/></testcase>"), ["<testcase> has text"]);
    assert_eq!(faults("<testcase name=\"b\"><failure/><note/></testcase>").len(), 2);
    assert_eq!(faults("<testcase name=\"b\"/>"), ["<testsuite> counts other failures than it has"]);
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
