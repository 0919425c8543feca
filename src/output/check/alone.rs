//! Whether a replication that is simulated alone gives the bits that it has among the others, on any number of threads.

use super::{Check, Failing, Side};
use crate::engine::{self, Chunk, Study, Unwatched};
use crate::metrics::REPLICATION_COLUMNS;
use crate::output::error::OutputError;
use crate::output::inputs::{OtherProgram, restore_scenarios};
use crate::output::names;
use crate::output::read::{FinishedRun, TableName};
use crate::scenario::Scenario;
use crate::text::words::{audit as words, run_sides as sides};

/// Numbers of threads on which a replication is simulated again.
const THREADS: [usize; 3] = [1, 2, 7];

/// Simulates the first, the middle and the last replication again, each alone, and compares every value of the table of
/// replications. Not checked where the folder keeps no inputs or no such table, or where another program simulated.
///
/// # Errors
///
/// A table that cannot be read.
pub fn check(run: &FinishedRun) -> Result<Check, OutputError> {
    let mut check = Check::new("alone", words::alone);
    let (manifest, done) = (run.manifest(), run.summary().replications);
    // Another version may rightly give other bits: nothing is missing then, and nothing is told.
    if OtherProgram::of(manifest).is_some() {
        return Ok(check);
    }
    let restored = restore_scenarios(run.path(), manifest).ok();
    let (Some(scenarios), true) = (restored, run.has(TableName::Replications) && done > 0) else {
        let lacks = if run.has(TableName::Replications) { names::INPUTS } else { TableName::Replications.key() };
        check.missing = Some(lacks.to_owned());
        return Ok(check);
    };
    let study = Study::new(scenarios.iter().map(Scenario::county).collect());
    let mut chosen = vec![0, done / 2, done - 1];
    chosen.dedup();
    for replication in chosen {
        for threads in THREADS {
            compare(run, &study, replication, threads, &mut check)?;
        }
    }
    Ok(check)
}

/// One replication of every scenario, simulated on so many threads.
fn compare(
    run: &FinishedRun,
    study: &Study,
    replication: u32,
    threads: usize,
    check: &mut Check,
) -> Result<(), OutputError> {
    let ids = REPLICATION_COLUMNS.each_ref().map(|column| column.id);
    engine::run(study, replication..replication + 1, threads, &Unwatched, |index, chunk: &Chunk| {
        let scenario = &run.summary().scenarios[index].name;
        let stored = run.replication(TableName::Replications, scenario, replication, &ids)?;
        for (column, stored) in REPLICATION_COLUMNS.iter().zip(&stored) {
            let found = chunk.replications.first().map(|record| (column.read)(record).number());
            let kept = stored.first().copied();
            let same = match (found, kept) {
                (Some(found), Some(kept)) => found == kept || found.is_nan() && kept.is_nan(),
                _ => false,
            };
            check.compare(same, || {
                let written = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
                let mut failing = Failing::of(
                    Side::told(|lang| sides::on_threads(lang, column.id, threads)),
                    written(found),
                    written(kept),
                );
                (failing.scenario, failing.replication) = (Some(scenario.clone()), Some(replication));
                failing
            });
        }
        Ok(())
    })
    .map(|_| ())
}
