//! The rows of a table, a block at a time.

use super::super::error::OutputError;
use super::super::parquet::ParquetRows;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table that is open for reading.
pub struct Rows {
    path: PathBuf,
    file: ParquetRows,
}

/// Some rows of a table: whole replications of one scenario, in order.
#[derive(Clone, Debug)]
pub struct Block {
    scenario: String,
    replications: Vec<u32>,
    townships: Vec<String>,
    ids: Arc<[String]>,
    numbers: Vec<Vec<f64>>,
}

const SCENARIO: &str = "scenario";
const REPLICATION: &str = "replication";
const TOWNSHIP: &str = "township";

impl Rows {
    pub(super) fn open(path: &Path) -> Result<Rows, OutputError> {
        Ok(Rows { path: path.to_path_buf(), file: ParquetRows::open(path)? })
    }

    /// Names of the columns, those that identify a row first.
    pub fn columns(&self) -> &[String] {
        self.file.names()
    }

    /// Reads the table block by block: of each row the scenario, the replication, the township where the table has it,
    /// and the columns `ids` as numbers.
    ///
    /// # Errors
    ///
    /// [`OutputError::NoColumn`] for a column that the table does not have; each block may be
    /// [`OutputError::Table`] or [`OutputError::Damaged`].
    pub fn blocks(
        &self,
        ids: &[&str],
    ) -> Result<impl Iterator<Item = Result<Block, OutputError>> + use<'_>, OutputError> {
        self.chosen(None, ids)
    }

    /// The blocks of one scenario; of the others only the name is read.
    ///
    /// # Errors
    ///
    /// As [`Self::blocks`].
    pub fn blocks_of(
        &self,
        scenario: &str,
        ids: &[&str],
    ) -> Result<impl Iterator<Item = Result<Block, OutputError>> + use<'_>, OutputError> {
        self.chosen(Some(scenario.to_owned()), ids)
    }

    fn chosen(
        &self,
        scenario: Option<String>,
        ids: &[&str],
    ) -> Result<impl Iterator<Item = Result<Block, OutputError>> + use<'_>, OutputError> {
        let has = |id: &str| self.columns().iter().any(|name| name == id);
        if let Some(id) = [SCENARIO, REPLICATION].iter().chain(ids).find(|id| !has(id)) {
            return Err(OutputError::NoColumn { path: self.path.clone(), id: (*id).to_owned() });
        }
        let words: Vec<String> = [SCENARIO, TOWNSHIP].into_iter().filter(|id| has(id)).map(str::to_owned).collect();
        let ids: Arc<[String]> = ids.iter().map(|id| (*id).to_owned()).collect();
        let numbers: Vec<String> = std::iter::once(REPLICATION.to_owned())
            .chain(ids.iter().filter(|id| *id != REPLICATION).cloned())
            .collect();
        Ok((0..self.file.groups()).filter_map(move |index| {
            match scenario.as_ref().map_or(Ok(true), |scenario| self.belongs(index, scenario)) {
                Ok(false) => None,
                Ok(true) => Some(self.block(index, &words, &numbers, &ids)),
                Err(error) => Some(Err(error)),
            }
        }))
    }

    /// Whether a row group begins with a row of a scenario.
    fn belongs(&self, index: usize, scenario: &str) -> Result<bool, OutputError> {
        let group = self.file.group(index, &[SCENARIO.to_owned()], &[])?;
        Ok(group.words.first().and_then(|names| names.first()).is_some_and(|name| name == scenario))
    }

    fn block(
        &self,
        index: usize,
        words: &[String],
        numbers: &[String],
        ids: &Arc<[String]>,
    ) -> Result<Block, OutputError> {
        let group = self.file.group(index, words, numbers)?;
        let malformed = || OutputError::Damaged { path: self.path.clone() };
        let mut words = group.words.into_iter();
        let scenarios = words.next().unwrap_or_default();
        let scenario = scenarios.first().cloned().unwrap_or_default();
        if scenarios.iter().any(|name| *name != scenario) {
            return Err(malformed());
        }
        let replications = group.numbers.first().map_or(&[] as &[f64], |column| column.as_slice());
        let replications = replications.iter().map(|number| whole(*number)).collect::<Option<Vec<u32>>>();
        let replications = replications.ok_or_else(malformed)?;
        // The columns in the order they were asked for, each as often as it was.
        let position = |id: &String| numbers.iter().position(|name| name == id).unwrap_or_default();
        let columns = ids.iter().map(|id| group.numbers[position(id)].clone()).collect();
        Ok(Block {
            scenario,
            replications,
            townships: words.next().unwrap_or_default(),
            ids: ids.clone(),
            numbers: columns,
        })
    }
}

impl Block {
    /// Name of the scenario.
    pub fn scenario(&self) -> &str {
        &self.scenario
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.replications.len()
    }

    /// The replication of each row, from 0.
    pub fn replications(&self) -> &[u32] {
        &self.replications
    }

    /// The township of each row; empty where the table has none.
    pub fn townships(&self) -> &[String] {
        &self.townships
    }

    /// A column that was asked for, row by row: `NaN` is missing, yes is 1 and no is 0. Empty for another column.
    pub fn numbers(&self, id: &str) -> &[f64] {
        let position = self.ids.iter().position(|known| known == id);
        position.map_or(&[], |position| self.numbers[position].as_slice())
    }

    /// The rows of each replication, in order: (replication, first row, row after the last).
    pub fn by_replication(&self) -> impl Iterator<Item = (u32, std::ops::Range<usize>)> + '_ {
        let mut from = 0;
        self.replications.chunk_by(|a, b| a == b).map(move |rows| {
            let range = from..from + rows.len();
            from = range.end;
            (rows[0], range)
        })
    }
}

fn whole(number: f64) -> Option<u32> {
    (number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0).then_some(number as u32)
}
