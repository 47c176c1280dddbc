//! The matching, over a small reader of its own: percents, plain numbers and ranges, with "more than" and "nearly".

use super::*;
use crate::model::document::PlainText;
use crate::model::ledger::LedgerFigure;
use crate::model::{
    Amount, ArticleId, Confidence, Document, Figure, Hedge, Kind, LocaleTag, MessageId, Quantity, Role, StatId,
};
use rust_decimal::Decimal;

fn toy(_: &str, text: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let after = |from: usize| text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| from + end);
        let number = |from: usize, to: usize| text[from..to].parse::<Decimal>().unwrap();
        let mut end = after(start);
        let mut amount = Amount::Value(number(start, end));
        let core = start..end;
        if text[end..].starts_with('–') {
            let to = after(end + 3);
            amount = Amount::Range(number(start, end), number(end + 3, to));
            end = to;
        }
        let percent = text[end..].starts_with('%');
        end += usize::from(percent);
        let kind = if percent { Kind::Percent } else { Kind::Count };
        let mut quantity = match amount {
            Amount::Range(..) => Quantity { unit: Quantity::new(kind, amount).unit, ..Quantity::new(Kind::Range, amount) },
            _ => Quantity::new(kind, amount),
        };
        let mut from = start;
        for (words, hedge) in [("more than ", Hedge::MoreThan), ("nearly ", Hedge::Nearly)] {
            if text[..start].ends_with(words) {
                (from, quantity) = (start - words.len(), quantity.hedge(hedge));
            }
        }
        figures.push(Figure { span: from..end, core, quantity, confidence: Confidence::High, role: Role::Statistic });
        at = end;
    }
    figures
}

fn entry(element: &str, stat: &str, text: &str, quantity: Quantity) -> LedgerFigure {
    LedgerFigure {
        element: element.to_owned(),
        message: MessageId::new("a-lead"),
        origin: Origin::Stat(StatId::new(stat)),
        sources: Arc::default(),
        construct: "percent",
        quantity: Some(quantity),
        truth: Some(quantity),
        text: text.into(),
        unverified: false,
        links: Arc::default(),
        line: None,
        row: None,
    }
}

fn percent(value: i64) -> Quantity {
    Quantity::new(Kind::Percent, Amount::Value(value.into()))
}

/// A page that is meant to say 62% as `f1` and 57% as `f2`.
fn document(html: &str) -> Document {
    Document {
        article: ArticleId::new("a"),
        locale: LocaleTag::new("en"),
        format: "html",
        path: "en/a/index.html".to_owned(),
        bytes: html.as_bytes().to_vec(),
        figures: vec![entry("f1", "trust", "62%", percent(62)), entry("f2", "left", "57%", percent(57))],
        plain: Vec::new(),
    }
}

const F1: &str = r#"<data class="figure" id="f1" value="62">62%</data>"#;
const F2: &str = r#"<data class="figure" id="f2" value="57">57%</data>"#;

/// Code and place of each fault, the place as the text that it shows.
fn faults_of(document: &Document) -> Vec<(Code, String)> {
    let reading = html::read(std::str::from_utf8(&document.bytes).unwrap(), &html::Sheets::default());
    let (figures, faults) = figures::check(document, &reading, &Ear::new(toy), &invisible::Seen::of(""));
    assert!(
        !faults.is_empty()
            || figures.len() == document.figures.len() + document.plain.iter().map(|p| p.figures.len()).sum::<usize>()
    );
    let shown = |at: Option<(usize, std::ops::Range<usize>)>| {
        at.map_or(String::new(), |(block, span)| reading.pieces[block].text[span].to_owned())
    };
    let mut faults: Vec<_> = faults.into_iter().map(|fault| (fault.code, shown(fault.at))).collect();
    faults.dedup();
    faults
}

fn faults(html: &str) -> Vec<(Code, String)> {
    faults_of(&document(html))
}

fn fault(code: Code, text: &str) -> (Code, String) {
    (code, text.to_owned())
}

#[test]
fn a_page_that_says_what_it_means_has_no_fault() {
    assert_eq!(faults(&format!("<p>Trust: {F1} of customers.</p><ul><li>Left: <b>{F2}</b></ul>")), []);
}

#[test]
fn a_figure_that_nobody_declared_is_unsourced() {
    assert_eq!(faults(&format!("<p>{F1} of 900 and {F2}</p>")), [fault(Code::FigureUnsourced, "900")]);
    assert_eq!(faults(&format!("<p>{F1} {F2} ๙๐๐</p>")), [fault(Code::FigureUnsourced, "๙๐๐")]);
    let stranger = r#"<data class="figure" id="f9" value="62">62%</data>"#;
    assert_eq!(faults(&format!("<p>{F1} {F2} {stranger}</p>")), [fault(Code::FigureUnsourced, "62%")]);
}

#[test]
fn a_figure_with_another_value_kind_or_attribute_is_a_mismatch() {
    for wrong in [
        r#"<data class="figure" id="f1" value="62">26%</data>"#,
        r#"<data class="figure" id="f1" value="62">62</data>"#,
        r#"<data class="figure" id="f1" value="62">many</data>"#,
        r#"1<data class="figure" id="f1" value="62">62%</data>"#,
        r#"<data class="figure" id="f1" value="62.0">62%</data>"#,
        r#"<data class="figure" id="f1">62%</data>"#,
        r#"<data class="figure" id="f1" value="62">62% or 63%</data>"#,
    ] {
        let codes: Vec<_> = faults(&format!("<p>{wrong} and {F2}</p>")).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, [Code::FigureMismatch], "{wrong}");
    }
}

#[test]
fn a_figure_that_is_missing_or_hidden_is_lost() {
    assert_eq!(faults(&format!("<p>{F1}</p>")), [fault(Code::FigureLost, "")]);
    assert_eq!(faults(&format!("<p>{F1} <span hidden>{F2}</span></p>")), [fault(Code::FigureLost, "57%")]);
}

#[test]
fn figures_stand_once_and_in_order() {
    assert_eq!(faults(&format!("<p>{F2} {F1}</p>")), [fault(Code::FigureMismatch, "62%")]);
    assert_eq!(faults(&format!("<p>{F1} {F2} {F1}</p>")), [fault(Code::FigureMismatch, "62%")]);
}

#[test]
fn a_hedge_of_the_narrative_must_be_true_of_the_stat() {
    let mut document = document(&format!("<p>more than {F1} and {F2}</p>"));
    assert_eq!(faults_of(&document), [fault(Code::HedgeFalse, "62%")]);
    document.figures[0].truth = Some(Quantity::new(Kind::Percent, Amount::Value(Decimal::new(624, 1))));
    assert_eq!(faults_of(&document), []);
}

#[test]
fn a_hedge_of_the_stat_may_not_get_lost() {
    let mut document = document(&format!("<p>{F1} and {F2}</p>"));
    document.figures[0].quantity = Some(percent(62).hedge(Hedge::Nearly));
    assert_eq!(faults_of(&document), [fault(Code::FigureMismatch, "62%")]);
}

#[test]
fn a_range_may_go_from_one_figure_to_the_next() {
    let bare = r#"<data class="figure" id="f1" value="62">62</data>"#;
    let range = |html: &str| {
        let mut document = document(html);
        document.figures[0].text = "62".into();
        faults_of(&document)
    };
    assert_eq!(range(&format!("<p>{bare}–{F2}</p>")), []);
    assert_eq!(range(&format!("<p>{bare}–<b>3</b><br>{F2}</p>")), [fault(Code::FigureMismatch, "62")]);
}

#[test]
fn a_literal_stands_letter_by_letter() {
    let with = |text: &str| {
        let mut document = document(&format!(r#"<p>{F1} {F2} open <data class="figure" id="f3">{text}</data></p>"#));
        let literal = LedgerFigure {
            quantity: None,
            truth: None,
            origin: Origin::Literal("clock".into()),
            ..entry("f3", "", "24/7", percent(0))
        };
        document.figures.push(literal);
        faults_of(&document)
    };
    assert_eq!(with("24/7"), []);
    assert_eq!(with("24/6"), [fault(Code::FigureMismatch, "24/6")]);
}

#[test]
fn titles_and_descriptions_say_figures_only_of_their_message() {
    let with = |title: &str, description: &str| {
        let mut document =
            document(&format!("<title>{title}</title><meta name=description content='{description}'><p>{F1} {F2}</p>"));
        let text = "Trust rose to 62% of all".to_owned();
        document.plain.push(PlainText { text, figures: vec![entry("", "trust", "62%", percent(62))], times: 1 });
        faults_of(&document)
    };
    assert_eq!(with("Trust", "Trust rose to 62% of  all"), []);
    assert_eq!(with("Trust rose to 62% of all – The site", ""), []);
    assert_eq!(with("Trust", ""), [fault(Code::FigureLost, "")]);
    let wrong = [fault(Code::FigureUnsourced, "26%"), fault(Code::FigureLost, "")];
    assert_eq!(with("Trust rose to 26% of all", ""), wrong);
    assert_eq!(with("Trust rose to 62% of all in 12 lands", ""), [fault(Code::FigureUnsourced, "12")]);
}

#[test]
fn an_attribute_is_read_in_the_language_of_the_document_too() {
    // A reader to which the digits of every language but English are no claim.
    fn read(tag: &str, text: &str) -> Vec<Figure> {
        let role = if tag == "en" { Role::Statistic } else { Role::Structural };
        toy(tag, text).into_iter().map(|figure| Figure { role, ..figure }).collect()
    }
    let strangers = |cell: &str| {
        let document = document(&format!("<p>{F1} {F2}</p><table><tr>{cell}</table>"));
        let reading = html::read(std::str::from_utf8(&document.bytes).unwrap(), &html::Sheets::default());
        let faults = figures::check(&document, &reading, &Ear::new(read), &invisible::Seen::of("")).1;
        faults.into_iter().map(|fault| fault.code).collect::<Vec<_>>()
    };
    assert_eq!(strangers("<td lang=th>12 ข้อ"), []);
    for name in ["title", "aria-label"] {
        assert_eq!(strangers(&format!("<td lang=th {name}='97 million'>ข้อ")), [Code::FigureUnsourced], "{name}");
        assert_eq!(strangers(&format!("<td lang=th {name}='ข้อ'>ข้อ")), [], "{name}");
    }
}
