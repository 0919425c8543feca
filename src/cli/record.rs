//! `lendmix record`: what a scenario shows against what is on record.

use std::path::Path;

use crate::fit;
use crate::scenario::{FitFile, Target, TargetStatus, TargetUnit};
use crate::stats::{Interval, Level, Moments};
use crate::text::words::{common, record as words};
use crate::text::{Lang, number, percent, whole};

use super::arguments::RecordArguments;
use super::failure::Failure;
use super::study::threads;
use super::{Outcome, print, screen};

/// Measures the targets of a file and prints the table.
pub fn run(wanted: &RecordArguments, lang: Lang) -> Outcome {
    let file = load(&wanted.file)?;
    let replications = wanted.replications.unwrap_or(file.replications);
    let threads = threads(wanted.threads);
    let all: Vec<usize> = (0..file.targets.len()).collect();
    let values =
        fit::evaluate(&file, &[], &all, replications, threads).map_err(|mistakes| Failure::Scenario(vec![mistakes]))?;
    let rows: Vec<[String; 6]> =
        file.targets.iter().zip(&values).map(|(target, values)| row(target, values, lang)).collect();
    print::to_stdout(&if wanted.markdown { markdown(&rows, lang) } else { plain(&rows, lang) })
}

/// Reads a file of targets.
pub fn load(path: &Path) -> Result<FitFile, Failure> {
    fit::load(path).map_err(|mistakes| Failure::Scenario(vec![mistakes]))
}

fn heading(lang: Lang) -> [&'static str; 6] {
    [
        words::quantity(lang),
        words::on_record(lang),
        words::result(lang),
        words::most_replications(lang),
        words::chosen_for_it(lang),
        words::agrees(lang),
    ]
}

fn plain(rows: &[[String; 6]], lang: Lang) -> String {
    let mut table = screen::table();
    table.set_header(heading(lang));
    table.add_rows(rows);
    format!("{}\n\n{}\n", screen::fitted(table), screen::wrapped(words::note(lang), ""))
}

fn markdown(rows: &[[String; 6]], lang: Lang) -> String {
    let mut text = format!("| {} |\n|---|---|---|---|---|---|\n", heading(lang).join(" | "));
    rows.iter().for_each(|row| text.push_str(&format!("| {} |\n", row.join(" | "))));
    text
}

fn row(target: &Target, values: &[f64], lang: Lang) -> [String; 6] {
    let estimate = Moments::of(values.iter().copied()).estimate();
    let sample = fit::sample(values);
    let show = |value: f64| shown(value, target.unit, lang);
    let unknown = || "–".to_owned();
    let range = |low: f64, high: f64| format!("{} – {}", show(low), show(high));
    let mean = estimate.mean.map_or_else(unknown, &show);
    let interval = within_bounds(estimate.interval, target.unit, values)
        .map_or(String::new(), |interval| format!(" [{}, {}]", show(interval.low), show(interval.high)));
    let quantile = |level: f64| Level::new(level).and_then(|level| sample.quantile(level));
    let inner = quantile(0.05).zip(quantile(0.95)).map_or_else(unknown, |(low, high)| range(low, high));
    [
        target.title.get(lang).to_owned(),
        on_record(target, &show, &range),
        format!("{mean}{interval}"),
        inner,
        status(target.status, lang).to_owned(),
        agrees(target, estimate.mean, lang).to_owned(),
    ]
}

/// A share of which no replication leaves 0 to 1 cannot have a mean that does: Student's interval is cut there.
fn within_bounds(interval: Option<Interval>, unit: TargetUnit, values: &[f64]) -> Option<Interval> {
    let parts = unit == TargetUnit::Share && values.iter().all(|value| value.is_nan() || (0.0..=1.0).contains(value));
    if parts { interval.map(|range| range.within(0.0, 1.0)) } else { interval }
}

/// The figure, the band, or both.
fn on_record(target: &Target, show: &dyn Fn(f64) -> String, range: &dyn Fn(f64, f64) -> String) -> String {
    match (target.value, target.band) {
        (Some(value), Some((low, high))) => format!("{} ({})", show(value), range(low, high)),
        (Some(value), None) => show(value),
        (None, Some((low, high))) => range(low, high),
        (None, None) => "–".into(),
    }
}

fn status(status: TargetStatus, lang: Lang) -> &'static str {
    match status {
        TargetStatus::Fitted => words::fitted(lang),
        TargetStatus::Given => words::given(lang),
        TargetStatus::Follows => words::follows(lang),
        TargetStatus::Free => common::no(lang),
    }
}

/// Whether the mean lies in the band.
fn agrees(target: &Target, mean: Option<f64>, lang: Lang) -> &'static str {
    match (target.band, mean) {
        (Some((low, high)), Some(mean)) if (low..=high).contains(&mean) => common::yes(lang),
        (Some(_), _) => common::no(lang),
        (None, _) => "–",
    }
}

/// A result in its unit.
pub fn shown(value: f64, unit: TargetUnit, lang: Lang) -> String {
    match unit {
        TargetUnit::Share => percent(value, if value.abs() < 0.1 { 2 } else { 1 }),
        TargetUnit::Yuan if value.abs() >= 1e6 => {
            words::large_sum(lang, lang.pick(number(value / 1e6, 2), number(value / 1e4, 0)))
        }
        TargetUnit::Yuan => words::yuan(lang, number(value, 0)),
        TargetUnit::YuanPerPersonAnnual => words::yuan_a_head(lang, number(value, 0)),
        TargetUnit::Times => number(value, 2),
        TargetUnit::Months => number(value, 1),
        TargetUnit::Number if value == value.trunc() => whole(value as i64),
        TargetUnit::Number => number(value, 3),
    }
}
