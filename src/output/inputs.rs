//! What a run was simulated from, kept in its folder, so that any of its replications can be simulated again from the
//! folder alone.

use super::error::OutputError;
use super::folder::RunFolder;
use super::manifest::{FileEntry, Manifest, ScenarioText, StoredInput, lock_file_digest};
use super::{VERSION, names, origins};
use crate::scenario::{Diagnostics, NamedTable, Scenario, StoredTable};
use std::path::{Path, PathBuf};

/// Characters of a table's digest that stand in the name of its file.
const DIGEST_CHARACTERS: usize = 12;

/// Why a run cannot be simulated again.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The folder keeps no inputs of a scenario.
    #[error("{folder} does not keep what scenario {scenario} was simulated from", folder = .folder.display())]
    NotKept {
        /// The run folder.
        folder: PathBuf,
        /// The scenario.
        scenario: String,
    },
    /// An input is no longer in the folder.
    #[error("{path} is missing; scenario {scenario} was simulated from it", path = .path.display())]
    Missing {
        /// The file.
        path: PathBuf,
        /// The scenario.
        scenario: String,
    },
    /// An input is not what the run was simulated from.
    #[error("{path} has changed since scenario {scenario} was simulated from it", path = .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
        /// The scenario.
        scenario: String,
    },
    /// Two tables of one name and different content, which the stored text cannot tell apart.
    #[error("scenario {scenario} names two different tables {table}")]
    SameName {
        /// The scenario.
        scenario: String,
        /// The name.
        table: String,
    },
    /// This version reads the stored scenario as a mistake.
    #[error("this version cannot read scenario {scenario}: {diagnostics}")]
    Mistakes {
        /// The scenario.
        scenario: String,
        /// What is wrong.
        diagnostics: Box<Diagnostics>,
    },
    /// This version reads something else than was simulated.
    #[error("this version reads scenario {scenario} differently: digest {found}, simulated {expected}")]
    OtherDigest {
        /// The scenario.
        scenario: String,
        /// Digest of the run.
        expected: String,
        /// Digest now.
        found: String,
    },
}

/// What differs between the program that made a run and this one: results may then differ in their last digits or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherProgram {
    /// Whether the version differs.
    pub version: bool,
    /// Whether a dependency's version differs.
    pub lock_file: bool,
}

impl OtherProgram {
    /// What differs, if anything does.
    pub fn of(manifest: &Manifest) -> Option<OtherProgram> {
        let version = manifest.version != VERSION;
        let lock_file = manifest.lock_file_sha256 != lock_file_digest();
        (version || lock_file).then_some(OtherProgram { version, lock_file })
    }
}

/// Writes the scenarios and the tables that they name into the folder of their run.
pub fn store_inputs(folder: &mut RunFolder, scenarios: &[Scenario]) -> Result<Vec<ScenarioText>, OutputError> {
    scenarios.iter().map(|scenario| store(folder, scenario)).collect()
}

fn store(folder: &mut RunFolder, scenario: &Scenario) -> Result<ScenarioText, OutputError> {
    let stored = format!("{}/{}.toml", names::INPUTS, scenario.name);
    folder.write(&stored, scenario.stored_text().as_bytes())?;
    origins::store(folder, scenario)?;
    let mut tables = Vec::with_capacity(scenario.tables.len());
    for table in &scenario.tables {
        let file = file_of(table);
        folder.write(&file, &table.bytes)?;
        tables.push(StoredInput { name: table.name.clone(), sha256: table.sha256.clone(), file });
    }
    Ok(ScenarioText {
        name: scenario.name.clone(),
        digest: scenario.digest(),
        text: scenario.canonical(),
        overrides: scenario.overrides.iter().map(|one| format!("{} {}", one.option(), one.typed())).collect(),
        stored: Some(stored),
        tables,
    })
}

/// `inputs/roster-1a2b3c4d5e6f.csv`: scenarios that name the same table share its file.
fn file_of(table: &NamedTable) -> String {
    let name = Path::new(&table.name);
    let stem = name.file_stem().unwrap_or_default().to_string_lossy();
    let ending = name.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let digest = table.sha256.get(..DIGEST_CHARACTERS).unwrap_or(&table.sha256);
    format!("{}/{stem}-{digest}{ending}", names::INPUTS)
}

/// Reads the scenarios of a run back from its folder, in the order of the run and with its seed: the same digests.
///
/// # Errors
///
/// An input that is missing, has changed, or is read differently by this version of the program.
pub fn restore_scenarios(folder: &Path, manifest: &Manifest) -> Result<Vec<Scenario>, RestoreError> {
    manifest.scenarios.iter().map(|kept| restore(folder, manifest, kept)).collect()
}

/// Reads one scenario of a run back from its folder, as [`restore_scenarios`].
///
/// # Errors
///
/// As [`restore_scenarios`]; a scenario that the run does not have is one that is not kept.
pub fn restore_scenario(folder: &Path, manifest: &Manifest, name: &str) -> Result<Scenario, RestoreError> {
    let kept = manifest.scenarios.iter().find(|kept| kept.name == name);
    let not_kept = || RestoreError::NotKept { folder: folder.to_path_buf(), scenario: name.to_owned() };
    restore(folder, manifest, kept.ok_or_else(not_kept)?)
}

fn restore(folder: &Path, manifest: &Manifest, kept: &ScenarioText) -> Result<Scenario, RestoreError> {
    let scenario = || kept.name.clone();
    let not_kept = || RestoreError::NotKept { folder: folder.to_path_buf(), scenario: scenario() };
    let stored = kept.stored.as_ref().ok_or_else(not_kept)?;
    let listed = manifest.files.iter().find(|entry| entry.name == *stored).ok_or_else(not_kept)?;
    unchanged(folder, listed, kept)?;
    let path = folder.join(stored);
    let text = std::fs::read_to_string(&path)
        .map_err(|_| RestoreError::Changed { path: path.clone(), scenario: scenario() })?;
    let tables = tables(folder, manifest, kept)?;
    let mut restored = Scenario::from_stored(&kept.name, &path, &text, &tables)
        .map_err(|found| RestoreError::Mistakes { scenario: scenario(), diagnostics: Box::new(found) })?;
    // A file holds seeds below 2⁶³ only.
    restored.run.seed = manifest.seed;
    let found = restored.digest();
    if found != kept.digest {
        return Err(RestoreError::OtherDigest { scenario: scenario(), expected: kept.digest.clone(), found });
    }
    if let Some(origins) = origins::restore(folder, manifest, kept) {
        restored.provenance = origins;
    }
    Ok(restored)
}

fn tables(folder: &Path, manifest: &Manifest, kept: &ScenarioText) -> Result<Vec<StoredTable>, RestoreError> {
    let mut tables = Vec::with_capacity(kept.tables.len());
    for (index, table) in kept.tables.iter().enumerate() {
        if kept.tables[..index].iter().any(|before| before.name == table.name) {
            return Err(RestoreError::SameName { scenario: kept.name.clone(), table: table.name.clone() });
        }
        let size = manifest.files.iter().find(|entry| entry.name == table.file).map_or(0, |entry| entry.bytes);
        unchanged(folder, &FileEntry { name: table.file.clone(), bytes: size, sha256: table.sha256.clone() }, kept)?;
        tables.push(StoredTable { name: table.name.clone(), path: folder.join(&table.file) });
    }
    Ok(tables)
}

fn unchanged(folder: &Path, entry: &FileEntry, kept: &ScenarioText) -> Result<(), RestoreError> {
    let (path, scenario) = (folder.join(&entry.name), kept.name.clone());
    if !path.is_file() {
        return Err(RestoreError::Missing { path, scenario });
    }
    if !entry.is_unchanged_in(folder) {
        return Err(RestoreError::Changed { path, scenario });
    }
    Ok(())
}
