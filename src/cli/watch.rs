//! Rows of the answer that a county watches beside the three numbers, where there is anything to watch: stops of
//! lending, what bailing out failed organisations would cost, and who loses.

use crate::model::groups::Grouping;
use crate::model::policy::Mode;
use crate::output::{MetricSummary, ScenarioSummary};
use crate::scenario::Scenario;
use crate::stats::Estimate;
use crate::text::words::{common, watch as words};
use crate::text::{Lang, number, percent};

use super::answer;
use super::explain;

/// The rows: heading and text.
pub fn rows(scenario: &Scenario, summary: &ScenarioSummary, lang: Lang) -> Vec<[String; 2]> {
    [stops(scenario, summary, lang), contingent(summary, lang), losers(summary, lang)].into_iter().flatten().collect()
}

/// How often lending was stopped, for how long, and how often without cause.
fn stops(scenario: &Scenario, summary: &ScenarioSummary, lang: Lang) -> Option<[String; 2]> {
    if !scenario.policy.any(|policy| !policy.rules.suspension.is_empty()) {
        return None;
    }
    let mean = |id| summary.metric(id).map(|metric| mean_of(metric, 1));
    let (count, months, without_cause) = (mean("suspensions")?, mean("months_suspended")?, mean("suspensions_false")?);
    Some([words::stop_rule(lang).to_owned(), words::stops(lang, count, months, without_cause)])
}

/// What the county would owe if it stood behind every organisation.
fn contingent(summary: &ScenarioSummary, lang: Lang) -> Option<[String; 2]> {
    let metric = summary.metric("contingent_liability_yuan")?;
    let estimate = &metric.estimate;
    let (scale, decimals) = lang.pick((1e6, 1), (1e4, 0));
    let mean = number(estimate.mean.filter(|mean| *mean > 0.0)? / scale, decimals);
    let mean = mean + &answer::beside(estimate.interval, scale, decimals);
    let worst = metric.quantile(0.95).and_then(|quantile| quantile.value);
    let worst = worst.map_or_else(|| "–".to_owned(), |yuan| number(yuan / scale, decimals));
    Some([words::contingent(lang).to_owned(), words::bail_out(lang, mean, worst)])
}

/// Who loses, and whom the gain reaches.
fn losers(summary: &ScenarioSummary, lang: Lang) -> Option<[String; 2]> {
    let lost = summary.ratios.worse_off?;
    let modes = summary.groups.iter().filter(|group| group.grouping == Grouping::Mode.key());
    let by_mode = modes.filter_map(|group| {
        let mode = Mode::ALL.into_iter().find(|mode| mode.key() == group.group)?;
        let part = group.metric("worse_off_share").filter(|part| part.mean.is_some())?;
        Some(words::of_mode(lang, explain::mode_words(mode, lang), percent_of(part)))
    });
    let by_mode = by_mode.collect::<Vec<String>>().join(common::comma(lang));
    let poorest = summary.metric("gain_share_poorest_40");
    let poorest = poorest.map_or_else(|| "–".to_owned(), |part| percent_of(&part.estimate));
    let lost = answer::percent_ratio(Some(lost));
    Some([words::who_loses(lang).to_owned(), words::losers(lang, lost, by_mode, poorest)])
}

/// The mean of a share with its interval.
fn percent_of(estimate: &Estimate) -> String {
    let mean = estimate.mean.map_or_else(|| "–".to_owned(), |mean| percent(mean, 1));
    mean + &answer::percent_beside(estimate.interval)
}

fn mean_of(metric: &MetricSummary, decimals: usize) -> String {
    let mean = metric.estimate.mean.map_or_else(|| "–".to_owned(), |mean| number(mean, decimals));
    mean + &answer::beside(metric.estimate.interval, 1.0, decimals)
}
