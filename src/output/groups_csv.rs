//! `groups.csv`: who gains, who loses, one row for each scenario and group, and one for each difference to the baseline.

use super::scenario::ScenarioInfo;
use super::summary::{GroupSummary, RunSummary};
use super::summary_csv::{Rows, cell, ends};
use crate::metrics::GROUP_COLUMNS;

const KEYS: [&str; 4] = ["scenario 方案", "less 减去", "grouping 分组方式", "group 组"];

/// Levels first; a row of differences names the baseline in its second column.
pub(super) fn groups_csv(summary: &RunSummary, scenarios: &[ScenarioInfo]) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    let measured = GROUP_COLUMNS.iter().flat_map(|column| {
        let heading = format!("{} {}", column.label_en, column.label_zh);
        [heading, "low 下限(95%)".to_owned(), "high 上限(95%)".to_owned()]
    });
    rows.write(KEYS.map(str::to_owned).into_iter().chain(measured).collect())?;
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
