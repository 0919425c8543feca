//! How the numbers of a metric are written in a table: unit in the heading, figures in the cells.

use crate::cli::answer::with_half;
use crate::cli::screen;
use crate::metrics::{REPLICATION_COLUMNS, Unit};
use crate::output::{EffectSummary, MetricSummary, RunSummary, ScenarioSummary, Verdict};
use crate::stats::Interval;
use crate::text::words::{common, compare as words};
use crate::text::{Lang, number};

/// Decimals that the interval of a small difference gets at most beyond those of its metric.
const MORE_DECIMALS: usize = 3;

/// Columns below which a heading is not broken.
const LEAST_HEADING: usize = 14;

/// A metric with the scale of its figures.
pub struct Figures<'a> {
    id: &'a str,
    lang: Lang,
    factor: f64,
    decimals: usize,
    unit: &'static str,
    /// Whether its interval is that of a probability, which does not stand evenly about it.
    share: bool,
}

impl<'a> Figures<'a> {
    /// The scale of a metric, by its unit and its size in the baseline.
    pub fn of(id: &'a str, baseline: &ScenarioSummary, lang: Lang) -> Figures<'a> {
        let unit = REPLICATION_COLUMNS.iter().find(|column| column.id == id).map(|column| column.unit);
        let share = unit == Some(Unit::YesNo);
        let size = baseline.metric(id).and_then(|metric| metric.estimate.mean).map_or(0.0, f64::abs);
        let fine = usize::from(size < 100.0);
        let (factor, decimals, unit) = match unit {
            Some(Unit::Share | Unit::SignedShare | Unit::YesNo) => (100.0, 1, "%"),
            Some(Unit::Yuan) => {
                let (scale, unit) = (lang.pick(1e6, 1e4), common::million_yuan(lang));
                let shown = size / scale;
                (1.0 / scale, lang.pick(if shown < 10.0 { 2 } else { 1 }, usize::from(shown < 100.0)), unit)
            }
            Some(Unit::YuanPerPersonYear) => (1.0, fine, words::yuan_a_year(lang)),
            Some(unit) => (1.0, fine, lang.pick(unit.en(), unit.zh())),
            None => (1.0, fine, ""),
        };
        Figures { id, lang, factor, decimals, unit, share }
    }

    /// Name of the metric.
    pub fn label(&self, summary: &ScenarioSummary) -> String {
        let metric = summary.metric(self.id);
        metric.map_or(self.id, |metric| self.lang.pick(&metric.label_en, &metric.label_zh)).to_owned()
    }

    /// Name and unit of the metric; a name that says the unit is enough.
    pub fn heading(&self, summary: &ScenarioSummary) -> String {
        let (label, unit) = (self.label(summary), self.unit);
        match unit.is_empty() || label.contains(unit) {
            true => label,
            false => common::with_unit(self.lang, label, unit),
        }
    }

    /// Name of the metric and unit of a difference of it.
    pub fn heading_of_difference(&self, summary: &ScenarioSummary) -> String {
        match self.unit {
            "%" => common::with_unit(self.lang, self.label(summary), words::percentage_points(self.lang)),
            _ => self.heading(summary),
        }
    }

    /// The heading, broken so that it is hardly wider than the figures below it.
    pub fn heading_within(&self, summary: &ScenarioSummary, columns: usize) -> String {
        let (heading, label) = (self.heading(summary), self.label(summary));
        let columns = columns.max(LEAST_HEADING);
        match heading.strip_prefix(&label).map(|unit| unit.trim_start_matches(", ")) {
            Some(unit) if screen::width(&heading) > columns && !unit.is_empty() => {
                let label = label + self.lang.pick(",", "");
                format!("{}\n{unit}", screen::column(&label, columns))
            }
            _ => screen::column(&heading, columns),
        }
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

    /// Mean of the metric in a scenario with half of its interval where that stands evenly about it; of a probability with
    /// both ends.
    pub fn level(&self, scenario: &ScenarioSummary) -> String {
        if self.share {
            return self.estimate(scenario);
        }
        let estimate = scenario.metric(self.id).map(|metric| &metric.estimate);
        let (mean, range) = (estimate.and_then(|e| e.mean), estimate.and_then(|e| e.interval));
        with_half(mean, range, self.factor, self.decimals)
    }

    /// Mean and interval of the metric in a scenario.
    pub fn estimate(&self, scenario: &ScenarioSummary) -> String {
        let estimate = scenario.metric(self.id).map(|metric: &MetricSummary| &metric.estimate);
        let (mean, range) = (estimate.and_then(|e| e.mean), estimate.and_then(|e| e.interval));
        format!("{} {}", self.value(mean), self.interval(range)).trim_end().to_owned()
    }

    /// Difference with its interval.
    pub fn difference(&self, effect: &EffectSummary) -> String {
        if effect.verdict == Verdict::NotComparable {
            return "–".to_owned();
        }
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

/// A verdict in one sign.
pub fn mark(of: Verdict, lang: Lang) -> &'static str {
    match of {
        Verdict::Better => words::mark_better(lang),
        Verdict::Worse => words::mark_worse(lang),
        Verdict::Higher => words::mark_higher(lang),
        Verdict::Lower => words::mark_lower(lang),
        Verdict::NotDistinguishable => "≈",
        Verdict::Same => "=",
        Verdict::NotComparable => "–",
    }
}

/// What the signs of [`mark`] stand for.
pub fn legend(lang: Lang) -> &'static str {
    words::legend(lang)
}
