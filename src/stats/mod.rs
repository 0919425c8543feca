//! What a number is worth: estimates with intervals from the values of independent replications.
//!
//! * All intervals are 95% intervals. The unit of independence is the replication; values come in the order of
//!   replications and are added serially in that order, so that the same values give the same bits.
//! * `NaN` is a missing value. It is counted apart and enters no number; it is never a zero.
//! * With too few values for an interval there is none (`None`), rather than a wide guess.
//! * Deliberately absent: months, money, scenarios. This module knows numbers only.

mod effect;
mod estimate;
mod family;
mod paired_share;
mod pareto;
mod proportion;
mod quantile;
mod ratio;
mod special;
mod tail;

pub use effect::{Effect, PairedDifferences};
pub use estimate::{Estimate, Moments};
pub use family::holm;
pub use paired_share::PairedShares;
pub use pareto::{Efficiency, pareto};
pub use proportion::{Proportion, ShareEstimate};
pub use quantile::{Gap, Level, QuantileEstimate, Sample};
pub use ratio::{RatioEstimate, RatioSums, ratio_of_means};
pub use tail::Tail;

use serde::{Deserialize, Serialize};

/// Confidence of every interval.
pub const CONFIDENCE: f64 = 0.95;

/// Probability left out on each side of an interval.
const TAIL: f64 = 0.025;

/// Φ⁻¹(0.975).
const Z: f64 = 1.959_963_984_540_054;

/// A 95% interval, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// What of it lies between two bounds.
    pub fn within(self, low: f64, high: f64) -> Interval {
        Interval { low: self.low.max(low), high: self.high.min(high) }
    }
}
