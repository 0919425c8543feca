//! The tail of a loss: value at risk and expected shortfall.

use super::quantile::{Level, QuantileEstimate, Sample};
use super::{Estimate, Moments};
use serde::{Deserialize, Serialize};

/// Value at risk and expected shortfall of a loss at one level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tail {
    /// VaR: the smallest loss that is not exceeded with probability `level`; X₍⌈nα⌉₎ of the sample.
    pub value_at_risk: QuantileEstimate,
    /// ES: the mean of the worst 1 − α of the distribution.
    pub expected_shortfall: Estimate,
}

impl Tail {
    /// The tail of a sample of losses.
    ///
    /// ES = v + E(L − v)⁺/(1 − α) with v = VaR (Rockafellar and Uryasev 2000), which is the mean of the quantile
    /// function above α also when losses are tied or nα is no whole number (Acerbi and Tasche 2002). Its interval is
    /// that of the mean of v + (Lᵢ − v)⁺/(1 − α): v minimises the expression, so its own error is of second order.
    /// Where the sample is too small to bound VaR there is no interval for ES either.
    ///
    /// ```
    /// # use lendmix::stats::{Level, Sample, Tail};
    /// let losses = Sample::new((1..=100).map(f64::from).collect());
    /// let tail = Tail::of(&losses, Level::per_mille(900));
    /// assert_eq!(tail.value_at_risk.value, Some(90.0));
    /// assert!((tail.expected_shortfall.mean.unwrap() - 95.5).abs() < 1e-12);
    /// ```
    pub fn of(losses: &Sample, level: Level) -> Tail {
        let value = losses.order_statistic(level);
        let value_at_risk = QuantileEstimate { level: level.get(), value, interval: losses.interval(level) };
        let threshold = value.unwrap_or(f64::NAN);
        let excess = |loss: &f64| threshold + (loss - threshold).max(0.0) / (1.0 - level.get());
        let mut expected_shortfall = Moments::of(losses.sorted().iter().map(excess)).estimate();
        expected_shortfall.missing = losses.missing();
        if value_at_risk.interval.is_none() {
            expected_shortfall.interval = None;
        }
        Tail { value_at_risk, expected_shortfall }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortfall_splits_the_loss_at_the_level() {
        // α = 0.5 of three losses: the upper half is all of 3 and half of 2 → (1·3 + 0.5·2)/1.5.
        let tail = Tail::of(&Sample::new(vec![1.0, 2.0, 3.0]), Level::MEDIAN);
        assert_eq!(tail.value_at_risk.value, Some(2.0));
        assert!((tail.expected_shortfall.mean.unwrap() - 4.0 / 1.5).abs() < 1e-12);
    }

    #[test]
    fn ties_at_the_threshold_do_not_count_twice() {
        // 90 zeros and ten losses of 1: above 80% lie ten zeros and ten ones.
        let losses = Sample::new((0..100).map(|i| f64::from(u8::from(i >= 90))).collect());
        let tail = Tail::of(&losses, Level::per_mille(800));
        assert_eq!(tail.value_at_risk.value, Some(0.0));
        assert!((tail.expected_shortfall.mean.unwrap() - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_tail_beyond_the_sample_has_no_interval() {
        let losses = Sample::new((0..100).map(f64::from).collect());
        let tail = Tail::of(&losses, Level::per_mille(999));
        assert_eq!((tail.value_at_risk.interval, tail.expected_shortfall.interval), (None, None));
        assert!(Tail::of(&Sample::new(vec![]), Level::MEDIAN).expected_shortfall.mean.is_none());
    }
}
