//! Row 13: common random numbers.

use super::*;
use crate::support::*;

/// Logarithm of the ratio of two variances over the same replications, with its standard error: each value's influence on
/// ln s² is (x − x̄)²/s² − 1.
fn log_ratio(one: &[f64], other: &[f64]) -> (f64, f64) {
    let influence = |values: &[f64]| -> (f64, Vec<f64>) {
        let (mean, error) = mean_and_error(values);
        let variance = error * error * values.len() as f64;
        (variance, values.iter().map(|value| (value - mean).powi(2) / variance).collect())
    };
    let ((one, of_one), (other, of_other)) = (influence(one), influence(other));
    let difference: Vec<f64> = of_one.iter().zip(&of_other).map(|(a, b)| a - b).collect();
    ((one / other).ln(), mean_and_error(&difference).1)
}

/// Difference of a column on the same luck, and on luck of its own.
fn differences(less: &Lab, more: &Lab, seed: u64, id: &str) -> [Vec<f64>; 2] {
    let [a, b, c] = [less.run(seed), more.run(seed), more.run(seed + 10)].map(|runs| runs.column(id));
    [b, c].map(|with| with.iter().zip(&a).map(|(with, a)| with - a).collect())
}

seeds! {
    /// The variance of a paired difference against that of independent seeds, and the paired mean, against the exact ones.
    /// Catches luck that depends on the policy (the ratio would be one).
    pairs_share_their_luck(seed) {
        let (less, more) = (Lab::shipped("13-common-random-numbers"), Lab::shipped("13-common-random-numbers-more"));
        // With a fund that can run dry: the same defaults, and a difference that pairing makes surer.
        let [paired, _] = differences(&less, &more, seed, "claims_yuan");
        assert!(paired.iter().all(|difference| *difference == 0.0), "policy does not change who defaults");
        for id in ["fund_paid_yuan", "bank_paid_yuan"] {
            let [paired, apart] = differences(&less, &more, seed, id);
            let (ratio, error) = log_ratio(&paired, &apart);
            println!("{id}: variance of a paired difference over that of independent seeds {:.4}", ratio.exp());
            assert!(ratio + 4.0 * error < 0.0, "{id}: {ratio} ± {error}");
        }
        // Without a limit the fund's difference is a tenth of the claims: 0.1² Var C against (0.7² + 0.8²) Var C, 1/113.
        let less = less.with("initial_yuan  = 50000", "initial_yuan = \"unlimited\"");
        let more = less.clone().with("fund = 0.7", "fund = 0.8");
        let [paired, apart] = differences(&less, &more, seed, "fund_paid_yuan");
        let (ratio, error) = log_ratio(&paired, &apart);
        let exact: f64 = 0.01 / (0.49 + 0.64);
        println!("without a limit: {:.4}, exactly {exact:.4}", ratio.exp());
        assert!((ratio - exact.ln()).abs() < 4.0 * error, "{} against {exact}, ln ± {error}", ratio.exp());
        // 120 loans of 10,000 at 8%: a tenth of the claims.
        assert_mean("paired difference", &paired, 0.1 * 120.0 * 1e4 * 0.08);
    }
}
