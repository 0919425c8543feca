//! Row 13: common random numbers.

use super::*;
use crate::support::*;

fn sample_variance(values: &[f64]) -> f64 {
    let (_, error) = mean_and_error(values);
    error * error * values.len() as f64
}

/// The variance of a paired difference against that of independent seeds, and the paired mean against the exact
/// one. Catches luck that depends on the policy (the ratio would be one).
#[test]
fn pairs_share_their_luck() {
    let (less, more) = (Lab::shipped("13-common-random-numbers"), Lab::shipped("13-common-random-numbers-more"));
    let ratio = |id: &str| {
        let [a, b, c] = [less.run(1), more.run(1), more.run(2)].map(|runs| runs.column(id));
        let difference = |with: &[f64]| -> Vec<f64> { a.iter().zip(with).map(|(a, b)| a - b).collect() };
        sample_variance(&difference(&b)) / sample_variance(&difference(&c))
    };
    let (fund, bank, claims) = (ratio("fund_paid_yuan"), ratio("bank_paid_yuan"), ratio("claims_yuan"));
    assert_eq!(claims, 0.0, "policy does not change who defaults");
    // Without a limit the fund's difference is a tenth of the claims: 0.1² Var C against (0.7² + 0.8²) Var C, 1/113; the
    // bank's the same against (0.3² + 0.2²) Var C, 1/13.
    assert!(fund < 0.03 && bank < 0.1, "{fund} {bank}");
    let open = |lab: &Lab| lab.clone();
    let unlimited =
        Lab { text: open(&less).text.replace("initial_yuan  = 50000", "initial_yuan = \"unlimited\""), ..open(&less) };
    let eighty = Lab { text: unlimited.text.replace("fund = 0.7", "fund = 0.8"), ..unlimited.clone() };
    let [a, b, c] = [unlimited.run(1), eighty.run(1), eighty.run(2)].map(|runs| runs.column("fund_paid_yuan"));
    let paired: Vec<f64> = b.iter().zip(&a).map(|(b, a)| b - a).collect();
    let apart: Vec<f64> = c.iter().zip(&a).map(|(c, a)| c - a).collect();
    let exact = 0.01 / (0.49 + 0.64);
    let ratio = sample_variance(&paired) / sample_variance(&apart);
    println!("variance of a paired difference over that of independent seeds: {ratio:.4}, exactly {exact:.4}");
    println!("with a fund that can run dry: fund {fund:.4}, bank {bank:.4}");
    assert!((ratio / exact - 1.0).abs() < 0.2, "{ratio} against {exact}");
    // 120 loans of 10,000 at 8%: a tenth of the claims.
    assert_mean("paired difference", &paired, 0.1 * 120.0 * 1e4 * 0.08);
}
