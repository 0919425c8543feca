//! The warnings that matter: a closed list of what would make a reader misread the numbers.

use crate::model::policy::{LossSplit, Mode, Placement};
use crate::output::ScenarioSummary;
use crate::report::{FEW_DEPLETIONS, FEW_REPLICATIONS, SHORT_OF_PLAN};
use crate::scenario::Scenario;
use crate::text::words::common;
use crate::text::words::warnings as words;
use crate::text::{Lang, money, number, percent, upper_end, whole};
use crate::units::{Fen, Share};

/// Months of a run below which many households' windows of 36 months are cut short.
const SHORT_RUN: u32 = 48;

/// Part of the households that borrow up to which those that wait for a loan count as none.
const FEW_WAITING: f64 = 0.02;

/// Scenarios that a warning names before it counts the rest.
const NAMED: usize = 3;

/// The warnings of a scenario's summary, in words.
pub fn of(scenario: &Scenario, summary: &ScenarioSummary, replications: u32, lang: Lang) -> Vec<String> {
    let own = [summary.name.as_str()];
    let all = [
        few_replications(replications, lang),
        few_depletions(summary, replications, lang).filter(|_| has_fund(scenario)),
        short_run(summary, lang).filter(|_| scenario.world.follow_households),
        cap_bound(scenario, summary, lang),
        short_of_plan(summary, lang),
        run_out(&own[usize::from(!runs_out(scenario, summary))..], 1, lang),
        renewed(summary, lang),
        bailed_out(summary, lang),
    ];
    all.into_iter().flatten().collect()
}

/// Whether a fund ever has a part of a claim to pay: a laboratory may have none.
pub fn has_fund(scenario: &Scenario) -> bool {
    let none = |split: LossSplit| matches!(split, LossSplit::QuotaShare { fund, .. } if fund == Share::ZERO);
    scenario.policy.any(|policy| !none(policy.fund.split))
}

/// Whether lending in some mode stays short of its share of the plan while only households that fit a mode are lent to
/// in it: there are no more of them, whatever the mix says. A mix that changes at a date is not looked at.
pub fn runs_out(scenario: &Scenario, summary: &ScenarioSummary) -> bool {
    let mix = scenario.mix();
    if scenario.policy.any(|policy| policy.lending.placement != Placement::Eligible || policy.lending.mix != *mix) {
        return false;
    }
    let mean = |id: &str| summary.metric(id)?.estimate.mean;
    let plan = mean("lending_plan_yuan").filter(|plan| *plan > 0.0);
    let columns = ["lent_self_directed_yuan", "lent_pooled_yuan", "lent_fixed_benefit_yuan"];
    let short = |mode: Mode| {
        let planned = plan? * mix[mode].get();
        Some(planned > 0.0 && mean(columns[mode as usize])? < SHORT_OF_PLAN * planned)
    };
    // Where households still wait, for the cap or a stop, it is not they who have run out.
    let waiting = ["stopped_cap", "stopped_suspended", "stopped_exposure", "stopped_screening"];
    let waiting: f64 = waiting.iter().filter_map(|id| mean(id)).sum();
    let few = mean("households_borrowing").is_some_and(|all| waiting <= FEW_WAITING * all);
    few && Mode::ALL.into_iter().any(|mode| short(mode) == Some(true))
}

/// That households run out in the scenarios of these names, of `all` that there are.
pub fn run_out(names: &[&str], all: usize, lang: Lang) -> Option<String> {
    let joint = common::comma(lang);
    let which = match names {
        [] => return None,
        names if names.len() == all && all > 1 => words::every_scenario(lang).to_owned(),
        names if names.len() > NAMED => words::and_more(lang, names[..NAMED].join(joint), names.len() - NAMED),
        few => few.join(joint),
    };
    Some(words::households_run_out(lang, which))
}

fn few_replications(replications: u32, lang: Lang) -> Option<String> {
    (replications < FEW_REPLICATIONS).then(|| words::few_replications(lang, whole(i64::from(replications))))
}

/// Gains are brought to a year by 12/window: in a short run one harvest counts for much.
fn short_run(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    (summary.months < SHORT_RUN).then(|| words::short_run(lang, summary.months))
}

fn few_depletions(summary: &ScenarioSummary, replications: u32, lang: Lang) -> Option<String> {
    let count = summary.depletion.by_horizon.count;
    if count >= FEW_DEPLETIONS || replications < FEW_REPLICATIONS {
        return None;
    }
    if let (0, Some(interval)) = (count, summary.depletion.by_horizon.interval) {
        return Some(words::never_dry(lang, whole(i64::from(replications)), upper_end(interval.high)));
    }
    Some(words::few_depletions(lang, whole(count as i64), whole(i64::from(replications))))
}

fn cap_bound(scenario: &Scenario, summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let months = summary.metric("months_cap_bound")?.estimate.mean?;
    let part = months / f64::from(summary.months);
    let leverage = scenario.policy.start.fund.leverage_max;
    let changes = scenario.policy.any(|policy| policy.fund.leverage_max != leverage);
    (part > 0.0005).then(|| {
        let part = percent(part, 1);
        match leverage.filter(|_| !changes) {
            Some(leverage) => words::cap_of_bound(lang, number(leverage, 2), part),
            None => words::cap_bound(lang, part),
        }
    })
}

/// What stopped households: the column of their number, and its words.
type Gate = (&'static str, fn(Lang) -> &'static str);

const GATES: [Gate; 8] = [
    ("stopped_no_credit_line", words::stopped_no_credit_line),
    ("stopped_no_demand", words::stopped_no_demand),
    ("stopped_mode", words::stopped_mode),
    ("stopped_suspended", words::stopped_suspended),
    ("stopped_plan", words::stopped_plan),
    ("stopped_cap", words::stopped_cap),
    ("stopped_screening", words::stopped_screening),
    ("stopped_exposure", words::stopped_exposure),
];

fn short_of_plan(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let mean = |id: &str| summary.metric(id)?.estimate.mean;
    let part = mean("lent_yuan")? / mean("lending_plan_yuan").filter(|plan| *plan > 0.0)?;
    if part >= SHORT_OF_PLAN {
        return None;
    }
    let counts = GATES.iter().filter_map(|(id, reason)| {
        let count = mean(id).filter(|count| *count >= 0.5)?;
        Some(words::stopped(lang, reason(lang), number(count, 0)))
    });
    let counts: Vec<String> = counts.collect();
    let part = percent(part, 1);
    if counts.is_empty() {
        return Some(words::short_of_plan(lang, part));
    }
    Some(words::short_of_plan_by(lang, part, counts.join(common::comma(lang))))
}

/// A mean sum of a run in words, if there is any.
fn mean_sum(summary: &ScenarioSummary, id: &str, lang: Lang) -> Option<String> {
    let mean = summary.metric(id)?.estimate.mean.filter(|mean| *mean > 0.0)?;
    Some(money(Fen::from_yuan(mean), lang))
}

fn renewed(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    Some(words::renewed(lang, mean_sum(summary, "renewed_yuan", lang)?))
}

fn bailed_out(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let sum = mean_sum(summary, "bail_out_yuan", lang)?;
    Some(words::bailed_out(lang, sum, mean_sum(summary, "contingent_liability_yuan", lang)?))
}
