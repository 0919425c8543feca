//! Reward, quota, screening and safeguards: worked out by hand, off without a trace, and their direction under common luck.

use crate::support::*;
use lendmix::draws::Replication;
use lendmix::model::policy::*;
use lendmix::model::rules::*;
use lendmix::model::world::*;
use lendmix::units::{Fen, Share};

fn reward() -> RewardRule {
    RewardRule {
        share_of_lending: share(0.02),
        recovery_min: Millionths::of(0.98),
        shares: [share(0.3), share(0.2), share(0.4), share(0.1)],
    }
}

/// 24 households borrow 10,000 yuan, one in each month of 2016 and 2017, and repay after a year: in December 2016 nothing
/// was due; in 2017 all 120,000 came back and 120,000 were lent, December's loan among them: 2,400 yuan, shared 720, 480,
/// 960, 240. In 2018 nothing is lent.
#[test]
fn a_township_that_recovers_earns_two_per_cent_of_its_lending() {
    let bare = Bare::pool(24, 10_000.0, 12).with(|bare| {
        bare.lasting(36);
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.lending.plan = [120_000.0, 120_000.0, 0.0, 0.0, 0.0].map(yuan).to_vec();
        bare.policy.rules.reward = Some(reward());
    });
    let outcome = bare.outcome(0);
    assert_eq!(outcome.townships.iter().map(|row| row.reward).collect::<Vec<_>>(), [0.0, 2_400.0, 0.0].map(yuan));
    assert_eq!(outcome.run.reward, yuan(2_400.0));
    assert_eq!(outcome.run.reward_parts, [720.0, 480.0, 960.0, 240.0].map(yuan));
    assert_eq!((outcome.months[23].budget_cost, outcome.run.budget_cost), (yuan(2_400.0), yuan(2_400.0)));
    assert_eq!(outcome.run.public_cost, yuan(2_400.0));
    // Half of what fell due is not recovered, compensated or not.
    let lossy = bare.with(|bare| {
        bare.risk(Mode::SelfDirected).default = at_maturity(0.5);
        bare.policy.fund.initial = yuan(1e9);
    });
    assert_eq!(lossy.outcome(0).run.reward, Fen::ZERO);
}

/// On the same luck a higher standard rewards nobody whom a lower one does not, and a reward changes nothing but its cost.
#[test]
fn a_higher_standard_rewards_fewer_and_rewards_only_cost() {
    let rewarded = |recovery_min: f64| {
        Bare::rich().with(|bare| {
            bare.policy.rules.reward = Some(RewardRule { recovery_min: Millionths::of(recovery_min), ..reward() });
        })
    };
    let (mut fewer, mut paid) = (0, 0);
    let outcomes = rewarded(0.6).outcomes(0..60).into_iter().zip(rewarded(0.98).outcomes(0..60));
    for ((low, high), none) in outcomes.zip(Bare::rich().outcomes(0..60)) {
        assert!(low.townships.iter().zip(&high.townships).all(|(low, high)| high.reward <= low.reward));
        fewer += usize::from(high.run.reward < low.run.reward);
        paid += usize::from(high.run.reward > Fen::ZERO);
        assert_eq!(high.run.budget_cost, none.run.budget_cost + high.run.reward);
        assert_eq!(high.households_without_reward(), none.households_without_reward());
    }
    assert!(fewer > 20 && paid > 5, "{fewer} {paid}");
}

fn quota(overshoot: f64, shift: f64) -> Quota {
    Quota {
        overshoot,
        ability_shift_per_tenth: shift,
        points_target: 10,
        points_step: 1,
        step: Millionths::of(0.1),
        points_max: 20,
    }
}

/// A plan of ten loans: without pressure ten, with 50% of overshoot fifteen, which are 10 + 5 points. The year after
/// has a plan of five and nobody left to lend to.
#[test]
fn pressure_lends_above_the_plan_and_earns_points() {
    let bare = Bare::pool(15, 10_000.0, 12).with(|bare| {
        bare.policy.lending.plan = [100_000.0, 50_000.0, 0.0].map(yuan).to_vec();
        bare.policy.rules.quota = Some(quota(0.5, 0.05));
    });
    let outcome = bare.outcome(0);
    assert_eq!(outcome.run.lent, yuan(150_000.0));
    assert_eq!(outcome.townships.iter().map(|row| row.quota_points).collect::<Vec<_>>(), [Some(15), Some(0)]);
    assert_eq!((outcome.run.quota_points_mean, outcome.run.townships_missing_quota), (Some(7.5), 1));
    assert_eq!(outcome.run.lending_plan, yuan(150_000.0), "the plan is not what is aimed at");
    let calm = bare.with(|bare| bare.policy.rules.quota = Some(quota(0.0, 0.05))).outcome(0);
    assert_eq!(calm.run.quota_points_mean, Some((10.0 + 10.0) / 2.0));
}

/// Without noise exactly those of sufficient ability are lent to; 50% of overshoot at 0.1 a tenth lowers it by 0.5.
/// Fixed benefit does not ask; the others are counted at their gate.
#[test]
fn screening_reads_ability_and_pressure_lowers_the_standard() {
    for mode in Mode::ALL {
        let bare = |rules: Rules| {
            Bare::pool(200, 10_000.0, 12).with(|bare| {
                bare.policy.lending.mix = only(mode);
                bare.policy.lending.plan[0] = yuan(1e9);
                bare.policy.rules = rules;
            })
        };
        let screening = Some(Screening { ability_min: -0.3, noise: 0.0 });
        for (quota, standard) in [(None, -0.3), (Some(quota(0.5, 0.1)), -0.8)] {
            let bare = bare(Rules { screening, quota, ..Rules::default() });
            let (county, outcome) = (bare.county(), bare.outcome(0));
            let ability = county.population(county.luck(Replication(0))).roster.ability.clone();
            let mut lent: Vec<u32> = outcome.loans.iter().map(|loan| loan.household).collect();
            lent.sort_unstable();
            let able = |household: &u32| mode == Mode::FixedBenefit || ability[*household as usize] >= standard;
            let expected: Vec<u32> = (0..200).filter(able).collect();
            assert_eq!(lent, expected, "{mode:?}");
            assert_eq!(outcome.run.stopped.screening as usize, 200 - expected.len());
        }
    }
}

/// θ + noise·N is normal with variance 1 + noise²: the share that passes is Φ(−standard/√(1 + noise²)).
#[test]
fn the_noise_of_screening_is_normal() {
    let bare = Bare::pool(20_000, 10_000.0, 12)
        .with(|bare| bare.policy.rules.screening = Some(Screening { ability_min: -1.0, noise: 0.75 }));
    let county = bare.county();
    let passes =
        county.population(county.luck(Replication(0))).offers[0].passes.iter().filter(|passes| **passes).count();
    assert_frequency("passes", passes, 20_000, normal_cdf(1.0 / 1.25));
}

/// Under common luck pressure reaches more households, of lower ability, and more of the loans default.
#[test]
fn pressure_lends_to_the_less_able_who_default_more() {
    let screened = Bare::pool(600, 10_000.0, 12).with(|bare| {
        bare.policy.lending.plan[0] = yuan(2_000_000.0);
        bare.risk(Mode::SelfDirected).default =
            DefaultMechanism::Hazard { pd_annual: vec![probability(0.1)], ability_logit: -0.8, county_logit: 0.0 };
        bare.policy.rules.screening = Some(Screening { ability_min: 0.5, noise: 0.3 });
    });
    let pressed = screened.clone().with(|bare| bare.policy.rules.quota = Some(quota(1.0, 0.15)));
    let county = screened.county();
    let ability = county.population(county.luck(Replication(0))).roster.ability.clone();
    let mean_ability = |outcome: &Outcome| {
        outcome.loans.iter().map(|loan| ability[loan.household as usize]).sum::<f64>() / outcome.loans.len() as f64
    };
    let rate = |outcome: &Outcome| f64::from(outcome.run.loans_defaulted) / outcome.loans.len() as f64;
    let (mut before, mut after) = (0.0, 0.0);
    for (calm, pressed) in screened.outcomes(0..60).iter().zip(pressed.outcomes(0..60)) {
        assert!(pressed.loans.len() > calm.loans.len() && mean_ability(&pressed) < mean_ability(calm));
        assert!(calm.defaults().iter().all(|loan| {
            let served = pressed.loans.iter().any(|other| (other.household, other.grant) == *loan);
            !served || pressed.defaults().contains(loan)
        }));
        before += rate(calm) / 60.0;
        after += rate(&pressed) / 60.0;
    }
    assert!(after > 1.15 * before, "{before} {after}");
}

fn safeguard(coverage: f64, unwilling: f64, diversion: f64) -> Safeguard {
    Safeguard {
        coverage: share(coverage),
        unwilling_factor: share(unwilling),
        diversion_factor: share(diversion),
        cost_per_loan: Fen::ZERO,
        cost_per_village_annual: Fen::ZERO,
    }
}

fn with_safeguard(bare: &Bare, lever: Lever, safeguard: Safeguard) -> Bare {
    bare.clone().with(|bare| bare.policy.rules.safeguards.0[lever as usize] = Some(safeguard))
}

/// A rich county without rules, with a diversion that is one number.
fn plain(unwilling: f64, diversion: f64) -> Bare {
    Bare::rich().with(|bare| {
        bare.policy.rules = Rules::default();
        bare.world.households.unwilling = share(unwilling);
        bare.world.households.diversion = fixed(diversion);
    })
}

/// Covering everyone with factors of one half and one quarter is the county in which ν and δ are that much smaller, to
/// the last bit; two safeguards multiply.
#[test]
fn safeguards_multiply_unwillingness_and_diversion() {
    let base = plain(0.4, 0.4);
    for lever in Lever::ALL {
        let guarded = with_safeguard(&base, lever, safeguard(1.0, 0.5, 0.25));
        assert_eq!(guarded.outcome(3).text(), plain(0.2, 0.1).outcome(3).text(), "{lever:?}");
    }
    let once = with_safeguard(&base, Lever::ChecksAfter, safeguard(1.0, 0.5, 0.25));
    let twice = with_safeguard(&once, Lever::CreditVillages, safeguard(1.0, 0.5, 0.5));
    assert_eq!(twice.outcome(3).text(), plain(0.1, 0.05).outcome(3).text());
}

/// More coverage takes nobody away; levers cover independently of one another; a rated village is rated as a whole.
#[test]
fn coverage_grows_and_villages_are_covered_whole() {
    let base = Bare::pool(4_000, 10_000.0, 12).with(|bare| bare.synthesis().villages = vec![800]);
    let covered = |lever: Lever, coverage: f64| {
        let county = with_safeguard(&base, lever, safeguard(coverage, 0.5, 1.0)).county();
        let population = county.population(county.luck(Replication(0)));
        let covered: Vec<bool> = population.offers[0].coverage.iter().map(|mask| *mask != 0).collect();
        (covered, population.roster.village.clone(), population.offers[0].rated_villages)
    };
    for lever in Lever::ALL {
        let ((some, villages, rated), (more, ..)) = (covered(lever, 0.3), covered(lever, 0.6));
        assert!(some.iter().zip(&more).all(|(some, more)| !some || *more), "{lever:?}");
        if lever == Lever::CreditVillages {
            let whole: std::collections::BTreeSet<(u32, bool)> = villages.iter().copied().zip(some).collect();
            let inhabited: std::collections::BTreeSet<u32> = villages.into_iter().collect();
            assert_eq!(whole.len(), inhabited.len(), "a village is rated or not");
            assert_eq!(whole.iter().filter(|(_, rated)| *rated).count(), rated as usize);
            assert_frequency("villages", rated as usize, inhabited.len(), 0.3);
        } else {
            assert_eq!(rated, 0);
            assert_frequency("households", some.iter().filter(|covered| **covered).count(), 4_000, 0.3);
        }
    }
    let (first, second) = (covered(Lever::ChecksBefore, 0.5).0, covered(Lever::ChecksDuring, 0.5).0);
    assert_frequency("both", first.iter().zip(&second).filter(|(a, b)| **a && **b).count(), 4_000, 0.25);
}

/// 20 loans at 3 yuan for one safeguard and 4 for the other, and one village at 100 yuan in each of two calendar years.
#[test]
fn safeguards_cost_the_budget() {
    let base = Bare::pool(20, 10_000.0, 12);
    let cost = |per_loan: f64, per_village: f64| Safeguard {
        cost_per_loan: yuan(per_loan),
        cost_per_village_annual: yuan(per_village),
        ..safeguard(1.0, 1.0, 1.0)
    };
    let both = with_safeguard(&base, Lever::ChecksDuring, cost(3.0, 0.0));
    let both = with_safeguard(&both, Lever::CreditVillages, cost(4.0, 100.0));
    let (run, months) = both.months_of(0);
    assert_eq!(run.safeguards_cost, yuan(20.0 * 7.0 + 2.0 * 100.0));
    assert_eq!((run.budget_cost, run.public_cost), (run.safeguards_cost, run.safeguards_cost));
    assert_eq!((months[0].budget_cost, months[12].budget_cost), (yuan(240.0), yuan(100.0)));
}

/// Rules that ask for nothing leave every byte as it was: a standard that everyone passes, factors of one at no cost, a
/// reward of nothing. A quota that is the plan changes nothing but the points.
#[test]
fn rules_that_ask_for_nothing_change_nothing() {
    for (name, off) in Bare::rich_variants() {
        let off = off.with(|bare| bare.policy.rules = Rules::default());
        let idle = off.clone().with(|bare| {
            bare.policy.rules.screening = Some(Screening { ability_min: -100.0, noise: 1.0 });
            bare.policy.rules.safeguards = Safeguards([Some(safeguard(0.5, 1.0, 1.0)); SAFEGUARDS]);
            bare.policy.rules.reward = Some(RewardRule { share_of_lending: Share::ZERO, ..reward() });
        });
        let quota = off.clone().with(|bare| bare.policy.rules.quota = Some(quota(0.0, 0.05)));
        for replication in 0..10 {
            let plain = off.outcome(replication).text();
            assert_eq!(plain, idle.outcome(replication).text(), "{name}");
            let mut pointed = quota.outcome(replication);
            assert!(pointed.run.quota_points_mean.is_some());
            (pointed.run.quota_points_mean, pointed.run.townships_missing_quota) = (None, 0);
            pointed.townships.iter_mut().for_each(|row| row.quota_points = None);
            assert_eq!(plain, pointed.text(), "{name}");
        }
    }
}

/// Fewer never intend to repay: a subset of the defaults under the same luck.
#[test]
fn safeguards_leave_a_subset_of_the_defaults() {
    let base = Bare::pool(80, 10_000.0, 24).with(|bare| {
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
        bare.world.industries = vec![harvest_in_december(0.8, lognormal(-0.05, 0.3))];
        bare.world.households.unwilling = share(0.3);
        bare.world.households.diversion = fixed(0.2);
    });
    let guarded = with_safeguard(&base, Lever::CreditVillages, safeguard(1.0, 0.3, 1.0));
    let guarded = with_safeguard(&guarded, Lever::JointControlAccount, safeguard(0.7, 1.0, 0.4));
    let mut fewer = 0;
    for (before, after) in base.outcomes(0..60).iter().zip(guarded.outcomes(0..60)) {
        assert!(after.defaults().is_subset(&before.defaults()));
        fewer += usize::from(after.defaults().len() < before.defaults().len());
    }
    assert!(fewer > 50, "{fewer}");
}
