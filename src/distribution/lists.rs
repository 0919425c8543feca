//! Laws given by lists: a step function (discrete, empirical) and a broken line (quantiles, interpolated data).

use super::moments::{Moments, mixed};
use super::tails::Tails;

/// Values with probabilities.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    values: Vec<f64>,
    /// P(X ≤ value); the last is exactly 1.
    cumulative: Vec<f64>,
}

impl Steps {
    /// From values in any order and their weights (checked: not negative, sum positive). Values without weight are
    /// dropped and equal values joined.
    pub(super) fn new(values: &[f64], weights: &[f64]) -> Steps {
        let mut steps = Steps { values: Vec::new(), cumulative: Vec::new() };
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        for (value, weight) in sorted(values, weights) {
            sum += weight;
            if steps.values.last() == Some(&value) {
                steps.cumulative.pop();
            } else {
                steps.values.push(value);
            }
            steps.cumulative.push((sum / total).min(1.0));
        }
        if let Some(last) = steps.cumulative.last_mut() {
            *last = 1.0;
        }
        steps
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }
    pub(super) fn cumulative(&self) -> &[f64] {
        &self.cumulative
    }

    /// The first value with P(X ≤ value) ≥ `u`.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        self.values[self.cumulative.partition_point(|p| *p < u).min(self.values.len() - 1)]
    }

    /// P(X ≤ x), or P(X < x) without `including`.
    pub(super) fn below(&self, x: f64, including: bool) -> f64 {
        let count = self.values.partition_point(|value| *value < x || (including && *value == x));
        if count == 0 { 0.0 } else { self.cumulative[count - 1] }
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    pub(super) fn moments(&self) -> Moments {
        let before = std::iter::once(0.0).chain(self.cumulative.iter().copied());
        let parts = self.values.iter().zip(self.cumulative.iter().zip(before));
        mixed(parts.map(|(value, (to, from))| (to - from, Moments { mean: *value, variance: 0.0 })))
    }
}

/// Pairs with positive weight, in the order of their values.
fn sorted(values: &[f64], weights: &[f64]) -> Vec<(f64, f64)> {
    let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).collect();
    pairs.retain(|(_, weight)| *weight > 0.0);
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs
}

/// A quantile function of straight pieces.
#[derive(Clone, Debug)]
pub(super) struct Polyline {
    /// Rising from 0 to 1.
    probabilities: Vec<f64>,
    /// Not falling.
    values: Vec<f64>,
}

impl Polyline {
    /// Through the points (probability, value), both checked to rise, from probability 0 to 1.
    pub(super) fn through(points: &[(f64, f64)]) -> Polyline {
        let (probabilities, values) = points.iter().copied().unzip();
        Polyline { probabilities, values }
    }

    /// Data with weights, each value at the middle of its own share of probability (Hazen).
    pub(super) fn between(values: &[f64], weights: &[f64]) -> Polyline {
        let total: f64 = weights.iter().sum();
        let pairs = sorted(values, weights);
        let mut sum = 0.0;
        let mut points = vec![(0.0, pairs[0].0)];
        for (value, weight) in &pairs {
            points.push(((sum + 0.5 * weight) / total, *value));
            sum += weight;
        }
        points.push((1.0, pairs[pairs.len() - 1].0));
        Polyline::through(&points)
    }

    /// Linear between the points on both sides of the probability.
    pub(super) fn quantile(&self, target: Tails) -> f64 {
        let p = &self.probabilities;
        let right = p.partition_point(|p| *p < target.lower).clamp(1, p.len() - 1);
        let (width, x0, x1) = (p[right] - p[right - 1], self.values[right - 1], self.values[right]);
        if target.lower <= target.upper {
            x0 + (x1 - x0) * ((target.lower - p[right - 1]) / width).clamp(0.0, 1.0)
        } else {
            x1 - (x1 - x0) * ((target.upper - (1.0 - p[right])) / width).clamp(0.0, 1.0)
        }
    }

    /// P(X ≤ x), or P(X < x) without `including`.
    pub(super) fn below(&self, x: f64, including: bool) -> f64 {
        let right = self.values.partition_point(|value| *value < x || (including && *value == x));
        if right == 0 {
            return 0.0;
        }
        let (p0, x0) = (self.probabilities[right - 1], self.values[right - 1]);
        match (self.probabilities.get(right), self.values.get(right)) {
            (Some(p1), Some(x1)) if *x1 > x0 => p0 + (p1 - p0) * (x - x0) / (x1 - x0),
            _ => p0,
        }
    }

    /// Values at which the line stays flat.
    pub(super) fn atoms(&self) -> Vec<f64> {
        let mut atoms: Vec<f64> =
            self.values.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        atoms.dedup();
        atoms
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    /// Of the uniform pieces.
    pub(super) fn moments(&self) -> Moments {
        mixed(self.probabilities.windows(2).zip(self.values.windows(2)).map(|(p, x)| {
            let width = x[1] - x[0];
            (p[1] - p[0], Moments { mean: 0.5 * (x[0] + x[1]), variance: width * width / 12.0 })
        }))
    }
}
