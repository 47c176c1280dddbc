//! A second hand that rewords texts without changing what they say, by runs of digits and by words of its own lists.

use crate::damage::runs;

type Table = &'static [(&'static str, &'static str)];

/// Every rewording of a text, with the name of what was done.
pub fn rewordings(tag: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut made = Vec::new();
    for run in runs(text) {
        let digits = &text[run.clone()];
        let with = |by: &str| format!("{}{by}{}", &text[..run.start], &text[run.end..]);
        let plain = digits.replace(',', "");
        let (before, after) = (&text[..run.start], &text[run.end..]);
        if digits.contains(',') {
            made.push(("2 ungrouped", with(&plain)));
            made.push(("2 thin spaces", with(&digits.replace(',', "\u{202f}"))));
        }
        let bare = !after.starts_with(['%', ':', '年', '月', '日', '点', '比', '-', '–'])
            && !before.ends_with(['$', '£', '比', '-', '–']);
        let thousands = plain.len() > 4 && plain.ends_with("000") && bare && !after.starts_with([' ', '万', '亿']);
        if tag == "zh-Hans" && thousands && !after.starts_with("米") && plain.ends_with("0000") {
            made.push(("2 scale", with(&format!("{}万", &plain[..plain.len() - 4]))));
        }
        if tag == "zh-Hans" {
            made.push(("2 fullwidth", with(&wide(digits))));
            made.push(("2 spaced", with(&format!(" {digits} "))));
            if let Some(rest) = after.strip_prefix('%') {
                made.push(("2 percent", format!("{before}百分之{digits}{rest}")));
                made.push(("2 percent", format!("{before}{digits}％{rest}")));
                made.push(("2 percent", format!("{before}{digits} %{rest}")));
            }
        }
        if tag == "en"
            && let Some(rest) = after.strip_prefix('%')
        {
            made.push(("2 percent", format!("{before}{digits} per cent{rest}")));
            made.push(("2 percent", format!("{before}{digits} percent{rest}")));
            made.push(("2 percent", format!("{before}{digits} %{rest}")));
        }
        if tag == "th" {
            made.push(("2 thai digits", with(&thai(digits))));
            if let Some(head) = before.strip_suffix("ร้อยละ ") {
                made.push(("2 percent", format!("{head}{digits}%{after}")));
                made.push(("2 percent", format!("{head}{digits} เปอร์เซ็นต์{after}")));
                made.push(("2 percent", format!("{head}ร้อยละ{digits}{after}")));
            }
            let year: Option<i32> = plain.parse().ok().filter(|year| (2480..2600).contains(year) && digits.len() == 4);
            if let Some((year, head)) = year.zip(before.strip_suffix("ปี ")) {
                made.push(("2 era", format!("{head}ปี ค.ศ. {}{after}", year - 543)));
                made.push(("2 era", format!("{head}พ.ศ. {year}{after}")));
            }
        }
        if let Ok(small @ 2..=10) = plain.parse::<usize>()
            && bare
            && digits.len() < 3
            && !before.ends_with(|c: char| c.is_ascii_punctuation())
        {
            let words = match tag {
                "en" => ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
                "th" => ["สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"],
                _ => ["二", "三", "四", "五", "六", "七", "八", "九", "十"],
            };
            let clock = after.starts_with([' ']) && (after.contains("p.m.") || after.contains("a.m."));
            let dated = after.starts_with(" M") || before.ends_with("วันที่ ") || before.ends_with("อายุ ");
            if !clock && !dated && !after.starts_with(['点', '万', '亿']) && !after.starts_with(" p") {
                made.push(("2 in words", with(words[small - 2])));
            }
        }
    }
    for (kind, table) in tables(tag) {
        for (from, to) in *table {
            for (at, _) in text.match_indices(from) {
                let letter = |c: Option<char>| tag == "en" && c.is_some_and(char::is_alphabetic);
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
                let cut = digit(text[..at].chars().next_back()) && from.starts_with(|c: char| c.is_ascii_digit());
                let edges = cut
                    || letter(text[..at].chars().next_back()) && from.starts_with(char::is_alphabetic)
                    || letter(text[at + from.len()..].chars().next()) && from.ends_with(char::is_alphabetic);
                if !edges {
                    made.push((*kind, format!("{}{to}{}", &text[..at], &text[at + from.len()..])));
                }
            }
        }
    }
    made.push(("2 list", format!("1. {text}")));
    made.push(("2 list", format!("(2) {text}")));
    made.push(("2 list", format!("{} {text}", if tag == "zh-Hans" { "（三）" } else { "③" })));
    made.push(("2 no-break", text.replace(' ', "\u{202f}")));
    made.push(("2 lines", text.replace(", ", ",\n").replace('，', "，\n")));
    made.push(("2 doubled", text.replace(' ', "  ")));
    made.push(("2 quoted", format!("“{text}”")));
    made.retain(|(_, new)| new != text);
    made
}

fn wide(digits: &str) -> String {
    let wide = |c: char| match c {
        '.' => '．',
        ',' => '，',
        ':' => '：',
        c => char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')).expect("ten digits follow"),
    };
    digits.chars().map(wide).collect()
}

fn thai(digits: &str) -> String {
    let thai =
        |c: char| c.to_digit(10).map_or(c, |digit| char::from_u32(u32::from('๐') + digit).expect("ten digits follow"));
    digits.chars().map(thai).collect()
}

/// What may stand for what.
fn tables(tag: &str) -> &'static [(&'static str, Table)] {
    match tag {
        "en" => &[
            (
                "2 hedge",
                &[
                    ("more than 8", "over 8"),
                    ("more than a", "over a"),
                    ("More than", "Over"),
                    ("nearly", "almost"),
                    ("almost", "close to"),
                    ("About", "Around"),
                    ("about", "some"),
                    ("roughly", "approximately"),
                    ("some", "around"),
                    ("at least", "no fewer than"),
                    ("over", "more than"),
                    ("no more than", "at most"),
                    ("Up to", "As much as"),
                ],
            ),
            (
                "2 share",
                &[
                    ("a third", "one third"),
                    ("a third", "one in three"),
                    ("one tenth", "10%"),
                    ("half of", "50% of"),
                    ("Half of", "50% of"),
                    ("Three quarters", "75%"),
                    ("Three quarters", "Three in four"),
                    ("One in eight", "12.5%"),
                    ("7 in 10 ", "70% "),
                    ("4 in 10 ", "40% "),
                    ("a quarter of", "25% of"),
                    ("60%", "six in ten"),
                ],
            ),
            (
                "2 scale",
                &[
                    ("12.6 billion", "12,600 million"),
                    ("16.2 trillion", "16,200 billion"),
                    ("4.2 million", "4,200,000"),
                    ("640,000", "0.64 million"),
                    ("52.3 million", "52,300,000"),
                    ("4.7 billion dollars", "$4,700 million"),
                    ("9.6 million", "9,600,000"),
                    ("2 million", "2 mn"),
                    ("6 billion", "6 bn"),
                ],
            ),
            (
                "2 date",
                &[
                    ("31 March 2025", "March 31, 2025"),
                    ("31 March 2025", "31 Mar 2025"),
                    ("31 March 2025", "2025-03-31"),
                    ("3 and 9 May", "May 3 and May 9"),
                    ("20 August", "August 20th"),
                    ("September 2026", "Sept. 2026"),
                ],
            ),
            (
                "2 clock",
                &[
                    ("5 p.m.", "5pm"),
                    ("5 p.m.", "17:00"),
                    ("5:30 a.m.", "05:30"),
                    ("8:30 p.m.", "20:30"),
                    ("9 a.m.", "9am"),
                    ("9 a.m.", "9:00"),
                ],
            ),
            (
                "2 range",
                &[
                    ("60–80", "60 to 80"),
                    ("60–80", "60-80"),
                    ("16 to 62", "16–62"),
                    ("between seven and nine", "seven to nine"),
                    ("18 to 84", "18–84"),
                    ("3–2", "3-2"),
                ],
            ),
            (
                "2 words",
                &[
                    ("two decades", "20 years"),
                    ("a decade", "ten years"),
                    ("tripled", "increased threefold"),
                    ("twice", "two times"),
                    ("three times as many as", "triple the number of"),
                    ("25 basis points", "0.25 percentage points"),
                    ("minus 12 degrees", "-12 degrees"),
                    ("more than doubled", "rose more than twofold"),
                ],
            ),
        ],
        "th" => &[
            (
                "2 hedge",
                &[
                    ("เกือบ", "ใกล้"),
                    ("ราว", "ประมาณ"),
                    ("ประมาณ", "ราว ๆ "),
                    ("มากกว่า", "เกิน"),
                    ("อย่างน้อย", "ไม่น้อยกว่า"),
                    ("ไม่เกิน", "ไม่มากกว่า"),
                    ("กว่าร้อยละ", "มากกว่าร้อยละ"),
                    ("ไม่ถึง", "น้อยกว่า"),
                ],
            ),
            (
                "2 share",
                &[
                    ("ครึ่งหนึ่ง", "ร้อยละ 50 "),
                    ("สามในสี่", "75%"),
                    ("สามในสี่", "3 ใน 4"),
                    ("7 ใน 10 คน", "ร้อยละ 70 "),
                    ("4 ใน 10 คน", "40% "),
                    ("หนึ่งในสิบ", "ร้อยละ 10"),
                    ("1 ใน 5", "20%"),
                    ("1 ใน 5", "หนึ่งในห้า"),
                ],
            ),
            (
                "2 scale",
                &[
                    ("1.26 หมื่นล้าน", "12,600 ล้าน"),
                    ("8.4 หมื่นล้าน", "84,000 ล้าน"),
                    ("4,700 ล้าน", "4.7 พันล้าน"),
                    ("16.2 ล้านล้าน", "16,200,000 ล้าน"),
                    ("640,000", "6.4 แสน"),
                    ("52,000", "5.2 หมื่น"),
                    ("158,705", "1.58705 แสน"),
                    ("4.2 ล้าน", "4,200,000"),
                    ("9.6 ล้าน", "9,600,000"),
                    ("52.3 ล้าน", "52,300,000 "),
                ],
            ),
            (
                "2 date",
                &[
                    ("31 มีนาคม 2568", "31 มี.ค. 2568"),
                    ("31 มีนาคม 2568", "31 มีนาคม พ.ศ. 2568"),
                    ("31 มีนาคม 2568", "31 มี.ค. 68"),
                    ("กันยายน 2569", "ก.ย. 2569"),
                    ("สิงหาคม 2565", "ส.ค. 2565"),
                    ("9 พฤษภาคม", "9 พ.ค."),
                ],
            ),
            (
                "2 clock",
                &[
                    ("05.30 น.", "05:30 น."),
                    ("เวลา 17.00 น.", "เวลา 17:00 น."),
                    ("เวลา 17.00 น.", "เวลาห้าโมงเย็น"),
                    ("20.30 น.", "สองทุ่มครึ่ง"),
                    ("9.00 น.", "เก้าโมงเช้า"),
                    ("05.00 น.", "ตีห้า"),
                ],
            ),
            ("2 range", &[("7–9", "7 ถึง 9"), ("16–62", "16 ถึง 62"), ("60-80", "60 ถึง 80"), ("3–9", "3 ถึง 9")]),
            (
                "2 words",
                &[
                    ("สองทศวรรษ", "20 ปี"),
                    ("สิบปีก่อน", "ทศวรรษก่อน"),
                    ("-12 องศา", "ลบ 12 องศา"),
                    ("กม./ชม.", "กิโลเมตรต่อชั่วโมง"),
                    ("มม.", "มิลลิเมตร"),
                    ("ทศวรรษ 1960", "ช่วงปี 1960"),
                ],
            ),
        ],
        _ => &[
            (
                "2 hedge",
                &[
                    ("近", "将近"),
                    ("约", "大约"),
                    ("不足", "不到"),
                    ("不超过", "至多"),
                    ("高达", "多达"),
                    ("不得超过", "至多"),
                ],
            ),
            (
                "2 share",
                &[
                    ("一半", "50%"),
                    ("三分之一", "1/3"),
                    ("四分之三", "75%"),
                    ("十分之四", "四成"),
                    ("四成", "40%"),
                    ("六成", "60%"),
                    ("每10人有7人", "七成的人"),
                    ("半数", "一半"),
                ],
            ),
            (
                "2 scale",
                &[
                    ("126亿", "12600000000"),
                    ("840亿", "八百四十亿"),
                    ("64万", "640000"),
                    ("5.2万", "52000"),
                    ("5.2万", "五万二千"),
                    ("420万", "4200000"),
                    ("960万", "九百六十万"),
                    ("47亿", "四十七亿"),
                    ("5230万", "52300000"),
                    ("16.2万亿", "162000亿"),
                    ("4.84亿", "48400万"),
                ],
            ),
            (
                "2 date",
                &[
                    ("2025年3月31日", "2025-03-31"),
                    ("2025年3月31日", "2025/3/31"),
                    ("2025年3月31日", "二〇二五年三月三十一日"),
                    ("5月3日至9日", "5月3日至5月9日"),
                    ("2022年8月", "2022-08"),
                    ("9月15日", "九月十五日"),
                ],
            ),
            (
                "2 clock",
                &[
                    ("下午5点", "17:00"),
                    ("下午5点", "17时"),
                    ("早上5点30分", "5:30"),
                    ("早上5点30分", "早上五点半"),
                    ("晚上8点30分", "20:30"),
                    ("下午2点半", "14时30分"),
                ],
            ),
            ("2 range", &[("7至9", "7到9"), ("16至62", "16～62"), ("60至80", "60—80"), ("7至9", "7-9"), ("3比2", "3-2")]),
            (
                "2 words",
                &[
                    ("二十年来", "20年来"),
                    ("零下12", "-12"),
                    ("三倍", "3倍"),
                    ("25个基点", "0.25个百分点"),
                    ("20世纪60年代", "上世纪60年代"),
                    ("摄氏度", "℃"),
                    ("数十家", "几十家"),
                    ("增长了两倍", "增至三倍"),
                    ("毫米", "mm"),
                    ("、", "，"),
                    ("；", "。"),
                ],
            ),
            ("2 ascii", &[("，", ","), ("。", "."), ("；", ";"), ("（", "(")]),
        ],
    }
}
