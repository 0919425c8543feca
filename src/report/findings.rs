//! Findings: sentences from numbers, each with its interval, each silent where the run has nothing to say.

use super::amount::Scale;
use super::document::{Block, Section};
use super::reading::{FEW_DEPLETIONS, FEW_REPLICATIONS, Side};
use super::{View, amount, joined, listed};
use crate::metrics::Unit;
use crate::model::groups::Grouping;
use crate::stats::Tail;
use crate::text::words::report as words;
use crate::text::{number, percent, whole};

/// The section.
pub fn section(view: &View<'_, '_>) -> Section {
    let all = [
        fund(view),
        needed(view),
        recovery(view),
        composition(view),
        modes(view),
        losers(view),
        poverty(view),
        reach(view),
        stops(view),
        failures(view),
    ];
    let title = match view.comparisons() {
        [] => words::section_findings(view.lang).to_owned(),
        _ => words::section_findings_of(view.lang, view.title()),
    };
    let sentences: Vec<String> = all.into_iter().flatten().collect();
    let blocks = match sentences.is_empty() {
        true => vec![Block::Text(words::no_findings(view.lang).to_owned())],
        false => vec![Block::List(sentences)],
    };
    Section { id: "findings", title, blocks }
}

fn fund(view: &View<'_, '_>) -> Option<String> {
    let (lang, depletion) = (view.lang, &view.base().depletion);
    let by = &depletion.by_horizon;
    let (count, all) = (whole(by.count as i64), whole(by.n as i64));
    let high = by.interval.map(|range| range.high)?;
    if !view.has_fund() {
        return None;
    }
    Some(match by.count {
        0 => words::never_dry(lang, all, percent(high, 1)),
        n if n < FEW_DEPLETIONS => words::seldom_dry(lang, count, all, amount::share(by).text()),
        _ => {
            let when = depletion.median_month.map(|month| view.month(month)).unwrap_or_default();
            let range = depletion.median_month_interval.map_or_else(String::new, |range| {
                words::between_months(lang, view.month(range.low), view.month(range.high))
            });
            words::often_dry(lang, count, all, amount::share(by).text(), when, range)
        }
    })
}

/// The fund that pays every claim with a probability: the tail of the fund needed.
fn needed(view: &View<'_, '_>) -> Option<String> {
    if !view.has_fund() || view.replications() < FEW_REPLICATIONS {
        return None;
    }
    let tail = view.base().tails.iter().find(|tail| tail.id == "fund_needed_yuan")?;
    let metric = view.metric("fund_needed_yuan")?;
    let at = |level: f64| -> Option<String> {
        let quantile = tail.levels.iter().map(|tail: &Tail| &tail.value_at_risk).find(|found| found.level == level)?;
        // Without an interval there are too few replications in the tail to say anything.
        let range = quantile.interval?;
        // Nothing more is needed: a fund of nothing has no interval worth showing.
        let nothing = quantile.value == Some(0.0) && range.high == 0.0;
        let written = amount::quantile(metric, quantile, view.lang).text();
        Some(if nothing { words::nothing_more(view.lang).to_owned() } else { written })
    };
    let parts: Vec<String> = [0.9, 0.95, 0.99]
        .into_iter()
        .filter_map(|level| Some(words::fund_for(view.lang, percent(level, 0), at(level)?)))
        .collect();
    (!parts.is_empty()).then(|| words::fund_needed(view.lang, listed(&parts, view.lang)))
}

fn recovery(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let metric = view.metric("recovery_rate").filter(|metric| metric.estimate.mean.is_some())?;
    let spread = amount::middle(metric, lang)?;
    let last = view.written("ultimate_recovery_rate")?;
    Some(words::recovered(lang, amount::mean(metric, lang).text(), spread, last))
}

/// How much of the gain is contract and how much is production.
fn composition(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let production = view.metric("production_gain_per_capita_yuan")?;
    let (gain, payout) = (view.written("gain_per_capita_yuan")?, view.written("payout_per_capita_yuan")?);
    let written = amount::mean(production, lang).text();
    let production = match Side::of_mean(&production.estimate, 0.0) {
        Side::Above => words::production_adds(lang, written),
        Side::Below => words::production_takes(lang, written),
        Side::Unsure => words::production_unsure(lang, written),
    };
    Some(joined(&[words::gain_and_payout(lang, gain, payout), production], lang))
}

/// Gains by mode. They are of different households, so that no mode is called better.
fn modes(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let modes = [
        ("gain_per_capita_self_directed_yuan", words::mode_self_directed(lang)),
        ("gain_per_capita_pooled_yuan", words::mode_pooled(lang)),
        ("gain_per_capita_fixed_benefit_yuan", words::mode_fixed_benefit(lang)),
    ];
    let parts = modes.into_iter().filter_map(|(id, name)| Some(words::label_and_amount(lang, name, view.written(id)?)));
    let parts: Vec<String> = parts.collect();
    (parts.len() > 1).then(|| words::gain_by_mode(lang, listed(&parts, lang)))
}

fn losers(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let poorest = view.written("gain_share_poorest_40").map(|part| words::poorest_get(lang, part));
    let Some(lost) = view.base().ratios.worse_off else { return poorest };
    let by_mode = view.base().groups.iter().filter(|group| group.grouping == Grouping::Mode.key());
    let by_mode = by_mode.filter_map(|group| {
        let part = group.metric("worse_off_share").filter(|part| part.mean.is_some())?;
        let part = Scale::of(Unit::Share, 1.0, lang).amount(part.mean, part.interval).text();
        Some(words::label_and_amount(lang, super::tables::mode_name(&group.group, lang), part))
    });
    let by_mode = listed(&by_mode.collect::<Vec<_>>(), lang);
    let first = words::worse_off(lang, amount::part(&lost).text(), by_mode);
    Some(joined(&std::iter::once(first).chain(poorest).collect::<Vec<_>>(), lang))
}

/// The poverty rate of those who borrow, and whether the programme changes it.
fn poverty(view: &View<'_, '_>) -> Option<String> {
    let (lang, ratios) = (view.lang, &view.base().ratios);
    let (without, with, change) = (ratios.poor_without?, ratios.poor_with?, ratios.poor_change?);
    // Where nobody is poor either way there is nothing to say: a laboratory may have no poverty line.
    if without.ratio == 0.0 && with.ratio == 0.0 {
        return None;
    }
    let [without, with] = [without, with].map(|part| amount::part(&part).text());
    let written = Scale::of_difference(Unit::Share, 1.0, lang).amount(Some(change.ratio), change.interval).text();
    Some(match Side::of(change.interval, 0.0) {
        Side::Above => words::poverty_rises(lang, without, with, written),
        Side::Below => words::poverty_falls(lang, without, with, written),
        Side::Unsure => words::poverty_unsure(lang, without, with, written),
    })
}

fn reach(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    // A laboratory may begin with loans and lend none.
    view.mean("lent_yuan").filter(|lent| *lent > 0.0)?;
    let (lent, households) = (view.written("lent_yuan")?, view.written("households_borrowing")?);
    Some(match view.base().ratios.lent.map(|part| amount::part(&part).text()) {
        Some(part) => words::reached_of_plan(lang, households, lent, part),
        None => words::reached(lang, households, lent),
    })
}

fn stops(view: &View<'_, '_>) -> Option<String> {
    let lang = view.lang;
    let count = view.mean("suspensions").filter(|count| *count > 0.0)?;
    let without_cause = view.mean("suspensions_false")?;
    let decimals = usize::from(count < 100.0);
    let written = |id| view.written(id).unwrap_or_else(|| "–".to_owned());
    Some(words::stops(
        lang,
        written("suspensions"),
        written("months_suspended"),
        number(without_cause, decimals),
        percent(without_cause / count, 1),
    ))
}

fn failures(view: &View<'_, '_>) -> Option<String> {
    view.mean("contingent_liability_yuan").filter(|sum| *sum > 0.0)?;
    let failed = view.written("organisations_failed")?;
    let metric = view.metric("contingent_liability_yuan")?;
    let worst = metric.quantile(0.95).and_then(|quantile| quantile.value);
    let worst = amount::value(metric, worst, view.lang);
    Some(words::failures(view.lang, failed, amount::mean(metric, view.lang).text(), worst))
}
