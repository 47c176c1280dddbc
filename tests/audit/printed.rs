//! PDFs that another program prints, in three languages: they are read as they were written.
//!
//! Chromium prints them when the test runs; where there is none, the test says so and is content.

use numerate::audit::audit;
use numerate::audit::input::Input;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::texts::claims;

/// Pages with one garble each: the language, its paragraphs, what is printed and what should be.
const PAGES: [(&str, [&str; 3], &str, &str); 3] = [
    (
        "en",
        [
            "Kerbside pickup was used by 60% of customers in 2022.",
            "Some 27% of customers share good experiences with others, while 62% of customers share bad experiences.",
            "Excellent customer service builds trust, according to 96% of customers.",
        ],
        "27%",
        "72%",
    ),
    (
        "th",
        [
            "ลูกค้า 27% แบ่งปันประสบการณ์ที่ดี ขณะที่ 62% แบ่งปันประสบการณ์ที่ไม่ดีกับผู้อื่น",
            "ลูกค้าร้อยละ 80 เห็นว่าประสบการณ์ที่บริษัทมอบให้สำคัญพอ ๆ กับสินค้าและบริการ",
            "การใช้จ่ายด้านเทคโนโลยีประสบการณ์ลูกค้าทั่วโลกจะถึง 641 พันล้านดอลลาร์ ในปี 2565",
        ],
        "27%",
        "72%",
    ),
    (
        "zh-Hans",
        [
            "27%的客户会与他人分享好的体验，62%会分享糟糕的体验。",
            "80%的客户表示，企业提供的体验与其产品和服务同样重要。",
            "过往体验最好的客户比体验最差的客户多花140%。",
        ],
        "27%",
        "72%",
    ),
];

/// The fonts that they are printed in.
const FONTS: [(&str, &str); 3] =
    [("Latin", "NotoSans-Regular.ttf"), ("Thai", "Sarabun-Regular.ttf"), ("Han", "NotoSansSC-Regular.subset.ttf")];

#[test]
#[expect(clippy::disallowed_macros, reason = "somebody should know why it was content")]
fn what_chromium_prints_is_read_as_it_was_written() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (tag, paragraphs, printed, right) in PAGES {
        let body: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
        // In fonts of the repository: a machine that has a Chromium may have none for Chinese.
        let fonts: String = FONTS
            .iter()
            .map(|(name, file)| {
                let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
                format!("@font-face {{ font-family: '{name}'; src: url('file://{fonts}/{file}') }}")
            })
            .collect();
        let style = format!("{fonts} body {{ font-family: Latin, Thai, Han }}");
        let page = format!("<!doctype html><html lang={tag}><meta charset=utf-8><style>{style}</style>{body}</html>");
        let (from, to) = (folder.path().join("page.html"), folder.path().join(format!("{tag}.pdf")));
        fs::write(&from, page).expect("a page can be written");
        if !print(&from, &to) {
            println!("there is no Chromium that prints: not tested");
            return;
        }
        let input =
            Input::read("page.pdf", fs::read(&to).expect("it was printed")).expect("what Chromium prints can be read");
        let lines: Vec<&str> = input.text.lines().collect();
        let spaces = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(lines.iter().map(|line| spaces(line)).collect::<String>(), paragraphs.map(spaces).concat());
        let language = input.language();
        assert_eq!(language.tag, tag);
        let found = audit(language, &input.text, Some(claims(language)));
        let said: Vec<_> =
            found.faults.iter().map(|fault| (&input.text[fault.span.clone()], fault.expected.as_deref())).collect();
        assert!(
            matches!(said[..], [(text, Some(better))] if text.contains(printed) && better.contains(right)),
            "{tag} {said:?} {}",
            input.text
        );
    }
}

fn print(from: &Path, to: &Path) -> bool {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let done = names.into_iter().any(|name| {
        let mut command = Command::new(name);
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--virtual-time-budget=20000",
        ]);
        command.arg(format!("--print-to-pdf={}", to.display())).arg(format!("file://{}", from.display()));
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    });
    done && to.is_file()
}
