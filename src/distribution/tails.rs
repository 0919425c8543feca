//! A probability together with its complement, so that neither tail loses digits.

use crate::draws::standard_normal_cdf;

/// P(X ≤ x) and P(X > x).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tails {
    pub(super) lower: f64,
    pub(super) upper: f64,
}

impl Tails {
    pub(super) const NONE_BELOW: Tails = Tails { lower: 0.0, upper: 1.0 };
    pub(super) const ALL_BELOW: Tails = Tails { lower: 1.0, upper: 0.0 };

    /// From P(X ≤ x).
    pub(super) fn from_lower(lower: f64) -> Tails {
        Tails { lower, upper: 1.0 - lower }
    }
    /// From P(X > x).
    pub(super) fn from_upper(upper: f64) -> Tails {
        Tails { lower: 1.0 - upper, upper }
    }
    /// Of the standard normal law at `z`.
    pub(super) fn normal(z: f64) -> Tails {
        Tails { lower: standard_normal_cdf(z), upper: standard_normal_cdf(-z) }
    }
    /// Lower and upper exchanged: the tails of −X.
    pub(super) fn mirrored(self) -> Tails {
        Tails { lower: self.upper, upper: self.lower }
    }
    /// The standard normal point with these tails.
    pub(super) fn normal_quantile(self) -> f64 {
        use crate::draws::standard_normal_quantile as quantile;
        if self.lower <= self.upper { quantile(self.lower) } else { -quantile(self.upper) }
    }
}
