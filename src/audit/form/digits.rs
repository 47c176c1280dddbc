//! Numbers that fell apart, ran together or lost their digits.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::figure::sameness::is_one;
use crate::model::{Amount, Confidence, Figure, Kind, Quantity, Role, Unit};
use rust_decimal::Decimal;
use std::ops::Range;

/// A unit whose number is gone: `% of customers`.
pub fn lost(page: &Page<'_>) -> Vec<Fault> {
    let lost = page.claims().filter(|(_, figure)| figure.quantity.amount == Amount::Lost && !is_caption(page, figure));
    let fault = |(_, figure): (usize, &Figure)| {
        let message = format!("`{}` has lost its number", page.words(figure));
        Fault::new(Code::FigureLost, figure.span.clone(), message)
    };
    // A cell of a table in which nothing but the sign is left.
    let bare = page.lines().filter(|(_, line)| matches!(line.trim(), "%" | "％" | "ร้อยละ")).map(|(place, line)| {
        let start = place.start + line.len() - line.trim_start().len();
        let message = format!("`{}` has lost its number", line.trim());
        let fault = Fault::new(Code::FigureLost, start..start + line.trim().len(), message);
        Fault { mended: Some(Quantity::new(Kind::Percent, Amount::Lost)), ..fault }
    });
    let read: Vec<Fault> = lost.map(fault).collect();
    let unread: Vec<Fault> = bare.filter(|fault| !read.iter().any(|known| known.meets(&fault.span))).collect();
    read.into_iter().chain(unread).collect()
}

/// Whether a line only says what is counted: `หน่วย: ร้อยละของลูกค้า (%)`.
fn is_caption(page: &Page<'_>, figure: &Figure) -> bool {
    let (head, tail) = (page.before(figure.span.start), page.after(figure.span.end));
    let closed = tail.trim_end().ends_with(['%', '％', ')', '）']) && tail.contains(['%', '％']);
    head.trim_end().ends_with([':', '：']) || closed && !tail.contains(|c: char| c.is_ascii_digit())
}

/// Signs of percent in sentences that no figure has.
pub fn signs(page: &Page<'_>) -> Vec<Figure> {
    /// How much a line must say to be a sentence, in bytes.
    const SENTENCE: usize = 40;
    let found = ["%", "％", "ร้อยละ"].into_iter().flat_map(|sign| page.text.match_indices(sign));
    let alone = found.filter(|(at, sign)| {
        let (head, tail) = (page.before(*at), page.after(at + sign.len()));
        let last = head.trim_end().chars().next_back();
        let touched =
            *sign != "ร้อยละ" && last.is_some_and(|c| c.is_ascii_alphanumeric() || c.is_numeric() || "%％几数点".contains(c));
        let ends = tail.trim_start().trim_start_matches([')', '）']).trim().is_empty();
        let next = page.figures.partition_point(|figure| figure.span.end <= *at);
        let in_figure = page.figures.get(next).is_some_and(|figure| figure.span.start < at + sign.len());
        let is_label = ends && tail.trim_start().starts_with([')', '）']);
        !(touched || in_figure || is_label) && head.len() + tail.len() >= SENTENCE
    });
    let mut signs: Vec<Figure> = alone
        .map(|(at, sign)| Figure {
            span: at..at + sign.len(),
            core: at..at,
            quantity: Quantity::new(Kind::Percent, Amount::Lost).unit(Unit::Percent),
            confidence: Confidence::High,
            role: Role::Statistic,
        })
        .collect();
    signs.sort_by_key(|sign| sign.span.start);
    signs
}

/// Two numbers, and what stands between them, that should be one: `6 ปี700`, `6 ,700`, `6, 700`, `6 700`; and `67,00`.
pub fn split(page: &Page<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for run in runs(page.text) {
        let next = run.end + page.text[run.end..].find(|c: char| c.is_ascii_digit()).unwrap_or(page.text.len() - run.end);
        let Some(digits) = group_at(page.text, next) else { continue };
        let between = &page.text[run.end..next];
        let first = &page.text[run.clone()];
        if first.len() > 3 || first.starts_with('0') || !is_alone_before(page.text, run.start) {
            continue;
        }
        let joins = match digits.len() {
            3 => is_rubble(between) && !is_alone_list(page, &run, &digits),
            2 | 4 => between == "," && is_alone_after(page.text, digits.end),
            _ => false,
        };
        if !joins || digits.len() != 3 && in_figure(page, &(run.start..digits.end)) {
            continue;
        }
        // A hedge before the first part belongs to the whole.
        let owner = page.figures.iter().find(|figure| figure.span.start <= run.start && run.start < figure.span.end);
        let hedge = owner.and_then(|figure| figure.quantity.hedge);
        let span = run.start..digits.end;
        let message = format!("`{}` is one number in two pieces", &page.text[span.clone()]);
        let mut fault = Fault::new(Code::SeparatorBroken, span, message);
        if digits.len() == 3 {
            let whole = format!("{first}{}", &page.text[digits.clone()]);
            let value = whole.parse::<Decimal>().unwrap_or_default();
            fault = fault.expect(format!("{first},{}", &page.text[digits.clone()]));
            fault.mended = Some(Quantity::new(Kind::Count, Amount::Value(value)).hedge(hedge));
        }
        faults.push(fault);
    }
    faults
}

/// What stands between two pieces of a number and belongs to neither: a lone space, a comma with a space, a unit that crept in.
fn is_rubble(between: &str) -> bool {
    const CREPT: [&str; 4] = ["ปี", "年", "year", "years"];
    let plain = between.trim_matches(' ');
    matches!(between, " " | " ," | ", " | " , " | "\u{a0},") || CREPT.contains(&plain) && !between.ends_with(' ')
}

/// Whether the numbers are rather members of a list: `5, 600`, `in 2, 300 people`; or the second has a unit of its own.
fn is_alone_list(page: &Page<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let between = &page.text[first.end..second.start];
    let tail = page.text[second.end..].trim_start();
    let more = tail.starts_with([',', '%', '％', '、']) || tail.starts_with("and") || tail.starts_with("และ");
    // A space alone joins only where the unit of counting follows; identifiers and lists of numbers have none.
    let head = page.text[..first.start].trim_end();
    let listed = head.ends_with([',', '、', '/', '-', '.', ':']) || head.ends_with(|c: char| c.is_ascii_digit());
    // `iPhone 12 256 GB`, `02 123 4567`: a name with its number, a telephone.
    let named = head.split_whitespace().next_back().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    let goes_on = tail.starts_with(|c: char| c.is_ascii_digit());
    between.contains(' ') && (more || listed) || between.trim().is_empty() && (named || goes_on)
}

/// The runs of ASCII digits.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let end = start + text[start..].bytes().take_while(u8::is_ascii_digit).count();
        runs.push(start..end);
        at = end;
    }
    runs
}

/// The run of digits that begins at a place.
fn group_at(text: &str, at: usize) -> Option<Range<usize>> {
    let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    (length > 0 && is_alone_after(text, at + length)).then_some(at..at + length)
}

fn is_alone_before(text: &str, at: usize) -> bool {
    !text[..at].ends_with([',', '.', '-', '/', ':', '#', '$']) && !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn is_alone_after(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars();
    match rest.next() {
        Some('.' | ',' | '/' | '-' | ':') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_ascii_alphanumeric(),
        None => true,
    }
}

/// Whether one figure is read over a whole span: then its separators are right.
fn in_figure(page: &Page<'_>, span: &Range<usize>) -> bool {
    page.figures.iter().any(|figure| figure.core.start <= span.start && span.end <= figure.core.end)
}

/// A zero before the number: `09-hour`, `05%`.
pub fn leading_zeros(page: &Page<'_>) -> Vec<Fault> {
    let counted = page.claims().filter(|(_, figure)| {
        matches!(figure.quantity.kind, Kind::Percent | Kind::Count | Kind::Duration | Kind::Multiple | Kind::Currency)
    });
    let zero = counted.filter(|(_, figure)| {
        let core = page.text[figure.core.clone()].as_bytes();
        let line_start = page.before(figure.span.start).trim().is_empty();
        matches!(core, [b'0', b'0'..=b'9', ..])
            && core.len() <= 4
            && core.iter().any(|byte| *byte != b'0')
            && !(line_start && figure.quantity.kind == Kind::Count)
            && is_alone_before(page.text, figure.core.start)
    });
    let fault = |(_, figure): (usize, &Figure)| {
        let words = page.words(figure);
        let fault = Fault::new(Code::LeadingZero, figure.span.clone(), format!("`{words}` begins with a zero"));
        // Service of so many hours is there round the clock.
        let is_hours = figure.quantity.unit == Some(Unit::Duration("hour"));
        match is_hours && speaks_of_service(page, figure) {
            true => fault.expect(words.replace(&page.text[figure.core.clone()], "24")),
            false => fault,
        }
    };
    zero.map(fault).collect()
}

/// Words beside which `247` is `24/7`.
const SERVICE: &[&str] = &[
    "service",
    "support",
    "help",
    "access",
    "availab",
    "online",
    "服务",
    "客服",
    "支持",
    "在线",
    "บริการ",
    "สนับสนุน",
    "ช่วยเหลือ",
];

/// Figures that ran together: `247 服务`, `7880%`, `20192021`, `88%62%`.
pub fn stuck(page: &Page<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (position, figure) in page.claims() {
        let core = &page.text[figure.core.clone()];
        let fault = |span: Range<usize>, message: String| Fault::new(Code::DigitsStuck, span, message);
        if core == "247" && figure.quantity.kind == Kind::Count && speaks_of_service(page, figure) {
            let mended = Quantity::new(Kind::Time, Amount::Value(Decimal::ONE)).unit(Unit::AroundTheClock);
            let found = fault(figure.span.clone(), "`247` has lost the stroke between 24 and 7".to_owned());
            faults.push(Fault { mended: Some(mended), ..found.expect("24/7") });
        } else if let Some((first, second)) = halves(core, figure) {
            let message = format!("`{core}` is {first} and {second}, stuck together");
            faults.push(fault(figure.span.clone(), message).expect(match figure.quantity.kind {
                Kind::Percent => format!("{first}% {second}%"),
                _ => format!("{first}–{second}"),
            }));
        } else if let Some(next) = page.figures.get(position + 1).filter(|next| next.is_claim()) {
            let both = figure.quantity.kind == Kind::Percent && next.quantity.kind == Kind::Percent;
            let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
            if both && next.span.start == figure.span.end && digits(page.words(next)) && page.words(figure).ends_with('%') {
                let span = figure.span.start..next.span.end;
                let message = format!("`{}` are two figures with nothing between them", &page.text[span.clone()]);
                let twice = is_one(&figure.quantity, &next.quantity);
                faults.push(match twice {
                    true => Fault { mended: Some(figure.quantity), ..fault(span, message).expect(page.words(figure)) },
                    false => fault(figure.span.clone(), message),
                });
            }
        }
    }
    faults
}

fn speaks_of_service(page: &Page<'_>, figure: &Figure) -> bool {
    const NEAR: usize = 40;
    let (before, after) = (page.before(figure.span.start), page.after(figure.span.end));
    let head = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let tail = &after[..after.floor_char_boundary(NEAR)];
    SERVICE.iter().any(|word| head.to_lowercase().contains(word) || tail.to_lowercase().contains(word))
}

/// The two figures that a run of digits is made of: two years, or two percentages.
fn halves<'t>(core: &'t str, figure: &Figure) -> Option<(&'t str, &'t str)> {
    let plain = core.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    match (core.len(), figure.quantity.kind) {
        (8, Kind::Count | Kind::Duration | Kind::Other) if plain => {
            let (first, second) = core.split_at(4);
            let year = |text: &str| (1950..=2060).contains(&number(text)) || (2493..=2603).contains(&number(text));
            (year(first) && year(second) && number(first) < number(second)).then_some((first, second))
        }
        (4, Kind::Percent) if plain => {
            let (first, second) = core.split_at(2);
            let share = |text: &str| number(text) >= 10;
            (share(first) && share(second)).then_some((first, second))
        }
        _ => None,
    }
}
