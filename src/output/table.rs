//! Records become rows: the same code for the four tables.
//!
//! A row group holds a fixed number of whole replications of one scenario, and the groups follow one another by
//! replications first and scenarios second. So the bytes depend on the data alone, not on how chunks were cut, and a
//! reader who wants one scenario skips the groups of the others.

use super::error::OutputError;
use super::folder::RunFolder;
use super::parquet::ParquetFile;
use super::scenario::ScenarioInfo;
use super::{VERSION, names};
use crate::metrics::{Column, KeyColumn, Unit, Value};
use crate::metrics::{GROUP_COLUMNS, GROUP_KEYS, TOWNSHIP_COLUMNS, TOWNSHIP_KEYS};
use crate::metrics::{MONTH_COLUMNS, MONTH_KEYS, REPLICATION_COLUMNS, REPLICATION_KEYS};
use crate::model::groups;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use serde_json::json;

/// Rows that a row group has at most, unless one replication has more.
const GROUP_ROWS: usize = 1 << 15;

/// Name and unit of a column.
#[derive(Clone, Copy)]
pub(super) struct ColumnSpec {
    pub(super) id: &'static str,
    pub(super) unit: Unit,
}

/// The values of a column in one row group.
pub(super) enum ColumnData<'a> {
    Float(Vec<Option<f64>>),
    Integer(Vec<Option<i64>>),
    Boolean(Vec<Option<bool>>),
    Text(Vec<&'a str>),
}

/// A record that is a row of a table.
pub(super) trait Row: Clone + Sized + 'static {
    const NAME: &'static str;
    fn keys() -> &'static [KeyColumn];
    fn columns() -> &'static [Column<Self>];
    /// Rows of one replication.
    fn per_replication(info: &ScenarioInfo) -> usize;
    /// The keys after scenario and replication, by the row's place within its replication.
    fn further_keys(info: &ScenarioInfo, places: impl Iterator<Item = usize> + Clone) -> Vec<ColumnData<'_>>;
}

impl Row for ReplicationRecord {
    const NAME: &'static str = names::REPLICATIONS;
    fn keys() -> &'static [KeyColumn] {
        &REPLICATION_KEYS
    }
    fn columns() -> &'static [Column<Self>] {
        &REPLICATION_COLUMNS
    }
    fn per_replication(_: &ScenarioInfo) -> usize {
        1
    }
    fn further_keys(_: &ScenarioInfo, _: impl Iterator<Item = usize> + Clone) -> Vec<ColumnData<'_>> {
        Vec::new()
    }
}

impl Row for MonthRecord {
    const NAME: &'static str = names::MONTHS;
    fn keys() -> &'static [KeyColumn] {
        &MONTH_KEYS
    }
    fn columns() -> &'static [Column<Self>] {
        &MONTH_COLUMNS
    }
    fn per_replication(info: &ScenarioInfo) -> usize {
        info.months as usize
    }
    fn further_keys(_: &ScenarioInfo, places: impl Iterator<Item = usize> + Clone) -> Vec<ColumnData<'_>> {
        vec![ColumnData::Integer(places.map(|place| Some(place as i64 + 1)).collect())]
    }
}

impl Row for TownshipYearRecord {
    const NAME: &'static str = names::TOWNSHIPS;
    fn keys() -> &'static [KeyColumn] {
        &TOWNSHIP_KEYS
    }
    fn columns() -> &'static [Column<Self>] {
        &TOWNSHIP_COLUMNS
    }
    fn per_replication(info: &ScenarioInfo) -> usize {
        info.townships.len() * info.years.len()
    }
    fn further_keys(info: &ScenarioInfo, places: impl Iterator<Item = usize> + Clone) -> Vec<ColumnData<'_>> {
        let years = info.years.len();
        vec![
            ColumnData::Text(places.clone().map(|place| info.townships[place / years].as_str()).collect()),
            ColumnData::Integer(places.map(|place| Some(i64::from(info.years[place % years]))).collect()),
        ]
    }
}

impl Row for GroupRecord {
    const NAME: &'static str = names::GROUPS;
    fn keys() -> &'static [KeyColumn] {
        &GROUP_KEYS
    }
    fn columns() -> &'static [Column<Self>] {
        &GROUP_COLUMNS
    }
    fn per_replication(info: &ScenarioInfo) -> usize {
        groups::count(info.townships.len())
    }
    fn further_keys(info: &ScenarioInfo, places: impl Iterator<Item = usize> + Clone) -> Vec<ColumnData<'_>> {
        let names = places.map(|place| groups::name(&info.townships, place));
        vec![
            ColumnData::Text(names.clone().map(|(grouping, _)| grouping.key()).collect()),
            ColumnData::Text(names.map(|(_, group)| group).collect()),
        ]
    }
}

/// A table on its way.
pub(super) struct Table<R: Row> {
    file: ParquetFile,
    /// Replications in a row group.
    group: usize,
    /// For each scenario: the replication of its first waiting row, and the waiting rows.
    waiting: Vec<(u32, Vec<R>)>,
}

impl<R: Row> Table<R> {
    pub(super) fn create(folder: &RunFolder, scenarios: &[ScenarioInfo]) -> Result<Table<R>, OutputError> {
        let most_rows = scenarios.iter().map(R::per_replication).max().unwrap_or(1).max(1);
        Table::create_in_groups(folder, scenarios, (GROUP_ROWS / most_rows).max(1))
    }

    /// As [`Table::create`], with so many replications in a row group: with many scenarios, less waits in memory.
    pub(super) fn create_in_groups(
        folder: &RunFolder,
        scenarios: &[ScenarioInfo],
        group: usize,
    ) -> Result<Table<R>, OutputError> {
        let keys = R::keys().iter().map(|key| ColumnSpec { id: key.id, unit: key.unit });
        let columns = R::columns().iter().map(|column| ColumnSpec { id: column.id, unit: column.unit });
        let columns: Vec<ColumnSpec> = keys.chain(columns).collect();
        let file = ParquetFile::create(folder.begin(R::NAME)?, &columns, metadata::<R>(scenarios))?;
        Ok(Table { file, group, waiting: vec![(0, Vec::new()); scenarios.len()] })
    }

    /// Takes the rows of consecutive replications; writes the groups that are complete in every scenario.
    pub(super) fn append(
        &mut self,
        scenarios: &[ScenarioInfo],
        scenario: usize,
        first_replication: u32,
        rows: &[R],
    ) -> Result<(), OutputError> {
        let (first, waiting) = &mut self.waiting[scenario];
        if waiting.is_empty() {
            *first = first_replication;
        }
        waiting.extend_from_slice(rows);
        let ready = |table: &Self| {
            let has_rows = table.waiting.iter().any(|(_, rows)| !rows.is_empty());
            let full = |(info, (_, rows)): (&ScenarioInfo, &(u32, Vec<R>))| {
                rows.len() >= table.group * R::per_replication(info)
            };
            has_rows && scenarios.iter().zip(&table.waiting).all(full)
        };
        while ready(self) {
            self.write_groups(scenarios)?;
        }
        Ok(())
    }

    /// Writes what is left and the footer, and publishes the file.
    pub(super) fn finish(mut self, scenarios: &[ScenarioInfo], folder: &mut RunFolder) -> Result<(), OutputError> {
        while self.waiting.iter().any(|(_, rows)| !rows.is_empty()) {
            self.write_groups(scenarios)?;
        }
        folder.publish(self.file.finish()?)
    }

    /// One row group of each scenario.
    fn write_groups(&mut self, scenarios: &[ScenarioInfo]) -> Result<(), OutputError> {
        for (info, (first, rows)) in scenarios.iter().zip(&mut self.waiting) {
            let n = rows.len().min(self.group * R::per_replication(info));
            if n > 0 {
                self.file.write(&columns_of(info, *first, &rows[..n]))?;
                rows.drain(..n);
                *first += self.group as u32;
            }
        }
        Ok(())
    }
}

/// All columns of some rows that begin with a replication.
fn columns_of<'a, R: Row>(info: &'a ScenarioInfo, first_replication: u32, rows: &[R]) -> Vec<ColumnData<'a>> {
    let per = R::per_replication(info);
    let replication = |row: usize| Some(i64::from(first_replication) + (row / per) as i64);
    let mut columns = vec![
        ColumnData::Text(vec![info.name.as_str(); rows.len()]),
        ColumnData::Integer((0..rows.len()).map(replication).collect()),
    ];
    columns.extend(R::further_keys(info, (0..rows.len()).map(|row| row % per)));
    columns.extend(R::columns().iter().map(|column| values_of(column, rows)));
    columns
}

fn values_of<R>(column: &Column<R>, rows: &[R]) -> ColumnData<'static> {
    use crate::metrics::Kind;
    let values = rows.iter().map(column.read);
    match column.unit.kind() {
        Kind::Float => ColumnData::Float(values.map(number).collect()),
        Kind::Boolean => ColumnData::Boolean(values.map(|value| number(value).map(|v| v != 0.0)).collect()),
        Kind::Integer | Kind::Text => ColumnData::Integer(
            values.map(|value| if let Value::Integer(whole) = value { Some(whole) } else { None }).collect(),
        ),
    }
}

/// The number of a value; none if it is missing or not a number.
fn number(value: Value) -> Option<f64> {
    let number = value.number();
    (!number.is_nan()).then_some(number)
}

/// What the file says about itself, readable with any Parquet library.
fn metadata<R: Row>(scenarios: &[ScenarioInfo]) -> Vec<(String, String)> {
    let describe = |id: &str, unit: Unit, words: [&str; 4]| {
        json!({
            "name": id, "unit": unit.en(), "unit_zh": unit.zh(),
            "label_en": words[0], "label_zh": words[1], "meaning_en": words[2], "meaning_zh": words[3],
        })
    };
    let keys = R::keys().iter().map(|c| describe(c.id, c.unit, [c.label_en, c.label_zh, c.en, c.zh]));
    let columns = R::columns().iter().map(|c| describe(c.id, c.unit, [c.label_en, c.label_zh, c.en, c.zh]));
    let columns: Vec<serde_json::Value> = keys.chain(columns).collect();
    let scenario = |info: &ScenarioInfo| {
        json!({
            "name": info.name, "title_en": info.title_en, "title_zh": info.title_zh, "digest": info.digest,
            "start": info.start.to_string(), "months": info.months,
        })
    };
    let scenarios: Vec<serde_json::Value> = scenarios.iter().map(scenario).collect();
    vec![
        ("lendmix.version".to_owned(), VERSION.to_owned()),
        ("lendmix.scenarios".to_owned(), json!(scenarios).to_string()),
        ("lendmix.columns".to_owned(), json!(columns).to_string()),
    ]
}
