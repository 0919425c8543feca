//! Values that exact quantiles need, kept in a temporary file instead of memory.
//!
//! Little-endian `f64`, `NaN` for missing. Each segment holds a block of replications of one scenario, column after
//! column, so that one column is read back with one short read per segment. The file has no name where the system
//! allows it, and goes with the process.

use super::error::{Doing, OutputError};
use super::scenario::ScenarioInfo;
use crate::metrics::{Column, GROUP_COLUMNS, MONTH_COLUMNS, REPLICATION_COLUMNS};
use crate::model::groups;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Columns of months whose distribution is summarised month by month.
pub(super) const SERIES: [&str; 7] =
    ["fund_balance_yuan", "outstanding_yuan", "recovery_rate_ytd", "overdue_yuan", "npl_yuan", "lent_yuan", "due_yuan"];

/// Replications in a segment.
const SEGMENT: usize = 1024;

/// Values of all scenarios, written as they come.
#[derive(Debug)]
pub(super) struct Spill {
    folder: PathBuf,
    file: File,
    end: u64,
    scenarios: Vec<Store>,
}

/// The values of one scenario.
#[derive(Debug)]
struct Store {
    /// Place in the file and number of replications.
    segments: Vec<(u64, usize)>,
    /// Values that wait for their segment, by column.
    waiting: Vec<Vec<f64>>,
}

/// The columns of [`SERIES`].
pub(super) fn series_columns() -> impl Iterator<Item = &'static Column<MonthRecord>> {
    SERIES.iter().filter_map(|id| MONTH_COLUMNS.iter().find(|column| column.id == *id))
}

/// The first spilled column of groups: group by group, each with all of its columns.
pub(super) fn first_group_column(info: &ScenarioInfo) -> usize {
    REPLICATION_COLUMNS.len() + SERIES.len() * info.months as usize
}

impl Spill {
    pub(super) fn create(folder: &Path, scenarios: &[ScenarioInfo]) -> Result<Spill, OutputError> {
        let file = tempfile::tempfile_in(folder).map_err(|e| OutputError::io(Doing::CreateFile, folder, e))?;
        let columns =
            |info: &ScenarioInfo| first_group_column(info) + GROUP_COLUMNS.len() * groups::count(info.townships.len());
        let store = |info| Store { segments: Vec::new(), waiting: vec![Vec::new(); columns(info)] };
        Ok(Spill { folder: folder.to_path_buf(), file, end: 0, scenarios: scenarios.iter().map(store).collect() })
    }

    /// Adds a replication.
    pub(super) fn push(
        &mut self,
        scenario: usize,
        replication: &ReplicationRecord,
        months: &[MonthRecord],
        groups: &[GroupRecord],
    ) -> Result<(), OutputError> {
        let own = REPLICATION_COLUMNS.iter().map(|column| (column.read)(replication).number());
        let series = series_columns().flat_map(|column| months.iter().map(|month| (column.read)(month).number()));
        let by_group = groups.iter().flat_map(|group| GROUP_COLUMNS.iter().map(|column| (column.read)(group).number()));
        self.push_values(scenario, own.chain(series).chain(by_group))
    }

    /// Adds a replication by its values: those of every metric, of every series month by month, of every group.
    pub(super) fn push_values(
        &mut self,
        scenario: usize,
        values: impl Iterator<Item = f64>,
    ) -> Result<(), OutputError> {
        let waiting = &mut self.scenarios[scenario].waiting;
        waiting.iter_mut().zip(values).for_each(|(values, value)| values.push(value));
        if self.scenarios[scenario].waiting[0].len() == SEGMENT {
            self.flush(scenario)?;
        }
        Ok(())
    }

    /// Nothing more will come: the values can be read.
    pub(super) fn finish(mut self) -> Result<Values, OutputError> {
        (0..self.scenarios.len()).try_for_each(|scenario| self.flush(scenario))?;
        let Spill { folder, file, scenarios, .. } = self;
        Ok(Values { folder, file, segments: scenarios.into_iter().map(|store| store.segments).collect() })
    }

    fn flush(&mut self, scenario: usize) -> Result<(), OutputError> {
        let store = &mut self.scenarios[scenario];
        let n = store.waiting[0].len();
        if n == 0 {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(store.waiting.len() * n * 8);
        for values in &mut store.waiting {
            bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            values.clear();
        }
        self.file.write_all(&bytes).map_err(|e| OutputError::io(Doing::Write, &self.folder, e))?;
        store.segments.push((self.end, n));
        self.end += bytes.len() as u64;
        Ok(())
    }
}

/// The values of every replication, read back one column at a time.
#[derive(Debug)]
pub struct Values {
    folder: PathBuf,
    file: File,
    segments: Vec<Vec<(u64, usize)>>,
}

impl Values {
    /// A metric of a scenario, replication by replication; `NaN` is missing.
    pub fn metric(&mut self, scenario: usize, id: &str) -> Result<Vec<f64>, OutputError> {
        let column = REPLICATION_COLUMNS.iter().position(|column| column.id == id);
        self.column(scenario, column.ok_or_else(|| OutputError::UnknownMetric { id: id.to_owned() })?)
    }

    /// Column `number` of the spilled ones: metrics first, then series × months, then groups × their columns.
    pub(super) fn column(&mut self, scenario: usize, number: usize) -> Result<Vec<f64>, OutputError> {
        let segments = self.segments.get(scenario).ok_or(OutputError::UnknownScenario { index: scenario })?;
        let mut values = Vec::with_capacity(segments.iter().map(|(_, n)| n).sum());
        let mut bytes = vec![0_u8; SEGMENT * 8];
        for &(start, n) in segments {
            let bytes = &mut bytes[..n * 8];
            let place = SeekFrom::Start(start + (number * n * 8) as u64);
            let read = self.file.seek(place).and_then(|_| self.file.read_exact(bytes));
            read.map_err(|e| OutputError::io(Doing::Read, &self.folder, e))?;
            let (eights, _) = bytes.as_chunks::<8>();
            values.extend(eights.iter().map(|eight| f64::from_le_bytes(*eight)));
        }
        Ok(values)
    }
}
