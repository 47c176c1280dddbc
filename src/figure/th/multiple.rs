//! Multiples of Thai: `1.6 เท่า`, `เพิ่มขึ้นเป็นสองเท่า`, `เพิ่มขึ้นเกือบเท่าตัว`.

use super::lexicon::AS_MUCH_AGAIN;
use super::spell::spell;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::shared::{decimal, simple};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Hedge, Kind, Quantity};
use rust_decimal::Decimal;

/// `1.6 เท่า`
#[derive(Debug)]
pub struct Times;

impl Construct for Times {
    fn name(&self) -> &'static str {
        "multiple"
    }

    fn needs(&self) -> Needs {
        Needs::AFFIX
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|_| site.before.is_none())?;
        let (Affix::Times, end) = site.after? else { return None };
        reading(site.start..end, number.core.clone(), site.value()?, None)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        simple(quantity, Kind::Multiple, "{} เท่า")
    }
}

/// A factor as a verb: `เพิ่มขึ้นเป็นสองเท่า`, `เพิ่มขึ้นหนึ่งเท่าตัว`, `เพิ่มขึ้นเท่าตัว`; its hedge may stand inside.
#[derive(Debug)]
pub struct Doubling;

impl Construct for Doubling {
    fn name(&self) -> &'static str {
        "doubling"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let verb = || Verb::before(site.text, site.start);
        match site.word {
            Some((Word::Own(AS_MUCH_AGAIN), end)) => {
                let verb = verb();
                if !verb.grows && verb.hedge.is_none() {
                    return None;
                }
                let start = if verb.grows { verb.start } else { site.start };
                reading(start..end, site.start..end, Decimal::TWO, verb.hedge.filter(|_| verb.grows))
            }
            Some((Word::Factor(a, b), end)) => {
                reading(site.start..end, site.start..end, Decimal::from(a) / Decimal::from(b), None)
            }
            _ => {
                let number = site.number.as_ref().filter(|_| site.before.is_none() && !site.negative)?;
                let (again, end) = match (site.after, site.word_after(number.end)) {
                    (_, Some((Word::Own(AS_MUCH_AGAIN), end))) => (true, end),
                    (Some((Affix::Times, end)), _) => (false, end),
                    _ => return None,
                };
                let verb = verb();
                if !(again || verb.grows && verb.becomes) {
                    return None;
                }
                let value = if again && number.value == Decimal::ONE { Decimal::TWO } else { number.value };
                let start = if verb.grows { verb.start } else { site.start };
                reading(start..end, number.core.clone(), value, verb.hedge.filter(|_| verb.grows))
            }
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Multiple)?;
        let whole = u64::try_from(value).ok().filter(|times| value.is_integer() && *times >= 2)?;
        Some(format!("{GROWS}{BECOMES}{}เท่า", spell(whole)?))
    }
}

const GROWS: &str = "เพิ่มขึ้น";
const BECOMES: &str = "เป็น";

/// Puts a hedge into the phrase, where Thai has it; `None` if the text is not that phrase.
pub fn hedged(hedge: Hedge, word: &str, figure: &str) -> Option<String> {
    let rest = figure.strip_prefix(GROWS)?;
    match hedge {
        Hedge::Nearly => Some(format!("{GROWS}{word}{rest}")),
        _ => Some(format!("{GROWS}{BECOMES}{word}{}", rest.strip_prefix(BECOMES)?)),
    }
}

fn reading(
    span: std::ops::Range<usize>,
    core: std::ops::Range<usize>,
    value: Decimal,
    hedge: Option<Hedge>,
) -> Option<Reading> {
    let value = Quantity::new(Kind::Multiple, Amount::Value(value)).hedge(hedge);
    Some(Reading::new(span, core, value))
}

/// What stands before a multiple: a verb of growth, `เป็น`, a hedge.
struct Verb {
    start: usize,
    grows: bool,
    becomes: bool,
    hedge: Option<Hedge>,
}

impl Verb {
    fn before(text: &str, at: usize) -> Self {
        const VERBS: [&str; 4] = ["เพิ่มขึ้น", "เพิ่ม", "เพิ่มสูงขึ้น", "เพิ่มมากขึ้น"];
        let mut verb = Verb { start: at, grows: false, becomes: false, hedge: None };
        // At most: hedge, เป็น, hedge, อีก.
        for _ in 0..4 {
            let head = text[..verb.start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
            if let Some(found) = VERBS.iter().filter(|word| head.ends_with(**word)).map(|word| word.len()).max() {
                (verb.start, verb.grows) = (head.len() - found, true);
                return verb;
            }
            if let Some(start) = head.strip_suffix(BECOMES).or(head.strip_suffix("อีก")).map(str::len) {
                verb.becomes |= head.ends_with(BECOMES);
                verb.start = start;
            } else if let Some((hedge, start)) = super::hedge_before(text, verb.start) {
                verb.hedge.get_or_insert(hedge);
                verb.start = start;
            } else {
                break;
            }
        }
        verb
    }
}
