//! Exact couplings: the same luck under another scenario changes what the scenario touches and nothing else.

use std::collections::BTreeMap;

use crate::support::*;
use lendmix::draws::Replication;
use lendmix::model::policy::*;
use lendmix::model::population::Roster;
use lendmix::model::state::State;
use lendmix::model::world::*;
use lendmix::units::{Fen, Probability, Share};

const SOME: u32 = 60;

/// The rich county without a cap and with plan enough for everyone in every month.
fn unbounded() -> Bare {
    Bare::rich().with(|bare| bare.policy.lending.plan[0..3].fill(yuan(1e8)))
}

/// One more household takes no one else's loan, luck or organisation: every other loan is the same to the last field,
/// other townships' tables are the same, and the totals differ by the new loans alone.
#[test]
fn one_more_household_changes_only_what_it_touches() {
    for (name, base) in [
        ("structural", unbounded()),
        ("hazard", unbounded().with(|bare| bare.risk(Mode::SelfDirected).default = hazard(0.2))),
        ("student", unbounded().with(|bare| bare.world.factors.copula = student(3.0))),
    ] {
        let more = base.clone().with(|bare| bare.synthesis().households += 1);
        let county = more.county();
        let newcomer = 120;
        let home = county.population(county.luck(Replication(0))).roster.township[newcomer as usize] as usize;
        let mut borrowed = 0;
        for (before, after) in base.outcomes(0..SOME).iter().zip(more.outcomes(0..SOME)) {
            let strip = |outcome: &Outcome| -> BTreeMap<(u32, i16), String> {
                let plain = |loan: &lendmix::model::loan::Loan| {
                    let links = (loan.previous != u32::MAX, loan.organisation);
                    let state = (loan.status, loan.balance, loan.principal, loan.default_month, loan.interest_unpaid);
                    format!("{:?} {links:?} {state:?} {} {:?}", loan.mode, loan.payments, loan.non_performing)
                };
                let others = outcome.loans.iter().filter(|loan| loan.household != newcomer);
                others.map(|loan| ((loan.household, loan.grant), plain(loan))).collect()
            };
            assert_eq!(strip(before), strip(&after), "{name}");
            let seasons = before.townships.len() / 5;
            for (row, (x, y)) in before.townships.iter().zip(&after.townships).enumerate() {
                assert!(row / seasons == home || x == y, "{name}: a table of another township changed");
            }
            let new: Vec<_> = after.loans.iter().filter(|loan| loan.household == newcomer).collect();
            borrowed += new.len();
            assert_eq!(after.run.lent - before.run.lent, new.iter().map(|loan| loan.principal).sum::<Fen>());
            let defaulted = new.iter().filter(|loan| loan.defaulted_in_run()).count() as u32;
            assert_eq!(after.run.loans_defaulted - before.run.loans_defaulted, defaulted);
            assert_eq!(after.run.organisations_failed, before.run.organisations_failed);
        }
        assert!(borrowed > 0, "{name}: the newcomer must borrow");
    }
}

fn hazard(pd: f64) -> DefaultMechanism {
    DefaultMechanism::Hazard { pd_annual: vec![probability(pd)], ability_logit: 0.3, county_logit: -0.3 }
}

/// In every replication the safer county's defaults are among the riskier one's, and it claims no more.
#[track_caller]
fn assert_subset(what: &str, risky: &Bare, safe: &Bare) {
    let mut fewer = 0;
    for (risky, safe) in risky.outcomes(0..SOME).iter().zip(safe.outcomes(0..SOME)) {
        assert!(safe.defaults().is_subset(&risky.defaults()), "{what}: a new default");
        assert!(safe.run.claims <= risky.run.claims, "{what}: larger claims");
        fewer += usize::from(safe.defaults().len() < risky.defaults().len());
    }
    assert!(fewer > 3, "{what}: nothing changed");
}

/// A lower probability leaves a subset of the defaults, whatever the mechanism.
#[test]
fn a_lower_probability_leaves_a_subset_of_the_defaults() {
    let pool = |mode: Mode, default: DefaultMechanism| {
        Bare::pool(60, 10_000.0, 24).with(|bare| {
            bare.policy.lending.mix = only(mode);
            bare.risk(mode).default = default;
            bare.risk(mode).loadings = loadings(0.2, 0.1, 0.0);
        })
    };
    let copula = |pd| DefaultMechanism::Copula { pd_annual: vec![probability(pd)], month_weights: EVERY_MONTH };
    let own = Mode::SelfDirected;
    assert_subset("at maturity", &pool(own, at_maturity(0.2)), &pool(own, at_maturity(0.1)));
    assert_subset("copula", &pool(own, copula(0.2)), &pool(own, copula(0.1)));
    assert_subset("hazard", &pool(own, hazard(0.2)), &pool(own, hazard(0.1)));
    assert_subset("own account", &pool(Mode::Pooled, at_maturity(0.2)), &pool(Mode::Pooled, at_maturity(0.1)));
    let organisations = |q: f64, c: f64| {
        pool(Mode::Pooled, DefaultMechanism::None).with(|bare| {
            bare.world.organisations.source =
                OrganisationSource::Synthetic { count: 5, sizes: OrganisationSizes::LargestShare(share(0.4)) };
            // Not in January: an organisation that fails before the first loan sends its households to another one.
            bare.world.organisations.kinds[0].failure = failure_in_june(q);
            bare.risk(Mode::Pooled).contagion = Contagion::Probability(probability(c));
        })
    };
    assert_subset("organisations", &organisations(0.3, 1.0), &organisations(0.15, 1.0));
    assert_subset("contagion", &organisations(0.3, 1.0), &organisations(0.3, 0.5));
    let structural = |revenue: f64, unwilling: f64| {
        pool(own, DefaultMechanism::Structural).with(|bare| {
            bare.world.industries = vec![harvest_in_december(revenue, lognormal(-0.05, 0.3))];
            bare.world.households.unwilling = share(unwilling);
        })
    };
    assert_subset("structural", &structural(0.6, 0.1), &structural(0.7, 0.1));
    assert_subset("unwilling", &structural(0.6, 0.3), &structural(0.6, 0.1));
}

/// No default, no claim: neither the fund nor anyone else ever pays, whatever the mechanism.
#[test]
fn a_probability_of_zero_never_draws_on_the_fund() {
    let zero = Probability::ZERO;
    for mechanism in [
        DefaultMechanism::None,
        at_maturity(0.0),
        DefaultMechanism::AtMaturity { pd_calm: zero, pd_bad: zero, by_copula: true },
        DefaultMechanism::Copula { pd_annual: vec![zero], month_weights: EVERY_MONTH },
        DefaultMechanism::Hazard { pd_annual: vec![zero], ability_logit: 1.0, county_logit: 1.0 },
    ] {
        for copula in [lendmix::distribution::Copula::Gaussian, student(2.0)] {
            let bare = Bare::rich().with(|bare| {
                bare.world.factors.copula = copula;
                Mode::ALL.iter().for_each(|mode| bare.risk(*mode).default = mechanism.clone());
                bare.world.organisations.kinds[0].failure =
                    FailureMechanism::Season { pd_annual: vec![zero], month_weights: EVERY_MONTH };
                bare.world.company.failure = FailureMechanism::AtMaturity { pd_calm: zero, pd_bad: zero };
            });
            for run in bare.run(SOME) {
                assert_eq!((run.claims, run.fund_paid, run.fund_needed), (Fen::ZERO, Fen::ZERO, Fen::ZERO));
                assert_eq!((run.loans_defaulted, run.organisations_failed, run.depletion_month), (0, 0, None));
                assert_eq!(run.recovered, run.due);
                assert!(run.due > Fen::ZERO);
            }
        }
    }
}

/// With the whole plan in one mode nothing of the other modes can be felt: their terms and risks may be anything.
#[test]
fn corners_of_the_mix_are_single_mode_scenarios() {
    for placement in [
        Placement::Eligible,
        Placement::Open(SuitabilityWeights { situation: 1.0, labour: 0.5, ability: 0.3, noise: 0.5 }),
    ] {
        for mode in Mode::ALL {
            let corner = Bare::rich().with(|bare| {
                bare.policy.lending.mix = only(mode);
                bare.policy.lending.placement = placement.clone();
                bare.policy.fund.leverage_max = Some(9.0);
            });
            let single = corner.clone().with(|bare| {
                for other in Mode::ALL.into_iter().filter(|other| *other != mode) {
                    bare.policy.terms[other].principal = PrincipalRule::Drawn(fixed(1.0));
                    bare.policy.terms[other].tenors = vec![(1, Share::ONE)];
                    bare.policy.terms[other].payout_annual = Share::ONE;
                    bare.policy.terms[other].lend = LendRule::AllOrNone;
                    bare.risk(other).default = at_maturity(1.0);
                    bare.risk(other).collection.horizon_months = 1;
                    bare.risk(other).loadings = Loadings::default();
                }
                bare.policy.lending.rationing_order.reverse();
            });
            for (x, y) in corner.outcomes(0..20).iter().zip(single.outcomes(0..20)) {
                assert!(!x.loans.is_empty() && x.loans.iter().all(|loan| loan.mode == mode));
                assert!(x.text() == y.text(), "{mode:?}, {placement:?}");
            }
        }
    }
}

/// A lever that never acts leaves every byte of every record.
#[test]
fn a_lever_that_never_acts_leaves_every_byte() {
    let base = Bare::rich().with(|bare| bare.policy.fund.topup = None);
    let same = |what: &str, base: &Bare, change: fn(&mut Bare)| {
        let changed = base.clone().with(change);
        for (x, y) in base.outcomes(0..20).iter().zip(changed.outcomes(0..20)) {
            assert!(x.text() == y.text(), "{what}");
        }
    };
    let rich_fund = base.clone().with(|bare| bare.policy.fund.initial = yuan(1e9));
    same("a cap of 10⁶", &rich_fund, |bare| bare.policy.fund.leverage_max = Some(1e6));
    same("compensated loans in no cap", &base, |bare| bare.policy.fund.compensated_in_cap = true);
    // The order of granting numbers the loans; every month and township is the same.
    let reversed = base.clone().with(|bare| bare.policy.lending.rationing_order.reverse());
    for (x, y) in base.outcomes(0..20).iter().zip(reversed.outcomes(0..20)) {
        assert!(x.months == y.months && x.townships == y.townships, "rationing without a cap");
    }
    same("all or none without a cap", &base, |bare| {
        bare.policy.terms.0.iter_mut().for_each(|terms| terms.lend = LendRule::AllOrNone);
    });
    same("a top-up to nothing", &base, |bare| {
        bare.policy.fund.topup = Some(TopUp { target: Fen::ZERO, budget: yuan(1e6) });
    });
    same("a top-up without money", &base, |bare| {
        bare.policy.fund.topup = Some(TopUp { target: yuan(1e9), budget: Fen::ZERO });
    });
    // What the regime itself reports is whether it is bad.
    let moody = base.clone().with(|bare| {
        bare.world.factors.regime =
            Some(Regime { calm_to_bad: probability(0.5), bad_to_calm: probability(0.5), start_bad: probability(0.5) });
    });
    for (x, mut y) in base.outcomes(0..20).iter().zip(moody.outcomes(0..20)) {
        assert!(y.months.iter().any(|month| month.regime_bad == Some(true)));
        y.months.iter_mut().for_each(|month| month.regime_bad = None);
        assert!(x.text() == y.text(), "a regime that changes nothing");
    }
    same("a contribution after the end", &base.clone().with(dated), |bare| {
        if let Contributions::Dated(list) = &mut bare.policy.fund.contributions {
            let late = Contribution { month: bare.start.plus(60), source: "late".into(), amount: yuan(1e6) };
            list.push(late);
        }
    });
    let uninsured = base.clone().with(|bare| {
        bare.policy.fund.split =
            LossSplit::QuotaShare { fund: share(0.7), insurer: Share::ZERO, insurer_annual_limit: Fen::UNLIMITED };
    });
    same("an insurer whose limit is nothing", &uninsured, |bare| {
        bare.policy.fund.split =
            LossSplit::QuotaShare { fund: share(0.7), insurer: share(0.3), insurer_annual_limit: Fen::ZERO };
    });
    same("payables of a fund that always pays", &rich_fund, |bare| bare.policy.fund.unpaid = UnpaidClaims::Payable);
    let uncollected = base.clone().with(|bare| {
        Mode::ALL.iter().for_each(|mode| bare.risk(*mode).collection.monthly = Probability::ZERO);
    });
    same("sharing rules of no recovery", &uncollected, |bare| bare.policy.fund.recoveries = RecoveryShares::FundFirst);
    same("costs of no recovery", &uncollected, |bare| {
        Mode::ALL.iter().for_each(|mode| bare.risk(*mode).collection.cost_share = Share::ONE);
    });
    let subsidised = base.clone().with(|bare| bare.policy.lending.interest_subsidy = Share::ONE);
    same("claims of interest that nobody owes", &subsidised, |bare| bare.policy.fund.claims_include_interest = true);
    let single = base.clone().with(|bare| {
        bare.policy.terms.0.iter_mut().for_each(|terms| terms.tenors = vec![(36, Share::ONE)]);
        bare.lasting(36);
    });
    same("re-borrowing before anything is repaid", &single.clone().with(no_early_end), |bare| {
        bare.policy.lending.reborrow_after_repayment = true;
    });
}

fn dated(bare: &mut Bare) {
    bare.policy.fund.contributions = Contributions::Dated(Vec::new());
}

fn no_early_end(bare: &mut Bare) {
    Mode::ALL.iter().for_each(|mode| bare.risk(*mode).default = at_maturity(0.1));
    for kind in bare.world.organisations.kinds.iter_mut().chain([&mut bare.world.company]) {
        kind.failure = FailureMechanism::Season { pd_annual: vec![Probability::ZERO], month_weights: EVERY_MONTH };
    }
}

/// A roster that says what a synthesis would draw gives the same bytes.
#[test]
fn a_roster_equals_its_synthesis() {
    let synthesised = Bare::rich();
    let county = synthesised.county();
    let luck = county.luck(Replication::POPULATION);
    let roster = match &synthesised.world.population {
        PopulationSource::Synthetic(synthesis) => Roster::synthesise(synthesis, &synthesised.world.industries, luck),
        PopulationSource::Roster(_) => unreachable!("the rich county is synthesised"),
    };
    let read = synthesised.clone().with(|bare| bare.world.population = PopulationSource::Roster(roster));
    for (x, y) in synthesised.outcomes(0..30).iter().zip(read.outcomes(0..30)) {
        assert!(x.text() == y.text());
    }
    assert_eq!(county.townships(), read.county().townships());
}

/// The fund's money decides who is paid, never who defaults: without a cap, loans, townships and gains are the same.
#[test]
fn the_size_of_the_fund_changes_no_default() {
    let poor = Bare::rich().with(|bare| bare.policy.fund.initial = Fen::ZERO);
    let rich = poor.clone().with(|bare| {
        bare.policy.fund.initial = yuan(1e9);
        bare.policy.fund.split = LossSplit::Layers { fund_annual: yuan(1e5), insurer_annual: yuan(1e5) };
        bare.policy.fund.topup = None;
    });
    let mut differ = 0;
    for (x, y) in poor.outcomes(0..SOME).iter().zip(rich.outcomes(0..SOME)) {
        assert!(x.households() == y.households());
        assert_eq!(x.run.claims, y.run.claims);
        differ += usize::from(x.run.fund_paid != y.run.fund_paid);
    }
    assert!(differ > 10);
}

/// A smaller plan or a tighter cap leaves, in a single mode and month, the first of the same queue.
#[test]
fn a_smaller_plan_serves_the_first_of_the_same_queue() {
    let pool = |plan: f64| Bare::pool(80, 10_000.0, 12).with(|bare| bare.policy.lending.plan[0] = yuan(plan));
    let borrowers = |bare: &Bare| -> Vec<u32> { bare.outcome(0).loans.iter().map(|loan| loan.household).collect() };
    let (all, few) = (borrowers(&pool(8e5)), borrowers(&pool(3e5)));
    assert_eq!((all.len(), few.len()), (80, 30));
    assert_eq!(few, all[..30]);
    let capped = pool(8e5).with(|bare| {
        bare.policy.fund.initial = yuan(30_000.0);
        bare.policy.fund.leverage_max = Some(10.0);
    });
    assert_eq!(borrowers(&capped), all[..30]);
}

/// One live loan per household, and without the switch one loan at all, also where a household waits in two queues and
/// has repaid the first loan within the year.
#[test]
fn a_household_borrows_once_unless_the_switch_is_on() {
    let bare = |reborrow: bool| {
        Bare::pool(30, 10_000.0, 3).with(|bare| {
            bare.lasting(24);
            bare.policy.lending.mix = PerMode([share(0.4), share(0.3), share(0.3)]);
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.policy.lending.plan[0..2].fill(yuan(600_000.0));
            bare.policy.lending.reborrow_after_repayment = reborrow;
        })
    };
    let outcome = bare(false).outcome(0);
    let households: std::collections::BTreeSet<u32> = outcome.loans.iter().map(|loan| loan.household).collect();
    assert_eq!(households.len(), outcome.loans.len(), "a second loan without the switch");
    let outcome = bare(true).outcome(0);
    assert!(outcome.loans.len() > 30);
    for (index, loan) in outcome.loans.iter().enumerate() {
        let live_twice = outcome.loans[..index]
            .iter()
            .any(|other| other.household == loan.household && other.grant + 3 > loan.grant);
        assert!(!live_twice, "two live loans of one household");
    }
}

/// Nothing of one replication stays in a workspace: after any other county and replication the next is the same.
#[test]
fn a_used_workspace_is_as_good_as_a_new_one() {
    let counties: Vec<_> = Bare::rich_variants().into_iter().map(|(_, bare)| bare).chain([Bare::rich()]).collect();
    let mut used = State::default();
    for round in 0..3 {
        for bare in &counties {
            let county = bare.county();
            county.simulate(Replication(round), &mut used);
            let fresh = bare.outcome(round);
            assert_eq!(format!("{:?}", used.run), format!("{:?}", fresh.run));
            assert_eq!(format!("{:?}{:?}", used.months, used.loans), format!("{:?}{:?}", fresh.months, fresh.loans));
            assert_eq!(used.townships, fresh.townships);
        }
    }
}
