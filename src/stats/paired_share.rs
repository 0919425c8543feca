//! Two shares of the same replications: how they differ.

use super::special::binomial_cdf;
use super::{Interval, Z};

/// Yes and no in two scenarios, replication by replication: what is needed are the pairs that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairedShares {
    /// Replications with yes in the alternative alone.
    pub gained: u64,
    /// Replications with yes in the baseline alone.
    pub lost: u64,
    /// Replications.
    pub n: u64,
}

impl PairedShares {
    /// Share of the alternative less share of the baseline; none without replications.
    pub fn difference(self) -> Option<f64> {
        (self.n > 0).then(|| (self.gained as f64 - self.lost as f64) / self.n as f64)
    }

    /// The score interval of Tango (1998), Statistics in Medicine 17, 891–908.
    ///
    /// All δ that the score test of "the difference is δ" does not refuse. With few pairs that differ it keeps its
    /// coverage (95.4% where 5 of 1,000 are expected to), which the interval of a mean does not: with none it is
    /// ± z²/(n + z²).
    ///
    /// ```
    /// # use lendmix::stats::PairedShares;
    /// // Bentur et al. (2009) in Fagerland, Lydersen and Laake (2014): 1 and 7 of 21 pairs differ.
    /// let interval = PairedShares { gained: 1, lost: 7, n: 21 }.tango().unwrap();
    /// assert!((interval.low + 0.517).abs() < 5e-4 && (interval.high + 0.026).abs() < 5e-4);
    /// ```
    pub fn tango(self) -> Option<Interval> {
        let centre = self.difference()?;
        Some(Interval { low: self.end(-1.0, centre, Z), high: self.end(centre, 1.0, -Z) })
    }

    /// Where the score falls through `wanted` between two differences.
    fn end(self, mut low: f64, mut high: f64, wanted: f64) -> f64 {
        loop {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high || high - low < 1e-12 {
                return middle;
            }
            if self.score(middle) > wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /// (gained − lost − nδ) / √(n(2q̂ + δ(1 − δ))), q̂ the likeliest probability of "lost" if the difference is δ.
    fn score(self, delta: f64) -> f64 {
        let (gained, lost, n) = (self.gained as f64, self.lost as f64, self.n as f64);
        let linear = (2.0 * n - gained + lost) * delta - gained - lost;
        let constant = -lost * delta * (1.0 - delta);
        let root = libm::sqrt((linear * linear - 8.0 * n * constant).max(0.0));
        let likeliest = (root - linear) / (4.0 * n);
        let variance = n * (2.0 * likeliest + delta * (1.0 - delta));
        let distance = gained - lost - n * delta;
        if variance > 0.0 { distance / libm::sqrt(variance) } else { distance * f64::INFINITY }
    }

    /// Two-sided p of "no difference" by McNemar's exact conditional test: each pair that differs is a fair coin.
    ///
    /// It never errs more often than it says. Without a pair that differs it is one.
    pub fn exact_p(self) -> f64 {
        sign_p(self.gained, self.lost)
    }
}

/// Two-sided p of the sign test: so many up, so many down, each a fair coin.
pub(super) fn sign_p(up: u64, down: u64) -> f64 {
    (2.0 * binomial_cdf(up + down, 0.5, up.min(down) as i64)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fagerland, Lydersen and Laake (2014), Statistics in Medicine 33, 2850–2875 (Bentur; Cavo), Agresti (2013),
    /// Categorical Data Analysis, 11.1 (opinions of a prime minister).
    const PUBLISHED: [(u64, u64, u64, [f64; 2], f64); 3] = [
        (1, 7, 21, [-0.517, -0.026], 5e-4),
        (6, 16, 161, [-0.124, -0.005], 5e-4),
        (86, 150, 1600, [-0.059, -0.021], 5e-4),
    ];

    #[test]
    fn intervals_are_those_that_are_published() {
        for (gained, lost, n, [low, high], near) in PUBLISHED {
            let found = PairedShares { gained, lost, n }.tango().unwrap();
            assert!((found.low - low).abs() < near && (found.high - high).abs() < near, "{found:?}");
            let turned = PairedShares { gained: lost, lost: gained, n }.tango().unwrap();
            assert!((turned.low + found.high).abs() < 1e-9 && (turned.high + found.low).abs() < 1e-9);
        }
    }

    /// Where no pair differs the score is −nδ/√(nδ(1 − δ)) for δ > 0: the end is where nδ/(1 − δ) = z².
    #[test]
    fn without_a_pair_that_differs_the_interval_has_a_closed_form() {
        for n in [1, 50, 1_000] {
            let end = Z * Z / (n as f64 + Z * Z);
            let found = PairedShares { gained: 0, lost: 0, n }.tango().unwrap();
            assert!((found.high - end).abs() < 1e-9 && (found.low + end).abs() < 1e-9, "{found:?} {end}");
        }
        assert_eq!(PairedShares::default().tango(), None);
    }

    /// The probability that the interval holds the true difference, over all outcomes of 200 replications of which few
    /// differ: an interval for the mean would lose what it says it keeps.
    #[test]
    fn the_interval_keeps_its_coverage_where_few_pairs_differ() {
        let n = 200_u64;
        for (gained, lost) in [(2.5, 2.5), (5.0, 5.0), (7.5, 2.5), (3.0, 1.0)] {
            let (p, q) = (gained / n as f64, lost / n as f64);
            let (mut kept, mut all) = (0.0, 0.0);
            for up in 0..30_u64 {
                for down in 0..30_u64 {
                    let same = n - up - down;
                    let log = |k: u64| libm::lgamma(k as f64 + 1.0);
                    let weight = log(n) - log(up) - log(down) - log(same)
                        + up as f64 * libm::log(p)
                        + down as f64 * libm::log(q)
                        + same as f64 * libm::log(1.0 - p - q);
                    let probability = libm::exp(weight);
                    let found = PairedShares { gained: up, lost: down, n }.tango().unwrap();
                    kept += if found.low <= p - q && p - q <= found.high { probability } else { 0.0 };
                    all += probability;
                }
            }
            assert!(all > 0.999 && kept / all > 0.94, "{gained} {lost}: {}", kept / all);
        }
    }

    /// 2·P(B ≤ 0 of 5) = 2/32; 2·(1 + 6 + 15)/64 with 2 of 6; never above one.
    #[test]
    fn exact_p_is_that_of_coins() {
        let p = |gained, lost| PairedShares { gained, lost, n: 100 }.exact_p();
        assert!((p(5, 0) - 0.0625).abs() < 1e-12 && (p(0, 6) - 0.03125).abs() < 1e-12);
        assert!((p(2, 4) - 44.0 / 64.0).abs() < 1e-12);
        assert_eq!((p(3, 3), p(0, 0)), (1.0, 1.0));
    }
}
