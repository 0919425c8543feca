//! Scenarios against the baseline: every word follows from a verdict over all comparisons that are shown.

use super::document::{Block, Section, Table};
use super::reading::Balance;
use super::weighing::COMPARED;
use super::{View, amount, card};
use crate::output::{Comparison, EffectSummary, Verdict};
use crate::text::words::{common, report as words};
use crate::text::{Lang, whole};

/// Scenarios up to which each has a table of its own.
const FEW: usize = 3;

/// The section; none of a run with one scenario.
pub fn section(view: &View<'_, '_>) -> Option<Section> {
    let (lang, comparisons) = (view.lang, view.comparisons());
    let first = comparisons.first()?;
    let mut blocks = vec![Block::List(comparisons.iter().map(|one| sentence(view, one)).collect())];
    if comparisons.len() <= FEW {
        blocks.extend(comparisons.iter().map(|one| Block::Table(table(view, one))));
    } else {
        blocks.push(Block::Table(all(view, first)));
    }
    let judged = comparisons.iter().flat_map(|one| &one.effects).filter(|e| e.headline && e.p_holm.is_some()).count();
    blocks.push(Block::Text(words::judged_together(lang, judged, whole(i64::from(view.replications())))));
    Some(Section { id: "comparison", title: words::section_comparison(lang).to_owned(), blocks })
}

/// What a scenario comes to, in a sentence.
fn sentence(view: &View<'_, '_>, comparison: &Comparison) -> String {
    let lang = view.lang;
    let name = view.name_of(&comparison.scenario);
    let balance = Balance::of(comparison);
    let with = |ids: &[&str]| {
        let one = |id: &&str| {
            let effect = comparison.effect(id)?;
            let label = view.metric(id).map_or_else(|| (*id).to_owned(), |metric| card::label(metric, lang));
            Some(words::label_and_amount(lang, label, amount::difference(effect, lang).text()))
        };
        super::listed(&ids.iter().filter_map(one).collect::<Vec<_>>(), lang)
    };
    let better = (!balance.better.is_empty()).then(|| words::better_in(lang, with(&balance.better)));
    let worse = (!balance.worse.is_empty()).then(|| words::worse_in(lang, with(&balance.worse)));
    let differs = (!balance.differs.is_empty()).then(|| words::differs_in(lang, with(&balance.differs)));
    let open = (balance.open > 0).then(|| words::open_in(lang, balance.open));
    let void = (balance.incomparable > 0).then(|| words::incomparable_in(lang, balance.incomparable));
    let parts: Vec<String> = [better, worse, differs, open, void].into_iter().flatten().collect();
    match parts.is_empty() {
        true => words::same_as_baseline(lang, name),
        false => words::scenario_is(lang, name, parts.join(common::semicolon(lang))),
    }
}

/// One scenario against the baseline, metric by metric.
fn table(view: &View<'_, '_>, comparison: &Comparison) -> Table {
    let lang = view.lang;
    let other = view.source.run.summary.scenarios.iter().find(|scenario| scenario.name == comparison.scenario);
    let row = |effect: &EffectSummary| -> Option<Vec<String>> {
        let base = view.metric(&effect.id)?;
        let mean = |metric| amount::mean(metric, lang).value;
        Some(vec![
            card::label(base, lang),
            mean(base),
            other.and_then(|other| other.metric(&effect.id)).map_or_else(|| "–".to_owned(), mean),
            amount::difference(effect, lang).text(),
            effect.verdict.words(lang).to_owned(),
        ])
    };
    Table {
        caption: words::compared_caption(lang, view.name_of(&comparison.scenario)),
        headings: [
            words::metric(lang),
            words::baseline(lang),
            words::scenario(lang),
            words::difference(lang),
            words::verdict(lang),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: comparison.effects.iter().filter(|effect| effect.headline).filter_map(row).collect(),
        words: 1,
        ..Table::default()
    }
}

/// Every scenario in a row: the headline metrics that the decision card does not show.
fn all(view: &View<'_, '_>, first: &Comparison) -> Table {
    let lang = view.lang;
    let shown = |id: &&str| !COMPARED.contains(id) && view.mean(id).is_some();
    let ids: Vec<&str> = first.effects.iter().filter(|e| e.headline).map(|e| e.id.as_str()).filter(shown).collect();
    let heading = |id: &&str| view.metric(id).map_or_else(String::new, |metric| card::label(metric, lang));
    let value = |id: &&str| view.metric(id).map_or_else(String::new, |metric| amount::mean(metric, lang).text());
    let base = std::iter::once(words::baseline_row(lang, view.title())).chain(ids.iter().map(value)).collect();
    let row = |one: &Comparison| -> Vec<String> {
        let cells = ids.iter().map(|id| one.effect(id).map_or_else(String::new, |effect| cell(effect, lang)));
        std::iter::once(view.name_of(&one.scenario)).chain(cells).collect()
    };
    Table {
        caption: words::compared_more_caption(lang).to_owned(),
        headings: std::iter::once(words::scenario(lang).to_owned()).chain(ids.iter().map(heading)).collect(),
        rows: std::iter::once(base).chain(view.comparisons().iter().map(row)).collect(),
        words: 1,
        ..Table::default()
    }
}

/// A difference and what it comes to.
pub fn cell(effect: &EffectSummary, lang: Lang) -> String {
    match effect.verdict {
        Verdict::Same | Verdict::NotComparable => effect.verdict.words(lang).to_owned(),
        found => words::amount_and_verdict(lang, amount::difference(effect, lang).text(), found.words(lang)),
    }
}
