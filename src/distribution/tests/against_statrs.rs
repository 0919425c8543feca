//! Against an independent implementation: distribution functions at the values that our quantile functions give.

#![expect(clippy::disallowed_methods, reason = "expected values may come from the platform's functions")]

use statrs::distribution::{Beta, ContinuousCDF, Gamma, StudentsT};

use super::super::special::{beta_tails, gamma_tails, student_tails};
use super::super::tails::Tails;
use super::*;

/// u from 10⁻¹² to 1 − 10⁻¹².
fn probabilities() -> Vec<f64> {
    let tails = (1..=24).map(|k| 10_f64.powf(-0.5 * f64::from(k)));
    let mut all: Vec<f64> = tails.flat_map(|p| [p, 1.0 - p]).collect();
    all.extend((1..50).map(|k| f64::from(k) / 50.0));
    all
}

fn agree(ours: Tails, lower: f64, upper: f64, tolerance: f64, what: &str) {
    assert!((ours.lower - lower).abs() <= tolerance * lower + 1e-300, "{what}: {ours:?} {lower} {upper}");
    assert!((ours.upper - upper).abs() <= tolerance * upper + 1e-300, "{what}: {ours:?} {lower} {upper}");
}

/// The relative error in both tails; 1e-9 for the largest shapes, where the other side's ln Γ is the weaker one.
#[test]
fn distribution_functions_agree() {
    for shape in [0.05, 0.5, 1.0, 2.5, 9.9, 10.1, 100.0, 1e4] {
        let other = Gamma::new(shape, 1.0).unwrap();
        for u in [1e-10, 1e-3, 0.3, 0.5, 0.8, 0.999, 1.0 - 1e-10] {
            let x = other.inverse_cdf(u);
            let tolerance = 1e-11 * (1.0 + shape);
            agree(gamma_tails(shape, x), other.cdf(x), other.sf(x), tolerance, &format!("gamma {shape} {x}"));
        }
    }
    for (a, b) in [(0.2, 0.3), (0.5, 5.0), (2.0, 3.0), (30.0, 12.0), (11.0, 500.0)] {
        let other = Beta::new(a, b).unwrap();
        for x in [1e-6, 0.01, 0.05, 0.3, 0.5, 0.7, 0.95] {
            let ours = beta_tails(a, b, x, 1.0 - x);
            if ours.lower > 1e-200 && ours.upper > 1e-10 {
                agree(
                    ours,
                    other.cdf(x),
                    1.0 - other.cdf(x),
                    1e-5_f64.min(1e-11 * (1.0 + a + b) / ours.upper),
                    &format!("beta {a} {b} {x}"),
                );
            }
        }
    }
    for nu in [1.0, 2.0, 3.5, 10.0, 200.0] {
        let other = StudentsT::new(0.0, 1.0, nu).unwrap();
        for t in [-50.0, -5.0, -1.0, -0.01, 0.0, 0.3, 2.0, 20.0] {
            let ours = student_tails(nu, t);
            agree(ours, other.cdf(t), other.cdf(-t), 1e-9, &format!("t {nu} {t}"));
        }
    }
}

/// u → x → u: the error in u, relative to the smaller tail, is the relative slope times the error in x. Values within
/// 10⁻³ standard deviations of the lower end are left out: there a table keeps 10⁻¹⁰ standard deviations instead.
#[test]
fn quantiles_are_inverted_by_the_other_side() {
    let close = |back: Tails, u: f64, what: String| {
        let (found, wanted) = if u < 0.5 { (back.lower, u) } else { (back.upper, 1.0 - u) };
        assert!((found / wanted - 1.0).abs() < 1e-5, "{what} at {u}: {found} {wanted}");
    };
    for cv in [0.05, 0.2, 0.5, 1.0, 2.0] {
        let (ours, shape) = (gamma(1.0, cv).build().unwrap(), 1.0 / (cv * cv));
        let other = Gamma::new(shape, shape).unwrap();
        for u in probabilities() {
            let x = ours.quantile(u);
            if x < 1e-3 * cv {
                continue;
            }
            close(Tails { lower: other.cdf(x), upper: other.sf(x) }, u, format!("gamma cv {cv}"));
        }
    }
    for (a, b) in [(0.5, 0.8), (2.0, 5.0), (30.0, 12.0)] {
        let (ours, other) = (beta(a, b, 0.0, 1.0).build().unwrap(), Beta::new(a, b).unwrap());
        let mirrored = Beta::new(b, a).unwrap();
        for u in probabilities().into_iter().filter(|u| (1e-9..1.0 - 1e-9).contains(u)) {
            let x = ours.quantile(u);
            if x < 1e-3 * ours.standard_deviation() {
                continue;
            }
            close(Tails { lower: other.cdf(x), upper: mirrored.cdf(1.0 - x) }, u, format!("beta {a} {b}"));
        }
    }
    for nu in [1.5, 3.0, 8.0, 100.0] {
        let (ours, other) = (student_t(1.0, nu, None, None).build().unwrap(), StudentsT::new(1.0, 1.0, nu).unwrap());
        for u in probabilities() {
            let x = ours.quantile(u);
            close(Tails { lower: other.cdf(x), upper: other.cdf(2.0 - x) }, u, format!("t {nu}"));
        }
    }
}

#[test]
fn chi_square_scales_are_inverted_by_the_other_side() {
    for nu in [1.0, 3.0, 4.5, 30.0] {
        let other = Gamma::new(0.5 * nu, 0.5).unwrap();
        for u in [1e-9, 1e-3, 0.2, 0.5, 0.9, 0.999] {
            let scale = chi_square_scale(u, DegreesOfFreedom::new(nu).unwrap());
            assert!((other.cdf(scale * scale * nu) / u - 1.0).abs() < 1e-10, "{nu} {u}");
        }
    }
}
