//! What all answers have in common: heading, rows, files, the end.

use serde_json::{Value, json};

use super::Task;
use crate::cli::failure::Failure;
use crate::cli::search::{self, SOLVE_JSON};
use crate::cli::study::{self, Simulated};
use crate::cli::{Outcome, chart, print, screen};
use crate::output::{OutputError, RunFolder, csv_bytes};
use crate::scenario::Scenario;
use crate::stats::Interval;
use crate::text::words::solve as words;
use crate::text::{Lang, interval, money, number, whole};
use crate::units::Fen;

/// File of what a search looked at.
pub const SOLVE_CSV: &str = "solve.csv";

/// Title of the question and facts of the run.
pub fn heading(question: &str, scenario: &Scenario, note: &str, lang: Lang) -> String {
    heading_after(question, scenario, u64::from(scenario.run.replications), note, lang)
}

/// The heading of a search that may have been stopped after some of its replications.
pub fn heading_after(question: &str, scenario: &Scenario, done: u64, note: &str, lang: Lang) -> String {
    let run = &scenario.run;
    let title = scenario.title.get(lang);
    let title = if title.is_empty() { &scenario.name } else { title };
    let (end, count) = (run.start.plus(run.months - 1), whole(done as i64));
    let heading = words::heading(lang, question, title, run.start, end, count, run.seed, note);
    screen::wrapped(&heading, "") + "\n\n"
}

/// A table whose columns but the first `left` ones are aligned to the right.
pub fn numbers(headings: Vec<String>, rows: Vec<Vec<String>>, left: usize) -> String {
    let mut table = screen::table();
    table.set_header(headings);
    table.add_rows(rows);
    screen::aligned(table, left) + "\n\n"
}

/// An amount in yuan.
pub fn yuan(amount: f64, lang: Lang) -> String {
    money(Fen::from_yuan(amount), lang)
}

/// An interval of amounts in the unit of a large sum: million yuan, 万元. The unit is not written.
pub fn yuan_interval(range: Option<Interval>, lang: Lang) -> String {
    let (scale, decimals) = lang.pick((1e6, 2), (1e4, 0));
    range.map_or_else(|| "–".to_owned(), |range| interval(range.low / scale, range.high / scale, decimals))
}

/// An amount in the unit of [`yuan_interval`], the unit not written.
pub fn large(amount: Option<f64>, lang: Lang) -> String {
    let (scale, decimals) = lang.pick((1e6, 2), (1e4, 0));
    amount.map_or_else(|| "–".to_owned(), |amount| number(amount / scale, decimals))
}

/// Bounds for programs.
pub fn bounds_json(range: Option<Interval>) -> Value {
    range.map_or(Value::Null, |range| json!([range.low, range.high]))
}

/// Writes what was seen and the answer into the run folder, closes it and prints.
pub fn finish(
    task: &Task<'_>,
    (mut done, mut folder): (Simulated, RunFolder),
    seen: &[Vec<String>],
    mut answer: Value,
    text: &str,
) -> Outcome {
    let lang = task.lang;
    done.started = task.started;
    let path = done.path.join(SOLVE_CSV);
    let bytes = csv_bytes(seen).map_err(|source| OutputError::Csv { path, source })?;
    folder.write(SOLVE_CSV, &bytes)?;
    if let Value::Object(entries) = &mut answer {
        entries.insert("folder".into(), json!(done.path.to_string_lossy()));
    }
    let written = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))? + "\n";
    folder.write(SOLVE_JSON, written.as_bytes())?;
    let search = search::of_answer(&answer);
    chart::of_search(&mut folder, (&done.scenarios, &done.summary, &mut done.values), search, lang);
    let manifest = done.complete(folder, task.command)?;
    match (task.wanted.study.quiet, task.wanted.study.json) {
        (_, true) => print::to_stdout(&written)?,
        (false, false) => print::to_stdout(&format!("{text}{}", footer(&done, manifest.seconds, lang)))?,
        (true, false) => {}
    }
    study::finished(&manifest, &done.path)
}

fn footer(done: &Simulated, seconds: f64, lang: Lang) -> String {
    let (folder, seconds) = (done.path.display(), number(seconds, 1));
    let text = words::footer(lang, folder, SOLVE_CSV, seconds);
    screen::wrapped(&text, "") + "\n"
}

/// A number in a cell; a missing one is empty.
pub fn cell(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map(|value| value.to_string()).unwrap_or_default()
}
