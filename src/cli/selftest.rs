//! `lendmix selftest`: checks the program on this machine and prints a table of what passed.

use comfy_table::CellAlignment;

use crate::selftest::{self, Item};
use crate::text::words::checks as words;
use crate::text::{Lang, number};

use super::failure::Failure;
use super::{Outcome, print, screen};

/// Columns that the name of a check may take.
const NAME: usize = 46;

/// Runs the self-test.
pub fn run(json: bool, quiet: bool, lang: Lang) -> Outcome {
    let items = selftest::run(|_| {}).map_err(|mistakes| Failure::Scenario(vec![mistakes]))?;
    if json {
        let all: Vec<serde_json::Value> = items.iter().map(as_json).collect();
        let passed = items.iter().all(|item| item.passed);
        print::to_stdout(&print::json(&serde_json::json!({ "passed": passed, "items": all })))?;
    } else if !quiet {
        print::to_stdout(&text(&items, lang))?;
    }
    let violated = items.iter().filter(|item| !item.passed).count();
    if violated == 0 { Ok(()) } else { Err(Failure::Violated { violated, of: items.len() }) }
}

fn as_json(item: &Item) -> serde_json::Value {
    serde_json::json!({
        "id": item.id, "kind": item.kind.key(), "en": item.en, "zh": item.zh, "found": item.found,
        "expected": item.expected, "standard_error": item.standard_error, "z": item.z, "passed": item.passed,
    })
}

fn text(items: &[Item], lang: Lang) -> String {
    let mut table = screen::table();
    let heads = [words::head_check, words::head_found, words::head_expected, words::head_error].map(|head| head(lang));
    table.set_header(std::iter::once("").chain(heads).chain(std::iter::once("z")));
    for item in items {
        let mark = if item.passed { words::pass(lang) } else { words::fail(lang) };
        let decimals = |value: Option<f64>, places: usize| value.map(|value| number(value, places)).unwrap_or_default();
        let (error, z) = (decimals(item.standard_error, 5), decimals(item.z, 2));
        table.add_row([
            mark,
            &screen::column(lang.pick(item.en, item.zh), NAME),
            &item.found,
            &item.expected,
            &error,
            &z,
        ]);
    }
    for column in 2..6 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let failed = items.iter().filter(|item| !item.passed).count();
    let all = items.len();
    let verdict = match failed {
        0 => words::selftest_passed(lang, all),
        failed => words::selftest_failed(lang, failed, all),
    };
    format!("{}\n\n{verdict}\n", screen::fitted(table))
}
