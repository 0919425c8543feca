//! Catastrophes, insurance of projects, surety insurance of loans, limits of industries: worked out by hand, against
//! arithmetic, and by their direction on the same luck.

use crate::support::*;
use lendmix::distribution::{Marginal, MarginalSpec};
use lendmix::draws::{Entity, Replication};
use lendmix::model::county::{County, PopulationDraw};
use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::model::timetable::Timetable;
use lendmix::model::world::*;
use lendmix::units::{CalendarMonth, Fen, Share};

/// An event that touches the first industry and does nothing yet.
fn event(name: &str) -> Catastrophe {
    Catastrophe {
        entity: Entity::named(&format!("catastrophe {name}")),
        strikes: Strikes::County,
        annual: probability(0.0),
        industries: vec![0],
        yield_loss: None,
        capital_loss: None,
        price_factor: 1.0,
        price_factor_next: 1.0,
        households_share: Share::ONE,
        lasts_years: 1,
        organisation_shift: 0.0,
        forced_years: Vec::new(),
    }
}

/// The same, in 2016 whatever the draw.
fn in_2016() -> Catastrophe {
    Catastrophe { forced_years: vec![2016], ..event("frost") }
}

fn uniform(min: f64, max: f64) -> Marginal {
    MarginalSpec::Uniform { min, max }.build().unwrap()
}

/// Loans of 10,000 yuan for a year in January 2016 that are always repaid; a yuan invested brings one in December of 2016
/// and of 2017 and is worth nothing else.
fn growers(loans: u32) -> Bare {
    Bare::pool(loans, 10_000.0, 12).with(|bare| bare.world.industries = vec![harvest_in_december(1.0, fixed(1.0))])
}

/// The event, and an industry that nobody works in.
fn also_another_industry(bare: &mut Bare, event: Catastrophe) {
    let empty = Industry { weight: 0.0, ..bare.world.industries[0].clone() };
    bare.world.industries.push(empty);
    bare.world.catastrophes = vec![event];
}

/// I = 12,000, own 2,000, R = 1.5, C = 0.2, K = 1, 0.8, 0.6, λ = 0.5; frost in 2016 takes 40% of the yield and a
/// quarter of the trees.
///
/// December 2016: net 1.5·0.6 − 0.2 = 0.7 a yuan: 10,000·0.7 = 7,000 more than without, own harvest 1,400; then I = 9,000,
/// own 1,500. January 2017: of 10,000 due 8,400 are paid from cash and 1,600 by selling I worth 4,000 at 0.5·0.8.
/// December 2017: (5,000 − 1,500)·1.3 = 4,550. G = 7,000 − 8,400 + 4,550 + 0.6·(5,000 − 1,500) = 5,250.
#[test]
fn a_frost_takes_yield_and_trees_with_and_without_the_programme() {
    let outcome = growers(7)
        .with(|bare| {
            let orchard = &mut bare.world.industries[0];
            (orchard.revenue, orchard.running_cost) = (1.5, 0.2);
            (orchard.capital_value, orchard.liquidation) = (vec![0.8, 0.6], share(0.5));
            bare.synthesis().own_capital = fixed(2_000.0);
            bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
            bare.world.catastrophes =
                vec![Catastrophe { yield_loss: Some(fixed(0.4)), capital_loss: Some(fixed(0.25)), ..in_2016() }];
        })
        .outcome(0);
    assert_eq!(outcome.run.loans_defaulted, 0);
    assert_eq!(outcome.run.household_gain, yuan(7.0 * 5_250.0));
    assert_eq!(outcome.run.catastrophes, 1);
    assert_eq!(outcome.townships.iter().map(|row| row.struck).collect::<Vec<_>>(), [1, 0]);
}

/// Two harvests of 10,000·(1 − S·1{event}), S uniform on [0.2, 0.8], less the loan.
#[test]
fn how_often_a_county_event_strikes_and_what_it_takes() {
    let bare = growers(1).with(|bare| {
        bare.world.catastrophes =
            vec![Catastrophe { annual: probability(0.2), yield_loss: Some(uniform(0.2, 0.8)), ..event("frost") }];
    });
    let gains = bare.measure(6000, |state| state.run.household_gain.yuan());
    assert_mean("gain", &gains, 20_000.0 * (1.0 - 0.2 * 0.5) - 10_000.0);
    let struck = bare.measure(6000, |state| f64::from(state.run.catastrophes));
    assert_law("seasons struck", &struck, &binomial(2, 0.2), &[0, 1]);
    // Variance of a harvest's loss share: p E[S²] − (p E[S])², E[S²] = 0.25 + 0.6²/12.
    let variance = 1e8 * 2.0 * (0.2 * (0.25 + 0.36 / 12.0) - 0.1 * 0.1);
    assert_variance("gain", &gains, variance);
}

/// Of three townships k are struck; each of the others (or each at all, when the event lasts a year) is struck next year
/// with min(1, a + s k/3). The chain is written out here.
#[test]
fn the_number_of_townships_struck_is_a_markov_chain() {
    let (a, s) = (0.1, 0.75);
    for (lasting, years) in [(1, 4), (50, 4)] {
        let bare = Bare::pool(3, 10_000.0, 12).with(|bare| {
            bare.lasting(48);
            bare.world.industries = vec![harvest_in_december(1.0, fixed(1.0))];
            (bare.synthesis().township_weights, bare.synthesis().villages) = (vec![1.0; 3], vec![1; 3]);
            bare.world.catastrophes = vec![Catastrophe {
                strikes: Strikes::Townships { spread: s },
                annual: probability(a),
                lasts_years: lasting,
                ..event("greening")
            }];
        });
        let mut law = vec![1.0, 0.0, 0.0, 0.0];
        for _ in 0..years {
            let mut next = vec![0.0; 4];
            for (k, weight) in law.iter().enumerate() {
                let p = (a + s * k as f64 / 3.0).min(1.0);
                let kept = if lasting > 1 { k } else { 0 };
                for (more, q) in binomial(3 - kept, p).iter().enumerate() {
                    next[kept + more] += weight * q;
                }
            }
            law = next;
        }
        let in_last_year = |state: &State| {
            let seasons = state.townships.len() / 3;
            (0..3).map(|township| f64::from(state.townships[township * seasons + 3].struck)).sum()
        };
        let samples = bare.measure(5000, in_last_year);
        assert_law("townships struck in the fourth year", &samples, &law, &[0, 1, 2]);
        let total = bare.measure(1, |state| {
            let rows: u32 = state.townships.iter().map(|row| row.struck).sum();
            f64::from(rows) - f64::from(state.run.catastrophes)
        });
        assert_eq!(total, [0.0], "each township and season counts");
    }
}

/// An event of three years that begins in 2016 strikes 2016, 2017 and 2018.
#[test]
fn an_event_lasts_its_years() {
    let bare = growers(1).with(|bare| {
        bare.lasting(60);
        bare.world.catastrophes = vec![Catastrophe { lasts_years: 3, ..in_2016() }];
    });
    let struck: Vec<u32> = bare.outcome(0).townships.iter().map(|row| row.struck).collect();
    assert_eq!(struck, [1, 1, 1, 0, 0]);
}

/// A year that is forced is struck in every replication; the years beside it by the draw alone.
#[test]
fn a_forced_year_happens_in_every_replication() {
    let drawn = Catastrophe { annual: probability(0.3), ..event("frost") };
    let forced = Catastrophe { forced_years: vec![2017], ..drawn.clone() };
    let years = |catastrophe: &Catastrophe| -> Vec<Vec<u32>> {
        let bare = growers(1).with(|bare| {
            bare.lasting(36);
            bare.world.catastrophes = vec![catastrophe.clone()];
        });
        let outcomes = bare.outcomes(0..200);
        outcomes.iter().map(|outcome| outcome.townships.iter().map(|row| row.struck).collect()).collect()
    };
    let mut added = 0;
    for (without, with) in years(&drawn).iter().zip(years(&forced)) {
        assert_eq!((without[0], 1, without[2]), (with[0], with[1], with[2]));
        added += 1 - without[1];
    }
    assert!(added > 100, "{added}");
}

/// A glut halves the price of 2016 and doubles that of 2017: 5,000 + 20,000 − 10,000.
#[test]
fn a_glut_lowers_this_price_and_raises_the_next() {
    let glut = Catastrophe { price_factor: 0.5, price_factor_next: 2.0, ..in_2016() };
    let gain = |change: &dyn Fn(&mut Catastrophe)| {
        let mut glut = glut.clone();
        change(&mut glut);
        growers(1).with(|bare| also_another_industry(bare, glut)).outcome(0).run.household_gain
    };
    assert_eq!(gain(&|_| {}), yuan(15_000.0));
    // Another industry's price is not touched.
    assert_eq!(gain(&|glut| glut.industries = vec![1]), yuan(10_000.0));
    // At township level the price falls with the townships struck: here all of the one.
    assert_eq!(gain(&|glut| glut.strikes = Strikes::Townships { spread: 0.0 }), yuan(15_000.0));
}

/// The market is one: with k of three townships struck everybody's price is 1 − k/6.
#[test]
fn a_price_falls_with_the_share_of_townships_struck() {
    let bare = growers(30).with(|bare| {
        (bare.synthesis().township_weights, bare.synthesis().villages) = (vec![1.0; 3], vec![1; 3]);
        bare.months = 12;
        bare.policy.terms[Mode::SelfDirected].tenors = vec![(24, Share::ONE)];
        bare.world.catastrophes = vec![Catastrophe {
            strikes: Strikes::Townships { spread: 0.0 },
            annual: probability(0.5),
            price_factor: 0.5,
            ..event("glut")
        }];
    });
    let mut seen = [0; 4];
    for outcome in bare.outcomes(0..60) {
        let struck = outcome.run.catastrophes;
        let one_harvest = 10_000.0 * (1.0 - f64::from(struck) / 6.0);
        let expected = outcome.loans.len() as f64 * (one_harvest - 10_000.0);
        assert!((outcome.run.household_gain.yuan() - expected).abs() < 1.0, "{struck} townships");
        seen[struck as usize] += 1;
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

/// Each household of a struck county is hit by its own uniform: binomial among 200, and two events hit independently.
#[test]
fn only_a_share_of_households_is_hit() {
    let one = |name: &str| Catastrophe { yield_loss: Some(fixed(1.0)), households_share: share(0.3), ..event(name) };
    let hits = |events: Vec<Catastrophe>| {
        let bare = growers(200).with(|bare| bare.world.catastrophes = events);
        bare.measure(1500, |state| 400.0 - (state.run.household_gain.yuan() / 10_000.0 + 200.0))
    };
    let forced = |event: Catastrophe| Catastrophe { forced_years: vec![2016], ..event };
    let single = hits(vec![forced(one("frost"))]);
    assert_mean("households hit", &single, 60.0);
    assert_variance("households hit", &single, 200.0 * 0.3 * 0.7);
    let both = hits(vec![forced(one("frost")), forced(one("hail"))]);
    assert_mean("households hit by either", &both, 200.0 * 0.51);
    assert_variance("households hit by either", &both, 200.0 * 0.51 * 0.49);
}

/// PD 0.1 becomes Φ(Φ⁻¹(0.1) + 0.5) in the struck season and is 0.1 again in the next.
#[test]
fn organisations_feel_a_catastrophe_by_their_latent_variable() {
    let bare = Bare::pooled(50, 10_000.0, 12).with(|bare| {
        bare.world.industries = vec![harvest_in_december(1.0, fixed(1.0))];
        bare.world.organisations.kinds[0].failure = failure_in_june(0.1);
        bare.world.organisations.source =
            OrganisationSource::Synthetic { count: 50, sizes: OrganisationSizes::LargestShare(share(0.02)) };
        bare.world.catastrophes = vec![Catastrophe { organisation_shift: 0.5, ..in_2016() }];
    });
    let struck = normal_cdf(normal_quantile(0.1) + 0.5);
    let failed = bare.measure(2000, |state| f64::from(state.run.organisations_failed));
    assert_mean("failures", &failed, 50.0 * (struck + (1.0 - struck) * 0.1));
    let elsewhere = bare.with(|bare| {
        also_another_industry(bare, Catastrophe { industries: vec![1], organisation_shift: 0.5, ..in_2016() })
    });
    let failed = elsewhere.measure(2000, |state| f64::from(state.run.organisations_failed));
    assert_mean("failures of another industry", &failed, 50.0 * (0.1 + 0.9 * 0.1));
}

/// Equity 200,000 and 1,200,000 invested at a profit of nothing, K = 0.9 after the harvest: a loss L of the capital costs
/// 1,080,000·L and ruins it from L = 0.1852 on. An organisation feels L times the share of households struck.
#[test]
fn a_structural_organisation_books_the_capital_it_loses() {
    let fails = |loss: f64, hit: f64| {
        let bare = Bare::pooled(100, 10_000.0, 12).with(|bare| {
            bare.months = 12;
            let orchard = harvest_in_december(0.1, fixed(1.0));
            bare.world.industries = vec![Industry { capital_value: vec![0.9], ..orchard }];
            let kind = &mut bare.world.organisations.kinds[0];
            (kind.failure, kind.equity_share) = (FailureMechanism::Structural, 0.2);
            bare.world.catastrophes =
                vec![Catastrophe { capital_loss: Some(fixed(loss)), households_share: share(hit), ..in_2016() }];
        });
        bare.outcome(0).run.organisations_failed
    };
    assert_eq!((fails(0.18, 1.0), fails(0.19, 1.0)), (0, 1));
    assert_eq!((fails(0.36, 0.5), fails(0.38, 0.5)), (0, 1));
}

fn product(pays: Indemnity) -> InsuranceProduct {
    InsuranceProduct {
        industries: vec![0],
        households: Share::ONE,
        sum_per_yuan: 0.5,
        premium: share(0.05),
        subsidy: share(0.8),
        pays,
    }
}

/// I = 12,000, insured for 6,000: premium 300, of which the household bears 60. Y = 0.6 is a loss of 0.4, 0.1 above the
/// deductible: 600. 2017 is no longer insured, the loan is repaid.
/// G = 10,000·0.6 + 600 − 60 − 10,000 + 10,000 = 6,540.
#[test]
fn crop_insurance_pays_the_loss_above_its_deductible() {
    let insured = |deductible: f64| {
        let bare = growers(5).with(|bare| {
            bare.synthesis().own_capital = fixed(2_000.0);
            bare.world.catastrophes = vec![Catastrophe { yield_loss: Some(fixed(0.4)), ..in_2016() }];
            bare.policy.insurance = vec![product(Indemnity::Yield { deductible: share(deductible) })];
        });
        bare.outcome(0).run
    };
    let run = insured(0.3);
    assert_eq!(run.household_gain, yuan(5.0 * 6_540.0));
    let books = (run.premiums, run.premium_subsidy, run.indemnities);
    assert_eq!(books, (yuan(1_500.0), yuan(1_200.0), yuan(3_000.0)));
    assert_eq!((run.budget_cost, run.public_cost), (yuan(1_200.0), yuan(1_200.0)));
    assert_eq!(insured(0.5).indemnities, Fen::ZERO);
    assert_eq!(insured(0.5).household_gain, yuan(5.0 * 5_940.0));
}

/// Each of 3,000 borrowers insures with probability 0.4, by a key of its own.
#[test]
fn a_share_of_borrowers_insures() {
    let bare = growers(3000).with(|bare| {
        bare.policy.insurance =
            vec![InsuranceProduct { households: share(0.4), ..product(Indemnity::Yield { deductible: Share::ZERO }) }];
    });
    let premium = bare.outcome(0).run.premiums.yuan();
    assert_frequency("insured", (premium / 250.0).round() as usize, 3000, 0.4);
}

/// The index pays where the event is, also to those it did not hit; a bad harvest of one's own it does not pay.
#[test]
fn index_insurance_leaves_the_basis_risk() {
    let run = |catastrophe: Catastrophe, steps: Vec<(f64, Share)>, own_yield: f64| {
        let bare = growers(5).with(|bare| {
            bare.world.industries = vec![harvest_in_december(1.0, fixed(own_yield))];
            bare.world.catastrophes = vec![catastrophe];
            bare.policy.insurance = vec![product(Indemnity::Index { event: 0, steps })];
        });
        bare.outcome(0).run
    };
    let nobody_hit = Catastrophe { yield_loss: Some(fixed(0.5)), households_share: Share::ZERO, ..in_2016() };
    // 5 · 5,000 insured · severity 0.5; G = 10,000 + 2,500 − 50 − 10,000 + 10,000.
    let spared = run(nobody_hit.clone(), Vec::new(), 1.0);
    assert_eq!((spared.indemnities, spared.household_gain), (yuan(12_500.0), yuan(5.0 * 12_450.0)));
    let steps = vec![(0.2, share(0.1)), (0.5, share(0.3)), (0.6, share(1.0))];
    assert_eq!(run(nobody_hit.clone(), steps.clone(), 1.0).indemnities, yuan(5.0 * 1_500.0));
    let mild = Catastrophe { yield_loss: Some(fixed(0.1)), ..nobody_hit };
    assert_eq!(run(mild, steps, 1.0).indemnities, Fen::ZERO);
    let alone = run(Catastrophe { yield_loss: Some(fixed(0.5)), ..event("frost") }, Vec::new(), 0.3);
    assert_eq!((alone.indemnities, alone.premiums), (Fen::ZERO, yuan(5.0 * 250.0)));
}

/// Ten loans of a year each January 2016, 2017, 2018; all default, nothing is collected. Claims of 100,000 in January 2017,
/// 2018 and 2019, the insurer's 40% limited to 15,000 a year; premium 2%, 200 a loan, a quarter from the budget.
fn insured_loans(exit_loss_ratio: f64, exit_probability: f64) -> Bare {
    Bare::pool(30, 10_000.0, 12).with(|bare| {
        bare.lasting(48);
        bare.policy.lending.plan[0..3].fill(yuan(100_000.0));
        bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
        let fund = &mut bare.policy.fund;
        fund.initial = yuan(1e6);
        fund.split =
            LossSplit::QuotaShare { fund: share(0.5), insurer: share(0.4), insurer_annual_limit: yuan(15_000.0) };
        fund.surety = Some(Surety {
            premium_annual: share(0.02),
            subsidy: share(0.25),
            exit_loss_ratio,
            exit_probability: probability(exit_probability),
        });
    })
}

/// Above its ratio at the end of 2017 and of 2018, the insurer leaves with 0.3 each time: it pays 15,000·(1 + 0.7 + 0.7²).
#[test]
fn the_insurer_of_loans_leaves_with_its_probability() {
    let bare = insured_loans(1.5, 0.3);
    let exits = bare.measure(2000, |state| f64::from(state.run.insurer_exit_month.unwrap_or(0)));
    for (month, expected) in [(24.0, 0.3), (36.0, 0.7 * 0.3), (0.0, 0.343), (48.0, 0.49 * 0.3)] {
        assert_frequency("exits", exits.iter().filter(|exit| **exit == month).count(), exits.len(), expected);
    }
    let paid = bare.measure(2000, |state| state.run.insurer_paid.yuan());
    assert_mean("paid by the insurer", &paid, 15_000.0 * (1.0 + 0.7 + 0.49));
}

/// To the end of 2017 the insurer has paid 15,000 on premiums of 4,000: a ratio of 3.75. (2016: nothing on 2,000.)
#[test]
fn the_insurer_of_loans_leaves_after_too_many_losses() {
    for (ratio, probability, leaves) in [(3.7, 1.0, true), (3.8, 1.0, false), (3.7, 0.0, false)] {
        let outcome = insured_loans(ratio, probability).outcome(0);
        let (run, insurer) = (&outcome.run, |t: usize| outcome.months[t].insurer_paid);
        // 3.8 is passed at the end of 2018: 30,000 on 6,000.
        let exit = if leaves { Some(24) } else { Some(36).filter(|_| probability == 1.0) };
        assert_eq!(run.insurer_exit_month, exit);
        assert_eq!(insurer(12), yuan(15_000.0));
        assert_eq!(insurer(24), if leaves { Fen::ZERO } else { yuan(15_000.0) });
        assert_eq!(insurer(36), if exit.is_some() { Fen::ZERO } else { yuan(15_000.0) });
        assert_eq!(outcome.months[12].bank_paid, yuan(35_000.0));
        let bank = if leaves { 50_000.0 } else { 35_000.0 };
        assert_eq!((outcome.months[24].fund_paid, outcome.months[24].bank_paid), (yuan(50_000.0), yuan(bank)));
        // No premium in the month after it has left: January 2018 is t = 24.
        let premiums = if leaves { 4_000.0 } else { 6_000.0 };
        let premium_books = (run.surety_premiums, run.premium_subsidy, run.budget_cost);
        assert_eq!(premium_books, (yuan(premiums), yuan(premiums / 4.0), yuan(premiums / 4.0)));
        // What the households paid themselves is all they lose: the loan was consumed and is still owed.
        assert_eq!(run.household_gain, -yuan(premiums * 0.75));
    }
}

/// A pooled loan's premium is the organisation's: 600 of its equity of 200,000 decide over ruin.
#[test]
fn the_user_of_the_money_pays_the_premium() {
    let fails = |premium: f64| {
        let bare = Bare::pooled(100, 10_000.0, 12).with(|bare| {
            bare.months = 12;
            bare.world.industries = vec![Industry { capital_value: vec![0.9], ..harvest_in_december(0.1, fixed(1.0)) }];
            let kind = &mut bare.world.organisations.kinds[0];
            (kind.failure, kind.equity_share) = (FailureMechanism::Structural, 0.2);
            bare.policy.fund.surety = Some(Surety {
                premium_annual: share(premium),
                subsidy: share(0.5),
                exit_loss_ratio: 1.5,
                exit_probability: probability(0.0),
            });
        });
        let run = bare.outcome(0).run;
        (run.organisations_failed, run.household_gain)
    };
    // Half of 39% of a million is 195,000, half of 41% is 205,000. Households pay neither.
    assert_eq!(fails(0.39), (0, Fen::ZERO));
    assert_eq!(fails(0.41).0, 1);
}

/// Two industries, a plan of 100,000 from January to December, at most 20% of the plan to date to the first: it is never
/// passed, others take the place, and within each industry the order of service stays.
#[test]
fn an_industry_has_its_limit_and_applicants_keep_their_places() {
    let base = Bare::pool(60, 5_000.0, 24).with(|bare| {
        let crop = harvest_in_december(1.0, fixed(1.0));
        bare.world.industries = vec![crop.clone(), Industry { name: "other".into(), ..crop }];
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.lending.plan[0] = yuan(120_000.0);
    });
    let industry_of = |bare: &Bare| {
        let county = bare.county();
        county.population(county.luck(Replication(0))).roster.industry.clone()
    };
    let industries = industry_of(&base);
    let everyone = base.clone().with(|bare| bare.policy.lending.plan[0] = yuan(300_000.0)).outcome(0);
    let order = |outcome: &Outcome, industry: u32| -> Vec<u32> {
        let of = |household: &u32| industries[*household as usize] == industry;
        outcome.loans.iter().map(|loan| loan.household).filter(of).collect()
    };
    let limited = base.clone().with(|bare| bare.policy.lending.industry_share_max = vec![(0, share(0.2))]).outcome(0);
    assert_eq!(limited.run.lent, yuan(120_000.0), "others take the place");
    for t in 0..12 {
        let to_date = limited.loans.iter().filter(|loan| loan.grant as usize <= t);
        let lent =
            to_date.filter(|loan| industries[loan.household as usize] == 0).map(|loan| loan.principal).sum::<Fen>();
        assert_eq!(
            lent,
            yuan(5_000.0 * (2_000.0 * (t + 1) as f64 / 5_000.0).floor()),
            "month {t}: all that is allowed"
        );
    }
    for industry in [0, 1] {
        let (all, served) = (order(&everyone, industry), order(&limited, industry));
        assert_eq!(served, all[..served.len()], "industry {industry}: the order of service");
    }
    // Once the limit is lifted, in July, those who were passed over are first.
    let mut free = base.policy.clone();
    free.lending.industry_share_max = Vec::new();
    let mut start = base.policy.clone();
    start.lending.industry_share_max = vec![(0, Share::ZERO)];
    let timetable = Timetable { start, changes: vec![(CalendarMonth::new(2016, 7).unwrap(), free)] };
    let county =
        County::new(timetable, base.world.clone(), base.start, base.months, county_seed(&base), base.population);
    let mut state = State::default();
    county.simulate(Replication(0), &mut state);
    let july: Vec<u32> = state.loans.iter().filter(|loan| loan.grant == 6).map(|loan| loan.household).collect();
    let first_served = order(&everyone, 0);
    let july_first: Vec<u32> = july.iter().copied().filter(|household| industries[*household as usize] == 0).collect();
    assert!(!july_first.is_empty());
    assert_eq!(july_first, first_served[..july_first.len()]);
}

fn county_seed(bare: &Bare) -> lendmix::draws::Seed {
    lendmix::draws::Seed(bare.seed)
}

/// What never happens changes no byte: events that cannot strike, insurance that nobody takes, a limit of all the plan.
#[test]
fn what_never_happens_changes_no_byte() {
    for (name, base) in Bare::rich_variants() {
        if name == "shocks" {
            continue;
        }
        let idle = base.clone().with(|bare| {
            let severe = Catastrophe { yield_loss: Some(fixed(0.5)), capital_loss: Some(fixed(0.5)), ..event("frost") };
            let spreading = Catastrophe { strikes: Strikes::Townships { spread: 3.0 }, ..event("greening") };
            let elsewhere = Catastrophe { forced_years: vec![2009, 2050], organisation_shift: 2.0, ..severe.clone() };
            bare.world.catastrophes = vec![severe, spreading, elsewhere];
            bare.policy.insurance = vec![InsuranceProduct {
                households: Share::ZERO,
                ..product(Indemnity::Yield { deductible: Share::ZERO })
            }];
            bare.policy.lending.industry_share_max = vec![(0, Share::ONE), (1, Share::ONE)];
            bare.policy.fund.surety = Some(Surety {
                premium_annual: Share::ZERO,
                subsidy: share(0.5),
                exit_loss_ratio: 0.0,
                exit_probability: probability(0.0),
            });
        });
        for (before, after) in base.outcomes(0..20).iter().zip(idle.outcomes(0..20)) {
            assert_eq!(before.text(), after.text(), "{name}");
        }
    }
}

/// A frost on the same luck: fewer loans come back, nobody's default is undone, households gain less.
#[test]
fn a_frost_lowers_recoveries_and_insurance_raises_them() {
    let base = Bare::rich().with(|bare| bare.population = PopulationDraw::Fixed);
    let frost = base.clone().with(|bare| {
        let law = Catastrophe { yield_loss: Some(fixed(0.6)), capital_loss: Some(fixed(0.3)), ..event("frost") };
        bare.world.catastrophes = vec![Catastrophe { industries: vec![0, 1], forced_years: vec![2017, 2018], ..law }];
    });
    let insured = frost.clone().with(|bare| {
        let cover = product(Indemnity::Yield { deductible: share(0.1) });
        bare.policy.insurance =
            vec![InsuranceProduct { industries: vec![0, 1], sum_per_yuan: 1.0, subsidy: Share::ONE, ..cover }];
    });
    let (mut worse, mut better) = (0, 0);
    let all = base.outcomes(0..60).into_iter().zip(frost.outcomes(0..60)).zip(insured.outcomes(0..60));
    for ((calm, frozen), covered) in all {
        let rate = |outcome: &Outcome| outcome.run.recovered.yuan() / outcome.run.due.yuan();
        worse += i32::from(rate(&frozen) < rate(&calm)) - i32::from(rate(&frozen) > rate(&calm));
        better += i32::from(rate(&covered) > rate(&frozen)) - i32::from(rate(&covered) < rate(&frozen));
        assert!(frozen.run.household_gain < calm.run.household_gain);
        assert!(covered.run.household_gain > frozen.run.household_gain);
        assert!(covered.run.budget_cost > frozen.run.budget_cost);
    }
    assert!(worse > 30 && better > 20, "{worse} {better}");
}

/// A share for the insurer on the same luck: the fund pays less in every month, until the insurer has left.
#[test]
fn surety_spares_the_fund() {
    let split = |fund: f64, insurer: f64, surety: bool| {
        Bare::rich().with(|bare| {
            bare.risk(Mode::SelfDirected).default = at_maturity(0.3);
            (bare.policy.fund.initial, bare.policy.fund.topup) = (yuan(5_000.0), None);
            bare.policy.fund.split = LossSplit::QuotaShare {
                fund: share(fund),
                insurer: share(insurer),
                insurer_annual_limit: Fen::UNLIMITED,
            };
            bare.policy.fund.surety = Some(Surety {
                premium_annual: share(0.02),
                subsidy: share(0.5),
                exit_loss_ratio: 1.5,
                exit_probability: probability(1.0),
            })
            .filter(|_| surety);
        })
    };
    let (mut spared, mut left) = (0, 0);
    let pairs = split(0.7, 0.0, false).outcomes(0..60).into_iter().zip(split(0.4, 0.3, true).outcomes(0..60));
    for (alone, insured) in pairs {
        assert!(insured.run.depletion_month.unwrap_or(u32::MAX) >= alone.run.depletion_month.unwrap_or(u32::MAX));
        spared += u32::from(insured.run.unpaid_claims < alone.run.unpaid_claims);
        let Some(exit) = insured.run.insurer_exit_month else { continue };
        left += 1;
        assert_eq!(exit % 12, 0, "it leaves at the end of a year");
        assert!(insured.months[exit as usize..].iter().all(|month| month.insurer_paid == Fen::ZERO));
    }
    assert!(spared > 30 && left > 10, "{spared} {left}");
}
