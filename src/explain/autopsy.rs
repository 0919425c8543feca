//! First causes and warnings over all replications in which the fund ran dry, and false alarms over those in which it did
//! not.

use super::attribution::{Cause, Usual, attribute};
use super::warning::{Indicator, Warnings};
use crate::draws::Replication;
use crate::engine;
use crate::model::counterfactual::Counterfactual;
use crate::model::county::County;
use crate::model::state::State;
use crate::stats::{Level, Proportion, QuantileEstimate, Sample, ShareEstimate};

/// A replication in which the fund ran dry.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its number.
    pub replication: u32,
    /// Month (from 0) of depletion.
    pub depleted: usize,
    /// First cause.
    pub cause: Cause,
    /// Indicator that warned before, and in which month.
    pub warned: Option<(Indicator, usize)>,
    /// What warned at all.
    pub warnings: Warnings,
}

/// How often a cause came first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CauseRow {
    /// The cause.
    pub cause: Cause,
    /// Of the depletions looked at.
    pub share: ShareEstimate,
}

/// What an indicator was worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarningRow {
    /// The indicator.
    pub indicator: Indicator,
    /// Depletions that it warned of before they came.
    pub warned: ShareEstimate,
    /// Depletions of which it warned first of all.
    pub first: ShareEstimate,
    /// Months ahead, where it warned: 5%, median and 95%.
    pub ahead: [QuantileEstimate; 3],
    /// Replications without depletion in which it warned all the same.
    pub false_alarms: ShareEstimate,
}

/// First causes and warnings over many replications.
#[derive(Clone, Debug, PartialEq)]
pub struct Autopsy {
    /// Replications in which the fund ran dry, those looked at.
    pub cases: Vec<Case>,
    /// Causes that came first at least once, the most frequent first.
    pub causes: Vec<CauseRow>,
    /// Depletions of which nothing warned.
    pub unwarned: ShareEstimate,
    /// Every indicator.
    pub warnings: Vec<WarningRow>,
    /// Replications without depletion, those looked at.
    pub quiet: u64,
}

/// Looks at replications that ran dry and at replications that did not, on `threads` threads.
pub fn autopsy(county: &County, dry: &[u32], quiet: &[u32], threads: usize) -> Autopsy {
    let usual = Usual::of(county);
    let cases = engine::map(threads, dry, |state, replication| case(county, &usual, replication, state));
    let cases: Vec<Case> = cases.into_iter().flatten().collect();
    let quiet = engine::map(threads, quiet, |state, replication| watch(county, replication, state));
    let n = cases.len() as u64;
    let share = |k: usize| Proportion { k: k as u64, n }.estimate();
    let count = |cause: Cause| cases.iter().filter(|case| case.cause == cause).count();
    let mut causes: Vec<CauseRow> = Cause::all()
        .filter(|cause| count(*cause) > 0)
        .map(|cause| CauseRow { cause, share: share(count(cause)) })
        .collect();
    causes.sort_by_key(|row| std::cmp::Reverse(row.share.count));
    Autopsy {
        causes,
        unwarned: share(cases.iter().filter(|case| case.warned.is_none()).count()),
        warnings: Indicator::ALL.map(|indicator| warning_row(indicator, &cases, &quiet)).to_vec(),
        quiet: quiet.len() as u64,
        cases,
    }
}

fn watch(county: &County, replication: u32, state: &mut State) -> Warnings {
    let mut warnings = Warnings::default();
    county.observe(Replication(replication), Counterfactual::default(), state, |state, population, t| {
        warnings.look(county, state, population, t);
    });
    warnings
}

fn case(county: &County, usual: &Usual<'_>, replication: u32, state: &mut State) -> Option<Case> {
    let warnings = watch(county, replication, state);
    let depleted = state.run.depletion_month? as usize - 1;
    let cause = attribute(Replication(replication), usual, state).cause?;
    Some(Case { replication, depleted, cause, warned: warnings.earliest(depleted), warnings })
}

fn warning_row(indicator: Indicator, cases: &[Case], quiet: &[Warnings]) -> WarningRow {
    let n = cases.len() as u64;
    let ahead = |case: &Case| {
        let month = case.warnings.first_of(indicator).filter(|month| *month < case.depleted)?;
        Some((case.depleted - month) as f64)
    };
    let months: Vec<f64> = cases.iter().filter_map(ahead).collect();
    let first = cases.iter().filter(|case| case.warned.is_some_and(|(one, _)| one == indicator)).count();
    let alarms = quiet.iter().filter(|warnings| warnings.first_of(indicator).is_some()).count();
    let warned = Proportion { k: months.len() as u64, n }.estimate();
    let months = Sample::new(months);
    let levels = [Level::per_mille(50), Level::MEDIAN, Level::per_mille(950)];
    WarningRow {
        indicator,
        warned,
        first: Proportion { k: first as u64, n }.estimate(),
        ahead: levels.map(|level| months.estimate(level)),
        false_alarms: Proportion { k: alarms as u64, n: quiet.len() as u64 }.estimate(),
    }
}
