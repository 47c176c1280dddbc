//! How fast figures are read and texts compared, per language: prose with few figures, prose with many, and lines made to be
//! slow. Throughput is in bytes of UTF-8.

use divan::counter::BytesCount;
use numerate::compare::compare;
use numerate::figure::{LANGUAGES, Language};

fn main() {
    divan::main();
}

const SIZE: usize = 1 << 20;

/// Prose in which a figure stands about every 500 characters.
fn sparse(tag: &str) -> String {
    let (plain, figure) = match tag {
        "th" => (
            "ลูกค้าคาดหวังให้บริษัทเข้าใจความต้องการของตนและตอบกลับอย่างรวดเร็วไม่ว่าจะติดต่อมาทางช่องทางใดก็ตาม ความไว้วางใจจึงสร้างได้ยากกว่าที่เคย ",
            "ผู้ตอบแบบสอบถามร้อยละ 88 เห็นด้วยกับข้อความนี้ ",
        ),
        "zh-Hans" => (
            "客户希望企业了解自己的需求，并且无论从哪个渠道联系都能迅速得到答复。信任因此比以往更难建立，也更容易失去。",
            "在受访者当中，有88%的人同意这种说法。",
        ),
        _ => (
            "Customers expect companies to understand what they need and to answer quickly, whichever channel they choose. Trust is therefore harder to earn than before. ",
            "Of those who were asked, 88% agree with the statement. ",
        ),
    };
    format!("{}{figure}", plain.repeat(4)).repeat(1 + SIZE / (4 * plain.len() + figure.len()))
}

/// Prose in which every clause has a figure.
fn dense(tag: &str) -> String {
    let text = match tag {
        "th" => "ใน พ.ศ. 2565 ลูกค้าร้อยละ 88 จาก 13,020 ราย เห็นด้วย เพิ่มขึ้น 9 จุดร้อยละ เกือบเก้าในสิบ และมูลค่า 6.41 แสนล้านบาท ",
        "zh-Hans" => "2022年，13020名客户中有88%同意，提高9个百分点，近九成，金额达6410亿美元，是2020年的1.6倍。",
        _ => {
            "In 2022, 88% of 13,020 customers agreed, up 9 percentage points, nearly nine in ten, and spent US$641 billion, 1.6 times more. "
        }
    };
    text.repeat(1 + SIZE / text.len())
}

fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

fn language(tag: &str) -> &'static Language {
    Language::of(tag).expect("the tag comes from the list of languages")
}

#[divan::bench(args = tags(), sample_count = 10)]
fn few_figures(bencher: divan::Bencher<'_, '_>, tag: &str) {
    let text = sparse(tag);
    language(tag).read("1");
    bencher.counter(BytesCount::of_str(&text)).bench(|| language(tag).read(&text));
}

#[divan::bench(args = tags(), sample_count = 10)]
fn many_figures(bencher: divan::Bencher<'_, '_>, tag: &str) {
    let text = dense(tag);
    language(tag).read("1");
    bencher.counter(BytesCount::of_str(&text)).bench(|| language(tag).read(&text));
}

/// Lines that a reader with backtracking would never finish.
const HOSTILE: &[(&str, &str)] = &[
    ("digits", "7"),
    ("commas", "1,"),
    ("ones", "one "),
    ("percents", "%"),
    ("dashes", "1-"),
    ("points", "1."),
    ("stars", "★"),
    ("thai", "สิบ"),
    ("chinese", "一"),
];

#[divan::bench(args = HOSTILE.iter().map(|(name, _)| *name), sample_count = 3)]
fn hostile(bencher: divan::Bencher<'_, '_>, name: &str) {
    let piece = HOSTILE.iter().find(|(known, _)| *known == name).expect("the name comes from the list").1;
    let text = piece.repeat(SIZE / piece.len());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| LANGUAGES.iter().map(|language| language.read(&text).len()).sum::<usize>());
}

#[divan::bench(args = tags(), sample_count = 10)]
fn compare_with_itself(bencher: divan::Bencher<'_, '_>, tag: &str) {
    let text: String = dense(tag).chars().take(2000).collect();
    bencher.counter(BytesCount::of_str(&text)).bench(|| compare(language(tag), &text, language(tag), &text));
}
