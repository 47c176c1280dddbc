//! Exact decimals: reading them from a file, and the interval that a rounded one stands for.

use rust_decimal::Decimal;

/// Reads a decimal by the strict grammar `-?(0|[1-9]\d*)(\.\d+)?`, of at most 28 significant digits.
///
/// Not `08`, `1_000`, `1e3`, `.5`, `+1`, `NaN`: each of them means different things to different programs.
pub fn parse_strict(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let well_formed = all_digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(all_digits);
    well_formed.then(|| Decimal::from_str_exact(text).ok()).flatten()
}

/// The values that round to `value` at `decimals` places: from the first, up to but without the second.
///
/// At 0 decimals, 88 stands for [87.5, 88.5).
pub fn rounding_interval(value: Decimal, decimals: u32) -> (Decimal, Decimal) {
    let half = Decimal::new(5, decimals + 1);
    (value - half, value + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_strict() {
        for good in ["0", "88", "-0.2", "4.30", "6723"] {
            assert_eq!(parse_strict(good).map(|value| value.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "08", "1_000", "1e3", "NaN", ".5", "5.", "+1", "--1", "1,000", "0x10", "๘๘", "inf", " 1"] {
            assert_eq!(parse_strict(bad), None, "{bad}");
        }
        assert_eq!(parse_strict(&"9".repeat(40)), None);
    }

    #[test]
    fn a_rounded_value_stands_for_an_interval() {
        assert_eq!(rounding_interval(Decimal::from(88), 0), (Decimal::new(875, 1), Decimal::new(885, 1)));
        assert_eq!(rounding_interval(Decimal::new(43, 1), 1), (Decimal::new(425, 2), Decimal::new(435, 2)));
    }
}
