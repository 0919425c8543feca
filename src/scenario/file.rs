//! Reading files: UTF-8 with or without byte order mark, every failure with its reason.
//!
//! Tables may also be GB18030, which Excel in Chinese writes: a byte order mark means UTF-8, valid UTF-8 is UTF-8,
//! everything else is GB18030. Scenario files are always UTF-8.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::mistake::FileMistake;
use super::nearest::nearest;

/// A table that a scenario names: a run folder keeps its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedTable {
    /// As the scenario names it.
    pub name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

impl std::fmt::Debug for NamedTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} ({} bytes, sha256 {})", self.name, self.bytes.len(), self.sha256)
    }
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of a file without byte order mark, and the digest of its bytes.
pub fn read(path: &Path, shown: &str) -> Result<(String, String), FileMistake> {
    let bytes = bytes(path, shown)?;
    let digest = sha256(&bytes);
    Ok((utf8(bytes, shown)?, digest))
}

/// The text of a table, UTF-8 or GB18030, and the table itself under the name that a scenario gives it.
pub fn read_table(path: &Path, shown: &str, name: &str) -> Result<(String, NamedTable), FileMistake> {
    let bytes = bytes(path, shown)?;
    let table = NamedTable { name: name.to_owned(), sha256: sha256(&bytes), bytes: bytes.as_slice().into() };
    Ok((table_text(bytes, shown)?, table))
}

fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, FileMistake> {
    std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => FileMistake::Missing { path: shown.to_owned(), nearest: neighbour(path) },
        reason => FileMistake::Unreadable { path: shown.to_owned(), reason },
    })
}

fn utf8(bytes: Vec<u8>, shown: &str) -> Result<String, FileMistake> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = line_of(error.as_bytes(), error.utf8_error().valid_up_to());
        FileMistake::NotUtf8 { path: shown.to_owned(), line }
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at.min(bytes.len())].iter().filter(|&&byte| byte == b'\n').count()
}

/// The text of a table from its bytes.
pub fn table_text(bytes: Vec<u8>, shown: &str) -> Result<String, FileMistake> {
    if is_utf16(&bytes) {
        return Err(FileMistake::Utf16 { path: shown.to_owned() });
    }
    if bytes.starts_with(b"\xef\xbb\xbf") || std::str::from_utf8(&bytes).is_ok() {
        return utf8(bytes, shown);
    }
    match encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
        Some(text) => Ok(text.into_owned()),
        None => {
            let (byte, line) = first_broken(&bytes);
            Err(FileMistake::NoEncoding { path: shown.to_owned(), line, byte })
        }
    }
}

/// Excel's "Unicode text": a byte order mark of two bytes, or a zero byte in every other place of the beginning.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(8).filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros(0) >= 4 || zeros(1) >= 4
}

/// The first byte that is valid neither in UTF-8 nor in GB18030, and its line.
fn first_broken(bytes: &[u8]) -> (u8, usize) {
    let mut decoder = encoding_rs::GB18030.new_decoder_without_bom_handling();
    // As much room as the longest text can take, so that only a broken byte can stop the decoder.
    let mut text = String::with_capacity(bytes.len() * 4 + 16);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    let length = match result {
        encoding_rs::DecoderResult::Malformed(length, after) => usize::from(length + after),
        _ => 0,
    };
    let at = read.saturating_sub(length.max(1));
    (bytes.get(at).copied().unwrap_or_default(), line_of(bytes, at))
}

/// A file of the same directory with a similar name.
fn neighbour(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> =
        std::fs::read_dir(directory).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

/// How a path is shown that a file names relative to itself.
pub fn shown_beside(naming: &str, name: &str) -> String {
    match naming.rsplit_once('/') {
        Some((directory, _)) if !Path::new(name).is_absolute() => format!("{directory}/{name}"),
        _ => name.to_owned(),
    }
}
