//! The existing book: loans of a ledger that run when the simulation starts (equations B1–B3).
//!
//! | number | name | equation |
//! |---|---|---|
//! | B1 | principal at the start | O₀ = Σ balance of performing and overdue loans; compensated ones stand beside it |
//! | B2 | claim of a loan overdue at the start | in the first month t ≥ 0 with t − d ≥ ℓ, d < 0 its due date |
//! | B3 | gain of a household on the book | G = Δcash + diverted + (K·(I − own) − debt)(end) − (K·(I − own) − debt)(start) |
//!
//! Loans of the book stand first in [`State::loans`], their defaults first in [`State::defaulted`]: the buckets by month
//! cover what happens in the run only. Principal that was due before the start never enters M of this run.

use crate::draws::{Entity, Luck, Purpose};
use crate::model::collection::NON_PERFORMING_MONTH_ENDS;
use crate::model::county::County;
use crate::model::fund;
use crate::model::income;
use crate::model::loan::{Loan, NEVER, NONE, Status};
use crate::model::mode::self_directed;
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::risk::{LoanGroup, class_of_group, class_of_mode};
use crate::model::state::State;
use crate::units::{CalendarMonth, Fen, Probability, Share};

/// A loan ledger (贷款台账), already valid.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Households that a synthesis does not know, in the order of the ledger; they are added after the synthesised ones.
    pub households: Vec<LedgerHousehold>,
    /// Townships of the ledger, where all households come from it (none synthesised); else empty.
    pub townships: Vec<String>,
    /// The loans, in the order of the file.
    pub loans: Vec<LedgerLoan>,
}

impl Ledger {
    /// Months from the earliest running loan of an organisation to the start of the run.
    pub fn months_before(&self, start: CalendarMonth) -> usize {
        let of_organisations =
            self.loans.iter().filter(|loan| loan.mode != Mode::SelfDirected && loan.status == LedgerStatus::Performing);
        let months = of_organisations.map(|loan| loan.grant.months_until(start).max(0) as usize);
        months.max().unwrap_or(0)
    }
}

/// A household that only the ledger knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerHousehold {
    /// Identifier as the file writes it.
    pub name: String,
    /// Address of its random numbers.
    pub entity: Entity,
    /// Its township, from 0.
    pub township: u32,
    /// Name of its village; drawn (or the township's first) where the ledger is silent.
    pub village: Option<String>,
    /// Its industry; drawn where nothing is said.
    pub industry: Option<u32>,
}

/// One row of a ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerLoan {
    /// The household: a place in the roster, the ledger's own households after it.
    pub household: u32,
    /// Lending mode.
    pub mode: Mode,
    /// The organisation that uses a pooled loan: a place in the list of organisations.
    pub organisation: Option<u32>,
    /// Principal lent.
    pub principal: Fen,
    /// Principal owed at the start.
    pub balance: Fen,
    /// Month of granting, before the start.
    pub grant: CalendarMonth,
    /// Month in which the balance falls, or fell, due.
    pub due: CalendarMonth,
    /// Where it stands at the start.
    pub status: LedgerStatus,
    /// Probability of default at its due date, instead of its mode's mechanism.
    pub pd: Option<Probability>,
    /// Loss given default, instead of its mode's law.
    pub lgd: Option<Share>,
    /// Its place in the list of groups, whose risk and schedule then take the place of its mode's.
    pub group: Option<u32>,
}

/// Where a loan of a ledger stands at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerStatus {
    /// Falls due in the run or after it.
    Performing,
    /// Past due and not yet claimed.
    Overdue,
    /// Past due and claimed: still owed, never claimed again.
    Compensated,
    /// Nothing is owed: history of the household only.
    Repaid,
}

impl LedgerStatus {
    /// All of them.
    pub const ALL: [LedgerStatus; 4] =
        [LedgerStatus::Performing, LedgerStatus::Overdue, LedgerStatus::Compensated, LedgerStatus::Repaid];

    /// As a file writes it.
    pub fn key(self) -> &'static str {
        match self {
            LedgerStatus::Performing => "performing",
            LedgerStatus::Overdue => "overdue",
            LedgerStatus::Compensated => "compensated",
            LedgerStatus::Repaid => "repaid",
        }
    }
}

impl County {
    /// The row of the existing book that a loan comes from.
    fn book_row(&self, loan: &Loan) -> Option<&LedgerLoan> {
        self.world.ledger.loans.get(loan.book as usize)
    }

    /// The group of a loan of the existing book, if it is in one.
    pub fn group(&self, loan: &Loan) -> Option<&LoanGroup> {
        self.world.groups.get(self.book_row(loan)?.group? as usize)
    }

    /// The loan's own probability of default at its due date, instead of its mode's mechanism.
    pub fn own_pd(&self, loan: &Loan) -> Option<Probability> {
        self.book_row(loan)?.pd
    }

    /// The loan's own loss given default, instead of its mode's law.
    pub fn own_lgd(&self, loan: &Loan) -> Option<Share> {
        self.book_row(loan)?.lgd
    }

    /// Seasons from that of granting to `season`.
    pub fn seasons_since_grant(&self, loan: &Loan, season: usize) -> usize {
        match self.book_row(loan) {
            Some(row) => (i32::from(self.calendar.year(season)) - row.grant.year()).max(0) as usize,
            None => season - self.calendar.season(loan.terms_month()),
        }
    }
}

/// The month before the first: the end at which the existing book is taken.
const BEFORE_THE_START: i16 = -1;

/// Before the first month: the loans of the ledger stand on the books (equation B1).
pub fn open(state: &mut State, county: &County, population: &Population) {
    let ledger = &county.world.ledger;
    for (row, entry) in ledger.loans.iter().enumerate() {
        match entry.status {
            LedgerStatus::Repaid => state.borrowers.had_repaid(entry.household),
            _ => take_over(state, county, population, row as u32, entry),
        }
    }
    if state.loans.is_empty() {
        return;
    }
    state.granted_from[0] = state.loans.len() as u32;
    state.defaulted_from[0] = state.defaulted.len() as u32;
    for borrower in 0..state.borrowers.books().len() {
        let latest = state.loans[state.borrowers.books()[borrower].loan as usize];
        let worth = income::net_worth(state, county, population, &latest, 0);
        state.borrowers.begin_with(worth);
    }
    state.borrowers.close_book();
    state.fund.begin_with(&county.policy(0).fund.split, state.month.compensated);
    state.run.opening_book = state.month.outstanding + state.month.compensated;
    state.run.opening_overdue = state.month.overdue;
    state.run.opening_compensated = state.month.compensated;
}

fn take_over(state: &mut State, county: &County, population: &Population, row: u32, entry: &LedgerLoan) {
    let start = county.calendar.start();
    let index = state.loans.len() as u32;
    let (borrower, previous) = state.borrowers.borrow(entry.household, index, entry.mode, BEFORE_THE_START);
    let due = start.months_until(entry.due);
    let mut loan = blank(county, population, entry);
    (loan.book, loan.borrower, loan.previous) = (row, borrower, previous);
    skip_paid(county, &mut loan);
    if entry.status == LedgerStatus::Performing {
        loan.next_due = state.due.put(county.next_due(&loan), index);
        state.performing[usize::from(loan.rate_class)] += loan.balance;
        state.month.outstanding += loan.balance;
    } else {
        loan.default_month = due as i16;
        begin_overdue(state, &mut loan, entry.status, index);
    }
    state.suspension.lent(&loan, loan.balance);
    state.loans.push(loan);
    if entry.status == LedgerStatus::Performing {
        begin_use(state, county, population, index);
    }
}

/// The loan as it stood when it was granted; a performing one is carried on.
fn blank(county: &County, population: &Population, entry: &LedgerLoan) -> Loan {
    let tenor_months = entry.grant.months_until(entry.due).clamp(1, i32::from(u16::MAX)) as u16;
    Loan {
        household: entry.household,
        mode: entry.mode,
        township: population.roster.township[entry.household as usize] as u16,
        village: population.roster.village[entry.household as usize],
        organisation: match entry.mode {
            Mode::SelfDirected => NONE,
            Mode::Pooled => entry.organisation.unwrap_or(NONE),
            Mode::FixedBenefit => population.organisations.company() as u32,
        },
        grant: county.calendar.start().months_until(entry.grant) as i16,
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
        principal: entry.principal,
        balance: entry.balance,
        interest_unpaid: Fen::ZERO,
        interest_from: 0,
        project: NONE,
        previous: NONE,
        borrower: NONE,
        next_due: NONE,
        next_strike: NONE,
        contract: entry.mode,
        converted: u16::MAX,
        renewals: 0,
        renewed_until: u16::MAX,
        due_first: u8::MAX,
        due_later: Fen::ZERO,
        book: NONE,
        risk: entry.group.map_or(class_of_mode(entry.mode), class_of_group),
    }
}

/// Instalments that fell due before the start are paid; `balance` is what was owed before them.
fn skip_paid(county: &County, loan: &mut Loan) {
    if county.group(loan).is_none() {
        return;
    }
    let interval = i32::from(county.payment_interval(loan));
    while i32::from(loan.grant) + (i32::from(loan.payments) + 1) * interval < 0 {
        loan.balance -= county.principal_due(loan);
        loan.payments += 1;
    }
}

/// A loan that was in default before the start: overdue, or compensated and outside of what the bank still carries.
fn begin_overdue(state: &mut State, loan: &mut Loan, status: LedgerStatus, index: u32) {
    let compensated = status == LedgerStatus::Compensated;
    loan.status = if compensated { Status::Compensated } else { Status::Overdue };
    state.month.overdue += loan.balance;
    match compensated {
        true => state.month.compensated += loan.balance,
        false => state.month.outstanding += loan.balance,
    }
    state.defaulted.push(index);
    // Month-ends past due at the end of the month before the first.
    if -i32::from(loan.default_month) >= NON_PERFORMING_MONTH_ENDS as i32 {
        let bank = if compensated { Fen::ZERO } else { loan.balance };
        count_non_performing(state, loan, bank);
    }
}

fn count_non_performing(state: &mut State, loan: &mut Loan, bank: Fen) {
    loan.non_performing = true;
    state.month.npl += loan.balance;
    state.month.npl_bank += bank;
    state.suspension.non_performing(loan, loan.balance);
}

/// A running loan is in somebody's hands: the organisation's credit, or the household's project with the harvests since.
fn begin_use(state: &mut State, county: &County, population: &Population, index: u32) {
    let loan = state.loans[index as usize];
    if loan.mode != Mode::SelfDirected {
        let kind = county.kind_of(population.organisations.kind[loan.organisation as usize]);
        state.organisations.borrow(loan.organisation, loan.balance, &kind.parameters, i64::from(loan.grant));
        return;
    }
    if !county.world.follow_households {
        return;
    }
    let household = loan.household as usize;
    let industry = population.roster.industry[household] as usize;
    let Some(parameters) = county.world.industries.get(industry) else { return };
    let own = if loan.previous == NONE { population.roster.own_capital[household] } else { Fen::ZERO };
    let invested = loan.principal - loan.principal.times(county.offer(population, 0).diversion[household]) + own;
    let candidate = population.candidate(county.offer(population, 0), Mode::SelfDirected, loan.household);
    self_directed::begin(state, &candidate, index, invested, own);
    if let Some(project) = state.projects[industry].last_mut() {
        project.harvests =
            harvests_before(county.calendar.start(), -i32::from(loan.grant), u32::from(parameters.harvest_month));
    }
}

/// Harvests of a calendar month after granting `months` months before the start, and before the start.
fn harvests_before(start: CalendarMonth, months: i32, harvest_month: u32) -> u16 {
    // The last harvest month before the start lies 1 to 12 months back.
    let last = (start.month() as i32 - harvest_month as i32 - 1).rem_euclid(12) + 1;
    ((months - 1 - last).div_euclid(12) + 1).max(0) as u16
}

/// Stage 7: claims of loans that were overdue at the start, when their waiting period ends (equation B2).
pub fn claims(state: &mut State, county: &County, t: usize) -> Fen {
    let waiting = usize::from(county.policy(0).fund.waiting_months);
    let mut claims = Fen::ZERO;
    if t > waiting {
        return claims;
    }
    for position in 0..state.defaulted_from[0] as usize {
        let index = state.defaulted[position];
        if state.loans[index as usize].months_in_default(t) >= waiting {
            claims += fund::claim_one(state, &county.policy(t).fund, index);
        }
    }
    claims
}

/// Stage 10: loans that were in default at the start and reach their third month-end past due.
pub fn classify(state: &mut State, t: usize) {
    if t >= NON_PERFORMING_MONTH_ENDS {
        return;
    }
    for position in 0..state.defaulted_from[0] as usize {
        let index = state.defaulted[position] as usize;
        let mut loan = state.loans[index];
        if loan.in_default() && !loan.non_performing && loan.months_in_default(t) + 1 >= NON_PERFORMING_MONTH_ENDS {
            let bank = if loan.status == Status::Overdue { loan.balance } else { Fen::ZERO };
            count_non_performing(state, &mut loan, bank);
            state.loans[index] = loan;
        }
    }
}

/// Principal that was due before the start comes in: it is money of the month, never a recovery of this run's due.
pub fn recover(state: &mut State, amount: Fen) {
    state.month.recovered += amount;
    state.run.opening_collected += amount;
}

/// One trial of a loan with a probability of its own, at its due date.
pub fn fails_own_trial(county: &County, population: &Population, luck: Luck, loan: &Loan, t: usize) -> bool {
    county.own_pd(loan).is_some_and(|pd| {
        let entity = population.roster.entity[loan.household as usize];
        luck.uniform(entity, Purpose::Maturity, county.calendar.month(t).ordinal()) < pd.get()
    })
}

/// Share of the credit that an organisation pays in month `t` on a loan of the book: in each 12th month after grant.
pub fn payout_rate(county: &County, loan: &Loan, t: usize) -> Option<Share> {
    let age = loan.age_months(t);
    let terms = county.terms(loan);
    let due = loan.mode != Mode::SelfDirected && age > 0 && age.is_multiple_of(12);
    (due && age / 12 <= usize::from(terms.payout_years)).then_some(terms.payout_annual)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Start 2016-03: Decembers after 2014-11 and before March 2016 are 2014-12 and 2015-12; February 2016 is the last
    /// February; a loan of the harvest month itself is not harvested in it.
    #[test]
    fn harvests_lie_after_granting_and_before_the_start() {
        let start = CalendarMonth::new(2016, 3).unwrap();
        assert_eq!(harvests_before(start, 16, 12), 2);
        assert_eq!(harvests_before(start, 15, 12), 1);
        assert_eq!(harvests_before(start, 3, 12), 0);
        assert_eq!(harvests_before(start, 4, 12), 1);
        assert_eq!(harvests_before(start, 2, 2), 1);
        assert_eq!(harvests_before(start, 1, 2), 0);
        assert_eq!(harvests_before(start, 12, 3), 0);
        assert_eq!(harvests_before(start, 13, 3), 1);
    }
}
