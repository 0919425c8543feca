//! A finished run, read back: its manifest, its summary and the rows of its tables.
//!
//! What is read is what the manifest describes: a file that is shorter than it was or has another digest is refused
//! before a single value is believed. Tables come a row group at a time, so that memory does not grow with the run.

mod rows;

pub use rows::{Block, Rows};

use super::error::{Doing, OutputError};
use super::manifest::{FileEntry, Manifest, digest_of};
use super::map::MapSummary;
use super::names;
use super::summary::RunSummary;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// A table of a run folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableName {
    /// One row per replication.
    Replications,
    /// One row per replication and month.
    Months,
    /// One row per replication, township and year.
    Townships,
    /// One row per replication and group of households.
    Groups,
}

impl TableName {
    /// Every table.
    pub const ALL: [TableName; 4] =
        [TableName::Replications, TableName::Months, TableName::Townships, TableName::Groups];

    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            TableName::Replications => names::REPLICATIONS,
            TableName::Months => names::MONTHS,
            TableName::Townships => names::TOWNSHIPS,
            TableName::Groups => names::GROUPS,
        }
    }

    /// What `--tables` calls it.
    pub fn key(self) -> &'static str {
        match self {
            TableName::Replications => "replications",
            TableName::Months => "months",
            TableName::Townships => "townships",
            TableName::Groups => "groups",
        }
    }
}

/// Rows of one row group: some columns as words, others as numbers.
pub(super) struct Group {
    pub(super) words: Vec<Vec<String>>,
    pub(super) numbers: Vec<Vec<f64>>,
}

/// The folder of a finished run, open for reading.
#[derive(Clone, Debug)]
pub struct FinishedRun {
    path: PathBuf,
    manifest: Manifest,
    summary: RunSummary,
}

impl FinishedRun {
    /// Opens a run folder.
    ///
    /// # Errors
    ///
    /// [`OutputError::NoRun`] without a manifest (no folder, another folder, a run that was killed),
    /// [`OutputError::IsMap`] for a map of mixes, [`OutputError::OtherVersion`] for the run of a program whose files differ, [`OutputError::Json`] for a manifest
    /// or summary that cannot be read, and what [`Self::verify`] says of the summary.
    pub fn open(folder: &Path) -> Result<FinishedRun, OutputError> {
        let path = folder.to_path_buf();
        if !folder.join(names::MANIFEST).is_file() {
            return Err(OutputError::NoRun { path });
        }
        let manifest: Manifest = read_json(folder, names::MANIFEST)?;
        if manifest.file(names::MAP_CSV).is_some() {
            return Err(OutputError::IsMap { path });
        }
        verify(folder, &manifest, names::SUMMARY_JSON)?;
        let summary = read_json(folder, names::SUMMARY_JSON)?;
        Ok(FinishedRun { path, manifest, summary })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How the run was made.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What it came to.
    pub fn summary(&self) -> &RunSummary {
        &self.summary
    }

    /// Names of the scenarios in the order of the run.
    pub fn scenarios(&self) -> impl Iterator<Item = &str> {
        self.summary.scenarios.iter().map(|scenario| scenario.name.as_str())
    }

    /// Whether the run wrote a table (see `--tables`).
    pub fn has(&self, table: TableName) -> bool {
        self.manifest.file(table.file()).is_some()
    }

    /// Opens a table that is still what the manifest says.
    ///
    /// # Errors
    ///
    /// [`OutputError::NoTable`] if the run was made without it, else as [`Self::verify`]; [`OutputError::Table`] if
    /// the Parquet library cannot read it.
    pub fn table(&self, table: TableName) -> Result<Rows, OutputError> {
        if self.has(table) {
            self.verify(table.file())?;
        }
        self.table_as_found(table)
    }

    /// Opens a table without asking whether it is still what the manifest says, for those who look for what changed.
    ///
    /// # Errors
    ///
    /// As [`Self::table`], but for sizes and digests.
    pub fn table_as_found(&self, table: TableName) -> Result<Rows, OutputError> {
        if !self.has(table) {
            return Err(OutputError::NoTable { path: self.path.clone(), table: table.key() });
        }
        Rows::open(&self.path.join(table.file()))
    }

    /// A whole column of a scenario in the order of the rows; `NaN` is missing, yes is 1 and no is 0. Eight bytes a row.
    ///
    /// # Errors
    ///
    /// As [`Self::table`], and [`OutputError::NoColumn`] for a column that the table does not have.
    pub fn column(&self, table: TableName, scenario: &str, id: &str) -> Result<Vec<f64>, OutputError> {
        let mut values = Vec::new();
        for block in self.table(table)?.blocks_of(scenario, &[id])? {
            values.extend_from_slice(block?.numbers(id));
        }
        Ok(values)
    }

    /// The rows of one replication of a scenario, column by column (month by month, or by township and year); no rows if
    /// the run does not have it.
    ///
    /// # Errors
    ///
    /// As [`Self::column`].
    pub fn replication(
        &self,
        table: TableName,
        scenario: &str,
        replication: u32,
        ids: &[&str],
    ) -> Result<Vec<Vec<f64>>, OutputError> {
        for block in self.table(table)?.blocks_of(scenario, ids)? {
            let block = block?;
            let found = block.by_replication().find(|(number, _)| *number == replication);
            if let Some((_, rows)) = found {
                return Ok(ids.iter().map(|id| block.numbers(id)[rows.clone()].to_vec()).collect());
            }
        }
        Ok(vec![Vec::new(); ids.len()])
    }

    /// Whether a file is there and still has the size and the digest of the manifest.
    ///
    /// # Errors
    ///
    /// [`OutputError::Io`] if it cannot be read, [`OutputError::WrongSize`] (a copy that broke off),
    /// [`OutputError::WrongDigest`] (changed or damaged since), [`OutputError::NotListed`].
    pub fn verify(&self, name: &str) -> Result<(), OutputError> {
        self.manifest.verify(&self.path, name)
    }
}

/// Opens the folder of a finished map of mixes: how it was made and what it came to.
///
/// # Errors
///
/// As [`FinishedRun::open`].
pub fn open_map(folder: &Path) -> Result<(Manifest, MapSummary), OutputError> {
    if !folder.join(names::MANIFEST).is_file() {
        return Err(OutputError::NoRun { path: folder.to_path_buf() });
    }
    let manifest: Manifest = read_json(folder, names::MANIFEST)?;
    verify(folder, &manifest, names::SUMMARY_JSON)?;
    let summary = read_json(folder, names::SUMMARY_JSON)?;
    Ok((manifest, summary))
}

/// Whether a folder holds a map of mixes rather than a run.
pub fn is_map(folder: &Path) -> bool {
    Manifest::read(folder).is_ok_and(|manifest| manifest.file(names::MAP_CSV).is_some())
}

impl Manifest {
    /// Whether a file of its folder is there and still has the size and the digest that stand here.
    ///
    /// # Errors
    ///
    /// As [`FinishedRun::verify`].
    pub fn verify(&self, folder: &Path, name: &str) -> Result<(), OutputError> {
        verify(folder, self, name)
    }

    /// The entry of a file.
    pub fn file(&self, name: &str) -> Option<&FileEntry> {
        self.files.iter().find(|entry| entry.name == name)
    }
}

fn verify(folder: &Path, manifest: &Manifest, name: &str) -> Result<(), OutputError> {
    let path = folder.join(name);
    let Some(entry) = manifest.file(name) else { return Err(OutputError::NotListed { path }) };
    let size = path.metadata().map_err(|source| OutputError::io(Doing::Read, &path, source))?.len();
    if size != entry.bytes {
        return Err(OutputError::WrongSize { path, expected: entry.bytes, found: size });
    }
    let digest = digest_of(&path).map_err(|source| OutputError::io(Doing::Read, &path, source))?;
    if digest == entry.sha256 { Ok(()) } else { Err(OutputError::WrongDigest { path }) }
}

/// Reads a file that begins with the program's version: another version is told before a field is missed.
fn read_json<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, OutputError> {
    let path = folder.join(name);
    let bytes = std::fs::read(&path).map_err(|source| OutputError::io(Doing::Read, &path, source))?;
    let value: serde_json::Value = match serde_json::from_slice(&bytes) {
        Ok(value) => value,
        Err(source) => return Err(OutputError::Json { path, source }),
    };
    if let Some(version) = value.get("version").and_then(|version| version.as_str()).filter(|v| !is_readable(v)) {
        return Err(OutputError::OtherVersion { path, version: version.to_owned() });
    }
    serde_json::from_value(value).map_err(|source| OutputError::Json { path, source })
}

/// Versions that differ in the last number only have the same files, but for columns added at the end.
fn is_readable(version: &str) -> bool {
    let series = |version: &str| version.rsplit_once('.').map(|(series, _)| series.to_owned());
    series(version).is_some() && series(version) == series(super::VERSION)
}

#[cfg(test)]
mod tests;
