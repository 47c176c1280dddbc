//! Two digits in a row, which leave it open which is meant: `สองสามวัน`.

use super::cardinal::{joined, scales};
use super::lexicon::{ET, POINT};
use crate::figure::construct::{Construct, Reading};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word, shift};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Two digits in a row, which leave it open which: `สองสามวัน`, `สี่ห้าร้อยคน`.
#[derive(Debug)]
pub struct Either;

impl Construct for Either {
    fn name(&self) -> &'static str {
        "either"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (Word::Small(low @ 1..), end) = site.language.word_at(site.text, site.number_start)? else { return None };
        let (Word::Small(high), mut end) = site.language.word_at(site.text, joined(site.text, end))? else { return None };
        if site.before.is_some() || site.negative || high != low + 1 {
            return None;
        }
        let (mut power, mut core) = (0, site.start..end);
        match site.language.word_at(site.text, joined(site.text, end)) {
            Some((Word::Small(_) | Word::Own(ET | POINT), _)) => return None,
            Some((Word::Place(1), ten)) => (power, end) = (1, ten),
            _ => {}
        }
        if let Some((more, scale_end)) = scales(site.language, site.text, joined(site.text, end)) {
            (power, end) = (power + more, scale_end);
        }
        core.end = end;
        let (low, high) = (shift(Decimal::from(low), power as i8)?, shift(Decimal::from(high), power as i8)?);
        let (unit, low, high) = match site.affix_after(end) {
            Some((affix, unit_end)) => {
                end = unit_end;
                let (low, high) = (affix.quantity(low)?, affix.quantity(high)?);
                let unit = if affix == Affix::Times { Some(Unit::Times) } else { low.unit };
                (unit, low.amount.value()?, high.amount.value()?)
            }
            None => (None, low, high),
        };
        let range = Quantity { unit, ..Quantity::new(Kind::Range, Amount::Range(low, high)) };
        Some(Reading::new(site.start..end, core, range))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}
