//! What the style sheets of a project, and those that stand in a page, do to its figures.
//!
//! In: style sheets. Out: the figures of a page that they hide, and the texts that they generate. Whether a selector means an
//! element is first asked of its last part alone, which needs no tree of the page. Nothing can go wrong: what cannot be read as a
//! selector means nothing, as in a browser.

use super::attributes::Attributes;
use super::name::Name;
use super::style::Sheet;
use super::walk::Styles;
use crate::model::Project;
use crate::verify::reading::Reading;
use scraper::{ElementRef, Html, Selector};

/// The style sheets of a project, by file name.
#[derive(Debug, Default)]
pub(in crate::verify) struct Sheets<'a> {
    sheets: Vec<(&'a str, Sheet)>,
    rules: Rules,
}

impl<'a> Sheets<'a> {
    /// Those among the templates of a project.
    pub fn of(project: &'a Project) -> Self {
        let css = project.templates.iter().filter(|(name, _)| name.ends_with(".css"));
        Self::new(css.map(|(name, text)| (name.as_str(), text.text())))
    }

    fn new(css: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let sheets: Vec<_> = css.map(|(name, text)| (name, Sheet::read(text))).collect();
        let rules = Rules::of(sheets.iter().flat_map(|(_, sheet)| sheet.selectors()));
        Self { sheets, rules }
    }

    /// The rules that may mean a figure and do something to it.
    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Marks the figures that the styles of a page hide, and adds the texts that they generate.
    pub(super) fn apply(&self, document: &Html, styles: &Styles, page: &mut Reading<'_>) {
        for css in &styles.own {
            let sheet = Sheet::read(css);
            page.generated.extend(sheet.generating.iter().map(|(_, text)| says(text)));
            let is_foreign = ["@font-face", "@import"].iter().any(|rule| css.to_ascii_lowercase().contains(rule));
            page.foreign.extend(is_foreign.then(|| css.trim_ascii().to_owned()));
            hide(document, &sheet, page);
        }
        let is_linked = |name: &str| {
            styles.linked.iter().any(|href| href.split(['?', '#']).next().is_some_and(|path| path.ends_with(name)))
        };
        for (_, sheet) in self.sheets.iter().filter(|(name, _)| is_linked(name)) {
            hide(document, sheet, page);
            let at_figure = |selector: &str| !figures_of(document, selector, Reach::Within).is_empty();
            let texts = sheet.generating.iter().filter(|(selector, _)| at_figure(selector));
            page.generated.extend(texts.map(|(_, text)| says(text)));
        }
    }
}

/// What a style does that generates a text.
fn says(text: &str) -> String {
    format!("a style generates {text}")
}

fn hide(document: &Html, sheet: &Sheet, page: &mut Reading<'_>) {
    for selector in &sheet.hiding {
        let ids = figures_of(document, selector, Reach::Around);
        let marks = page.pieces.iter_mut().flat_map(|piece| &mut piece.marks);
        marks.filter(|mark| ids.iter().any(|id| *id == mark.element)).for_each(|mark| mark.hidden = true);
    }
}

/// Which figures an element concerns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Itself, and those around it.
    Within,
    /// Itself, those around it, and those in it.
    Around,
}

/// The ids of the figures that are concerned by what a selector means, its pseudo-elements left off.
fn figures_of(document: &Html, selector: &str, reach: Reach) -> Vec<String> {
    let plain: Vec<_> = selector.split(',').map(|one| one.split("::").next().unwrap_or_default()).collect();
    let plain = plain.join(",").replace(":before", "").replace(":after", "");
    let Some(selector) = Selector::parse(&plain).or_else(|_| Selector::parse(&bare(&plain))).ok() else { return Vec::new() };
    let figures = Selector::parse("data.figure, tspan.figure").expect("the selector is one");
    let id = |element: ElementRef<'_>| element.value().id().unwrap_or_default().to_owned();
    let mut ids = Vec::new();
    for found in document.select(&selector) {
        let around = found.ancestors().filter_map(ElementRef::wrap).chain([found]);
        ids.extend(around.filter(|element| figures.matches(element)).map(id));
        if reach == Reach::Around {
            ids.extend(found.select(&figures).map(id));
        }
    }
    ids
}

/// Selectors without their pseudo-classes, some of which depend on what a reader does.
fn bare(selectors: &str) -> String {
    let mut bare = String::new();
    let (mut skipping, mut depth) = (false, 0);
    for character in selectors.chars() {
        match character {
            ':' => skipping = true,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && !character.is_ascii_alphanumeric() && character != '-' => skipping = false,
            _ => {}
        }
        if !skipping && depth == 0 {
            bare.push(character);
        }
    }
    bare
}

/// A selector as far as it can be told without a tree: what it asks of an element, and of those around it.
#[derive(Debug, Default)]
pub(super) struct Rule {
    own: Compound,
    /// As bits of [`Rules::around`].
    around: u64,
}

/// The rules of style sheets that may mean a figure and do something to it.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    /// What they ask of the elements around; of more than 64 the rest is taken for granted.
    around: Vec<Compound>,
}

impl Rules {
    fn of<'a>(selectors: impl Iterator<Item = &'a str>) -> Self {
        let mut rules = Self::default();
        for selector in selectors {
            // A comma or a bracket inside `:is(…)` or `[…]`: anything may be meant.
            if selector.contains(['(', '[', '\\']) {
                rules.rules.push(Rule::default());
            } else {
                selector.split(',').for_each(|one| rules.add(one));
            }
        }
        rules
    }

    fn add(&mut self, selector: &str) {
        let selector = selector.replace('>', " ");
        let mut parts: Vec<&str> = selector.split_ascii_whitespace().collect();
        let own = Compound::new(parts.pop().unwrap_or_default().rsplit(['+', '~']).next().unwrap_or_default());
        // What stands before `+` or `~` is a sibling, and where it stands is left open.
        let is_joined = selector.contains(['+', '~']);
        let mut around = 0;
        for part in parts.into_iter().filter(|_| !is_joined).map(Compound::new) {
            let known = self.around.iter().position(|known| *known == part).unwrap_or(self.around.len());
            if known == self.around.len() {
                self.around.push(part);
            }
            around |= 1u64.checked_shl(known as u32).unwrap_or(0);
        }
        self.rules.push(Rule { own, around });
    }

    /// What the rules have to do with an element.
    pub fn fit(&self, name: &str, attributes: &Attributes<'_, '_>) -> Fit {
        let fitting = self.around.iter().take(64).enumerate().filter(|(_, compound)| compound.fits(name, attributes));
        let bits = fitting.fold(0, |bits, (at, _)| bits | 1 << at);
        let own = self.rules.iter().filter(|rule| rule.own.fits(name, attributes)).map(|rule| rule.around).collect();
        Fit { own, bits }
    }

    /// Whether any rule asks for an id, so that elements of the same name and class may differ.
    pub fn ask_for_ids(&self) -> bool {
        self.rules.iter().map(|rule| &rule.own).chain(&self.around).any(|compound| compound.id.is_some())
    }
}

/// What rules have to do with an element.
#[derive(Debug, Clone, Default)]
pub(super) struct Fit {
    /// What each rule that may mean it asks of the elements around it.
    own: Vec<u64>,
    /// What it is to those in it, as bits.
    pub bits: u64,
}

impl Fit {
    /// Whether a rule may mean the element where it stands in elements with these bits.
    pub fn is_meant(&self, around: u64) -> bool {
        self.own.iter().any(|asked| asked & !around == 0)
    }
}

/// The fits of the elements of a page: most are like one before.
#[derive(Debug)]
pub(super) struct Fits<'s> {
    rules: &'s Rules,
    ask_for_ids: bool,
    /// By name, with class; most elements have none, which takes no comparing of texts.
    known: [Vec<(Option<String>, Fit)>; Name::COUNT],
    /// That of an element which is not kept.
    other: Fit,
}

/// How many fits of a name are kept: enough for the classes that templates have.
const KEPT: usize = 16;

impl<'s> Fits<'s> {
    /// Those by these rules; none is known yet.
    pub fn new(rules: &'s Rules) -> Self {
        let known = std::array::from_fn(|_| Vec::new());
        Self { rules, ask_for_ids: rules.ask_for_ids(), known, other: Fit::default() }
    }

    /// The fit of an element; `tag` is how its name is written.
    pub fn of(&mut self, name: Name, tag: &str, attributes: &Attributes<'_, '_>) -> &Fit {
        let known = &mut self.known[name as usize];
        let is_usual = name != Name::Other && (attributes.id.is_none() || !self.ask_for_ids);
        let place = known.iter().position(|(class, _)| class.as_deref() == attributes.class);
        if let Some(at) = place.filter(|_| is_usual) {
            return &known[at].1;
        }
        let fit = self.rules.fit(tag, attributes);
        if !is_usual || known.len() == KEPT {
            self.other = fit;
            return &self.other;
        }
        known.push((attributes.class.map(str::to_owned), fit));
        &known[known.len() - 1].1
    }
}

/// One part of a selector, as `td.end` of `table td.end`: an element that it means has all of these.
#[derive(Debug, Default, PartialEq)]
struct Compound {
    name: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
}

impl Compound {
    fn new(part: &str) -> Self {
        let last = part.split(':').next().unwrap_or_default();
        let mut compound = Self::default();
        let starts: Vec<_> = last.match_indices(['.', '#']).map(|(at, _)| at).chain([last.len()]).collect();
        let name = &last[..starts[0]];
        compound.name = Some(name.to_ascii_lowercase()).filter(|name| !name.is_empty() && name != "*");
        for part in starts.windows(2) {
            let part = &last[part[0]..part[1]];
            match part.strip_prefix('#') {
                Some(id) => compound.id = Some(id.to_owned()),
                None => compound.classes.push(part[1..].to_owned()),
            }
        }
        compound
    }

    /// Whether an element has all of it.
    fn fits(&self, name: &str, attributes: &Attributes<'_, '_>) -> bool {
        let all = attributes.class.unwrap_or_default();
        let has_class = |class: &String| all.len() >= class.len() && all.split_ascii_whitespace().any(|one| one == class);
        self.name.as_ref().is_none_or(|own| own == name)
            && self.id.as_ref().is_none_or(|id| attributes.id.is_some_and(|own| own == id))
            && self.classes.iter().all(has_class)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><link rel=\"stylesheet\" href=\"../style.css?2\"></head><body>\
        <div class=\"a b\"><p id=\"x\"><data class=\"figure\" id=\"f1\">5<span>†</span></data></p></div><nav><b>c</b></nav></body></html>";

    fn read_with(css: &str) -> (bool, Vec<String>) {
        let reading = read(PAGE, &Sheets::new([("style.css", css)].into_iter()));
        (reading.pieces.iter().flat_map(|piece| &piece.marks).any(|mark| mark.hidden), reading.generated)
    }

    #[test]
    fn a_linked_sheet_hides_figures_and_what_is_around_them() {
        for css in [
            "data{display:none}",
            ".a.b{opacity:0}",
            "#x:first-child{visibility:hidden}",
            "data:not(:hover){display:none}",
            "div > *{font-size:0}",
            ":is(p,i){display:none}",
        ] {
            assert!(read_with(css).0, "{css}");
        }
        for css in [
            "nav{display:none}",
            ".a.c p{display:none}",
            ".b i{opacity:0}",
            "nav b{display:none}",
            "data{color:red}",
            "p ~ p{display:none}",
        ] {
            assert!(!read_with(css).0, "{css}");
        }
    }

    #[test]
    fn a_linked_sheet_generates_text_at_a_figure() {
        assert_eq!(read_with("data::after{content:attr(value)}").1, ["a style generates attr(value)"]);
        assert_eq!(read_with("data span:before{content:\"0\"}").1, ["a style generates \"0\""]);
        assert_eq!(read_with("p::after, nav::after{content:\"end\"}").1, Vec::<String>::new());
    }
}
