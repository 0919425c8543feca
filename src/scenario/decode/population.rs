//! `[world.population]`: a roster, or what households are synthesised from.

use super::groups;
use super::item::{FromItem, Item};
use super::neutral;
use super::policy::shares;
use super::section::Section;
use crate::model::world::{PopulationSource, Synthesis};
use crate::scenario::csv;
use crate::scenario::diagnostics::Diag;
use crate::scenario::keys::Key;
use crate::scenario::keys::world::population as p;
use crate::scenario::mistake::{Mistake, Note, ShapeMistake, TogetherMistake, ValueMistake};
use crate::scenario::node::Value;

/// Reads the section; `industries` are the names that a roster may use (`None` while they are broken).
pub fn population(section: &Section<'_>, industries: Option<&[&str]>) -> Option<PopulationSource> {
    let Some(roster) = section.item(&p::ROSTER) else {
        return synthesis(section).map(PopulationSource::Synthetic);
    };
    let other = section
        .entries()
        .iter()
        .find(|(name, _)| name != p::ROSTER.name && p::SECTION.keys.iter().any(|key| key.name == name));
    if let Some((name, node)) = other {
        let known: Option<&'static Key> = p::SECTION.keys.iter().find(|key| key.name == name).copied();
        let keys = [Some(&p::ROSTER), known].into_iter().flatten().map(|key| key.name).collect();
        let mistake = ShapeMistake::OnlyOne { section: section.path().to_owned(), keys };
        section.cx.report(Diag::at(Mistake::Shape(mistake), node.key_span).note(roster.node.key_span, Note::AlsoHere));
        return None;
    }
    csv::roster(&roster, industries).map(PopulationSource::Roster)
}

fn synthesis(section: &Section<'_>) -> Option<Synthesis> {
    let households = section.off(&p::HOUSEHOLDS, 0);
    let townships = section.off(&p::TOWNSHIPS, groups::townships(section));
    let township_weights = township_weights(section, townships);
    let off = neutral::synthesis(townships.unwrap_or(1))?;
    let villages = section.off_by(&p::VILLAGES, off.villages, |item| villages(item, townships));
    let persons = section.off(&p::PERSONS, off.persons);
    let persons_min = section.off(&p::PERSONS_MIN, off.persons_min);
    let persons_max = section.off(&p::PERSONS_MAX, off.persons_max);
    not_below(section, &p::PERSONS_MAX, &p::PERSONS_MIN);
    let situation = section.off_by(&p::SITUATION, off.situation, |item| item.shares_by_mode().and_then(shares));
    let labour_probability = section.off(&p::LABOUR, off.labour_probability);
    let ability_mean = section.off_by(&p::ABILITY_MEAN, off.ability_mean, |item| item.by_mode());
    let income = section.off(&p::INCOME, off.income);
    let own_capital = section.off(&p::OWN_CAPITAL, off.own_capital);
    let buffer = section.off(&p::BUFFER, off.buffer);
    Some(Synthesis {
        households: households?,
        township_weights: township_weights?,
        villages: villages?,
        persons: persons?,
        persons_min: persons_min?,
        persons_max: persons_max?,
        situation: situation?,
        labour_probability: labour_probability?,
        ability_mean: ability_mean?,
        income: income?,
        own_capital: own_capital?,
        buffer: buffer?,
    })
}

fn township_weights(section: &Section<'_>, townships: Option<u32>) -> Option<Vec<f64>> {
    let Some(item) = section.item(&p::TOWNSHIP_WEIGHTS) else {
        return townships.map(|townships| vec![1.0; townships as usize]);
    };
    of_length(&item, item.numbers()?, townships)
}

/// A list with one number for each township.
fn of_length(item: &Item<'_>, numbers: Vec<f64>, townships: Option<u32>) -> Option<Vec<f64>> {
    let (found, needed) = (numbers.len(), townships? as usize);
    if found != needed {
        item.report(Mistake::Value(ValueMistake::WrongLength { path: item.path.clone(), found, needed }));
        return None;
    }
    Some(numbers)
}

/// Villages of each township: a list, or a number that is spread as evenly as may be (the first get one more).
fn villages(item: &Item<'_>, townships: Option<u32>) -> Option<Vec<u32>> {
    if let Value::List(_) = item.node.value {
        let list = item.list(item.key.kind)?;
        let numbers = super::tables::all(list.iter().map(|entry| entry.whole().map(|whole| whole as f64)))?;
        return Some(of_length(item, numbers, townships)?.into_iter().map(|number| number as u32).collect());
    }
    let (villages, townships) = (u32::read(item)?, townships?);
    if villages < townships {
        let mistake = TogetherMistake::Below {
            low: p::VILLAGES.name,
            low_value: villages.into(),
            high: p::TOWNSHIPS.name,
            high_value: townships.into(),
        };
        item.report(Mistake::Together(mistake));
        return None;
    }
    Some((0..townships).map(|township| villages / townships + u32::from(township < villages % townships)).collect())
}

/// Reports a largest value below the smallest.
fn not_below(section: &Section<'_>, high: &'static Key, low: &'static Key) {
    let (Some(max), Some(min)) = (section.item(high), section.item(low)) else { return };
    let (Some(max_value), Some(min_value)) = (max.node.number(), min.node.number()) else { return };
    if max_value < min_value {
        let mistake =
            TogetherMistake::Below { low: high.name, low_value: max_value, high: low.name, high_value: min_value };
        section.cx.report(Diag::at(Mistake::Together(mistake), max.node.span).note(min.node.span, Note::ComparedWith));
    }
}
