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
        (None, None) => false,
        (Some(hedge), None) => is_dropped(hedge, target, j),
        (None, Some(hedge)) => is_dropped(hedge, source, i),
    }
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
        let floor = if side.figures[position].quantity.kind == Kind::Multiple { span.start.saturating_sub(WIDE) } else { floor };
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
        has(&head, self.before) || has(&tail, self.behind) || has(&side.text[span.clone()].to_lowercase(), self.before)
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
        "minimum",
        "+",
        "以上",
        "起",
        "有余",
        "ขึ้นไป",
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
        "maximum",
        "limit",
        "within",
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
