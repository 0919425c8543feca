//! Fund size against survival, from what each path would have needed.

use crate::stats::{Gap, Interval, Level, Proportion, Sample};

/// What each replication needed; a fund survives those replications that need no more than it has.
#[derive(Clone, Debug)]
pub struct Survival {
    needed: Sample,
}

/// A fund and the share of replications that it survives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalPoint {
    /// The fund, in the unit of what is needed.
    pub fund: f64,
    /// Replications survived.
    pub survived: Proportion,
}

/// Levels of the table that is shown: 90, 95, 98, 99 and 99.5%, and the one asked for, ascending.
pub fn levels_shown(asked: Level) -> Vec<Level> {
    let mut levels: Vec<Level> = [900, 950, 980, 990, 995].map(Level::per_mille).to_vec();
    if !levels.iter().any(|level| (level.get() - asked.get()).abs() < 1e-9) {
        levels.push(asked);
    }
    levels.sort_by(|a, b| a.get().total_cmp(&b.get()));
    levels
}

impl Survival {
    /// From what each replication needed.
    pub fn of(needed: Vec<f64>) -> Survival {
        Survival { needed: Sample::new(needed) }
    }

    /// Replications.
    pub fn n(&self) -> u64 {
        self.needed.n()
    }

    /// The smallest fund that survives at least `level` of the replications, X₍⌈np⌉₎.
    ///
    /// ```
    /// # use lendmix::{solve::Survival, stats::Level};
    /// let survival = Survival::of((1..=1000).map(f64::from).collect());
    /// assert_eq!(survival.fund(Level::per_mille(990)), Some(990.0));
    /// assert_eq!(survival.at(990.0).survived.k, 990);
    /// assert_eq!(survival.at(989.5).survived.k, 989);
    /// ```
    pub fn fund(&self, level: Level) -> Option<f64> {
        self.needed.order_statistic(level)
    }

    /// Its distribution-free 95% interval; none if there are too few replications ([`Level::values_needed`]).
    pub fn interval(&self, level: Level) -> Option<Interval> {
        self.needed.interval(level)
    }

    /// What it costs to raise survival from one level to another.
    pub fn cost(&self, from: Level, to: Level) -> Option<Gap> {
        self.needed.gap(from, to)
    }

    /// Survival with a fund of `fund`.
    pub fn at(&self, fund: f64) -> SurvivalPoint {
        let k = self.needed.sorted().partition_point(|needed| *needed <= fund) as u64;
        SurvivalPoint { fund, survived: Proportion { k, n: self.n() } }
    }

    /// The curve at every fund at which it rises, or at about `most` of them, those of the tail first: of two
    /// neighbouring points the survival differs by no more than 1/`most`, and in the worst twentieth by a tenth of that.
    pub fn curve(&self, most: usize) -> Vec<SurvivalPoint> {
        let sorted = self.needed.sorted();
        let n = sorted.len();
        let tail = n - n / 20;
        let coarse = n.div_ceil(most.max(1)).max(1);
        let fine = coarse.div_ceil(10).max(1);
        let ranks = (0..tail).step_by(coarse).chain((tail..n).step_by(fine)).chain(n.checked_sub(1));
        let mut funds: Vec<f64> = ranks.map(|rank| sorted[rank]).collect();
        funds.sort_by(f64::total_cmp);
        funds.dedup();
        funds.into_iter().map(|fund| self.at(fund)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_rises_to_one_and_holds_what_is_asked_for() {
        let survival = Survival::of((0..500).map(|k| f64::from(k / 2)).collect());
        let curve = survival.curve(1_000);
        assert_eq!(curve.len(), 250);
        assert!(curve.windows(2).all(|pair| pair[0].fund < pair[1].fund && pair[0].survived.k < pair[1].survived.k));
        assert_eq!(curve.last().map(|point| point.survived.k), Some(500));
        assert_eq!(survival.curve(10).last().map(|point| point.fund), Some(249.0));
        assert!(Survival::of(Vec::new()).curve(10).is_empty());
    }

    #[test]
    fn the_level_asked_for_is_shown_once() {
        let shown = |level| levels_shown(level).iter().map(|level| level.get()).collect::<Vec<_>>();
        assert_eq!(shown(Level::per_mille(990)), [0.9, 0.95, 0.98, 0.99, 0.995]);
        assert_eq!(shown(Level::per_mille(970)), [0.9, 0.95, 0.97, 0.98, 0.99, 0.995]);
    }
}
