//! Each law against an independent implementation, against samplers, and against its own moments.

mod against_statrs;
mod errors;
mod laws;
mod sampled;

use super::*;

/// Student-t copula with `nu` degrees of freedom.
fn student(nu: f64) -> Copula {
    Copula::StudentT { degrees_of_freedom: DegreesOfFreedom::new(nu).unwrap() }
}

fn gamma(mean: f64, cv: f64) -> MarginalSpec {
    MarginalSpec::Gamma { parameters: ShapeParameters::Moments { mean, spread: Spread::Cv(cv) } }
}

fn weibull(mean: f64, cv: f64) -> MarginalSpec {
    MarginalSpec::Weibull { parameters: ShapeParameters::Moments { mean, spread: Spread::Cv(cv) } }
}

fn beta(alpha: f64, beta: f64, min: f64, max: f64) -> MarginalSpec {
    let parameters = BetaParameters::Native { alpha, beta };
    MarginalSpec::Beta { parameters, min: Some(min), max: Some(max) }
}

fn lognormal(mean: f64, cv: f64) -> MarginalSpec {
    MarginalSpec::Lognormal { parameters: LognormalParameters::Moments { mean, spread: Spread::Cv(cv) } }
}

fn normal(mean: f64, sd: f64, min: Option<f64>, max: Option<f64>) -> MarginalSpec {
    let parameters = NormalParameters::Moments { mean, spread: Spread::Sd(sd) };
    MarginalSpec::Normal { parameters, min, max }
}

fn native_normal(mu: f64, sigma: f64, min: Option<f64>, max: Option<f64>) -> MarginalSpec {
    MarginalSpec::Normal { parameters: NormalParameters::Native { mu, sigma }, min, max }
}

fn student_t(scale: f64, nu: f64, min: Option<f64>, max: Option<f64>) -> MarginalSpec {
    MarginalSpec::StudentT { mean: 1.0, spread: StudentSpread::Scale(scale), degrees_of_freedom: nu, min, max }
}

fn mixture(parts: Vec<(f64, MarginalSpec)>) -> MarginalSpec {
    let components = parts.into_iter().map(|(weight, marginal)| Component { weight, marginal });
    MarginalSpec::Mixture { components: components.collect() }
}

fn empirical(values: &[f64], interpolation: Interpolation) -> MarginalSpec {
    MarginalSpec::Empirical { values: values.to_vec(), weights: None, interpolation }
}

/// One or more of every kind, with shapes from mild to extreme.
fn every_kind() -> Vec<MarginalSpec> {
    let data = [0.9, 0.2, 1.4, 1.1, 0.9];
    vec![
        MarginalSpec::Fixed { value: 1.0 },
        MarginalSpec::Uniform { min: -1.0, max: 2.0 },
        MarginalSpec::Triangular { min: 0.0, mode: 1.2, max: 1.5 },
        MarginalSpec::Triangular { min: 0.0, mode: 0.0, max: 1.5 },
        MarginalSpec::Triangular { min: 0.0, mode: 1.5, max: 1.5 },
        MarginalSpec::Pert { min: 0.2, mode: 1.0, max: 1.4, lambda: None },
        MarginalSpec::Pert { min: 0.2, mode: 0.2, max: 1.4, lambda: Some(10.0) },
        normal(1.0, 0.3, None, None),
        normal(1.0, 0.5, Some(0.0), None),
        normal(1.0, 0.9, Some(0.0), None),
        normal(1.0, 0.2, Some(0.4), Some(1.3)),
        normal(-1.0, 0.2, None, Some(-0.7)),
        lognormal(1.0, 0.3),
        lognormal(1.0, 2.0),
        gamma(1.0, 0.02),
        gamma(1.0, 0.4),
        gamma(1.0, 2.0),
        gamma(1.0, 10.0),
        weibull(1.0, 0.1),
        weibull(1.0, 2.0),
        beta(2.0, 5.0, 0.0, 1.0),
        beta(0.3, 0.2, -1.0, 3.0),
        beta(1e4, 1e5, 0.0, 1.0),
        student_t(0.3, 5.0, None, None),
        student_t(0.3, 1.5, None, None),
        student_t(0.3, 3.0, Some(0.0), None),
        student_t(0.3, 1.5, Some(0.0), Some(2.0)),
        mixture(vec![(0.1, MarginalSpec::Fixed { value: 0.0 }), (0.9, gamma(1.0, 0.4))]),
        mixture(vec![(1.0, gamma(0.2, 1.0)), (3.0, normal(1.0, 0.2, None, None))]),
        mixture(vec![
            (1.0, MarginalSpec::Uniform { min: 0.0, max: 1.0 }),
            (1.0, MarginalSpec::Uniform { min: 5.0, max: 6.0 }),
        ]),
        empirical(&data, Interpolation::Step),
        empirical(&data, Interpolation::Linear),
        MarginalSpec::Quantiles { min: 0.0, q05: 0.4, q50: 1.0, q95: 1.5, max: 2.0 },
        MarginalSpec::Quantiles { min: 0.0, q05: 0.0, q50: 1.0, q95: 1.0, max: 2.0 },
        MarginalSpec::Discrete { values: vec![1.0, 0.0, 0.5], weights: vec![7.0, 1.0, 2.0] },
    ]
}
