//! The data and the words of the fund fan chart.

use super::{NumberStyle, PlotError};
use crate::units::{CalendarMonth, Probability};

/// The probabilities of [`FundFan`]'s balance quantiles, ascending.
pub const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// The estimated probability that the fund was depleted by the end of a month, with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepletionPoint {
    /// The estimate.
    pub estimate: Probability,
    /// Lower end of the 95 % interval.
    pub low: Probability,
    /// Upper end of the 95 % interval.
    pub high: Probability,
}

/// Fund balance and depletion probability over time; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FundFan {
    start: CalendarMonth,
    opening_yuan: Option<f64>,
    balance_yuan: Vec<[f64; 5]>,
    depleted: Vec<DepletionPoint>,
}

impl FundFan {
    /// `balance_yuan` and `depleted` hold one entry for the end of each month from `start` on; the quantiles are
    /// those of [`LEVELS`]. `opening_yuan` is the balance before the first month, known for certain; with it
    /// the fan opens from one point.
    pub fn new(
        start: CalendarMonth,
        opening_yuan: Option<f64>,
        balance_yuan: Vec<[f64; 5]>,
        depleted: Vec<DepletionPoint>,
    ) -> Result<FundFan, PlotError> {
        check_lengths(balance_yuan.len(), depleted.len())?;
        if opening_yuan.is_some_and(|yuan| !yuan.is_finite()) {
            return Err(PlotError::NotFinite { month: start });
        }
        let months = (0..).map(|i| start.plus(i));
        for (month, quantiles) in months.clone().zip(&balance_yuan) {
            check_quantiles(month, quantiles)?;
        }
        let earlier = std::iter::once(Probability::ZERO).chain(depleted.iter().map(|point| point.estimate));
        for ((month, point), earlier) in months.zip(&depleted).zip(earlier) {
            check_depletion(month, point, earlier)?;
        }
        Ok(FundFan { start, opening_yuan, balance_yuan, depleted })
    }

    /// The first month.
    pub fn start(&self) -> CalendarMonth {
        self.start
    }

    /// The number of months.
    pub fn months(&self) -> u32 {
        self.balance_yuan.len() as u32
    }

    /// Smallest and largest balance of the chart, zero included.
    pub fn range_yuan(&self) -> (f64, f64) {
        let all = self.balance_yuan.iter().flatten().copied().chain(self.opening_yuan);
        all.fold((0.0, 0.0), |(low, high), yuan| (yuan.min(low), yuan.max(high)))
    }

    /// The line of quantile number `level` of [`LEVELS`]: months since the start, yuan.
    pub fn line(&self, level: usize) -> Vec<(f64, f64)> {
        let opening = self.opening_yuan.map(|yuan| (0.0, yuan));
        let ends = self.balance_yuan.iter().enumerate();
        opening.into_iter().chain(ends.map(|(i, quantiles)| ((i + 1) as f64, quantiles[level]))).collect()
    }

    /// A line of the depletion panel: months since the start, per cent. A fund that opens above zero starts at 0 %.
    pub fn depletion_line(&self, of: impl Fn(&DepletionPoint) -> Probability) -> Vec<(f64, f64)> {
        let opening = self.opening_yuan.filter(|&yuan| yuan > 0.0).map(|_| (0.0, 0.0));
        let ends = self.depleted.iter().enumerate();
        opening.into_iter().chain(ends.map(|(i, point)| ((i + 1) as f64, of(point).get() * 100.0))).collect()
    }

    /// The upper end of the highest interval.
    pub fn largest_depletion(&self) -> Probability {
        let ends = self.depleted.iter().map(|point| point.high);
        ends.fold(Probability::ZERO, |a, b| if b > a { b } else { a })
    }

    /// The depletion probability by the end of the last month.
    pub fn last_depletion(&self) -> DepletionPoint {
        self.depleted[self.depleted.len() - 1] // invariant: `new` refuses a fan without months
    }
}

/// The words of the chart, already in the reader's language.
#[derive(Clone, Debug)]
pub struct FanLabels {
    /// What the chart is about, one line if it can be.
    pub title: String,
    /// How to read it: what the bands hold.
    pub subtitle: String,
    /// Heading of the upper panel; `{unit}` is replaced by the unit of money chosen for the axis.
    pub balance_axis: String,
    /// Heading of the lower panel.
    pub depletion_axis: String,
    /// What the numbers of the time axis are: years.
    pub years: String,
    /// The same for the row of months that short horizons have.
    pub months: String,
    /// Names of the 5, 25, 50, 75 and 95 % quantiles.
    pub quantiles: [String; 5],
    /// Scenario, replications, seed, digest.
    pub caption: String,
    /// How large amounts are counted.
    pub numbers: NumberStyle,
}

fn check_lengths(balance: usize, depleted: usize) -> Result<(), PlotError> {
    match (balance, depleted) {
        (0, 0) => Err(PlotError::NoMonths),
        _ if balance != depleted => Err(PlotError::MonthsDiffer { balance, depleted }),
        _ => Ok(()),
    }
}

fn check_quantiles(month: CalendarMonth, quantiles: &[f64; 5]) -> Result<(), PlotError> {
    if quantiles.iter().any(|yuan| !yuan.is_finite()) {
        return Err(PlotError::NotFinite { month });
    }
    if !quantiles.is_sorted() {
        return Err(PlotError::QuantilesCross { month });
    }
    Ok(())
}

/// A hair of 10⁻⁹ is allowed for intervals computed in floating point, whose end may miss an estimate of 0 or 1.
fn check_depletion(month: CalendarMonth, point: &DepletionPoint, earlier: Probability) -> Result<(), PlotError> {
    let [low, estimate, high] = [point.low, point.estimate, point.high].map(Probability::get);
    if low > estimate + 1e-9 || high < estimate - 1e-9 {
        return Err(PlotError::OutsideInterval { month });
    }
    if estimate < earlier.get() {
        return Err(PlotError::DepletionFalls { month });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month() -> CalendarMonth {
        CalendarMonth::new(2016, 12).expect("a month")
    }
    fn point(low: f64, estimate: f64, high: f64) -> DepletionPoint {
        let p = |value| Probability::new(value).expect("a probability");
        DepletionPoint { estimate: p(estimate), low: p(low), high: p(high) }
    }

    #[test]
    fn lines_run_through_the_ends_of_months_from_the_opening_balance() {
        let balance = vec![[1.0, 2.0, 3.0, 4.0, 5.0], [-2.0, 1.0, 3.0, 5.0, 9.0]];
        let depleted = vec![point(0.0, 0.1, 0.2), point(0.1, 0.25, 0.5)];
        let fan = FundFan::new(month(), Some(4.0), balance, depleted).expect("valid");
        assert_eq!(fan.line(0), [(0.0, 4.0), (1.0, 1.0), (2.0, -2.0)]);
        assert_eq!(fan.range_yuan(), (-2.0, 9.0));
        assert_eq!(fan.depletion_line(|p| p.estimate), [(0.0, 0.0), (1.0, 10.0), (2.0, 25.0)]);
        assert_eq!(fan.largest_depletion().get(), 0.5);
    }

    #[test]
    fn without_an_opening_balance_lines_start_at_the_end_of_the_first_month() {
        let fan = FundFan::new(month(), None, vec![[1.0; 5]], vec![point(0.0, 0.0, 0.1)]).expect("valid");
        assert_eq!(fan.line(2), [(1.0, 1.0)]);
        assert_eq!(fan.depletion_line(|p| p.high), [(1.0, 10.0)]);
    }

    #[test]
    fn wrong_data_is_refused_with_its_month() {
        let zero = point(0.0, 0.0, 0.0);
        let fan = |balance, depleted| FundFan::new(month(), None, balance, depleted).expect_err("refused").to_string();
        assert!(fan(vec![], vec![]).contains("at least one month"));
        assert!(fan(vec![[0.0; 5]], vec![zero, zero]).contains("1 months of fund balance but 2"));
        assert!(fan(vec![[0.0; 5], [f64::NAN; 5]], vec![zero, zero]).contains("2017-01"));
        assert!(fan(vec![[2.0, 1.0, 3.0, 4.0, 5.0]], vec![zero]).contains("2016-12"));
        assert!(fan(vec![[0.0; 5]; 2], vec![point(0.1, 0.3, 0.4), point(0.1, 0.2, 0.4)]).contains("falls in 2017-01"));
        assert!(fan(vec![[0.0; 5]], vec![point(0.4, 0.3, 0.5)]).contains("outside"));
    }
}
