//! Random small scenarios, written as files: no panic, every identity, and the same bits however they are simulated.
//!
//! A few cases run with the other tests, many with `just prove` (`LENDMIX_PROVE=1`). A case that fails is shown as the
//! text of its scenario, with as few choices in it as still fail.

use std::ops::Range;
use std::path::Path;

use lendmix::audit::{Audit, Books, Fingerprint};
use lendmix::engine::{self, Chunk, Study, Unwatched};
use lendmix::metrics::{Column, GROUP_COLUMNS, MONTH_COLUMNS, REPLICATION_COLUMNS};
use lendmix::model::county::County;
use lendmix::scenario::Scenario;
use lendmix::text::Lang;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::scenarios::county;
use crate::support::proving;

/// Ninety households in three townships, everything else as in the base case.
const SMALL: &str = r#"
extends = "daoxian-2016.toml"
run.months = 40
policy.lending.plan_yuan = { 2016 = 1_500_000, 2017 = 900_000, 2018 = 500_000, 2019 = 300_000 }
policy.fund.contributions = [{ month = "2016-01", source = "county", yuan = 150_000 }, { month = "2017-06", source = "province", yuan = 60_000 }]
policy.fund.initial_yuan = 20_000
world.population.households = 90
world.population.townships = 3
world.population.villages = 7
world.households.unwilling_share = 0.1
world.organisations.count = 3
world.organisations.largest_share = 0.5
"#;

/// What a scenario may choose: of each group at most one line. The first choice is to say nothing.
const GROUPS: &[&[&str]] = &[
    &["run.population = \"redrawn\""],
    &[
        "policy.lending.mix = { self_directed = 1.0, pooled = 0.0, fixed_benefit = 0.0 }",
        "policy.lending.mix = { self_directed = 0.1, pooled = 0.9, fixed_benefit = 0.0 }",
        "policy.lending.mix = { self_directed = 0.3, pooled = 0.2, fixed_benefit = 0.5 }",
    ],
    &["policy.lending.placement = \"open\""],
    &["policy.lending.reborrow_after_repayment = false"],
    &["policy.lending.interest_subsidy_share = 0.3"],
    &[
        "policy.self_directed.repayment = { equal_principal = { every_months = 3 } }",
        "policy.self_directed.repayment = { annuity = { every_months = 6 } }",
    ],
    &["policy.pooled.repayment = { equal_principal = { every_months = 12 } }"],
    &["policy.self_directed.tenor_months = { 12 = 1.0 }", "policy.self_directed.tenor_months = { 6 = 0.5, 18 = 0.5 }"],
    &["policy.pooled.tenor_months = { 12 = 0.7, 24 = 0.3 }"],
    &["policy.pooled.transfer_instead = true"],
    &[
        "world.self_directed.default = { copula = { pd_annual = 0.2 } }\nworld.self_directed.loss_given_default = { discrete = { values = [0.3, 1.0], weights = [1, 1] } }",
        "world.self_directed.default = { hazard = { pd_annual = 0.15 } }\nworld.self_directed.loss_given_default = { discrete = { values = [0.3, 1.0], weights = [1, 1] } }",
        "world.self_directed.default = { at_maturity = { pd = 0.3 } }\nworld.self_directed.loss_given_default = { discrete = { values = [0.3, 1.0], weights = [1, 1] } }",
    ],
    &[
        "world.pooled.default = { hazard = { pd_annual = 0.1 } }",
        "world.pooled.default = { at_maturity = { pd = 0.2 } }",
    ],
    &["world.pooled.contagion = 0.4", "world.pooled.contagion = \"household_cash\""],
    &["world.organisations.called = \"due_cohort\""],
    &["world.organisations.after_failure = \"continues\""],
    &["world.organisations.forced_failures = [{ organisation = \"largest\", month = \"2017-08\" }]"],
    &["world.company.failure = { season = { pd_annual = 0.5 } }"],
    &[
        "policy.fund.split = { quota_share = { fund = 0.8, insurer = 0.1, insurer_annual_limit_yuan = 5_000 } }",
        "policy.fund.split = { layers = { fund_annual_yuan = 40_000, insurer_annual_yuan = 20_000 } }\npolicy.fund.recoveries = \"loss_borne\"",
    ],
    &["policy.fund.unpaid_claims = \"payable\""],
    &["policy.fund.topup = { target_yuan = 100_000, budget_yuan = 30_000 }"],
    &["policy.fund.waiting_months = 0", "policy.fund.waiting_months = 7"],
    &["policy.fund.claims_include_interest = true"],
    &["policy.fund.interest_annual = 0.03"],
    &["policy.fund.leverage_max = 4\npolicy.fund.compensated_in_cap = true", "policy.fund.leverage_max = \"none\""],
    &[
        "policy.suspension = []",
        "policy.suspension = [{ level = \"township\", basis = \"recovery_rate\", threshold_share = 0.9, consecutive_months = 1, rectification_months = 2, false_stop_tolerance_share = 0.02 }]",
        "policy.suspension = [{ level = \"county\", basis = \"npl_ratio\", threshold_share = 0.03, consecutive_months = 1, rectification_months = 0, false_stop_tolerance_share = 0.02 }]",
    ],
    &["policy.reward = \"none\""],
    &[
        "policy.renewal = { kind = \"renewal\", modes = [\"self_directed\", \"pooled\"], times_max = 2, months = 6, share_able = 0.3, share_unable = 0.5 }",
        "policy.renewal = { kind = \"extension\", modes = [\"self_directed\", \"pooled\", \"fixed_benefit\"], times_max = 2, months = 5, share_able = 0.4, share_unable = 0.6 }",
    ],
    &["policy.organisations.bail_out_probability = 0.5"],
    &[
        "policy.conversion = { modes = [\"pooled\"], monthly_share = 0.1, to = \"self_directed\" }",
        "policy.conversion = { modes = [\"pooled\", \"fixed_benefit\"], monthly_share = 0.1, to = \"repaid\" }",
        "policy.conversion = { modes = [\"fixed_benefit\"], monthly_share = 0.2, to = \"bought_out\" }",
    ],
    &[
        "policy.payment_holidays.epidemic = { from = \"2017-02\", until = \"2017-09\", postpone_months = 4, modes = [\"self_directed\", \"pooled\"], share = 0.7 }",
    ],
    &[
        "policy.changes.ban = { from = \"2017-03\", lending = { closed_modes = [\"pooled\"] } }",
        "policy.changes.lower = { from = \"2017-07\", fund = { leverage_max = 3, waiting_months = 1 } }",
    ],
    &[
        "policy.safeguards.credit_households = { coverage_share = 0.5, unwilling_factor = 0.2, diversion_factor = 0.5, cost_yuan_per_loan = 20 }",
    ],
    &[
        "policy.insurance.crops = { industries = [\"navel_orange\", \"rice_vegetables\"], households_share = 0.6, sum_insured_per_yuan = 0.3, premium_share = 0.05, premium_subsidy_share = 0.75, pays = { yield = { deductible_share = 0.1 } } }",
    ],
    &[
        "world.catastrophes.frost = { level = \"county\", annual = 0.5, industries = [\"navel_orange\", \"oil_tea\"], yield_loss = { fixed = { value = 0.6 } }, capital_loss_share = { fixed = { value = 0.3 } }, households_share = 0.8 }",
    ],
    &[
        "world.self_directed.collection = { monthly = 0.2, horizon_months = 5, part = { beta = { alpha = 2, beta = 1.5 } }, cost_share = 0.1, monthly_suspended = 0.5 }",
        "world.self_directed.collection = { monthly = 0.0, horizon_months = 0, part = \"full\", cost_share = 0.0 }",
    ],
    &["world.factors.copula = { student_t = { degrees_of_freedom = 4 } }"],
    &["world.factors.regime = { calm_to_bad_monthly = 0.1, bad_to_calm_monthly = 0.2, start_bad = 0.5 }"],
];

/// One number for each group: 0 says nothing.
fn choices() -> impl Strategy<Value = (u64, Vec<usize>)> {
    let groups: Vec<_> = GROUPS
        .iter()
        .map(|group| {
            let lines = group.len();
            prop_oneof![2 => Just(0_usize), 1 => 1..=lines]
        })
        .collect();
    (1..1_000_000_u64, groups)
}

fn text(seed: u64, choices: &[usize]) -> String {
    let mut text = format!("{SMALL}run.seed = {seed}\n");
    for (group, choice) in GROUPS.iter().zip(choices).filter(|(_, choice)| **choice > 0) {
        text.push_str(group[*choice - 1]);
        text.push('\n');
    }
    text
}

fn load(text: &str) -> Result<Scenario, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    Scenario::from_text("random", text, &folder)
        .map_err(|mistakes| format!("{}\n{text}", mistakes.render(Lang::En, false)))
}

/// The chunks of a range of replications.
pub fn chunks(study: &Study, range: Range<u32>, threads: usize) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    engine::run::<()>(study, range, threads, &Unwatched, |_, chunk| {
        chunks.push(chunk.clone());
        Ok(())
    })
    .unwrap();
    chunks
}

fn digest(chunks: &[Chunk]) -> String {
    let mut fingerprint = Fingerprint::default();
    chunks.iter().for_each(|chunk| fingerprint.add(&chunk.replications, &chunk.months, &chunk.townships));
    fingerprint.digest()
}

/// Whether every identity holds in a study's chunks.
pub fn books_close(county: &County, chunks: &[Chunk]) -> Result<(), String> {
    let mut audit = Audit::default();
    for chunk in chunks {
        let n = chunk.replications.len();
        let (months, townships, groups) = (chunk.months.len() / n, chunk.townships.len() / n, chunk.groups.len() / n);
        for (number, run) in chunk.replications.iter().enumerate() {
            let own_months = &chunk.months[number * months..(number + 1) * months];
            let own_townships = &chunk.townships[number * townships..(number + 1) * townships];
            let own_groups = &chunk.groups[number * groups..(number + 1) * groups];
            let books =
                Books::of_records(county.calendar.start(), run, own_months, own_townships).with_groups(own_groups);
            audit.check("random", chunk.first_replication + number as u32, &books);
        }
    }
    let violated = audit.verdicts().iter().find(|verdict| verdict.violated > 0 || verdict.missing.is_some());
    violated
        .map_or(Ok(()), |verdict| Err(format!("{}: {:?} {:?}", verdict.identity.id, verdict.first, verdict.missing)))
}

/// Whether every value is one that its unit allows, which intervals rely on: a share from 0 to 1, a number of things
/// not below zero.
fn values_are_possible(chunks: &[Chunk]) -> Result<(), String> {
    fn check<R>(columns: &[Column<R>], records: &[R]) -> Result<(), String> {
        for column in columns {
            let (low, high) = column.unit.possible();
            let values = records.iter().map(|record| (column.read)(record).number());
            if let Some(value) = values.into_iter().find(|value| *value < low || *value > high) {
                return Err(format!("{} is {value}", column.id));
            }
        }
        Ok(())
    }
    chunks.iter().try_for_each(|chunk| {
        check(&REPLICATION_COLUMNS, &chunk.replications)?;
        check(&MONTH_COLUMNS, &chunk.months)?;
        check(&GROUP_COLUMNS, &chunk.groups)
    })
}

/// Asks `check` of random scenarios; one that fails is shown as text.
fn of_random_scenarios(cases: u32, check: impl Fn(&Study) -> Result<(), String>) {
    let cases = if proving() { cases * 50 } else { cases };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&choices(), |(seed, choices)| {
        let text = text(seed, &choices);
        let scenario = load(&text).map_err(TestCaseError::fail)?;
        let study = Study::new(vec![county(&scenario)]);
        check(&study).map_err(|what| TestCaseError::fail(format!("{what}\n{text}")))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// Every choice is one that a file may make, alone.
#[test]
fn every_choice_is_valid() {
    for (place, group) in GROUPS.iter().enumerate() {
        for line in 1..=group.len() {
            let mut choices = vec![0; GROUPS.len()];
            choices[place] = line;
            if let Err(mistakes) = load(&text(1, &choices)) {
                panic!("{mistakes}");
            }
        }
    }
}

#[test]
fn books_close_in_random_scenarios() {
    of_random_scenarios(40, |study| {
        let chunks = chunks(study, 0..6, 1);
        values_are_possible(&chunks)?;
        books_close(&study.counties[0], &chunks)
    });
}

/// Threads, splitting, and a replication alone: the same bits.
#[test]
fn bits_do_not_depend_on_how_a_random_scenario_is_simulated() {
    of_random_scenarios(12, |study| {
        let whole = digest(&chunks(study, 0..70, 1));
        let same = |how: &str, found: String| {
            if found == whole { Ok(()) } else { Err(format!("{how}: other bits than on one thread")) }
        };
        same("2 threads", digest(&chunks(study, 0..70, 2)))?;
        same("7 threads", digest(&chunks(study, 0..70, 7)))?;
        let split: Vec<Chunk> = [0..23, 23..70].into_iter().flat_map(|range| chunks(study, range, 2)).collect();
        same("split", digest(&split))?;
        let alone = chunks(study, 68..69, 1);
        let among = chunks(study, 64..70, 1);
        let (one, other) = (format!("{:?}", alone[0].replications[0]), format!("{:?}", among[0].replications[4]));
        if one == other { Ok(()) } else { Err("a replication alone differs from the same among others".to_owned()) }
    });
}
