//! The search: one parameter after the other, each by its own target.

use super::{Setting, evaluate};
use crate::scenario::{Diagnostics, FitFile, Parameter, Scenario, Target, Tried};
use crate::stats::Moments;

/// Most rounds over all parameters.
pub const MOST_ROUNDS: u32 = 4;

/// One evaluation of a fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Round, from 1.
    pub round: u32,
    /// Path of the key that is varied.
    pub key: String,
    /// Its value.
    pub value: String,
    /// The target's name.
    pub target: String,
    /// Mean over replications.
    pub mean: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// ((mean − figure)/tolerance)², and ((value − prior)/prior tolerance)² where there is a prior.
    pub objective: f64,
    /// All fitted values at the evaluation, `key=value` separated by blanks.
    pub others: String,
}

/// The outcome for one parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// Path of the key.
    pub key: String,
    /// Fitted value, as a scenario file writes it.
    pub value: String,
    /// Evaluation at that value.
    pub at: Trace,
    /// Whether the mean is within the target's tolerance.
    pub within: bool,
}

/// Fits all parameters of a file; `watch` sees each evaluation as it is made.
///
/// # Errors
///
/// Mistakes of the scenario, or of a key or value that the file sets.
pub fn fit(
    file: &FitFile,
    replications: u32,
    threads: usize,
    watch: &mut dyn FnMut(&Trace),
) -> Result<Vec<Fitted>, Diagnostics> {
    let mut search = Search { file, replications, threads, watch, settings: starting(file)?, seen: Vec::new() };
    let mut fitted: Vec<Fitted> = Vec::new();
    for round in 1..=MOST_ROUNDS {
        let mut moved = false;
        let mut results = Vec::new();
        for parameter in &file.parameters {
            let at = search.one(parameter, round)?;
            moved |= search.keep(&at.key, &at.value);
            let target = &file.targets[parameter.target];
            let within = (at.mean - figure(target)).abs() <= tolerance(target);
            results.push(Fitted { key: at.key.clone(), value: at.value.clone(), at, within });
        }
        fitted = results;
        if !moved {
            break;
        }
    }
    Ok(fitted)
}

/// The scenario's own values of the parameters, so that what comes back to them is known to have been seen.
fn starting(file: &FitFile) -> Result<Vec<Setting>, Diagnostics> {
    let scenario = Scenario::load(&file.scenario)?;
    let own = |parameter: &Parameter| Some((parameter.key.clone(), scenario.value_at(&parameter.key)?));
    Ok(file.parameters.iter().filter_map(own).collect())
}

struct Search<'a> {
    file: &'a FitFile,
    replications: u32,
    threads: usize,
    watch: &'a mut dyn FnMut(&Trace),
    settings: Vec<Setting>,
    /// Evaluations so far: nothing is simulated twice.
    seen: Vec<Trace>,
}

impl Search<'_> {
    /// The best value of one parameter, the others as they are.
    fn one(&mut self, parameter: &Parameter, round: u32) -> Result<Trace, Diagnostics> {
        let last = parameter.tried.len() - 1;
        let (mut low, mut high) = (0, last);
        if matches!(parameter.tried, Tried::Choices(_)) {
            return self.best(parameter, round, 0..=last);
        }
        let wanted = figure(&self.file.targets[parameter.target]);
        let (first, end) = (self.at(parameter, round, low)?, self.at(parameter, round, high)?);
        let rises = end.mean > first.mean;
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let below = (self.at(parameter, round, middle)?.mean < wanted) == rises;
            if below { low = middle } else { high = middle }
        }
        let first = self.at(parameter, round, low)?.objective <= self.at(parameter, round, high)?.objective;
        self.descend(parameter, round, if first { low } else { high })
    }

    /// Steps along the grid as long as the objective falls.
    fn descend(&mut self, parameter: &Parameter, round: u32, from: usize) -> Result<Trace, Diagnostics> {
        let (mut index, mut best) = (from, self.at(parameter, round, from)?);
        loop {
            let neighbours = [index.checked_sub(1), Some(index + 1).filter(|next| *next < parameter.tried.len())];
            let mut moved = false;
            for next in neighbours.into_iter().flatten() {
                let trace = self.at(parameter, round, next)?;
                if trace.objective < best.objective {
                    (index, best, moved) = (next, trace, true);
                }
            }
            if !moved {
                return Ok(best);
            }
        }
    }

    /// The index with the smallest objective, the first of equals.
    fn best(
        &mut self,
        parameter: &Parameter,
        round: u32,
        range: std::ops::RangeInclusive<usize>,
    ) -> Result<Trace, Diagnostics> {
        let mut best = self.at(parameter, round, *range.start())?;
        for index in range.skip(1) {
            let next = self.at(parameter, round, index)?;
            if next.objective < best.objective {
                best = next;
            }
        }
        Ok(best)
    }

    fn at(&mut self, parameter: &Parameter, round: u32, index: usize) -> Result<Trace, Diagnostics> {
        let (key, value) = (parameter.key.clone(), parameter.tried.text(index));
        let mut settings: Vec<Setting> = self.settings.iter().filter(|(other, _)| *other != key).cloned().collect();
        settings.push((key.clone(), value.clone()));
        settings.sort();
        let others = settings.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ");
        let target = &self.file.targets[parameter.target];
        if let Some(seen) = self.seen.iter().find(|seen| seen.others == others && seen.target == target.name) {
            return Ok(Trace { round, key, value, ..seen.clone() });
        }
        let values = evaluate(self.file, &settings, &[parameter.target], self.replications, self.threads)?;
        let estimate = Moments::of(values[parameter.target].iter().copied()).estimate();
        let mean = estimate.mean.unwrap_or(f64::NAN);
        let trace = Trace {
            round,
            key,
            objective: objective(target, parameter, mean, &value),
            value,
            target: target.name.clone(),
            mean,
            standard_error: estimate.sd.unwrap_or(f64::NAN) / libm::sqrt(estimate.n as f64),
            others,
        };
        (self.watch)(&trace);
        self.seen.push(trace.clone());
        Ok(trace)
    }

    /// Sets a value; returns whether that changes it.
    fn keep(&mut self, key: &str, value: &str) -> bool {
        match self.settings.iter_mut().find(|(other, _)| other == key) {
            Some((_, kept)) if kept == value => false,
            Some((_, kept)) => {
                *kept = value.to_owned();
                true
            }
            None => {
                self.settings.push((key.to_owned(), value.to_owned()));
                true
            }
        }
    }
}

/// How far a value is from what is wanted of it.
pub fn objective(target: &Target, parameter: &Parameter, mean: f64, value: &str) -> f64 {
    let deviation = (mean - figure(target)) / tolerance(target);
    let from_prior = parameter.prior.zip(value.parse::<f64>().ok());
    let from_prior = from_prior.map_or(0.0, |((prior, tolerance), value)| (value - prior) / tolerance);
    deviation * deviation + from_prior * from_prior
}

/// The figure aimed at. The reader lets only targets with figure and tolerance be fitted to.
fn figure(target: &Target) -> f64 {
    target.value.unwrap_or(f64::NAN)
}

fn tolerance(target: &Target) -> f64 {
    target.tolerance.unwrap_or(f64::NAN)
}
