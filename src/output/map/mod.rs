//! The map of mixes: many scenarios side by side, of which only sums over replications are kept.
//!
//! Memory does not grow with the number of replications: for every mix the moments of some metrics, for every pair of
//! mixes those of their differences.

mod csv;
mod judge;
mod sums;
mod table;

use super::error::OutputError;
use super::folder::RunFolder;
use super::manifest::json;
use super::scenario::ScenarioInfo;
use super::table::Table;
use super::verdict::Verdict;
use super::{VERSION, names};
use crate::engine::Chunk;
use crate::model::record::ReplicationRecord;
use crate::stats::{CONFIDENCE, Effect, Efficiency, Estimate, Interval};
use serde::{Deserialize, Serialize};

pub use csv::efficiency_words;
pub use sums::MAP_METRICS;

/// Metrics by which mixes are efficient or not unless somebody says otherwise: who is reached is one of them.
pub const AXES: [&str; 4] = ["gain_per_capita_yuan", "depleted", "budget_cost_yuan", "households_borrowing"];

/// Metrics that say how far the programme reaches: one of them must be an axis, since all other numbers can be won by
/// not lending.
pub const OUTREACH: [&str; 2] = ["households_borrowing", "lent_yuan"];

/// Replications of a mix in a row group of the table of replications.
const GROUP_REPLICATIONS: usize = 1 << 10;

/// A mix of the map before it is simulated.
#[derive(Clone, Debug)]
pub struct MapMix {
    /// What the tables say of its scenario.
    pub info: ScenarioInfo,
    /// Share of each mode: self-directed, pooled, fixed benefit.
    pub shares: [f64; 3],
}

/// The map of mixes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapSummary {
    /// Version of the program.
    pub version: String,
    /// Confidence of every interval, and of all statements about efficiency together.
    pub confidence: f64,
    /// Replications of each mix.
    pub replications: u32,
    /// Metrics by which mixes are efficient or not.
    pub axes: Vec<String>,
    /// Index of today's mix.
    pub today: usize,
    /// The mixes.
    pub points: Vec<MapPoint>,
}

/// A mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPoint {
    /// Name of its scenario.
    pub scenario: String,
    /// Digest of its scenario.
    pub digest: String,
    /// Share of each mode: self-directed, pooled, fixed benefit.
    pub shares: [f64; 3],
    /// Mean lending over the plan; none without a plan.
    pub lent_share_of_plan: Option<f64>,
    /// Its interval.
    #[serde(default)]
    pub lent_share_interval: Option<Interval>,
    /// Where it stands among the mixes.
    pub efficiency: Efficiency,
    /// Its numbers.
    pub metrics: Vec<MapMetric>,
}

/// A metric of a mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapMetric {
    /// Name of the column.
    pub id: String,
    /// Mean with its interval.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// The mix less today's mix; none for today's.
    pub against_today: Option<Effect>,
    /// p of that difference, adjusted for all mixes and metrics of the map (Holm).
    pub p_holm: Option<f64>,
    /// What the difference comes to.
    pub verdict: Verdict,
}

impl MapSummary {
    /// Numbers of a metric of a mix.
    pub fn metric(&self, point: usize, id: &str) -> Option<&MapMetric> {
        self.points.get(point)?.metrics.iter().find(|metric| metric.id == id)
    }

    /// Today's mix, the corners, and of the efficient mixes (where there are none, of the undecided) those with the
    /// lowest risk, at most so many; and how many more there are.
    pub fn notable(&self, most: usize) -> (Vec<usize>, usize) {
        let all = || 0..self.points.len();
        let corner = |index: &usize| self.points[*index].shares.contains(&1.0);
        let mut shown = vec![self.today];
        shown.extend(all().filter(corner).filter(|index| *index != self.today));
        let of = |wanted: Efficiency| all().filter(move |index| self.points[*index].efficiency == wanted);
        let any = of(Efficiency::Efficient).next().is_some();
        let good = of(if any { Efficiency::Efficient } else { Efficiency::Undecided });
        let mut good: Vec<usize> = good.filter(|index| !shown.contains(index)).collect();
        let mean =
            |index: usize, id: &str| self.metric(index, id).and_then(|metric| metric.estimate.mean).unwrap_or(0.0);
        good.sort_by(|a, b| {
            let risk = mean(*a, "depleted").total_cmp(&mean(*b, "depleted"));
            risk.then(mean(*b, "gain_per_capita_yuan").total_cmp(&mean(*a, "gain_per_capita_yuan")))
        });
        let hidden = good.len().saturating_sub(most);
        shown.extend(good.into_iter().take(most));
        (shown, hidden)
    }
}

impl MapMetric {
    /// Interval of the mean.
    pub fn interval(&self) -> Option<Interval> {
        self.estimate.interval
    }
}

/// Takes the replications of a map and leaves its files.
pub struct MapWriter {
    mixes: Vec<MapMix>,
    infos: Vec<ScenarioInfo>,
    today: usize,
    axes: Vec<String>,
    sums: sums::Sums,
    replications: Option<Table<ReplicationRecord>>,
    done: u32,
    folder: RunFolder,
}

impl MapWriter {
    /// Begins a map; `rows` keeps one row for each mix and replication.
    ///
    /// # Errors
    ///
    /// An axis that the map does not measure, and what the folder refuses.
    pub fn create(
        folder: RunFolder,
        mixes: Vec<MapMix>,
        today: usize,
        axes: Vec<String>,
        rows: bool,
    ) -> Result<MapWriter, OutputError> {
        if let Some(id) = axes.iter().find(|id| !MAP_METRICS.contains(&id.as_str())) {
            return Err(OutputError::UnknownMetric { id: id.clone() });
        }
        let infos: Vec<ScenarioInfo> = mixes.iter().map(|mix| mix.info.clone()).collect();
        let table = || Table::create_in_groups(&folder, &infos, GROUP_REPLICATIONS);
        let replications = rows.then(table).transpose()?;
        let sums = sums::Sums::new(mixes.len());
        Ok(MapWriter { infos, mixes, today, axes, sums, replications, done: 0, folder })
    }

    /// Takes the next replications of a mix; the mixes come one after the other.
    pub fn append(&mut self, mix: usize, chunk: &Chunk) -> Result<(), OutputError> {
        if mix >= self.mixes.len() {
            return Err(OutputError::UnknownScenario { index: mix });
        }
        self.sums.take(mix, &chunk.replications);
        if mix + 1 == self.mixes.len() {
            self.done += chunk.replications.len() as u32;
        }
        match &mut self.replications {
            Some(table) => table.append(&self.infos, mix, chunk.first_replication, &chunk.replications),
            None => Ok(()),
        }
    }

    /// Publishes the tables and the summary.
    pub fn finish(self) -> Result<(RunFolder, MapSummary), OutputError> {
        let MapWriter { mixes, infos, today, axes, sums, replications, done, mut folder } = self;
        if let Some(table) = replications {
            table.finish(&infos, &mut folder)?;
        }
        let summary = MapSummary {
            version: VERSION.to_owned(),
            confidence: CONFIDENCE,
            replications: done,
            points: judge::points(&mixes, today, &axes, &sums),
            axes,
            today,
        };
        let path = folder.path().join(names::MAP_CSV);
        let text = csv::map_csv(&summary).map_err(|source| OutputError::Csv { path, source })?;
        let all = json(&summary, &folder.path().join(names::SUMMARY_JSON))?;
        folder.write(names::MAP_CSV, &text)?;
        folder.write(names::SUMMARY_JSON, &all)?;
        table::write(&summary, &mut folder)?;
        Ok((folder, summary))
    }
}
