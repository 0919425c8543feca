//! Renewal without repayment 无还本续贷 and extension 展期 (equations E1–E2).
//!
//! At the end of the tenor the whole balance falls due and is not recovered; the loan goes on performing. So overdue
//! and non-performing principal do not show it, while the recovery rate does. A renewal is a new contract, whose balance
//! falls due again at the new date. An extension keeps the contract: at the new date nothing falls due a second time, and
//! what is paid is recovered of the year in which it fell due first.

use crate::draws::{Luck, Purpose};
use crate::model::book;
use crate::model::contracts::{Renewal, RenewalKind};
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::Loan;
use crate::model::mode::self_directed;
use crate::model::population::Population;
use crate::model::repayment;
use crate::model::state::State;
use crate::model::world::DefaultMechanism;
use crate::units::Fen;

/// Equation E1: whether a loan whose last payment falls due in month `t` is renewed; if so, it is booked.
///
/// One uniform for the household and month, u < `share_able` if `payment` could be made in full, u < `share_unable`
/// if not. Ability is known where cash or a trial at the due date decides; elsewhere every payment that comes due
/// can be made (a pooled loan's payer is its living organisation).
pub fn granted(
    state: &mut State,
    county: &County,
    population: &Population,
    luck: Luck,
    index: u32,
    payment: Fen,
    t: usize,
) -> bool {
    let Some(rule) = &county.policy(t).contracts.renewal else { return false };
    let loan = state.loans[index as usize];
    if !rule.modes[loan.mode] || loan.renewals >= rule.times_max || !is_last_payment(county, &loan) {
        return false;
    }
    let able = match &county.risks.of(&loan).parameters.default {
        _ if county.own_pd(&loan).is_some() => !book::fails_own_trial(county, population, luck, &loan, t),
        DefaultMechanism::Structural => self_directed::could_pay(state, county, population, &loan, payment, t),
        DefaultMechanism::AtMaturity { .. } => !repayment::fails_trial(state, county, population, luck, &loan, t),
        _ => true,
    };
    let entity = population.roster.entity[loan.household as usize];
    let u = luck.uniform(entity, Purpose::Renewal, county.calendar.month(t).ordinal());
    let renewed = u < if able { rule.share_able.get() } else { rule.share_unable.get() };
    if renewed {
        renew(state, county, rule, index, t);
    }
    renewed
}

/// Whether the payment that falls due is the last of the contract.
fn is_last_payment(county: &County, loan: &Loan) -> bool {
    (loan.payments + 1) * county.payment_interval(loan) >= loan.tenor_months
}

/// Equation E2: M rises by the balance, which is not recovered; the new date is `months` later. Interest goes on
/// accruing and is settled at the new date.
fn renew(state: &mut State, county: &County, rule: &Renewal, index: u32, t: usize) {
    let loan = state.loans[index as usize];
    let balance = loan.balance;
    default::fall_due(state, county, index, balance, t);
    if !loan.extended() {
        state.month.renewed += balance;
        state.run.renewed += balance;
    }
    if loan.renewals == 0 {
        state.month.renewed_outstanding += balance;
    }
    let until = t + usize::from(rule.months);
    let loan = &mut state.loans[index as usize];
    loan.renewals += 1;
    loan.renewed_until = until as u16;
    loan.due_first = match rule.kind {
        RenewalKind::Renewal => u8::MAX,
        // A second extension leaves the year in which the balance fell due.
        RenewalKind::Extension if loan.extended() => loan.due_first,
        RenewalKind::Extension => county.calendar.season(t) as u8,
    };
    loan.next_due = state.due.put(until, index);
}

/// Principal of a renewed loan stops performing.
pub fn leaves(state: &mut State, loan: &Loan, amount: Fen) {
    if loan.renewals > 0 {
        state.month.renewed_outstanding -= amount;
    }
    if loan.extended() {
        state.month.due_again += amount;
    }
}

/// Season to which principal belongs that is paid or in default in month `t`: that of its first due date if the
/// contract was extended.
pub fn season_due(county: &County, loan: &Loan, t: usize) -> usize {
    if loan.extended() { usize::from(loan.due_first) } else { county.calendar.season(t) }
}
