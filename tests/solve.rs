//! Inverse questions: held lending, the needed fund, the survival curve, searches.

use crate::support::*;
use lendmix::draws::Replication;
use lendmix::model::county::County;
use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::solve::Survival;
use lendmix::stats::Level;
use lendmix::units::{CalendarMonth, Fen, Share};

/// The county with `opening` in the fund in the first month after its contributions.
fn opening_with(bare: &Bare, opening: Fen) -> County {
    let mut county = bare.clone().with(|bare| bare.policy.fund.initial = Fen::ZERO).county();
    county.contributions[0] = opening;
    county
}

fn held(bare: Bare) -> Bare {
    bare.with(|bare| bare.policy.fund.planned_lending_held = true)
}

/// Every variant that a file can ask for, and every split with every rule of recoveries.
fn every_kind_of_fund() -> Vec<(String, Bare)> {
    let mut all: Vec<(String, Bare)> =
        Bare::rich_variants().into_iter().map(|(name, bare)| (name.to_owned(), bare)).collect();
    all.extend(Bare::books_under_rules().into_iter().map(|(name, bare)| (name.to_owned(), bare)));
    let splits = [
        LossSplit::QuotaShare { fund: share(0.7), insurer: share(0.1), insurer_annual_limit: yuan(4_000.0) },
        LossSplit::Layers { fund_annual: yuan(60_000.0), insurer_annual: yuan(20_000.0) },
    ];
    let rules = [RecoveryShares::ContractShares, RecoveryShares::LossBorne, RecoveryShares::FundFirst];
    for (split, rule) in splits.iter().flat_map(|split| rules.iter().map(move |rule| (*split, *rule))) {
        for unpaid in [UnpaidClaims::Bank, UnpaidClaims::Payable] {
            let bare = Bare::rich().with(|bare| {
                let fund = &mut bare.policy.fund;
                (fund.split, fund.recoveries, fund.unpaid, fund.leverage_max) = (split, rule, unpaid, Some(9.0));
            });
            all.push((format!("{split:?} {rule:?} {unpaid:?}"), bare));
        }
    }
    all
}

/// Where planned lending is held, a fund is depleted if and only if it is smaller than the path's needed one: with the
/// needed fund no claim is left unpaid, with one fen less one is, and nothing but money changes. Exact, path by path,
/// for every split, rule of recoveries, top-up and interest. Catches a cap that still reacts, a recursion floored by the
/// file's own contributions, and a shadow fund whose recoveries are not those of a fund that pays.
#[test]
fn a_fund_is_depleted_if_and_only_if_it_is_smaller_than_the_needed_one() {
    let (mut needed_some, mut less_than_the_file) = (0, 0);
    for (name, bare) in every_kind_of_fund() {
        let bare = held(bare);
        for (replication, outcome) in bare.outcomes(0..12).iter().enumerate() {
            let needed = outcome.run.opening_fund_needed;
            let with = |opening: Fen| {
                let mut state = State::default();
                opening_with(&bare, opening).simulate(Replication(replication as u32), &mut state);
                (state.run.clone(), format!("{:?}", state.loans))
            };
            let (just_enough, loans) = with(needed);
            assert_eq!(just_enough.depletion_month, None, "{name}, replication {replication}, {needed:?}");
            assert_eq!(just_enough.opening_fund_needed, needed, "{name}: it does not depend on the fund there is");
            assert_eq!(loans, format!("{:?}", outcome.loans), "{name}: the loans do not depend on the fund");
            if needed > Fen::ZERO {
                let (too_little, _) = with(needed - Fen(1));
                assert!(too_little.depletion_month.is_some(), "{name}, replication {replication}, {needed:?}");
                needed_some += 1;
            }
            let of_file = bare.policy.fund.initial + bare.county().contributions[0];
            less_than_the_file += usize::from(needed < of_file);
        }
    }
    assert!(
        needed_some > 100 && less_than_the_file > 20,
        "{needed_some} {less_than_the_file}: both cases must be seen"
    );
}

/// Held, a county lends as without a cap, whatever its fund; not held, the cap cuts it.
#[test]
fn held_lending_is_lending_without_a_cap() {
    let capped = Bare::rich().with(|bare| bare.policy.fund.leverage_max = Some(3.0));
    let free = Bare::rich();
    for replication in 0..10 {
        let of = |bare: &Bare| bare.outcome(replication);
        let (held, free, capped) = (of(&held(capped.clone())), of(&free), of(&capped));
        assert_eq!(held.households(), free.households());
        assert_eq!((held.run.months_cap_bound, held.run.months_cap_breached), (0, 0));
        assert!(capped.run.lent < free.run.lent && capped.run.months_cap_bound > 0);
    }
}

/// A limit that is a multiple of the fund is measured against what was paid in: claims do not move it. The case must be
/// one in which the limit binds, and in which a limit by the balance would lend otherwise.
#[test]
fn a_limit_of_exposure_is_held_at_what_was_paid_in() {
    let limited = |multiple: f64| {
        Bare::rich().with(|bare| {
            bare.policy.fund.planned_lending_held = true;
            bare.policy.fund.interest = Default::default();
            bare.policy.fund.contributions = Contributions::Dated(Vec::new());
            bare.policy.contracts.organisations.exposure_max_fund_share = Some(multiple);
        })
    };
    // 20,000 yuan were paid in: the multiple of them is a sum that can be written as a sum.
    let by_sum = limited(3.0).with(|bare| {
        bare.policy.contracts.organisations.exposure_max_fund_share = None;
        bare.policy.contracts.organisations.exposure_max = Some(yuan(60_000.0));
    });
    let reacting = limited(3.0).with(|bare| bare.policy.fund.planned_lending_held = false);
    let free = limited(3.0).with(|bare| bare.policy.contracts.organisations.exposure_max_fund_share = None);
    let (mut claims, mut limits_bind, mut claims_would_move_it) = (Fen::ZERO, 0, 0);
    for replication in 0..10 {
        let (by_fund, by_sum) = (limited(3.0).outcome(replication), by_sum.outcome(replication));
        assert_eq!(by_fund.text(), by_sum.text());
        let (reacting, free) = (reacting.outcome(replication).run, free.outcome(replication).run);
        limits_bind += usize::from(by_fund.run.lent < free.lent);
        claims_would_move_it += usize::from(by_fund.run.lent != reacting.lent);
        claims += by_fund.run.fund_paid;
    }
    assert!(claims > Fen::ZERO && limits_bind > 0 && claims_would_move_it > 0, "{limits_bind} {claims_would_move_it}");
}

/// A shorter run of the same county is the beginning of the longer one, month by month: a horizon cuts, it does not change.
#[test]
fn a_shorter_run_is_the_beginning_of_the_longer_one() {
    for (name, bare) in Bare::rich_variants() {
        let short = bare.clone().with(|bare| bare.months = 29);
        for (long, short) in bare.outcomes(0..6).iter().zip(short.outcomes(0..6)) {
            assert_eq!(format!("{:?}", long.months[..29].to_vec()), format!("{:?}", short.months), "{name}");
        }
    }
}

/// n loans fall due each month, claims are binomial in units, the fund gets c a month: law of survival by recursion on
/// the lattice.
fn lattice(n: usize, p: f64, months: usize, c: usize) -> (Bare, impl Fn(usize) -> f64) {
    let unit = 8_000.0;
    let bare = Bare::pool((n * months) as u32, 10_000.0, 1).with(|bare| {
        bare.lasting(months as u32 + 1);
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.lending.plan = vec![yuan(10_000.0 * 12.0 * n as f64); months / 12 + 2];
        bare.risk(Mode::SelfDirected).default = at_maturity(p);
        let fund = &mut bare.policy.fund;
        fund.planned_lending_held = true;
        fund.leverage_max = Some(1.0);
        fund.split = LossSplit::QuotaShare { fund: share(0.8), insurer: Share::ZERO, insurer_annual_limit: Fen::ZERO };
        let monthly = |t| Contribution {
            month: CalendarMonth::new(2016, 1).unwrap().plus(t),
            source: "county".into(),
            amount: yuan(c as f64 * unit),
        };
        fund.contributions = Contributions::Dated((0..=months as u32).map(monthly).collect());
    });
    let claims = binomial(n, p);
    // The opening fund is whole in the first month, when nothing is claimed; c comes in each month after it.
    let survives = move |opening: usize| {
        let size = opening + months * c + 1;
        let mut alive = vec![0.0; size];
        alive[opening] = 1.0;
        for _ in 0..months {
            let mut next = vec![0.0; size];
            for (w, weight) in alive.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
                for (k, probability) in claims.iter().enumerate().filter(|(k, _)| *k <= w + c) {
                    next[(w + c - k).min(size - 1)] += weight * probability;
                }
            }
            alive = next;
        }
        alive.iter().sum()
    };
    (bare, survives)
}

/// The survival curve from each path's needed fund is the exact law, at every fund on the lattice. Catches a horizon
/// that is off by a month and a file contribution counted twice.
#[test]
fn the_survival_curve_follows_the_lattice() {
    let (bare, survives) = lattice(10, 0.12, 24, 1);
    let needed: Vec<f64> = bare.run(4_000).iter().map(|run| run.opening_fund_needed.yuan()).collect();
    let survival = Survival::of(needed);
    for opening in [0, 2, 4, 7, 10, 14] {
        let point = survival.at(opening as f64 * 8_000.0);
        assert_frequency(
            &format!("survives with {opening}"),
            point.survived.k as usize,
            point.survived.n as usize,
            survives(opening),
        );
    }
}

/// Over many samples the order-statistic interval holds the true smallest fund in at least 95% of them (four standard
/// errors below that would fail), and the interval of the cost from one level to another holds the true cost.
#[test]
fn intervals_of_the_fund_cover_the_exact_one() {
    let (bare, survives) = lattice(10, 0.12, 12, 1);
    let needed: Vec<f64> = bare.run(40_000).iter().map(|run| run.opening_fund_needed.yuan()).collect();
    let exact = |level: f64| (0..).find(|opening| survives(*opening) >= level).unwrap() as f64 * 8_000.0;
    let (lower, upper) = (Level::per_mille(900), Level::per_mille(950));
    let cost = exact(0.95) - exact(0.9);
    let (mut covered, mut cost_covered) = (0, 0);
    let samples = needed.chunks(100);
    let n = samples.len();
    for sample in samples {
        let survival = Survival::of(sample.to_vec());
        let range = survival.interval(upper).unwrap();
        covered += usize::from(range.low <= exact(0.95) && exact(0.95) <= range.high);
        let range = survival.cost(lower, upper).unwrap().interval.unwrap();
        cost_covered += usize::from(range.low <= cost && cost <= range.high);
    }
    let least = 0.95 - 4.0 * (0.95 * 0.05 / n as f64).sqrt();
    assert!(covered as f64 >= least * n as f64, "{covered} of {n}");
    assert!(cost_covered as f64 >= least * n as f64, "{cost_covered} of {n}");
}
