//! Rules on running contracts, what organisations give their households, and forced failures.

use super::fund;
use super::item::Item;
use super::section::Section;
use super::tables::all;
use crate::model::benefits::{Benefits, LandRent, Wages};
use crate::model::contracts::{CalledDue, Contracts, Conversion, ConvertedTo, OrganisationRules, Renewal, RenewalKind};
use crate::model::forced_failure::{ForcedFailure, Which};
use crate::model::policy::{Mode, PerMode};
use crate::model::world::OrganisationSource;
use crate::scenario::RunSettings;
use crate::scenario::keys::contracts::{
    conversion as c, forced_failure as f, land_rent as lr, organisation_rules as o, renewal as r, wages as w,
};
use crate::scenario::keys::policy::root as p;
use crate::scenario::keys::world::{organisation_type as t, organisations};
use crate::scenario::mistake::{Mistake, Needs, ShapeMistake, TogetherMistake};
use crate::units::{Fen, Probability, Share};

/// Reads the rules of `[policy]`; each may be absent.
pub fn contracts(policy: &Section<'_>) -> Option<Contracts> {
    let renewal = or_none(policy.item(&p::RENEWAL), renewal);
    let organisations = match policy.item(&p::ORGANISATIONS) {
        Some(item) => item.section(&o::SECTION).and_then(|section| organisation_rules(&section)),
        None => Some(OrganisationRules::default()),
    };
    let conversion = or_none(policy.item(&p::CONVERSION), conversion);
    Some(Contracts { renewal: renewal?, organisations: organisations?, conversion: conversion? })
}

/// A table, or the word of its key or nothing for `None`.
fn or_none<T>(item: Option<Item<'_>>, read: impl FnOnce(&Item<'_>) -> Option<T>) -> Option<Option<T>> {
    match item {
        None => Some(None),
        Some(item) if item.node.text().is_some() => item.name_among(&item.key.choices()).map(|_| None),
        Some(item) => read(&item).map(Some),
    }
}

fn renewal(item: &Item<'_>) -> Option<Renewal> {
    let section = item.section(&r::SECTION)?;
    let kind = section.need(&r::KIND).and_then(|item| item.name_among(&item.key.choices()));
    let modes = section.need(&r::MODES).and_then(|item| modes(&item));
    let (times_max, months) = (section.required(&r::TIMES_MAX), section.required(&r::MONTHS));
    let (share_able, share_unable) = (section.required(&r::SHARE_ABLE), section.required(&r::SHARE_UNABLE));
    Some(Renewal {
        kind: if kind? == "extension" { RenewalKind::Extension } else { RenewalKind::Renewal },
        modes: modes?,
        times_max: times_max?,
        months: months?,
        share_able: share_able?,
        share_unable: share_unable?,
    })
}

fn organisation_rules(section: &Section<'_>) -> Option<OrganisationRules> {
    let bail_out: Option<Option<Probability>> = optional(section.item(&o::BAIL_OUT));
    let limit = |key| section.item(key).map_or(Some(None), |item| item.number_or_word());
    let exposure_max = limit(&o::EXPOSURE_MAX).map(|limit| limit.map(Fen::from_yuan));
    let exposure_max_fund_share = limit(&o::EXPOSURE_FUND);
    let called_due = match section.item(&o::CALLED_DUE) {
        Some(item) => called_due(&item),
        None => Some(CalledDue::WhenCalled),
    };
    Some(OrganisationRules {
        bail_out: bail_out?,
        exposure_max: exposure_max?,
        exposure_max_fund_share: exposure_max_fund_share?,
        called_due: called_due?,
    })
}

fn called_due(item: &Item<'_>) -> Option<CalledDue> {
    Some(match item.name_among(&item.key.choices())? {
        "contract_date" => CalledDue::ContractDate,
        _ => CalledDue::WhenCalled,
    })
}

/// A value that may be absent.
fn optional<T: super::item::FromItem>(item: Option<Item<'_>>) -> Option<Option<T>> {
    match item {
        Some(item) => T::read(&item).map(Some),
        None => Some(None),
    }
}

fn conversion(item: &Item<'_>) -> Option<Conversion> {
    let section = item.section(&c::SECTION)?;
    let modes = section.need(&c::MODES).and_then(|item| modes(&item));
    let monthly_share = section.required(&c::MONTHLY_SHARE);
    let to = section.need(&c::TO).and_then(|item| item.name_among(&item.key.choices()));
    let to = match to? {
        "self_directed" => ConvertedTo::SelfDirected,
        "bought_out" => ConvertedTo::BoughtOut,
        _ => ConvertedTo::Repaid,
    };
    Some(Conversion { modes: modes?, monthly_share: monthly_share?, to })
}

/// A list of modes, at least one, each once.
fn modes(item: &Item<'_>) -> Option<PerMode<bool>> {
    let list = item.list(item.key.kind)?;
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    let mut modes = PerMode([false; 3]);
    let mut good = true;
    for entry in &list {
        let named = entry.name_among(&item.key.choices());
        match named.and_then(|name| Mode::ALL.into_iter().find(|mode| mode.key() == name)) {
            Some(mode) if modes[mode] => {
                let name = mode.key().to_owned();
                entry.report(Mistake::Together(TogetherMistake::Twice { path: item.path.clone(), name }));
                good = false;
            }
            Some(mode) => modes[mode] = true,
            None => good = false,
        }
    }
    good.then_some(modes)
}

/// What a type of organisation or the company gives its households; the names of their keys agree.
pub fn benefits(section: &Section<'_>) -> Option<Benefits> {
    let wages = or_none(section.item(&t::WAGES), wages);
    let land_rent = or_none(section.item(&t::LAND_RENT), land_rent);
    let dividend = section.or(&t::DIVIDEND, Share::ZERO);
    shares_of_what(section, dividend);
    Some(Benefits { wages: wages?, land_rent: land_rent?, dividend: dividend? })
}

fn wages(item: &Item<'_>) -> Option<Wages> {
    let section = item.section(&w::SECTION)?;
    let (households, annual) = (section.required(&w::HOUSEHOLDS), section.required(&w::YUAN));
    let displaced = section.required(&w::DISPLACED);
    Some(Wages { households: households?, annual: annual?, displaced: displaced? })
}

fn land_rent(item: &Item<'_>) -> Option<LandRent> {
    let section = item.section(&lr::SECTION)?;
    let (households, annual) = (section.required(&lr::HOUSEHOLDS), section.required(&lr::YUAN));
    let share_value = section.or(&lr::SHARES, Fen::ZERO);
    Some(LandRent { households: households?, annual: annual?, share_value: share_value? })
}

/// Land counts among shares only where there is a dividend.
fn shares_of_what(section: &Section<'_>, dividend: Option<Share>) {
    let Some(rent) = section.item(&t::LAND_RENT).filter(|_| dividend == Some(Share::ZERO)) else { return };
    let written = rent.node.table().and_then(|table| table.get(lr::SHARES.name));
    if let Some(node) = written.filter(|node| node.number().is_some_and(|value| value > 0.0)) {
        let path = format!("{}.{}", rent.path, lr::SHARES.name);
        let mistake = TogetherMistake::NoEffect { path, needs: Needs::Dividend };
        section.cx.report_at(Mistake::Together(mistake), node.span);
    }
}

/// Forced failures of organisations of a source; none unless they are written.
pub fn forced_failures(
    section: &Section<'_>,
    source: Option<&OrganisationSource>,
    run: Option<&RunSettings>,
) -> Option<Vec<ForcedFailure>> {
    let Some(item) = section.item(&organisations::FORCED) else { return Some(Vec::new()) };
    let list = item.list(item.key.kind)?;
    all(list.iter().map(|entry| forced_failure(entry, source, run)))
}

fn forced_failure(
    item: &Item<'_>,
    source: Option<&OrganisationSource>,
    run: Option<&RunSettings>,
) -> Option<ForcedFailure> {
    let section = item.section(&f::SECTION)?;
    let organisation = section.need(&f::ORGANISATION).and_then(|item| which(&item, source));
    let month = section.need(&f::MONTH).and_then(|item| fund::from_start(&item, run));
    Some(ForcedFailure { organisation: organisation?, month: month? })
}

/// The word "largest", or a name that an organisation of the source (or the company) has.
fn which(item: &Item<'_>, source: Option<&OrganisationSource>) -> Option<Which> {
    let drawn: Vec<String>;
    let mut names: Vec<&str> = match source? {
        OrganisationSource::Listed(list) => list.iter().map(|listed| listed.name.as_str()).collect(),
        OrganisationSource::Synthetic { count, .. } => {
            drawn = (1..=*count).map(|index| format!("O{index:02}")).collect();
            drawn.iter().map(String::as_str).collect()
        }
    };
    names.extend(["largest", "company"]);
    Some(match item.name_among(&names)? {
        "largest" => Which::Largest,
        name => Which::Named(name.to_owned()),
    })
}
