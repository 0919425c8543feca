//! How the numbers of a metric are written in a table: unit in the heading, figures in the cells.

use crate::metrics::{REPLICATION_COLUMNS, Unit};
use crate::output::{EffectSummary, MetricSummary, RunSummary, ScenarioSummary, Verdict};
use crate::stats::Interval;
use crate::text::{Lang, number};

/// Decimals that the interval of a small difference gets at most beyond those of its metric.
const MORE_DECIMALS: usize = 3;

/// A metric with the scale of its figures.
pub struct Figures<'a> {
    id: &'a str,
    lang: Lang,
    factor: f64,
    decimals: usize,
    unit: &'static str,
}

impl<'a> Figures<'a> {
    /// The scale of a metric, by its unit and its size in the baseline.
    pub fn of(id: &'a str, baseline: &ScenarioSummary, lang: Lang) -> Figures<'a> {
        let unit = REPLICATION_COLUMNS.iter().find(|column| column.id == id).map(|column| column.unit);
        let size = baseline.metric(id).and_then(|metric| metric.estimate.mean).map_or(0.0, f64::abs);
        let fine = usize::from(size < 100.0);
        let (factor, decimals, unit) = match unit {
            Some(Unit::Share | Unit::YesNo) => (100.0, 1, "%"),
            Some(Unit::Yuan) => {
                let (scale, unit) = lang.pick((1e6, "million yuan"), (1e4, "万元"));
                let shown = size / scale;
                (1.0 / scale, lang.pick(if shown < 10.0 { 2 } else { 1 }, usize::from(shown < 100.0)), unit)
            }
            Some(Unit::YuanPerPersonYear) => (1.0, fine, lang.pick("yuan a head and year", "元/人·年")),
            Some(unit) => (1.0, fine, lang.pick(unit.en(), unit.zh())),
            None => (1.0, fine, ""),
        };
        Figures { id, lang, factor, decimals, unit }
    }

    /// Name and unit of the metric.
    pub fn heading(&self, summary: &ScenarioSummary) -> String {
        let label =
            summary.metric(self.id).map_or(self.id, |metric| self.lang.pick(&metric.label_en, &metric.label_zh));
        self.lang.pick(format!("{label}, {}", self.unit), format!("{label}（{}）", self.unit))
    }

    /// A value of the metric.
    pub fn value(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| number(value * self.factor, self.decimals))
    }

    /// An interval of the metric or of a difference of it.
    pub fn interval(&self, range: Option<Interval>) -> String {
        let decimals = self.decimals_of(range);
        let end = |value: f64| number(value * self.factor, decimals);
        range.map_or_else(String::new, |range| format!("[{}, {}]", end(range.low), end(range.high)))
    }

    /// Decimals, more than the metric's own where they would hide that the ends differ or that zero is left out.
    fn decimals_of(&self, range: Option<Interval>) -> usize {
        let Some(range) = range.filter(|range| range.low < range.high) else { return self.decimals };
        let shown = |value: f64, decimals: usize| number(value * self.factor, decimals);
        let hides = |decimals: &usize| {
            let (low, high, zero) = (shown(range.low, *decimals), shown(range.high, *decimals), number(0.0, *decimals));
            low == high || (range.low * range.high > 0.0 && (low == zero || high == zero))
        };
        (self.decimals..self.decimals + MORE_DECIMALS).find(|d| !hides(d)).unwrap_or(self.decimals + MORE_DECIMALS)
    }

    /// Mean and interval of the metric in a scenario.
    pub fn estimate(&self, scenario: &ScenarioSummary) -> String {
        let estimate = scenario.metric(self.id).map(|metric: &MetricSummary| &metric.estimate);
        let (mean, range) = (estimate.and_then(|e| e.mean), estimate.and_then(|e| e.interval));
        format!("{} {}", self.value(mean), self.interval(range)).trim_end().to_owned()
    }

    /// Difference with its interval.
    pub fn difference(&self, effect: &EffectSummary) -> String {
        let difference = &effect.effect.difference;
        let decimals = self.decimals_of(difference.interval);
        let mean = difference.mean.map_or_else(|| "–".to_owned(), |mean| number(mean * self.factor, decimals));
        format!("{mean} {}", self.interval(difference.interval)).trim_end().to_owned()
    }

    /// The difference of a scenario.
    pub fn effect<'s>(&self, summary: &'s RunSummary, scenario: &str) -> Option<&'s EffectSummary> {
        summary.comparison(scenario)?.effect(self.id)
    }
}

/// A verdict in a word or a few.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Better => lang.pick("better", "更优"),
        Verdict::Worse => lang.pick("worse", "更差"),
        Verdict::Higher => lang.pick("higher", "更高"),
        Verdict::Lower => lang.pick("lower", "更低"),
        Verdict::NotDistinguishable => lang.pick("not distinguishable", "分不出差别"),
        Verdict::Same => lang.pick("the same", "相同"),
        Verdict::NotComparable => lang.pick("not comparable", "无从比较"),
    }
}

/// A verdict where there is little room.
pub fn short_verdict(of: Verdict, lang: Lang) -> &'static str {
    match of {
        Verdict::NotDistinguishable => "≈",
        Verdict::Same => "=",
        Verdict::NotComparable => "–",
        found => verdict(found, lang),
    }
}
