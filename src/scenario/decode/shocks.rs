//! `[world.catastrophes]`, `[policy.insurance]`, `[policy.fund.surety]` and the limits of industries.

use super::dated;
use super::item::{FromItem, Item};
use super::section::Section;
use super::tables::all;
use crate::distribution::Marginal;
use crate::draws::Entity;
use crate::model::policy::{Indemnity, InsuranceProduct, LossSplit, Surety};
use crate::model::world::{Catastrophe, Strikes};
use crate::scenario::keys::Key;
use crate::scenario::keys::groups::group as g;
use crate::scenario::keys::policy::{fund as f, lending as l, root as p};
use crate::scenario::keys::shocks::{by_index, by_yield, catastrophe as c, insurance as i, step as s, surety as u};
use crate::scenario::keys::world::{organisations as organisation_keys, root as w};
use crate::scenario::mistake::{Mistake, Needs, ShapeMistake, TogetherMistake};
use crate::scenario::node::{Node, Table, Value};
use crate::units::{Fen, Share};

/// Names that a policy may use of the world, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct WorldNames {
    industries: Vec<String>,
    /// Catastrophes, and whether they have a severity.
    catastrophes: Vec<(String, bool)>,
    /// Industries that groups of loans, organisations and the company name, each once.
    mentioned: Vec<String>,
}

impl WorldNames {
    /// As the file writes them, whatever else is broken.
    pub fn of(root: &Node) -> WorldNames {
        let world = root.table().and_then(|root| root.get("world")).and_then(|world| world.table());
        let entries = |key: &Key| {
            let table = world.and_then(|world| world.get(key.name)).and_then(|node| node.table());
            table.map_or(&[] as &[(String, Node)], |table| table.entries.as_slice())
        };
        let severe = |node: &Node| node.table().is_some_and(|event| event.get(c::YIELD_LOSS.name).is_some());
        WorldNames {
            mentioned: mentioned_industries(world),
            industries: entries(&w::INDUSTRIES).iter().map(|(name, _)| name.clone()).collect(),
            catastrophes: entries(&w::CATASTROPHES)
                .iter()
                .filter(|(_, node)| !dated::is_none(node))
                .map(|(name, node)| (name.clone(), severe(node)))
                .collect(),
        }
    }
}

impl WorldNames {
    /// The industries of a scenario that describes none: those that it mentions, at least one.
    pub fn named_industries(&self) -> Vec<String> {
        if self.mentioned.is_empty() { vec!["none".to_owned()] } else { self.mentioned.clone() }
    }
}

/// Industries that loans, organisations and the company of a world name, in the order of the file.
fn mentioned_industries(world: Option<&Table>) -> Vec<String> {
    let inner = |table: Option<&Table>, name: &str| table.and_then(|table| table.get(name)).cloned();
    let list = |node: Option<Node>| match node.map(|node| node.value) {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    };
    let organisations = inner(world, w::ORGANISATIONS.name);
    let listed = inner(organisations.as_ref().and_then(Node::table), organisation_keys::LIST.name);
    let places = list(inner(world, w::LOANS.name)).into_iter().chain(list(listed)).chain(inner(world, w::COMPANY.name));
    let mut names: Vec<String> = Vec::new();
    for place in places {
        let name = place.table().and_then(|table| table.get(g::INDUSTRY.name)).and_then(Node::text);
        if let Some(name) = name.filter(|name| !names.iter().any(|known| known == name)) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A list of names out of those of the world, at least one, each once.
fn names_among(item: &Item<'_>, known: &[&str]) -> Option<Vec<usize>> {
    let list = item.list(item.key.kind)?;
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    let mut places = Vec::new();
    for entry in &list {
        let name = entry.name_among(known)?;
        let place = known.iter().position(|other| *other == name)?;
        if places.contains(&place) {
            let mistake = TogetherMistake::Twice { path: item.path.clone(), name: name.to_owned() };
            entry.report(Mistake::Together(mistake));
            return None;
        }
        places.push(place);
    }
    Some(places)
}

fn no_effect(item: &Item<'_>, needs: Needs) {
    item.report(Mistake::Together(TogetherMistake::NoEffect { path: item.path.clone(), needs }));
}

/// `[world.catastrophes]`: none if it is absent.
pub fn catastrophes(world: &Section<'_>, industries: Option<&[&str]>) -> Option<Vec<Catastrophe>> {
    dated::named(world, &w::CATASTROPHES, |name, section| catastrophe(name, section, industries))
}

fn catastrophe(name: &str, section: &Section<'_>, industries: Option<&[&str]>) -> Option<Catastrophe> {
    let strikes = strikes(section);
    let annual = section.required(&c::ANNUAL);
    let touched = section.need(&c::INDUSTRIES).and_then(|item| names_among(&item, industries?));
    let yield_loss = optional_law(section, &c::YIELD_LOSS);
    let capital_loss = optional_law(section, &c::CAPITAL_LOSS);
    let (price_factor, price_factor_next) = (section.or(&c::PRICE_FACTOR, 1.0), section.or(&c::PRICE_FACTOR_NEXT, 1.0));
    let households_share = section.or(&c::HOUSEHOLDS, Share::ONE);
    let lasts_years = section.or(&c::LASTS, 1);
    let organisation_shift = section.or(&c::SHIFT, 0.0);
    let forced_years = match section.item(&c::FORCED) {
        Some(item) => all(item.list(item.key.kind)?.iter().map(|year| year.whole().map(|year| year as i32))),
        None => Some(Vec::new()),
    };
    Some(Catastrophe {
        // A name of digits would be an index: the prefix keeps every event a hashed name.
        entity: Entity::named(&format!("catastrophe {name}")),
        strikes: strikes?,
        annual: annual?,
        industries: touched?,
        yield_loss: yield_loss?,
        capital_loss: capital_loss?,
        price_factor: price_factor?,
        price_factor_next: price_factor_next?,
        households_share: households_share?,
        lasts_years: lasts_years?,
        organisation_shift: organisation_shift?,
        forced_years: forced_years?,
    })
}

fn strikes(section: &Section<'_>) -> Option<Strikes> {
    let level = section.need(&c::LEVEL).and_then(|item| item.name_among(&item.key.choices()));
    let spread = section.or(&c::SPREAD, 0.0);
    if level? == "township" {
        return Some(Strikes::Townships { spread: spread? });
    }
    match section.item(&c::SPREAD) {
        Some(item) => {
            no_effect(&item, Needs::TownshipLevel);
            None
        }
        None => Some(Strikes::County),
    }
}

fn optional_law(section: &Section<'_>, key: &'static Key) -> Option<Option<Marginal>> {
    match section.item(key) {
        Some(item) => Marginal::read(&item).map(Some),
        None => Some(None),
    }
}

/// `[policy.insurance]`: none if it is absent.
pub fn insurance(policy: &Section<'_>) -> Option<Vec<InsuranceProduct>> {
    dated::named(policy, &p::INSURANCE, |_, section| product(section))
}

fn product(section: &Section<'_>) -> Option<InsuranceProduct> {
    let industries = section.need(&i::INDUSTRIES).and_then(|item| industries_of(&item));
    let households = section.required(&i::HOUSEHOLDS);
    let sum_per_yuan = section.required(&i::SUM);
    let (premium, subsidy) = (section.required(&i::PREMIUM), section.required(&i::SUBSIDY));
    let pays = section.need(&i::PAYS).and_then(|item| pays(&item));
    Some(InsuranceProduct {
        industries: industries?,
        households: households?,
        sum_per_yuan: sum_per_yuan?,
        premium: premium?,
        subsidy: subsidy?,
        pays: pays?,
    })
}

fn industries_of(item: &Item<'_>) -> Option<Vec<usize>> {
    let names = item.cx.names.borrow();
    let known: Vec<&str> = names.industries.iter().map(String::as_str).collect();
    names_among(item, &known)
}

fn pays(item: &Item<'_>) -> Option<Indemnity> {
    let (name, body) = item.variant()?;
    if name == "yield" {
        let section = item.parameters(name, &body, &by_yield::SECTION)?;
        return Some(Indemnity::Yield { deductible: section.required(&by_yield::DEDUCTIBLE)? });
    }
    let section = item.parameters(name, &body, &by_index::SECTION)?;
    let event = section.need(&by_index::EVENT).and_then(|item| event(&item));
    let steps = match section.item(&by_index::STEPS) {
        Some(item) => steps(&item),
        None => Some(Vec::new()),
    };
    Some(Indemnity::Index { event: event?, steps: steps? })
}

/// The place of the catastrophe that a key names.
pub fn event_named(item: &Item<'_>) -> Option<usize> {
    let names = item.cx.names.borrow();
    let known: Vec<&str> = names.catastrophes.iter().map(|(name, _)| name.as_str()).collect();
    let name = item.name_among(&known)?;
    known.iter().position(|other| *other == name)
}

/// The same of one with a severity.
fn event(item: &Item<'_>) -> Option<usize> {
    let place = event_named(item)?;
    let names = item.cx.names.borrow();
    if !names.catastrophes[place].1 {
        no_effect(item, Needs::YieldLoss);
        return None;
    }
    Some(place)
}

/// Steps in the order of their severities; at least one.
fn steps(item: &Item<'_>) -> Option<Vec<(f64, Share)>> {
    let list = item.list(item.key.kind)?;
    if list.is_empty() {
        item.report(Mistake::Shape(ShapeMistake::Empty { path: item.path.clone() }));
        return None;
    }
    let mut steps = all(list.iter().map(|entry| {
        let section = entry.section(&s::SECTION)?;
        let (from, share) = (section.required::<f64>(&s::FROM), section.required::<Share>(&s::SHARE));
        Some((from?, share?))
    }))?;
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
    Some(steps)
}

/// `[policy.fund.surety]`: none if it is absent or "none"; a premium for an insurer that pays nothing is a mistake.
pub fn surety(fund: &Section<'_>, split: Option<&LossSplit>) -> Option<Option<Surety>> {
    let Some(item) = fund.item(&f::SURETY) else { return Some(None) };
    if item.node.text().is_some() {
        return item.name_among(&item.key.choices()).map(|_| None);
    }
    let section = item.section(&u::SECTION)?;
    let (premium_annual, subsidy) = (section.required(&u::PREMIUM), section.required(&u::SUBSIDY));
    let (ratio, probability) = (section.required(&u::RATIO), section.required(&u::PROBABILITY));
    let pays_nothing = match split {
        Some(LossSplit::QuotaShare { insurer, insurer_annual_limit, .. }) => {
            *insurer == Share::ZERO || *insurer_annual_limit == Fen::ZERO
        }
        Some(LossSplit::Layers { insurer_annual, .. }) => *insurer_annual == Fen::ZERO,
        None => false,
    };
    if pays_nothing {
        no_effect(&item, Needs::InsurerShare);
        return None;
    }
    Some(Some(Surety {
        premium_annual: premium_annual?,
        subsidy: subsidy?,
        exit_loss_ratio: ratio?,
        exit_probability: probability?,
    }))
}

/// `industry_share_max`: none if it is absent.
pub fn industry_share_max(lending: &Section<'_>) -> Option<Vec<(usize, Share)>> {
    let Some(item) = lending.item(&l::INDUSTRY_SHARE_MAX) else { return Some(Vec::new()) };
    let names = item.cx.names.borrow();
    let known: Vec<&str> = names.industries.iter().map(String::as_str).collect();
    all(item.table_entries()?.iter().map(|(name, node)| {
        let entry = item.entry(node, name);
        let share = Share::read(&entry);
        match known.iter().position(|other| other == name) {
            Some(industry) => Some((industry, share?)),
            None => {
                entry.unknown_name(name, &known);
                None
            }
        }
    }))
}
