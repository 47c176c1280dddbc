//! How each claim is worded in each language, in both directions: written as an editor would, and read back as the same claim.

use numerate::figure::Language;
use numerate::figure::sameness::is_one;
use numerate::model::{Amount, Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

fn of(kind: Kind, value: i64) -> Quantity {
    Quantity::new(kind, Amount::Value(value.into()))
}

fn ratio(a: i64, b: i64) -> Quantity {
    Quantity::new(Kind::Fraction, Amount::Ratio(a.into(), b.into()))
}

fn tenths(kind: Kind, tenths: i64) -> Quantity {
    Quantity::new(kind, Amount::Value(Decimal::new(tenths, 1)))
}

/// Construct, quantity, and its wording in English, Thai and Chinese; `-` where the language has none.
fn claims() -> Vec<(&'static str, Quantity, [&'static str; 3])> {
    use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly, Only, UpTo};
    let dollars = of(Kind::Currency, 641_000_000_000).unit(Unit::Currency("USD"));
    let months = of(Kind::Duration, 18).unit(Unit::Duration("month"));
    vec![
        ("percent", of(Kind::Percent, 88), ["88%", "ร้อยละ 88", "88%"]),
        ("percent", of(Kind::Percent, 88).hedge(Nearly), ["nearly 88%", "เกือบร้อยละ 88", "近88%"]),
        ("percent", of(Kind::Percent, 62).hedge(About), ["about 62%", "ประมาณร้อยละ 62", "约62%"]),
        ("percent", of(Kind::Percent, 75).hedge(AtLeast), ["at least 75%", "อย่างน้อยร้อยละ 75", "至少75%"]),
        ("percent", of(Kind::Percent, 15).hedge(AtMost), ["at most 15%", "ไม่เกินร้อยละ 15", "不超过15%"]),
        ("percent", of(Kind::Percent, 40).hedge(UpTo), ["up to 40%", "สูงถึงร้อยละ 40", "高达40%"]),
        ("fraction", ratio(9, 10).hedge(Nearly), ["nearly nine in ten", "เกือบเก้าในสิบ", "近九成"]),
        ("fraction", ratio(3, 4), ["three-quarters", "สามในสี่", "四分之三"]),
        ("fraction", ratio(3, 4).hedge(MoreThan), ["more than three-quarters", "มากกว่าสามในสี่", "超过四分之三"]),
        ("fraction", ratio(2, 3).hedge(Nearly), ["nearly two-thirds", "เกือบสองในสาม", "近三分之二"]),
        ("fraction", ratio(1, 2), ["half", "ครึ่งหนึ่ง", "一半"]),
        ("fraction", ratio(1, 2).hedge(Only), ["only half", "เพียงครึ่งหนึ่ง", "只有一半"]),
        ("fraction", ratio(1, 2).hedge(LessThan), ["less than half", "น้อยกว่าครึ่งหนึ่ง", "不到一半"]),
        ("n-in-m", ratio(4, 5), ["4 in 5", "4 ใน 5", "五分之四"]),
        ("points", of(Kind::PercentagePoint, 9), ["9 percentage points", "9 จุดร้อยละ", "9个百分点"]),
        ("multiple", tenths(Kind::Multiple, 16), ["1.6 times", "1.6 เท่า", "1.6倍"]),
        ("doubling", of(Kind::Multiple, 2), ["doubled", "เพิ่มขึ้นเป็นสองเท่า", "翻一番"]),
        ("doubling", of(Kind::Multiple, 2).hedge(Nearly), ["nearly doubled", "เพิ่มขึ้นเกือบเป็นสองเท่า", "几乎翻了一番"]),
        ("doubling", of(Kind::Multiple, 3), ["tripled", "เพิ่มขึ้นเป็นสามเท่า", "增至三倍"]),
        ("doubling", of(Kind::Multiple, 4), ["quadrupled", "เพิ่มขึ้นเป็นสี่เท่า", "翻两番"]),
        ("count", of(Kind::Count, 6723), ["6,723", "6,723", "6723"]),
        ("count", of(Kind::Count, 6700).hedge(MoreThan), ["more than 6,700", "มากกว่า 6,700", "超过6700"]),
        ("words", of(Kind::Count, 9), ["nine", "เก้า", "九"]),
        (
            "words",
            of(Kind::Count, 235_001),
            ["two hundred and thirty-five thousand and one", "สองแสนสามหมื่นห้าพันเอ็ด", "二十三万五千零一"],
        ),
        ("currency", dollars, ["US$641 billion", "641 พันล้านดอลลาร์สหรัฐ", "6410亿美元"]),
        ("year", of(Kind::Year, 2022), ["-", "พ.ศ. 2565", "2022年"]),
        ("plain-year", of(Kind::Year, 2022), ["2022", "-", "-"]),
        ("date", of(Kind::Date, 20_180_326), ["26 March 2018", "26 มีนาคม พ.ศ. 2561", "2018年3月26日"]),
        ("month-year", of(Kind::Date, 202_205), ["May 2022", "พฤษภาคม พ.ศ. 2565", "2022年5月"]),
        ("duration", months, ["18 months", "18 เดือน", "18个月"]),
        ("age", of(Kind::Other, 18).unit(Unit::Age), ["18 years old", "อายุ 18 ปี", "18岁"]),
        ("ordinal", of(Kind::Ordinal, 3), ["3rd", "ที่ 3", "第3"]),
    ]
}

#[test]
fn claims_are_worded_and_read_in_every_language() {
    for (construct, quantity, wordings) in claims() {
        for (tag, expected) in ["en", "th", "zh-Hans"].into_iter().zip(wordings).filter(|(_, expected)| *expected != "-") {
            let language = Language::of(tag).expect("the language exists");
            let (_, text) =
                language.write_as(construct, &quantity).unwrap_or_else(|| panic!("{tag} {construct} {quantity:?}"));
            assert_eq!(text, expected, "{tag} {construct}");
            let figures = language.read(&text);
            assert_eq!(figures.len(), 1, "{tag} {text}");
            assert!(is_one(&figures[0].quantity, &quantity), "{tag} {text}: {:?}", figures[0].quantity);
            assert_eq!(figures[0].quantity.hedge, quantity.hedge, "{tag} {text}");
        }
    }
}

/// What says one thing and another, or is ambiguous, is never written.
#[test]
fn wrong_constructs_are_never_written() {
    for (construct, quantity, _) in claims() {
        let text = |tag: &str| Language::of(tag)?.write_as(construct, &quantity).map(|(_, text)| text);
        let wrong = |text: &str, pairs: &[[&str; 2]]| pairs.iter().any(|[a, b]| text.contains(a) && text.contains(b));
        let chinese = text("zh-Hans").unwrap_or_default();
        assert!(!wrong(&chinese, &[["近", "多"], ["约", "左右"], ["至少", "以上"]]), "{chinese}");
        let thai = text("th").unwrap_or_default();
        assert!(!wrong(&thai, &[["ร้อยละ", "%"], ["ร้อยละ", "เปอร์เซ็นต์"], ["\u{200b}", ""]]), "{thai}");
    }
}
