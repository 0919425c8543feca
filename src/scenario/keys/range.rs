//! Ranges of numbers, with their units.

use super::unit::Unit;
use crate::scenario::words::{both, plain};
use crate::text::Lang;

/// A range of numbers; infinite ends are open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower end.
    pub min: f64,
    /// Upper end.
    pub max: f64,
    /// Whether the lower end is outside.
    pub above_min: bool,
    /// Whether the upper end is outside.
    pub below_max: bool,
    /// What the number counts.
    pub unit: Unit,
}

impl Range {
    /// Any finite number.
    pub const ANY: Range = Range::between(f64::NEG_INFINITY, f64::INFINITY);
    /// Shares and probabilities.
    pub const SHARE: Range = Range::between(0.0, 1.0).of(Unit::Share);
    /// Zero or more.
    pub const POSITIVE_OR_ZERO: Range = Range::between(0.0, f64::INFINITY);
    /// Money that a book can hold.
    pub const YUAN: Range = Range::between(0.0, 1e13).of(Unit::Yuan);
    /// Money of one loan; fifty million of them fit in a book.
    pub const LOAN: Range = Range::between(0.0, 1e8).of(Unit::Yuan);
    /// Steps of a loan.
    pub const STEP: Range = Range { above_min: true, ..Range::LOAN };
    /// What a household's money may reach in a law of chance.
    pub const LAW: Range = Range::between(0.0, 1e11).of(Unit::Yuan);
    /// Rates a year.
    pub const RATE: Range = Range::between(-0.5, 1.0).of(Unit::ShareAnnual);
    /// Above zero.
    pub const POSITIVE: Range = Range { above_min: true, ..Range::POSITIVE_OR_ZERO };
    /// Squared loadings.
    pub const LOADING: Range = Range::SHARE.of(Unit::VarianceShare);

    /// From `min` to `max`, both inside.
    pub const fn between(min: f64, max: f64) -> Range {
        Range { min, max, above_min: false, below_max: false, unit: Unit::Number }
    }

    /// The same range in another unit.
    pub const fn of(self, unit: Unit) -> Range {
        Range { unit, ..self }
    }

    /// Between `min` and `max`, both outside.
    pub const fn inside(min: f64, max: f64) -> Range {
        Range { above_min: true, below_max: true, ..Range::between(min, max) }
    }

    /// Whether a number is finite and inside.
    pub fn contains(self, value: f64) -> bool {
        let above = if self.above_min { value > self.min } else { value >= self.min };
        let below = if self.below_max { value < self.max } else { value <= self.max };
        value.is_finite() && above && below
    }

    /// The range as an interval, `[0, 1)`; a round bracket is an end that is outside.
    pub fn interval(self) -> String {
        let end = |value: f64| match value {
            f64::INFINITY => "∞".to_owned(),
            f64::NEG_INFINITY => "−∞".to_owned(),
            value => plain(value).replace('-', "−"),
        };
        let open = if self.above_min || self.min.is_infinite() { '(' } else { '[' };
        let close = if self.below_max || self.max.is_infinite() { ')' } else { ']' };
        format!("{open}{}, {}{close}", end(self.min), end(self.max))
    }

    /// The range in words, to stand after "a number": "from 0 to 1"; empty for any number.
    pub fn words(self, lang: Lang) -> String {
        let (low, high) = (plain(self.min), plain(self.max));
        match (self.min.is_finite(), self.max.is_finite()) {
            (false, false) => String::new(),
            (true, false) if self.above_min => both!(lang, "above {low}", "大于{low}"),
            (true, false) => both!(lang, "of at least {low}", "不小于{low}"),
            (false, true) if self.below_max => both!(lang, "below {high}", "小于{high}"),
            (false, true) => both!(lang, "of at most {high}", "不大于{high}"),
            (true, true) => match (self.above_min, self.below_max) {
                (false, false) => both!(lang, "from {low} to {high}", "介于{low}与{high}之间"),
                (true, true) => both!(lang, "above {low} and below {high}", "大于{low}且小于{high}"),
                (false, true) => both!(lang, "from {low} to below {high}", "不小于{low}且小于{high}"),
                (true, false) => both!(lang, "above {low} and up to {high}", "大于{low}且不大于{high}"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BELOW_ONE: Range = Range { below_max: true, ..Range::SHARE };

    #[test]
    fn ends_are_inside_only_where_they_are_said_to_be() {
        assert!(Range::SHARE.contains(0.0) && Range::SHARE.contains(1.0));
        assert!(!BELOW_ONE.contains(1.0) && !Range::POSITIVE.contains(0.0));
        assert!(!Range::ANY.contains(f64::NAN) && !Range::ANY.contains(f64::INFINITY));
    }

    #[test]
    fn a_range_reads_as_a_sentence() {
        assert_eq!(Range::SHARE.words(Lang::En), "from 0 to 1");
        assert_eq!(BELOW_ONE.words(Lang::En), "from 0 to below 1");
        assert_eq!(Range::inside(-1.0, 1.0).words(Lang::En), "above -1 and below 1");
        assert_eq!(Range::POSITIVE.words(Lang::Zh), "大于0");
        assert_eq!(Range::SHARE.words(Lang::Zh), "介于0与1之间");
        assert_eq!(Range::ANY.words(Lang::En), "");
    }

    #[test]
    fn an_interval_shows_which_ends_are_inside() {
        assert_eq!(BELOW_ONE.interval(), "[0, 1)");
        assert_eq!(Range::POSITIVE.interval(), "(0, ∞)");
        assert_eq!(Range::RATE.interval(), "[−0.5, 1]");
        assert_eq!(Range::ANY.interval(), "(−∞, ∞)");
    }
}
