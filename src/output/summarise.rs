//! From values to the summary, one column in memory at a time.

use super::VERSION;
use super::error::OutputError;
use super::ratios::Ratios;
use super::scenario::ScenarioInfo;
use super::spill::{Values, first_group_column, series_columns};
use super::summary::{
    Comparison, DepletionSummary, EffectSummary, GroupMetric, GroupSummary, MetricSummary, QuantileSeries, RunSummary,
    ScenarioSummary, SeriesSummary, TailSummary, TownshipSummary,
};
use super::verdict::{Verdict, judge};
use crate::metrics::{Better, Column, GROUP_COLUMNS, Kind, REPLICATION_COLUMNS};
use crate::model::groups as membership;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord};
use crate::stats::{CONFIDENCE, Effect, Estimate, Level, Moments, Proportion, Sample, Tail};

/// Quantiles of every distribution.
const LEVELS: [Level; 5] =
    [Level::per_mille(50), Level::per_mille(250), Level::MEDIAN, Level::per_mille(750), Level::per_mille(950)];

/// Levels of value at risk and expected shortfall.
const TAIL_LEVELS: [Level; 4] =
    [Level::per_mille(900), Level::per_mille(950), Level::per_mille(990), Level::per_mille(999)];

/// Losses of fund and bank; the tail of `fund_needed_yuan` is the fund that survives with that probability.
const TAILS: [&str; 4] = ["fund_paid_yuan", "bank_paid_yuan", "unpaid_claims_yuan", "fund_needed_yuan"];

/// Metrics that a comparison is about if nobody says otherwise; those who are served and what is lent are among them,
/// since the other numbers can all be won by not lending.
pub const HEADLINE: [&str; 9] = [
    "depleted",
    "recovery_rate",
    "gain_per_capita_yuan",
    "household_gain_yuan",
    "households_worse_off",
    "households_borrowing",
    "lent_yuan",
    "public_cost_yuan",
    "bank_paid_yuan",
];

/// Which scenario the others are compared with, and by which metrics above all.
#[derive(Clone, Debug)]
pub(super) struct Against {
    /// Index of the baseline.
    pub baseline: usize,
    /// Names of the headline metrics.
    pub headline: Vec<String>,
}

/// Replications in which something happened, for each scenario.
pub(super) struct Counts {
    /// By month: the fund was depleted in it.
    pub(super) depletions: Vec<Vec<u64>>,
    /// By township and year, township by township: lending was suspended.
    pub(super) suspensions: Vec<Vec<u64>>,
}

/// Summarises all scenarios and compares them.
pub(super) fn summarise(
    scenarios: &[ScenarioInfo],
    counts: &Counts,
    first_replication: u32,
    replications: u32,
    against: &Against,
    values: &mut Values,
) -> Result<RunSummary, OutputError> {
    let mut summaries = Vec::with_capacity(scenarios.len());
    for (index, info) in scenarios.iter().enumerate() {
        let n = u64::from(replications);
        let mut summary = scenario_summary(index, info, &counts.depletions[index], n, values)?;
        summary.townships = townships(info, &counts.suspensions[index], n);
        summaries.push(summary);
    }
    let others = (0..scenarios.len()).filter(|&index| index != against.baseline);
    let mut comparisons =
        others.map(|other| comparison(scenarios, against, other, values)).collect::<Result<Vec<_>, _>>()?;
    judge(&mut comparisons);
    let version = VERSION.to_owned();
    Ok(RunSummary {
        version,
        confidence: CONFIDENCE,
        first_replication,
        replications,
        scenarios: summaries,
        comparisons,
    })
}

fn scenario_summary(
    index: usize,
    info: &ScenarioInfo,
    depleted: &[u64],
    n: u64,
    values: &mut Values,
) -> Result<ScenarioSummary, OutputError> {
    let mut metrics = Vec::with_capacity(REPLICATION_COLUMNS.len());
    let mut tails = Vec::new();
    let mut depletion = None;
    for (number, column) in REPLICATION_COLUMNS.iter().enumerate() {
        let ordered = values.column(index, number)?;
        let estimate = estimate_of(column, &ordered);
        let sample = Sample::new(ordered);
        if TAILS.contains(&column.id) {
            let levels = TAIL_LEVELS.map(|level| loss_tail(&sample, level)).to_vec();
            tails.push(TailSummary { id: column.id.to_owned(), levels });
        }
        if column.id == "depletion_month" {
            depletion = Some(depletion_summary(depleted, n, &sample));
        }
        metrics.push(MetricSummary {
            id: column.id.to_owned(),
            unit: column.unit.en().to_owned(),
            label_en: column.label_en.to_owned(),
            label_zh: column.label_zh.to_owned(),
            estimate,
            quantiles: LEVELS.map(|level| sample.estimate(level)).to_vec(),
        });
    }
    Ok(ScenarioSummary {
        ratios: Ratios::of(|id| values.metric(index, id))?,
        name: info.name.clone(),
        title_en: info.title_en.clone(),
        title_zh: info.title_zh.clone(),
        digest: info.digest.clone(),
        start: info.start.to_string(),
        months: info.months,
        depletion: depletion.unwrap_or_else(|| depletion_summary(depleted, n, &Sample::new(Vec::new()))),
        metrics,
        tails,
        series: series(index, info, values)?,
        groups: group_summaries(info, |place, column| {
            let (low, high) = column.unit.possible();
            Ok(Moments::of(values.column(index, place)?).estimate().within(low, high))
        })?,
        townships: Vec::new(),
    })
}

/// `suspended[i]` of `n` replications had a suspension in township and year i.
fn townships(info: &ScenarioInfo, suspended: &[u64], n: u64) -> Vec<TownshipSummary> {
    let places = info.townships.iter().flat_map(|township| info.years.iter().map(move |year| (township, *year)));
    let summary = |((township, year), k): ((&String, i32), &u64)| TownshipSummary {
        township: township.clone(),
        year,
        suspended: Proportion { k: *k, n }.estimate(),
    };
    places.zip(suspended).map(summary).collect()
}

/// The tail of losses, of which none is less than nothing.
fn loss_tail(sample: &Sample, level: Level) -> Tail {
    let tail = Tail::of(sample, level);
    Tail { expected_shortfall: tail.expected_shortfall.within(0.0, f64::INFINITY), ..tail }
}

/// The mean of a column; of yes and no it is a share, with the interval of a share.
fn estimate_of(column: &Column<ReplicationRecord>, values: &[f64]) -> Estimate {
    let (low, high) = column.unit.possible();
    let estimate = Moments::of(values.iter().copied()).estimate().within(low, high);
    if column.unit.kind() != Kind::Boolean {
        return estimate;
    }
    let yes = values.iter().filter(|value| **value == 1.0).count() as u64;
    Estimate { interval: Proportion { k: yes, n: estimate.n }.wilson(), ..estimate }
}

/// `depleted[t]` replications were depleted in month t + 1; `months` are those months.
fn depletion_summary(depleted: &[u64], n: u64, months: &Sample) -> DepletionSummary {
    let by = |k: u64| Proportion { k, n }.estimate();
    let so_far = depleted.iter().scan(0, |sum, k| {
        *sum += k;
        Some(*sum)
    });
    DepletionSummary {
        by_horizon: by(depleted.iter().sum()),
        by_month: so_far.map(by).collect(),
        median_month: months.order_statistic(Level::MEDIAN),
        median_month_interval: months.interval(Level::MEDIAN),
    }
}

fn series(index: usize, info: &ScenarioInfo, values: &mut Values) -> Result<Vec<SeriesSummary>, OutputError> {
    let months = info.months as usize;
    let first = |number: usize| REPLICATION_COLUMNS.len() + number * months;
    series_columns()
        .enumerate()
        .map(|(number, column)| one_series(index, column, first(number), months, values))
        .collect()
}

fn one_series(
    index: usize,
    column: &Column<MonthRecord>,
    first: usize,
    months: usize,
    values: &mut Values,
) -> Result<SeriesSummary, OutputError> {
    let mut mean = Vec::with_capacity(months);
    let mut quantiles = LEVELS.map(|level| QuantileSeries { level: level.get(), values: Vec::with_capacity(months) });
    for month in 0..months {
        let ordered = values.column(index, first + month)?;
        let (low, high) = column.unit.possible();
        mean.push(Moments::of(ordered.iter().copied()).estimate().within(low, high));
        let sample = Sample::new(ordered);
        for (series, level) in quantiles.iter_mut().zip(LEVELS) {
            series.values.push(sample.quantile(level));
        }
    }
    Ok(SeriesSummary {
        id: column.id.to_owned(),
        unit: column.unit.en().to_owned(),
        mean,
        quantiles: quantiles.to_vec(),
    })
}

fn comparison(
    scenarios: &[ScenarioInfo],
    against: &Against,
    other: usize,
    values: &mut Values,
) -> Result<Comparison, OutputError> {
    let mut effects = Vec::with_capacity(REPLICATION_COLUMNS.len());
    for (number, column) in REPLICATION_COLUMNS.iter().enumerate() {
        let (before, after) = (values.column(against.baseline, number)?, values.column(other, number)?);
        let effect = match column.unit.kind() {
            Kind::Boolean => Effect::paired_shares(&before, &after),
            _ => Effect::paired(&before, &after),
        };
        effects.push(effect_summary(column, effect, &against.headline));
    }
    let same_groups = scenarios[against.baseline].townships == scenarios[other].townships;
    // Horizons may differ, and with them the place of the groups' columns.
    let [first, second] = [against.baseline, other].map(|index| first_group_column(&scenarios[index]));
    let mut difference = |column: usize, _: &Column<GroupRecord>| {
        let before = values.column(against.baseline, column - second + first)?;
        Ok(Effect::paired(&before, &values.column(other, column)?).difference)
    };
    let groups = if same_groups { group_summaries(&scenarios[other], &mut difference)? } else { Vec::new() };
    Ok(Comparison {
        groups,
        baseline: scenarios[against.baseline].name.clone(),
        scenario: scenarios[other].name.clone(),
        effects,
    })
}

/// Every column of every group, by an estimate of the spilled column at a place.
fn group_summaries(
    info: &ScenarioInfo,
    mut estimate: impl FnMut(usize, &Column<GroupRecord>) -> Result<Estimate, OutputError>,
) -> Result<Vec<GroupSummary>, OutputError> {
    let group = |place: usize| {
        let (grouping, name) = membership::name(&info.townships, place);
        let first = first_group_column(info) + place * GROUP_COLUMNS.len();
        let metric = |(number, column): (usize, &Column<GroupRecord>)| {
            Ok(GroupMetric { id: column.id.to_owned(), estimate: estimate(first + number, column)? })
        };
        let metrics = GROUP_COLUMNS.iter().enumerate().map(metric).collect::<Result<_, OutputError>>()?;
        Ok(GroupSummary { grouping: grouping.key().to_owned(), group: name.to_owned(), metrics })
    };
    (0..membership::count(info.townships.len())).map(group).collect()
}

fn effect_summary(column: &Column<ReplicationRecord>, effect: Effect, headline: &[String]) -> EffectSummary {
    let (better, share_better) = match column.better {
        Better::Higher => ("higher", Some(effect.higher)),
        Better::Lower => ("lower", Some(effect.lower)),
        Better::Neither => ("neither", None),
    };
    EffectSummary {
        id: column.id.to_owned(),
        better: better.to_owned(),
        effect,
        share_better,
        headline: headline.iter().any(|id| id == column.id),
        p_holm: None,
        verdict: Verdict::NotComparable,
    }
}
