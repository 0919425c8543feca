//! The county's own data: the existing book, worked out by hand and against what is known exactly.

use crate::support::*;
use LedgerStatus::{Compensated, Overdue, Performing, Repaid};
use Mode::{FixedBenefit, Pooled, SelfDirected};
use lendmix::draws::Entity;
use lendmix::model::book::{Ledger, LedgerHousehold, LedgerLoan, LedgerStatus};
use lendmix::model::loan::Status;
use lendmix::model::policy::*;
use lendmix::model::record::MonthRecord;
use lendmix::model::world::*;
use lendmix::units::{CalendarMonth, Fen};

fn month(text: &str) -> CalendarMonth {
    CalendarMonth::parse(text).unwrap()
}

fn thousand(yuan_in_thousands: f64) -> Fen {
    yuan(1_000.0 * yuan_in_thousands)
}

/// A county whose households are those of its ledger, without new lending, 2016-01 to 2018-12.
fn book(loans: Vec<LedgerLoan>) -> Bare {
    Bare::pool(1, 10_000.0, 12).with(|bare| {
        bare.lasting(36);
        bare.synthesis().households = 0;
        bare.policy.lending.plan.fill(Fen::ZERO);
        bare.policy.lending.reborrow_after_repayment = true;
        for terms in &mut bare.policy.terms.0[1..] {
            terms.payout_annual = share(0.1);
        }
        let households = loans.iter().map(|loan| loan.household).max().unwrap() + 1;
        bare.world.ledger =
            Ledger { households: (1..=households).map(household).collect(), townships: vec!["甲镇".into()], loans };
    })
}

fn household(number: u32) -> LedgerHousehold {
    let name = number.to_string();
    LedgerHousehold { entity: Entity::named(&name), name, township: 0, village: None, industry: None }
}

/// A dozen loans, one a household, in thousands of yuan (see the table of each test).
fn dozen() -> Bare {
    let loan = |number, mode, principal, grant, due, status| {
        old_loan(number, mode, thousand(principal), month(grant), month(due), status)
    };
    book(vec![
        loan(0, SelfDirected, 10.0, "2015-03", "2016-03", Performing),
        LedgerLoan {
            pd: Some(probability(1.0)),
            lgd: Some(share(0.5)),
            ..loan(1, SelfDirected, 20.0, "2015-06", "2016-06", Performing)
        },
        loan(2, SelfDirected, 8.0, "2014-12", "2015-12", Overdue),
        loan(3, SelfDirected, 6.0, "2014-10", "2015-10", Overdue),
        loan(4, SelfDirected, 4.0, "2012-11", "2013-11", Overdue),
        loan(5, SelfDirected, 5.0, "2014-06", "2015-06", Compensated),
        loan(6, SelfDirected, 9.0, "2014-06", "2015-06", Repaid),
        LedgerLoan { organisation: Some(0), ..loan(7, Pooled, 30.0, "2014-07", "2017-07", Performing) },
        loan(8, FixedBenefit, 20.0, "2015-12", "2018-12", Performing),
        LedgerLoan { balance: thousand(7.0), ..loan(9, SelfDirected, 12.0, "2014-05", "2016-03", Performing) },
        loan(10, SelfDirected, 3.0, "2015-12", "2019-06", Performing),
        loan(11, SelfDirected, 1.0, "2015-10", "2016-01", Performing),
    ])
    .with(|bare| {
        bare.policy.fund.initial = thousand(100.0);
        bare.policy.fund.waiting_months = 3;
        bare.policy.fund.split =
            LossSplit::QuotaShare { fund: share(0.7), insurer: share(0.0), insurer_annual_limit: Fen::UNLIMITED };
        for risk in &mut bare.world.risk.0 {
            risk.default = at_maturity(0.0);
            risk.collection.horizon_months = 24;
        }
    })
}

/// A value that changes in some months, over a run of 36: (month from 0, value from then on).
fn path(changes: &[(usize, f64)]) -> Vec<Fen> {
    (0..36).map(|t| thousand(changes.iter().rfind(|(from, _)| *from <= t).unwrap().1)).collect()
}

/// A flow that is zero but in some months.
fn flows(some: &[(usize, f64)]) -> Vec<Fen> {
    (0..36).map(|t| thousand(some.iter().filter(|(month, _)| *month == t).map(|(_, amount)| amount).sum())).collect()
}

fn column(outcome: &Outcome, of: impl Fn(&MonthRecord) -> Fen) -> Vec<Fen> {
    outcome.months.iter().map(of).collect()
}

/// Nothing is collected. In thousands; month 0 is 2016-01:
///
/// | loan | owed | due in month | what happens |
/// |---|---|---|---|
/// | 0 | 10 | 2 | repaid |
/// | 1 | 20 | 5 | defaults surely, half is paid; claimed 5 + 3; written off 5 + 24 |
/// | 2 | 8 | −1 | claimed −1 + 3; written off −1 + 24 |
/// | 3 | 6 | −3 | its three months are over: claimed in 0; written off 21 |
/// | 4 | 4 | −26 | claimed in 0; its 24 months were over long ago: written off in 1 |
/// | 5 | 5 | −7 | compensated before: no claim; written off 17 |
/// | 6 | 0 | | repaid before |
/// | 7 | 30 | 18 | granted −18: pay-outs in 6 and 18; repaid |
/// | 8 | 20 | 35 | granted −1: pay-outs in 11, 23, 35; repaid |
/// | 9 | 7 of 12 | 2 | repaid |
/// | 10 | 3 | 41 | still runs at the end |
/// | 11 | 1 | 0 | repaid |
#[test]
fn a_dozen_loans_by_hand() {
    let outcome = dozen().outcome(0);
    let run = &outcome.run;
    assert_eq!((run.opening_book, run.opening_overdue), (thousand(114.0), thousand(23.0)));
    assert_eq!(column(&outcome, |m| m.due), flows(&[(0, 1.0), (2, 17.0), (5, 20.0), (18, 30.0), (35, 20.0)]));
    assert_eq!(column(&outcome, |m| m.recovered), flows(&[(0, 1.0), (2, 17.0), (5, 10.0), (18, 30.0), (35, 20.0)]));
    assert_eq!(column(&outcome, |m| m.claims), flows(&[(0, 10.0), (2, 8.0), (8, 10.0)]));
    // 109 without the compensated; − 1 repaid − 10 claimed; − 17 repaid − 8 claimed; − 10 repaid; − 10 claimed; …
    let outstanding = path(&[(0, 98.0), (2, 73.0), (5, 63.0), (8, 53.0), (18, 23.0), (35, 3.0)]);
    assert_eq!(column(&outcome, |m| m.outstanding), outstanding);
    let written_off = flows(&[(1, 4.0), (17, 5.0), (21, 6.0), (23, 8.0), (29, 10.0)]);
    assert_eq!(column(&outcome, |m| m.written_off), written_off);
    let overdue = path(&[(0, 23.0), (1, 19.0), (5, 29.0), (17, 24.0), (21, 18.0), (23, 10.0), (29, 0.0)]);
    assert_eq!(column(&outcome, |m| m.overdue), overdue);
    // Loan 2 is past due at its third month-end in month 1, loan 1 in month 7.
    let npl = path(&[(0, 15.0), (1, 19.0), (7, 29.0), (17, 24.0), (21, 18.0), (23, 10.0), (29, 0.0)]);
    assert_eq!(column(&outcome, |m| m.npl), npl);
    assert_eq!(column(&outcome, |m| m.npl_bank), path(&[(0, 0.0), (1, 8.0), (2, 0.0), (7, 10.0), (8, 0.0)]));
    assert_eq!((run.fund_paid, run.bank_paid), (thousand(19.6), thousand(8.4)));
    assert_eq!((run.due, run.recovered, run.ultimately_recovered), (thousand(88.0), thousand(78.0), thousand(78.0)));
    assert_eq!((run.loans_due, run.loans_defaulted, run.households_borrowing), (6, 1, 11));
    assert_eq!(run.contractual_payout, thousand(2.0 * 3.0 + 3.0 * 2.0));
    // What was owed at the start is no loss of the run, what is repaid of it none either: only pay-outs are gained.
    assert_eq!(run.household_gain, run.contractual_payout);
    assert_eq!(run.households_worse_off, 0);
}

/// All that may be collected is, at the first try; a tenth of what comes in after a claim is cost, 70% of the rest the
/// fund's. Loans 2 and 3 are collected in month 0, before their claims (stage 5 comes before stage 7); loan 4 is past its
/// 24 months and is claimed; loan 5 was claimed before: 5 − 0.5 = 4.5, of it 3.15 to the fund; loan 1 in month 6.
#[test]
fn what_was_overdue_is_collected_and_never_counts_as_recovered() {
    let all = dozen().with(|bare| {
        for risk in &mut bare.world.risk.0 {
            risk.collection.monthly = probability(1.0);
            risk.collection.cost_share = share(0.1);
        }
    });
    let outcome = all.outcome(0);
    let run = &outcome.run;
    assert_eq!(column(&outcome, |m| m.collected), flows(&[(0, 19.0), (6, 10.0)]));
    assert_eq!(column(&outcome, |m| m.claims), flows(&[(0, 4.0)]));
    assert_eq!(run.opening_collected, thousand(19.0));
    assert_eq!((run.due, run.ultimately_recovered), (thousand(88.0), thousand(88.0)));
    assert_eq!(outcome.months[0].recovered_ytd, thousand(1.0));
    assert_eq!((run.recovered_to_fund, run.fund_paid), (thousand(3.15), thousand(2.8)));
    assert_eq!(run.household_gain, run.contractual_payout);
}

/// What was compensated before the start was paid by fund and bank as the agreement says: 70% of the 5 of loan 5. The
/// fund that is served first takes all of the 4.5 up to its 3.5; by what each bore it takes 70%.
#[test]
fn who_paid_before_the_start_receives_what_is_collected() {
    let received = |shares| {
        let bare = dozen().with(|bare| {
            bare.policy.fund.recoveries = shares;
            bare.world.ledger.loans.retain(|loan| loan.status == Compensated);
            bare.world.risk.0[0].collection.monthly = probability(1.0);
            bare.world.risk.0[0].collection.cost_share = share(0.1);
        });
        bare.outcome(0).run.recovered_to_fund
    };
    assert_eq!(received(RecoveryShares::FundFirst), thousand(3.5));
    assert_eq!(received(RecoveryShares::LossBorne), thousand(3.15));
    assert_eq!(received(RecoveryShares::ContractShares), thousand(3.15));
}

/// A pool written loan by loan: the loss is a sum of independent lots (Poisson-binomial, sizes 1 to 4 thousand). It would
/// show a mechanism that acts beside the loan's own probability, and a probability or loss read from another row.
#[test]
fn loans_with_probabilities_of_their_own_lose_by_convolution() {
    let kinds = [(0.02, 1.0, 4.0), (0.3, 0.5, 4.0), (0.6, 0.25, 4.0), (0.15, 1.0, 3.0)];
    let loans = (0..24).map(|number| {
        let (pd, lgd, principal) = kinds[number as usize % 4];
        LedgerLoan {
            pd: Some(probability(pd)),
            lgd: Some(share(lgd)),
            ..old_loan(number, SelfDirected, thousand(principal), month("2015-01"), month("2016-09"), Performing)
        }
    });
    // The mode's own mechanism would take nine loans of ten.
    let bare = book(loans.collect()).with(|bare| bare.risk(SelfDirected).default = copula_in_june(0.9));
    let mut law = vec![1.0];
    let (mut mean, mut variance) = (0.0, 0.0);
    for (pd, lgd, principal) in kinds {
        let loss: f64 = lgd * principal;
        let mut lot = vec![0.0; loss as usize + 1];
        (lot[0], lot[loss as usize]) = (1.0 - pd, pd);
        for _ in 0..6 {
            law = convolve(&law, &lot);
            mean += pd * loss;
            variance += pd * (1.0 - pd) * loss * loss;
        }
    }
    let losses = bare.measure(4_000, |state| state.run.claims.yuan() / 1_000.0);
    assert_mean("EL", &losses, mean);
    assert_variance("variance", &losses, variance);
    assert_law("loss", &losses, &law, &[8, 11, 14, 18]);
}

/// Loans granted in the first month of a run from 2015 and the same loans as the book of a run from 2016 leave the same
/// months behind, default by default: luck has the calendar in its address, not the start of the run. (No interest; no
/// default in 2015, since all loans fall due in 2017 and organisations are safe in their first year.)
#[test]
fn a_book_is_what_an_earlier_run_would_have_left() {
    for mode in [SelfDirected, Pooled] {
        let earlier = Bare::pool(60, 10_000.0, 24).with(|bare| {
            bare.lasting(60);
            bare.start = month("2015-01");
            bare.policy.lending.mix = only(mode);
            bare.policy.fund.initial = yuan(120_000.0);
            bare.policy.fund.waiting_months = 2;
            bare.policy.terms[Pooled].payout_annual = share(0.1);
            let risk = bare.risk(mode);
            risk.default = if mode == Pooled { DefaultMechanism::None } else { at_maturity(0.3) };
            risk.loss_given_default = discrete(&[0.3, 0.7, 1.0], &[1.0, 1.0, 1.0]);
            risk.contagion = Contagion::Probability(probability(0.6));
            risk.collection.monthly = probability(0.1);
            risk.collection.horizon_months = 9;
            bare.world.organisations.kinds[0].failure = FailureMechanism::Season {
                pd_annual: vec![probability(0.0), probability(0.4)],
                month_weights: EVERY_MONTH,
            };
            bare.world.organisations.source = OrganisationSource::Listed((0..5).map(organisation).collect());
        });
        let mut defaults = 0;
        for replication in 0..60 {
            let before = earlier.outcome(replication);
            let later = earlier.clone().with(|bare| {
                bare.start = month("2016-01");
                bare.lasting(48);
                bare.policy.lending.plan.fill(Fen::ZERO);
                if let OrganisationSource::Listed(list) = &mut bare.world.organisations.source {
                    list.iter_mut().for_each(|one| one.age_years = 1);
                }
                let old = before.loans.iter().map(|loan| LedgerLoan {
                    organisation: (mode == Pooled).then_some(loan.organisation),
                    ..old_loan(loan.household, mode, loan.principal, month("2015-01"), month("2017-01"), Performing)
                });
                bare.world.ledger.loans = old.collect();
            });
            let after = later.outcome(replication);
            assert_eq!(before.months[12..], after.months[..], "{mode:?}, replication {replication}");
            assert_eq!(before.run.loans_defaulted, after.run.loans_defaulted);
            assert_eq!(before.run.contractual_payout, after.run.contractual_payout);
            defaults += after.run.loans_defaulted;
        }
        assert!(defaults > 100, "{defaults}");
    }
}

fn organisation(number: u32) -> ListedOrganisation {
    ListedOrganisation {
        name: format!("甲{number}社"),
        kind: 0,
        township: None,
        industry: None,
        weight: 1.0,
        age_years: 0,
    }
}

/// The copula mechanism looks at old loans too: with PD one in June of the loan's second season, and none in its first,
/// a loan of 2015 defaults in June 2016 (month 5), one of 2016 in June 2017.
#[test]
fn the_age_of_an_old_loan_counts_from_its_granting() {
    let old = old_loan(0, SelfDirected, thousand(1.0), month("2015-11"), month("2018-06"), Performing);
    let outcome = book(vec![old]).with(|bare| {
        bare.risk(SelfDirected).default =
            DefaultMechanism::Copula { pd_annual: vec![probability(0.0), probability(1.0)], month_weights: only_in(6) };
    });
    assert_eq!(outcome.outcome(0).loans[0].default_month, 5);
}

/// O of the old book is under the cap from the first month: 10 × 11 leaves 110 − 98 = 12 of the 40 that are wanted, in
/// loans of 10; what was compensated before counts only by the switch: 110 − 103 = 7, not even one.
#[test]
fn the_cap_sees_the_old_book() {
    let lent = |compensated_in_cap| {
        let bare = dozen().with(|bare| {
            bare.synthesis().households = 50;
            bare.world.ledger.townships.clear();
            let loans = &mut bare.world.ledger.loans;
            loans.retain(|loan| loan.status != Repaid);
            loans.iter_mut().for_each(|loan| loan.household += 50);
            bare.world.ledger.households = (0..12).map(|number| household(1_000 + number)).collect();
            bare.policy.lending.plan[0] = thousand(40.0);
            bare.policy.fund.initial = thousand(11.0 + 7.0);
            bare.policy.fund.leverage_max = Some(10.0);
            bare.policy.fund.compensated_in_cap = compensated_in_cap;
        });
        let outcome = bare.outcome(0);
        assert_eq!(outcome.months[0].fund_balance, thousand(11.0), "7 of the claims of 10 are paid");
        (outcome.months[0].lent, outcome.run.months_cap_bound > 0)
    };
    assert_eq!(lent(false), (thousand(10.0), true));
    // Stock of compensated loans after the month's claims: 5 + 10.
    assert_eq!(lent(true), (Fen::ZERO, true));
}

/// Who owes is not served; who repaid before the start is, if re-borrowing is allowed.
#[test]
fn households_of_the_book_borrow_again_only_after_repayment() {
    let county = |reborrow| {
        Bare::pool(3, 10_000.0, 12).with(|bare| {
            bare.lasting(36);
            bare.policy.lending.plan = vec![thousand(30.0), thousand(30.0), Fen::ZERO, Fen::ZERO, Fen::ZERO];
            bare.policy.lending.reborrow_after_repayment = reborrow;
            let loan = |household, due, status| {
                old_loan(household, SelfDirected, thousand(5.0), month("2014-01"), month(due), status)
            };
            bare.world.ledger.loans = vec![loan(0, "2016-06", Performing), loan(1, "2015-06", Repaid)];
        })
    };
    let granted = |reborrow| {
        let outcome: Vec<Outcome> = county(reborrow).outcomes(0..1);
        let new = outcome[0].loans.iter().filter(|loan| loan.grant >= 0);
        let mut new: Vec<(u32, i16)> = new.map(|loan| (loan.household, loan.grant)).collect();
        new.sort_unstable();
        new
    };
    assert_eq!(granted(false), [(2, 0)]);
    // Household 0 repays in June 2016 and is served in January 2017; the others then owe nothing of 2016 any more or not
    // yet: loans of January 2016 fall due in January 2017, after the queues of the year are drawn.
    assert_eq!(granted(true), [(0, 12), (1, 0), (2, 0)]);
}

/// A ledger of nothing but history changes no byte where re-borrowing is allowed.
#[test]
fn history_alone_changes_nothing() {
    let rich = Bare::rich().with(|bare| bare.policy.lending.reborrow_after_repayment = true);
    let with_history = rich.clone().with(|bare| {
        let loan =
            |household| old_loan(household, SelfDirected, thousand(5.0), month("2014-01"), month("2015-01"), Repaid);
        bare.world.ledger.loans = (0..60).map(loan).collect();
    });
    for (without, with) in rich.outcomes(0..20).iter().zip(with_history.outcomes(0..20)) {
        assert_eq!(without.text(), with.text());
    }
    let once = with_history.with(|bare| bare.policy.lending.reborrow_after_repayment = false);
    assert!(once.outcome(0).loans.iter().all(|loan| loan.household >= 60), "who has repaid borrows no second time");
}

/// A larger share of defaulters in the old book costs more: with common luck every default of the safer book is one of
/// the riskier.
#[test]
fn a_riskier_book_defaults_wherever_the_safer_does() {
    let with_pd = |pd: f64| {
        Bare::rich_with_book().with(|bare| {
            bare.world.ledger.loans.iter_mut().for_each(|loan| loan.pd = Some(probability(pd)));
        })
    };
    let mut more = 0;
    for (safe, risky) in with_pd(0.1).outcomes(0..40).iter().zip(with_pd(0.4).outcomes(0..40)) {
        let of_book = |outcome: &Outcome| -> Vec<bool> {
            outcome.loans.iter().filter(|loan| loan.grant < 0).map(|loan| loan.defaulted_in_run()).collect()
        };
        for (safe, risky) in of_book(safe).into_iter().zip(of_book(&risky)) {
            assert!(risky || !safe);
            more += usize::from(risky && !safe);
        }
    }
    assert!(more > 40, "{more}");
}

/// An overdue self-directed loan has no project; a running one has its harvests behind it and its capital in the books.
#[test]
fn a_running_project_of_the_book_goes_on() {
    let loan =
        |number, due, status| old_loan(number, SelfDirected, thousand(10.0), month("2014-05"), month(due), status);
    let bare = book(vec![loan(0, "2017-05", Performing), loan(1, "2015-05", Overdue)]).with(|bare| {
        // R·Y·P = 0.5 a year, C = 0, K = 1: a harvest in December brings half of the investment.
        bare.world.industries = vec![harvest_in_december(0.5, fixed(1.0))];
        bare.world.industries[0].capital_value = vec![1.0];
    });
    let outcome = bare.outcome(0);
    let harvests = outcome.months.len() / 12;
    assert_eq!(outcome.loans[0].status, Status::Repaid);
    // Harvests of December 2016, 2017 and 2018, 5 thousand each; the loan of 10 is repaid, the capital of 10 is kept: it
    // and the debt were there at the start, so that repaying is no gain and no loss.
    assert_eq!(outcome.run.household_gain, thousand(5.0 * harvests as f64));
}
