//! Reading files: UTF-8 with or without byte order mark, every failure with its reason.

use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::mistake::FileMistake;
use super::nearest::nearest;

/// A file that a scenario names, and the digest of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// As the scenario names it.
    pub name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of a file without byte order mark, and the digest of its bytes.
pub fn read(path: &Path, shown: &str) -> Result<(String, String), FileMistake> {
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => FileMistake::Missing { path: shown.to_owned(), nearest: neighbour(path) },
        reason => FileMistake::Unreadable { path: shown.to_owned(), reason },
    })?;
    let digest = sha256(&bytes);
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..valid].iter().filter(|&&byte| byte == b'\n').count();
        FileMistake::NotUtf8 { path: shown.to_owned(), line }
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok((text, digest))
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
