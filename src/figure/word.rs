//! What the words of a lexicon mean to the grammar.

use crate::model::{Amount, Era, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// The meaning of a word, in whichever language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Word {
    /// A cardinal that is not built of others: 0 to 19 in English, the digits 0 to 9 in Thai and Chinese.
    Small(u8),
    /// A multiple of ten that is one word: `twenty`, `廿`.
    Tens(u8),
    /// A power of ten that takes part in numbers below the scales: `hundred`, `ร้อย`, `百`.
    Place(u8),
    /// A power of ten that multiplies the number before it: `million`, `ล้าน`, `万`, `bn`.
    Scale(u8),
    /// A dozen, `โหล`, `打`.
    Dozen,
    /// An ordinal, which in English is a denominator too: `third`, `fifths`.
    Ordinal(u8),
    /// A power of ten as an ordinal: `hundredth`, `millionth`.
    OrdinalPlace(u8),
    /// A fraction that is one word or sign: `half`, `quarter`, `½`, `ครึ่งหนึ่ง`, `半数`.
    Part(u8, u8),
    /// A factor that is one word: `twice`, `doubled`, `翻番`.
    Factor(i8, i8),
    /// What stands before a number and gives it its kind: `$`, `ร้อยละ`, `百分之`, `พ.ศ.`.
    Before(Affix),
    /// What stands behind a number and gives it its kind: `%`, `percentage points`, `เท่า`, `个月`.
    After(Affix),
    /// A minus sign or word.
    Minus,
    /// A plus sign before a number.
    Plus,
    /// A month of the year, 1 to 12.
    Month(u8),
    /// What numbers the text itself: `Figure`, `ตารางที่`, `图`.
    Marker,
    /// A name whose number is part of it: `iPhone 14`, `COVID-19`.
    Name,
    /// Words in which a numeral counts nothing: `สามารถ`, `一样`, `at first sight`.
    Idiom,
    /// A word that only the language's own constructs understand.
    Own(u8),
}

/// What a unit, sign or word beside a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Affix {
    /// Parts in a hundred.
    Percent,
    /// Percentage points, each being so many of them by a power of ten: 0 for points, -2 for basis points.
    Point(i8),
    /// Parts in a thousand.
    PerMille,
    /// Money, by ISO 4217 code and a power of ten: 0 for dollars, -2 for cents.
    Currency(&'static str, i8),
    /// A duration of that unit.
    Duration(&'static str),
    /// A factor.
    Times,
    /// A factor given as what is added to one: `高出1.6倍` is 2.6.
    TimesMore,
    /// Years of age.
    Age,
    /// A measure.
    Measure(&'static str),
    /// A year, in the era that the word names.
    Year(Option<Era>),
    /// A decade, by its first year.
    Decade,
    /// A century, by its number.
    Century,
    /// A rank or a place in a row.
    Ordinal,
    /// Stars.
    Stars,
    /// A mark out of so many.
    OutOf(u16),
}

impl Affix {
    /// What a number with this affix says.
    pub fn quantity(self, value: Decimal) -> Option<Quantity> {
        let of = |kind: Kind, value: Decimal| Quantity::new(kind, Amount::Value(value));
        Some(match self {
            Affix::Percent => of(Kind::Percent, value),
            Affix::Point(power) => of(Kind::PercentagePoint, shift(value, power)?),
            Affix::PerMille => of(Kind::Other, value).unit(Unit::PerMille),
            Affix::Currency(code, power) => of(Kind::Currency, shift(value, power)?).unit(Unit::Currency(code)),
            Affix::Duration(unit) => of(Kind::Duration, value).unit(Unit::Duration(unit)),
            Affix::Times => of(Kind::Multiple, value),
            Affix::TimesMore => of(Kind::Multiple, value.checked_add(Decimal::ONE)?),
            Affix::Age => of(Kind::Other, value).unit(Unit::Age),
            Affix::Measure(name) => of(Kind::Other, value).unit(Unit::Measure(name)),
            Affix::Year(era) => {
                let gregorian = if era == Some(Era::Be) { value.checked_sub(BUDDHIST_OFFSET)? } else { value };
                Quantity { era, ..of(Kind::Year, gregorian) }
            }
            Affix::Decade => of(Kind::Year, value).unit(Unit::Decade),
            Affix::Century => of(Kind::Year, value).unit(Unit::Century),
            Affix::Ordinal => of(Kind::Ordinal, value),
            Affix::Stars => of(Kind::Rating, value).unit(Unit::Stars),
            Affix::OutOf(whole) => of(Kind::Rating, value).unit(Unit::OutOf(whole)),
        })
    }
}

/// The affix that a word behind a number is, with the end of the word.
pub fn as_affix(found: Option<(Word, usize)>) -> Option<(Affix, usize)> {
    match found? {
        (Word::After(affix) | Word::Before(affix @ Affix::Currency(..)), end) => Some((affix, end)),
        _ => None,
    }
}

/// Years from the Gregorian to the Buddhist era of Thailand (since 1941 the years begin together).
pub const BUDDHIST_OFFSET: Decimal = Decimal::from_parts(543, 0, 0, false, 0);

/// `value` times ten to the power of `power`; `None` where that is more than 28 digits.
pub fn shift(value: Decimal, power: i8) -> Option<Decimal> {
    let factor = Decimal::from_i128_with_scale(10i128.checked_pow(u32::from(power.unsigned_abs()))?, 0);
    if power < 0 { value.checked_div(factor) } else { value.checked_mul(factor) }
}
