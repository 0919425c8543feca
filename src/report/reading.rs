//! What numbers come to, before any word: judged by intervals against stated lines, and by the verdicts of the comparison.
//! A difference that the comparison does not find is never called one here.

use crate::output::{Comparison, Verdict};
use crate::stats::{Estimate, Interval, ShareEstimate};

/// Replications below which intervals say little and nothing is recommended.
pub const FEW_REPLICATIONS: u32 = 30;

/// Depletions below which nothing is said about when and why.
pub const FEW_DEPLETIONS: u64 = 30;

/// Part of the plan below which lending counts as short.
pub const SHORT_OF_PLAN: f64 = 0.98;

/// Probability of depletion up to which a fund is called large enough.
pub const RARE: f64 = 0.05;

/// Probability of depletion from which a fund is called too small.
pub const LIKELY: f64 = 0.5;

/// What the probability of depletion comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fund {
    /// No fund has a part in any claim.
    None,
    /// Too few replications.
    TooFew,
    /// The whole interval lies at or below `RARE`.
    Holds,
    /// The interval holds `RARE`: more replications would tell.
    Unsure,
    /// The whole interval lies above it.
    Risky,
    /// The whole interval lies at or above `LIKELY`.
    Fails,
}

impl Fund {
    /// Of a scenario.
    pub fn of(has_fund: bool, depleted: &ShareEstimate, replications: u32) -> Fund {
        match depleted.interval {
            _ if !has_fund => Fund::None,
            None => Fund::TooFew,
            _ if replications < FEW_REPLICATIONS => Fund::TooFew,
            Some(range) if range.high <= RARE => Fund::Holds,
            Some(range) if range.low >= LIKELY => Fund::Fails,
            Some(range) if range.low > RARE => Fund::Risky,
            Some(_) => Fund::Unsure,
        }
    }
}

/// On which side of a line an interval lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// All of it below.
    Below,
    /// The line lies inside, or there is no interval.
    Unsure,
    /// All of it above.
    Above,
}

impl Side {
    /// Of an interval.
    pub fn of(interval: Option<Interval>, line: f64) -> Side {
        match interval {
            Some(range) if range.high < line => Side::Below,
            Some(range) if range.low > line => Side::Above,
            _ => Side::Unsure,
        }
    }

    /// Of the mean of several replications.
    pub fn of_mean(estimate: &Estimate, line: f64) -> Side {
        Side::of(estimate.interval, line)
    }
}

/// What a scenario comes to against the baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance<'s> {
    /// Headline metrics in which it is better.
    pub better: Vec<&'s str>,
    /// Headline metrics in which it is worse.
    pub worse: Vec<&'s str>,
    /// Headline metrics in which it differs and neither way is good.
    pub differs: Vec<&'s str>,
    /// Headline metrics in which a difference cannot be told from none.
    pub open: usize,
    /// Headline metrics in which every replication is the same.
    pub same: usize,
    /// Headline metrics that cannot be compared.
    pub incomparable: usize,
}

impl<'s> Balance<'s> {
    /// By the verdicts on the headline metrics, which are judged together.
    pub fn of(comparison: &'s Comparison) -> Balance<'s> {
        let mut balance = Balance::default();
        for effect in comparison.effects.iter().filter(|effect| effect.headline) {
            match effect.verdict {
                Verdict::Better => balance.better.push(&effect.id),
                Verdict::Worse => balance.worse.push(&effect.id),
                Verdict::Higher | Verdict::Lower => balance.differs.push(&effect.id),
                Verdict::NotDistinguishable => balance.open += 1,
                Verdict::Same => balance.same += 1,
                Verdict::NotComparable => balance.incomparable += 1,
            }
        }
        balance
    }

    /// Better in something and worse in nothing.
    pub fn is_gain(&self) -> bool {
        !self.better.is_empty() && self.worse.is_empty()
    }

    /// Worse in something and better in nothing.
    pub fn is_loss(&self) -> bool {
        !self.worse.is_empty() && self.better.is_empty()
    }

    /// The same in everything, and that is something.
    pub fn is_same(&self) -> bool {
        self.same > 0 && *self == Balance { same: self.same, ..Balance::default() }
    }

    /// Nothing could be compared.
    pub fn is_void(&self) -> bool {
        *self == Balance { incomparable: self.incomparable, ..Balance::default() }
    }

    /// Better in something, worse in something else.
    pub fn is_trade(&self) -> bool {
        !self.better.is_empty() && !self.worse.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Proportion;

    fn of(k: u64, n: u64) -> Fund {
        Fund::of(true, &Proportion { k, n }.estimate(), n as u32)
    }

    #[test]
    fn a_fund_is_judged_by_the_whole_interval() {
        // Wilson at 95%: 0 of 300 ends at 1.3%, 2 of 300 at 2.4%, 15 of 300 holds 5%, 60 of 300 begins at 15.9%.
        assert_eq!([of(0, 300), of(2, 300), of(15, 300)], [Fund::Holds, Fund::Holds, Fund::Unsure]);
        assert_eq!([of(60, 300), of(200, 300), of(150, 300)], [Fund::Risky, Fund::Fails, Fund::Risky]);
        assert_eq!([of(0, 2), of(2, 2), of(29, 29)], [Fund::TooFew; 3]);
        assert_eq!(Fund::of(false, &Proportion { k: 0, n: 300 }.estimate(), 300), Fund::None);
    }

    #[test]
    fn a_line_inside_an_interval_leaves_it_open() {
        let range = |low, high| Some(Interval { low, high });
        assert_eq!(Side::of(range(0.97, 0.99), 0.98), Side::Unsure);
        assert_eq!((Side::of(range(0.9, 0.97), 0.98), Side::of(range(0.981, 0.99), 0.98)), (Side::Below, Side::Above));
        assert_eq!(Side::of(None, 0.98), Side::Unsure);
    }
}
