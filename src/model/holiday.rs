//! Stage 2: payment holidays move due dates (equation R3).

use crate::draws::{Luck, Purpose};
use crate::model::county::County;
use crate::model::loan::{Loan, NONE};
use crate::model::population::Population;
use crate::model::state::State;
use crate::units::{CalendarMonth, Share};

use super::policy::PerMode;

/// `[policy.payment_holidays.<name>]`: months in which payments need not be made.
#[derive(Clone, Debug, PartialEq)]
pub struct PaymentHoliday {
    /// As the file names it.
    pub name: String,
    /// When.
    pub when: When,
    /// By how many months a payment moves; `None`: to the month after the holiday.
    pub postpone_months: Option<u16>,
    /// Modes whose loans it is offered to.
    pub modes: PerMode<bool>,
    /// Share of borrowers with a payment due who take it.
    pub share: Share,
}

/// When a payment holiday is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// In months that are known.
    Dates {
        /// First month.
        from: CalendarMonth,
        /// Last month.
        until: CalendarMonth,
    },
    /// In some calendar months of every year in which a catastrophe strikes, where it strikes.
    Event {
        /// The catastrophe, as an index into the world's list.
        event: usize,
        /// As the file names it.
        name: String,
        /// First calendar month, 1 to 12.
        from: u32,
        /// Last calendar month, not before the first.
        until: u32,
    },
}

impl When {
    /// The holiday that lies around a month, by its first and last month.
    fn around(&self, month: CalendarMonth) -> (CalendarMonth, CalendarMonth) {
        match *self {
            When::Dates { from, until } => (from, until),
            When::Event { from, until, .. } => {
                let first = month.in_same_year(from);
                (first, first.plus(until - from))
            }
        }
    }
}

impl PaymentHoliday {
    /// Equation R3: by how many months a payment due in `month` moves; zero outside the holiday.
    ///
    /// ```
    /// # use lendmix::{model::{holiday::{PaymentHoliday, When}, policy::PerMode}, units::{CalendarMonth, Share}};
    /// let month = |year, month| CalendarMonth::new(year, month).unwrap();
    /// let mut holiday = PaymentHoliday {
    ///     name: "epidemic".into(), when: When::Dates { from: month(2020, 2), until: month(2020, 9) },
    ///     postpone_months: None, modes: PerMode([true; 3]), share: Share::ONE,
    /// };
    /// assert_eq!(holiday.moves_by(month(2020, 1)), 0);
    /// assert_eq!(holiday.moves_by(month(2020, 2)), 8); // to 2020-10
    /// assert_eq!(holiday.moves_by(month(2020, 9)), 1);
    /// holiday.postpone_months = Some(6);
    /// assert_eq!(holiday.moves_by(month(2020, 9)), 6);
    /// holiday.when = When::Event { event: 0, name: "flu".into(), from: 2, until: 9 }; // in a year that is struck
    /// assert_eq!((holiday.moves_by(month(2031, 9)), holiday.moves_by(month(2031, 10))), (6, 0));
    /// ```
    pub fn moves_by(&self, month: CalendarMonth) -> u16 {
        let (from, until) = self.when.around(month);
        if month < from || month > until {
            return 0;
        }
        self.postpone_months.unwrap_or_else(|| month.months_until(until) as u16 + 1)
    }
}

/// Moves the payments of month `t` that a holiday covers. The contract goes on for as long: later payments of the loan
/// move with this one, interest accrues meanwhile, and nothing falls due before the new date. Whether a household takes
/// a holiday is one decision for each holiday (of an event: for each year); a payment that has been moved by one is not
/// moved by it again.
pub fn postpone(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let month = county.calendar.month(t);
    for (number, holiday) in county.policy(t).payment_holidays.iter().enumerate() {
        let months = holiday.moves_by(month);
        if months == 0 {
            continue;
        }
        let (first, last) = holiday.when.around(month);
        let until = county.calendar.months_from_start(last).max(0) as u16;
        let (mut stays, mut next) = (NONE, state.due.first(t));
        while next != NONE {
            let index = next;
            next = state.loans[index as usize].next_due;
            let loan = &state.loans[index as usize];
            let met = usize::from(loan.holidays) > number && t <= usize::from(loan.holiday_until);
            if met || !offered(state, holiday, loan) || !takes(loan, holiday, first, population, luck) {
                stays = index;
                continue;
            }
            match state.loans.get_mut(stays as usize) {
                Some(before) => before.next_due = next,
                None => state.due.set_first(t, next),
            }
            let loan = &mut state.loans[index as usize];
            if loan.renewals > 0 {
                loan.renewed_until += months;
            } else {
                loan.postponed += months;
            }
            (loan.holidays, loan.holiday_until) = (number as u8 + 1, until);
            state.month.postponed += loan.balance;
            loan.next_due = state.due.put(t + usize::from(months), index);
        }
    }
}

/// Whether a holiday is offered to a loan: its mode is, and the event strikes its township.
fn offered(state: &State, holiday: &PaymentHoliday, loan: &Loan) -> bool {
    let here = match holiday.when {
        When::Dates { .. } => true,
        When::Event { event, .. } => state.catastrophes.severity(event, usize::from(loan.township)).is_some(),
    };
    here && holiday.modes[loan.mode] && loan.performing()
}

/// Whether a household takes the holiday that begins in `first`.
fn takes(loan: &Loan, holiday: &PaymentHoliday, first: CalendarMonth, population: &Population, luck: Luck) -> bool {
    let entity = population.roster.entity[loan.household as usize];
    luck.uniform(entity, Purpose::PaymentHoliday, first.ordinal()) < holiday.share.get()
}
