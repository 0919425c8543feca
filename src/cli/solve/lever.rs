//! One lever on a grid of common luck, refined where the answer lies.

use super::Task;
use super::lever_page::{Page, trimmed_plain};
use super::measure::{Measure, Row};
use super::page;
use super::probe::{self, Probe, Taken};
use crate::cli::failure::Failure;
use crate::cli::{Outcome, study};
use crate::scenario::{Override, Scenario};
use crate::solve::{Limit, Point, Verdict, answer, refinement};
use crate::text::{Lang, Say};

/// Points of the first grid, the file's own value apart.
const COARSE: usize = 8;
/// Points of each refinement, and refinements at most.
const FINER: usize = 3;
const REFINEMENTS: usize = 4;
/// Error of each bound on each side: 95% intervals.
pub const TAIL: f64 = 0.025;

/// A lever and the conditions under which it is moved as far as it goes.
pub struct Lever {
    /// Name of the question for programs.
    pub question: &'static str,
    /// Title of the question.
    pub title: Say,
    /// What the lever is called in tables.
    pub column: Say,
    /// Path of the key that is set, for messages.
    pub key: &'static str,
    /// What tells a scenario with a value from the file's, in its name.
    pub label: &'static str,
    /// Whether large values are the hard ones.
    pub upward: bool,
    /// Where to look.
    pub range: (f64, f64),
    /// Values are multiples of this.
    pub finest: f64,
    /// What must hold.
    pub conditions: Vec<(Measure, Limit)>,
    /// What a value sets over the file.
    pub variant: Box<dyn Fn(f64) -> Vec<Override>>,
    /// The value that a policy has.
    pub taken: Option<Taken>,
    /// The file's own value.
    pub of_file: Option<f64>,
    /// A value as a reader sees it.
    pub show: fn(f64, Lang) -> String,
    /// The last column.
    pub last: Measure,
}

/// A value of the lever with what was observed.
pub struct Seen {
    /// The value.
    pub at: f64,
    /// The measures of each replication.
    pub rows: Vec<Row>,
    /// How it stands to the conditions.
    pub verdict: Verdict,
}

/// Scans, tells and writes.
pub fn solve(task: &Task<'_>, common: Vec<Override>, scenario: Scenario, lever: &Lever) -> Outcome {
    let households = probe::households(&scenario.county());
    let probe = Probe::new(task.file()?, common, &scenario, households, &task.wanted.study, task.lang);
    let seen = scan(&probe, lever)?;
    let points: Vec<Point> = seen.iter().map(|seen| Point { at: seen.at, verdict: seen.verdict }).collect();
    let found = answer(&points);
    let mut written = vec![scenario];
    if let Some(value) = found.value.filter(|value| lever.of_file != Some(*value)) {
        let mut answered = probe.load(&(lever.variant)(value))?;
        answered.name = format!("{}@{}={}", written[0].name, lever.label, trimmed_plain(value));
        written.push(answered);
    }
    let (done, folder) = study::simulate(written, &study::Watched::default(), &task.wanted.study, task.lang)?;
    let page = Page { scenario: &done.scenarios[0], lever, seen: &seen, found, lang: task.lang };
    let (seen, json, text) = (page.csv(), page.json(), page.text());
    page::finish(task, (done, folder), &seen, json, &text)
}

/// Looks at the coarse grid, then between the answer and the next point; from easy to hard.
fn scan(probe: &Probe<'_>, lever: &Lever) -> Result<Vec<Seen>, Failure> {
    let mut seen = look(probe, lever, &coarse(lever))?;
    for _ in 0..REFINEMENTS {
        sort(&mut seen, lever.upward);
        let points: Vec<Point> = seen.iter().map(|seen| Point { at: seen.at, verdict: seen.verdict }).collect();
        let next = refinement(&points, lever.finest, FINER);
        if next.is_empty() {
            break;
        }
        seen.extend(look(probe, lever, &next)?);
    }
    sort(&mut seen, lever.upward);
    Ok(seen)
}

fn sort(seen: &mut [Seen], upward: bool) {
    seen.sort_by(|a, b| if upward { a.at.total_cmp(&b.at) } else { b.at.total_cmp(&a.at) });
}

/// Evenly spaced multiples of the finest step, and the file's own value if it lies among them.
fn coarse(lever: &Lever) -> Vec<f64> {
    let (low, high) = lever.range;
    let even = |k: usize| low + (high - low) * k as f64 / (COARSE - 1) as f64;
    let rounded = |value: f64| (libm::round(value / lever.finest) * lever.finest).clamp(low, high);
    let mut grid: Vec<f64> = (0..COARSE).map(even).map(rounded).collect();
    grid.extend(lever.of_file.filter(|value| (low..=high).contains(value)));
    grid.sort_by(f64::total_cmp);
    grid.dedup_by(|a, b| (*a - *b).abs() < 1e-9 * b.abs().max(1.0));
    grid
}

fn look(probe: &Probe<'_>, lever: &Lever, values: &[f64]) -> Result<Vec<Seen>, Failure> {
    let variants: Vec<Vec<Override>> = values.iter().map(|value| (lever.variant)(*value)).collect();
    if let (Some(taken), Some((value, variant))) = (lever.taken, values.iter().zip(&variants).next()) {
        probe::taken(&probe.load(variant)?, lever.key, *value, taken)?;
    }
    let all = probe.simulate(&variants, 0..probe.replications)?;
    let judged = values.iter().zip(all).map(|(at, rows)| {
        let verdicts = lever.conditions.iter().map(|(measure, limit)| limit.judge(&measure.observed(&rows), TAIL));
        Seen { at: *at, verdict: verdicts.max().unwrap_or(Verdict::Holds), rows }
    });
    Ok(judged.collect())
}
