//! Measures in the files of an answer, and paired differences of them.

use serde_json::{Value, json};

use super::lever::TAIL;
use super::measure::{Measure, Row};
use super::page;
use crate::cli::answer::beside;
use crate::solve::{Limit, Verdict};
use crate::stats::Effect;
use crate::text::words::csv;
use crate::text::{Lang, Say, both, number};

/// Headings of a measure in `solve.csv`.
pub fn measure_headings(measure: Measure) -> [String; 3] {
    let key = measure.key();
    let end = |word: Say| format!("{key} {}", both(word));
    [format!("{key} {}", measure.label(Lang::Zh)), end(csv::low), end(csv::high)]
}

/// Its cells.
pub fn measure_cells(measure: Measure, rows: &[Row]) -> [String; 3] {
    let observed = measure.observed(rows);
    let range = observed.bounds(TAIL);
    [observed.value(), range.map(|range| range.low), range.map(|range| range.high)].map(page::cell)
}

/// A condition for programs.
pub fn condition_json(measure: Measure, limit: Limit) -> Value {
    match limit {
        Limit::AtMost(value) => json!({ "measure": measure.key(), "at_most": value }),
        Limit::AtLeast(value) => json!({ "measure": measure.key(), "at_least": value }),
    }
}

/// A verdict for programs.
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Likely => "likely",
        Verdict::Unlikely => "unlikely",
        Verdict::Fails => "fails",
    }
}

/// The paired difference of a measure.
pub fn effect(measure: Measure, baseline: &[Row], alternative: &[Row]) -> Effect {
    let values = |rows: &[Row]| measure.of(rows).collect::<Vec<f64>>();
    Effect::paired(&values(baseline), &values(alternative))
}

/// A paired difference of a measure in yuan or counts, as a reader sees it.
pub fn difference(measure: Measure, baseline: &[Row], alternative: &[Row]) -> String {
    let effect = effect(measure, baseline, alternative).difference;
    let mean = effect.mean.map_or_else(|| "–".to_owned(), |mean| number(mean, 0));
    mean + &beside(effect.interval, 1.0, 0)
}
