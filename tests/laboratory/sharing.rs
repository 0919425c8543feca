//! Row 6: who pays.

use super::*;
use crate::support::*;

/// Φ₂(a, b; r) = ∫ φ(x) Φ((a − r x)/√(1 − r²)) dx up to b, by the midpoint rule.
fn bivariate(a: f64, b: f64, r: f64) -> f64 {
    let (from, steps) = (-9.0, 4000);
    let step = (b - from) / f64::from(steps);
    let at =
        |x: f64| (-0.5 * x * x).exp() / std::f64::consts::TAU.sqrt() * normal_cdf((a - r * x) / (1.0 - r * r).sqrt());
    (0..steps).map(|k| at(from + step * (f64::from(k) + 0.5))).sum::<f64>() * step
}

/// Law of the number of claims of 10,000 in the shipped pool.
fn claims() -> Vec<f64> {
    one_factor_law(40, normal_quantile(0.08), 0.15)
}

seeds! {
    /// E min(qL, F) = q(E L − E(L − F/q)⁺), E min(rL, A), the bank's rest. Catches a limit applied before the share, an
    /// insurer that fills in for an empty fund, and losses that vanish.
    quota_shares_are_capped(seed) {
        let law = claims();
        let (q, r, fund, limit) = (0.7, 0.2, 31_000.0, 9_000.0);
        let runs = Lab::shipped("06-quota-share").run(seed);
        let excess = expected(&law, |k| (1e4 * k - fund / q).max(0.0));
        let by_fund = q * (expected(&law, |k| 1e4 * k) - excess);
        assert!((by_fund - expected(&law, |k| (q * 1e4 * k).min(fund))).abs() < 1e-6);
        let by_insurer = expected(&law, |k| (r * 1e4 * k).min(limit));
        assert_mean("fund", &runs.column("fund_paid_yuan"), by_fund);
        assert_mean("insurer", &runs.column("insurer_paid_yuan"), by_insurer);
        assert_mean("bank", &runs.column("bank_paid_yuan"), expected(&law, |k| 1e4 * k) - by_fund - by_insurer);
        assert_mean("unpaid", &runs.column("unpaid_claims_yuan"), q * excess);
        let depleted = runs.times("depletion_month", |month| month == 12.0);
        assert_frequency("depleted", depleted, runs.len(), law[5..].iter().sum());
    }

    /// Layers: E min(L, F), E min((L − F)⁺, I), E(L − F − I)⁺. Catches an insurer that attaches at zero, and a
    /// depletion reported although the valid claim is at most the layer.
    layers_are_tranches(seed) {
        let law = claims();
        let (fund, insurer) = (25_000.0, 40_000.0);
        let runs = Lab::shipped("06-layers").run(seed);
        let tranche = |from: f64, width: f64| expected(&law, |k| (1e4 * k - from).clamp(0.0, width));
        assert_mean("fund", &runs.column("fund_paid_yuan"), tranche(0.0, fund));
        assert_mean("insurer", &runs.column("insurer_paid_yuan"), tranche(fund, insurer));
        assert_mean("bank", &runs.column("bank_paid_yuan"), tranche(fund + insurer, 1e9));
        assert_eq!(runs.times("depletion_month", |month| !month.is_nan()), 0);
    }

    /// A large pool: E(L − K)⁺ = Φ₂(c, −Φ⁻¹(K); −√(1−ρ)) of the lost part L, and a tranche from K₁ to K₂ is the difference
    /// of two. Catches layers that are held against each loan, and not against what the year has lost so far.
    tranches_of_a_large_pool_follow_the_bivariate_normal(seed) {
        let (p, rho, n): (f64, f64, f64) = (0.08, 0.15, 2000.0);
        let (low, high) = (0.05, 0.15);
        let text = format!(
            "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 12\nreplications = 4000\nseed = 1\n[policy.fund]\n\
             initial_yuan = \"unlimited\"\nsplit = {{ layers = {{ fund_annual_yuan = {}, insurer_annual_yuan = {} }} }}\n\
             [[world.loans]]\ncount = {n}\nprincipal_yuan = 100\ndue = \"2016-12\"\npd = {p}\nloadings = {{ county = {rho} }}\n",
            low * n * 100.0,
            (high - low) * n * 100.0
        );
        let runs = Lab::written(&text).run(seed);
        let c = normal_quantile(p);
        let above = |k: f64| bivariate(c, -normal_quantile(k), -(1.0 - rho).sqrt());
        let part = |id: &str| scaled(runs.column(id), 100.0 * n);
        assert_mean("fund", &part("fund_paid_yuan"), p - above(low));
        assert_mean("insurer", &part("insurer_paid_yuan"), above(low) - above(high));
        assert_mean("bank", &part("bank_paid_yuan"), above(high));
    }

    /// Limits are whole again in January, wherever the run starts: a pool that loses in two calendar years. Catches a
    /// limit that is renewed every twelve months of the run, or never.
    limits_are_renewed_in_january(seed) {
        let text = |start: &str| {
            format!(
                "laboratory = true\n[run]\nstart = \"{start}\"\nmonths = 12\nreplications = 4000\nseed = 1\n[policy.fund]\n\
                 initial_yuan = \"unlimited\"\nsplit = {{ quota_share = {{ fund = 0.5, insurer = 0.5, insurer_annual_limit_yuan = 3 }} }}\n\
                 [[world.loans]]\ncount = 5\nprincipal_yuan = 2\ndue = \"2016-12\"\npd = 0.6\n\
                 [[world.loans]]\ncount = 5\nprincipal_yuan = 2\ndue = \"2017-01\"\npd = 0.6\n"
            )
        };
        let runs = Lab::written(&text("2016-08")).run(seed);
        let year = expected(&binomial(5, 0.6), |k| k.min(3.0));
        assert_mean("December", &runs.month("insurer_paid_yuan", 5), year);
        assert_mean("January", &runs.month("insurer_paid_yuan", 6), year);
    }
}
