//! Quantiles of a sample, with intervals that assume nothing about the distribution.
//!
//! Two definitions, each where it belongs:
//! * the point is Hyndman and Fan's type 7 (linear between order statistics; the default of R, NumPy and pandas),
//!   so that a reader who recomputes it from the tables finds the same number;
//! * the interval is [X₍ₗ₎, X₍ᵤ₎] with l the largest rank such that P(B ≤ l − 1) ≤ 2.5% and u the smallest such that
//!   P(B ≥ u) ≤ 2.5%, B ~ Binomial(n, p). It covers at least 95% for any distribution. If either rank does not
//!   exist the sample is too small (fewer than 72 values for the 5% and 95% quantiles) and there is no interval.

use super::special::binomial_cdf;
use super::{Interval, TAIL};
use serde::{Deserialize, Serialize};

/// The share of the distribution that lies below a quantile, strictly between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// The median.
    pub const MEDIAN: Level = Level::per_mille(500);

    /// A level in thousandths, for constants.
    ///
    /// # Panics
    /// At compile time in constants: if `thousandths` is not within 1 to 999.
    pub const fn per_mille(thousandths: u16) -> Level {
        assert!(thousandths > 0 && thousandths < 1000, "a level lies between 0 and 1");
        Level(thousandths as f64 / 1000.0)
    }

    /// A level strictly between 0 and 1; anything else is `None`.
    pub fn new(value: f64) -> Option<Level> {
        (value > 0.0 && value < 1.0).then_some(Level(value))
    }

    /// The level as a number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Number of values from which a sample bounds this quantile on both sides: the smallest n with pⁿ ≤ 2.5% and
    /// (1 − p)ⁿ ≤ 2.5%.
    ///
    /// ```
    /// # use lendmix::stats::Level;
    /// assert_eq!(Level::per_mille(950).values_needed(), 72);
    /// assert_eq!(Level::per_mille(990).values_needed(), 368);
    /// ```
    pub fn values_needed(self) -> u64 {
        let farther = self.0.max(1.0 - self.0);
        libm::ceil(libm::log(TAIL) / libm::log(farther)) as u64
    }
}

/// A sample in ascending order, missing values apart.
#[derive(Clone, Debug)]
pub struct Sample {
    sorted: Vec<f64>,
    missing: u64,
}

impl Sample {
    /// Sorts `values`; `NaN` is missing.
    ///
    /// ```
    /// # use lendmix::stats::{Level, Sample};
    /// let sample = Sample::new(vec![4.0, 1.0, f64::NAN, 3.0, 2.0]);
    /// assert_eq!((sample.n(), sample.missing()), (4, 1));
    /// assert_eq!(sample.quantile(Level::per_mille(250)), Some(1.75));
    /// ```
    pub fn new(mut values: Vec<f64>) -> Sample {
        let all = values.len();
        values.retain(|value| !value.is_nan());
        let missing = (all - values.len()) as u64;
        values.sort_unstable_by(f64::total_cmp);
        Sample { sorted: values, missing }
    }

    /// Values.
    pub fn n(&self) -> u64 {
        self.sorted.len() as u64
    }

    /// Missing values.
    pub fn missing(&self) -> u64 {
        self.missing
    }

    /// The values in ascending order.
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The quantile of type 7; none of an empty sample.
    pub fn quantile(&self, level: Level) -> Option<f64> {
        let last = self.sorted.len().checked_sub(1)?;
        let place = last as f64 * level.get();
        let below = libm::floor(place) as usize;
        let (low, high) = (self.sorted[below], self.sorted[(below + 1).min(last)]);
        // The weight is zero at the last value, where low and high are the same one.
        Some(low + (place - below as f64) * (high - low))
    }

    /// The smallest value with at least `level` of the sample at or below it, X₍⌈np⌉₎: always a value of the sample.
    pub fn order_statistic(&self, level: Level) -> Option<f64> {
        let n = self.sorted.len();
        // A hair less than np, so that 0.95·100 is rank 95 although it is 95.00000000000001 in binary.
        let rank = libm::ceil(n as f64 * level.get() * (1.0 - 1e-12)) as usize;
        self.sorted.get(rank.max(1) - 1).copied()
    }

    /// The distribution-free interval of the quantile; none if the sample is too small for one.
    pub fn interval(&self, level: Level) -> Option<Interval> {
        self.bounds(level, TAIL)
    }

    /// Distribution-free bounds of a quantile, each wrong with probability at most `tail`; none if the sample is too small.
    fn bounds(&self, level: Level, tail: f64) -> Option<Interval> {
        let (low, high) = interval_ranks(self.n(), level, tail)?;
        let at = |rank: u64| self.sorted.get(rank as usize - 1).copied();
        Some(Interval { low: at(low)?, high: at(high)? })
    }

    /// What lies between two quantiles, `upper` ≥ `lower`, with a distribution-free 95% interval.
    ///
    /// [(l_u − u_l)⁺, u_u − l_l] from bounds of both quantiles that are each wrong with probability at most 1.25%
    /// (David and Nagaraja 2003, section 7.1: inner and outer intervals of a quantile interval, by Bonferroni). The
    /// values are order statistics, so that the gap is that of two values of the sample.
    pub fn gap(&self, lower: Level, upper: Level) -> Option<Gap> {
        let difference = self.order_statistic(upper)? - self.order_statistic(lower)?;
        let bounds = self.bounds(lower, TAIL / 2.0).zip(self.bounds(upper, TAIL / 2.0));
        let interval = bounds.map(|(l, u)| Interval { low: (u.low - l.high).max(0.0), high: u.high - l.low });
        Some(Gap { difference, interval })
    }

    /// The quantile with its interval.
    pub fn estimate(&self, level: Level) -> QuantileEstimate {
        QuantileEstimate { level: level.get(), value: self.quantile(level), interval: self.interval(level) }
    }
}

/// A quantile with its distribution-free interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuantileEstimate {
    /// Share of the distribution below it.
    pub level: f64,
    /// The quantile; none without values.
    pub value: Option<f64>,
    /// Interval; none if there are too few values.
    pub interval: Option<Interval>,
}

/// The difference of two quantiles of one sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Upper less lower.
    pub difference: f64,
    /// Interval; none if there are too few values.
    pub interval: Option<Interval>,
}

/// Ranks l < u (from 1) of the order statistics that bound the quantile, each wrong with probability at most `tail`.
fn interval_ranks(n: u64, level: Level, tail: f64) -> Option<(u64, u64)> {
    let at_most = |k: i64| binomial_cdf(n, level.get(), k);
    // Number of k ≥ 0 with P(B ≤ k) ≤ 2.5% = largest l with P(B ≤ l − 1) ≤ 2.5%.
    let low = first_in(n, |k| at_most(k) > tail);
    // P(B ≥ u) ≤ 2.5% is P(B ≤ u − 1) ≥ 97.5%.
    let high = first_in(n, |k| at_most(k) >= 1.0 - tail) + 1;
    (low >= 1 && high <= n).then_some((low, high))
}

/// The first k in 0..n at which a condition that stays true becomes true (n if never).
fn first_in(n: u64, is_true: impl Fn(i64) -> bool) -> u64 {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_true(middle as i64) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_of_the_median_are_those_of_the_sign_test_tables() {
        // Conover (1999), table A3 and the usual tables of the sign test at 95%.
        for (n, low, high) in [(6, 1, 6), (10, 2, 9), (15, 4, 12), (20, 6, 15), (25, 8, 18), (100, 40, 61)] {
            assert_eq!(interval_ranks(n, Level::MEDIAN, TAIL), Some((low, high)), "n = {n}");
        }
        assert_eq!(interval_ranks(5, Level::MEDIAN, TAIL), None);
    }

    #[test]
    fn extreme_quantiles_need_seventy_two_values() {
        // 0.95^71 = 0.0262 and 0.95^72 = 0.0249.
        for level in [Level::per_mille(50), Level::per_mille(950)] {
            assert_eq!(interval_ranks(71, level, TAIL), None);
            assert!(interval_ranks(72, level, TAIL).is_some());
        }
        assert_eq!(interval_ranks(72, Level::per_mille(50), TAIL).map(|(low, _)| low), Some(1));
        assert_eq!(interval_ranks(72, Level::per_mille(950), TAIL).map(|(_, high)| high), Some(72));
    }

    #[test]
    fn ranks_are_the_narrowest_with_at_most_a_fortieth_outside_on_each_side() {
        for n in [80_u64, 333, 5_000] {
            for level in [50, 250, 500, 750, 950].map(Level::per_mille) {
                let (low, high) = interval_ranks(n, level, TAIL).unwrap();
                let p = level.get();
                assert!(binomial_cdf(n, p, low as i64 - 1) <= 0.025 && binomial_cdf(n, p, low as i64) > 0.025);
                assert!(binomial_cdf(n, p, high as i64 - 1) >= 0.975 && binomial_cdf(n, p, high as i64 - 2) < 0.975);
            }
        }
    }

    #[test]
    fn the_point_is_type_seven() {
        // R: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .9), type = 7)
        let sample = Sample::new(vec![16.0, 1.0, 8.0, 2.0, 4.0]);
        let expected = [(50, 1.2), (250, 2.0), (500, 4.0), (900, 12.8)];
        for (level, value) in expected {
            assert!((sample.quantile(Level::per_mille(level)).unwrap() - value).abs() < 1e-12);
        }
    }

    #[test]
    fn order_statistics_are_values_of_the_sample() {
        let sample = Sample::new((1..=100).map(f64::from).collect());
        assert_eq!(sample.order_statistic(Level::per_mille(950)), Some(95.0));
        assert_eq!(sample.order_statistic(Level::per_mille(951)), Some(96.0));
        assert_eq!(sample.order_statistic(Level::per_mille(1)), Some(1.0));
    }

    #[test]
    fn an_empty_sample_has_no_quantile() {
        let empty = Sample::new(vec![f64::NAN]);
        assert_eq!((empty.n(), empty.missing(), empty.quantile(Level::MEDIAN)), (0, 1, None));
        assert_eq!((empty.order_statistic(Level::MEDIAN), empty.interval(Level::MEDIAN)), (None, None));
    }
}
