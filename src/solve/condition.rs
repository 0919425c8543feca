//! Conditions and how surely they hold.

use crate::stats::{Estimate, Interval, Proportion};

/// What was observed of a measure over replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Observed {
    /// Something that happens or not: bounds are exact (Clopper and Pearson).
    Share(Proportion),
    /// A mean: bounds by Student's t.
    Mean(Estimate),
}

impl Observed {
    /// The estimate; none if no replication has a value.
    pub fn value(&self) -> Option<f64> {
        match self {
            Observed::Share(share) => share.share(),
            Observed::Mean(estimate) => estimate.mean,
        }
    }

    /// Bounds that are each wrong with probability at most `tail`.
    pub fn bounds(&self, tail: f64) -> Option<Interval> {
        match self {
            Observed::Share(share) => share.bounds(tail),
            Observed::Mean(estimate) => estimate.bounds(tail),
        }
    }
}

/// A condition: what a measure must come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

/// How surely a condition holds, from the surest yes to the surest no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The bound on the bad side meets it.
    Holds,
    /// The estimate meets it, the bound does not.
    Likely,
    /// The estimate breaks it (or there is none), the bound on the good side does not.
    Unlikely,
    /// The bound on the good side breaks it.
    Fails,
}

impl Verdict {
    /// Whether the estimate meets the condition.
    pub fn by_estimate(self) -> bool {
        self <= Verdict::Likely
    }
}

impl Limit {
    /// Judges by bounds that are each wrong with probability at most `tail`.
    ///
    /// ```
    /// # use lendmix::solve::{Limit, Observed, Verdict};
    /// # use lendmix::stats::Proportion;
    /// let rare = Limit::AtMost(0.01);
    /// let judge = |k, n| rare.judge(&Observed::Share(Proportion { k, n }), 0.025);
    /// // The exact upper bound of "none in n" is 1 − 0.025^(1/n): below 1% from n = 368 on.
    /// assert_eq!((judge(0, 367), judge(0, 368)), (Verdict::Likely, Verdict::Holds));
    /// assert_eq!((judge(8, 1_000), judge(60, 1_000)), (Verdict::Likely, Verdict::Fails));
    /// assert_eq!(judge(12, 1_000), Verdict::Unlikely);
    /// ```
    pub fn judge(&self, observed: &Observed, tail: f64) -> Verdict {
        let meets = |value: f64| match self {
            Limit::AtMost(limit) => value <= *limit,
            Limit::AtLeast(limit) => value >= *limit,
        };
        let bounds = observed.bounds(tail).map(|range| match self {
            Limit::AtMost(_) => (range.high, range.low),
            Limit::AtLeast(_) => (range.low, range.high),
        });
        match bounds {
            Some((bad, _)) if meets(bad) => Verdict::Holds,
            Some((_, good)) if !meets(good) => Verdict::Fails,
            _ if observed.value().is_some_and(meets) => Verdict::Likely,
            _ => Verdict::Unlikely,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Moments;

    #[test]
    fn a_mean_is_judged_by_its_bound_on_the_bad_side() {
        // x̄ = 2, s = 1, n = 3: t₀.₉₇₅(2)·s/√n = 4.30265/√3 = 2.484.
        let observed = Observed::Mean(Moments::of([1.0, 2.0, 3.0]).estimate());
        let judge = |limit: Limit| limit.judge(&observed, 0.025);
        assert_eq!(judge(Limit::AtLeast(-0.49)), Verdict::Holds);
        assert_eq!(judge(Limit::AtLeast(-0.48)), Verdict::Likely);
        assert_eq!(judge(Limit::AtLeast(2.1)), Verdict::Unlikely);
        assert_eq!(judge(Limit::AtLeast(4.49)), Verdict::Fails);
        assert_eq!(judge(Limit::AtMost(4.49)), Verdict::Holds);
        assert_eq!(judge(Limit::AtMost(1.0)), Verdict::Unlikely);
    }

    #[test]
    fn what_was_never_observed_is_not_taken_to_hold() {
        let nothing = Observed::Mean(Moments::of([f64::NAN]).estimate());
        assert_eq!(Limit::AtLeast(0.0).judge(&nothing, 0.025), Verdict::Unlikely);
    }
}
