//! How numbers are written for a reader: one convention for the terminal, charts and the report.
//!
//! Money has three significant digits and the unit a reader of the language thinks in: million yuan in English,
//! 万元 and 亿元 in Chinese, which sets no space before a unit. A true minus sign is used, so that numbers do not break at a line's end.

use super::Lang;
use crate::units::Fen;

/// A whole number with a separator every three digits.
///
/// ```
/// # use lendmix::text::whole;
/// assert_eq!(whole(13_736), "13,736");
/// assert_eq!(whole(-1_000), "−1,000");
/// ```
pub fn whole(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    sign(value < 0) + &grouped(&digits)
}

/// A number with a fixed count of decimals and separators in the whole part; `–` if it is not a number.
///
/// ```
/// # use lendmix::text::number;
/// assert_eq!(number(1234.567, 1), "1,234.6");
/// assert_eq!(number(-0.04, 1), "0.0");
/// ```
pub fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let negative = value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let (before, after) = text.split_once('.').map_or((text.as_str(), None), |(before, after)| (before, Some(after)));
    let mut out = sign(negative) + &grouped(before);
    if let Some(after) = after {
        out.push('.');
        out.push_str(after);
    }
    out
}

/// A share as a percentage.
///
/// ```
/// # use lendmix::text::percent;
/// assert_eq!(percent(0.9514, 1), "95.1%");
/// ```
pub fn percent(share: f64, decimals: usize) -> String {
    let text = number(100.0 * share, decimals);
    if share.is_finite() { text + "%" } else { text }
}

/// An interval of plain numbers: `[1.2, 3.4]`.
pub fn interval(low: f64, high: f64, decimals: usize) -> String {
    format!("[{}, {}]", number(low, decimals), number(high, decimals))
}

/// An interval of shares: `[1.2%, 3.4%]`.
///
/// ```
/// # use lendmix::text::percent_interval;
/// assert_eq!(percent_interval(0.012, 0.034, 1), "[1.2%, 3.4%]");
/// ```
pub fn percent_interval(low: f64, high: f64, decimals: usize) -> String {
    format!("[{}, {}]", percent(low, decimals), percent(high, decimals))
}

/// An amount of money in the unit that a reader thinks in.
///
/// ```
/// # use lendmix::text::{money, Lang};
/// # use lendmix::units::Fen;
/// let lent = Fen::from_yuan(158_250_000.0);
/// assert_eq!(money(lent, Lang::En), "158 million yuan");
/// assert_eq!(money(lent, Lang::Zh), "1.58亿元");
/// ```
pub fn money(amount: Fen, lang: Lang) -> String {
    let yuan = amount.yuan();
    let (scale, unit) = match lang {
        Lang::En if yuan.abs() >= 999_500.0 => (1e6, " million yuan"),
        Lang::En => (1.0, " yuan"),
        Lang::Zh if yuan.abs() >= 99_950_000.0 => (1e8, "亿元"),
        Lang::Zh if yuan.abs() >= 10_000.0 => (1e4, "万元"),
        Lang::Zh => (1.0, "元"),
    };
    let value = yuan / scale;
    let decimals = if scale > 1.0 { decimals_of_three_digits(value) } else { 0 };
    format!("{}{unit}", number(value, decimals))
}

/// Decimals that leave three significant digits (none from 100 on).
fn decimals_of_three_digits(value: f64) -> usize {
    match value.abs() {
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        _ => 2,
    }
}

fn sign(negative: bool) -> String {
    if negative { "−".to_owned() } else { String::new() }
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The upper end of an interval of a probability, rounded up to two significant digits: rounded down it would claim more
/// than was found.
pub fn upper_end(share: f64) -> String {
    let (mut scale, mut decimals) = (100.0, 0);
    while share * scale < 10.0 && decimals < 8 {
        (scale, decimals) = (scale * 10.0, decimals + 1);
    }
    percent((share * scale).ceil() / scale, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_changes_its_unit_where_the_language_does() {
        let cases = [
            (0.0, "0 yuan", "0元"),
            (700.0, "700 yuan", "700元"),
            (43_000.0, "43,000 yuan", "4.30万元"),
            (999_499.0, "999,499 yuan", "99.9万元"),
            (999_500.0, "1.00 million yuan", "100万元"),
            (15_000_000.0, "15.0 million yuan", "1,500万元"),
            (99_949_999.0, "99.9 million yuan", "9,995万元"),
            (99_950_000.0, "100 million yuan", "1.00亿元"),
            (-4_000_000.0, "−4.00 million yuan", "−400万元"),
            (481_190_000.0, "481 million yuan", "4.81亿元"),
        ];
        for (yuan, en, zh) in cases {
            assert_eq!(money(Fen::from_yuan(yuan), Lang::En), en);
            assert_eq!(money(Fen::from_yuan(yuan), Lang::Zh), zh);
        }
    }

    #[test]
    fn separators_stand_every_three_digits() {
        for (value, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (123_456, "123,456"), (1_234_567, "1,234,567")] {
            assert_eq!(whole(value), text);
        }
        assert_eq!(whole(i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn what_is_no_number_is_a_dash_and_never_a_zero() {
        assert_eq!(number(f64::NAN, 2), "–");
        assert_eq!(percent(f64::INFINITY, 1), "–");
    }

    #[test]
    fn intervals_share_one_unit() {
        assert_eq!(interval(-1.0, 2.5, 1), "[−1.0, 2.5]");
        assert_eq!(percent_interval(0.0, 1.0, 0), "[0%, 100%]");
    }

    #[test]
    fn the_end_of_an_interval_is_rounded_up() {
        assert_eq!(upper_end(0.000_384), "0.039%");
        assert_eq!(upper_end(0.0714), "7.2%");
        assert_eq!(upper_end(0.112), "12%");
    }
}
