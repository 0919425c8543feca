//! The decision card: the question, the recommended reading, the three numbers, the cost, the assumptions.

use super::document::{Card, Number, Table};
use super::reading::{self, Balance, FEW_DEPLETIONS, Fund, Side};
use super::{View, amount, assumptions, listed};
use crate::output::{Comparison, MetricSummary, Ratios, Verdict};
use crate::text::words::{common, report as words};
use crate::text::{Lang, percent, whole};

/// Scenarios that a sentence names; of more it gives the number.
const MOST_NAMED: usize = 4;

/// Scenarios of which a sentence tells in what each is better and worse.
const MOST_TOLD: usize = 2;

/// Metrics that every comparison shows, in their order of importance.
pub const COMPARED: [&str; 4] = ["depleted", "recovery_rate", "gain_per_capita_yuan", "public_cost_yuan"];

/// The card of a run.
pub fn card(view: &View<'_, '_>) -> Card {
    let lang = view.lang;
    let scenario = view.base_scenario();
    let question = scenario.map(|scenario| scenario.question.get(lang)).filter(|question| !question.is_empty());
    let mut card = Card {
        question: question.map_or_else(|| view.title(), str::to_owned),
        expected: scenario.map_or_else(String::new, |scenario| scenario.expected.get(lang).to_owned()),
        reading: reading(view),
        numbers: numbers(view),
        intervals: words::card_intervals(lang, percent(view.source.run.summary.confidence, 0)),
        against: against(view),
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
        comparisons => [Some(comparison(view, comparisons)), fund(view)].into_iter().flatten().collect(),
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

/// What the comparison comes to, over the headline metrics; scenarios are not compared with one another.
fn comparison(view: &View<'_, '_>, comparisons: &[Comparison]) -> String {
    let lang = view.lang;
    let base = view.title();
    let balances: Vec<(&Comparison, Balance<'_>)> = comparisons.iter().map(|one| (one, Balance::of(one))).collect();
    let of = |wanted: &dyn Fn(&Balance<'_>) -> bool| -> Vec<String> {
        let found = balances.iter().filter(|(_, balance)| wanted(balance));
        found.map(|(one, _)| view.name_of(&one.scenario)).collect()
    };
    let (gains, trades, losses) = (of(&|one| one.is_gain()), of(&|one| one.is_trade()), of(&|one| one.is_loss()));
    let all = comparisons.len();
    if !gains.is_empty() {
        let open = balances.iter().filter(|(one, balance)| balance.is_gain() && is_open(one)).count();
        let open = match open {
            0 => String::new(),
            open if open == gains.len() => words::compare_fund_open(lang).to_owned(),
            open => words::compare_fund_open_in(lang, open),
        };
        let among = if gains.len() > 1 { words::compare_not_among(lang) } else { "" };
        return words::compare_gains(lang, named(&gains, lang), base) + &open + among;
    }
    match (trades.len(), losses.len()) {
        (0, 0) if balances.iter().all(|(_, balance)| balance.is_same()) => words::compare_same(lang, base),
        (0, 0) => words::compare_nothing(lang, base, whole(i64::from(view.replications()))),
        (0, _) => words::compare_losses(lang, named(&losses, lang), base),
        (n, _) if n == all && n <= MOST_TOLD => {
            let trade = |(one, balance): &(&Comparison, Balance<'_>)| {
                let (better, worse) =
                    (labels(view, &foremost(&balance.better)), labels(view, &foremost(&balance.worse)));
                words::compare_trade(lang, view.name_of(&one.scenario), better, worse)
            };
            let trades: Vec<String> = balances.iter().map(trade).collect();
            words::compare_are_trades(lang, trades.join(common::semicolon(lang)))
        }
        (trades, losses) => words::compare_trades(lang, trades, losses, all - trades - losses, base),
    }
}

/// Whether the probability of depletion was compared and could not be told from the baseline's.
fn is_open(comparison: &Comparison) -> bool {
    comparison.effect("depleted").is_some_and(|effect| effect.verdict == Verdict::NotDistinguishable)
}

/// Of several metrics those that the card shows; all if it shows none of them.
fn foremost<'s>(ids: &[&'s str]) -> Vec<&'s str> {
    let shown: Vec<&str> = ids.iter().filter(|id| COMPARED.contains(id)).copied().collect();
    if shown.is_empty() { ids.to_vec() } else { shown }
}

/// Names up to a number, else their number.
fn named(names: &[String], lang: Lang) -> String {
    match names.len() {
        n if n > MOST_NAMED => words::so_many_scenarios(lang, n),
        _ => listed(&names.iter().map(|name| words::quoted(lang, name)).collect::<Vec<_>>(), lang),
    }
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
    Some(number_of(metric, words::number_gain(lang), payout.into_iter().collect(), lang))
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
    let Ratios { cost_per_gain, cost_per_head, gain_per_head, .. } = view.ratios;
    let per_yuan = cost_per_gain.filter(|per_gain| per_gain.ratio > 0.0);
    let per_yuan = per_yuan.map(|per_gain| words::cost_per_yuan(lang, amount::yuan_per(&per_gain, 2, lang).text()));
    let handed_out = cost_per_head.zip(gain_per_head);
    let per_head = |ratio| amount::yuan_per(&ratio, 0, lang).text();
    let handed_out = handed_out.map(|(cost, gain)| words::cost_handed_out(lang, per_head(cost), per_head(gain)));
    [total, budget, per_yuan, handed_out].into_iter().flatten().collect()
}
