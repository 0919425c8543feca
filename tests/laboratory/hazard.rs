//! Row 8: monthly hazard and instalments.

use super::*;
use crate::support::*;

/// h of a month of the loan's life, from 1.
fn hazard(pd: &[f64], month: usize) -> f64 {
    1.0 - (1.0 - pd[((month - 1) / 12).min(pd.len() - 1)]).powf(1.0 / 12.0)
}

/// S(0), S(1), …
fn survival(pd: &[f64], months: usize) -> Vec<f64> {
    (1..=months).fold(vec![1.0], |mut s, month| {
        s.push(s[month - 1] * (1.0 - hazard(pd, month)));
        s
    })
}

seeds! {
    /// S(12) = 1 − PD, EL = LGD Σ S(t−1) h B(t−1), and Kaplan–Meier Π (1 − d/n) on the monthly counts. Catches PD/12 (30%
    /// would be 26.2%), a month too many or too few at risk, a loss on the principal instead of the balance.
    instalments_lose_by_formula(seed) {
        let (pd, n) = ([0.3, 0.1], 30.0);
        let s = survival(&pd, 36);
        assert!((s[12] - 0.7).abs() < 1e-12 && (s[24] - 0.63).abs() < 1e-12);
        let runs = Lab::shipped("08-hazard-and-instalments").run(seed);
        let expected: f64 = (1..=36).map(|t| s[t - 1] * hazard(&pd, t) * (37 - t) as f64).sum();
        assert_mean("EL", &scaled(runs.column("claims_yuan"), 1_000.0), n * 0.6 * expected);
        let mut alive = vec![n; runs.len()];
        for t in 1..=36 {
            let defaulted = runs.month("loans_defaulted", t);
            alive.iter_mut().zip(&defaulted).for_each(|(alive, defaulted)| *alive -= defaulted);
            if [1, 6, 12, 13, 24, 36].contains(&t) {
                assert_mean(&format!("S({t})"), &scaled(alive.clone(), n), s[t]);
                // Who is alive pays a thousand; who defaults falls due with all that is left.
                let due = n * (s[t] + s[t - 1] * hazard(&pd, t) * (37 - t) as f64);
                assert_mean(&format!("due in month {t}"), &scaled(runs.month("due_yuan", t), 1_000.0), due);
            }
        }
        let (mut at_risk, mut kaplan_meier) = (n * runs.len() as f64, 1.0);
        for t in 1..=12 {
            let defaulted: f64 = runs.month("loans_defaulted", t).iter().sum();
            kaplan_meier *= 1.0 - defaulted / at_risk;
            at_risk -= defaulted;
        }
        assert_frequency("Kaplan–Meier", (kaplan_meier * n * runs.len() as f64).round() as usize, (n * runs.len() as f64) as usize, 0.7);
    }

    /// An annuity's balance, and a run that begins when six instalments are paid: B(t) = B(t−1)(1+i) − A. Catches a
    /// schedule that begins anew with the run, interest on the principal, and a hazard that counts age from the start.
    a_loan_on_the_book_goes_on_where_it_was(seed) {
        let pd = [0.4, 0.05];
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-07\"\nmonths = 12\nreplications = 3000\nseed = 1\n\
             [world]\nbenchmark_rate_annual = { 60 = 0.12 }\n\
             [[world.loans]]\ncount = 40\nprincipal_yuan = 10000\ngranted = \"2015-12\"\ndue = \"2017-06\"\n\
             repayment = { annuity = { every_months = 1 } }\ndefault = { hazard = { pd_annual = [0.4, 0.05] } }\n",
        )
        .run(seed);
        // Eighteen payments at 1% a month, the first six before the run.
        let annuity = 10_000.0 * 0.01 / (1.0 - 1.01_f64.powi(-18));
        let balance = (0..18).fold(vec![10_000.0], |mut b, _| {
            b.push(b.last().unwrap() * 1.01 - annuity);
            b
        });
        let opening = runs.column("opening_book_yuan")[0];
        assert!((opening / 40.0 - balance[6]).abs() < 0.1, "{opening}");
        // Alive before the run: conditional survival from the seventh month of life on.
        let s = survival(&pd, 18);
        let loss: f64 = (7..=18).map(|t| s[t - 1] / s[6] * hazard(&pd, t) * balance[t - 1]).sum();
        assert_mean("EL", &scaled(runs.column("claims_yuan"), 40.0), loss);
    }
}
