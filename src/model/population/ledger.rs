//! Households that only a loan ledger knows: added to the synthesised ones.

use std::collections::BTreeMap;

use super::roster::{Roster, drawn_village, running_sum};
use crate::draws::Luck;
use crate::model::book::Ledger;
use crate::model::world::{Industry, Synthesis};

/// Adds the ledger's own households: home by the ledger, everything else drawn from their own addresses.
pub(super) fn add_households(
    roster: &mut Roster,
    ledger: &Ledger,
    synthesis: &Synthesis,
    industries: &[Industry],
    luck: Luck,
) {
    if ledger.households.is_empty() {
        return;
    }
    let industry_weights: Vec<f64> = industries.iter().map(|industry| industry.weight).collect();
    let mut villages = Villages::of(roster, ledger, synthesis);
    for household in &ledger.households {
        let village = match &household.village {
            Some(name) => villages.named(roster, household.township, name),
            None => match villages.synthesised(household.township) {
                Some((first, count)) => first + drawn_village(household.entity, count, luck),
                None => villages.first(roster, household.township),
            },
        };
        let home = (household.township, village);
        roster.push_drawn(synthesis, &industry_weights, home, household.entity, luck);
        if let Some(name) = roster.name.last_mut() {
            name.clone_from(&household.name);
        }
        if let (Some(industry), Some(place)) = (household.industry, roster.industry.last_mut()) {
            *place = industry;
        }
    }
}

/// Villages by township and name.
struct Villages {
    known: BTreeMap<(u32, String), u32>,
    /// First village and number of villages of each synthesised township.
    ranges: Vec<(u32, u32)>,
}

impl Villages {
    fn of(roster: &Roster, ledger: &Ledger, synthesis: &Synthesis) -> Villages {
        let mut villages = Villages { known: BTreeMap::new(), ranges: Vec::new() };
        if !ledger.townships.is_empty() {
            return villages;
        }
        villages.ranges =
            running_sum(&synthesis.villages).into_iter().zip(synthesis.villages.iter().copied()).collect();
        for (township, (first, count)) in villages.ranges.iter().enumerate() {
            for village in *first..first + count {
                villages.known.insert((township as u32, roster.village_names[village as usize].clone()), village);
            }
        }
        villages
    }

    /// A village by its name in a township; an unknown one is added.
    fn named(&mut self, roster: &mut Roster, township: u32, name: &str) -> u32 {
        *self.known.entry((township, name.to_owned())).or_insert_with(|| {
            roster.village_names.push(name.to_owned());
            roster.village_names.len() as u32 - 1
        })
    }

    /// First village and number of villages of a synthesised township.
    fn synthesised(&self, township: u32) -> Option<(u32, u32)> {
        self.ranges.get(township as usize).copied()
    }

    /// The one village of a township of which the ledger names none for a household.
    fn first(&mut self, roster: &mut Roster, township: u32) -> u32 {
        let name = format!("{}-001", roster.township_names[township as usize]);
        self.named(roster, township, &name)
    }
}
