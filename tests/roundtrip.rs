//! `read(write(q)) = q`, for every construct of every language, over large ranges; and reading survives any text.

use numerate::figure::{LANGUAGES, Language};
use numerate::model::{Amount, Era, Hedge, Kind, Quantity, Unit};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (0i64..200).prop_map(Decimal::from),
        (0i64..1_000_000_000_000_000).prop_map(Decimal::from),
        (1i64..20, 1u32..14).prop_map(|(digits, power)| Decimal::from(digits) * Decimal::from(10i64.pow(power))),
        (1i64..10_000_000, 1u32..5).prop_map(|(digits, scale)| Decimal::new(digits, scale).normalize()),
    ]
}

fn date() -> impl Strategy<Value = Decimal> {
    (1900u32..2100, 1u32..=12, 1u32..=28, 0u8..3).prop_map(|(year, month, day, form)| {
        Decimal::from(match form {
            0 => year * 10_000 + month * 100 + day,
            1 => year * 100 + month,
            _ => month * 100 + day,
        })
    })
}

fn unit(kind: Kind) -> BoxedStrategy<Option<Unit>> {
    let of = |units: Vec<Unit>| prop::sample::select(units).prop_map(Some).boxed();
    match kind {
        Kind::Currency => of(["USD", "EUR", "GBP", "JPY", "THB", "CNY"].map(Unit::Currency).to_vec()),
        Kind::Duration => of(["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"]
            .map(Unit::Duration)
            .to_vec()),
        Kind::Rating => of(vec![Unit::Stars, Unit::OutOf(5), Unit::OutOf(10)]),
        Kind::Other => of(vec![
            Unit::Age,
            Unit::PerMille,
            Unit::Ratio,
            Unit::Measure("celsius"),
            Unit::Measure("kilometre"),
            Unit::Measure("kilogram"),
        ]),
        Kind::Time => of(vec![Unit::Time]),
        kind => Just(Quantity::new(kind, Amount::Lost).unit).boxed(),
    }
}

/// Quantities of every kind that a figure can have.
fn quantity() -> impl Strategy<Value = Quantity> {
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Range).collect::<Vec<_>>();
    prop::sample::select(kinds)
        .prop_flat_map(|kind| {
            let value: BoxedStrategy<Amount> = match kind {
                Kind::Fraction => (1i64..100, 2i64..100)
                    .prop_map(|(a, b)| Amount::Ratio(Decimal::from(a.min(b - 1)), Decimal::from(b)))
                    .boxed(),
                Kind::Year => prop_oneof![1800i64..2100, (180i64..210).prop_map(|decade| decade * 10)]
                    .prop_map(|year| Amount::Value(year.into()))
                    .boxed(),
                Kind::Date => date().prop_map(Amount::Value).boxed(),
                Kind::Time => {
                    (0i64..24, 0i64..60).prop_map(|(hour, minute)| Amount::Value((hour * 100 + minute).into())).boxed()
                }
                Kind::Ordinal => (1i64..1800).prop_map(|n| Amount::Value(n.into())).boxed(),
                Kind::Multiple => prop_oneof![
                    (1i64..1000).prop_map(|n| Decimal::new(n, 1).normalize()),
                    (1i64..12).prop_map(Decimal::from)
                ]
                .prop_map(Amount::Value)
                .boxed(),
                Kind::Rating => (0i64..50).prop_map(|n| Amount::Value(Decimal::new(n, 1).normalize())).boxed(),
                _ => decimal().prop_map(Amount::Value).boxed(),
            };
            (Just(kind), value, unit(kind), prop::option::of(prop::sample::select(Hedge::ALL.to_vec())))
        })
        .prop_map(|(kind, amount, unit, hedge)| {
            // Nobody says `nearly the third` or `at least 10:30`.
            let exact = matches!(kind, Kind::Ordinal | Kind::Year | Kind::Date | Kind::Time | Kind::Rating);
            Quantity { kind, amount, unit, hedge: hedge.filter(|_| !exact), era: None }
        })
}

/// What two quantities must have in common: nine tenths said as 九成 is read as a percent, a year is read with its era, and a
/// reader cannot tell `just under 3` from `nearly 3`.
fn meaning(quantity: &Quantity) -> (Kind, Option<Decimal>, Option<Unit>, Option<Hedge>) {
    let share = |value: Decimal| (value * Decimal::ONE_HUNDRED).round_dp(20).normalize();
    let value = quantity.amount.value().map(|value| value.normalize());
    match quantity.kind {
        Kind::Fraction => (Kind::Percent, value.map(share), None, quantity.hedge),
        Kind::Percent => (Kind::Percent, value, None, quantity.hedge),
        kind => (kind, value, quantity.unit, quantity.hedge),
    }
}

fn says(language: &'static Language, construct: &'static str, quantity: &Quantity) -> Result<(), TestCaseError> {
    let Some((_, text)) = language.write_as(construct, quantity) else { return Ok(()) };
    let figures = language.read(&text);
    prop_assert_eq!(figures.len(), 1, "{} {}: `{}` for {:?} gives {:?}", language.tag, construct, text, quantity, figures);
    let read = figures[0].quantity;
    prop_assert_eq!(meaning(&read), meaning(quantity), "{} {}: `{}`", language.tag, construct, text);
    // The article of `an average of` is outside.
    let outside = if quantity.hedge == Some(Hedge::Average) { 3 } else { 0 };
    prop_assert!(
        figures[0].span.start <= outside && figures[0].span.end == text.len(),
        "{} {}: `{}`",
        language.tag,
        construct,
        text
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn what_is_written_is_read(quantity in quantity()) {
        for language in LANGUAGES {
            for construct in language.constructs() {
                says(language, construct, &quantity)?;
            }
        }
    }

    #[test]
    fn years_of_both_eras(year in 1900i64..2057) {
        for language in LANGUAGES {
            for era in [None, Some(Era::Be), Some(Era::Ce)] {
                let quantity = Quantity { era, ..Quantity::new(Kind::Year, Amount::Value(year.into())) };
                for construct in language.constructs() {
                    says(language, construct, &quantity)?;
                }
            }
        }
    }

    #[test]
    fn reading_survives_any_text(text in "\\PC{0,60}") {
        for language in LANGUAGES {
            check_spans(language, &text)?;
        }
    }

    #[test]
    fn reading_survives_pieces_of_figures(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..14)) {
        let text = pieces.concat();
        for language in LANGUAGES {
            check_spans(language, &text)?;
        }
    }
}

/// Pieces that figures are made of, and characters of one to four bytes between them.
const PIECES: &[&str] = &[
    "1",
    "25",
    "2018",
    "6,700",
    "0.5",
    "๘๘",
    "８",
    "%",
    "％",
    " ",
    "-",
    "–",
    "/",
    ":",
    ".",
    ",",
    "+",
    "−",
    "$",
    "US$",
    "฿",
    "€",
    "one",
    "two ",
    "hundred",
    " million",
    "half",
    "a ",
    "third",
    "in ",
    " to ",
    "and ",
    "between ",
    "nearly ",
    "percent",
    " points",
    "times",
    "th",
    "s",
    "April ",
    "May",
    "p.m.",
    "ร้อยละ",
    "สอง",
    "สาม",
    "สิบ",
    "ล้าน",
    "แสน",
    "พ.ศ. ",
    "ปี",
    "ใน",
    "ครึ่ง",
    "หนึ่ง",
    "เท่า",
    "กว่า",
    "ถึง",
    "\u{200b}",
    "一",
    "三",
    "十",
    "百",
    "万",
    "亿",
    "分之",
    "成",
    "倍",
    "年",
    "月",
    "日",
    "第",
    "点",
    "半",
    "近",
    "以上",
    "多",
    "个",
    "至",
    "（",
    "）",
    "\n",
    "é",
    "😀",
    "\u{e000}",
    "(",
    ")",
    "x",
    "K",
    "é1",
    "ก",
];

/// Hot lines, years, days with a name: no number is one where it stands alone, as in a cell.
#[test]
fn every_number_is_read_where_it_stands_alone() {
    for tag in ["en", "th", "zh-Hans"] {
        let language = Language::of(tag).expect("the language is known");
        for number in 0..100_000u32 {
            let text = number.to_string();
            let figures = language.read(&text);
            let read: Vec<_> = figures.iter().map(|figure| (figure.span.clone(), figure.is_claim())).collect();
            assert_eq!(read, [(0..text.len(), true)], "{tag} {text}");
        }
    }
}

/// Spans lie on character boundaries, in order, without overlap, the core inside.
fn check_spans(language: &'static Language, text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for figure in language.read(text) {
        prop_assert!(figure.span.start >= end, "{}: overlap in {text:?}", language.tag);
        prop_assert!(text.is_char_boundary(figure.span.start) && text.is_char_boundary(figure.span.end));
        prop_assert!(text.is_char_boundary(figure.core.start) && text.is_char_boundary(figure.core.end));
        prop_assert!(
            figure.span.start <= figure.core.start && figure.core.end <= figure.span.end,
            "{}: {text:?} {figure:?}",
            language.tag
        );
        prop_assert!(figure.span.start < figure.span.end);
        end = figure.span.end;
    }
    Ok(())
}
