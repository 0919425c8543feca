//! `groups.csv`: who gains, who loses, one row for each scenario and group, and one for each difference to the baseline.

use super::scenario::ScenarioInfo;
use super::summary::{GroupSummary, RunSummary};
use super::summary_csv::{Rows, both, cell, ends};
use crate::metrics::GROUP_COLUMNS;
use crate::text::words::csv as words;

fn keys() -> Vec<String> {
    vec![both(words::scenario), both(words::less), both(words::grouping), both(words::group)]
}

/// Levels first; a row of differences names the baseline in its second column.
pub(super) fn groups_csv(summary: &RunSummary, scenarios: &[ScenarioInfo]) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    let measured = GROUP_COLUMNS.iter().flat_map(|column| {
        let heading = format!("{} {}", column.label_en, column.label_zh);
        [heading, both(words::low), both(words::high)]
    });
    rows.write(keys().into_iter().chain(measured).collect())?;
    for (scenario, info) in summary.scenarios.iter().zip(scenarios) {
        scenario.groups.iter().try_for_each(|group| write(&mut rows, &info.name, "", group))?;
    }
    for comparison in &summary.comparisons {
        let (name, baseline) = (&comparison.scenario, &comparison.baseline);
        comparison.groups.iter().try_for_each(|group| write(&mut rows, name, baseline, group))?;
    }
    rows.finish()
}

fn write(rows: &mut Rows, scenario: &str, less: &str, group: &GroupSummary) -> Result<(), csv::Error> {
    let mut row = [scenario, less, &group.grouping, &group.group].map(str::to_owned).to_vec();
    for metric in &group.metrics {
        row.push(cell(metric.estimate.mean));
        row.extend(ends(metric.estimate.interval));
    }
    rows.write(row)
}
