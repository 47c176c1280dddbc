//! The sRGB colour space as an ICC profile (version 4.2), made from the constants of IEC 61966-2-1.
//!
//! It is made here rather than shipped as a file: it is smaller than any, and nobody's but the project's, under its licences.

/// Fixed-point numbers with 16 bits behind the point.
type Fixed = u32;

/// The primaries, adapted to the white point of profiles (D50), as X, Y and Z.
const RED: [Fixed; 3] = [0x6FA0, 0x38F5, 0x0390];
const GREEN: [Fixed; 3] = [0x6296, 0xB787, 0x18DA];
const BLUE: [Fixed; 3] = [0x24A0, 0x0F84, 0xB6C3];
const WHITE: [Fixed; 3] = [0xF6D6, 0x1_0000, 0xD32D];

/// The Bradford adaptation from D65 to D50, row by row; negative numbers as two's complements.
const ADAPTATION: [Fixed; 9] = [0x1_0C42, 0x05DE, 0xFFFF_F325, 0x0793, 0xFD90, 0xFFFF_FBA1, 0xFFFF_FDA3, 0x03DC, 0xC06E];

/// The curve from light to value: exponent 2.4, then a, b, c and d of ICC.1:2004-10, 10.15, function type 3.
const CURVE: [Fixed; 5] = [0x2_6666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B];

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let text = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let language = u32::from_be_bytes(*b"enUS");
        let head = words(&[1, 12, language, units.len() as u32, 28]);
        [b"mluc\0\0\0\0".to_vec(), head, units].concat()
    };
    let colour = |colour: [Fixed; 3]| [b"XYZ \0\0\0\0".to_vec(), words(&colour)].concat();
    let curve = [b"para\0\0\0\0\0\x03\0\0".to_vec(), words(&CURVE)].concat();
    let adaptation = [b"sf32\0\0\0\0".to_vec(), words(&ADAPTATION)].concat();
    let parts: [(&[&[u8; 4]], Vec<u8>); 8] = [
        (&[b"desc"], text("sRGB")),
        (&[b"cprt"], text("No copyright")),
        (&[b"wtpt"], colour(WHITE)),
        (&[b"chad"], adaptation),
        (&[b"rXYZ"], colour(RED)),
        (&[b"gXYZ"], colour(GREEN)),
        (&[b"bXYZ"], colour(BLUE)),
        (&[b"rTRC", b"gTRC", b"bTRC"], curve),
    ];
    let count: usize = parts.iter().map(|(tags, _)| tags.len()).sum();
    let (mut table, mut data) = (words(&[count as u32]), Vec::new());
    let start = HEADER + 4 + 12 * count;
    for (tags, part) in parts {
        for tag in tags {
            table.extend([tag.as_slice(), &words(&[(start + data.len()) as u32, part.len() as u32])].concat());
        }
        data.extend(part);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = words(&[(start + data.len()) as u32, 0, 0x0420_0000]);
    profile.extend(b"mntrRGB XYZ ");
    profile.extend([7, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]); // 1 January 2024: a profile must have a date
    profile.extend(b"acsp");
    profile.resize(HEADER, 0);
    profile[68..80].copy_from_slice(&words(&WHITE));
    [profile, table, data].concat()
}

/// How long the header of a profile is, in bytes.
const HEADER: usize = 128;

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primaries_add_up_to_white() {
        for axis in 0..3 {
            let sum = RED[axis] + GREEN[axis] + BLUE[axis];
            assert_eq!(sum, WHITE[axis]);
        }
        let profile = srgb();
        assert_eq!(profile.len() as u32, u32::from_be_bytes(profile[..4].try_into().unwrap()));
        assert_eq!(&profile[36..40], b"acsp");
    }
}
