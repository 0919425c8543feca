//! Renewal and extension, bail-out, limits of exposure, conversion, wages, rent, dividends, forced failures: worked out by
//! hand, without effect when absent, and in their direction on the same luck.

use std::collections::BTreeSet;

use crate::support::*;
use lendmix::draws::{Replication, Seed};
use lendmix::model::benefits::{Benefits, LandRent, Wages};
use lendmix::model::contracts::{CalledDue, Conversion, ConvertedTo, Renewal, RenewalKind};
use lendmix::model::county::County;
use lendmix::model::forced_failure::{ForcedFailure, Which};
use lendmix::model::loan::Status;
use lendmix::model::policy::*;
use lendmix::model::state::State;
use lendmix::model::timetable::Timetable;
use lendmix::model::world::*;
use lendmix::units::{CalendarMonth, Fen, Share};

/// Renewal of all modes.
fn renewal(kind: RenewalKind, months: u16, able: f64, unable: f64) -> Option<Renewal> {
    let modes = PerMode([true; 3]);
    Some(Renewal { kind, modes, times_max: 1, months, share_able: share(able), share_unable: share(unable) })
}

/// Conversion of what organisations use.
fn conversion(to: ConvertedTo, monthly: f64) -> Option<Conversion> {
    Some(Conversion { modes: PerMode([false, true, true]), monthly_share: share(monthly), to })
}

fn fails_in(organisation: Which, year: i32, month: u32) -> ForcedFailure {
    ForcedFailure { organisation, month: CalendarMonth::new(year, month).unwrap() }
}

fn all_benefits() -> Benefits {
    Benefits {
        wages: Some(Wages { households: share(0.4), annual: yuan(3_000.0), displaced: share(0.3) }),
        land_rent: Some(LandRent { households: share(0.5), annual: yuan(400.0), share_value: yuan(2_500.0) }),
        dividend: share(0.3),
    }
}

/// The rich county with each of the rules, for the identities that hold always.
pub fn variants() -> Vec<(&'static str, Bare)> {
    let renewed = Bare::rich().with(|bare| {
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 9, 0.4, 0.6);
        bare.policy.contracts.organisations.bail_out = Some(probability(0.5));
        bare.policy.lending.reborrow_after_repayment = true;
        bare.world.organisations.kinds[0].benefits = all_benefits();
        bare.risk(Mode::FixedBenefit).default = at_maturity(0.3);
    });
    let extended = Bare::rich().with(|bare| {
        bare.policy.contracts.renewal = renewal(RenewalKind::Extension, 5, 0.3, 0.8);
        bare.policy.contracts.renewal.as_mut().unwrap().times_max = 3;
        bare.policy.contracts.organisations.bail_out = Some(probability(0.5));
        bare.policy.terms[Mode::SelfDirected].repayment = Repayment::EqualPrincipal { every_months: 6 };
        bare.policy.contracts.conversion = conversion(ConvertedTo::Repaid, 0.02);
        bare.world.company.benefits = all_benefits();
    });
    let early = Bare::rich().with(|bare| {
        bare.policy.contracts.conversion = conversion(ConvertedTo::Repaid, 0.05);
        bare.policy.terms[Mode::Pooled].repayment = Repayment::Annuity { every_months: 4 };
        bare.policy.contracts.organisations.exposure_max = Some(yuan(120_000.0));
        bare.policy.contracts.organisations.exposure_max_fund_share = Some(4.0);
        bare.policy.fund.leverage_max = Some(12.0);
        bare.policy.lending.reborrow_after_repayment = true;
    });
    let handed_over = Bare::rich().with(|bare| {
        bare.policy.contracts.conversion = conversion(ConvertedTo::SelfDirected, 0.06);
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 12, 0.3, 0.3);
        bare.policy.terms[Mode::Pooled].repayment = Repayment::EqualPrincipal { every_months: 12 };
        bare.world.organisations.called = Called::DueCohort;
        bare.policy.contracts.organisations.bail_out = Some(probability(0.3));
    });
    let bought_out = Bare::rich_variants().remove(1).1.with(|bare| {
        bare.policy.contracts.conversion = conversion(ConvertedTo::BoughtOut, 0.03);
        bare.policy.contracts.renewal = renewal(RenewalKind::Extension, 7, 0.5, 0.5);
        bare.world.organisations.kinds[0].benefits = all_benefits();
    });
    vec![
        ("renewed", renewed),
        ("extended", extended),
        ("repaid early", early),
        ("handed over", handed_over),
        ("bought out", bought_out),
    ]
}

/// Three loans of 10,000 for a year. At the end of the year all are renewed for a year: 30,000 fall due, nothing is
/// recovered and nothing is overdue. A year later they fall due again and are paid. 60,000 due = 30,000 recovered +
/// 30,000 renewed.
#[test]
fn a_renewal_falls_due_twice_and_is_recovered_once() {
    let bare = Bare::pool(3, 10_000.0, 12).with(|bare| {
        bare.lasting(36);
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 12, 1.0, 0.0);
    });
    let outcome = bare.outcome(0);
    let (all, nothing) = (yuan(30_000.0), Fen::ZERO);
    let (first, second) = (outcome.months[12], outcome.months[24]);
    assert_eq!((first.due, first.recovered, first.renewed), (all, nothing, all));
    assert_eq!((first.due_ytd, first.recovered_ytd), (all, nothing));
    assert_eq!((first.outstanding, first.overdue, first.npl, first.renewed_outstanding), (all, nothing, nothing, all));
    assert_eq!((outcome.months[23].renewed_outstanding, outcome.months[23].outstanding), (all, all));
    assert_eq!((second.due, second.recovered, second.renewed), (all, all, nothing));
    assert_eq!((second.outstanding, second.renewed_outstanding), (nothing, nothing));
    let run = &outcome.run;
    assert_eq!((run.due, run.recovered, run.ultimately_recovered, run.renewed), (yuan(60_000.0), all, all, all));
    assert_eq!((run.loans_due, run.loans_defaulted), (3, 0));
}

/// The same loans extended. By half a year, 2017-01 to 2017-07: what is paid counts for the year in which it fell due.
/// By a year, to 2018-01: it does not, and stays in ultimate recovery. In neither case does it fall due twice.
#[test]
fn an_extension_falls_due_once_and_counts_for_its_first_year_only() {
    let extended_by = |months| {
        let bare = Bare::pool(3, 10_000.0, 12).with(|bare| {
            bare.lasting(36);
            bare.policy.contracts.renewal = renewal(RenewalKind::Extension, months, 1.0, 0.0);
        });
        bare.outcome(0)
    };
    let (all, nothing) = (yuan(30_000.0), Fen::ZERO);
    let (within, beyond) = (extended_by(6), extended_by(12));
    for outcome in [&within, &beyond] {
        let first = outcome.months[12];
        assert_eq!((first.due, first.recovered, first.renewed, first.overdue), (all, nothing, all, nothing));
        let run = &outcome.run;
        assert_eq!((run.due, run.ultimately_recovered, run.renewed), (all, all, all));
    }
    let paid = within.months[18];
    assert_eq!((paid.due, paid.recovered, paid.recovered_ytd, paid.outstanding), (nothing, all, all, nothing));
    assert_eq!((within.run.recovered, within.townships[1].recovered), (all, all));
    let paid = beyond.months[24];
    assert_eq!((paid.due, paid.recovered, paid.recovered_ytd, paid.outstanding), (nothing, all, nothing, nothing));
    assert_eq!(
        (beyond.run.recovered, beyond.townships[1].recovered, beyond.townships[2].due),
        (nothing, nothing, nothing)
    );
}

/// Households that cannot pay are renewed instead of defaulting: the loss of 2017-01 shows in 2018-01.
#[test]
fn renewal_of_those_who_cannot_pay_hides_the_loss_for_a_year() {
    let with = |unable| {
        let bare = Bare::pool(3, 10_000.0, 12).with(|bare| {
            bare.lasting(36);
            bare.risk(Mode::SelfDirected).default = at_maturity(1.0);
            bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 12, 0.0, unable);
        });
        bare.outcome(0)
    };
    let (open, hidden) = (with(0.0), with(1.0));
    let all = yuan(30_000.0);
    assert_eq!((open.months[12].overdue, open.months[12].claims, open.run.due), (all, all, all));
    assert_eq!(
        (hidden.months[12].overdue, hidden.months[12].claims, hidden.months[12].renewed),
        (Fen::ZERO, Fen::ZERO, all)
    );
    assert_eq!((hidden.months[24].overdue, hidden.months[24].claims), (all, all));
    assert_eq!((hidden.run.due, hidden.run.ultimately_recovered), (yuan(60_000.0), Fen::ZERO));
}

/// Half of a loan is consumed and there is no buffer: 5,000 against 10,000 due cannot be paid. Nothing consumed: it can.
#[test]
fn ability_is_the_households_cash() {
    let renewed = |diverted: f64, able: f64, unable: f64| {
        let bare = Bare::pool(3, 10_000.0, 12).with(|bare| {
            bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
            bare.world.households.diversion = fixed(diverted);
            bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 6, able, unable);
        });
        let outcome = bare.outcome(0);
        (outcome.months[12].renewed, outcome.months[12].overdue)
    };
    let (all, nothing) = (yuan(30_000.0), Fen::ZERO);
    assert_eq!(renewed(0.0, 1.0, 0.0), (all, nothing));
    assert_eq!(renewed(0.0, 0.0, 1.0), (nothing, nothing));
    assert_eq!(renewed(0.5, 0.0, 1.0), (all, nothing));
    assert_eq!(renewed(0.5, 1.0, 0.0), (nothing, yuan(15_000.0)), "5,000 of each 10,000 are paid at default");
}

/// With every household renewed that cannot pay and nobody else, those renewed are exactly those that default without.
#[test]
fn those_renewed_are_those_that_would_have_defaulted() {
    let base = Bare::rich();
    let hidden = Bare::rich().with(|bare| {
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 600, 0.0, 1.0);
    });
    let mut compared = 0;
    for (without, with) in base.outcomes(0..40).into_iter().zip(hidden.outcomes(0..40)) {
        let own = |loan: &&lendmix::model::loan::Loan| loan.mode == Mode::SelfDirected;
        let address = |loan: &lendmix::model::loan::Loan| (loan.household, loan.grant);
        let defaulted: BTreeSet<_> =
            without.loans.iter().filter(own).filter(|loan| loan.defaulted_in_run()).map(address).collect();
        let renewed: BTreeSet<_> =
            with.loans.iter().filter(own).filter(|loan| loan.renewals > 0).map(address).collect();
        assert_eq!(defaulted, renewed);
        compared += defaulted.len();
    }
    assert!(compared > 100, "{compared}");
}

/// Each last payment that can be made is renewed with its share: binomial. Instalments before the last are not.
#[test]
fn the_share_renewed_is_binomial_and_of_last_payments_only() {
    let bare = Bare::pool(100, 10_000.0, 12).with(|bare| {
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 6, 0.3, 0.0);
        bare.policy.terms[Mode::SelfDirected].repayment = Repayment::EqualPrincipal { every_months: 6 };
    });
    let renewed: Vec<f64> = bare
        .outcomes(0..400)
        .iter()
        .map(|outcome| {
            assert_eq!((outcome.months[6].renewed, outcome.months[6].recovered), (Fen::ZERO, yuan(500_000.0)));
            outcome.months[12].renewed.yuan() / 5_000.0
        })
        .collect();
    assert_mean("renewed of 100", &renewed, 30.0);
    assert_variance("renewed of 100", &renewed, 21.0);
}

/// A bail-out frees households and leaves the fund alone: the budget pays 100,000, which fall due and are never
/// recovered. The same failure without it is claimed. The contingent liability is the same.
#[test]
fn a_bail_out_is_paid_by_the_budget_and_is_no_recovery() {
    let failing = |p: Option<f64>| {
        let bare = Bare::pooled(10, 10_000.0, 12).with(|bare| {
            bare.policy.fund.initial = yuan(500_000.0);
            bare.world.organisations.forced_failures = vec![fails_in(Which::Largest, 2016, 6)];
            bare.policy.contracts.organisations.bail_out = p.map(probability);
        });
        bare.outcome(0)
    };
    let (all, nothing) = (yuan(100_000.0), Fen::ZERO);
    let saved = failing(Some(1.0));
    let june = saved.months[5];
    assert_eq!((june.organisations_failed, june.bail_outs), (1, 1));
    assert_eq!((june.due, june.recovered, june.overdue, june.outstanding), (all, nothing, nothing, nothing));
    assert_eq!((june.claims, june.fund_balance, june.bail_out, june.budget_cost), (nothing, yuan(500_000.0), all, all));
    let run = &saved.run;
    assert_eq!((run.bail_out, run.bail_outs, run.contingent_liability, run.public_cost), (all, 1, all, all));
    assert_eq!((run.budget_cost, run.claims, run.ultimately_recovered), (all, nothing, nothing));
    assert_eq!((run.loans_due, run.loans_defaulted, run.households_worse_off), (10, 0, 0));
    assert!(saved.loans.iter().all(|loan| loan.status == Status::PaidByBudget && loan.balance == nothing));
    let left = failing(None);
    assert_eq!((left.run.bail_out, left.run.claims, left.run.contingent_liability), (nothing, all, all));
    assert_eq!((left.run.households_worse_off, left.months[5].bail_outs), (10, 0));
}

/// What bail-outs cost is p of what is called, on average; what is called does not depend on p.
#[test]
fn bail_outs_cost_their_probability_of_what_is_called() {
    let with = |p: f64| {
        Bare::pooled(40, 10_000.0, 12).with(|bare| {
            bare.world.organisations.source =
                OrganisationSource::Synthetic { count: 8, sizes: OrganisationSizes::LargestShare(share(0.125)) };
            bare.world.organisations.kinds[0].failure = failure_in_june(0.3);
            bare.policy.contracts.organisations.bail_out = Some(probability(p));
        })
    };
    let differences: Vec<f64> =
        with(0.7).run(400).iter().map(|run| run.bail_out.yuan() - 0.7 * run.contingent_liability.yuan()).collect();
    assert_mean("bail-out less p of what is called", &differences, 0.0);
    let (never, always) = (with(0.0).run(50), with(1.0).run(50));
    for (none, all) in never.iter().zip(&always) {
        assert_eq!((none.contingent_liability, none.bail_out), (all.contingent_liability, Fen::ZERO));
        assert_eq!(
            (all.bail_out, all.claims, all.bail_outs),
            (all.contingent_liability, Fen::ZERO, all.organisations_failed)
        );
    }
    assert!(always.iter().any(|run| run.bail_outs > 1));
}

/// Ten loans of 10,000 for two years; the organisation fails in June 2016, 40% is lost. Called, 100,000 fall due in June and
/// 60,000 are recovered. At the contract date all of it falls due in January 2018, and what came in by then is recovered:
/// 60,000, or with a bail-out nothing. Claims, overdue and outstanding do not wait.
#[test]
fn called_loans_may_enter_the_rate_at_their_contract_date() {
    let (all, most, rest, nothing) = (yuan(100_000.0), yuan(60_000.0), yuan(40_000.0), Fen::ZERO);
    let called = |due: CalledDue, bail_out: Option<f64>| {
        let bare = Bare::pooled(10, 10_000.0, 24).with(|bare| {
            bare.world.organisations.forced_failures = vec![fails_in(Which::Largest, 2016, 6)];
            bare.risk(Mode::Pooled).loss_given_default = fixed(0.4);
            bare.policy.contracts.organisations.bail_out = bail_out.map(probability);
            bare.policy.contracts.organisations.called_due = due;
        });
        bare.outcome(0)
    };
    let now = called(CalledDue::WhenCalled, None);
    assert_eq!((now.months[5].due, now.months[5].recovered, now.months[24].due), (all, most, nothing));
    let later = called(CalledDue::ContractDate, None);
    let (june, date) = (later.months[5], later.months[24]);
    assert_eq!((june.due, june.recovered, june.due_ytd), (nothing, nothing, nothing));
    assert_eq!((june.repaid_early, june.repaid_early_not_due, june.called_not_due), (most, most, rest));
    assert_eq!((june.claims, june.overdue, june.outstanding), (rest, rest, nothing));
    assert_eq!((date.due, date.recovered, date.recovered_ytd), (all, most, most));
    assert_eq!((date.repaid_early_not_due, date.called_not_due), (nothing, nothing));
    assert_eq!((later.run.due, later.run.recovered, later.run.loans_due), (all, most, 10));
    assert_eq!(later.townships.iter().map(|row| row.loans_defaulted).collect::<Vec<_>>(), [0, 0, 10]);
    let saved = called(CalledDue::ContractDate, Some(1.0));
    assert_eq!((saved.months[5].bail_out, saved.months[5].called_not_due, saved.months[5].due), (all, all, nothing));
    assert_eq!((saved.months[24].due, saved.run.ultimately_recovered), (all, nothing));
    assert_eq!(saved.months[24].called_not_due, nothing);
}

/// When called loans fall due decides nothing but the recovery rate: with the same luck every other number of every month
/// is the same, and in the end as much has fallen due and come in. Meanwhile what was called is somewhere.
#[test]
fn waiting_for_the_contract_date_moves_nothing_but_the_rate() {
    let mut waited = 0;
    for (name, bare) in variants().into_iter().take(3).chain([("rich", Bare::rich())]) {
        let bare = bare.with(|bare| {
            bare.lasting(100);
            bare.world.ledger.loans.clear();
        });
        let waiting = bare.clone().with(|bare| {
            bare.policy.contracts.organisations.called_due = CalledDue::ContractDate;
        });
        for (now, later) in bare.outcomes(0..30).into_iter().zip(waiting.outcomes(0..30)) {
            let (mut due, mut recovered, mut early) = (Fen::ZERO, Fen::ZERO, Fen::ZERO);
            for (t, (a, b)) in now.months.iter().zip(&later.months).enumerate() {
                due += a.due - b.due;
                recovered += a.recovered - b.recovered;
                early += b.repaid_early - a.repaid_early;
                let early_stock = b.repaid_early_not_due - a.repaid_early_not_due;
                assert_eq!(due, b.called_not_due + early_stock, "{name}, month {t}: due later");
                assert_eq!(recovered, early_stock, "{name}, month {t}: recovered later");
                assert!(b.called_not_due >= Fen::ZERO && b.recovered_ytd <= b.due_ytd, "{name}, month {t}");
                waited += usize::from(b.called_not_due > Fen::ZERO);
                let mut same = *b;
                (same.due, same.recovered, same.due_ytd, same.recovered_ytd) =
                    (a.due, a.recovered, a.due_ytd, a.recovered_ytd);
                (same.repaid_early, same.repaid_early_not_due) = (a.repaid_early, a.repaid_early_not_due);
                (same.called_not_due, same.loans_due) = (Fen::ZERO, a.loans_due);
                assert_eq!(same, *a, "{name}, month {t}");
            }
            let ends = |run: &lendmix::model::record::ReplicationRecord| {
                (run.due, run.ultimately_recovered, run.loans_due, run.loans_defaulted, run.household_gain)
            };
            assert_eq!(ends(&now.run), ends(&later.run), "{name}");
            assert_eq!(later.run.repaid_early - now.run.repaid_early, early, "{name}");
            let defaulted = |outcome: &Outcome| outcome.townships.iter().map(|row| row.loans_defaulted).sum::<u32>();
            assert_eq!(defaulted(&later), defaulted(&now), "{name}");
        }
    }
    assert!(waited > 500, "{waited}");
}

/// Four equal organisations with room for 200,000 each take exactly 80 of 100 loans of 10,000; a limit of twice a fund of
/// 100,000 is the same limit.
#[test]
fn a_limit_of_exposure_stops_lending_when_nobody_has_room() {
    let limited = |sum: Option<f64>, of_fund: Option<f64>| {
        let bare = Bare::pooled(100, 10_000.0, 12).with(|bare| {
            bare.months = 12;
            bare.policy.fund.initial = yuan(100_000.0);
            bare.world.organisations.source =
                OrganisationSource::Synthetic { count: 4, sizes: OrganisationSizes::LargestShare(share(0.25)) };
            bare.policy.contracts.organisations.exposure_max = sum.map(yuan);
            bare.policy.contracts.organisations.exposure_max_fund_share = of_fund;
        });
        bare.outcome(0)
    };
    let outcome = limited(Some(200_000.0), None);
    assert_eq!(outcome.run.lent, yuan(800_000.0));
    assert_eq!((outcome.run.stopped.exposure, outcome.run.stopped.plan), (20, 0));
    for organisation in 0..4 {
        assert_eq!(outcome.loans.iter().filter(|loan| loan.organisation == organisation).count(), 20);
    }
    assert_eq!(limited(None, Some(2.0)).text(), outcome.text());
    assert_eq!(limited(Some(300_000.0), Some(2.0)).text(), outcome.text(), "the smaller limit holds");
}

/// With lending over years, tenors and re-borrowing no organisation ever uses more than the limit.
#[test]
fn the_limit_of_exposure_is_never_exceeded() {
    let limit = yuan(60_000.0);
    let bare = Bare::rich().with(|bare| {
        bare.months = 36;
        bare.policy.contracts.organisations.exposure_max = Some(limit);
        bare.policy.lending.mix = only(Mode::Pooled);
        bare.policy.lending.reborrow_after_repayment = true;
        bare.synthesis().situation = only(Mode::Pooled);
        bare.risk(Mode::Pooled).default = DefaultMechanism::None;
        bare.world.organisations.kinds[0].failure = failure_in_june(0.0);
    });
    let mut stopped = 0;
    for outcome in bare.outcomes(0..30) {
        for t in 0..outcome.months.len() {
            for organisation in 0..4 {
                let running = |loan: &&lendmix::model::loan::Loan| {
                    let (from, until) = (loan.grant as usize, loan.grant as usize + usize::from(loan.tenor_months));
                    loan.organisation == organisation && (from..until).contains(&t)
                };
                let credit: Fen = outcome.loans.iter().filter(running).map(|loan| loan.principal).sum();
                assert!(credit <= limit, "{credit:?} in month {t}");
            }
        }
        stopped += outcome.run.stopped.exposure;
    }
    assert!(stopped > 100, "the limit must bind: {stopped}");
}

/// Two loans of 10,000 for two years, repaid in the second month: they leave the book then, and fall due and are
/// recovered in month 24. (Counted when paid, the rate of 2016 would be 100% of 20,000; nothing is due in 2016.)
#[test]
fn early_repayment_enters_at_the_contract_date() {
    let bare = Bare::pooled(2, 10_000.0, 24)
        .with(|bare| bare.policy.contracts.conversion = conversion(ConvertedTo::Repaid, 1.0));
    let outcome = bare.outcome(0);
    let (all, nothing) = (yuan(20_000.0), Fen::ZERO);
    let (paid, due) = (outcome.months[1], outcome.months[24]);
    assert_eq!((paid.repaid_early, paid.converted, paid.outstanding), (all, all, nothing));
    assert_eq!((paid.due, paid.recovered, paid.due_ytd, paid.repaid_early_not_due), (nothing, nothing, nothing, all));
    assert_eq!(outcome.townships[0].due, nothing, "nothing is due in 2016");
    assert_eq!((due.due, due.recovered, due.recovered_ytd, due.repaid_early_not_due), (all, all, all, nothing));
    assert_eq!((outcome.run.due, outcome.run.recovered, outcome.run.lent), (all, all, all));
    assert!(outcome.loans.iter().all(|loan| loan.status == Status::Repaid));
    let instalments = bare.with(|bare| {
        bare.policy.terms[Mode::Pooled].repayment = Repayment::EqualPrincipal { every_months: 12 };
    });
    let outcome = instalments.outcome(0);
    for t in [12, 24] {
        assert_eq!((outcome.months[t].due, outcome.months[t].recovered), (yuan(10_000.0), yuan(10_000.0)));
    }
    assert_eq!(outcome.months[13].repaid_early_not_due, yuan(10_000.0));
}

/// A fund of 2,000 at ten times carries two loans of 10,000; repaid early, they make room for two more.
#[test]
fn early_repayment_makes_room_under_the_cap() {
    let bare = Bare::pooled(4, 10_000.0, 24).with(|bare| {
        bare.policy.fund.initial = yuan(2_000.0);
        bare.policy.fund.leverage_max = Some(10.0);
    });
    assert_eq!(bare.outcome(0).run.lent, yuan(20_000.0));
    let repaid = bare.with(|bare| bare.policy.contracts.conversion = conversion(ConvertedTo::Repaid, 1.0));
    let outcome = repaid.outcome(0);
    assert_eq!((outcome.run.lent, outcome.months[1].lent), (yuan(40_000.0), yuan(20_000.0)));
}

/// Each month each running loan is converted with its share: after t months (1 − c)^t are left.
#[test]
fn the_share_converted_is_binomial() {
    let bare = Bare::pooled(100, 10_000.0, 24)
        .with(|bare| bare.policy.contracts.conversion = conversion(ConvertedTo::Repaid, 0.1));
    let outcomes = bare.outcomes(0..400);
    let converted: Vec<f64> = outcomes.iter().map(|o| o.months[1].converted.yuan() / 10_000.0).collect();
    assert_mean("converted in the first month", &converted, 10.0);
    assert_variance("converted in the first month", &converted, 9.0);
    let left: Vec<f64> = outcomes.iter().map(|o| o.months[12].outstanding.yuan() / 10_000.0).collect();
    assert_mean("running after twelve months", &left, 100.0 * 0.9_f64.powi(12));
}

/// One loan of 10,000 for three years, handed over in the second month to a household of four whose crop brings 1.2 a
/// year: it earns 3 × 12,000, repays 10,000 in month 36, and gets no pay-out. G = 26,000 in three years.
#[test]
fn a_loan_handed_over_is_invested_and_owed_by_the_household_on_the_same_date() {
    let handed = |revenue: f64| {
        let bare = Bare::pooled(1, 10_000.0, 36).with(|bare| {
            bare.policy.contracts.conversion = conversion(ConvertedTo::SelfDirected, 1.0);
            bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
            bare.policy.terms[Mode::SelfDirected].tenors = vec![(12, Share::ONE)];
            bare.world.industries = vec![harvest_in_december(revenue, fixed(1.0))];
            bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
        });
        bare.outcome(0)
    };
    let outcome = handed(1.2);
    let (principal, run) = (yuan(10_000.0), &outcome.run);
    assert_eq!(
        (outcome.months[1].converted, outcome.months[1].outstanding, run.converted),
        (principal, principal, principal)
    );
    assert_eq!(
        (outcome.months[12].due, outcome.months[36].due, outcome.months[36].recovered),
        (Fen::ZERO, principal, principal)
    );
    assert_eq!((run.contractual_payout, run.loans_defaulted, run.household_gain), (Fen::ZERO, 0, yuan(26_000.0)));
    assert!((run.gain_per_capita_by_mode_yuan[Mode::Pooled] - 26_000.0 / 3.0 / 4.0).abs() < 1e-9);
    let poor = handed(0.0);
    assert_eq!((poor.run.loans_defaulted, poor.run.claims, poor.loans[0].mode), (1, principal, Mode::SelfDirected));
    assert_eq!((poor.run.household_gain, poor.run.households_worse_off), (Fen::ZERO - principal, 1));
}

/// Bought out: the budget pays 20,000 in the second month; it falls due then and is never recovered, nobody owes it.
#[test]
fn a_buy_out_is_paid_by_the_budget() {
    let bare = Bare::pooled(2, 10_000.0, 24)
        .with(|bare| bare.policy.contracts.conversion = conversion(ConvertedTo::BoughtOut, 1.0));
    let outcome = bare.outcome(0);
    let (all, nothing) = (yuan(20_000.0), Fen::ZERO);
    let month = outcome.months[1];
    assert_eq!((month.bought_out, month.budget_cost, month.outstanding, month.due), (all, all, nothing, all));
    let run = &outcome.run;
    assert_eq!((run.bought_out, run.bail_out, run.contingent_liability, run.public_cost), (all, nothing, nothing, all));
    assert_eq!((run.ultimately_recovered, run.claims, run.due, run.household_gain), (nothing, nothing, all, nothing));
}

/// A household of four with 10,000 in an organisation for three years: each year a pay-out of 1,000, a wage of 6,000 of
/// which half would have been earned elsewhere, and a rent of 800: 250 + 750 + 200 a head and year.
#[test]
fn wages_and_rent_come_with_the_pay_out() {
    let paid = |mode: Mode| {
        let bare = Bare::pool(1, 10_000.0, 36).with(|bare| {
            bare.policy.lending.mix = only(mode);
            bare.policy.terms[mode].payout_annual = share(0.1);
            bare.synthesis().situation = only(mode);
            bare.world.organisations.kinds[0].benefits = Benefits {
                wages: Some(Wages { households: Share::ONE, annual: yuan(6_000.0), displaced: share(0.5) }),
                land_rent: Some(LandRent { households: Share::ONE, annual: yuan(800.0), share_value: Fen::ZERO }),
                dividend: Share::ZERO,
            };
            bare.world.company.benefits = bare.world.organisations.kinds[0].benefits.clone();
        });
        bare.outcome(0).run
    };
    let run = paid(Mode::Pooled);
    assert_eq!((run.wages, run.land_rent, run.contractual_payout), (yuan(18_000.0), yuan(2_400.0), yuan(3_000.0)));
    assert_eq!(run.household_gain, yuan(3_000.0 + 9_000.0 + 2_400.0));
    assert!((run.payout_per_capita_yuan - 250.0).abs() < 1e-9);
    assert!((run.organisation_income_per_capita_yuan - 950.0).abs() < 1e-9);
    assert!(run.production_gain_per_capita_yuan.abs() < 1e-9);
    let full_support = paid(Mode::FixedBenefit);
    assert_eq!((full_support.wages, full_support.land_rent), (Fen::ZERO, yuan(2_400.0)), "no labour, no wage");
}

/// One uniform a household decides: a fifth are employed, on average; a larger share employs the same and more.
#[test]
fn the_share_employed_is_binomial() {
    let employed = |households: f64| {
        let bare = Bare::pooled(50, 10_000.0, 12).with(|bare| {
            bare.population = lendmix::model::county::PopulationDraw::Redrawn;
            bare.world.organisations.kinds[0].benefits.wages =
                Some(Wages { households: share(households), annual: yuan(1.0), displaced: Share::ZERO });
        });
        bare.run(400).iter().map(|run| run.wages.yuan()).collect::<Vec<f64>>()
    };
    let (fifth, half) = (employed(0.2), employed(0.5));
    assert_mean("employed of 50", &fifth, 10.0);
    assert_variance("employed of 50", &fifth, 8.0);
    assert!(fifth.iter().zip(&half).all(|(few, many)| few <= many));
}

/// Two loans of 10,000, own equity of a half: 30,000 are invested and earn 1.5 each in December: a profit of 45,000.
/// Above the guaranteed 2 × 1,000, a fifth of 43,000 is distributed: 4,300 for each household.
#[test]
fn dividends_are_a_share_of_profit_above_the_pay_outs() {
    let bare = Bare::pooled(2, 10_000.0, 12).with(|bare| {
        bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
        bare.world.industries = vec![Industry { capital_value: vec![1.0], ..harvest_in_december(1.5, fixed(1.0)) }];
        let kind = &mut bare.world.organisations.kinds[0];
        kind.failure = FailureMechanism::Structural;
        kind.equity_share = 0.5;
        kind.benefits.dividend = share(0.2);
    });
    let run = bare.outcome(0).run;
    assert_eq!((run.dividends, run.organisations_failed), (yuan(8_600.0), 0));
    assert_eq!(run.household_gain, yuan(8_600.0 + 2_000.0));
    assert!(
        (run.organisation_income_per_capita_yuan - 4_300.0 / 4.0 * 12.0 / 23.0).abs() < 1e-9,
        "23 months to the end"
    );
}

/// The same profit with land as shares: the first household leases land that counts as 5,000 yuan, so that it holds 15,000
/// of 25,000: 5,160 and 3,440 of the 8,600. Without a lease the land counts as nothing.
#[test]
fn land_counts_among_the_shares_of_a_dividend() {
    let with = |leased: f64, value: f64| {
        let bare = Bare::pooled(2, 10_000.0, 12).with(|bare| {
            bare.policy.terms[Mode::Pooled].payout_annual = share(0.1);
            bare.world.industries = vec![Industry { capital_value: vec![1.0], ..harvest_in_december(1.5, fixed(1.0)) }];
            let kind = &mut bare.world.organisations.kinds[0];
            kind.failure = FailureMechanism::Structural;
            kind.equity_share = 0.5;
            kind.benefits.dividend = share(0.2);
            kind.benefits.land_rent =
                Some(LandRent { households: share(leased), annual: Fen::ZERO, share_value: yuan(value) });
        });
        let (county, mut state) = (bare.county(), State::default());
        let population = county.population(county.luck(Replication(0)));
        county.simulate(Replication(0), &mut state);
        let received: Vec<f64> =
            (0..2).map(|household| state.borrowers.organisation_income(household).yuan()).collect();
        (population.lease_key.clone(), received, state.run.dividends)
    };
    let (keys, equal, _) = with(0.0, 5_000.0);
    assert_eq!(equal, [4_300.0, 4_300.0]);
    let one = (keys[0] + keys[1]) / 2.0;
    let (_, shared, all) = with(one, 5_000.0);
    let expected = if keys[0] < keys[1] { [5_160.0, 3_440.0] } else { [3_440.0, 5_160.0] };
    assert_eq!((shared, all), (expected.to_vec(), yuan(8_600.0)));
    assert_eq!(with(1.0, 5_000.0).1, [4_300.0, 4_300.0], "the same land of both changes nothing");
}

/// The year's shock of an organisation that fails by season is its harvest: with q = ½ and a yield of nothing below the
/// median, an organisation fails in the years in which it would earn nothing, and only in those.
#[test]
fn the_shock_that_fails_an_organisation_is_its_bad_harvest() {
    let bare = Bare::pooled(4, 10_000.0, 12).with(|bare| {
        bare.lasting(12);
        bare.world.industries = vec![harvest_in_december(2.0, discrete(&[0.0, 2.0], &[1.0, 1.0]))];
        let kind = &mut bare.world.organisations.kinds[0];
        kind.failure = failure_in_june(0.5);
        kind.benefits.dividend = share(0.5);
    });
    let runs = bare.run(200);
    assert!(runs.iter().all(|run| (run.organisations_failed == 0) == (run.dividends > Fen::ZERO)));
    assert_frequency("failed", runs.iter().filter(|run| run.organisations_failed > 0).count(), 200, 0.5);
}

/// Wages are a payment like any other: a structural organisation that must pay them fails earlier, never later.
#[test]
fn wages_weigh_on_structural_organisations() {
    let with = |wage: f64| {
        structural(0.1).with(|bare| {
            bare.world.organisations.kinds[0].benefits.wages =
                Some(Wages { households: Share::ONE, annual: yuan(wage), displaced: Share::ZERO });
        })
    };
    let failed = |bare: Bare| bare.run(100).iter().map(|run| run.organisations_failed).sum::<u32>();
    let (none, some) = (failed(with(0.0)), failed(with(300.0)));
    assert!(none < some, "{none} {some}");
}

/// Structural organisations whose harvest is around what they promise.
fn structural(payout: f64) -> Bare {
    Bare::pooled(40, 10_000.0, 36).with(|bare| {
        bare.policy.terms[Mode::Pooled].payout_annual = share(payout);
        bare.world.organisations.source =
            OrganisationSource::Synthetic { count: 8, sizes: OrganisationSizes::LargestShare(share(0.125)) };
        let kind = &mut bare.world.organisations.kinds[0];
        kind.failure = FailureMechanism::Structural;
        kind.equity_share = 0.02;
        bare.world.industries = vec![Industry {
            running_cost: 0.9,
            capital_value: vec![1.0],
            ..harvest_in_december(1.0, lognormal(-0.02, 0.2))
        }];
    })
}

/// A lower guaranteed pay-out leaves fewer failures of organisations, on every path.
#[test]
fn a_lower_pay_out_leaves_fewer_failures_of_structural_organisations() {
    let failed =
        |payout: f64| -> Vec<u32> { structural(payout).run(150).iter().map(|run| run.organisations_failed).collect() };
    let (ten, eight, six) = (failed(0.10), failed(0.08), failed(0.06));
    for ((ten, eight), six) in ten.iter().zip(&eight).zip(&six) {
        assert!(ten >= eight && eight >= six, "{ten} {eight} {six}");
    }
    let sum = |failures: &[u32]| failures.iter().sum::<u32>();
    assert!(sum(&ten) > sum(&eight) && sum(&eight) > sum(&six) && sum(&six) > 0);
}

/// A forced failure happens in its month, to the organisation that is meant and to no other.
#[test]
fn a_forced_failure_happens_whatever_the_draw() {
    let forced = |which: Which| {
        let bare = Bare::pooled(60, 10_000.0, 12).with(|bare| {
            bare.world.organisations.source =
                OrganisationSource::Synthetic { count: 3, sizes: OrganisationSizes::LargestShare(share(0.5)) };
            bare.world.organisations.forced_failures = vec![fails_in(which, 2016, 9)];
        });
        bare.outcome(0)
    };
    for (which, index) in [(Which::Largest, 0), (Which::Named("O03".into()), 2)] {
        let outcome = forced(which);
        assert_eq!((outcome.run.organisations_failed, outcome.months[8].organisations_failed), (1, 1));
        for loan in &outcome.loans {
            assert_eq!(loan.defaulted_in_run(), loan.organisation == index);
        }
        assert!(outcome.run.loans_defaulted > 0);
    }
}

/// Rules that are there and never act leave every byte: shares and probabilities of zero, limits never reached.
#[test]
fn rules_that_never_act_leave_every_byte() {
    for (name, base) in Bare::rich_variants().into_iter().chain([("rich", Bare::rich())]) {
        let idle = base.clone().with(|bare| {
            let contracts = &mut bare.policy.contracts;
            contracts.renewal = renewal(RenewalKind::Renewal, 12, 0.0, 0.0);
            contracts.conversion = conversion(ConvertedTo::BoughtOut, 0.0);
            contracts.organisations.bail_out = Some(probability(0.0));
            contracts.organisations.exposure_max = Some(yuan(1e12));
            bare.world.organisations.kinds[0].benefits = Benefits {
                wages: Some(Wages { households: Share::ZERO, annual: yuan(9_000.0), displaced: Share::ZERO }),
                land_rent: Some(LandRent { households: Share::ZERO, annual: yuan(900.0), share_value: yuan(5_000.0) }),
                dividend: Share::ZERO,
            };
            bare.world.organisations.forced_failures = vec![fails_in(Which::Largest, 2050, 1)];
        });
        for (without, with) in base.outcomes(0..10).iter().zip(idle.outcomes(0..10)) {
            assert_eq!(without.text(), with.text(), "{name}");
        }
    }
}

/// Renewal of those who can pay flattens the wall of payments and lowers the recovery rate, on every path.
#[test]
fn renewal_flattens_the_wall_and_lowers_the_recovery_rate() {
    let bare = Bare::pool(100, 10_000.0, 36).with(|bare| bare.lasting(72));
    let renewed = bare.clone().with(|bare| {
        bare.policy.contracts.renewal = renewal(RenewalKind::Renewal, 12, 0.5, 0.0);
    });
    let wall = |outcome: &Outcome| outcome.months.iter().map(|month| month.due - month.renewed).max().unwrap();
    let rate = |outcome: &Outcome| outcome.run.recovered.yuan() / outcome.run.due.yuan();
    for (base, flat) in bare.outcomes(0..20).iter().zip(renewed.outcomes(0..20)) {
        assert!(wall(&flat) < wall(base) && rate(&flat) < rate(base));
        assert_eq!(flat.months[48].recovered, flat.months[36].renewed, "what was put off is paid a year later");
    }
}

/// On the same luck a bail-out never leaves less in the fund, and a limit never makes one failure larger.
#[test]
fn bail_out_saves_the_fund_and_a_limit_cuts_the_largest_loss() {
    let bare = Bare::pooled(100, 10_000.0, 36).with(|bare| {
        bare.policy.fund.initial = yuan(300_000.0);
        bare.world.organisations.source =
            OrganisationSource::Synthetic { count: 6, sizes: OrganisationSizes::LargestShare(share(0.5)) };
        bare.world.organisations.kinds[0].failure = failure_in_june(0.2);
    });
    let saved = bare.clone().with(|bare| bare.policy.contracts.organisations.bail_out = Some(probability(0.7)));
    let limited = bare.clone().with(|bare| bare.policy.contracts.organisations.exposure_max = Some(yuan(250_000.0)));
    let largest = |outcome: &Outcome| outcome.months.iter().map(|month| month.claims).max().unwrap();
    let (mut richer, mut smaller) = (0, 0);
    let outcomes = bare.outcomes(0..60).into_iter().zip(saved.outcomes(0..60)).zip(limited.outcomes(0..60));
    for ((base, saved), limited) in outcomes {
        assert!(saved.run.fund_min >= base.run.fund_min && saved.run.fund_needed <= base.run.fund_needed);
        assert!(limited.run.lent <= base.run.lent);
        richer += usize::from(saved.run.fund_min > base.run.fund_min);
        smaller += usize::from(largest(&limited) < largest(&base));
    }
    assert!(richer > 10 && smaller > 10, "{richer} {smaller}");
}

/// A workspace keeps nothing of the replication before.
#[test]
fn a_replication_alone_is_the_same_among_others() {
    for (name, bare) in variants() {
        let among = bare.outcomes(0..6);
        assert_eq!(among[5].text(), bare.outcome(5).text(), "{name}");
    }
}

/// Rules that come into force at a date act from that month and not before: conversion from January 2017.
#[test]
fn a_dated_conversion_begins_at_its_date() {
    let bare = Bare::pooled(3, 10_000.0, 36);
    let mut later = bare.policy.clone();
    later.contracts.conversion = conversion(ConvertedTo::Repaid, 1.0);
    let changes = vec![(CalendarMonth::new(2017, 1).unwrap(), later)];
    let timetable = Timetable { start: bare.policy.clone(), changes };
    let county = County::new(timetable, bare.world.clone(), bare.start, bare.months, Seed(1), bare.population);
    let mut state = State::default();
    county.simulate(Replication(0), &mut state);
    let all = yuan(30_000.0);
    assert!(state.months[..12].iter().all(|month| month.converted == Fen::ZERO && month.outstanding == all));
    assert_eq!((state.months[12].repaid_early, state.months[12].outstanding), (all, Fen::ZERO));
    assert_eq!((state.months[36].due, state.months[36].recovered), (all, all));
}
