//! The unit of an axis of money, and numbers as they are printed.

/// How large amounts are counted: in steps of ten thousand or of a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberStyle {
    /// 元, 万元, 亿元.
    Chinese,
    /// yuan, thousand yuan, million yuan, billion yuan.
    English,
}

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
/// # use lendmix::plots::{money::money_unit, NumberStyle};
/// assert_eq!(money_unit(31_000_000.0, NumberStyle::Chinese).name, "万元");
/// assert_eq!(money_unit(31_000_000.0, NumberStyle::English).name, "million yuan");
/// assert_eq!(money_unit(310_000_000.0, NumberStyle::Chinese).name, "亿元");
/// ```
pub fn money_unit(largest_yuan: f64, style: NumberStyle) -> MoneyUnit {
    let units: &[MoneyUnit] = match style {
        NumberStyle::Chinese => &CHINESE,
        NumberStyle::English => &ENGLISH,
    };
    units.iter().rev().find(|unit| largest_yuan.abs() >= unit.yuan).copied().unwrap_or(units[0])
}

/// `value` with `decimals` digits after the point, commas between thousands and a true minus sign.
///
/// ```
/// # use lendmix::plots::money::number;
/// assert_eq!(number(-1234567.25, 1), "−1,234,567.2");
/// assert_eq!(number(-0.001, 1), "0.0");
/// ```
pub fn number(value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    let mut text = String::from(if negative { "−" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_changes_where_the_maximum_reaches_one() {
        let names = |style| [0.0, 9_999.0, 1e4, 9.99e7, 1e8, 1e13].map(|yuan| money_unit(yuan, style).name);
        assert_eq!(names(NumberStyle::Chinese), ["元", "元", "万元", "万元", "亿元", "亿元"]);
        let english = ["yuan", "thousand yuan", "thousand yuan", "million yuan", "million yuan", "billion yuan"];
        assert_eq!(names(NumberStyle::English), english);
        assert_eq!(money_unit(-5e6, NumberStyle::English).yuan, 1e6);
    }

    #[test]
    fn thousands_are_separated() {
        let printed = [0.0, 7.0, 999.0, 1_000.0, 12_345.0, 123_456.0].map(|value| number(value, 0));
        assert_eq!(printed, ["0", "7", "999", "1,000", "12,345", "123,456"]);
        assert_eq!(number(0.25, 2), "0.25");
    }
}
