//! A preview of a project in threads of its own, and requests to it, byte by byte.

use numerate::serve::{Options, Preview, Stop};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

/// A preview that runs until it is dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What the layer of a page is told.
    pub fn about(&self) -> serde_json::Value {
        let text = self.text();
        let (_, rest) = text.split_once("id=\"numerate-about\">").expect("the page has a layer");
        serde_json::from_str(rest.split_once("</script>").expect("it ends").0).expect("it is JSON")
    }

    /// The page without the layer.
    pub fn without_layer(&self) -> String {
        let text = self.text();
        let (before, rest) = text.split_once(numerate::serve::BEGIN).expect("the page has a layer");
        let (_, after) = rest.split_once(numerate::serve::END).expect("it ends");
        format!("{before}{after}")
    }

    /// The findings of the page as `code path:line:column`.
    pub fn found(&self) -> Vec<String> {
        let about = self.about();
        let findings = about["findings"].as_array().expect("a list").iter();
        let place = |of: &serde_json::Value| {
            format!("{} {}:{}:{}", of["code"], of["file"], of["line"], of["column"]).replace('"', "")
        };
        findings.map(place).collect()
    }
}

impl Running {
    pub fn new(root: &Path) -> Self {
        Self::with_options(root, Options { editor: Some("edit:{path}:{line}".to_owned()), ..Options::default() })
    }

    pub fn with_options(root: &Path, options: Options) -> Self {
        let preview = Preview::open(root, options).expect("a port is free");
        let (address, stop) = (preview.address().expect("it listens"), preview.stop().expect("it listens"));
        let thread = std::thread::spawn(move || preview.run(&|_| {}).expect("it serves until it is stopped"));
        Self { address, stop, thread: Some(thread) }
    }

    /// The answer to a whole request.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request).expect("the request is taken");
        answer(&mut stream)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time can be set");
        stream
    }

    /// The answer to a browser's request for a path, with more header fields.
    pub fn with(&self, path: &str, fields: &str) -> Answer {
        self.raw(format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{fields}\r\n", self.address).as_bytes())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.with(path, "")
    }

    /// Asks for a path again and again, until the answer is as wanted.
    pub fn wait(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        for _ in 0..600 {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{path} does not become what it must be; it is {}", self.get(path).text());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.stop();
        let ended = self.thread.take().expect("it runs").join();
        assert!(std::thread::panicking() || ended.is_ok(), "the preview panicked");
    }
}

/// What a stream answers.
pub fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the answer ends");
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("the answer has a head");
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("it has a status");
    Answer { status, head, body: bytes[end + 4..].to_vec() }
}
