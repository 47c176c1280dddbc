//! Random times of the run, over a project in which articles begin and end, sources grow old and a waiver ends. What a build over the
//! last one publishes and finds is what a clean one does, and where no time was passed that makes a difference, it does nothing.

use super::dice::Dice;
use super::sample::sample;
use super::{built_and_counted, clean, files};
use jiff::{Span, Timestamp};
use std::fs;
use tempfile::TempDir;

/// What each file says in addition.
const ADDED: [(&str, &str); 6] = [
    ("data/articles/cem-facts.yaml", "publish_at: 2027-01-05T07:00:00.5+07:00\n"),
    ("data/articles/connected-customer-2018.yaml", "publish_at: 2027-02-15T18:00Z\n"),
    ("data/sources/connected-customer-2018.yaml", "freshness: {warn: 105 months}\n"),
    ("data/sources/connected-customer-2022.yaml", "freshness: {warn: 59 months, error: 60 months}\n"),
    ("waivers.yaml", WAIVER),
    ("data/articles/retention-2023.yaml", "expires_at: 2027-05-20T00:00Z\n"),
];

const WAIVER: &str =
    "- {code: source-stale, at: data/sources/connected-customer-2022.yaml, reason: known, until: 2027-05-10}\n";

/// The first times at which each of these makes a difference.
const TURNS: [&str; 7] = [
    "2027-01-05T00:00:00.5Z",
    "2027-02-15T18:00:00Z",
    "2027-03-31T00:00:00Z",
    "2027-05-01T00:00:00Z",
    "2027-05-11T00:00:00Z",
    "2027-05-20T00:00:00Z",
    "2027-06-01T00:00:00Z",
];

fn project() -> TempDir {
    let folder = sample();
    for (path, text) in ADDED {
        let path = folder.path().join(path);
        let known = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, known + text).unwrap();
    }
    let settings = folder.path().join("numerate.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, text.replace("\"html\", \"pdf\"", "\"html\"")).unwrap();
    folder
}

/// A time at a turn, just before one, or a little after the last.
fn time(dice: &mut Dice, last: Option<Timestamp>) -> Timestamp {
    let turns = TURNS.map(|turn| turn.parse::<Timestamp>().unwrap());
    let (at, hours) = (*dice.pick(&turns).unwrap(), dice.roll(24 * 40) as i64);
    match (dice.roll(5), last) {
        (0, _) => at,
        (1, _) => at - Span::new().nanoseconds(1),
        (_, None) => at + Span::new().hours(hours),
        (_, Some(last)) => last + Span::new().hours(hours / 3),
    }
}

/// How many turns are over.
fn over(time: Timestamp) -> usize {
    TURNS.iter().filter(|turn| turn.parse::<Timestamp>().unwrap() <= time).count()
}

/// Builds at so many times, in any order.
pub fn builds(steps: usize, seed: u64) {
    let (folder, mut dice) = (project(), Dice(seed));
    let (mut last, mut repeated) = (None::<Timestamp>, 0);
    for step in 0..steps {
        let now = time(&mut dice, last);
        let is_edited = dice.roll(5) == 0;
        if is_edited {
            let path = folder.path().join("locales/th/connected-customer-2022.ftl");
            fs::write(&path, fs::read_to_string(&path).unwrap() + "\n# ตรวจแล้ว\n").unwrap();
        }
        let what = format!("step {step} of seed {seed}: {now} after {last:?}, edited: {is_edited}");
        let clean = clean(folder.path());
        let ((known, editions), (new, _)) =
            (built_and_counted(folder.path(), Some(now)), built_and_counted(clean.path(), Some(now)));
        assert_eq!(known, new, "{what}");
        if new.1.is_some() {
            assert!(files(&folder.path().join("output")) == files(&clean.path().join("output")), "{what}");
            let is_same = !is_edited && last.is_some_and(|last| last <= now && over(last) == over(now));
            // What was found while articles wait is not remembered.
            assert!(if editions == 0 { is_same } else { !is_same || !new.0.is_empty() }, "{what}: {editions}");
            repeated += usize::from(editions == 0);
            last = Some(now);
        }
    }
    eprintln!("seed {seed}: {repeated} of {steps} builds did nothing, for no turn was between them");
    assert!(repeated > 0);
}
