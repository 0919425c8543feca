//! The laws themselves: exact quantile and distribution functions, support and moments.

use super::lists::{Polyline, Steps};
use super::mixture::Mixture;
use super::special::{beta_quantile, beta_tails, gamma_quantile, gamma_tails, student_quantile, student_tails};
use super::tails::Tails;
use super::truncated::Truncated;

/// A law with checked parameters.
#[derive(Clone, Debug)]
pub(super) enum Law {
    Fixed(f64),
    Uniform { min: f64, max: f64 },
    Triangular { min: f64, mode: f64, max: f64 },
    Normal { mu: f64, sigma: f64 },
    Lognormal { mu: f64, sigma: f64 },
    Gamma { shape: f64, scale: f64 },
    Weibull { shape: f64, scale: f64 },
    Beta { alpha: f64, beta: f64, min: f64, max: f64 },
    StudentT { location: f64, scale: f64, nu: f64 },
    Truncated(Truncated),
    Mixture(Mixture),
    Steps(Steps),
    Polyline(Polyline),
}

impl Law {
    /// The smallest x with P(X ≤ x) ≥ the lower tail of `target`.
    pub(super) fn quantile(&self, target: Tails) -> f64 {
        let (min, max) = self.support();
        if target.lower <= 0.0 {
            return min;
        }
        if target.upper <= 0.0 {
            return max;
        }
        let x = match self {
            Law::Fixed(value) => *value,
            Law::Uniform { .. } if target.lower <= target.upper => min + (max - min) * target.lower,
            Law::Uniform { .. } => max - (max - min) * target.upper,
            Law::Triangular { min, mode, max } => triangular_quantile(*min, *mode, *max, target),
            Law::Normal { mu, sigma } => mu + sigma * target.normal_quantile(),
            Law::Lognormal { mu, sigma } => libm::exp(mu + sigma * target.normal_quantile()),
            Law::Gamma { shape, scale } => scale * gamma_quantile(*shape, target),
            Law::Weibull { shape, scale } => scale * libm::pow(minus_log_upper(target), 1.0 / shape),
            Law::Beta { alpha, beta, min, max } => beta_between(*alpha, *beta, *min, *max, target),
            Law::StudentT { location, scale, nu } => location + scale * student_quantile(*nu, target),
            Law::Truncated(truncated) => truncated.quantile(target),
            Law::Mixture(mixture) => mixture.quantile(target),
            Law::Steps(steps) => steps.quantile(target.lower),
            Law::Polyline(polyline) => polyline.quantile(target),
        };
        // Rounding must not lead out of the support.
        x.max(min).min(max)
    }

    /// P(X ≤ x) and its complement.
    pub(super) fn tails(&self, x: f64) -> Tails {
        let (min, max) = self.support();
        if x < min {
            return Tails::NONE_BELOW;
        }
        if x >= max {
            return Tails::ALL_BELOW;
        }
        match self {
            Law::Fixed(_) => Tails::NONE_BELOW,
            Law::Uniform { .. } => Tails { lower: (x - min) / (max - min), upper: (max - x) / (max - min) },
            Law::Triangular { min, mode, max } => triangular_tails(*min, *mode, *max, x),
            Law::Normal { mu, sigma } => Tails::normal((x - mu) / sigma),
            Law::Lognormal { mu, sigma } => Tails::normal((libm::log(x) - mu) / sigma),
            Law::Gamma { shape, scale } => gamma_tails(*shape, x / scale),
            Law::Weibull { shape, scale } => weibull_tails(*shape, x / scale),
            Law::Beta { alpha, beta, min, max } => {
                beta_tails(*alpha, *beta, (x - min) / (max - min), (max - x) / (max - min))
            }
            Law::StudentT { location, scale, nu } => student_tails(*nu, (x - location) / scale),
            Law::Truncated(truncated) => truncated.tails(x),
            Law::Mixture(mixture) => mixture.tails(x),
            Law::Steps(steps) => Tails::from_lower(steps.below(x, true)),
            Law::Polyline(polyline) => Tails::from_lower(polyline.below(x, true)),
        }
    }

    /// P(X < x), which differs from P(X ≤ x) where a value has probability of its own.
    pub(super) fn strictly_below(&self, x: f64) -> f64 {
        match self {
            Law::Fixed(value) => f64::from(x > *value),
            Law::Mixture(mixture) => mixture.strictly_below(x),
            Law::Steps(steps) => steps.below(x, false),
            Law::Polyline(polyline) => polyline.below(x, false),
            _ => self.tails(x).lower,
        }
    }

    /// Values that have probability of their own.
    pub(super) fn atoms(&self) -> Vec<f64> {
        match self {
            Law::Fixed(value) => vec![*value],
            Law::Mixture(mixture) => mixture.atoms(),
            Law::Steps(steps) => steps.values().to_vec(),
            Law::Polyline(polyline) => polyline.atoms(),
            _ => Vec::new(),
        }
    }

    /// Smallest and largest value.
    pub(super) fn support(&self) -> (f64, f64) {
        match self {
            Law::Fixed(value) => (*value, *value),
            Law::Uniform { min, max } | Law::Triangular { min, max, .. } | Law::Beta { min, max, .. } => (*min, *max),
            Law::Normal { .. } | Law::StudentT { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Law::Lognormal { .. } | Law::Gamma { .. } | Law::Weibull { .. } => (0.0, f64::INFINITY),
            Law::Truncated(truncated) => truncated.support(),
            Law::Mixture(mixture) => mixture.support(),
            Law::Steps(steps) => steps.support(),
            Law::Polyline(polyline) => polyline.support(),
        }
    }
}

/// −ln P(X > x), from whichever tail is smaller.
fn minus_log_upper(tails: Tails) -> f64 {
    if tails.lower <= tails.upper { -libm::log1p(-tails.lower) } else { -libm::log(tails.upper) }
}

/// 1 − exp(−x^k) and its complement.
fn weibull_tails(shape: f64, x: f64) -> Tails {
    let power = libm::pow(x, shape);
    Tails { lower: -libm::expm1(-power), upper: libm::exp(-power) }
}

fn beta_between(alpha: f64, beta: f64, min: f64, max: f64, target: Tails) -> f64 {
    let (x, y) = beta_quantile(alpha, beta, target);
    if x <= y { min + (max - min) * x } else { max - (max - min) * y }
}

/// min + √(u·w·(mode − min)) up to the mode, mirrored above it (w = max − min).
fn triangular_quantile(min: f64, mode: f64, max: f64, target: Tails) -> f64 {
    let width = max - min;
    if target.lower * width <= mode - min {
        min + (target.lower * width * (mode - min)).sqrt()
    } else {
        max - (target.upper * width * (max - mode)).sqrt()
    }
}

fn triangular_tails(min: f64, mode: f64, max: f64, x: f64) -> Tails {
    let width = max - min;
    if x <= mode && mode > min {
        Tails::from_lower((x - min) * (x - min) / (width * (mode - min)))
    } else {
        Tails::from_upper((max - x) * (max - x) / (width * (max - mode)))
    }
}
