//! Words of the data files in the language of a locale: the message `source-survey-population` says who the source `survey` asked.
//!
//! In: a message. Out: the words of the data that it stands for, if any. What can go wrong: it says other figures than they do.

use super::narrative::Narrative;
use crate::diagnostic::{Code, Finding, Place};
use crate::figure::{Language, sameness};
use crate::model::MessageFile;
use crate::model::{Figure, Project};

/// The words of the data that a message of that id says in another language.
pub fn original<'a>(project: &'a Project, id: &str) -> Option<&'a str> {
    let (kind, rest) = id.split_once('-')?;
    let (subject, fact) = rest.rsplit_once('-')?;
    match kind {
        "stat" => {
            let measures = &project.stats.get(subject)?.stat.measures;
            match fact {
                "population" => measures.population.as_deref(),
                "property" => measures.property.as_deref(),
                _ => None,
            }
        }
        "source" => {
            let source = project.sources.get(subject)?;
            let method = source.method.as_ref();
            match fact {
                "producer" => Some(source.producer.as_str()),
                "title" => Some(source.title.as_str()),
                "edition" => source.edition.as_deref(),
                "method" => method?.kind.as_deref(),
                "population" => method?.population.as_deref(),
                "places" => method?.places.as_deref(),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a message says the same figures as the words of the data.
pub fn check(
    file: &MessageFile,
    narrative: &Narrative<'_>,
    original: (&'static Language, &str),
    language: &'static Language,
    place: Place,
) -> Option<Finding> {
    let text = narrative.texts.iter().filter_map(|slices| {
        let start = file.offset(slices.first()?);
        let last = slices.last()?;
        file.text.text().get(start..file.offset(last) + last.len())
    });
    let claims = |language: &'static Language, text: &str| -> Vec<Figure> {
        language.read(text).into_iter().filter(Figure::is_claim).collect()
    };
    let (expected, said) = (claims(original.0, original.1), claims(language, &text.collect::<String>()));
    let same = expected.len() == said.len()
        && expected.iter().zip(&said).all(|(expected, said)| sameness::same(expected, said).is_some());
    let message = format!("the words say other figures than the data: `{}`", original.1);
    (!same).then(|| Finding::new(Code::LocalesDisagree, place, message))
}
