//! Constructs that every language shares, because digits and signs make them: `10:30`, `2018-04-12`, `3:1`, `24/7`.

mod clock;
mod count;
mod date;
mod money;
mod ratio;
mod write;

pub use clock::{AroundTheClock, Clock};
pub use count::{Digits, Factor, Lost, Marker, PlainYear};
pub use date::IsoDate;
pub use money::MoneyParts;
pub use ratio::{Ratio, Slash, Stars};
pub use write::{decimal, grouped, plain, simple, spelled};

/// Whether the bytes on both sides of a span are free of what would make it part of a longer chain, such as `/` in a date.
pub fn stands_alone(text: &str, span: std::ops::Range<usize>, mark: u8) -> bool {
    let bytes = text.as_bytes();
    let touches = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&mark);
    let before = touches(span.start.checked_sub(1));
    let behind = touches(Some(span.end)) && super::numeral::digit_at(text, span.end + 1).is_some();
    !before && !behind
}
