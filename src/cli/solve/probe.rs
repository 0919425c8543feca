//! Simulating variants of one scenario on common luck, without a folder: what a search looks at.

use std::ops::Range;
use std::path::PathBuf;

use crate::cli::arguments::StudyArguments;
use crate::cli::failure::Failure;
use crate::cli::progress::Watch;
use crate::cli::study;
use crate::engine::{self, Keep, Study};
use crate::model::county::County;
use crate::model::policy::Policy;
use crate::scenario::{Override, Scenario};
use crate::text::Lang;

use super::measure::{Measure, Row};
use super::refusal::Refusal;

/// Households that the variants of a round may have together: their populations stand side by side in memory.
const HOUSEHOLDS_AT_ONCE: usize = 400_000;

/// Most variants of a round.
const VARIANTS_AT_ONCE: usize = 16;

/// Simulates variants of one scenario.
pub struct Probe<'a> {
    file: PathBuf,
    /// What every variant has over the file.
    common: Vec<Override>,
    wanted: &'a StudyArguments,
    lang: Lang,
    /// Variants of a round.
    pub batch: usize,
    /// Replications of a variant when all are simulated.
    pub replications: u32,
}

/// The parts of a county's policy that a lever sets, to see whether it took.
pub type Taken = fn(&Policy) -> Option<f64>;

impl<'a> Probe<'a> {
    /// Variants of `scenario`, which was loaded from `file` with `common` over it.
    pub fn new(
        file: PathBuf,
        common: Vec<Override>,
        scenario: &Scenario,
        households: usize,
        wanted: &'a StudyArguments,
        lang: Lang,
    ) -> Probe<'a> {
        let batch = (HOUSEHOLDS_AT_ONCE / households.max(1)).clamp(1, VARIANTS_AT_ONCE);
        Probe { file, common, wanted, lang, batch, replications: scenario.run.replications }
    }

    /// Loads the scenario with `variant` over what all have in common.
    pub fn load(&self, variant: &[Override]) -> Result<Scenario, Failure> {
        let all = self.common.iter().chain(variant).cloned().collect();
        let mut loaded = study::load(&[(self.file.clone(), all)], self.wanted)?;
        // One plan loads one scenario or fails.
        loaded.pop().ok_or(Failure::Solve(Refusal::OneFile))
    }

    /// Simulates variants side by side; for each, the measures of each replication of the range.
    pub fn simulate(&self, variants: &[Vec<Override>], range: Range<u32>) -> Result<Vec<Vec<Row>>, Failure> {
        let mut rows = Vec::with_capacity(variants.len());
        for batch in variants.chunks(self.batch) {
            let counties: Vec<County> =
                batch.iter().map(|variant| Ok(self.load(variant)?.county())).collect::<Result<_, Failure>>()?;
            rows.extend(self.simulate_counties(counties, range.clone())?);
        }
        Ok(rows)
    }

    fn simulate_counties(&self, counties: Vec<County>, range: Range<u32>) -> Result<Vec<Vec<Row>>, Failure> {
        let organisations: Vec<usize> = counties.iter().map(organisations).collect();
        let mut rows: Vec<Vec<Row>> = vec![Vec::with_capacity(range.len()); counties.len()];
        let asked = range.end - range.start;
        let watch = Watch::begin(asked, self.wanted.quiet, self.lang);
        let study = Study { counties, keep: Keep::Replications };
        let done =
            engine::run::<Failure>(&study, range, study::threads(self.wanted.threads), &watch, |variant, chunk| {
                rows[variant].extend(chunk.replications.iter().map(|run| Measure::row(run, organisations[variant])));
                Ok(())
            })?;
        watch.end();
        // A search that is stopped half-way has no answer, and nothing is kept.
        if done < asked { Err(Failure::Interrupted) } else { Ok(rows) }
    }
}

/// Organisations of a county, the development company included.
fn organisations(county: &County) -> usize {
    let luck = county.luck(crate::draws::Replication::POPULATION);
    county.population(luck).organisations.entity.len()
}

/// Households of a county.
pub fn households(county: &County) -> usize {
    county.population(county.luck(crate::draws::Replication::POPULATION)).len()
}

/// Refuses a lever that some policy of the run does not have at the value that was set.
pub fn taken(scenario: &Scenario, key: &str, value: f64, of: Taken) -> Result<(), Refusal> {
    let policies =
        std::iter::once(&scenario.policy.start).chain(scenario.policy.changes.iter().map(|(_, policy)| policy));
    for found in policies.map(of) {
        if found.is_none_or(|found| (found - value).abs() > 1e-9 * value.abs().max(1.0)) {
            return Err(Refusal::NotTaken { key: key.to_owned(), value, found });
        }
    }
    Ok(())
}
