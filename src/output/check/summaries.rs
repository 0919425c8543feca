//! Whether `summary.json`, `summary.csv`, `fund_by_month.csv` and `comparison.csv` are those of the tables.

use super::super::comparison_csv::comparison_csv;
use super::super::error::{Doing, OutputError};
use super::super::groups_csv::groups_csv;
use super::super::names;
use super::super::read::{FinishedRun, TableName};
use super::super::scenario::ScenarioInfo;
use super::super::summarise::{Against, summarise};
use super::super::summary::RunSummary;
use super::super::summary_csv::{fund_by_month_csv, summary_csv};
use super::replay::Replay;
use super::{Check, Failing, Side};
use serde_json::Value;

use crate::text::words::{audit as words, common, run_sides as sides};

/// Numbers of the file have been through text: they agree to this share of their size.
const TOLERANCE: f64 = 1e-12;

pub(super) fn check(run: &FinishedRun, replay: Replay) -> Result<Vec<Check>, OutputError> {
    let mut json = Check::new("summary_json", words::summary_json);
    let mut csv = Check::new("summary_csv", words::summary_csv);
    let missing = [TableName::Replications, TableName::Months].into_iter().find(|table| !run.has(*table));
    if let Some(missing) = missing {
        for check in [&mut json, &mut csv] {
            check.missing = Some(missing.key().to_owned());
        }
    }
    // Without the months the series are not there to compare, and so on; all else is.
    let starts: Vec<_> = replay.infos.iter().map(|info| info.start).collect();
    let infos = replay.infos.clone();
    let Some(summary) = again(run, replay)? else { return Ok(vec![json, csv]) };
    let (found, expected) = (value_of(run.summary(), run)?, value_of(&summary, run)?);
    let mut skipped = vec!["version"];
    skipped.extend((!run.has(TableName::Months)).then_some("series"));
    skipped.extend((!run.has(TableName::Groups)).then_some("groups"));
    skipped.extend((!run.has(TableName::Townships)).then_some("townships"));
    differences(&found, &expected, String::new(), &skipped, &mut json);
    if missing.is_none() {
        let csv_error = |name: &str, source| OutputError::Csv { path: run.path().join(name), source };
        let table = summary_csv(&summary).map_err(|source| csv_error(names::SUMMARY_CSV, source))?;
        let fund = fund_by_month_csv(&summary, &starts).map_err(|source| csv_error(names::FUND_BY_MONTH, source))?;
        same_lines(run, names::SUMMARY_CSV, &table, &mut csv)?;
        same_lines(run, names::FUND_BY_MONTH, &fund, &mut csv)?;
        if run.has(TableName::Groups) {
            let groups = groups_csv(&summary, &infos).map_err(|source| csv_error(names::GROUPS_CSV, source))?;
            same_lines(run, names::GROUPS_CSV, &groups, &mut csv)?;
        }
        if !summary.comparisons.is_empty() {
            let compared = comparison_csv(&summary).map_err(|source| csv_error(names::COMPARISON_CSV, source))?;
            same_lines(run, names::COMPARISON_CSV, &compared, &mut csv)?;
        }
    }
    Ok(vec![json, csv])
}

/// The summary made again from the tables; none without replications or if rows were missing.
fn again(run: &FinishedRun, replay: Replay) -> Result<Option<RunSummary>, OutputError> {
    let summary = run.summary();
    let Some(spill) = replay.spill else { return Ok(None) };
    let mut values = spill.finish()?;
    for index in 0..replay.infos.len() {
        if values.column(index, 0)?.len() != summary.replications as usize {
            return Ok(None);
        }
    }
    let compared = summary.comparisons.first();
    let is_baseline = |info: &ScenarioInfo| compared.is_some_and(|first| first.baseline == info.name);
    let headline = compared.iter().flat_map(|first| &first.effects).filter(|effect| effect.headline);
    let against = Against {
        baseline: replay.infos.iter().position(is_baseline).unwrap_or(0),
        headline: headline.map(|effect| effect.id.clone()).collect(),
    };
    let (first, n) = (summary.first_replication, summary.replications);
    summarise(&replay.infos, &replay.counts, first, n, &against, &mut values).map(Some)
}

fn value_of(summary: &RunSummary, run: &FinishedRun) -> Result<Value, OutputError> {
    let path = run.path().join(names::SUMMARY_JSON);
    serde_json::to_value(summary).map_err(|source| OutputError::Json { path, source })
}

/// Compares two values leaf by leaf; `found` is the file's.
fn differences(found: &Value, expected: &Value, path: String, skipped: &[&str], check: &mut Check) {
    match (found, expected) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one.iter().filter(|(key, _)| !skipped.contains(&key.as_str())) {
                let there = other.get(key).unwrap_or(&Value::Null);
                differences(value, there, join(&path, key), skipped, check);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (value, there)) in one.iter().zip(other).enumerate() {
                differences(value, there, format!("{path}[{}]", label(value, place)), skipped, check);
            }
        }
        _ => check.compare(equal(found, expected), || Failing::of(path, short(found), short(expected))),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// An element by its name, else by its place.
fn label(value: &Value, place: usize) -> String {
    let name = ["name", "id", "scenario"].into_iter().find_map(|key| value.get(key)?.as_str());
    name.map_or_else(|| place.to_string(), str::to_owned)
}

fn equal(found: &Value, expected: &Value) -> bool {
    match (found.as_f64(), expected.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() <= TOLERANCE * one.abs().max(other.abs()),
        _ => found == expected,
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 40 { text } else { text.chars().take(40).chain(['…']).collect() }
}

/// Compares a file with the bytes that it should have, line by line.
fn same_lines(run: &FinishedRun, name: &str, expected: &[u8], check: &mut Check) -> Result<(), OutputError> {
    let path = run.path().join(name);
    let found = std::fs::read(&path).map_err(|source| OutputError::io(Doing::Read, &path, source))?;
    let lines =
        |bytes: &[u8]| -> Vec<String> { String::from_utf8_lossy(bytes).split('\n').map(str::to_owned).collect() };
    let (found, expected) = (lines(&found), lines(expected));
    check.compare(found.len() == expected.len(), || {
        Failing::of(name.to_owned(), Side::lines(found.len()), Side::lines(expected.len()))
    });
    let headings = expected.first().map(|line| cells(line)).unwrap_or_default();
    for (number, (one, other)) in found.iter().zip(&expected).enumerate() {
        check.compare(one == other, || {
            let (found, expected) = (cells(one), cells(other));
            let columns = found.len().min(expected.len());
            let column = (0..columns).find(|column| found[*column] != expected[*column]);
            match column {
                Some(column) => {
                    let heading = headings.get(column).map_or("", |heading| heading.trim_start_matches('\u{feff}'));
                    let what = place(name, number + 1, &expected[..column.min(3)], heading);
                    Failing::of(what, found[column].clone(), expected[column].clone())
                }
                // The same cells, written otherwise; or more or fewer of them.
                None => Failing::of(place(name, number + 1, &[], ""), one.clone(), other.clone()),
            }
        });
    }
    Ok(())
}

/// The cells of a line; of one that is no CSV the line itself.
fn cells(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(line.as_bytes());
    let record = reader.records().next().and_then(Result::ok);
    record.map_or_else(|| vec![line.to_owned()], |record| record.iter().map(str::to_owned).collect())
}

/// Where in a file a cell stands: file and line, the beginning of its row, and the heading of its column.
fn place(name: &str, line: usize, row: &[String], heading: &str) -> Side {
    Side::told(|lang| {
        let mut place = sides::line(lang, name, line);
        if !row.is_empty() {
            place = sides::row(lang, place, row.join(common::part_comma(lang)));
        }
        if !heading.is_empty() {
            place = sides::column(lang, place, heading);
        }
        place
    })
}
