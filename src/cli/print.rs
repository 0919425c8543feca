//! Printing that survives a closed pipe.

use std::io::{self, Write};

use super::failure::Failure;

/// Writes text to standard output. A reader that has seen enough (`| head`) is no failure.
pub fn to_stdout(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Stdout(error)),
        _ => Ok(()),
    }
}

/// A value as indented JSON with a line end.
pub fn json<T: serde::Serialize>(value: &T) -> String {
    // Plain structs of numbers and words: nothing in them can refuse to be written.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Writes text to standard error; if even that fails there is nobody left to tell.
pub fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
