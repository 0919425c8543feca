//! Loans that a failure calls before their contract date, where the recovery rate waits for that date (equation E8).
//!
//! ```text
//! called in t, next payment by the contract in d > t:   M and recovered unchanged in t … d − 1
//! in d:  M += B,  recovered += what of B has come in by then                                        (E8)
//! ```
//!
//! Everything else happens when the loan is called: it is in default or repaid, is claimed, collected, paid by the budget.
//! What comes in before d is money repaid before it was due, as an early repayment is.

use crate::model::contracts::CalledDue;
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::{Loan, Status};
use crate::model::state::State;
use crate::units::Fen;

/// Notes that a loan which is being called falls due at its contract date, if the rule in force says so and the date is
/// still to come.
pub fn postpone(state: &mut State, county: &County, index: u32, loan: &Loan, t: usize) {
    let waits = county.policy(t).contracts.organisations.called_due == CalledDue::ContractDate;
    if waits && !loan.extended() && county.next_due(loan) > t {
        state.loans[index as usize].due_later = loan.balance;
        state.month.called_not_due += loan.balance;
    }
}

/// Principal of a called loan comes in before its contract date.
pub fn comes_in(state: &mut State, amount: Fen) {
    state.month.called_not_due -= amount;
    state.month.repaid_early += amount;
    state.month.repaid_early_not_due += amount;
    state.run.repaid_early += amount;
}

/// Equation E8: the contract date of a called loan.
pub fn falls_due(state: &mut State, county: &County, index: u32, t: usize) {
    let loan = &mut state.loans[index as usize];
    let called = std::mem::take(&mut loan.due_later);
    let came_in = if loan.status == Status::PaidByBudget { Fen::ZERO } else { called - loan.balance };
    let (defaulted, township) = (loan.defaulted_in_run(), usize::from(loan.township));
    default::fall_due(state, county, index, called, t);
    let season = county.calendar.season(t);
    state.loans[index as usize].due_first = season as u8;
    state.month.called_not_due -= called - came_in;
    state.month.repaid_early_not_due -= came_in;
    if defaulted {
        state.township_year(county.calendar.seasons(), township, season).loans_defaulted += 1;
    }
    default::recover(state, county, index, season, came_in, t);
}
