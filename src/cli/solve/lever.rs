//! One lever on a grid of common luck, refined where the answer lies.

use serde_json::{Value, json};

use super::Task;
use super::measure::{Measure, Row, trimmed};
use super::page::{self, bounds_json};
use super::probe::{self, Probe, Taken};
use crate::cli::failure::Failure;
use crate::cli::{Outcome, study};
use crate::scenario::{Override, Scenario};
use crate::solve::{Answer, Limit, Observed, Point, Verdict, answer, refinement};
use crate::stats::{Effect, Level};
use crate::text::{Lang, interval, number, whole};

/// Points of the first grid, the file's own value apart.
const COARSE: usize = 8;
/// Points of each refinement, and refinements at most.
const FINER: usize = 3;
const REFINEMENTS: usize = 4;
/// Error of each bound on each side: 95% intervals.
const TAIL: f64 = 0.025;

/// A lever and the conditions under which it is moved as far as it goes.
pub struct Lever {
    /// Name of the question for programs.
    pub question: &'static str,
    /// Title of the question.
    pub title: (&'static str, &'static str),
    /// What the lever is called in tables.
    pub column: (&'static str, &'static str),
    /// Path of the key that is set, for messages.
    pub key: &'static str,
    /// What tells a scenario with a value from the file's, in its name.
    pub label: &'static str,
    /// Whether large values are the hard ones.
    pub upward: bool,
    /// Where to look.
    pub range: (f64, f64),
    /// Values are multiples of this.
    pub finest: f64,
    /// What must hold.
    pub conditions: Vec<(Measure, Limit)>,
    /// What a value sets over the file.
    pub variant: Box<dyn Fn(f64) -> Vec<Override>>,
    /// The value that a policy has.
    pub taken: Option<Taken>,
    /// The file's own value.
    pub of_file: Option<f64>,
    /// A value as a reader sees it.
    pub show: fn(f64, Lang) -> String,
    /// The last column.
    pub last: Measure,
}

/// A value of the lever with what was observed.
struct Seen {
    at: f64,
    rows: Vec<Row>,
    verdict: Verdict,
}

/// Scans, tells and writes.
pub fn solve(task: &Task<'_>, common: Vec<Override>, scenario: Scenario, lever: &Lever) -> Outcome {
    let households = probe::households(&scenario.county());
    let probe = Probe::new(task.file()?, common, &scenario, households, &task.wanted.study, task.lang);
    let seen = scan(&probe, lever)?;
    let points: Vec<Point> = seen.iter().map(|seen| Point { at: seen.at, verdict: seen.verdict }).collect();
    let found = answer(&points);
    let mut written = vec![scenario];
    if let Some(value) = found.value.filter(|value| lever.of_file != Some(*value)) {
        let mut answered = probe.load(&(lever.variant)(value))?;
        answered.name = format!("{}@{}={}", written[0].name, lever.label, trimmed_plain(value));
        written.push(answered);
    }
    let (done, folder) = study::simulate(written, &study::Watched::default(), &task.wanted.study, task.lang)?;
    let page = Page { scenario: &done.scenarios[0], lever, seen: &seen, found, lang: task.lang };
    let (seen, json, text) = (page.csv(), page.json(), page.text());
    page::finish(task, (done, folder), &seen, json, &text)
}

/// Looks at the coarse grid, then between the answer and the next point; from easy to hard.
fn scan(probe: &Probe<'_>, lever: &Lever) -> Result<Vec<Seen>, Failure> {
    let mut seen = look(probe, lever, &coarse(lever))?;
    for _ in 0..REFINEMENTS {
        sort(&mut seen, lever.upward);
        let points: Vec<Point> = seen.iter().map(|seen| Point { at: seen.at, verdict: seen.verdict }).collect();
        let next = refinement(&points, lever.finest, FINER);
        if next.is_empty() {
            break;
        }
        seen.extend(look(probe, lever, &next)?);
    }
    sort(&mut seen, lever.upward);
    Ok(seen)
}

fn sort(seen: &mut [Seen], upward: bool) {
    seen.sort_by(|a, b| if upward { a.at.total_cmp(&b.at) } else { b.at.total_cmp(&a.at) });
}

/// Evenly spaced multiples of the finest step, and the file's own value if it lies among them.
fn coarse(lever: &Lever) -> Vec<f64> {
    let (low, high) = lever.range;
    let even = |k: usize| low + (high - low) * k as f64 / (COARSE - 1) as f64;
    let rounded = |value: f64| (libm::round(value / lever.finest) * lever.finest).clamp(low, high);
    let mut grid: Vec<f64> = (0..COARSE).map(even).map(rounded).collect();
    grid.extend(lever.of_file.filter(|value| (low..=high).contains(value)));
    grid.sort_by(f64::total_cmp);
    grid.dedup_by(|a, b| (*a - *b).abs() < 1e-9 * b.abs().max(1.0));
    grid
}

fn look(probe: &Probe<'_>, lever: &Lever, values: &[f64]) -> Result<Vec<Seen>, Failure> {
    let variants: Vec<Vec<Override>> = values.iter().map(|value| (lever.variant)(*value)).collect();
    if let (Some(taken), Some((value, variant))) = (lever.taken, values.iter().zip(&variants).next()) {
        probe::taken(&probe.load(variant)?, lever.key, *value, taken)?;
    }
    let all = probe.simulate(&variants, 0..probe.replications)?;
    let judged = values.iter().zip(all).map(|(at, rows)| {
        let verdicts = lever.conditions.iter().map(|(measure, limit)| limit.judge(&measure.observed(&rows), TAIL));
        Seen { at: *at, verdict: verdicts.max().unwrap_or(Verdict::Holds), rows }
    });
    Ok(judged.collect())
}

struct Page<'a> {
    scenario: &'a Scenario,
    lever: &'a Lever,
    seen: &'a [Seen],
    found: Answer,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let lang = self.lang;
        let note = lang.pick("brackets are 95% intervals", "方括号内为95%置信区间");
        let title = lang.pick(self.lever.title.0, self.lever.title.1);
        let mut rows = vec![
            [lang.pick("Condition", "条件").into(), self.conditions()],
            [lang.pick("Answer", "答案").into(), self.answer()],
        ];
        if let Some(of_file) = self.lever.of_file {
            rows.push([lang.pick("The file", "方案现值").into(), (self.lever.show)(of_file, lang)]);
        }
        let mut text = page::heading(title, self.scenario, note, lang) + &page::rows(rows) + &self.table();
        for warning in self.warnings(lang) {
            text.push_str(&format!("! {warning}\n"));
        }
        text
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
                    "{low} 至 {high} 之间没有解：即使 {} 也达不到条件{}",
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
                format!("〔{surely} 时确定满足，{fails} 时确定不满足〕"),
            ),
            (true, false) => lang.pick(format!("[surely at {surely}]"), format!("〔{surely} 时确定满足〕")),
            (false, true) => lang.pick(
                format!("[by estimate only: at no value surely; surely not at {fails}]"),
                format!("〔仅为估计值：没有哪个值能确定满足；{fails} 时确定不满足〕"),
            ),
            (false, false) => lang.pick(
                "[by estimate only: more replications are needed to be sure of any value]".into(),
                "〔仅为估计值：要确定满足，需增加模拟次数〕".into(),
            ),
        };
        if found.whole_range {
            let from = self.changes_nothing_from().map(|from| {
                let from = self.show(Some(from));
                lang.pick(format!("; from {from} on nothing changes any more"), format!("；从 {from} 起不再有任何变化"))
            });
            let from = from.unwrap_or_default();
            return lang.pick(
                format!("the condition is met by estimate at every value from {low} to {high} {sure}{from}: --range looks farther"),
                format!("{low} 至 {high} 之间的值都满足条件（估计值）{sure}{from}：可用 --range 扩大范围"),
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

    fn table(&self) -> String {
        let lang = self.lang;
        let last = self.lever.last;
        let mut headings: Vec<String> = vec![
            lang.pick(self.lever.column.0, self.lever.column.1).into(),
            lang.pick("fund runs dry", "补偿金耗尽概率").into(),
            lang.pick("lent, of plan", "放贷占计划").into(),
            lang.pick("gain, yuan", "人均年增收（元）").into(),
            last.label(lang).into(),
        ];
        if self.file().is_some() {
            headings.push(lang.pick("gain less the file's", "增收较方案").into());
        }
        let rows = self.seen.iter().map(|seen| self.row(seen)).collect();
        page::numbers(headings, rows, 0)
    }

    fn row(&self, seen: &Seen) -> Vec<String> {
        let lang = self.lang;
        let with_range = |measure: Measure| {
            let observed = measure.observed(&seen.rows);
            measure.show(observed.value(), lang) + &measure.show_interval(&observed, lang)
        };
        let mark = if self.found.value == Some(seen.at) { "→ " } else { "" };
        let mut row = vec![
            format!("{mark}{}", self.show(Some(seen.at))),
            with_range(Measure::Depletion),
            with_range(Measure::Lent),
            Measure::Gain.show(Measure::Gain.observed(&seen.rows).value(), lang),
            with_range(self.lever.last),
        ];
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
                format!("按目前的模拟次数，没有哪个值能确认安全：即使一次都不耗尽也至少要模拟 {needed} 次，若有耗尽则需数倍于此"),
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

    fn json(&self) -> Value {
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

    fn csv(&self) -> Vec<Vec<String>> {
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

/// Headings of a measure in `solve.csv`.
pub fn measure_headings(measure: Measure) -> [String; 3] {
    let key = measure.key();
    [format!("{key} {}", measure.label(Lang::Zh)), format!("{key} low 下限(95%)"), format!("{key} high 上限(95%)")]
}

/// Its cells.
pub fn measure_cells(measure: Measure, rows: &[Row]) -> [String; 3] {
    let observed = measure.observed(rows);
    let range = observed.bounds(TAIL);
    [observed.value(), range.map(|range| range.low), range.map(|range| range.high)].map(page::cell)
}

/// A condition for programs.
pub fn condition_json(measure: Measure, limit: Limit) -> Value {
    match limit {
        Limit::AtMost(value) => json!({ "measure": measure.key(), "at_most": value }),
        Limit::AtLeast(value) => json!({ "measure": measure.key(), "at_least": value }),
    }
}

/// A verdict for programs.
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Likely => "likely",
        Verdict::Unlikely => "unlikely",
        Verdict::Fails => "fails",
    }
}

/// The paired difference of a measure.
pub fn effect(measure: Measure, baseline: &[Row], alternative: &[Row]) -> Effect {
    let values = |rows: &[Row]| measure.of(rows).collect::<Vec<f64>>();
    Effect::paired(&values(baseline), &values(alternative))
}

/// A paired difference of a measure in yuan or counts, as a reader sees it.
pub fn difference(measure: Measure, baseline: &[Row], alternative: &[Row]) -> String {
    let effect = effect(measure, baseline, alternative).difference;
    let mean = effect.mean.map_or_else(|| "–".to_owned(), |mean| number(mean, 0));
    let range = effect.interval.map(|range| format!(" {}", interval(range.low, range.high, 0)));
    mean + &range.unwrap_or_default()
}

fn same_rows(one: &[Row], other: &[Row]) -> bool {
    let same = |(a, b): (&f64, &f64)| a == b || (a.is_nan() && b.is_nan());
    one.iter().zip(other).all(|(one, other)| one.iter().zip(other).all(same))
}

/// A number for programs without the noise of binary fractions.
fn trimmed_plain(value: f64) -> String {
    // No lever is negative.
    trimmed(value).replace(',', "")
}
