//! How a target is measured in one replication.

use crate::draws::{Luck, Replication, Seed};
use crate::metrics::{Column, MONTH_COLUMNS, REPLICATION_COLUMNS};
use crate::model::population::Roster;
use crate::model::record::{MonthRecord, ReplicationRecord};
use crate::model::world::World;
use crate::scenario::{Measure, Sum};
use crate::units::CalendarMonth;

/// Most populations that incomes are measured in: they are drawn anew for each, as `population = "redrawn"` would.
pub const POPULATIONS: u32 = 100;

impl Measure {
    /// Whether it is measured in the population, not in a run.
    pub fn reads_population(&self) -> bool {
        matches!(self, Measure::IncomeGini | Measure::IncomeQuantile(_))
    }
}

/// A measure of a run; `None` for one of the population, `NaN` where it is not defined (nothing to divide by, a window
/// outside the run).
pub fn of_records(
    measure: &Measure,
    start: CalendarMonth,
    record: &ReplicationRecord,
    months: &[MonthRecord],
) -> Option<f64> {
    match measure {
        Measure::Months { of, window, per, per_window, per_number } => {
            let part =
                |sum: &Sum, window| in_window(months, start, window).map(|rows| total(sum, &MONTH_COLUMNS, rows));
            let whole = per.as_ref().map_or(Some(1.0), |sum| part(sum, *per_window));
            Some(quotient(part(of, *window), whole, *per_number))
        }
        Measure::Replications { of, per, per_number } => {
            let rows = std::slice::from_ref(record);
            let whole = per.as_ref().map_or(1.0, |sum| total(sum, &REPLICATION_COLUMNS, rows));
            Some(quotient(Some(total(of, &REPLICATION_COLUMNS, rows)), Some(whole), *per_number))
        }
        Measure::PeakLag { from, to, over_months } => {
            let over = usize::from(*over_months);
            Some(match (peak(from, months, over), peak(to, months, over)) {
                (Some(from), Some(to)) => to as f64 - from as f64,
                _ => f64::NAN,
            })
        }
        Measure::IncomeGini | Measure::IncomeQuantile(_) => None,
    }
}

fn quotient(part: Option<f64>, whole: Option<f64>, number: f64) -> f64 {
    match (part, whole) {
        (Some(part), Some(whole)) if whole != 0.0 => part / whole / number,
        _ => f64::NAN,
    }
}

fn in_window(
    months: &[MonthRecord],
    start: CalendarMonth,
    (from, to): (CalendarMonth, CalendarMonth),
) -> Option<&[MonthRecord]> {
    let index = |month: CalendarMonth| usize::try_from(start.months_until(month)).ok();
    months.get(index(from)?..=index(to)?)
}

/// Sum of signed columns over rows; `NaN` if a value is missing.
fn total<R>(sum: &Sum, columns: &[Column<R>], rows: &[R]) -> f64 {
    let of_column = |(name, sign): &(String, f64)| {
        let column = columns.iter().find(|column| column.id == name);
        column.map_or(f64::NAN, |column| sign * rows.iter().map(|row| (column.read)(row).number()).sum::<f64>())
    };
    sum.iter().map(of_column).sum()
}

/// Last month of the largest sum of a column over so many months (the first of equals); `None` if it is never above zero.
fn peak(name: &str, months: &[MonthRecord], over: usize) -> Option<usize> {
    let column = MONTH_COLUMNS.iter().find(|column| column.id == name)?;
    let values: Vec<f64> = months.iter().map(|month| (column.read)(month).number()).collect();
    let mut best = None;
    for (start, window) in values.windows(over.min(values.len()).max(1)).enumerate() {
        let sum: f64 = window.iter().sum();
        if sum > best.map_or(0.0, |(_, most)| most) {
            best = Some((start + window.len() - 1, sum));
        }
    }
    best.map(|(month, _)| month)
}

/// Baseline income per head of a population, each person counted once, in order of size.
pub struct Incomes {
    /// Income and persons.
    sorted: Vec<(f64, f64)>,
}

impl Incomes {
    /// Of the population that a replication would draw.
    pub fn drawn(world: &World, seed: Seed, replication: u32) -> Incomes {
        let roster = Roster::of(world, Luck { seed, replication: Replication(replication) });
        let persons = roster.persons.iter().map(|persons| f64::from(*persons));
        let incomes = roster.income_per_person.iter().map(|income| income.yuan());
        Incomes::new(incomes.zip(persons).collect())
    }

    fn new(mut sorted: Vec<(f64, f64)>) -> Incomes {
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        Incomes { sorted }
    }

    /// A measure of incomes; `None` for one of a run.
    pub fn measure(&mut self, measure: &Measure) -> Option<f64> {
        match measure {
            Measure::IncomeGini => Some(self.gini()),
            Measure::IncomeQuantile(level) => Some(self.quantile(*level)),
            _ => None,
        }
    }

    /// 1 − 2 ∫ Lorenz curve, by trapezia between the corners.
    fn gini(&self) -> f64 {
        let persons: f64 = self.sorted.iter().map(|(_, persons)| persons).sum();
        let all: f64 = self.sorted.iter().map(|(income, persons)| income * persons).sum();
        let mut below = 0.0;
        let mut area = 0.0;
        for (income, weight) in &self.sorted {
            let more = income * weight;
            area += weight * (2.0 * below + more);
            below += more;
        }
        1.0 - area / (persons * all)
    }

    /// Smallest income below or at which at least this share of persons is.
    fn quantile(&self, level: f64) -> f64 {
        let persons: f64 = self.sorted.iter().map(|(_, persons)| persons).sum();
        let mut counted = 0.0;
        let reached = self.sorted.iter().find(|(_, weight)| {
            counted += weight;
            counted >= level * persons
        });
        reached.map_or(f64::NAN, |(income, _)| *income)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Fen;

    /// Two persons with 1 and one with 4: Lorenz corners (2/3, 1/3): 1 − (2/3·1/3 + 1/3·4/3) = 1/3.
    #[test]
    fn the_gini_coefficient_counts_persons() {
        let incomes = Incomes::new(vec![(4.0, 1.0), (1.0, 2.0)]);
        assert!((incomes.gini() - 1.0 / 3.0).abs() < 1e-15);
        assert!(Incomes::new(vec![(5.0, 3.0), (5.0, 1.0)]).gini().abs() < 1e-15);
        assert_eq!([0.5, 0.66, 0.7].map(|level| incomes.quantile(level)), [1.0, 1.0, 4.0]);
    }

    #[test]
    fn a_measure_reads_its_window_and_divides() {
        let start = CalendarMonth::new(2016, 11).unwrap();
        let month =
            |lent, due| MonthRecord { lent: Fen::from_yuan(lent), due: Fen::from_yuan(due), ..MonthRecord::default() };
        let months = [month(10.0, 0.0), month(20.0, 1.0), month(0.0, 8.0)];
        let at = |from: u32, to: u32| (start.plus(from), start.plus(to));
        let measure = |window, per: Option<Sum>| Measure::Months {
            of: vec![("lent_yuan".into(), 1.0), ("due_yuan".into(), -1.0)],
            window,
            per,
            per_window: at(1, 2),
            per_number: 2.0,
        };
        let of = |measure: &Measure| of_records(measure, start, &ReplicationRecord::default(), &months).unwrap();
        assert_eq!(of(&measure(at(0, 1), None)), 29.0 / 2.0);
        assert_eq!(of(&measure(at(0, 1), Some(vec![("due_yuan".into(), 1.0)]))), 29.0 / 9.0 / 2.0);
        assert!(of(&measure(at(0, 3), None)).is_nan(), "a window outside the run");
        let lag = Measure::PeakLag { from: "lent_yuan".into(), to: "due_yuan".into(), over_months: 1 };
        assert_eq!(of(&lag), 1.0);
    }
}
