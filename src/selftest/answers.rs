//! Known answers of the generator and of the quantile functions.

use super::{Item, Kind};
use crate::distribution::{
    BetaParameters, Copula, DegreesOfFreedom, LognormalParameters, MarginalSpec, ShapeParameters,
};
use crate::draws::{philox4x32, standard_normal_quantile};
use crate::text::words::selftest as words;
use crate::text::{Lang, Say};
use crate::units::Probability;
use std::f64::consts::{FRAC_PI_2, PI};

/// The published known answers of Philox4x32-10 (Random123, `kat_vectors`): counter, key, block.
const PHILOX: [([u32; 4], [u32; 2], [u32; 4]); 3] = [
    ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    ([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
    (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
        [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
    ),
];

/// Relative distance from a known value that rounding explains.
const TOLERANCE: f64 = 1e-12;

pub(super) fn check() -> Vec<Item> {
    let mut items = vec![philox()];
    items.extend(normal());
    items.extend([0.01, 0.37, 0.975].into_iter().flat_map(laws));
    items
}

fn philox() -> Item {
    let right = PHILOX.iter().filter(|(counter, key, block)| philox4x32(*counter, *key) == *block).count();
    Item {
        id: "philox",
        en: words::philox(Lang::En),
        zh: words::philox(Lang::Zh),
        kind: Kind::KnownAnswer,
        found: right.to_string(),
        expected: PHILOX.len().to_string(),
        standard_error: None,
        z: None,
        passed: right == PHILOX.len(),
    }
}

/// The test values of Wichura (1988), algorithm AS 241.
fn normal() -> [Item; 3] {
    let points = [(0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408)];
    points.map(|(p, expected)| known("normal_quantile", words::normal_quantile, standard_normal_quantile(p), expected))
}

/// Quantiles that are elementary functions of p.
fn laws(p: f64) -> Vec<Item> {
    let native = |shape: f64| ShapeParameters::Native { shape, scale: 1.0 };
    let beta = |alpha: f64, beta: f64| MarginalSpec::Beta {
        parameters: BetaParameters::Native { alpha, beta },
        min: None,
        max: None,
    };
    let sine = libm::sin(FRAC_PI_2 * p);
    let lognormal = MarginalSpec::Lognormal { parameters: LognormalParameters::Native { mu: 0.3, sigma: 0.5 } };
    let marginals = [
        (
            "gamma_quantile",
            words::gamma_quantile as Say,
            MarginalSpec::Gamma { parameters: native(1.0) },
            -libm::log1p(-p),
        ),
        (
            "weibull_quantile",
            words::weibull_quantile,
            MarginalSpec::Weibull { parameters: native(2.0) },
            libm::sqrt(-libm::log1p(-p)),
        ),
        ("beta_quantile", words::beta_quantile, beta(3.0, 1.0), libm::cbrt(p)),
        ("arcsine_quantile", words::arcsine_quantile, beta(0.5, 0.5), sine * sine),
        (
            "lognormal_quantile",
            words::lognormal_quantile,
            lognormal,
            libm::exp(0.3 + 0.5 * standard_normal_quantile(p)),
        ),
    ];
    let of_marginal = |(id, says, spec, expected): (_, _, MarginalSpec, f64)| {
        let found = spec.build().map_or(f64::NAN, |marginal| marginal.quantile(p));
        known(id, says, found, expected)
    };
    let mut items: Vec<Item> = marginals.into_iter().map(of_marginal).collect();
    let student = |degrees: f64| {
        let law = DegreesOfFreedom::new(degrees).map(|degrees_of_freedom| Copula::StudentT { degrees_of_freedom });
        law.ok().zip(Probability::new(p)).map_or(f64::NAN, |(law, p)| law.quantile(p))
    };
    let two = (2.0 * p - 1.0) / libm::sqrt(2.0 * p * (1.0 - p));
    items.push(known("student1_quantile", words::student1_quantile, student(1.0), libm::tan(PI * (p - 0.5))));
    items.push(known("student2_quantile", words::student2_quantile, student(2.0), two));
    items
}

fn known(id: &'static str, says: Say, found: f64, expected: f64) -> Item {
    Item {
        id,
        en: says(Lang::En),
        zh: says(Lang::Zh),
        kind: Kind::KnownAnswer,
        found: format!("{found:.12}"),
        expected: format!("{expected:.12}"),
        standard_error: None,
        z: None,
        passed: (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0),
    }
}
