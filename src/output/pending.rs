//! A file on its way: written beside its place under another name, with the digest taken as it passes.

use super::error::{Doing, OutputError};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// Beginning of the names of unfinished files.
pub(super) const PREFIX: &str = ".lendmix-";
/// End of the names of unfinished files.
pub(super) const SUFFIX: &str = ".partial";

/// A file that is being written. Dropped before it is published, it leaves nothing behind.
#[derive(Debug)]
pub struct PendingFile {
    /// Name inside the run folder, `/` between folders.
    pub(super) name: String,
    target: PathBuf,
    temporary: TempPath,
    writer: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl PendingFile {
    /// Begins a file that will stand at `target`.
    pub(super) fn create(name: &str, target: PathBuf) -> Result<PendingFile, OutputError> {
        let folder = target.parent().unwrap_or(Path::new("."));
        let file = named(folder).map_err(|source| OutputError::io(Doing::CreateFile, folder, source))?;
        let (file, temporary) = file.into_parts();
        let writer = BufWriter::with_capacity(1 << 18, file);
        Ok(PendingFile { name: name.to_owned(), target, temporary, writer, digest: Sha256::new(), bytes: 0 })
    }

    /// Where the file will stand.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Appends bytes.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        self.writer.write_all(bytes).map_err(|source| OutputError::io(Doing::Write, &self.target, source))
    }

    /// Brings everything to the disk and gives the file its name. Returns its bytes and digest.
    pub(super) fn publish(self) -> Result<(u64, String), OutputError> {
        let PendingFile { target, temporary, writer, digest, bytes, .. } = self;
        let refused = |source| OutputError::io(Doing::Write, &target, source);
        let file = writer.into_inner().map_err(|error| refused(error.into_error()))?;
        file.sync_all().map_err(refused)?;
        // Windows renames no open file.
        drop(file);
        temporary.persist(&target).map_err(|error| OutputError::io(Doing::Rename, &target, error.error))?;
        sync_folder(&target);
        Ok((bytes, hex(&digest.finalize())))
    }
}

/// Writes a file that belongs to no run folder; it appears whole or not at all.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let mut file = PendingFile::create("", Path::new(".").join(path))?;
    file.write(bytes)?;
    file.publish().map(drop)
}

/// A temporary file in `folder` that others may read once it is published (by default it would be private).
pub(super) fn named(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The umask takes away what the user does not give.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes a rename last through a power cut. Not every file system can, and the file itself is safe: no error.
fn sync_folder(target: &Path) {
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = target;
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
