//! A second hand that damages texts: it looks for runs of digits and for words of its own lists, and knows nothing of what the
//! reader of figures makes of them.
//!
//! In: a text of a language. Out: every [`Garble`] of it, without the code that should name it.

use crate::garble::Garble;
use std::ops::Range;

/// Every damage to a text.
pub fn damages(tag: &str, text: &str) -> Vec<Garble> {
    let mut garbles = Vec::new();
    let mut push = |kind: &'static str, text: String| garbles.push(Garble { kind, code: "", text });
    let runs = runs(text);
    for run in &runs {
        for (kind, damaged) in one(tag, text, run) {
            push(kind, with(text, run, &damaged));
        }
        for (kind, by) in [
            ("2 entity", "&#039;"),
            ("2 entity", "039;"),
            ("2 entity", "&nbsp;"),
            ("2 entity", "&amp;#37;"),
            ("2 entity", "&#x200b;"),
        ] {
            push(kind, with(text, &(run.end..run.end), by));
        }
    }
    for pair in runs.windows(2) {
        for (kind, damaged) in two(text, &pair[0], &pair[1]) {
            push(kind, damaged);
        }
    }
    for (kind, table) in tables(tag) {
        for (a, b) in *table {
            for (from, to) in [(a, b), (b, a)] {
                for (at, _) in text
                    .match_indices(from)
                    .filter(|_| !from.is_empty())
                    .filter(|(at, _)| stands_alone(tag, text, *at, from))
                {
                    push(kind, with(text, &(at..at + from.len()), to));
                }
            }
        }
    }
    for clause in clauses(tag, text) {
        if text[clause.clone()].chars().any(|c| c.is_ascii_digit()) && clause.len() < text.len() / 2 {
            push("2 clause lost", with(text, &clause, ""));
        }
    }
    let end = text.trim_end_matches(['.', '。']).len();
    for addition in match tag {
        "en" => [", or 4,870 in all", ", 13.7% of the total", " in 1987"],
        "th" => [" รวม 4,870 แห่ง", " คิดเป็นร้อยละ 13.7", " เมื่อปี 2530"],
        _ => ["，共4870个", "，占13.7%", "（1987年）"],
    } {
        push("2 added", with(text, &(end..end), addition));
    }
    garbles.retain(|garble| garble.text != text);
    garbles
}

/// Damages to one run of digits.
fn one(tag: &str, text: &str, run: &Range<usize>) -> Vec<(&'static str, String)> {
    let digits = &text[run.clone()];
    let bytes = digits.as_bytes();
    let at: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    let mut damaged: Vec<(&str, String)> = Vec::new();
    let set = |changes: &[(usize, u8)]| {
        let mut bytes = bytes.to_vec();
        changes.iter().for_each(|(at, digit)| bytes[*at] = *digit);
        String::from_utf8(bytes).expect("digits stay digits")
    };
    let tail_of_decimal = |at: usize| digits.find('.').is_some_and(|point| point < at);
    for &place in &at {
        damaged.push(("2 digit changed", set(&[(place, b'0' + (bytes[place] - b'0' + 1) % 10)])));
        damaged.push(("2 digit changed", set(&[(place, b'0' + (bytes[place] - b'0' + 6) % 10)])));
        if at.len() > 1 && !(tail_of_decimal(place) && bytes[place] == b'0') {
            let fewer = format!("{}{}", &digits[..place], &digits[place + 1..]);
            if !fewer.ends_with('.')
                && !fewer.starts_with('.')
                && !digits.starts_with('0')
                && fewer.trim_start_matches('0') != digits
            {
                damaged.push(("2 digit dropped", fewer));
            }
        }
    }
    for pair in at.windows(2).filter(|pair| bytes[pair[0]] != bytes[pair[1]]) {
        damaged.push(("2 transposed", set(&[(pair[0], bytes[pair[1]]), (pair[1], bytes[pair[0]])])));
    }
    if let Some((whole, part)) = digits.split_once('.').filter(|(_, part)| part.chars().any(|c| c != '0')) {
        damaged.push(("2 decimal", format!("{whole}{part}")));
        if whole.len() > 1 && !whole.contains(',') {
            damaged.push(("2 decimal", format!("{}.{}{part}", &whole[..whole.len() - 1], &whole[whole.len() - 1..])));
        }
    } else if !digits.contains([':', '.']) && !text[run.end..].starts_with('月') {
        damaged.push(("2 decimal", format!("{digits}0")));
    }
    if let Some((head, tail)) = digits.rsplit_once(',') {
        for gap in [".", " ", " , ", ", ", "，"].iter().filter(|gap| **gap != "，" || tag == "zh-Hans") {
            damaged.push(("2 separator", format!("{head}{gap}{tail}")));
        }
        if tag == "th" {
            damaged.push(("2 separator", format!("{head} ปี{tail}")));
        }
    }
    let rest = &text[run.end..];
    let units = [
        "%",
        " percent",
        " per cent",
        " เปอร์เซ็นต์",
        " จุด",
        "个百分点",
        "万",
        " million",
        " billion",
        "亿",
        " ล้าน",
        "倍",
        " times",
    ];
    if units.iter().any(|unit| rest.starts_with(unit)) || text[..run.start].ends_with("ร้อยละ ") {
        damaged.push(("2 number lost", String::new()));
    }
    damaged.retain(|(_, new)| !new.starts_with('0') || digits.starts_with('0') || new.starts_with("0."));
    damaged
}

/// Damages to two runs of digits.
fn two(text: &str, a: &Range<usize>, b: &Range<usize>) -> Vec<(&'static str, String)> {
    let (x, between, y) = (&text[a.clone()], &text[a.end..b.start], &text[b.clone()]);
    let both = a.start..b.end;
    let mut damaged = Vec::new();
    let years = |run: &str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20") || run.starts_with("25"));
    let unit = |end: usize| text[end..].trim_start().chars().next();
    let like = unit(a.end) == unit(b.end) && years(x) == years(y) && x.contains('.') == y.contains('.');
    if x != y && like && !between.contains(['-', '–', '至']) {
        damaged.push(("2 swapped", with(text, &both, &format!("{y}{between}{x}"))));
    }
    let range = matches!(between, "-" | "–" | "至" | " to " | "%–" | "~") && !x.contains(':');
    if range {
        damaged.push(("2 range collapsed", with(text, &both, x)));
        damaged.push(("2 range collapsed", with(text, &both, y)));
        damaged.push(("2 stuck", with(text, &both, &format!("{x}{y}"))));
    }
    if matches!(between, " " | ", " | "/" | "比" | "，") {
        damaged.push(("2 stuck", with(text, &both, &format!("{x}{y}"))));
    }
    if matches!(between, " in " | " ใน " | " out of " | "/") {
        damaged.push(("2 inverted", with(text, &both, &format!("{y}{between}{x}"))));
    }
    damaged
}

type Table = &'static [(&'static str, &'static str)];

/// Words that damage exchanges, both ways.
fn tables(tag: &str) -> &'static [(&'static str, Table)] {
    match tag {
        "en" => &[
            (
                "2 scale",
                &[("million", "billion"), ("billion", "trillion"), ("million", "thousand"), ("thousands", "millions")],
            ),
            (
                "2 unit",
                &[
                    ("percentage points", "percent"),
                    ("%", " percentage points"),
                    (" times", "%"),
                    ("basis points", "percentage points"),
                    ("hours", "minutes"),
                    ("weeks", "months"),
                    ("metres", "kilometres"),
                    ("seconds", "minutes"),
                    ("tonnes", "kilograms"),
                    (" per cent", " times"),
                    ("decades", "years"),
                ],
            ),
            ("2 currency", &[("baht", "dollars"), ("$", "£"), ("dollars", "euros"), ("baht", "yuan")]),
            (
                "2 hedge",
                &[
                    ("more than 8", "less than 8"),
                    ("more than doubled", "less than doubled"),
                    ("nearly ", "more than "),
                    ("almost ", "more than "),
                    ("at least ", "at most "),
                    ("no more than ", "no fewer than "),
                    ("over 60", "under 60"),
                    ("over 48", "under 48"),
                ],
            ),
            (
                "2 inverted",
                &[
                    ("one in five", "five in one"),
                    ("three quarters", "four thirds"),
                    ("one in eight", "eight in one"),
                    ("one in seven", "seven in one"),
                ],
            ),
            (
                "2 word",
                &[
                    (" two ", " three "),
                    (" four ", " five "),
                    ("seven ", "eight "),
                    ("nine ", "six "),
                    ("eighth", "ninth"),
                    ("half", "a third"),
                    ("tripled", "doubled"),
                    ("twice", "three times"),
                    ("tenth", "fifth"),
                    ("second quarter", "third quarter"),
                    ("Dozens", "Hundreds"),
                    ("twenties", "thirties"),
                ],
            ),
            ("2 sign", &[("minus ", "")]),
            ("2 clock", &[("a.m.", "p.m.")]),
            ("2 month", &[("March 20", "May 20"), (" May", " July"), ("August", "October")]),
        ],
        "th" => &[
            ("2 scale", &[("ล้านล้าน", "พันล้าน"), ("ล้าน", "แสน"), ("ล้าน", "พันล้าน"), ("หมื่นล้าน", "แสนล้าน"), ("แสน", "หมื่น")]),
            (
                "2 unit",
                &[
                    ("จุดเปอร์เซ็นต์", "เปอร์เซ็นต์"),
                    ("%", " จุดเปอร์เซ็นต์"),
                    ("เท่า", "เปอร์เซ็นต์"),
                    ("ชั่วโมง", "นาที"),
                    ("สัปดาห์", "เดือน"),
                    ("เมตร", "กิโลเมตร"),
                    ("วินาที", "นาที"),
                ],
            ),
            ("2 currency", &[("บาท", "ดอลลาร์"), ("ดอลลาร์", "ยูโร"), ("บาท", "หยวน")]),
            (
                "2 hedge",
                &[
                    ("มากกว่า 1", "น้อยกว่า 1"),
                    ("เกือบ", "กว่า"),
                    ("อย่างน้อย", "ไม่เกิน"),
                    ("กว่าร้อยละ", "ไม่ถึงร้อยละ"),
                    ("กว่าครึ่ง", "ไม่ถึงครึ่ง"),
                ],
            ),
            (
                "2 inverted",
                &[("หนึ่งในสาม", "สามในหนึ่ง"), ("สามในสี่", "สี่ในสาม"), ("หนึ่งในห้า", "ห้าในหนึ่ง"), ("หนึ่งในสิบ", "สิบในหนึ่ง")],
            ),
            (
                "2 word",
                &[
                    ("สองเข็ม", "สามเข็ม"),
                    ("สี่สัปดาห์", "ห้าสัปดาห์"),
                    ("สองชั่วโมง", "สามชั่วโมง"),
                    ("สามเท่า", "สองเท่า"),
                    ("ครึ่งหนึ่ง", "หนึ่งในสาม"),
                    ("สองทศวรรษ", "สามทศวรรษ"),
                    ("สองปี", "สี่ปี"),
                    ("หลายแสน", "หลายหมื่น"),
                    ("หลายสิบ", "หลายร้อย"),
                ],
            ),
            ("2 sign", &[(" -12", " 12")]),
            ("2 month", &[("มีนาคม", "พฤษภาคม"), ("สิงหาคม", "ตุลาคม")]),
            ("2 era", &[("พ.ศ. 25", "ค.ศ. 25"), ("ปี 25", "ปี ค.ศ. 25"), ("ปี 25", "ปี 20"), ("ทศวรรษ 1960", "ทศวรรษ 1417")]),
        ],
        _ => &[
            ("2 scale", &[("万", "亿"), ("万亿", "亿"), ("十万", "万"), ("亿", "千万")]),
            (
                "2 unit",
                &[
                    ("个百分点", "%"),
                    ("%", "倍"),
                    ("个基点", "个百分点"),
                    ("小时", "分钟"),
                    ("周，", "个月，"),
                    ("公里", "米"),
                    ("毫米", "厘米"),
                    ("秒", "分钟"),
                    ("成", "倍"),
                ],
            ),
            ("2 currency", &[("泰铢", "美元"), ("美元", "欧元"), ("泰铢", "元")]),
            ("2 hedge", &[("超过", "不到"), ("近", "超过"), ("至少", "至多"), ("不足", "超过"), ("以上", "以下")]),
            (
                "2 inverted",
                &[
                    ("三分之一", "一分之三"),
                    ("四分之三", "三分之四"),
                    ("十分之一", "一分之十"),
                    ("十分之四", "四分之十"),
                    ("五分之一", "一分之五"),
                ],
            ),
            (
                "2 word",
                &[
                    ("两剂", "三剂"),
                    ("四周", "五周"),
                    ("两小时", "三小时"),
                    ("三倍", "两倍"),
                    ("一半", "三分之一"),
                    ("二十年", "三十年"),
                    ("两倍", "三倍"),
                    ("四成", "五成"),
                    ("六成", "七成"),
                    ("第八", "第九"),
                    ("第二季", "第三季"),
                    ("数十家", "数百家"),
                    ("数十万", "数百万"),
                ],
            ),
            ("2 sign", &[("零下", "")]),
            ("2 clock", &[("上午", "下午")]),
            ("2 month", &[("3月", "5月"), ("8月", "10月"), ("5月", "7月")]),
            ("2 era", &[("2025年", "2568年"), ("2030年", "2573年"), ("2023年", "2566年"), ("2019年", "2562年")]),
        ],
    }
}

/// Whether a word stands alone in a text whose letters are Latin; elsewhere always, apart from 公里 and 里 and the like.
fn stands_alone(tag: &str, text: &str, at: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
    let first = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let last = word.ends_with(|c: char| c.is_ascii_alphabetic());
    match tag {
        "en" => !(first && letter(before) || last && letter(after)),
        "th" => match word {
            "เมตร" | "วินาที" | "นาที" => !before.is_some_and(|c| ('ก'..='๎').contains(&c)),
            "เท่า" => text[..at].ends_with(|c: char| ('ก'..='๎').contains(&c) || c == ' ') && after != Some('า'),
            "บาท" | "เดือน" | "ปี" | "แสน" | "หมื่น" | "กิโลเมตร" => {
                text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == 'น')
            }
            "เปอร์เซ็นต์" => !text[..at].ends_with("จุด"),
            "กว่า" => {
                text[..at].ends_with(' ') && text[at..].starts_with("กว่า ") | text[at..].starts_with("กว่าร้อยละ")
            }
            _ => true,
        },
        _ => match word {
            "超过" => !matches!(before, Some('得' | '不')),
            "近" => !matches!(after, Some('年' | '日' | '期')) && !matches!(before, Some('接' | '附' | '最')),
            "成" | "米" | "元" | "万" | "倍" | "秒" | "亿" => {
                before.is_some_and(|c| c.is_ascii_digit() || "两三四五六七八九十万".contains(c))
            }
            _ => true,
        },
    }
}

/// The places of clauses and sentences behind the first one, with the mark before them.
fn clauses(tag: &str, text: &str) -> Vec<Range<usize>> {
    let marks: &[&str] = if tag == "zh-Hans" { &["，", "；", "。"] } else { &[", ", "; ", ". "] };
    let mut starts: Vec<usize> = marks.iter().flat_map(|mark| text.match_indices(mark).map(|(at, _)| at)).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([text.trim_end_matches(['.', '。']).len()]);
    starts.iter().copied().zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end).collect()
}

/// Runs of digits with what joins them to one number, not beside Latin letters.
pub fn runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || matches!(bytes[at], b',' | b'.' | b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        {
            at += 1;
        }
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        if !(letter(bytes.get(at)) || start > 0 && letter(bytes.get(start - 1))) {
            runs.push(start..at);
        }
    }
    runs
}

fn with(text: &str, span: &Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &text[..span.start], &text[span.end..])
}
