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
use crate::text::{Lang, whole};

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
        let note = lang.pick(
            "mixes are self-directed/pooled/fixed benefit in per cent; brackets are 95% intervals",
            "结构依次为自主/统还/固定受益（%）；方括号内为95%置信区间",
        );
        let mut text = page::heading(lang.pick("Best mix of modes", "最佳模式结构"), self.scenario, note, lang);
        text.push_str(&screen::pairs(vec![
            [lang.pick("Objective", "目标").into(), self.objective()],
            [lang.pick("Conditions", "条件").into(), self.conditions()],
            [lang.pick("Answer", "答案").into(), self.answer()],
            [lang.pick("Looked at", "搜索范围").into(), self.looked_at()],
        ]));
        text.push_str(&self.table());
        if self.question.outreach_added {
            text.push_str(&screen::notes([lang.pick(
                "lent ≥ 95% of plan was added: without it the best is not to lend. Name lent or households to change it",
                "已自动加上“放贷不低于计划的95%”：否则不放贷就能赢。要改变它，请在条件中写明 lent 或 households",
            )]));
        }
        text
    }

    fn objective(&self) -> String {
        let label = self.question.objective.label(self.lang);
        match self.question.maximise {
            true => self.lang.pick(format!("largest {label}"), format!("{label}最大")),
            false => self.lang.pick(format!("smallest {label}"), format!("{label}最小")),
        }
    }

    fn conditions(&self) -> String {
        let shown = self.question.conditions.iter().map(|(measure, limit)| measure.show_limit(*limit, self.lang));
        let shown: Vec<String> = shown.collect();
        if shown.is_empty() {
            self.lang.pick("none", "无").to_owned()
        } else {
            shown.join(self.lang.pick("; ", "；"))
        }
    }

    fn answer(&self) -> String {
        let lang = self.lang;
        let Some(leader) = self.finding.leader else { return self.no_answer() };
        let (mix, value) = (self.mix(leader), self.estimate(self.question.objective, leader));
        let mut text = if self.finding.is_best() {
            lang.pick(
                format!("{mix} is the best: {value}; surely so at 95% confidence"),
                format!("{mix}最佳：{value}；在95%置信度下可以确定"),
            )
        } else if self.finding.tied.is_empty() {
            lang.pick(format!("{mix} is the best by estimate: {value}"), format!("{mix}的估计值最佳：{value}"))
        } else {
            let tied = self.list(&self.finding.tied);
            lang.pick(
                format!("{mix} is best by estimate, {value}, tied with {tied} at 95% confidence"),
                format!("{mix}的估计值最佳：{value}，但在95%置信度下与{tied}不分高下"),
            )
        };
        if !self.finding.surely_meets {
            text.push_str(lang.pick(
                "\nwhether it meets the conditions is not certain at this number of replications",
                "\n按目前的模拟次数，尚不能确定它满足条件",
            ));
        }
        if !self.finding.perhaps.is_empty() {
            let perhaps = self.list(&self.finding.perhaps);
            text.push_str(&lang.pick(
                format!("\nmay be as good, but break a condition by estimate: {perhaps}"),
                format!("\n可能同样好、但按估计值不满足条件：{perhaps}"),
            ));
        }
        text
    }

    /// Up to six mixes by name.
    fn list(&self, indices: &[usize]) -> String {
        let mut names: Vec<String> = indices.iter().take(6).map(|index| self.mix(*index)).collect();
        if indices.len() > 6 {
            let more = indices.len() - 6;
            names.push(self.lang.pick(format!("{more} more"), format!("另外{more}个")));
        }
        names.join(self.lang.pick(", ", "、"))
    }

    fn no_answer(&self) -> String {
        let lang = self.lang;
        if self.finding.perhaps.is_empty() {
            return lang.pick(
                "no mix meets the conditions: each of those looked at surely breaks one".into(),
                "没有哪种结构满足条件：所看的每一种都确定不满足其中之一".into(),
            );
        }
        let perhaps = self.list(&self.finding.perhaps);
        lang.pick(
            format!("no mix meets the conditions by estimate; not certain for {perhaps}"),
            format!("按估计值没有哪种结构满足条件；尚不能排除：{perhaps}"),
        )
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
        lang.pick(
            format!("{all} mixes down to steps of {step}%, {simulated} replications in all: {failed} surely break a condition, {beaten} are surely beaten by a mix that surely meets all"),
            format!("{all}种结构，最小步长{step}%，共模拟{simulated}次：{failed}种确定不满足条件，{beaten}种确定不如某个确定满足条件的结构"),
        )
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
            lang.pick("best by estimate", "估计最佳")
        } else if self.finding.tied.contains(&index) {
            lang.pick("tied", "不分高下")
        } else if candidate.verdict == Some(Verdict::Fails) {
            lang.pick("breaks a condition", "不满足条件")
        } else if candidate.verdict.is_some_and(|verdict| !verdict.by_estimate()) {
            lang.pick("breaks one by estimate", "估计不满足条件")
        } else {
            lang.pick("worse", "较差")
        }
    }

    fn table(&self) -> String {
        let lang = self.lang;
        let columns = self.columns();
        let mut headings = vec![lang.pick("mix", "结构").to_owned(), lang.pick("replications", "模拟次数").to_owned()];
        headings.extend(columns.iter().map(|measure| screen::column(&measure.heading(lang), HEADING_COLUMNS)));
        headings.push(String::new());
        let row = |index: usize| {
            let today = if self.outcome.file == Some(index) { lang.pick(" (file)", "（方案）") } else { "" };
            let mut row = vec![self.mix(index) + today, whole(self.rows_of(index).len() as i64)];
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
            return lang.pick("The file's own mix is the answer.\n", "方案现有结构即为答案。\n").to_owned();
        }
        let n = self.rows_of(file).len().min(self.rows_of(leader).len());
        let objective = self.question.objective;
        let (baseline, alternative) = (&self.rows_of(file)[..n], &self.rows_of(leader)[..n]);
        let gained = match objective {
            Measure::Gain | Measure::Households => difference(objective, baseline, alternative),
            _ => return String::new(),
        };
        let label = objective.label(lang);
        lang.pick(
            format!("{} less the file's {}, paired: {label} {gained}\n", self.mix(leader), self.mix(file)),
            format!("{}与方案的{}逐次相减：{label} {gained}\n", self.mix(leader), self.mix(file)),
        )
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
        let shares = ["self_directed 自主贷款", "pooled 分贷统用统还", "fixed_benefit 固定受益"];
        let mut headings: Vec<String> = shares.map(str::to_owned).to_vec();
        headings.extend(["verdict 是否满足条件", "beaten by 不如", "replications 模拟次数"].map(str::to_owned));
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
