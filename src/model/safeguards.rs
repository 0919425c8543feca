//! Safeguards of lending: rating of households and villages, checks, the joint-control account (equation T9).
//!
//! ```text
//! ν_i = ν · Π factors,   δ_i = δ · Π factors     over the safeguards that cover household i          (T9)
//! ```

use crate::draws::{Entity, Luck, Purpose};
use crate::model::county::County;
use crate::model::policy::Policy;
use crate::model::population::{Population, Roster};
use crate::model::rules::{Lever, Safeguard};
use crate::model::state::State;
use crate::units::Fen;

/// The safeguards that a policy uses, with their bits.
fn used(policy: &Policy) -> impl Iterator<Item = (Lever, u8, &Safeguard)> {
    let all = Lever::ALL.into_iter().zip(&policy.rules.safeguards.0);
    all.filter_map(|(lever, safeguard)| safeguard.as_ref().map(|safeguard| (lever, 1 << lever as u8, safeguard)))
}

/// Which safeguards cover each household, one bit each; empty if the policy uses none. A household's uniform for each
/// is its own, a village's that of its name, so that more coverage adds and takes nobody away.
pub fn coverage(policy: &Policy, roster: &Roster, village_township: &[u32], luck: Luck) -> Vec<u8> {
    let mut coverage = Vec::new();
    for (lever, bit, safeguard) in used(policy) {
        coverage.resize(roster.len(), 0);
        let share = safeguard.coverage.get();
        if lever == Lever::CreditVillages {
            let rated = rated_villages(share, roster, village_township, luck);
            let covered = coverage.iter_mut().zip(&roster.village).filter(|(_, village)| rated[**village as usize]);
            covered.for_each(|(mask, _)| *mask |= bit);
            continue;
        }
        let mut uniforms = vec![0.0; roster.len()];
        luck.uniforms(&roster.entity, Purpose::Safeguard, lever as u16, &mut uniforms);
        coverage.iter_mut().zip(&uniforms).filter(|(_, u)| **u < share).for_each(|(mask, _)| *mask |= bit);
    }
    coverage
}

/// Villages in which households live and whose uniform is below the share that is rated.
fn rated_villages(share: f64, roster: &Roster, village_township: &[u32], luck: Luck) -> Vec<bool> {
    let rated = |(village, township): (&String, &u32)| {
        let Some(township) = roster.township_names.get(*township as usize) else { return false };
        let entity = Entity::named(&format!("{township}/{village}"));
        luck.uniform(entity, Purpose::VillageSafeguard, 0) < share
    };
    roster.village_names.iter().zip(village_township).map(rated).collect()
}

/// Number of rated villages under a policy.
pub fn count_rated_villages(policy: &Policy, roster: &Roster, village_township: &[u32], luck: Luck) -> u32 {
    policy.rules.safeguards.0[Lever::CreditVillages as usize].map_or(0, |safeguard| {
        let rated = rated_villages(safeguard.coverage.get(), roster, village_township, luck);
        rated.iter().filter(|rated| **rated).count() as u32
    })
}

/// Product of a factor over the safeguards that cover a household.
fn product(policy: &Policy, mask: u8, factor: impl Fn(&Safeguard) -> f64) -> f64 {
    used(policy).filter(|(_, bit, _)| mask & bit != 0).map(|(_, _, safeguard)| factor(safeguard)).product()
}

/// What the share of households that never intend to repay is multiplied by.
pub fn unwilling_factor(policy: &Policy, coverage: &[u8], household: usize) -> f64 {
    product(policy, mask(coverage, household), |safeguard| safeguard.unwilling_factor.get())
}

/// What the diverted share of a household's loan is multiplied by.
pub fn diversion_factor(policy: &Policy, coverage: &[u8], household: usize) -> f64 {
    product(policy, mask(coverage, household), |safeguard| safeguard.diversion_factor.get())
}

fn mask(coverage: &[u8], household: usize) -> u8 {
    coverage.get(household).copied().unwrap_or(0)
}

/// The budget pays for the safeguards that cover a household when it is lent to.
pub fn charge_loan(state: &mut State, county: &County, population: &Population, household: u32, t: usize) {
    let (policy, offer) = (county.policy(t), county.offer(population, t));
    let mask = mask(&offer.coverage, household as usize);
    if mask != 0 {
        let covering = used(policy).filter(|(_, bit, _)| mask & bit != 0);
        charge(state, covering.map(|(_, _, safeguard)| safeguard.cost_per_loan).sum());
    }
}

/// Stage 2, in the first month of each calendar year of the run: the budget pays for each rated village.
pub fn charge_villages(state: &mut State, county: &County, population: &Population, t: usize) {
    let Some(safeguard) = &county.policy(t).rules.safeguards.0[Lever::CreditVillages as usize] else { return };
    charge(state, Fen(safeguard.cost_per_village_annual.0 * i64::from(county.offer(population, t).rated_villages)));
}

fn charge(state: &mut State, cost: Fen) {
    state.month.budget_cost += cost;
    state.run.safeguards_cost += cost;
}
