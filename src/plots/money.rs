//! The unit of an axis of money, and numbers as they are printed.

use super::ticks::{Ticks, ticks};
use crate::text::Lang;

/// A unit of money of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoneyUnit {
    /// How many yuan one unit is.
    pub yuan: f64,
    /// The unit's name in its language.
    pub name: &'static str,
}

const fn unit(yuan: f64, name: &'static str) -> MoneyUnit {
    MoneyUnit { yuan, name }
}

const CHINESE: [MoneyUnit; 3] = [unit(1.0, "元"), unit(1e4, "万元"), unit(1e8, "亿元")];
const ENGLISH: [MoneyUnit; 4] =
    [unit(1.0, "yuan"), unit(1e3, "thousand yuan"), unit(1e6, "million yuan"), unit(1e9, "billion yuan")];

/// The largest unit of which the largest amount of an axis, in yuan, is at least one.
///
/// ```
/// # use lendmix::{plots::money::money_unit, text::Lang};
/// assert_eq!(money_unit(31_000_000.0, Lang::Zh).name, "万元");
/// assert_eq!(money_unit(31_000_000.0, Lang::En).name, "million yuan");
/// assert_eq!(money_unit(310_000_000.0, Lang::Zh).name, "亿元");
/// ```
pub fn money_unit(largest_yuan: f64, lang: Lang) -> MoneyUnit {
    let units: &[MoneyUnit] = match lang {
        Lang::Zh => &CHINESE,
        Lang::En => &ENGLISH,
    };
    units.iter().rev().find(|unit| largest_yuan.abs() >= unit.yuan).copied().unwrap_or(units[0])
}

/// An axis of money: unit and ticks in it, the range and zero included.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyAxis {
    /// The unit.
    pub unit: MoneyUnit,
    /// Ticks in the unit.
    pub ticks: Ticks,
}

impl MoneyAxis {
    /// The axis of amounts from `low` to `high` yuan with at most `intervals` steps.
    pub fn of((low, high): (f64, f64), intervals: u32, lang: Lang) -> MoneyAxis {
        let unit = money_unit(high.max(-low), lang);
        MoneyAxis { unit, ticks: ticks(low / unit.yuan, high / unit.yuan, intervals) }
    }
}

/// An amount with its unit, three significant digits.
///
/// ```
/// # use lendmix::{plots::money::amount, text::Lang};
/// assert_eq!([amount(15_234_000.0, Lang::Zh), amount(15_234_000.0, Lang::En)], ["1,523万元", "15.2 million yuan"]);
/// ```
pub fn amount(yuan: f64, lang: Lang) -> String {
    crate::text::money(crate::units::Fen::from_yuan(yuan), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_changes_where_the_maximum_reaches_one() {
        let names = |lang| [0.0, 9_999.0, 1e4, 9.99e7, 1e8, 1e13].map(|yuan| money_unit(yuan, lang).name);
        assert_eq!(names(Lang::Zh), ["元", "元", "万元", "万元", "亿元", "亿元"]);
        let english = ["yuan", "thousand yuan", "thousand yuan", "million yuan", "million yuan", "billion yuan"];
        assert_eq!(names(Lang::En), english);
        assert_eq!(money_unit(-5e6, Lang::En).yuan, 1e6);
    }

    #[test]
    fn an_axis_of_money_counts_in_its_unit() {
        let axis = MoneyAxis::of((0.0, 31e6), 6, Lang::Zh);
        assert_eq!((axis.unit.name, axis.ticks.values()), ("万元", &[0.0, 1000.0, 2000.0, 3000.0, 4000.0][..]));
    }
}
