//! `lendmix check-run`: re-reads a finished run and tells whether its books close and its numbers are those of its tables.

use std::path::Path;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::NOTHING};

use crate::output::{Check, Failing, FinishedRun, RunCheck, Status, check_map, check_run, is_map};
use crate::text::words::checks as words;
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
            print::to_stdout(lang.pick(
                "A map of mixes keeps no books by month: only its files are checked.\n",
                "模式比例图不保留逐月账目，只核对文件。\n",
            ))?;
        }
    }
    let violated = check.checks.iter().filter(|check| check.status == Status::Violated).count();
    if violated == 0 { Ok(()) } else { Err(Failure::Violated { violated, of: check.checks.len() }) }
}

fn text(check: &RunCheck, folder: &Path, lang: Lang) -> String {
    let scenarios = match check.scenarios.len() {
        n if n > MOST_NAMED => lang.pick(format!("{n} scenarios"), format!("{n} 个方案")),
        _ => check.scenarios.join(lang.pick(", ", "、")),
    };
    let replications = whole(i64::from(check.replications));
    let head = lang.pick(
        format!("{}: {scenarios}; {replications} replications, written by lendmix {}", folder.display(), check.version),
        format!("{}：{scenarios}；{replications} 次模拟，由 lendmix {} 写出", folder.display(), check.version),
    );
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table.set_header(lang.pick(["", "check", "comparisons", "what must hold"], ["", "检查项", "比较次数", "应当成立"]));
    for check in &check.checks {
        table.add_row([mark(check.status, lang), check.id, &count(check, lang), lang.pick(check.en, check.zh)]);
    }
    if let Some(column) = table.column_mut(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let strangers = match check.not_of_the_run.as_slice() {
        [] => String::new(),
        files => format!("{}\n", words::not_of_the_run(lang, files.join(lang.pick(", ", "、")))),
    };
    format!("{head}\n\n{}\n{}\n{strangers}{}\n", table.trim_fmt(), failures(check, lang), verdict(check, lang))
}

fn mark(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Held => lang.pick("pass", "通过"),
        Status::Violated => lang.pick("FAIL", "不符"),
        Status::NotChecked => lang.pick("–", "–"),
    }
}

fn count(check: &Check, lang: Lang) -> String {
    match (check.status, &check.missing) {
        (Status::NotChecked, Some(missing)) => {
            lang.pick(format!("not checked: no {missing}"), format!("未检查：缺 {missing}"))
        }
        (Status::NotChecked, None) => lang.pick("not checked", "未检查").to_owned(),
        (Status::Violated, _) => lang.pick(
            format!("{} of {}", whole(check.violated as i64), whole(check.checked as i64)),
            format!("{} 次中 {} 次不符", whole(check.checked as i64), whole(check.violated as i64)),
        ),
        (Status::Held, _) => whole(check.checked as i64),
    }
}

/// The first places of each violation, with both sides.
fn failures(check: &RunCheck, lang: Lang) -> String {
    let mut text = String::new();
    for check in check.checks.iter().filter(|check| !check.first.is_empty()) {
        text.push_str(&format!("\n{}\n", check.id));
        for failing in &check.first {
            text.push_str(&format!("  {}: {}\n", place(failing, lang), sides(failing, lang)));
        }
    }
    text
}

fn place(failing: &Failing, lang: Lang) -> String {
    let mut parts = Vec::new();
    parts.extend(failing.scenario.clone());
    parts.extend(failing.replication.map(|n| lang.pick(format!("replication {n}"), format!("第 {n} 号模拟"))));
    parts.extend(failing.month.map(|n| lang.pick(format!("month {n}"), format!("第 {n} 个月"))));
    parts.extend(failing.year.map(|year| lang.pick(format!("year {year}"), format!("{year} 年"))));
    parts.extend(failing.township_row.map(|n| lang.pick(format!("township row {n}"), format!("乡镇表第 {n} 行"))));
    parts.extend(failing.group_row.map(|n| words::group_row(lang, n)));
    parts.extend(failing.what.as_ref().map(|what| lang.pick(&what.en, &what.zh).clone()));
    parts.join(lang.pick(", ", "，"))
}

fn sides(failing: &Failing, lang: Lang) -> String {
    let relation = failing.relation;
    let [left, right] = [&failing.left, &failing.right].map(|side| lang.pick(&side.en, &side.zh));
    lang.pick(format!("{left} {relation} {right} does not hold"), format!("{left} {relation} {right} 不成立"))
}

fn verdict(check: &RunCheck, lang: Lang) -> String {
    let number = |status: Status| check.checks.iter().filter(|check| check.status == status).count();
    let (held, violated, open) = (number(Status::Held), number(Status::Violated), number(Status::NotChecked));
    let all = held + violated;
    let not_checked = match open {
        0 => String::new(),
        open => lang.pick(format!("; {open} could not be checked"), format!("；另有 {open} 项无法检查")),
    };
    if violated == 0 {
        lang.pick(format!("All {all} checks hold{not_checked}."), format!("{all} 项检查全部通过{not_checked}。"))
    } else {
        lang.pick(
            format!("{violated} of {all} checks do not hold{not_checked}."),
            format!("{all} 项检查中有 {violated} 项不符{not_checked}。"),
        )
    }
}
