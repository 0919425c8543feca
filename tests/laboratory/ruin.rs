//! Row 5: a fund with contributions and binomial claims.

use super::*;
use crate::support::*;

/// A fund on the lattice of whole claims, 24 months.
struct Lattice {
    claims: Vec<f64>,
    contribution: usize,
    months: usize,
}

impl Lattice {
    /// P(τ ≤ t) for t = 1…T, E of what stays unpaid when the fund goes on from zero, E of the balance at each month's end.
    fn from(&self, start: usize) -> (Vec<f64>, f64, Vec<f64>) {
        let size = start + self.contribution * self.months + 1;
        let (mut alive, mut going_on) = (vec![0.0; size], vec![0.0; size]);
        (alive[start], going_on[start]) = (1.0, 1.0);
        let (mut ruined, mut by_month, mut unpaid, mut balance) = (0.0, Vec::new(), 0.0, Vec::new());
        for _ in 0..self.months {
            let (mut next, mut next_going_on) = (vec![0.0; size], vec![0.0; size]);
            for w in 0..size {
                // Money comes before claims.
                let available = (w + self.contribution).min(size - 1);
                for (k, p) in self.claims.iter().enumerate() {
                    match available.checked_sub(k) {
                        Some(left) => next[left] += alive[w] * p,
                        None => ruined += alive[w] * p,
                    }
                    unpaid += going_on[w] * p * k.saturating_sub(available) as f64;
                    next_going_on[available.saturating_sub(k)] += going_on[w] * p;
                }
            }
            (alive, going_on) = (next, next_going_on);
            by_month.push(ruined);
            balance.push(expected(&going_on, |w| w));
        }
        (by_month, unpaid, balance)
    }
}

#[track_caller]
fn follows(runs: &Runs, lattice: &Lattice, start: usize, unit: f64) {
    let (by_month, unpaid, balance) = lattice.from(start);
    for (t, p) in by_month.iter().enumerate().filter(|(_, p)| **p > 1e-3 && **p < 1.0 - 1e-3) {
        let times = runs.times("depletion_month", |month| month <= (t + 1) as f64);
        assert_frequency(&format!("P(τ ≤ {})", t + 1), times, runs.len(), *p);
        assert_mean(&format!("E W({})", t + 1), &scaled(runs.month("fund_balance_yuan", t + 1), unit), balance[t]);
    }
    // E[τ; τ ≤ T] = Σ_t t P(τ = t).
    let steps = by_month.iter().scan(0.0, |before, now| {
        let step = now - *before;
        *before = *now;
        Some(step)
    });
    let mean_time: f64 = steps.enumerate().map(|(t, p)| (t + 1) as f64 * p).sum();
    let times: Vec<f64> =
        runs.column("depletion_month").iter().map(|month| if month.is_nan() { 0.0 } else { *month }).collect();
    assert_mean("E[τ; τ ≤ T]", &times, mean_time);
    assert_mean("unpaid", &scaled(runs.column("unpaid_claims_yuan"), unit), unpaid);
    // The needed fund is the smallest start that is never ruined.
    for w in 0..40 {
        let survives = 1.0 - lattice.from(w).0[lattice.months - 1];
        if survives > 2e-3 && survives < 1.0 - 2e-3 {
            let enough = runs.times("fund_needed_yuan", |needed| needed <= w as f64 * unit + 0.005);
            assert_frequency(&format!("P(needed ≤ {w})"), enough, runs.len(), survives);
        }
    }
}

seeds! {
    /// Catches contributions after claims, a depletion counted when the fund is merely empty, a month too many or too few,
    /// an insurer's share that leaks, and a needed fund that differs from the smallest that is never ruined.
    ruin_follows_the_lattice(seed) {
        let runs = Lab::shipped("05-ruin-of-a-fund").run(seed);
        follows(&runs, &Lattice { claims: binomial(10, 0.12), contribution: 1, months: 24 }, 3, 8_000.0);
    }

    /// Claims wait ℓ months: the same lattice, ℓ months later, with claims of the last ℓ months left out. Catches an
    /// off-by-one in the waiting period.
    claims_that_wait_come_later(seed) {
        let waiting = 3;
        let runs = Lab::shipped("05-ruin-of-a-fund")
            .with("initial_yuan  = 24000", "initial_yuan = 0\nwaiting_months = 3")
            .run(seed);
        // No claim in the first three months, in which three contributions come in.
        let (by_month, ..) = Lattice { claims: binomial(10, 0.12), contribution: 1, months: 24 - waiting }.from(waiting);
        for t in [4, 8, 12, 18, 24] {
            let times = runs.times("depletion_month", |month| month <= t as f64);
            assert_frequency(&format!("P(τ ≤ {t})"), times, runs.len(), by_month[t - 1 - waiting]);
        }
        assert!(runs.month("claims_yuan", 3).iter().all(|claims| *claims == 0.0));
    }

    /// Given numbers of loans by month. Catches a list that is read from the wrong month.
    counts_by_month_fall_due_in_their_months(seed) {
        let runs = Lab::written(
            "laboratory = true\n[run]\nstart = \"2016-11\"\nmonths = 4\nreplications = 4000\nseed = 1\n\
             [[world.loans]]\ncount_by_month = [3, 0, 12, 7]\nprincipal_yuan = 100\npd = 0.3\n",
        )
        .run(seed);
        for (month, n) in [(1, 3), (2, 0), (3, 12), (4, 7)] {
            assert!(runs.month("due_yuan", month).iter().all(|due| *due == 100.0 * f64::from(n)));
            let defaulted = runs.month("loans_defaulted", month);
            assert_eq!(scaled(runs.month("claims_yuan", month), 100.0), defaulted);
            assert_mean(&format!("defaults in month {month}"), &defaulted, 0.3 * f64::from(n));
        }
    }
}

/// A year's interest is paid in twelve parts at the beginning of each month, before the month's contribution, rounded
/// down to the fen: 100,000 at 12% grow to 101,000, then 1% of 101,500. Catches interest on the new contribution.
#[test]
fn interest_comes_before_contributions() {
    let runs = Lab::written(
        "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 2\nreplications = 1\nseed = 1\n[policy.fund]\ninitial_yuan = 100000\n\
         interest_annual = 0.12\ncontributions = [{ month = \"2016-01\", until = \"2016-02\", yuan = 500 }]\n\
         [[world.loans]]\nprincipal_yuan = 100\ndue = \"2016-02\"\npd = 0\n",
    )
    .run(1);
    assert_eq!(runs.month("fund_balance_yuan", 1), [101_500.0]);
    assert_eq!(runs.month("fund_balance_yuan", 2), [101_500.0 * 1.01 + 500.0]);
}
