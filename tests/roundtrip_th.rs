//! Thai: what it writes, it reads again; and whatever stands in a text, reading it neither panics nor splits a character.

use numerate::figure::Language;
use numerate::model::{Amount, Era, Hedge, Kind, Quantity, Unit};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn thai() -> &'static Language {
    Language::of("th").expect("Thai is a language")
}

/// Writes by every construct that can say it, alone and in a sentence, and reads again.
fn check(quantity: Quantity) -> Result<(), TestCaseError> {
    let language = thai();
    let mut written = 0;
    for construct in language.constructs() {
        let Some((_, text)) = language.write_as(construct, &quantity) else { continue };
        written += 1;
        let sentence = format!("ข้อมูลระบุว่า {text} ตามที่รายงานไว้");
        for (text, start) in [(text.clone(), 0), (sentence.clone(), sentence.find(&text).expect("it holds the text"))] {
            let read = language.read(&text);
            let expected = labelled(quantity);
            prop_assert_eq!(read.len(), 1, "{}: {} gives {:?}", construct, text, read);
            prop_assert_eq!(era(read[0].quantity, construct), era(expected, construct), "{}: {}", construct, text);
            if start == 0 {
                prop_assert_eq!(read[0].span.clone(), 0..text.len(), "{}: {}", construct, text);
            }
        }
    }
    prop_assert!(language.write(&quantity).is_some() && written > 0, "{quantity:?} has no wording");
    Ok(())
}

/// A year or date without an era is printed in the Buddhist era.
fn labelled(quantity: Quantity) -> Quantity {
    Quantity { amount: normal(quantity.amount), ..quantity }
}

fn normal(amount: Amount) -> Amount {
    match amount {
        Amount::Value(value) => Amount::Value(value.normalize()),
        amount => amount,
    }
}

/// The quantity modulo the era that a construct prints unasked.
fn era(quantity: Quantity, construct: &str) -> Quantity {
    let prints = matches!(construct, "year" | "date" | "month-year");
    let era = if prints && quantity.era != Some(Era::Ce) { None } else { quantity.era };
    Quantity { era, amount: normal(quantity.amount), ..quantity }
}

fn hedge() -> impl Strategy<Value = Option<Hedge>> {
    proptest::option::of(proptest::sample::select(Hedge::ALL.to_vec()))
}

fn value() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (0i64..200).prop_map(Decimal::from),
        (0i64..10_000_000_000_000).prop_map(Decimal::from),
        (1i64..1_000_000_000, 1u32..4).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
    ]
}

fn of(kind: Kind, value: Decimal) -> Quantity {
    Quantity::new(kind, Amount::Value(value))
}

#[test]
fn wordings_are_native() {
    let ratio = |a: u32, b: u32| Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into()));
    let billions = of(Kind::Currency, Decimal::from(641_000_000_000u64)).unit(Unit::Currency("USD"));
    for (construct, quantity, hedge, expected) in [
        ("percent", of(Kind::Percent, 88.into()), None, "ร้อยละ 88"),
        ("percent", of(Kind::Percent, 88.into()), Some(Hedge::Nearly), "เกือบร้อยละ 88"),
        ("year", of(Kind::Year, 2022.into()), None, "พ.ศ. 2565"),
        ("date", of(Kind::Date, 20180326.into()), None, "26 มีนาคม พ.ศ. 2561"),
        ("points", of(Kind::PercentagePoint, 9.into()), None, "9 จุดร้อยละ"),
        ("fraction", ratio(3, 4), None, "สามในสี่"),
        ("fraction", ratio(9, 10), Some(Hedge::Nearly), "เกือบเก้าในสิบ"),
        ("fraction", ratio(1, 2), Some(Hedge::Only), "เพียงครึ่งหนึ่ง"),
        ("n-in-m", ratio(4, 5), None, "4 ใน 5"),
        ("n-in-m", ratio(3, 5), Some(Hedge::MoreThan), "มากกว่า 3 ใน 5"),
        ("n-in-m", ratio(4, 5), Some(Hedge::Nearly), "เกือบ 4 ใน 5"),
        ("multiple", of(Kind::Multiple, Decimal::new(16, 1)), None, "1.6 เท่า"),
        ("doubling", of(Kind::Multiple, 2.into()), None, "เพิ่มขึ้นเป็นสองเท่า"),
        ("doubling", of(Kind::Multiple, 2.into()), Some(Hedge::Nearly), "เพิ่มขึ้นเกือบเป็นสองเท่า"),
        ("count", of(Kind::Count, 6700.into()), Some(Hedge::MoreThan), "มากกว่า 6,700"),
        ("words", of(Kind::Count, 9.into()), None, "เก้า"),
        ("duration", of(Kind::Duration, 18.into()).unit(Unit::Duration("month")), None, "18 เดือน"),
        ("currency", billions, None, "641 พันล้านดอลลาร์สหรัฐ"),
        ("clock", of(Kind::Time, 1030.into()), None, "10.30 น."),
        ("age", of(Kind::Other, 15.into()).unit(Unit::Age), Some(Hedge::LessThan), "อายุน้อยกว่า 15 ปี"),
    ] {
        let written = thai().write_as(construct, &quantity.hedge(hedge)).map(|(_, text)| text);
        assert_eq!(written.as_deref(), Some(expected), "{construct}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_kinds(value in value(), hedge in hedge(), kind in proptest::sample::select(vec![
        Kind::Percent, Kind::PercentagePoint, Kind::Count, Kind::Multiple,
    ])) {
        check(of(kind, value).hedge(hedge))?;
    }

    #[test]
    fn negative(value in 1i64..1_000_000, scale in 0u32..3, kind in proptest::sample::select(vec![
        Kind::Percent, Kind::PercentagePoint, Kind::Count,
    ])) {
        check(of(kind, -Decimal::new(value, scale)))?;
    }

    #[test]
    fn words(value in 0u64..1_000_000_000_000_000, small in 0u64..2000) {
        for value in [value, small, value % 10_000_000] {
            let text = numerate::figure::th::spell(value).expect("so small a number has words");
            let read = thai().read(&text);
            prop_assert_eq!(read.len(), 1, "{}", text);
            prop_assert_eq!(read[0].quantity, of(Kind::Count, Decimal::from(value)), "{}", text);
            prop_assert_eq!(read[0].span.clone(), 0..text.len());
        }
    }

    #[test]
    fn fractions((a, b) in prop_oneof![(2u32..200).prop_flat_map(|b| (1..=b, Just(b))), (1u32..=10, 2u32..=10)], hedge in hedge()) {
        check(Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into())).hedge(hedge))?;
    }

    #[test]
    fn money(value in value(), hedge in hedge(), code in proptest::sample::select(vec![
        "THB", "USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "CHF", "AUD", "CAD", "HKD", "SGD", "NZD", "MYR", "VND",
    ])) {
        check(of(Kind::Currency, value).unit(Unit::Currency(code)).hedge(hedge))?;
    }

    #[test]
    fn years(year in 1900u32..2050, hedge in hedge(), era in proptest::option::of(proptest::sample::select(vec![Era::Be, Era::Ce]))) {
        check(Quantity { era, ..of(Kind::Year, year.into()).hedge(hedge) })?;
    }

    #[test]
    fn decades_and_centuries(decade in 150u32..205, century in 1u32..30, buddhist in any::<bool>()) {
        check(of(Kind::Year, (decade * 10).into()).unit(Unit::Decade))?;
        if buddhist {
            let printed = 2450 + decade % 15 * 10;
            check(Quantity { era: Some(Era::Be), ..of(Kind::Year, (printed - 543).into()).unit(Unit::Decade) })?;
        }
        for era in [None, Some(Era::Be), Some(Era::Ce)] {
            check(Quantity { era, ..of(Kind::Year, century.into()).unit(Unit::Century) })?;
        }
    }

    #[test]
    fn dates(year in 1900u32..2100, month in 1u32..=12, day in 1u32..=31, era in proptest::option::of(Just(Era::Ce))) {
        check(Quantity { era, ..of(Kind::Date, (year * 10_000 + month * 100 + day).into()) })?;
        check(Quantity { era, ..of(Kind::Date, (year * 100 + month).into()) })?;
        check(of(Kind::Date, (month * 100 + day).into()))?;
    }

    #[test]
    fn durations_and_measures(value in value(), hedge in hedge(), unit in proptest::sample::select(vec![
        "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century",
    ]), measure in proptest::sample::select(vec!["celsius", "kilometre", "metre", "kilogram", "tonne", "litre", "rai", "square-metre"])) {
        check(of(Kind::Duration, value).unit(Unit::Duration(unit)).hedge(hedge))?;
        check(of(Kind::Other, value).unit(Unit::Measure(measure)).hedge(hedge))?;
        check(of(Kind::Other, value).unit(Unit::PerMille).hedge(hedge))?;
    }

    #[test]
    fn the_rest(rank in 1u32..100_000, times in 2u32..10_000, hour in 0u32..24, minute in 0u32..60, age in 0u32..120, mark in 0u32..=50, hedge in hedge()) {
        check(of(Kind::Ordinal, rank.into()))?;
        check(of(Kind::Multiple, times.into()).hedge(hedge))?;
        check(of(Kind::Time, (hour * 100 + minute).into()))?;
        check(of(Kind::Time, 24.into()).unit(Unit::AroundTheClock))?;
        check(of(Kind::Other, age.into()).unit(Unit::Age).hedge(hedge))?;
        check(of(Kind::Other, rank.into()).unit(Unit::Ratio))?;
        check(of(Kind::Rating, Decimal::new(mark.into(), 1)).unit(Unit::OutOf(5)).hedge(hedge))?;
        check(of(Kind::Rating, (mark % 6).into()).unit(Unit::Stars).hedge(hedge))?;
    }

    #[test]
    fn anything_can_be_read(parts in proptest::collection::vec(piece(), 0..24)) {
        let text = parts.concat();
        let mut end = 0;
        for figure in thai().read(&text) {
            prop_assert!(text.get(figure.span.clone()).is_some() && text.get(figure.core.clone()).is_some(), "{:?}", text);
            prop_assert!(figure.span.start >= end && figure.span.start <= figure.core.start && figure.core.end <= figure.span.end, "{:?}", text);
            end = figure.span.end;
        }
    }
}

/// Words of numbers, units and hedges, digits and signs, and any characters between them.
fn piece() -> impl Strategy<Value = String> {
    const WORDS: &str = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ยี่สิบ เอ็ด ร้อย พัน หมื่น แสน ล้าน ครึ่ง ครึ่งหนึ่ง เศษ ส่วน โหล จุด ลบ ที่ ใน จาก ถึง ต่อ เต็ม \
        ร้อยละ เปอร์เซ็นต์ % เท่า เท่าตัว บาท ดอลลาร์ $ ปี พ.ศ. ค.ศ. เดือน วัน มกราคม เม.ย. น. โมง ทุ่ม ตี บ่าย ดาว คะแนน อายุ ขวบ อันดับ ไตรมาส ทศวรรษ ศตวรรษที่ \
        กว่า เกือบ ประมาณ ราว เพียง เฉลี่ย ไม่เกิน ขึ้นไป เท่านั้น เพิ่มขึ้น เป็น ระหว่าง และ คน ราย ข้อ หน้า ตารางที่ ห้าง สามารถ 1 2 5 12 67 09 2018 2565 6,700 4.5 ๑๒ ๒๕๖๕ ８８ \
        - – / : . , ( ) + \u{200b} \u{a0} \n ° ½ ★ a k km";
    let words: Vec<String> = WORDS.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    prop_oneof![
        6 => proptest::sample::select(words),
        2 => Just(" ".to_owned()),
        1 => "[\u{e00}-\u{e5b}]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ]
}
