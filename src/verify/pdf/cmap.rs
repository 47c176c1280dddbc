//! ToUnicode: the text of each code (ISO 32000-1, 9.10.3).
//!
//! In: the bytes of a CMap with codes of two bytes. Out: what it maps. What can go wrong: anything in it that is not understood.

use super::object::utf16;
use std::collections::BTreeMap;

/// The text of each code; `None` if the CMap is not understood whole.
pub(super) fn read(bytes: &[u8]) -> Option<BTreeMap<u16, String>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let mut texts = BTreeMap::new();
    let mut rest = source;
    while let Some((kind, body, behind)) = section(rest) {
        let mut tokens = hexadecimals(body)?.into_iter();
        while let Some(first) = tokens.next() {
            let first = code(&first)?;
            match kind {
                "char" => {
                    texts.insert(first, utf16(&tokens.next()?));
                }
                _ => {
                    let (last, from) = (code(&tokens.next()?)?, tokens.next()?);
                    let (end, start) = from.split_last()?;
                    for step in 0..=last.checked_sub(first)? {
                        let end = u8::try_from(u16::from(*end) + step).ok()?;
                        texts.insert(first + step, utf16(&[start, &[end]].concat()));
                    }
                }
            }
        }
        rest = behind;
    }
    Some(texts)
}

/// The next section: `char` or `range`, what is in it, and what is behind it.
fn section(source: &str) -> Option<(&str, &str, &str)> {
    let (_, begun) = source.split_once("beginbf")?;
    let kind = if begun.starts_with("char") { "char" } else { "range" };
    let (body, behind) = begun.strip_prefix(kind)?.split_once("endbf")?;
    Some((kind, body, behind))
}

/// The hexadecimal strings of a section, of which it must be made.
fn hexadecimals(body: &str) -> Option<Vec<Vec<u8>>> {
    let mut strings = Vec::new();
    let mut rest = body.trim();
    while !rest.is_empty() {
        let (digits, behind) = rest.strip_prefix('<')?.split_once('>')?;
        if digits.is_empty() || !digits.len().is_multiple_of(2) || !digits.is_ascii() {
            return None;
        }
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        strings.push((0..digits.len()).step_by(2).map(byte).collect::<Option<Vec<u8>>>()?);
        rest = behind.trim_start();
    }
    Some(strings)
}

fn code(bytes: &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_read_and_nothing_else() {
        let texts = read(b"1 beginbfchar <0001><0E490E33> endbfchar 1 beginbfrange <0002><0003><0E01> endbfrange").unwrap();
        assert_eq!(texts.values().collect::<Vec<_>>(), ["\u{e49}\u{e33}", "ก", "ข"]);
        for bad in ["<0001>", "<0001><0E4>", "<0001>[<0E01>]", "<01><0E01>"] {
            assert_eq!(read(format!("1 beginbfchar {bad} endbfchar").as_bytes()), None, "{bad}");
        }
    }
}
