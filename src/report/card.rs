//! The decision card: the question, the recommended reading, the three numbers, the cost, the assumptions.

use super::document::{Card, Number, Table};
use super::reading::{self, FEW_DEPLETIONS, Fund, Side};
use super::weighing::{self, COMPARED};
use super::{View, amount, assumptions, listed};
use crate::output::{Comparison, MetricSummary, Ratios};
use crate::text::words::{common, report as words};
use crate::text::{Lang, percent, whole};

/// The card of a run.
pub fn card(view: &View<'_, '_>) -> Card {
    let lang = view.lang;
    let scenario = view.base_scenario();
    let question = scenario.map(|scenario| scenario.question.get(lang)).filter(|question| !question.is_empty());
    let mut card = Card {
        question: question.map_or_else(|| view.title(), str::to_owned),
        expected: scenario.map_or_else(String::new, |scenario| scenario.expected.get(lang).to_owned()),
        reading: reading(view),
        numbers_heading: match view.comparisons() {
            [] => words::card_numbers(lang).to_owned(),
            _ => words::card_numbers_of_baseline(lang).to_owned(),
        },
        numbers: numbers(view),
        intervals: words::card_intervals(lang, percent(view.source.run.summary.confidence, 0)),
        against: against(view),
        cost_heading: match view.comparisons() {
            [] => words::card_cost(lang).to_owned(),
            _ => words::card_cost_of_baseline(lang).to_owned(),
        },
        cost: cost(view),
        ..Card::default()
    };
    assumptions::choose(&mut card, scenario, assumptions::measured(view), lang);
    card
}

/// Two sentences: of one scenario what fund, recovery and gain come to; of several first what the comparison comes to.
fn reading(view: &View<'_, '_>) -> Vec<String> {
    if view.replications() < reading::FEW_REPLICATIONS {
        return vec![words::read_nothing(view.lang, whole(i64::from(view.replications())))];
    }
    match view.comparisons() {
        [] => [fund(view), Some(recovery_and_gain(view))].into_iter().flatten().collect(),
        _ => {
            let fund = fund(view).map(|sentence| words::of_baseline(view.lang, view.title(), sentence));
            std::iter::once(weighing::comparison(view)).chain(fund).collect()
        }
    }
}

/// What the probability of depletion comes to.
fn fund(view: &View<'_, '_>) -> Option<String> {
    let (lang, depleted) = (view.lang, &view.base().depletion.by_horizon);
    let probability = amount::share(depleted).text();
    let line = percent(reading::RARE, 0);
    Some(match Fund::of(view.has_fund(), depleted, view.replications()) {
        Fund::None => words::fund_none(lang).to_owned(),
        Fund::TooFew => return None,
        Fund::Holds => words::fund_holds(lang, probability, line),
        Fund::Unsure => words::fund_unsure(lang, probability, line),
        Fund::Risky => words::fund_risky(lang, probability, line),
        Fund::Fails => words::fund_fails(lang, probability),
    })
}

fn recovery_and_gain(view: &View<'_, '_>) -> String {
    let both: Vec<String> = [recovery(view), gain(view)].into_iter().flatten().collect();
    words::sentence_of(view.lang, both.join(common::semicolon(view.lang)))
}

/// The recovery rate against the rate at which the reward is paid.
fn recovery(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let metric = view.metric("recovery_rate").filter(|metric| metric.estimate.mean.is_some())?;
    let rate = amount::mean(metric, lang).text();
    let required = view.source.run.backgrounds.get(view.baseline).and_then(|background| background.required_rate);
    let Some(line) = required else { return Some(words::recovery_is(lang, rate)) };
    let line_words = percent(line, 0);
    Some(match Side::of_mean(&metric.estimate, line) {
        Side::Below => words::recovery_below(lang, rate, line_words),
        Side::Above => words::recovery_above(lang, rate, line_words),
        Side::Unsure => words::recovery_unsure(lang, rate, line_words),
    })
}

fn gain(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let metric = view.metric("gain_per_capita_yuan").filter(|metric| metric.estimate.mean.is_some())?;
    let gain = amount::mean(metric, lang).text();
    Some(match Side::of_mean(&metric.estimate, 0.0) {
        Side::Above => words::gain_is(lang, gain),
        Side::Below => words::gain_is_loss(lang, gain),
        Side::Unsure => words::gain_unsure(lang, gain),
    })
}

/// Headings of metrics in a row.
pub fn labels(view: &View<'_, '_>, ids: &[&str]) -> String {
    let label = |id: &&str| view.metric(id).map_or_else(|| (*id).to_owned(), |metric| label(metric, view.lang));
    listed(&ids.iter().map(label).collect::<Vec<_>>(), view.lang)
}

/// The heading of a metric.
pub fn label(metric: &MetricSummary, lang: Lang) -> String {
    lang.pick(&metric.label_en, &metric.label_zh).clone()
}

fn numbers(view: &View<'_, '_>) -> Vec<Number> {
    [view.has_fund().then(|| depletion(view)), number_of_recovery(view), number_of_gain(view)]
        .into_iter()
        .flatten()
        .collect()
}

fn depletion(view: &View<'_, '_>) -> Number {
    let (lang, depletion) = (view.lang, &view.base().depletion);
    let by = &depletion.by_horizon;
    let written = amount::share(by);
    let counted = words::dry_in(lang, whole(by.count as i64), whole(by.n as i64), view.end());
    let when = depletion.median_month.filter(|_| by.count >= FEW_DEPLETIONS);
    let when = when.map(|month| words::dry_when(lang, view.month(month)));
    let few = (by.count > 0 && by.count < FEW_DEPLETIONS).then(|| words::dry_few(lang).to_owned());
    Number {
        label: words::number_fund(lang).to_owned(),
        value: written.value,
        interval: written.interval,
        notes: std::iter::once(counted).chain(when).chain(few).collect(),
    }
}

/// A metric as one of the three numbers.
fn number_of(metric: &MetricSummary, label: &str, notes: Vec<String>, lang: Lang) -> Number {
    let written = amount::mean(metric, lang);
    let spread = amount::middle(metric, lang).map(|ends| words::nine_tenths(lang, ends));
    let notes = spread.into_iter().chain(notes).collect();
    Number { label: label.to_owned(), value: written.value, interval: written.interval, notes }
}

fn number_of_recovery(view: &View<'_, '_>) -> Option<Number> {
    let lang = view.lang;
    let metric = view.metric("recovery_rate").filter(|metric| metric.estimate.mean.is_some())?;
    let last = view.written("ultimate_recovery_rate").map(|rate| words::recovered_at_last(lang, rate));
    Some(number_of(metric, words::number_recovery(lang), last.into_iter().collect(), lang))
}

fn number_of_gain(view: &View<'_, '_>) -> Option<Number> {
    let lang = view.lang;
    let metric = view.metric("gain_per_capita_yuan").filter(|metric| metric.estimate.mean.is_some())?;
    let payout = view.written("payout_per_capita_yuan").map(|payout| words::of_it_payout(lang, payout));
    let per_person = view.written("gain_per_person_yuan").map(|gain| words::per_person(lang, gain));
    Some(number_of(metric, words::number_gain(lang), payout.into_iter().chain(per_person).collect(), lang))
}

/// The three numbers and the cost of every scenario, and what they differ from the baseline.
fn against(view: &View<'_, '_>) -> Option<Table> {
    let lang = view.lang;
    let comparisons = view.comparisons();
    let shown: Vec<&str> = COMPARED.into_iter().filter(|id| view.mean(id).is_some()).collect();
    let first = words::scenario(lang).to_owned();
    let heading = |id: &&str| view.metric(id).map_or_else(String::new, |metric| label(metric, lang));
    let value = |id: &&str| view.metric(id).map_or_else(String::new, |metric| amount::mean(metric, lang).text());
    let base = std::iter::once(words::baseline_row(lang, view.title())).chain(shown.iter().map(value)).collect();
    let row = |one: &Comparison| -> Vec<String> {
        let cell = |id: &&str| one.effect(id).map_or_else(String::new, |effect| super::compared::cell(effect, lang));
        std::iter::once(view.name_of(&one.scenario)).chain(shown.iter().map(cell)).collect()
    };
    (!comparisons.is_empty()).then(|| Table {
        caption: words::against_caption(lang).to_owned(),
        headings: std::iter::once(first).chain(shown.iter().map(heading)).collect(),
        rows: std::iter::once(base).chain(comparisons.iter().map(row)).collect(),
        words: 1,
        note: words::against_note(lang, whole(i64::from(view.replications()))),
        dense: false,
    })
}

fn cost(view: &View<'_, '_>) -> Vec<String> {
    let lang = view.lang;
    let total = view.written("public_cost_yuan").map(|cost| words::cost_total(lang, cost));
    let pays = view.mean("budget_cost_yuan").is_some_and(|cost| cost > 0.0);
    let budget = view.written("budget_cost_yuan").filter(|_| pays).map(|cost| words::cost_budget(lang, cost));
    let Ratios { cost_per_gain, cost_per_head, gain_per_head, .. } = view.base().ratios;
    let per_yuan = cost_per_gain.filter(|per_gain| per_gain.ratio > 0.0);
    let per_yuan = per_yuan.map(|per_gain| words::cost_per_yuan(lang, amount::yuan_per(&per_gain, 2, lang).text()));
    let handed_out = cost_per_head.zip(gain_per_head);
    let per_head = |ratio| amount::yuan_per(&ratio, 0, lang).text();
    let handed_out = handed_out.map(|(cost, gain)| words::cost_handed_out(lang, per_head(cost), per_head(gain)));
    [total, budget, per_yuan, handed_out].into_iter().flatten().collect()
}
