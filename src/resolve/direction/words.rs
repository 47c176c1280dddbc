//! The words of each language that say which way something went, and those that tie them to a figure.
//!
//! They are looked for only directly before a figure, so they may be few and short. To add a language, add its table.

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    /// It went up.
    pub rises: &'static [&'static str],
    /// It went down.
    pub falls: &'static [&'static str],
    /// Short forms of both, which count only before a word of [`Words::to`].
    pub rises_to: &'static [&'static str],
    /// Likewise downward.
    pub falls_to: &'static [&'static str],
    /// Words that are part of many idioms, and count only behind a comma, a bracket or a form of "to be".
    pub guarded: &'static [&'static str],
    /// Between the word and a change: `rose by`.
    pub by: &'static [&'static str],
    /// Between the word and the level that was reached: `rose to`.
    pub to: &'static [&'static str],
    /// Between the word and the level that was left: `up from`.
    pub from: &'static [&'static str],
    /// Words that may stand in between and change nothing.
    pub fillers: &'static [&'static str],
    /// Words that turn it around, before it.
    pub negations: &'static [&'static str],
    /// Directly behind a change: `9 points higher`.
    pub rises_behind: &'static [&'static str],
    /// Likewise downward.
    pub falls_behind: &'static [&'static str],
}

/// The words of the language of a locale.
pub fn of(tag: &str) -> Option<&'static Words> {
    WORDS.iter().find(|(known, _)| *known == tag).map(|(_, words)| words)
}

const WORDS: &[(&str, Words)] = &[("en", ENGLISH), ("th", THAI), ("zh-Hans", CHINESE)];

const ENGLISH: Words = Words {
    rises: &[
        "rose",
        "risen",
        "rise",
        "rises",
        "rising",
        "grew",
        "grown",
        "grow",
        "grows",
        "growing",
        "growth",
        "increased",
        "increase",
        "increases",
        "increasing",
        "climbed",
        "climb",
        "climbs",
        "jumped",
        "jump",
        "gained",
        "gain",
        "surged",
        "surge",
        "soared",
        "up",
    ],
    falls: &[
        "fell",
        "fallen",
        "fall",
        "falls",
        "falling",
        "dropped",
        "drop",
        "drops",
        "declined",
        "decline",
        "declines",
        "decreased",
        "decrease",
        "decreases",
        "shrank",
        "shrunk",
        "shrinks",
        "slipped",
        "slid",
        "sank",
        "plunged",
        "reduced",
        "down",
    ],
    rises_to: &[],
    falls_to: &[],
    guarded: &["up", "down"],
    by: &["by", "of"],
    to: &["to"],
    from: &["from"],
    fillers: &[
        "a",
        "an",
        "a further",
        "another",
        "about",
        "around",
        "roughly",
        "nearly",
        "almost",
        "more than",
        "over",
        "less than",
        "at least",
        "just",
        "only",
        "merely",
        "some",
        "sharply",
        "slightly",
        "steeply",
        "steadily",
        "strongly",
        "as much as",
    ],
    negations: &["not", "never", "no", "without", "nor", "hardly", "neither", "didn't", "hasn't", "haven't", "n't", "n’t"],
    rises_behind: &["higher"],
    falls_behind: &["lower"],
};

const THAI: Words = Words {
    rises: &["เพิ่มขึ้น", "เพิ่มสูงขึ้น", "สูงขึ้น", "ปรับขึ้น", "ขยับขึ้น", "พุ่งขึ้น", "เติบโตขึ้น", "เติบโต", "โตขึ้น", "เพิ่ม"],
    falls: &["ลดลง", "ลดต่ำลง", "ต่ำลง", "ปรับลง", "ร่วงลง", "ตกลง", "หดตัวลง", "หดตัว", "ลด"],
    rises_to: &[],
    falls_to: &[],
    guarded: &[],
    by: &[],
    to: &["เป็น", "มาเป็น", "ไปเป็น", "อยู่ที่", "มาอยู่ที่", "ไปอยู่ที่", "สู่", "ไปสู่", "มาสู่", "เหลือ"],
    from: &["จาก", "มาจาก"],
    fillers: &["ถึง", "อีก", "ประมาณ", "ราว", "เกือบ", "กว่า", "มากกว่า", "เพียง", "แค่", "จำนวน", "เฉลี่ย", "อย่างน้อย"],
    negations: &["ไม่", "ไม่ได้", "มิได้", "มิ", "ไม่เคย", "ไม่มีการ", "ยังไม่"],
    rises_behind: &[],
    falls_behind: &[],
};

const CHINESE: Words = Words {
    rises: &[
        "增长",
        "提高",
        "上升",
        "增加",
        "上涨",
        "提升",
        "攀升",
        "升高",
        "增幅",
        "升幅",
        "涨幅",
        "涨",
        "增长幅度",
        "回升",
    ],
    falls: &["下降", "降低", "减少", "下跌", "下滑", "回落", "减小", "缩减", "降幅", "跌幅", "跌", "下降幅度"],
    rises_to: &["升", "增", "涨", "提", "升高", "增长", "提高", "上升"],
    falls_to: &["降", "减", "跌", "落"],
    guarded: &[],
    by: &["了", "达"],
    to: &["至", "到", "到了"],
    from: &["从", "由", "自"],
    fillers: &["约", "近", "大约", "超过", "逾", "将近", "仅", "仅为", "至少", "又", "为", "，", "高达"],
    negations: &["没有", "未", "并未", "不", "没", "不再", "从未", "无"],
    rises_behind: &[],
    falls_behind: &[],
};
