//! The summary of a run: what is printed, drawn and written as JSON.
//!
//! A missing number is `null`. Arrays by month begin with month 1.

use super::ratios::Ratios;
use super::verdict::Verdict;
use crate::stats::{Effect, Estimate, Interval, QuantileEstimate, ShareEstimate, Tail};
use serde::{Deserialize, Serialize};

/// The summary of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunSummary {
    /// Version of the program.
    pub version: String,
    /// Confidence of every interval.
    pub confidence: f64,
    /// First replication.
    pub first_replication: u32,
    /// Replications of each scenario.
    pub replications: u32,
    /// Scenarios in the order of the run.
    pub scenarios: Vec<ScenarioSummary>,
    /// Every other scenario against the baseline, replication by replication.
    pub comparisons: Vec<Comparison>,
}

/// The summary of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioSummary {
    /// Name.
    pub name: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Digest of the content.
    pub digest: String,
    /// First month, `YYYY-MM`.
    pub start: String,
    /// Months of the run.
    pub months: u32,
    /// Depletion of the fund.
    pub depletion: DepletionSummary,
    /// Every column of `replications.parquet`.
    pub metrics: Vec<MetricSummary>,
    /// Ratios of sums: what the programme costs and whom it reaches.
    #[serde(default)]
    pub ratios: Ratios,
    /// Tails of losses.
    pub tails: Vec<TailSummary>,
    /// Distributions month by month.
    pub series: Vec<SeriesSummary>,
    /// Suspensions by township and year, township by township.
    pub townships: Vec<TownshipSummary>,
    /// Who gains, who loses.
    #[serde(default)]
    pub groups: Vec<GroupSummary>,
}

/// A group of households.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupSummary {
    /// How households are grouped.
    pub grouping: String,
    /// Name of the group.
    pub group: String,
    /// Mean of every column of `groups.parquet` over replications.
    pub metrics: Vec<GroupMetric>,
}

/// A column of `groups.parquet`: its mean over replications, or the mean of its paired difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupMetric {
    /// Name of the column.
    pub id: String,
    /// Number, mean, standard deviation, interval.
    #[serde(flatten)]
    pub estimate: Estimate,
}

/// What happened in a township in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TownshipSummary {
    /// Name of the township or street.
    pub township: String,
    /// Calendar year.
    pub year: i32,
    /// Probability that lending was suspended there for a month or more: by the township's own, a village's or the county's suspension.
    pub suspended: ShareEstimate,
}

/// Whether and when the fund could not pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepletionSummary {
    /// Probability of depletion by the end of the run.
    pub by_horizon: ShareEstimate,
    /// Probability of depletion by each month.
    pub by_month: Vec<ShareEstimate>,
    /// Median month among replications with depletion (the lower one of two); none without depletion.
    pub median_month: Option<f64>,
    /// Interval of the median; none if too few replications were depleted.
    pub median_month_interval: Option<Interval>,
}

/// The distribution of a metric over replications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetricSummary {
    /// Name of the column.
    pub id: String,
    /// Unit, in English.
    pub unit: String,
    /// Heading in English.
    pub label_en: String,
    /// Heading in Chinese.
    pub label_zh: String,
    /// Number, mean, standard deviation, interval.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Quantiles.
    pub quantiles: Vec<QuantileEstimate>,
}

/// Value at risk and expected shortfall of a metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TailSummary {
    /// Name of the column.
    pub id: String,
    /// One entry per level.
    pub levels: Vec<Tail>,
}

/// The distribution of a month's number, month by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesSummary {
    /// Name of the column of `months.parquet`.
    pub id: String,
    /// Unit, in English.
    pub unit: String,
    /// Mean over replications with its interval.
    pub mean: Vec<Estimate>,
    /// Quantiles over replications.
    pub quantiles: Vec<QuantileSeries>,
}

/// One quantile, month by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuantileSeries {
    /// Share of replications below.
    pub level: f64,
    /// The quantile; none in months without values.
    pub values: Vec<Option<f64>>,
}

/// A scenario against the baseline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Name of the baseline.
    pub baseline: String,
    /// Name of the scenario.
    pub scenario: String,
    /// Difference of every metric.
    pub effects: Vec<EffectSummary>,
    /// Difference of every column of every group; empty where the scenarios do not have the same groups.
    #[serde(default)]
    pub groups: Vec<GroupSummary>,
}

/// The paired difference of a metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectSummary {
    /// Name of the column.
    pub id: String,
    /// Which way is good: `higher`, `lower` or `neither`.
    pub better: String,
    /// Scenario less baseline.
    #[serde(flatten)]
    pub effect: Effect,
    /// Share of replications in which the scenario is better; none where neither way is.
    pub share_better: Option<ShareEstimate>,
    /// Whether it is one of the headline comparisons, which are judged together; all others are a second family.
    pub headline: bool,
    /// p of the effect, adjusted for all comparisons of its family (Holm); none where nothing can be tested.
    pub p_holm: Option<f64>,
    /// What it comes to at 95% confidence over the whole family.
    pub verdict: Verdict,
}

impl RunSummary {
    /// A scenario against the baseline, by its name.
    pub fn comparison(&self, scenario: &str) -> Option<&Comparison> {
        self.comparisons.iter().find(|comparison| comparison.scenario == scenario)
    }
}

impl Comparison {
    /// The difference of a metric by the name of its column.
    pub fn effect(&self, id: &str) -> Option<&EffectSummary> {
        self.effects.iter().find(|effect| effect.id == id)
    }
}

impl ScenarioSummary {
    /// A metric by the name of its column.
    pub fn metric(&self, id: &str) -> Option<&MetricSummary> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// A series by the name of its column.
    pub fn series(&self, id: &str) -> Option<&SeriesSummary> {
        self.series.iter().find(|series| series.id == id)
    }
}

impl GroupSummary {
    /// A column by its name.
    pub fn metric(&self, id: &str) -> Option<&Estimate> {
        self.metrics.iter().find(|metric| metric.id == id).map(|metric| &metric.estimate)
    }
}

impl MetricSummary {
    /// The quantile at `level`.
    pub fn quantile(&self, level: f64) -> Option<&QuantileEstimate> {
        self.quantiles.iter().find(|quantile| quantile.level == level)
    }
}
