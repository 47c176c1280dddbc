//! Who may ask: this machine's own browser, at the address that it was given, for a page that this preview served.
//!
//! In: a request. Out: a refusal, if it is one. A page of the web may send requests to loopback addresses, under a name of its own
//! that leads there (DNS rebinding) or across origins; Host, Origin and the fetch metadata that browsers add tell these apart.

use super::http::Response;
use super::request::Request;

/// Refuses a request that does not come from the preview's own pages or from the person's hand.
///
/// # Errors
/// The refusal.
pub fn check(request: &Request, port: u16) -> Result<(), Response> {
    let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let mut host = request.fields("host");
    match (host.next(), host.next()) {
        (Some(host), None) if hosts.iter().any(|own| own.eq_ignore_ascii_case(host)) => {}
        _ => return Err(Response::line(421, format!("this is http://{}/, under no other name", hosts[0]))),
    }
    let is_own = |origin: &str| hosts.iter().any(|own| origin.eq_ignore_ascii_case(&format!("http://{own}")));
    if !request.fields("origin").all(is_own) {
        return Err(Response::line(403, "another site asks"));
    }
    // A link that somebody followed comes from anywhere; everything else from here or from the address bar.
    let is = |name: &'static str, value: &str| request.fields(name).eq([value]);
    let is_followed = is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document");
    if request.fields("sec-fetch-site").all(|site| matches!(site, "same-origin" | "none")) || is_followed {
        Ok(())
    } else {
        Err(Response::line(403, "another site asks"))
    }
}
