//! The shipped scenarios about contracts and organisations, held to the direction that each of them states.

use std::sync::OnceLock;

use crate::scenarios::{county, load};
use lendmix::draws::Replication;
use lendmix::engine::{self, Study, Unwatched};
use lendmix::model::record::{MonthRecord, ReplicationRecord};
use lendmix::model::state::State;
use lendmix::stats::{Effect, PairedDifferences};

const REPLICATIONS: u32 = 200;

pub const NAMES: [&str; 15] = [
    "organisation-limit",
    "payout-10",
    "payout-8",
    "payout-6",
    "renewal-relief",
    "renewal-hiding",
    "tenors-staggered",
    "instalments",
    "ban-convert",
    "ban-wind-down",
    "bail-out",
    "bail-out-all",
    "stress-largest-organisation-fails",
    "stress-maturity-wall",
    "wages-and-rent",
];

const BASE: &str = "daoxian-2016";

/// Scenarios of the other list that some of these are compared with.
const COMPARED: [&str; 2] = [BASE, "ban-run-off"];

/// These scenarios and those they are compared with on the same luck, simulated once for all tests.
fn of(name: &str) -> &'static [ReplicationRecord] {
    static RECORDS: OnceLock<Vec<Vec<ReplicationRecord>>> = OnceLock::new();
    let names = || COMPARED.into_iter().chain(NAMES);
    let records = RECORDS.get_or_init(|| {
        let study = Study::new(names().map(|name| county(&load(name))).collect());
        let mut records = vec![Vec::new(); study.counties.len()];
        engine::run::<()>(&study, 0..REPLICATIONS, 2, &Unwatched, |scenario, chunk| {
            records[scenario].extend(chunk.replications.iter().cloned());
            Ok(())
        })
        .unwrap();
        records
    });
    &records[names().position(|known| known == name).unwrap()]
}

/// The paired effect of a scenario against another.
fn effect(baseline: &str, name: &str, measure: impl Fn(&ReplicationRecord) -> f64) -> Effect {
    let mut differences = PairedDifferences::default();
    for (before, after) in of(baseline).iter().zip(of(name)) {
        differences.push(measure(before), measure(after));
    }
    differences.effect()
}

#[track_caller]
fn rises(baseline: &str, name: &str, measure: impl Fn(&ReplicationRecord) -> f64) {
    let interval = effect(baseline, name, measure).difference.interval.unwrap();
    assert!(interval.low > 0.0, "{name} against {baseline}: {interval:?}");
}

#[track_caller]
fn falls(baseline: &str, name: &str, measure: impl Fn(&ReplicationRecord) -> f64) {
    rises(baseline, name, |run| -measure(run));
}

fn mean(name: &str, measure: impl Fn(&ReplicationRecord) -> f64) -> f64 {
    of(name).iter().map(measure).sum::<f64>() / f64::from(REPLICATIONS)
}

fn depleted(run: &ReplicationRecord) -> f64 {
    f64::from(u8::from(run.depletion_month.is_some()))
}

fn rate(run: &ReplicationRecord) -> f64 {
    run.recovered.yuan() / run.due.yuan()
}

fn failed(run: &ReplicationRecord) -> f64 {
    f64::from(run.organisations_failed)
}

fn worse_off(run: &ReplicationRecord) -> f64 {
    f64::from(run.households_worse_off) / f64::from(run.households_borrowing)
}

/// Mean over `replications` of the largest of a number over stretches of `length` months.
fn worst(name: &str, replications: u32, length: usize, number: fn(&MonthRecord) -> f64) -> f64 {
    let (county, mut state) = (county(&load(name)), State::default());
    let worst = |replication| {
        county.simulate(Replication(replication), &mut state);
        let sums = state.months.chunks(length).map(|months| months.iter().map(number).sum::<f64>());
        sums.fold(0.0, f64::max)
    };
    (0..replications).map(worst).sum::<f64>() / f64::from(replications)
}

/// The largest principal that has to be paid in one calendar year.
fn wall(name: &str) -> f64 {
    worst(name, 20, 12, |month| (month.due - month.renewed).yuan())
}

/// The largest claims of one month.
fn largest_claims(name: &str) -> f64 {
    worst(name, 100, 1, |month| month.claims.yuan())
}

#[test]
fn a_limit_cuts_the_largest_loss_and_hardly_any_lending() {
    assert!(largest_claims("organisation-limit") < 0.9 * largest_claims(BASE));
    rises(BASE, "organisation-limit", |run| run.fund_min.yuan());
    assert!(mean("organisation-limit", depleted) <= mean(BASE, depleted));
    let lent = |run: &ReplicationRecord| run.lent.yuan();
    assert!(mean("organisation-limit", lent) > 0.97 * mean(BASE, lent));
}

#[test]
fn lower_pay_outs_leave_fewer_orchards_to_fail() {
    for (higher, lower) in [("payout-10", "payout-8"), ("payout-8", "payout-6")] {
        falls(higher, lower, failed);
        falls(higher, lower, |run| run.claims.yuan());
    }
    assert!(mean("payout-10", failed) > 2.0, "{}", mean("payout-10", failed));
}

#[test]
fn relief_flattens_the_wall_and_lowers_the_recovery_rate() {
    assert!(wall("renewal-relief") < 0.9 * wall(BASE));
    falls(BASE, "renewal-relief", rate);
    rises(BASE, "renewal-relief", |run| run.renewed.yuan());
}

#[test]
fn hiding_lowers_claims_and_the_recovery_rate_shows_it() {
    falls(BASE, "renewal-hiding", |run| run.claims.yuan());
    falls(BASE, "renewal-hiding", rate);
}

#[test]
fn staggered_tenors_and_instalments_flatten_the_wall() {
    let base = wall(BASE);
    assert!(wall("tenors-staggered") < 0.9 * base && wall("instalments") < 0.9 * base);
    falls(BASE, "instalments", |run| run.contingent_liability.yuan());
}

#[test]
fn conversion_ends_pay_outs_and_puts_the_risk_on_households() {
    falls("ban-run-off", "ban-convert", |run| run.contractual_payout.yuan());
    falls("ban-run-off", "ban-convert", |run| run.contingent_liability.yuan());
    rises("ban-run-off", "ban-convert", worse_off);
}

#[test]
fn winding_down_exposes_less_and_pays_out_less() {
    falls("ban-run-off", "ban-wind-down", |run| run.contractual_payout.yuan());
    falls("ban-run-off", "ban-wind-down", |run| run.contingent_liability.yuan());
    falls("ban-run-off", "ban-wind-down", |run| run.claims.yuan());
    rises("ban-run-off", "ban-wind-down", |run| run.repaid_early.yuan());
}

#[test]
fn bail_outs_save_the_fund_at_the_cost_of_the_budget() {
    for (less, more) in [(BASE, "bail-out"), ("bail-out", "bail-out-all")] {
        falls(less, more, |run| run.claims.yuan());
        falls(less, more, worse_off);
        rises(less, more, |run| run.budget_cost.yuan());
    }
    falls(BASE, "bail-out-all", |run| run.fund_paid.yuan());
    assert!(mean("bail-out-all", depleted) <= mean(BASE, depleted));
    assert!(of("bail-out-all").iter().all(|run| run.bail_out == run.contingent_liability));
    assert!(of(BASE).iter().all(|run| run.bail_out.0 == 0) && mean(BASE, |run| run.contingent_liability.yuan()) > 0.0);
}

#[test]
fn the_failure_of_the_largest_takes_much_of_the_fund() {
    let (claims, lowest) = (|run: &ReplicationRecord| run.claims.yuan(), |run: &ReplicationRecord| run.fund_min.yuan());
    assert!(mean("stress-largest-organisation-fails", claims) > 1.5 * mean(BASE, claims));
    assert!(mean("stress-largest-organisation-fails", lowest) < 0.75 * mean(BASE, lowest));
    assert!(mean("stress-largest-organisation-fails", depleted) >= mean(BASE, depleted));
}

#[test]
fn the_wall_in_weak_years_costs_the_fund_much_more() {
    assert!(wall("stress-maturity-wall") > wall(BASE));
    rises(BASE, "stress-maturity-wall", |run| f64::from(run.loans_defaulted));
    rises(BASE, "stress-maturity-wall", |run| run.claims.yuan());
    rises(BASE, "stress-maturity-wall", |run| run.fund_paid.yuan());
    assert!(mean("stress-maturity-wall", depleted) > mean(BASE, depleted));
}

#[test]
fn wages_and_rent_add_to_the_gain_and_change_nothing_else() {
    for (base, with) in of(BASE).iter().zip(of("wages-and-rent")) {
        assert_eq!(
            (base.claims, base.lent, base.contractual_payout),
            (with.claims, with.lent, with.contractual_payout)
        );
        assert!(
            with.organisation_income_per_capita_yuan > 0.0 && with.gain_per_capita_yuan > base.gain_per_capita_yuan
        );
        assert!((with.production_gain_per_capita_yuan - base.production_gain_per_capita_yuan).abs() < 1e-6);
    }
}
