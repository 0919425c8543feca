//! Books close to the fen, in every replication and every month.

use crate::support::*;
use lendmix::audit::{Audit, Books};
use lendmix::model::contracts::RenewalKind;
use lendmix::model::county::County;
use lendmix::model::loan::{NONE, Status};
use lendmix::model::policy::*;
use lendmix::model::world::*;
use lendmix::units::Fen;

#[test]
fn a_pool_without_default_is_repaid_in_full() {
    let (run, months) = Bare::pool(100, 10_000.0, 12).months_of(0);
    assert_eq!(run.lent, yuan(1_000_000.0));
    assert_eq!((run.due, run.recovered, run.claims), (run.lent, run.lent, yuan(0.0)));
    assert_eq!(months[11].outstanding, run.lent);
    assert_eq!(months[12].outstanding, yuan(0.0));
    assert_eq!(months[12].due, run.lent);
}

#[test]
fn losses_of_a_pool_are_binomial() {
    let runs = Bare::pool(50, 10_000.0, 12)
        .with(|county| {
            county.world.risk.0[0].default =
                DefaultMechanism::AtMaturity { pd_calm: probability(0.1), pd_bad: probability(0.1), by_copula: false };
        })
        .run(4000);
    let mean = runs.iter().map(|run| f64::from(run.loans_defaulted)).sum::<f64>() / 4000.0;
    assert!((mean - 5.0).abs() < 4.0 * (4.5f64 / 4000.0).sqrt(), "{mean}");
}

const REPLICATIONS: u32 = 150;

/// Runs a check on every replication of every variant of the rich county.
fn everywhere(mut check: impl FnMut(&str, &County, &Outcome)) {
    let variants = Bare::rich_variants().into_iter().chain([("rich", Bare::rich()), ("book", Bare::rich_with_book())]);
    let book = Bare::rich_with_book().world.ledger;
    let with_book = crate::contracts::variants()
        .into_iter()
        .map(|(name, bare)| (name, bare.with(|bare| bare.world.ledger = book.clone())));
    let books = Bare::books_under_rules().into_iter().chain(with_book);
    for (name, bare) in variants.chain(crate::contracts::variants()).chain(books) {
        let county = bare.county();
        for outcome in bare.outcomes(0..REPLICATIONS) {
            check(name, &county, &outcome);
        }
    }
}

/// Every identity of the books (`src/audit`, which `lendmix check-run` asks of finished runs), in every replication and month.
#[test]
fn every_identity_holds_everywhere() {
    let mut audit = Audit::default();
    let (mut depleted, mut extended, mut written_off) = (0, 0, 0);
    everywhere(|name, county, outcome| {
        let Outcome { run, months, townships, groups, .. } = outcome;
        let books = Books::of_records(county.calendar.start(), run, months, townships).with_groups(groups);
        audit.check(name, 0, &books);
        depleted += usize::from(run.depletion_month.is_some());
        extended += months.iter().filter(|month| month.due_again > Fen::ZERO).count();
        written_off += months.iter().filter(|month| month.written_off_claimed > Fen::ZERO).count();
    });
    for verdict in audit.verdicts() {
        let id = verdict.identity.id;
        assert_eq!(verdict.missing, None, "{id}");
        assert_eq!(verdict.violated, 0, "{id}: {:?}", verdict.first);
        assert!(verdict.checked > 0, "{id}");
    }
    assert!(depleted > 100 && extended > 100 && written_off > 100, "{depleted} {extended} {written_off}");
}

/// Fund + insurer + bank = claims, in every month; nobody pays less than nothing; limits of the year hold. Only with
/// payables may the bank's month be negative: it gets back what the fund owed it.
#[test]
fn claims_are_paid_by_fund_insurer_and_bank() {
    let (mut insured, mut limited) = (0, 0);
    everywhere(|name, county, outcome| {
        let payable = county.policy(0).fund.unpaid == UnpaidClaims::Payable;
        let (mut fund_year, mut insurer_year) = (Fen::ZERO, Fen::ZERO);
        for (t, month) in outcome.months.iter().enumerate() {
            assert_eq!(month.fund_paid + month.insurer_paid + month.bank_paid, month.claims, "{name}, month {t}");
            assert!(
                month.fund_paid >= Fen::ZERO && month.insurer_paid >= Fen::ZERO && month.unpaid_claims >= Fen::ZERO
            );
            assert!(payable || month.bank_paid >= month.unpaid_claims, "{name}, month {t}");
            if county.calendar.season_begins(t) {
                (fund_year, insurer_year) = (Fen::ZERO, Fen::ZERO);
            }
            fund_year += month.fund_paid + month.unpaid_claims;
            insurer_year += month.insurer_paid;
            match county.policy(0).fund.split {
                LossSplit::QuotaShare { fund, insurer, insurer_annual_limit } => {
                    assert!(insurer_year <= insurer_annual_limit);
                    assert!(month.insurer_paid <= month.claims.share_down(insurer));
                    limited += usize::from(insurer_year == insurer_annual_limit);
                    if !payable {
                        assert_eq!(month.fund_paid + month.unpaid_claims, month.claims.share_down(fund), "{name}");
                    }
                }
                LossSplit::Layers { fund_annual, insurer_annual } => {
                    assert!(fund_year <= fund_annual && insurer_year <= insurer_annual);
                    assert!(month.insurer_paid == Fen::ZERO || fund_year == fund_annual, "the insurer comes second");
                }
            }
            insured += usize::from(month.insurer_paid > Fen::ZERO);
        }
    });
    assert!(insured > 100 && limited > 10, "{insured} {limited}");
}

/// W_t = W_{t−1} + ⌊W i/12⌋ + contributions + top-up + recoveries − paid ≥ 0, with recoveries at most what was
/// collected, and their sum what the run reports. Everything but the recoveries is computed again here.
#[test]
fn the_ledger_of_the_fund_closes() {
    let (mut topped_up, mut recovered_somewhere) = (0, 0);
    everywhere(|name, county, outcome| {
        let policy = &county.policy(0).fund;
        let (mut balance, mut recovered, mut budget) = (policy.initial, Fen::ZERO, Fen::ZERO);
        for (t, month) in outcome.months.iter().enumerate() {
            let interest = Fen((balance.0 as f64 * policy.interest.get() / 12.0).floor() as i64);
            let mut before = balance + interest + county.contributions[t];
            if let Some(rule) = policy.topup.filter(|_| t % 12 == 11) {
                let topup = (rule.target - before).min(rule.budget).positive();
                topped_up += usize::from(topup > Fen::ZERO);
                before += topup;
                budget += topup;
            }
            let recovery = month.fund_balance + month.fund_paid - before;
            assert_eq!(month.fund_recovered, recovery, "{name}, month {t}");
            assert_eq!(month.fund_paid_in, before - balance, "{name}, month {t}");
            assert!(month.fund_balance >= Fen::ZERO, "{name}, month {t}: the fund is overdrawn");
            assert!(Fen::ZERO <= recovery && recovery <= month.collected, "{name}, month {t}: {recovery:?}");
            recovered += recovery;
            balance = month.fund_balance;
        }
        assert_eq!(recovered, outcome.run.recovered_to_fund, "{name}");
        let for_banks = outcome.run.bail_out + outcome.run.bought_out;
        let subsidies = outcome.run.subsidy + outcome.run.premium_subsidy;
        let rules = outcome.run.reward + outcome.run.safeguards_cost;
        assert_eq!(outcome.run.budget_cost, subsidies + budget + for_banks + rules, "{name}");
        assert_eq!(outcome.run.fund_end, balance);
        recovered_somewhere += usize::from(recovered > Fen::ZERO);
    });
    assert!(topped_up > 100 && recovered_somewhere > 100);
}

/// At the end the loans themselves say what the records say.
#[test]
fn the_loans_say_what_the_records_say() {
    everywhere(|name, county, outcome| {
        let balance = |of: &[Status]| -> Fen {
            outcome.loans.iter().filter(|loan| of.contains(&loan.status)).map(|loan| loan.balance).sum()
        };
        let last = outcome.months[outcome.months.len() - 1];
        let run = &outcome.run;
        assert_eq!(balance(&[Status::Overdue, Status::Compensated]), last.overdue, "{name}");
        assert_eq!(balance(&[Status::Compensated]), last.compensated, "{name}");
        assert_eq!(balance(&[Status::Performing, Status::Overdue]), last.outstanding, "{name}");
        assert_eq!(balance(&[Status::Repaid]), Fen::ZERO, "{name}");
        let rule = county.policy(0).contracts.renewal.as_ref();
        let extension = rule.is_some_and(|rule| rule.kind == RenewalKind::Extension);
        let renewed = if extension { last.renewed_outstanding } else { run.renewed };
        let came_in = run.ultimately_recovered + run.opening_collected;
        let open = run.opening_overdue + run.due - came_in - renewed - run.bail_out - run.bought_out;
        assert_eq!(open - last.overdue, balance(&[Status::WrittenOff]), "{name}");
        assert_eq!(balance(&[Status::PaidByBudget]), Fen::ZERO, "{name}");
        assert_eq!(balance(&[Status::RepaidEarly]), last.repaid_early_not_due, "{name}");
        let renewed = outcome.loans.iter().filter(|loan| loan.performing() && loan.renewals > 0);
        assert_eq!(renewed.map(|loan| loan.balance).sum::<Fen>(), last.renewed_outstanding, "{name}");
        let granted = outcome.loans.iter().filter(|loan| loan.book == NONE);
        assert_eq!(granted.map(|loan| loan.principal).sum::<Fen>(), run.lent, "{name}");
        let non_performing = outcome.loans.iter().filter(|loan| loan.in_default() && loan.non_performing);
        assert_eq!(non_performing.map(|loan| loan.balance).sum::<Fen>(), last.npl, "{name}");
        let defaulted = outcome.loans.iter().filter(|loan| loan.defaulted_in_run()).count();
        assert_eq!(run.loans_defaulted as usize, defaulted, "{name}");
        let due = outcome.loans.iter().filter(|loan| loan.last_due_season != u8::MAX).count();
        assert_eq!(run.loans_due as usize, due, "{name}");
        assert!(run.loans_defaulted <= run.loans_due, "{name}");
        let households: std::collections::BTreeSet<u32> = outcome.loans.iter().map(|loan| loan.household).collect();
        assert_eq!(run.households_borrowing as usize, households.len(), "{name}");
        if county.policy(0).lending.reborrow_after_repayment {
            return;
        }
        assert_eq!(households.len(), outcome.loans.len(), "{name}: one loan each");
        let stopped = &run.stopped;
        let never = stopped.no_credit_line + stopped.no_demand + stopped.mode + stopped.suspended + stopped.plan;
        let never = never + stopped.cap + stopped.screening + stopped.exposure;
        assert_eq!(run.households_borrowing + never, 120, "{name}: every household is somewhere");
    });
}

/// Persons of borrowing households add up, with a fixed population.
#[test]
fn persons_add_up() {
    let bare = Bare::rich();
    let county = bare.county();
    let roster = &county.population(county.luck(lendmix::draws::Replication(0))).roster;
    for outcome in bare.outcomes(0..REPLICATIONS) {
        let persons: u32 = outcome.loans.iter().map(|loan| u32::from(roster.persons[loan.household as usize])).sum();
        let run = &outcome.run;
        assert_eq!(run.persons_borrowing, persons);
        assert!(run.persons_above_line_with <= persons && run.persons_above_line_without <= persons);
        assert!(run.households_worse_off <= run.households_borrowing);
    }
}

/// Nothing is lent above the cap; months in which O exceeds it are breaches without new loans.
#[test]
fn nothing_is_lent_above_the_cap() {
    let (mut bound, mut breached) = (0, 0);
    everywhere(|name, county, outcome| {
        let Some(leverage) = county.policy(0).fund.leverage_max else { return };
        let mut breaches = 0;
        for (t, month) in outcome.months.iter().enumerate() {
            let counted = if county.policy(t).fund.compensated_in_cap { month.compensated } else { Fen::ZERO };
            let over = (month.outstanding + counted).0 as f64 > leverage * month.fund_balance.0 as f64 + 1.0;
            assert!(!(over && month.lent > Fen::ZERO), "{name}, month {t}: lent in breach");
            breaches += u32::from(over);
            bound += u32::from(month.cap_bound);
        }
        assert_eq!(breaches, outcome.run.months_cap_breached, "{name}");
        breached += breaches;
    });
    assert!(bound > 100 && breached > 100, "the cap must bind and be breached: {bound} {breached}");
}

/// No month and township lends more than its plan to date, and the year's plan is the year's limit.
#[test]
fn nothing_is_lent_above_the_plan() {
    everywhere(|name, county, outcome| {
        let mut year = Fen::ZERO;
        for (t, month) in outcome.months.iter().enumerate() {
            if county.calendar.season_begins(t) {
                year = Fen::ZERO;
            }
            year += month.lent;
            let pressure = county.policy(t).rules.quota.map_or(1.0, |quota| 1.0 + quota.overshoot);
            let aim = county.policy(t).lending.plan[county.calendar.season(t)].times(pressure);
            assert!(year <= aim, "{name}, month {t}");
        }
        let pressed = county.policies().versions().iter().any(|policy| policy.rules.quota.is_some());
        assert!(pressed || outcome.run.lent <= outcome.run.lending_plan);
    });
}

/// Production effect, pay-out and other income from organisations are the gain; modes average to the whole.
#[test]
fn the_gain_is_its_parts() {
    everywhere(|name, _, outcome| {
        let run = &outcome.run;
        let by_organisations = run.payout_per_capita_yuan + run.organisation_income_per_capita_yuan;
        let parts = run.production_gain_per_capita_yuan + by_organisations;
        assert!((run.gain_per_capita_yuan - parts).abs() < 1e-6, "{name}");
        let mut first_mode = std::collections::BTreeMap::new();
        for loan in &outcome.loans {
            first_mode.entry(loan.household).or_insert(loan.contract);
        }
        let of = |mode: &Mode| run.gain_per_capita_by_mode_yuan[*mode];
        let mean = first_mode.values().map(of).sum::<f64>() / first_mode.len() as f64;
        assert!((mean - run.gain_per_capita_yuan).abs() < 1e-6, "{name}: {mean}");
    });
}

/// Units suspended in each month are the run's unit-months; rewards are their parts and the townships' sum; a suspension
/// is false or not; nothing of it happens where no rule is in force.
#[test]
fn rules_add_up() {
    let (mut suspended, mut rewarded, mut judged_false) = (0, 0, 0);
    everywhere(|name, county, outcome| {
        let run = &outcome.run;
        assert_eq!(run.months_suspended, outcome.months.iter().map(|month| month.suspended_units).sum::<u32>());
        let first = outcome.months.iter().position(|month| month.suspended_units > 0);
        assert_eq!(run.first_suspension_month, first.map(|t| t as u32 + 1), "{name}");
        assert!(run.suspensions_false <= run.suspensions && (run.suspensions > 0) == (run.months_suspended > 0));
        assert_eq!(run.reward, run.reward_parts.iter().copied().sum::<Fen>(), "{name}");
        assert_eq!(run.reward, outcome.townships.iter().map(|row| row.reward).sum::<Fen>(), "{name}");
        assert!(outcome.townships.iter().all(|row| row.reward <= row.lent.share_down(share(0.02))), "{name}");
        if county.policy(0).rules.suspension.is_empty() {
            assert_eq!((run.suspensions, run.reward, run.safeguards_cost), (0, Fen::ZERO, Fen::ZERO), "{name}");
        }
        suspended += run.months_suspended;
        rewarded += usize::from(run.reward > Fen::ZERO);
        judged_false += run.suspensions_false;
    });
    assert!(suspended > 100 && rewarded > 50 && judged_false > 20, "{suspended} {rewarded} {judged_false}");
}
