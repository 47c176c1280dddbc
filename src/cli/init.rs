//! `init`: a small project that builds.

use super::{Console, Exit, Failure};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

macro_rules! files {
    ($($path:literal)*; templates: $($template:literal)*) => {
        /// The files of the project: path and text.
        const FILES: &[(&str, &str)] = &[
            $(($path, include_str!(concat!("init/", $path))),)*
            $((concat!("templates/", $template), include_str!(concat!("../../templates/", $template))),)*
        ];
    };
}

files! {
    "numerate.toml"
    "data/sources/tea-survey.yaml"
    "data/sources/tea-survey.csv"
    "data/stats/tea-survey.yaml"
    "data/articles/tea-survey.yaml"
    "locales/en/common.ftl"
    "locales/en/tea-survey.ftl"
    "locales/th/common.ftl"
    "locales/th/tea-survey.ftl"
    "locales/zh-Hans/common.ftl"
    "locales/zh-Hans/tea-survey.ftl";
    templates: "article.md" "page.html" "index.html" "style.css"
}

/// Writes the project into a folder, over no file that is there.
pub(super) fn init(folder: &Path, console: &mut Console) -> Result<Exit, Failure> {
    if let Some((path, _)) = FILES.iter().find(|(path, _)| folder.join(path).symlink_metadata().is_ok()) {
        return Err(Failure::trouble(format!("{} is there already; nothing was written", folder.join(path).display())));
    }
    for (path, text) in FILES {
        let path = folder.join(path);
        let parent = path.parent().expect("every file lies in a folder");
        fs::create_dir_all(parent).map_err(Failure::io(parent))?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(Failure::io(&path))?;
        file.write_all(text.as_bytes()).map_err(Failure::io(&path))?;
        console.line(path.display())?;
    }
    eprintln!("numerate: now run `numerate build --root {}`", folder.display());
    Ok(Exit::Clean)
}
