//! Money in two parts: `ten euros and fifty cents`, `สิบบาทห้าสิบสตางค์`.

use super::super::construct::{Construct, Needs, Reading};
use super::super::site::Site;
use super::super::word::{Affix, shift};
use crate::model::{Quantity, Unit};
use rust_decimal::Decimal;

/// An amount with a smaller unit behind it, which is one amount.
#[derive(Debug)]
pub struct MoneyParts {
    /// What may stand between the parts; longer ones before their beginnings.
    pub joints: &'static [&'static str],
}

impl Construct for MoneyParts {
    fn name(&self) -> &'static str {
        "money-parts"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| site.before.is_none() && number.is_integer())?;
        let Some((Affix::Currency(code, 0), end)) = site.after else { return None };
        let (part, end) = self.joints.iter().find_map(|joint| {
            let at = end + site.rest(end).strip_prefix(joint).map(|_| joint.len())?;
            self.part(site, at, code)
        })?;
        let value = number.value.checked_add(part)?;
        let value = if site.negative { -value } else { value };
        let quantity = Quantity { unit: Some(Unit::Currency(code)), ..Affix::Currency(code, 0).quantity(value)? };
        Some(Reading::new(site.start..end, number.core.start..end, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Money is written with a decimal point.
    }
}

impl MoneyParts {
    /// The smaller part at `at`, in whole units, and its end. Cents are those of any currency.
    fn part(&self, site: &Site<'_>, at: usize, code: &str) -> Option<(Decimal, usize)> {
        let number = (site.language.numeral)(site.language, site.text, at)?;
        let (Affix::Currency(minor, power @ ..0), end) = site.language.affix_after(site.text, number.end)? else {
            return None;
        };
        let whole = number.is_integer() && !number.value.is_sign_negative();
        let fits = whole && number.value < Decimal::ONE_HUNDRED && (minor == code || minor == "USD");
        fits.then_some((shift(number.value, power)?, end))
    }
}
