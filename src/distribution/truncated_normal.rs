//! Moments of the truncated normal law, and the law that has given moments.
//!
//! Written as exp(−c·x² + d·x) between the bounds, with x counted from the wanted mean, c = 1/(2σ²) and
//! d = (μ − mean)/σ². At c = 0 this is the truncated exponential law, the widest that truncation can reach: with the
//! mean held, the variance falls as c rises.

use super::error::DistributionError;
use super::moments::Moments;

/// Positive nodes and weights of Gauss-Legendre integration with eight points (Abramowitz and Stegun, table 25.4).
const NODES: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];
/// Panels on each side of the peak.
const PANELS: usize = 8;
/// e^(−40) of the peak is left out.
const DEPTH: f64 = 40.0;
/// Wider than this many standard deviations, σ is as good as infinite.
const WIDEST: f64 = 1e3;

/// Bounds counted from the wanted mean: `low` < 0 < `high`, infinite where there is none.
#[derive(Clone, Copy, Debug)]
struct Window {
    low: f64,
    high: f64,
}

/// μ and σ of the normal law that has this mean and standard deviation once truncated to (`min`, `max`).
///
/// Relative error about 10⁻¹². The mean must lie between the bounds.
pub(super) fn with_moments(mean: f64, sd: f64, min: f64, max: f64) -> Result<(f64, f64), DistributionError> {
    let window = Window { low: min - mean, high: max - mean };
    let unreachable = DistributionError::SpreadUnreachable { mean, sd, largest_sd: largest_sd(window) };
    let variance = |log_sigma: f64| {
        let c = 0.5 * libm::exp(-2.0 * log_sigma);
        tilted(c, tilt(c, window), window).variance
    };
    let (mut low, widest) = (libm::log(sd), libm::log(sd * WIDEST));
    let mut high = widest;
    if variance(widest) < sd * sd {
        return Err(unreachable);
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if variance(middle) < sd * sd {
            low = middle;
        } else {
            high = middle;
        }
    }
    let sigma = libm::exp(0.5 * (low + high));
    Ok((mean + tilt(0.5 / (sigma * sigma), window) * sigma * sigma, sigma))
}

/// Mean and variance of the normal law (`mu`, `sigma`) truncated to (`min`, `max`).
pub(super) fn moments(mu: f64, sigma: f64, min: f64, max: f64) -> Moments {
    let shifted = tilted(0.5 / (sigma * sigma), 0.0, Window { low: min - mu, high: max - mu });
    Moments { mean: mu + shifted.mean, ..shifted }
}

/// Standard deviation at c = 0: what any smaller one can come near to.
fn largest_sd(window: Window) -> f64 {
    match (window.low.is_finite(), window.high.is_finite()) {
        (false, false) => f64::INFINITY,
        (true, false) => -window.low,
        (false, true) => window.high,
        (true, true) => tilted(0.0, tilt(0.0, window), window).variance.sqrt(),
    }
}

/// The d at which the mean is 0: Newton's method (the slope of the mean in d is the variance) inside a bracket.
fn tilt(c: f64, window: Window) -> f64 {
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut d = 0.0;
    for _ in 0..200 {
        let Moments { mean, variance } = tilted(c, d, window);
        if mean < 0.0 {
            low = d;
        } else {
            high = d;
        }
        let next = d - mean / variance;
        let scale = variance.sqrt();
        if mean.abs() <= 1e-15 * scale {
            break;
        }
        let inside = next > low && next < high;
        d = if inside {
            next
        } else if low.is_finite() && high.is_finite() {
            0.5 * (low + high)
        } else {
            d - mean.signum() / scale
        };
    }
    d
}

/// Mean and variance of the density exp(−c·x² + d·x) on the window, by Gauss-Legendre integration around its peak.
fn tilted(c: f64, d: f64, window: Window) -> Moments {
    let Window { low, high } = window;
    let summit = if c > 0.0 { d / (2.0 * c) } else { d * f64::MAX };
    let peak = summit.max(low).min(high);
    let slope = if peak == summit { 0.0 } else { d - 2.0 * c * peak };
    let reach = 2.0 * DEPTH / (slope.abs() + (slope * slope + 4.0 * DEPTH * c).sqrt());
    let density = |s: f64| libm::exp(s * (slope - c * s));
    let left = panels((low - peak).max(-reach), 0.0, density);
    let right = panels(0.0, (high - peak).min(reach), density);
    let [m0, m1, m2] = [0, 1, 2].map(|k| left[k] + right[k]);
    let offset = m1 / m0;
    Moments { mean: peak + offset, variance: m2 / m0 - offset * offset }
}

/// ∫ sᵏ·density(s) ds from `from` to `to`, for k = 0, 1, 2.
fn panels(from: f64, to: f64, density: impl Fn(f64) -> f64) -> [f64; 3] {
    let half = 0.5 * (to - from) / PANELS as f64;
    let mut sums = [0.0; 3];
    for panel in 0..PANELS {
        let centre = from + half * (2 * panel + 1) as f64;
        for (node, weight) in NODES {
            for s in [centre - half * node, centre + half * node] {
                let mass = half * weight * density(s);
                sums[0] += mass;
                sums[1] += mass * s;
                sums[2] += mass * s * s;
            }
        }
    }
    sums
}
