//! Numbers in digits, as they are printed.

use crate::model::{Amount, Kind, Quantity};
use rust_decimal::Decimal;

/// A decimal as printed without separators: `6723`, `4.3`.
pub fn plain(value: Decimal) -> String {
    value.to_string()
}

/// A decimal as printed with a comma between thousands: `6,723`.
pub fn grouped(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 1);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('\u{2212}');
    }
    for (position, digit) in whole.bytes().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(char::from(digit));
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The single value of a quantity of that kind, to be printed in digits.
pub fn decimal(quantity: &Quantity, kind: Kind) -> Option<Decimal> {
    match quantity.amount {
        Amount::Value(value) if quantity.kind == kind => Some(value),
        _ => None,
    }
}

/// A quantity of that kind, printed by a pattern in which `{}` stands for the grouped number.
pub fn simple(quantity: &Quantity, kind: Kind, pattern: &str) -> Option<String> {
    Some(pattern.replace("{}", &grouped(decimal(quantity, kind)?)))
}

/// A whole number of a quantity of that kind, to be spelled out; not negative.
pub fn spelled(quantity: &Quantity, kind: Kind) -> Option<u64> {
    let value = decimal(quantity, kind)?;
    if value.scale() == 0 { u64::try_from(value).ok() } else { None }
}
