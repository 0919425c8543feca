//! A share of replications with its interval.

use super::special::beta_quantile;
use super::{Interval, TAIL, Z};
use serde::{Deserialize, Serialize};

/// `k` of `n` replications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proportion {
    /// Replications in which it happened.
    pub k: u64,
    /// Replications.
    pub n: u64,
}

impl Proportion {
    /// k/n; none without replications.
    pub fn share(self) -> Option<f64> {
        (self.n > 0).then(|| self.k as f64 / self.n as f64)
    }

    /// The score interval of Wilson (1927), which keeps its coverage near 0 and 1.
    ///
    /// (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)
    ///
    /// ```
    /// # use lendmix::stats::Proportion;
    /// let interval = Proportion { k: 15, n: 148 }.wilson().unwrap();
    /// assert!((interval.low - 0.0624).abs() < 5e-5 && (interval.high - 0.1605).abs() < 5e-5);
    /// ```
    pub fn wilson(self) -> Option<Interval> {
        let p = self.share()?;
        let n = self.n as f64;
        let centre = p + Z * Z / (2.0 * n);
        let half = Z * libm::sqrt(p * (1.0 - p) / n + Z * Z / (4.0 * n * n));
        let width = 1.0 + Z * Z / n;
        // At the ends the formula gives 0 and 1 but for rounding.
        let low = if self.k == 0 { 0.0 } else { (centre - half) / width };
        let high = if self.k == self.n { 1.0 } else { (centre + half) / width };
        Some(Interval { low, high })
    }

    /// The exact interval of Clopper and Pearson (1934), which covers at least 95%.
    pub fn clopper_pearson(self) -> Option<Interval> {
        self.bounds(TAIL)
    }

    /// Exact bounds of Clopper and Pearson, each wrong with probability at most `tail`; none without replications.
    pub fn bounds(self, tail: f64) -> Option<Interval> {
        let (k, n) = (self.k as f64, self.n as f64);
        self.share()?;
        let low = if self.k == 0 { 0.0 } else { beta_quantile(k, n - k + 1.0, tail) };
        let high = if self.k == self.n { 1.0 } else { beta_quantile(k + 1.0, n - k, 1.0 - tail) };
        Some(Interval { low, high })
    }

    /// The share with Wilson's interval.
    pub fn estimate(self) -> ShareEstimate {
        ShareEstimate { count: self.k, n: self.n, share: self.share(), interval: self.wilson() }
    }
}

/// A share with Wilson's interval, as it is reported.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareEstimate {
    /// Replications in which it happened.
    pub count: u64,
    /// Replications.
    pub n: u64,
    /// count/n; none without replications.
    pub share: Option<f64>,
    /// Interval; none without replications.
    pub interval: Option<Interval>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe (1998), Statistics in Medicine 17, table I: methods 3 (score) and 5 (exact).
    const NEWCOMBE: [(u64, u64, [f64; 2], [f64; 2]); 4] = [
        (81, 263, [0.2553, 0.3662], [0.2527, 0.3676]),
        (15, 148, [0.0624, 0.1605], [0.0578, 0.1617]),
        (0, 20, [0.0, 0.1611], [0.0, 0.1684]),
        (1, 29, [0.0061, 0.1718], [0.0009, 0.1776]),
    ];

    #[test]
    fn intervals_are_those_of_newcombe() {
        let near = |found: Option<Interval>, [low, high]: [f64; 2]| {
            let found = found.unwrap();
            assert!((found.low - low).abs() < 6e-5 && (found.high - high).abs() < 6e-5, "{found:?}");
        };
        for (k, n, score, exact) in NEWCOMBE {
            near(Proportion { k, n }.wilson(), score);
            near(Proportion { k, n }.clopper_pearson(), exact);
        }
    }

    #[test]
    fn never_and_always_have_a_closed_end_and_an_open_one() {
        // The exact bound of "none in n" is 1 − 0.025^(1/n).
        let never = Proportion { k: 0, n: 1_000 };
        let expected = 1.0 - libm::pow(0.025, 1.0 / 1_000.0);
        assert!((never.clopper_pearson().unwrap().high - expected).abs() < 1e-12);
        let always = Proportion { k: 1_000, n: 1_000 };
        assert_eq!((never.wilson().unwrap().low, always.wilson().unwrap().high), (0.0, 1.0));
        assert!((1.0 - always.wilson().unwrap().low - never.wilson().unwrap().high).abs() < 1e-12);
    }

    #[test]
    fn nothing_observed_is_nothing_known() {
        let none = Proportion { k: 0, n: 0 };
        assert_eq!((none.share(), none.wilson(), none.clopper_pearson()), (None, None, None));
    }
}
