//! `init`: a small project that builds.

use super::{Console, Exit, Failure};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

macro_rules! files {
    (own: $($own:literal)*; shared: $($shared:literal)*) => {
        /// The files of the project: path and text. Some are this project's own, others those of numerate's own site.
        const FILES: &[(&str, &str)] = &[
            $(($own, include_str!(concat!("init/", $own))),)*
            $(($shared, include_str!(concat!("../../", $shared))),)*
        ];
    };
}

files! {
    own:
    "numerate.toml"
    "data/sources/tea-survey.yaml"
    "data/sources/tea-survey.csv"
    "data/stats/tea-survey.yaml"
    "data/articles/tea-survey.yaml"
    "locales/en/tea-survey.ftl"
    "locales/th/tea-survey.ftl"
    "locales/zh-Hans/tea-survey.ftl";
    shared:
    "locales/en/common.ftl"
    "locales/th/common.ftl"
    "locales/zh-Hans/common.ftl"
    "templates/article.md"
    "templates/head.html"
    "templates/index.html"
    "templates/languages.html"
    "templates/ledger.html"
    "templates/page.html"
    "templates/root.html"
    "templates/style.css"
}

/// The messages of the shared files that are about numerate's own site, and what stands for them in a new project.
const MESSAGES: &[(&str, &str, &str)] = &[
    ("locales/en/common.ftl", "site-title", "A counted world"),
    ("locales/en/common.ftl", "site-summary", "Articles in several languages, with a source for every figure."),
    ("locales/th/common.ftl", "site-title", "โลกในตัวเลข"),
    ("locales/th/common.ftl", "site-summary", "บทความหลายภาษาที่ตัวเลขทุกตัวมีแหล่งที่มากำกับ"),
    ("locales/zh-Hans/common.ftl", "site-title", "心中有数"),
    ("locales/zh-Hans/common.ftl", "site-summary", "多种语言的文章，每个数字都注明来源。"),
];

/// The text of a file as it stands in the new project.
fn text(path: &str, text: &str) -> String {
    let own = |line: &str| {
        let id = line.split_once(" =").map(|(id, _)| id);
        MESSAGES
            .iter()
            .find(|(file, name, _)| *file == path && Some(*name) == id)
            .map(|(_, name, text)| format!("{name} = {text}\n"))
    };
    text.split_inclusive('\n').map(|line| own(line).unwrap_or_else(|| line.to_owned())).collect()
}

/// Writes the project into a folder, over no file that is there.
pub(super) fn init(folder: &Path, console: &mut Console) -> Result<Exit, Failure> {
    if let Some((path, _)) = FILES.iter().find(|(path, _)| folder.join(path).symlink_metadata().is_ok()) {
        return Err(Failure::trouble(format!("{} is there already; nothing was written", folder.join(path).display())));
    }
    for (name, shared) in FILES {
        let path = folder.join(name);
        let parent = path.parent().expect("every file lies in a folder");
        fs::create_dir_all(parent).map_err(Failure::io(parent))?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(Failure::io(&path))?;
        file.write_all(text(name, shared).as_bytes()).map_err(Failure::io(&path))?;
        console.line(path.display())?;
    }
    console.remark(format_args!("now run `numerate build --root {}`", folder.display()))?;
    Ok(Exit::Clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_and_every_message_of_the_site_is_seen_to() {
        let templates = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")).unwrap();
        for template in templates {
            let path = format!("templates/{}", template.unwrap().file_name().to_str().unwrap());
            assert!(FILES.iter().any(|(file, _)| *file == path), "{path} is not in a new project");
        }
        for (path, name, message) in MESSAGES {
            let shared = FILES.iter().find(|(file, _)| file == path).unwrap().1;
            assert!(text(path, shared).contains(&format!("\n{name} = {message}\n")), "{path}: {name}");
        }
    }
}
