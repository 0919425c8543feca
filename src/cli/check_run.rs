//! `lendmix check-run`: re-reads a finished run and tells whether its books close and its numbers are those of its tables.

use std::path::Path;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::NOTHING};

use crate::output::{Check, Failing, FinishedRun, RunCheck, Status, check_map, check_run, is_map};
use crate::text::words::{checks as words, common};
use crate::text::{Lang, whole};

use super::failure::Failure;
use super::{Outcome, print};

/// Columns of a terminal that the sentences are wrapped to.
const WIDTH: u16 = 110;

/// Scenarios that are named; of more there is the number.
const MOST_NAMED: usize = 6;

/// Checks the run or the map in a folder.
pub fn run(folder: &Path, json: bool, quiet: bool, lang: Lang) -> Outcome {
    let map = is_map(folder);
    let check = if map { check_map(folder)? } else { check_run(&FinishedRun::open(folder)?)? };
    if json {
        print::to_stdout(&print::json(&check))?;
    } else if !quiet {
        print::to_stdout(&text(&check, folder, lang))?;
        if map {
            print::to_stdout(&format!("{}\n", words::map_files_only(lang)))?;
        }
    }
    let violated = check.checks.iter().filter(|check| check.status == Status::Violated).count();
    if violated == 0 { Ok(()) } else { Err(Failure::Violated { violated, of: check.checks.len() }) }
}

fn text(check: &RunCheck, folder: &Path, lang: Lang) -> String {
    let scenarios = match check.scenarios.len() {
        n if n > MOST_NAMED => words::scenarios(lang, n),
        _ => check.scenarios.join(common::comma(lang)),
    };
    let replications = whole(i64::from(check.replications));
    let head = words::run_head(lang, folder.display(), scenarios, replications, &check.version);
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table.set_header(["", words::head_check(lang), words::head_comparisons(lang), words::head_must_hold(lang)]);
    for check in &check.checks {
        table.add_row([mark(check.status, lang), check.id, &count(check, lang), lang.pick(check.en, check.zh)]);
    }
    if let Some(column) = table.column_mut(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let strangers = match check.not_of_the_run.as_slice() {
        [] => String::new(),
        files => format!("{}\n", words::not_of_the_run(lang, files.join(common::comma(lang)))),
    };
    format!("{head}\n\n{}\n{}\n{strangers}{}\n", table.trim_fmt(), failures(check, lang), verdict(check, lang))
}

fn mark(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Held => words::pass(lang),
        Status::Violated => words::fail(lang),
        Status::NotChecked => "–",
    }
}

fn count(check: &Check, lang: Lang) -> String {
    match (check.status, &check.missing) {
        (Status::NotChecked, Some(missing)) => words::not_checked_without(lang, missing),
        (Status::NotChecked, None) => words::not_checked(lang).to_owned(),
        (Status::Violated, _) => words::violated(lang, whole(check.violated as i64), whole(check.checked as i64)),
        (Status::Held, _) => whole(check.checked as i64),
    }
}

/// The first places of each violation, with both sides.
fn failures(check: &RunCheck, lang: Lang) -> String {
    let mut text = String::new();
    for check in check.checks.iter().filter(|check| !check.first.is_empty()) {
        text.push_str(&format!("\n{}\n", check.id));
        for failing in &check.first {
            text.push_str(&format!("  {}\n", words::failing(lang, place(failing, lang), sides(failing, lang))));
        }
    }
    text
}

fn place(failing: &Failing, lang: Lang) -> String {
    let mut parts = Vec::new();
    parts.extend(failing.scenario.clone());
    parts.extend(failing.replication.map(|n| words::replication(lang, n)));
    parts.extend(failing.month.map(|n| words::month(lang, n)));
    parts.extend(failing.year.map(|year| words::year(lang, year)));
    parts.extend(failing.township_row.map(|n| words::township_row(lang, n)));
    parts.extend(failing.group_row.map(|n| words::group_row(lang, n)));
    parts.extend(failing.what.as_ref().map(|what| lang.pick(&what.en, &what.zh).clone()));
    parts.join(common::part_comma(lang))
}

fn sides(failing: &Failing, lang: Lang) -> String {
    let [left, right] = [&failing.left, &failing.right].map(|side| lang.pick(&side.en, &side.zh));
    words::does_not_hold(lang, left, failing.relation, right)
}

fn verdict(check: &RunCheck, lang: Lang) -> String {
    let number = |status: Status| check.checks.iter().filter(|check| check.status == status).count();
    let (held, violated, open) = (number(Status::Held), number(Status::Violated), number(Status::NotChecked));
    let all = held + violated;
    match (violated, open) {
        (0, 0) => words::all_hold(lang, all),
        (0, open) => words::all_hold_but(lang, all, open),
        (violated, 0) => words::some_violated(lang, violated, all),
        (violated, open) => words::some_violated_but(lang, violated, all, open),
    }
}
