//! The layer that the preview puts over a page: one stretch of HTML, before the end of its body.
//!
//! In: a finished page, and what the layer tells of it. Out: the page with the layer. Nothing can go wrong; without the stretch, the
//! page is what it was, byte for byte.

use serde::Serialize;

/// What the layer begins with.
pub const BEGIN: &str = "<!-- numerate preview -->";
/// What it ends with.
pub const END: &str = "<!-- end of numerate preview -->";

/// Puts the layer over a page: before its last `</body>`, or at its end.
pub fn over(page: &[u8], about: &impl Serialize) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(page.len());
    // No `<` can end the script element or begin a comment.
    let about = serde_json::to_string(about).expect("what is told has only string keys").replace('<', "\\u003c");
    let layer = format!(
        "{BEGIN}<link rel=\"stylesheet\" href=\"/-/layer.css\"><script type=\"application/json\" id=\"numerate-about\">{about}\
         </script><script type=\"module\" src=\"/-/layer.js\"></script>{END}"
    );
    [&page[..at], layer.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_else_of_a_page_changes() {
        for page in ["<html><body><p>ก</p></BODY></html>\n", "<p>88%", "", "</body></body>"] {
            let over = String::from_utf8(over(page.as_bytes(), &"</script><!--")).unwrap();
            let (before, rest) = over.split_once(BEGIN).unwrap();
            let (layer, after) = rest.split_once(END).unwrap();
            assert_eq!(format!("{before}{after}"), page);
            assert_eq!(layer.matches("</script>").count(), 2);
            assert!(!layer.contains("<!--"));
        }
    }
}
