//! First causes and warnings over all replications that ran dry.

use serde_json::json;

use super::failure::ExplainFailure;
use super::tables::{CsvTable, file_name};
use super::{Setting, View, pick, words};
use crate::cli::Failure;
use crate::cli::answer::share;
use crate::cli::screen;
use crate::explain::{self, Autopsy, Indicator, WarningRow};
use crate::output::FinishedRun;
use crate::report::FEW_DEPLETIONS;
use crate::stats::ShareEstimate;
use crate::text::words::{explain as told, explain_tables as heads};
use crate::text::{Lang, number, whole};

/// The autopsy of a run, over at most `limit` depletions and as many quiet replications, the first of each.
pub fn view(setting: &Setting<'_>, finished: &FinishedRun, limit: u32) -> Result<View, Failure> {
    let (first, last) = pick::range(finished);
    let months = pick::depletion_months(setting, finished)?;
    let numbered = || (first..=last).zip(&months);
    let dry: Vec<u32> = numbered().filter(|(_, month)| !month.is_nan()).map(|(number, _)| number).collect();
    let quiet: Vec<u32> = numbered().filter(|(_, month)| month.is_nan()).map(|(number, _)| number).collect();
    if dry.is_empty() {
        return Err(ExplainFailure::NeverDry(last - first + 1).into());
    }
    let most = limit as usize;
    let some = |numbers: &[u32]| numbers[..numbers.len().min(most)].to_vec();
    let autopsy = explain::autopsy(&setting.county, &some(&dry), &some(&quiet), setting.threads);
    let text = text(setting, &autopsy, dry.len(), months.len());
    Ok(View { text, json: facts(setting, &autopsy, dry.len(), months.len()), tables: vec![table(setting, &autopsy)] })
}

fn text(setting: &Setting<'_>, autopsy: &Autopsy, dry: usize, all: usize) -> String {
    let lang = setting.lang;
    let (looked, dry, all, quiet) =
        (whole(autopsy.cases.len() as i64), whole(dry as i64), whole(all as i64), whole(autopsy.quiet as i64));
    let few = (autopsy.cases.len() as u64) < FEW_DEPLETIONS;
    let few = if few { screen::notes([told::few_depletions(lang, &looked)]) } else { String::new() };
    let heading = format!("{}\n{}", setting.title(), told::looked_at(lang, dry, all, looked, quiet));
    let notes = [told::unwarned(lang, share(&autopsy.unwarned)), told::autopsy_note(lang).to_owned()].join("\n");
    let (heading, notes) = (screen::wrapped(&heading, ""), screen::wrapped(&notes, ""));
    format!("{heading}\n{few}\n{}\n\n{}\n{notes}\n", causes(autopsy, lang), warnings(autopsy, lang))
}

fn causes(autopsy: &Autopsy, lang: Lang) -> String {
    let mut table = screen::table();
    table.set_header([told::head_first_cause, told::head_depletions, told::head_share].map(|head| head(lang)));
    for row in &autopsy.causes {
        table.add_row([words::cause(row.cause, lang).to_owned(), whole(row.share.count as i64), share(&row.share)]);
    }
    screen::aligned(table, 1)
}

/// Columns of an indicator's name.
const INDICATOR_COLUMNS: usize = 26;

fn warnings(autopsy: &Autopsy, lang: Lang) -> String {
    let mut table = screen::table();
    let heads = [
        told::head_indicator,
        told::head_warned,
        told::head_warned_first,
        told::head_months_ahead,
        told::head_false_alarms,
    ];
    table.set_header(heads.map(|head| head(lang)));
    let share = |estimate: &ShareEstimate| share(estimate).replacen(' ', "\n", 1);
    for row in &autopsy.warnings {
        let months = row.ahead.map(|quantile| quantile.value.map_or_else(|| "–".to_owned(), |value| number(value, 0)));
        table.add_row([
            screen::column(&words::indicator(row.indicator, lang), INDICATOR_COLUMNS),
            share(&row.warned),
            share(&row.first),
            months.join(", "),
            share(&row.false_alarms),
        ]);
    }
    screen::aligned(table, 1)
}

fn facts(setting: &Setting<'_>, autopsy: &Autopsy, dry: usize, all: usize) -> serde_json::Value {
    let of = |estimate: &ShareEstimate| {
        json!({
            "count": estimate.count, "n": estimate.n, "share": estimate.share,
            "low": estimate.interval.map(|range| range.low), "high": estimate.interval.map(|range| range.high),
        })
    };
    let warning = |row: &WarningRow| {
        json!({
            "indicator": row.indicator.key(), "warned": of(&row.warned), "first": of(&row.first),
            "months_ahead": row.ahead.map(|quantile| quantile.value), "false_alarms": of(&row.false_alarms),
        })
    };
    json!({
        "scenario": setting.scenario.name,
        "replications": all,
        "depleted": dry,
        "looked_at": autopsy.cases.len(),
        "looked_at_quiet": autopsy.quiet,
        "causes": autopsy.causes.iter().map(|row| json!({ "cause": row.cause.key(), "share": of(&row.share) })).collect::<Vec<_>>(),
        "unwarned": of(&autopsy.unwarned),
        "warnings": autopsy.warnings.iter().map(warning).collect::<Vec<_>>(),
    })
}

fn table(setting: &Setting<'_>, autopsy: &Autopsy) -> CsvTable {
    let mut table = CsvTable::new(
        format!("{}-autopsy.csv", file_name(&setting.scenario.name)),
        &[
            heads::replication,
            heads::depletion_month,
            heads::first_cause,
            heads::warned_first,
            heads::months_ahead,
            heads::overdue_share,
            heads::township_recovery,
            heads::cap_use,
        ],
    );
    for case in &autopsy.cases {
        let month = |one: Indicator| case.warnings.first_of(one).map(|t| (t + 1).to_string()).unwrap_or_default();
        let ahead = case.warned.map(|(_, month)| (case.depleted - month).to_string()).unwrap_or_default();
        let warned = case.warned.map_or("", |(one, _)| one.key()).to_owned();
        let [overdue, townships, cap] = Indicator::ALL.map(month);
        let (number, depleted) = (case.replication.to_string(), (case.depleted + 1).to_string());
        table.push([number, depleted, case.cause.key().to_owned(), warned, ahead, overdue, townships, cap]);
    }
    table
}
