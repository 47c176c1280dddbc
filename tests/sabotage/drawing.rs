//! Garbles of the words of a drawing, at each of its figures: a name says something else, or stands at another value.

use super::dice::Dice;
use super::markup::{Garble, Scene, exchanged};
use super::pages::splice;
use std::ops::Range;

/// Every such garble, by name.
pub const GARBLES: &[(&str, Garble)] = &[
    ("drawing: letter added to a name", |scene, dice| {
        let letter = match scene.document.locale.as_str() {
            "th" => "ก",
            "zh-Hans" => "的",
            _ => "s",
        };
        added(scene, dice, letter)
    }),
    ("drawing: sign added to a name", |scene, dice| {
        let sign = *dice.pick(&["7", "-", "%", "~", "½", "๗", "一", "'", "(", "."])?;
        added(scene, dice, sign)
    }),
    ("drawing: hedge set into a name", |scene, dice| {
        let hedges = match scene.document.locale.as_str() {
            "th" => ["มากกว่า", "ไม่ถึง", "เกือบ", "เพียง"],
            "zh-Hans" => ["超过", "不到", "近", "仅"],
            _ => ["more than ", "less than ", "nearly ", "only "],
        };
        let hedge = *dice.pick(&hedges)?;
        added(scene, dice, hedge)
    }),
    ("drawing: letter of a name lost", |scene, dice| {
        let at = *dice.pick(&letters(scene.html, name(scene)?))?;
        let end = scene.html.ceil_char_boundary(at + 1);
        Some(splice(scene.html, at..end, ""))
    }),
    ("drawing: line of a name lost", |scene, _| {
        let name = name(scene)?;
        let line = name.start + scene.html[name.clone()].rfind("<tspan x=")?;
        let words = line + scene.html[line..].find('>')? + 1..name.end - "</tspan>".len();
        Some(splice(scene.html, words, ""))
    }),
    ("drawing: names exchanged", |scene, dice| {
        let (own, other) = (name(scene)?, other_name(scene, dice)?);
        Some(exchanged(scene.html, own, other)).filter(|page| page != scene.html)
    }),
    ("drawing: name set at another row", |scene, dice| {
        let (own, other) = (name(scene)?, other_name(scene, dice)?);
        let words = scene.html[own.clone()].to_owned();
        let page = if own.start < other.start {
            splice(&splice(scene.html, other.end..other.end, &words), own, "")
        } else {
            splice(&splice(scene.html, own, ""), other.end..other.end, &words)
        };
        Some(page)
    }),
    ("drawing: name kept for another row", |scene, dice| {
        let (own, other) = (name(scene)?, other_name(scene, dice)?);
        (scene.html[own.clone()] != scene.html[other.clone()]).then(|| splice(scene.html, other, &scene.html[own]))
    }),
];

/// The row of a drawing around a place: its groups are its rows.
fn row(html: &str, at: usize) -> Option<Range<usize>> {
    let start = html[..at].rfind("<g>")?;
    let end = start + html[start..].find("</g>")?;
    (end > at).then_some(start..end)
}

/// The words of the name of the row at whose value the scene is.
fn name(scene: &Scene<'_>) -> Option<Range<usize>> {
    name_in(scene.html, row(scene.html, scene.element()?.element.start)?)
}

/// The words of the first label of a row.
fn name_in(html: &str, row: Range<usize>) -> Option<Range<usize>> {
    let label = row.start + html[row.clone()].find(" class=\"label\"")?;
    let start = label + html[label..].find('>')? + 1;
    let end = start + html[start..].find("</text>")?;
    (end <= row.end).then_some(start..end)
}

/// The name of another row of the same drawing.
fn other_name(scene: &Scene<'_>, dice: &mut Dice) -> Option<Range<usize>> {
    let html = scene.html;
    let own = row(html, scene.spot.element.start)?;
    let start = html[..own.start].rfind("<svg")?;
    let end = own.end + html[own.end..].find("</svg>")?;
    let rows = html[start..end].match_indices("<g>").filter_map(|(at, group)| row(html, start + at + group.len()));
    let names: Vec<_> = rows.filter(|row| *row != own).filter_map(|row| name_in(html, row)).collect();
    dice.pick(&names).cloned()
}

/// The places of the letters of some words, tags left out.
fn letters(html: &str, words: Range<usize>) -> Vec<usize> {
    let mut in_tag = false;
    let mut letters = Vec::new();
    for (at, c) in html[words.clone()].char_indices() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag && c.is_alphabetic() => letters.push(words.start + at),
            _ => {}
        }
    }
    letters
}

/// The page with something before a letter of the name.
fn added(scene: &Scene<'_>, dice: &mut Dice, what: &str) -> Option<String> {
    let at = *dice.pick(&letters(scene.html, name(scene)?))?;
    Some(splice(scene.html, at..at, what))
}
