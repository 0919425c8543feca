//! Stage 5: late collection of loans in default (equations C1–C2).

use crate::draws::{Luck, Purpose};
use crate::model::book;
use crate::model::county::County;
use crate::model::default;
use crate::model::fund;
use crate::model::loan::{Loan, Status};
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::renewal;
use crate::model::state::State;
use crate::model::world::{CollectedPart, Collection, Contagion};
use crate::units::Fen;

/// Runs stage 5 of month `t`: every loan that defaulted 1 to H months ago is tried once; what comes in on
/// compensated loans, net of cost, is shared by those who paid.
pub fn run(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let mut net = Fen::ZERO;
    let longest = county.risks.longest_write_off;
    // Loans that were in default before the start stand first; their horizon counts from then, so none outlasts the longest.
    let from = if t <= longest { 0 } else { state.defaulted_from[t - longest] as usize };
    gather(state, county, population, from);
    luck.uniforms(
        &state.scratch.entities,
        Purpose::Collection,
        county.calendar.month(t).ordinal(),
        &mut state.scratch.first,
    );
    for position in 0..state.scratch.index.len() {
        let index = state.scratch.index[position];
        let (loan, u) = (&state.loans[index as usize], state.scratch.first[position]);
        let class = county.risks.of(loan);
        let collection = &class.parameters.collection;
        let months = loan.months_in_default(t);
        // A loan that waits for its claim since before the start is claimed first, in stage 7 of the first month.
        let awaits_claim = t == 0 && loan.status == Status::Overdue;
        if u < class.most_likely_collection
            && months <= usize::from(collection.horizon_months)
            && u < monthly_chance(state, collection, loan)
        {
            let part = collected_part(
                &collection.part,
                luck,
                state.scratch.entities[position],
                county.calendar.month(t).ordinal(),
            );
            let amount = loan.balance.times(part).min(loan.balance);
            net += collect(state, county, index, amount, t);
        }
        if months >= class.write_off_months && !awaits_claim {
            write_off(state, index);
        }
    }
    fund::credit_recoveries(state, &county.policy(t).fund, net);
}

/// r, or r_s where the loan's village, township or county was suspended at the end of the month before.
fn monthly_chance(state: &State, collection: &Collection, loan: &Loan) -> f64 {
    let suspended = state.suspension.holds(usize::from(loan.township), loan.village);
    let intensified = collection.monthly_suspended.filter(|_| suspended);
    intensified.unwrap_or(collection.monthly).get()
}

/// Loans in default of which something may be collected or written off.
fn gather(state: &mut State, county: &County, population: &Population, from: usize) {
    let State { scratch, loans, defaulted, .. } = state;
    scratch.entities.clear();
    scratch.index.clear();
    for index in &defaulted[from..] {
        let loan = &loans[*index as usize];
        if loan.in_default() && !county.risks.of(loan).left_alone {
            scratch.entities.push(population.roster.entity[loan.household as usize]);
            scratch.index.push(*index);
        }
    }
    scratch.make_room();
}

/// Equation C1: all of the open amount, or a Beta(α, β) share of it.
fn collected_part(part: &CollectedPart, luck: Luck, entity: crate::draws::Entity, time: u16) -> f64 {
    match part {
        CollectedPart::Full => 1.0,
        CollectedPart::Beta { alpha, beta } => luck.beta(entity, Purpose::CollectionPart, time, *alpha, *beta),
    }
}

/// Books a collection; returns what goes to those who paid a claim, net of cost (C2). Before a claim it is the bank's.
fn collect(state: &mut State, county: &County, index: u32, amount: Fen, t: usize) -> Fen {
    let loan = &mut state.loans[index as usize];
    let compensated = loan.status == Status::Compensated;
    loan.balance -= amount;
    if loan.balance == Fen::ZERO {
        loan.status = Status::Repaid;
        state.borrowers.has_repaid(loan.household);
    }
    let loan = *loan;
    let risk = &county.risks.of(&loan).parameters;
    if loan.mode == Mode::SelfDirected || risk.contagion == Contagion::HouseholdCash {
        state.borrowers.pay(&loan, amount);
    }
    state.month.collected += amount;
    state.run.collected += amount;
    remove_from_stocks(state, index, amount, compensated);
    match usize::try_from(loan.default_month) {
        Ok(month) => default::recover(state, county, index, renewal::season_due(county, &loan, month), amount, t),
        Err(_) => book::recover(state, amount),
    }
    if compensated {
        state.month.collected_claimed += amount;
        amount - amount.times(risk.collection.cost_share.get())
    } else {
        state.month.outstanding -= amount;
        Fen::ZERO
    }
}

/// After H months (and not before its claim) a loan is carried as overdue no longer; the household still owes it.
fn write_off(state: &mut State, index: u32) {
    let loan = &mut state.loans[index as usize];
    let (open, compensated) = (loan.balance, loan.status == Status::Compensated);
    if open == Fen::ZERO {
        return;
    }
    if loan.status == Status::Overdue {
        state.month.outstanding -= open;
    }
    loan.status = Status::WrittenOff;
    state.month.written_off += open;
    if compensated {
        state.month.written_off_claimed += open;
    }
    remove_from_stocks(state, index, open, compensated);
}

fn remove_from_stocks(state: &mut State, index: u32, amount: Fen, compensated: bool) {
    let loan = &state.loans[index as usize];
    state.suspension.left(loan, amount);
    if loan.non_performing {
        state.suspension.non_performing(loan, -amount);
    }
    let month = &mut state.month;
    month.overdue -= amount;
    if compensated {
        month.compensated -= amount;
    }
    if loan.non_performing {
        month.npl -= amount;
        if !compensated {
            month.npl_bank -= amount;
        }
    }
}

/// Month-ends past due from which a loan counts as non-performing.
pub const NON_PERFORMING_MONTH_ENDS: usize = 3;

/// Stage 10: loans that are past due at a third month-end become non-performing.
pub fn classify(state: &mut State, t: usize) {
    state.defaulted_from.push(state.defaulted.len() as u32);
    book::classify(state, t);
    let Some(month) = (t + 1).checked_sub(NON_PERFORMING_MONTH_ENDS) else {
        return;
    };
    for position in state.defaulted_from[month]..state.defaulted_from[month + 1] {
        let loan = &mut state.loans[state.defaulted[position as usize] as usize];
        if loan.in_default() {
            loan.non_performing = true;
            state.month.npl += loan.balance;
            state.suspension.non_performing(loan, loan.balance);
            if loan.status == Status::Overdue {
                state.month.npl_bank += loan.balance;
            }
        }
    }
}
