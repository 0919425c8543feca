//! Ratios of a scenario's sums, which say what a run costs and whom it reaches.

use crate::stats::{RatioEstimate, ratio_of_means};

/// Ratios of means over replications; none where a denominator is zero or values of single replications are missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ratios {
    /// Public cost per yuan of the households' gain.
    pub cost_per_gain: Option<RatioEstimate>,
    /// Public cost per borrowing person, yuan.
    pub cost_per_head: Option<RatioEstimate>,
    /// The households' gain per borrowing person, yuan.
    pub gain_per_head: Option<RatioEstimate>,
    /// Lent over the plan.
    pub lent: Option<RatioEstimate>,
    /// Households worse off over households that borrow.
    pub worse_off: Option<RatioEstimate>,
}

impl Ratios {
    /// The ratios of a scenario whose values of a column, one for each replication, `values` gives.
    ///
    /// # Errors
    ///
    /// What `values` fails with.
    pub fn of<E>(mut values: impl FnMut(&'static str) -> Result<Vec<f64>, E>) -> Result<Ratios, E> {
        let mut ratio = |part, whole| Ok(ratio_of_means(&values(part)?, &values(whole)?));
        let share = |ratio: RatioEstimate| RatioEstimate {
            interval: ratio.interval.map(|range| range.within(0.0, 1.0)),
            ..ratio
        };
        Ok(Ratios {
            cost_per_gain: ratio("public_cost_yuan", "household_gain_yuan")?,
            cost_per_head: ratio("public_cost_yuan", "persons_borrowing")?,
            gain_per_head: ratio("household_gain_yuan", "persons_borrowing")?,
            lent: ratio("lent_yuan", "lending_plan_yuan")?,
            worse_off: ratio("households_worse_off", "households_borrowing")?.map(share),
        })
    }
}
