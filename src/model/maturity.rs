//! Maturities of loans of which nothing but their trial can matter: many at once.
//!
//! A loan is plain if its group repays at once, bears no interest and does not read cash, and if nobody follows its
//! household and no rule looks at its township. What is booked is what [`repayment`](crate::model::repayment) would book
//! loan by loan.

use crate::draws::{Luck, Purpose};
use crate::model::county::County;
use crate::model::default;
use crate::model::loan::{Loan, NONE};
use crate::model::policy::Repayment;
use crate::model::population::Population;
use crate::model::risk::RiskClass;
use crate::model::state::State;
use crate::model::world::DefaultMechanism;

/// Settles what falls due in month `t` on plain loans; all others are left in the month's list.
pub fn settle_plain(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let looked_at = county.world.follow_households || state.suspension.any_kept();
    if looked_at || county.policy(t).contracts.renewal.is_some() {
        return;
    }
    take_plain(state, county, population, t);
    if !state.scratch.index.is_empty() {
        draw(state, county, luck, t);
        settle(state, county, population, luck, t);
    }
}

fn is_plain(county: &County, loan: &Loan) -> bool {
    let plain = |repayment: Repayment| repayment == Repayment::Bullet && loan.renewals == 0;
    county.group(loan).is_some_and(|group| plain(group.repayment))
        && loan.performing()
        && !matches!(county.risks.of(loan).parameters.default, DefaultMechanism::Structural)
        && county.rate(loan) == 0.0
}

/// Takes the plain loans out of the month's list.
fn take_plain(state: &mut State, county: &County, population: &Population, t: usize) {
    let State { due, loans, scratch, .. } = state;
    scratch.entities.clear();
    scratch.index.clear();
    let (mut next, mut others) = (due.take(t), NONE);
    while next != NONE {
        let loan = &mut loans[next as usize];
        let after = loan.next_due;
        if is_plain(county, loan) {
            scratch.entities.push(population.roster.entity[loan.household as usize]);
            scratch.index.push(next);
        } else {
            loan.next_due = others;
            others = next;
        }
        next = after;
    }
    due.set_first(t, others);
    scratch.make_room();
}

/// Uniforms of independent trials, and normals of those that read the season's Z.
fn draw(state: &mut State, county: &County, luck: Luck, t: usize) {
    let (month, scratch) = (county.calendar.month(t), &mut state.scratch);
    if county.risks.some_by_trial {
        luck.uniforms(&scratch.entities, Purpose::Maturity, month.ordinal(), &mut scratch.first);
    }
    if county.risks.some_by_joint_trial {
        luck.normals(&scratch.entities, Purpose::DefaultShock, month.year() as u16, &mut scratch.second);
    }
}

fn settle(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    for position in 0..state.scratch.index.len() {
        let index = state.scratch.index[position];
        let loan = &state.loans[index as usize];
        if fails(state, county.risks.of(loan), population, loan, position) {
            default::with_drawn_loss(state, county, population, luck, index, t);
            continue;
        }
        let loan = &mut state.loans[index as usize];
        loan.payments += 1;
        let balance = loan.balance;
        default::settle(state, county, index, balance, t);
    }
}

/// The trial of the loan at a position of the scratch columns, as `repayment::fails_trial` makes it.
fn fails(state: &State, class: &RiskClass, population: &Population, loan: &Loan, position: usize) -> bool {
    let DefaultMechanism::AtMaturity { pd_calm, pd_bad, by_copula } = &class.parameters.default else { return false };
    if !by_copula {
        let probability = if state.factors.bad { pd_bad } else { pd_calm };
        return state.scratch.first[position] < probability.get();
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let innovation = state.scratch.second[position];
    state.factors.latent(&class.roots, usize::from(loan.township), industry, innovation)
        < class.thresholds[usize::from(state.factors.bad)]
}
