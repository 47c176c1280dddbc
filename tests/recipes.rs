//! The recipes in `docs/recipes` are what they say: their commands and flags exist, their scripts run, their files can be read.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

const RECIPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/recipes");

fn numerate() -> Command {
    Command::cargo_bin("numerate").expect("the command was built")
}

/// The command, which finds numerate where programs are found.
fn with_numerate(mut command: Command) -> Command {
    let programs = assert_cmd::cargo::cargo_bin("numerate").parent().unwrap().display().to_string();
    command.env("PATH", format!("{programs}:{}", std::env::var("PATH").unwrap_or_default()));
    command
}

fn recipes() -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(RECIPES).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The runs of numerate in a text: from its name to the end of the command.
fn runs(text: &str) -> Vec<Vec<String>> {
    let is_end = |word: &str| word.starts_with(['>', '2', '|', ';', '`', '#']) || word.ends_with('`');
    let mut runs = Vec::new();
    for (at, _) in text.match_indices("numerate ") {
        let before = text[..at].chars().next_back();
        let words: Vec<_> = text[at..].lines().next().unwrap_or_default().split_whitespace().skip(1).collect();
        let is_command =
            words.first().is_some_and(|word| ["build", "check", "rollback"].contains(&word.trim_end_matches('`')));
        if is_command && before.is_none_or(|c| c.is_whitespace() || c == '`') {
            let end = words
                .iter()
                .position(|word| is_end(word))
                .map_or(words.len(), |end| end + usize::from(words[end].ends_with('`')));
            runs.push(words[..end].iter().map(|word| word.trim_matches(['`', '"']).to_owned()).collect());
        }
    }
    runs
}

#[test]
fn the_commands_and_flags_exist() {
    let mut count = 0;
    for (path, text) in recipes() {
        for run in runs(&text) {
            let help = numerate().args([run[0].as_str(), "--help"]).assert().success().get_output().stdout.clone();
            let help = String::from_utf8(help).unwrap();
            for flag in run.iter().filter(|word| word.starts_with("--")) {
                assert!(help.contains(&format!("{flag} ")), "{}: `{}` has no {flag}", path.display(), run[0]);
            }
            count += 1;
        }
    }
    assert!(count >= 4, "only {count} commands were recognised");
}

#[test]
fn the_script_publishes_and_passes_the_exit_code_on() {
    let script = Path::new(RECIPES).join("publish.sh");
    Command::new("sh").arg("-n").arg(&script).assert().success();
    let folder = tempfile::tempdir().unwrap();
    numerate().arg("init").arg(folder.path()).assert().success();
    let run = |code: i32| {
        with_numerate(Command::new("sh")).arg(&script).arg(folder.path()).assert().code(code);
    };
    run(0);
    assert!(folder.path().join("output/index.html").is_file());
    fs::write(folder.path().join("data/stats/tea-survey.yaml"), "stats: [").unwrap();
    run(1);
    assert!(fs::read_to_string(folder.path().join("publish.log")).unwrap().contains("yaml-syntax"));
    fs::write(folder.path().join("numerate.toml"), "").unwrap();
    run(2);
    assert!(folder.path().join("output/index.html").is_file());
}

#[test]
fn a_run_that_is_kept_out_leaves_the_log_of_the_other_alone() {
    let folder = tempfile::tempdir().unwrap();
    numerate().arg("init").arg(folder.path()).assert().success();
    fs::write(folder.path().join("publish.log"), "of another run").unwrap();
    let lock = fs::File::create(folder.path().join("output.lock")).unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive).unwrap();
    let mut script = with_numerate(Command::new("sh"));
    script.arg(Path::new(RECIPES).join("publish.sh")).arg(folder.path()).assert().code(75);
    assert_eq!(fs::read_to_string(folder.path().join("publish.log")).unwrap(), "of another run");
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with("publish.log")).collect::<Vec<_>>(), ["publish.log"]);
}

/// The scalars of a YAML text.
fn scalars(text: &str) -> Vec<String> {
    let events = saphyr_parser::Parser::new_from_str(text).map(|event| event.expect("the recipe is YAML").0);
    let scalar = |event| match event {
        saphyr_parser::Event::Scalar(text, ..) => Some(text.into_owned()),
        _ => None,
    };
    events.filter_map(scalar).collect()
}

#[test]
fn the_workflow_deploys_what_was_published_and_nothing_else() {
    let text = fs::read_to_string(Path::new(RECIPES).join("github-actions.yml")).unwrap();
    let script = scalars(&text).into_iter().find(|text| text.contains("numerate build")).expect("a step builds");
    let folder = tempfile::tempdir().unwrap();
    numerate().arg("init").arg(folder.path()).assert().success();
    let (article, message) =
        (folder.path().join("data/articles/tea-survey.yaml"), folder.path().join("locales/th/tea-survey.ftl"));
    let edit = |path: &Path, old: &str, new: &str| {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(old));
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    };
    // What the step tells the next ones, as its shell would run it.
    let step = |code: i32| {
        let told = folder.path().join("told");
        fs::write(&told, "").unwrap();
        let mut shell = with_numerate(Command::new("sh"));
        shell.args(["-e", "-c", &script]).current_dir(folder.path()).env("GITHUB_OUTPUT", &told).assert().code(code);
        fs::read_to_string(told).unwrap()
    };
    edit(&article, "id: tea-survey", "id: tea-survey\npublish_at: 2999-01-01T00:00Z");
    assert_eq!(step(0), "code=0\n");
    edit(&article, "publish_at: 2999-01-01T00:00Z", "");
    assert_eq!(step(0), "code=0\nsite=yes\n");
    edit(&message, "tea-survey-title = ", "tea-survey-title = 5 ");
    assert_eq!(step(0), "code=3\nsite=yes\n");
    edit(&article, "id: tea-survey", "id: coffee-survey");
    assert_eq!(step(1), "");
}

#[test]
fn systemd_reads_the_units() {
    for (path, text) in recipes() {
        let is_unit = path.extension().is_some_and(|ending| ending == "service" || ending == "timer");
        let mut section = None;
        for line in text.lines().filter(|line| is_unit && !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = ["Unit", "Service", "Timer", "Install"].into_iter().find(|known| *known == name),
                None => assert!(line.contains('='), "{}: {line}", path.display()),
            }
            assert!(section.is_some(), "{}: {line}", path.display());
        }
    }
    // Where systemd is, it is asked.
    let units = ["numerate.service", "numerate.timer"].map(|name| Path::new(RECIPES).join(name));
    if std::process::Command::new("systemd-analyze").arg("--version").output().is_ok() {
        Command::new("systemd-analyze").args(["verify", "--man=no"]).args(units).assert().success();
    }
}
