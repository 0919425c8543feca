//! What must hold for every law, and values that follow from definitions.

#![expect(clippy::disallowed_methods, reason = "expected values may come from the platform's functions")]

use super::super::tails::Tails;
use super::*;
use crate::draws::{standard_normal_cdf, standard_normal_quantile};

/// Probabilities from one end to the other, dense everywhere and dyadic in the tails.
fn probabilities() -> Vec<f64> {
    let mut all: Vec<f64> = (1..3000).map(|k| f64::from(k) / 3000.0).collect();
    for k in 1..=52 {
        all.extend([2_f64.powi(-k), 1.0 - 2_f64.powi(-k)]);
    }
    all.sort_by(f64::total_cmp);
    all
}

#[test]
fn quantiles_rise_stay_in_the_support_and_invert_the_distribution_function() {
    for spec in every_kind() {
        let marginal = spec.build().unwrap();
        let (min, max) = marginal.support();
        let mut last = -f64::MAX;
        for u in probabilities() {
            let x = marginal.quantile(u);
            assert!((min..=max).contains(&x), "{spec:?} at {u}: {x}");
            assert!(x >= last - 1e-14 * (last.abs() + marginal.unit()), "{spec:?} at {u}: {x} after {last}");
            last = last.max(x);
            // P(X < x) ≤ u ≤ P(X ≤ x), up to the error of a table: 10⁻⁷ of x or of the unit.
            let slack = 2e-7 * x.abs() + 1e-9 * marginal.unit();
            assert!(marginal.cdf(x + slack) >= u * (1.0 - 1e-9) - 1e-15, "{spec:?} at {u}");
            assert!(marginal.cdf(x - slack) <= u * (1.0 + 1e-9) + 1e-15, "{spec:?} at {u}");
        }
        assert_eq!((marginal.quantile(0.0), marginal.quantile(1.0)), (min, max));
    }
}

#[test]
fn tables_keep_to_the_exact_quantile() {
    for spec in every_kind() {
        let marginal = spec.build().unwrap();
        for copula in [Copula::Gaussian, student(4.0), student(30.0)] {
            let curve = marginal.under(copula);
            for k in -4000..=4000 {
                let z = f64::from(k) * 0.002_071;
                let exact = marginal.law().quantile(copula.tails(z));
                let error = (curve.at(z) - exact).abs();
                assert!(error <= 4e-7 * exact.abs() + 1e-9 * marginal.unit(), "{spec:?} {copula:?} at {z}: {error}");
            }
        }
    }
}

#[test]
fn curves_rise() {
    for spec in every_kind() {
        for copula in [Copula::Gaussian, student(3.0)] {
            let marginal = spec.build().unwrap();
            let curve = marginal.under(copula);
            let mut last = -f64::MAX;
            for k in -30_000..=30_000 {
                let y = curve.at(f64::from(k) / 3000.0);
                assert!(
                    y >= last - 1e-14 * (last.abs() + marginal.unit()),
                    "{spec:?} {copula:?} at {k}: {y} after {last}"
                );
                last = last.max(y);
            }
        }
    }
}

/// Mean and variance of x(u) by the trapezoidal rule over the normal score z: exponentially accurate for smooth laws,
/// good to a step of 1/256 at jumps.
fn integrated(marginal: &Marginal) -> (f64, f64) {
    let points = (-2304..=2304).map(|k| f64::from(k) / 256.0);
    let points: Vec<(f64, f64)> =
        points.map(|z| ((-0.5 * z * z).exp(), marginal.law().quantile(Tails::normal(z)))).collect();
    let total: f64 = points.iter().map(|(w, _)| w).sum();
    let mean = points.iter().map(|(w, x)| w * x).sum::<f64>() / total;
    (mean, points.iter().map(|(w, x)| w * (x - mean).powi(2)).sum::<f64>() / total)
}

#[test]
fn moments_are_those_of_the_quantile_function() {
    for spec in every_kind() {
        let marginal = spec.build().unwrap();
        if marginal.variance().is_infinite() {
            continue;
        }
        let (mean, variance) = integrated(&marginal);
        let smooth = !matches!(
            spec,
            MarginalSpec::Mixture { .. }
                | MarginalSpec::Empirical { .. }
                | MarginalSpec::Discrete { .. }
                | MarginalSpec::Quantiles { .. }
                | MarginalSpec::Triangular { .. }
                | MarginalSpec::StudentT { .. }
        );
        let tolerance = if smooth { 1e-9 } else { 3e-3 };
        let scale = marginal.unit();
        assert!((marginal.mean() - mean).abs() <= tolerance * scale, "{spec:?}: {} {mean}", marginal.mean());
        let error = (marginal.variance() - variance).abs();
        assert!(error <= 4.0 * tolerance * scale * scale, "{spec:?}: {} {variance}", marginal.variance());
    }
}

#[test]
fn given_moments_are_met() {
    let with_cv = BetaParameters::Moments { mean: 0.6, spread: Spread::Cv(0.5) };
    let beta_cv = MarginalSpec::Beta { parameters: with_cv, min: None, max: None };
    let with_sd = BetaParameters::Moments { mean: 0.4, spread: Spread::Sd(0.7) };
    let beta_sd = MarginalSpec::Beta { parameters: with_sd, min: Some(-2.0), max: Some(1.5) };
    let lognormal_sd =
        MarginalSpec::Lognormal { parameters: LognormalParameters::Moments { mean: 2.0, spread: Spread::Sd(0.8) } };
    let cases = [
        (gamma(2.0, 0.4), 2.0, 0.8),
        (weibull(2.0, 0.4), 2.0, 0.8),
        (weibull(2.0, 0.001), 2.0, 0.002),
        (weibull(2.0, 10.0), 2.0, 20.0),
        (lognormal(2.0, 0.4), 2.0, 0.8),
        (beta_cv, 0.6, 0.3),
        (beta_sd, 0.4, 0.7),
        (MarginalSpec::Gamma { parameters: ShapeParameters::Moments { mean: 2.0, spread: Spread::Sd(0.8) } }, 2.0, 0.8),
        (
            MarginalSpec::Weibull { parameters: ShapeParameters::Moments { mean: 2.0, spread: Spread::Sd(0.8) } },
            2.0,
            0.8,
        ),
        (lognormal_sd, 2.0, 0.8),
        (normal(1.0, 0.5, Some(0.0), None), 1.0, 0.5),
        (normal(1.0, 0.95, Some(0.0), None), 1.0, 0.95),
        (normal(1.0, 0.2, Some(0.4), Some(1.3)), 1.0, 0.2),
        (normal(1.0, 1e-3, Some(0.0), Some(3.0)), 1.0, 1e-3),
    ];
    for (spec, mean, sd) in cases {
        let marginal = spec.build().unwrap();
        assert!((marginal.mean() - mean).abs() < 1e-11 * mean, "{spec:?}: {}", marginal.mean());
        // A squared cv is a difference from 1: rounding weighs (mean/sd)².
        let tolerance = 1e-10 + 1e-15 * (mean / sd).powi(2);
        assert!(
            (marginal.standard_deviation() - sd).abs() < tolerance * sd,
            "{spec:?}: {}",
            marginal.standard_deviation()
        );
        // The quantile function agrees, computed another way.
        if sd < 1.0 {
            let (by_quantile, variance) = integrated(&marginal);
            assert!((by_quantile - mean).abs() < 1e-8, "{spec:?}: {by_quantile}");
            assert!((variance.sqrt() - sd).abs() < 1e-8, "{spec:?}: {variance}");
        }
    }
}

/// Exact values: the Weibull law of shape 1, the gamma law of shape 1 and the half of a wide normal law.
#[test]
fn special_cases_have_their_closed_forms() {
    for u in [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999_999] {
        let exponential = -f64::ln_1p(-u);
        for spec in [gamma(1.0, 1.0), weibull(1.0, 1.0)] {
            let x = spec.build().unwrap().quantile(u);
            assert!((x - exponential).abs() < 1e-7 * exponential, "{spec:?} {u}: {x}");
        }
        let arcsine = (0.5 * std::f64::consts::PI * u).sin().powi(2);
        let x = beta(0.5, 0.5, 0.0, 1.0).build().unwrap().quantile(u);
        assert!((x - arcsine).abs() < 1e-7 * arcsine + 1e-10, "arcsine {u}: {x}");
        let cauchy_like = (2.0 * u - 1.0) / (2.0 * u * (1.0 - u)).sqrt();
        let x = student_t(1.0, 2.0, None, None).build().unwrap().quantile(u) - 1.0;
        assert!((x - cauchy_like).abs() < 1e-6 * (1.0 + cauchy_like.abs()), "Student with two degrees {u}: {x}");
        let half = standard_normal_quantile(0.5 + 0.5 * u);
        let x = native_normal(0.0, 1.0, Some(0.0), None).build().unwrap().quantile(u);
        assert!((x - half).abs() < 1e-7 * half + 1e-10, "half normal {u}: {x} {half}");
    }
    // E|Z| = √(2/π), Var|Z| = 1 − 2/π; far out, the exponential law with rate 30: mean 30 + 1/30 to first order.
    let half = native_normal(0.0, 1.0, Some(0.0), None).build().unwrap();
    assert!((half.mean() - (2.0 / std::f64::consts::PI).sqrt()).abs() < 1e-14);
    assert!((half.variance() - (1.0 - 2.0 / std::f64::consts::PI)).abs() < 1e-14);
    let far = native_normal(0.0, 1.0, Some(25.0), None).build().unwrap();
    assert!((far.mean() - 25.0 - 1.0 / 25.0).abs() < 2.0 / 25_f64.powi(3));
}

#[test]
fn lists_read_as_documented() {
    let discrete = MarginalSpec::Discrete { values: vec![1.0, 0.0, 0.5], weights: vec![5.0, 1.0, 2.0] };
    let discrete = discrete.build().unwrap();
    let values = [0.1, 0.125, 0.13, 0.375, 0.38, 0.99].map(|u| discrete.quantile(u));
    assert_eq!(values, [0.0, 0.0, 0.5, 0.5, 1.0, 1.0]);
    assert_eq!((discrete.mean(), discrete.support()), (0.75, (0.0, 1.0)));

    let data = [3.0, 1.0, 2.0, 6.0];
    let (step, linear) = (empirical(&data, Interpolation::Step), empirical(&data, Interpolation::Linear));
    let (step, linear) = (step.build().unwrap(), linear.build().unwrap());
    assert_eq!([0.2, 0.25, 0.26, 1.0].map(|u| step.quantile(u)), [1.0, 1.0, 2.0, 6.0]);
    // Order statistics sit at 1/8, 3/8, 5/8, 7/8.
    assert_eq!([0.1, 0.125, 0.25, 0.375, 0.75, 0.9].map(|u| linear.quantile(u)), [1.0, 1.0, 1.5, 2.0, 4.5, 6.0]);
    assert_eq!((step.mean(), linear.mean()), (3.0, 3.0));
    assert_eq!(step.variance(), 3.5);

    let elicited = MarginalSpec::Quantiles { min: 0.0, q05: 1.0, q50: 2.0, q95: 4.0, max: 8.0 }.build().unwrap();
    assert_eq!([0.0, 0.05, 0.5, 0.95, 1.0].map(|u| elicited.quantile(u)), [0.0, 1.0, 2.0, 4.0, 8.0]);
    assert!((elicited.quantile(0.275) - 1.5).abs() < 1e-15);
    assert!((elicited.mean() - (0.05 * 0.5 + 0.45 * 1.5 + 0.45 * 3.0 + 0.05 * 6.0)).abs() < 1e-15);
}

#[test]
fn mixtures_step_at_their_atoms() {
    let spec =
        mixture(vec![(1.0, MarginalSpec::Fixed { value: 0.0 }), (3.0, MarginalSpec::Uniform { min: -1.0, max: 1.0 })]);
    let marginal = spec.build().unwrap();
    // P(X < 0) = 3/8, P(X ≤ 0) = 5/8.
    assert_eq!([0.375, 0.376, 0.5, 0.625].map(|u| marginal.quantile(u)).map(|x| x.abs() < 1e-12), [true; 4]);
    assert_eq!([0.38, 0.5, 0.62].map(|u| marginal.quantile(u)), [0.0; 3]);
    assert!((marginal.quantile(0.1875) + 0.5).abs() < 1e-9);
    assert!((marginal.quantile(0.8125) - 0.5).abs() < 1e-9);
}

/// Under the Student copula, T_ν(z) is uniform: a uniform marginal shows T_ν itself.
#[test]
fn curves_read_the_factor_with_the_law_of_the_copula() {
    let uniform = MarginalSpec::Uniform { min: 0.0, max: 1.0 }.build().unwrap();
    let (gaussian, cauchy, two) =
        (uniform.under(Copula::Gaussian), uniform.under(student(1.0)), uniform.under(student(2.0)));
    for k in -80..=80 {
        let z = f64::from(k) / 10.0;
        assert!((gaussian.at(z) - standard_normal_cdf(z)).abs() < 1e-9);
        assert!((cauchy.at(z) - (0.5 + z.atan() / std::f64::consts::PI)).abs() < 1e-7, "{z}");
        assert!((two.at(z) - (0.5 + 0.5 * z / (2.0 + z * z).sqrt())).abs() < 1e-7, "{z}");
    }
    assert!(gaussian.at(f64::NEG_INFINITY) < 1e-16 && gaussian.at(f64::INFINITY) == 1.0);
}
