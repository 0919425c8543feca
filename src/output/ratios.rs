//! Ratios of a scenario's sums, which say what a run costs and whom it reaches.

use serde::{Deserialize, Serialize};

use crate::stats::{RatioEstimate, ratio_of_means};

/// Ratios of means over replications; none where a denominator is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Persons of borrowing households below the poverty line without the programme, over all of them.
    pub poor_without: Option<RatioEstimate>,
    /// The same with the programme.
    pub poor_with: Option<RatioEstimate>,
    /// The second less the first, replication by replication.
    pub poor_change: Option<RatioEstimate>,
}

impl Ratios {
    /// The ratios of a scenario whose values of a column, one for each replication, `values` gives.
    ///
    /// # Errors
    ///
    /// What `values` fails with.
    pub fn of<E>(mut values: impl FnMut(&'static str) -> Result<Vec<f64>, E>) -> Result<Ratios, E> {
        let share = |ratio: RatioEstimate| RatioEstimate {
            interval: ratio.interval.map(|range| range.within(0.0, 1.0)),
            ..ratio
        };
        let persons = values("persons_borrowing")?;
        let [without, with] = [values("persons_above_line_without")?, values("persons_above_line_with")?];
        let less = |one: &[f64], other: &[f64]| -> Vec<f64> { one.iter().zip(other).map(|(a, b)| a - b).collect() };
        let poor = |above: &[f64]| ratio_of_means(&less(&persons, above), &persons).map(share);
        let (poor_without, poor_with) = (poor(&without), poor(&with));
        let poor_change = ratio_of_means(&less(&without, &with), &persons);
        let mut ratio = |part, whole| Ok(ratio_of_means(&values(part)?, &values(whole)?));
        Ok(Ratios {
            poor_without,
            poor_with,
            poor_change,
            cost_per_gain: ratio("public_cost_yuan", "household_gain_yuan")?,
            cost_per_head: ratio("public_cost_yuan", "persons_borrowing")?,
            gain_per_head: ratio("household_gain_yuan", "persons_borrowing")?,
            lent: ratio("lent_yuan", "lending_plan_yuan")?,
            worse_off: ratio("households_worse_off", "households_borrowing")?.map(share),
        })
    }
}
