//! The target of a request: a path whose parts are plain names.
//!
//! In: what stands in the request line. Out: its parts, decoded. What can go wrong: anything that could mean another place than it
//! seems to. No path of a request ever becomes one of the file system; this only keeps nonsense out.

use super::http::Response;

/// The most bytes of a target.
const MAX: usize = 2048;

/// The parts of a path. One that ends in a slash has an empty last part.
#[derive(Debug, PartialEq, Eq)]
pub struct Target(Vec<String>);

impl Target {
    /// Reads a target in origin form, its query left out.
    ///
    /// # Errors
    /// The refusal, if it is too long or malformed.
    pub fn parse(target: &str) -> Result<Self, Response> {
        if target.len() > MAX {
            return Err(Response::line(414, "the address is too long"));
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let parts = path.strip_prefix('/').map(|path| path.split('/').map(decode).collect::<Option<Vec<_>>>());
        let parts = parts.flatten().filter(|parts| {
            let (last, others) = parts.split_last().expect("splitting gives a part");
            others.iter().all(|part| is_name(part)) && (last.is_empty() || is_name(last))
        });
        parts.map(Self).ok_or_else(|| Response::line(400, "the address is malformed"))
    }

    /// The parts.
    pub fn parts(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

fn is_name(part: &str) -> bool {
    !part.is_empty() && part != "." && part != ".." && !part.contains(|c: char| c.is_control() || matches!(c, '/' | '\\'))
}

/// A part with its percent escapes undone; `None` if one is malformed or they are not UTF-8.
fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                let digits =
                    std::str::from_utf8(&digits).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
                u8::from_str_radix(digits, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_decoded_names() {
        let parts = |target: &str| Target::parse(target).unwrap().0;
        assert_eq!(parts("/"), [""]);
        assert_eq!(parts("/site/th/trust/?x=/../"), ["site", "th", "trust", ""]);
        assert_eq!(parts("/site/%E0%B9%84%E0%B8%97%E0%B8%A2"), ["site", "ไทย"]);
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused() {
        for bad in [
            "",
            "site",
            "//",
            "/a//b",
            "/../x",
            "/a/%2e%2e/x",
            "/a/%2E./x",
            "/a/..",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
            "/a%00",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/%+1",
            "http://127.0.0.1/",
            "*",
        ] {
            assert_eq!(Target::parse(bad).map_err(|refusal| refusal.status), Err(400), "{bad}");
        }
        assert_eq!(Target::parse(&"/a".repeat(2000)).unwrap_err().status, 414);
    }
}
