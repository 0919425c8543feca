//! From a factor to a yield: z → quantile(Φ(z)) or z → quantile(T_ν(z)).

use std::sync::Arc;

use super::copula::Copula;
use super::law::Law;
use super::marginal::{Marginal, TOLERANCE, clamped};
use super::table::Table;
use super::tails::Tails;

/// The yield that belongs to a factor: Q(Φ(z)) under the Gaussian copula, Q(T_ν(z)) under the Student-t copula.
///
/// Closed form where there is one, else a table whose error is below 10⁻⁷ of the value plus 10⁻¹⁰ of the standard
/// deviation; in the few cells where a table cannot be that good (a jump, a kink) the exact function is called. Stays constant where |z| is so large that its
/// tail is below 10⁻¹⁶.
///
/// ```
/// # use lendmix::distribution::{Copula, LognormalParameters, MarginalSpec};
/// let parameters = LognormalParameters::MedianSigma { median: 2.0, sigma: 0.5 };
/// let curve = MarginalSpec::Lognormal { parameters }.build().unwrap().under(Copula::Gaussian);
/// assert_eq!(curve.at(0.0), 2.0_f64.ln().exp());
/// assert!((curve.at(2.0) - 2.0 * 1_f64.exp()).abs() < 1e-14);
/// ```
#[derive(Clone, Debug)]
pub struct YieldCurve {
    form: Form,
}

#[derive(Clone, Debug)]
enum Form {
    Constant(f64),
    Linear {
        mu: f64,
        sigma: f64,
    },
    Exponential {
        mu: f64,
        sigma: f64,
    },
    /// The value whose threshold is the first not below z.
    Steps {
        thresholds: Vec<f64>,
        values: Vec<f64>,
    },
    Table {
        table: Arc<Table>,
        support: (f64, f64),
        marginal: Marginal,
        copula: Copula,
    },
}

impl YieldCurve {
    pub(super) fn new(marginal: &Marginal, copula: Copula) -> YieldCurve {
        let form = match (marginal.law().as_ref(), copula) {
            (Law::Fixed(value), _) => Form::Constant(*value),
            (Law::Normal { mu, sigma }, Copula::Gaussian) => Form::Linear { mu: *mu, sigma: *sigma },
            (Law::Lognormal { mu, sigma }, Copula::Gaussian) => Form::Exponential { mu: *mu, sigma: *sigma },
            (Law::Steps(steps), _) => {
                let threshold = |p: &f64| copula.threshold(Tails::from_lower(*p));
                let thresholds = steps.cumulative().iter().map(threshold).collect();
                Form::Steps { thresholds, values: steps.values().to_vec() }
            }
            _ => {
                let exact = |z: f64| marginal.quantile_of(copula.tails(z));
                let ready = marginal.table().filter(|_| copula == Copula::Gaussian).cloned();
                let fresh = || Arc::new(Table::new(exact, copula.reach(), marginal.unit(), TOLERANCE));
                let table = ready.unwrap_or_else(fresh);
                Form::Table { table, support: marginal.support(), marginal: marginal.clone(), copula }
            }
        };
        YieldCurve { form }
    }

    /// [`YieldCurve::at`] of every factor, in place: in a loop that does nothing else the looks into a table overlap.
    pub fn at_all(&self, factors: &mut [f64]) {
        match &self.form {
            Form::Table { table, support, marginal, copula } => factors.iter_mut().for_each(|z| {
                let x = table.at(*z);
                *z = if x.is_nan() { marginal.quantile_of(copula.tails(*z)) } else { clamped(x, *support) };
            }),
            _ => factors.iter_mut().for_each(|z| *z = self.at(*z)),
        }
    }

    /// The yield at factor `z`; not decreasing in `z`, up to rounding (10⁻¹⁴ of the value and of the standard
    /// deviation).
    #[inline]
    pub fn at(&self, z: f64) -> f64 {
        match &self.form {
            Form::Constant(value) => *value,
            Form::Linear { mu, sigma } => mu + sigma * z,
            Form::Exponential { mu, sigma } => libm::exp(mu + sigma * z),
            Form::Steps { thresholds, values } => {
                values[thresholds.partition_point(|threshold| *threshold < z).min(values.len() - 1)]
            }
            Form::Table { table, support, marginal, copula } => {
                let x = table.at(z);
                if x.is_nan() { marginal.quantile_of(copula.tails(z)) } else { clamped(x, *support) }
            }
        }
    }
}
