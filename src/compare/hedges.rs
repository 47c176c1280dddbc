//! Hedges of two figures that say the same: a change is one that points the other way, or that only one side has.

use super::Side;
use crate::figure::lexicon::is_whole;
use crate::figure::sameness::{Direction, direction};
use crate::model::{Hedge, Kind};

/// Whether the hedges of two figures say different things.
pub fn differ(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> bool {
    use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly, Only, UpTo};
    let (a, b) = (source.figures[i].quantity.hedge, target.figures[j].quantity.hedge);
    // Before a point in time such words compare: `มากกว่าปี 2563`, 高于2020年.
    let compares =
        |side: &Side<'_>, at: usize| matches!(side.figures[at].quantity.kind, Kind::Year | Kind::Date | Kind::Time);
    match (a, b) {
        _ if compares(source, i) || compares(target, j) => false,
        (Some(a), Some(b)) => {
            let clash = |a: Hedge, b: Hedge| match a {
                Only => matches!(b, MoreThan | AtLeast | UpTo | Nearly),
                UpTo => matches!(b, MoreThan | AtLeast | Only),
                About => matches!(b, MoreThan | AtLeast | LessThan | AtMost),
                _ => false,
            };
            let turned = matches!(
                (direction(Some(a)), direction(Some(b))),
                (Direction::Above, Direction::Below) | (Direction::Below, Direction::Above)
            );
            turned || clash(a, b) || clash(b, a)
        }
        (None, None) => match (implied(source, i), implied(target, j)) {
            (Some(a), Some(b)) => a != b,
            (Some(a), None) => !words_of(a).stand_by(target, j),
            (None, Some(b)) => !words_of(b).stand_by(source, i),
            (None, None) => false,
        },
        (Some(hedge), None) => is_dropped(hedge, target, j) || is_turned(hedge, target, j),
        (None, Some(hedge)) => is_dropped(hedge, source, i) || is_turned(hedge, source, i),
    }
}

/// Whether the words around a figure say the opposite of a hedge.
fn is_turned(hedge: Hedge, side: &Side<'_>, position: usize) -> bool {
    let turned = match direction(Some(hedge)) {
        Direction::Above => Direction::Below,
        Direction::Below => Direction::Above,
        Direction::Open => return false,
    };
    implied(side, position) == Some(turned)
}

/// Which way words point that hedge a figure from further away: `超过总人口的五分之一`, `50 employees or more`, `over the age of 50`.
fn implied(side: &Side<'_>, position: usize) -> Option<Direction> {
    const TAIL: usize = 28;
    let figure = &side.figures[position];
    let from = side.text.ceil_char_boundary(figure.span.start.saturating_sub(WIDE)).min(figure.span.start);
    let head =
        side.text[from..figure.span.start].rsplit(['，', '。', '；', '、', ',', ';', '\n']).next().unwrap_or("").trim_end();
    let tail: String = side.text[figure.span.end..].chars().take(TAIL).collect();
    let tail = tail.split([',', '，', '。', ';', '.', '\n']).next().unwrap_or("");
    let share = matches!(figure.quantity.kind, Kind::Multiple | Kind::Fraction | Kind::Percent);
    if let Some(direction) = adverb(side.language.tag, head) {
        return Some(direction);
    }
    match side.language.tag {
        "zh-Hans" if share && head.ends_with('的') => {
            let reach = head.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
            let near = &head[reach..];
            let last = |words: &[&str]| words.iter().filter_map(|word| near.rfind(word)).max();
            match (last(&["超过", "逾"]), last(&["不到", "不足", "接近", "几乎是", "几乎占", "将近"])) {
                (above, below) if above > below => Some(Direction::Above),
                (_, Some(_)) => Some(Direction::Below),
                _ => None,
            }
        }
        "en" => {
            let head = head.to_ascii_lowercase();
            let (above, below) =
                (["or more", "or over", "and over", "or older"], ["or fewer", "or less", "or under", "or younger"]);
            let second = tail.trim_start().split_once(' ').map_or("", |(_, rest)| rest);
            let says = |words: [&str; 4]| words.iter().any(|word| second.starts_with(word));
            match () {
                () if ["over the age of", "above the age of"].iter().any(|words| head.ends_with(words)) => {
                    Some(Direction::Above)
                }
                () if ["under the age of", "below the age of"].iter().any(|words| head.ends_with(words)) => {
                    Some(Direction::Below)
                }
                () if tail.starts_with("-odd") => Some(Direction::Above),
                () if says(above) => Some(Direction::Above),
                () if says(below) => Some(Direction::Below),
                () => None,
            }
        }
        _ => None,
    }
}

/// The hedge that a verb or an adjective parts from its figure: `至少增聘三名`, `at least another three`.
fn adverb(tag: &str, head: &str) -> Option<Direction> {
    const APART: usize = 3;
    let (above, below): (&[&str], &[&str]) = match tag {
        "zh-Hans" => (&["至少", "最少", "起码"], &["至多", "最多", "不超过"]),
        "en" => (&["at least", "no fewer than", "more than"], &["at most", "no more than", "nearly", "almost"]),
        _ => return None,
    };
    let near = |word: &&str| {
        let Some((_, gap)) = head.rsplit_once(*word) else { return false };
        let apart = match tag {
            "en" => matches!(gap.trim(), "another" | "a further" | "an additional" | "a total of" | "some" | "the"),
            _ => (1..=APART).contains(&gap.chars().count()) && !gap.contains(['每', '一', '有', '了', '过', '比', '的']),
        };
        apart && !gap.contains(|c: char| c.is_ascii_digit())
    };
    match (above.iter().any(near), below.iter().any(near)) {
        (true, false) => Some(Direction::Above),
        (false, true) => Some(Direction::Below),
        _ => None,
    }
}

/// Whether a text near `at` says which way a hedge points.
pub fn points(hedge: Option<Hedge>, text: &str, at: usize) -> bool {
    const NEAR: usize = 120;
    let words = match direction(hedge) {
        Direction::Above => &ABOVE,
        Direction::Below => &BELOW,
        Direction::Open => return true,
    };
    let from = text.ceil_char_boundary(at.saturating_sub(NEAR));
    let near = &text[from..text.floor_char_boundary(at + NEAR).max(from)];
    let over = direction(hedge) == Direction::Above && near.contains("กว่า");
    over || words
        .before
        .iter()
        .chain(words.behind)
        .any(|word| near.match_indices(word).any(|(at, _)| is_whole(near, at..at + word.len())))
}

fn words_of(direction: Direction) -> &'static Words {
    if direction == Direction::Above { &ABOVE } else { &BELOW }
}

/// Whether nothing near a figure says what a hedge on the other side says.
fn is_dropped(hedge: Hedge, side: &Side<'_>, position: usize) -> bool {
    let words = match hedge {
        Hedge::MoreThan | Hedge::AtLeast => &ABOVE,
        Hedge::Nearly | Hedge::LessThan | Hedge::AtMost => &BELOW,
        Hedge::About => &NEAR,
        // 高达 and มากถึง marvel more often than they limit.
        Hedge::Only | Hedge::UpTo | Hedge::Average => return false,
    };
    !words.stand_by(side, position)
}

/// Words that say what a hedge says without being one, before or behind a figure.
struct Words {
    before: &'static [&'static str],
    behind: &'static [&'static str],
}

impl Words {
    /// Whether one of the words stands near a figure, in its clause and not beyond another figure.
    fn stand_by(&self, side: &Side<'_>, position: usize) -> bool {
        let span = &side.figures[position].span;
        let floor = position.checked_sub(1).map_or(0, |before| side.figures[before].span.end).min(span.start);
        let ceiling = side.figures.get(position + 1).map_or(side.text.len(), |next| next.span.start).max(span.end);
        let marks = [',', '，', '。', ';', '；', '\n', '、', '(', '（'];
        // `几乎是目标2.5小时的两倍`: the hedge of a multiple stands before what is multiplied.
        let floor =
            if side.figures[position].quantity.kind == Kind::Multiple { span.start.saturating_sub(WIDE) } else { floor };
        let floor = side.text.ceil_char_boundary(floor).min(span.start);
        let head = side.text[floor..span.start].to_lowercase();
        let head = head.rsplit(marks).next().unwrap_or("");
        let reach = if side.figures[position].quantity.kind == Kind::Multiple { 4 * BEFORE } else { BEFORE };
        let head = &head[head.char_indices().rev().nth(reach).map_or(0, |(at, _)| at)..];
        let tail = side.text[span.end..ceiling].to_lowercase();
        let tail = tail.split(marks).next().unwrap_or("");
        let tail = &tail[..tail.char_indices().nth(BEHIND).map_or(tail.len(), |(at, _)| at)];
        let [head, tail] = [head, tail].map(|text| text.replace(['\u{a0}', '\u{2009}', '\u{202f}'], " "));
        let has = |text: &str, words: &[&str]| {
            words.iter().any(|word| text.match_indices(word).any(|(at, _)| is_whole(text, at..at + word.len())))
        };
        let over = self.behind.contains(&"ขึ้นไป") && tail.starts_with("กว่า");
        over || has(&head, self.before)
            || has(&tail, self.behind)
            || has(&side.text[span.clone()].to_lowercase(), self.before)
    }
}

/// How many bytes before a multiple are looked at.
const WIDE: usize = 200;

/// How many letters before and behind a figure are looked at.
const BEFORE: usize = 20;
const BEHIND: usize = 24;

const ABOVE: Words = Words {
    before: &[
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "surpass",
        "surpasses",
        "surpassed",
        "surpassing",
        "tops",
        "topped",
        "topping",
        "above",
        "over",
        "more than",
        "beyond",
        "past",
        "higher than",
        "upwards of",
        "at least",
        "minimum",
        "minimum of",
        "no less than",
        "longer than",
        "older than",
        "greater than",
        "passed",
        "超",
        "逾",
        "突破",
        "高于",
        "至少",
        "多于",
        "大于",
        "起码",
        "最低",
        "最少",
        "不下",
        "ทะลุ",
        "เกิน",
        "มากกว่า",
        "สูงกว่า",
        "อย่างน้อย",
        "ขั้นต่ำ",
        "ไม่ต่ำ",
        "ไม่น้อย",
        "พ้น",
    ],
    behind: &[
        "or more",
        "and more",
        "or older",
        "and older",
        "and over",
        "or over",
        "and above",
        "or above",
        "or longer",
        "plus",
        "upwards",
        "odd",
        "minimum",
        "+",
        "以上",
        "起",
        "有余",
        "ขึ้นไป",
        "เศษ",
    ],
};

const BELOW: Words = Words {
    before: &[
        "nearly",
        "almost",
        "approach",
        "approaches",
        "approached",
        "approaching",
        "close to",
        "closer to",
        "under",
        "below",
        "less than",
        "fewer than",
        "lower than",
        "at most",
        "up to",
        "as much as",
        "as many as",
        "as long as",
        "as high as",
        "多达",
        "高达",
        "长达",
        "มากถึง",
        "สูงถึง",
        "maximum",
        "limit",
        "within",
        "limited to",
        "restricted to",
        "cap of",
        "ceiling of",
        "shy of",
        "no more than",
        "younger than",
        "not even",
        "shorter than",
        "capped at",
        "最多",
        "将近",
        "接近",
        "几乎",
        "不到",
        "不足",
        "低于",
        "少于",
        "不超",
        "至多",
        "小于",
        "上限",
        "最长",
        "最高",
        "เกือบ",
        "ใกล้",
        "ไม่ถึง",
        "ต่ำกว่า",
        "น้อยกว่า",
        "ไม่เกิน",
        "สูงสุด",
        "ภายใน",
        "มากสุด",
        "จวน",
        "มากที่สุด",
        "ไม่มากกว่า",
    ],
    behind: &[
        "or less",
        "or fewer",
        "or under",
        "and under",
        "or younger",
        "and younger",
        "at most",
        "maximum",
        "以下",
        "以内",
        "之内",
        "内",
        "不到",
        "未满",
        "ลงมา",
        "หรือน้อยกว่า",
        "เป็นอย่างมาก",
    ],
};

const NEAR: Words = Words {
    before: &[
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "circa",
        "estimated",
        "nearly",
        "almost",
        "close to",
        "approx",
        "~",
        "≈",
        "over",
        "under",
        "约",
        "近",
        "大概",
        "大致",
        "大体",
        "估计",
        "差不多",
        "数",
        "几",
        "ประมาณ",
        "ราว",
        "เกือบ",
        "ใกล้",
        "กว่า",
        "คาด",
        "สัก",
        "โดยประมาณ",
    ],
    behind: &[
        "or so",
        "or thereabouts",
        "roughly",
        "approximately",
        "左右",
        "上下",
        "前后",
        "多",
        "余",
        "โดยประมาณ",
        "กว่า",
        "เศษ",
    ],
};
