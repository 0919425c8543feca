//! Stage 6: interest, contagion, defaults that strike, scheduled payments and maturities (equations R1–R2, D5).

use crate::draws::{Luck, Purpose};
use crate::model::book;
use crate::model::called;
use crate::model::conversion;
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::{Loan, NONE, Status};
use crate::model::maturity;
use crate::model::mode::{pooled, self_directed};
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::renewal;
use crate::model::state::State;
use crate::model::world::DefaultMechanism;
use crate::units::Fen;

/// Runs stage 6 of month `t`.
pub fn run(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    subsidise(state, county, t);
    pooled::spread(state, county, population, luck, t);
    default::strike(state, county, population, luck, t);
    maturity::settle_plain(state, county, population, luck, t);
    let mut next = state.due.take(t);
    while next != NONE {
        let index = next;
        next = state.loans[index as usize].next_due;
        match state.loans[index as usize].status {
            Status::Performing => pay_scheduled(state, county, population, luck, index, t),
            Status::RepaidEarly => conversion::enter_at_contract_date(state, county, index, t),
            _ if state.loans[index as usize].due_later > Fen::ZERO => called::falls_due(state, county, index, t),
            _ => {}
        }
    }
    conversion::run(state, county, population, luck, t);
}

/// Equation R1: the budget's share of a month's interest on performing principal, i/12 by class of tenor, to the nearest fen.
fn subsidise(state: &mut State, county: &County, t: usize) {
    for (class, principal) in state.performing.iter().enumerate() {
        let subsidy = principal.times(county.subsidy_monthly(class, t));
        state.month.budget_cost += subsidy;
        state.run.subsidy += subsidy;
    }
}

/// A scheduled payment: principal by the schedule and the interest that the borrower bears.
fn pay_scheduled(state: &mut State, county: &County, population: &Population, luck: Luck, index: u32, t: usize) {
    let loan = state.loans[index as usize];
    let principal = county.principal_due(&loan);
    let interest = county.interest_due(&loan, t);
    if renewal::granted(state, county, population, luck, index, principal + interest, t)
        || !pays(state, county, population, luck, index, &loan, principal, interest, t)
    {
        return;
    }
    default::settle(state, county, index, principal, t);
    let loan = &mut state.loans[index as usize];
    loan.payments += 1;
    loan.interest_from = t as u16;
    if loan.performing() {
        queue_next(state, county, index);
    }
}

/// Puts a loan into the list of its next payment by schedule.
pub(crate) fn queue_next(state: &mut State, county: &County, index: u32) {
    let loan = &mut state.loans[index as usize];
    loan.next_due = state.due.put(county.next_due(loan), index);
}

/// Equation R2: whether the payment is made in full; if not, the default is booked.
#[expect(clippy::too_many_arguments, reason = "the month's whole context and one payment")]
fn pays(
    state: &mut State,
    county: &County,
    population: &Population,
    luck: Luck,
    index: u32,
    loan: &Loan,
    principal: Fen,
    interest: Fen,
    t: usize,
) -> bool {
    match &county.risks.of(loan).parameters.default {
        _ if book::fails_own_trial(county, population, luck, loan, t) => {
            default::with_drawn_loss(state, county, population, luck, index, t);
            return false;
        }
        // Its own probability is its one mechanism.
        _ if county.own_pd(loan).is_some() => {}
        DefaultMechanism::Structural => {
            let payment = self_directed::pay_from_cash(state, county, population, loan, principal + interest, t);
            if !payment.in_full {
                let interest_unpaid = interest - (payment.paid - principal).positive();
                default::declare(state, county, index, payment.paid.min(principal), interest_unpaid, t);
            }
            return payment.in_full;
        }
        DefaultMechanism::AtMaturity { .. } if fails_trial(state, county, population, luck, loan, t) => {
            default::with_drawn_loss(state, county, population, luck, index, t);
            return false;
        }
        _ => {}
    }
    if loan.mode == Mode::SelfDirected {
        state.borrowers.pay(loan, principal + interest);
    } else {
        state.organisations.book_payment(loan.organisation, interest);
    }
    true
}

/// Equation D5: one trial at a due date, with p of the regime, by an own uniform or by the season's Z < C⁻¹(p).
pub(crate) fn fails_trial(
    state: &State,
    county: &County,
    population: &Population,
    luck: Luck,
    loan: &Loan,
    t: usize,
) -> bool {
    let class = county.risks.of(loan);
    let DefaultMechanism::AtMaturity { pd_calm, pd_bad, by_copula } = &class.parameters.default else {
        return false;
    };
    let entity = population.roster.entity[loan.household as usize];
    let month = county.calendar.month(t);
    if !by_copula {
        let probability = if state.factors.bad { pd_bad } else { pd_calm };
        return luck.uniform(entity, Purpose::Maturity, month.ordinal()) < probability.get();
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let innovation = luck.normal(entity, Purpose::DefaultShock, month.year() as u16);
    state.factors.latent(&class.roots, usize::from(loan.township), industry, innovation)
        < class.thresholds[usize::from(state.factors.bad)]
}
