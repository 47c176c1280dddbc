//! HTTP/1.1 for one person at one machine: one request a connection, nothing but GET and HEAD.
//!
//! In: a listener, and a function from requests to answers. Out: bytes on sockets. What can go wrong: a client that is slow, greedy
//! or malformed, which costs one thread for a bounded time and is told so; sockets that break, which concerns nobody else.

use super::request::{self, Refusal, Request};
use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// In how many pieces a head may come, each within [`PATIENCE`].
pub const MAX_PIECES: usize = 32;
/// How long a client may take for a piece of its request, or to take a piece of the answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many connections may be open at once.
const MAX_CONNECTIONS: usize = 96;

/// What is answered.
pub enum Answer {
    /// All at once.
    Whole(Response),
    /// A stream of events: each call waits for the next and gives its lines, or `None` at the end.
    Events(Box<dyn FnMut() -> Option<String>>),
}

/// An answer that is there.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The type of the content.
    pub kind: &'static str,
    /// What the page may load and who may frame it.
    pub policy: &'static str,
    /// Where to go instead.
    pub location: Option<String>,
    /// The content.
    pub body: Cow<'static, [u8]>,
}

/// Pages of a project may load what their templates say; nobody else may frame them.
pub const SITE_POLICY: &str = "frame-ancestors 'self'";
/// The preview's own pages load nothing but what it serves.
pub const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                              frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

impl Response {
    /// An answer of that type.
    pub fn new(kind: &'static str, body: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { status: 200, kind, policy: OWN_POLICY, location: None, body: body.into() }
    }

    /// A refusal, or anything else of a line of text.
    pub fn line(status: u16, text: impl Into<String>) -> Self {
        Self { status, ..Self::new("text/plain; charset=utf-8", (text.into() + "\n").into_bytes()) }
    }

    fn head(&self) -> String {
        let location = self.location.as_ref().map(|path| format!("Location: {path}\r\n")).unwrap_or_default();
        format!("{}{location}Content-Length: {}\r\n\r\n", head(self.status, self.kind, self.policy), self.body.len())
    }
}

/// The head of any answer, but for its length and its end.
fn head(status: u16, kind: &str, policy: &str) -> String {
    let reason = match status {
        200 => "OK",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        414 => "URI Too Long",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Error",
    };
    let allow = if status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
    format!(
        "HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Security-Policy: {policy}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\n{allow}"
    )
}

/// Answers every connection, each in a thread of its own, until it is over. `ending` is called then, so that streams end, too.
///
/// # Errors
/// If connections can no longer be accepted.
pub fn serve(
    listener: &TcpListener,
    is_over: &AtomicBool,
    answer: &(dyn Fn(&Request) -> Answer + Sync),
    ending: &dyn Fn(),
) -> io::Result<()> {
    let open = &AtomicUsize::new(0);
    std::thread::scope(|threads| {
        for stream in listener.incoming() {
            if is_over.load(Ordering::Acquire) {
                break;
            }
            let mut stream = match stream {
                Ok(stream) => stream,
                Err(error) if is_of_one_connection(&error) => continue,
                Err(error) => {
                    ending();
                    return Err(error);
                }
            };
            // A client of a broken socket is gone; there is nobody to tell.
            if stream.set_read_timeout(Some(PATIENCE)).and(stream.set_write_timeout(Some(PATIENCE))).is_err() {
                continue;
            }
            if open.fetch_add(1, Ordering::AcqRel) >= MAX_CONNECTIONS {
                refuse(&mut stream, &Response::line(503, "too many connections are open"));
                open.fetch_sub(1, Ordering::AcqRel);
                continue;
            }
            threads.spawn(move || {
                let _left = Leave(open);
                connection(&mut stream, answer).ok();
            });
        }
        ending();
        Ok(())
    })
}

/// Counts a connection out, however its thread ends.
struct Leave<'a>(&'a AtomicUsize);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Whether only one connection failed, or the machine is short of something for a moment.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionReset, Interrupted, WouldBlock};
    let shortage = [rustix::io::Errno::MFILE, rustix::io::Errno::NFILE].map(|errno| Some(errno.raw_os_error()));
    let is_short = shortage.contains(&error.raw_os_error());
    if is_short {
        std::thread::sleep(Duration::from_millis(50));
    }
    is_short || matches!(error.kind(), ConnectionAborted | ConnectionReset | Interrupted | WouldBlock)
}

fn connection(stream: &mut TcpStream, answer: &(dyn Fn(&Request) -> Answer + Sync)) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (request, with_body) = match request::read(stream) {
        Ok(read) => read,
        Err(Refusal::Gone) => return Ok(()),
        Err(Refusal::Answer(response)) => return send(stream, &response, true),
    };
    match answer(&request) {
        Answer::Whole(response) => send(stream, &response, with_body),
        Answer::Events(mut next) => {
            stream.write_all((head(200, "text/event-stream", OWN_POLICY) + "\r\n").as_bytes())?;
            while let Some(lines) = next().filter(|_| with_body) {
                stream.write_all(lines.as_bytes())?;
            }
            Ok(())
        }
    }
}

/// Says no, without waiting for anything: other connections wait meanwhile.
fn refuse(stream: &mut TcpStream, response: &Response) {
    let whole = [response.head().as_bytes(), &response.body].concat();
    // If it does not fit into the socket at once, there is nobody who reads.
    stream.set_nonblocking(true).and_then(|()| stream.write(&whole)).ok();
}

fn send(stream: &mut TcpStream, response: &Response, with_body: bool) -> io::Result<()> {
    stream.write_all(response.head().as_bytes())?;
    if with_body {
        stream.write_all(&response.body)?;
    }
    stream.shutdown(std::net::Shutdown::Write)?;
    // What the client may still be sending is taken for a moment: a socket closed with bytes unread throws the answer away.
    let mut rest = [0; 4096];
    for _ in 0..MAX_PIECES {
        if !matches!(stream.read(&mut rest), Ok(1..)) {
            break;
        }
    }
    Ok(())
}
