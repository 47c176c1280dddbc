//! What is wrong with a message whatever its variables are. In: the messages of a locale, and a file of it. Out: findings.
//!
//! Fluent itself keeps silent about most of this: it prints the name of a function that fails, takes the default variant where
//! a selector selects nothing, and leaves out what a term was not given.

use super::function::{COUNT, FIGURE};
use super::syntax::{self, Inline, Use};
use super::{Message, Messages};
use crate::diagnostic::{Code, Finding, Findings};
use fluent_syntax::ast::InlineExpression;

/// Checks every message and term of a file that is open.
pub fn check(messages: &Messages, file: usize) -> Findings {
    let mut findings = Findings::new();
    for message in messages.entries(file) {
        if let Some(pattern) = message.pattern() {
            syntax::visit(pattern, &mut |inline, purpose| {
                let finding = match inline {
                    InlineExpression::FunctionReference { id, .. } => call(messages, message, inline, id.name, purpose),
                    InlineExpression::VariableReference { id } => {
                        (purpose == Use::Selects && !message.is_term()).then(|| {
                            broken(
                                message,
                                id.name,
                                format!("`${0}` selects nothing: a figure is selected by COUNT(${0})", id.name),
                            )
                        })
                    }
                    InlineExpression::MessageReference { id, .. } => {
                        messages.get(id.name).is_none().then(|| missing(messages, message, id.name))
                    }
                    InlineExpression::TermReference { id, .. } => term(messages, message, inline, id.name),
                    _ => None,
                };
                finding.into_iter().for_each(|finding| findings.push(finding));
            });
        }
    }
    findings
}

/// A call of a function: its name, its arguments, and the use that is made of it.
fn call(messages: &Messages, message: Message, inline: &Inline, name: &str, purpose: Use) -> Option<Finding> {
    let known = FIGURE.into_iter().chain([COUNT]);
    if !known.clone().any(|function| function == name) {
        return Some(broken(message, name, format!("there is no function `{name}`")).suggest(name, known));
    }
    let arguments = syntax::arguments(inline)?;
    if syntax::subject(inline).is_none() || arguments.positional.len() != 1 {
        return Some(broken(message, name, format!("`{name}` takes one variable, as in `{name}($stat)`")));
    }
    if name == COUNT {
        return (purpose != Use::Selects || !arguments.named.is_empty())
            .then(|| broken(message, name, "`COUNT` selects a plural form and prints nothing".to_owned()));
    }
    if purpose == Use::Selects {
        return Some(broken(message, name, format!("`{name}` selects nothing: a figure is selected by COUNT")));
    }
    if let Some(argument) = arguments.named.iter().find(|argument| argument.name.name != "as") {
        let argument = argument.name.name;
        return Some(
            broken(message, argument, format!("`{name}` has no argument `{argument}`")).help("it takes `as: \"…\"`"),
        );
    }
    let construct = syntax::construct(inline)?;
    (!messages.constructs().contains(&construct)).then(|| {
        let what = format!("{} has no construct `{construct}`", messages.tag());
        Finding::new(Code::ConstructUnknown, message.place_of(construct), what)
            .suggest(construct, messages.constructs().iter().copied())
    })
}

/// A reference to a term: it must exist, be given what it prints, and not stand in a term that has arguments of its own.
fn term(messages: &Messages, message: Message, inline: &Inline, name: &str) -> Option<Finding> {
    let Some(target) = messages.term(name) else {
        return Some(missing(messages, message, name));
    };
    if message.is_term() && !printed_variables(message).is_empty() {
        return Some(broken(
            message,
            name,
            format!("the term `-{name}` stands in a term with arguments, which would lose them"),
        ));
    }
    let given = syntax::arguments(inline).map_or(&[][..], |arguments| &arguments.named);
    let unknown =
        printed_variables(target).into_iter().find(|name| !given.iter().any(|argument| argument.name.name == *name))?;
    let what = format!("the term `-{name}` prints `${unknown}`, which is not given to it");
    Some(Finding::new(Code::VariableUnknown, message.place_of(name), what))
}

fn printed_variables<'a>(message: Message<'a>) -> Vec<&'a str> {
    let mut found = Vec::new();
    if let Some(pattern) = message.pattern() {
        syntax::visit(pattern, &mut |inline, purpose| match inline {
            InlineExpression::VariableReference { id } if purpose != Use::Selects => found.push(id.name),
            _ => {}
        });
    }
    found
}

fn broken(message: Message, slice: &str, what: String) -> Finding {
    Finding::new(Code::MessageBroken, message.place_of(slice), what)
}

fn missing(messages: &Messages, message: Message, name: &str) -> Finding {
    let what = format!("{} has no message `{name}`", messages.tag());
    Finding::new(Code::MessageMissing, message.place_of(name), what).suggest(name, messages.ids(""))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, SourceText};
    use crate::locale::fold;
    use crate::locale::{Messages, Variables, token};
    use crate::model::{LocaleFiles, LocaleTag, MessageFile};
    use std::sync::Arc;

    fn messages(text: &str) -> (Arc<Messages>, Vec<(Code, String)>) {
        let file = fold(MessageFile::new(SourceText::new("x.ftl", text)), false);
        let files = LocaleFiles::new(vec![file], Default::default(), Vec::new());
        let messages = Arc::new(Messages::new(&LocaleTag::new("th"), &Arc::new(files), vec!["percent", "fraction"]));
        let found = messages.check().iter().map(|finding| (finding.code, finding.place.text().to_owned())).collect();
        (messages, found)
    }

    #[test]
    fn what_fluent_keeps_silent_about_is_found_at_its_place() {
        for (text, code, place) in [
            ("a = ร้อยละ { FIGUR($x) }", Code::MessageBroken, "FIGUR"),
            ("a = { FIGURE(\"88\") }", Code::MessageBroken, "FIGURE"),
            ("a = { FIGURE($x, as: \"fractoin\") }", Code::ConstructUnknown, "fractoin"),
            ("a = { FIGURE($x, style: \"percent\") }", Code::MessageBroken, "style"),
            ("a = { COUNT($x) }", Code::MessageBroken, "COUNT"),
            ("a = { $x ->\n *[one] b\n }", Code::MessageBroken, "x"),
            ("a = { b }", Code::MessageMissing, "b"),
            ("a = { -b }", Code::MessageMissing, "b"),
            ("-b = { $x }\na = { -b }", Code::VariableUnknown, "b"),
            ("a = b\na = c", Code::MessageDuplicate, "a"),
        ] {
            assert_eq!(messages(text).1, [(code, place.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_sound_message_formats_to_text_with_tokens() {
        let (messages, findings) = messages(
            "-name = { $case ->\n *[of] ลูกค้า\n }\nb = { $x }\n\
             a = { -name } { FIGURE($x, as: \"fraction\") } และ { b } { COUNT($x) ->\n [1] หนึ่ง\n *[other] มาก\n }",
        );
        assert_eq!(findings, []);
        let x = token::encode(0, "88");
        let variables = Variables::new([("x".to_owned(), x.clone())]);
        let (text, findings) = messages.format(messages.get("a").unwrap(), &variables);
        assert!(findings.is_empty());
        assert_eq!(text, format!("ลูกค้า {} และ {x} มาก", token::with_construct(&x, 1).unwrap()));
    }

    #[test]
    fn an_unknown_variable_is_found_through_references() {
        let (messages, findings) = messages("b = { $trust-in-chnge }\na = ลูกค้า { b }");
        assert_eq!(findings, []);
        let variables = Variables::new([("trust-in-change".to_owned(), token::encode(0, "88"))]);
        let (_, findings) = messages.format(messages.get("a").unwrap(), &variables);
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].code, findings[0].place.line_column()), (Code::VariableUnknown, (1, 8)));
        assert_eq!(findings[0].help.as_deref(), Some("did you mean `trust-in-change`?"));
    }

    #[test]
    fn places_of_figures_and_text_are_those_in_the_file() {
        let (messages, _) = messages("a = ลูกค้า <b>มาก</b> { FIGURE($x, as: \"fraction\") } { $y }");
        let message = messages.get("a").unwrap();
        assert_eq!(message.place_of_text("</b>").text(), "</b>");
        assert_eq!(message.place_of_text("<i>").text(), "a");
        assert_eq!(message.place_of_figure("x", Some("fraction")).text(), "fraction");
        assert_eq!(message.place_of_figure("y", None).text(), "y");
        assert_eq!(message.place_of_figure("z", None).text(), "a");
    }
}
