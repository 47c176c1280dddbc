//! `figures`: the format that other programs read.

use super::{numerate, stdout};
use serde_json::Value;

fn json(locale: &str, input: &str, jsonl: bool) -> Vec<Value> {
    let kind = if jsonl { "jsonl" } else { "text" };
    let mut command = numerate();
    command.args(["figures", "--locale", locale, "--format", "json", "--input", kind, "-"]).write_stdin(input);
    stdout(&mut command, 0).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_text_gives_one_object_and_each_line_of_jsonl_one() {
    let text = json("en", "no figure\nhere", false);
    assert_eq!(text, [serde_json::json!({"id": null, "figures": []})]);
    let lines = json("th", "{\"id\": 7, \"text\": \"ก\"}\n\n{\"id\": \"b\", \"text\": \"ข\"}\n{\"text\": \"\"}\n", true);
    assert_eq!(lines.iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), [Value::from(7), "b".into(), Value::Null]);
}

#[test]
fn keys_stand_in_the_order_that_is_promised() {
    let mut command = numerate();
    command.args(["figures", "--locale", "zh-Hans", "--format", "json"]).write_stdin("客户中近九成如此。");
    let expected = r#"{"id":null,"figures":[{"start":3,"end":6,"text":"近九成","core_start":4,"core_end":5,"#.to_owned()
        + r#""kind":"percent","unit":"percent","value":"90","low":null,"high":null,"hedge":"nearly","era":null,"#
        + r#""confidence":"high","role":"statistic"}]}"#;
    assert_eq!(stdout(&mut command, 0).trim_end(), expected);
}

#[test]
fn what_cannot_be_read_is_trouble() {
    numerate().args(["figures", "--locale", "fr", "-"]).write_stdin("x").assert().code(2);
    numerate().args(["figures", "--locale", "en", "no-such-file"]).assert().code(2);
    numerate().args(["figures", "--locale", "en"]).write_stdin(vec![b'a', 0xFF]).assert().code(2);
    let broken = numerate()
        .args(["figures", "--locale", "en", "--input", "jsonl"])
        .write_stdin("{}\n")
        .assert()
        .code(2)
        .get_output()
        .clone();
    assert!(String::from_utf8(broken.stderr).unwrap().contains("-:1:"));
}
