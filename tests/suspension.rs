//! The stop rule: hand cases of its traps, a referee that judges every run again from its loans alone, and closed forms.

use std::collections::BTreeSet;

use crate::support::*;
use lendmix::draws::{Replication, Seed};
use lendmix::model::contracts::CalledDue;
use lendmix::model::county::County;
use lendmix::model::policy::*;
use lendmix::model::rules::*;
use lendmix::model::state::State;
use lendmix::model::timetable::Timetable;
use lendmix::model::world::*;
use lendmix::units::{CalendarMonth, Fen, Probability, Share};

fn rule(
    level: Level,
    basis: Basis,
    threshold: f64,
    consecutive_months: u16,
    rectification_months: u16,
) -> SuspensionRule {
    SuspensionRule {
        level,
        basis,
        period: Period::YearToDate,
        threshold: Millionths::of(threshold),
        consecutive_months,
        rectification_months,
        false_stop_tolerance: Millionths::of(0.02),
    }
}

/// The county's own: a township, 98%, three months, `g` months of rectification.
fn own_rule(g: u16) -> SuspensionRule {
    rule(Level::Township, Basis::RecoveryRate, 0.98, 3, g)
}

/// Each month of 2016 `n` loans of 12 months, `bad` of them self-directed that default when due, the others pooled that
/// never do: in each month of 2017 `n` fall due and `bad` are not paid. Nothing is collected, the fund pays everything.
fn cohorts(n: u32, bad: u32) -> Bare {
    Bare::pool(12 * n, 10_000.0, 12).with(|bare| {
        bare.lasting(36);
        bare.policy.lending.month_weights = EVERY_MONTH;
        let part = |count: u32| share(f64::from(count) / f64::from(n));
        bare.policy.lending.mix = PerMode([part(bad), part(n - bad), Share::ZERO]);
        bare.policy.fund.initial = yuan(1e9);
        bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
    })
}

fn under(bare: Bare, rules: &[SuspensionRule]) -> Bare {
    bare.with(|bare| bare.policy.rules.suspension = rules.to_vec())
}

/// Months of the run, from 1, in which something was suspended.
fn suspended_months(bare: &Bare) -> Vec<usize> {
    let (run, months) = bare.months_of(0);
    let suspended: Vec<usize> = (1..=months.len()).filter(|month| months[month - 1].suspended_units > 0).collect();
    assert_eq!(run.first_suspension_month.map(|month| month as usize), suspended.first().copied());
    assert_eq!(run.months_suspended, months.iter().map(|month| month.suspended_units).sum::<u32>());
    suspended
}

/// 49 of 50 are exactly 98%, which is not below; 48 of 49 are. Three months from January 2017 (month 13): March, month 15.
/// What the fund pays is no recovery: with nothing due in 2018 the township stays where it is.
#[test]
fn exactly_98_per_cent_is_not_below_and_compensation_recovers_nothing() {
    assert!(suspended_months(&under(cohorts(50, 1), &[own_rule(0)])).is_empty());
    let stopped = under(cohorts(49, 1), &[own_rule(0)]);
    let (run, _) = stopped.months_of(0);
    assert_eq!(run.fund_paid, yuan(12.0 * 10_000.0), "everything is compensated");
    assert_eq!(suspended_months(&stopped), (15..=36).collect::<Vec<_>>());
    assert_eq!((run.suspensions, run.suspensions_false), (1, 0), "1/49 is more than the tolerance of 2%");
}

/// A regime that is bad in every second month: `bad` of 50 in January, March, …, none in February, April, …
fn every_second_month(bad: u32) -> Bare {
    cohorts(50, bad).with(|bare| {
        bare.world.factors.regime =
            Some(Regime { calm_to_bad: Probability::ONE, bad_to_calm: Probability::ONE, start_bad: Probability::ZERO });
        bare.risk(Mode::SelfDirected).default =
            DefaultMechanism::AtMaturity { pd_calm: Probability::ZERO, pd_bad: Probability::ONE, by_copula: false };
    })
}

/// 47/50, 97/100, 144/150 of the year to date are all below, though February alone was 50/50.
#[test]
fn the_year_to_date_counts_and_not_the_month() {
    assert_eq!(suspended_months(&under(every_second_month(3), &[own_rule(0)])).first(), Some(&15));
}

/// 48/50 suspends a rule of one month; 98/100 in February is exactly 98% and does not release, nor does any later month.
#[test]
fn release_needs_more_than_the_threshold() {
    let one_month = rule(Level::Township, Basis::RecoveryRate, 0.98, 1, 0);
    assert_eq!(suspended_months(&under(every_second_month(2), &[one_month])), (13..=36).collect::<Vec<_>>());
}

/// Suspended in March (month 15). Intensified collection brings in all that is open the month after, so that the rate
/// is 195/196 in April: released at once, or when the months of rectification are over.
#[test]
fn release_needs_rectification_as_well_and_collection_follows_the_month_before() {
    let collected = |g: u16, intensified: Option<f64>| {
        under(cohorts(49, 1), &[own_rule(g)]).with(|bare| {
            let collection = &mut bare.risk(Mode::SelfDirected).collection;
            collection.horizon_months = 24;
            collection.monthly_suspended = intensified.map(probability);
        })
    };
    assert_eq!(suspended_months(&collected(0, Some(1.0))), [15]);
    assert_eq!(suspended_months(&collected(1, Some(1.0))), [15]);
    assert_eq!(suspended_months(&collected(3, Some(1.0))), [15, 16, 17]);
    assert_eq!(suspended_months(&collected(3, None)).len(), 22, "as `monthly`, which is zero here");
    let (run, months) = collected(3, Some(1.0)).months_of(0);
    let collected: Vec<f64> = months[14..19].iter().map(|month| month.collected.yuan()).collect();
    // January to March in April, then each month's own; June is collected in July only if still suspended: it is not.
    assert_eq!(collected, [0.0, 30_000.0, 10_000.0, 10_000.0, 0.0]);
    assert_eq!(run.suspensions, 1);
}

/// Below in November and December, nothing due in January and February, below in March: the third month is March.
#[test]
fn months_without_dues_are_neutral() {
    let bare = cohorts(49, 1).with(|bare| {
        bare.start = CalendarMonth::new(2016, 11).unwrap();
        bare.policy.lending.month_weights = [0.0; 12];
        for month in [3, 11, 12] {
            bare.policy.lending.month_weights[month - 1] = 1.0 / 3.0;
        }
        bare.policy.lending.plan = vec![yuan(3.0 * 490_000.0), yuan(3.0 * 490_000.0), Fen::ZERO, Fen::ZERO];
        bare.policy.lending.plan.resize(8, Fen::ZERO);
    });
    // Month 1 is November 2016; the first loans fall due in November 2017, month 13; March 2018 is month 17.
    assert_eq!(suspended_months(&under(bare, &[own_rule(0)])).first(), Some(&17));
}

/// 48/49 in December 2017, the open loan collected in January 2018, 48/49 in December 2018: were the collection counted
/// in 2018, the second December would be 49/49 and a rule of two months would never stop anybody.
#[test]
fn collections_on_earlier_years_never_enter_this_year() {
    let bare = cohorts(49, 1).with(|bare| {
        bare.lasting(48);
        bare.synthesis().households = 98;
        bare.policy.lending.month_weights = only_in(12);
        bare.policy.lending.plan = [490_000.0, 490_000.0, 0.0, 0.0, 0.0, 0.0].map(yuan).to_vec();
        let collection = &mut bare.risk(Mode::SelfDirected).collection;
        (collection.monthly, collection.horizon_months) = (Probability::ONE, 24);
    });
    let two_months = rule(Level::Township, Basis::RecoveryRate, 0.98, 2, 0);
    let (run, months) = under(bare.clone(), &[two_months]).months_of(0);
    assert_eq!(months[24].collected, yuan(10_000.0), "January 2018");
    assert_eq!(run.first_suspension_month, Some(36));
}

/// A loan called at the failure of its organisation is due then, and not again at the end of its contract.
#[test]
fn called_loans_are_due_once() {
    let fails = |contagion: f64| {
        Bare::pooled(20, 10_000.0, 12).with(|bare| {
            bare.world.organisations.kinds[0].failure = failure_in_june(1.0);
            bare.risk(Mode::Pooled).contagion = Contagion::Probability(probability(contagion));
            bare.policy.rules.suspension = vec![own_rule(0)];
        })
    };
    let (run, months) = fails(1.0).months_of(0);
    assert_eq!((run.due, run.first_suspension_month), (run.lent, Some(8)), "June, July, August");
    assert_eq!(months[12].due, Fen::ZERO);
    assert_eq!(fails(0.0).months_of(0).0.first_suspension_month, None, "repaid when called");
    // At the contract date, January 2017: January, February, March.
    let later = fails(1.0).with(|bare| {
        bare.policy.contracts.organisations.called_due = CalledDue::ContractDate;
    });
    assert_eq!(later.months_of(0).0.first_suspension_month, Some(15));
}

/// A failure that the county bailed out is a default of those who used the money: the stop that follows is not false.
#[test]
fn a_stop_after_a_bail_out_is_not_called_false() {
    let bare = Bare::pooled(20, 10_000.0, 12).with(|bare| {
        bare.world.organisations.kinds[0].failure = failure_in_june(1.0);
        bare.policy.contracts.organisations.bail_out = Some(Probability::ONE);
        bare.policy.rules.suspension = vec![own_rule(0)];
    });
    let (run, _) = bare.months_of(0);
    assert_eq!((run.suspensions, run.suspensions_false, run.loans_defaulted), (1, 0, 0));
}

/// 100 loans, `bad` of 12 months that default, the others of 36. Non-performing at the third month-end (month 15), seen
/// in month 16; 3 of 100 are not above a township's 3%, 5 of 100 not above a village's 5%. Compensation changes nothing;
/// after eight months the loans are written off.
#[test]
fn the_npl_ratio_counts_compensated_loans_until_they_are_written_off() {
    let npl = |level: Level, limit: f64, bad: u32, waiting: u16| {
        Bare::pool(100, 10_000.0, 12).with(|bare| {
            bare.lasting(30);
            let part = f64::from(bad) / 100.0;
            bare.policy.lending.mix = PerMode([share(part), share(1.0 - part), Share::ZERO]);
            bare.policy.terms[Mode::Pooled].tenors = vec![(36, Share::ONE)];
            bare.policy.fund.waiting_months = waiting;
            bare.policy.fund.initial = yuan(1e9);
            bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
            bare.risk(Mode::SelfDirected).collection.horizon_months = 8;
            bare.policy.rules.suspension = vec![rule(level, Basis::NplRatio, limit, 1, 3)];
        })
    };
    for (level, limit, most) in [(Level::Township, 0.03, 3), (Level::Village, 0.05, 5), (Level::County, 0.05, 5)] {
        assert!(suspended_months(&npl(level, limit, most, 0)).is_empty(), "{level:?}");
        for waiting in [0, 3] {
            // Default in month 13, written off eight months later, in month 21.
            let months = suspended_months(&npl(level, limit, most + 1, waiting));
            assert_eq!(months, [16, 17, 18, 19, 20], "{level:?}, waiting {waiting}");
        }
    }
}

/// A unit whose long-run default rate is within the tolerance was stopped by chance: 1/49 = 0.020408…
#[test]
fn false_stops_are_told_apart_by_the_tolerance() {
    for (tolerance, false_stops) in [(0.020408, 0), (0.020409, 1)] {
        let tolerant = SuspensionRule { false_stop_tolerance: Millionths::of(tolerance), ..own_rule(0) };
        let (run, _) = under(cohorts(49, 1), &[tolerant]).months_of(0);
        assert_eq!((run.suspensions, run.suspensions_false), (1, false_stops), "{tolerance}");
    }
}

/// Two rules act side by side; a unit that both hold is one suspended unit, and each rule's suspension is counted.
#[test]
fn rules_act_side_by_side() {
    let county = rule(Level::County, Basis::RecoveryRate, 0.99, 5, 0);
    let (run, months) = under(cohorts(49, 1), &[own_rule(0), own_rule(0), county]).months_of(0);
    let units: Vec<u32> = months[12..18].iter().map(|month| month.suspended_units).collect();
    assert_eq!(units, [0, 0, 1, 1, 2, 2]);
    assert_eq!(run.suspensions, 3);
}

/// A rule that ends lets everybody go; one whose numbers change keeps its runs.
#[test]
fn rules_may_change_at_a_date() {
    let bare = under(cohorts(49, 1), &[own_rule(0)]);
    let months_with = |changed: Vec<SuspensionRule>, month: u32| {
        let mut later = bare.policy.clone();
        later.rules.suspension = changed;
        let changes = vec![(CalendarMonth::new(2017, month).unwrap(), later)];
        let timetable = Timetable { start: bare.policy.clone(), changes };
        let county = County::new(timetable, bare.world.clone(), bare.start, 36, Seed(1), bare.population);
        let mut state = State::default();
        county.simulate(Replication(0), &mut state);
        let suspended = (1..=36).filter(|month| state.months[month - 1].suspended_units > 0);
        suspended.collect::<Vec<usize>>()
    };
    assert_eq!(months_with(Vec::new(), 5), [15, 16], "ended with May, month 17");
    let four = SuspensionRule { consecutive_months: 4, ..own_rule(0) };
    assert_eq!(months_with(vec![four], 2).first(), Some(&16), "four months, of which January is one");
    let village = SuspensionRule { level: Level::Village, ..own_rule(0) };
    assert_eq!(months_with(vec![village], 2).first(), Some(&16), "another level begins anew in February");
}

/// A rule that never bites leaves every byte as it was, as does intensified collection without a suspension.
#[test]
fn a_rule_that_never_bites_changes_nothing() {
    for (name, off) in Bare::rich_variants() {
        let off = off.with(|bare| bare.policy.rules = Rules::default());
        let idle = off.clone().with(|bare| {
            let levels = Level::ALL.map(|level| rule(level, Basis::RecoveryRate, 0.0, 1, 0));
            let npl = Level::ALL.map(|level| rule(level, Basis::NplRatio, 1.0, 1, 0));
            bare.policy.rules.suspension = levels.into_iter().chain(npl).collect();
            Mode::ALL.iter().for_each(|mode| {
                bare.risk(*mode).collection.monthly_suspended = Some(Probability::ONE);
            });
        });
        for replication in 0..10 {
            assert_eq!(off.outcome(replication).text(), idle.outcome(replication).text(), "{name}");
        }
    }
}

/// What the rules look at is what the records say, whatever way money takes: at the end of runs of every length.
#[test]
fn the_books_of_the_county_are_the_records() {
    for (name, bare) in Bare::rich_variants() {
        for months in [15, 30, 43, 60] {
            let bare = bare.clone().with(|bare| {
                bare.months = months;
                bare.policy.rules.suspension.push(rule(Level::County, Basis::RecoveryRate, 0.0, 1, 0));
            });
            let (county, mut state) = (bare.county(), State::default());
            for replication in 0..20 {
                county.simulate(Replication(replication), &mut state);
                let last = state.months.last().unwrap();
                let unrecovered = last.due_ytd - last.recovered_ytd;
                let owed = last.outstanding + last.compensated;
                let expected = [last.due_ytd, unrecovered, last.npl, owed];
                assert_eq!(state.suspension.of_county(), Some(expected), "{name}, {months} months");
            }
        }
    }
}

/// Suspended months of each unit, judged again from the loans alone: all dues and defaults are known from them, since
/// every loan is a bullet that is paid in full or not at all when due and nothing is collected.
fn referee(
    outcome: &Outcome,
    months: usize,
    unit_of: impl Fn(u32) -> u32,
    rule: &SuspensionRule,
) -> BTreeSet<(u32, usize)> {
    let units: BTreeSet<u32> = outcome.loans.iter().map(|loan| unit_of(loan.household)).collect();
    let mut suspended = BTreeSet::new();
    for unit in units {
        let (mut due, mut unpaid, mut run, mut since) = (0i64, 0i64, 0, None);
        for t in 0..months {
            if t % 12 == 0 {
                (due, unpaid) = (0, 0);
            }
            for loan in outcome.loans.iter().filter(|loan| unit_of(loan.household) == unit) {
                if loan.grant as usize + usize::from(loan.tenor_months) == t {
                    due += loan.principal.0;
                    unpaid += if loan.default_month == t as i16 { loan.principal.0 } else { 0 };
                }
            }
            let (left, right) = (100 * (due - unpaid), 98 * due);
            run = if due == 0 {
                run
            } else if left < right {
                run + 1
            } else {
                0
            };
            match since {
                None if run >= rule.consecutive_months => since = Some(t),
                Some(begin) if left > right && t - begin >= usize::from(rule.rectification_months) => {
                    (since, run) = (None, 0);
                }
                _ => {}
            }
            if since.is_some() {
                suspended.insert((unit, t));
            }
        }
    }
    suspended
}

/// At every level, in every replication: the months are the referee's, no loan is made in a suspended place, and of the
/// others those lent to are the next in the order of service, with the suspended keeping their place.
#[test]
fn a_referee_finds_the_same_suspensions_and_the_queue_in_order() {
    let (mut stopped, mut lent_while_stopped) = ([0usize; 3], 0);
    for level in Level::ALL {
        let bare = Bare::pool(900, 10_000.0, 6).with(|bare| {
            bare.lasting(48);
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.policy.lending.plan = [2.4e6, 2.4e6, 2.4e6, 2.4e6, 0.0, 0.0].map(yuan).to_vec();
            bare.policy.terms[Mode::SelfDirected].tenors = vec![(3, share(0.5)), (7, share(0.5))];
            bare.synthesis().township_weights = vec![1.0, 2.0, 3.0];
            bare.synthesis().villages = vec![2, 4, 3];
            bare.risk(Mode::SelfDirected).default = at_maturity(0.03);
            bare.policy.rules.suspension = vec![SuspensionRule { level, ..own_rule(2) }];
        });
        let county = bare.county();
        let population = county.population(county.luck(Replication(0)));
        let roster = &population.roster;
        let unit_of = |household: u32| match level {
            Level::County => 0,
            Level::Township => roster.township[household as usize],
            Level::Village => roster.village[household as usize],
        };
        for outcome in bare.outcomes(0..40) {
            let suspended = referee(&outcome, 48, unit_of, &bare.policy.rules.suspension[0]);
            for (t, month) in outcome.months.iter().enumerate() {
                let units = suspended.iter().filter(|(_, month)| *month == t).count();
                assert_eq!(month.suspended_units as usize, units, "{level:?}, month {t}");
            }
            assert_eq!(outcome.run.months_suspended as usize, suspended.len());
            let begins = |(unit, t): &&(u32, usize)| *t == 0 || !suspended.contains(&(*unit, *t - 1));
            assert_eq!(outcome.run.suspensions as usize, suspended.iter().filter(begins).count(), "{level:?}");
            let by_township: u32 = outcome.townships.iter().map(|row| row.months_suspended).sum();
            let lying_in = if level == Level::County { 3 } else { 1 };
            assert_eq!(by_township, lying_in * outcome.run.months_suspended, "{level:?}");
            stopped[level as usize] += suspended.len();
            let mut served = BTreeSet::new();
            for (t, township) in (0..48).flat_map(|t| (0..3).map(move |township| (t, township))) {
                let order = &population.offers[0].service_order[t / 12][Mode::SelfDirected][township];
                let free =
                    |household: &u32| !served.contains(household) && !suspended.contains(&(unit_of(*household), t));
                let expected: Vec<u32> = order.iter().map(|candidate| candidate.household).filter(free).collect();
                let here = |loan: &&lendmix::model::loan::Loan| {
                    loan.grant == t as i16 && usize::from(loan.township) == township
                };
                let lent: Vec<u32> = outcome.loans.iter().filter(here).map(|loan| loan.household).collect();
                assert!(expected.starts_with(&lent), "{level:?}, month {t}: {lent:?} of {expected:?}");
                lent_while_stopped += usize::from(!lent.is_empty() && suspended.iter().any(|(_, month)| *month == t));
                served.extend(lent);
            }
        }
    }
    assert!(stopped.iter().all(|months| *months > 100) && lent_while_stopped > 100, "{stopped:?} {lent_while_stopped}");
}

/// Stopping lending never lends more, and sometimes less; households that it shut out are counted at its gate.
#[test]
fn the_rule_lends_less_under_the_same_luck() {
    let base = Bare::rich().with(|bare| bare.policy.fund.leverage_max = None);
    let npl = rule(Level::Township, Basis::NplRatio, 0.03, 1, 3);
    let kinds =
        Level::ALL.into_iter().flat_map(|level| [own_rule(3), npl].map(|rule| SuspensionRule { level, ..rule }));
    for rule in kinds {
        let level = (rule.level, rule.basis);
        let ruled = under(base.clone(), &[rule]);
        let (mut less, mut shut_out) = (0, 0);
        for (without, with) in base.outcomes(0..60).iter().zip(ruled.outcomes(0..60)) {
            assert!(with.run.lent <= without.run.lent, "{level:?}");
            less += usize::from(with.run.lent < without.run.lent);
            shut_out += with.run.stopped.suspended;
        }
        assert!(less > 10 && shut_out > 10, "{level:?}: {less} {shut_out}");
    }
}

/// Three cohorts in a row below 98%, each with probability `below`: never within `cohorts`, by the chain of runs.
fn three_in_a_row(below: f64, cohorts: usize) -> f64 {
    let mut runs = [1.0, 0.0, 0.0];
    for _ in 0..cohorts {
        runs = [(1.0 - below) * (runs[0] + runs[1] + runs[2]), below * runs[0], below * runs[1]];
    }
    1.0 - runs.iter().sum::<f64>()
}

/// A cohort each January: from then on the year to date stands still, so that a run of 25 months is three bad cohorts in
/// a row. With PD 2% and twelve cohorts: 82% for 49 loans, of which one default is below 98%, and 14% for 50, of
/// which it takes two. The closed form is the chain of runs; a comparison with ≤ would give 50 loans the 82%.
#[test]
fn three_cohorts_in_a_row_are_a_markov_chain() {
    for (loans, allowed, known) in [(49, 0, 0.82), (50, 1, 0.14)] {
        let bare = Bare::pool(12 * loans, 10_000.0, 12).with(|bare| {
            bare.lasting(12 * 12 + 1);
            bare.policy.lending.plan.fill(yuan(f64::from(loans) * 10_000.0));
            bare.risk(Mode::SelfDirected).default = at_maturity(0.02);
            bare.policy.rules.suspension = vec![rule(Level::Township, Basis::RecoveryRate, 0.98, 25, 0)];
        });
        let law = binomial(loans as usize, 0.02);
        let expected = three_in_a_row(1.0 - law[..=allowed].iter().sum::<f64>(), 12);
        assert!((expected - known).abs() < 0.006, "{expected}");
        let times = bare.measure(1500, |state| f64::from(u8::from(state.run.suspensions > 0))).iter().sum::<f64>();
        assert_frequency(&format!("{loans} loans"), times as usize, 1500, expected);
    }
}

/// What the exact law says of a township with `n` loans due in each month of one year.
struct Law {
    /// P(suspended in month k), k = 0…11.
    suspended: Vec<f64>,
    /// P(suspended at some time up to month k).
    ever: Vec<f64>,
}

/// Dynamic programme over (open loans of the year, run, months since suspension, whether ever suspended). Each month:
/// every open loan is collected with r (r_s if suspended the month before), `n` fall due and each defaults with p, then
/// the test.
fn exact_law(n: usize, p: f64, r: f64, r_suspended: f64, g: usize) -> Law {
    type Place = (usize, usize, Option<usize>, bool);
    let defaults = binomial(n, p);
    let mut places = std::collections::BTreeMap::from([((0usize, 0usize, None::<usize>, false), 1.0f64)]);
    let mut law = Law { suspended: Vec::new(), ever: Vec::new() };
    for k in 1..=12usize {
        let mut next: std::collections::BTreeMap<Place, f64> = std::collections::BTreeMap::new();
        for ((open, run, since, ever), weight) in places {
            let left = binomial(open, 1.0 - if since.is_some() { r_suspended } else { r });
            for (unpaid, part) in convolve(&left, &defaults).into_iter().enumerate() {
                if weight * part < 1e-13 {
                    continue;
                }
                let (recovered, due) = (100 * (n * k - unpaid), 98 * n * k);
                let run = if recovered < due { (run + 1).min(3) } else { 0 };
                let place = match since {
                    None if run == 3 => (unpaid, 3, Some(0), true),
                    None => (unpaid, run, None, ever),
                    Some(months) if recovered > due && months + 1 >= g => (unpaid, 0, None, ever),
                    Some(months) => (unpaid, run, Some((months + 1).min(g)), ever),
                };
                *next.entry(place).or_default() += weight * part;
            }
        }
        places = next;
        let sum =
            |wanted: &dyn Fn(&Place) -> bool| places.iter().filter(|(place, _)| wanted(place)).map(|(_, w)| w).sum();
        law.suspended.push(sum(&|place| place.2.is_some()));
        law.ever.push(sum(&|place| place.3));
    }
    law
}

/// Year to date, collection, intensified collection, rectification and release, against the exact law.
#[test]
fn the_rule_follows_its_exact_law() {
    const RUNS: usize = 1500;
    for (n, p, r, r_suspended, g) in
        [(49, 0.02, 0.0, 0.0, 0), (50, 0.02, 0.0, 0.0, 0), (20, 0.04, 0.2, 0.5, 2), (30, 0.03, 0.1, 0.6, 4)]
    {
        let bare = Bare::pool(12 * n as u32, 10_000.0, 24).with(|bare| {
            bare.lasting(36);
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.risk(Mode::SelfDirected).default = at_maturity(p);
            bare.risk(Mode::SelfDirected).collection = Collection {
                monthly: probability(r),
                monthly_suspended: Some(probability(r_suspended)),
                horizon_months: 60,
                part: CollectedPart::Full,
                cost_share: Share::ZERO,
            };
            bare.policy.rules.suspension = vec![own_rule(g as u16)];
        });
        let law = exact_law(n, p, r, r_suspended, g);
        let (mut suspended, mut ever) = ([0; 12], [0; 12]);
        let (county, mut state) = (bare.county(), State::default());
        for replication in 0..RUNS {
            county.simulate(Replication(replication as u32), &mut state);
            for k in 0..12 {
                suspended[k] += usize::from(state.months[24 + k].suspended_units > 0);
                ever[k] += usize::from(state.run.first_suspension_month.is_some_and(|month| month as usize <= 25 + k));
            }
        }
        assert_eq!((suspended[1], law.suspended[1]), (0, 0.0), "nobody is stopped before the third month");
        for k in [2, 3, 5, 8, 11] {
            let what = format!("{n} loans, p {p}, r {r}, r_s {r_suspended}, g {g}, month {k}");
            assert_frequency(&what, suspended[k], RUNS, law.suspended[k]);
            assert_frequency(&what, ever[k], RUNS, law.ever[k]);
        }
        if r > 0.0 {
            assert!(
                law.ever[11] - law.suspended[11] > 0.1,
                "releases must happen: {} {}",
                law.ever[11],
                law.suspended[11]
            );
        }
    }
}
