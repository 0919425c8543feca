//! What the search of a lever prints and writes.

use serde_json::{Value, json};

use super::lever::{Lever, Seen, TAIL};
use super::measure::{Measure, Row, trimmed};
use super::page::{self, bounds_json};
use super::written::{condition_json, difference, effect, measure_cells, measure_headings, verdict_key};
use crate::cli::screen;
use crate::scenario::Scenario;
use crate::solve::{Answer, Limit, Observed};
use crate::stats::Level;
use crate::text::{Lang, whole};

/// Columns of a heading.
const HEADING_COLUMNS: usize = 16;

/// The answer of a lever.
pub struct Page<'a> {
    pub scenario: &'a Scenario,
    pub lever: &'a Lever,
    pub seen: &'a [Seen],
    pub found: Answer,
    pub lang: Lang,
}

impl Page<'_> {
    pub fn text(&self) -> String {
        let lang = self.lang;
        let note = lang.pick("brackets and ± are 95% intervals", "方括号内和 ± 为95%置信区间");
        let title = lang.pick(self.lever.title.0, self.lever.title.1);
        let mut rows = vec![
            [lang.pick("Condition", "条件").into(), self.conditions()],
            [lang.pick("Answer", "答案").into(), self.answer()],
        ];
        if let Some(of_file) = self.lever.of_file {
            rows.push([lang.pick("The file", "方案现值").into(), (self.lever.show)(of_file, lang)]);
        }
        let text = page::heading(title, self.scenario, note, lang) + &screen::pairs(rows) + &self.table();
        text + &screen::notes(self.warnings(lang))
    }

    fn conditions(&self) -> String {
        let shown = self.lever.conditions.iter().map(|(measure, limit)| measure.show_limit(*limit, self.lang));
        shown.collect::<Vec<_>>().join(self.lang.pick("; ", "；"))
    }

    fn show(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| (self.lever.show)(value, self.lang))
    }

    fn answer(&self) -> String {
        let (lang, found) = (self.lang, &self.found);
        let (low, high) = (self.show(Some(self.lever.range.0)), self.show(Some(self.lever.range.1)));
        if found.value.is_none() {
            return lang.pick(
                format!(
                    "none between {low} and {high}: not even {} meets the condition by estimate{}",
                    self.show(self.seen.first().map(|seen| seen.at)),
                    self.broken_at_the_easy_end()
                ),
                format!(
                    "{low}至{high}之间没有解：即使{}也达不到条件{}",
                    self.show(self.seen.first().map(|seen| seen.at)),
                    self.broken_at_the_easy_end()
                ),
            );
        }
        let value = self.show(found.value);
        let (surely, fails) = (self.show(found.surely), self.show(found.fails));
        let sure = match (found.surely.is_some(), found.fails.is_some()) {
            (true, true) => lang.pick(
                format!("[surely at {surely}, surely no more at {fails}]"),
                format!("〔{surely}时确定满足，{fails}时确定不满足〕"),
            ),
            (true, false) => lang.pick(format!("[surely at {surely}]"), format!("〔{surely}时确定满足〕")),
            (false, true) => lang.pick(
                format!("[by estimate only: at no value surely; surely not at {fails}]"),
                format!("〔仅为估计值：没有哪个值能确定满足；{fails}时确定不满足〕"),
            ),
            (false, false) => lang.pick(
                "[by estimate only: more replications are needed to be sure of any value]".into(),
                "〔仅为估计值：要确定满足，需增加模拟次数〕".into(),
            ),
        };
        if found.whole_range {
            let from = self.changes_nothing_from().map(|from| {
                let from = self.show(Some(from));
                lang.pick(format!("; from {from} on nothing changes any more"), format!("；从{from}起不再有任何变化"))
            });
            let from = from.unwrap_or_default();
            return lang.pick(
                format!("the condition is met by estimate at every value from {low} to {high} {sure}{from}: --range looks farther"),
                format!("{low}至{high}之间的值都满足条件（估计值）{sure}{from}：可用 --range 扩大范围"),
            );
        }
        lang.pick(format!("{value} {sure}"), format!("{value}{sure}"))
    }

    /// Which condition the easiest value breaks.
    fn broken_at_the_easy_end(&self) -> String {
        let Some(first) = self.seen.first() else { return String::new() };
        let broken = self.lever.conditions.iter().filter_map(|(measure, limit)| {
            let observed = measure.observed(&first.rows);
            let holds = limit.judge(&observed, TAIL).by_estimate();
            (!holds).then(|| self.estimate(*measure, &observed))
        });
        let broken: Vec<String> = broken.collect();
        format!("{}{}", self.lang.pick(": ", "："), broken.join(self.lang.pick("; ", "；")))
    }

    fn estimate(&self, measure: Measure, observed: &Observed) -> String {
        let (value, range) = (measure.show(observed.value(), self.lang), measure.show_interval(observed, self.lang));
        format!("{} {value}{range}", measure.label(self.lang))
    }

    /// The first value from which on every replication is as at the hard end.
    fn changes_nothing_from(&self) -> Option<f64> {
        let last = self.seen.last()?;
        let same = |seen: &&Seen| same_rows(&seen.rows, &last.rows);
        let first = self.seen.iter().rev().take_while(same).last()?;
        (first.at != last.at).then_some(first.at)
    }

    fn file(&self) -> Option<&Seen> {
        self.seen.iter().find(|seen| Some(seen.at) == self.lever.of_file)
    }

    /// The measures that are shown of each value.
    fn shown(&self) -> impl Iterator<Item = Measure> {
        [Measure::Depletion, Measure::Lent, Measure::Gain, self.lever.last].into_iter()
    }

    fn table(&self) -> String {
        let lang = self.lang;
        let mut headings = vec![lang.pick(self.lever.column.0, self.lever.column.1).to_owned()];
        headings.extend(self.shown().map(|measure| screen::column(&measure.heading(lang), HEADING_COLUMNS)));
        if self.file().is_some() {
            headings.push(screen::column(lang.pick("gain less the file's", "增收较方案"), HEADING_COLUMNS));
        }
        let rows = self.seen.iter().map(|seen| self.row(seen)).collect();
        page::numbers(headings, rows, 0)
    }

    fn row(&self, seen: &Seen) -> Vec<String> {
        let mark = if self.found.value == Some(seen.at) { "→ " } else { "" };
        let mut row = vec![format!("{mark}{}", self.show(Some(seen.at)))];
        row.extend(self.shown().map(|measure| measure.figures(&measure.observed(&seen.rows), self.lang)));
        if let Some(file) = self.file() {
            row.push(difference(Measure::Gain, &file.rows, &seen.rows));
        }
        row
    }

    fn warnings(&self, lang: Lang) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.found.comes_back {
            warnings.push(lang.pick(
                "beyond a value that breaks the condition it is met again: those values are no answer (estimates waver, and what is not lent cannot be lost)".into(),
                "越过不满足条件的值之后又有满足的值：那些值不算答案（估计值会波动，不放贷也自然没有损失）".into(),
            ));
        }
        if let Some(needed) =
            self.replications_needed().filter(|_| self.found.value.is_some() && self.found.surely.is_none())
        {
            let needed = whole(needed as i64);
            warnings.push(lang.pick(
                format!("no value is surely safe at this number of replications: it takes at least {needed} without a single depletion, several times as many with some"),
                format!("按目前的模拟次数，没有哪个值能确认安全：即使一次都不耗尽也至少要模拟{needed}次，若有耗尽则需数倍于此"),
            ));
        }
        warnings
    }

    /// Replications from which a fund that never runs dry is surely as safe as is asked.
    fn replications_needed(&self) -> Option<u64> {
        let level = self.lever.conditions.iter().find_map(|(measure, limit)| match limit {
            Limit::AtMost(limit) if *measure == Measure::Depletion => Level::new(1.0 - limit),
            _ => None,
        });
        level.map(Level::values_needed)
    }

    pub fn json(&self) -> Value {
        let points = self.seen.iter().map(|seen| {
            let measures: serde_json::Map<String, Value> = Measure::ALL
                .into_iter()
                .map(|measure| {
                    let observed = measure.observed(&seen.rows);
                    let less = self.file().map(|file| effect(measure, &file.rows, &seen.rows));
                    let value = json!({
                        "estimate": observed.value(),
                        "interval": bounds_json(observed.bounds(TAIL)),
                        "less_file": less.and_then(|less| less.difference.mean),
                        "less_file_interval": bounds_json(less.and_then(|less| less.difference.interval)),
                    });
                    (measure.key().to_owned(), value)
                })
                .collect();
            json!({ "value": seen.at, "verdict": verdict_key(seen.verdict), "measures": measures })
        });
        let conditions = self.lever.conditions.iter().map(|(measure, limit)| condition_json(*measure, *limit));
        json!({
            "question": self.lever.question,
            "scenario": self.scenario.name,
            "seed": self.scenario.run.seed,
            "replications": self.scenario.run.replications,
            "lever": self.lever.label,
            "range": [self.lever.range.0, self.lever.range.1],
            "conditions": conditions.collect::<Vec<_>>(),
            "file": self.lever.of_file,
            "answer": {
                "value": self.found.value,
                "surely": self.found.surely,
                "fails": self.found.fails,
                "whole_range": self.found.whole_range,
                "comes_back": self.found.comes_back,
                "changes_nothing_from": self.changes_nothing_from(),
            },
            "points": points.collect::<Vec<_>>(),
            "warnings_en": self.warnings(Lang::En),
            "warnings_zh": self.warnings(Lang::Zh),
        })
    }

    pub fn csv(&self) -> Vec<Vec<String>> {
        let mut headings = vec![
            format!("{} {}", self.lever.label, self.lever.column.1),
            "verdict 是否满足".to_owned(),
            "replications 模拟次数".to_owned(),
        ];
        headings.extend(Measure::ALL.into_iter().flat_map(measure_headings));
        headings.extend(["gain less file's 增收较方案(元)", "low 下限(95%)", "high 上限(95%)"].map(str::to_owned));
        let mut rows = vec![headings];
        for seen in self.seen {
            let mut row =
                vec![trimmed_plain(seen.at), verdict_key(seen.verdict).to_owned(), seen.rows.len().to_string()];
            row.extend(Measure::ALL.into_iter().flat_map(|measure| measure_cells(measure, &seen.rows)));
            let less = self.file().map(|file| effect(Measure::Gain, &file.rows, &seen.rows).difference);
            let range = less.and_then(|less| less.interval);
            let ends = [less.and_then(|less| less.mean), range.map(|range| range.low), range.map(|range| range.high)];
            row.extend(ends.map(page::cell));
            rows.push(row);
        }
        rows
    }
}

fn same_rows(one: &[Row], other: &[Row]) -> bool {
    let same = |(a, b): (&f64, &f64)| a == b || (a.is_nan() && b.is_nan());
    one.iter().zip(other).all(|(one, other)| one.iter().zip(other).all(same))
}

/// A number for programs without the noise of binary fractions.
pub fn trimmed_plain(value: f64) -> String {
    // No lever is negative.
    trimmed(value).replace(',', "")
}
