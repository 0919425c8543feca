//! The tables of a run, replication by replication: for the identities, and again into the values of the summaries.

use super::super::error::OutputError;
use super::super::read::{Block, FinishedRun, Rows, TableName};
use super::super::scenario::ScenarioInfo;
use super::super::spill::{SERIES, Spill};
use super::super::summarise::Counts;
use super::super::summary::ScenarioSummary;
use super::{Check, Failing, Side};
use crate::audit::{Audit, Books, Columns, Header};
use crate::metrics::{GROUP_COLUMNS, REPLICATION_COLUMNS};
use crate::model::groups::{self as membership, Grouping};
use crate::text::words::run_sides as sides;
use crate::units::CalendarMonth;

/// What is gathered for the summaries.
pub(super) struct Replay {
    pub(super) infos: Vec<ScenarioInfo>,
    /// None without the table of replications.
    pub(super) spill: Option<Spill>,
    /// Replications with depletion or suspension, as the summaries count them.
    pub(super) counts: Counts,
}

impl Replay {
    pub(super) fn create(run: &FinishedRun) -> Result<Replay, OutputError> {
        let damaged = || OutputError::Damaged { path: run.path().join(super::super::names::SUMMARY_JSON) };
        let infos = run.summary().scenarios.iter().map(|scenario| info(scenario).ok_or_else(damaged));
        let infos = infos.collect::<Result<Vec<ScenarioInfo>, OutputError>>()?;
        let spilled = run.has(TableName::Replications).then(|| Spill::create(&std::env::temp_dir(), &infos));
        let counts = Counts {
            depletions: infos.iter().map(|info| vec![0; info.months as usize]).collect(),
            suspensions: infos.iter().map(|info| vec![0; info.townships.len() * info.years.len()]).collect(),
        };
        Ok(Replay { spill: spilled.transpose()?, infos, counts })
    }

    /// Reads the tables of scenario `index`; every replication is checked and kept for the summaries.
    pub(super) fn scenario(
        &mut self,
        run: &FinishedRun,
        index: usize,
        scenario: &ScenarioSummary,
        audit: &mut Audit,
        rows: &mut Check,
    ) -> Result<(), OutputError> {
        let opened: Vec<(TableName, Rows)> = TableName::ALL
            .into_iter()
            .filter(|table| run.has(*table))
            .map(|table| Ok((table, run.table_as_found(table)?)))
            .collect::<Result<_, OutputError>>()?;
        let mut streams = opened
            .iter()
            .map(|(table, rows)| Ok((*table, Stream::open(rows, &scenario.name)?)))
            .collect::<Result<Vec<_>, OutputError>>()?;
        let first = run.summary().first_replication;
        let start = self.infos[index].start;
        for replication in first..first + run.summary().replications {
            let mut books = Books { start, run: None, months: None, townships: None, groups: None };
            for (table, stream) in &mut streams {
                let found = stream.next()?;
                let number = found.as_ref().map(|(number, _)| *number);
                rows.compare(number == Some(replication), || {
                    let found = number.map_or_else(Side::end_of_table, Side::replication);
                    Failing {
                        scenario: Some(scenario.name.clone()),
                        ..Failing::of(table.file().to_owned(), found, Side::replication(replication))
                    }
                });
                let Some((_, columns)) = found.filter(|(number, _)| *number == replication) else { return Ok(()) };
                match table {
                    TableName::Replications => books.run = Some(columns),
                    TableName::Months => {
                        in_order(&columns, scenario, replication, rows);
                        books.months = Some(columns);
                    }
                    TableName::Townships => books.townships = Some(columns),
                    TableName::Groups => books.groups = Some(columns),
                }
            }
            audit.check(&scenario.name, replication, &books);
            self.keep(index, &books)?;
        }
        for (table, stream) in &mut streams {
            let more = stream.next()?;
            rows.compare(more.is_none(), || {
                let found = more.map_or_else(Side::end_of_table, |(number, _)| Side::replication(number));
                Failing {
                    scenario: Some(scenario.name.clone()),
                    ..Failing::of(table.file().to_owned(), found, Side::end_of_table())
                }
            });
        }
        Ok(())
    }

    /// Keeps what the summaries are made of.
    fn keep(&mut self, index: usize, books: &Books) -> Result<(), OutputError> {
        let (Some(spill), Some(run)) = (&mut self.spill, &books.run) else { return Ok(()) };
        let number = |id: &str| run.column(id).and_then(|values| values.first()).copied().unwrap_or(f64::NAN);
        let months = self.infos[index].months as usize;
        let monthly = |id: &str, t: usize| {
            let column = books.months.as_ref().and_then(|months| months.column(id));
            column.and_then(|values| values.get(t)).copied().unwrap_or(f64::NAN)
        };
        let own = REPLICATION_COLUMNS.iter().map(|column| number(column.id));
        let series = SERIES.iter().flat_map(|id| (0..months).map(move |t| monthly(id, t)));
        let number_of_groups = membership::count(self.infos[index].townships.len());
        let of_group = |group: usize, id: &str| {
            let column = books.groups.as_ref().and_then(|groups| groups.column(id));
            column.and_then(|values| values.get(group)).copied().unwrap_or(f64::NAN)
        };
        let by_group = (0..number_of_groups).flat_map(|group| GROUP_COLUMNS.iter().map(move |c| (group, c.id)));
        let by_group = by_group.map(|(group, id)| of_group(group, id));
        spill.push_values(index, own.chain(series).chain(by_group))?;
        let depleted = number("depletion_month");
        if depleted >= 1.0 && depleted <= months as f64 {
            self.counts.depletions[index][depleted as usize - 1] += 1;
        }
        let suspended = books.townships.as_ref().and_then(|townships| townships.column("months_suspended"));
        for (count, months) in self.counts.suspensions[index].iter_mut().zip(suspended.unwrap_or_default()) {
            *count += u64::from(*months > 0.0);
        }
        Ok(())
    }
}

/// The months of a replication are 1, 2, … to the last.
fn in_order(columns: &Columns, scenario: &ScenarioSummary, replication: u32, rows: &mut Check) {
    let months = columns.column("month").unwrap_or_default();
    let expected = (1..=scenario.months).map(f64::from);
    rows.compare(months.iter().copied().eq(expected), || Failing {
        scenario: Some(scenario.name.clone()),
        replication: Some(replication),
        ..Failing::of(
            TableName::Months.file().to_owned(),
            Side::rows(months.len()),
            Side::told(|lang| sides::months(lang, scenario.months)),
        )
    });
}

/// Names of the townships, as the summary groups households.
fn townships(scenario: &ScenarioSummary) -> Vec<String> {
    let of_townships = scenario.groups.iter().filter(|group| group.grouping == Grouping::Township.key());
    of_townships.map(|group| group.group.clone()).collect()
}

/// What the summary says of a scenario, as the writer of summaries takes it.
fn info(scenario: &ScenarioSummary) -> Option<ScenarioInfo> {
    let start = CalendarMonth::parse(&scenario.start)?;
    let last = start.plus(scenario.months.saturating_sub(1));
    Some(ScenarioInfo {
        name: scenario.name.clone(),
        title_en: scenario.title_en.clone(),
        title_zh: scenario.title_zh.clone(),
        digest: scenario.digest.clone(),
        start,
        months: scenario.months,
        townships: townships(scenario),
        years: (start.year()..=last.year()).collect(),
    })
}

/// Numbers of the replications of a block and their rows.
type Replications = std::vec::IntoIter<(u32, std::ops::Range<usize>)>;

/// The replications of a scenario in one table, one after the other.
struct Stream<'a> {
    blocks: Box<dyn Iterator<Item = Result<Block, OutputError>> + 'a>,
    header: Header,
    ids: Vec<String>,
    block: Option<(Block, Replications)>,
}

impl<'a> Stream<'a> {
    fn open(rows: &'a Rows, scenario: &str) -> Result<Stream<'a>, OutputError> {
        let is_number =
            |id: &&String| !["scenario", "township", "grouping", "group", "replication"].contains(&id.as_str());
        let ids: Vec<String> = rows.columns().iter().filter(is_number).cloned().collect();
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        let blocks = Box::new(rows.blocks_of(scenario, &names)?);
        Ok(Stream { blocks, header: Header::new(names.iter().copied()), ids, block: None })
    }

    /// The next replication and its rows; none at the end.
    fn next(&mut self) -> Result<Option<(u32, Columns)>, OutputError> {
        loop {
            if let Some((block, replications)) = &mut self.block
                && let Some((replication, rows)) = replications.next()
            {
                let values = self.ids.iter().map(|id| block.numbers(id)[rows.clone()].to_vec()).collect();
                return Ok(Some((replication, Columns::new(&self.header, values))));
            }
            let Some(block) = self.blocks.next().transpose()? else { return Ok(None) };
            let replications: Vec<_> = block.by_replication().collect();
            self.block = Some((block, replications.into_iter()));
        }
    }
}
