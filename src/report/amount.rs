//! Numbers with their intervals, written for a reader: one scale for a value and its ends.

use crate::metrics::{REPLICATION_COLUMNS, Unit};
use crate::output::{EffectSummary, MetricSummary};
use crate::stats::{Estimate, Interval, QuantileEstimate, RatioEstimate, ShareEstimate};
use crate::text::words::report as words;
use crate::text::{Lang, number};

/// Decimals beyond those of the scale that the interval of a small difference may get.
const MORE_DECIMALS: usize = 3;

/// A value and its interval as words.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The value with its unit; a dash if it is missing.
    pub value: String,
    /// The interval in brackets; empty if there is none.
    pub interval: String,
}

impl Amount {
    /// Value and interval.
    pub fn text(&self) -> String {
        format!("{} {}", self.value, self.interval).trim_end().to_owned()
    }
}

/// How numbers of a unit are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    factor: f64,
    decimals: usize,
    /// Stands after the value.
    unit: &'static str,
    /// Stands after each end of an interval.
    end_unit: &'static str,
}

impl Scale {
    /// The scale of values of a unit, the largest of size `size`.
    pub fn of(unit: Unit, size: f64, lang: Lang) -> Scale {
        let size = size.abs();
        match unit {
            Unit::Share | Unit::SignedShare | Unit::YesNo => {
                Scale { factor: 100.0, decimals: 1, unit: "%", end_unit: "%" }
            }
            Unit::Yuan => money(size, lang),
            Unit::YuanPerPersonYear => {
                Scale { factor: 1.0, decimals: usize::from(size < 100.0), unit: words::yuan(lang), end_unit: "" }
            }
            Unit::Index => Scale { factor: 1.0, decimals: 3, unit: "", end_unit: "" },
            _ => Scale { factor: 1.0, decimals: usize::from(size < 100.0), unit: "", end_unit: "" },
        }
    }

    /// The scale of a difference of values of a unit.
    pub fn of_difference(unit: Unit, size: f64, lang: Lang) -> Scale {
        match unit {
            Unit::Share | Unit::SignedShare | Unit::YesNo => {
                Scale { factor: 100.0, decimals: 1, unit: words::percentage_points(lang), end_unit: "" }
            }
            // A difference stands beside values of millions: it is not written in single yuan.
            Unit::Yuan if lang == Lang::En && (99_950.0..999_500.0).contains(&size.abs()) => {
                Scale { factor: 1e-6, decimals: 2, unit: words::large_yuan(lang), end_unit: "" }
            }
            other => Scale::of(other, size, lang),
        }
    }

    /// A value with its interval.
    pub fn amount(&self, value: Option<f64>, interval: Option<Interval>) -> Amount {
        let Some(value) = value else { return Amount { value: "–".to_owned(), interval: String::new() } };
        let decimals = self.decimals_of(interval);
        let end = |end: f64| number(end * self.factor, decimals) + self.end_unit;
        Amount {
            value: number(value * self.factor, decimals) + self.unit,
            interval: interval.map_or_else(String::new, |i| format!("[{}, {}]", end(i.low), end(i.high))),
        }
    }

    /// Decimals enough to show that the ends differ, and that zero is left out where it is.
    fn decimals_of(&self, interval: Option<Interval>) -> usize {
        let Some(range) = interval.filter(|range| range.low < range.high) else { return self.decimals };
        let shown = |value: f64, decimals: usize| number(value * self.factor, decimals);
        let hides = |decimals: &usize| {
            let (low, high, zero) = (shown(range.low, *decimals), shown(range.high, *decimals), number(0.0, *decimals));
            low == high || (range.low * range.high > 0.0 && (low == zero || high == zero))
        };
        (self.decimals..self.decimals + MORE_DECIMALS).find(|d| !hides(d)).unwrap_or(self.decimals + MORE_DECIMALS)
    }
}

/// Three significant digits in the unit that a reader of the language thinks in.
fn money(size: f64, lang: Lang) -> Scale {
    let (yuan, unit) = match lang {
        Lang::En if size >= 999_500.0 => (1e6, words::large_yuan(lang)),
        Lang::Zh if size >= 99_950_000.0 => (1e8, words::largest_yuan(lang)),
        Lang::Zh if size >= 10_000.0 => (1e4, words::large_yuan(lang)),
        Lang::En | Lang::Zh => (1.0, words::yuan(lang)),
    };
    let decimals = match size / yuan {
        _ if yuan == 1.0 => 0,
        shown if shown >= 99.95 => 0,
        shown if shown >= 9.995 => 1,
        _ => 2,
    };
    Scale { factor: 1.0 / yuan, decimals, unit, end_unit: "" }
}

/// The unit of a column of `replications.parquet`.
pub fn unit_of(id: &str) -> Unit {
    REPLICATION_COLUMNS.iter().find(|column| column.id == id).map_or(Unit::Number, |column| column.unit)
}

/// The mean of a metric with its interval.
pub fn mean(metric: &MetricSummary, lang: Lang) -> Amount {
    estimate(&metric.id, &metric.estimate, lang)
}

/// The mean of a column with its interval.
pub fn estimate(id: &str, estimate: &Estimate, lang: Lang) -> Amount {
    let size = estimate.mean.unwrap_or(0.0);
    Scale::of(unit_of(id), size, lang).amount(estimate.mean, estimate.interval)
}

/// A value of a metric without interval.
pub fn value(metric: &MetricSummary, value: Option<f64>, lang: Lang) -> String {
    Scale::of(unit_of(&metric.id), value.unwrap_or(0.0), lang).amount(value, None).value
}

/// A quantile of a metric with its interval.
pub fn quantile(metric: &MetricSummary, quantile: &QuantileEstimate, lang: Lang) -> Amount {
    let high = quantile.interval.map_or(0.0, |range| range.high.abs());
    let size = quantile.value.unwrap_or(0.0).abs().max(high);
    Scale::of(unit_of(&metric.id), size, lang).amount(quantile.value, quantile.interval)
}

/// The 5 and 95% quantiles of a metric over replications.
pub fn middle(metric: &MetricSummary, lang: Lang) -> Option<String> {
    let (low, high) = metric.quantile(0.05)?.value.zip(metric.quantile(0.95)?.value)?;
    let scale = Scale::of(unit_of(&metric.id), low.abs().max(high.abs()), lang);
    // The unit stands once, after the higher end; a per cent sign belongs to each.
    let unit = |scale: Scale| Scale { unit: scale.end_unit, ..scale };
    let (low, high) = (unit(scale).amount(Some(low), None).value, scale.amount(Some(high), None).value);
    Some(words::from_to(lang, low, high))
}

/// A difference with its interval; its sign is always shown.
pub fn difference(effect: &EffectSummary, lang: Lang) -> Amount {
    difference_of(&effect.id, &effect.effect.difference, lang)
}

/// [`difference`] of a column.
pub fn difference_of(id: &str, difference: &Estimate, lang: Lang) -> Amount {
    let ends = difference.interval.map_or(0.0, |range| range.low.abs().max(range.high.abs()));
    let size = difference.mean.map_or(ends, |mean| mean.abs().max(ends));
    let amount = Scale::of_difference(unit_of(id), size, lang).amount(difference.mean, difference.interval);
    let positive = difference.mean.is_some_and(|mean| mean > 0.0);
    let shown = if positive && amount.value.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        format!("+{}", amount.value)
    } else {
        amount.value
    };
    Amount { value: shown, ..amount }
}

/// A probability with its interval.
pub fn share(share: &ShareEstimate) -> Amount {
    Scale { factor: 100.0, decimals: 1, unit: "%", end_unit: "%" }.amount(share.share, share.interval)
}

/// A ratio of two sums in per cent.
pub fn part(ratio: &RatioEstimate) -> Amount {
    Scale { factor: 100.0, decimals: 1, unit: "%", end_unit: "%" }.amount(Some(ratio.ratio), ratio.interval)
}

/// A ratio of two sums in yuan.
pub fn yuan_per(ratio: &RatioEstimate, decimals: usize, lang: Lang) -> Amount {
    Scale { factor: 1.0, decimals, unit: words::yuan(lang), end_unit: "" }.amount(Some(ratio.ratio), ratio.interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_and_its_ends_have_one_scale() {
        let range = Some(Interval { low: 14_200_000.0, high: 15_800_000.0 });
        let of = |lang| Scale::of(Unit::Yuan, 15_060_000.0, lang).amount(Some(15_060_000.0), range).text();
        assert_eq!(of(Lang::En), "15.1 million yuan [14.2, 15.8]");
        assert_eq!(of(Lang::Zh), "1,506万元 [1,420, 1,580]");
    }

    #[test]
    fn a_small_interval_is_not_rounded_to_nothing() {
        let range = Some(Interval { low: 0.0002, high: 0.0009 });
        let amount = Scale::of_difference(Unit::Share, 0.0009, Lang::En).amount(Some(0.0005), range);
        assert_eq!(amount.text(), "0.05 percentage points [0.02, 0.09]");
    }

    #[test]
    fn what_is_missing_is_a_dash_without_interval() {
        assert_eq!(Scale::of(Unit::Yuan, 0.0, Lang::Zh).amount(None, None).text(), "–");
    }
}
