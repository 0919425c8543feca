//! `[run]`.

use super::item::Item;
use super::section::Section;
use crate::scenario::keys::Kind;
use crate::scenario::keys::run::settings as k;
use crate::scenario::mistake::Wanted;
use crate::scenario::node::Value;
use crate::scenario::{PopulationDraw, RunSettings, Tables};
use crate::units::CalendarMonth;

/// Reads the settings and tells the context the years of the run, which tables by year need.
pub fn settings(section: &Section<'_>) -> Option<RunSettings> {
    let start = section.required::<CalendarMonth>(&k::START);
    let months = section.required::<u32>(&k::MONTHS);
    if let (Some(start), Some(months)) = (start, months) {
        section.cx.years.set(Some((start.year(), start.plus(months - 1).year())));
    }
    let replications = section.required::<u32>(&k::REPLICATIONS);
    let seed = section.required::<u64>(&k::SEED);
    let population = section.off_by(&k::POPULATION, PopulationDraw::Fixed, |item| population(item));
    let tables = section.off_by(&k::TABLES, Tables::ALL, |item| tables(item));
    Some(RunSettings {
        start: start?,
        months: months?,
        replications: replications?,
        seed: seed?,
        population: population?,
        tables: tables?,
    })
}

fn population(item: &Item<'_>) -> Option<PopulationDraw> {
    Some(match item.name_among(&item.key.choices())? {
        "redrawn" => PopulationDraw::Redrawn,
        _ => PopulationDraw::Fixed,
    })
}

fn tables(item: &Item<'_>) -> Option<Tables> {
    if let Kind::NamesOr(_, word) = item.key.kind
        && item.is_text(word)
    {
        return Some(Tables::NONE);
    }
    let Value::List(_) = item.node.value else {
        item.wrong_kind(Wanted::Kind(item.key.kind));
        return None;
    };
    let list = item.list(item.key.kind)?;
    let names = super::tables::all(list.iter().map(|entry| entry.name_among(&item.key.choices())))?;
    let has = |name: &str| names.contains(&name);
    Some(Tables {
        replications: has("replications"),
        months: has("months"),
        townships: has("townships"),
        groups: has("groups"),
    })
}
