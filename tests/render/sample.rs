//! A small project made by hand: one article in three locales, with the project's own templates.

use jiff::civil::date;
use numerate::diagnostic::{At, SourceText};
use numerate::locale::fold;
use numerate::model::article::{Article, Literal};
use numerate::model::project::Settings;
use numerate::model::source::{Method, PartialDate};
use numerate::model::stat::{Measures, Say, StatValue, Status};
use numerate::model::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The locales.
pub const LOCALES: [&str; 3] = ["en", "th", "zh-Hans"];

const COMMON: [&str; 3] = [include_str!("common.en.ftl"), include_str!("common.th.ftl"), include_str!("common.zh-Hans.ftl")];
const ARTICLE: [&str; 3] = [include_str!("trust.en.ftl"), include_str!("trust.th.ftl"), include_str!("trust.zh-Hans.ftl")];

/// The project, with some of its texts changed.
#[derive(Debug, Default)]
pub struct Sample {
    changes: Vec<(&'static str, String, String)>,
}

impl Sample {
    /// Replaces a piece of a file, which must be there: `templates/page.html`, `locales/th/trust.ftl`.
    pub fn change(mut self, path: &'static str, from: &str, to: &str) -> Self {
        self.changes.push((path, from.to_owned(), to.to_owned()));
        self
    }

    fn file(&self, path: &str, text: &str) -> Arc<SourceText> {
        let mut text = text.to_owned();
        for (_, from, to) in self.changes.iter().filter(|(changed, ..)| *changed == path) {
            assert!(text.contains(from), "{path} does not hold {from}");
            text = text.replace(from, to);
        }
        SourceText::new(path, text)
    }

    /// The project and its editions.
    pub fn build(&self) -> (Project, Vec<Edition>) {
        let article = Arc::new(article());
        let stats = stats();
        let bound: BTreeMap<_, _> = stats.iter().map(|bound| (bound.stat.id.value.clone(), Arc::clone(bound))).collect();
        let bound = Arc::new(bound);
        let locales = LOCALES.map(LocaleTag::new);
        let editions = locales.iter().map(|locale| Edition {
            article: Arc::clone(&article),
            locale: locale.clone(),
            stats: Arc::clone(&bound),
        });
        let editions = editions.collect();
        let templates = [
            ("article.md", include_str!("../../templates/article.md")),
            ("head.html", include_str!("../../templates/head.html")),
            ("index.html", include_str!("../../templates/index.html")),
            ("languages.html", include_str!("../../templates/languages.html")),
            ("ledger.html", include_str!("../../templates/ledger.html")),
            ("page.html", include_str!("../../templates/page.html")),
            ("root.html", include_str!("../../templates/root.html")),
            ("style.css", include_str!("../../templates/style.css")),
        ];
        let messages = |path: String, text: &str| {
            let text = self.file(&path, text);
            fold(MessageFile::new(text), false)
        };
        let files = (0..LOCALES.len()).map(|locale| {
            let tag = LOCALES[locale];
            let common = messages(format!("locales/{tag}/common.ftl"), COMMON[locale]);
            let own = messages(format!("locales/{tag}/trust.ftl"), ARTICLE[locale]);
            (LocaleTag::new(tag), Arc::new(LocaleFiles::new(vec![common, own], Default::default(), Vec::new())))
        });
        let project = Project {
            settings: Settings {
                base_url: "https://figures.example".to_owned(),
                base_locale: locales[0].clone(),
                locales: locales.to_vec(),
                output: "output".to_owned(),
                formats: vec!["html"],
                print: Default::default(),
                keep: 0,
                severities: BTreeMap::new(),
                policies: BTreeMap::new(),
            },
            sources: sources().into_iter().map(|source| (source.id.value.clone(), Arc::new(source))).collect(),
            stats: BTreeMap::new(),
            articles: [(article.id.value.clone(), Arc::clone(&article))].into(),
            locales: files.collect(),
            templates: templates
                .map(|(name, text)| (name.to_owned(), self.file(&format!("templates/{name}"), text)))
                .into_iter()
                .collect(),
            topics: Default::default(),
            waivers: Vec::new(),
            unreadable: Default::default(),
        };
        (project, editions)
    }
}

fn at<T>(value: T) -> At<T> {
    At::new(value, SourceText::new("data/trust.yaml", "id: trust\n").at(4..9))
}

fn article() -> Article {
    let text = ["24/7", "ตลอด 24 ชั่วโมง", "全天候24小时"];
    Article {
        id: at(ArticleId::new("trust")),
        slug: "trust".to_owned(),
        template: at("article.md".to_owned()),
        published: date(2026, 11, 22),
        updated: None,
        corrections: Vec::new(),
        stats: vec![at("trust".to_owned())],
        sections: ["change", "service"].map(|section| at(section.to_owned())).to_vec(),
        literals: vec![Literal {
            id: at("around-the-clock".to_owned()),
            text: LOCALES.map(LocaleTag::new).into_iter().zip(text.map(|text| at(text.to_owned()))).collect(),
        }],
        claims: Vec::new(),
        charts: Vec::new(),
        schedule: Default::default(),
        file: SourceText::new("data/articles/trust.yaml", "id: trust\n"),
    }
}

fn sources() -> [Source; 2] {
    let source = |id: &str, edition: &str, published: PartialDate, method| Source {
        id: at(SourceId::new(id)),
        producer: "Salesforce Research".to_owned(),
        title: "State of the Connected Customer".to_owned(),
        edition: Some(edition.to_owned()),
        published: Some(published),
        accessed: None,
        url: None,
        method,
        table: None,
        freshness: None,
    };
    let method = Method {
        kind: Some("survey".to_owned()),
        sample: Some(Decimal::from(16936)),
        population: Some("consumers and business buyers".to_owned()),
        places: Some("29 countries".to_owned()),
    };
    [
        source("customer-2020", "fourth", PartialDate { year: 2020, month: None, day: None }, None),
        source("customer-2022", "fifth", PartialDate { year: 2022, month: Some(5), day: None }, Some(method)),
    ]
}

fn stats() -> Vec<Arc<BoundStat>> {
    let value = |text: &str| Amount::Value(text.parse().expect("a decimal"));
    let fraction = |numerator: i64, denominator: i64, hedge| Say {
        construct: at("fraction".into()),
        value: at(Amount::Ratio(numerator.into(), denominator.into())),
        hedge: Some(at(hedge)),
    };
    let make = |id: &str, quantity: Quantity, sources: &[&str], status, say: Vec<Say>, inputs: &[&str]| {
        Arc::new(BoundStat {
            stat: Arc::new(Stat {
                id: at(StatId::new(id)),
                value: at(StatValue::Given(quantity.amount)),
                kind: at(quantity.kind),
                unit: quantity.unit,
                measures: Measures::default(),
                period: None,
                decimals: Some(0),
                source: None,
                cell: None,
                quote: None,
                hedge: None,
                say: say.into(),
                status: at(status),
                entry: at(()).place,
            }),
            quantity,
            sources: sources.iter().map(SourceId::new).collect(),
            inputs: inputs.iter().map(StatId::new).collect(),
            says: None,
        })
    };
    let percent = |text| Quantity::new(Kind::Percent, value(text));
    let points = Quantity::new(Kind::PercentagePoint, value("9"));
    let (new, old) = (&["customer-2022"], &["customer-2020"]);
    vec![
        make("emotional", percent("62"), new, Status::Unverified, Vec::new(), &[]),
        make("sample", Quantity::new(Kind::Count, value("16936")), new, Status::Final, Vec::new(), &[]),
        make("trust", percent("88"), new, Status::Final, vec![fraction(9, 10, Hedge::Nearly)], &[]),
        make("truth", percent("68"), new, Status::Final, Vec::new(), &[]),
        make("truth-2020", percent("59"), old, Status::Unverified, Vec::new(), &[]),
        make(
            "truth-change",
            points,
            &["customer-2020", "customer-2022"],
            Status::Final,
            Vec::new(),
            &["truth", "truth-2020"],
        ),
        make("year", Quantity::new(Kind::Year, value("2022")), new, Status::Final, Vec::new(), &[]),
    ]
}
