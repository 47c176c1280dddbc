//! Requests, read from a socket.
//!
//! In: what a client sends. Out: a request for something, without a body. What can go wrong: a client that is slow, greedy or
//! malformed, which is told so.

use super::http::{MAX_PIECES, Response};
use super::target::Target;
use std::io::Read;
use std::net::TcpStream;

/// The most bytes of a request's head.
const MAX_HEAD: usize = 16 << 10;
/// The most header fields.
const MAX_FIELDS: usize = 64;

/// A request that is well formed.
#[derive(Debug)]
pub struct Request {
    /// What is asked for.
    pub target: Target,
    fields: Vec<(String, String)>,
}

impl Request {
    /// The values of a header field, in order; names count without regard to case.
    pub fn fields<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Why there is no request.
pub enum Refusal {
    /// The client went away.
    Gone,
    /// It is told.
    Answer(Box<Response>),
}

impl From<Response> for Refusal {
    fn from(response: Response) -> Self {
        Refusal::Answer(Box::new(response))
    }
}

/// Reads a request, and whether its answer has a body.
pub fn read(stream: &mut TcpStream) -> Result<(Request, bool), Refusal> {
    let mut head = Vec::new();
    for _ in 0..MAX_PIECES {
        let mut piece = [0; 4096];
        match stream.read(&mut piece) {
            Ok(0) => return Err(Refusal::Gone),
            Ok(read) => head.extend_from_slice(&piece[..read]),
            Err(_) => return Err(Response::line(408, "the request took too long").into()),
        }
        if let Some(parsed) = parse(&head)? {
            return Ok(parsed);
        }
        if head.len() > MAX_HEAD {
            return Err(Response::line(431, "the head of the request is too large").into());
        }
    }
    Err(Response::line(408, "the request came in too many pieces").into())
}

/// The request that a head says; `None` if the head is not whole yet.
fn parse(head: &[u8]) -> Result<Option<(Request, bool)>, Response> {
    let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
    let mut request = httparse::Request::new(&mut fields);
    match request.parse(head) {
        Ok(httparse::Status::Partial) => return Ok(None),
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err(Response::line(431, "too many header fields")),
        Err(error) => return Err(Response::line(400, format!("the request is malformed: {error}"))),
    }
    let with_body = match request.method {
        Some("GET") => true,
        Some("HEAD") => false,
        _ => return Err(Response::line(405, "the preview shows, and changes nothing")),
    };
    let target = Target::parse(request.path.unwrap_or_default())?;
    let field = |field: &httparse::Header<'_>| {
        let value = std::str::from_utf8(field.value).map_err(|_| Response::line(400, "a header field is not UTF-8"))?;
        Ok((field.name.to_owned(), value.trim().to_owned()))
    };
    let fields = request.headers.iter().map(field).collect::<Result<_, Response>>()?;
    Ok(Some((Request { target, fields }, with_body)))
}
