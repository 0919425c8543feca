//! Several files at once: all of them or none, and never over an existing one.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// Writes files that do not exist yet; on a failure those that were written are taken away again.
pub fn write_new(files: &[(PathBuf, &[u8])]) -> Result<(), Failure> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(Failure::Exists(path.clone()));
    }
    for (number, (path, bytes)) in files.iter().enumerate() {
        if let Err(failure) = write_one(path, bytes) {
            for (written, _) in &files[..number] {
                // What cannot be taken away is left; the failure is told in any case.
                let _ = std::fs::remove_file(written);
            }
            return Err(failure);
        }
    }
    Ok(())
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut handle = match std::fs::File::options().write(true).create_new(true).open(path) {
        Ok(handle) => handle,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(Failure::Exists(path.to_path_buf())),
        Err(error) => return Err(Failure::Write(path.to_path_buf(), error)),
    };
    handle.write_all(bytes).map_err(|error| {
        // A file that is not whole is worth nothing.
        let _ = std::fs::remove_file(path);
        Failure::Write(path.to_path_buf(), error)
    })
}
