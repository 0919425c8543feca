//! Losses with value at risk and expected shortfall.

use super::csv::{ENDS, Heading, both, cell, cells};
use super::material::{mean, metric};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::output::{ScenarioSummary, TailSummary};
use crate::plots::Histogram;
use crate::plots::charts::{LossMeasure, LossPanel, Losses};
use crate::stats::Interval;
use crate::text::Lang;
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;

/// Column and name of each panel.
const PANELS: [(&str, Heading); 2] = [("fund_paid_yuan", words::paid_by_fund), ("bank_paid_yuan", words::measure_bank)];
/// Levels that are drawn of those that the summary has.
const LEVELS: [f64; 2] = [0.95, 0.99];
/// Most bins of a histogram.
const BINS: u32 = 50;

/// What fund and bank lose over the run.
pub(super) fn tail(run: &mut Material<'_>, scenario: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let headings: [Heading; 3] = [heads::loss, heads::measure, heads::yuan];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    let mut panels = Vec::new();
    for (id, title) in PANELS {
        let values = run.values(scenario, id)?;
        let summary = run.scenario(scenario);
        let histogram = Histogram::of(&values, BINS).ok_or(Missing::Nothing)?;
        let mean = mean(&metric(summary, id)?.estimate)?;
        let measures = measures(summary, id)?;
        let name = both(title);
        csv.row([name.clone(), both(heads::mean)].into_iter().chain(cells(&mean)));
        for measure in &measures {
            let (low, high) = (measure.interval.map(|i| i.0), measure.interval.map(|i| i.1));
            csv.row([name.clone(), measure.name.clone(), cell(Some(measure.value)), cell(low), cell(high)]);
        }
        panels.push(LossPanel { name: title(lang).to_owned(), histogram, mean, measures });
    }
    Ok(Prepared::new(Losses::new(panels)?, csv))
}

/// VaR and ES at each level.
fn measures(summary: &ScenarioSummary, id: &'static str) -> Result<Vec<LossMeasure>, Missing> {
    let tails: &TailSummary = summary.tails.iter().find(|tail| tail.id == id).ok_or(Missing::Summary(id))?;
    let chosen = tails.levels.iter().filter(|tail| LEVELS.contains(&tail.value_at_risk.level));
    let pairs = chosen.map(|tail| {
        let level = tail.value_at_risk.level * 100.0;
        [
            (format!("VaR {level}%"), tail.value_at_risk.value, tail.value_at_risk.interval),
            (format!("ES {level}%"), tail.expected_shortfall.mean, tail.expected_shortfall.interval),
        ]
    });
    let ends = |interval: Interval| (interval.low, interval.high);
    // Without an interval there are too few replications in the tail to say anything.
    let measure = |(name, value, interval): (String, Option<f64>, Option<Interval>)| {
        Some(LossMeasure { name, value: value?, interval: Some(ends(interval?)) })
    };
    Ok(pairs.flatten().filter_map(measure).collect())
}
