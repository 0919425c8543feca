//! Row 9: structural default by lognormal yields, and the gain of households.

use super::*;
use crate::support::*;

seeds! {
    /// PD = Φ((ln k − μ)/σ), k = 1/R; E min(RY, 1), recovery given default, E (1 − RY)⁺; counts correlated by the yield's loading.
    /// Catches sold stock that does not exist, subsistence paid out of the harvest, a second default channel beside
    /// the yield, and a harvest that comes after the due date of its month.
    lognormal_yields_default_by_the_formula(seed) {
        let (revenue, sigma, a, n): (f64, f64, f64, f64) = (1.3, 0.35, 0.2, 20.0);
        let (mu, k) = (-sigma * sigma / 2.0, 1.0 / revenue);
        let c = (k.ln() - mu) / sigma;
        let pd = normal_cdf(c);
        // E[Y; Y < k] = e^(μ + σ²/2) Φ(c − σ).
        let below = (mu + sigma * sigma / 2.0).exp() * normal_cdf(c - sigma);
        let expected_min = below + k * (1.0 - pd);
        let runs = Lab::shipped("09-lognormal-yields").run(seed);
        let counts = runs.column("loans_defaulted");
        assert_mean("PD", &scaled(counts.clone(), n), pd);
        assert_variance("Var K", &counts, n * pd * (1.0 - pd) + n * (n - 1.0) * (joint(c, a) - pd * pd));
        let lent = 1e4 * n;
        assert_mean("E min(RY, 1)", &scaled(runs.column("recovered_yuan"), lent), revenue * expected_min);
        assert_mean("E (1 − RY)⁺", &scaled(runs.column("claims_yuan"), lent), 1.0 - revenue * expected_min);
        // E(Y − k)⁺ = e^(μ + σ²/2) Φ(σ − c) − k Φ(−c), the call: what is left to the household where the loan is paid.
        let call = (mu + sigma * sigma / 2.0).exp() * normal_cdf(sigma - c) - k * normal_cdf(-c);
        let (gains, losses) = (runs.column("household_gain_yuan"), runs.column("claims_yuan"));
        let left: Vec<f64> = gains.iter().zip(&losses).map(|(gain, loss)| (gain + loss) / lent).collect();
        assert_mean("E (RY − 1)⁺", &left, revenue * call);
        // What defaulters pay, less what they would on average: E[RY; Y < k] − E[RY | Y < k] 1{Y < k} has mean zero.
        let recovery = revenue * below / pd;
        let difference: Vec<f64> = runs
            .column("claims_yuan")
            .iter()
            .zip(&counts)
            .map(|(loss, k)| (1.0 - recovery) * k - loss / 1e4)
            .collect();
        assert_mean("recovery given default", &difference, 0.0);
    }

    /// E[G/n] = E[G]·E[1/n] with G = B (R E Y − 1), per twelve months from the start of the run. Catches E[G]/E[n] (.358
    /// instead of .443), principal counted as income, a debt forgotten, and eleven months taken for twelve.
    the_gain_a_head_is_the_gain_times_the_mean_inverse_size(seed) {
        let runs = Lab::shipped("09-lognormal-yields").run(seed);
        let gain = 1e4 * (1.3 - 1.0);
        let inverse = (1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 8.0) / 3.0;
        assert_mean("gain per capita", &runs.column("gain_per_capita_yuan"), gain * inverse);
        assert_mean("ΣG", &scaled(runs.column("household_gain_yuan"), 20.0), gain);
        let wrong = gain / ((2.0 + 3.0 + 8.0) / 3.0);
        let (mean, error) = mean_and_error(&runs.column("gain_per_capita_yuan"));
        assert!((mean - wrong) / error > 20.0, "E[G]/E[n] must be told apart");
        // ΣG/Σn in each replication, to rounding.
        let (per_person, total, persons) =
            (runs.column("gain_per_person_yuan"), runs.column("household_gain_yuan"), runs.column("persons_borrowing"));
        assert!((0..runs.len()).all(|i| (per_person[i] * persons[i] - total[i]).abs() < 1e-6));
    }

    /// The loan is a call: E(Y − k)⁺ is what is left over the debt. A yield with a level of its own, another month of
    /// harvest, a loan of two harvests that pays at the second. Catches a first harvest that is lost or counted twice.
    two_harvests_stand_behind_a_debt(seed) {
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 24\nreplications = 4000\nseed = 1\n[world.industries.crop]\n\
             revenue_per_yuan = 0.5\nharvest_month = 9\nyield = { lognormal = { mu = 0.1, sigma = 0.5 } }\n\
             [[world.loans]]\ncount = 20\nprincipal_yuan = 10000\ndue = \"2017-10\"\ndefault = \"structural\"\n",
        )
        .run(seed);
        // P(0.5 (Y₁ + Y₂) < 1) by integration over the first, Y independent from year to year.
        let add = |sum: &mut f64, z: f64, weight: f64| {
            let left = 2.0 - (0.1 + 0.5 * z).exp();
            *sum += if left > 0.0 { weight * normal_cdf((left.ln() - 0.1) / 0.5) } else { 0.0 };
        };
        assert_mean("PD", &scaled(runs.column("loans_defaulted"), 20.0), over_normal(add, 0.0));
    }
}
