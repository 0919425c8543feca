//! What a household is granted: its contract, and who has the money (equation N3).

use crate::model::counterfactual::Placed;
use crate::model::county::County;
use crate::model::exposure;
use crate::model::loan::{Loan, NEVER, NONE, Status};
use crate::model::mode::self_directed;
use crate::model::policy::{LoanTerms, Mode, Policy};
use crate::model::population::{Applicant, Candidate, Offer, Population};
use crate::model::risk::class_of_mode;
use crate::model::state::State;
use crate::model::{safeguards, surety};
use crate::units::Fen;

/// What all loans of a cell in a month have in common.
pub(super) struct Cell<'a> {
    pub(super) policy: &'a Policy,
    pub(super) offer: &'a Offer,
    pub(super) terms: &'a LoanTerms,
    mode: Mode,
    township: usize,
    t: usize,
    /// Most credit that one organisation may use.
    pub(super) exposure_limit: Option<Fen>,
}

impl<'a> Cell<'a> {
    pub(super) fn new(
        state: &State,
        county: &'a County,
        population: &'a Population,
        mode: Mode,
        township: usize,
        t: usize,
    ) -> Cell<'a> {
        let policy = county.policy(t);
        Cell {
            offer: county.offer(population, t),
            terms: &policy.terms[mode],
            exposure_limit: exposure::limit_of(state, county, mode, t),
            policy,
            mode,
            township,
            t,
        }
    }

    /// What is agreed with a household.
    fn contract(&self, county: &County, applicant: Applicant, candidate: &Candidate, organisation: u32) -> Loan {
        let (Applicant { household, village, .. }, Candidate { principal, tenor, .. }) = (applicant, *candidate);
        let tenor_months = self.terms.tenors[usize::from(tenor)].0;
        Loan {
            household,
            mode: self.mode,
            township: self.township as u16,
            village,
            organisation,
            grant: self.t as i16,
            tenor_months,
            rate_class: county.rate_class(tenor_months),
            payments: 0,
            postponed: 0,
            holidays: 0,
            holiday_until: 0,
            status: Status::Performing,
            non_performing: false,
            last_due_season: u8::MAX,
            default_month: NEVER,
            principal,
            balance: principal,
            interest_unpaid: Fen::ZERO,
            interest_from: self.t as u16,
            project: NONE,
            previous: NONE,
            borrower: NONE,
            next_due: NONE,
            next_strike: NONE,
            contract: self.mode,
            converted: u16::MAX,
            renewals: 0,
            renewed_until: u16::MAX,
            due_first: u8::MAX,
            due_later: Fen::ZERO,
            book: NONE,
            risk: class_of_mode(self.mode),
        }
    }
}

/// Books what a cell has lent in the month; a transfer is no loan.
pub(super) fn book(state: &mut State, county: &County, cell: &Cell<'_>, lent: Fen, loans: u32) {
    if cell.terms.transfer_instead || loans == 0 {
        return;
    }
    state.month.lent += lent;
    state.month.loans_lent += loans;
    state.month.outstanding += lent;
    state.run.lent_by_mode[cell.mode] += lent;
    let season = county.calendar.season(cell.t);
    state.township_year(county.calendar.seasons(), cell.township, season).lent += lent;
}

/// Lends to a household that is placed by hand this month, outside the queues, the plan and the cap. The queues pass it
/// over from then on.
pub(super) fn place(state: &mut State, county: &County, population: &Population, t: usize) {
    let Some(Placed { household, mode, .. }) = state.counterfactual.placed.filter(|placed| placed.month == t) else {
        return;
    };
    let township = population.roster.township[household as usize] as usize;
    let cell = Cell::new(state, county, population, mode, township, t);
    let candidate = &population.candidate(cell.offer, mode, household);
    let organisation = exposure::user_of(state, population, cell.terms, mode, candidate, cell.exposure_limit);
    if let Some(organisation) = organisation {
        let applicant = Applicant { household, place: NONE, village: population.roster.village[household as usize] };
        serve(state, county, population, &cell, applicant, candidate, organisation);
        book(state, county, &cell, candidate.principal, 1);
    }
}

/// Serves a household: with a loan, or with what the budget pays instead of its pay-outs.
///
/// Inlined into the queues' loop, with [`grant`] and [`exposure::user_of`]: as calls they copy the loan again.
#[inline(always)]
pub(super) fn serve(
    state: &mut State,
    county: &County,
    population: &Population,
    cell: &Cell<'_>,
    applicant: Applicant,
    candidate: &Candidate,
    organisation: u32,
) {
    let index = state.loans.len() as u32;
    let (borrower, previous) = state.borrowers.borrow(applicant.household, index, cell.mode, cell.t as i16);
    let loan = Loan { borrower, previous, ..cell.contract(county, applicant, candidate, organisation) };
    if cell.terms.transfer_instead {
        state.loans.push(Loan { status: Status::Transfer, balance: Fen::ZERO, ..loan });
    } else {
        grant(state, county, population, cell, candidate, loan);
    }
}

/// Grants a loan: the household owes it, the bank's book grows, the money goes to its user.
#[inline(always)]
fn grant(
    state: &mut State,
    county: &County,
    population: &Population,
    cell: &Cell<'_>,
    candidate: &Candidate,
    mut loan: Loan,
) {
    let Loan { household, organisation, principal, .. } = loan;
    let (index, t) = (state.loans.len() as u32, cell.t);
    loan.next_due = state.due.put(t + usize::from(cell.terms.repayment.interval(loan.tenor_months)), index);
    state.loans.push(loan);
    state.suspension.lent(&loan, principal);
    if !cell.offer.coverage.is_empty() {
        safeguards::charge_loan(state, county, population, household, t);
    }
    state.performing[usize::from(loan.rate_class)] += principal;
    if cell.policy.fund.surety.is_some() {
        surety::charge(state, county, index, t);
    }
    match cell.mode {
        // What nobody follows produces nothing.
        Mode::SelfDirected if !county.world.follow_households => {}
        Mode::SelfDirected => invest(state, county, candidate, index),
        Mode::Pooled | Mode::FixedBenefit => {
            let kind = county.kind_of(population.organisations.kind[organisation as usize]);
            state.organisations.borrow(organisation, principal, &kind.parameters, t as i64);
        }
    }
}

/// Equation N3: I = B(1 − δ) + own capital (of a household's first loan); the loan enters the household's hands, the
/// investment leaves them.
pub(crate) fn invest(state: &mut State, county: &County, candidate: &Candidate, loan: u32) {
    let Loan { household, balance, previous, .. } = state.loans[loan as usize];
    let diverted = balance.times(candidate.diversion);
    state.borrowers.add_diverted(household, diverted);
    if county.world.industries.is_empty() {
        state.borrowers.add_cash(household, balance - diverted);
        return;
    }
    let own = if previous == NONE { candidate.own_capital } else { Fen::ZERO };
    self_directed::begin(state, candidate, loan, balance - diverted + own, own);
}
