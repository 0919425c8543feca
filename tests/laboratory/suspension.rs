//! Row 10: the stop rule.

use std::collections::BTreeMap;

use super::*;
use crate::support::*;

/// A stop rule on a township in which `n` equal loans fall due each month.
struct Rule {
    n: usize,
    p: f64,
    /// Probabilities a month of collection in full, normal and while suspended.
    r: [f64; 2],
    run: usize,
    rectification: usize,
    months: usize,
}

/// What the rule and the books know at a month's end: unrecovered loans of the year, run, months since the suspension.
type Standing = (usize, usize, Option<usize>);

impl Rule {
    /// Law of the standing and of a further number that counts suspended months, month by month.
    fn by_month(&self) -> Vec<BTreeMap<(Standing, usize), f64>> {
        let mut law: BTreeMap<(Standing, usize), f64> = BTreeMap::from([(((0, 0, None), 0), 1.0)]);
        let defaults = binomial(self.n, self.p);
        let collections = self.r.map(Binomials::new);
        let mut all = Vec::new();
        for t in 0..self.months {
            let mut next: BTreeMap<(Standing, usize), f64> = BTreeMap::new();
            for (((open, run, since), suspended), weight) in &law {
                // January: what is collected on last year's loans no longer counts.
                let open = if t % 12 == 0 { 0 } else { *open };
                for (collected, pc) in collections[usize::from(since.is_some())].of(open).iter().enumerate() {
                    for (new, pd) in defaults.iter().enumerate() {
                        let p = weight * pc * pd;
                        if p < NEGLIGIBLE {
                            continue;
                        }
                        let u = open - collected + new;
                        let m = self.n * (t % 12 + 1);
                        let (run, since) = self.test(u, m, *run, *since);
                        let count = suspended + usize::from(since.is_some());
                        *next.entry(((u, run, since), count)).or_default() += p;
                    }
                }
            }
            law = next;
            all.push(law.clone());
        }
        all
    }

    /// Below: 100 (M − U) < 98 M. Strictly above releases, after the months of rectification.
    fn test(&self, u: usize, m: usize, run: usize, since: Option<usize>) -> (usize, Option<usize>) {
        let recovered = (100 * (m - u)).cmp(&(98 * m));
        let run = if recovered.is_lt() { (run + 1).min(self.run) } else { 0 };
        match since {
            None if run >= self.run => (run, Some(0)),
            None => (run, None),
            Some(months) if recovered.is_gt() && months + 1 >= self.rectification => (0, None),
            Some(months) => (run, Some((months + 1).min(self.rectification))),
        }
    }
}

#[track_caller]
fn follows(runs: &Runs, rule: &Rule) {
    let by_month = rule.by_month();
    for (t, law) in by_month.iter().enumerate() {
        let held: f64 = law.iter().filter(|(((_, _, since), _), _)| since.is_some()).map(|(_, p)| p).sum();
        if held > 1e-3 && held < 1.0 - 1e-3 {
            let times = runs.month("suspended_units", t + 1).iter().filter(|units| **units == 1.0).count();
            assert_frequency(&format!("suspended in month {}", t + 1), times, runs.len(), held);
        }
        let open: f64 = law.iter().map(|(((u, ..), _), p)| *u as f64 * p).sum();
        let due: Vec<f64> = runs
            .month("due_ytd_yuan", t + 1)
            .iter()
            .zip(runs.month("recovered_ytd_yuan", t + 1))
            .map(|(due, recovered)| (due - recovered) / 1e4)
            .collect();
        assert_mean(&format!("E U({})", t + 1), &due, open);
    }
    let mut law = vec![0.0; rule.months + 1];
    by_month.last().unwrap().iter().for_each(|((_, count), p)| law[*count] += p);
    let counts = runs.column("months_suspended");
    assert_mean("months suspended", &counts, expected(&law, |k| k));
    assert_law("months suspended", &counts, &law, &telling(&law));
}

/// P(a run of at least `length` in `n` independent months of probability p), by the Markov chain of the run.
fn run_within(length: usize, n: usize, p: f64) -> f64 {
    let mut at = vec![0.0; length + 1];
    at[0] = 1.0;
    for _ in 0..n {
        let mut next = vec![0.0; length + 1];
        next[length] = at[length];
        for run in 0..length {
            next[run + 1] += at[run] * p;
            next[0] += at[run] * (1.0 - p);
        }
        at = next;
    }
    at[length]
}

seeds! {
    /// Dynamic programming on (U, run, months since the suspension), collection at r or r_s by last month's status. Catches
    /// ≤ for <, a run that starts anew in January, a release at 98% exactly or before its months, r_s read from this
    /// month's status, and late collections of earlier years in this year's rate.
    the_stop_rule_follows_its_dynamic_programme(seed) {
        let rule = Rule { n: 20, p: 0.02, r: [0.15, 0.40], run: 3, rectification: 3, months: 24 };
        follows(&Lab::shipped("10-stop-rule").run(seed), &rule);
    }

    /// Other numbers: 49 loans a month of which one is enough, 50 of which one is not; a run of one, no rectification.
    /// Catches 98% in floating point.
    forty_nine_loans_are_not_fifty(seed) {
        for (n, p) in [(49, 0.004), (50, 0.004), (7, 0.05)] {
            let runs = Lab::shipped("10-stop-rule")
                .with("count          = 20", &format!("count = {n}"))
                .with("pd             = 0.02", &format!("pd = {p}"))
                .with("months       = 24", "months = 14")
                .with("rectification_months = 3", "rectification_months = 1")
                .run(seed);
            follows(&runs, &Rule { n, p, r: [0.15, 0.40], run: 3, rectification: 1, months: 14 });
        }
    }

    /// By the month's own ratio instead of the year's to date, months are independent: a run of three in n months is a
    /// Markov chain. Catches a ratio that is not begun anew, and a run that is broken by the turn of the year.
    a_run_of_three_by_the_months_own_ratio_is_a_chain(seed) {
        for (n, p) in [(20_usize, 0.02), (60, 0.02)] {
            let runs = Lab::shipped("10-stop-rule")
                .with("threshold_share      = 0.98", "threshold_share = 0.98\nperiod = \"month\"")
                .with("count          = 20", &format!("count = {n}"))
                .with("pd             = 0.02", &format!("pd = {p}"))
                .run(seed);
            let below = 1.0 - binomial(n, p)[..=n * 2 / 100].iter().sum::<f64>();
            for months in [3, 6, 12, 13, 18, 24] {
                let times = runs.times("first_suspension_month", |month| month <= months as f64);
                assert_frequency(&format!("{n} loans, {months} months"), times, runs.len(), run_within(3, months, below));
            }
        }
    }
}
