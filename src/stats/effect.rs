//! What a change does: paired differences over the same replications.

use super::{Estimate, Moments, Proportion, ShareEstimate};
use serde::{Deserialize, Serialize};

/// Differences `alternative − baseline` of the same replications, added in their order.
#[derive(Clone, Copy, Debug, Default)]
pub struct PairedDifferences {
    differences: Moments,
    higher: u64,
    lower: u64,
    pairs: u64,
}

impl PairedDifferences {
    /// Adds a pair; with either value missing (`NaN`) the pair is missing.
    pub fn push(&mut self, baseline: f64, alternative: f64) {
        let difference = alternative - baseline;
        self.differences.push(difference);
        self.pairs += u64::from(!difference.is_nan());
        self.higher += u64::from(difference > 0.0);
        self.lower += u64::from(difference < 0.0);
    }

    /// The effect.
    pub fn effect(&self) -> Effect {
        let share = |k| Proportion { k, n: self.pairs }.estimate();
        Effect { difference: self.differences.estimate(), higher: share(self.higher), lower: share(self.lower) }
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
        let mut differences = PairedDifferences::default();
        baseline.iter().zip(alternative).for_each(|(&b, &a)| differences.push(b, a));
        differences.effect()
    }
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
    }
}
