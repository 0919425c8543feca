//! A checked distribution, ready to use.

use std::sync::{Arc, OnceLock};

use super::copula::Copula;
use super::curve::YieldCurve;
use super::law::Law;
use super::moments::Moments;
use super::table::Table;
use super::tails::Tails;

/// Relative error that a cell of a table may have before the exact function is called there instead.
pub(super) const TOLERANCE: f64 = 1e-7;

/// A distribution whose parameters have been checked: nothing can fail any more. Cheap to clone.
///
/// ```
/// # use lendmix::distribution::MarginalSpec;
/// let uniform = MarginalSpec::Uniform { min: 0.5, max: 1.5 }.build().unwrap();
/// assert_eq!(uniform.quantile(0.25), 0.75);
/// assert_eq!(uniform.mean(), 1.0);
/// assert_eq!(uniform.variance(), 1.0 / 12.0);
/// assert_eq!(uniform.support(), (0.5, 1.5));
/// ```
#[derive(Clone, Debug)]
pub struct Marginal {
    law: Arc<Law>,
    /// z → quantile(Φ(z)), for laws whose quantile has no closed form; made when it is first read, since most of what a
    /// file names is checked and never drawn from.
    table: Option<Arc<OnceLock<Arc<Table>>>>,
    moments: Moments,
}

impl Marginal {
    pub(super) fn new(law: Law) -> Marginal {
        let moments = law.moments();
        Marginal { moments, table: needs_table(&law).then(Arc::default), law: Arc::new(law) }
    }

    /// The mean E(X).
    pub fn mean(&self) -> f64 {
        self.moments.mean
    }

    /// The variance; infinite for a Student-t law with two degrees of freedom or fewer and an open side.
    pub fn variance(&self) -> f64 {
        self.moments.variance
    }

    /// The square root of the variance.
    pub fn standard_deviation(&self) -> f64 {
        self.moments.variance.sqrt()
    }

    /// The smallest and the largest value, infinite where there is none.
    pub fn support(&self) -> (f64, f64) {
        self.law.support()
    }

    /// The smallest x with P(X ≤ x) ≥ `u`: the support's ends at `u` ≤ 0 and `u` ≥ 1.
    ///
    /// Not decreasing in `u`, up to rounding (10⁻¹⁴ of the value and of the standard deviation). Laws without a closed
    /// form are read from a table whose error is below 10⁻⁷ of the value plus 10⁻¹⁰ of the standard deviation.
    pub fn quantile(&self, u: f64) -> f64 {
        self.quantile_of(Tails::from_lower(u))
    }

    /// P(X ≤ `x`).
    pub fn cdf(&self, x: f64) -> f64 {
        self.law.tails(x).lower
    }

    /// The map from a factor z of the copula to this distribution, for the inner loop.
    pub fn under(&self, copula: Copula) -> YieldCurve {
        YieldCurve::new(self, copula)
    }

    pub(super) fn law(&self) -> &Arc<Law> {
        &self.law
    }
    pub(super) fn table(&self) -> Option<&Arc<Table>> {
        let made = || {
            let exact = |z: f64| self.law.quantile(Tails::normal(z));
            Arc::new(Table::new(exact, Copula::Gaussian.reach(), self.unit(), TOLERANCE))
        };
        self.table.as_ref().map(|table| table.get_or_init(made))
    }

    pub(super) fn unit(&self) -> f64 {
        unit(&self.law, self.moments)
    }

    pub(super) fn quantile_of(&self, target: Tails) -> f64 {
        let inside = target.lower > 0.0 && target.upper > 0.0;
        let Some(table) = self.table().filter(|_| inside) else {
            return self.law.quantile(target);
        };
        let x = table.at(target.normal_quantile());
        if x.is_nan() { self.law.quantile(target) } else { clamped(x, self.support()) }
    }
}

/// `x` within (min, max): the rounding of a cubic may leave it by a hair.
#[inline(always)]
pub(super) fn clamped(x: f64, (min, max): (f64, f64)) -> f64 {
    x.max(min).min(max)
}

/// What absolute errors are measured against: the standard deviation, or the distance between the quartiles where it is
/// infinite; 1 for a constant.
fn unit(law: &Law, moments: Moments) -> f64 {
    let width = if moments.variance.is_finite() {
        moments.variance.sqrt()
    } else {
        law.quantile(Tails::from_lower(0.75)) - law.quantile(Tails::from_lower(0.25))
    };
    if width > 0.0 { width } else { 1.0 }
}

fn needs_table(law: &Law) -> bool {
    matches!(law, Law::Gamma { .. } | Law::Beta { .. } | Law::StudentT { .. } | Law::Truncated(_) | Law::Mixture(_))
}
