//! The levers that can be solved for: the fund where lending reacts, the leverage, the pay-out.

use super::lever::{self, Lever};
use super::measure::{Measure, in_percent, trimmed};
use super::refusal::Idle;
use super::{Refusal, Task, page, typed};
use crate::cli::Outcome;
use crate::model::county::County;
use crate::model::fund as model_fund;
use crate::model::policy::Mode;
use crate::model::world::FailureMechanism;
use crate::scenario::{Override, Scenario};
use crate::solve::Limit;
use crate::text::words::solve_lever as words;
use crate::units::Fen;

/// `solve fund --reacting`: the smallest fund that survives and lends enough.
pub fn fund(task: &Task<'_>, survive: &str, lent_min: &str, range: Option<&str>) -> Outcome {
    let (survive, lent_min) = (typed::survival(survive)?, typed::share("--lent-min", lent_min)?);
    let range = range.map(typed::range).transpose()?;
    let common = task.common()?;
    let scenario = task.load(&common)?;
    let of_file = model_fund::opening(&scenario.county());
    let range = match range {
        Some(range) => range,
        None if of_file > Fen::ZERO => (0.25 * of_file.yuan(), 4.0 * of_file.yuan()),
        None => return Err(Refusal::NoRange.into()),
    };
    let (start, rest) = (scenario.run.start.to_string(), later_contributions(&scenario));
    let lever = Lever {
        question: "fund",
        title: words::fund_title,
        column: words::fund_column,
        key: "policy.fund.contributions",
        label: "opening_fund_yuan",
        upward: false,
        range,
        finest: libm::pow(10.0, libm::floor(libm::log10(range.1))) / 100.0,
        conditions: vec![
            (Measure::Depletion, Limit::AtMost(complement(survive.get()))),
            (Measure::Lent, Limit::AtLeast(lent_min)),
        ],
        variant: Box::new(move |value| opening_with(value, &start, &rest)),
        taken: None,
        of_file: Some(of_file.yuan()),
        show: |value, lang| page::yuan(value, lang),
        last: Measure::Households,
    };
    lever::solve(task, common, scenario, &lever)
}

/// The fund's later contributions as a file writes them, month by month; the first month is left to the lever.
fn later_contributions(scenario: &Scenario) -> Vec<(String, f64)> {
    let county: County = scenario.county();
    let month = |t: usize| scenario.run.start.plus(t as u32).to_string();
    let paid = county.contributions.iter().enumerate().skip(1).filter(|(_, amount)| **amount > Fen::ZERO);
    paid.map(|(t, amount)| (month(t), amount.yuan())).collect()
}

/// A fund of `value` paid in in the first month, and the later contributions as they were.
fn opening_with(value: f64, start: &str, later: &[(String, f64)]) -> Vec<Override> {
    let entry = |month: &str, yuan: f64| format!("{{ month = \"{month}\", source = \"solve\", yuan = {yuan} }}");
    let opening = entry(start, value);
    let list: Vec<String> =
        std::iter::once(opening).chain(later.iter().map(|(month, yuan)| entry(month, *yuan))).collect();
    vec![
        Override::number("policy.fund.initial_yuan", 0.0),
        Override::set(format!("policy.fund.contributions=[{}]", list.join(", "))),
    ]
}

/// 1 − a level, to the digits that a person types.
fn complement(level: f64) -> f64 {
    libm::round((1.0 - level) * 1e9) / 1e9
}

/// `solve leverage`: the largest leverage at which the fund survives.
pub fn leverage(task: &Task<'_>, survive: &str, range: &str) -> Outcome {
    let (survive, range) = (typed::survival(survive)?, typed::range(range)?);
    let common = task.common()?;
    let scenario = task.load(&common)?;
    if scenario.policy.any(|policy| policy.fund.planned_lending_held) {
        return Err(Refusal::NothingMoves(Idle::LendingHeld).into());
    }
    let lever = Lever {
        question: "leverage",
        title: words::leverage_title,
        column: words::leverage_column,
        key: "policy.fund.leverage_max",
        label: "leverage_max",
        upward: true,
        range,
        finest: 0.1,
        conditions: vec![(Measure::Depletion, Limit::AtMost(complement(survive.get())))],
        variant: Box::new(|value| vec![Override::number("policy.fund.leverage_max", rounded(value))]),
        taken: Some(|policy| policy.fund.leverage_max),
        of_file: scenario.policy.start.fund.leverage_max,
        show: |value, lang| words::times(lang, trimmed(value)),
        last: Measure::Recovery,
    };
    lever::solve(task, common, scenario, &lever)
}

/// `solve payout`: the largest guaranteed pay-out that organisations can afford.
pub fn payout(task: &Task<'_>, mode: &str, failing: Option<&str>, survive: Option<&str>, range: &str) -> Outcome {
    let range = typed::range(range)?;
    let mut conditions = Vec::new();
    if let Some(failing) = failing.or(survive.is_none().then_some("0.1")) {
        conditions.push((Measure::Failing, Limit::AtMost(typed::share("--failing", failing)?)));
    }
    if let Some(survive) = survive {
        conditions.push((Measure::Depletion, Limit::AtMost(complement(typed::survival(survive)?.get()))));
    }
    let common = task.common()?;
    let scenario = task.load(&common)?;
    let mode = if mode == "pooled" { Mode::Pooled } else { Mode::FixedBenefit };
    if let Some(idle) = idle(&scenario, mode) {
        return Err(Refusal::NothingMoves(idle).into());
    }
    let pooled = mode == Mode::Pooled;
    let key = if pooled { "policy.pooled.payout_share_annual" } else { "policy.fixed_benefit.payout_share_annual" };
    let lever = Lever {
        question: "payout",
        title: words::payout_title,
        column: words::payout_column,
        key,
        label: "payout_share_annual",
        upward: true,
        range: (range.0, range.1.min(1.0)),
        finest: 0.0025,
        conditions,
        variant: Box::new(move |value| vec![Override::number(key, rounded(value))]),
        taken: Some(if pooled {
            |policy| Some(policy.terms[Mode::Pooled].payout_annual.get())
        } else {
            |policy| Some(policy.terms[Mode::FixedBenefit].payout_annual.get())
        }),
        of_file: Some(scenario.policy.start.terms[mode].payout_annual.get()),
        show: |value, _| in_percent(value),
        last: Measure::Failing,
    };
    lever::solve(task, common, scenario, &lever)
}

/// Without the noise of binary fractions: 0.30000000000000004 is 0.3.
fn rounded(value: f64) -> f64 {
    libm::round(value * 1e9) / 1e9
}

/// Why the pay-out of a mode moves nothing; `None` if it moves something.
fn idle(scenario: &Scenario, mode: Mode) -> Option<Idle> {
    if !scenario.policy.any(|policy| policy.lending.mix[mode].get() > 0.0) {
        return Some(Idle::ModeNotLent);
    }
    let structural = |failure: &FailureMechanism| matches!(failure, FailureMechanism::Structural);
    let county = scenario.county();
    let luck = county.luck(crate::draws::Replication::POPULATION);
    let population = county.population(luck);
    let organisations = &population.organisations;
    let mut used =
        (0..organisations.entity.len()).filter(|index| (*index == organisations.company()) != (mode == Mode::Pooled));
    if used.any(|index| structural(&county.kind_of(organisations.kind[index]).parameters.failure)) {
        return None;
    }
    Some(if mode == Mode::Pooled { Idle::NoStructuralOrganisation } else { Idle::NoStructuralCompany })
}
