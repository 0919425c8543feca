//! What can be wrong with a distribution that a file names: facts only, words are made elsewhere.

use std::fmt;

use thiserror::Error;

/// The values that a parameter may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowed {
    /// Lower end; −∞ for none.
    pub min: f64,
    /// Upper end; +∞ for none.
    pub max: f64,
    /// Whether the lower end itself is allowed.
    pub min_included: bool,
    /// Whether the upper end itself is allowed.
    pub max_included: bool,
}

impl Allowed {
    /// Any finite number.
    pub const FINITE: Allowed = Allowed::open(f64::NEG_INFINITY, f64::INFINITY);
    /// Any finite number above zero.
    pub const POSITIVE: Allowed = Allowed::open(0.0, f64::INFINITY);
    /// Any finite number from zero.
    pub const NOT_NEGATIVE: Allowed = Allowed { min_included: true, ..Allowed::POSITIVE };

    /// `(min, max)`.
    pub const fn open(min: f64, max: f64) -> Allowed {
        Allowed { min, max, min_included: false, max_included: false }
    }
    /// `[min, max]`.
    pub const fn closed(min: f64, max: f64) -> Allowed {
        Allowed { min, max, min_included: true, max_included: true }
    }
    /// The range with both ends `factor` times as far from zero.
    pub fn times(self, factor: f64) -> Allowed {
        Allowed { min: self.min * factor, max: self.max * factor, ..self }
    }
    /// Whether `value` is allowed (NaN never is).
    pub fn contains(&self, value: f64) -> bool {
        let above = value > self.min || (self.min_included && value == self.min);
        let below = value < self.max || (self.max_included && value == self.max);
        above && below
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = (if self.min_included { '[' } else { '(' }, if self.max_included { ']' } else { ')' });
        write!(f, "{left}{}, {}{right}", self.min, self.max)
    }
}

/// Why no distribution can be built. Parameters are named by their keys in the file.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum DistributionError {
    /// A parameter outside its range (not a number counts as outside).
    #[error("`{parameter}` is {value}, allowed {allowed}")]
    OutOfRange {
        /// Key of the parameter.
        parameter: &'static str,
        /// Value found.
        value: f64,
        /// Values allowed.
        allowed: Allowed,
    },
    /// Two parameters in the wrong order.
    #[error("`{lower}` ({lower_value}) must lie below `{upper}` ({upper_value})")]
    WrongOrder {
        /// Key of the parameter that must be the lower one.
        lower: &'static str,
        /// Its value.
        lower_value: f64,
        /// Key of the parameter that must be the upper one.
        upper: &'static str,
        /// Its value.
        upper_value: f64,
        /// Whether they may be equal.
        equal_allowed: bool,
    },
    /// No member of the family has this mean and this spread (within its bounds).
    #[error("standard deviation {sd} cannot be reached with mean {mean}: it must lie below {largest_sd}")]
    SpreadUnreachable {
        /// Mean asked for.
        mean: f64,
        /// Standard deviation asked for (`cv` × mean, where that is the key).
        sd: f64,
        /// Standard deviations must lie below this one.
        largest_sd: f64,
    },
    /// `min` and `max` leave (almost) no probability between them.
    #[error("no probability between `min` {min} and `max` {max}")]
    NothingWithin {
        /// Lower bound, −∞ for none.
        min: f64,
        /// Upper bound, +∞ for none.
        max: f64,
    },
    /// A list without entries.
    #[error("`{parameter}` is empty")]
    EmptyList {
        /// Key of the list.
        parameter: &'static str,
    },
    /// A list that is not as long as the list that it belongs to.
    #[error("`{parameter}` has {found} entries, `{other}` has {expected}")]
    ListLength {
        /// Key of the list.
        parameter: &'static str,
        /// Its entries.
        found: usize,
        /// Key of the list that it belongs to.
        other: &'static str,
        /// The entries of that one.
        expected: usize,
    },
    /// An entry of a list outside its range.
    #[error("entry {index} of `{parameter}` is {value}, allowed {allowed}")]
    ListEntry {
        /// Key of the list.
        parameter: &'static str,
        /// Place in the list, counted from 0.
        index: usize,
        /// Value found.
        value: f64,
        /// Values allowed.
        allowed: Allowed,
    },
    /// Weights that are all zero.
    #[error("all `{parameter}` are zero")]
    NoWeight {
        /// Key of the list of weights.
        parameter: &'static str,
    },
    /// An error in a component of a mixture.
    #[error("component {index}: {source}")]
    Component {
        /// Place in the list of components, counted from 0.
        index: usize,
        /// What is wrong there.
        source: Box<DistributionError>,
    },
}

/// `value` if it is allowed and finite.
pub(super) fn within(parameter: &'static str, value: f64, allowed: Allowed) -> Result<f64, DistributionError> {
    if allowed.contains(value) && value.is_finite() {
        Ok(value)
    } else {
        Err(DistributionError::OutOfRange { parameter, value, allowed })
    }
}

/// A key of the file with its value.
pub(super) type Keyed = (&'static str, f64);

/// Refuses unless lower < upper.
pub(super) fn below(lower: Keyed, upper: Keyed) -> Result<(), DistributionError> {
    ordered(lower, upper, lower.1 < upper.1, false)
}

/// Refuses unless lower ≤ upper.
pub(super) fn not_above(lower: Keyed, upper: Keyed) -> Result<(), DistributionError> {
    ordered(lower, upper, lower.1 <= upper.1, true)
}

fn ordered(lower: Keyed, upper: Keyed, holds: bool, equal_allowed: bool) -> Result<(), DistributionError> {
    let error = DistributionError::WrongOrder {
        lower: lower.0,
        lower_value: lower.1,
        upper: upper.0,
        upper_value: upper.1,
        equal_allowed,
    };
    if holds { Ok(()) } else { Err(error) }
}
