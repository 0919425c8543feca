//! The law of the factor that joins households: Gaussian, or Student-t with common bad seasons.

use super::error::{Allowed, DistributionError, within};
use super::special::{gamma_quantile, student_quantile, student_tails};
use super::tails::Tails;
use crate::units::Probability;

/// Degrees of freedom ν of a Student-t copula: from 1 to 10⁶.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DegreesOfFreedom(f64);

impl DegreesOfFreedom {
    /// Checked degrees of freedom.
    pub fn new(value: f64) -> Result<DegreesOfFreedom, DistributionError> {
        within("degrees_of_freedom", value, Allowed::closed(1.0, 1e6)).map(DegreesOfFreedom)
    }
    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// Law of every factor Z and X: what thresholds and yields read them with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Copula {
    /// Φ: no dependence in the far tail.
    #[default]
    Gaussian,
    /// T_ν: factors divided by one √(χ²_ν/ν) per county and season.
    StudentT {
        /// Degrees of freedom ν.
        degrees_of_freedom: DegreesOfFreedom,
    },
}

impl Copula {
    /// P(Z ≤ `z`): Φ(z) or T_ν(z).
    ///
    /// ```
    /// # use lendmix::distribution::{Copula, DegreesOfFreedom};
    /// // With one degree of freedom T₁ is Cauchy's law, T₁(1) = ¾.
    /// let cauchy = Copula::StudentT { degrees_of_freedom: DegreesOfFreedom::new(1.0).unwrap() };
    /// assert!((cauchy.cdf(1.0).get() - 0.75).abs() < 1e-15);
    /// assert_eq!(Copula::Gaussian.cdf(0.0).get(), 0.5);
    /// ```
    pub fn cdf(&self, z: f64) -> Probability {
        Probability::new(self.tails(z).lower.clamp(0.0, 1.0)).unwrap_or_default()
    }

    /// The threshold below which Z falls with probability `p`: Φ⁻¹(p) or T_ν⁻¹(p); −∞ at 0 and +∞ at 1.
    ///
    /// ```
    /// # use lendmix::{distribution::Copula, units::Probability};
    /// let threshold = Copula::Gaussian.quantile(Probability::new(0.025).unwrap());
    /// assert!((threshold + 1.959_963_984_540_054).abs() < 1e-14);
    /// ```
    pub fn quantile(&self, p: Probability) -> f64 {
        self.threshold(Tails::from_lower(p.get()))
    }

    pub(super) fn threshold(&self, target: Tails) -> f64 {
        match self {
            Copula::Gaussian => target.normal_quantile(),
            Copula::StudentT { degrees_of_freedom } => student_quantile(degrees_of_freedom.0, target),
        }
    }

    pub(super) fn tails(&self, z: f64) -> Tails {
        match self {
            Copula::Gaussian => Tails::normal(z),
            Copula::StudentT { degrees_of_freedom } => student_tails(degrees_of_freedom.0, z),
        }
    }

    /// A distance from 0 that Z leaves with probability below 10⁻¹⁶.
    pub(super) fn reach(&self) -> f64 {
        match self {
            Copula::Gaussian => 8.5,
            Copula::StudentT { degrees_of_freedom } => student_quantile(degrees_of_freedom.0, Tails::from_upper(5e-17)),
        }
    }
}

/// √(χ²_ν(`u`)/ν), the number that a season's factors are divided by in the Student-t variant, where χ²_ν(u) is the
/// quantile of the chi-square law with ν degrees of freedom.
///
/// ```
/// # use lendmix::distribution::{DegreesOfFreedom, chi_square_scale};
/// // With two degrees of freedom χ² is −2 ln(1 − u).
/// let two = DegreesOfFreedom::new(2.0).unwrap();
/// assert!((chi_square_scale(0.3, two) - (-0.7_f64.ln()).sqrt()).abs() < 1e-14);
/// ```
pub fn chi_square_scale(u: f64, degrees_of_freedom: DegreesOfFreedom) -> f64 {
    let half = 0.5 * degrees_of_freedom.0;
    (gamma_quantile(half, Tails::from_lower(u)) / half).sqrt()
}
