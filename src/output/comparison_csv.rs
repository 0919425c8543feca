//! `comparison.csv`: every metric of every scenario against the baseline, for spreadsheets.

use super::summary::{Comparison, EffectSummary, RunSummary};
use super::summary_csv::{Rows, both, cell, en, ends, unit_of, zh};
use super::verdict::Verdict;

use crate::text::words::csv as words;

fn headings() -> Vec<String> {
    vec![
        both(words::scenario),
        both(words::baseline),
        both(words::metric),
        en(words::label),
        zh(words::label),
        both(words::unit),
        both(words::baseline_mean),
        both(words::baseline_low),
        both(words::baseline_high),
        both(words::scenario_mean),
        both(words::scenario_low),
        both(words::scenario_high),
        both(words::difference),
        both(words::difference_low),
        both(words::difference_high),
        both(words::pairs),
        both(words::missing),
        both(words::share_higher),
        both(words::share_lower),
        both(words::share_better),
        both(words::variance_ratio),
        both(words::variance_ratio_low),
        both(words::variance_ratio_high),
        "p".to_owned(),
        both(words::p_holm),
        both(words::family),
        both(words::verdict),
    ]
}

/// One row per scenario and metric.
pub(super) fn comparison_csv(summary: &RunSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    rows.write(headings())?;
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
    row.push(if effect.headline { both(words::headline) } else { both(words::other) });
    row.push(verdict(effect.verdict));
    row
}

/// A verdict in both languages, as tables write it.
pub(super) fn verdict(verdict: Verdict) -> String {
    both(|lang| verdict.words(lang))
}
