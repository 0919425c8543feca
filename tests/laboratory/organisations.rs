//! Row 7: organisations that pool loans.

use super::*;
use crate::support::*;

seeds! {
    /// Counts of organisations are (1−q) Bin(n, p) + q Bin(n, c), convolved. Catches own-account trials after the
    /// organisation's failure (4% becomes 7.5%), a contagion drawn once for all loans, one failure for all
    /// organisations of a set, and loans that land in another organisation.
    pooled_loans_have_the_mixed_law(seed) {
        let runs = Lab::shipped("07-organisations").run(seed);
        let small = mix(0.25, &binomial(8, 1.0), &binomial(8, 0.03));
        let law = [&small, &small, &small]
            .into_iter()
            .fold(mix(0.12, &binomial(25, 0.7), &binomial(25, 0.06)), |law, one| convolve(&law, one));
        let counts = runs.column("loans_defaulted");
        assert_mean("E K", &counts, expected(&law, |k| k));
        assert_variance("Var K", &counts, variance(&law));
        assert_law("K", &counts, &law, &telling(&law));
        let failures = mix(0.12, &[0.0, 1.0], &[1.0]);
        let failures = convolve(&failures, &binomial(3, 0.25));
        assert_law("failures", &runs.column("organisations_failed"), &failures, &[0, 1, 2]);
    }

    /// Two loans of one organisation: P(both) = (1−q) p² + q c². Catches an own-account default that shifts the
    /// contagion, and a correlation that depends on the number of loans.
    a_pair_in_one_organisation_is_correlated_by_its_failure(seed) {
        let runs = Lab::shipped("07-organisations")
            .with("count          = 25", "count          = 2")
            .with("count          = 8", "count          = 0")
            .run(seed);
        let (q, p, c): (f64, f64, f64) = (0.12, 0.06, 0.7);
        let both = (1.0 - q) * p * p + q * c * c;
        assert_frequency("both", runs.times("loans_defaulted", |k| k == 2.0), runs.len(), both);
    }

    /// Organisations with loadings: given the factor, they fail independently with Φ((c − √a F)/√(1−a)). Catches organisations
    /// that fail independently, or read the households' loadings.
    organisations_fail_together_by_the_factor(seed) {
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 12\nreplications = 10000\nseed = 1\n\
             [world.organisations]\nlist = [{ name = \"o\", type = \"a\", count = 20 }]\n\
             [world.organisations.types.a]\nfailure = { season = { pd_annual = 0.1 } }\nloadings = { county = 0.3 }\n\
             [[world.loans]]\ncount = 3\norganisation = \"o\"\nprincipal_yuan = 10000\ndue = \"2017-06\"\n",
        )
        .run(seed);
        let law = one_factor_law(20, normal_quantile(0.1), 0.3);
        assert_law("failures", &runs.column("organisations_failed"), &law, &telling(&law));
        let loans: Vec<f64> = runs.column("loans_defaulted");
        assert!(loans.iter().zip(runs.column("organisations_failed")).all(|(loans, failed)| *loans == 3.0 * failed));
    }
}
