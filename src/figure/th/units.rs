//! Numbers of Thai with a word or sign beside them: percent, points, money, durations, ages, measures.

use super::lexicon::{HALF, ONE_AND_A_HALF, OVER, POINT, REST};
use super::spell::spell;
use crate::figure::construct::{Affixed, Construct, Needs, Reading};
use crate::figure::shared::{decimal, grouped, simple, spelled};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// `ร้อยละ 88`
pub const PERCENT: Affixed = Affixed {
    name: "percent",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| simple(quantity, Kind::Percent, "ร้อยละ {}"),
};

/// `88%`
pub const PERCENT_SIGN: Affixed = Affixed {
    name: "percent-sign",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| simple(quantity, Kind::Percent, "{}%"),
};

/// `แปดสิบแปดเปอร์เซ็นต์`
pub const PERCENT_WORDS: Affixed = Affixed {
    name: "percent-words",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| Some(format!("{}เปอร์เซ็นต์", spell(spelled(quantity, Kind::Percent)?)?)),
};

/// `9 จุดร้อยละ`
pub const POINTS: Affixed = Affixed {
    name: "points",
    takes: |affix| matches!(affix, Affix::Point(_)),
    write: |quantity| simple(quantity, Kind::PercentagePoint, "{} จุดร้อยละ"),
};

/// `ร้อยละ 0.25 จุด`, with the word for percent before the number.
#[derive(Debug)]
pub struct PercentPoints;

impl Construct for PercentPoints {
    fn name(&self) -> &'static str {
        "percent-points"
    }

    fn needs(&self) -> Needs {
        Needs::AFFIX
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|_| site.before == Some(Affix::Percent))?;
        let (Word::Own(POINT), end) = site.word_after(number.end)? else { return None };
        let quantity = Affix::Point(0).quantity(site.value()?)?;
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// `8‰`
pub const PER_MILLE: Affixed = Affixed {
    name: "per-mille",
    takes: |affix| affix == Affix::PerMille,
    write: |quantity| (quantity.unit == Some(Unit::PerMille)).then(|| simple(quantity, Kind::Other, "{}‰"))?,
};

/// The names of currencies behind a number.
const CURRENCIES: [(&str, &str); 22] = [
    ("THB", "บาท"),
    ("USD", "ดอลลาร์สหรัฐ"),
    ("EUR", "ยูโร"),
    ("GBP", "ปอนด์สเตอร์ลิง"),
    ("JPY", "เยน"),
    ("CNY", "หยวน"),
    ("INR", "รูปี"),
    ("KRW", "วอน"),
    ("CHF", "ฟรังก์สวิส"),
    ("AUD", "ดอลลาร์ออสเตรเลีย"),
    ("CAD", "ดอลลาร์แคนาดา"),
    ("HKD", "ดอลลาร์ฮ่องกง"),
    ("SGD", "ดอลลาร์สิงคโปร์"),
    ("NZD", "ดอลลาร์นิวซีแลนด์"),
    ("TWD", "ดอลลาร์ไต้หวัน"),
    ("MYR", "ริงกิต"),
    ("IDR", "รูเปียห์"),
    ("PHP", "เปโซ"),
    ("VND", "ดอง"),
    ("LAK", "กีบ"),
    ("MMK", "จ๊าด"),
    ("RUB", "รูเบิล"),
];

/// `641 พันล้านดอลลาร์สหรัฐ`
pub const CURRENCY: Affixed = Affixed {
    name: "currency",
    takes: |affix| matches!(affix, Affix::Currency(..)),
    write: |quantity| {
        let value = decimal(quantity, Kind::Currency)?;
        let Some(Unit::Currency(code)) = quantity.unit else { return None };
        let (_, name) = CURRENCIES.iter().find(|(known, _)| *known == code)?;
        let minus = if value.is_sign_negative() && !value.is_zero() { "\u{2212}" } else { "" };
        let (number, scale) = scaled(value.abs());
        let gap = if scale.is_empty() { "" } else { " " };
        Some(format!("{minus}{number}{gap}{scale}{}{name}", if scale.is_empty() { " " } else { "" }))
    },
};

/// A number and the scale word behind it where that is exact and short: `641` and `พันล้าน`.
fn scaled(value: Decimal) -> (String, &'static str) {
    for (power, name) in [(12, "ล้านล้าน"), (9, "พันล้าน"), (6, "ล้าน")] {
        let scale = Decimal::from_i128_with_scale(10i128.pow(power), 0);
        if value >= scale
            && let Some(quotient) = value.checked_div(scale).map(|quotient| quotient.normalize())
            && quotient.scale() <= 2
        {
            return (grouped(quotient), name);
        }
    }
    (grouped(value), "")
}

/// The names of durations.
const DURATIONS: [(&str, &str); 10] = [
    ("second", "วินาที"),
    ("minute", "นาที"),
    ("hour", "ชั่วโมง"),
    ("day", "วัน"),
    ("week", "สัปดาห์"),
    ("month", "เดือน"),
    ("quarter", "ไตรมาส"),
    ("year", "ปี"),
    ("decade", "ทศวรรษ"),
    ("century", "ศตวรรษ"),
];

/// `18 เดือน`
pub const DURATION: Affixed = Affixed {
    name: "duration",
    takes: |affix| matches!(affix, Affix::Duration(_)),
    write: |quantity| {
        let Some(Unit::Duration(unit)) = quantity.unit else { return None };
        let (_, name) = DURATIONS.iter().find(|(known, _)| *known == unit)?;
        Some(format!("{} {name}", grouped(decimal(quantity, Kind::Duration)?)))
    },
};

/// The names of measures behind a number.
const MEASURES: [(&str, &str); 18] = [
    ("celsius", "องศาเซลเซียส"),
    ("fahrenheit", "องศาฟาเรนไฮต์"),
    ("kilometre-per-hour", "กิโลเมตรต่อชั่วโมง"),
    ("kilometre", "กิโลเมตร"),
    ("metre", "เมตร"),
    ("centimetre", "เซนติเมตร"),
    ("millimetre", "มิลลิเมตร"),
    ("mile", "ไมล์"),
    ("square-kilometre", "ตารางกิโลเมตร"),
    ("square-metre", "ตารางเมตร"),
    ("rai", "ไร่"),
    ("hectare", "เฮกตาร์"),
    ("kilogram", "กิโลกรัม"),
    ("gram", "กรัม"),
    ("tonne", "ตัน"),
    ("litre", "ลิตร"),
    ("kilowatt-hour", "กิโลวัตต์ชั่วโมง"),
    ("megawatt", "เมกะวัตต์"),
];

/// `29 กิโลเมตร`
pub const MEASURE: Affixed = Affixed {
    name: "measure",
    takes: |affix| matches!(affix, Affix::Measure(_)),
    write: |quantity| {
        let Some(Unit::Measure(unit)) = quantity.unit else { return None };
        let (_, name) = MEASURES.iter().find(|(known, _)| *known == unit)?;
        Some(format!("{} {name}", grouped(decimal(quantity, Kind::Other)?)))
    },
};

/// `5 ดาว`
pub const STARS: Affixed = Affixed {
    name: "rating-stars",
    takes: |affix| affix == Affix::Stars,
    write: |quantity| (quantity.unit == Some(Unit::Stars)).then(|| simple(quantity, Kind::Rating, "{} ดาว"))?,
};

/// A number with `กว่า`, `เศษ` or a plus before its unit: `สิบกว่าปี`, `2 แสนกว่าบาท`, `10+ ปี`.
#[derive(Debug)]
pub struct Over;

impl Construct for Over {
    fn name(&self) -> &'static str {
        "over"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref()?;
        let (hedge, end) = match site.word_after(number.end) {
            Some((Word::Own(OVER | REST), end)) => (Hedge::MoreThan, end),
            Some((Word::Plus, end)) => (Hedge::AtLeast, end),
            _ => return None,
        };
        let (affix, end) = site.affix_after(end)?;
        let quantity = affix.quantity(site.value()?)?.hedge(hedge);
        let fits = site.before.is_none_or(|before| before == affix);
        fits.then(|| Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// A unit with `ครึ่ง` behind it or before it: `3 ปีครึ่ง`, `สองเท่าครึ่ง`, `ครึ่งชั่วโมง`.
#[derive(Debug)]
pub struct Halves;

impl Construct for Halves {
    fn name(&self) -> &'static str {
        "halves"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let half = Decimal::new(5, 1);
        if let Some((Word::Own(HALF), end)) = site.word {
            let (affix @ Affix::Duration(_), unit_end) = site.affix_after(end)? else { return None };
            return Some(Reading::new(site.start..unit_end, site.start..end, affix.quantity(half)?));
        }
        if let Some((Word::Own(ONE_AND_A_HALF), end)) = site.word {
            const LATER: [&str; 7] = ["หนึ่ง", "แรก", "หลัง", "ท้าย", "ปี", "เดือน", "ชีวิต"];
            let (Word::After(affix @ Affix::Duration(_)), _) = site.language.follower_at(site.text, site.start)? else {
                return None;
            };
            let whole = site.start..end;
            let fits = !LATER.iter().any(|word| site.rest(end).starts_with(word));
            return fits.then_some(Reading::new(whole.clone(), whole, affix.quantity(Decimal::ONE.checked_add(half)?)?));
        }
        let number = site.number.as_ref().filter(|number| site.before.is_none() && number.is_integer())?;
        let (affix, end) = match (site.after, site.word_after(number.end)) {
            (_, Some((Word::Factor(3, 2), end))) => (Affix::Times, end),
            (Some((affix @ (Affix::Duration(_) | Affix::Times | Affix::Currency(..)), end)), _) => {
                match site.language.word_at(site.text, end)? {
                    (Word::Own(HALF), end) => (affix, end),
                    // Behind a unit `ครึ่งหลังจาก` is no second half, but a half and `หลังจาก`.
                    (Word::Idiom, _) if site.rest(end).starts_with("ครึ่งหลัง") => {
                        (affix, end + "ครึ่ง".len())
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        let whole = number.core.start..end;
        Some(Reading::new(site.start..end, whole, affix.quantity(site.value()?.checked_add(half)?)?))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}
