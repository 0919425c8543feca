//! Kolmogorov-Smirnov: samples of `rand_distr` read through our distribution functions, and our own draws.

use rand_distr::{Beta, Distribution, Gamma, LogNormal, Normal, Pert, StudentT, Triangular, Uniform, Weibull};

use super::*;
use crate::draws::{AddressedRng, Entity, Luck, Purpose, Replication, Seed};

const COUNT: u32 = 20_000;
/// The distance times √n exceeds 2.8 once in 3 million tests (2 exp(−2·2.8²)); about 60 are made here.
const LIMIT: f64 = 2.8;

fn luck(seed: u64) -> Luck {
    Luck { seed: Seed(seed), replication: Replication(0) }
}

/// Distance of numbers from the uniform law, times √n.
fn distance(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let n = numbers.len() as f64;
    let gap = |(k, u): (usize, &f64)| (u - k as f64 / n).max((k + 1) as f64 / n - u);
    numbers.iter().enumerate().map(gap).fold(0.0, f64::max) * n.sqrt()
}

fn matches(name: &str, spec: MarginalSpec, sample: impl Fn(&mut AddressedRng) -> f64) {
    let marginal = spec.build().unwrap();
    for seed in [1, 2, 3] {
        let mut stream = luck(seed).stream(Entity::named(name), Purpose::Labour, 0);
        let d = distance((0..COUNT).map(|_| marginal.cdf(sample(&mut stream))).collect());
        assert!(d < LIMIT, "{name}, seed {seed}: {d}");
    }
}

#[test]
fn samplers_of_another_crate_follow_our_laws() {
    matches("uniform", MarginalSpec::Uniform { min: 0.5, max: 2.0 }, |r| Uniform::new(0.5, 2.0).unwrap().sample(r));
    let triangular = MarginalSpec::Triangular { min: 0.0, mode: 0.3, max: 1.0 };
    matches("triangular", triangular, |r| Triangular::new(0.0, 1.0, 0.3).unwrap().sample(r));
    let pert = MarginalSpec::Pert { min: 0.0, mode: 0.3, max: 1.0, lambda: None };
    matches("pert", pert, |r| Pert::new(0.0, 1.0).with_mode(0.3).unwrap().sample(r));
    matches("normal", normal(1.0, 0.3, None, None), |r| Normal::new(1.0, 0.3).unwrap().sample(r));
    let native = LognormalParameters::Native { mu: 0.1, sigma: 0.7 };
    let lognormal = MarginalSpec::Lognormal { parameters: native };
    matches("lognormal", lognormal, |r| LogNormal::new(0.1, 0.7).unwrap().sample(r));
    // cv ½ is shape 4.
    matches("gamma", gamma(1.0, 0.5), |r| Gamma::new(4.0, 0.25).unwrap().sample(r));
    let native = ShapeParameters::Native { shape: 1.7, scale: 2.0 };
    let weibull = MarginalSpec::Weibull { parameters: native };
    matches("weibull", weibull, |r| Weibull::new(2.0, 1.7).unwrap().sample(r));
    matches("beta", beta(2.0, 5.0, 0.0, 1.0), |r| Beta::new(2.0, 5.0).unwrap().sample(r));
    matches("student", student_t(0.5, 4.0, None, None), |r| 1.0 + 0.5 * StudentT::new(4.0).unwrap().sample(r));
}

/// Rejection is the definition of truncation.
#[test]
fn truncation_is_rejection() {
    let rejected = |r: &mut AddressedRng, draw: &dyn Fn(&mut AddressedRng) -> f64, min: f64, max: f64| {
        loop {
            let x = draw(r);
            if (min..=max).contains(&x) {
                return x;
            }
        }
    };
    let normal = native_normal(1.0, 0.8, Some(0.0), Some(1.5));
    matches("truncated normal", normal, |r| rejected(r, &|r| Normal::new(1.0, 0.8).unwrap().sample(r), 0.0, 1.5));
    let student = student_t(0.8, 4.0, Some(0.0), None);
    let draw = |r: &mut AddressedRng| 1.0 + 0.8 * StudentT::new(4.0).unwrap().sample(r);
    matches("truncated student", student, |r| rejected(r, &draw, 0.0, f64::INFINITY));
}

#[test]
fn our_draws_follow_mixtures_and_curves() {
    let spec = mixture(vec![(0.3, gamma(0.5, 1.0)), (0.7, normal(1.0, 0.2, None, None))]);
    let marginal = spec.build().unwrap();
    let t = student(4.0);
    let curve = marginal.under(t);
    for seed in [1, 2, 3] {
        let entities: Vec<Entity> = (0..COUNT).map(Entity::index).collect();
        let by_uniform = entities.iter().map(|e| marginal.quantile(luck(seed).uniform(*e, Purpose::Hazard, 0)));
        // Z/√(χ²/ν) has the Student-t law, so its yield has the marginal law.
        let by_factor = entities.iter().map(|e| {
            let nu = DegreesOfFreedom::new(4.0).unwrap();
            let scale = chi_square_scale(luck(seed).uniform(*e, Purpose::TailMixing, 0), nu);
            curve.at(luck(seed).normal(*e, Purpose::Yield, 0) / scale)
        });
        for numbers in [by_uniform.collect::<Vec<f64>>(), by_factor.collect()] {
            let d = distance(numbers.into_iter().map(|x| marginal.cdf(x)).collect());
            assert!(d < LIMIT, "seed {seed}: {d}");
        }
    }
}
