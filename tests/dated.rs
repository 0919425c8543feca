//! Dated changes of policy and payment holidays: worked out by hand, without effect when nothing changes, and in the
//! direction that the text says.

use lendmix::draws::Replication;
use lendmix::model::holiday::{PaymentHoliday, When};
use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::model::world::{Catastrophe, Strikes};
use lendmix::units::{AnnualRate, CalendarMonth, Fen, Share};

use crate::support::*;

/// A change that changes nothing leaves every byte, whenever it comes: nothing is drawn anew, no queue loses its place.
#[test]
fn a_change_to_the_same_policy_leaves_every_byte() {
    for (name, bare) in Bare::rich_variants() {
        let changed = bare.clone().changed_in(7, |_| {}).changed_in(18, |_| {}).changed_in(30, |_| {});
        for replication in 0..5 {
            assert_eq!(bare.outcome(replication).text(), changed.outcome(replication).text(), "{name}");
        }
    }
}

/// A change after the end of the run never comes; one before its start holds from the first month.
#[test]
fn a_change_outside_the_run() {
    let double = |policy: &mut Policy| policy.fund.waiting_months *= 2;
    let bare = Bare::rich();
    let late = bare.clone().changed_in(bare.months, double);
    assert_eq!(bare.outcome(3).text(), late.outcome(3).text());
    let mut always = bare.clone();
    double(&mut always.policy);
    let early = bare.clone().changed_in(0, double);
    assert_eq!(always.outcome(3).text(), early.outcome(3).text());
    assert_ne!(bare.outcome(3).text(), always.outcome(3).text());
}

fn lent_in(bare: &Bare, months: std::ops::Range<usize>) -> Fen {
    bare.months_of(0).1[months].iter().map(|month| month.lent).sum()
}

/// A closed mode lends nothing from its month on, also what is left of the plan; the other mode goes on as before.
/// By hand: 120,000 a year, half in each mode, 12 equal months, loans of 1,000; pooled closes with month 9 of 12.
#[test]
fn a_closed_mode_lends_no_more() {
    let bare = Bare::pool(200, 1_000.0, 36).with(|bare| {
        bare.policy.lending.plan[0] = yuan(120_000.0);
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.lending.mix = PerMode([share(0.5), share(0.5), Share::ZERO]);
        bare.months = 12;
    });
    let closed = bare.clone().changed_in(8, |policy| policy.lending.closed[Mode::Pooled] = true);
    assert_eq!(lent_in(&bare, 0..12), yuan(120_000.0));
    assert_eq!(lent_in(&closed, 0..8), yuan(80_000.0));
    assert_eq!(lent_in(&closed, 8..12), yuan(20_000.0));
    let reopened = closed.changed_in(11, |policy| policy.lending.closed[Mode::Pooled] = false);
    assert_eq!(lent_in(&reopened, 8..12), yuan(40_000.0), "what was not lent is carried over within the year");
}

/// A change of mix counts from its month on, not for the months before. By hand: all self-directed for six months, then
/// half and half: 60,000 + 30,000 self-directed, 30,000 pooled.
#[test]
fn a_new_mix_counts_from_its_month() {
    let bare = Bare::pool(200, 1_000.0, 36)
        .with(|bare| {
            bare.policy.lending.plan[0] = yuan(120_000.0);
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.months = 12;
        })
        .changed_in(6, |policy| policy.lending.mix = PerMode([share(0.5), share(0.5), Share::ZERO]));
    let outcome = bare.outcome(0);
    let lent = |mode| outcome.loans.iter().filter(|loan| loan.mode == mode).map(|loan| loan.principal).sum::<Fen>();
    assert_eq!((lent(Mode::SelfDirected), lent(Mode::Pooled)), (yuan(90_000.0), yuan(30_000.0)));
    assert_eq!(outcome.run.lending_plan, yuan(120_000.0));
}

/// Interest is subsidised by what holds in each month. By hand: 10 loans of 10,000 at 4.8%, 40 a month each; the budget
/// pays six months in full, then nothing, and the household the other six.
#[test]
fn the_subsidy_is_phased_out() {
    let bare = Bare::pool(10, 10_000.0, 12)
        .with(|bare| {
            bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.048).unwrap())];
            bare.synthesis().persons = fixed(1.0);
            bare.months = 13;
        })
        .changed_in(7, |policy| policy.lending.interest_subsidy = Share::ZERO);
    let run = bare.outcome(0).run;
    assert_eq!(run.subsidy, yuan(10.0 * 6.0 * 40.0));
    assert!((run.gain_per_capita_yuan + 240.0).abs() < 1e-9, "{}", run.gain_per_capita_yuan);
}

/// A contract keeps its pay-out. By hand: loans of 10,000 granted at 10%, a year later at 6%; each pays once a year.
#[test]
fn a_contract_keeps_its_pay_out() {
    let bare = Bare::pooled(2, 10_000.0, 36)
        .with(|bare| {
            bare.lasting(26);
            bare.policy.lending.plan = vec![yuan(10_000.0), yuan(10_000.0), Fen::ZERO, Fen::ZERO];
            bare.policy.terms[Mode::Pooled].payout_annual = share(0.10);
        })
        .changed_in(12, |policy| policy.terms[Mode::Pooled].payout_annual = share(0.06));
    // The first loan pays 1,000 in months 12 and 24, the second 600 in month 24.
    assert_eq!(bare.outcome(0).run.contractual_payout, yuan(2_600.0));
}

/// New terms make new offers: the cap on a loan holds for loans granted from its month on.
#[test]
fn a_lower_cap_holds_for_new_loans() {
    let bare = Bare::pool(24, 10_000.0, 36)
        .with(|bare| {
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.months = 12;
        })
        .changed_in(6, |policy| policy.terms[Mode::SelfDirected].principal_max = yuan(5_000.0));
    let outcome = bare.outcome(0);
    for loan in &outcome.loans {
        assert_eq!(loan.principal, yuan(if loan.grant < 6 { 10_000.0 } else { 5_000.0 }));
    }
    // 240,000 a year, 20,000 a month: two loans a month, then four, until all 24 households have borrowed.
    assert_eq!(outcome.loans.iter().filter(|loan| loan.grant < 6).count(), 12);
    assert_eq!(outcome.loans.len(), 24);
}

/// The leverage cap is that of the month. By hand: a fund of 10,000 carries 100,000 at ten times, 50,000 at five.
#[test]
fn leverage_is_lowered_in_steps() {
    let bare = Bare::pool(100, 1_000.0, 36)
        .with(|bare| {
            bare.policy.lending.plan[0] = yuan(100_000.0);
            bare.policy.lending.month_weights = EVERY_MONTH;
            bare.policy.fund.initial = yuan(10_000.0);
            bare.policy.fund.leverage_max = Some(10.0);
            bare.months = 12;
        })
        .changed_in(3, |policy| policy.fund.leverage_max = Some(5.0))
        .changed_in(9, |policy| policy.fund.leverage_max = Some(7.0));
    let months = bare.months_of(0).1;
    assert_eq!(months[2].outstanding, yuan(25_000.0));
    assert_eq!(months[8].outstanding, yuan(50_000.0));
    assert!(months[6..9].iter().all(|month| month.cap_bound));
    assert_eq!(months[11].outstanding, yuan(70_000.0));
}

/// A claim waits as long as the rule of its month of default says; each loan is claimed once.
#[test]
fn a_longer_waiting_period_holds_for_later_defaults() {
    let bare = Bare::pool(2, 10_000.0, 12)
        .with(|bare| {
            bare.lasting(40);
            bare.policy.lending.plan[0..2].fill(yuan(10_000.0));
            bare.policy.fund.initial = yuan(1e6);
            bare.policy.fund.waiting_months = 3;
            bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
        })
        .changed_in(13, |policy| policy.fund.waiting_months = 6);
    // Due and in default in months 12 and 24; claimed three and six months later.
    let months = bare.months_of(0).1;
    let claims: Vec<usize> = (0..40).filter(|t| months[*t].claims > Fen::ZERO).collect();
    assert_eq!(claims, [15, 30]);
    assert_eq!(months.iter().map(|month| month.claims).sum::<Fen>(), yuan(20_000.0));
}

fn month(t: u32) -> CalendarMonth {
    CalendarMonth::new(2016, 1).unwrap().plus(t)
}

fn holiday(from: u32, until: u32, postpone_months: Option<u16>, taken: f64) -> PaymentHoliday {
    PaymentHoliday {
        name: "holiday".into(),
        when: When::Dates { from: month(from), until: month(until) },
        postpone_months,
        modes: PerMode([true; 3]),
        share: share(taken),
    }
}

/// A payment holiday moves the due date: nothing is due or overdue meanwhile, interest accrues, then all is due.
/// By hand: 10 loans of 10,000 at 4.8%, unsubsidised, due in month 12, holiday from month 11 to month 14.
#[test]
fn a_payment_holiday_moves_the_due_date() {
    let bare = Bare::pool(10, 10_000.0, 12).with(|bare| {
        bare.world.benchmark_rates = vec![(600, AnnualRate::new(0.048).unwrap())];
        bare.policy.lending.interest_subsidy = Share::ZERO;
        bare.synthesis().persons = fixed(1.0);
        bare.months = 20;
    });
    let due = |bare: &Bare| -> Vec<(usize, Fen, Fen)> {
        let months = bare.months_of(0).1;
        let some = months.iter().enumerate().filter(|(_, month)| month.due > Fen::ZERO);
        some.map(|(t, month)| (t, month.due, month.recovered)).collect()
    };
    let all = yuan(100_000.0);
    assert_eq!(due(&bare), [(12, all, all)]);
    let to_the_end = bare.clone().with(|bare| bare.policy.payment_holidays = vec![holiday(11, 14, None, 1.0)]);
    assert_eq!(due(&to_the_end), [(15, all, all)]);
    let half_a_year = bare.clone().with(|bare| bare.policy.payment_holidays = vec![holiday(11, 14, Some(6), 1.0)]);
    assert_eq!(due(&half_a_year), [(18, all, all)]);
    let (run, months) = half_a_year.months_of(0);
    assert_eq!(months[12].postponed, all);
    // 40 yuan of interest a month for 18 months, in a window of 19 months.
    let expected = -40.0 * 18.0 * 12.0 / 19.0;
    assert!((run.gain_per_capita_yuan - expected).abs() < 1e-9, "{} {expected}", run.gain_per_capita_yuan);
    let not_taken = bare.clone().with(|bare| bare.policy.payment_holidays = vec![holiday(11, 14, None, 0.0)]);
    assert_eq!(bare.outcome(0).text(), not_taken.outcome(0).text());
    let elsewhere = bare.clone().with(|bare| {
        bare.policy.payment_holidays = vec![holiday(11, 14, None, 1.0)];
        bare.policy.payment_holidays[0].modes = PerMode([false, true, true]);
    });
    assert_eq!(bare.outcome(0).text(), elsewhere.outcome(0).text());
}

/// A county in which an event strikes in the years given, whatever the draw, and does nothing itself.
fn struck_in(years: &[i32], level: Strikes, annual: f64) -> Catastrophe {
    Catastrophe {
        entity: lendmix::draws::Entity::named("catastrophe epidemic"),
        strikes: level,
        annual: probability(annual),
        industries: vec![0],
        yield_loss: None,
        capital_loss: None,
        price_factor: 1.0,
        price_factor_next: 1.0,
        households_share: Share::ONE,
        lasts_years: 1,
        organisation_shift: 0.0,
        forced_years: years.to_vec(),
    }
}

/// The holiday of that event, from January to June.
fn of_the_event(postpone_months: Option<u16>) -> PaymentHoliday {
    let when = When::Event { event: 0, name: "epidemic".into(), from: 1, until: 6 };
    PaymentHoliday { when, ..holiday(0, 0, postpone_months, 1.0) }
}

fn in_epidemics(bare: Bare, event: Catastrophe, postpone_months: Option<u16>) -> Bare {
    bare.with(|bare| {
        bare.world.industries = vec![harvest_in_december(1.0, fixed(1.0))];
        bare.world.catastrophes = vec![event];
        bare.policy.payment_holidays = vec![of_the_event(postpone_months)];
    })
}

fn months_due(bare: &Bare) -> Vec<usize> {
    let months = bare.months_of(0).1;
    (0..months.len()).filter(|t| months[*t].due > Fen::ZERO).collect()
}

/// What falls due in January 2017 waits for July 2017 if 2017 is struck, and for nothing if 2016 or 2018 is. Yearly
/// instalments under a holiday of a month: January 2017 moves to February, with it February 2018 and 2019; of these 2018 is
/// struck and moves once more.
#[test]
fn an_epidemic_year_brings_its_payment_holiday() {
    let bullet = |years: &[i32]| {
        let bare = Bare::pool(10, 10_000.0, 12).with(|bare| bare.months = 30);
        in_epidemics(bare, struck_in(years, Strikes::County, 0.0), None)
    };
    assert_eq!(months_due(&bullet(&[2017])), [18]);
    assert_eq!(months_due(&bullet(&[2016, 2018])), [12]);
    let instalments = Bare::pool(1, 12_000.0, 36).with(|bare| {
        bare.policy.terms[Mode::SelfDirected].repayment = Repayment::EqualPrincipal { every_months: 12 };
    });
    let struck = struck_in(&[2017, 2018], Strikes::County, 0.0);
    assert_eq!(months_due(&in_epidemics(instalments, struck, Some(1))), [13, 26, 38]);
}

/// The epidemic is drawn: of 2,000 paths 0.3 move the payment. By township it moves those of the townships struck.
#[test]
fn an_epidemic_comes_with_its_frequency_and_where_it_strikes() {
    let bare = Bare::pool(60, 10_000.0, 12).with(|bare| {
        (bare.synthesis().township_weights, bare.synthesis().villages) = (vec![1.0; 3], vec![1; 3]);
    });
    let county = in_epidemics(bare.clone(), struck_in(&[], Strikes::County, 0.3), None);
    let moved = county.measure(2_000, |state| f64::from(u8::from(state.months[12].postponed > Fen::ZERO)));
    assert_frequency("epidemics in 2017", moved.iter().filter(|moved| **moved > 0.0).count(), 2_000, 0.3);
    let townships = in_epidemics(bare, struck_in(&[], Strikes::Townships { spread: 0.0 }, 0.5), None);
    let mut some = 0;
    for outcome in townships.outcomes(0..40) {
        let seasons = outcome.townships.len() / 3;
        for loan in &outcome.loans {
            let struck = outcome.townships[usize::from(loan.township) * seasons + 1].struck > 0;
            assert_eq!(loan.postponed > 0, struck);
        }
        let moved = outcome.loans.iter().filter(|loan| loan.postponed > 0).count();
        some += usize::from(0 < moved && moved < outcome.loans.len());
    }
    assert!(some > 10, "{some}");
}

/// A holiday of an event that cannot strike, or that strikes no month with a payment, leaves every byte.
#[test]
fn a_holiday_of_no_epidemic_changes_nothing() {
    for (name, bare) in Bare::rich_variants() {
        let with = |event: Option<PaymentHoliday>| {
            bare.clone().with(|bare| {
                bare.world.catastrophes = vec![struck_in(&[], Strikes::Townships { spread: 2.0 }, 0.0)];
                bare.policy.insurance.clear();
                bare.policy.payment_holidays = event.into_iter().collect();
            })
        };
        for (without, with) in with(None).outcomes(0..5).iter().zip(with(Some(of_the_event(Some(3)))).outcomes(0..5)) {
            assert_eq!(without.text(), with.text(), "{name}");
        }
    }
}

/// Later instalments move with the one that was postponed, and a payment is moved once by a holiday: quarterly payments
/// due in months 3, 6, 9, 12 with a holiday in months 5 to 8 that postpones by two months fall due in 3, 8, 11, 14.
#[test]
fn a_payment_holiday_moves_the_instalments_behind_it() {
    let bare = Bare::pool(1, 12_000.0, 12).with(|bare| {
        bare.policy.terms[Mode::SelfDirected].repayment = Repayment::EqualPrincipal { every_months: 3 };
        bare.policy.payment_holidays = vec![holiday(5, 8, Some(2), 1.0)];
        bare.months = 20;
    });
    let months = bare.months_of(0).1;
    let due: Vec<usize> = (0..20).filter(|t| months[*t].due > Fen::ZERO).collect();
    assert_eq!(due, [3, 8, 11, 14]);
}

/// The share that takes a holiday is the share of the file, the same households for every month of the holiday, and a
/// larger share only adds to it.
#[test]
fn a_larger_share_takes_the_holiday_of_a_smaller_one() {
    let with = |taken| {
        Bare::pool(400, 1_000.0, 12).with(|bare| {
            bare.months = 20;
            bare.policy.payment_holidays = vec![holiday(10, 13, None, taken)];
        })
    };
    let (few, many) = (with(0.3), with(0.6));
    let postponed = |bare: &Bare, replication| -> Vec<bool> {
        let mut state = State::default();
        bare.county().simulate(Replication(replication), &mut state);
        state.loans.iter().map(|loan| loan.postponed > 0).collect()
    };
    let mut taken = Vec::new();
    for replication in 0..50 {
        let (few, many) = (postponed(&few, replication), postponed(&many, replication));
        assert!(few.iter().zip(&many).all(|(few, many)| *many || !*few));
        taken.push(few.iter().filter(|taken| **taken).count() as f64);
    }
    assert_mean("loans postponed", &taken, 120.0);
}

/// Identities hold while the policy changes in every year of a county in which everything happens.
#[test]
fn the_books_close_while_the_policy_changes() {
    for (name, bare) in Bare::rich_variants() {
        let bare = bare
            .changed_in(10, |policy| policy.lending.closed[Mode::Pooled] = true)
            .changed_in(14, |policy| policy.lending.interest_subsidy = share(0.2))
            .changed_in(20, |policy| {
                policy.lending.closed[Mode::Pooled] = false;
                policy.payment_holidays = vec![holiday(22, 30, None, 0.5), holiday(33, 35, Some(9), 0.9)];
                policy.terms[Mode::SelfDirected].principal_max = yuan(12_000.0);
            })
            .changed_in(26, |policy| policy.lending.mix = PerMode([share(0.2), share(0.3), share(0.5)]));
        for outcome in bare.outcomes(0..20) {
            let mut outstanding = Fen::ZERO;
            for (t, month) in outcome.months.iter().enumerate() {
                let borne = month.fund_paid.min(month.claims) + month.insurer_paid + month.bank_paid;
                let left_the_book = month.recovered + month.written_off + month.claims;
                assert!(borne <= month.claims + outcome.run.unpaid_claims, "{name}, month {t}");
                outstanding += month.lent;
                assert!(month.outstanding <= outstanding, "{name}, month {t}");
                assert!(left_the_book >= Fen::ZERO, "{name}, month {t}");
            }
            let (due, recovered) = (outcome.run.due, outcome.run.ultimately_recovered);
            assert!(recovered <= due, "{name}");
        }
    }
}
