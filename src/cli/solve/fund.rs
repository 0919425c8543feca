//! `lendmix solve fund`, planned lending held: one run gives the whole curve from fund to survival.

use serde_json::{Value, json};

use super::Task;
use super::measure::{in_percent, trimmed};
use super::page::{self, bounds_json, large, yuan, yuan_interval};
use crate::cli::{Outcome, answer, screen, study};
use crate::model::fund;
use crate::output::RunSummary;
use crate::scenario::{Override, Scenario};
use crate::solve::{Survival, levels_shown};
use crate::stats::{Interval, Level};
use crate::text::words::{solve, solve_fund as words};
use crate::text::{Lang, Say, both, interval, money, number, percent, whole};
use crate::units::Fen;

/// Points of the curve that are written, at most about this many (more in the tail).
const CURVE_POINTS: usize = 400;

/// Solves for the fund in the first month, its contributions included.
pub fn held(task: &Task<'_>, survive: Level) -> Outcome {
    let mut common = task.common()?;
    common.push(Override::set("policy.fund.planned_lending_held=true"));
    let scenario = task.load(&common)?;
    let county = scenario.county();
    let of_file = fund::opening(&county);
    let later: Fen = county.contributions[1..].iter().copied().sum();
    drop(county);
    let (mut done, folder) =
        study::simulate(vec![scenario], &study::Watched::default(), &task.wanted.study, task.lang)?;
    let survival = Survival::of(done.values.metric(0, "opening_fund_needed_yuan")?);
    let page = Page {
        scenario: &done.scenarios[0],
        summary: &done.summary,
        survival: &survival,
        survive,
        of_file: of_file.yuan(),
        later,
        lang: task.lang,
    };
    let (seen, json, text) = (page.csv(), page.json(), page.text());
    page::finish(task, (done, folder), &seen, json, &text)
}

struct Page<'a> {
    scenario: &'a Scenario,
    summary: &'a RunSummary,
    survival: &'a Survival,
    survive: Level,
    of_file: f64,
    later: Fen,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let lang = self.lang;
        let done = self.survival.n();
        let mut text = page::heading_after(words::title(lang), self.scenario, done, words::note(lang), lang);
        let rows = [
            Some([solve::answer(lang).into(), self.answer()]),
            Some([words::the_file(lang).into(), self.beside_the_file()]),
            self.last_per_cent().map(|cost| [words::last_per_cent(lang).into(), cost]),
            Some([words::lending(lang).into(), self.lending()]),
        ];
        text.push_str(&screen::pairs(rows.into_iter().flatten().collect()));
        text.push_str(&self.table());
        text + &screen::notes(self.warnings(lang))
    }

    fn level(&self) -> String {
        in_percent(self.survive.get())
    }

    /// One percentage point below the level asked for.
    fn one_less(&self) -> Option<Level> {
        // 0.99 − 0.01 is 0.98 to the last digit that is shown.
        Level::new(libm::round((self.survive.get() - 0.01) * 1e9) / 1e9)
    }

    fn months(&self) -> (String, String) {
        let run = &self.scenario.run;
        (run.start.to_string(), run.start.plus(run.months - 1).to_string())
    }

    fn answer(&self) -> String {
        let (lang, (start, end), level) = (self.lang, self.months(), self.level());
        let (fund, range) = (self.survival.fund(self.survive), self.survival.interval(self.survive));
        let shown = fund.map_or_else(|| "–".to_owned(), |fund| yuan(fund, lang));
        if range.is_none() {
            let (n, needed) = (whole(self.survival.n() as i64), self.survive.values_needed());
            return words::not_resolved(lang, n, level, needed, shown);
        }
        let range = yuan_interval(range, lang);
        words::survives(lang, shown, range, start, end, level)
    }

    /// What is needed beyond the file's fund; none where the sample does not resolve it.
    fn beyond(&self) -> Option<(f64, Interval)> {
        let range = self.survival.interval(self.survive)?;
        let range = Interval { low: range.low - self.of_file, high: range.high - self.of_file };
        Some((self.survival.fund(self.survive)? - self.of_file, range))
    }

    fn beside_the_file(&self) -> String {
        let lang = self.lang;
        let (start, _) = self.months();
        let survived = answer::share(&self.survival.at(self.of_file).survived.estimate());
        let (file, later) = (yuan(self.of_file, lang), money(self.later, lang));
        let mut text = words::of_file(lang, file, start, survived, later);
        if let Some((extra, range)) = self.beyond() {
            let range = yuan_interval(Some(range), lang);
            let size = yuan(extra.abs(), lang);
            text.push_str(&if extra > 0.0 {
                let initial = libm::ceil(self.scenario.policy.start.fund.initial.yuan() + extra);
                words::more_needed(lang, size, range, initial)
            } else {
                words::less_would_do(lang, size, range)
            });
        }
        text
    }

    fn last_per_cent(&self) -> Option<String> {
        let lang = self.lang;
        let gap = self.one_less().and_then(|less| Some((less, self.survival.cost(less, self.survive)?)));
        let (less, gap) = gap.filter(|(_, gap)| gap.interval.is_some())?;
        let from = in_percent(less.get());
        let (cost, range, level) = (yuan(gap.difference, lang), yuan_interval(gap.interval, lang), self.level());
        Some(words::costs(lang, from, level, cost, range))
    }

    fn lending(&self) -> String {
        let lang = self.lang;
        let scenario = &self.summary.scenarios[0];
        let mean = |id| scenario.metric(id).and_then(|metric| metric.estimate.mean);
        let lent = mean("lent_yuan").map_or_else(|| "–".to_owned(), |lent| yuan(lent, lang));
        let part = mean("lent_yuan").zip(mean("lending_plan_yuan").filter(|plan| *plan > 0.0));
        let part = part.map_or_else(|| "–".to_owned(), |(lent, plan)| percent(lent / plan, 1));
        let gain = scenario.metric("gain_per_capita_yuan").map(|metric| metric.estimate);
        let shown = gain.and_then(|gain| gain.mean).map_or_else(|| "–".to_owned(), |mean| number(mean, 0));
        let range = gain.and_then(|gain| gain.interval).map(|range| interval(range.low, range.high, 0));
        let range = range.unwrap_or_default();
        words::lends(lang, lent, part, shown, range)
    }

    fn table(&self) -> String {
        let lang = self.lang;
        let (start, _) = self.months();
        let headings = vec![
            words::head_survives(lang).into(),
            words::head_fund(lang, start),
            words::head_interval(lang).into(),
            words::head_beyond(lang).into(),
        ];
        let levels = levels_shown(self.survive);
        let rows = levels.into_iter().map(|level| {
            let needed = level.values_needed();
            let range = match self.survival.interval(level) {
                None => words::needs(lang, whole(needed as i64)),
                range => yuan_interval(range, lang),
            };
            // Beyond what the sample resolves the largest value is no estimate.
            let fund = self.survival.fund(level).filter(|_| self.survival.n() >= needed);
            let beyond = large(fund.map(|fund| fund - self.of_file), lang);
            vec![in_percent(level.get()), large(fund, lang), range, beyond]
        });
        page::numbers(headings, rows.collect(), 1)
    }

    fn warnings(&self, lang: Lang) -> Vec<String> {
        let mut warnings = vec![solve::other_definitions(lang).to_owned()];
        if let Some(cap) = self.scenario.policy.start.fund.leverage_max {
            warnings.push(words::cap_does_not_hold(lang, trimmed(cap)));
        }
        if self.scenario.policy.any(|policy| policy.contracts.organisations.exposure_max_fund_share.is_some()) {
            warnings.push(words::exposure_by_file(lang).to_owned());
        }
        warnings
    }

    fn json(&self) -> Value {
        let at = |level: Level| {
            json!({
                "survival": level.get(),
                "fund_yuan": self.survival.fund(level),
                "interval_yuan": bounds_json(self.survival.interval(level)),
                "beyond_file_yuan": self.survival.fund(level).map(|fund| fund - self.of_file),
                "replications_needed": level.values_needed(),
                "resolved": self.survival.interval(level).is_some(),
            })
        };
        let of_file = self.survival.at(self.of_file).survived.estimate();
        let less = self.one_less();
        let gap = less.and_then(|less| self.survival.cost(less, self.survive));
        let (start, end) = self.months();
        json!({
            "question": "fund",
            "lending": "held",
            "scenario": self.scenario.name,
            "first_month": start,
            "last_month": end,
            "seed": self.scenario.run.seed,
            "replications": self.survival.n(),
            "answer": at(self.survive),
            "file": { "fund_yuan": self.of_file, "later_contributions_yuan": self.later.yuan(), "survival": of_file },
            "last_per_cent": {
                "from": less.map(Level::get),
                "to": self.survive.get(),
                "cost_yuan": gap.map(|gap| gap.difference),
                "interval_yuan": bounds_json(gap.and_then(|gap| gap.interval)),
            },
            "levels": levels_shown(self.survive).into_iter().map(at).collect::<Vec<_>>(),
            "warnings_en": self.warnings(Lang::En),
            "warnings_zh": self.warnings(Lang::Zh),
        })
    }

    /// The curve; the file's own fund is among its points.
    fn csv(&self) -> Vec<Vec<String>> {
        let headings: [Say; 9] = [
            words::csv_fund,
            words::csv_beyond,
            words::csv_survived,
            solve::csv_replications,
            words::csv_survival,
            words::csv_wilson_low,
            words::csv_wilson_high,
            words::csv_exact_low,
            words::csv_exact_high,
        ];
        let mut rows = vec![headings.map(both).to_vec()];
        let mut curve = self.survival.curve(CURVE_POINTS);
        if curve.iter().all(|point| point.fund != self.of_file) {
            curve.push(self.survival.at(self.of_file));
            curve.sort_by(|a, b| a.fund.total_cmp(&b.fund));
        }
        for point in curve {
            let survived = point.survived;
            let (wilson, exact) = (survived.wilson(), survived.clopper_pearson());
            let share = survived.share();
            let numbers = [Some(point.fund), Some(point.fund - self.of_file), Some(survived.k as f64)];
            let rest = [Some(survived.n as f64), share, wilson.map(|w| w.low), wilson.map(|w| w.high)];
            let exact = [exact.map(|e| e.low), exact.map(|e| e.high)];
            rows.push(numbers.into_iter().chain(rest).chain(exact).map(page::cell).collect());
        }
        rows
    }
}
