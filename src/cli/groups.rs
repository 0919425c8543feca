//! `lendmix groups`: who gains, who loses, from a finished run.

use std::path::PathBuf;

use serde_json::json;

use super::answer::{beside, with_half};
use super::explain::failure::ExplainFailure;
use super::{Failure, Outcome, print, screen};
use crate::model::groups::Grouping;
use crate::model::policy::Mode;
use crate::output::{FinishedRun, GroupSummary, ScenarioSummary};
use crate::stats::Estimate;
use crate::text::words::groups as words;
use crate::text::{Lang, number};

/// Options of `groups`.
#[derive(Clone, Debug)]
pub struct GroupsArguments {
    /// The run folder.
    pub folder: PathBuf,
    /// One scenario of it, or all.
    pub scenario: Option<String>,
    /// Which grouping; all but townships if absent.
    pub by: Option<Grouping>,
    /// Print JSON.
    pub json: bool,
}

/// Prints who gains and who loses.
pub fn run(wanted: &GroupsArguments, lang: Lang) -> Outcome {
    let finished = FinishedRun::open(&wanted.folder)?;
    let summary = finished.summary();
    let asked = |name: &str| wanted.scenario.as_deref().is_none_or(|wanted| wanted == name);
    let scenarios: Vec<&ScenarioSummary> = summary.scenarios.iter().filter(|scenario| asked(&scenario.name)).collect();
    if scenarios.is_empty() {
        let known = finished.scenarios().map(str::to_owned).collect();
        return Err(ExplainFailure::NoScenario { name: wanted.scenario.clone().unwrap_or_default(), known }.into());
    }
    let groupings: Vec<Grouping> = match wanted.by {
        Some(grouping) => vec![grouping],
        None => vec![Grouping::Mode, Grouping::Size, Grouping::Decile],
    };
    let comparisons = summary.comparisons.iter().filter(|one| asked(&one.scenario));
    if wanted.json {
        let answer = json!({
            "scenarios": scenarios.iter().map(|one| json!({ "scenario": one.name, "groups": one.groups })).collect::<Vec<_>>(),
            "differences": comparisons.map(|one| json!({
                "scenario": one.scenario, "less": one.baseline, "groups": one.groups,
            })).collect::<Vec<_>>(),
        });
        let text = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Stdout(error.into()))?;
        return print::to_stdout(&(text + "\n"));
    }
    let mut text = String::new();
    for scenario in &scenarios {
        let title = lang.pick(&scenario.title_en, &scenario.title_zh);
        let title = if title.is_empty() { &scenario.name } else { title };
        text.push_str(&format!("{}\n{}\n", screen::wrapped(title, ""), levels(scenario, &groupings, lang)));
    }
    for comparison in comparisons.filter(|one| !one.groups.is_empty()) {
        let (name, baseline) = (&comparison.scenario, &comparison.baseline);
        text.push_str(&(words::less(lang, name, baseline) + "\n"));
        text.push_str(&format!("{}\n", table(&comparison.groups, &groupings, &DIFFERENCES, lang)));
    }
    text.push_str(&screen::wrapped(words::note(lang), ""));
    print::to_stdout(&(text + "\n"))
}

/// A column of the printed table: id, heading, whether it is a share.
type Shown = (&'static str, fn(Lang) -> &'static str, bool);

const LEVELS: [Shown; 6] = [
    ("households_borrowing", words::head_borrow, false),
    ("gain_per_capita_yuan", words::head_gain, false),
    ("worse_off_share", words::head_worse_off, true),
    ("below_line_share_without", words::head_poor_without, true),
    ("below_line_share_with", words::head_poor_with, true),
    ("gain_share", words::head_gain_share, true),
];

/// Columns of [`LEVELS`] of which differences are shown.
const DIFFERENCES: [Shown; 4] = [LEVELS[0], LEVELS[1], LEVELS[2], LEVELS[4]];

fn levels(scenario: &ScenarioSummary, groupings: &[Grouping], lang: Lang) -> String {
    let index = |id: &str| {
        let estimate = scenario.metric(id).map(|metric| &metric.estimate);
        let mean = estimate.and_then(|estimate| estimate.mean).map_or_else(|| "–".to_owned(), |mean| number(mean, 3));
        mean + &beside(estimate.and_then(|estimate| estimate.interval), 1.0, 3)
    };
    let [without, with, gain] =
        ["income_concentration_without", "income_concentration_with", "gain_concentration"].map(index);
    let concentration = words::concentration(lang, without, with, gain);
    format!("{}\n{}\n", table(&scenario.groups, groupings, &LEVELS, lang), screen::wrapped(&concentration, ""))
}

/// Rows of groups.
fn table(groups: &[GroupSummary], groupings: &[Grouping], columns: &[Shown], lang: Lang) -> String {
    let mut table = screen::table();
    let headings = columns.iter().map(|(_, heading, _)| heading(lang));
    table.set_header(std::iter::once("").chain(headings));
    for grouping in groupings {
        for group in groups.iter().filter(|group| group.grouping == grouping.key()) {
            let cells = columns.iter().map(|(id, _, share)| cell(group.metric(id), *share));
            table.add_row(std::iter::once(name(*grouping, &group.group, lang)).chain(cells));
        }
    }
    screen::aligned(table, 1)
}

/// A mean with half of its interval, which stands evenly about it.
fn cell(estimate: Option<&Estimate>, share: bool) -> String {
    let Some((estimate, mean)) = estimate.and_then(|estimate| Some((estimate, estimate.mean?))) else {
        return "–".to_owned();
    };
    let (factor, decimals) = if share { (100.0, 1) } else { (1.0, 0) };
    with_half(Some(mean), estimate.interval, factor, decimals)
}

/// A group in words.
fn name(grouping: Grouping, group: &str, lang: Lang) -> String {
    match grouping {
        Grouping::Mode => Mode::ALL
            .into_iter()
            .find(|mode| mode.key() == group)
            .map_or_else(|| group.to_owned(), |mode| super::explain::mode_words(mode, lang).to_owned()),
        Grouping::Township => group.to_owned(),
        Grouping::Size if group == "1" => words::one_person(lang).to_owned(),
        Grouping::Size => words::persons(lang, group),
        Grouping::Decile => match group {
            "1" => words::poorest(lang).to_owned(),
            _ => words::decile(lang, group),
        },
    }
}
