//! The unit of an axis of money, and numbers as they are printed.

use super::ticks::{Ticks, ticks};
use crate::text::Lang;
use crate::text::words::charts as words;

/// A unit of money of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoneyUnit {
    /// How many yuan one unit is.
    pub yuan: f64,
    /// The unit's name in its language.
    pub name: &'static str,
}

/// A unit and its name.
type Named = (f64, fn(Lang) -> &'static str);

const CHINESE: [Named; 3] = [(1.0, words::yuan), (1e4, words::ten_thousand_yuan), (1e8, words::hundred_million_yuan)];
const ENGLISH: [Named; 4] =
    [(1.0, words::yuan), (1e3, words::thousand_yuan), (1e6, words::million_yuan), (1e9, words::billion_yuan)];

/// The largest unit of which the largest amount of an axis, in yuan, is at least one.
///
/// ```
/// # use lendmix::{plots::money::money_unit, text::Lang};
/// assert_eq!(money_unit(31_000_000.0, Lang::Zh).name, "万元");
/// assert_eq!(money_unit(31_000_000.0, Lang::En).name, "million yuan");
/// assert_eq!(money_unit(310_000_000.0, Lang::Zh).name, "亿元");
/// ```
pub fn money_unit(largest_yuan: f64, lang: Lang) -> MoneyUnit {
    let units: &[Named] = match lang {
        Lang::Zh => &CHINESE,
        Lang::En => &ENGLISH,
    };
    let &(yuan, name) = units.iter().rev().find(|unit| largest_yuan.abs() >= unit.0).unwrap_or(&units[0]);
    MoneyUnit { yuan, name: name(lang) }
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
