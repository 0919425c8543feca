//! Loans as columns, and the amounts that fall due (equations L1–L3).

use crate::model::policy::{Mode, Repayment};
use crate::units::Fen;

/// "None" in columns of indices and months.
pub const NONE: u32 = u32::MAX;

/// Where a loan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Paid as agreed so far.
    Performing,
    /// In default, not yet claimed.
    Overdue,
    /// In default and claimed; still owed.
    Compensated,
    /// Nothing is owed any more.
    Repaid,
    /// Still owed, but no longer collected nor carried as overdue.
    WrittenOff,
    /// No loan at all: the budget pays the pay-outs of what the principal would have been.
    Transfer,
    /// Repaid before it was due: nothing is owed; its balance has yet to fall due, and is then recovered.
    RepaidEarly,
    /// The budget paid the bank: nothing is owed, nothing is recovered.
    PaidByBudget,
}

/// "Never" in a column of signed months.
pub const NEVER: i16 = i16::MAX;

/// One loan. Loans stand in the order of granting, those of the existing book first; a replication never removes one.
///
/// Its fields fill two lines of memory of 64 bytes each: months pass over many loans and read the first line; what is read
/// when something happens to a loan stands in the second. (The order of fields is that of memory.)
#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
pub struct Loan {
    /// Principal still owed, whether performing or in default.
    pub balance: Fen,
    /// Principal that was called and falls due at its contract date only ([`crate::model::called`]).
    pub due_later: Fen,
    /// Household that owes it.
    pub household: u32,
    /// Place of the household's books ([`NONE`] where households are not followed).
    pub borrower: u32,
    /// Village of the household.
    pub village: u32,
    /// Organisation that uses the money ([`NONE`] in self-directed mode).
    pub organisation: u32,
    /// Next loan in the same bucket of due dates.
    pub next_due: u32,
    /// Its row in the existing book ([`NONE`] for a loan of this run).
    pub book: u32,
    /// Class of its risk: its mode's, or that of its group.
    pub risk: u32,
    /// Township of the household.
    pub township: u16,
    /// Month of granting; negative before the start of the run.
    pub grant: i16,
    /// Months from granting to the last payment.
    pub tenor_months: u16,
    /// Payments made so far.
    pub payments: u16,
    /// Times it was renewed or extended.
    pub renewals: u16,
    /// Month up to which interest is settled.
    pub interest_from: u16,
    /// Month of default; negative before the start of the run, [`NEVER`] without one.
    pub default_month: i16,
    /// Lending mode.
    pub mode: Mode,
    /// Mode in which it was granted: its contract keeps that mode's terms.
    pub contract: Mode,
    /// Where it stands.
    pub status: Status,
    /// Class of its benchmark rate: index into the world's list.
    pub rate_class: u8,
    /// Season in which principal last fell due (`u8::MAX`: never).
    pub last_due_season: u8,
    /// Season in which an extended balance, or one called before its contract date, fell due (`u8::MAX`: neither).
    pub due_first: u8,
    // Here the second line begins.
    /// Principal lent.
    pub principal: Fen,
    /// Interest borne by the borrower that was due at default and not paid.
    pub interest_unpaid: Fen,
    /// The household's own project, an index into the projects of its industry ([`NONE`] without one).
    pub project: u32,
    /// The household's loan before this one ([`NONE`] for the first).
    pub previous: u32,
    /// Next loan in the same bucket of strikes.
    pub next_strike: u32,
    /// Months by which payment holidays have moved its payments.
    pub postponed: u16,
    /// Last month of the last payment holiday that moved it.
    pub holiday_until: u16,
    /// Month in which it was handed over to the household (`u16::MAX`: never).
    pub converted: u16,
    /// Month in which the renewed balance falls due (read if it was renewed).
    pub renewed_until: u16,
    /// Last payment holiday that moved it: its number in the policy's list, from 1 (0: none).
    pub holidays: u8,
    /// Whether it is counted as non-performing.
    pub non_performing: bool,
}

impl Loan {
    /// Months from granting to month `t` (not before it).
    pub fn age_months(&self, t: usize) -> usize {
        (t as i64 - i64::from(self.grant)).max(0) as usize
    }

    /// Month of the run in which its terms were fixed: that of granting, the first for a loan of the existing book.
    pub fn terms_month(&self) -> usize {
        self.grant.max(0) as usize
    }

    /// Months from default to month `t`, for a loan that defaulted before or in it.
    pub fn months_in_default(&self, t: usize) -> usize {
        (t as i64 - i64::from(self.default_month)).max(0) as usize
    }

    /// Whether it was in default before the run began.
    pub fn defaulted_before_start(&self) -> bool {
        self.default_month < 0
    }

    /// Whether it defaulted in this run.
    pub fn defaulted_in_run(&self) -> bool {
        (0..NEVER).contains(&self.default_month)
    }

    /// Whether the loan's user pays as agreed.
    pub fn performing(&self) -> bool {
        self.status == Status::Performing
    }

    /// Whether its balance has fallen due before: it was extended, or called before its contract date.
    pub fn extended(&self) -> bool {
        self.due_first != u8::MAX
    }

    /// Whether something is owed and still carried as overdue.
    pub fn in_default(&self) -> bool {
        matches!(self.status, Status::Overdue | Status::Compensated)
    }
}

impl Repayment {
    /// Months between payments of a loan of `tenor` months.
    pub fn interval(self, tenor: u16) -> u16 {
        match self {
            Repayment::Bullet => tenor,
            Repayment::EqualPrincipal { every_months } | Repayment::Annuity { every_months } => every_months.min(tenor),
        }
    }

    /// Principal that falls due with payment `number` (from 1) of a loan of `principal` with `balance` left.
    ///
    /// * L1 bullet: nothing before the end of the tenor, then the balance.
    /// * L2 equal principal: P/n rounded down to the fen; the last payment takes the rest.
    /// * L3 annuity: A − B·r with A = P·r / (1 − (1+r)^(−n)), r the rate of one interval; the last takes the rest.
    ///
    /// `rate_annual` is the benchmark rate of the tenor.
    pub fn principal_due(self, tenor: u16, number: u16, principal: Fen, balance: Fen, rate_annual: f64) -> Fen {
        let interval = self.interval(tenor);
        let payments = tenor / interval;
        if number >= payments {
            return balance;
        }
        match self {
            Repayment::Bullet => Fen::ZERO,
            Repayment::EqualPrincipal { .. } => Fen(principal.0 / i64::from(payments)),
            Repayment::Annuity { .. } => {
                let rate = rate_annual * f64::from(interval) / 12.0;
                if rate == 0.0 {
                    return Fen(principal.0 / i64::from(payments));
                }
                let annuity = principal.times(rate / (1.0 - libm::pow(1.0 + rate, -f64::from(payments))));
                (annuity - balance.times(rate)).positive().min(balance)
            }
        }
    }
}

/// Intrusive lists of loans by month: no allocation, every loan is in at most one bucket of a kind.
#[derive(Clone, Debug, Default)]
pub struct Buckets {
    head: Vec<u32>,
}

impl Buckets {
    /// Empties the buckets of `months` months.
    pub fn reset(&mut self, months: usize) {
        self.head.clear();
        self.head.resize(months, NONE);
    }

    /// Takes the first loan of a month's list, leaving the list to the caller to walk.
    pub fn take(&mut self, t: usize) -> u32 {
        std::mem::replace(&mut self.head[t], NONE)
    }

    /// First loan of a month's list.
    pub fn first(&self, t: usize) -> u32 {
        self.head[t]
    }

    /// Makes `loan` the first of a month's list.
    pub fn set_first(&mut self, t: usize, loan: u32) {
        self.head[t] = loan;
    }

    /// Puts `loan` at the head of month `t`; returns the loan that follows it. Months after the end are dropped.
    pub fn put(&mut self, t: usize, loan: u32) -> u32 {
        match self.head.get_mut(t) {
            Some(head) => std::mem::replace(head, loan),
            None => NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_months_read_of_a_loan_is_one_line_of_memory() {
        assert_eq!(std::mem::offset_of!(Loan, principal), 64);
        assert_eq!(size_of::<Loan>(), 128);
    }

    fn schedule(repayment: Repayment, principal: Fen, rate: f64) -> Vec<Fen> {
        let payments = 36 / repayment.interval(36);
        let mut balance = principal;
        (1..=payments)
            .map(|number| {
                let due = repayment.principal_due(36, number, principal, balance, rate);
                balance -= due;
                due
            })
            .collect()
    }

    #[test]
    fn every_schedule_repays_the_principal_to_the_fen() {
        for repayment in
            [Repayment::Bullet, Repayment::EqualPrincipal { every_months: 1 }, Repayment::Annuity { every_months: 3 }]
        {
            let parts = schedule(repayment, Fen(4_290_001), 0.0475);
            assert_eq!(parts.iter().copied().sum::<Fen>(), Fen(4_290_001), "{repayment:?}");
        }
    }

    /// 10,000 yuan at 12% a year in three yearly payments: A = 1200 / (1 − 1.12⁻³) = 4163.4898…,
    /// so the principal parts are 2963.49, 3319.11 and the rest (any annuity table).
    #[test]
    fn an_annuity_pays_less_principal_first() {
        let parts = schedule(Repayment::Annuity { every_months: 12 }, Fen::from_yuan(10_000.0), 0.12);
        assert_eq!(parts, [Fen(296_349), Fen(331_911), Fen(371_740)]);
    }
}
