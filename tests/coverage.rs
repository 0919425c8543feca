//! Intervals cover what they should: observed coverage over many intervals of simulated replications against the exact
//! coverage, within four standard errors.
//!
//! The scenarios are bare pools of loans whose true probability, quantile, mean and difference are known. Coverage of
//! Wilson's interval and of order statistics is a binomial sum at that p and n; of means and paired differences 95%.
//! `just prove` takes 10,000 intervals of each kind, the other tests a share of them.

use std::path::Path;

use lendmix::engine::{self, Study, Unwatched};
use lendmix::model::record::ReplicationRecord;
use lendmix::scenario::Scenario;
use lendmix::stats::{Effect, Interval, Level, Moments, Proportion, Sample};
use lendmix::text::Lang;
use statrs::distribution::{Binomial, Discrete, DiscreteCDF};

use crate::scenarios::county;
use crate::support::proving;

/// One month, a pool of loans that fall due in it; the bank bears every loss: the shipped laboratory with other loans.
fn pool(count: u32, principal: &str, pd: f64, seed: u64) -> lendmix::model::county::County {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/laboratory/14-intervals.toml");
    let mut text = std::fs::read_to_string(path).unwrap();
    for (from, to) in [
        ("seed         = 1", format!("seed = {seed}")),
        ("count              = 50", format!("count = {count}")),
        ("principal_yuan     = 10000", format!("principal_yuan = {principal}")),
        ("pd                 = 0.3", format!("pd = {pd}")),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, &to);
    }
    let scenario = Scenario::from_text("coverage", &text, Path::new("."))
        .unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, false)));
    county(&scenario)
}

/// Wilson's interval of k in n at 95%, as the paper of 1927 has it.
fn wilson(k: u64, n: u64) -> (f64, f64) {
    let (p, n, z2) = (k as f64 / n as f64, n as f64, 1.959_963_984_540_054_f64.powi(2));
    let half = (z2 * (p * (1.0 - p) / n + z2 / (4.0 * n * n))).sqrt();
    let middle = p + z2 / (2.0 * n);
    ((middle - half) / (1.0 + z2 / n), (middle + half) / (1.0 + z2 / n))
}

fn intervals() -> usize {
    if proving() { 10_000 } else { 500 }
}

/// A number of each replication, `n` of them for each interval, scenario by scenario.
fn values(counties: Vec<lendmix::model::county::County>, n: usize, of: fn(&ReplicationRecord) -> f64) -> Vec<Vec<f64>> {
    let mut values = vec![Vec::new(); counties.len()];
    let study = Study::new(counties);
    engine::run::<()>(&study, 0..(n * intervals()) as u32, 2, &Unwatched, |scenario, chunk| {
        values[scenario].extend(chunk.replications.iter().map(of));
        Ok(())
    })
    .unwrap();
    values
}

/// Observed against exact coverage: z of the number of intervals that hold `truth`.
fn covers(what: &str, found: impl Iterator<Item = Option<Interval>>, truth: f64, exact: f64) {
    let held: Vec<bool> = found.map(|interval| interval.is_some_and(|i| i.low <= truth && truth <= i.high)).collect();
    let (n, covered) = (held.len() as f64, held.iter().filter(|held| **held).count() as f64 / held.len() as f64);
    let z = (covered - exact) / (exact * (1.0 - exact) / n).sqrt();
    println!("{what}: {covered:.4} of {n} intervals, exactly {exact:.4}, z = {z:.2}");
    assert!(z.abs() <= 4.0, "{what}: {covered:.4} of {n} intervals cover, {exact:.4} should: z = {z:.2}");
}

#[test]
fn coverage_of_a_probability_is_the_binomial_sum() {
    // Probabilities at which Wilson's interval covers clearly more or less than 95%, and replications in an interval.
    for (p, n, seed) in [(0.02, 40, 1), (0.3, 25, 2), (0.97, 60, 3)] {
        let values = values(vec![pool(1, "1000", p, seed)], n, |run| f64::from(run.loans_defaulted));
        let share = |block: &[f64]| Proportion { k: block.iter().sum::<f64>() as u64, n: n as u64 }.wilson();
        let law = Binomial::new(p, n as u64).unwrap();
        let exact = (0..=n as u64)
            .filter(|k| {
                let (low, high) = wilson(*k, n as u64);
                low <= p && p <= high
            })
            .map(|k| law.pmf(k))
            .sum();
        covers(&format!("probability {p}, n = {n}"), values[0].chunks(n).map(share), p, exact);
    }
}

#[test]
fn coverage_of_a_quantile_is_the_binomial_sum() {
    // One loan that is lost for sure, loss given default uniform: the loss is uniform on whole fen of 10 million.
    for (p, n, seed) in [(0.5, 25, 4), (0.9, 60, 5), (0.05, 90, 6)] {
        let level = Level::new(p).unwrap();
        let values = values(vec![pool(1, "10_000_000", 1.0, seed)], n, |run| run.claims.yuan());
        let interval = |block: &[f64]| Sample::new(block.to_vec()).interval(level);
        let law = Binomial::new(p, n as u64).unwrap();
        // Ranks as the text books have them: l the largest with P(B < l) ≤ 2.5%, u the smallest with P(B ≥ u) ≤ 2.5%.
        let below = |rank: u64| if rank == 0 { 0.0 } else { law.cdf(rank - 1) };
        let low = (1..=n as u64).filter(|rank| below(*rank) <= 0.025).max().unwrap();
        let high = (1..=n as u64).filter(|rank| 1.0 - below(*rank) <= 0.025).min().unwrap();
        let exact = below(high) - below(low);
        covers(&format!("quantile {p}, n = {n}"), values[0].chunks(n).map(interval), 10_000_000.0 * p, exact);
    }
}

/// Fifty loans with uniform losses: their sum is as good as normal.
fn sums(pd: f64, seed: u64) -> lendmix::model::county::County {
    pool(50, "10000", pd, seed)
}

#[test]
fn coverage_of_a_mean_is_95_percent() {
    let n = 20;
    let values = values(vec![sums(1.0, 7)], n, |run| run.claims.yuan());
    let interval = |block: &[f64]| Moments::of(block.iter().copied()).estimate().interval;
    covers("mean, n = 20", values[0].chunks(n).map(interval), 50.0 * 5_000.0, 0.95);
}

#[test]
fn coverage_of_a_paired_difference_is_95_percent() {
    // The same luck: a loan that is lost at 30% is lost at 70% as well, with the same loss.
    let n = 30;
    let values = values(vec![sums(0.3, 8), sums(0.7, 8)], n, |run| run.claims.yuan());
    let blocks = values[0].chunks(n).zip(values[1].chunks(n));
    let interval = |(before, after): (&[f64], &[f64])| Effect::paired(before, after).difference.interval;
    covers("paired difference, n = 30", blocks.map(interval), 50.0 * 0.4 * 5_000.0, 0.95);
}
