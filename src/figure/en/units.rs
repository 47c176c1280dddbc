//! Numbers of English with a word or sign beside them: percent, points, money, times, durations, years, ranks, measures.

use super::cardinal::spell;
use super::lexicon::{BARE_POINTS, DECADE_S, OF_A_POINT, ONE_AND_A_HALF};
use crate::figure::construct::{Affixed, Construct, Needs, Reading};
use crate::figure::hyphen_at;
use crate::figure::lexicon::latin_before;
use crate::figure::numeral::Form;
use crate::figure::shared::{decimal, grouped, plain, simple, spelled};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Era, Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// `88%`
pub const PERCENT: Affixed = Affixed {
    name: "percent",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| simple(quantity, Kind::Percent, "{}%"),
};

/// `eighty-eight percent`
pub const PERCENT_WORDS: Affixed = Affixed {
    name: "percent-words",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| Some(format!("{} percent", spell(spelled(quantity, Kind::Percent)?)?)),
};

/// `9 percentage points`
pub const POINTS: Affixed = Affixed {
    name: "points",
    takes: |affix| matches!(affix, Affix::Point(_)),
    write: |quantity| {
        let value = decimal(quantity, Kind::PercentagePoint)?;
        let unit = if value.abs() == Decimal::ONE { "percentage point" } else { "percentage points" };
        Some(format!("{} {unit}", grouped(value)))
    },
};

/// `8‰`
pub const PER_MILLE: Affixed = Affixed {
    name: "per-mille",
    takes: |affix| affix == Affix::PerMille,
    write: |quantity| (quantity.unit == Some(Unit::PerMille)).then(|| simple(quantity, Kind::Other, "{}‰"))?,
};

/// The signs of currencies before a number.
const CURRENCY_SIGNS: [(&str, &str); 14] = [
    ("USD", "US$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("THB", "฿"),
    ("CNY", "RMB "),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("CHF", "CHF "),
    ("AUD", "A$"),
    ("CAD", "C$"),
    ("HKD", "HK$"),
    ("SGD", "S$"),
    ("NZD", "NZ$"),
];

/// `US$641 billion`
pub const CURRENCY: Affixed = Affixed {
    name: "currency",
    takes: |affix| matches!(affix, Affix::Currency(..)),
    write: |quantity| {
        let value = decimal(quantity, Kind::Currency)?;
        let Some(Unit::Currency(code)) = quantity.unit else { return None };
        let (_, sign) = CURRENCY_SIGNS.iter().find(|(known, _)| *known == code)?;
        let minus = if value.is_sign_negative() { "\u{2212}" } else { "" };
        Some(format!("{minus}{sign}{}", scaled(value.abs())))
    },
};

/// A number with a scale word where that is exact and short: `641 billion`, `1.2 million`, `6,700`.
pub fn scaled(value: Decimal) -> String {
    for (power, name) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let scale = Decimal::from_i128_with_scale(10i128.pow(power), 0);
        if value >= scale
            && let Some(quotient) = value.checked_div(scale).map(|quotient| quotient.normalize())
            && quotient.scale() <= 2
        {
            return format!("{} {name}", grouped(quotient));
        }
    }
    grouped(value)
}

/// `1.6 times`
pub const MULTIPLE: Affixed = Affixed {
    name: "multiple",
    takes: |affix| affix == Affix::Times,
    write: |quantity| simple(quantity, Kind::Multiple, "{} times"),
};

/// A factor as a verb in the past: `doubled`.
pub fn factor_verb(value: Decimal) -> Option<&'static str> {
    const VERBS: [&str; 4] = ["doubled", "tripled", "quadrupled", "quintupled"];
    if value == Decimal::new(5, 1) {
        return Some("halved");
    }
    VERBS.get(usize::try_from(u64::try_from(value).ok().filter(|_| value.is_integer())?.checked_sub(2)?).ok()?).copied()
}

/// `10 years old`
pub const AGE: Affixed = Affixed {
    name: "age",
    takes: |affix| affix == Affix::Age,
    write: |quantity| (quantity.unit == Some(Unit::Age)).then(|| simple(quantity, Kind::Other, "{} years old"))?,
};

/// `18 months`
pub const DURATION: Affixed = Affixed {
    name: "duration",
    takes: |affix| matches!(affix, Affix::Duration(_)),
    write: |quantity| {
        let value = decimal(quantity, Kind::Duration)?;
        let Some(Unit::Duration(unit)) = quantity.unit.filter(|unit| *unit != Unit::Duration("quarter")) else {
            return None;
        };
        let plural = match (value == Decimal::ONE, unit) {
            (true, unit) => unit.to_owned(),
            (false, "century") => "centuries".to_owned(),
            (false, unit) => format!("{unit}s"),
        };
        Some(format!("{} {plural}", grouped(value)))
    },
};

/// `two quarters`: of a year, where three quarters are a fraction.
#[derive(Debug)]
pub struct Quarters;

impl Construct for Quarters {
    fn name(&self) -> &'static str {
        "quarters"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| site.before.is_none() && number.is_integer())?;
        let (Word::Part(1, 4), end) = site.word_after(number.end)? else { return None };
        let head = site.text[..site.start].trim_end();
        let running = ["first", "last", "past", "previous", "next", "these", "those", "all"].iter().any(|word| {
            let at = head.len().saturating_sub(word.len());
            head.is_char_boundary(at) && head[at..].eq_ignore_ascii_case(word)
        });
        let fraction = number.value == Decimal::ONE || number.value == Decimal::from(3) && !running;
        let quantity = Affix::Duration("quarter").quantity(number.value)?;
        (!fraction).then(|| Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Duration).filter(|_| quantity.unit == Some(Unit::Duration("quarter")))?;
        (value.scale() == 0 && value > Decimal::from(3) || value == Decimal::TWO)
            .then(|| format!("{} quarters", grouped(value)))
    }
}

/// `a year and a half`: one and a half of a unit of time, whose one is an article.
#[derive(Debug)]
pub struct OneAndAHalf;

impl Construct for OneAndAHalf {
    fn name(&self) -> &'static str {
        "one-and-a-half"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(ONE_AND_A_HALF), end)) = site.word else { return None };
        let unit = site.text[site.start..end].split(' ').nth(1)?.to_ascii_lowercase();
        let (affix @ Affix::Duration(_), _) = site.language.affix_after(&format!(" {unit}"), 0)? else { return None };
        Some(Reading::new(site.start..end, site.start..end, affix.quantity(Decimal::new(15, 1))?))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// The names of measures behind a number.
const MEASURES: [(&str, &str); 10] = [
    ("celsius", "°C"),
    ("fahrenheit", "°F"),
    ("kilometre", " km"),
    ("metre", " metres"),
    ("centimetre", " cm"),
    ("mile", " miles"),
    ("kilogram", " kg"),
    ("gram", " grams"),
    ("tonne", " tonnes"),
    ("litre", " litres"),
];

/// `29 km`
pub const MEASURE: Affixed = Affixed {
    name: "measure",
    takes: |affix| matches!(affix, Affix::Measure(_)),
    write: |quantity| {
        let Some(Unit::Measure(name)) = quantity.unit else { return None };
        let (_, sign) = MEASURES.iter().find(|(known, _)| *known == name)?;
        Some(format!("{}{sign}", grouped(decimal(quantity, Kind::Other)?)))
    },
};

/// `4 stars`
pub const STARS: Affixed = Affixed {
    name: "rating-stars",
    takes: |affix| affix == Affix::Stars,
    write: |quantity| (quantity.unit == Some(Unit::Stars)).then(|| simple(quantity, Kind::Rating, "{} stars"))?,
};

/// `B.E. 2565`, `1912 CE`
pub const ERA_YEAR: Affixed = Affixed {
    name: "era-year",
    takes: |affix| matches!(affix, Affix::Year(_)),
    write: |quantity| {
        let value = decimal(quantity, Kind::Year)
            .filter(|value| value.scale() == 0 && quantity.unit == Some(Unit::Year) && *value > Decimal::ZERO)?;
        match quantity.era? {
            Era::Be => Some(format!("B.E. {}", plain(value + crate::figure::word::BUDDHIST_OFFSET))),
            Era::Ce => Some(format!("{} CE", plain(value))),
        }
    },
};

/// `3rd`, `No. 1`
pub const ORDINAL: Affixed = Affixed {
    name: "ordinal",
    takes: |affix| affix == Affix::Ordinal,
    write: |quantity| {
        let value = spelled(quantity, Kind::Ordinal)?;
        let ending = match (value % 10, value % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        Some(format!("{value}{ending}"))
    },
};

/// The ordinals that are one word, with their number.
const ORDINALS: [&str; 10] = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/// `third`, `twenty-first`
#[derive(Debug)]
pub struct OrdinalWords;

impl Construct for OrdinalWords {
    fn name(&self) -> &'static str {
        "ordinal-words"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (value, end) = ordinal_at(site)?;
        let span = site.start..end;
        let quantity = Quantity::new(Kind::Ordinal, Amount::Value(Decimal::from(value)));
        Some(Reading::new(span.clone(), span, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = spelled(quantity, Kind::Ordinal)?;
        match value {
            1..=9 => Some(ORDINALS[value as usize].to_owned()),
            21..=29 => Some(format!("twenty-{}", ORDINALS[value as usize - 20])),
            _ => None,
        }
    }
}

/// An ordinal in words, with its end.
fn ordinal_at(site: &Site<'_>) -> Option<(u64, usize)> {
    if let Some(number) = site.number.as_ref().filter(|number| number.form == Form::Ordinal && site.before.is_none()) {
        return Some((u64::try_from(number.value).ok()?, number.end));
    }
    match site.word? {
        (Word::OrdinalPlace(power), end) => Some((10u64.checked_pow(u32::from(power))?, end)),
        (Word::Ordinal(n), end) => Some((u64::from(n), end)),
        _ => None,
    }
}

/// `the 1990s`, `the '90s`
pub const DECADE: Decades = Decades;

/// Decades.
#[derive(Debug)]
pub struct Decades;

impl Construct for Decades {
    fn name(&self) -> &'static str {
        "decade"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| number.is_plain(4) || number.is_plain(2))?;
        if over_or_under(site.text, site.start).is_some() {
            return None;
        }
        let (Word::Own(DECADE_S), end) = site.follower_at(number.end)? else { return None };
        let year = u32::try_from(number.value).ok().filter(|year| year % 10 == 0)?;
        let (year, start) = match year {
            1000..=2990 => (year, site.start),
            20..=99 => (1900 + year, apostrophe_before(site)),
            _ => return None,
        };
        Some(Reading::new(start..end, number.core.clone(), Affix::Decade.quantity(Decimal::from(year))?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let year = u32::try_from(decimal(quantity, Kind::Year)?).ok()?;
        let whole = quantity.unit == Some(Unit::Decade) && year.is_multiple_of(10) && (1000..=2990).contains(&year);
        whole.then(|| format!("{year}s"))
    }
}

/// People over or under an age: `over-60s`, `under-25s`.
#[derive(Debug)]
pub struct AgeGroup;

impl Construct for AgeGroup {
    fn name(&self) -> &'static str {
        "age-group"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| number.is_plain(2))?;
        let (start, hedge) = over_or_under(site.text, site.start)?;
        let (Word::Own(DECADE_S), end) = site.follower_at(number.end)? else { return None };
        let quantity = Affix::Age.quantity(number.value)?.hedge(hedge);
        Some(Reading::new(start..end, number.core.clone(), quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// `over-` or `under-` before a number, with its start.
fn over_or_under(text: &str, start: usize) -> Option<(usize, Hedge)> {
    let words =
        [("over-", Hedge::MoreThan), ("over ", Hedge::MoreThan), ("under-", Hedge::LessThan), ("under ", Hedge::LessThan)];
    let head = &text.as_bytes()[..start];
    words.iter().find_map(|(word, hedge)| {
        let at = head.len().checked_sub(word.len())?;
        let whole = text.is_char_boundary(at) && !latin_before(text, at);
        (whole && head[at..].eq_ignore_ascii_case(word.as_bytes())).then_some((at, *hedge))
    })
}

fn apostrophe_before(site: &Site<'_>) -> usize {
    let head = &site.text[..site.start];
    head.strip_suffix(['\'', '’', '‘']).map_or(site.start, str::len)
}

/// `the 21st century`, `twentieth-century`
pub const CENTURY: Centuries = Centuries;

/// Centuries.
#[derive(Debug)]
pub struct Centuries;

impl Construct for Centuries {
    fn name(&self) -> &'static str {
        "century"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (value, core, end) = match (&site.number, site.after) {
            (Some(number), Some((Affix::Ordinal, end))) => (number.value, number.core.clone(), end),
            _ => ordinal_at(site).map(|(value, end)| (Decimal::from(value), site.start..end, end))?,
        };
        match site.affix_after(end)? {
            (Affix::Duration("century"), end) if site.before.is_none() => {
                Some(Reading::new(site.start..end, core, Affix::Century.quantity(value)?))
            }
            _ => None,
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let ordinal = Quantity::new(Kind::Ordinal, quantity.amount);
        let whole = quantity.kind == Kind::Year && quantity.unit == Some(Unit::Century);
        whole.then(|| Some(format!("{} century", (ORDINAL.write)(&ordinal)?)))?
    }
}

/// `up 9 points`, where percents stand before it in the text; `three-tenths of a percentage point`.
#[derive(Debug)]
pub struct BarePoints;

impl Construct for BarePoints {
    fn name(&self) -> &'static str {
        "bare-points"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if let Some(reading) = super::fraction::Words.read(site)
            && let Some((affix, end)) = part_of_unit(site, reading.span.end)
        {
            let value = reading.quantity.amount.value()?;
            return Some(Reading::new(site.start..end, reading.core, affix.quantity(value)?));
        }
        let number = site.number.as_ref().filter(|_| site.before.is_none())?;
        let at = number.end + hyphen_at(site.text, number.end);
        let at = if at > number.end { at } else { site.language.skip_gap(site.text, at) };
        let end = match site.follower_at(at)? {
            // `0.4 of a percentage point`
            (Word::Own(OF_A_POINT), end) => {
                let quantity = Affix::Point(0).quantity(site.value()?)?;
                return Some(Reading::new(site.start..end, number.core.clone(), quantity));
            }
            (Word::Own(BARE_POINTS), end) => end,
            (Word::Own(super::lexicon::POINT), end) => end,
            _ => return None,
        };
        let context = percent_before(site.text, site.start) || percent_behind(site.rest(end));
        context
            .then(|| Some(Reading::new(site.start..end, number.core.clone(), Affix::Point(0).quantity(site.value()?)?)))?
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Without its context it would be read as a count.
    }
}

/// The unit of which a fraction is a part: `of a percentage point`, `of a percent`, `half percent`.
fn part_of_unit(site: &Site<'_>, end: usize) -> Option<(Affix, usize)> {
    match site.word_after(end)? {
        (Word::Own(OF_A_POINT), end) => Some((Affix::Point(0), end)),
        (Word::After(affix @ (Affix::Percent | Affix::Point(_))), end) => Some((affix, end)),
        _ => None,
    }
}

/// Whether points lead to a percent: `fell by 8 points to 41%`.
fn percent_behind(rest: &str) -> bool {
    let Some(level) = rest.strip_prefix(" to ") else { return false };
    let level = level.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    ["%", " percent", " per cent"].iter().any(|sign| level.starts_with(sign))
}

/// Whether a percent stands in the text shortly before.
fn percent_before(text: &str, at: usize) -> bool {
    let start = text.floor_char_boundary(at.saturating_sub(200));
    let head = &text[start..at];
    ["%", "percent", "per cent"].iter().any(|sign| head.contains(sign))
}
