//! Rows 1 to 4: pools of loans without and with common factors.

use super::*;
use crate::support::*;

/// Law of a sum of independent losses in whole units: (units lost, probability) for each loan.
fn sum_of_losses(loans: &[Vec<(usize, f64)>]) -> Vec<f64> {
    loans.iter().fold(vec![1.0], |law, outcomes| {
        let mut one = vec![0.0; outcomes.iter().map(|(units, _)| units).max().unwrap() + 1];
        one[0] = 1.0 - outcomes.iter().map(|(_, p)| p).sum::<f64>();
        outcomes.iter().for_each(|(units, p)| one[*units] += p);
        convolve(&law, &one)
    })
}

#[track_caller]
fn follows(what: &str, samples: &[f64], law: &[f64]) {
    assert_mean(&format!("{what}, mean"), samples, expected(law, |k| k));
    assert_variance(&format!("{what}, variance"), samples, variance(law));
    assert_law(what, samples, law, &telling(law));
}

seeds! {
    /// Row 1. Catches a trial or a loss shared by loans, a loss on anything but the balance, a group's probability or
    /// law of losses read from another group, and loans of a group that are not `count` many.
    independent_loans_lose_by_convolution(seed) {
        let unit = 100.0;
        let mut loans = Vec::new();
        loans.extend(std::iter::repeat_n(vec![(2, 0.10 * 0.5), (5, 0.10 * 0.3), (10, 0.10 * 0.2)], 40));
        loans.extend(std::iter::repeat_n(vec![(10, 0.05)], 25));
        loans.extend(std::iter::repeat_n(vec![(50, 0.02)], 10));
        loans.extend([vec![(200, 0.01)], vec![(30, 0.5)]]);
        let runs = Lab::shipped("01-independent-loans").run(seed);
        follows("loss", &scaled(runs.column("claims_yuan"), unit), &sum_of_losses(&loans));
        let counts: Vec<Vec<(usize, f64)>> =
            loans.iter().map(|outcomes| vec![(1, outcomes.iter().map(|(_, p)| p).sum())]).collect();
        follows("defaults", &runs.column("loans_defaulted"), &sum_of_losses(&counts));
        // By month: the groups fall due in March, June, September and December.
        let june = sum_of_losses(&loans[..40]);
        follows("claims in June", &scaled(runs.month("claims_yuan", 6), unit), &june);
        assert!(runs.month("claims_yuan", 5).iter().all(|claims| *claims == 0.0));
        assert!(runs.column("loans_due").iter().all(|due| *due == 77.0));
        assert!(runs.month("due_yuan", 9).iter().all(|due| *due == 50_000.0));
    }

    /// The same with a probability and a number that are drawn by the test: Poisson-binomial. Catches a file that
    /// works for its own numbers only.
    other_numbers_follow_their_own_law(seed) {
        let mut next = seed;
        let mut draw = || {
            // A linear congruence is enough to choose numbers of a test.
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (next >> 33) as f64 / (1_u64 << 31) as f64
        };
        let groups: Vec<(usize, f64)> = (0..5).map(|_| ((draw() * 30.0) as usize + 1, (draw() * 500.0).ceil() / 1000.0)).collect();
        let text: String = groups
            .iter()
            .map(|(n, p)| format!("[[world.loans]]\ncount = {n}\nprincipal_yuan = 1\ndue = \"2016-02\"\npd = {p}\n"))
            .collect();
        let head = "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 2\nreplications = 6000\nseed = 1\n";
        let runs = Lab::written(&format!("{head}{text}")).run(seed);
        let law = groups.iter().fold(vec![1.0], |law, (n, p)| convolve(&law, &binomial(*n, *p)));
        follows("defaults", &runs.column("claims_yuan"), &law);
    }

    /// Row 2. Catches factors redrawn by month or by loan (a variance far too small), √ρ taken for ρ, and the factor
    /// entering with the wrong weight in the tail.
    one_factor_has_the_finite_pool_law(seed) {
        for (n, p, rho) in [(100, 0.08, 0.15), (7, 0.3, 0.5), (60, 0.01, 0.05)] {
            let runs = Lab::shipped("02-one-factor")
                .with("count          = 100", &format!("count = {n}"))
                .with("pd             = 0.08", &format!("pd = {p}"))
                .with("county = 0.15", &format!("county = {rho}"))
                .run(seed);
            let counts = runs.column("loans_defaulted");
            let (c, size) = (normal_quantile(p), f64::from(n));
            follows("K", &counts, &one_factor_law(n as usize, c, rho));
            let variance = size * p * (1.0 - p) + size * (size - 1.0) * (joint(c, rho) - p * p);
            assert_variance("N p(1−p) + N(N−1)(Φ₂ − p²)", &counts, variance);
        }
    }

    /// Row 2, large pool: P(default rate ≤ Φ((c + √ρ Φ⁻¹(α))/√(1−ρ))) → α. Catches a quantile of the wrong tail.
    a_large_pool_has_the_limiting_quantile(seed) {
        let (p, rho): (f64, f64) = (0.08, 0.15);
        let runs = Lab::shipped("02-one-factor").with("count          = 100", "count = 5000").replicate(seed, 1_000);
        for alpha in [0.1, 0.5, 0.9, 0.95] {
            let rate = normal_cdf((normal_quantile(p) + rho.sqrt() * normal_quantile(alpha)) / (1.0 - rho).sqrt());
            let times = runs.times("loans_defaulted", |k| k <= rate * 5_000.0);
            assert_frequency(&format!("VaR at {alpha}"), times, runs.len(), alpha);
        }
    }

    /// The other mechanisms that read Z have the same law within a season: a strike in a month by weights, and in a run
    /// that starts in July the strikes of the months that are left. Catches a season that is drawn anew in January
    /// of a cut year, a strike before the loan could default, and weights that are spread over what is left.
    a_season_is_cut_at_the_start(seed) {
        let text = |start: &str, due: &str| {
            format!(
                "laboratory = true\n[run]\nstart = \"{start}\"\nmonths = 6\nreplications = 10000\nseed = 1\n[[world.loans]]\n\
                 count = 50\nprincipal_yuan = 10000\ndue = \"{due}\"\nloadings = {{ county = 0.2 }}\n\
                 default = {{ copula = {{ pd_annual = 0.1, month_weights = [1, 1, 1, 1, 1, 1, 2, 2, 2, 0, 0, 3] }} }}\n"
            )
        };
        // Z < c with probability p | F, a strike in July to December with 9 of 15.
        let thinned = |share: f64| {
            let c = normal_quantile(0.1);
            let given = |z: f64| normal_cdf((c - 0.2_f64.sqrt() * z) / 0.8_f64.sqrt());
            let add = |sum: &mut Vec<f64>, z: f64, weight: f64| {
                for (total, p) in sum.iter_mut().zip(binomial(50, share * given(z))) {
                    *total += weight * p;
                }
            };
            over_normal(add, vec![0.0; 51])
        };
        let cut = Lab::written(&text("2016-07", "2016-12")).run(seed);
        follows("July to December", &cut.column("loans_defaulted"), &thinned(9.0 / 15.0));
        let whole = Lab::written(&text("2016-01", "2016-06")).run(seed);
        follows("January to June", &whole.column("loans_defaulted"), &thinned(6.0 / 15.0));
        follows("January", &whole.month("loans_defaulted", 1), &thinned(1.0 / 15.0));
    }

    /// Row 3. Joint default of a pair is Φ₂(c, c; a + b[same township] + s[same industry]): variance of all defaults and
    /// of each township's. Catches loadings that are swapped, a township's factor shared by the county, an industry's
    /// factor drawn by township, and groups that land in another township or industry.
    three_factors_have_the_variance_of_their_pairs(seed) {
        let (a, b, s, p) = (0.08, 0.15, 0.25, 0.2);
        let c = normal_quantile(p);
        let groups: [(usize, usize, f64); 4] = [(0, 0, 12.0), (0, 1, 20.0), (1, 0, 15.0), (1, 1, 8.0)];
        let variance = |of: &[(usize, usize, f64)]| -> f64 {
            let mut sum = 0.0;
            for (i, (township, industry, n)) in of.iter().enumerate() {
                for (j, (other_township, other_industry, m)) in of.iter().enumerate() {
                    let correlation = a + if township == other_township { b } else { 0.0 }
                        + if industry == other_industry { s } else { 0.0 };
                    let pairs = if i == j { n * (n - 1.0) } else { n * m };
                    sum += pairs * (joint(c, correlation) - p * p);
                }
                sum += n * p * (1.0 - p);
            }
            sum
        };
        let runs = Lab::shipped("03-three-factors").run(seed);
        let counts = runs.column("loans_defaulted");
        assert_mean("E K", &counts, 55.0 * p);
        assert_variance("Var K", &counts, variance(&groups));
        for township in 0..2 {
            let own = runs.township("loans_defaulted", township);
            assert_variance(&format!("Var K of township {township}"), &own, variance(&groups[2 * township..2 * township + 2]));
        }
        // One industry alone, in two townships.
        let orchards = Lab::shipped("03-three-factors").with("count = 20", "count = 0").with("count = 8", "count = 0").run(seed);
        assert_variance("Var K of an industry", &orchards.column("loans_defaulted"), variance(&[groups[0], groups[2]]));
    }

    /// Row 4. Andersen–Sidenius–Basu: given the factor, loans are added one by one. Catches a pool that is treated as
    /// homogeneous, a loading or size of the wrong group, and a loss in the wrong unit.
    a_heterogeneous_pool_follows_the_conditional_recursion(seed) {
        let groups: [(usize, usize, f64, f64); 4] =
            [(30, 1, 0.03, 0.10), (15, 2, 0.08, 0.25), (8, 4, 0.15, 0.05), (3, 5, 0.05, 0.40)];
        let largest: usize = groups.iter().map(|(n, units, ..)| n * units).sum();
        let add = |sum: &mut Vec<f64>, z: f64, weight: f64| {
            let mut law = vec![0.0; largest + 1];
            law[0] = 1.0;
            let mut top = 0;
            for (n, units, p, rho) in groups {
                let given = normal_cdf((normal_quantile(p) - rho.sqrt() * z) / (1.0 - rho).sqrt());
                for _ in 0..n {
                    for loss in (0..=top).rev() {
                        law[loss + units] += given * law[loss];
                        law[loss] *= 1.0 - given;
                    }
                    top += units;
                }
            }
            sum.iter_mut().zip(law).for_each(|(total, p)| *total += weight * p);
        };
        let law = over_normal(add, vec![0.0; largest + 1]);
        let runs = Lab::shipped("04-heterogeneous-pool").run(seed);
        follows("loss", &scaled(runs.column("claims_yuan"), 1_000.0), &law);
    }

    /// Student-t: Z = (√ρ F + √(1−ρ) ε)/√(χ²_ν/ν) with one χ² for the county and season, threshold T_ν⁻¹(p). Catches a χ²
    /// for each loan, a threshold left at Φ⁻¹, and the own part left out of the division.
    the_student_t_copula_has_common_bad_seasons(seed) {
        use statrs::distribution::{ContinuousCDF, StudentsT};
        use statrs::function::gamma::gamma;
        let (n, p, rho): (usize, f64, f64) = (30, 0.08, 0.15);
        // χ_ν has the density x^(ν−1) e^(−x²/2) / (2^(ν/2−1) Γ(ν/2)); the law of ν = 2 has no variance, that of ν = 1 no mean.
        for nu in [4.0_f64, 2.0, 1.0] {
            let density =
                |x: f64| x.powf(nu - 1.0) * (-x * x / 2.0).exp() / (2.0_f64.powf(nu / 2.0 - 1.0) * gamma(nu / 2.0));
            let copula = format!("[world.factors]\ncopula = {{ student_t = {{ degrees_of_freedom = {nu} }} }}\n\n[[world.loans]]");
            let lab = Lab::shipped("02-one-factor").with("count          = 100", "count = 30");
            let runs = lab.with("[[world.loans]]", &copula).run(seed);
            let c = StudentsT::new(0.0, 1.0, nu).unwrap().inverse_cdf(p);
            // An outer integral over x, an inner one over the factor.
            let mut law = vec![0.0; n + 1];
            let step = 0.02;
            for x in (0..400).map(|k| step * (f64::from(k) + 0.5)) {
                let (weight, scale) = (step * density(x), x / nu.sqrt());
                for z in (-60..=60).map(|k| 0.15 * f64::from(k)) {
                    let weight = weight * 0.15 * (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
                    let given = normal_cdf((c * scale - rho.sqrt() * z) / (1.0 - rho).sqrt());
                    law.iter_mut().zip(binomial(n, given)).for_each(|(total, q)| *total += weight * q);
                }
            }
            let total: f64 = law.iter().sum();
            assert!((total - 1.0).abs() < 1e-3, "{total}");
            let counts = runs.column("loans_defaulted");
            assert_mean("E K", &counts, n as f64 * p);
            assert_law("K", &counts, &law, &[0, 1, 3, 6, 10, 16]);
        }
    }
}
