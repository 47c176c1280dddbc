//! `figures`: the figures of a text, as the verifier would read them.
//!
//! With `--format json`, one object a line for each input text, in a format that other programs rely on. Offsets count Unicode
//! scalar values; the end is exclusive.

use super::text::{self, Input};
use super::{Console, Exit, Failure, Format};
use crate::figure::Language;
use crate::model::{Amount, Confidence, Era, Figure, Hedge, Kind, Role, Unit};
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::PathBuf;

/// The options of `figures`.
#[derive(Debug, Args)]
pub(super) struct FiguresArgs {
    /// The text; `-` reads standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// The locale of the text
    #[arg(long, value_name = "TAG")]
    locale: String,
    /// How to print the figures
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// How to read the input
    #[arg(long, value_enum, default_value = "text")]
    input: Input,
}

/// A line of input.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    text: String,
}

/// A line of output.
#[derive(Serialize)]
struct Reading<'a> {
    id: &'a Value,
    figures: Vec<Shown<'a>>,
}

/// A figure in the output; the keys and their order are a format that other programs rely on.
#[derive(Serialize)]
struct Shown<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    core_start: usize,
    core_end: usize,
    kind: Kind,
    unit: Option<Unit>,
    #[serde(flatten)]
    amount: Amount,
    hedge: Option<Hedge>,
    era: Option<Era>,
    confidence: Confidence,
    role: Role,
}

/// Reads a file and prints its figures.
pub(super) fn figures(args: &FiguresArgs, console: &mut Console) -> Result<Exit, Failure> {
    let language = text::language(&args.locale)?;
    let input = text::read(&args.file)?;
    if args.input == Input::Text {
        return print(&Value::Null, &input, language, args.format, console).map(|()| Exit::Clean);
    }
    for line in text::objects(&args.file, &input) {
        let Line { id, text } = line?;
        print(&id, &text, language, args.format, console)?;
    }
    Ok(Exit::Clean)
}

fn print(id: &Value, text: &str, language: &'static Language, format: Format, console: &mut Console) -> Result<(), Failure> {
    let figures = show(text, language.read(text));
    match format {
        Format::Json => {
            console.line(serde_json::to_string(&Reading { id, figures }).expect("a reading has only string keys"))
        }
        Format::Human => figures.iter().try_for_each(|figure| console.line(human(id, figure))),
    }
}

/// Figures with offsets in Unicode scalar values, counted in one pass over the text.
fn show(text: &str, figures: Vec<Figure>) -> Vec<Shown<'_>> {
    let (mut byte, mut characters) = (0, 0);
    let shown = figures.into_iter().map(|figure| {
        characters += text[byte..figure.span.start].chars().count();
        byte = figure.span.start;
        let offset = |to: usize| characters + text[byte..to].chars().count();
        Shown {
            start: characters,
            end: offset(figure.span.end),
            text: &text[figure.span.clone()],
            core_start: offset(figure.core.start),
            core_end: offset(figure.core.end),
            kind: figure.quantity.kind,
            unit: figure.quantity.unit,
            amount: figure.quantity.amount,
            hedge: figure.quantity.hedge,
            era: figure.quantity.era,
            confidence: figure.confidence,
            role: figure.role,
        }
    });
    shown.collect()
}

/// A figure as a line: where, what is printed, what it says.
fn human(id: &Value, figure: &Shown<'_>) -> String {
    let id = match id {
        Value::Null => String::new(),
        Value::String(id) => format!("{id}:"),
        other => format!("{other}:"),
    };
    let unit = figure.unit.map(|unit| unit.to_string()).filter(|unit| unit != figure.kind.name());
    let low = (figure.confidence == Confidence::Low).then(|| "low confidence".to_owned());
    let structural = (figure.role == Role::Structural).then(|| "structural".to_owned());
    let era = figure.era.map(|era| if era == Era::Be { "Buddhist era" } else { "common era" }.to_owned());
    let hedge = figure.hedge.map(|hedge| hedge.name().to_owned());
    let value = Some(figure.amount.to_string()).filter(|value| !value.is_empty()).unwrap_or_else(|| "lost".to_owned());
    let notes: Vec<_> = [unit, hedge, era, low, structural].into_iter().flatten().collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("{id}{}-{}\t{}\t{} {value}{notes}", figure.start, figure.end, figure.text.replace('\n', " "), figure.kind.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quantity;

    #[test]
    fn offsets_count_characters_and_keys_keep_their_order() {
        let text = "ลูกค้า ร้อยละ 88 กล่าว";
        let (start, core) = (text.find("ร้อยละ").unwrap(), text.find("88").unwrap());
        let figure = Figure {
            span: start..core + 2,
            core: core..core + 2,
            quantity: Quantity::new(Kind::Percent, Amount::Value(88.into())),
            confidence: Confidence::High,
            role: Role::Statistic,
        };
        let json = serde_json::to_string(&Reading { id: &Value::Null, figures: show(text, vec![figure]) }).unwrap();
        let expected = r#"{"id":null,"figures":[{"start":7,"end":16,"text":"ร้อยละ 88","core_start":14,"core_end":16,"#
            .to_owned()
            + r#""kind":"percent","unit":"percent","value":"88","low":null,"high":null,"hedge":null,"era":null,"#
            + r#""confidence":"high","role":"statistic"}]}"#;
        assert_eq!(json, expected);
    }
}
