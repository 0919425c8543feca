//! Every kind of error, with its facts.

use super::DistributionError::*;
use super::*;

fn error(spec: MarginalSpec) -> DistributionError {
    spec.build().unwrap_err()
}

/// The key that an error of range points at.
fn key(spec: MarginalSpec) -> &'static str {
    match error(spec) {
        OutOfRange { parameter, .. } => parameter,
        other => panic!("{other}"),
    }
}

#[test]
fn values_outside_their_range_are_named_by_key() {
    assert_eq!(key(MarginalSpec::Fixed { value: f64::INFINITY }), "value");
    assert_eq!(key(MarginalSpec::Uniform { min: f64::NAN, max: 1.0 }), "min");
    assert_eq!(key(MarginalSpec::Triangular { min: 0.0, mode: 2.0, max: 1.0 }), "mode");
    assert_eq!(key(MarginalSpec::Pert { min: 0.0, mode: 0.5, max: 1.0, lambda: Some(0.0) }), "lambda");
    assert_eq!(key(native_normal(0.0, 0.0, None, None)), "sigma");
    assert_eq!(key(normal(1.0, -0.1, None, None)), "sd");
    assert_eq!(key(normal(-1.0, 0.1, Some(0.0), None)), "mean");
    assert_eq!(key(gamma(0.0, 0.4)), "mean");
    assert_eq!(key(weibull(1.0, 11.0)), "cv");
    assert_eq!(key(lognormal(1.0, 0.0)), "cv");
    assert_eq!(key(beta(0.0, 1.0, 0.0, 1.0)), "alpha");
    assert_eq!(key(student_t(-1.0, 4.0, None, None)), "scale");
    assert_eq!(key(student_t(1.0, 1.0, None, None)), "degrees_of_freedom");
    let spread = StudentSpread::Sd(1.0);
    let spec = MarginalSpec::StudentT { mean: 0.0, spread, degrees_of_freedom: 2.0, min: None, max: None };
    let allowed = Allowed { max_included: true, ..Allowed::open(2.0, 1e6) };
    assert_eq!(error(spec), OutOfRange { parameter: "degrees_of_freedom", value: 2.0, allowed });
    assert!(DegreesOfFreedom::new(0.9).is_err());
}

#[test]
fn a_beta_law_cannot_be_wider_than_its_bounds() {
    let parameters = BetaParameters::Moments { mean: 0.5, spread: Spread::Cv(1.0) };
    let OutOfRange { parameter: "cv", value: 1.0, allowed } =
        error(MarginalSpec::Beta { parameters, min: None, max: None })
    else {
        panic!()
    };
    // All mass at the bounds has cv 1; shapes from 0.01 come close.
    assert!(allowed.max < 1.0 && allowed.max > 0.98);
    let wide = |parameters| error(MarginalSpec::Beta { parameters, min: None, max: Some(2.0) });
    let parameters = BetaParameters::Moments { mean: 1.0, spread: Spread::Sd(1.0) };
    let OutOfRange { parameter: "sd", value: 1.0, allowed } = wide(parameters) else { panic!() };
    assert!(allowed.max < 1.0 && allowed.max > 0.98);
}

#[test]
fn parameters_in_the_wrong_order() {
    let expected = WrongOrder { lower: "min", lower_value: 2.0, upper: "max", upper_value: 1.0, equal_allowed: false };
    assert_eq!(error(MarginalSpec::Uniform { min: 2.0, max: 1.0 }), expected);
    assert_eq!(error(native_normal(0.0, 1.0, Some(2.0), Some(1.0))), expected);
    let spec = MarginalSpec::Quantiles { min: 0.0, q05: 0.5, q50: 0.4, q95: 1.0, max: 2.0 };
    let expected = WrongOrder { lower: "q05", lower_value: 0.5, upper: "q50", upper_value: 0.4, equal_allowed: true };
    assert_eq!(error(spec), expected);
}

/// Truncation at 0 can reach any sd below the mean (the exponential law), between bounds any below the uniform law's.
#[test]
fn spreads_that_truncation_cannot_reach() {
    assert_eq!(error(normal(1.0, 1.2, Some(0.0), None)), SpreadUnreachable { mean: 1.0, sd: 1.2, largest_sd: 1.0 });
    let SpreadUnreachable { largest_sd, .. } = error(normal(1.0, 0.6, Some(0.0), Some(2.0))) else { panic!() };
    assert!((largest_sd - 1.0 / 3_f64.sqrt()).abs() < 1e-12);
}

#[test]
fn windows_without_probability() {
    let spec = native_normal(0.0, 1.0, Some(40.0), None);
    assert_eq!(error(spec), NothingWithin { min: 40.0, max: f64::INFINITY });
}

#[test]
fn lists() {
    assert_eq!(error(empirical(&[], Interpolation::Step)), EmptyList { parameter: "values" });
    assert_eq!(error(mixture(vec![])), EmptyList { parameter: "components" });
    let discrete = |values: &[f64], weights: &[f64]| {
        error(MarginalSpec::Discrete { values: values.to_vec(), weights: weights.to_vec() })
    };
    let expected = ListLength { parameter: "weights", found: 1, other: "values", expected: 2 };
    assert_eq!(discrete(&[1.0, 2.0], &[1.0]), expected);
    assert_eq!(discrete(&[1.0, 2.0], &[0.0, 0.0]), NoWeight { parameter: "weights" });
    let expected = ListEntry { parameter: "weights", index: 1, value: -1.0, allowed: Allowed::NOT_NEGATIVE };
    assert_eq!(discrete(&[1.0, 2.0], &[1.0, -1.0]), expected);
    let expected = ListEntry { parameter: "values", index: 0, value: f64::INFINITY, allowed: Allowed::FINITE };
    assert_eq!(discrete(&[f64::INFINITY, 2.0], &[1.0, 1.0]), expected);
}

#[test]
fn errors_in_components_say_where() {
    let spec = mixture(vec![(1.0, gamma(1.0, 1.0)), (1.0, MarginalSpec::Fixed { value: f64::INFINITY })]);
    let DistributionError::Component { index: 1, source } = error(spec) else { panic!() };
    assert!(matches!(*source, OutOfRange { parameter: "value", .. }));
}

#[test]
fn every_key_of_the_catalogue_has_its_place() {
    assert_eq!(DISTRIBUTIONS.len(), 14);
    for distribution in DISTRIBUTIONS {
        let known = |key: &&str| distribution.parameters.iter().any(|parameter| parameter.key == *key);
        assert!(distribution.alternatives.iter().flat_map(|set| set.iter()).all(known));
        assert!(distribution.optional.iter().all(known));
        for parameter in distribution.parameters {
            let named = distribution.alternatives.iter().any(|set| set.contains(&parameter.key));
            assert!(named || distribution.optional.contains(&parameter.key), "{}", parameter.key);
        }
        assert_eq!(find_distribution(distribution.name), Some(distribution));
    }
}
