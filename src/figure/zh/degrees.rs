//! Degrees of temperature or of an angle, and of electricity: `25度`, `零下十度`, `300度电`.

use super::sign::gap;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::digit_at;
use crate::figure::site::Site;
use crate::figure::word::Affix;
use crate::model::Quantity;
use rust_decimal::Decimal;

/// A number of degrees; a word below ten counts times: 三度夺冠.
#[derive(Debug)]
pub struct Degrees;

impl Construct for Degrees {
    fn name(&self) -> &'static str {
        "degrees"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| site.before.is_none() && number.scale == 0)?;
        let at = gap(site.text, number.end);
        let (word, unit) =
            [("度电", "kilowatt-hour"), ("度", "degree")].into_iter().find(|(word, _)| site.rest(at).starts_with(word))?;
        let end = at + word.len();
        let value = number.value;
        let large = digit_at(site.text, number.core.start).is_some()
            || site.negative
            || value >= Decimal::TEN
            || !value.is_integer();
        let turn = [180, 360].into_iter().any(|turn| value == Decimal::from(turn));
        let joined = site.rest(end).starts_with(['假', '过', '量', '灰', '数', '空', '音']);
        (large && !turn && !joined).then_some(())?;
        let quantity = Affix::Measure(unit).quantity(site.value()?)?;
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}
