//! `[world.households]`.

use super::neutral;
use super::section::Section;
use super::world::CashUse;
use crate::model::world::HouseholdEconomics;
use crate::scenario::RunSettings;
use crate::scenario::keys::world::{households as h, root as w};
use crate::scenario::mistake::Because;

/// Read if it is written, needed if households' cash decides a default.
pub fn households(section: &Section<'_>, cash: &CashUse, run: Option<&RunSettings>) -> Option<HouseholdEconomics> {
    match section.item(&w::HOUSEHOLDS) {
        Some(item) => read(&item.section(&h::SECTION)?),
        None if cash.households => {
            section.missing_section(&w::HOUSEHOLDS, Because::Structural);
            None
        }
        None => neutral::households(run?.years().count()),
    }
}

fn read(section: &Section<'_>) -> Option<HouseholdEconomics> {
    let diversion = section.required(&h::DIVERSION);
    let ability_effect = section.required(&h::ABILITY_EFFECT);
    let unwilling = section.required(&h::UNWILLING);
    let income_growth = section.required(&h::INCOME_GROWTH);
    let subsistence = section.need(&h::SUBSISTENCE).and_then(|item| item.by_year());
    let saving = section.required(&h::SAVING);
    let illness_annual = section.required(&h::ILLNESS);
    let illness_cost = section.required(&h::ILLNESS_COST);
    let forgone_labour = section.required(&h::FORGONE_LABOUR);
    Some(HouseholdEconomics {
        diversion: diversion?,
        ability_effect: ability_effect?,
        unwilling: unwilling?,
        income_growth: income_growth?,
        subsistence: subsistence?,
        saving: saving?,
        illness_annual: illness_annual?,
        illness_cost: illness_cost?,
        forgone_labour: forgone_labour?,
    })
}
