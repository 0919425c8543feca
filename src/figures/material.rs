//! What a run offers to its figures.

use crate::output::{MetricSummary, RunSummary, ScenarioSummary, SeriesSummary};
use crate::plots::Estimated;
use crate::plots::charts::LEVELS;
use crate::scenario::Scenario;
use crate::stats::{Estimate, Interval, ShareEstimate};
use crate::text::words::figure_tables as heads;
use crate::units::CalendarMonth;

use super::Search;
use super::csv::Heading;

/// Why a figure cannot be made of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The run was made without this table, or this program cannot read it.
    Table(&'static str),
    /// The summary lacks a series or metric, as those of other versions may.
    Summary(&'static str),
    /// The run has one scenario, and the figure compares.
    Scenarios,
    /// The figure shows a search along a lever, and this run is none.
    Search,
    /// The figure shows a map, and this is another run.
    Map,
    /// The figure shows a run, and this is a map.
    Run,
    /// Nothing happened that could be drawn.
    Nothing,
}

/// Values of single replications.
pub trait Rows {
    /// A column of `replications.parquet` of a scenario, replication by replication; `NaN` is missing.
    fn metric(&mut self, scenario: usize, id: &'static str) -> Result<Vec<f64>, Missing>;
}

/// What figures want to know of a scenario besides results.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Background {
    /// The fund before the first month, yuan.
    pub opening_yuan: Option<f64>,
    /// The fund in the first month, that month's contributions included, yuan.
    pub first_month_yuan: Option<f64>,
    /// The recovery rate at which the reward is paid.
    pub required_rate: Option<f64>,
}

impl Background {
    /// Of a scenario.
    pub fn of(scenario: &Scenario) -> Background {
        let start = &scenario.policy.start;
        Background {
            opening_yuan: Some(start.fund.initial.yuan()),
            first_month_yuan: Some(scenario.first_fund().yuan()),
            required_rate: start.rules.reward.as_ref().map(|reward| reward.recovery_min.get()),
        }
    }
}

/// A run as its figures see it.
pub struct Material<'a> {
    /// The summary.
    pub summary: &'a RunSummary,
    /// The seed.
    pub seed: u64,
    /// SHA-256 of `summary.json`.
    pub digest: String,
    /// One for each scenario.
    pub backgrounds: Vec<Background>,
    /// Values of single replications.
    pub rows: Box<dyn Rows + 'a>,
    /// What a search along a lever looked at.
    pub search: Option<Search>,
}

impl Material<'_> {
    pub(super) fn scenario(&self, scenario: usize) -> &ScenarioSummary {
        &self.summary.scenarios[scenario]
    }

    pub(super) fn background(&self, scenario: usize) -> Background {
        self.backgrounds.get(scenario).copied().unwrap_or_default()
    }

    /// The values of a metric that are there.
    pub(super) fn values(&mut self, scenario: usize, id: &'static str) -> Result<Vec<f64>, Missing> {
        let mut values = self.rows.metric(scenario, id)?;
        values.retain(|value| value.is_finite());
        Ok(values)
    }
}

pub(super) fn start(scenario: &ScenarioSummary) -> Result<CalendarMonth, Missing> {
    CalendarMonth::parse(&scenario.start).ok_or(Missing::Summary("start"))
}

pub(super) fn series<'s>(scenario: &'s ScenarioSummary, id: &'static str) -> Result<&'s SeriesSummary, Missing> {
    scenario.series(id).ok_or(Missing::Summary(id))
}

pub(super) fn metric<'s>(scenario: &'s ScenarioSummary, id: &'static str) -> Result<&'s MetricSummary, Missing> {
    scenario.metric(id).ok_or(Missing::Summary(id))
}

/// The five quantiles of a month; none if one of them is missing.
pub(super) fn quantiles(series: &SeriesSummary, month: usize) -> Option<[f64; LEVELS.len()]> {
    let mut found = [0.0; LEVELS.len()];
    for (value, level) in found.iter_mut().zip(LEVELS) {
        let quantile = series.quantiles.iter().find(|quantile| quantile.level == level)?;
        *value = quantile.values.get(month).copied().flatten()?;
    }
    Some(found)
}

/// A share with its interval.
pub(super) fn share(share: &ShareEstimate) -> Result<Estimated, Missing> {
    estimated(share.share, share.interval)
}

/// A mean with its interval; a single replication has a mean and no interval, and is drawn without width.
pub(super) fn mean(estimate: &Estimate) -> Result<Estimated, Missing> {
    estimated(estimate.mean, estimate.interval)
}

fn estimated(value: Option<f64>, interval: Option<Interval>) -> Result<Estimated, Missing> {
    let value = value.ok_or(Missing::Nothing)?;
    let Interval { low, high } = interval.unwrap_or(Interval { low: value, high: value });
    Ok(Estimated { value, low, high })
}

/// Numbers by five quantiles: their headings.
pub(super) const QUANTILE_HEADINGS: [Heading; 5] =
    [heads::quantile_5, heads::quantile_25, heads::quantile_50, heads::quantile_75, heads::quantile_95];
