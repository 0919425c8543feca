//! What a scenario shows against what is on record, and values fitted to it.
//!
//! Every evaluation uses the same replications of the same seed (common random numbers), so that two values of a
//! parameter differ by what they do and not by luck.
//!
//! # The algorithm
//!
//! Parameters are taken in the order of the file, each with the one target that it is fitted to; the others keep the
//! values that they have by then (at first those of the scenario). A range is a grid of steps. The mean of the target
//! is taken to rise or to fall along the grid, which way its two ends say; the grid is halved until two neighbours
//! have the figure between them (a figure outside the ends gives the nearer end). From the better of the two the search
//! goes on step by step as long as the objective falls:
//!
//! ```text
//! ((mean − figure)/tolerance)² + ((value − prior)/prior tolerance)²        (the second part only where there is a prior)
//! ```
//!
//! Choices are all tried. Rounds are repeated until no parameter moves,
//! at most [`MOST_ROUNDS`] times. Nothing is simulated twice; every evaluation is a row of the trace.

mod measure;
mod search;

use std::path::Path;

pub use search::{Fitted, MOST_ROUNDS, Trace, fit, objective};

use crate::draws::Seed;
use crate::engine::{self, Unwatched};
use crate::metrics::{MONTH_COLUMNS, REPLICATION_COLUMNS};
use crate::scenario::{ColumnNames, Diagnostics, FitFile, Override, Scenario};
use crate::stats::Sample;

/// Columns that measures may use.
pub fn columns() -> ColumnNames {
    ColumnNames {
        months: MONTH_COLUMNS.iter().map(|column| column.id).collect(),
        replications: REPLICATION_COLUMNS.iter().map(|column| column.id).collect(),
    }
}

/// Reads a file of targets.
///
/// # Errors
///
/// Every mistake of the file.
pub fn load(path: &Path) -> Result<FitFile, Diagnostics> {
    FitFile::load(path, &columns())
}

/// Values that a fit sets: path of the key and the value as a scenario file writes it.
pub type Setting = (String, String);

/// Measures targets of a file, `settings` laid over its scenario: the values of each over replications, in their order.
/// Those of `wanted` that are not asked for are empty.
///
/// # Errors
///
/// Mistakes of the scenario, or of what is set over it.
pub fn evaluate(
    file: &FitFile,
    settings: &[Setting],
    wanted: &[usize],
    replications: u32,
    threads: usize,
) -> Result<Vec<Vec<f64>>, Diagnostics> {
    let mut values = vec![Vec::new(); file.targets.len()];
    let mut variations: Vec<Option<usize>> = wanted.iter().map(|target| file.targets[*target].variation).collect();
    variations.sort_unstable();
    variations.dedup();
    for variation in variations {
        let targets: Vec<usize> =
            wanted.iter().copied().filter(|target| file.targets[*target].variation == variation).collect();
        let scenario = varied(file, variation, settings)?;
        simulate(&scenario, file, &targets, replications, threads, &mut values);
    }
    Ok(values)
}

/// The scenario of a variation with what a fit sets.
fn varied(file: &FitFile, variation: Option<usize>, settings: &[Setting]) -> Result<Scenario, Diagnostics> {
    let of_variation = variation.and_then(|index| file.variations.get(index)).into_iter().flat_map(|(_, set)| set);
    let mut overrides: Vec<Override> = of_variation.map(Override::set).collect();
    overrides.extend(settings.iter().map(|(key, value)| Override::set(format!("{key}={value}"))));
    Scenario::load_with(&file.scenario, &overrides)
}

fn simulate(
    scenario: &Scenario,
    file: &FitFile,
    targets: &[usize],
    replications: u32,
    threads: usize,
    values: &mut [Vec<f64>],
) {
    let run = &scenario.run;
    let seed = Seed(run.seed);
    let incomes = targets.iter().any(|target| file.targets[*target].measure.reads_population());
    let study = engine::Study::new(vec![scenario.county()]);
    let done =
        engine::run(&study, 0..replications, threads, &Unwatched, |_, chunk| -> Result<(), std::convert::Infallible> {
            let months = run.months as usize;
            for (index, record) in chunk.replications.iter().enumerate() {
                let of_months = &chunk.months[index * months..(index + 1) * months];
                for target in targets {
                    if let Some(value) =
                        measure::of_records(&file.targets[*target].measure, run.start, record, of_months)
                    {
                        values[*target].push(value);
                    }
                }
            }
            Ok(())
        });
    debug_assert!(done.is_ok());
    if incomes {
        for replication in 0..replications.min(measure::POPULATIONS) {
            let mut incomes = measure::Incomes::drawn(&scenario.world, seed, replication);
            for target in targets {
                values[*target].extend(incomes.measure(&file.targets[*target].measure));
            }
        }
    }
}

/// The values of a target in order of size, for quantiles.
pub fn sample(values: &[f64]) -> Sample {
    Sample::new(values.to_vec())
}
