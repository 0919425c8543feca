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
    /// First month.
    pub from: CalendarMonth,
    /// Last month.
    pub until: CalendarMonth,
    /// By how many months a payment moves; `None`: to the month after the holiday.
    pub postpone_months: Option<u16>,
    /// Modes whose loans it is offered to.
    pub modes: PerMode<bool>,
    /// Share of borrowers with a payment due who take it.
    pub share: Share,
}

impl PaymentHoliday {
    /// Equation R3: by how many months a payment due in `month` moves; zero outside the holiday.
    ///
    /// ```
    /// # use lendmix::{model::{holiday::PaymentHoliday, policy::PerMode}, units::{CalendarMonth, Share}};
    /// let month = |year, month| CalendarMonth::new(year, month).unwrap();
    /// let mut holiday = PaymentHoliday {
    ///     name: "epidemic".into(), from: month(2020, 2), until: month(2020, 9),
    ///     postpone_months: None, modes: PerMode([true; 3]), share: Share::ONE,
    /// };
    /// assert_eq!(holiday.moves_by(month(2020, 1)), 0);
    /// assert_eq!(holiday.moves_by(month(2020, 2)), 8); // to 2020-10
    /// assert_eq!(holiday.moves_by(month(2020, 9)), 1);
    /// holiday.postpone_months = Some(6);
    /// assert_eq!(holiday.moves_by(month(2020, 9)), 6);
    /// ```
    pub fn moves_by(&self, month: CalendarMonth) -> u16 {
        if month < self.from || month > self.until {
            return 0;
        }
        self.postpone_months.unwrap_or_else(|| month.months_until(self.until) as u16 + 1)
    }
}

/// Moves the payments of month `t` that a holiday covers. The contract goes on for as long: later payments of the loan
/// move with this one, interest accrues meanwhile, and nothing falls due before the new date. Whether a household takes
/// a holiday is one decision for each holiday; a payment that has been moved by one is not moved by it again.
pub fn postpone(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let month = county.calendar.month(t);
    for (number, holiday) in county.policy(t).payment_holidays.iter().enumerate() {
        let months = holiday.moves_by(month);
        if months == 0 {
            continue;
        }
        let (mut stays, mut next) = (NONE, state.due.first(t));
        while next != NONE {
            let index = next;
            next = state.loans[index as usize].next_due;
            if !takes(&state.loans[index as usize], holiday, number, population, luck) {
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
            loan.holidays = number as u8 + 1;
            state.month.postponed += loan.balance;
            loan.next_due = state.due.put(t + usize::from(months), index);
        }
    }
}

/// Whether a loan whose payment falls due takes the holiday with this number.
fn takes(loan: &Loan, holiday: &PaymentHoliday, number: usize, population: &Population, luck: Luck) -> bool {
    let entity = population.roster.entity[loan.household as usize];
    holiday.modes[loan.mode]
        && loan.performing()
        && usize::from(loan.holidays) <= number
        && luck.uniform(entity, Purpose::PaymentHoliday, holiday.from.ordinal()) < holiday.share.get()
}
