//! Conversion of running loans of a mode that is to end: handed over, repaid early, bought out (equations E6–E7).

use crate::draws::{Luck, Purpose};
use crate::model::bail_out;
use crate::model::contracts::ConvertedTo;
use crate::model::county::County;
use crate::model::default;
use crate::model::granting;
use crate::model::loan::{Loan, NONE, Status};
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::renewal;
use crate::model::repayment;
use crate::model::risk::class_of_mode;
use crate::model::state::State;
use crate::units::Fen;

/// Equation E6, at the end of stage 6: each performing loan of the modes named, whose organisation lives, is converted
/// if the household's uniform of the month is below the month's share.
pub fn run(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let Some(rule) = &county.policy(t).contracts.conversion else { return };
    let (share, time) = (rule.monthly_share.get(), county.calendar.month(t).ordinal());
    for index in 0..state.loans.len() {
        let loan = state.loans[index];
        if !(loan.performing() && rule.modes[loan.mode] && state.organisations.pays(loan.organisation)) {
            continue;
        }
        let entity = population.roster.entity[loan.household as usize];
        if luck.uniform(entity, Purpose::Conversion, time) < share {
            state.month.converted += loan.balance;
            state.run.converted += loan.balance;
            convert(state, county, population, index as u32, &loan, rule.to, t);
        }
    }
}

fn convert(
    state: &mut State,
    county: &County,
    population: &Population,
    index: u32,
    loan: &Loan,
    to: ConvertedTo,
    t: usize,
) {
    match to {
        ConvertedTo::SelfDirected => hand_over(state, county, population, index, loan, t),
        ConvertedTo::Repaid => repay_early(state, county, index, loan, t),
        ConvertedTo::BoughtOut => {
            state.month.bought_out += loan.balance;
            state.run.bought_out += loan.balance;
            bail_out::pay_bank(state, county, index, t);
        }
    }
}

/// The organisation settles interest and hands the principal to the household, which invests it as its own loan and
/// owes it on the dates of the contract; there are no pay-outs any more.
fn hand_over(state: &mut State, county: &County, population: &Population, index: u32, loan: &Loan, t: usize) {
    state.organisations.book_payment(loan.organisation, county.interest_due(loan, t));
    state.organisations.release(loan.organisation, loan.balance);
    let converted = &mut state.loans[index as usize];
    converted.mode = Mode::SelfDirected;
    converted.risk = class_of_mode(Mode::SelfDirected);
    converted.organisation = NONE;
    converted.converted = t as u16;
    converted.interest_from = t as u16;
    let candidate = population.candidate(county.offer(population, t), Mode::SelfDirected, loan.household);
    granting::invest(state, county, &candidate, index);
}

/// Equation E7: the organisation repays all principal before it is due. The loan leaves the book and the cap now; its
/// principal falls due, and is recovered, at the dates of the contract. An extended balance has fallen due already and is
/// recovered now.
fn repay_early(state: &mut State, county: &County, index: u32, loan: &Loan, t: usize) {
    state.organisations.book_payment(loan.organisation, county.interest_due(loan, t));
    if loan.extended() {
        return default::settle(state, county, index, loan.balance, t);
    }
    default::leave_performing(&mut state.performing, &mut state.organisations, loan, loan.balance);
    renewal::leaves(state, loan, loan.balance);
    state.suspension.left(loan, loan.balance);
    state.month.outstanding -= loan.balance;
    state.month.repaid_early += loan.balance;
    state.month.repaid_early_not_due += loan.balance;
    state.run.repaid_early += loan.balance;
    state.borrowers.has_repaid(loan.household);
    state.loans[index as usize].status = Status::RepaidEarly;
}

/// A contract date of a loan that was repaid early: its principal enters M and is recovered.
pub fn enter_at_contract_date(state: &mut State, county: &County, index: u32, t: usize) {
    let loan = state.loans[index as usize];
    let amount = county.principal_due(&loan);
    default::fall_due(state, county, index, amount, t);
    default::recover(state, county, index, county.calendar.season(t), amount, t);
    state.month.repaid_early_not_due -= amount;
    let loan = &mut state.loans[index as usize];
    loan.balance -= amount;
    loan.payments += 1;
    if loan.balance == Fen::ZERO {
        loan.status = Status::Repaid;
    } else {
        repayment::queue_next(state, county, index);
    }
}
