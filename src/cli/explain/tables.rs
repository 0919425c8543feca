//! Tables of an explanation: into the run folder, or where the user wants them.

use std::path::{Path, PathBuf};

use crate::cli::Failure;
use crate::output::{FinishedRun, RunFolder, csv_bytes, write_file};
use crate::text::{Say, both};

/// A table on its way: name without folder, rows with the headings first.
pub struct CsvTable {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

impl CsvTable {
    pub fn new(name: String, headings: &[Say]) -> CsvTable {
        CsvTable { name, rows: vec![headings.iter().map(|heading| both(*heading)).collect()] }
    }

    pub fn push<const N: usize>(&mut self, row: [String; N]) {
        self.rows.push(row.to_vec());
    }
}

/// Folder of explanations in a run folder.
const FOLDER: &str = "explain";

/// Writes the tables; returns the folder that holds them.
pub fn write(finished: &FinishedRun, output: Option<&Path>, tables: &[CsvTable]) -> Result<PathBuf, Failure> {
    let bytes = |table: &CsvTable, path: &Path| {
        csv_bytes(&table.rows).map_err(|error| Failure::Write(path.join(&table.name), error.into()))
    };
    if let Some(folder) = output {
        std::fs::create_dir_all(folder).map_err(|error| Failure::Write(folder.to_path_buf(), error))?;
        for table in tables {
            write_file(&folder.join(&table.name), &bytes(table, folder)?)?;
        }
        return Ok(folder.to_path_buf());
    }
    let (mut folder, manifest) = RunFolder::open(finished.path())?;
    for table in tables {
        let name = format!("{FOLDER}/{}", table.name);
        folder.write(&name, &bytes(table, finished.path())?)?;
    }
    let place = folder.path().join(FOLDER);
    folder.update(manifest)?;
    Ok(place)
}

/// A name that any file system takes.
pub fn file_name(text: &str) -> String {
    text.chars().map(|sign| if sign.is_alphanumeric() || "-_.@=".contains(sign) { sign } else { '_' }).collect()
}
