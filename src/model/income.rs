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

use crate::model::county::County;
use crate::model::groups::Closed;
use crate::model::loan::{Loan, NONE, Status};
use crate::model::mode::self_directed;
use crate::model::policy::{Mode, PerMode};
use crate::model::population::Population;
use crate::model::record::ReplicationRecord;
use crate::model::state::State;
use crate::units::Fen;

/// Months of a household's window.
pub const WINDOW_MONTHS: usize = 36;

/// How a household stands with the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has never borrowed.
    New,
    /// It owes something.
    Owes,
    /// It has borrowed and owes nothing.
    Repaid,
}

/// Borrowing households as columns, in the order of their first loans.
#[derive(Clone, Debug, Default)]
pub struct Borrowers {
    /// Whether anything but their standing is kept.
    follow: bool,
    /// Households that have borrowed by mode of the first loan, where they are not followed.
    count: [u32; 3],
    /// Borrower of each household ([`NONE`] if it has not borrowed).
    of_household: Vec<u32>,
    /// How each household stands with the bank.
    standing: Vec<Standing>,
    /// Household.
    pub household: Vec<u32>,
    /// Its latest loan.
    pub loan: Vec<u32>,
    /// Month of the first loan, at whose end its window begins; −1 for a borrower of the existing book.
    pub first_grant: Vec<i16>,
    /// Mode of the first loan.
    pub first_mode: Vec<Mode>,
    /// Δcash since the first loan.
    cash: Vec<Fen>,
    /// Diverted to consumption.
    diverted: Vec<Fen>,
    /// Pay-outs received.
    payout: Vec<Fen>,
    /// Wages net of displaced income, land rent and dividends received.
    organisation_income: Vec<Fen>,
    /// Illness costs since the first loan.
    illness: Vec<Fen>,
    /// Harvests of own capital since the first loan, the same with and without the programme.
    own_harvest: Vec<Fen>,
    /// Paid to bank, fund and insurer out of the household's own cash since the first loan.
    paid: Vec<Fen>,
    /// Loans of each household that it owes.
    open: Vec<u16>,
    /// Net worth at the start of the run of each borrower of the existing book: they stand first.
    opening: Vec<Fen>,
    /// Borrowers before each month (one element more than months).
    from_month: Vec<u32>,
    /// Borrowers whose window is closed: they stand before this one.
    closed: usize,
}

impl Borrowers {
    /// Forgets all borrowers; if they are not to be followed, only how they stand is kept.
    pub fn begin(&mut self, households: usize, follow: bool) {
        self.follow = follow;
        self.count = [0; 3];
        self.of_household.clear();
        self.of_household.resize(if follow { households } else { 0 }, NONE);
        self.standing.clear();
        self.standing.resize(households, Standing::New);
        self.open.clear();
        self.open.resize(households, 0);
        self.opening.clear();
        self.household.clear();
        self.loan.clear();
        self.first_grant.clear();
        self.first_mode.clear();
        self.cash.clear();
        self.diverted.clear();
        self.payout.clear();
        self.organisation_income.clear();
        self.illness.clear();
        self.own_harvest.clear();
        self.paid.clear();
        self.from_month.clear();
        self.from_month.push(0);
        self.closed = 0;
    }

    /// Latest loan of a household, if it has borrowed.
    pub fn latest_loan(&self, household: u32) -> Option<u32> {
        let borrower = self.of_household.get(household as usize).copied().unwrap_or(NONE);
        (borrower != NONE).then(|| self.loan[borrower as usize])
    }

    /// Whether a household has borrowed in this run or owes a loan of the existing book.
    pub fn has_borrowed(&self, household: u32) -> bool {
        match self.follow {
            true => self.latest_loan(household).is_some(),
            false => self.standing(household) != Standing::New,
        }
    }

    /// How a household stands with the bank.
    pub fn standing(&self, household: u32) -> Standing {
        self.standing[household as usize]
    }

    /// A household owes nothing of a loan any more.
    pub fn has_repaid(&mut self, household: u32) {
        let open = &mut self.open[household as usize];
        *open = open.saturating_sub(1);
        if *open == 0 {
            self.standing[household as usize] = Standing::Repaid;
        }
    }

    /// A household repaid a loan before the start, and owes nothing of another one so far.
    pub fn had_repaid(&mut self, household: u32) {
        if self.open[household as usize] == 0 {
            self.standing[household as usize] = Standing::Repaid;
        }
    }

    /// Net worth at the start of the next borrower of the existing book.
    pub fn begin_with(&mut self, net_worth: Fen) {
        self.opening.push(net_worth);
    }

    /// Net worth at the start, debt subtracted; nothing for a borrower of this run.
    fn opening(&self, borrower: usize) -> Fen {
        self.opening.get(borrower).copied().unwrap_or(Fen::ZERO)
    }

    /// A household borrows in month `t` (−1: it stands on the existing book); returns whether for the first time.
    pub fn borrow(&mut self, household: u32, loan: u32, mode: Mode, t: i16) -> bool {
        self.count[mode as usize] += u32::from(self.standing[household as usize] == Standing::New);
        self.standing[household as usize] = Standing::Owes;
        self.open[household as usize] += 1;
        if !self.follow {
            return true;
        }
        let borrower = self.of_household[household as usize];
        if borrower != NONE {
            self.loan[borrower as usize] = loan;
            return false;
        }
        self.of_household[household as usize] = self.household.len() as u32;
        self.household.push(household);
        self.loan.push(loan);
        self.first_grant.push(t);
        self.first_mode.push(mode);
        self.cash.push(Fen::ZERO);
        self.diverted.push(Fen::ZERO);
        self.payout.push(Fen::ZERO);
        self.organisation_income.push(Fen::ZERO);
        self.illness.push(Fen::ZERO);
        self.own_harvest.push(Fen::ZERO);
        self.paid.push(Fen::ZERO);
        true
    }

    fn index(&self, household: u32) -> usize {
        self.of_household[household as usize] as usize
    }

    /// Whether month `t` lies within the window of a borrowing household.
    pub fn window_open(&self, household: u32, t: usize) -> bool {
        self.follow
            && self.index(household) >= self.closed
            && self.months_followed(self.index(household), t) <= WINDOW_MONTHS
    }

    /// Months from the begin of a borrower's window to the end of month `t`.
    fn months_followed(&self, borrower: usize, t: usize) -> usize {
        (t as i64 - i64::from(self.first_grant[borrower])).max(0) as usize
    }

    /// The borrowers of the existing book are all there.
    pub fn close_book(&mut self) {
        self.from_month[0] = self.household.len() as u32;
    }

    /// Money the programme puts into (or takes out of) a household's hands.
    pub fn add_cash(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.cash[borrower] += amount;
        }
    }

    /// A payment on a loan out of the household's own cash.
    pub fn pay(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.cash[borrower] -= amount;
            self.paid[borrower] += amount;
        }
    }

    /// What the programme has put into a household's hands and taken out of them so far; `None` if it has not borrowed.
    pub fn account(&self, household: u32) -> Option<Account> {
        let borrower = self.of_household.get(household as usize).copied().unwrap_or(NONE);
        let index = (borrower != NONE).then_some(borrower as usize)?;
        Some(Account {
            first_grant: self.first_grant[index].max(0) as usize,
            first_mode: self.first_mode[index],
            cash: self.cash[index],
            paid: self.paid[index],
            diverted: self.diverted[index],
            payout: self.payout[index],
            organisation_income: self.organisation_income[index],
            illness: self.illness[index],
            opening: self.opening(index),
        })
    }

    /// Part of a loan that is consumed.
    pub fn add_diverted(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.diverted[borrower] += amount;
        }
    }

    /// A guaranteed pay-out.
    pub fn add_payout(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.cash[borrower] += amount;
            self.payout[borrower] += amount;
        }
    }

    /// Wage net of displaced income, land rent or dividend.
    pub fn add_organisation_income(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.cash[borrower] += amount;
            self.organisation_income[borrower] += amount;
        }
    }

    /// Wages net of displaced income, land rent and dividends that a borrowing household has received.
    pub fn organisation_income(&self, household: u32) -> Fen {
        if self.follow { self.organisation_income[self.index(household)] } else { Fen::ZERO }
    }

    /// Cost of an illness, the same with and without the programme.
    pub fn add_illness(&mut self, household: u32, cost: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.illness[borrower] += cost;
        }
    }

    /// Harvest of own capital, the same with and without the programme.
    pub fn add_own_harvest(&mut self, household: u32, amount: Fen) {
        if self.follow {
            let borrower = self.index(household);
            self.own_harvest[borrower] += amount;
        }
    }

    /// Equation G2: liquidity = buffer + saved surplus since the first loan − illness + own harvests + Δcash.
    pub fn liquidity(&self, county: &County, population: &Population, household: u32, t: usize) -> Fen {
        let borrower = self.index(household);
        // It saves from the month after its first loan on.
        let from = (self.first_grant[borrower] + 1).max(0) as usize;
        let saved = county.saved_surplus(population, household as usize, from, t);
        population.roster.buffer[household as usize] + saved - self.illness[borrower]
            + self.own_harvest[borrower]
            + self.cash[borrower]
    }
}

/// The programme's account of a household, summed from its first loan on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Month of the first loan; the first of the run for a borrower of the existing book.
    pub first_grant: usize,
    /// Its mode.
    pub first_mode: Mode,
    /// Δcash of equation G1.
    pub cash: Fen,
    /// Of it, paid on loans out of the household's own cash.
    pub paid: Fen,
    /// Part of the loans that was consumed.
    pub diverted: Fen,
    /// Guaranteed pay-outs.
    pub payout: Fen,
    /// Wages net of displaced income, land rent, dividends.
    pub organisation_income: Fen,
    /// Costs of illness, the same with and without the programme.
    pub illness: Fen,
    /// Net worth at the start of the run, of a household of the existing book.
    pub opening: Fen,
}

/// Stage 10: closes the windows that end with month `t`; at the end of the run, all that are open.
pub fn close_windows(state: &mut State, county: &County, population: &Population, t: usize) {
    state.borrowers.from_month.push(state.borrowers.household.len() as u32);
    let last = t + 1 == county.calendar.months();
    let end = if last {
        state.borrowers.household.len()
    } else {
        (t + 1).checked_sub(WINDOW_MONTHS).map_or(0, |month| state.borrowers.from_month[month] as usize)
    };
    for borrower in state.borrowers.closed..end {
        close_window(state, county, population, borrower, t);
    }
    state.borrowers.closed = end;
}

/// Equations G1, G3: a household's gain over its window, and what it adds to the totals of the run.
fn close_window(state: &mut State, county: &County, population: &Population, borrower: usize, t: usize) {
    let loan = state.loans[state.borrowers.loan[borrower] as usize];
    let household = loan.household as usize;
    let books = &state.borrowers;
    let net_worth = net_worth(state, county, population, &loan, t) - books.opening(borrower);
    let gain = books.cash[borrower] + books.diverted[borrower] + net_worth;
    let months = books.months_followed(borrower, t).max(1);
    let yearly = 12.0 / months as f64;
    let persons = f64::from(population.roster.persons[household]);
    let per_head = gain.yuan() * yearly / persons;
    let payout_per_head = books.payout[borrower].yuan() * yearly / persons;
    let mode = books.first_mode[borrower];
    let income_per_head = books.organisation_income[borrower].yuan() * yearly / persons;
    let first_year =
        county.calendar.season(books.first_grant[borrower].max(0) as usize) == 0 && borrower >= books.opening.len();
    let totals = &mut state.gains;
    totals.add(mode, gain, per_head, payout_per_head, persons, yearly, first_year);
    totals.organisation_income_per_head += income_per_head;
    let baseline = county.income_per_person(population, household, t);
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
    population.groups.add(&mut state.groups, &population.roster, household, mode, &closed);
}

/// Value of a household's capital less its debt, with the programme less without, over all of its loans.
pub fn net_worth(state: &State, county: &County, population: &Population, latest: &Loan, t: usize) -> Fen {
    let mut debt = Fen::ZERO;
    let mut next = Some(latest);
    while let Some(loan) = next {
        if owes(&loan.status, loan.mode) {
            let interest = if loan.performing() { county.interest_due(loan, t) } else { loan.interest_unpaid };
            debt += loan.balance + interest;
        }
        next = state.loans.get(loan.previous as usize);
    }
    self_directed::capital_gain(state, county, population, latest) - debt
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
        run.households_followed = borrowers.follow;
        let mean = |sum: f64, count: f64| if count > 0.0 { sum / count } else { f64::NAN };
        let households = f64::from(self.households.iter().sum::<u32>());
        let persons: f64 = self.persons.iter().sum();
        run.persons_borrowing = persons as u32;
        run.households_by_mode = PerMode(if borrowers.follow { self.households } else { borrowers.count });
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
