//! A mean with its interval.

use super::special::student_quantile;
use super::{Interval, TAIL};
use serde::{Deserialize, Serialize};

/// Running mean and sum of squared deviations (Welford 1962), values added in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moments {
    n: u64,
    missing: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// The moments of `values` in their order; `NaN` is missing.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Moments {
        let mut moments = Moments::default();
        values.into_iter().for_each(|value| moments.push(value));
        moments
    }

    /// Adds a value; `NaN` is missing.
    pub fn push(&mut self, value: f64) {
        if value.is_nan() {
            self.missing += 1;
            return;
        }
        self.n += 1;
        let before = value - self.mean;
        self.mean += before / self.n as f64;
        self.squares += before * (value - self.mean);
    }

    /// Variance of the values so far (divisor n − 1); none for fewer than two.
    pub fn variance(&self) -> Option<f64> {
        (self.n > 1).then(|| self.squares / (self.n - 1) as f64)
    }

    /// The mean of the values so far, with its interval.
    pub fn estimate(&self) -> Estimate {
        let (n, missing) = (self.n, self.missing);
        let mean = (n > 0).then_some(self.mean);
        let sd = self.variance().map(libm::sqrt);
        let estimate = Estimate { n, missing, mean, sd, interval: None };
        Estimate { interval: estimate.bounds(TAIL), ..estimate }
    }
}

/// A mean over replications: x̄ ± t₀.₉₇₅(n−1)·s/√n.
///
/// ```
/// # use lendmix::stats::Moments;
/// let estimate = Moments::of([1.0, 2.0, 3.0, f64::NAN]).estimate();
/// assert_eq!((estimate.n, estimate.missing), (3, 1));
/// assert_eq!((estimate.mean, estimate.sd), (Some(2.0), Some(1.0)));
/// assert!((estimate.interval.unwrap().high - (2.0 + 4.30265 / 3.0_f64.sqrt())).abs() < 1e-5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Values.
    pub n: u64,
    /// Missing values, in none of the other numbers.
    pub missing: u64,
    /// Mean; none without values.
    pub mean: Option<f64>,
    /// Standard deviation of the values (divisor n − 1); none for fewer than two.
    pub sd: Option<f64>,
    /// Interval of the mean; none for fewer than two values.
    pub interval: Option<Interval>,
}

impl Estimate {
    /// Bounds of the mean by Student's t, each wrong with probability `tail` < ½; none for fewer than two values.
    pub fn bounds(&self, tail: f64) -> Option<Interval> {
        let (mean, sd) = self.mean.zip(self.sd)?;
        let half = student_quantile((self.n - 1) as f64, 1.0 - tail) * sd / libm::sqrt(self.n as f64);
        Some(Interval { low: mean - half, high: mean + half })
    }

    /// The estimate of a mean that cannot lie outside `low` to `high`: Student's interval is cut there, which takes
    /// nothing from its coverage.
    ///
    /// ```
    /// # use lendmix::stats::Moments;
    /// let share = Moments::of([1.0, 0.9, 0.8]).estimate();
    /// assert!(share.interval.unwrap().high > 1.0);
    /// assert_eq!(share.within(0.0, 1.0).interval.unwrap().high, 1.0);
    /// ```
    pub fn within(self, low: f64, high: f64) -> Estimate {
        Estimate { interval: self.interval.map(|range| range.within(low, high)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_values_have_no_interval_and_none_have_no_mean() {
        let none = Moments::of([f64::NAN]).estimate();
        assert_eq!((none.n, none.missing, none.mean, none.sd, none.interval), (0, 1, None, None, None));
        let one = Moments::of([7.0]).estimate();
        assert_eq!((one.mean, one.sd, one.interval), (Some(7.0), None, None));
    }

    #[test]
    fn equal_values_have_an_interval_of_no_width() {
        let same = Moments::of([3.5; 10]).estimate();
        assert_eq!(same.interval, Some(Interval { low: 3.5, high: 3.5 }));
    }

    #[test]
    fn a_large_common_part_does_not_spoil_the_deviation() {
        // A sum of squares would lose all digits here: variance 30 around 10⁹ (the example of Welford's critics).
        let values = [4.0, 7.0, 13.0, 16.0].map(|v| v + 1e9);
        let estimate = Moments::of(values).estimate();
        assert!((libm::pow(estimate.sd.unwrap(), 2.0) - 30.0).abs() < 1e-9);
    }
}
