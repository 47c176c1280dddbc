//! Thai character clusters: letters between which no word can end, whatever the dictionary says.
//!
//! In: the letters of a Thai text. Out: where a cluster ends. Nothing can go wrong. After Theeramunkong and others, "Character
//! cluster based Thai information retrieval" (2000), as PyThaiNLP's newmm uses it: a vowel or mark stays with its consonant, a
//! leading vowel with the consonant after it, a silenced consonant with the syllable before it.

/// Whether a cluster may end before the letter at `index`.
#[inline]
pub fn ends_before(letters: &[u8], index: usize) -> bool {
    let at = |index: usize| letters.get(index).copied().unwrap_or(0);
    if index == 0 || index >= letters.len() {
        return true;
    }
    if is_dependent(at(index)) || is_leading(at(index - 1)) {
        return false;
    }
    // A vowel that must be closed by a consonant: กัน, คืน, เด็ก; but ก็ is whole.
    let mut before = index - 1;
    while before > 0 && is_tone(at(before)) {
        before -= 1;
    }
    let closes = match at(before) {
        MAI_HAN_AKAT | SARA_UEE => is_consonant(at(index)),
        MAITAIKHU => {
            is_consonant(at(index)) && !(before > 0 && at(before - 1) == KO_KAI && !has_leading(letters, before - 1))
        }
        _ => false,
    };
    !closes && !is_silenced(letters, index)
}

const KO_KAI: u8 = 0x01;
const MAI_HAN_AKAT: u8 = 0x31;
const SARA_I: u8 = 0x34;
const SARA_UEE: u8 = 0x37;
const SARA_U: u8 = 0x38;
const MAITAIKHU: u8 = 0x47;
const THANTHAKHAT: u8 = 0x4C;

fn is_consonant(letter: u8) -> bool {
    (0x01..=0x2E).contains(&letter)
}

/// A vowel that is written before its consonant.
fn is_leading(letter: u8) -> bool {
    (0x40..=0x44).contains(&letter)
}

fn has_leading(letters: &[u8], consonant: usize) -> bool {
    consonant.checked_sub(1).is_some_and(|before| is_leading(letters[before]))
}

fn is_tone(letter: u8) -> bool {
    (0x48..=0x4B).contains(&letter)
}

/// A vowel or mark that belongs to what stands before it.
fn is_dependent(letter: u8) -> bool {
    matches!(letter, 0x30..=0x3A | 0x45 | 0x47..=0x4E)
}

/// Whether the letter begins consonants that are not spoken: ศาสตร์, จันทร์, สิทธิ์.
fn is_silenced(letters: &[u8], index: usize) -> bool {
    let at = |index: usize| letters.get(index).copied().unwrap_or(0);
    let silenced = |index: usize| {
        is_consonant(at(index))
            && (at(index + 1) == THANTHAKHAT || matches!(at(index + 1), SARA_I | SARA_U) && at(index + 2) == THANTHAKHAT)
    };
    silenced(index) || is_consonant(at(index)) && silenced(index + 1)
}

#[cfg(test)]
mod tests {
    use super::super::words::tests::letters;
    use super::*;

    fn clusters(text: &str) -> String {
        let letters = letters(text).unwrap();
        let chars = text.chars().enumerate();
        chars
            .map(|(index, c)| if index > 0 && ends_before(&letters, index) { format!("|{c}") } else { c.to_string() })
            .collect()
    }

    #[test]
    fn clusters_are_never_divided() {
        assert_eq!(clusters("เด็กก็เห็น"), "เด็ก|ก็|เห็น");
        assert_eq!(clusters("ประเทศ"), "ป|ระ|เท|ศ");
        assert_eq!(clusters("วิทยาศาสตร์"), "วิ|ท|ยา|ศา|สตร์");
        assert_eq!(clusters("คืนวันจันทร์"), "คืน|วัน|จันทร์");
        assert_eq!(clusters("น้ำ"), "น้ำ");
    }
}
