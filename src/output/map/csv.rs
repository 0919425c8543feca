//! `map.csv`: one row per mix and metric, for spreadsheets and charts.

use super::super::comparison_csv::verdict;
use super::super::summary_csv::{Rows, both, cell, en, ends, unit_of, zh};
use super::{MapMetric, MapPoint, MapSummary};
use crate::metrics::REPLICATION_COLUMNS;
use crate::stats::Efficiency;
use crate::text::Lang;
use crate::text::words::csv as words;

fn headings() -> Vec<String> {
    vec![
        both(words::scenario),
        both(words::self_directed_share),
        both(words::pooled_share),
        both(words::fixed_benefit_share),
        both(words::today),
        both(words::efficiency),
        both(words::dominated_by),
        both(words::lent_share_of_plan),
        both(words::lent_share_low),
        both(words::lent_share_high),
        both(words::metric),
        en(words::label),
        zh(words::label),
        both(words::unit),
        both(words::mean),
        both(words::low),
        both(words::high),
        both(words::difference_to_today),
        both(words::difference_to_today_low),
        both(words::difference_to_today_high),
        both(words::p_holm_to_today),
        both(words::verdict),
    ]
}

pub fn map_csv(summary: &MapSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    rows.write(headings())?;
    for (index, point) in summary.points.iter().enumerate() {
        for metric in &point.metrics {
            rows.write(row(summary, index, point, metric))?;
        }
    }
    rows.finish()
}

fn row(summary: &MapSummary, index: usize, point: &MapPoint, metric: &MapMetric) -> Vec<String> {
    let mut row = vec![point.scenario.clone()];
    row.extend(point.shares.map(|share| share.to_string()));
    row.push(if index == summary.today { "1" } else { "0" }.to_owned());
    row.push(efficiency(point.efficiency));
    row.push(dominator(summary, point.efficiency).unwrap_or_default().to_owned());
    row.push(cell(point.lent_share_of_plan));
    row.extend(ends(point.lent_share_interval));
    let column = REPLICATION_COLUMNS.iter().find(|column| column.id == metric.id);
    row.push(metric.id.clone());
    row.extend(column.map_or([""; 2], |column| [column.label_en, column.label_zh]).map(str::to_owned));
    row.push(unit_of(&metric.id));
    row.push(cell(metric.estimate.mean));
    row.extend(ends(metric.estimate.interval));
    let difference = metric.against_today.map(|effect| effect.difference);
    row.push(cell(difference.and_then(|difference| difference.mean)));
    row.extend(ends(difference.and_then(|difference| difference.interval)));
    row.push(cell(metric.p_holm));
    row.push(if index == summary.today { String::new() } else { verdict(metric.verdict) });
    row
}

/// The mix that dominates another.
pub fn dominator(summary: &MapSummary, efficiency: Efficiency) -> Option<&str> {
    match efficiency {
        Efficiency::Dominated { by } => summary.points.get(by).map(|point| point.scenario.as_str()),
        _ => None,
    }
}

/// As tables write it.
pub fn efficiency(efficiency: Efficiency) -> String {
    both(|lang| efficiency_words(efficiency, lang))
}

/// Where a mix stands, in a word or two.
pub fn efficiency_words(efficiency: Efficiency, lang: Lang) -> &'static str {
    match efficiency {
        Efficiency::Efficient => words::efficient(lang),
        Efficiency::Undecided => words::undecided(lang),
        Efficiency::Dominated { .. } => words::dominated(lang),
    }
}
