//! Numeric characters of every script, found without a look into the tables of Unicode at each letter of Thai or Chinese.
//!
//! In: a character, or a text. Out: whether it is a digit, a letter of a number or another number sign (`Nd`, `Nl`, `No`), or where the
//! next one stands. Nothing can go wrong.

/// Whether a character is numeric, as [`char::is_numeric`] tells, which is slow for the letters of Thai and Chinese.
pub fn is_numeric(character: char) -> bool {
    match character {
        '0'..='9' => true,
        ..'\u{B2}' | '\u{E01}'..='\u{E4F}' | '\u{4E00}'..='\u{9FFF}' => false,
        character => character.is_numeric(),
    }
}

/// The first bytes of characters that may be numeric: letters of ASCII and of Chinese begin with none of them.
const MAY_BE_NUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'0'..=b'9' | 0xC2..=0xE3 | 0xEA..=0xFF);
        byte += 1;
    }
    table
};

/// Where the next numeric character stands from a place on.
pub fn next_numeric(text: &str, mut at: usize) -> Option<usize> {
    loop {
        at += without_numerics(&text.as_bytes()[at..]);
        let bytes = &text.as_bytes()[at..];
        let next = bytes.iter().position(|&byte| MAY_BE_NUMERIC[usize::from(byte)])?;
        at += next;
        // Half of the letters of Thai, none of them a digit.
        if bytes[next..].starts_with(&[0xE0, 0xB8]) {
            at += 3;
            continue;
        }
        let character = text[at..].chars().next()?;
        if is_numeric(character) {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// How many bytes at the beginning, in whole steps of a vector, surely belong to no numeric character: of Thai, its digits are told
/// by the second and third byte; whatever is not told so is left to the table.
fn without_numerics(bytes: &[u8]) -> usize {
    const STEP: usize = 32;
    let may_be = |byte: u8, next: u8| {
        byte.is_ascii_digit()
            | ((byte >= 0xC2) & !matches!(byte, 0xE4..=0xE9) & ((byte != 0xE0) | (next | 1 != 0xB9)))
            | ((byte == 0xB9) & matches!(next, 0x90..=0x99))
    };
    let Some(behind) = bytes.get(1..) else { return 0 };
    let steps = bytes.as_chunks::<STEP>().0.iter().zip(behind.as_chunks::<STEP>().0);
    let is_without = |step: &(&[u8; STEP], &[u8; STEP])| {
        !step.0.iter().zip(step.1).fold(false, |any, (&byte, &next)| any | may_be(byte, next))
    };
    let skipped = steps.take_while(is_without).count() * STEP;
    // A character that goes on behind them is looked at whole.
    bytes[..skipped].iter().rposition(|byte| !matches!(byte, 0x80..=0xBF)).map_or(0, |last| match bytes[last] {
        0..0x80 => skipped,
        _ => last,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numeric_characters_are_those_of_unicode() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        assert_eq!(all.filter(|&character| is_numeric(character) != character.is_numeric()).collect::<String>(), "");
    }

    #[test]
    fn every_numeric_character_is_met() {
        let mut bytes = [0; 4];
        for character in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let met = next_numeric(character.encode_utf8(&mut bytes), 0).is_some();
            assert_eq!(met, character.is_numeric(), "{character:?}");
        }
    }

    #[test]
    fn numeric_characters_are_met_within_long_texts() {
        for filling in ["a", "ก", "เ", "的", "乐"] {
            for character in ['7', '๗', '７', '½', '〇', '٣', '੩', '𝟕', '²'].into_iter().filter(|c| c.is_numeric())
            {
                for before in 0..50 {
                    let text = format!("{}{character}{}", filling.repeat(before), filling.repeat(50));
                    assert_eq!(next_numeric(&text, 0), Some(before * filling.len()), "{text}");
                    assert_eq!(next_numeric(&text, before * filling.len() + character.len_utf8()), None, "{text}");
                }
            }
        }
    }
}
