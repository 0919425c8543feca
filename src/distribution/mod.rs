//! The marginal distributions that a file may name, and the copula that joins them.
//!
//! Two worlds: [`MarginalSpec`] is what a file says, [`Marginal`] what the model uses; [`MarginalSpec::build`] is the one
//! way from the first to the second, and after it nothing can fail. Everything works through quantile functions: one
//! uniform number, one value, monotone, so that the same luck stays the same luck under another policy or another
//! marginal.
//!
//! All mathematics is `libm`'s, never the platform's: every machine gives the same bits.

mod build;
mod catalogue;
mod copula;
mod curve;
mod error;
mod law;
mod lists;
mod marginal;
mod mixture;
mod moments;
mod spec;
mod special;
mod table;
mod tails;
mod truncated;
mod truncated_normal;

#[cfg(test)]
mod tests;

pub use catalogue::{DISTRIBUTIONS, DistributionInfo, Parameter, ParameterKind, find_distribution};
pub use copula::{Copula, DegreesOfFreedom, chi_square_scale};
pub use curve::YieldCurve;
pub use error::{Allowed, DistributionError};
pub use marginal::Marginal;
pub use spec::{
    BetaParameters, Component, Interpolation, LognormalParameters, MarginalSpec, NormalParameters, ShapeParameters,
    Spread, StudentSpread,
};
