//! What the search of a mix prints and writes.

use serde_json::{Value, json};

use super::measure::{Measure, Row, trimmed};
use super::mixes::{Question, Searched};
use super::page::{self, bounds_json};
use super::written::{condition_json, difference, measure_cells, measure_headings, verdict_key};
use crate::cli::screen;
use crate::scenario::Scenario;
use crate::solve::{Finding, Verdict};
use crate::stats::CONFIDENCE;
use crate::text::words::{common, solve, solve_mix as words};
use crate::text::{Lang, Say, both, whole};

/// Mixes that are shown.
const SHOWN: usize = 12;

/// Columns of a heading.
const HEADING_COLUMNS: usize = 14;

/// The answer of a search.
pub struct Page<'a> {
    pub scenario: &'a Scenario,
    pub question: &'a Question,
    pub outcome: &'a Searched,
    pub finding: Finding,
    pub lang: Lang,
}

impl Page<'_> {
    fn mix(&self, index: usize) -> String {
        self.outcome.search.candidates[index].point.text()
    }

    fn rows_of(&self, index: usize) -> &[Row] {
        self.outcome.rows.get(index).map_or(&[], Vec::as_slice)
    }

    fn estimate(&self, measure: Measure, index: usize) -> String {
        let observed = measure.observed(self.rows_of(index));
        measure.show(observed.value(), self.lang) + &measure.show_interval(&observed, self.lang)
    }

    pub fn text(&self) -> String {
        let lang = self.lang;
        let mut text = page::heading(words::title(lang), self.scenario, words::note(lang), lang);
        text.push_str(&screen::pairs(vec![
            [words::objective(lang).into(), self.objective()],
            [words::conditions(lang).into(), self.conditions()],
            [solve::answer(lang).into(), self.answer()],
            [words::looked_at(lang).into(), self.looked_at()],
        ]));
        text.push_str(&self.table());
        if self.question.outreach_added {
            text.push_str(&screen::notes([words::outreach_added(lang)]));
        }
        text
    }

    fn objective(&self) -> String {
        let label = self.question.objective.label(self.lang);
        match self.question.maximise {
            true => words::largest(self.lang, label),
            false => words::smallest(self.lang, label),
        }
    }

    fn conditions(&self) -> String {
        let shown = self.question.conditions.iter().map(|(measure, limit)| measure.show_limit(*limit, self.lang));
        let shown: Vec<String> = shown.collect();
        if shown.is_empty() {
            words::no_condition(self.lang).to_owned()
        } else {
            shown.join(common::semicolon(self.lang))
        }
    }

    fn answer(&self) -> String {
        let lang = self.lang;
        let Some(leader) = self.finding.leader else { return self.no_answer() };
        let (mix, value) = (self.mix(leader), self.estimate(self.question.objective, leader));
        let mut text = if self.finding.is_best() {
            words::surely_best(lang, mix, value)
        } else if self.finding.tied.is_empty() {
            words::best_by_estimate(lang, mix, value)
        } else {
            words::best_but_tied(lang, mix, value, self.list(&self.finding.tied))
        };
        if !self.finding.surely_meets {
            text.push_str(words::not_surely_met(lang));
        }
        if !self.finding.perhaps.is_empty() {
            text.push_str(&words::perhaps_as_good(lang, self.list(&self.finding.perhaps)));
        }
        text
    }

    /// Up to six mixes by name.
    fn list(&self, indices: &[usize]) -> String {
        let mut names: Vec<String> = indices.iter().take(6).map(|index| self.mix(*index)).collect();
        if indices.len() > 6 {
            names.push(words::more(self.lang, indices.len() - 6));
        }
        names.join(common::comma(self.lang))
    }

    fn no_answer(&self) -> String {
        let lang = self.lang;
        if self.finding.perhaps.is_empty() {
            return words::none_surely(lang).to_owned();
        }
        words::none_by_estimate(lang, self.list(&self.finding.perhaps))
    }

    fn looked_at(&self) -> String {
        let lang = self.lang;
        let candidates = &self.outcome.search.candidates;
        let count = |chosen: &dyn Fn(usize) -> bool| (0..candidates.len()).filter(|index| chosen(*index)).count();
        let failed = count(&|index| candidates[index].verdict == Some(Verdict::Fails));
        let beaten = count(&|index| candidates[index].beaten_by.is_some());
        let simulated: usize = self.outcome.rows.iter().map(Vec::len).sum();
        let (all, simulated) = (candidates.len(), whole(simulated as i64));
        let step = trimmed(f64::from(self.outcome.finest_reached) / 10.0);
        words::counts(lang, all, step, simulated, failed, beaten)
    }

    /// Mixes that are shown: the leader, those tied, those in doubt, the file's, then the best of the others.
    fn shown(&self) -> Vec<usize> {
        let Finding { leader, tied, perhaps, .. } = &self.finding;
        let mut shown: Vec<usize> = leader.iter().chain(tied).chain(perhaps).copied().take(SHOWN - 1).collect();
        let mut others: Vec<usize> = (0..self.outcome.search.candidates.len()).collect();
        let mean = |index: &usize| self.outcome.search.candidates[*index].mean().unwrap_or(f64::NEG_INFINITY);
        let rank = |index: &usize| self.outcome.search.candidates[*index].verdict;
        others.sort_by(|a, b| rank(a).cmp(&rank(b)).then(mean(b).total_cmp(&mean(a))));
        for index in self.outcome.file.into_iter().chain(others) {
            if shown.len() < SHOWN && !shown.contains(&index) {
                shown.push(index);
            }
        }
        shown
    }

    /// The objective, then what the conditions are on, then outreach and risk, each once.
    fn columns(&self) -> Vec<Measure> {
        let asked = self.question.conditions.iter().map(|(measure, _)| *measure);
        let always = [Measure::Depletion, Measure::Lent];
        let mut columns = vec![self.question.objective];
        for measure in asked.chain(always) {
            if !columns.contains(&measure) {
                columns.push(measure);
            }
        }
        columns
    }

    fn standing(&self, index: usize) -> &'static str {
        let candidate = &self.outcome.search.candidates[index];
        let lang = self.lang;
        if self.finding.leader == Some(index) {
            words::is_leader(lang)
        } else if self.finding.tied.contains(&index) {
            words::is_tied(lang)
        } else if candidate.verdict == Some(Verdict::Fails) {
            words::is_out(lang)
        } else if candidate.verdict.is_some_and(|verdict| !verdict.by_estimate()) {
            words::is_out_by_estimate(lang)
        } else {
            words::is_worse(lang)
        }
    }

    fn table(&self) -> String {
        let lang = self.lang;
        let columns = self.columns();
        let mut headings = vec![words::head_mix(lang).to_owned(), words::head_replications(lang).to_owned()];
        headings.extend(columns.iter().map(|measure| screen::column(&measure.heading(lang), HEADING_COLUMNS)));
        headings.push(String::new());
        let row = |index: usize| {
            let mix = self.mix(index);
            let mix = if self.outcome.file == Some(index) { words::of_file(lang, mix) } else { mix };
            let mut row = vec![mix, whole(self.rows_of(index).len() as i64)];
            row.extend(columns.iter().map(|measure| measure.figures(&measure.observed(self.rows_of(index)), lang)));
            row.push(self.standing(index).to_owned());
            row
        };
        page::numbers(headings, self.shown().into_iter().map(row).collect(), 1) + &self.against_the_file()
    }

    /// The paired difference of the answer to the file's mix.
    fn against_the_file(&self) -> String {
        let lang = self.lang;
        let (Some(leader), Some(file)) = (self.finding.leader, self.outcome.file) else { return String::new() };
        if leader == file {
            return words::file_is_answer(lang).to_owned();
        }
        let n = self.rows_of(file).len().min(self.rows_of(leader).len());
        let objective = self.question.objective;
        let (baseline, alternative) = (&self.rows_of(file)[..n], &self.rows_of(leader)[..n]);
        let gained = match objective {
            Measure::Gain | Measure::Households => difference(objective, baseline, alternative),
            _ => return String::new(),
        };
        let label = objective.label(lang);
        words::less_file(lang, self.mix(leader), self.mix(file), label, gained)
    }

    pub fn json(&self) -> Value {
        let text = |indices: &[usize]| indices.iter().map(|index| self.mix(*index)).collect::<Vec<_>>();
        let candidates = self.outcome.search.candidates.iter().enumerate().map(|(index, candidate)| {
            let measures: serde_json::Map<String, Value> = Measure::ALL
                .into_iter()
                .map(|measure| {
                    let observed = measure.observed(self.rows_of(index));
                    let interval = bounds_json(observed.bounds(0.025));
                    (measure.key().to_owned(), json!({ "estimate": observed.value(), "interval": interval }))
                })
                .collect();
            json!({
                "mix": candidate.point.text(),
                "replications": self.rows_of(index).len(),
                "verdict": candidate.verdict.map(verdict_key),
                "beaten_by": candidate.beaten_by.map(|other| self.mix(other)),
                "measures": measures,
            })
        });
        let conditions = self.question.conditions.iter().map(|(measure, limit)| condition_json(*measure, *limit));
        json!({
            "question": "mix",
            "scenario": self.scenario.name,
            "seed": self.scenario.run.seed,
            "replications": self.scenario.run.replications,
            "objective": { "measure": self.question.objective.key(), "maximise": self.question.maximise },
            "conditions": conditions.collect::<Vec<_>>(),
            "outreach_added": self.question.outreach_added,
            "confidence": CONFIDENCE,
            "file": self.outcome.file.map(|index| self.mix(index)),
            "answer": {
                "mix": self.finding.leader.map(|leader| self.mix(leader)),
                "best": self.finding.is_best(),
                "surely_meets": self.finding.surely_meets,
                "tied": text(&self.finding.tied),
                "perhaps": text(&self.finding.perhaps),
            },
            "mixes": candidates.collect::<Vec<_>>(),
        })
    }

    pub fn csv(&self) -> Vec<Vec<String>> {
        let headings: [Say; 6] = [
            words::csv_self_directed,
            words::csv_pooled,
            words::csv_fixed_benefit,
            words::csv_satisfied,
            words::csv_beaten_by,
            solve::csv_replications,
        ];
        let mut headings = headings.map(both).to_vec();
        headings.extend(Measure::ALL.into_iter().flat_map(measure_headings));
        let mut rows = vec![headings];
        for (index, candidate) in self.outcome.search.candidates.iter().enumerate() {
            let mut row: Vec<String> =
                candidate.point.parts().map(|part| (f64::from(part) / 1000.0).to_string()).to_vec();
            row.push(candidate.verdict.map(verdict_key).unwrap_or_default().to_owned());
            row.push(candidate.beaten_by.map(|other| self.mix(other)).unwrap_or_default());
            row.push(self.rows_of(index).len().to_string());
            row.extend(Measure::ALL.into_iter().flat_map(|measure| measure_cells(measure, self.rows_of(index))));
            rows.push(row);
        }
        rows
    }
}
