//! The best of many points under conditions, on common luck, with few replications for points that are out early.
//!
//! Rounds: every point gets a few replications; then, the most promising first, more, up to all. A point is out when it
//! surely breaks a condition, or when a point that surely meets them all is surely better. What is left is compared in
//! pairs, replication by replication.
//!
//! *Confidence.* A point is out only by bounds that are wrong with probability α in all: half of α is shared by all
//! conditions of all points that the finest grid has at every number of replications that is looked at, half by the
//! comparisons of all its points with the best one. On the event that all of them hold the true best point is never out,
//! whichever points the data made the search look at (subset selection by Bonferroni under common random numbers: Nelson
//! and Matejcik 1995; multiple comparisons with the best: Hsu 1984).

use std::cmp::Ordering;
use std::ops::Range;

use super::Verdict;
use crate::stats::Moments;

/// How the probability of a wrong statement is shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// Probability that any statement of the search is wrong.
    pub error: f64,
    /// Points that could be looked at.
    pub points: usize,
    /// Conditions on each.
    pub conditions: usize,
    /// Numbers of replications at which a point is looked at.
    pub looks: usize,
}

impl Errors {
    /// Error of each bound on a measure under a condition.
    pub fn of_condition(&self) -> f64 {
        self.error / 2.0 / (self.points * self.conditions.max(1) * self.looks) as f64
    }

    /// Error of each one-sided comparison of two points.
    pub fn of_comparison(&self) -> f64 {
        self.error / 2.0 / ((self.points.max(2) - 1) * self.looks) as f64
    }
}

/// A point and what is known of it.
#[derive(Clone, Debug)]
pub struct Candidate<P> {
    /// The point.
    pub point: P,
    /// Objective in each replication so far, larger is better; `NaN` is missing.
    pub values: Vec<f64>,
    /// Whether all conditions hold; none before the first replications.
    pub verdict: Option<Verdict>,
    /// The candidate that surely beats it, if one does.
    pub beaten_by: Option<usize>,
}

impl<P> Candidate<P> {
    /// Whether it can still be the best.
    pub fn is_in(&self) -> bool {
        self.beaten_by.is_none() && self.verdict != Some(Verdict::Fails)
    }

    /// Mean of the objective; none without values.
    pub fn mean(&self) -> Option<f64> {
        Moments::of(self.values.iter().copied()).estimate().mean
    }
}

/// Replications that candidates need next, the same ones for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Their numbers.
    pub candidates: Vec<usize>,
    /// The replications.
    pub replications: Range<u32>,
}

/// What a search comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// Best by estimate among those that meet all conditions by estimate; none if no candidate does.
    pub leader: Option<usize>,
    /// Whether the leader surely meets the conditions.
    pub surely_meets: bool,
    /// Others that meet the conditions by estimate and are not surely worse, the better first.
    pub tied: Vec<usize>,
    /// Those that break a condition by estimate but not surely, and are not surely worse, the better first.
    pub perhaps: Vec<usize>,
}

impl Finding {
    /// Whether the leader is surely the best point that meets the conditions.
    pub fn is_best(&self) -> bool {
        self.leader.is_some() && self.surely_meets && self.tied.is_empty() && self.perhaps.is_empty()
    }
}

/// A search in hand.
#[derive(Clone, Debug)]
pub struct Search<P> {
    /// All points looked at, in the order in which they came.
    pub candidates: Vec<Candidate<P>>,
    ladder: Vec<u32>,
    errors: Errors,
}

impl<P: Copy + PartialEq> Search<P> {
    /// A search in which a candidate has 0, then `ladder[0]`, … replications (ascending, at least one).
    pub fn new(ladder: Vec<u32>, errors: Errors) -> Search<P> {
        Search { candidates: Vec::new(), ladder, errors }
    }

    /// Adds points that have not been looked at; returns how many.
    pub fn propose(&mut self, points: impl IntoIterator<Item = P>) -> usize {
        let before = self.candidates.len();
        for point in points {
            if self.candidates.iter().all(|candidate| candidate.point != point) {
                let values = Vec::new();
                self.candidates.push(Candidate { point, values, verdict: None, beaten_by: None });
            }
        }
        self.candidates.len() - before
    }

    /// What to simulate next, at most `batch` candidates; `None` when every candidate that is in has all replications.
    ///
    /// New points come first; then those that seem to meet the conditions, the better ones first.
    pub fn next(&self, batch: usize) -> Option<Round> {
        let wanting: Vec<usize> =
            self.ranked(|candidate| candidate.is_in() && self.rung(candidate) < self.ladder.len());
        let lowest = |index: &&usize| self.candidates[**index].values.is_empty();
        let first = wanting.iter().find(lowest).or(wanting.first())?;
        let rung = self.rung(&self.candidates[*first]);
        let from = if rung == 0 { 0 } else { self.ladder[rung - 1] };
        let same = wanting.into_iter().filter(|index| self.rung(&self.candidates[*index]) == rung);
        Some(Round { candidates: same.take(batch).collect(), replications: from..self.ladder[rung] })
    }

    /// Takes the next replications of a candidate and the verdict on all it has now.
    pub fn record(&mut self, index: usize, values: &[f64], verdict: Verdict) {
        let candidate = &mut self.candidates[index];
        candidate.values.extend_from_slice(values);
        candidate.verdict = Some(verdict);
    }

    /// Drops what is surely beaten by a candidate that surely meets all conditions.
    pub fn settle(&mut self) {
        let sure = self.ranked(|candidate| candidate.is_in() && candidate.verdict == Some(Verdict::Holds));
        for index in 0..self.candidates.len() {
            if self.candidates[index].is_in() {
                self.candidates[index].beaten_by = sure.iter().copied().find(|other| self.beats(*other, index));
            }
        }
    }

    /// What the search comes to.
    pub fn finding(&self) -> Finding {
        let by_estimate = |verdict: Option<Verdict>| verdict.is_some_and(Verdict::by_estimate);
        let meeting = self.ranked(|candidate| candidate.is_in() && by_estimate(candidate.verdict));
        let breaking = self.ranked(|candidate| candidate.is_in() && !by_estimate(candidate.verdict));
        let leader = meeting.first().copied();
        let not_worse = |index: &usize| leader.is_none_or(|leader| !self.beats(leader, *index));
        Finding {
            leader,
            surely_meets: leader.is_some_and(|leader| self.candidates[leader].verdict == Some(Verdict::Holds)),
            tied: meeting.into_iter().skip(1).filter(not_worse).collect(),
            perhaps: breaking.into_iter().filter(not_worse).collect(),
        }
    }

    /// Whether one candidate is surely better than another, by the replications that both have.
    pub fn beats(&self, one: usize, other: usize) -> bool {
        if one == other {
            return false;
        }
        let pairs = self.candidates[one].values.iter().zip(&self.candidates[other].values);
        let differences = Moments::of(pairs.map(|(a, b)| a - b)).estimate();
        differences.bounds(self.errors.of_comparison()).is_some_and(|range| range.low > 0.0)
    }

    fn rung(&self, candidate: &Candidate<P>) -> usize {
        self.ladder.iter().take_while(|n| candidate.values.len() >= **n as usize).count()
    }

    /// Candidates that meet the conditions by estimate before the others, in each group the better ones first.
    fn ranked(&self, chosen: impl Fn(&Candidate<P>) -> bool) -> Vec<usize> {
        let rank = |index: usize| {
            let candidate = &self.candidates[index];
            let breaks = candidate.verdict.is_some_and(|verdict| !verdict.by_estimate());
            (breaks, candidate.mean(), index)
        };
        let mut ranked: Vec<_> =
            (0..self.candidates.len()).filter(|index| chosen(&self.candidates[*index])).map(rank).collect();
        ranked.sort_by(|a, b| a.0.cmp(&b.0).then(better_first(a.1, b.1)).then(a.2.cmp(&b.2)));
        ranked.into_iter().map(|(_, _, index)| index).collect()
    }
}

/// The larger mean first, none last.
fn better_first(a: Option<f64>, b: Option<f64>) -> Ordering {
    let key = |mean: Option<f64>| mean.unwrap_or(f64::NEG_INFINITY);
    key(b).total_cmp(&key(a))
}
