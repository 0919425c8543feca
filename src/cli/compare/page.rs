//! What a comparison prints, on one screen: levels and a table for each scenario if they are few, else a row for each.

use std::path::Path;

use super::cells::{Figures, legend, mark};
use super::names::Names;
use crate::cli::answer::beside;
use crate::cli::failure::Failure;
use crate::cli::{inline, screen, warnings};
use crate::output::{EffectSummary, Manifest, RunSummary, ScenarioSummary, Verdict};
use crate::report::Reading;
use crate::scenario::Scenario;
use crate::stats::Estimate;
use crate::text::words::compare as words;
use crate::text::{Lang, number, whole};

/// Scenarios beside the baseline up to which each has a table of its own.
pub const FEW: usize = 3;

/// Columns that the name of a scenario may take at the head of a table, and before its row.
const NAME_ABOVE: usize = 24;
const NAMES_BEFORE: [usize; 2] = [18, 14];

/// Columns of the drawn intervals.
const MOST_CHART: usize = 21;
const LEAST_CHART: usize = 11;

/// Saving above which how large it is says nothing more.
const LARGE_SAVING: f64 = 1000.0;

/// A comparison to print.
pub struct Page<'a> {
    /// The scenarios.
    pub scenarios: &'a [Scenario],
    /// Their summary.
    pub summary: &'a RunSummary,
    /// What the numbers come to, by the report.
    pub reading: &'a Reading,
    /// Index of the baseline.
    pub baseline: usize,
    /// Metrics that are shown and judged.
    pub headline: &'a [String],
    /// Whether small charts stand beside the numbers.
    pub charts: bool,
    /// Language.
    pub lang: Lang,
}

impl Page<'_> {
    /// The page as text.
    pub fn text(&self) -> String {
        let few = self.summary.comparisons.len() <= FEW;
        let tables = if few { self.levels() + &self.differences() } else { self.rows() };
        // What the comparison comes to; what the fund does stands in the numbers.
        let reading = screen::sentences(self.reading.get(self.lang).get(..1).unwrap_or_default());
        format!("{}{reading}{tables}{}", self.heading(), self.notes(few))
    }

    /// The answer for machines.
    pub fn json(&self, manifest: &Manifest, folder: &Path) -> Result<String, Failure> {
        let answer = serde_json::json!({
            "folder": folder.to_string_lossy(),
            "complete": manifest.complete,
            "seconds": manifest.seconds,
            "reading_en": self.reading.en,
            "reading_zh": self.reading.zh,
            "baseline": self.base().name,
            "headline": self.headline,
            "comparisons_judged_together": self.judged(),
            "warnings_en": self.warnings(Lang::En),
            "warnings_zh": self.warnings(Lang::Zh),
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

    /// The baseline, then the others.
    fn names(&self, most: usize) -> Names {
        Names::of(std::iter::once(self.base()).chain(self.others()).map(|one| one.name.as_str()), most)
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
        let heading = format!(
            "{}\n{}",
            words::baseline(self.lang, &base.name, title),
            words::facts(self.lang, run.start, end, count, run.seed)
        );
        screen::wrapped(&heading, "") + "\n\n"
    }

    fn figures<'s>(&self, id: &'s str) -> Figures<'s> {
        Figures::of(id, self.base(), self.lang)
    }

    /// The values of all scenarios side by side.
    fn levels(&self) -> String {
        let names = self.names(NAME_ABOVE);
        let mut table = screen::table();
        table.set_header(std::iter::once(String::new()).chain(names.shown().iter().cloned()));
        for id in self.headline {
            let figures = self.figures(id);
            let cells = std::iter::once(self.base()).chain(self.others()).map(|one| figures.level(one));
            table.add_row(std::iter::once(figures.heading(self.base())).chain(cells));
        }
        format!("{}\n{}{}\n", screen::aligned(table, 1), names.key(self.lang), self.titles())
    }

    /// What the scenarios are called, where that tells them from the baseline.
    fn titles(&self) -> String {
        let title = |one: &ScenarioSummary| self.lang.pick(&one.title_en, &one.title_zh).clone();
        let base = title(self.base());
        let told = self.others().filter(|other| ![String::new(), base.clone()].contains(&title(other)));
        told.map(|other| screen::wrapped(&words::title_of(self.lang, &other.name, title(other)), "  ") + "\n").collect()
    }

    /// A table for each scenario; with the intervals drawn where there is room in all of them.
    fn differences(&self) -> String {
        let tables: Vec<(Vec<Vec<String>>, Vec<&EffectSummary>)> =
            self.others().map(|other| self.table(other.name.as_str())).collect();
        let scale = self.room().map(inline::Scale::around_zero);
        let written = tables.into_iter().map(|(mut rows, effects)| {
            if let Some(scale) = &scale {
                rows[0].push(scale.heading());
                for (row, effect) in rows[1..].iter_mut().zip(effects) {
                    row.push(scale.interval(drawn(effect), self.farthest(&effect.id)));
                }
            }
            tabled(&rows) + "\n\n"
        });
        written.collect()
    }

    /// Columns beside the widest table of differences that the drawn intervals may take; none where there are none.
    fn room(&self) -> Option<usize> {
        let few = self.summary.comparisons.len() <= FEW;
        let width = |other: &ScenarioSummary| screen::width(&tabled(&self.table(&other.name).0));
        let widest = self.others().map(width).max().filter(|_| few && self.charts)?;
        let room = screen::WIDTH.saturating_sub(widest + screen::BETWEEN).min(MOST_CHART);
        (room >= LEAST_CHART).then_some(room)
    }

    /// What one scenario is less the baseline, in rows below a heading.
    fn table(&self, name: &str) -> (Vec<Vec<String>>, Vec<&EffectSummary>) {
        let lang = self.lang;
        let mut rows = vec![vec![
            screen::column(name, NAME_ABOVE),
            words::head_difference(lang).to_owned(),
            words::head_better(lang).to_owned(),
            words::head_pairing(lang).to_owned(),
            words::head_verdict(lang).to_owned(),
        ]];
        let mut effects = Vec::new();
        for id in self.headline {
            let figures = self.figures(id);
            let Some(effect) = figures.effect(self.summary, name) else { continue };
            rows.push(vec![
                figures.heading_of_difference(self.base()),
                figures.difference(effect),
                self.better(effect),
                saving(effect),
                effect.verdict.words(lang).to_owned(),
            ]);
            effects.push(effect);
        }
        (rows, effects)
    }

    /// The end farthest from zero of all drawn intervals of a metric.
    fn farthest(&self, id: &str) -> f64 {
        let effects = self.summary.comparisons.iter().filter_map(|comparison| comparison.effect(id));
        let ranges = effects.filter_map(|effect| drawn(effect)?.interval);
        ranges.map(|range| range.low.abs().max(range.high.abs())).fold(0.0, f64::max)
    }

    /// The share of replications in which the scenario is better, in per cent with its interval.
    fn better(&self, effect: &EffectSummary) -> String {
        let Some(better) = effect.share_better else { return "–".to_owned() };
        let share = better.share.map_or_else(|| "–".to_owned(), |share| number(100.0 * share, 0));
        share + &beside(better.interval, 0.01, 0)
    }

    /// The baseline's values, then the difference of each scenario in a row; metrics that do not fit side by side follow
    /// below.
    fn rows(&self) -> String {
        let columns: Vec<Vec<String>> = self.headline.iter().map(|id| self.column(id)).collect();
        let widths: Vec<usize> =
            columns.iter().map(|cells| cells.iter().map(|cell| screen::width(cell)).max().unwrap_or(0)).collect();
        let beside = |most: usize| {
            let names = self.names(most);
            let first = names.shown().iter().map(|name| screen::width(name)).max().unwrap_or(0);
            (screen::side_by_side(first, &widths), names)
        };
        // Shorter names rather than a second table.
        let tried = NAMES_BEFORE.map(beside);
        let fewest = tried.into_iter().min_by_key(|(runs, _)| runs.len());
        let Some((runs, names)) = fewest else { return String::new() };
        let mut text = String::new();
        for run in runs {
            let mut table = screen::table();
            let heading = words::head_scenario(self.lang);
            for (row, name) in std::iter::once(heading).chain(names.shown().iter().map(String::as_str)).enumerate() {
                let cells = columns[run.clone()].iter().map(|cells| cells[row].clone());
                let cells = std::iter::once(name.to_owned()).chain(cells);
                if row == 0 {
                    table.set_header(cells)
                } else {
                    table.add_row(cells)
                };
            }
            text.push_str(&(screen::aligned(table, 1) + "\n\n"));
        }
        text + &names.key(self.lang)
    }

    /// A metric in rows: heading, the baseline's value, the interval of each difference with its verdict.
    fn column(&self, id: &str) -> Vec<String> {
        let figures = self.figures(id);
        let cell = |other: &ScenarioSummary| match figures.effect(self.summary, &other.name) {
            Some(effect) => {
                let range = figures.interval(effect.effect.difference.interval);
                format!("{range} {}", mark(effect.verdict, self.lang)).trim_start().to_owned()
            }
            None => String::new(),
        };
        let mut cells = vec![figures.estimate(self.base()).replacen(' ', "\n", 1)];
        cells.extend(self.others().map(cell));
        let width = cells.iter().map(|cell| screen::width(cell)).max().unwrap_or(0);
        cells.insert(0, figures.heading_within(self.base(), width));
        cells
    }

    fn notes(&self, few: bool) -> String {
        let mut notes = self.warnings(self.lang);
        let (judged, n) = (self.judged(), whole(i64::from(self.summary.replications)));
        notes.push(match few {
            true => words::note_few(self.lang).to_owned(),
            false => words::note_rows(self.lang, legend(self.lang)),
        });
        notes.extend(self.room().map(|_| words::note_charts(self.lang).to_owned()));
        notes.push(words::judged(self.lang, judged, n));
        screen::notes(notes)
    }

    /// What would make a reader misread the comparison.
    fn warnings(&self, lang: Lang) -> Vec<String> {
        let all = self.scenarios.iter().zip(&self.summary.scenarios);
        let short: Vec<&str> = all
            .filter(|(scenario, summary)| warnings::runs_out(scenario, summary))
            .map(|(_, summary)| summary.name.as_str())
            .collect();
        warnings::run_out(&short, self.scenarios.len(), lang).into_iter().collect()
    }
}

/// The difference that is drawn: none where nothing can be compared or nothing differs.
fn drawn(effect: &EffectSummary) -> Option<&Estimate> {
    let differs = !matches!(effect.verdict, Verdict::Same | Verdict::NotComparable);
    differs.then_some(&effect.effect.difference)
}

/// Rows under a heading, the first column words.
fn tabled(rows: &[Vec<String>]) -> String {
    let mut table = screen::table();
    table.set_header(&rows[0]);
    table.add_rows(&rows[1..]);
    screen::aligned(table, 1)
}

/// What pairing saves, with its interval.
fn saving(effect: &EffectSummary) -> String {
    let (ratio, range) = (effect.effect.variance_ratio, effect.effect.variance_ratio_interval);
    if range.is_some_and(|range| range.low > LARGE_SAVING) {
        return format!("> ×{}", number(LARGE_SAVING, 0));
    }
    let decimals = usize::from(ratio.is_some_and(|ratio| ratio < 100.0));
    let shown = ratio.map_or_else(|| "–".to_owned(), |ratio| format!("×{}", number(ratio, decimals)));
    shown + &beside(range, 1.0, decimals)
}
