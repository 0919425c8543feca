//! Sums over replications: of each mix, and of the difference of each pair of mixes.

use crate::metrics::{Column, Kind, REPLICATION_COLUMNS};
use crate::model::record::ReplicationRecord;
use crate::stats::{Effect, Estimate, Moments, PairedDifferences, Proportion, RatioEstimate, RatioSums};

/// What a map measures.
pub const MAP_METRICS: [&str; 9] = [
    "depleted",
    "recovery_rate",
    "gain_per_capita_yuan",
    "household_gain_yuan",
    "households_worse_off",
    "households_borrowing",
    "lent_yuan",
    "budget_cost_yuan",
    "public_cost_yuan",
];

/// Running sums of a map.
pub struct Sums {
    mixes: usize,
    columns: Vec<&'static Column<ReplicationRecord>>,
    /// Metric-major, then mix.
    each: Vec<Moments>,
    /// Lending over the plan of each mix.
    plan: Vec<RatioSums>,
    /// Metric-major, then pair (see [`Sums::pair`]).
    pairs: Vec<PairedDifferences>,
    /// Values of the chunk in hand, by mix; then replication-major, then metric.
    waiting: Vec<Vec<f64>>,
}

impl Sums {
    /// No replications of so many mixes.
    pub fn new(mixes: usize) -> Sums {
        let column = |id: &&str| REPLICATION_COLUMNS.iter().find(|column| column.id == *id);
        let columns: Vec<_> = MAP_METRICS.iter().filter_map(column).collect();
        let pairs = mixes * mixes.saturating_sub(1) / 2;
        Sums {
            mixes,
            each: vec![Moments::default(); columns.len() * mixes],
            plan: vec![RatioSums::default(); mixes],
            pairs: vec![PairedDifferences::default(); columns.len() * pairs],
            waiting: vec![Vec::new(); mixes],
            columns,
        }
    }

    /// Takes some replications of a mix; with the last mix the pairs are complete and are added.
    pub fn take(&mut self, mix: usize, records: &[ReplicationRecord]) {
        let columns = &self.columns;
        let values = records.iter().flat_map(|record| columns.iter().map(|column| (column.read)(record).number()));
        self.waiting[mix].extend(values);
        records.iter().for_each(|record| self.plan[mix].push(record.lent.yuan(), record.lending_plan.yuan()));
        if mix + 1 == self.mixes {
            let width = self.columns.len().max(1);
            (0..self.waiting[mix].len() / width).for_each(|row| self.add_row(row * width));
            self.waiting.iter_mut().for_each(Vec::clear);
        }
    }

    /// One replication of all mixes.
    fn add_row(&mut self, at: usize) {
        let pairs = self.pairs.len() / self.columns.len().max(1);
        for metric in 0..self.columns.len() {
            let value = |mix: usize| self.waiting[mix].get(at + metric).copied().unwrap_or(f64::NAN);
            let mut pair = metric * pairs;
            for one in 0..self.mixes {
                let own = value(one);
                self.each[metric * self.mixes + one].push(own);
                for other in one + 1..self.mixes {
                    self.pairs[pair].push(own, value(other));
                    pair += 1;
                }
            }
        }
    }

    /// The metrics, by number.
    pub fn columns(&self) -> &[&'static Column<ReplicationRecord>] {
        &self.columns
    }

    /// Mean of a metric of a mix.
    pub fn estimate(&self, metric: usize, mix: usize) -> Estimate {
        let (low, high) = self.columns[metric].unit.possible();
        let estimate = self.each[metric * self.mixes + mix].estimate().within(low, high);
        match (self.columns[metric].unit.kind(), estimate.mean) {
            (Kind::Boolean, Some(share)) => {
                let k = libm::round(share * estimate.n as f64) as u64;
                Estimate { interval: Proportion { k, n: estimate.n }.wilson(), ..estimate }
            }
            _ => estimate,
        }
    }

    /// Mean lending of a mix over its mean planned lending; none without a plan.
    pub fn lent_of_plan(&self, mix: usize) -> Option<RatioEstimate> {
        self.plan[mix].estimate()
    }

    /// Mix `other` less mix `one` < `other`.
    pub fn effect(&self, metric: usize, one: usize, other: usize) -> Effect {
        let pairs = self.pairs.len() / self.columns.len().max(1);
        let sums = &self.pairs[metric * pairs + self.pair(one, other)];
        match self.columns[metric].unit.kind() {
            Kind::Boolean => sums.effect_on_share(),
            _ => sums.effect(),
        }
    }

    /// Number of a pair: those of the first mix, then those of the second without the first, …
    fn pair(&self, one: usize, other: usize) -> usize {
        one * self.mixes - one * (one + 1) / 2 + other - one - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_numbered_as_they_are_added() {
        let sums = Sums::new(7);
        let numbers: Vec<usize> =
            (0..7).flat_map(|a| (a + 1..7).map(move |b| (a, b))).map(|(a, b)| sums.pair(a, b)).collect();
        assert_eq!(numbers, (0..21).collect::<Vec<_>>());
    }

    #[test]
    fn every_metric_of_the_map_is_a_column() {
        assert_eq!(Sums::new(2).columns().len(), MAP_METRICS.len());
    }
}
