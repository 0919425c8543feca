//! Failures that a stress scenario forces, whatever the draw says.

use crate::model::county::County;
use crate::model::population::OrganisationRoster;
use crate::units::CalendarMonth;

/// One entry of `forced_failures`.
#[derive(Clone, Debug, PartialEq)]
pub struct ForcedFailure {
    /// Which organisation.
    pub organisation: Which,
    /// In which month it fails.
    pub month: CalendarMonth,
}

/// Which organisation is meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Which {
    /// The one through which most pooled lending goes by weight; the first of equals.
    Largest,
    /// The one of this name.
    Named(String),
}

/// Whether a scenario forces the failure of an organisation in month `t`.
pub fn is_forced(county: &County, roster: &OrganisationRoster, organisation: usize, t: usize) -> bool {
    let month = county.calendar.month(t);
    let mut forced = county.world.organisations.forced_failures.iter().filter(|forced| forced.month == month);
    forced.any(|forced| match &forced.organisation {
        Which::Largest => organisation == largest(&roster.weight),
        Which::Named(name) => roster.name[organisation] == *name,
    })
}

/// The first of the largest weights.
fn largest(weights: &[f64]) -> usize {
    (1..weights.len()).fold(0, |best, index| if weights[index] > weights[best] { index } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equals_the_first_is_the_largest() {
        assert_eq!(largest(&[0.2, 0.5, 0.5, 0.0]), 1);
        assert_eq!(largest(&[0.0]), 0);
    }
}
