//! `[world.organisations]` and `[world.company]`.

use super::contracts;
use super::item::{FromItem, Item};
use super::neutral;
use super::policy::spec_of;
use super::risk::{calm_and_bad, loadings, seasonal};
use super::section::Section;
use super::tables::all;
use super::world::Lent;
use crate::distribution::Marginal;
use crate::model::policy::Mode;
use crate::model::world::{
    AfterFailure, Called, FailureMechanism, ListedOrganisation, OrganisationKind, OrganisationSizes,
    OrganisationSource, Organisations, PopulationSource,
};
use crate::scenario::RunSettings;
use crate::scenario::csv;
use crate::scenario::keys::Key;
use crate::scenario::keys::world::{
    company as c, failure_at_maturity as m, listed as li, organisation_loadings as l, organisation_type as t,
    organisations as o, root as w, seasonal as s,
};
use crate::scenario::mistake::{Mistake, ShapeMistake, TogetherMistake, Wanted};
use crate::units::Share;

/// Names that a list of organisations may use; `None` while they are broken themselves.
pub struct Names<'a> {
    /// Types.
    pub types: Option<&'a [&'a str]>,
    /// Industries.
    pub industries: Option<&'a [&'a str]>,
    /// Number of townships, and their names where a roster or a ledger has them.
    pub townships: Option<Townships<'a>>,
}

impl Names<'_> {
    /// Whether none is broken.
    pub fn complete(&self) -> bool {
        self.types.is_some() && self.industries.is_some() && self.townships.is_some()
    }
}

/// Townships of the population.
#[derive(Clone, Copy)]
pub enum Townships<'a> {
    /// A roster names them.
    Named(&'a [String]),
    /// Only their number is known.
    Counted(usize),
}

impl Townships<'_> {
    /// Of a population.
    pub fn of<'a>(population: &'a PopulationSource, of_ledger: &'a [String]) -> Townships<'a> {
        match population {
            PopulationSource::Roster(roster) => Townships::Named(&roster.township_names),
            PopulationSource::Synthetic(synthesis) if synthesis.households == 0 && !of_ledger.is_empty() => {
                Townships::Named(of_ledger)
            }
            PopulationSource::Synthetic(synthesis) => Townships::Counted(synthesis.township_weights.len()),
        }
    }

    /// How many there are.
    pub fn count(self) -> usize {
        match self {
            Townships::Named(names) => names.len(),
            Townships::Counted(count) => count,
        }
    }
}

/// Whether any organisation or the company fails by its cash flow or shares its profit, as the file says (whatever else
/// is broken).
pub fn any_structural(world: &Section<'_>) -> bool {
    let types = world.item(&w::ORGANISATIONS).and_then(|item| item.node.table()?.get(o::TYPES.name));
    let types = types.and_then(|node| node.table()).map(|table| table.entries.as_slice()).unwrap_or_default();
    let company = world.item(&w::COMPANY).map(|item| item.node);
    types.iter().map(|(_, node)| node).chain(company).any(|node| {
        let failure = node.table().and_then(|table| table.get(t::FAILURE.name));
        let dividend = node.table().and_then(|table| table.get(t::DIVIDEND.name));
        failure.and_then(|node| node.text()) == Some("structural")
            || dividend.and_then(|node| node.number()).is_some_and(|share| share > 0.0)
    })
}

/// `[world.organisations]`: read if it is written, needed if pooled mode lends.
pub fn organisations(
    world: &Section<'_>,
    lent: &Lent,
    industries: Option<&[&str]>,
    townships: Option<Townships<'_>>,
    run: Option<&RunSettings>,
) -> Option<Organisations> {
    let Some(item) = world.item(&w::ORGANISATIONS) else {
        if lent.modes[Mode::Pooled] {
            world.missing_section(&w::ORGANISATIONS, lent.because(Mode::Pooled));
            return None;
        }
        return Some(neutral::organisations());
    };
    let organisations = described(&item, industries, townships, run);
    item.cx.organisations_broken.set(organisations.is_none());
    organisations
}

/// The section as it is written.
fn described(
    item: &Item<'_>,
    industries: Option<&[&str]>,
    townships: Option<Townships<'_>>,
    run: Option<&RunSettings>,
) -> Option<Organisations> {
    let section = item.section(&o::SECTION)?;
    let kinds = section.need(&o::TYPES).and_then(|item| types(&item));
    let after_failure = section.off_by(&o::AFTER_FAILURE, AfterFailure::Closed, |item| after_failure(item));
    let called = section.off_by(&o::CALLED, Called::AllLoans, |item| called(item));
    let types: Option<Vec<&str>> = kinds.as_ref().map(|kinds| kinds.iter().map(|kind| kind.name.as_str()).collect());
    let names = Names { types: types.as_deref(), industries, townships };
    let source = source(&section, &names);
    let forced_failures = contracts::forced_failures(&section, source.as_ref(), run);
    Some(Organisations {
        kinds: kinds?,
        source: source?,
        after_failure: after_failure?,
        called: called?,
        forced_failures: forced_failures?,
    })
}

fn source(section: &Section<'_>, names: &Names<'_>) -> Option<OrganisationSource> {
    let item = section.one_of(&[&o::COUNT, &o::FILE, &o::LIST])?;
    let sizes = [&o::LARGEST_SHARE, &o::SIZE];
    if item.key.name == o::COUNT.name {
        let count = section.required::<u32>(&o::COUNT);
        let sizes = section.one_of(&sizes).and_then(|item| size(&item, count));
        return Some(OrganisationSource::Synthetic { count: count?, sizes: sizes? });
    }
    for key in sizes {
        let chosen: &'static Key = item.key;
        section.at_most_one(&[chosen, key]);
    }
    let list = match item.key.name == o::FILE.name {
        true => csv::organisations(&item, names)?,
        false => inline_list(&item, names)?,
    };
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    Some(OrganisationSource::Listed(list))
}

/// The organisations of a list; an entry may stand for several equal ones.
fn inline_list(item: &Item<'_>, names: &Names<'_>) -> Option<Vec<ListedOrganisation>> {
    let entries = all(item.list(item.key.kind)?.iter().map(|entry| listed(entry, names)))?;
    let mut list = Vec::new();
    let mut sets = item.cx.organisation_sets.borrow_mut();
    for (one, count) in entries {
        sets.insert(one.name.clone(), (list.len() as u32, count));
        match count {
            1 => list.push(one),
            _ => list
                .extend((1..=count).map(|k| ListedOrganisation { name: format!("{}-{k}", one.name), ..one.clone() })),
        }
    }
    Some(list)
}

fn size(item: &Item<'_>, count: Option<u32>) -> Option<OrganisationSizes> {
    if item.key.name == o::SIZE.name {
        return Marginal::read(item).map(OrganisationSizes::Drawn);
    }
    let share = Share::read(item)?;
    // An equal share written with four decimals, 0.0833 of 12, is meant.
    match count.filter(|count| (share.get() + 1e-4) * f64::from(*count) < 1.0) {
        Some(count) => {
            item.report(Mistake::Together(TogetherMistake::LargestTooSmall { share: share.get(), count }));
            None
        }
        None => Some(OrganisationSizes::LargestShare(share)),
    }
}

/// An entry, and for how many equal organisations it stands.
fn listed(item: &Item<'_>, names: &Names<'_>) -> Option<(ListedOrganisation, u32)> {
    let section = item.section(&li::SECTION)?;
    let name: Option<String> = section.required(&li::NAME);
    let kind = section.need(&li::TYPE).and_then(|item| index_of(&item, names.types?));
    let township = match section.item(&li::TOWNSHIP) {
        Some(item) => township(&item, names).map(Some),
        None => Some(None),
    };
    let industry = match section.item(&li::INDUSTRY) {
        Some(item) => names.industries.and_then(|names| index_of(&item, names)).map(|index| Some(index as u32)),
        None => Some(None),
    };
    let weight = section.off(&li::WEIGHT, 1.0);
    let age_years = section.off(&li::AGE, 0);
    let count = section.or(&li::COUNT, 1);
    let one = ListedOrganisation {
        name: name?,
        kind: kind?,
        township: township?,
        industry: industry?,
        weight: weight?,
        age_years: age_years?,
    };
    Some((one, count?))
}

fn township(item: &Item<'_>, names: &Names<'_>) -> Option<u32> {
    let number = u32::read(item)?;
    let townships = names.townships?.count();
    if number as usize > townships {
        item.report(Mistake::Together(TogetherMistake::NoSuchTownship { number, townships }));
        return None;
    }
    Some(number - 1)
}

/// The place of a name in a list.
fn index_of(item: &Item<'_>, names: &[&str]) -> Option<usize> {
    let name = item.name_among(names)?;
    names.iter().position(|other| *other == name)
}

fn types(item: &Item<'_>) -> Option<Vec<OrganisationKind>> {
    let Some(table) = item.node.section().filter(|table| !table.entries.is_empty()) else {
        item.wrong_kind(Wanted::Section);
        return None;
    };
    let kinds = all(table.entries.iter().map(|(name, node)| {
        let entry = item.entry(node, name);
        let section = entry.section(&t::SECTION)?;
        let weight = section.off(&t::WEIGHT, 1.0);
        kind(name, &section, weight)
    }))?;
    if kinds.iter().map(|kind| kind.weight).sum::<f64>() <= 0.0 {
        item.report(Mistake::Together(TogetherMistake::NoWeight { path: item.path.clone() }));
        return None;
    }
    Some(kinds)
}

/// What types and the company have in common; the names of their keys agree.
fn kind(name: &str, section: &Section<'_>, weight: Option<f64>) -> Option<OrganisationKind> {
    let failure = section.off_by(&t::FAILURE, neutral::never_fails(), failure);
    let loadings = loadings(section, &t::LOADINGS, &l::SECTION);
    let benefits = contracts::benefits(section);
    let shares_profit = benefits.as_ref().is_some_and(|benefits| benefits.dividend > Share::ZERO);
    let (equity_share, invested_share) = match failure {
        Some(FailureMechanism::Structural) => (section.required(&t::EQUITY), section.required(&t::INVESTED)),
        // A dividend is a share of the profit on what is invested.
        _ if shares_profit => (section.required(&t::EQUITY), section.required(&t::INVESTED)),
        _ => (section.or(&t::EQUITY, 0.0), section.or(&t::INVESTED, Share::ZERO)),
    };
    Some(OrganisationKind {
        name: name.to_owned(),
        weight: weight?,
        failure: failure?,
        loadings: loadings?,
        equity_share: equity_share?,
        invested_share: invested_share?,
        benefits: benefits?,
    })
}

fn failure(item: &Item<'_>) -> Option<FailureMechanism> {
    let (name, body) = item.variant()?;
    match name {
        "structural" => item.no_parameters(body).map(|()| FailureMechanism::Structural),
        "at_maturity" => {
            let section = item.parameters(name, &body, &m::SECTION)?;
            let (pd_calm, pd_bad) = calm_and_bad(&section, &m::PD, &m::PD_CALM, &m::PD_BAD)?;
            Some(FailureMechanism::AtMaturity { pd_calm, pd_bad })
        }
        _ => {
            let section = item.parameters(name, &body, &s::SECTION)?;
            let (pd_annual, month_weights) = seasonal(&section)?;
            Some(FailureMechanism::Season { pd_annual, month_weights })
        }
    }
}

fn after_failure(item: &Item<'_>) -> Option<AfterFailure> {
    Some(match item.name_among(&item.key.choices())? {
        "continues" => AfterFailure::Continues,
        _ => AfterFailure::Closed,
    })
}

fn called(item: &Item<'_>) -> Option<Called> {
    Some(match item.name_among(&item.key.choices())? {
        "due_cohort" => Called::DueCohort,
        _ => Called::AllLoans,
    })
}

/// `[world.company]` and the index of its industry: read if it is written, needed if fixed-benefit mode lends.
pub fn company(world: &Section<'_>, lent: &Lent, industries: Option<&[&str]>) -> Option<(OrganisationKind, u32)> {
    let Some(item) = world.item(&w::COMPANY) else {
        if lent.modes[Mode::FixedBenefit] {
            world.missing_section(&w::COMPANY, lent.because(Mode::FixedBenefit));
            return None;
        }
        return Some((neutral::company(), 0));
    };
    let section = item.section(spec_of(&w::COMPANY))?;
    let industry = section.off_by(&c::INDUSTRY, 0, |item| index_of(item, industries?));
    let company = kind("company", &section, Some(0.0));
    Some((company?, industry? as u32))
}
