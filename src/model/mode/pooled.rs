//! Pooled mode 分贷统用统还, and fixed benefit 固定受益 through the development company (equations P1–P2).

use crate::draws::{Luck, Purpose};
use crate::model::bail_out;
use crate::model::book;
use crate::model::called;
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::{Loan, Status};
use crate::model::mode::self_directed;
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::state::State;
use crate::model::world::{Called, Contagion};
use crate::units::{Fen, Share};

/// Equation P1: in each 12th month after grant, while the organisation lives, it pays f·B to the household.
///
/// Called in stage 4 after this month's failures: an organisation that fails in the month pays nothing more.
pub fn pay_out(state: &mut State, county: &County, t: usize) {
    let longest = [Mode::Pooled, Mode::FixedBenefit].map(|mode| county.longest_payout(mode));
    for year in 1..=longest[0].max(longest[1]) {
        let Some(grant) = t.checked_sub(12 * year) else { break };
        let terms = &county.policy(grant).terms;
        let rate = |mode: Mode| {
            let due = mode != Mode::SelfDirected && year <= usize::from(terms[mode].payout_years);
            due.then_some(terms[mode].payout_annual)
        };
        let rates = Mode::ALL.map(rate);
        for index in state.granted_from[grant] as usize..state.granted_from[grant + 1] as usize {
            if let Some(rate) = rates[state.loans[index].mode as usize] {
                pay_one(state, index, rate);
            }
        }
    }
    let on_the_book = if county.book_pays_out() { state.granted_from[0] as usize } else { 0 };
    for index in 0..on_the_book {
        if let Some(rate) = book::payout_rate(county, &state.loans[index], t) {
            pay_one(state, index, rate);
        }
    }
}

/// Pays the household of one loan, if it performs and its organisation can; the budget pays what the organisation of a
/// transfer's loan would have paid.
fn pay_one(state: &mut State, index: usize, rate: Share) {
    let State { loans, borrowers, organisations, month, run, .. } = state;
    let loan = &loans[index];
    if loan.status == Status::Transfer {
        let amount = loan.principal.times(rate.get());
        borrowers.add_payout(loan, amount);
        month.budget_cost += amount;
        run.transfers += amount;
    } else if loan.performing() && organisations.pays(loan.organisation) {
        let payout = loan.balance.times(rate.get());
        borrowers.add_payout(loan, payout);
        run.contractual_payout += payout;
        organisations.book_payment(loan.organisation, payout);
    }
}

/// Pay-outs that organisations owe this month, for the test of solvency that comes before they pay.
pub fn payouts_owed(state: &State, county: &County, t: usize, organisation: u32) -> Fen {
    let mut owed = Fen::ZERO;
    for mode in [Mode::Pooled, Mode::FixedBenefit] {
        for year in 1..=county.longest_payout(mode) {
            let Some(grant) = t.checked_sub(12 * year) else { break };
            let terms = &county.policy(grant).terms[mode];
            if year > usize::from(terms.payout_years) {
                continue;
            }
            let (from, to) = (state.granted_from[grant] as usize, state.granted_from[grant + 1] as usize);
            let loans = state.loans[from..to]
                .iter()
                .filter(|loan| loan.mode == mode && loan.organisation == organisation && loan.performing());
            owed += loans.map(|loan| loan.balance.times(terms.payout_annual.get())).sum();
        }
    }
    let old = state.loans[..state.granted_from[0] as usize].iter();
    let old = old.filter(|loan| loan.organisation == organisation && loan.performing());
    owed + old
        .filter_map(|loan| book::payout_rate(county, loan, t).map(|rate| loan.balance.times(rate.get())))
        .sum::<Fen>()
}

/// Equation P2, contagion: every performing loan of an organisation that failed this month falls due at once; with
/// [`Called::DueCohort`] only those that fall due, in this month and, once it is closed, in the months after. Each is in
/// default with probability c, or pays from the household's own cash.
pub fn spread(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let cohort_only = county.world.organisations.called == Called::DueCohort;
    let somebody_owes = state.organisations.any_failed_in_month() || cohort_only && state.organisations.any_closed();
    if !somebody_owes {
        return;
    }
    for index in 0..state.loans.len() {
        let loan = &state.loans[index];
        let is_called = if cohort_only {
            county.due_in(loan, t) && !state.organisations.pays(loan.organisation)
        } else {
            state.organisations.failed_in_month(loan.organisation)
        };
        if !(is_called && loan.performing()) {
            continue;
        }
        let loan = *loan;
        called::postpone(state, county, index as u32, &loan, t);
        if !bail_out::pays_for(state, county, index as u32, &loan, t) {
            call(state, county, population, luck, index as u32, &loan, t);
        }
    }
}

/// Calls one loan of a failed organisation.
fn call(state: &mut State, county: &County, population: &Population, luck: Luck, index: u32, loan: &Loan, t: usize) {
    let risk = &county.risks.of(loan).parameters;
    let entity = population.roster.entity[loan.household as usize];
    match risk.contagion {
        Contagion::Probability(probability) => {
            let time = county.calendar.month(t).ordinal();
            if luck.uniform(entity, Purpose::Contagion, time) < probability.get() {
                default::with_drawn_loss(state, county, population, luck, index, t);
            } else {
                default::settle(state, county, index, loan.balance, t);
            }
        }
        Contagion::HouseholdCash => {
            let payment = self_directed::pay_from_cash(state, county, population, loan, loan.balance, t);
            if payment.in_full {
                default::settle(state, county, index, loan.balance, t);
            } else {
                default::declare(state, county, index, payment.paid, Fen::ZERO, t);
            }
        }
    }
}
