//! The kinds of single values: which texts are well formed, how JSON Schema says so, and what the writer probably meant.

use crate::diagnostic::{Code, Finding, Place, nearest};
use crate::model::notation;
use crate::model::number::parse_strict;
use crate::model::source::PartialDate;
use rust_decimal::Decimal;
use std::fmt;

/// A kind of single value.
pub struct Scalar {
    /// What it is, for people: "a plain decimal number".
    pub what: &'static str,
    /// The code of a text that is none.
    pub code: Code,
    /// The texts that are one, as an ECMA-262 pattern; the check may know more (whether a day exists).
    pub pattern: &'static str,
    /// Whether a text is one.
    pub accepts: fn(&str) -> bool,
    /// What was probably meant by a text that is none.
    pub meant: fn(&str) -> Option<String>,
}

/// Text with something in it.
pub const TEXT: Scalar = Scalar {
    what: "text",
    code: Code::ValueMalformed,
    pattern: r"\S",
    accepts: |text| !text.trim().is_empty(),
    meant: |_| None,
};

/// An id.
pub const ID: Scalar = Scalar {
    what: "an id (lowercase letters, digits and hyphens, beginning with a letter)",
    code: Code::ValueMalformed,
    pattern: "^[a-z][a-z0-9-]*$",
    accepts: crate::model::id::is_id,
    meant: |text| {
        let id: String =
            text.trim().to_ascii_lowercase().chars().map(|c| if matches!(c, ' ' | '_' | '.') { '-' } else { c }).collect();
        crate::model::id::is_id(&id).then_some(id)
    },
};

/// A plain decimal number.
pub const NUMBER: Scalar = Scalar {
    what: "a plain decimal number",
    code: Code::NumberMalformed,
    pattern: r"^-?(0|[1-9]\d*)(\.\d+)?$",
    accepts: |text| parse_strict(text).is_some(),
    meant: plain_number,
};

/// How many decimals: 0 to 9.
pub const DECIMALS: Scalar = Scalar {
    what: "a number of decimals from 0 to 9",
    code: Code::NumberMalformed,
    pattern: r"^\d$",
    accepts: |text| text.len() == 1 && text.as_bytes()[0].is_ascii_digit(),
    meant: |_| None,
};

/// A place in an order.
pub const RANK: Scalar = Scalar {
    what: "a place such as `1` or `12`",
    code: Code::NumberMalformed,
    pattern: r"^[1-9]\d{0,5}$",
    accepts: |text| rank(text).is_some(),
    meant: |_| None,
};

/// A number, a fraction or a date: which of them depends on the unit.
pub const VALUE: Scalar = Scalar {
    what: "a plain decimal number, a fraction `a/b`, or a date",
    code: Code::NumberMalformed,
    pattern: r"^(-?(0|[1-9]\d*)(\.\d+)?(/(0|[1-9]\d*)(\.\d+)?)?|\d{4}-\d{2}(-\d{2})?)$",
    accepts: |_| true,
    meant: |_| None,
};

/// A number or a fraction.
pub const AMOUNT: Scalar = Scalar {
    what: "a plain decimal number or a fraction `a/b`",
    code: Code::NumberMalformed,
    pattern: r"^-?(0|[1-9]\d*)(\.\d+)?(/(0|[1-9]\d*)(\.\d+)?)?$",
    accepts: |text| notation::any_amount(text).is_some(),
    meant: plain_number,
};

/// A day.
pub const DATE: Scalar = Scalar {
    what: "a date `YYYY-MM-DD`",
    code: Code::ValueMalformed,
    pattern: r"^\d{4}-\d{2}-\d{2}$",
    accepts: |text| PartialDate::parse(text).and_then(PartialDate::whole).is_some(),
    meant: |_| None,
};

/// A year, a month or a day.
pub const PARTIAL_DATE: Scalar = Scalar {
    what: "a date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`",
    code: Code::ValueMalformed,
    pattern: r"^\d{4}(-\d{2}(-\d{2})?)?$",
    accepts: |text| PartialDate::parse(text).is_some(),
    meant: |_| None,
};

/// The SHA-256 of a file.
pub const SHA256: Scalar = Scalar {
    what: "a SHA-256 of 64 hexadecimal digits",
    code: Code::ValueMalformed,
    pattern: "^[0-9a-f]{64}$",
    accepts: |text| text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
    meant: |_| None,
};

/// A web address.
pub const URL: Scalar = Scalar {
    what: "an address that begins with `https://` or `http://`",
    code: Code::ValueMalformed,
    pattern: r"^https?://[^\s/]+\S*$",
    accepts: is_url,
    meant: |text| Some(format!("https://{text}")).filter(|url| text.contains('.') && !text.contains(':') && is_url(url)),
};

/// A span of months or years.
pub const MONTHS: Scalar = Scalar {
    what: "a time such as `24 months`",
    code: Code::ValueMalformed,
    pattern: r"^[1-9]\d{0,3} (month|year)s?$",
    accepts: |text| months(text).is_some(),
    meant: |text| Some(format!("{text} months")).filter(|_| text.bytes().all(|byte| byte.is_ascii_digit())),
};

/// A unit.
pub const UNIT: Scalar = Scalar {
    what: "a unit such as `percent`, `count`, `currency: USD` or `duration: month`",
    code: Code::ValueUnknown,
    pattern: "^[a-z-]+(: [A-Za-z]+)?$",
    accepts: |text| notation::unit(text).is_some(),
    meant: |text| {
        let names = notation::unit_names();
        nearest(text, names.iter().map(String::as_str)).map(str::to_owned)
    },
};

impl Scalar {
    /// What is wrong with the text, if anything is.
    pub fn fault(&self, text: &str, place: Place) -> Option<Finding> {
        if (self.accepts)(text) {
            return None;
        }
        let finding = Finding::new(self.code, place, format!("`{}` is not {}", text.escape_debug(), self.what));
        Some(match (self.meant)(text) {
            Some(meant) => finding.help(format!("did you mean `{meant}`?")),
            None => finding,
        })
    }
}

impl fmt::Debug for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

/// How many months `24 months` or `2 years` are.
pub fn months(text: &str) -> Option<u32> {
    let (number, unit) = text.split_once(' ')?;
    let factor = match unit {
        "month" | "months" => 1,
        "year" | "years" => 12,
        _ => return None,
    };
    (number.len() <= 4 && parse_strict(number).is_some())
        .then(|| number.parse::<u32>().ok())
        .flatten()
        .filter(|&n| n > 0)
        .map(|n| n * factor)
}

/// A place in an order, from 1.
pub fn rank(text: &str) -> Option<usize> {
    let digits = text.len() <= 6 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace))
}

/// The plain decimal that `1_000`, `08`, `1e3`, `+5`, `.5`, `88%`, `1,000` or `๘๘` was meant to be.
pub fn plain_number(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        '๐'..='๙' => char::from_digit(u32::from(c) - u32::from('๐'), 10),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => Some(c),
    };
    let text: String = text.trim().trim_end_matches(['%', '％']).trim_end().chars().filter_map(digit).collect();
    let text = text.strip_prefix('+').unwrap_or(&text).replace(['_', ','], "");
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    if digits.contains(['e', 'E']) && digits.len() < 40 {
        let value = Decimal::from_scientific(digits).ok()?.normalize();
        return Some(format!("{sign}{value}")).filter(|text| parse_strict(text).is_some());
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let meant = format!("{sign}{whole}{point}{fraction}");
    (digits.contains(|c: char| c.is_ascii_digit()) && parse_strict(&meant).is_some()).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_number_is_shown_as_it_was_meant() {
        let meant = [
            ("1_000", "1000"),
            ("1,000", "1000"),
            ("08", "8"),
            ("1e3", "1000"),
            ("+5", "5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("88%", "88"),
            ("๘๘", "88"),
            ("-007.50", "-7.50"),
        ];
        for (written, right) in meant {
            assert_eq!(plain_number(written).as_deref(), Some(right), "{written}");
        }
        for hopeless in ["NaN", "", "inf", "1e999", "many", "%", "1.2.3"] {
            assert_eq!(plain_number(hopeless), None, "{hopeless}");
        }
    }

    #[test]
    fn times_and_addresses() {
        assert_eq!(months("24 months"), Some(24));
        assert_eq!(months("2 years"), Some(24));
        assert_eq!([months("24"), months("024 months"), months("0 months"), months("5 days")], [None; 4]);
        assert!(is_url("https://numerate.example") && !is_url("javascript:alert(1)") && !is_url("https:///x"));
    }
}
