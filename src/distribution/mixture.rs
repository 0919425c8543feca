//! Mixtures: with probability w_k the law k.

use super::law::Law;
use super::moments::{Moments, mixed};
use super::tails::Tails;

/// Laws with weights that sum to 1.
#[derive(Clone, Debug)]
pub(super) struct Mixture {
    parts: Vec<(f64, Law)>,
    /// Values with probability of their own: (value, P(X < value), P(X ≤ value)), in rising order.
    atoms: Vec<(f64, f64, f64)>,
}

impl Mixture {
    /// From laws with weights (checked: not negative, sum positive).
    pub(super) fn new(parts: Vec<(f64, Law)>) -> Mixture {
        let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
        let parts: Vec<(f64, Law)> =
            parts.into_iter().filter(|(w, _)| *w > 0.0).map(|(w, law)| (w / total, law)).collect();
        let mut values: Vec<f64> = parts.iter().flat_map(|(_, law)| law.atoms()).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let mut mixture = Mixture { parts, atoms: Vec::new() };
        mixture.atoms = values.iter().map(|x| (*x, mixture.strictly_below(*x), mixture.tails(*x).lower)).collect();
        mixture
    }

    pub(super) fn tails(&self, x: f64) -> Tails {
        self.parts.iter().fold(Tails { lower: 0.0, upper: 0.0 }, |sum, (weight, law)| {
            let part = law.tails(x);
            Tails { lower: sum.lower + weight * part.lower, upper: sum.upper + weight * part.upper }
        })
    }

    pub(super) fn strictly_below(&self, x: f64) -> f64 {
        self.parts.iter().map(|(weight, law)| weight * law.strictly_below(x)).sum()
    }

    pub(super) fn atoms(&self) -> Vec<f64> {
        self.atoms.iter().map(|(value, _, _)| *value).collect()
    }

    pub(super) fn support(&self) -> (f64, f64) {
        let supports = self.parts.iter().map(|(_, law)| law.support());
        supports.fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), (low, high)| (min.min(low), max.max(high)))
    }

    pub(super) fn moments(&self) -> Moments {
        mixed(self.parts.iter().map(|(weight, law)| (*weight, law.moments())))
    }

    /// An atom if the probability falls into its step, else the root of the distribution function, which lies between
    /// the quantiles of the parts.
    pub(super) fn quantile(&self, target: Tails) -> f64 {
        let step = self.atoms.partition_point(|(_, _, to)| *to < target.lower);
        if let Some((value, from, _)) = self.atoms.get(step)
            && *from < target.lower
        {
            return *value;
        }
        let quantiles = self.parts.iter().map(|(_, law)| law.quantile(target));
        let (low, high) =
            quantiles.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        self.root(target, low, high)
    }

    /// Where the tails pass `target` between `low` and `high`: false position with Illinois' halving, and bisection
    /// whenever three steps have not shortened the bracket eightfold.
    fn root(&self, target: Tails, mut low: f64, mut high: f64) -> f64 {
        let height = |x: f64| {
            let tails = self.tails(x);
            if target.lower <= target.upper {
                libm::log(tails.lower.max(f64::MIN_POSITIVE) / target.lower)
            } else {
                libm::log(target.upper / tails.upper.max(f64::MIN_POSITIVE))
            }
        };
        let (mut f_low, mut f_high) = (height(low), height(high));
        if f_low >= 0.0 {
            return low;
        }
        let (mut goal, mut last_side) = (high - low, 0.0);
        for step in 0..200 {
            if high - low <= 2.0 * f64::EPSILON * low.abs().max(high.abs()) {
                break;
            }
            let late = step % 3 == 2 && high - low > goal;
            goal = if step % 3 == 2 { (high - low) / 8.0 } else { goal };
            let secant = high - f_high * (high - low) / (f_high - f_low);
            let x = if secant > low && secant < high && !late { secant } else { 0.5 * (low + high) };
            let f = height(x);
            let halved = if f.signum() == last_side { 0.5 } else { 1.0 };
            last_side = f.signum();
            if f == 0.0 {
                return x;
            } else if f < 0.0 {
                (low, f_low, f_high) = (x, f, halved * f_high);
            } else {
                (high, f_high, f_low) = (x, f, halved * f_low);
            }
        }
        high
    }
}
