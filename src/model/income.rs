//! Income with and without the programme on the same household with the same luck (equations G1–G4).
//!
//! A household is followed from its first loan for 36 months or to the end of the run. Its gain is
//!
//! ```text
//! G = Δcash + diverted + K·(I − own) − debt                                                    (G1)
//! ```
//!
//! where Δcash is every payment that the programme put into or took out of its hands: the loan itself and what was
//! invested, harvests above those of its own capital, pay-outs received, principal and interest paid, labour income
//! given up. Baseline income, illness and subsistence are the same on both sides and cancel. Principal is therefore
//! not income (it comes with a debt of the same size), capital used up is not income, and a debt left is subtracted.
//! A household of the existing book is followed from the start of the run: what it owed and what its project was worth
//! then is subtracted on both sides, so that the change counts.

use crate::model::borrowers::Borrowers;
use crate::model::county::County;
use crate::model::groups::Closed;
use crate::model::loan::{Loan, Status};
use crate::model::mode::self_directed;
use crate::model::policy::{Mode, PerMode};
use crate::model::population::Population;
use crate::model::record::ReplicationRecord;
use crate::model::state::State;
use crate::units::Fen;

/// Stage 10: closes the windows that end with month `t`; at the end of the run, all that are open.
pub fn close_windows(state: &mut State, county: &County, population: &Population, t: usize) {
    for borrower in state.borrowers.close_month(t, t + 1 == county.calendar.months()) {
        close_window(state, county, population, borrower, t);
    }
}

/// Equations G1, G3: a household's gain over its window, and what it adds to the totals of the run.
fn close_window(state: &mut State, county: &County, population: &Population, borrower: usize, t: usize) {
    let books = &state.borrowers.books()[borrower];
    let loan = &state.loans[books.loan as usize];
    let household = loan.household as usize;
    let opening = state.borrowers.opening(borrower);
    let net_worth = net_worth(state, county, population, loan, t) - opening.unwrap_or(Fen::ZERO);
    let gain = books.cash + books.diverted + net_worth;
    let months = books.months_followed(t).max(1);
    let yearly = 12.0 / months as f64;
    let means = &population.means[household];
    let persons = f64::from(means.persons);
    let per_head = gain.yuan() * yearly / persons;
    let payout_per_head = books.payout.yuan() * yearly / persons;
    let mode = books.first_mode;
    let income_per_head = books.organisation_income.yuan() * yearly / persons;
    let first_year = opening.is_none() && county.calendar.season(books.first_grant.max(0) as usize) == 0;
    let totals = &mut state.gains;
    totals.add(mode, gain, per_head, payout_per_head, persons, yearly, first_year);
    totals.organisation_income_per_head += income_per_head;
    let baseline = county.income_per_person(means, t);
    let line = county.world.poverty_line[county.calendar.season(t)];
    let closed = Closed {
        persons: persons as u32,
        gain,
        yearly_yuan: gain.yuan() * yearly,
        per_head_yuan: per_head,
        poor_without: baseline < line,
        poor_with: baseline + per_head < line,
    };
    totals.add_poverty(&closed);
    means.add_to(&mut state.groups, mode, &closed);
}

/// Value of a household's capital less its debt, with the programme less without, over all of its loans.
pub fn net_worth(state: &State, county: &County, population: &Population, latest: &Loan, t: usize) -> Fen {
    let mut worth = Fen::ZERO;
    let mut next = Some(latest);
    while let Some(loan) = next {
        worth += self_directed::capital_gain(state, county, population, loan);
        if owes(&loan.status, loan.mode) {
            let interest = if loan.performing() { county.interest_due(loan, t) } else { loan.interest_unpaid };
            worth -= loan.balance + interest;
        }
        next = state.loans.get(loan.previous as usize);
    }
    worth
}

/// Sums over the households whose windows are closed.
#[derive(Clone, Debug, Default)]
pub struct Gains {
    households: [u32; 3],
    per_head: [f64; 3],
    payout_per_head: f64,
    organisation_income_per_head: f64,
    persons: [f64; 3],
    yearly: f64,
    yearly_first_year: f64,
    total: Fen,
    worse_off: u32,
    above_line_without: u32,
    above_line_with: u32,
}

impl Gains {
    /// Adds a household: gain of the window, gain and pay-out a head and year, members, factor from window to year.
    #[expect(clippy::too_many_arguments, reason = "one household's facts, named at the only call")]
    fn add(
        &mut self,
        mode: Mode,
        gain: Fen,
        per_head: f64,
        payout_per_head: f64,
        persons: f64,
        yearly: f64,
        first_year: bool,
    ) {
        self.households[mode as usize] += 1;
        self.per_head[mode as usize] += per_head;
        self.payout_per_head += payout_per_head;
        self.persons[mode as usize] += persons;
        self.yearly += gain.yuan() * yearly;
        self.yearly_first_year += if first_year { gain.yuan() * yearly } else { 0.0 };
        self.total += gain;
        self.worse_off += u32::from(gain < Fen::ZERO);
    }

    /// Equation G4: persons above the poverty line, baseline income against baseline income plus gain.
    fn add_poverty(&mut self, closed: &Closed) {
        self.above_line_without += if closed.poor_without { 0 } else { closed.persons };
        self.above_line_with += if closed.poor_with { 0 } else { closed.persons };
    }

    /// Writes the means into the record of the run; a mean over nobody is `NaN`, never zero.
    pub fn report(&self, run: &mut ReplicationRecord, borrowers: &Borrowers, assisted_persons: u32) {
        run.households_followed = borrowers.follow();
        let mean = |sum: f64, count: f64| if count > 0.0 { sum / count } else { f64::NAN };
        let households = f64::from(self.households.iter().sum::<u32>());
        let persons: f64 = self.persons.iter().sum();
        run.persons_borrowing = persons as u32;
        run.households_by_mode = PerMode(if borrowers.follow() { self.households } else { borrowers.count() });
        run.households_borrowing = run.households_by_mode.0.iter().sum();
        run.persons_by_mode = PerMode(self.persons.map(|persons| persons as u32));
        run.gain_per_capita_yuan = mean(self.per_head.iter().sum(), households);
        run.gain_per_person_yuan = mean(self.yearly, persons);
        for mode in Mode::ALL {
            run.gain_per_capita_by_mode_yuan[mode] =
                mean(self.per_head[mode as usize], f64::from(self.households[mode as usize]));
        }
        run.gain_per_assisted_person_yuan = mean(self.yearly_first_year, f64::from(assisted_persons));
        run.payout_per_capita_yuan = mean(self.payout_per_head, households);
        run.organisation_income_per_capita_yuan = mean(self.organisation_income_per_head, households);
        run.production_gain_per_capita_yuan =
            run.gain_per_capita_yuan - run.payout_per_capita_yuan - run.organisation_income_per_capita_yuan;
        run.household_gain = self.total;
        run.households_worse_off = self.worse_off;
        run.persons_above_line_without = self.above_line_without;
        run.persons_above_line_with = self.above_line_with;
    }
}

/// Whether the balance of a loan is the household's own debt: a performing pooled loan is the organisation's to repay.
fn owes(status: &Status, mode: Mode) -> bool {
    match status {
        Status::Repaid | Status::RepaidEarly | Status::PaidByBudget | Status::Transfer => false,
        Status::Performing => mode == Mode::SelfDirected,
        Status::Overdue | Status::Compensated | Status::WrittenOff => true,
    }
}
