//! The words of Chinese.

use super::idioms;
use crate::figure::hedge::Hedging;
use crate::figure::lexicon::{Entry, Lexicon, is_whole};
use crate::figure::trie::Trie;
use crate::figure::word::{Affix, Word};
use crate::model::{Era, Hedge};
use std::sync::LazyLock;

/// The automata of the words; built once, on first use.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut openers = OPENERS.to_vec();
    openers.push((idioms::NAMES, Word::Name));
    Lexicon::new(&openers, &idioms::idioms(), FOLLOWERS, is_word)
});

/// The hedges; built once, on first use.
pub static HEDGING: LazyLock<Hedging> = LazyLock::new(|| Hedging::new(HEDGES_BEFORE, HEDGES_AFTER, CLASSIFIERS));

/// `半`: half of the unit that follows, or of what was named.
pub const HALF: u8 = 0;
/// `每` of `每5人中就有4人`.
pub const EVERY: u8 = 1;
/// `番` of `翻一番`.
pub const FOLD: u8 = 2;
/// `上午`, `凌晨`: hours as they are.
pub const MORNING: u8 = 3;
/// `下午`, `晚上`: hours after noon.
pub const EVENING: u8 = 4;
/// `①`.
pub const CIRCLED: u8 = 5;
/// `百分百`.
pub const HUNDRED_PERCENT: u8 = 6;
/// `成`, a tenth.
pub const TENTH: u8 = 7;
/// `折`, tenths of the price.
pub const DISCOUNT: u8 = 8;
/// A unit of money behind a scale whose number is gone: `亿美元`.
pub const LOST_MONEY: u8 = 9;
/// `对折`: half the price.
pub const HALF_PRICE: u8 = 10;
/// `旬` of `八旬老人`, ten years of age.
pub const TEN_YEARS_OLD: u8 = 13;
/// `★`.
const STAR: u8 = 11;
/// `公元前`.
pub const BEFORE_CHRIST: u8 = 12;

/// Whether a word of the lexicon is one there: 周四 of 每周四天 is no Thursday.
fn is_word(text: &str, span: std::ops::Range<usize>) -> bool {
    let weekday = span.len() == 6 && text[span.clone()].starts_with('周') && text[..span.start].ends_with('每');
    is_whole(text, span.clone()) && !(weekday && text[span.end..].starts_with(['天', '日', '小', '次', '节', '个', '期']))
}

/// Words at which a figure may begin.
const OPENERS: &[Entry] = &[
    (&["零", "〇", "○"], Word::Small(0)),
    (&["一", "壹"], Word::Small(1)),
    (&["二", "两", "兩", "贰", "貳"], Word::Small(2)),
    (&["三", "叁", "參", "叄"], Word::Small(3)),
    (&["四", "肆"], Word::Small(4)),
    (&["五", "伍"], Word::Small(5)),
    (&["六", "陆", "陸"], Word::Small(6)),
    (&["七", "柒"], Word::Small(7)),
    (&["八", "捌"], Word::Small(8)),
    (&["九", "玖"], Word::Small(9)),
    (&["十", "拾"], Word::Place(1)),
    (&["廿"], Word::Tens(20)),
    (&["卅"], Word::Tens(30)),
    (&["卌"], Word::Tens(40)),
    (&["百", "佰"], Word::Place(2)),
    (&["千", "仟"], Word::Place(3)),
    (&["万", "萬"], Word::Scale(4)),
    (&["亿", "億"], Word::Scale(8)),
    // Numbers that begin like an idiom.
    (idioms::NUMBERS, Word::Place(1)),
    (&["一半", "半数", "½"], Word::Part(1, 2)),
    (&["⅓"], Word::Part(1, 3)),
    (&["⅔"], Word::Part(2, 3)),
    (&["¼"], Word::Part(1, 4)),
    (&["¾"], Word::Part(3, 4)),
    (&["半"], Word::Own(HALF)),
    (&["每", "每周"], Word::Own(EVERY)),
    (&["翻番", "翻倍", "翻了番", "翻了倍"], Word::Factor(2, 1)),
    (&["减半", "折半", "腰斩"], Word::Factor(1, 2)),
    (&["对折"], Word::Own(HALF_PRICE)),
    (&["负", "負", "零下", "－"], Word::Minus),
    (&["＋"], Word::Plus),
    (&["第"], Word::Before(Affix::Ordinal)),
    (&["No.", "№"], Word::Before(Affix::Ordinal)),
    (&["百分之", "百分 之", "百 分 之"], Word::Before(Affix::Percent)),
    (&["百分百"], Word::Own(HUNDRED_PERCENT)),
    (&["千分之"], Word::Before(Affix::PerMille)),
    (&["公元", "西元"], Word::Before(Affix::Year(Some(Era::Ce)))),
    (&["公元前", "西元前"], Word::Own(BEFORE_CHRIST)),
    (&["佛历"], Word::Before(Affix::Year(Some(Era::Be)))),
    (&["人民币", "RMB", "CNY", "￥", "¥", "CN¥"], Word::Before(Affix::Currency("CNY", 0))),
    (&["$", "US$", "USD", "＄"], Word::Before(Affix::Currency("USD", 0))),
    (&["€", "EUR"], Word::Before(Affix::Currency("EUR", 0))),
    (&["£", "￡", "GBP"], Word::Before(Affix::Currency("GBP", 0))),
    (&["฿", "THB"], Word::Before(Affix::Currency("THB", 0))),
    (&["HK$", "HKD", "港币"], Word::Before(Affix::Currency("HKD", 0))),
    (&["S$", "SGD"], Word::Before(Affix::Currency("SGD", 0))),
    (&["A$", "AUD"], Word::Before(Affix::Currency("AUD", 0))),
    (&["C$", "CAD"], Word::Before(Affix::Currency("CAD", 0))),
    (&["NZ$", "NZD"], Word::Before(Affix::Currency("NZD", 0))),
    (&["NT$", "TWD"], Word::Before(Affix::Currency("TWD", 0))),
    (&["₹", "INR"], Word::Before(Affix::Currency("INR", 0))),
    (&["₩", "KRW"], Word::Before(Affix::Currency("KRW", 0))),
    (&["JPY", "JP¥"], Word::Before(Affix::Currency("JPY", 0))),
    (&["CHF"], Word::Before(Affix::Currency("CHF", 0))),
    (&["%", "％"], Word::After(Affix::Percent)),
    (&["个百分点"], Word::After(Affix::Point(0))),
    (&["亿美元", "万美元", "万亿美元"], Word::Own(LOST_MONEY)),
    (&["亿元", "万元", "万亿元", "亿欧元", "万欧元", "亿日元", "亿英镑", "亿港元"], Word::Own(LOST_MONEY)),
    (&["凌晨", "清晨", "早上", "早晨", "上午", "早", "中午"], Word::Own(MORNING)),
    (&["下午", "午后", "傍晚", "晚上", "晚间", "夜间", "夜里", "深夜", "晚"], Word::Own(EVENING)),
    (&["图", "表", "附表", "附图", "附录", "图表"], Word::Marker),
    (
        &["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"],
        Word::Own(CIRCLED),
    ),
    (&["★", "☆"], Word::Own(STAR)),
];

/// Words that only follow a number.
const FOLLOWERS: &[Entry] = &[
    (&["打"], Word::Dozen),
    (&["k"], Word::Scale(3)),
    (&["w"], Word::Scale(4)),
    (&["番"], Word::Own(FOLD)),
    (&["成"], Word::Own(TENTH)),
    (&["折"], Word::Own(DISCOUNT)),
    (&["旬"], Word::Own(TEN_YEARS_OLD)),
    (&["个百分点", "百分点", "个 百分点", "pct", "pcts", "pp"], Word::After(Affix::Point(0))),
    (&["个基点", "基点", "个基本点", "个BP", "BP", "BPs"], Word::After(Affix::Point(-2))),
    (&["‰"], Word::After(Affix::PerMille)),
    (&["倍"], Word::After(Affix::Times)),
    (&["岁", "周岁"], Word::After(Affix::Age)),
    (&["秒", "秒钟"], Word::After(Affix::Duration("second"))),
    (&["分钟"], Word::After(Affix::Duration("minute"))),
    (&["小时", "个小时", "个多小时", "个钟头", "个钟"], Word::After(Affix::Duration("hour"))),
    (&["天", "个昼夜", "昼夜", "个工作日", "个交易日"], Word::After(Affix::Duration("day"))),
    (&["周", "个星期", "星期", "个礼拜", "礼拜", "个多星期"], Word::After(Affix::Duration("week"))),
    (&["个月", "个多月"], Word::After(Affix::Duration("month"))),
    (&["个季度"], Word::After(Affix::Duration("quarter"))),
    (&["年", "周年", "个年头", "载"], Word::After(Affix::Duration("year"))),
    (&["个十年"], Word::After(Affix::Duration("decade"))),
    (&["个世纪", "个多世纪"], Word::After(Affix::Duration("century"))),
    (&["世纪"], Word::After(Affix::Century)),
    (&["年代"], Word::After(Affix::Decade)),
    (&["星", "星级", "颗星"], Word::After(Affix::Stars)),
    (&["元", "元整", "圆", "元人民币", "人民币", "元钱", "块钱", "RMB", "CNY"], Word::After(Affix::Currency("CNY", 0))),
    (&["角", "毛钱", "角钱"], Word::After(Affix::Currency("CNY", -1))),
    (&["分钱"], Word::After(Affix::Currency("CNY", -2))),
    (&["美元", "美金", "美圆", "USD"], Word::After(Affix::Currency("USD", 0))),
    (&["美分"], Word::After(Affix::Currency("USD", -2))),
    (&["欧元", "EUR"], Word::After(Affix::Currency("EUR", 0))),
    (&["英镑", "GBP"], Word::After(Affix::Currency("GBP", 0))),
    (&["日元", "日圆", "JPY"], Word::After(Affix::Currency("JPY", 0))),
    (&["泰铢", "铢", "THB"], Word::After(Affix::Currency("THB", 0))),
    (&["港元", "港币", "元港币", "HKD"], Word::After(Affix::Currency("HKD", 0))),
    (&["新台币", "台币", "元新台币"], Word::After(Affix::Currency("TWD", 0))),
    (&["澳元", "澳大利亚元", "澳门元"], Word::After(Affix::Currency("AUD", 0))),
    (&["加元", "加拿大元"], Word::After(Affix::Currency("CAD", 0))),
    (&["新加坡元", "新元", "新币"], Word::After(Affix::Currency("SGD", 0))),
    (&["新西兰元", "纽元"], Word::After(Affix::Currency("NZD", 0))),
    (&["韩元", "韩圆", "KRW"], Word::After(Affix::Currency("KRW", 0))),
    (&["瑞士法郎", "瑞郎", "CHF"], Word::After(Affix::Currency("CHF", 0))),
    (&["卢比", "印度卢比"], Word::After(Affix::Currency("INR", 0))),
    (&["卢布"], Word::After(Affix::Currency("RUB", 0))),
    (&["越南盾"], Word::After(Affix::Currency("VND", 0))),
    (&["摄氏度", "℃", "°C", "度摄氏"], Word::After(Affix::Measure("celsius"))),
    (&["华氏度", "℉", "°F"], Word::After(Affix::Measure("fahrenheit"))),
    (&["公里", "千米", "km"], Word::After(Affix::Measure("kilometre"))),
    (&["公里/小时", "km/h", "千米/小时", "公里每小时", "千米每小时"], Word::After(Affix::Measure("kilometre-per-hour"))),
    (&["米", "公尺"], Word::After(Affix::Measure("metre"))),
    (&["厘米", "公分", "cm"], Word::After(Affix::Measure("centimetre"))),
    (&["毫米", "mm"], Word::After(Affix::Measure("millimetre"))),
    (&["英里"], Word::After(Affix::Measure("mile"))),
    (&["英里/小时", "英里每小时"], Word::After(Affix::Measure("mile-per-hour"))),
    (&["亩"], Word::After(Affix::Measure("mu"))),
    (&["斤", "市斤"], Word::After(Affix::Measure("jin"))),
    (&["立方米"], Word::After(Affix::Measure("cubic-metre"))),
    (&["加仑"], Word::After(Affix::Measure("gallon"))),
    (&["盎司"], Word::After(Affix::Measure("ounce"))),
    (&["海里"], Word::After(Affix::Measure("nautical-mile"))),
    (&["英尺"], Word::After(Affix::Measure("foot"))),
    (&["英寸"], Word::After(Affix::Measure("inch"))),
    (&["平方公里", "平方千米", "km²"], Word::After(Affix::Measure("square-kilometre"))),
    (&["平方米", "平米", "m²", "㎡"], Word::After(Affix::Measure("square-metre"))),
    (&["公顷"], Word::After(Affix::Measure("hectare"))),
    (&["英亩"], Word::After(Affix::Measure("acre"))),
    (&["公斤", "千克", "kg"], Word::After(Affix::Measure("kilogram"))),
    (&["克"], Word::After(Affix::Measure("gram"))),
    (&["毫克", "mg"], Word::After(Affix::Measure("milligram"))),
    (&["吨", "公吨"], Word::After(Affix::Measure("tonne"))),
    (&["英磅", "磅"], Word::After(Affix::Measure("pound"))),
    (&["升", "公升"], Word::After(Affix::Measure("litre"))),
    (&["毫升", "ml"], Word::After(Affix::Measure("millilitre"))),
    (&["千瓦时", "kWh"], Word::After(Affix::Measure("kilowatt-hour"))),
    (&["千瓦", "kW"], Word::After(Affix::Measure("kilowatt"))),
    (&["兆瓦", "MW"], Word::After(Affix::Measure("megawatt"))),
    (&["吉瓦", "GW"], Word::After(Affix::Measure("gigawatt"))),
    (&["GB"], Word::After(Affix::Measure("gigabyte"))),
    (&["MB"], Word::After(Affix::Measure("megabyte"))),
    (&["TB"], Word::After(Affix::Measure("terabyte"))),
    (&["KB"], Word::After(Affix::Measure("kilobyte"))),
    (&["Hz", "赫兹"], Word::After(Affix::Measure("hertz"))),
    (&["毫秒", "ms"], Word::After(Affix::Measure("millisecond"))),
    // Words that begin like a unit and are none behind a number.
    (idioms::BEHIND_NUMBERS, Word::Idiom),
];

/// Hedges before a figure.
pub const HEDGES_BEFORE: &[(&str, Hedge)] = &[
    ("约", Hedge::About),
    ("大约", Hedge::About),
    ("大概", Hedge::About),
    ("大致", Hedge::About),
    ("约为", Hedge::About),
    ("约有", Hedge::About),
    ("约占", Hedge::About),
    ("约合", Hedge::About),
    ("大约有", Hedge::About),
    ("≈", Hedge::About),
    ("近", Hedge::Nearly),
    ("将近", Hedge::Nearly),
    ("接近", Hedge::Nearly),
    ("接近于", Hedge::Nearly),
    ("逼近", Hedge::Nearly),
    ("几乎", Hedge::Nearly),
    ("几近", Hedge::Nearly),
    ("差不多", Hedge::Nearly),
    ("超过", Hedge::MoreThan),
    ("超过了", Hedge::MoreThan),
    ("超", Hedge::MoreThan),
    ("超出", Hedge::MoreThan),
    ("逾", Hedge::MoreThan),
    ("高于", Hedge::MoreThan),
    ("大于", Hedge::MoreThan),
    ("多于", Hedge::MoreThan),
    ("不止", Hedge::MoreThan),
    ("远超", Hedge::MoreThan),
    ("略高于", Hedge::MoreThan),
    ("＞", Hedge::MoreThan),
    (">", Hedge::MoreThan),
    ("至少", Hedge::AtLeast),
    ("至少有", Hedge::AtLeast),
    ("最少", Hedge::AtLeast),
    ("起码", Hedge::AtLeast),
    ("不少于", Hedge::AtLeast),
    ("不低于", Hedge::AtLeast),
    ("不小于", Hedge::AtLeast),
    ("不下", Hedge::AtLeast),
    ("不下于", Hedge::AtLeast),
    ("大于等于", Hedge::AtLeast),
    ("大于或等于", Hedge::AtLeast),
    ("≥", Hedge::AtLeast),
    ("不到", Hedge::LessThan),
    ("不足", Hedge::LessThan),
    ("低于", Hedge::LessThan),
    ("略低于", Hedge::LessThan),
    ("少于", Hedge::LessThan),
    ("小于", Hedge::LessThan),
    ("未满", Hedge::LessThan),
    ("不满", Hedge::LessThan),
    ("未到", Hedge::LessThan),
    ("＜", Hedge::LessThan),
    ("<", Hedge::LessThan),
    ("最多", Hedge::AtMost),
    ("至多", Hedge::AtMost),
    ("顶多", Hedge::AtMost),
    ("不超过", Hedge::AtMost),
    ("不多于", Hedge::AtMost),
    ("不高于", Hedge::AtMost),
    ("不大于", Hedge::AtMost),
    ("小于等于", Hedge::AtMost),
    ("小于或等于", Hedge::AtMost),
    ("≤", Hedge::AtMost),
    ("仅", Hedge::Only),
    ("仅有", Hedge::Only),
    ("仅为", Hedge::Only),
    ("仅占", Hedge::Only),
    ("仅剩", Hedge::Only),
    ("仅仅", Hedge::Only),
    ("只占", Hedge::Only),
    ("只有", Hedge::Only),
    ("只", Hedge::Only),
    ("仅约", Hedge::About),
    ("高达", Hedge::UpTo),
    ("多达", Hedge::UpTo),
    ("平均", Hedge::Average),
    ("平均约", Hedge::About),
];

/// Hedges behind a figure.
pub const HEDGES_AFTER: &[(&str, Hedge)] = &[
    ("以上", Hedge::AtLeast),
    ("及以上", Hedge::AtLeast),
    ("或以上", Hedge::AtLeast),
    ("或更多", Hedge::AtLeast),
    ("+", Hedge::AtLeast),
    ("＋", Hedge::AtLeast),
    ("左右", Hedge::About),
    ("上下", Hedge::About),
    ("以内", Hedge::AtMost),
    ("之内", Hedge::AtMost),
    ("以下", Hedge::AtMost),
    ("及以下", Hedge::AtMost),
    ("或以下", Hedge::AtMost),
    ("或更少", Hedge::AtMost),
    ("有余", Hedge::MoreThan),
    ("开外", Hedge::MoreThan),
    ("出头", Hedge::MoreThan),
    ("不止", Hedge::MoreThan),
    ("之多", Hedge::UpTo),
];

/// Classifiers and nouns of measure, each behind the number that it counts; longer ones before their beginnings.
pub const CLASSIFIERS: &[&str] = &[
    "人次", "人", "名", "家", "个", "件", "次", "条", "位", "份", "项", "种", "台", "辆", "户", "只", "张", "部", "座",
    "所", "支", "款", "场", "篇", "本", "册", "套", "批", "艘", "架", "颗", "粒", "株", "棵", "头", "匹", "口", "间", "栋",
    "幢", "层", "段", "组", "对", "双", "例", "起", "宗", "笔", "班", "队", "群", "片", "块", "瓶", "杯", "碗", "箱", "包",
    "袋", "桶", "罐", "盒", "把", "根", "枚", "幅", "首", "届", "门", "轮", "步", "道", "处", "字", "亩", "股", "桩", "页",
    "列", "盏", "朵", "封", "通", "遍", "趟", "多", "余", "大", "类", "款", "单", "行", "级", "倍", "处", "站",
];

/// Whether what follows a number begins with a classifier.
pub fn is_counted(rest: &str) -> bool {
    COUNTING.at(rest, 0, |_, _| true).is_some()
}

static COUNTING: LazyLock<Trie<()>> =
    LazyLock::new(|| Trie::new(&CLASSIFIERS.iter().map(|word| (*word, ())).collect::<Vec<_>>()));
