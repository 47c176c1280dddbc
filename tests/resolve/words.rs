//! Words that somebody typed around figures: hedges and directions, in every language.

use super::STATS;
use super::common::Project;

/// The small project with a fall, a gap and growth beside its rise.
fn project() -> Project {
    let stats = "source: survey
stats:
  - {id: doubt, value: 12, unit: percent, period: 2022, status: estimate}
  - {id: doubt-before, value: 20, unit: percent, period: 2020, status: estimate}
  - {id: doubt-change, derive: doubt - doubt-before, unit: percentage-point}
  - {id: doubt-fall, derive: doubt-before - doubt, unit: percentage-point}
  - {id: gap, derive: doubt - other, unit: percentage-point}
  - {id: other, value: 10, unit: percent, period: 2022, status: estimate}
  - {id: growth, derive: \"growth(doubt, doubt-before)\", unit: percent}
  - {id: told, value: 15, unit: percentage-point, measures: {property: \"share: rise since 2019\"}, status: estimate}
";
    Project::small()
        .edit(STATS, "value: 88\n", "value: 88\n    period: 2022\n")
        .edit(STATS, "value: 80\n", "value: 80\n    period: 2020\n")
        .file("data/stats/more.yaml", stats)
        .edit("data/articles/trust.yaml", "[trust]", "[trust, more]")
}

/// What is said of a closing text in a locale, as code and the very words; without what the locales do not share.
fn said(locale: &str, text: &str) -> Vec<String> {
    let findings = project().say(locale, text).check();
    let own = findings.iter().filter(|finding| finding.code.name() != "locales-disagree");
    own.map(|finding| format!("{} {}", finding.code.name(), finding.place.text())).collect()
}

fn all_true(locale: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(said(locale, text), Vec::<String>::new(), "{text}");
    }
}

fn each(locale: &str, cases: &[(&str, &str)]) {
    for (text, finding) in cases {
        assert_eq!(said(locale, text), [*finding], "{text}");
    }
}

#[test]
fn hedges_are_true_of_the_value() {
    all_true(
        "en",
        &[
            "Some { $people } people.",
            "At least { $trust } do, and at most { $trust }.",
            "Only { $trust } do, about { $trust } in all.",
            "Only { FIGURE($trust, as: \"fraction\") } do.",
            "No more than { $trust } do.",
            "The { $trust } more than pays.",
            "\n    > { $trust } say so.",
        ],
    );
    each(
        "en",
        &[
            ("More than { $trust } do.", "hedge-false More than"),
            ("So many: > { $trust }.", "hedge-false >"),
            ("They are over **{ $people }** people.", "hedge-false over"),
            ("Nearly\n    { $trust } do.", "hedge-false Nearly"),
            ("More than { FIGURE($trust, as: \"fraction\") } do.", "hedge-false More than"),
            ("{ $people } or fewer than { $people } people.", "hedge-false fewer than"),
        ],
    );
    each(
        "th",
        &[
            ("มากกว่า { $trust } ตอบ", "hedge-false มากกว่า"),
            ("ตอบเกือบ{ FIGURE($people, as: \"count\") } คน", "hedge-false เกือบ"),
        ],
    );
    each(
        "zh-Hans",
        &[
            ("超过{ $trust }的客户。", "hedge-false 超过"),
            ("共有{ $people }多人。", "hedge-false 多"),
            ("不到{ $trust }。", "hedge-false 不到"),
        ],
    );
    all_true("th", &["อย่างน้อย { $trust } ตอบ", "ราว { $people } คน"]);
    all_true("zh-Hans", &["约{ $trust }的客户。", "至少{ $people }人。", "仅{ $trust }。"]);
}

#[test]
fn a_table_that_knows_more_decides() {
    let finer = project().edit("data/sources/survey.csv", "2022,88,", "2022,87.6,").say("en", "Nearly { $trust } do.");
    let codes: Vec<_> = finer.check().iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["table-hash-mismatch", "locales-disagree", "locales-disagree"]);
}

#[test]
fn english_directions() {
    all_true(
        "en",
        &[
            "It rose by { $trust-change }.",
            "It was up { $trust-change }, a rise of { $trust-change }.",
            "It fell by { $doubt-fall }.",
            "It fell { $doubt-change }.",
            "It dropped sharply by about **{ $doubt-fall }**.",
            "It rose to { $trust }, up from { $trust-before }.",
            "It fell from { $doubt-before } in May to { $doubt }.",
            "It is { $gap } higher, or { $gap } lower.",
            "Up to { $trust } do. They make up { $trust } of all.",
            "It did not fall by { $trust-change }.",
            "It fell. { $trust-change } is little.",
            "The low { $trust } fell short; fallen { $people } people.",
            "It grew by { $told }.",
            "It has fallen to { $people }.",
        ],
    );
    each(
        "en",
        &[
            ("It fell by { $trust-change }.", "direction-false fell"),
            ("Trust, down { $trust-change }, is all.", "direction-false down"),
            ("A decline of about\n    { FIGURE($trust-change, as: \"points\") }.", "direction-false decline"),
            ("A decline of { $trust-change }.", "direction-false decline"),
            ("It rose by { $doubt-fall }.", "direction-false rose"),
            ("It increased { $doubt-change }.", "direction-false increased"),
            ("It grew by { $growth }.", "direction-false grew"),
            ("It fell by { $told }.", "direction-false fell"),
            ("It fell to { $trust }.", "direction-false fell"),
            ("It is { $trust }, down from { $trust-before }.", "direction-false down"),
            ("It rose from { $doubt-before } to { $doubt }.", "direction-false rose"),
            ("It fell from { $other } to { $doubt }.", "direction-false fell"),
            ("It rose to { $doubt } from { $trust }.", "direction-false rose"),
            ("It is { $trust-change } lower.", "direction-false lower"),
        ],
    );
}

#[test]
fn thai_directions() {
    all_true(
        "th",
        &[
            "เพิ่มขึ้น { $trust-change } จาก { $trust-before }",
            "ลดลงถึง { $doubt-fall }",
            "เพิ่มขึ้นเป็น { $trust }",
            "เพิ่มขึ้นจาก { $trust-before } เป็น { $trust }",
            "ลดลงเหลือ { $doubt }",
            "ไม่ได้ลดลง { $trust-change }",
        ],
    );
    each(
        "th",
        &[
            ("ลดลง { $trust-change }", "direction-false ลดลง"),
            ("เพิ่มขึ้นถึง { $doubt-fall }", "direction-false เพิ่มขึ้น"),
            ("ลดลงเหลือ { $trust }", "direction-false ลดลง"),
            ("ลดลงจาก { $trust-before }", "direction-false ลดลง"),
            ("สูงขึ้นจาก { $doubt-before } มาอยู่ที่ { $doubt }", "direction-false สูงขึ้น"),
        ],
    );
}

#[test]
fn chinese_directions() {
    all_true(
        "zh-Hans",
        &[
            "比{ $trust-before }提高了{ $trust-change }。",
            "降幅为{ $doubt-fall }。",
            "从{ $doubt-before }降至{ $doubt }。",
            "升至{ $trust }，增长到{ $trust }。",
            "并未下降{ $trust-change }。",
        ],
    );
    each(
        "zh-Hans",
        &[
            ("比{ $trust-before }下降了{ $trust-change }。", "direction-false 下降"),
            ("增幅为{ $doubt-fall }。", "direction-false 增幅"),
            ("从{ $doubt-before }升至{ $doubt }。", "direction-false 升"),
            ("降到{ $trust }。", "direction-false 降"),
            ("由{ $other }减少至{ $doubt }。", "direction-false 减少"),
        ],
    );
}

#[test]
fn a_level_is_no_change() {
    each(
        "en",
        &[("It rose by { $trust }.", "change-confused rose"), ("It rose to { $doubt-fall }.", "change-confused rose")],
    );
    each("th", &[("เพิ่มขึ้น { $trust }", "change-confused เพิ่มขึ้น"), ("ลดลงเหลือ { $doubt-fall }", "change-confused ลดลง")]);
    each("zh-Hans", &[("提高了{ $trust }。", "change-confused 提高"), ("降至{ $doubt-fall }。", "change-confused 降")]);
    all_true("en", &["The gap rose to { $gap }.", "It rose by { $people }.", "It rose by { $told } to { $trust }."]);
}
