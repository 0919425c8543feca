//! Bail-out: the budget pays the bank at once for a failed organisation's loans (equations E3–E4).
//!
//! No claim arises, the fund is not touched, the households owe nothing; it is not a recovery.

use crate::draws::{Luck, Purpose};
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::{Loan, Status};
use crate::model::population::Population;
use crate::model::renewal;
use crate::model::state::State;
use crate::units::Fen;

/// Equation E3: one uniform for an organisation and the month of its failure, u < p: the county bails it out.
pub fn draw(state: &mut State, county: &County, population: &Population, luck: Luck, organisation: usize, t: usize) {
    let entity = population.organisations.entity[organisation];
    let bails_out = county.policy(t).contracts.organisations.bail_out.is_some_and(|probability| {
        luck.uniform(entity, Purpose::BailOut, county.calendar.month(t).ordinal()) < probability.get()
    });
    state.organisations.bailed_out[organisation] = bails_out;
    state.month.bail_outs += u32::from(bails_out);
    state.run.bail_outs += u32::from(bails_out);
}

/// A loan is called by the failure of its organisation: what bailing it out costs is the county's contingent liability,
/// whether it does or not. Returns whether it does, which is then booked.
pub fn pays_for(state: &mut State, county: &County, index: u32, loan: &Loan, t: usize) -> bool {
    state.run.contingent_liability += loan.balance;
    let bailed_out = state.organisations.bailed_out[loan.organisation as usize];
    if bailed_out {
        // The user of the money did not pay: for the long-run rate that judges a stop this is a default.
        state.suspension.defaulted(loan, loan.balance);
        state.month.bail_out += loan.balance;
        state.run.bail_out += loan.balance;
        pay_bank(state, county, index, t);
    }
    bailed_out
}

/// Equation E4: the balance falls due and is never recovered, the budget pays it to the bank, the household is free.
pub fn pay_bank(state: &mut State, county: &County, index: u32, t: usize) {
    let balance = state.loans[index as usize].balance;
    default::fall_due(state, county, index, balance, t);
    let loan = &mut state.loans[index as usize];
    default::leave_performing(&mut state.performing, &mut state.organisations, loan, balance);
    loan.status = Status::PaidByBudget;
    loan.balance = Fen::ZERO;
    let loan = *loan;
    renewal::leaves(state, &loan, balance);
    state.suspension.left(&loan, balance);
    state.borrowers.has_repaid(loan.household);
    state.month.outstanding -= balance;
    state.month.budget_cost += balance;
}
