//! Base units of the simulator: newtypes where a confusion would silently change a number.
//!
//! Money that moves is integer [`Fen`] (1/100 yuan), so that every book closes exactly and a sum does not
//! depend on its order. Time is counted in months from the start of the run; a season is a calendar year.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Money in fen (1/100 yuan). Range ±9.2·10¹⁶ yuan, so that no county can overflow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fen(pub i64);

impl Fen {
    /// No money.
    pub const ZERO: Fen = Fen(0);
    /// More money than any book holds; used as "no limit".
    pub const UNLIMITED: Fen = Fen(i64::MAX / 4);

    /// The nearest fen to an amount in yuan (ties away from zero).
    ///
    /// ```
    /// # use lendmix::units::Fen;
    /// assert_eq!(Fen::from_yuan(12.345), Fen(1235));
    /// ```
    pub fn from_yuan(yuan: f64) -> Fen {
        Fen(nearest(yuan * 100.0))
    }

    /// The amount in yuan.
    pub fn yuan(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// `factor` times this amount, rounded to the nearest fen (ties away from zero).
    pub fn times(self, factor: f64) -> Fen {
        Fen(nearest(self.0 as f64 * factor))
    }

    /// `share` of this amount, rounded down to the fen (for amounts ≥ 0).
    ///
    /// The product is exact to 2⁻⁵³; a hair of one part in 10¹² is added before rounding down so that
    /// 70% of 100 fen is 70 fen and not 69.
    ///
    /// ```
    /// # use lendmix::units::{Fen, Share};
    /// assert_eq!(Fen(100).share_down(Share::new(0.7).unwrap()), Fen(70));
    /// assert_eq!(Fen(101).share_down(Share::new(0.7).unwrap()), Fen(70));
    /// ```
    pub fn share_down(self, share: Share) -> Fen {
        let exact = self.0 as f64 * share.get();
        Fen(libm::floor(exact * (1.0 + 1e-12)) as i64).min(self)
    }

    /// The larger of this amount and zero.
    pub fn positive(self) -> Fen {
        Fen(self.0.max(0))
    }
}

/// The nearest integer, ties away from zero; exact for all amounts below 2⁵² fen but the one number just under ½.
/// A truncating conversion is one instruction on every machine, a call to `round` is not.
#[inline]
fn nearest(value: f64) -> i64 {
    (value + 0.5_f64.copysign(value)) as i64
}

impl Add for Fen {
    type Output = Fen;
    fn add(self, other: Fen) -> Fen {
        Fen(self.0 + other.0)
    }
}
impl Sub for Fen {
    type Output = Fen;
    fn sub(self, other: Fen) -> Fen {
        Fen(self.0 - other.0)
    }
}
impl Neg for Fen {
    type Output = Fen;
    fn neg(self) -> Fen {
        Fen(-self.0)
    }
}
impl AddAssign for Fen {
    fn add_assign(&mut self, other: Fen) {
        self.0 += other.0;
    }
}
impl SubAssign for Fen {
    fn sub_assign(&mut self, other: Fen) {
        self.0 -= other.0;
    }
}
impl Sum for Fen {
    fn sum<I: Iterator<Item = Fen>>(iter: I) -> Fen {
        iter.fold(Fen::ZERO, Add::add)
    }
}

macro_rules! unit_interval {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Zero.
            pub const ZERO: $name = $name(0.0);
            /// One.
            pub const ONE: $name = $name(1.0);

            /// A value in `[0, 1]`; anything else (NaN too) is `None`.
            pub fn new(value: f64) -> Option<$name> {
                (0.0..=1.0).contains(&value).then_some($name(value))
            }

            /// The value as a number in `[0, 1]`.
            pub fn get(self) -> f64 {
                self.0
            }
        }
    };
}

unit_interval! {
    /// A probability in `[0, 1]` over the period that the name of the parameter states.
    Probability
}
unit_interval! {
    /// A share of a whole in `[0, 1]`.
    Share
}

impl Share {
    /// `1 −` this share.
    pub fn complement(self) -> Share {
        Share(1.0 - self.0)
    }
}

/// A rate per year (0.0475 is 4.75% a year); any finite number above −1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct AnnualRate(f64);

impl AnnualRate {
    /// A rate above −1; anything else is `None`.
    pub fn new(value: f64) -> Option<AnnualRate> {
        (value.is_finite() && value > -1.0).then_some(AnnualRate(value))
    }
    /// The rate per year.
    pub fn get(self) -> f64 {
        self.0
    }
    /// A twelfth of the rate: simple interest of a month.
    pub fn monthly(self) -> f64 {
        self.0 / 12.0
    }
}

/// A month of the calendar, such as 2016-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarMonth(i32);

impl CalendarMonth {
    /// `year` and `month` (1 to 12); `None` outside.
    ///
    /// ```
    /// # use lendmix::units::CalendarMonth;
    /// let start = CalendarMonth::new(2016, 11).unwrap();
    /// assert_eq!(start.plus(3).to_string(), "2017-02");
    /// ```
    pub fn new(year: i32, month: u32) -> Option<CalendarMonth> {
        ((1..=12).contains(&month) && (1..=4000).contains(&year)).then(|| CalendarMonth(year * 12 + month as i32 - 1))
    }
    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<CalendarMonth> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        CalendarMonth::new(year.parse().ok()?, month.parse().ok()?)
    }
    /// The calendar year, which is also the production season.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }
    /// Month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }
    /// The month of the same year whose number is `month` (1 to 12).
    pub fn in_same_year(self, month: u32) -> CalendarMonth {
        CalendarMonth(self.0 - self.month() as i32 + month as i32)
    }
    /// The month `months` later.
    pub fn plus(self, months: u32) -> CalendarMonth {
        CalendarMonth(self.0 + months as i32)
    }
    /// The month before.
    pub fn before(self) -> CalendarMonth {
        CalendarMonth(self.0 - 1)
    }
    /// Months from `self` to `later` (negative if it lies before).
    pub fn months_until(self, later: CalendarMonth) -> i32 {
        later.0 - self.0
    }
    /// Months since the year zero: the time of a monthly random-number address (below 2¹⁶).
    pub fn ordinal(self) -> u16 {
        self.0 as u16
    }
}

impl std::fmt::Display for CalendarMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_down_and_never_exceed_the_whole() {
        for fen in 0..2_000 {
            assert_eq!(Fen(fen).share_down(Share(0.1)), Fen(fen / 10));
            assert_eq!(Fen(fen).share_down(Share::ONE), Fen(fen));
        }
    }

    #[test]
    fn calendar_months_are_read_only_in_their_own_form() {
        assert_eq!(CalendarMonth::parse("2016-01"), CalendarMonth::new(2016, 1));
        for wrong in ["2016-13", "2016-00", "2016-1", "16-01", "2016/01", "2016"] {
            assert_eq!(CalendarMonth::parse(wrong), None, "{wrong}");
        }
    }
}
