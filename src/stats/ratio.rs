//! The ratio of two means over the same replications.

use serde::{Deserialize, Serialize};

use super::{Interval, Moments, Z};

/// A ratio of means with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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

/// Sums that give the ratio of two means over the same replications without their values.
#[derive(Clone, Copy, Debug, Default)]
pub struct RatioSums {
    numerators: Moments,
    denominators: Moments,
    both: Moments,
}

impl RatioSums {
    /// Adds a pair; with either value missing (`NaN`) it is left out.
    pub fn push(&mut self, numerator: f64, denominator: f64) {
        let sum = numerator + denominator;
        if !sum.is_nan() {
            self.numerators.push(numerator);
            self.denominators.push(denominator);
            self.both.push(sum);
        }
    }

    /// As [`ratio_of_means`]: Var(a − R b) = Var a + R² Var b − 2 R Cov(a, b), the covariance from Var(a + b).
    pub fn estimate(&self) -> Option<RatioEstimate> {
        let [a, b] = [self.numerators, self.denominators].map(|moments| moments.estimate());
        let (numerator, denominator) = a.mean.zip(b.mean.filter(|mean| *mean != 0.0))?;
        let ratio = numerator / denominator;
        let variances = self.numerators.variance().zip(self.denominators.variance()).zip(self.both.variance());
        let interval = variances.map(|((of_a, of_b), of_both)| {
            // A constant ratio has no variance left but what rounding leaves, of either sign.
            let residual = of_a + ratio * ratio * of_b - ratio * (of_both - of_a - of_b);
            let half = Z * libm::sqrt(residual.max(0.0) / a.n as f64) / denominator.abs();
            Interval { low: ratio - half, high: ratio + half }
        });
        Some(RatioEstimate { ratio, interval })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums and values give the same ratio and interval, also where the two move together.
    #[test]
    fn sums_say_what_values_say() {
        let a: Vec<f64> = (0..40).map(|i| 3.0 + f64::from(i * i % 7)).chain([f64::NAN]).collect();
        let b: Vec<f64> = (0..40).map(|i| 5.0 + f64::from(i * i % 7) + f64::from(i % 3)).chain([1.0]).collect();
        let mut sums = RatioSums::default();
        a.iter().zip(&b).for_each(|(a, b)| sums.push(*a, *b));
        let (sums, values) = (sums.estimate().unwrap(), ratio_of_means(&a, &b).unwrap());
        let (one, other) = (sums.interval.unwrap(), values.interval.unwrap());
        assert!((sums.ratio - values.ratio).abs() < 1e-14);
        assert!((one.low - other.low).abs() < 1e-12 && (one.high - other.high).abs() < 1e-12, "{one:?} {other:?}");
    }
}
