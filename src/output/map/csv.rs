//! `map.csv`: one row per mix and metric, for spreadsheets and charts.

use super::super::comparison_csv::verdict;
use super::super::summary_csv::{Rows, cell, ends, unit_of};
use super::{MapMetric, MapPoint, MapSummary};
use crate::metrics::REPLICATION_COLUMNS;
use crate::stats::Efficiency;

const HEADINGS: [&str; 22] = [
    "scenario 方案",
    "self_directed_share 自主贷款比例",
    "pooled_share 分贷统用统还比例",
    "fixed_benefit_share 固定受益比例",
    "today 现行比例",
    "efficiency 有效性",
    "dominated_by 被支配于",
    "lent_share_of_plan 放款占计划",
    "lent_share_low 下限(95%)",
    "lent_share_high 上限(95%)",
    "metric 指标",
    "label",
    "名称",
    "unit 单位",
    "mean 均值",
    "low 下限(95%)",
    "high 上限(95%)",
    "difference_to_today 与现行比例之差",
    "difference_low 差值下限(95%)",
    "difference_high 差值上限(95%)",
    "p_holm 校正后p",
    "verdict 结论",
];

pub fn map_csv(summary: &MapSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    rows.write(HEADINGS.map(str::to_owned).to_vec())?;
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
    row.push(efficiency(point.efficiency).to_owned());
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
    row.push(if index == summary.today { "" } else { verdict(metric.verdict) }.to_owned());
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
pub fn efficiency(efficiency: Efficiency) -> &'static str {
    match efficiency {
        Efficiency::Efficient => "efficient 有效",
        Efficiency::Undecided => "undecided 未能分辨",
        Efficiency::Dominated { .. } => "dominated 被支配",
    }
}
