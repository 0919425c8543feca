//! What scenarios come to against the baseline, in sentences: each scenario stands in one of them, none is ranked.

use super::card::labels;
use super::reading::{Balance, Fund, RARE};
use super::{View, amount, joined, listed};
use crate::output::{Comparison, Verdict};
use crate::text::words::{common, report as words};
use crate::text::{Lang, percent, whole};

/// Scenarios that a sentence names; of more it gives the number.
const MOST_NAMED: usize = 4;

/// Scenarios of which a sentence tells in what each is better and worse.
const MOST_TOLD: usize = 2;

/// Metrics that every comparison shows, in their order of importance.
pub const COMPARED: [&str; 4] = ["depleted", "recovery_rate", "gain_per_capita_yuan", "public_cost_yuan"];

/// A scenario with what it comes to.
type Weighed<'v> = (&'v Comparison, Balance<'v>);

/// What the comparison comes to, over the headline metrics.
pub fn comparison(view: &View<'_, '_>) -> String {
    let (lang, base) = (view.lang, view.title());
    let all: Vec<Weighed<'_>> = view.comparisons().iter().map(|one| (one, Balance::of(one))).collect();
    let of = |wanted: fn(&Balance<'_>) -> bool| -> Vec<&Weighed<'_>> {
        all.iter().filter(|(_, balance)| wanted(balance)).collect()
    };
    let (gains, trades, losses) = (of(|one| one.is_gain()), of(|one| one.is_trade()), of(|one| one.is_loss()));
    let told = gains.len() + trades.len() + losses.len();
    if told == 0 {
        return match () {
            _ if of(|one| one.is_void()).len() == all.len() => words::compare_void(lang, base),
            _ if of(|one| one.is_same()).len() == all.len() => words::compare_same(lang, base),
            _ => words::compare_nothing(lang, base, whole(i64::from(view.replications()))),
        };
    }
    let first = match gains.is_empty() {
        true => words::compare_none(lang, base),
        false => words::compare_gains(lang, named(view, &gains), base),
    };
    let sentences = [
        Some(first),
        (gains.len() > 1).then(|| words::compare_not_among(lang).to_owned()),
        fund_open(&gains, lang),
        (!trades.is_empty()).then(|| trading(view, &trades)),
        fund_open(&trades, lang),
        (!losses.is_empty()).then(|| words::compare_losses(lang, named(view, &losses))),
        (told < all.len()).then(|| words::compare_rest(lang, all.len() - told)),
        fund_risky(view, &all),
    ];
    joined(&sentences.into_iter().flatten().collect::<Vec<_>>(), lang)
}

/// Scenarios that are better in something and worse in something else; of a few, in what.
fn trading(view: &View<'_, '_>, trades: &[&Weighed<'_>]) -> String {
    let lang = view.lang;
    if trades.len() > MOST_TOLD {
        return words::compare_trades(lang, named(view, trades));
    }
    let trade = |(one, balance): &&Weighed<'_>| {
        let (better, worse) = (labels(view, &foremost(&balance.better)), labels(view, &foremost(&balance.worse)));
        words::compare_trade(lang, view.name_of(&one.scenario), better, worse)
    };
    let parts: Vec<String> = trades.iter().map(trade).collect();
    words::compare_are_trades(lang, parts.join(common::semicolon(lang)))
}

/// Of several metrics those that the card shows; all if it shows none of them.
fn foremost<'s>(ids: &[&'s str]) -> Vec<&'s str> {
    let shown: Vec<&str> = ids.iter().filter(|id| COMPARED.contains(id)).copied().collect();
    if shown.is_empty() { ids.to_vec() } else { shown }
}

/// Names up to a number, else their number.
fn named(view: &View<'_, '_>, scenarios: &[&Weighed<'_>]) -> String {
    let lang = view.lang;
    match scenarios.len() {
        n if n > MOST_NAMED => words::so_many_scenarios(lang, n),
        _ => {
            let name = |(one, _): &&Weighed<'_>| words::quoted(lang, view.name_of(&one.scenario));
            listed(&scenarios.iter().map(name).collect::<Vec<_>>(), lang)
        }
    }
}

/// In how many of these scenarios the probability of depletion was compared and could not be told from the baseline's.
fn fund_open(about: &[&Weighed<'_>], lang: Lang) -> Option<String> {
    let is_open =
        |one: &Comparison| one.effect("depleted").is_some_and(|effect| effect.verdict == Verdict::NotDistinguishable);
    match about.iter().filter(|(one, _)| is_open(one)).count() {
        0 => None,
        open if open == about.len() => Some(words::compare_fund_open(lang).to_owned()),
        open => Some(words::compare_fund_open_in(lang, open)),
    }
}

/// The scenarios whose fund is not large enough by itself, whatever the baseline's is.
fn fund_risky(view: &View<'_, '_>, all: &[Weighed<'_>]) -> Option<String> {
    let (lang, line) = (view.lang, percent(RARE, 0));
    let risky = |(one, _): &&Weighed<'_>| -> Option<String> {
        let place = view.source.run.summary.scenarios.iter().position(|scenario| scenario.name == one.scenario)?;
        let depleted = &view.source.run.summary.scenarios[place].depletion.by_horizon;
        let has_fund = view.source.has_fund.get(place).copied().unwrap_or(true);
        let fund = Fund::of(has_fund, depleted, view.replications());
        let name = words::quoted(lang, view.name_of(&one.scenario));
        matches!(fund, Fund::Risky | Fund::Fails)
            .then(|| words::label_and_amount(lang, name, amount::share(depleted).text()))
    };
    let found: Vec<String> = all.iter().filter_map(|one| risky(&one)).collect();
    match found.len() {
        0 => None,
        n if n > MOST_NAMED => Some(words::compare_risky_in(lang, n, line)),
        _ => Some(words::compare_risky(lang, listed(&found, lang), line)),
    }
}
