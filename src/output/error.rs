//! What can go wrong with a run folder, with the facts.

use std::io;
use std::path::{Path, PathBuf};

/// What was being done when the file system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making a folder.
    CreateFolder,
    /// Listing a folder.
    ReadFolder,
    /// Making a file.
    CreateFile,
    /// Writing a file.
    Write,
    /// Reading a file.
    Read,
    /// Giving a finished file its name.
    Rename,
    /// Removing a file of an earlier run.
    Remove,
}

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Doing::CreateFolder => "create the folder",
            Doing::ReadFolder => "list the folder",
            Doing::CreateFile => "create a file in",
            Doing::Write => "write",
            Doing::Read => "read",
            Doing::Rename => "put in place",
            Doing::Remove => "remove",
        }
    }
}

/// A failure of the output.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder that the run folder shall stand in does not exist.
    #[error("cannot create {path}: its parent folder does not exist", path = .path.display())]
    ParentMissing {
        /// The run folder.
        path: PathBuf,
    },
    /// The run folder's path is a file.
    #[error("{path} is not a folder", path = .path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// There is something in the folder already and replacing was not asked for.
    #[error("{path} is not empty", path = .path.display())]
    FolderNotEmpty {
        /// The folder.
        path: PathBuf,
        /// Whether it holds a finished run (a manifest).
        holds_run: bool,
    },
    /// A path in a run folder that leads out of it.
    #[error("{name} is no path inside a run folder")]
    OutsideFolder {
        /// The path that was asked for.
        name: String,
    },
    /// The file system refused.
    #[error("cannot {doing} {path}: {source}", doing = .doing.words(), path = .path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// With what.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// No space is left.
    #[error("no space is left to write {path}: {source}", path = .path.display())]
    DiskFull {
        /// The file that did not fit.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The program was built without Parquet.
    #[error("this program was built without Parquet tables (feature `parquet`)")]
    TablesNotBuiltIn,
    /// A table could not be encoded or decoded.
    #[error("table {path}: {reason}", path = .path.display())]
    Table {
        /// The table's file.
        path: PathBuf,
        /// What the Parquet library said.
        reason: String,
    },
    /// A file is not the JSON it should be.
    #[error("{path}: {source}", path = .path.display())]
    Json {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// A summary could not be set as CSV.
    #[error("{path}: {source}", path = .path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: csv::Error,
    },
    /// A chunk that does not follow the one before.
    #[error("scenario {scenario}: expected replication {expected} next, got {found}")]
    OutOfOrder {
        /// Index of the scenario.
        scenario: usize,
        /// Replication that was due.
        expected: u32,
        /// First replication of the chunk.
        found: u32,
    },
    /// A chunk whose tables do not fit its number of replications.
    #[error("scenario {scenario}: expected {expected} rows of {table}, got {found}")]
    WrongShape {
        /// Index of the scenario.
        scenario: usize,
        /// Which rows.
        table: &'static str,
        /// Rows that belong to the chunk's replications.
        expected: usize,
        /// Rows in the chunk.
        found: usize,
    },
    /// A scenario that was not announced.
    #[error("there is no scenario with index {index}")]
    UnknownScenario {
        /// The index.
        index: usize,
    },
    /// Scenarios that end at different replications: pairs would be incomplete.
    #[error("scenarios do not end at the same replication: {ends:?}")]
    UnequalEnds {
        /// Replication after the last one of each scenario.
        ends: Vec<u32>,
    },
    /// A folder that holds no finished run.
    #[error("{path} holds no finished run: there is no manifest.json in it", path = .path.display())]
    NoRun {
        /// The folder.
        path: PathBuf,
    },
    /// A run of a version whose files differ.
    #[error("{path} was written by version {version}; this is version {this}", path = .path.display(), this = super::VERSION)]
    OtherVersion {
        /// The file that says so.
        path: PathBuf,
        /// The version that wrote it.
        version: String,
    },
    /// A table that the run was made without.
    #[error("the run in {path} was made without the table {table}", path = .path.display())]
    NoTable {
        /// The run folder.
        path: PathBuf,
        /// The table, as `--tables` calls it.
        table: &'static str,
    },
    /// A column that a table does not have.
    #[error("table {path} has no column {id}", path = .path.display())]
    NoColumn {
        /// The table's file.
        path: PathBuf,
        /// The column.
        id: String,
    },
    /// A file that the manifest does not list.
    #[error("{path} is not in the manifest", path = .path.display())]
    NotListed {
        /// The file.
        path: PathBuf,
    },
    /// A file of another size than the manifest says.
    #[error("{path} has {found} bytes; its manifest says {expected}", path = .path.display())]
    WrongSize {
        /// The file.
        path: PathBuf,
        /// Bytes of the manifest.
        expected: u64,
        /// Bytes found.
        found: u64,
    },
    /// A file of another digest than the manifest says.
    #[error("{path} is not what its manifest says: the SHA-256 differs", path = .path.display())]
    WrongDigest {
        /// The file.
        path: PathBuf,
    },
    /// A table whose content is broken.
    #[error("table {path} is damaged", path = .path.display())]
    Damaged {
        /// The table's file.
        path: PathBuf,
    },
    /// The folder of a map of mixes where one of a run is needed.
    #[error("{path} is the folder of a map of mixes", path = .path.display())]
    IsMap {
        /// The folder.
        path: PathBuf,
    },
    /// A metric that no column has.
    #[error("there is no metric {id}")]
    UnknownMetric {
        /// Its name.
        id: String,
    },
}

impl OutputError {
    /// An error of the file system at `path`.
    pub(super) fn io(doing: Doing, path: &Path, source: io::Error) -> OutputError {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OutputError::DiskFull { path, source },
            _ => OutputError::Io { doing, path, source },
        }
    }
}
