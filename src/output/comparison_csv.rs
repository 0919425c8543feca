//! `comparison.csv`: every metric of every scenario against the baseline, for spreadsheets.

use super::summary::{Comparison, EffectSummary, RunSummary};
use super::summary_csv::{Rows, cell, ends, unit_of};
use super::verdict::Verdict;

const HEADINGS: [&str; 27] = [
    "scenario 方案",
    "baseline 基准方案",
    "metric 指标",
    "label",
    "名称",
    "unit 单位",
    "baseline mean 基准均值",
    "baseline low 基准下限(95%)",
    "baseline high 基准上限(95%)",
    "scenario mean 方案均值",
    "scenario low 方案下限(95%)",
    "scenario high 方案上限(95%)",
    "difference 差值(方案−基准)",
    "difference low 差值下限(95%)",
    "difference high 差值上限(95%)",
    "n 配对模拟次数",
    "missing 缺失",
    "share higher 较高的比例",
    "share lower 较低的比例",
    "share better 较优的比例",
    "variance ratio 配对节省倍数",
    "variance ratio low 下限(95%)",
    "variance ratio high 上限(95%)",
    "p",
    "p Holm 校正后p",
    "family 比较组",
    "verdict 结论",
];

/// One row per scenario and metric.
pub(super) fn comparison_csv(summary: &RunSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    rows.write(HEADINGS.map(str::to_owned).to_vec())?;
    for comparison in &summary.comparisons {
        for effect in &comparison.effects {
            rows.write(row(summary, comparison, effect))?;
        }
    }
    rows.finish()
}

fn row(summary: &RunSummary, comparison: &Comparison, effect: &EffectSummary) -> Vec<String> {
    let metric = |scenario: &str| {
        summary.scenarios.iter().find(|summary| summary.name == scenario).and_then(|summary| summary.metric(&effect.id))
    };
    let (before, after) = (metric(&comparison.baseline), metric(&comparison.scenario));
    let facts = after.map(|metric| [metric.label_en.clone(), metric.label_zh.clone(), unit_of(&effect.id)]);
    let difference = &effect.effect.difference;
    let mut row = vec![comparison.scenario.clone(), comparison.baseline.clone(), effect.id.clone()];
    row.extend(facts.unwrap_or_default());
    for estimate in [before, after].map(|metric| metric.map(|metric| metric.estimate)) {
        row.push(cell(estimate.and_then(|estimate| estimate.mean)));
        row.extend(ends(estimate.and_then(|estimate| estimate.interval)));
    }
    row.push(cell(difference.mean));
    row.extend(ends(difference.interval));
    row.extend([difference.n.to_string(), difference.missing.to_string()]);
    row.extend([effect.effect.higher.share, effect.effect.lower.share].map(cell));
    row.push(cell(effect.share_better.and_then(|better| better.share)));
    row.push(cell(effect.effect.variance_ratio));
    row.extend(ends(effect.effect.variance_ratio_interval));
    row.extend([effect.effect.p, effect.p_holm].map(cell));
    row.push(if effect.headline { "headline 主要指标" } else { "other 其他指标" }.to_owned());
    row.push(verdict(effect.verdict).to_owned());
    row
}

/// A verdict in both languages, as tables write it.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better 更优",
        Verdict::Worse => "worse 更差",
        Verdict::Higher => "higher 更高",
        Verdict::Lower => "lower 更低",
        Verdict::NotDistinguishable => "not distinguishable 此模拟次数下分不出差别",
        Verdict::Same => "the same 完全相同",
        Verdict::NotComparable => "not comparable 无从比较",
    }
}
