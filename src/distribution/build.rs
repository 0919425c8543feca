//! From what the file says to a law: every check, and the parameters that have given moments.

use super::error::{Allowed, DistributionError, below, not_above, within};
use super::law::Law;
use super::lists::{Polyline, Steps};
use super::marginal::Marginal;
use super::mixture::Mixture;
use super::moments::weibull_square_cv;
use super::spec::{
    BetaParameters, Component, Interpolation, LognormalParameters, MarginalSpec, NormalParameters, ShapeParameters,
    Spread, StudentSpread,
};
use super::truncated::Truncated;
use super::truncated_normal;

type Checked<T> = Result<T, DistributionError>;

/// Coefficients of variation of positive laws given by their moments.
const CV: Allowed = Allowed::closed(0.001, 10.0);
/// Shapes of gamma and Weibull laws.
const SHAPE: Allowed = Allowed::closed(0.01, 1e6);
/// Shapes of beta laws, λ of PERT laws.
const BETA_SHAPE: Allowed = Allowed::closed(0.01, 1e6);
/// Standard deviation of a logarithm.
const LOG_SIGMA: Allowed = Allowed { min: 0.0, max: 10.0, min_included: false, max_included: true };
/// Weight of the mode in a PERT law, if the file does not say.
const PERT_LAMBDA: f64 = 4.0;

impl MarginalSpec {
    /// Checks the parameters and makes the distribution ready to use; the first error is returned.
    ///
    /// ```
    /// # use lendmix::distribution::{Allowed, DistributionError, MarginalSpec, ShapeParameters, Spread};
    /// let spec = MarginalSpec::Gamma { parameters: ShapeParameters::Moments { mean: 1.0, spread: Spread::Cv(0.5) } };
    /// let gamma = spec.build().unwrap();
    /// assert!((gamma.variance() - 0.25).abs() < 1e-15);
    ///
    /// let spec = MarginalSpec::Uniform { min: 2.0, max: f64::NAN };
    /// let Err(DistributionError::OutOfRange { parameter, .. }) = spec.build() else { panic!() };
    /// assert_eq!(parameter, "max");
    /// ```
    pub fn build(&self) -> Result<Marginal, DistributionError> {
        self.law().map(Marginal::new)
    }

    fn law(&self) -> Checked<Law> {
        match self {
            MarginalSpec::Fixed { value } => Ok(Law::Fixed(within("value", *value, Allowed::FINITE)?)),
            MarginalSpec::Uniform { min, max } => bounds(*min, *max).map(|(min, max)| Law::Uniform { min, max }),
            MarginalSpec::Triangular { min, mode, max } => triangular(*min, *mode, *max),
            MarginalSpec::Pert { min, mode, max, lambda } => pert(*min, *mode, *max, lambda.unwrap_or(PERT_LAMBDA)),
            MarginalSpec::Normal { parameters, min, max } => normal(parameters, *min, *max),
            MarginalSpec::Lognormal { parameters } => lognormal(parameters),
            MarginalSpec::Gamma { parameters } => gamma(parameters),
            MarginalSpec::Weibull { parameters } => weibull(parameters),
            MarginalSpec::Beta { parameters, min, max } => beta(parameters, min.unwrap_or(0.0), max.unwrap_or(1.0)),
            MarginalSpec::StudentT { mean, spread, degrees_of_freedom, min, max } => {
                student_t(*mean, spread, *degrees_of_freedom, *min, *max)
            }
            MarginalSpec::Mixture { components } => mixture(components),
            MarginalSpec::Empirical { values, weights, interpolation } => {
                empirical(values, weights.as_deref(), *interpolation)
            }
            MarginalSpec::Quantiles { min, q05, q50, q95, max } => quantiles([*min, *q05, *q50, *q95, *max]),
            MarginalSpec::Discrete { values, weights } => empirical(values, Some(weights), Interpolation::Step),
        }
    }
}

fn bounds(min: f64, max: f64) -> Checked<(f64, f64)> {
    within("min", min, Allowed::FINITE)?;
    within("max", max, Allowed::FINITE)?;
    below(("min", min), ("max", max))?;
    Ok((min, max))
}

fn triangular(min: f64, mode: f64, max: f64) -> Checked<Law> {
    bounds(min, max)?;
    within("mode", mode, Allowed::closed(min, max))?;
    Ok(Law::Triangular { min, mode, max })
}

/// α = 1 + λ(mode − min)/(max − min), β = 1 + λ(max − mode)/(max − min). Source: Malcolm et al. 1959; Vose 2008.
fn pert(min: f64, mode: f64, max: f64, lambda: f64) -> Checked<Law> {
    triangular(min, mode, max)?;
    within("lambda", lambda, BETA_SHAPE)?;
    let width = max - min;
    Ok(Law::Beta { alpha: 1.0 + lambda * (mode - min) / width, beta: 1.0 + lambda * (max - mode) / width, min, max })
}

/// Bounds that may be absent: infinite where they are.
fn optional_bounds(min: Option<f64>, max: Option<f64>) -> Checked<(f64, f64)> {
    let min = min.map_or(Ok(f64::NEG_INFINITY), |min| within("min", min, Allowed::FINITE))?;
    let max = max.map_or(Ok(f64::INFINITY), |max| within("max", max, Allowed::FINITE))?;
    below(("min", min), ("max", max))?;
    Ok((min, max))
}

fn truncated(law: Law, min: f64, max: f64) -> Checked<Law> {
    if min == f64::NEG_INFINITY && max == f64::INFINITY {
        return Ok(law);
    }
    Truncated::new(law, min, max).map(Law::Truncated)
}

fn normal(parameters: &NormalParameters, min: Option<f64>, max: Option<f64>) -> Checked<Law> {
    let (min, max) = optional_bounds(min, max)?;
    let (mu, sigma) = match parameters {
        NormalParameters::Native { mu, sigma } => {
            (within("mu", *mu, Allowed::FINITE)?, within("sigma", *sigma, Allowed::POSITIVE)?)
        }
        NormalParameters::Moments { mean, spread } => {
            let mean = within("mean", *mean, Allowed::open(min, max))?;
            let sd = standard_deviation(mean, spread)?;
            let bounded = min.is_finite() || max.is_finite();
            if bounded { truncated_normal::with_moments(mean, sd, min, max)? } else { (mean, sd) }
        }
    };
    truncated(Law::Normal { mu, sigma }, min, max)
}

fn standard_deviation(mean: f64, spread: &Spread) -> Checked<f64> {
    match spread {
        Spread::Sd(sd) => within("sd", *sd, Allowed::POSITIVE),
        Spread::Cv(_) if mean == 0.0 => within("mean", mean, Allowed::POSITIVE),
        Spread::Cv(cv) => Ok(within("cv", *cv, Allowed::POSITIVE)? * mean.abs()),
    }
}

/// σ² = ln(1 + cv²), μ = ln mean − σ²/2; or μ = ln median.
fn lognormal(parameters: &LognormalParameters) -> Checked<Law> {
    let (mu, sigma) = match parameters {
        LognormalParameters::Moments { mean, spread } => {
            let mean = within("mean", *mean, Allowed::POSITIVE)?;
            let cv = variation(mean, spread, Allowed::POSITIVE)?;
            let square = libm::log1p(cv * cv);
            (libm::log(mean) - 0.5 * square, square.sqrt())
        }
        LognormalParameters::Native { mu, sigma } => (within("mu", *mu, Allowed::FINITE)?, *sigma),
        LognormalParameters::MedianSigma { median, sigma } => {
            (libm::log(within("median", *median, Allowed::POSITIVE)?), *sigma)
        }
    };
    Ok(Law::Lognormal { mu, sigma: within("sigma", sigma, LOG_SIGMA)? })
}

/// shape = 1/cv², scale = mean·cv².
fn gamma(parameters: &ShapeParameters) -> Checked<Law> {
    let (shape, scale) = match parameters {
        ShapeParameters::Native { shape, scale } => native_shape(*shape, *scale)?,
        ShapeParameters::Moments { mean, spread } => {
            let (mean, cv) = positive_moments(*mean, spread)?;
            (1.0 / (cv * cv), mean * cv * cv)
        }
    };
    Ok(Law::Gamma { shape, scale })
}

/// The shape whose coefficient of variation is `cv` (bisection, it falls with the shape), scale = mean/Γ(1 + 1/shape).
fn weibull(parameters: &ShapeParameters) -> Checked<Law> {
    let (shape, scale) = match parameters {
        ShapeParameters::Native { shape, scale } => native_shape(*shape, *scale)?,
        ShapeParameters::Moments { mean, spread } => {
            let (mean, cv) = positive_moments(*mean, spread)?;
            let (mut low, mut high) = (0.1, 1e4);
            for _ in 0..100 {
                let middle = f64::sqrt(low * high);
                if weibull_square_cv(middle) > cv * cv {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            (high, mean / libm::tgamma(1.0 + 1.0 / high))
        }
    };
    Ok(Law::Weibull { shape, scale })
}

fn native_shape(shape: f64, scale: f64) -> Checked<(f64, f64)> {
    Ok((within("shape", shape, SHAPE)?, within("scale", scale, Allowed::POSITIVE)?))
}

fn positive_moments(mean: f64, spread: &Spread) -> Checked<(f64, f64)> {
    let mean = within("mean", mean, Allowed::POSITIVE)?;
    Ok((mean, variation(mean, spread, CV)?))
}

/// The coefficient of variation, within a range of it; a standard deviation is held to the range that this is for it.
fn variation(mean: f64, spread: &Spread, range: Allowed) -> Checked<f64> {
    match spread {
        Spread::Cv(cv) => within("cv", *cv, range),
        Spread::Sd(sd) => Ok(within("sd", *sd, range.times(mean.abs()))? / mean.abs()),
    }
}

/// With m and v the mean and variance on [0, 1]: α + β = m(1 − m)/v − 1, α = m(α + β).
fn beta(parameters: &BetaParameters, min: f64, max: f64) -> Checked<Law> {
    let (min, max) = bounds(min, max)?;
    let (alpha, beta) = match parameters {
        BetaParameters::Native { alpha, beta } => {
            (within("alpha", *alpha, BETA_SHAPE)?, within("beta", *beta, BETA_SHAPE)?)
        }
        BetaParameters::Moments { mean, spread } => {
            let mean = within("mean", *mean, Allowed::open(min, max))?;
            let m = (mean - min) / (max - min);
            let s = beta_deviation(mean, spread, (m, max - min))?;
            let sum = m * (1.0 - m) / (s * s) - 1.0;
            (m * sum, (1.0 - m) * sum)
        }
    };
    Ok(Law::Beta { alpha, beta, min, max })
}

/// The standard deviation on [0, 1] of a beta law with mean `m` there, which `width` stretches to its bounds. What is
/// allowed follows from the smallest and largest sum of the shapes.
fn beta_deviation(mean: f64, spread: &Spread, (m, width): (f64, f64)) -> Checked<f64> {
    let deviation = |sum: f64| (m * (1.0 - m) / (1.0 + sum)).sqrt() * width;
    let (smallest, largest) = (deviation(BETA_SHAPE.max), deviation(BETA_SHAPE.min / m.min(1.0 - m)));
    let range = Allowed::closed(smallest, largest);
    let sd = match spread {
        Spread::Sd(sd) => within("sd", *sd, range)?,
        Spread::Cv(_) if mean == 0.0 => within("mean", mean, Allowed::POSITIVE)?,
        Spread::Cv(cv) => within("cv", *cv, range.times(1.0 / mean.abs()))? * mean.abs(),
    };
    Ok(sd / width)
}

fn student_t(
    mean: f64,
    spread: &StudentSpread,
    degrees_of_freedom: f64,
    min: Option<f64>,
    max: Option<f64>,
) -> Checked<Law> {
    let location = within("mean", mean, Allowed::FINITE)?;
    let lowest = if matches!(spread, StudentSpread::Sd(_)) { 2.0 } else { 1.0 };
    let range = Allowed { max_included: true, ..Allowed::open(lowest, 1e6) };
    let nu = within("degrees_of_freedom", degrees_of_freedom, range)?;
    let scale = match spread {
        StudentSpread::Sd(sd) => within("sd", *sd, Allowed::POSITIVE)? * ((nu - 2.0) / nu).sqrt(),
        StudentSpread::Scale(scale) => within("scale", *scale, Allowed::POSITIVE)?,
    };
    let (min, max) = optional_bounds(min, max)?;
    truncated(Law::StudentT { location, scale, nu }, min, max)
}

fn mixture(components: &[Component]) -> Checked<Law> {
    let weights: Vec<f64> = components.iter().map(|component| component.weight).collect();
    checked_weights("components", components.len(), &weights)?;
    let parts = components.iter().enumerate().map(|(index, component)| {
        let law = component.marginal.law();
        law.map(|law| (component.weight, law))
            .map_err(|source| DistributionError::Component { index, source: Box::new(source) })
    });
    Ok(Law::Mixture(Mixture::new(parts.collect::<Checked<Vec<_>>>()?)))
}

fn empirical(values: &[f64], weights: Option<&[f64]>, interpolation: Interpolation) -> Checked<Law> {
    for (index, value) in values.iter().enumerate() {
        in_list("values", index, *value, Allowed::FINITE)?;
    }
    let equal = vec![1.0; values.len()];
    let weights = weights.unwrap_or(&equal);
    checked_weights("values", values.len(), weights)?;
    Ok(match interpolation {
        Interpolation::Step => Law::Steps(Steps::new(values, weights)),
        Interpolation::Linear => Law::Polyline(Polyline::between(values, weights)),
    })
}

/// As many weights as entries of `list`, none negative, not all zero.
fn checked_weights(list: &'static str, entries: usize, weights: &[f64]) -> Checked<()> {
    if entries == 0 {
        return Err(DistributionError::EmptyList { parameter: list });
    }
    if weights.len() != entries {
        let found = weights.len();
        return Err(DistributionError::ListLength { parameter: "weights", found, other: list, expected: entries });
    }
    for (index, weight) in weights.iter().enumerate() {
        in_list("weights", index, *weight, Allowed::NOT_NEGATIVE)?;
    }
    if weights.iter().all(|weight| *weight == 0.0) {
        return Err(DistributionError::NoWeight { parameter: "weights" });
    }
    Ok(())
}

fn in_list(parameter: &'static str, index: usize, value: f64, allowed: Allowed) -> Checked<()> {
    within(parameter, value, allowed).map_err(|_| DistributionError::ListEntry { parameter, index, value, allowed })?;
    Ok(())
}

fn quantiles(values: [f64; 5]) -> Checked<Law> {
    const KEYS: [&str; 5] = ["min", "q05", "q50", "q95", "max"];
    let keyed: Vec<(&'static str, f64)> = KEYS.into_iter().zip(values).collect();
    for (key, value) in &keyed {
        within(key, *value, Allowed::FINITE)?;
    }
    for pair in keyed.windows(2) {
        not_above(pair[0], pair[1])?;
    }
    below(keyed[0], keyed[4])?;
    let points: Vec<(f64, f64)> = [0.0, 0.05, 0.5, 0.95, 1.0].into_iter().zip(values).collect();
    Ok(Law::Polyline(Polyline::through(&points)))
}
