//! Numbers of Chinese with a word or sign beside them: percent, points, money, durations, ages, ranks, measures.

use super::spell::{spell, spell_decimal};
use crate::figure::construct::{Affixed, Construct, Needs, Reading};
use crate::figure::shared::{decimal, spelled};
use crate::figure::site::Site;
use crate::figure::word::Affix;
use crate::model::{Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A number with an affix, before which stands no affix of another kind: 天 of 第三天 makes no duration.
#[derive(Debug)]
pub struct Beside(pub Affixed);

impl Construct for Beside {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn needs(&self) -> Needs {
        Needs::AFFIX
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        match site.before {
            Some(before) if !(self.0.takes)(before) => None,
            _ => self.0.read(site),
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        self.0.write(quantity)
    }
}

/// A number in digits as it is printed in Chinese: without separators, with a true minus.
pub fn figures(value: Decimal) -> String {
    let minus = if value.is_sign_negative() && !value.is_zero() { "\u{2212}" } else { "" };
    format!("{minus}{}", value.abs())
}

/// A number with 万, 亿 or 万亿 from 10,000 on where that is exact and short: `120万`, `6410亿`; else in digits.
pub fn scaled(value: Decimal) -> String {
    let minus = if value.is_sign_negative() && !value.is_zero() { "\u{2212}" } else { "" };
    for (power, name, decimals) in [(12, "万亿", 2), (8, "亿", 2), (4, "万", 1)] {
        let scale = Decimal::from(10u64.pow(power));
        if value.abs() >= scale
            && let Some(quotient) = value.abs().checked_div(scale).map(|quotient| quotient.normalize())
            && quotient.scale() <= decimals
        {
            return format!("{minus}{quotient}{name}");
        }
    }
    figures(value)
}

fn of(quantity: &Quantity, kind: Kind, unit: &str) -> Option<String> {
    Some(format!("{}{unit}", figures(decimal(quantity, kind)?)))
}

/// `88%`
pub const PERCENT: Beside = Beside(Affixed {
    name: "percent",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| of(quantity, Kind::Percent, "%"),
});

/// `百分之八十八`
pub const PERCENT_WORDS: Beside = Beside(Affixed {
    name: "percent-words",
    takes: |affix| affix == Affix::Percent,
    write: |quantity| {
        let value = decimal(quantity, Kind::Percent).filter(|value| !value.is_zero())?;
        Some(format!("百分之{}", spell_decimal(value)?))
    },
});

/// `9个百分点`
pub const POINTS: Beside = Beside(Affixed {
    name: "points",
    takes: |affix| matches!(affix, Affix::Point(_)),
    write: |quantity| of(quantity, Kind::PercentagePoint, "个百分点"),
});

/// `5‰`, `千分之三`
pub const PER_MILLE: Beside = Beside(Affixed {
    name: "per-mille",
    takes: |affix| affix == Affix::PerMille,
    write: |quantity| (quantity.unit == Some(Unit::PerMille)).then(|| of(quantity, Kind::Other, "‰"))?,
});

/// The names of currencies.
const CURRENCIES: [(&str, &str); 16] = [
    ("CNY", "元"),
    ("USD", "美元"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("JPY", "日元"),
    ("THB", "泰铢"),
    ("HKD", "港元"),
    ("TWD", "新台币"),
    ("AUD", "澳元"),
    ("CAD", "加元"),
    ("SGD", "新加坡元"),
    ("NZD", "新西兰元"),
    ("KRW", "韩元"),
    ("CHF", "瑞士法郎"),
    ("INR", "印度卢比"),
    ("RUB", "卢布"),
];

/// `6410亿美元`
pub const CURRENCY: Beside = Beside(Affixed {
    name: "currency",
    takes: |affix| matches!(affix, Affix::Currency(..)),
    write: |quantity| {
        let Some(Unit::Currency(code)) = quantity.unit else { return None };
        let (_, name) = CURRENCIES.iter().find(|(known, _)| *known == code)?;
        Some(format!("{}{name}", scaled(decimal(quantity, Kind::Currency)?)))
    },
});

/// `18岁`
pub const AGE: Beside = Beside(Affixed {
    name: "age",
    takes: |affix| affix == Affix::Age,
    write: |quantity| (quantity.unit == Some(Unit::Age)).then(|| of(quantity, Kind::Other, "岁"))?,
});

/// The names of units of time behind digits.
const DURATIONS: [(&str, &str); 10] = [
    ("second", "秒"),
    ("minute", "分钟"),
    ("hour", "小时"),
    ("day", "天"),
    ("week", "周"),
    ("month", "个月"),
    ("quarter", "个季度"),
    ("year", "年"),
    ("decade", "个十年"),
    ("century", "个世纪"),
];

/// `18个月`
pub const DURATION: Beside = Beside(Affixed {
    name: "duration",
    takes: |affix| matches!(affix, Affix::Duration(_)),
    write: |quantity| {
        let value = decimal(quantity, Kind::Duration)?;
        let Some(Unit::Duration(unit)) = quantity.unit else { return None };
        let (_, name) = DURATIONS.iter().find(|(known, _)| *known == unit)?;
        let halved = value == Decimal::new(5, 1) && unit != "second" && unit != "week" && unit != "quarter";
        let like_a_year = unit == "year" && value >= Decimal::ONE_THOUSAND;
        if like_a_year {
            return None;
        }
        Some(if halved { format!("半{name}") } else { format!("{}{name}", figures(value)) })
    },
});

/// The names of measures behind a number.
const MEASURES: [(&str, &str); 24] = [
    ("celsius", "℃"),
    ("fahrenheit", "℉"),
    ("kilometre", "公里"),
    ("metre", "米"),
    ("centimetre", "厘米"),
    ("millimetre", "毫米"),
    ("mile", "英里"),
    ("foot", "英尺"),
    ("inch", "英寸"),
    ("kilometre-per-hour", "公里/小时"),
    ("square-kilometre", "平方公里"),
    ("square-metre", "平方米"),
    ("hectare", "公顷"),
    ("acre", "英亩"),
    ("kilogram", "公斤"),
    ("gram", "克"),
    ("milligram", "毫克"),
    ("tonne", "吨"),
    ("pound", "磅"),
    ("litre", "升"),
    ("millilitre", "毫升"),
    ("kilowatt-hour", "千瓦时"),
    ("megawatt", "兆瓦"),
    ("gigabyte", "GB"),
];

/// `29公里`
pub const MEASURE: Beside = Beside(Affixed {
    name: "measure",
    takes: |affix| matches!(affix, Affix::Measure(_)),
    write: |quantity| {
        let Some(Unit::Measure(name)) = quantity.unit else { return None };
        let (_, unit) = MEASURES.iter().find(|(known, _)| *known == name)?;
        of(quantity, Kind::Other, unit)
    },
});

/// `4.8星`
pub const STARS: Beside = Beside(Affixed {
    name: "rating-stars",
    takes: |affix| affix == Affix::Stars,
    write: |quantity| (quantity.unit == Some(Unit::Stars)).then(|| of(quantity, Kind::Rating, "星"))?,
});

/// `第3`
pub const ORDINAL: Affixed = Affixed {
    name: "ordinal",
    takes: |affix| affix == Affix::Ordinal,
    write: |quantity| Some(format!("第{}", spelled(quantity, Kind::Ordinal)?)),
};

/// `第三`
pub const ORDINAL_WORDS: Affixed = Affixed {
    name: "ordinal-words",
    takes: |affix| affix == Affix::Ordinal,
    write: |quantity| Some(format!("第{}", spell(spelled(quantity, Kind::Ordinal)?)?)),
};
