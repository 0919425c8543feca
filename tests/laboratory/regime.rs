//! Calm and bad times.

use super::*;
use crate::support::*;

seeds! {
    /// P(bad in month t) after t moves; given the state, Bin(n, p) of it; P(bad in two months running). Catches a regime
    /// that moves after the month's defaults (one move less), that starts anew every year, or for each loan.
    the_regime_moves_before_the_months_defaults(seed) {
        let (to_bad, to_calm, start): (f64, f64, f64) = (0.10, 0.25, 0.3);
        let runs = Lab::written(&format!(
            "laboratory = true\n[run]\nstart = \"2016-10\"\nmonths = 6\nreplications = 10000\nseed = 1\n[world.factors]\n\
             regime = {{ calm_to_bad_monthly = {to_bad}, bad_to_calm_monthly = {to_calm}, start_bad = {start} }}\n\
             [[world.loans]]\ncount = 10\nprincipal_yuan = 100\ndue = \"2016-10\"\ndue_until = \"2017-03\"\npd_calm = 0.05\npd_bad = 0.5\n"
        ))
        .run(seed);
        let mut bad = start;
        for month in 1..=6 {
            bad = bad * (1.0 - to_calm) + (1.0 - bad) * to_bad;
            let law = mix(bad, &binomial(10, 0.5), &binomial(10, 0.05));
            let defaulted = runs.month("loans_defaulted", month);
            assert_mean(&format!("month {month}"), &defaulted, expected(&law, |k| k));
            assert_law(&format!("month {month}"), &defaulted, &law, &telling(&law));
            let times = runs.month("regime_bad", month).iter().filter(|bad| **bad == 1.0).count();
            assert_frequency(&format!("bad in month {month}"), times, runs.len(), bad);
        }
        // Defaults of neighbouring months move together: E K₂ K₃ by the chain.
        let mean_of = |bad: f64| 10.0 * (bad * 0.5 + (1.0 - bad) * 0.05);
        let second = {
            let first = start * (1.0 - to_calm) + (1.0 - start) * to_bad;
            first * (1.0 - to_calm) + (1.0 - first) * to_bad
        };
        let product = second * 5.0 * mean_of(1.0 - to_calm) + (1.0 - second) * 0.5 * mean_of(to_bad);
        let pairs: Vec<f64> =
            runs.month("loans_defaulted", 2).iter().zip(runs.month("loans_defaulted", 3)).map(|(a, b)| a * b).collect();
        assert_mean("E K₂ K₃", &pairs, product);
    }

    /// The regime and the factor together: given both, loans are independent. Catches a factor that replaces the regime.
    a_regime_changes_the_threshold_of_the_copula(seed) {
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 1\nreplications = 10000\nseed = 1\n[world.factors]\n\
             regime = { calm_to_bad_monthly = 0.3, bad_to_calm_monthly = 0.0 }\n[[world.loans]]\ncount = 40\n\
             principal_yuan = 100\ndue = \"2016-01\"\npd_calm = 0.05\npd_bad = 0.3\nloadings = { county = 0.2 }\n",
        )
        .run(seed);
        let given = |p: f64| one_factor_law(40, normal_quantile(p), 0.2);
        let law = mix(0.3, &given(0.3), &given(0.05));
        assert_law("K", &runs.column("loans_defaulted"), &law, &telling(&law));
    }

    /// Seasons with memory: P(no default in either of two years) = Φ₂(−c, −c; a φ). Catches factors drawn anew each year, a
    /// factor kept for ever, and φ² taken for φ.
    factors_remember_the_last_season(seed) {
        let (a, phi, p) = (0.6, 0.7, 0.3);
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 24\nreplications = 4000\nseed = 1\n[world.factors]\n\
             persistence = { county = 0.7 }\n[[world.loans]]\ncount = 20\nprincipal_yuan = 100\ndue = \"2017-12\"\n\
             default = { copula = { pd_annual = 0.3 } }\nloadings = { county = 0.6 }\n",
        )
        .run(seed);
        let survivors: Vec<f64> = runs.column("loans_defaulted").iter().map(|k| 1.0 - k / 20.0).collect();
        assert_mean("survival of two seasons", &survivors, joint(-normal_quantile(p), a * phi));
    }
}
