//! What a comparison prints, on one screen: a table for each scenario if they are few, else one row for each.

use std::path::Path;

use comfy_table::{CellAlignment, Table, presets::NOTHING};

use super::cells::{Figures, short_verdict, verdict};
use crate::cli::failure::Failure;
use crate::output::{Manifest, RunSummary, ScenarioSummary};
use crate::scenario::Scenario;
use crate::text::{Lang, number, percent, whole};

/// Scenarios beside the baseline up to which each has a table of its own.
const FEW: usize = 3;

/// Metrics that a row for each scenario has room for, in their order of importance.
const NARROW: [&str; 6] =
    ["depleted", "gain_per_capita_yuan", "recovery_rate", "households_borrowing", "lent_yuan", "public_cost_yuan"];

/// A comparison to print.
pub struct Page<'a> {
    /// The scenarios.
    pub scenarios: &'a [Scenario],
    /// Their summary.
    pub summary: &'a RunSummary,
    /// Index of the baseline.
    pub baseline: usize,
    /// Metrics that are shown and judged.
    pub headline: &'a [String],
    /// Language.
    pub lang: Lang,
}

impl Page<'_> {
    /// The page as text.
    pub fn text(&self) -> String {
        let others = self.summary.comparisons.len();
        let tables = if others <= FEW { self.tables() } else { self.rows() };
        format!("{}{tables}{}", self.heading(), self.notes(others > FEW))
    }

    /// The answer for machines.
    pub fn json(&self, manifest: &Manifest, folder: &Path) -> Result<String, Failure> {
        let answer = serde_json::json!({
            "folder": folder.to_string_lossy(),
            "complete": manifest.complete,
            "seconds": manifest.seconds,
            "baseline": self.base().name,
            "headline": self.headline,
            "comparisons_judged_together": self.judged(),
            "comparisons": self.summary.comparisons,
            "summary": self.summary,
        });
        let text = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))?;
        Ok(text + "\n")
    }

    fn base(&self) -> &ScenarioSummary {
        &self.summary.scenarios[self.baseline]
    }

    fn others(&self) -> impl Iterator<Item = &ScenarioSummary> {
        self.summary.scenarios.iter().enumerate().filter(|(index, _)| *index != self.baseline).map(|(_, other)| other)
    }

    /// Headline comparisons that could be tested.
    fn judged(&self) -> usize {
        let effects = self.summary.comparisons.iter().flat_map(|comparison| &comparison.effects);
        effects.filter(|effect| effect.p_holm.is_some() && effect.headline).count()
    }

    fn heading(&self) -> String {
        let run = &self.scenarios[self.baseline].run;
        let (base, count) = (self.base(), whole(i64::from(self.summary.replications)));
        let end = run.start.plus(run.months - 1);
        let title = self.lang.pick(&base.title_en, &base.title_zh);
        self.lang.pick(
            format!(
                "Baseline {}: {title}\n{} to {end}, {count} replications, seed {}; differences are scenario less baseline on the same luck,\nbrackets are 95% intervals\n\n",
                base.name, run.start, run.seed
            ),
            format!(
                "基准方案 {}：{title}\n{} 至 {end}，模拟 {count} 次，种子 {}；差值为方案减基准，各方案所遇随机因素相同，\n方括号内为95%置信区间\n\n",
                base.name, run.start, run.seed
            ),
        )
    }

    fn figures<'s>(&self, id: &'s str) -> Figures<'s> {
        Figures::of(id, self.base(), self.lang)
    }

    fn tables(&self) -> String {
        self.others().map(|other| self.table(other) + "\n\n").collect()
    }

    /// One scenario against the baseline.
    fn table(&self, other: &ScenarioSummary) -> String {
        let mut table = plain();
        let name = other.name.as_str();
        table.set_header(self.lang.pick(
            [name, "baseline", "scenario", "difference", "better in", "pairing", "verdict"],
            [name, "基准", "方案", "差值", "较优比例", "配对节省", "结论"],
        ));
        for id in self.headline {
            let figures = self.figures(id);
            let Some(effect) = figures.effect(self.summary, name) else { continue };
            let mean = |summary: &ScenarioSummary| summary.metric(id).and_then(|metric| metric.estimate.mean);
            let better = effect.share_better.and_then(|better| better.share);
            table.add_row([
                figures.heading(other),
                figures.value(mean(self.base())),
                figures.value(mean(other)),
                figures.difference(effect),
                better.map_or_else(|| "–".to_owned(), |share| percent(share, 0)),
                effect.effect.variance_ratio.map_or_else(|| "–".to_owned(), |ratio| format!("×{}", number(ratio, 1))),
                verdict(effect.verdict, self.lang).to_owned(),
            ]);
        }
        right_aligned(table, 1..6)
    }

    /// The baseline's values, then the difference of each scenario in a row.
    fn rows(&self) -> String {
        let shown: Vec<&str> = match self.headline.iter().any(|id| NARROW.contains(&id.as_str())) {
            true => NARROW.into_iter().filter(|id| self.headline.iter().any(|one| one == id)).collect(),
            false => self.headline.iter().map(String::as_str).take(NARROW.len()).collect(),
        };
        let figures: Vec<Figures<'_>> = shown.iter().map(|id| self.figures(id)).collect();
        let mut table = plain();
        let first = self.lang.pick("scenario", "方案").to_owned();
        table.set_header(
            std::iter::once(first).chain(figures.iter().map(|f| f.heading(self.base()).replace(", ", "\n"))),
        );
        let base = figures.iter().map(|figures| figures.estimate(self.base()));
        table.add_row(std::iter::once(self.base().name.clone()).chain(base));
        for other in self.others() {
            let cell = |figures: &Figures<'_>| match figures.effect(self.summary, &other.name) {
                Some(effect) => {
                    let range = figures.interval(effect.effect.difference.interval);
                    format!("{range} {}", short_verdict(effect.verdict, self.lang))
                }
                None => String::new(),
            };
            table.add_row(std::iter::once(other.name.clone()).chain(figures.iter().map(cell)));
        }
        right_aligned(table, 1..shown.len() + 1) + "\n\n"
    }

    fn notes(&self, in_rows: bool) -> String {
        let judged = self.judged();
        let mut notes = Vec::new();
        if in_rows {
            notes.push(self.lang.pick(
                "first row: values; other rows: interval of the difference. ≈ not distinguishable, = the same in every replication. More metrics in comparison.csv".to_owned(),
                "首行为基准的数值，其余各行为差值的区间。≈ 分不出差别，= 每次模拟都相同。更多指标见 comparison.csv".to_owned(),
            ));
        } else {
            notes.push(
                self.lang.pick(
                    "pairing: so many times more replications would be needed if each scenario had luck of its own"
                        .to_owned(),
                    "配对节省：若各方案各自随机，需要这么多倍的模拟次数才能同样精确".to_owned(),
                ),
            );
        }
        let n = whole(i64::from(self.summary.replications));
        notes.push(self.lang.pick(
            format!("{judged} comparisons are judged together at 95% (Holm): an interval may leave out zero and not be enough; “not distinguishable” means at {n} replications"),
            format!("共 {judged} 项比较一并判断（Holm 校正，整体95%）：单个区间不含零也可能不足以下结论；“分不出差别”指模拟 {n} 次时"),
        ));
        notes.into_iter().map(|note| format!("! {note}\n")).collect()
    }
}

fn plain() -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table
}

fn right_aligned(mut table: Table, columns: std::ops::Range<usize>) -> String {
    for (index, column) in table.column_iter_mut().enumerate() {
        if columns.contains(&index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}
