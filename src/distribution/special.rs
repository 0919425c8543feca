//! Regularised incomplete gamma and beta functions on `libm`, with both tails, and their inverses.
//!
//! Sources: *NIST Digital Library of Mathematical Functions*, §8.7, §8.9, §8.17, §5.11; Lentz's method for the continued
//! fractions as in Press et al., *Numerical Recipes*, sections 6.2 and 6.4.

use super::tails::Tails;

const TINY: f64 = 1e-300;
/// Relative size of the last correction; one unit in the last place would never be left.
const PRECISION: f64 = 4e-16;
const LONGEST: usize = 100_000;
/// From here on Stirling's remainder is taken instead of ln Γ itself, which loses digits to its own size.
const LARGE: f64 = 10.0;

/// Stirling's remainder ln Γ(a) − [(a − ½) ln a − a + ½ ln 2π] for a ≥ [`LARGE`] (DLMF 5.11.1; error below 2·10⁻¹⁴).
fn stirling_remainder(a: f64) -> f64 {
    let r = 1.0 / (a * a);
    (1.0 / 12.0
        - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r * (1.0 / 1188.0 - r * 691.0 / 360_360.0)))))
        / a
}

/// x^a·e^(−x)/Γ(a), which is x times the standard gamma density.
pub(super) fn gamma_density_x(a: f64, x: f64) -> f64 {
    if a < LARGE {
        return libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    }
    let d = (x - a) / a;
    (a / std::f64::consts::TAU).sqrt() * libm::exp(a * (log_ratio(x, a, x - a) - d) - stirling_remainder(a))
}

/// The standard gamma law of shape `a` at `x`: P(a, x) and Q(a, x).
pub(super) fn gamma_tails(a: f64, x: f64) -> Tails {
    if x <= 0.0 {
        return Tails::NONE_BELOW;
    }
    if x == f64::INFINITY {
        return Tails::ALL_BELOW;
    }
    let front = gamma_density_x(a, x);
    if x < a + 1.0 {
        Tails::from_lower((front * gamma_series(a, x)).min(1.0))
    } else {
        Tails::from_upper((front * gamma_fraction(a, x)).min(1.0))
    }
}

/// Σ xⁿ/(a(a+1)…(a+n)) (DLMF 8.7.1).
fn gamma_series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / a, 1.0 / a);
    for n in 1..LONGEST {
        term *= x / (a + n as f64);
        sum += term;
        if term < sum * PRECISION {
            break;
        }
    }
    sum
}

/// 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))) (DLMF 8.9.2).
fn gamma_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for n in 1..LONGEST {
        let numerator = -(n as f64) * (n as f64 - a);
        b += 2.0;
        d = 1.0 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
        value *= c * d;
        if (c * d - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// x^a·y^b/B(a, b) with y = 1 − x given apart, so that neither loses digits near 0.
pub(super) fn beta_density_xy(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    if a < LARGE || b < LARGE {
        let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(n);
        return libm::exp(a * log_of(x, y) + b * log_of(y, x) - log_beta);
    }
    // y − b/n = a/n − x: the two logarithms cancel to second order, as they should.
    let d = if x <= y { x - a / n } else { b / n - y };
    let exponent = a * log_ratio(x, a / n, d) + b * log_ratio(y, b / n, -d);
    let remainder = stirling_remainder(n) - stirling_remainder(a) - stirling_remainder(b);
    (a * b / (std::f64::consts::TAU * n)).sqrt() * libm::exp(exponent + remainder)
}

/// ln(x/reference), where `difference` = x − reference is known better than from the two.
fn log_ratio(x: f64, reference: f64, difference: f64) -> f64 {
    let relative = difference / reference;
    if relative > -0.5 { libm::log1p(relative) } else { libm::log(x / reference) }
}

/// ln x, through its complement where x is near 1.
fn log_of(x: f64, complement: f64) -> f64 {
    if complement < 0.5 { libm::log1p(-complement) } else { libm::log(x) }
}

/// The beta law of shapes `a` and `b` at `x` = 1 − `y`: I_x(a, b) and I_y(b, a).
pub(super) fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> Tails {
    if x <= 0.0 {
        return Tails::NONE_BELOW;
    }
    if y <= 0.0 {
        return Tails::ALL_BELOW;
    }
    let front = beta_density_xy(a, b, x, y);
    if x < (a + 1.0) / (a + b + 2.0) {
        Tails::from_lower((front * beta_fraction(a, b, x) / a).min(1.0))
    } else {
        Tails::from_upper((front * beta_fraction(b, a, y) / b).min(1.0))
    }
}

/// 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22.
fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for n in 1..LONGEST {
        let m = n as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        for numerator in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + numerator * d);
            c = away_from_zero(1.0 + numerator / c);
            value *= c * d;
        }
        if (c * d - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

/// x > 0 where a law has the tails `target`, by Newton's method on ln x and the logarithm of the smaller tail, kept
/// inside a shrinking bracket.
///
/// `law(x)` gives the tails and x times the density; `start` is any guess of ln x.
fn invert(law: impl Fn(f64) -> (Tails, f64), target: Tails, start: f64) -> f64 {
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut y = start;
    for _ in 0..200 {
        let (tails, slope) = law(libm::exp(y));
        let (height, log_slope) = if target.lower <= target.upper {
            (libm::log(tails.lower / target.lower), slope / tails.lower)
        } else {
            (libm::log(target.upper / tails.upper), slope / tails.upper)
        };
        if height < 0.0 {
            low = y;
        } else {
            high = y;
        }
        let newton = y - height / log_slope;
        let next = if newton.is_finite() { newton.clamp(y - 3.0, y + 3.0) } else { y - height.signum() };
        if (next - y).abs() <= 4.0 * f64::EPSILON * y.abs().max(1.0) {
            return libm::exp(next);
        }
        y = if next <= low || next >= high { middle(low, high, y, height) } else { next };
    }
    libm::exp(y)
}

/// Halfway between the brackets, or a step away from `y` where one of them is open.
fn middle(low: f64, high: f64, y: f64, height: f64) -> f64 {
    if low.is_finite() && high.is_finite() { 0.5 * (low + high) } else { y - height.signum() }
}

/// Quantile of the standard gamma law of shape `a`.
pub(super) fn gamma_quantile(a: f64, target: Tails) -> f64 {
    if target.lower <= 0.0 {
        return 0.0;
    }
    if target.upper <= 0.0 {
        return f64::INFINITY;
    }
    // Wilson and Hilferty 1931: the cube root is nearly normal; far below, P ≈ x^a/Γ(a+1).
    let c = 1.0 / (9.0 * a);
    let root = 1.0 - c + target.normal_quantile() * c.sqrt();
    let far_below = (libm::log(target.lower) + libm::lgamma(a + 1.0)) / a;
    let start = if root > 0.3 { libm::log(a * root * root * root) } else { far_below };
    if start < -740.0 {
        return 0.0;
    }
    invert(|x| (gamma_tails(a, x), gamma_density_x(a, x)), target, start)
}

/// Quantile of the beta law of shapes `a` and `b`, and its complement to 1.
pub(super) fn beta_quantile(a: f64, b: f64, target: Tails) -> (f64, f64) {
    if target.lower > target.upper {
        let (y, x) = beta_quantile(b, a, target.mirrored());
        return (x, y);
    }
    if target.lower <= 0.0 {
        return (0.0, 1.0);
    }
    let n = a + b;
    let normal = a / n + target.normal_quantile() * (a * b / (n * n * (n + 1.0))).sqrt();
    let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(n);
    let far_below = ((libm::log(target.lower) + libm::log(a) + log_beta) / a).min(-0.01);
    let start = if a > 1.0 && b > 1.0 && normal > 0.1 * a / n { libm::log(normal) } else { far_below };
    if start < -740.0 {
        return (0.0, 1.0);
    }
    let law = |x: f64| {
        let x = x.min(1.0);
        (beta_tails(a, b, x, 1.0 - x), beta_density_xy(a, b, x, 1.0 - x) / (1.0 - x).max(TINY))
    };
    let x = invert(law, target, start).min(1.0);
    (x, 1.0 - x)
}

/// The Student-t law with `nu` degrees of freedom at `t`.
pub(super) fn student_tails(nu: f64, t: f64) -> Tails {
    let square = t * t;
    if square == f64::INFINITY {
        return if t > 0.0 { Tails::ALL_BELOW } else { Tails::NONE_BELOW };
    }
    let outside = 0.5 * beta_tails(0.5 * nu, 0.5, nu / (nu + square), square / (nu + square)).lower;
    if t > 0.0 { Tails::from_upper(outside) } else { Tails::from_lower(outside) }
}

/// Density of the Student-t law with `nu` degrees of freedom at `t`.
pub(super) fn student_density(nu: f64, t: f64) -> f64 {
    let log_constant =
        libm::lgamma(0.5 * (nu + 1.0)) - libm::lgamma(0.5 * nu) - 0.5 * libm::log(nu * std::f64::consts::PI);
    libm::exp(log_constant - 0.5 * (nu + 1.0) * libm::log1p(t * t / nu))
}

/// Quantile of the Student-t law with `nu` degrees of freedom.
pub(super) fn student_quantile(nu: f64, target: Tails) -> f64 {
    if target.lower < target.upper {
        return -student_quantile(nu, target.mirrored());
    }
    if target.upper <= 0.0 {
        return f64::INFINITY;
    }
    // B = t²/(ν+t²) has the beta law (½, ν/2); its tails are those of |t|.
    let centre = Tails { lower: target.lower - target.upper, upper: 2.0 * target.upper };
    let (x, y) = beta_quantile(0.5, 0.5 * nu, centre);
    (nu * x / y).sqrt()
}
