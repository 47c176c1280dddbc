//! What Chinese writes, it reads again: `read(write(q)) = q` for every construct, bare, hedged and in a sentence; and no text
//! whatever makes the reader panic or give a span that is not on character boundaries.

use numerate::figure::Language;
use numerate::model::{Amount, Era, Hedge, Kind, Quantity, Unit};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn chinese() -> &'static Language {
    Language::of("zh-Hans").expect("Chinese is a language of the engine")
}

/// Whether two quantities say the same: 九成 is nine in ten, and 3/6 a half.
fn same(a: &Quantity, b: &Quantity) -> bool {
    let value = |quantity: &Quantity| match (quantity.kind, quantity.amount.value()) {
        (Kind::Percent, Some(value)) => value.checked_div(Decimal::ONE_HUNDRED),
        (_, value) => value,
    };
    let share = |quantity: &Quantity| matches!(quantity.kind, Kind::Percent | Kind::Fraction);
    let alike = a.kind == b.kind && a.unit == b.unit || share(a) && share(b) && a.kind != b.kind;
    alike && value(a) == value(b) && a.hedge == b.hedge && a.era == b.era
}

/// Reads a text that is one figure.
fn read(text: &str) -> Option<Quantity> {
    match chinese().read(text).as_slice() {
        [figure] if figure.span == (0..text.len()) => Some(figure.quantity),
        _ => None,
    }
}

/// Writes a quantity by every construct that can say it, and reads each wording again.
fn check(quantity: Quantity) -> Result<(), TestCaseError> {
    for construct in chinese().constructs() {
        let Some((_, text)) = chinese().write_as(construct, &quantity) else { continue };
        let found = read(&text);
        prop_assert!(found.is_some_and(|found| same(&found, &quantity)), "{construct}: {text}: {found:?}, not {quantity:?}");
        let sentence = format!("调查显示，该数据为{text}，与预期相符。");
        let inside: Vec<Quantity> = chinese().read(&sentence).iter().map(|figure| figure.quantity).collect();
        prop_assert!(inside.len() == 1 && same(&inside[0], &quantity), "{construct}: {sentence}: {inside:?}");
    }
    Ok(())
}

fn decimals() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (0i64..100).prop_map(Decimal::from),
        (1i64..20_000).prop_map(Decimal::from),
        (1i64..1_000_000_000_000).prop_map(Decimal::from),
        (1i64..10_000, 4u32..13).prop_map(|(value, power)| Decimal::from(value) * Decimal::from(10u64.pow(power))),
        (1i64..1_000_000, 1u32..5).prop_map(|(value, scale)| Decimal::new(value, scale).normalize()),
    ]
}

fn signed() -> impl Strategy<Value = Decimal> {
    (decimals(), any::<bool>()).prop_map(|(value, negative)| if negative { -value } else { value })
}

fn hedges() -> impl Strategy<Value = Option<Hedge>> {
    prop_oneof![Just(None), prop::sample::select(Hedge::ALL.to_vec()).prop_map(Some)]
}

fn of(kind: Kind, value: Decimal) -> Quantity {
    Quantity::new(kind, Amount::Value(value))
}

/// Whole numbers of a range as decimals.
fn whole(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(Decimal::from)
}

fn quantities() -> impl Strategy<Value = Quantity> {
    let currency = prop::sample::select(vec!["CNY", "USD", "EUR", "GBP", "JPY", "THB", "HKD", "SGD", "KRW", "CHF", "INR"]);
    let duration = prop::sample::select(vec![
        "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century",
    ]);
    let measure =
        prop::sample::select(vec!["celsius", "kilometre", "metre", "kilogram", "gram", "tonne", "litre", "gigabyte"]);
    let plain = prop_oneof![
        signed().prop_map(|value| of(Kind::Percent, value)),
        whole(1..21).prop_map(|fives| of(Kind::Percent, fives * Decimal::from(5))),
        signed().prop_map(|value| of(Kind::PercentagePoint, value)),
        signed().prop_map(|value| of(Kind::Count, value)),
        whole(2..10_000_000_000_000_000).prop_map(|value| of(Kind::Count, value)),
        decimals().prop_map(|value| of(Kind::Multiple, value)),
        whole(2..40).prop_map(|value| of(Kind::Multiple, value)),
        Just(of(Kind::Multiple, Decimal::new(5, 1))),
        decimals().prop_map(|value| of(Kind::Other, value).unit(Unit::PerMille)),
        decimals().prop_map(|value| of(Kind::Other, value).unit(Unit::Ratio)),
        whole(0..130).prop_map(|value| of(Kind::Other, value).unit(Unit::Age)),
    ];
    let united = prop_oneof![
        (signed(), currency).prop_map(|(value, code)| of(Kind::Currency, value).unit(Unit::Currency(code))),
        (decimals(), duration).prop_map(|(value, unit)| of(Kind::Duration, value).unit(Unit::Duration(unit))),
        Just(of(Kind::Duration, Decimal::new(5, 1)).unit(Unit::Duration("year"))),
        (signed(), measure).prop_map(|(value, name)| of(Kind::Other, value).unit(Unit::Measure(name))),
        whole(0..6).prop_map(|value| of(Kind::Rating, value).unit(Unit::Stars)),
        (0i64..100, prop::sample::select(vec![5u16, 10, 100])).prop_map(|(value, whole)| of(
            Kind::Rating,
            Decimal::new(value, 1)
        )
        .unit(Unit::OutOf(whole))),
        (1i64..30, 2i64..40).prop_map(|(a, b)| Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into()))),
        (1i64..10).prop_map(|a| Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), Decimal::TEN))),
        (1i64..100, prop::sample::select(vec![10_000i64, 100_000, 1_000_000]))
            .prop_map(|(a, b)| Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into()))),
    ];
    (prop_oneof![plain, united], hedges()).prop_map(|(quantity, hedge)| quantity.hedge(hedge))
}

/// What names a point in time or a place in an order; a hedge around it says nothing.
fn points() -> impl Strategy<Value = Quantity> {
    let era = prop::sample::select(vec![None, Some(Era::Ce), Some(Era::Be)]);
    prop_oneof![
        (whole(1000..2400), era).prop_map(|(value, era)| Quantity { era, ..of(Kind::Year, value) }),
        (100i64..300).prop_map(|value| of(Kind::Year, Decimal::from(value * 10)).unit(Unit::Decade)),
        whole(1..22).prop_map(|value| of(Kind::Year, value).unit(Unit::Century)),
        (1000i64..3000, 1i64..13, 1i64..32).prop_map(|(y, m, d)| of(Kind::Date, Decimal::from(y * 10_000 + m * 100 + d))),
        (1i64..13, 1i64..32).prop_map(|(m, d)| of(Kind::Date, Decimal::from(m * 100 + d))),
        (1000i64..3000, 1i64..13).prop_map(|(y, m)| of(Kind::Date, Decimal::from(y * 100 + m))),
        (0i64..24, 0i64..60).prop_map(|(h, m)| of(Kind::Time, Decimal::from(h * 100 + m))),
        Just(of(Kind::Time, Decimal::from(24)).unit(Unit::AroundTheClock)),
        whole(1..2_000_000).prop_map(|value| of(Kind::Ordinal, value)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn quantities_come_back(quantity in quantities()) {
        check(quantity)?;
    }

    #[test]
    fn points_in_time_and_ranks_come_back(quantity in points()) {
        check(quantity)?;
    }

    #[test]
    fn every_quantity_has_its_usual_wording(value in decimals()) {
        for kind in [Kind::Percent, Kind::PercentagePoint, Kind::Count, Kind::Multiple] {
            prop_assert!(chinese().write(&of(kind, value)).is_some());
        }
    }

    #[test]
    fn any_text_is_read(text in "[一二三四五六七八九十百千万亿两半零〇壹贰拾佰第年月日号点时分成折倍番个多余几来约近超过以上下左右%％‰.,，。:/·～—０-９0-9a-zA-Z$￥元美之又每中有就翻增长至到 -]{0,40}") {
        let mut end = 0;
        for figure in chinese().read(&text) {
            prop_assert!(figure.span.start >= end, "{text}: {figure:?} overlaps the one before");
            end = figure.span.end;
            prop_assert!(text.get(figure.span.clone()).is_some() && text.get(figure.core.clone()).is_some(), "{text}");
            prop_assert!(figure.span.start <= figure.core.start && figure.core.end <= figure.span.end, "{text}: {figure:?}");
        }
    }

    #[test]
    fn any_unicode_is_read(text in "\\PC{0,60}") {
        for figure in chinese().read(&text) {
            prop_assert!(text.get(figure.span.clone()).is_some() && text.get(figure.core.clone()).is_some());
        }
    }
}

/// The wordings that LANGUAGES.md asks for.
#[test]
fn wordings() {
    let ratio = |a: i64, b: i64| Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into()));
    let value = |kind, value: i64| of(kind, Decimal::from(value));
    let dollars = value(Kind::Currency, 641_000_000_000).unit(Unit::Currency("USD"));
    for (construct, quantity, expected) in [
        ("percent", value(Kind::Percent, 88), "88%"),
        ("fraction", ratio(9, 10).hedge(Hedge::Nearly), "近九成"),
        ("fraction", ratio(8, 10), "八成"),
        ("fraction", ratio(3, 4).hedge(Hedge::MoreThan), "超过四分之三"),
        ("fraction", ratio(2, 3).hedge(Hedge::Nearly), "近三分之二"),
        ("fraction", ratio(1, 2).hedge(Hedge::Only), "只有一半"),
        ("fraction", ratio(1, 2).hedge(Hedge::LessThan), "不到一半"),
        ("n-in-m", ratio(4, 5), "五分之四"),
        ("percent", value(Kind::Percent, 62).hedge(Hedge::About), "约62%"),
        ("percent", value(Kind::Percent, 75).hedge(Hedge::AtLeast), "至少75%"),
        ("doubling", value(Kind::Multiple, 2), "翻一番"),
        ("doubling", value(Kind::Multiple, 2).hedge(Hedge::Nearly), "几乎翻了一番"),
        ("doubling", value(Kind::Multiple, 3), "增至三倍"),
        ("doubling", value(Kind::Multiple, 4), "翻两番"),
        ("points", value(Kind::PercentagePoint, 9), "9个百分点"),
        ("year", value(Kind::Year, 2022), "2022年"),
        ("date", value(Kind::Date, 20_180_326), "2018年3月26日"),
        ("count", value(Kind::Count, 6723), "6723"),
        ("count", value(Kind::Count, 1_200_000), "120万"),
        ("count", value(Kind::Count, 13_020), "13020"),
        ("words", value(Kind::Count, 9), "九"),
        ("currency", dollars, "6410亿美元"),
        ("duration", value(Kind::Duration, 18).unit(Unit::Duration("month")), "18个月"),
        ("duration", value(Kind::Duration, 2).unit(Unit::Duration("year")), "2年"),
        ("age", value(Kind::Other, 18).unit(Unit::Age), "18岁"),
    ] {
        assert_eq!(chinese().write_as(construct, &quantity), Some((construct, expected.to_owned())));
    }
    let times = Quantity::new(Kind::Multiple, Amount::Value(Decimal::new(16, 1)));
    assert_eq!(chinese().write(&times), Some(("multiple", "1.6倍".to_owned())));
}
