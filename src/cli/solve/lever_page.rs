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
use crate::text::words::{common, csv, solve, solve_lever as words};
use crate::text::{Lang, Say, both, whole};

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
        let mut rows =
            vec![[words::condition(lang).into(), self.conditions()], [solve::answer(lang).into(), self.answer()]];
        if let Some(of_file) = self.lever.of_file {
            rows.push([words::the_file(lang).into(), (self.lever.show)(of_file, lang)]);
        }
        let heading = page::heading((self.lever.title)(lang), self.scenario, words::note(lang), lang);
        heading + &screen::pairs(rows) + &self.table() + &screen::notes(self.warnings(lang))
    }

    fn conditions(&self) -> String {
        let shown = self.lever.conditions.iter().map(|(measure, limit)| measure.show_limit(*limit, self.lang));
        shown.collect::<Vec<_>>().join(common::semicolon(self.lang))
    }

    fn show(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| (self.lever.show)(value, self.lang))
    }

    fn answer(&self) -> String {
        let (lang, found) = (self.lang, &self.found);
        let (low, high) = (self.show(Some(self.lever.range.0)), self.show(Some(self.lever.range.1)));
        if found.value.is_none() {
            let easiest = self.show(self.seen.first().map(|seen| seen.at));
            return words::none_between(lang, low, high, easiest, self.broken_at_the_easy_end());
        }
        let value = self.show(found.value);
        let (surely, fails) = (self.show(found.surely), self.show(found.fails));
        let sure = match (found.surely.is_some(), found.fails.is_some()) {
            (true, true) => words::surely_and_surely_not(lang, surely, fails),
            (true, false) => words::surely(lang, surely),
            (false, true) => words::surely_not(lang, fails),
            (false, false) => words::by_estimate(lang).to_owned(),
        };
        if found.whole_range {
            let from = self.changes_nothing_from().map(|from| words::nothing_changes(lang, self.show(Some(from))));
            return words::whole_range(lang, low, high, sure, from.unwrap_or_default());
        }
        words::value(lang, value, sure)
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
        words::broken(self.lang, broken.join(common::semicolon(self.lang)))
    }

    fn estimate(&self, measure: Measure, observed: &Observed) -> String {
        let (value, range) = (measure.show(observed.value(), self.lang), measure.show_interval(observed, self.lang));
        solve::measured(self.lang, measure.label(self.lang), value, range)
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
        let mut headings = vec![(self.lever.column)(lang).to_owned()];
        headings.extend(self.shown().map(|measure| screen::column(&measure.heading(lang), HEADING_COLUMNS)));
        if self.file().is_some() {
            headings.push(screen::column(words::head_gain_less(lang), HEADING_COLUMNS));
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
            warnings.push(words::comes_back(lang).to_owned());
        }
        if let Some(needed) =
            self.replications_needed().filter(|_| self.found.value.is_some() && self.found.surely.is_none())
        {
            warnings.push(words::none_surely_safe(lang, whole(needed as i64)));
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
            format!("{} {}", self.lever.label, (self.lever.column)(Lang::Zh)),
            both(solve::csv_satisfied),
            both(solve::csv_replications),
        ];
        headings.extend(Measure::ALL.into_iter().flat_map(measure_headings));
        headings.extend([words::csv_gain_less as Say, csv::low, csv::high].map(both));
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
