//! A run's folder: tables, summaries and the manifest that says how they were made.
//!
//! * Memory does not grow with the number of replications: tables are written as chunks come, and the values that
//!   exact quantiles need wait in a temporary file.
//! * The same chunks give the same bytes, however they are cut and whatever the thread count; times and machine live
//!   in the manifest only.
//! * A file appears under its name whole or not at all; the manifest appears last.
//! * A finished run is read back through [`FinishedRun`], a row group at a time, and only as its manifest describes it.
//! * polars is named in `parquet/` and nowhere else.

mod check;
mod chunk;
mod comparison_csv;
mod error;
mod folder;
mod groups_csv;
mod inputs;
mod manifest;
mod map;
mod origins;
mod pending;
mod ratios;
mod read;
mod scenario;
mod spill;
mod summarise;
mod summary;
mod summary_csv;
// Without Parquet nobody reads the columns that rows become.
#[cfg_attr(not(feature = "parquet"), allow(dead_code))]
mod table;
mod verdict;
mod writer;

#[cfg(feature = "parquet")]
mod parquet;
#[cfg(not(feature = "parquet"))]
#[path = "parquet/absent.rs"]
mod parquet;

pub use check::{Check, Failing, RunCheck, Side, Status, check_map, check_run};
pub use error::{Doing, OutputError};
pub use folder::RunFolder;
pub use inputs::{OtherProgram, RestoreError, restore_scenario, restore_scenarios, store_inputs};
pub use manifest::{FileEntry, Machine, Manifest, RunFacts, ScenarioText, StoredInput, lock_file_digest};
pub use map::{AXES, MAP_METRICS, MapMetric, MapMix, MapPoint, MapSummary, MapWriter, OUTREACH, efficiency_words};
pub use pending::{PendingFile, write_file};
pub use ratios::Ratios;
pub use read::{Block, FinishedRun, Rows, TableName, is_map, open_map};
pub use scenario::ScenarioInfo;
pub use spill::Values;
pub use summarise::HEADLINE;
pub use summary::{
    Comparison, DepletionSummary, EffectSummary, GroupMetric, GroupSummary, MetricSummary, QuantileSeries, RunSummary,
    ScenarioSummary, SeriesSummary, TailSummary, TownshipSummary,
};
pub use summary_csv::csv_bytes;
pub use verdict::Verdict;
pub use writer::{Finished, RunWriter};

/// Names of files in a run folder.
pub mod names {
    /// One row per replication.
    pub const REPLICATIONS: &str = "replications.parquet";
    /// One row per replication and month.
    pub const MONTHS: &str = "months.parquet";
    /// One row per replication, township and year.
    pub const TOWNSHIPS: &str = "townships.parquet";
    /// One row per replication and group of households.
    pub const GROUPS: &str = "groups.parquet";
    /// One row per scenario and group of households, for spreadsheets.
    pub const GROUPS_CSV: &str = "groups.csv";
    /// One row per scenario and metric, for spreadsheets.
    pub const SUMMARY_CSV: &str = "summary.csv";
    /// One row per scenario and metric against the baseline, for spreadsheets.
    pub const COMPARISON_CSV: &str = "comparison.csv";
    /// One row per mix and metric of a map, for spreadsheets.
    pub const MAP_CSV: &str = "map.csv";
    /// One row per mix and metric of a map.
    pub const MAP: &str = "map.parquet";
    /// The whole summary, for programs.
    pub const SUMMARY_JSON: &str = "summary.json";
    /// The numbers behind the fan chart of the fund.
    pub const FUND_BY_MONTH: &str = "fund_by_month.csv";
    /// Folder of the scenarios and tables that the run was simulated from.
    pub const INPUTS: &str = "inputs";
    /// The report, for a browser and for paper.
    pub const REPORT: &str = "report.html";
    /// What made the folder; written last.
    pub const MANIFEST: &str = "manifest.json";
}

/// Version of the program, as it stands in every file.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(test)]
mod tests;
