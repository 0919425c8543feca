//! What each unit owes and how each rule stands with it.

use std::cmp::Ordering;

use crate::model::county::County;
use crate::model::loan::Loan;
use crate::model::population::Population;
use crate::model::rules::{Basis, Level, Millionths, Period, SuspensionRule};
use crate::units::Fen;

/// "Not suspended" in the column of months.
const NEVER: u16 = u16::MAX;

/// What each unit owes and how each rule stands with it, as columns by unit: the county, then townships, then villages.
#[derive(Clone, Debug, Default)]
pub struct SuspensionBooks {
    /// Levels at which some rule of the run acts; only their books are kept.
    kept: [bool; 3],
    /// First unit of each level, and the end.
    pub(super) first: [usize; 4],
    /// M: principal due since January.
    due: Vec<Fen>,
    /// U: of it, unrecovered.
    unrecovered: Vec<Fen>,
    /// Principal due in the month in hand, where a rule looks at it.
    due_now: Vec<Fen>,
    /// Of it, unrecovered.
    unrecovered_now: Vec<Fen>,
    /// Non-performing principal until written off.
    npl: Vec<Fen>,
    /// Principal outstanding and compensated.
    owed: Vec<Fen>,
    /// Principal that ever fell due.
    pub(super) due_ever: Vec<Fen>,
    /// Principal that was ever left unpaid when it fell due.
    pub(super) defaulted_ever: Vec<Fen>,
    /// Units with anything due since January, by level.
    pub(super) with_dues: [Vec<u32>; 3],
    /// Units that ever had non-performing principal, by level.
    pub(super) with_npl: [Vec<u32>; 3],
    /// Whether a unit is in [`Self::with_npl`].
    had_npl: Vec<bool>,
    /// Consecutive months on the wrong side of the threshold, rule by rule.
    run: Vec<u16>,
    /// Month of suspension ([`NEVER`]: not suspended), rule by rule.
    since: Vec<u16>,
    /// Rules that hold each unit.
    held_by: Vec<u16>,
    /// Units that some rule holds, in no order.
    pub(super) held: Vec<u32>,
    villages_held: u32,
    /// Suspensions of the run.
    pub(super) spells: Vec<Spell>,
}

/// A suspension: which unit, by which rule, from when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spell {
    pub unit: u32,
    pub rule: u16,
    pub month: u16,
}

fn refill<T: Clone>(column: &mut Vec<T>, length: usize, value: T) {
    column.clear();
    column.resize(length, value);
}

impl SuspensionBooks {
    /// Opens the books of a county; without any rule there are none.
    pub fn begin(&mut self, county: &County, population: &Population) {
        let rules = || county.policies().versions().iter().flat_map(|policy| &policy.rules.suspension);
        self.kept = Level::ALL.map(|level| rules().any(|rule| rule.level == level));
        let townships = population.roster.township_names.len();
        let villages = if self.kept[Level::Village as usize] { population.roster.village_names.len() } else { 0 };
        let units = if self.any_kept() { 1 + townships + villages } else { 0 };
        self.first = [0, 1, 1 + townships, units];
        let columns = [&mut self.due, &mut self.unrecovered, &mut self.npl, &mut self.owed];
        columns.into_iter().for_each(|column| refill(column, units, Fen::ZERO));
        let by_month = rules().any(|rule| rule.period == Period::Month);
        let units_by_month = if by_month { units } else { 0 };
        refill(&mut self.due_now, units_by_month, Fen::ZERO);
        refill(&mut self.unrecovered_now, units_by_month, Fen::ZERO);
        refill(&mut self.due_ever, units, Fen::ZERO);
        refill(&mut self.defaulted_ever, units, Fen::ZERO);
        refill(&mut self.had_npl, units, false);
        refill(&mut self.held_by, units, 0);
        let most_rules = county.policies().largest(|policy| policy.rules.suspension.len());
        refill(&mut self.run, units * most_rules, 0);
        refill(&mut self.since, units * most_rules, NEVER);
        self.with_dues.iter_mut().chain(&mut self.with_npl).for_each(Vec::clear);
        self.held.clear();
        self.villages_held = 0;
        self.spells.clear();
    }

    /// Whether some rule of the run looks at some unit.
    pub fn any_kept(&self) -> bool {
        self.kept.contains(&true)
    }

    fn units(&self) -> usize {
        self.due.len()
    }

    /// The unit of a level that a place belongs to.
    fn unit(&self, level: Level, township: usize, village: usize) -> usize {
        self.first[level as usize] + [0, township, village][level as usize]
    }

    /// Books something for each kept unit that a loan belongs to.
    fn book(&mut self, loan: &Loan, mut write: impl FnMut(&mut SuspensionBooks, Level, usize)) {
        for level in Level::ALL {
            if self.kept[level as usize] {
                let unit = self.unit(level, usize::from(loan.township), loan.village as usize);
                write(self, level, unit);
            }
        }
    }

    /// Principal is lent.
    pub fn lent(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, _, unit| books.owed[unit] += amount);
    }

    /// Principal leaves the books: repaid, collected or written off.
    pub fn left(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, _, unit| books.owed[unit] -= amount);
    }

    /// Principal falls due and is paid at once: M rises, U does not.
    pub fn paid_on_time(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, level, unit| {
            if books.due[unit] == Fen::ZERO {
                books.with_dues[level as usize].push(unit as u32);
            }
            books.due[unit] += amount;
            books.due_ever[unit] += amount;
            books.owed[unit] -= amount;
            if let Some(due) = books.due_now.get_mut(unit) {
                *due += amount;
            }
        });
    }

    /// Principal falls due (M).
    pub fn fell_due(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, level, unit| {
            if books.due[unit] == Fen::ZERO {
                books.with_dues[level as usize].push(unit as u32);
            }
            books.due[unit] += amount;
            books.unrecovered[unit] += amount;
            books.due_ever[unit] += amount;
            if let Some(due) = books.due_now.get_mut(unit) {
                *due += amount;
                books.unrecovered_now[unit] += amount;
            }
        });
    }

    /// Principal that fell due since January is recovered; `now`: it fell due in the month in hand.
    pub fn recovered(&mut self, loan: &Loan, amount: Fen, now: bool) {
        self.book(loan, |books, _, unit| {
            books.unrecovered[unit] -= amount;
            if let Some(unrecovered) = books.unrecovered_now.get_mut(unit).filter(|_| now) {
                *unrecovered -= amount;
            }
        });
    }

    /// Stage 2: nothing has fallen due in the month yet.
    pub fn begin_month(&mut self) {
        self.due_now.fill(Fen::ZERO);
        self.unrecovered_now.fill(Fen::ZERO);
    }

    /// Principal is left unpaid at a default.
    pub fn defaulted(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, _, unit| books.defaulted_ever[unit] += amount);
    }

    /// Principal becomes non-performing, or (a negative amount) is so no more.
    pub fn non_performing(&mut self, loan: &Loan, amount: Fen) {
        self.book(loan, |books, level, unit| {
            if !books.had_npl[unit] {
                books.had_npl[unit] = true;
                books.with_npl[level as usize].push(unit as u32);
            }
            books.npl[unit] += amount;
        });
    }

    /// What the rules see of the whole county: M, U, non-performing and owed principal; `None` without a rule for it.
    pub fn of_county(&self) -> Option<[Fen; 4]> {
        self.kept[Level::County as usize].then(|| [self.due[0], self.unrecovered[0], self.npl[0], self.owed[0]])
    }

    /// Whether a township is suspended as a whole: itself or the county.
    pub fn holds_township(&self, township: usize) -> bool {
        self.any_kept() && (self.held_by[0] > 0 || self.held_by[self.first[1] + township] > 0)
    }
    /// Whether a village is suspended on its own.
    pub fn holds_village(&self, village: u32) -> bool {
        self.villages_held > 0 && self.held_by[self.first[2] + village as usize] > 0
    }

    /// Whether a place is suspended: its village, its township or the county.
    pub fn holds(&self, township: usize, village: u32) -> bool {
        !self.held.is_empty() && (self.holds_township(township) || self.holds_village(village))
    }

    /// Stage 2 in January: M = U = 0.
    pub fn begin_year(&mut self) {
        for list in &mut self.with_dues {
            for unit in list.drain(..) {
                self.due[unit as usize] = Fen::ZERO;
                self.unrecovered[unit as usize] = Fen::ZERO;
            }
        }
    }

    /// Whether a unit cannot be on the wrong side of the threshold, seen without multiplying: all that fell due came in.
    fn nothing_is_wrong(&self, rule: &SuspensionRule, unit: usize) -> bool {
        rule.basis == Basis::RecoveryRate
            && rule.period == Period::YearToDate
            && rule.threshold <= Millionths::ONE
            && rule.consecutive_months > 0
            && self.unrecovered[unit] <= Fen::ZERO
    }

    /// T1, T2: `Less` on the wrong side of the threshold, `Greater` strictly on the right one; `None` while there is nothing to compare.
    fn standing(&self, rule: &SuspensionRule, unit: usize) -> Option<Ordering> {
        let (part, whole) = match rule.basis {
            Basis::RecoveryRate if rule.period == Period::Month => {
                (self.due_now[unit] - self.unrecovered_now[unit], self.due_now[unit])
            }
            Basis::RecoveryRate => (self.due[unit] - self.unrecovered[unit], self.due[unit]),
            Basis::NplRatio => (self.npl[unit], self.owed[unit]),
        };
        let compared = rule.threshold.compare(part, whole);
        (whole > Fen::ZERO).then_some(match rule.basis {
            Basis::RecoveryRate => compared,
            Basis::NplRatio => compared.reverse(),
        })
    }

    /// T3, T4 of one rule for one unit; returns whether a suspension begins.
    pub(super) fn test(&mut self, number: usize, rule: &SuspensionRule, unit: usize, t: usize) -> bool {
        let cell = number * self.units() + unit;
        if self.run[cell] == 0 && self.since[cell] == NEVER && self.nothing_is_wrong(rule, unit) {
            return false;
        }
        let standing = self.standing(rule, unit);
        match standing {
            Some(Ordering::Less) => self.run[cell] = self.run[cell].saturating_add(1),
            Some(_) => self.run[cell] = 0,
            None => {}
        }
        if self.since[cell] == NEVER {
            let suspended = self.run[cell] >= rule.consecutive_months;
            if suspended {
                self.since[cell] = t as u16;
                self.spells.push(Spell { unit: unit as u32, rule: number as u16, month: t as u16 });
                self.hold(unit);
            }
            return suspended;
        }
        let rectified = t - usize::from(self.since[cell]) >= usize::from(rule.rectification_months);
        // Nothing is left that could be non-performing: the ratio of nothing is below every threshold.
        let nothing_left = rule.basis == Basis::NplRatio && standing.is_none();
        if rectified && (standing == Some(Ordering::Greater) || nothing_left) {
            self.lift(cell, unit);
        }
        false
    }

    fn hold(&mut self, unit: usize) {
        self.held_by[unit] += 1;
        if self.held_by[unit] == 1 {
            self.held.push(unit as u32);
            self.villages_held += u32::from(unit >= self.first[2]);
        }
    }

    fn lift(&mut self, cell: usize, unit: usize) {
        self.since[cell] = NEVER;
        self.run[cell] = 0;
        self.held_by[unit] -= 1;
        if self.held_by[unit] == 0 {
            self.held.retain(|held| *held != unit as u32);
            self.villages_held -= u32::from(unit >= self.first[2]);
        }
    }

    /// A rule that is no longer in force, or looks at something else, holds nobody.
    pub(super) fn end_rule(&mut self, number: usize) {
        for unit in 0..self.units() {
            let cell = number * self.units() + unit;
            self.run[cell] = 0;
            if self.since[cell] != NEVER {
                self.lift(cell, unit);
            }
        }
    }
}
