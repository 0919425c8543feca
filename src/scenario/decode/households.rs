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
        Some(item) => read(&item.section(&h::SECTION)?, neutral::households(run?.years().count())?),
        None if cash.households && !section.cx.laboratory.get() => {
            section.missing_section(&w::HOUSEHOLDS, Because::Structural);
            None
        }
        None => neutral::households(run?.years().count()),
    }
}

/// The section; `off` is what a laboratory scenario has where it is silent.
fn read(section: &Section<'_>, off: HouseholdEconomics) -> Option<HouseholdEconomics> {
    let diversion = section.off(&h::DIVERSION, off.diversion);
    let ability_effect = section.off(&h::ABILITY_EFFECT, off.ability_effect);
    let unwilling = section.off(&h::UNWILLING, off.unwilling);
    let income_growth = section.off(&h::INCOME_GROWTH, off.income_growth);
    let subsistence = section.off_by(&h::SUBSISTENCE, off.subsistence, |item| item.by_year());
    let saving = section.off(&h::SAVING, off.saving);
    let illness_annual = section.off(&h::ILLNESS, off.illness_annual);
    let illness_cost = section.off(&h::ILLNESS_COST, off.illness_cost);
    let forgone_labour = section.off(&h::FORGONE_LABOUR, off.forgone_labour);
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
