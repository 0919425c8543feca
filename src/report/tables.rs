//! Tables: by mode, who gains, by township, and what the worst replications look like.

use super::document::{Block, Section, Table};
use super::reading::FEW_REPLICATIONS;
use super::{View, amount, card};
use crate::metrics::Unit;
use crate::model::groups::Grouping;
use crate::output::{GroupSummary, names};
use crate::stats::{Estimate, Tail};
use crate::text::words::report as words;
use crate::text::{Lang, number, percent, whole};

/// Townships that the table shows.
const MOST_TOWNSHIPS: usize = 40;

/// The sections that the run has numbers for.
pub fn sections(view: &View<'_, '_>) -> Vec<Section> {
    [groups(view), stress(view)].into_iter().flatten().collect()
}

/// A column of a table of groups: id, heading, how it is written.
type Column = (&'static str, fn(Lang) -> &'static str, Written);

/// How an estimate is written.
#[derive(Clone, Copy, PartialEq)]
enum Written {
    /// The mean of a number of households.
    Count,
    /// Yuan a head with interval.
    Yuan,
    /// A share with interval.
    Share,
    /// A share of which only the mean matters.
    Part,
}

const COLUMNS: [Column; 6] = [
    ("households_borrowing", words::column_borrow, Written::Count),
    ("gain_per_capita_yuan", words::column_gain, Written::Yuan),
    ("worse_off_share", words::column_worse_off, Written::Share),
    ("below_line_share_without", words::column_poor_without, Written::Part),
    ("below_line_share_with", words::column_poor_with, Written::Share),
    ("gain_share", words::column_gain_share, Written::Share),
];

fn groups(view: &View<'_, '_>) -> Option<Section> {
    let lang = view.lang;
    if !view.follows_households() {
        return None;
    }
    let mut blocks = Vec::new();
    for (grouping, caption) in [
        (Grouping::Mode, words::by_mode(lang)),
        (Grouping::Decile, words::by_decile(lang)),
        (Grouping::Size, words::by_size(lang)),
    ] {
        let found: Vec<&GroupSummary> = of(view, grouping).filter(|group| borrowed(group)).collect();
        if !found.is_empty() {
            let rows = found.iter().map(|group| row(group_name(grouping, &group.group, lang), group, &COLUMNS, lang));
            blocks.push(Block::Table(table(caption, grouping, &COLUMNS, rows.collect(), lang)));
        }
    }
    blocks.extend(townships(view).map(Block::Table));
    blocks.push(Block::Text(words::groups_note(lang, names::GROUPS_CSV)));
    Some(Section { id: "who-gains", title: words::section_groups(lang).to_owned(), blocks })
}

fn of<'v>(view: &View<'v, '_>, grouping: Grouping) -> impl Iterator<Item = &'v GroupSummary> {
    view.base().groups.iter().filter(move |group| group.grouping == grouping.key())
}

fn borrowed(group: &GroupSummary) -> bool {
    group.metric("households_borrowing").and_then(|estimate| estimate.mean).is_some_and(|mean| mean > 0.0)
}

fn table(caption: &str, grouping: Grouping, columns: &[Column], rows: Vec<Vec<String>>, lang: Lang) -> Table {
    let first = match grouping {
        Grouping::Mode => words::column_mode(lang),
        Grouping::Township => words::column_township(lang),
        Grouping::Size => words::column_size(lang),
        Grouping::Decile => words::column_decile(lang),
    };
    let headings = std::iter::once(first).chain(columns.iter().map(|(_, heading, _)| heading(lang)));
    Table {
        caption: caption.to_owned(),
        headings: headings.map(str::to_owned).collect(),
        rows,
        words: 1,
        ..Table::default()
    }
}

fn row(name: String, group: &GroupSummary, columns: &[Column], lang: Lang) -> Vec<String> {
    let cell = |(id, _, written): &Column| {
        group.metric(id).map_or_else(|| "–".to_owned(), |found| cell(found, *written, lang))
    };
    std::iter::once(name).chain(columns.iter().map(cell)).collect()
}

fn cell(estimate: &Estimate, written: Written, lang: Lang) -> String {
    let Some(mean) = estimate.mean else { return "–".to_owned() };
    let interval = estimate.interval;
    match written {
        Written::Count => number(mean, 0),
        Written::Part => percent(mean, 1),
        Written::Share => amount::Scale::of(Unit::Share, mean, lang).amount(Some(mean), interval).text(),
        Written::Yuan => {
            amount::Scale::of(Unit::YuanPerPersonYear, mean.abs().max(100.0), lang).amount(Some(mean), interval).text()
        }
    }
}

/// A mode by its name in tables.
pub fn mode_name(key: &str, lang: Lang) -> &'static str {
    match key {
        "self_directed" => words::mode_self_directed(lang),
        "pooled" => words::mode_pooled(lang),
        _ => words::mode_fixed_benefit(lang),
    }
}

fn group_name(grouping: Grouping, group: &str, lang: Lang) -> String {
    match grouping {
        Grouping::Mode => mode_name(group, lang).to_owned(),
        Grouping::Township => group.to_owned(),
        Grouping::Size if group == "1" => words::one_person(lang).to_owned(),
        Grouping::Size => words::persons(lang, group),
        Grouping::Decile if group == "1" => words::poorest_decile(lang).to_owned(),
        Grouping::Decile if group == "10" => words::richest_decile(lang).to_owned(),
        Grouping::Decile => words::decile(lang, group),
    }
}

/// By township: reach, gain, losers, and the year in which lending was most likely stopped.
fn townships(view: &View<'_, '_>) -> Option<Table> {
    let lang = view.lang;
    let columns = &COLUMNS[..3];
    let all: Vec<&GroupSummary> = of(view, Grouping::Township).filter(|group| borrowed(group)).collect();
    if all.len() < 2 {
        return None;
    }
    let stops = view.base().townships.iter().any(|row| row.suspended.count > 0);
    let stopped = |township: &str| {
        let years = view.base().townships.iter().filter(|row| row.township == township);
        let worst = years
            .max_by(|one, other| one.suspended.share.unwrap_or(0.0).total_cmp(&other.suspended.share.unwrap_or(0.0)));
        worst.map_or_else(|| "–".to_owned(), |row| words::in_year(lang, row.year, amount::share(&row.suspended).text()))
    };
    let rows = all.iter().take(MOST_TOWNSHIPS).map(|group| {
        let mut row = row(group.group.clone(), group, columns, lang);
        row.extend(stops.then(|| stopped(&group.group)));
        row
    });
    let mut table = table(words::by_township(lang), Grouping::Township, columns, rows.collect(), lang);
    table.headings.extend(stops.then(|| words::column_stopped(lang).to_owned()));
    if all.len() > MOST_TOWNSHIPS {
        table.note = words::more_townships(lang, all.len(), MOST_TOWNSHIPS, names::GROUPS_CSV);
    }
    Some(table)
}

/// What the worst replications look like, and how to ask further.
fn stress(view: &View<'_, '_>) -> Option<Section> {
    let lang = view.lang;
    let mut blocks = Vec::new();
    if view.replications() >= FEW_REPLICATIONS {
        blocks.extend(tails(view).map(Block::Table));
    }
    if let Some(mean) = view.mean("catastrophes").filter(|mean| *mean > 0.0) {
        blocks.push(Block::Text(words::catastrophes(lang, number(mean, 2))));
    }
    let dry = view.base().depletion.by_horizon.count;
    blocks.push(Block::Text(match dry {
        0 => words::stress_how(lang).to_owned(),
        dry => words::stress_why(lang, whole(dry as i64)),
    }));
    if dry > 0 {
        blocks.push(Block::Command("lendmix explain RUN --autopsy".to_owned()));
    }
    blocks.push(Block::Command("lendmix compare FILE scenarios/stress-largest-organisation-fails.toml".to_owned()));
    Some(Section { id: "stress", title: words::section_stress(lang).to_owned(), blocks })
}

fn tails(view: &View<'_, '_>) -> Option<Table> {
    let lang = view.lang;
    let found = view.base().tails.iter().filter(|tail| view.mean(&tail.id).is_some_and(|mean| mean != 0.0));
    let mut rows = Vec::new();
    for tail in found {
        let Some(metric) = view.metric(&tail.id) else { continue };
        let level = |tail: &&Tail| [0.95, 0.99].contains(&tail.value_at_risk.level);
        for at in tail.levels.iter().filter(level) {
            let shortfall = &at.expected_shortfall;
            // Too few replications in a tail bound neither number: nothing is said then.
            let known = at.value_at_risk.interval.is_some();
            let value = amount::quantile(metric, &at.value_at_risk, lang).text();
            let size = shortfall.mean.unwrap_or(0.0);
            let mean = amount::Scale::of(Unit::Yuan, size, lang).amount(shortfall.mean, shortfall.interval).text();
            let dash = || "–".to_owned();
            let label = words::at_level(lang, card::label(metric, lang), percent(at.value_at_risk.level, 0));
            rows.push(vec![label, if known { value } else { dash() }, if known { mean } else { dash() }]);
        }
    }
    (!rows.is_empty()).then(|| Table {
        caption: words::tails_caption(lang).to_owned(),
        headings: vec![words::metric(lang).into(), words::column_var(lang).into(), words::column_es(lang).into()],
        rows,
        words: 1,
        note: words::tails_note(lang).to_owned(),
        dense: false,
    })
}
