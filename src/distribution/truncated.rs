//! Laws cut off at bounds: X given min ≤ X ≤ max.

use super::error::DistributionError;
use super::law::Law;
use super::moments::Moments;
use super::special::student_density;
use super::tails::Tails;
use super::truncated_normal;

/// The smallest probability between the bounds that quantiles can still be computed from.
const SMALLEST_MASS: f64 = 1e-200;
/// Step and range of integration over the normal score.
const STEP: f64 = 1.0 / 32.0;
const RANGE: i32 = 9 * 32;

/// A normal or Student-t law between bounds.
#[derive(Clone, Debug)]
pub(super) struct Truncated {
    law: Box<Law>,
    min: f64,
    max: f64,
    at_min: Tails,
    at_max: Tails,
    mass: f64,
}

impl Truncated {
    /// `law` between `min` < `max`, either of which may be infinite.
    pub(super) fn new(law: Law, min: f64, max: f64) -> Result<Truncated, DistributionError> {
        let (at_min, at_max) = (law.tails(min), law.tails(max));
        let mass = if at_min.upper < 0.5 {
            at_min.upper - at_max.upper
        } else if at_max.lower < 0.5 {
            at_max.lower - at_min.lower
        } else {
            1.0 - at_min.lower - at_max.upper
        };
        // Below a relative 10⁻⁹ of its neighbours the difference has lost the digits that quantiles need.
        let lost = mass <= 1e-9 * at_min.upper.min(at_max.lower);
        if mass < SMALLEST_MASS || lost {
            return Err(DistributionError::NothingWithin { min, max });
        }
        Ok(Truncated { law: Box::new(law), min, max, at_min, at_max, mass })
    }

    /// Q(F(min) + u·mass), in both tails.
    pub(super) fn quantile(&self, target: Tails) -> f64 {
        self.law.quantile(Tails {
            lower: self.at_min.lower + target.lower * self.mass,
            upper: self.at_max.upper + target.upper * self.mass,
        })
    }

    /// (F(x) − F(min))/mass, in both tails.
    pub(super) fn tails(&self, x: f64) -> Tails {
        let at = self.law.tails(x);
        let difference = |from: Tails, to: Tails| {
            if from.upper < 0.5 { from.upper - to.upper } else { to.lower - from.lower }
        };
        Tails {
            lower: (difference(self.at_min, at) / self.mass).clamp(0.0, 1.0),
            upper: (difference(at, self.at_max) / self.mass).clamp(0.0, 1.0),
        }
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }

    /// Normal: integrated over the density. Student-t: integrated over the normal score between two bounds, in closed
    /// form with one.
    pub(super) fn moments(&self) -> Moments {
        match *self.law {
            Law::Normal { mu, sigma } => truncated_normal::moments(mu, sigma, self.min, self.max),
            Law::StudentT { location, scale, nu } if !(self.min.is_finite() && self.max.is_finite()) => {
                let standard = self.half_student(nu, (self.min - location) / scale, (self.max - location) / scale);
                Moments { mean: location + scale * standard.mean, variance: scale * scale * standard.variance }
            }
            _ => self.integrated(),
        }
    }

    /// ∫ Q(Φ(z)) φ(z) dz and the variance, by the trapezoidal rule, which converges exponentially for smooth Q.
    fn integrated(&self) -> Moments {
        let points = (-RANGE..=RANGE).map(|k| {
            let z = f64::from(k) * STEP;
            (libm::exp(-0.5 * z * z), self.quantile(Tails::normal(z)))
        });
        let points: Vec<(f64, f64)> = points.collect();
        let total: f64 = points.iter().map(|(weight, _)| weight).sum();
        let mean = points.iter().map(|(weight, x)| weight * x).sum::<f64>() / total;
        let variance = points.iter().map(|(weight, x)| weight * (x - mean) * (x - mean)).sum::<f64>() / total;
        Moments { mean, variance }
    }

    /// Standard Student-t law between a and b, one of them infinite. With h(x) = (ν + x²) f(x):
    ///
    /// ```text
    /// ∫ x f = [h(a) − h(b)]/(ν − 1),     ∫ x² f = (ν·mass + (ν − 1)·[a h(a) − b h(b)]/(ν − 1))/(ν − 2)
    /// ```
    fn half_student(&self, nu: f64, a: f64, b: f64) -> Moments {
        let boundary = |x: f64| {
            if x.is_finite() { (nu + x * x) * student_density(nu, x) } else { 0.0 }
        };
        let moment = |x: f64| if x.is_finite() { x * boundary(x) } else { 0.0 };
        let mean = (boundary(a) - boundary(b)) / ((nu - 1.0) * self.mass);
        if nu <= 2.0 {
            return Moments { mean, variance: f64::INFINITY };
        }
        let square = (nu * self.mass + moment(a) - moment(b)) / ((nu - 2.0) * self.mass);
        Moments { mean, variance: square - mean * mean }
    }
}
