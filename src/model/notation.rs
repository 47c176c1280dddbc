//! How the files write units and amounts: `percent`, `currency: USD`; `88`, `9/10`, `2018-04-12`.
//!
//! In: the text of a scalar or of a table cell. Out: the kind, unit or amount that it stands for, or `None`.

use super::number::parse_strict;
use super::quantity::{Amount, Kind, Unit};
use super::source::PartialDate;
use rust_decimal::Decimal;

/// The units that stand alone, each with the kind of its quantity.
const UNITS: &[(&str, Kind, Option<Unit>)] = &[
    ("percent", Kind::Percent, Some(Unit::Percent)),
    ("percentage-point", Kind::PercentagePoint, Some(Unit::PercentagePoint)),
    ("per-mille", Kind::Other, Some(Unit::PerMille)),
    ("count", Kind::Count, None),
    ("multiple", Kind::Multiple, None),
    ("fraction", Kind::Fraction, None),
    ("ratio", Kind::Other, Some(Unit::Ratio)),
    ("rank", Kind::Ordinal, None),
    ("age", Kind::Other, Some(Unit::Age)),
    ("year", Kind::Year, Some(Unit::Year)),
    ("date", Kind::Date, Some(Unit::Date)),
];

/// The units of a duration, written `duration: month`.
const DURATIONS: &[&str] = &["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"];

/// Currencies by ISO 4217, written `currency: USD`.
const CURRENCIES: &[&str] = &[
    "AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR",
    "ILS", "INR", "JPY", "KES", "KHR", "KRW", "KWD", "LAK", "MMK", "MOP", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP",
    "PKR", "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
];

/// The kind and unit that `text` names.
pub fn unit(text: &str) -> Option<(Kind, Option<Unit>)> {
    let known = |list: &[&'static str], name: &str| list.iter().copied().find(|known| *known == name);
    match text.split_once(": ") {
        Some(("currency", code)) => known(CURRENCIES, code).map(|code| (Kind::Currency, Some(Unit::Currency(code)))),
        Some(("duration", name)) => known(DURATIONS, name).map(|name| (Kind::Duration, Some(Unit::Duration(name)))),
        _ => UNITS.iter().find(|(name, ..)| *name == text).map(|&(_, kind, unit)| (kind, unit)),
    }
}

/// Every unit as it is written.
pub fn unit_names() -> Vec<String> {
    let composed = |prefix: &'static str, list: &'static [&str]| list.iter().map(move |name| format!("{prefix}: {name}"));
    let plain = UNITS.iter().map(|(name, ..)| (*name).to_owned());
    plain.chain(composed("duration", DURATIONS)).chain(composed("currency", CURRENCIES)).collect()
}

/// How a kind and unit are written in the files.
pub fn unit_name(kind: Kind, unit: Option<Unit>) -> String {
    match unit {
        Some(Unit::Currency(code)) => format!("currency: {code}"),
        Some(Unit::Duration(name)) => format!("duration: {name}"),
        _ => UNITS
            .iter()
            .find(|&&(_, known, known_unit)| (known, known_unit) == (kind, unit))
            .map_or_else(|| kind.name().to_owned(), |(name, ..)| (*name).to_owned()),
    }
}

/// The amount that `text` writes for a quantity of that kind: a date, a fraction `a/b`, or a plain decimal.
pub fn amount(kind: Kind, text: &str) -> Option<Amount> {
    match kind {
        Kind::Date => PartialDate::parse(text).map(|date| Amount::Value(date_digits(date))),
        Kind::Fraction => any_amount(text),
        _ => parse_strict(text).map(Amount::Value),
    }
}

/// A plain decimal, or a fraction `a/b` whose denominator is not 0.
pub fn any_amount(text: &str) -> Option<Amount> {
    match text.split_once('/') {
        Some((numerator, denominator)) => {
            let (numerator, denominator) = (parse_strict(numerator)?, parse_strict(denominator)?);
            (denominator > Decimal::ZERO).then_some(Amount::Ratio(numerator, denominator))
        }
        None => parse_strict(text).map(Amount::Value),
    }
}

/// A date as the digits of ISO 8601's basic format, 2018-04-12 as 20180412.
fn date_digits(date: PartialDate) -> Decimal {
    let parts = [date.month, date.day].into_iter().flatten();
    Decimal::from(parts.fold(i64::from(date.year), |digits, part| digits * 100 + i64::from(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_written_as_it_is_read() {
        for name in unit_names() {
            let (kind, unit) = unit(&name).expect("a listed unit is known");
            assert_eq!(unit_name(kind, unit), name);
        }
        for bad in ["", "percents", "currency: XXX", "currency:USD", "duration: fortnight", "USD"] {
            assert_eq!(unit(bad), None, "{bad}");
        }
    }

    #[test]
    fn amounts_are_read_by_kind() {
        let value = |text| Some(Amount::Value(parse_strict(text).unwrap()));
        assert_eq!(amount(Kind::Date, "2018-04-12"), value("20180412"));
        assert_eq!(amount(Kind::Date, "2018-04"), value("201804"));
        assert_eq!(amount(Kind::Date, "2018-02-30"), None);
        assert_eq!(amount(Kind::Percent, "9/10"), None);
        assert_eq!(amount(Kind::Fraction, "9/10"), Some(Amount::Ratio(Decimal::from(9), Decimal::from(10))));
        assert_eq!(amount(Kind::Fraction, "9/0"), None);
        assert_eq!(amount(Kind::Percent, "4.30").map(|amount| amount.value().unwrap().to_string()).as_deref(), Some("4.30"));
    }
}
