//! The numbering of lists: a number that is missing, twice there, or that ran into the text.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::model::{Figure, Role};

/// Lists whose numbers do not follow one another.
pub fn broken(page: &Page<'_>) -> Vec<Fault> {
    let markers: Vec<(u32, &Figure)> = page
        .figures
        .iter()
        .filter(|figure| figure.role == Role::Structural && is_marker(page, figure))
        .filter_map(|figure| Some((u32::try_from(figure.quantity.amount.value()?).ok()?, figure)))
        .collect();
    let mut faults = Vec::new();
    // The lists that are open, innermost last, each with its last number.
    let mut open: Vec<u32> = Vec::new();
    for (position, (number, figure)) in markers.iter().copied().enumerate() {
        while open.len() > 1
            && open.last().is_some_and(|last| last + 1 != number)
            && open[..open.len() - 1].iter().any(|last| last + 1 == number)
        {
            open.pop();
        }
        match open.last_mut() {
            Some(last) if *last + 1 == number => *last = number,
            _ if number <= 1 => {
                if is_lone(page, &markers, position) {
                    let message = format!("the list that begins with `{}` does not go on", page.words(figure));
                    faults.push(Fault::new(Code::ListBroken, figure.span.clone(), message));
                }
                open.push(number);
            }
            Some(last) => {
                let wanted = *last + 1;
                let between = page.text[markers[position - 1].1.span.end..figure.span.start].to_owned();
                if number == wanted + 1
                    && let Some(at) = bled(&between, wanted)
                {
                    let start = markers[position - 1].1.span.end + at.start;
                    let span = start..start + at.len();
                    let message = format!("the list number `{}` ran into the text", &page.text[span.clone()]);
                    faults.push(Fault::new(Code::ListBroken, span, message));
                } else {
                    let message = format!("`{}` follows {last} in a list", page.words(figure));
                    let right = page.words(figure).replace(&number.to_string(), &wanted.to_string());
                    faults.push(Fault::new(Code::ListBroken, figure.span.clone(), message).expect(right));
                }
                *last = number;
            }
            None => open.push(number),
        }
    }
    faults
}

/// Whether a structural figure is the number of an item: `1.`, `(1)`, `1、`.
fn is_marker(page: &Page<'_>, figure: &Figure) -> bool {
    let words = page.words(figure);
    words.ends_with(['.', ')', '、', '．', '）']) && !words.starts_with('0')
}

/// The place of a list number in running text: `… end of the second. 3. The third …`.
fn bled(text: &str, wanted: u32) -> Option<std::ops::Range<usize>> {
    let marks = [format!("{wanted}. "), format!("{wanted}) "), format!("{wanted}、")];
    let found = marks.iter().filter_map(|mark| Some((text.find(mark.as_str())?, mark)));
    let (at, mark) = found.min()?;
    let free = !text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    free.then(|| at..at + mark.trim_end().len())
}

/// Whether a list that begins inside of another ends with its first item, though another item follows it under a bullet.
fn is_lone(page: &Page<'_>, markers: &[(u32, &Figure)], position: usize) -> bool {
    let goes_on = markers.get(position + 1).is_some_and(|(number, _)| *number == markers[position].0 + 1);
    let rest = &page.text[markers[position].1.span.end..];
    let mut lines = rest.lines().skip(1).filter(|line| !line.trim().is_empty()).take(2);
    !goes_on && position > 0 && lines.any(|line| line.trim_start().starts_with(['•', '*', '-', '–']))
}
