//! Which of its breaks a paragraph takes: those that leave its lines most evenly filled, all of them looked at together.
//!
//! In: the breaks of a text, and how wide the text between two of them is. Out: the ends of its lines. Nothing can go wrong. After
//! Knuth and Plass, "Breaking paragraphs into lines" (1981), with lines that only stretch. Time grows with the number of breaks
//! times the number of breaks in a line, at the most.

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
    let (mut first, mut earliest) = (0, 0);
    // The ways that are cheaper than all behind them.
    let mut cheap = vec![0];
    for (index, end) in breaks.iter().enumerate() {
        let slack = |from: usize| measure - width(from, index);
        // Breaks only come nearer to each other, so whatever begins earlier is wider still.
        while earliest > first && slack(earliest - 1) >= 0 {
            earliest -= 1;
        }
        while earliest + 1 < ways.len() && slack(earliest) < 0 {
            earliest += 1;
        }
        let mut cheapest = cheap.partition_point(|way| *way < earliest);
        let mut best: Option<Way> = None;
        for from in earliest..ways.len() {
            let slack = slack(from);
            cheapest += usize::from(cheap[cheapest] < from);
            let own = cost(slack, measure, end, alignment);
            // Lines that begin later are emptier still, and none of the ways to them is cheaper than this one.
            if best.is_some_and(|best| best.cost < ways[cheap[cheapest]].cost.saturating_add(own)) {
                break;
            }
            let mut cost = ways[from].cost.saturating_add(own);
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
            if best.is_none_or(|known| cost <= known.cost) {
                best = Some(Way { cost, from });
            }
        }
        let best = best.expect("at least the break before was tried");
        while cheap.last().is_some_and(|way| ways[*way].cost >= best.cost) {
            cheap.pop();
        }
        cheap.push(ways.len());
        ways.push(best);
        if end.is_forced {
            (first, earliest) = (index + 1, index + 1);
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
        Last::Characters => line.chars().filter(|c| c.is_alphanumeric()).nth(1).is_none(),
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

    /// The ends of the lines by the same rules, with every line tried.
    fn ends_of_all(text: &str, breaks: &[Break], measure: i64, place: &[i64]) -> Vec<Break> {
        let mut ways = vec![Way { cost: 0, from: 0 }];
        for (index, end) in breaks.iter().enumerate() {
            let tried = (0..=index).rev().filter(|from| *from == index || place[index + 1] - place[*from] <= measure);
            let way = |from: usize| {
                let width = place[index + 1] - place[from];
                let follows_hyphen = from > 0 && breaks[from - 1].end == End::Hyphen;
                let lonely =
                    end.is_forced && from > 0 && is_lonely(&text[from..end.at], width * 1000 / measure, Last::Characters);
                let in_a_row = follows_hyphen && (end.end == End::Hyphen || lonely);
                let cost = ways[from].cost
                    + cost(measure - width, measure, end, Alignment::Ragged)
                    + if lonely { LONELY } else { 0 }
                    + if in_a_row { HYPHENS_IN_A_ROW } else { 0 };
                Way { cost, from }
            };
            let best = tried.map(way).reduce(|best, way| if way.cost < best.cost { way } else { best });
            ways.push(best.unwrap());
        }
        let mut at = breaks.len();
        let ends = std::iter::from_fn(|| {
            let end = *breaks.get(at.checked_sub(1)?)?;
            at = ways[at].from;
            Some(end)
        });
        let mut ends: Vec<Break> = ends.collect();
        ends.reverse();
        ends
    }

    #[test]
    fn no_other_lines_are_better() {
        let mut seed = 7_u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % below
        };
        for _ in 0..300 {
            let count = 2 + next(60) as usize;
            let mut place = vec![0_i64];
            let mut breaks: Vec<Break> = Vec::new();
            for index in 0..count {
                place.push(place[index] + 1 + i64::from(next(9_000)));
                let end = if next(4) == 0 && index + 1 < count { End::Hyphen } else { End::Plain };
                breaks.push(Break { end, is_forced: index + 1 == count, ..Break::plain(index + 1) });
            }
            let text = "x ".repeat(count);
            let measure = 8_000 + i64::from(next(40_000));
            let width = |from: usize, index: usize| place[index + 1] - place[from];
            let ends = ends(&text, &breaks, Length(measure as i32), Alignment::Ragged, Last::Characters, width);
            assert_eq!(ends, ends_of_all(&text, &breaks, measure, &place));
        }
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
