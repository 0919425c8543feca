//! Books close to the fen, in every replication and every month.

use crate::support::*;
use lendmix::model::book::LedgerStatus;
use lendmix::model::contracts::RenewalKind;
use lendmix::model::county::County;
use lendmix::model::loan::{NONE, Status};
use lendmix::model::policy::*;
use lendmix::model::record::MonthRecord;
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

/// Principal of the existing book that was claimed before the start.
fn compensated_before(county: &County) -> Fen {
    let rows = county.world.ledger.loans.iter();
    rows.filter(|row| row.status == LedgerStatus::Compensated).map(|row| row.balance).sum()
}

/// Σ of a flow over all months.
fn total(outcome: &Outcome, flow: impl Fn(&MonthRecord) -> Fen) -> Fen {
    outcome.months.iter().map(flow).sum()
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

/// A claim on the fund is left open only when the fund has nothing left: the first such month is the depletion.
#[test]
fn the_fund_pays_while_it_has_money() {
    let mut depleted = 0;
    everywhere(|name, _, outcome| {
        let unpaid = |month: &&MonthRecord| month.unpaid_claims > Fen::ZERO;
        for month in outcome.months.iter().filter(unpaid) {
            assert_eq!(month.fund_balance, Fen::ZERO, "{name}: money kept back from a valid claim");
        }
        let first = outcome.months.iter().position(|month| month.unpaid_claims > Fen::ZERO);
        assert_eq!(outcome.run.depletion_month, first.map(|t| t as u32 + 1), "{name}");
        assert_eq!(outcome.run.unpaid_claims, total(outcome, |month| month.unpaid_claims));
        let worst = outcome.months.iter().map(|month| month.unpaid_claims).max();
        assert_eq!(Some(outcome.run.fund_shortfall), worst);
        depleted += usize::from(first.is_some());
    });
    assert!(depleted > 100, "{depleted}");
}

/// Principal that was extended and is paid, in default or paid for in a month: it came up a second time, without falling
/// due. Renewals are new contracts and fall due again.
fn extended_and_up_again(county: &County, months: &[MonthRecord], t: usize) -> Fen {
    let extension = county.policy(t).contracts.renewal.as_ref().is_some_and(|rule| rule.kind == RenewalKind::Extension);
    let before = t.checked_sub(1).map_or(Fen::ZERO, |t| months[t].renewed_outstanding);
    if extension { before + months[t].renewed - months[t].renewed_outstanding } else { Fen::ZERO }
}

/// Lent + renewed = performing + due (or extended and up again) + repaid early and not yet due; due = recovered + renewed +
/// paid by the budget + overdue + written off; collected ≤ defaulted; what leaves the books is never negative; NPL of the
/// bank ≤ NPL ≤ overdue.
#[test]
fn principal_is_somewhere_in_every_month() {
    everywhere(|name, county, outcome| {
        let (mut lent, mut due, mut recovered, mut collected, mut defaulted) =
            (Fen::ZERO, Fen::ZERO, Fen::ZERO, Fen::ZERO, Fen::ZERO);
        let (mut claims, mut written_off, mut renewed, mut by_budget) = (Fen::ZERO, Fen::ZERO, Fen::ZERO, Fen::ZERO);
        let (opening, past_due) = (outcome.run.opening_book, outcome.run.opening_overdue);
        let claimed_before = compensated_before(county);
        for (t, month) in outcome.months.iter().enumerate() {
            lent += month.lent;
            let up = month.due + extended_and_up_again(county, &outcome.months, t);
            due += up;
            renewed += month.renewed;
            by_budget += month.bail_out + month.bought_out;
            recovered += month.recovered;
            collected += month.collected;
            claims += month.claims;
            defaulted += up - month.renewed - month.bail_out - month.bought_out - (month.recovered - month.collected);
            let performing = month.outstanding - (month.overdue - month.compensated);
            let at = format!("{name}, month {t}");
            let somewhere = performing + due + month.repaid_early_not_due;
            assert_eq!(opening - past_due + lent + renewed, somewhere, "{at}: lent = performing + due");
            let off = past_due + due - recovered - renewed - by_budget - month.overdue;
            assert_eq!(off - written_off, month.written_off, "{at}: due = recovered + renewed + unrecovered");
            assert!(Fen::ZERO <= month.renewed_outstanding && month.renewed_outstanding <= performing, "{at}");
            assert!(off >= written_off, "{at}: written off {off:?} after {written_off:?}");
            assert!(t == 0 || month.lent >= Fen::ZERO && month.due >= Fen::ZERO && month.collected >= Fen::ZERO);
            written_off = off;
            assert!(collected <= past_due + defaulted, "{at}: collected ≤ defaulted");
            assert!(performing >= Fen::ZERO && month.compensated >= Fen::ZERO && month.npl_bank >= Fen::ZERO, "{at}");
            assert!(month.npl_bank <= month.npl && month.npl <= month.overdue, "{at}");
            assert!(month.npl_bank <= month.overdue - month.compensated, "{at}: the bank carries what is not claimed");
            assert!(month.compensated <= month.overdue && month.outstanding >= Fen::ZERO, "{at}");
            if !county.policy(0).fund.claims_include_interest {
                let claims = claims + claimed_before;
                assert!(claims <= past_due + defaulted, "{at}");
                let left = month.compensated + written_off;
                assert!(left <= claims && claims <= left + collected, "{at}: claims = stock + written off + collected");
            }
        }
    });
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

/// Flows of the months sum to the run; the year to date runs from January; townships and years sum to the county.
#[test]
fn months_and_townships_sum_to_the_run() {
    everywhere(|name, county, outcome| {
        let run = &outcome.run;
        let pairs = [
            (run.lent, total(outcome, |month| month.lent)),
            (run.due, total(outcome, |month| month.due)),
            (run.ultimately_recovered + run.opening_collected, total(outcome, |month| month.recovered)),
            (run.claims, total(outcome, |month| month.claims)),
            (run.fund_paid, total(outcome, |month| month.fund_paid)),
            (run.insurer_paid, total(outcome, |month| month.insurer_paid)),
            (run.bank_paid, total(outcome, |month| month.bank_paid)),
            (run.collected, total(outcome, |month| month.collected)),
            (run.budget_cost, total(outcome, |month| month.budget_cost)),
            (run.renewed, total(outcome, |month| month.renewed)),
            (run.converted, total(outcome, |month| month.converted)),
            (run.repaid_early, total(outcome, |month| month.repaid_early)),
            (run.bought_out, total(outcome, |month| month.bought_out)),
            (run.bail_out, total(outcome, |month| month.bail_out)),
        ];
        for (which, (whole, parts)) in pairs.iter().enumerate() {
            assert_eq!(whole, parts, "{name}, flow {which}");
        }
        let failed: u32 = outcome.months.iter().map(|month| month.organisations_failed).sum();
        assert_eq!(run.organisations_failed, failed);
        let bound = outcome.months.iter().filter(|month| month.cap_bound).count() as u32;
        assert_eq!(run.months_cap_bound, bound);
        assert_eq!(Some(run.fund_min), outcome.months.iter().map(|month| month.fund_balance).min());
        let (mut due, mut recovered) = (Fen::ZERO, Fen::ZERO);
        for (t, month) in outcome.months.iter().enumerate() {
            if county.calendar.season_begins(t) {
                (due, recovered) = (Fen::ZERO, Fen::ZERO);
            }
            due += month.due;
            assert_eq!(month.due_ytd, due, "{name}, month {t}");
            assert!(month.recovered_ytd >= recovered && month.recovered_ytd - recovered <= month.recovered);
            assert!(month.recovered_ytd <= month.due_ytd, "{name}, month {t}");
            recovered = month.recovered_ytd;
        }
        let seasons = county.calendar.seasons();
        for season in 0..seasons {
            let of_year = |t: &usize| county.calendar.season(*t) == season;
            let months: Vec<usize> = (0..outcome.months.len()).filter(of_year).collect();
            let rows = || outcome.townships.iter().skip(season).step_by(seasons);
            let flow = |of: fn(&MonthRecord) -> Fen| months.iter().map(|t| of(&outcome.months[*t])).sum::<Fen>();
            assert_eq!(rows().map(|row| row.lent).sum::<Fen>(), flow(|month| month.lent), "{name}");
            assert_eq!(rows().map(|row| row.due).sum::<Fen>(), flow(|month| month.due), "{name}");
            let last = outcome.months[months[months.len() - 1]];
            assert_eq!(rows().map(|row| row.recovered).sum::<Fen>(), last.recovered_ytd, "{name}");
            assert!(rows().all(|row| row.recovered <= row.due && row.loans_defaulted <= row.loans_due));
        }
        assert_eq!(outcome.townships.iter().map(|row| row.recovered).sum::<Fen>(), run.recovered, "{name}");
        let defaulted: u32 = outcome.townships.iter().map(|row| row.loans_defaulted).sum();
        assert_eq!(defaulted, run.loans_defaulted, "{name}");
    });
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
