//! What a change does: paired differences over the same replications.

use super::paired_share::{PairedShares, sign_p};
use super::special::student_two_sided;
use super::{Estimate, Interval, Moments, Proportion, ShareEstimate, Z};
use serde::{Deserialize, Serialize};

/// Pairs that differ below which the sign test must agree with Student's: a mean of few values is not normal.
const FEW_DIFFER: u64 = 30;

/// Differences `alternative − baseline` of the same replications, added in their order.
#[derive(Clone, Copy, Debug, Default)]
pub struct PairedDifferences {
    differences: Moments,
    baseline: Moments,
    alternative: Moments,
    higher: u64,
    lower: u64,
    pairs: u64,
    unmatched: u64,
}

impl PairedDifferences {
    /// Adds a pair; with either value missing (`NaN`) the pair is missing.
    pub fn push(&mut self, baseline: f64, alternative: f64) {
        let difference = alternative - baseline;
        self.differences.push(difference);
        if difference.is_nan() {
            self.unmatched += u64::from(baseline.is_nan() != alternative.is_nan());
            return;
        }
        self.baseline.push(baseline);
        self.alternative.push(alternative);
        self.pairs += 1;
        self.higher += u64::from(difference > 0.0);
        self.lower += u64::from(difference < 0.0);
    }

    /// The effect on a mean.
    pub fn effect(&self) -> Effect {
        let difference = self.differences.estimate();
        Effect { p: self.p(&difference), ..self.effect_with(difference) }
    }

    /// The effect on a share, the values being 0 and 1: interval and p of paired shares in place of those of a mean.
    pub fn effect_on_share(&self) -> Effect {
        let pairs = PairedShares { gained: self.higher, lost: self.lower, n: self.pairs };
        let difference = Estimate { interval: pairs.tango(), ..self.differences.estimate() };
        let p = (self.unmatched == 0 && self.pairs > 0).then(|| pairs.exact_p());
        Effect { p, ..self.effect_with(difference) }
    }

    fn effect_with(&self, difference: Estimate) -> Effect {
        let share = |k| Proportion { k, n: self.pairs }.estimate();
        let apart = self.baseline.variance().zip(self.alternative.variance()).map(|(one, other)| one + other);
        let together = self.differences.variance().filter(|variance| *variance > 0.0);
        Effect {
            difference,
            higher: share(self.higher),
            lower: share(self.lower),
            variance_ratio: apart.zip(together).map(|(apart, together)| apart / together),
            variance_ratio_interval: None,
            p: None,
        }
    }

    /// Two-sided p of "no difference"; none where one of two values is missing, since what is left is chosen by the
    /// outcome, and none for fewer than two pairs.
    fn p(&self, difference: &Estimate) -> Option<f64> {
        let (mean, sd) = difference.mean.zip(difference.sd).filter(|_| self.unmatched == 0)?;
        if self.higher + self.lower == 0 {
            return Some(1.0);
        }
        let error = sd / libm::sqrt(self.pairs as f64);
        let student = if error > 0.0 { student_two_sided((self.pairs - 1) as f64, mean / error) } else { 0.0 };
        let few = self.higher + self.lower < FEW_DIFFER;
        Some(if few { student.max(sign_p(self.higher, self.lower)) } else { student })
    }
}

/// The effect of an alternative against a baseline under common random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// Mean of alternative − baseline, with its paired interval.
    pub difference: Estimate,
    /// Share of replications in which the alternative is higher.
    pub higher: ShareEstimate,
    /// Share of replications in which the alternative is lower (the rest are equal).
    pub lower: ShareEstimate,
    /// What pairing saves: (Var A + Var B) / Var(A − B), the factor by which independent runs would need more
    /// replications for the same interval; none where the difference never varies.
    #[serde(default)]
    pub variance_ratio: Option<f64>,
    /// Its 95% interval by linearisation of its logarithm; none where only sums were kept.
    #[serde(default)]
    pub variance_ratio_interval: Option<Interval>,
    /// Two-sided p of "no difference": Student's t, and the sign test too where fewer than 30 replications differ;
    /// McNemar's exact test for shares. None where nothing can be tested.
    #[serde(default)]
    pub p: Option<f64>,
}

impl Effect {
    /// The effect of `alternative` on the replications of `baseline`, value by value.
    ///
    /// ```
    /// # use lendmix::stats::Effect;
    /// let effect = Effect::paired(&[1.0, 2.0, 3.0, f64::NAN], &[2.0, 2.0, 5.0, 9.0]);
    /// assert_eq!((effect.difference.mean, effect.difference.missing), (Some(1.0), 1));
    /// assert_eq!((effect.higher.count, effect.lower.count, effect.higher.n), (2, 0, 3));
    /// ```
    pub fn paired(baseline: &[f64], alternative: &[f64]) -> Effect {
        with_saving(differences(baseline, alternative).effect(), baseline, alternative)
    }

    /// As [`Effect::paired`] for values of 0 and 1.
    pub fn paired_shares(baseline: &[f64], alternative: &[f64]) -> Effect {
        with_saving(differences(baseline, alternative).effect_on_share(), baseline, alternative)
    }
}

fn differences(baseline: &[f64], alternative: &[f64]) -> PairedDifferences {
    let mut differences = PairedDifferences::default();
    baseline.iter().zip(alternative).for_each(|(&b, &a)| differences.push(b, a));
    differences
}

/// The effect with the interval of what pairing saves.
///
/// ln R = ln(Var A + Var B) − ln Var(A − B) has the influence values ((a − ā)² + (b − b̄)²) / (Var A + Var B) −
/// (d − d̄)² / Var D, whose mean is zero; R · exp(± z · s / √n) with their standard deviation s.
fn with_saving(effect: Effect, baseline: &[f64], alternative: &[f64]) -> Effect {
    let pairs = || baseline.iter().zip(alternative).map(|(&b, &a)| (b, a)).filter(|(b, a)| !b.is_nan() && !a.is_nan());
    let squares = |read: fn((f64, f64)) -> f64| {
        let moments = Moments::of(pairs().map(read));
        let mean = moments.estimate().mean.unwrap_or(0.0);
        (moments.variance(), move |pair: (f64, f64)| (read(pair) - mean) * (read(pair) - mean))
    };
    let ((of_b, b), (of_a, a), (of_d, d)) = (squares(|(b, _)| b), squares(|(_, a)| a), squares(|(b, a)| a - b));
    let influence = of_b.zip(of_a).zip(of_d).map(|((of_b, of_a), of_d)| {
        Moments::of(pairs().map(|pair| (b(pair) + a(pair)) / (of_b + of_a) - d(pair) / of_d)).estimate()
    });
    let width = influence.and_then(|found| Some(Z * found.sd? / libm::sqrt(found.n as f64)));
    let interval = effect
        .variance_ratio
        .zip(width)
        .map(|(ratio, width)| Interval { low: ratio * libm::exp(-width), high: ratio * libm::exp(width) });
    Effect { variance_ratio_interval: interval.filter(|range| range.high.is_finite()), ..effect }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairing_removes_what_both_share() {
        // Replications that differ by millions, an effect of exactly one: the interval has no width.
        let baseline: Vec<f64> = (0..50).map(|i| f64::from(i * i) * 1e5).collect();
        let alternative: Vec<f64> = baseline.iter().map(|v| v + 1.0).collect();
        let effect = Effect::paired(&baseline, &alternative);
        assert_eq!(effect.difference.interval.map(|i| (i.low, i.high)), Some((1.0, 1.0)));
        assert_eq!(effect.higher.share, Some(1.0));
        assert_eq!((effect.variance_ratio, effect.p), (None, Some(0.0)));
    }

    /// By hand: A = 1, 2, 3, 4 (variance 5/3), B = 2, 2, 5, 7 (variance 6), B − A = 1, 0, 2, 3 (mean 3/2, variance 5/3),
    /// t = 1.5/√(5/12) with 3 degrees of freedom; three of three signs are up: 2·(1/2)³.
    #[test]
    fn a_case_worked_by_hand() {
        let effect = Effect::paired(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.0, 5.0, 7.0]);
        assert_eq!(effect.difference.mean, Some(1.5));
        assert!((effect.variance_ratio.unwrap() - (5.0 / 3.0 + 6.0) / (5.0 / 3.0)).abs() < 1e-12);
        assert!((effect.p.unwrap() - 0.25).abs() < 1e-12, "the sign test is the larger of the two");
    }

    #[test]
    fn a_value_on_one_side_alone_leaves_nothing_to_test() {
        let one_sided = Effect::paired(&[1.0, f64::NAN, 3.0], &[2.0, 5.0, 6.0]);
        assert_eq!((one_sided.difference.missing, one_sided.p), (1, None));
        let both = Effect::paired(&[1.0, f64::NAN, 3.0], &[1.0, f64::NAN, 3.0]);
        assert_eq!((both.difference.missing, both.p), (1, Some(1.0)));
    }

    #[test]
    fn shares_have_the_interval_of_shares() {
        // 1 of 21 pairs up and 7 down: the published example of the interval; 2·(1 + 8)/2⁸ for the coins.
        let (mut baseline, mut alternative) = (vec![0.0; 21], vec![0.0; 21]);
        alternative[0] = 1.0;
        baseline[1..8].fill(1.0);
        let effect = Effect::paired_shares(&baseline, &alternative);
        let interval = effect.difference.interval.unwrap();
        assert!((interval.low + 0.517).abs() < 5e-4 && (interval.high + 0.026).abs() < 5e-4);
        assert!((effect.p.unwrap() - 18.0 / 256.0).abs() < 1e-12);
        assert_eq!((effect.higher.count, effect.lower.count), (1, 7));
    }

    /// All four pairs of ±1, ten times each: A and B are independent, R is 1, and the influence values are
    /// (n − 1)/n · (1 − d²/2) = ±(n − 1)/n, so that s = (n − 1)/n · √(n/(n − 1)) and the interval is exp(±z √(n − 1)/n).
    #[test]
    fn the_saving_of_independent_pairs_is_one_with_its_interval() {
        let pairs: Vec<(f64, f64)> =
            (0..10).flat_map(|_| [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]).collect();
        let (baseline, alternative): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let effect = Effect::paired(&baseline, &alternative);
        let interval = effect.variance_ratio_interval.unwrap();
        let half = Z * 39_f64.sqrt() / 40.0;
        assert!((effect.variance_ratio.unwrap() - 1.0).abs() < 1e-12);
        assert!((interval.low - libm::exp(-half)).abs() < 1e-12 && (interval.high - libm::exp(half)).abs() < 1e-12);
        let missing = Effect::paired(&[&baseline[..], &[f64::NAN]].concat(), &[&alternative[..], &[7.0]].concat());
        assert_eq!(missing.variance_ratio_interval, effect.variance_ratio_interval);
        assert_eq!(Effect::paired(&[1.0, 2.0], &[2.0, 3.0]).variance_ratio_interval, None, "it never varies");
    }
}
