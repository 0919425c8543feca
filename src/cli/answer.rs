//! What a run prints: the three numbers with their intervals, reach, cost and the warnings that matter, on one screen.

use std::path::Path;

use comfy_table::{CellAlignment, Table};

use crate::metrics::REPLICATION_COLUMNS;
use crate::output::{Manifest, MetricSummary, RunSummary, ScenarioSummary, names};
use crate::report::{FEW_DEPLETIONS, Reading};
use crate::scenario::Scenario;
use crate::stats::{Interval, RatioEstimate, ShareEstimate};
use crate::text::words::answer as words;
use crate::text::words::{common, terminal};
use crate::text::{Lang, Say, interval, money, number, percent, percent_interval, whole};
use crate::units::Fen;

use super::failure::Failure;
use super::{inline, screen, warnings, watch};

/// Characters of the longest bar.
const BAR: usize = 10;

/// The answer of every scenario.
pub fn pages<'a>(scenarios: &'a [Scenario], summary: &'a RunSummary, lang: Lang) -> Vec<Page<'a>> {
    let all = scenarios.iter().zip(&summary.scenarios);
    all.map(|(scenario, summarised)| Page { scenario, summary: summarised, replications: summary.replications, lang })
        .collect()
}

/// The answer of every scenario as text, with small charts between its words if the reader's terminal shows them. Above
/// the numbers stands what they come to, by the report.
pub fn text(pages: &[Page<'_>], reading: &[String], charts: bool) -> String {
    match pages {
        [page] => page.heading() + &screen::sentences(reading) + &page.body(charts),
        pages => {
            let texts: Vec<String> = pages.iter().map(|page| page.heading() + &page.body(charts)).collect();
            // What the comparison comes to; what each fund does stands in its page.
            screen::sentences(reading.get(..1).unwrap_or_default()) + &texts.join("\n")
        }
    }
}

/// The answer for machines: what is printed, the whole summary, and where it stands.
pub fn json(
    pages: &[Page<'_>],
    reading: &Reading,
    summary: &RunSummary,
    manifest: &Manifest,
    folder: &Path,
) -> Result<String, Failure> {
    let answer = serde_json::json!({
        "folder": folder.to_string_lossy(),
        "complete": manifest.complete,
        "seconds": manifest.seconds,
        "reading_en": reading.en,
        "reading_zh": reading.zh,
        "answers": pages.iter().map(Page::facts).collect::<Vec<_>>(),
        "summary": summary,
    });
    let text = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))?;
    Ok(text + "\n")
}

/// Where the files are and how long it took.
pub fn footer(folder: &Path, manifest: &Manifest, lang: Lang) -> String {
    let rate = f64::from(manifest.replications_done) / manifest.seconds.max(1e-9);
    let kept = to_read(manifest, lang);
    let (folder, seconds, rate) = (folder.display(), number(manifest.seconds, 1), whole(rate as i64));
    screen::wrapped(&words::files_and_time(lang, folder, kept, seconds, rate), "") + "\n"
}

/// What of a folder to open first, as far as it was made: the report, the charts.
pub fn to_read(manifest: &Manifest, lang: Lang) -> String {
    let report = manifest.file(names::REPORT).map(|_| names::REPORT);
    let charts = manifest.files.iter().any(|file| file.name.starts_with("charts/")).then_some("charts/");
    let found: Vec<&str> = report.into_iter().chain(charts).collect();
    if found.is_empty() { String::new() } else { words::to_read(lang, found.join(common::comma(lang))) }
}

/// The answer of one scenario.
pub struct Page<'a> {
    scenario: &'a Scenario,
    summary: &'a ScenarioSummary,
    replications: u32,
    lang: Lang,
}

impl Page<'_> {
    fn body(&self, charts: bool) -> String {
        let details = if self.follows_households() { self.gains(charts) } else { self.losses() };
        self.findings(charts) + &details + &screen::notes(self.warnings(self.lang))
    }

    fn warnings(&self, lang: Lang) -> Vec<String> {
        warnings::of(self.scenario, self.summary, self.replications, lang)
    }

    /// What is printed and does not stand in the summary.
    fn facts(&self) -> serde_json::Value {
        let ratio = |ratio: Option<RatioEstimate>| {
            ratio.map(|estimate| {
                serde_json::json!({
                    "ratio": estimate.ratio,
                    "low": estimate.interval.map(|range| range.low),
                    "high": estimate.interval.map(|range| range.high),
                })
            })
        };
        let ratios = &self.summary.ratios;
        let alone = |ratio: Option<RatioEstimate>| ratio.map(|estimate| estimate.ratio);
        serde_json::json!({
            "scenario": self.scenario.name,
            "seed": self.scenario.run.seed,
            "replications": self.replications,
            "population": self.scenario.run.population.key(),
            "assisted_persons": self.scenario.world.assisted_persons,
            "lent_share_of_plan": alone(ratios.lent),
            "lent_of_plan": ratio(ratios.lent),
            "months_cap_bound_share": self.mean("months_cap_bound").map(|months| months / f64::from(self.summary.months)),
            "public_cost_per_yuan_of_household_gain": ratio(ratios.cost_per_gain),
            "public_cost_per_head_yuan": alone(ratios.cost_per_head),
            "public_cost_per_head": ratio(ratios.cost_per_head),
            "household_gain_per_head_yuan": alone(ratios.gain_per_head),
            "household_gain_per_head": ratio(ratios.gain_per_head),
            "worse_off_of_borrowing": ratio(ratios.worse_off),
            "warnings_en": self.warnings(Lang::En),
            "warnings_zh": self.warnings(Lang::Zh),
        })
    }

    fn heading(&self) -> String {
        let run = &self.scenario.run;
        let title = self.scenario.title.get(self.lang);
        let (end, count) = (run.start.plus(run.months - 1), whole(i64::from(self.replications)));
        let facts = words::period(self.lang, run.start, end, count, run.seed);
        let title = if title.is_empty() { &self.scenario.name } else { title };
        screen::wrapped(&format!("{title}\n{facts}"), "") + "\n\n"
    }

    fn findings(&self, charts: bool) -> String {
        let mut rows = vec![[words::fund(self.lang).to_owned(), self.depletion()]];
        if let Some(curve) = self.depletion_curve().filter(|_| charts) {
            rows.push([String::new(), curve]);
        }
        rows.push([words::recovery_rate(self.lang).to_owned(), self.recovery()]);
        if self.follows_households() {
            rows.push([words::reach(self.lang).to_owned(), self.reach()]);
            rows.push([words::public_cost(self.lang).to_owned(), self.cost()]);
        }
        rows.extend(watch::rows(self.scenario, self.summary, self.lang));
        screen::pairs(rows)
    }

    fn depletion(&self) -> String {
        if !warnings::has_fund(self.scenario) {
            return words::no_part_of_claims(self.lang).to_owned();
        }
        let depletion = &self.summary.depletion;
        let run = &self.scenario.run;
        let end = run.start.plus(run.months - 1);
        let probability = share(&depletion.by_horizon);
        let calendar = |month: f64| run.start.plus(month as u32 - 1);
        let range = depletion.median_month_interval.map(|range| [range.low, range.high].map(calendar));
        let range = range.map_or_else(String::new, |[low, high]| format!(" [{low}, {high}]"));
        let median = depletion.median_month.map(calendar);
        let when = match median {
            Some(_) if depletion.by_horizon.count < FEW_DEPLETIONS => String::new(),
            Some(month) => words::month_of_depletion(self.lang, month, range),
            None => words::never_depleted(self.lang).to_owned(),
        };
        words::depletion(self.lang, end, probability, when)
    }

    /// The probability that the fund has run dry, quarter by quarter; none if it never did.
    fn depletion_curve(&self) -> Option<String> {
        let shares = self.summary.depletion.by_month.iter().map(|by| by.share).collect::<Option<Vec<f64>>>()?;
        let last = *shares.last().filter(|last| **last > 0.0)?;
        let quarters: Vec<f64> = shares.chunks(3).map(|quarter| quarter[quarter.len() - 1]).collect();
        let run = &self.scenario.run;
        let (first, end) = (run.start.year(), run.start.plus(run.months - 1).year());
        Some(terminal::depletion_curve(self.lang, first, inline::curve(&quarters, last), end, percent(last, 1)))
    }

    fn recovery(&self) -> String {
        let (rate, ultimate) = (self.metric("recovery_rate"), self.metric("ultimate_recovery_rate"));
        let (mean, range) = (percent_mean(rate), percent_range(rate));
        let last = percent_mean(ultimate);
        words::recovery(self.lang, mean, range, last)
    }

    fn reach(&self) -> String {
        let count = |id| {
            let estimate = self.metric(id).map(|metric| &metric.estimate);
            let shown = estimate.and_then(|estimate| estimate.mean).map_or_else(dash, |value| number(value, 0));
            shown + &beside(estimate.and_then(|estimate| estimate.interval), 1.0, 0)
        };
        let (households, persons) = (count("households_borrowing"), count("persons_borrowing"));
        let part = percent_ratio(self.summary.ratios.lent);
        let lent = self.mean("lent_yuan").map_or_else(dash, |yuan| money(Fen::from_yuan(yuan), self.lang));
        words::borrowers_and_lent(self.lang, households, persons, lent, part)
    }

    fn cost(&self) -> String {
        let shown = |ratio: Option<RatioEstimate>, decimals: usize| {
            let range = beside(ratio.and_then(|estimate| estimate.interval), 1.0, decimals);
            ratio.map_or_else(dash, |estimate| number(estimate.ratio, decimals) + &range)
        };
        let ratio = shown(self.summary.ratios.cost_per_gain, 2);
        let (gain, cost) = (shown(self.summary.ratios.gain_per_head, 0), shown(self.summary.ratios.cost_per_head, 0));
        let total = self.mean("public_cost_yuan").map_or_else(dash, |yuan| money(Fen::from_yuan(yuan), self.lang));
        words::cost_of_gain(self.lang, total, ratio, cost, gain)
    }

    fn follows_households(&self) -> bool {
        self.scenario.world.follow_households
    }

    /// What a reduction without households comes to.
    fn losses(&self) -> String {
        let mut table = screen::table();
        table.set_header([
            words::in_a_run(self.lang),
            words::mean(self.lang),
            words::interval(self.lang),
            words::range(self.lang),
        ]);
        for id in
            ["loans_defaulted", "claims_yuan", "fund_paid_yuan", "fund_needed_yuan", "months_suspended", "lent_yuan"]
        {
            let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id);
            let idle = self.mean(id) == Some(0.0);
            if let (Some(column), Some(metric), false) = (column, self.metric(id), idle) {
                let label = self.lang.pick(column.label_en, column.label_zh);
                let label = words::in_unit(self.lang, label, self.lang.pick(column.unit.en(), column.unit.zh()));
                // Counts are small here: without decimals their intervals would vanish.
                let decimals = if self.mean(id).is_some_and(|mean| mean.abs() < 100.0) { 2 } else { 0 };
                let mean = metric.estimate.mean.map_or_else(dash, |mean| number(mean, decimals));
                let range =
                    metric.estimate.interval.map_or_else(dash, |range| interval(range.low, range.high, decimals));
                table.add_row([label, mean, range, range_of(metric)]);
            }
        }
        screen::aligned(table, 1) + "\n\n"
    }

    fn gains(&self, charts: bool) -> String {
        let mut table = screen::table();
        table.set_header([
            words::gain(self.lang),
            words::mean(self.lang),
            words::interval(self.lang),
            words::range(self.lang),
        ]);
        let rows = [
            ("gain_per_capita_yuan", words::gain_of_all as Say),
            ("gain_per_capita_self_directed_yuan", words::gain_of_self_directed),
            ("gain_per_capita_pooled_yuan", words::gain_of_pooled),
            ("gain_per_capita_fixed_benefit_yuan", words::gain_of_fixed_benefit),
            ("payout_per_capita_yuan", words::of_it_payout),
            ("organisation_income_per_capita_yuan", words::of_it_organisations),
            ("production_gain_per_capita_yuan", words::of_it_production),
        ];
        let most = rows.iter().filter_map(|row| self.mean(row.0)).fold(0.0, f64::max);
        for (id, label) in rows {
            // Wages, rent and dividends are named only where some organisation pays them.
            let idle = id == "organisation_income_per_capita_yuan" && self.mean(id) == Some(0.0);
            if let Some(metric) = self.metric(id).filter(|metric| metric.estimate.n > 0 && !idle) {
                let mean = metric.estimate.mean.unwrap_or(0.0);
                let bar = if charts { inline::bar(mean, most, BAR) } else { String::new() };
                let range = interval_of(metric.estimate.interval);
                table.add_row([label(self.lang).to_owned(), mean_of(metric), range, range_of(metric), bar]);
            }
        }
        self.add_assisted(&mut table);
        for column in table.column_iter_mut().skip(1).take(3) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        screen::fitted(table) + "\n\n"
    }

    /// The county's own way of stating the gain: over the persons that it says were assisted.
    fn add_assisted(&self, table: &mut Table) {
        let persons = self.scenario.world.assisted_persons;
        let year = self.scenario.run.start.year();
        let Some(metric) = self.metric("gain_per_assisted_person_yuan").filter(|_| persons > 0) else { return };
        let label = words::over_assisted(self.lang, year, whole(i64::from(persons)));
        table.add_row([label, mean_of(metric), interval_of(metric.estimate.interval), range_of(metric)]);
    }

    fn metric(&self, id: &str) -> Option<&MetricSummary> {
        self.summary.metric(id)
    }

    fn mean(&self, id: &str) -> Option<f64> {
        self.metric(id)?.estimate.mean
    }
}

fn dash() -> String {
    "–".to_string()
}

fn percent_mean(metric: Option<&MetricSummary>) -> String {
    let estimate = metric.map(|metric| &metric.estimate);
    let mean = estimate.and_then(|estimate| estimate.mean).map_or_else(dash, |mean| percent(mean, 1));
    mean + &percent_beside(estimate.and_then(|estimate| estimate.interval))
}

fn percent_range(metric: Option<&MetricSummary>) -> String {
    let shown = |share: f64| number(100.0 * share, 1);
    metric.and_then(ends).map_or_else(dash, |(low, high)| format!("{}–{}%", shown(low), shown(high)))
}

/// A mean in some unit with half of its interval, a decimal more where that lets the half be seen; with both ends where
/// the interval does not stand evenly about the mean because it ends at what is possible.
pub fn with_half(mean: Option<f64>, range: Option<Interval>, factor: f64, decimals: usize) -> String {
    if let Some((mean, range)) = mean.zip(range).filter(|(mean, range)| is_cut(*mean, *range)) {
        return number(mean * factor, decimals) + &beside(Some(range), 1.0 / factor, decimals);
    }
    let half = range.map(|range| (range.high - range.low) / 2.0 * factor);
    let seen = |half: f64, decimals: usize| number(half, decimals) != number(0.0, decimals);
    let decimals = decimals + usize::from(half.is_some_and(|half| !seen(half, decimals) && seen(half, decimals + 1)));
    let mean = mean.map_or_else(dash, |mean| number(mean * factor, decimals));
    mean + &half.map_or_else(String::new, |half| format!(" ±{}", number(half, decimals)))
}

fn is_cut(mean: f64, range: Interval) -> bool {
    let (below, above) = (mean - range.low, range.high - mean);
    (below - above).abs() > 1e-6 * (below + above)
}

/// A probability with its interval.
pub fn share(estimate: &ShareEstimate) -> String {
    estimate.share.map_or_else(dash, |share| percent(share, 1)) + &percent_beside(estimate.interval)
}

/// A ratio as a percentage with its interval.
pub fn percent_ratio(ratio: Option<RatioEstimate>) -> String {
    let shown = ratio.map_or_else(dash, |estimate| percent(estimate.ratio, 1));
    shown + &percent_beside(ratio.and_then(|estimate| estimate.interval))
}

/// An interval of shares after a space; nothing without one.
pub fn percent_beside(range: Option<Interval>) -> String {
    range.map_or_else(String::new, |range| format!(" {}", percent_interval(range.low, range.high, 1)))
}

/// An interval over `scale` after a space; nothing without one.
pub fn beside(range: Option<Interval>, scale: f64, decimals: usize) -> String {
    range.map_or_else(String::new, |range| format!(" {}", interval(range.low / scale, range.high / scale, decimals)))
}

fn mean_of(metric: &MetricSummary) -> String {
    metric.estimate.mean.map_or_else(dash, |mean| number(mean, 0))
}

fn interval_of(range: Option<Interval>) -> String {
    range.map_or_else(dash, |range| interval(range.low, range.high, 0))
}

fn range_of(metric: &MetricSummary) -> String {
    ends(metric).map_or_else(dash, |(low, high)| format!("{} … {}", number(low, 0), number(high, 0)))
}

/// The 5 and 95% quantiles over replications.
fn ends(metric: &MetricSummary) -> Option<(f64, f64)> {
    metric.quantile(0.05)?.value.zip(metric.quantile(0.95)?.value)
}
