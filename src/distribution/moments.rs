//! Means and variances of the laws.

use super::law::Law;

/// Mean and variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moments {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

impl Law {
    /// Mean and variance in closed form (truncated laws: see there). The variance of a Student-t law with at most two
    /// degrees of freedom is infinite.
    pub(super) fn moments(&self) -> Moments {
        let (mean, variance) = match self {
            Law::Fixed(value) => (*value, 0.0),
            Law::Uniform { min, max } => (0.5 * (min + max), square(max - min) / 12.0),
            Law::Triangular { min, mode, max } => {
                let (a, b) = (mode - min, max - mode);
                (min + (2.0 * a + b) / 3.0, (a * a + a * b + b * b) / 18.0)
            }
            Law::Normal { mu, sigma } => (*mu, sigma * sigma),
            Law::Lognormal { mu, sigma } => {
                let mean = libm::exp(mu + 0.5 * sigma * sigma);
                (mean, mean * mean * libm::expm1(sigma * sigma))
            }
            Law::Gamma { shape, scale } => (shape * scale, shape * scale * scale),
            Law::Weibull { shape, scale } => {
                let mean = scale * libm::tgamma(1.0 + 1.0 / shape);
                (mean, mean * mean * weibull_square_cv(*shape))
            }
            Law::Beta { alpha, beta, min, max } => {
                let n = alpha + beta;
                let variance = alpha * beta / (n * n * (n + 1.0));
                (min + (max - min) * alpha / n, square(max - min) * variance)
            }
            Law::StudentT { scale, nu, .. } if *nu <= 2.0 => (self.location(), scale * f64::INFINITY),
            Law::StudentT { location, scale, nu } => (*location, scale * scale * nu / (nu - 2.0)),
            Law::Truncated(truncated) => return truncated.moments(),
            Law::Mixture(mixture) => return mixture.moments(),
            Law::Steps(steps) => return steps.moments(),
            Law::Polyline(polyline) => return polyline.moments(),
        };
        Moments { mean, variance }
    }

    fn location(&self) -> f64 {
        if let Law::StudentT { location, .. } = self { *location } else { 0.0 }
    }
}

/// Moments of a law that is `weight` × each of `parts` (the weights sum to 1).
pub(super) fn mixed(parts: impl Iterator<Item = (f64, Moments)> + Clone) -> Moments {
    let mean = parts.clone().map(|(weight, part)| weight * part.mean).sum();
    let variance = parts.map(|(weight, part)| weight * (part.variance + square(part.mean - mean))).sum();
    Moments { mean, variance }
}

/// Square of the coefficient of variation of the Weibull law: Γ(1 + 2/k)/Γ(1 + 1/k)² − 1.
pub(super) fn weibull_square_cv(shape: f64) -> f64 {
    libm::expm1(libm::lgamma(1.0 + 2.0 / shape) - 2.0 * libm::lgamma(1.0 + 1.0 / shape))
}

fn square(x: f64) -> f64 {
    x * x
}
