//! `lendmix groups`: who gains, who loses, from a finished run.

use std::path::PathBuf;

use comfy_table::{CellAlignment, Table, presets::NOTHING};
use serde_json::json;

use super::explain::failure::ExplainFailure;
use super::{Failure, Outcome, print};
use crate::model::groups::Grouping;
use crate::model::policy::Mode;
use crate::output::{FinishedRun, GroupSummary, ScenarioSummary};
use crate::stats::Estimate;
use crate::text::{Lang, interval, number, percent};

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
        text.push_str(&format!("{title}\n{}\n", levels(scenario, &groupings, lang)));
    }
    for comparison in comparisons.filter(|one| !one.groups.is_empty()) {
        let (name, baseline) = (&comparison.scenario, &comparison.baseline);
        text.push_str(&lang.pick(format!("{name} less {baseline}\n"), format!("{name} 减 {baseline}\n")));
        text.push_str(&format!("{}\n", table(&comparison.groups, &groupings, &DIFFERENCES, f64::NEG_INFINITY, lang)));
    }
    text.push_str(note(lang));
    print::to_stdout(&text)
}

/// A column of the printed table: id, headings, whether it is a share, whether its interval is shown.
type Shown = (&'static str, &'static str, &'static str, bool, bool);

const LEVELS: [Shown; 6] = [
    ("households_borrowing", "borrow", "借款户", false, false),
    ("gain_per_capita_yuan", "gain a head, yuan", "人均增收（元）", false, true),
    ("worse_off_share", "worse off", "减收户", true, true),
    ("below_line_share_without", "poor without", "无项目贫困率", true, false),
    ("below_line_share_with", "poor with", "有项目贫困率", true, true),
    ("gain_share", "share of gain", "占增收", true, false),
];

const DIFFERENCES: [Shown; 4] = [
    ("households_borrowing", "borrow", "借款户", false, false),
    ("gain_per_capita_yuan", "gain a head, yuan", "人均增收（元）", false, true),
    ("worse_off_share", "worse off", "减收户", true, true),
    ("below_line_share_with", "poor with", "有项目贫困率", true, true),
];

fn levels(scenario: &ScenarioSummary, groupings: &[Grouping], lang: Lang) -> String {
    let index = |id: &str| scenario.metric(id).and_then(|metric| metric.estimate.mean).map_or(f64::NAN, |mean| mean);
    let concentration = lang.pick(
        format!(
            "Concentration of income {} without and {} with the programme, of the gain {} (below zero: the poor get more than their share of persons).",
            number(index("income_concentration_without"), 3),
            number(index("income_concentration_with"), 3),
            number(index("gain_concentration"), 3)
        ),
        format!(
            "收入集中指数：无项目 {}，有项目 {}；增收集中指数 {}（小于零：穷户所得超过其人口比重）。",
            number(index("income_concentration_without"), 3),
            number(index("income_concentration_with"), 3),
            number(index("gain_concentration"), 3)
        ),
    );
    format!("{}\n{concentration}\n", table(&scenario.groups, groupings, &LEVELS, 0.0, lang))
}

/// Rows of groups; ends of intervals of shares are not shown below `least_share`.
fn table(groups: &[GroupSummary], groupings: &[Grouping], columns: &[Shown], least_share: f64, lang: Lang) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING);
    let headings = columns.iter().map(|(_, en, zh, _, _)| lang.pick(*en, *zh));
    table.set_header(std::iter::once("").chain(headings));
    for grouping in groupings {
        for group in groups.iter().filter(|group| group.grouping == grouping.key()) {
            let cells = columns
                .iter()
                .map(|(id, _, _, share, range)| cell(group.metric(id), share.then_some(least_share), *range));
            table.add_row(std::iter::once(name(*grouping, &group.group, lang)).chain(cells));
        }
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}

fn cell(estimate: Option<&Estimate>, share: Option<f64>, range: bool) -> String {
    let Some((estimate, mean)) = estimate.and_then(|estimate| Some((estimate, estimate.mean?))) else {
        return "–".to_owned();
    };
    match (share, estimate.interval.filter(|_| range)) {
        (Some(least), Some(ends)) => {
            format!("{} {}", percent(mean, 1), interval(100.0 * ends.low.max(least), 100.0 * ends.high, 1))
        }
        (Some(_), None) => percent(mean, 1),
        (None, Some(ends)) => format!("{} {}", number(mean, 0), interval(ends.low, ends.high, 0)),
        (None, None) => number(mean, 0),
    }
}

/// A group in words.
fn name(grouping: Grouping, group: &str, lang: Lang) -> String {
    match grouping {
        Grouping::Mode => Mode::ALL
            .into_iter()
            .find(|mode| mode.key() == group)
            .map_or_else(|| group.to_owned(), |mode| super::explain::mode_words(mode, lang).to_owned()),
        Grouping::Township => group.to_owned(),
        Grouping::Size if group == "1" => lang.pick("1 person", "1 人户").to_owned(),
        Grouping::Size => lang.pick(format!("{group} persons"), format!("{group} 人户")),
        Grouping::Decile => match group {
            "1" => lang.pick("decile 1 (poorest)".to_owned(), "第1组（最低收入）".to_owned()),
            _ => lang.pick(format!("decile {group}"), format!("第{group}组")),
        },
    }
}

fn note(lang: Lang) -> &'static str {
    lang.pick(
        "Deciles: tenths of all households by first-year income per head without the programme; they do not move with the policy.\nPoor: persons of borrowing households below the poverty line at the end of their 36 months. Brackets are 95% intervals.\nOther groups with --by township|mode|household_size|income_decile; all numbers in groups.csv.\n",
        "分组：按首年无项目时人均收入将全部农户分为十组，不随政策变动。\n贫困率：借款户人口在36个月观察期末低于贫困线的比例。方括号内为95%置信区间。\n其他分组用 --by township|mode|household_size|income_decile；全部数字见 groups.csv。\n",
    )
}
