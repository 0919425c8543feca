//! `ledger` of `[world]`: the loans that run at the start.
//!
//! The file is opened before anything else is decoded, since its modes need terms and risk as lending does; its rows are
//! read last, since they name households and organisations.

use super::dated;
use super::groups;
use super::section::Section;
use crate::model::book::Ledger;
use crate::model::policy::{Mode, PerMode};
use crate::model::population::township_names;
use crate::model::world::{Contagion, DefaultMechanism, ModeRisk, OrganisationSource, Organisations, PopulationSource};
use crate::scenario::RunSettings;
use crate::scenario::csv::{self, Households, Known};
use crate::scenario::keys::{top, world::root as w};

/// Opens the ledger that a scenario names and notes of which modes it has loans.
pub fn open(top: &Section<'_>) {
    let Some(world) = top.item(&top::WORLD) else { return };
    let node = world.node.table().and_then(|table| table.get(w::LEDGER.name));
    let Some(node) = node.filter(|node| !dated::is_none(node)) else { return };
    // A value that is no text is reported where the key is read.
    let Some(file) = node.text().and_then(|name| top.cx.open(name, node.span)) else { return };
    top.cx.ledger.set(Some(file));
    top.cx.ledger_modes.set(csv::modes_of(file, &top.cx.text(file)));
}

/// Townships that the ledger names, in the order in which they first appear.
pub fn townships(world: &Section<'_>) -> Vec<String> {
    world.cx.ledger.get().map(|file| csv::townships_of(file, &world.cx.text(file))).unwrap_or_default()
}

/// What the rest of the scenario says; `None` while it is broken.
pub struct Scenario<'a> {
    /// Households.
    pub population: Option<&'a PopulationSource>,
    /// Organisations.
    pub organisations: Option<&'a Organisations>,
    /// Default and loss of each mode.
    pub risk: Option<&'a PerMode<ModeRisk>>,
    /// The run.
    pub run: Option<&'a RunSettings>,
}

/// The existing book; none without a ledger.
pub fn ledger(world: &Section<'_>, scenario: &Scenario<'_>, townships: Vec<String>) -> Option<Ledger> {
    let empty =
        matches!(scenario.population, Some(PopulationSource::Synthetic(synthesis)) if synthesis.households == 0);
    let Some(item) = world.item(&w::LEDGER).filter(|item| !dated::is_none(item.node)) else {
        let groups = groups::written(world);
        if empty && !groups {
            world.missing(&w::LEDGER);
            return None;
        }
        let places = if empty { count_of(scenario.population) } else { 0 };
        return Some(Ledger { townships: township_names(places), ..Ledger::default() });
    };
    item.text()?;
    let households = match scenario.population {
        None => Households::Unknown,
        Some(PopulationSource::Roster(roster)) => Households::Roster(roster),
        Some(PopulationSource::Synthetic(synthesis)) if empty => {
            Households::Added { synthesised: synthesis.households, townships: townships.clone() }
        }
        Some(PopulationSource::Synthetic(synthesis)) => {
            Households::Added { synthesised: synthesis.households, townships: township_names(synthesis.villages.len()) }
        }
    };
    let known = Known {
        start: scenario.run.map(|run| run.start),
        households,
        organisations: scenario.organisations.map(names),
        cash_decides: Mode::ALL.map(|mode| scenario.risk.is_some_and(|risk| cash_decides(mode, &risk[mode]))),
    };
    let mut ledger = csv::ledger(world.cx, world.cx.ledger.get()?, &known)?;
    if empty {
        ledger.townships = townships;
    }
    Some(ledger)
}

/// Townships of a synthesis.
fn count_of(population: Option<&PopulationSource>) -> usize {
    match population {
        Some(PopulationSource::Synthetic(synthesis)) => synthesis.villages.len(),
        _ => 0,
    }
}

/// Names of the organisations, in the order in which a county counts them.
fn names(organisations: &Organisations) -> Vec<String> {
    match &organisations.source {
        OrganisationSource::Listed(list) => list.iter().map(|one| one.name.clone()).collect(),
        OrganisationSource::Synthetic { count, .. } => {
            (1..=*count).map(crate::model::population::synthesised_organisation).collect()
        }
    }
}

/// Whether a mode has no law of losses because cash decides them.
fn cash_decides(mode: Mode, risk: &ModeRisk) -> bool {
    match mode {
        Mode::SelfDirected => matches!(risk.default, DefaultMechanism::Structural),
        _ => risk.contagion == Contagion::HouseholdCash && matches!(risk.default, DefaultMechanism::None),
    }
}
