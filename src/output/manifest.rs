//! `manifest.json`: how the files of a folder were made, and their digests.

use super::error::{Doing, OutputError};
use super::names::MANIFEST;
use super::pending::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::{Duration, SystemTime};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The dependencies' exact versions, which a result rests on as much as on the program.
const LOCK_FILE: &[u8] = include_bytes!("../../Cargo.lock");

/// Digest of the lock file that the program was built from.
pub fn lock_file_digest() -> String {
    hex(&Sha256::digest(LOCK_FILE))
}

/// What the caller knows about a run.
#[derive(Clone, Debug)]
pub struct RunFacts {
    /// The command line.
    pub command: Vec<String>,
    /// Scenarios in the order of the run.
    pub scenarios: Vec<ScenarioText>,
    /// Seed.
    pub seed: u64,
    /// Replications asked for.
    pub replications_asked: u32,
    /// Replications done.
    pub replications_done: u32,
    /// Threads that simulated.
    pub threads: usize,
    /// Start of the run.
    pub started: SystemTime,
    /// Its end.
    pub finished: SystemTime,
}

/// A scenario as it was simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioText {
    /// Name.
    pub name: String,
    /// Digest of the content, hexadecimal.
    pub digest: String,
    /// The whole text, everything inherited included.
    pub text: String,
    /// What the command line set over the file, as it was typed; `text` has it already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<String>,
    /// The scenario file in the folder that holds the same; none in folders of versions that kept none.
    #[serde(default)]
    pub stored: Option<String>,
    /// The tables that it names.
    #[serde(default)]
    pub tables: Vec<StoredInput>,
}

/// A table that a scenario names, as the folder keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredInput {
    /// As the scenario names it.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Name inside the folder.
    pub file: String,
}

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Name inside the folder, `/` between folders.
    pub name: String,
    /// Size.
    pub bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

impl FileEntry {
    /// Whether the file in `folder` still has the size and the digest of this entry.
    pub fn is_unchanged_in(&self, folder: &Path) -> bool {
        let path = folder.join(&self.name);
        let same_size = path.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() == self.bytes);
        same_size && digest_of(&path).is_ok_and(|digest| digest == self.sha256)
    }
}

/// Digest of a file, read in pieces.
pub(super) fn digest_of(path: &Path) -> std::io::Result<String> {
    let mut digest = Sha256::new();
    std::io::copy(&mut std::fs::File::open(path)?, &mut digest)?;
    Ok(hex(&digest.finalize()))
}

/// The machine that ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Operating system.
    pub os: String,
    /// Processor architecture.
    pub arch: String,
    /// Processors it could use; none if the system does not tell.
    pub cores: Option<usize>,
}

impl Machine {
    fn this() -> Machine {
        let cores = std::thread::available_parallelism().ok().map(usize::from);
        Machine { os: std::env::consts::OS.to_owned(), arch: std::env::consts::ARCH.to_owned(), cores }
    }
}

/// The content of `manifest.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `lendmix`.
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// Digest of `Cargo.lock`.
    pub lock_file_sha256: String,
    /// The command line.
    pub command: Vec<String>,
    /// Seed.
    pub seed: u64,
    /// Replications asked for.
    pub replications_asked: u32,
    /// Replications done.
    pub replications_done: u32,
    /// Whether all that were asked for are there.
    pub complete: bool,
    /// Threads that simulated; results do not depend on them.
    pub threads: usize,
    /// The machine; results do not depend on it.
    pub machine: Machine,
    /// Start, UTC, RFC 3339.
    pub started: String,
    /// End, UTC, RFC 3339.
    pub finished: String,
    /// Seconds between.
    pub seconds: f64,
    /// Files with their digests.
    pub files: Vec<FileEntry>,
    /// Scenarios as they were simulated.
    pub scenarios: Vec<ScenarioText>,
}

impl Manifest {
    pub(super) fn new(facts: &RunFacts, files: Vec<FileEntry>) -> Manifest {
        let seconds = facts.finished.duration_since(facts.started).unwrap_or(Duration::ZERO).as_secs_f64();
        Manifest {
            program: "lendmix".to_owned(),
            version: super::VERSION.to_owned(),
            lock_file_sha256: lock_file_digest(),
            command: facts.command.clone(),
            seed: facts.seed,
            replications_asked: facts.replications_asked,
            replications_done: facts.replications_done,
            complete: facts.replications_done == facts.replications_asked,
            threads: facts.threads,
            machine: Machine::this(),
            started: rfc3339(facts.started),
            finished: rfc3339(facts.finished),
            seconds,
            files,
            scenarios: facts.scenarios.clone(),
        }
    }

    /// Reads the manifest of a run folder.
    pub fn read(folder: &Path) -> Result<Manifest, OutputError> {
        let path = folder.join(MANIFEST);
        let bytes = std::fs::read(&path).map_err(|source| OutputError::io(Doing::Read, &path, source))?;
        serde_json::from_slice(&bytes).map_err(|source| OutputError::Json { path, source })
    }

    pub(super) fn to_json(&self, folder: &Path) -> Result<Vec<u8>, OutputError> {
        json(self, &folder.join(MANIFEST))
    }
}

/// A value as indented JSON with a line end.
pub(super) fn json<T: Serialize>(value: &T, path: &Path) -> Result<Vec<u8>, OutputError> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|source| OutputError::Json { path: path.to_path_buf(), source })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A time in UTC; empty for years that RFC 3339 cannot write.
fn rfc3339(time: SystemTime) -> String {
    OffsetDateTime::from(time).truncate_to_second().format(&Rfc3339).unwrap_or_default()
}
