//! Takes the chunks of a run in the order of replications and leaves the run folder behind.

use super::chunk;
use super::comparison_csv::comparison_csv;
use super::error::OutputError;
use super::folder::RunFolder;
use super::groups_csv::groups_csv;
use super::manifest::json;
use super::names;
use super::scenario::ScenarioInfo;
use super::spill::{Spill, Values};
use super::summarise::{Against, Counts, HEADLINE, summarise};
use super::summary::RunSummary;
use super::summary_csv::{fund_by_month_csv, summary_csv};
use super::table::{Row, Table};
use crate::engine::Chunk;
use crate::metrics::REPLICATION_COLUMNS;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use crate::scenario::Tables;

/// Writes the tables of a run as chunks come, and its summaries at the end.
pub struct RunWriter {
    scenarios: Vec<ScenarioInfo>,
    against: Against,
    replications: Option<Table<ReplicationRecord>>,
    months: Option<Table<MonthRecord>>,
    townships: Option<Table<TownshipYearRecord>>,
    groups: Option<Table<GroupRecord>>,
    spill: Spill,
    first_replication: u32,
    /// For each scenario: the replication that comes next.
    next: Vec<u32>,
    /// For each scenario and month: replications depleted in it.
    depletions: Vec<Vec<u64>>,
    /// For each scenario, township and year: replications with a suspension in it.
    suspensions: Vec<Vec<u64>>,
    /// Last, so that unfinished files are gone when an empty folder of ours is taken away.
    folder: RunFolder,
}

/// What a finished writer hands on.
#[derive(Debug)]
pub struct Finished {
    /// The folder, still without its manifest: charts and report come before.
    pub folder: RunFolder,
    /// The summary.
    pub summary: RunSummary,
    /// The values of every replication.
    pub values: Values,
}

impl RunWriter {
    /// Begins the files of a run whose first replication is `first_replication`.
    ///
    /// The other scenarios are compared with `baseline`.
    pub fn create(
        folder: RunFolder,
        scenarios: Vec<ScenarioInfo>,
        baseline: usize,
        tables: Tables,
        first_replication: u32,
    ) -> Result<RunWriter, OutputError> {
        if baseline >= scenarios.len() {
            return Err(OutputError::UnknownScenario { index: baseline });
        }
        Ok(RunWriter {
            replications: tables.replications.then(|| Table::create(&folder, &scenarios)).transpose()?,
            months: tables.months.then(|| Table::create(&folder, &scenarios)).transpose()?,
            townships: tables.townships.then(|| Table::create(&folder, &scenarios)).transpose()?,
            groups: tables.groups.then(|| Table::create(&folder, &scenarios)).transpose()?,
            spill: Spill::create(folder.path(), &scenarios)?,
            first_replication,
            next: vec![first_replication; scenarios.len()],
            depletions: scenarios.iter().map(|info| vec![0; info.months as usize]).collect(),
            suspensions: scenarios.iter().map(|info| vec![0; info.townships.len() * info.years.len()]).collect(),
            folder,
            scenarios,
            against: Against { baseline, headline: HEADLINE.map(str::to_owned).to_vec() },
        })
    }

    /// Compares by these metrics above all, in place of [`HEADLINE`].
    ///
    /// # Errors
    ///
    /// A metric that no column has.
    pub fn headline(mut self, ids: Vec<String>) -> Result<RunWriter, OutputError> {
        let unknown = ids.iter().find(|id| !REPLICATION_COLUMNS.iter().any(|column| column.id == **id));
        match unknown {
            Some(id) => Err(OutputError::UnknownMetric { id: id.clone() }),
            None => {
                self.against.headline = ids;
                Ok(self)
            }
        }
    }

    /// Takes the next replications of a scenario.
    ///
    /// Scenarios may run ahead of one another by a chunk: rows wait until every scenario has a full row group.
    pub fn append(&mut self, scenario: usize, chunk: &Chunk) -> Result<(), OutputError> {
        let info = self.scenarios.get(scenario).ok_or(OutputError::UnknownScenario { index: scenario })?;
        chunk::check(chunk, scenario, info)?;
        let (expected, found) = (self.next[scenario], chunk.first_replication);
        if expected != found {
            return Err(OutputError::OutOfOrder { scenario, expected, found });
        }
        self.spill_values(scenario, chunk)?;
        self.count_suspensions(scenario, chunk);
        if let Some(table) = &mut self.replications {
            table.append(&self.scenarios, scenario, found, &chunk.replications)?;
        }
        if let Some(table) = &mut self.months {
            table.append(&self.scenarios, scenario, found, &chunk.months)?;
        }
        if let Some(table) = &mut self.townships {
            table.append(&self.scenarios, scenario, found, &chunk.townships)?;
        }
        if let Some(table) = &mut self.groups {
            table.append(&self.scenarios, scenario, found, &chunk.groups)?;
        }
        self.next[scenario] += chunk.replications.len() as u32;
        Ok(())
    }

    /// Replications of every scenario so far.
    pub fn replications_done(&self) -> u32 {
        self.next.iter().min().map_or(0, |next| next - self.first_replication)
    }

    /// Closes and publishes the tables, then the summaries. Whatever number of replications has come is kept.
    pub fn finish(self) -> Result<Finished, OutputError> {
        if self.next.iter().any(|next| *next != self.next[0]) {
            return Err(OutputError::UnequalEnds { ends: self.next });
        }
        let n = self.replications_done();
        // In the order of the pattern: what is named first is dropped last, and that must be the folder.
        let RunWriter { mut folder, scenarios, against, replications, months, townships, groups, .. } = self;
        let RunWriter { first_replication, depletions, suspensions, spill, .. } = self;
        publish(replications, &scenarios, &mut folder)?;
        publish(months, &scenarios, &mut folder)?;
        publish(townships, &scenarios, &mut folder)?;
        publish(groups, &scenarios, &mut folder)?;
        let mut values = spill.finish()?;
        let counts = Counts { depletions, suspensions };
        let summary = summarise(&scenarios, &counts, first_replication, n, &against, &mut values)?;
        write_summaries(&mut folder, &summary, &scenarios)?;
        Ok(Finished { folder, summary, values })
    }

    fn count_suspensions(&mut self, scenario: usize, chunk: &Chunk) {
        let counts = &mut self.suspensions[scenario];
        for records in chunk.townships.chunks_exact(counts.len().max(1)) {
            let suspended = records.iter().map(|record| u64::from(record.months_suspended > 0));
            counts.iter_mut().zip(suspended).for_each(|(count, suspended)| *count += suspended);
        }
    }

    fn spill_values(&mut self, scenario: usize, chunk: &Chunk) -> Result<(), OutputError> {
        let months = self.scenarios[scenario].months as usize;
        for (number, record) in chunk.replications.iter().enumerate() {
            let own_months = &chunk.months[number * months..(number + 1) * months];
            let groups = chunk.groups.len() / chunk.replications.len();
            let own_groups = &chunk.groups[number * groups..(number + 1) * groups];
            self.spill.push(scenario, record, own_months, own_groups)?;
            let month = record.depletion_month.and_then(|month| (month as usize).checked_sub(1));
            if let Some(count) = month.and_then(|month| self.depletions[scenario].get_mut(month)) {
                *count += 1;
            }
        }
        Ok(())
    }
}

fn publish<R: Row>(
    table: Option<Table<R>>,
    scenarios: &[ScenarioInfo],
    folder: &mut RunFolder,
) -> Result<(), OutputError> {
    table.map_or(Ok(()), |table| table.finish(scenarios, folder))
}

fn write_summaries(
    folder: &mut RunFolder,
    summary: &RunSummary,
    scenarios: &[ScenarioInfo],
) -> Result<(), OutputError> {
    let path = |name: &str| folder.path().join(name);
    let csv_error = |name: &str, source| OutputError::Csv { path: path(name), source };
    let starts: Vec<_> = scenarios.iter().map(|info| info.start).collect();
    let table = summary_csv(summary).map_err(|source| csv_error(names::SUMMARY_CSV, source))?;
    let fund = fund_by_month_csv(summary, &starts).map_err(|source| csv_error(names::FUND_BY_MONTH, source))?;
    let compared = comparison_csv(summary).map_err(|source| csv_error(names::COMPARISON_CSV, source))?;
    let groups = groups_csv(summary, scenarios).map_err(|source| csv_error(names::GROUPS_CSV, source))?;
    let all = json(summary, &path(names::SUMMARY_JSON))?;
    folder.write(names::SUMMARY_CSV, &table)?;
    folder.write(names::FUND_BY_MONTH, &fund)?;
    folder.write(names::GROUPS_CSV, &groups)?;
    if !summary.comparisons.is_empty() {
        folder.write(names::COMPARISON_CSV, &compared)?;
    }
    folder.write(names::SUMMARY_JSON, &all)
}
