//! Looking for a byte.
//!
//! In: bytes, and what is looked for. Out: where the first of them stands. Nothing can go wrong.

/// How many bytes are looked at together: as many as processors compare at once.
const STEP: usize = 32;

/// Where the first byte stands that is looked for: quick wherever there are few.
pub fn first(bytes: &[u8], is_looked_for: impl Fn(u8) -> bool) -> Option<usize> {
    // No early end within a step, so that the compiler compares its bytes all at once.
    let has_any = |step: &[u8]| step.iter().fold(false, |found, byte| found | is_looked_for(*byte));
    let start = bytes.chunks(STEP).position(has_any)? * STEP;
    bytes[start..].iter().position(|byte| is_looked_for(*byte)).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        for at in [0, 1, STEP - 1, STEP, STEP + 1, 3 * STEP] {
            let text = format!("{}<&{}", "x".repeat(at), "y<".repeat(40));
            assert_eq!(first(text.as_bytes(), |byte| matches!(byte, b'&' | b'<')), Some(at));
            assert_eq!(first(text.as_bytes(), |byte| byte == b'&'), Some(at + 1));
        }
        assert_eq!(first(&[b'x'; 3 * STEP + 1], |byte| byte == b'y'), None);
        assert_eq!(first(b"", |_| true), None);
    }
}
