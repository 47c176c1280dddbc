//! Standard output and what stops a command. A reader that has seen enough (`numerate list … | head`) is no error.

use super::log::Log;
use super::{ColorWhen, Exit};
use crate::diagnostic::Colour;
use std::fmt;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;

/// Standard output: buffered, and silent once its reader is gone.
#[derive(Debug)]
pub struct Console {
    out: BufWriter<Stdout>,
    colour: Colour,
    log: Log,
    closed: bool,
}

impl Console {
    pub(super) fn new(color: ColorWhen, log: Log) -> Self {
        let colourful = match color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        };
        let colour = if colourful { Colour::Yes } else { Colour::No };
        Self { out: BufWriter::new(io::stdout()), colour, log, closed: false }
    }

    /// Whether to use colours.
    pub fn colour(&self) -> Colour {
        self.colour
    }

    /// How the run is logged.
    pub(super) fn log(&self) -> Log {
        self.log
    }

    /// Prints a line.
    pub(super) fn line(&mut self, text: impl fmt::Display) -> Result<(), Failure> {
        let written = writeln!(self.out, "{text}");
        self.unless_closed(written)
    }

    /// Says a line about the run on standard error, after all that was printed before it.
    pub(super) fn remark(&mut self, text: impl fmt::Display) -> Result<(), Failure> {
        self.finish()?;
        self.log.remark(text);
        Ok(())
    }

    /// Prints what is still in the buffer.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        let flushed = self.out.flush();
        self.unless_closed(flushed)
    }

    fn unless_closed(&mut self, result: io::Result<()>) -> Result<(), Failure> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) if !self.closed => return Err(Failure::trouble(format!("standard output: {error}"))),
            _ => {}
        }
        Ok(())
    }
}

/// Why a command stopped.
#[derive(Debug)]
pub struct Failure {
    /// What to say on standard error.
    message: String,
    /// With which code to exit.
    pub exit: Exit,
}

impl Failure {
    /// The arguments, the settings or the machine.
    pub(super) fn trouble(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit: Exit::Trouble }
    }

    /// The machine's trouble with a path.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::trouble(format!("{}: {error}", path.display()))
    }

    /// Another run holds the lock.
    pub(super) fn held(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit: Exit::Held }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
