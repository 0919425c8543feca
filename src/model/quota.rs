//! Quota pressure: townships aim above their plan, lower the standard of screening and earn points (equations T6–T8).

use crate::draws::{Luck, Purpose};
use crate::model::county::County;
use crate::model::policy::{Mode, Policy};
use crate::model::population::{Offer, Population, Roster};
use crate::model::rules::Quota;
use crate::model::state::State;
use crate::units::Fen;

/// Equation T6: what a township aims to have lent: its plan to date × (1 + overshoot).
pub fn aim(policy: &Policy, planned: Fen) -> Fen {
    policy.rules.quota.map_or(planned, |quota| planned.times(1.0 + quota.overshoot))
}

/// Equation T7: which applicants pass, θ + noise·N(0,1) ≥ ability_min − shift; shift = shift per tenth × 10·overshoot.
/// Empty if there is no screening: everyone passes.
pub fn passes(policy: &Policy, roster: &Roster, luck: Luck) -> Vec<bool> {
    let Some(screening) = &policy.rules.screening else { return Vec::new() };
    let shift = policy.rules.quota.map_or(0.0, |quota| quota.ability_shift_per_tenth * quota.overshoot * 10.0);
    let standard = screening.ability_min - shift;
    let mut noise = vec![0.0; roster.len()];
    luck.normals(&roster.entity, Purpose::Screening, 0, &mut noise);
    let seen = roster.ability.iter().zip(&noise).map(|(ability, noise)| ability + screening.noise * noise);
    seen.map(|seen| seen >= standard).collect()
}

/// Whether a household may be lent to in a mode: it passes, or the mode does not ask (fixed benefit).
pub fn admitted(offer: &Offer, mode: Mode, household: u32) -> bool {
    mode == Mode::FixedBenefit || offer.passes.get(household as usize).copied().unwrap_or(true)
}

/// Equation T8, at the end of the run: points of each township and year that had a plan.
pub fn assess(state: &mut State, county: &County, population: &Population) {
    let (seasons, months) = (county.calendar.seasons(), county.calendar.months());
    let (mut sum, mut assessed) = (0u64, 0u32);
    for t in (0..months).filter(|t| *t + 1 == months || county.calendar.season_begins(*t + 1)) {
        let Some(quota) = &county.policy(t).rules.quota else { continue };
        for township in 0..population.township_households.len() {
            let plan = Mode::ALL.iter().map(|mode| county.planned_to_date(population, *mode, township, t)).sum();
            let record = state.township_year(seasons, township, county.calendar.season(t));
            record.quota_points = points(quota, record.lent, plan);
            let Some(points) = record.quota_points else { continue };
            assessed += 1;
            sum += u64::from(points);
            state.run.townships_missing_quota += u32::from(record.lent < plan);
        }
    }
    state.run.quota_points_mean = (assessed > 0).then(|| sum as f64 / f64::from(assessed));
}

/// target + ⌊(lent/plan − 1)/step⌋ · points of a step, at most the largest number; zero below the plan, none without one.
fn points(quota: &Quota, lent: Fen, plan: Fen) -> Option<u32> {
    if plan <= Fen::ZERO {
        return None;
    }
    if lent < plan {
        return Some(0);
    }
    let steps = quota.step.times_in(lent - plan, plan).min(1_000_000);
    let earned = i64::from(quota.points_target) + steps * i64::from(quota.points_step);
    Some(earned.min(i64::from(quota.points_max)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rules::Millionths;

    /// The county's rule: 10 points for the quota, one for each further tenth, at most 20.
    #[test]
    fn points_follow_the_rule_of_the_county() {
        let quota = Quota {
            overshoot: 0.0,
            ability_shift_per_tenth: 0.0,
            points_target: 10,
            points_step: 1,
            step: Millionths::of(0.1),
            points_max: 20,
        };
        let of = |lent| points(&quota, Fen(lent), Fen(1_000));
        assert_eq!([of(0), of(999), of(1_000), of(1_099)], [Some(0), Some(0), Some(10), Some(10)]);
        assert_eq!([of(1_100), of(1_299), of(2_000), of(5_000)], [Some(11), Some(12), Some(20), Some(20)]);
        assert_eq!(points(&quota, Fen(5), Fen::ZERO), None);
    }
}
