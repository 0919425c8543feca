//! `[world.industries.<name>]`.

use super::item::{FromItem, Item};
use super::neutral;
use super::risk::loadings;
use super::section::Section;
use super::tables::all;
use super::world::CashUse;
use crate::distribution::Marginal;
use crate::model::world::{Industry, Price};
use crate::scenario::keys::world::{industry as i, loadings as l, price as p, root as w};
use crate::scenario::mistake::{Because, Mistake, TogetherMistake, Wanted};
use crate::units::Share;

/// A yield multiplier's mean may miss one by this much: what the numerical integral of a truncated law leaves.
const MEAN_TOLERANCE: f64 = 1e-6;

/// All industries in the order of the file; needed if production decides anything, else one that produces nothing.
pub fn industries(section: &Section<'_>, cash: &CashUse) -> Option<Vec<Industry>> {
    let Some(item) = section.item(&w::INDUSTRIES) else {
        if cash.production {
            section.missing_section(&w::INDUSTRIES, Because::Structural);
            return None;
        }
        let names = section.cx.names.borrow().named_industries();
        return all(names.iter().map(|name| neutral::industry(name)));
    };
    let Some(table) = item.node.section().filter(|table| !table.entries.is_empty()) else {
        item.wrong_kind(Wanted::Section);
        return None;
    };
    let list = all(table.entries.iter().map(|(name, node)| {
        let entry = item.entry(node, name);
        let section = entry.section(&i::SECTION)?;
        industry(name, &section)
    }))?;
    if list.iter().map(|industry| industry.weight).sum::<f64>() <= 0.0 {
        item.report(Mistake::Together(TogetherMistake::NoWeight { path: item.path.clone() }));
        return None;
    }
    Some(list)
}

fn industry(name: &str, section: &Section<'_>) -> Option<Industry> {
    let weight = section.off(&i::WEIGHT, 1.0);
    let (revenue, running_cost) = (section.required(&i::REVENUE), section.off(&i::RUNNING_COST, 0.0));
    let ramp = section.off_by(&i::RAMP, vec![1.0], |item| item.numbers());
    let capital_value = section.off_by(&i::CAPITAL_VALUE, vec![0.0], |item| item.numbers());
    let liquidation = section.off(&i::LIQUIDATION, Share::ZERO);
    let harvest_month = section.off::<u16>(&i::HARVEST_MONTH, 12);
    let yield_law = section.need(&i::YIELD).and_then(|item| mean_one(&item));
    let loadings = loadings(section, &i::LOADINGS, &l::SECTION);
    let price =
        section.off_by(&i::PRICE, neutral::price(), |item| price(&item.section(super::policy::spec_of(&i::PRICE))?));
    Some(Industry {
        name: name.to_owned(),
        weight: weight?,
        revenue: revenue?,
        running_cost: running_cost?,
        ramp: ramp?,
        capital_value: capital_value?,
        liquidation: liquidation?,
        harvest_month: harvest_month?.try_into().ok()?,
        yield_law: yield_law?,
        loadings: loadings?,
        price: price?,
    })
}

fn mean_one(item: &Item<'_>) -> Option<Marginal> {
    let law = Marginal::read(item)?;
    let mean = law.mean();
    // A laboratory may write the level into the yield.
    if (mean - 1.0).abs() > MEAN_TOLERANCE && !item.cx.laboratory.get() {
        item.report(Mistake::Together(TogetherMistake::MeanNotOne { path: item.path.clone(), mean }));
        return None;
    }
    Some(law)
}

fn price(section: &Section<'_>) -> Option<Price> {
    let volatility = section.required(&p::VOLATILITY);
    let half_life_months = section.required(&p::HALF_LIFE);
    let yield_correlation = section.or(&p::CORRELATION, 0.0);
    let cycle_amplitude = section.or(&p::CYCLE_AMPLITUDE, 0.0);
    // A cycle without a length cannot be drawn; without an amplitude its length is never read.
    let cycle_months = match cycle_amplitude {
        Some(amplitude) if amplitude > 0.0 => section.required(&p::CYCLE_MONTHS),
        _ => section.or(&p::CYCLE_MONTHS, 12.0),
    };
    let cycle_phase_months = section.or(&p::CYCLE_PHASE, 0.0);
    Some(Price {
        volatility: volatility?,
        half_life_months: half_life_months?,
        yield_correlation: yield_correlation?,
        cycle_amplitude: cycle_amplitude?,
        cycle_months: cycle_months?,
        cycle_phase_months: cycle_phase_months?,
    })
}
