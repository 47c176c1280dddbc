//! Which of its breaks a paragraph takes: those that leave its lines most evenly filled, all of them looked at together.
//!
//! In: the breaks of a text, and how wide the text between two of them is. Out: the ends of its lines. Nothing can go wrong. After
//! Knuth and Plass, "Breaking paragraphs into lines" (1981), with lines that only stretch. Time grows with the number of breaks
//! times the number of breaks in a line.

use crate::format::pdf::page::Length;
use crate::locale::linebreak::End;
use crate::model::print::Alignment;

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The byte with which the next line begins.
    pub at: usize,
    /// What the line ends with.
    pub end: End,
    /// Whether a line must end here.
    pub is_forced: bool,
    /// Whether it divides what should stay whole, because it is wider than a line.
    pub is_rescue: bool,
}

impl Break {
    /// A break that nothing forces.
    pub fn plain(at: usize) -> Self {
        Self { at, end: End::Plain, is_forced: false, is_rescue: false }
    }
}

/// What a last line must have more than one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// Words, unless the one is long.
    Words,
    /// Characters.
    Characters,
}

/// The penalties, beside the square of the thousandths of the measure that a line leaves empty.
const HYPHEN: [u64; 2] = [40_000, 4_000];
const HYPHENS_IN_A_ROW: u64 = 60_000;
const LONELY: u64 = 300_000;
const RESCUE: u64 = 500_000;
const TOO_WIDE: u64 = 50_000_000;

/// The best way to a break.
#[derive(Clone, Copy)]
struct Way {
    cost: u64,
    /// The position of the break before.
    from: usize,
}

/// The ends of the lines. The last of `breaks` is the end of the text, and forced. `width` says how wide a line is that ends with
/// the break of the second position, and begins behind the break before that of the first; position 0 is the start of the text.
pub fn ends(
    text: &str,
    breaks: &[Break],
    measure: Length,
    alignment: Alignment,
    last: Last,
    width: impl Fn(usize, usize) -> i64,
) -> Vec<Break> {
    let measure = i64::from(measure.0).max(1);
    // Way 0 stands for the start of the text, way n for breaks[n - 1].
    let mut ways = vec![Way { cost: 0, from: 0 }];
    let start_of = |way: usize| if way == 0 { 0 } else { breaks[way - 1].at };
    let mut first = 0;
    for (index, end) in breaks.iter().enumerate() {
        let mut best: Option<Way> = None;
        for from in (first..ways.len()).rev() {
            let slack = measure - width(from, index);
            // Breaks only come nearer to each other, so whatever begins earlier is wider still.
            if slack < 0 && best.is_some() {
                break;
            }
            let mut cost = ways[from].cost.saturating_add(cost(slack, measure, end, alignment));
            let follows_hyphen = from > 0 && breaks[from - 1].end == End::Hyphen;
            if end.end == End::Hyphen && follows_hyphen {
                cost += HYPHENS_IN_A_ROW;
            }
            if end.is_forced
                && from > first
                && is_lonely(&text[start_of(from)..end.at], (measure - slack) * 1000 / measure, last)
            {
                cost += LONELY + if follows_hyphen { HYPHENS_IN_A_ROW } else { 0 };
            }
            if best.is_none_or(|known| cost < known.cost) {
                best = Some(Way { cost, from });
            }
            if slack < 0 {
                break;
            }
        }
        ways.push(best.unwrap_or(Way { cost: u64::MAX, from: first }));
        if end.is_forced {
            first = index + 1;
        }
    }
    let mut ends = Vec::new();
    let mut at = breaks.len();
    while at > 0 {
        ends.push(breaks[at - 1]);
        at = ways[at].from;
    }
    ends.reverse();
    ends
}

fn cost(slack: i64, measure: i64, end: &Break, alignment: Alignment) -> u64 {
    let empty = slack * 1000 / measure;
    let mut cost = match () {
        () if slack < 0 => TOO_WIDE,
        () if end.is_forced => 0,
        () => empty.unsigned_abs().pow(2),
    };
    if end.end == End::Hyphen {
        cost += HYPHEN[usize::from(alignment == Alignment::Justified)];
    }
    if end.is_rescue {
        cost += RESCUE;
    }
    cost
}

/// Whether a last line has too little in it, given its width in thousandths of the measure.
fn is_lonely(line: &str, width: i64, last: Last) -> bool {
    let line = line.trim_end();
    match last {
        Last::Characters => line.chars().filter(|c| c.is_alphanumeric()).count() < 2,
        Last::Words => width < 120 || !line.contains(' ') && width < 200,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a text of which each character is as wide as a point.
    fn lines(text: &str, measure: i32, last: Last) -> Vec<&str> {
        let mut breaks: Vec<_> = text.match_indices(' ').map(|(at, _)| Break::plain(at + 1)).collect();
        breaks.push(Break { is_forced: true, ..Break::plain(text.len()) });
        let width = |from: usize, index: usize| {
            let start = from.checked_sub(1).map_or(0, |from| breaks[from].at);
            text[start..breaks[index].at].trim_end().len() as i64 * 1000
        };
        let mut start = 0;
        let ends = ends(text, &breaks, Length::pt(measure), Alignment::Ragged, last, width);
        ends.iter().map(|end| text[std::mem::replace(&mut start, end.at)..end.at].trim_end()).collect()
    }

    #[test]
    fn lines_are_filled_evenly() {
        assert_eq!(lines("aaa bb cc ddddd", 6, Last::Characters), ["aaa", "bb cc", "ddddd"]);
    }

    #[test]
    fn no_last_line_is_one_short_word() {
        let text = "every one of these words is short and so it goes on";
        assert_eq!(lines(text, 49, Last::Words).last(), Some(&"goes on"));
        assert_eq!(lines("on", 49, Last::Words), ["on"]);
    }

    #[test]
    fn what_is_too_wide_stands_alone() {
        assert_eq!(lines("a bbbbbbbbbbbbbbb c", 6, Last::Characters), ["a", "bbbbbbbbbbbbbbb", "c"]);
    }
}
