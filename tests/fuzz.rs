//! A long run over texts that nobody would write: reading must survive all of them.
//!
//! Off by default; `tests/README.md` has the command. `NUMERATE_FUZZ_SECONDS` is how long it runs, `NUMERATE_FUZZ_SEED` where it
//! begins: the same seed gives the same texts. Three kinds of text take turns: characters of all of Unicode, pieces of figures in
//! disorder, and sentences of the tables in `figures/` with characters taken out, doubled, swapped or put in.
#![allow(clippy::disallowed_methods)] // the clock says when to stop and how long a reading took, never what is read

use numerate::figure::{LANGUAGES, Language};
use numerate::model::{Amount, Figure};
use std::time::{Duration, Instant};

const TABLES: [&str; 3] =
    [include_str!("figures/en.txt"), include_str!("figures/th.txt"), include_str!("figures/zh-Hans.txt")];

/// Pieces of figures and of what stands around them.
const PIECES: &[&str] = &[
    "0",
    "1",
    "3",
    "9",
    "10",
    "88",
    "2018",
    "2565",
    "6,700",
    "1.5",
    ".5",
    "1e9",
    "๘๘",
    "๒๕๖๕",
    "８８",
    "½",
    "⅔",
    "①",
    "1/3",
    "3:1",
    "10:30",
    "24/7",
    "-",
    "–",
    "—",
    "～",
    "~",
    "+",
    "−",
    "±",
    "/",
    ".",
    ",",
    ":",
    ";",
    "(",
    ")",
    "[",
    "%",
    "％",
    "‰",
    "$",
    "US$",
    "€",
    "£",
    "¥",
    "฿",
    "#",
    "№",
    "°C",
    "★",
    " ",
    "  ",
    "\u{a0}",
    "\u{200b}",
    "\u{2009}",
    "\n",
    "\t",
    "\u{301}",
    "\u{feff}",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "bn",
    "k",
    "and",
    "a half",
    "half",
    "half a",
    "third",
    "thirds",
    "quarters",
    "dozen",
    "nearly",
    "more than",
    "over",
    "up to",
    "between",
    "from",
    "to",
    "in",
    "out of",
    "times",
    "times more",
    "as many",
    "doubled",
    "percent",
    "percentage points",
    "basis points",
    "years old",
    "aged",
    "months",
    "o'clock",
    "p.m.",
    "April",
    "12th",
    "No.",
    "Figure",
    "the 1990s",
    "s",
    "st",
    "nd",
    "cents",
    "dollars",
    "B2B",
    "COVID-19",
    "iPhone",
    "http://",
    "หนึ่ง",
    "สอง",
    "ยี่",
    "สิบ",
    "เอ็ด",
    "ร้อย",
    "พัน",
    "หมื่น",
    "แสน",
    "ล้าน",
    "ครึ่ง",
    "ครึ่งหนึ่ง",
    "จุด",
    "เศษ",
    "ส่วน",
    "ใน",
    "ร้อยละ",
    "เปอร์เซ็นต์",
    "จุดร้อยละ",
    "เท่า",
    "เท่าตัว",
    "บาท",
    "สตางค์",
    "ปี",
    "พ.ศ.",
    "ค.ศ.",
    "ศตวรรษที่",
    "ทศวรรษ",
    "เดือน",
    "วันที่",
    "เม.ย.",
    "น.",
    "กว่า",
    "เกือบ",
    "ไม่ถึง",
    "ประมาณ",
    "ขึ้นไป",
    "ที่",
    "อันดับ",
    "ครั้งที่",
    "ดาว",
    "อายุ",
    "คน",
    "ระหว่าง",
    "ถึง",
    "จาก",
    "เป็น",
    "สามารถ",
    "เท่านั้น",
    "ลบ",
    "一",
    "二",
    "两",
    "三",
    "五",
    "九",
    "十",
    "廿",
    "百",
    "千",
    "万",
    "亿",
    "兆",
    "零",
    "〇",
    "点",
    "半",
    "成",
    "分之",
    "百分之",
    "个百分点",
    "倍",
    "番",
    "翻",
    "增长",
    "多",
    "余",
    "近",
    "约",
    "超过",
    "不到",
    "以上",
    "左右",
    "至",
    "到",
    "从",
    "第",
    "元",
    "角",
    "分",
    "美元",
    "年",
    "月",
    "日",
    "时",
    "代",
    "世纪",
    "岁",
    "个",
    "个月",
    "季度",
    "壹",
    "贰",
    "拾",
    "佰",
    "仟",
    "萬",
    "億",
    "負",
    "两三",
    "七八",
    "一些",
    "万一",
    "打",
    "双",
    "折",
];

/// A small generator of numbers (xorshift64*): the same seed, the same run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap_or_default() % end.max(1)
    }

    fn of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len())]
    }

    /// Any character: of ASCII, Thai, Chinese, or from anywhere.
    fn character(&mut self) -> char {
        let (from, length) =
            [(0, 0x80), (0xE00, 0x60), (0x4E00, 0x5200), (0x2000, 0x300), (0xFF00, 0xF0), (0, 0x11_0000)][self.below(6)];
        char::from_u32(u32::try_from(from + self.below(length)).expect("below the end of Unicode")).unwrap_or('\u{fffd}')
    }
}

/// The sentences of the tables, without their marks.
fn sentences() -> Vec<String> {
    let lines = TABLES.iter().flat_map(|table| table.lines()).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(bare).collect()
}

fn bare(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once("[[") {
        let (figure, after) = marked.split_once("]]").expect("a figure is closed by ]]");
        text.push_str(before);
        text.push_str(&figure.rsplit_once('|').expect("a figure has a meaning").0.replace(['<', '>'], ""));
        rest = after;
    }
    text + rest
}

fn mutated(random: &mut Random, sentence: &str) -> String {
    let mut characters: Vec<char> = sentence.chars().collect();
    for _ in 0..=random.below(4) {
        let at = random.below(characters.len());
        let length = random.below(4);
        match random.below(6) {
            0 if at < characters.len() => drop(characters.drain(at..(at + length).min(characters.len()))),
            1 if at < characters.len() => characters[at] = random.character(),
            2 if at + 1 < characters.len() => characters.swap(at, at + 1),
            3 => {
                let piece = characters[at..(at + length).min(characters.len())].to_vec();
                characters.splice(at..at, piece);
            }
            4 => characters.truncate(at),
            _ => drop(characters.splice(at..at, random.of(PIECES).chars()).collect::<Vec<_>>()),
        }
    }
    characters.into_iter().collect()
}

fn text(random: &mut Random, sentences: &[String]) -> String {
    match random.below(4) {
        0 => (0..random.below(40)).map(|_| random.character()).collect(),
        1 => (0..random.below(12)).map(|_| random.of(PIECES)).collect(),
        2 => (0..random.below(12)).map(|_| random.of(PIECES)).collect::<Vec<_>>().join(" "),
        _ => {
            let sentence = random.below(sentences.len());
            mutated(random, &sentences[sentence])
        }
    }
}

/// Reads a text and holds what every reading must promise.
fn read(language: &'static Language, text: &str) -> Vec<Figure> {
    let figures = language.read(text);
    let mut floor = 0;
    for Figure { span, core, quantity, .. } in &figures {
        let place = format!("{}: {text:?}: {span:?} {core:?}", language.tag);
        assert!(floor <= span.start && span.start < span.end, "in order, without overlap: {place}");
        assert!(span.start <= core.start && core.start <= core.end && core.end <= span.end, "core within span: {place}");
        let ends = [span.start, span.end, core.start, core.end];
        assert!(ends.into_iter().all(|end| text.is_char_boundary(end)), "on characters: {place}");
        assert!(quantity.amount == Amount::Lost || !core.is_empty(), "a number is somewhere: {place}");
        floor = span.end;
    }
    figures
}

/// The time that this thread has worked: others run beside us, so the clock on the wall tells nothing.
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a thread works forward")
}

/// How long a reading takes, the shortest of three.
fn duration(language: &'static Language, text: &str) -> Duration {
    let once = || {
        let begin = worked();
        std::hint::black_box(language.read(text));
        worked() - begin
    };
    (0..3).map(|_| once()).min().expect("three readings")
}

/// Eight times the text may not take twenty times as long.
fn time_is_linear(language: &'static Language, text: &str) {
    if text.is_empty() {
        return;
    }
    let short = text.repeat(4096 / text.len() + 1);
    let (one, eight) = (duration(language, &short), duration(language, &short.repeat(8)));
    assert!(eight < one * 20, "{}: {one:?}, then {eight:?}: {text:?}", language.tag);
}

fn variable(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |value| value.parse().expect("a whole number"))
}

#[test]
fn the_head_of_a_reference_may_end_a_text() {
    LANGUAGES
        .iter()
        .for_each(|language| assert!(["&#", "88% &#", "&#3"].map(|text| read(language, text).len()) <= [0, 1, 1]));
}

#[test]
#[ignore = "runs as long as NUMERATE_FUZZ_SECONDS says"]
fn reading_survives_any_text() {
    let (seconds, seed) = (variable("NUMERATE_FUZZ_SECONDS", 60), variable("NUMERATE_FUZZ_SEED", 1));
    let (mut random, sentences) = (Random(seed.max(1)), sentences());
    let begin = Instant::now();
    let (mut cases, mut figures) = (0u64, 0usize);
    while begin.elapsed() < Duration::from_secs(seconds) {
        let text = text(&mut random, &sentences);
        for language in LANGUAGES {
            let first = read(language, &text);
            assert_eq!(first, language.read(&text), "{}: read twice: {text:?}", language.tag);
            figures += first.len();
            if cases.is_multiple_of(500) {
                time_is_linear(language, &text);
            }
        }
        cases += 1;
    }
    eprintln!("{cases} texts in {} languages, {figures} figures, {seconds} seconds, seed {seed}", LANGUAGES.len());
}
