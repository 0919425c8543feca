//! The ratio of two means over the same replications.

use super::{Interval, Moments, Z};

/// A ratio of means with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatioEstimate {
    /// Mean of the numerators over mean of the denominators.
    pub ratio: f64,
    /// 95% interval by linearisation; none for fewer than two pairs.
    pub interval: Option<Interval>,
}

/// R = ā / b̄ with the linearised standard error s(a − R b) / (√n |b̄|) (Cochran, Sampling Techniques, 1977, 6.3).
///
/// A ratio of means and not a mean of ratios: a path whose denominator is near zero must not decide. Pairs with a
/// missing value are left out; `None` without pairs or where the mean of the denominators is zero.
///
/// ```
/// # use lendmix::stats::ratio_of_means;
/// let estimate = ratio_of_means(&[1.0, 3.0], &[2.0, 6.0]).unwrap();
/// assert_eq!(estimate.ratio, 0.5);
/// let interval = estimate.interval.unwrap();
/// assert_eq!((interval.low, interval.high), (0.5, 0.5)); // every pair has the same ratio
/// ```
pub fn ratio_of_means(numerators: &[f64], denominators: &[f64]) -> Option<RatioEstimate> {
    let pairs = || numerators.iter().zip(denominators).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    let mean = |values: Moments| values.estimate().mean;
    let numerator = mean(Moments::of(pairs().map(|(a, _)| *a)))?;
    let denominator = mean(Moments::of(pairs().map(|(_, b)| *b)))?;
    if denominator == 0.0 {
        return None;
    }
    let ratio = numerator / denominator;
    let residuals = Moments::of(pairs().map(|(a, b)| a - ratio * b)).estimate();
    let interval = residuals.sd.map(|sd| {
        let half = Z * sd / (residuals.n as f64).sqrt() / denominator.abs();
        Interval { low: ratio - half, high: ratio + half }
    });
    Some(RatioEstimate { ratio, interval })
}
