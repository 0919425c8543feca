//! `[[policy.suspension]]`, `[policy.reward]`, `[policy.quota]`, `[policy.lending.screening]`, `[policy.safeguards]`.

use super::item::Item;
use super::section::Section;
use super::tables::all;
use crate::model::rules::{
    Basis, Level, Lever, Millionths, Period, Quota, RewardRule, Rules, Safeguard, Safeguards, Screening, SuspensionRule,
};
use crate::scenario::keys::Key;
use crate::scenario::keys::policy::{
    credit_villages as v, lending as l, quota as q, reward as r, reward_shares as rs, root as p, safeguard as g,
    safeguards as gs, screening as sc, suspension as s,
};
use crate::units::{Fen, Share};

/// Reads the rules of `[policy]`; those that are absent are off.
pub fn rules(section: &Section<'_>) -> Option<Rules> {
    let suspension = match section.item(&p::SUSPENSION) {
        Some(item) => item.list(item.key.kind).and_then(|list| all(list.iter().map(suspension))),
        None => Some(Vec::new()),
    };
    let reward = or_none(section, &p::REWARD, reward);
    let quota = or_none(section, &p::QUOTA, quota);
    let safeguards = match section.item(&p::SAFEGUARDS) {
        Some(item) => item.section(&gs::SECTION).and_then(|section| safeguards(&section)),
        None => Some(Safeguards::default()),
    };
    let screening = match section.item(&p::LENDING) {
        Some(item) => lending_screening(&item),
        None => Some(None),
    };
    Some(Rules {
        suspension: suspension?,
        reward: reward?,
        quota: quota?,
        screening: screening?,
        safeguards: safeguards?,
    })
}

/// A table of its own keys, the word in its place, or nothing: both the latter are none.
fn or_none<T>(section: &Section<'_>, key: &'static Key, read: impl Fn(&Item<'_>) -> Option<T>) -> Option<Option<T>> {
    match section.item(key) {
        None => Some(None),
        Some(item) if item.node.text().is_some() => item.name_among(&item.key.choices()).map(|_| None),
        Some(item) => read(&item).map(Some),
    }
}

fn suspension(item: &Item<'_>) -> Option<SuspensionRule> {
    let section = item.section(&s::SECTION)?;
    let level = section.off_by(&s::LEVEL, Level::Township, |item| level(item));
    let basis = section.off_by(&s::BASIS, Basis::RecoveryRate, |item| basis(item));
    let period = match section.item(&s::PERIOD) {
        Some(item) => period(&item),
        None => Some(Period::YearToDate),
    };
    let threshold = section.required(&s::THRESHOLD).map(Millionths::of);
    let consecutive_months = section.required(&s::CONSECUTIVE);
    let rectification_months = section.off(&s::RECTIFICATION, 0);
    let false_stop_tolerance = section.off(&s::TOLERANCE, 0.0).map(Millionths::of);
    Some(SuspensionRule {
        level: level?,
        basis: basis?,
        period: period?,
        threshold: threshold?,
        consecutive_months: consecutive_months?,
        rectification_months: rectification_months?,
        false_stop_tolerance: false_stop_tolerance?,
    })
}

fn level(item: &Item<'_>) -> Option<Level> {
    Some(match item.name_among(&item.key.choices())? {
        "village" => Level::Village,
        "township" => Level::Township,
        _ => Level::County,
    })
}

fn period(item: &Item<'_>) -> Option<Period> {
    Some(match item.name_among(&item.key.choices())? {
        "month" => Period::Month,
        _ => Period::YearToDate,
    })
}

fn basis(item: &Item<'_>) -> Option<Basis> {
    Some(match item.name_among(&item.key.choices())? {
        "npl_ratio" => Basis::NplRatio,
        _ => Basis::RecoveryRate,
    })
}

fn reward(item: &Item<'_>) -> Option<RewardRule> {
    let section = item.section(&r::SECTION)?;
    let share_of_lending = section.required(&r::SHARE_OF_LENDING);
    let recovery_min = section.required(&r::RECOVERY_MIN).map(Millionths::of);
    let shares = section.need(&r::SHARES).and_then(|item| reward_shares(&item));
    Some(RewardRule { share_of_lending: share_of_lending?, recovery_min: recovery_min?, shares: shares? })
}

fn reward_shares(item: &Item<'_>) -> Option<[Share; 4]> {
    let section = item.section(&rs::SECTION)?;
    let [a, b, c, d] = [&rs::TOWNSHIP, &rs::VILLAGE, &rs::BANK, &rs::COUNTY].map(|key| section.required::<Share>(key));
    let shares = [a?, b?, c?, d?];
    item.sums_to_one(shares.iter().map(|share| share.get()).sum()).then_some(shares)
}

fn quota(item: &Item<'_>) -> Option<Quota> {
    let section = item.section(&q::SECTION)?;
    let overshoot = section.required(&q::OVERSHOOT);
    let ability_shift_per_tenth = section.required(&q::SHIFT);
    let points_target = section.required(&q::POINTS_TARGET);
    let points_step = section.required(&q::POINTS_STEP);
    let step = section.required(&q::STEP_SHARE).map(Millionths::of);
    let points_max = section.required(&q::POINTS_MAX);
    at_least_target(&section, points_target, points_max);
    Some(Quota {
        overshoot: overshoot?,
        ability_shift_per_tenth: ability_shift_per_tenth?,
        points_target: points_target?,
        points_step: points_step?,
        step: step?,
        points_max: points_max?,
    })
}

fn at_least_target(section: &Section<'_>, target: Option<u32>, most: Option<u32>) {
    let (Some(target), Some(most)) = (target, most) else { return };
    let (Some(low), Some(high)) = (section.item(&q::POINTS_MAX), section.item(&q::POINTS_TARGET)) else { return };
    if most < target {
        low.below(most.into(), &high, target.into());
    }
}

/// `screening` stands in `[policy.lending]`, whose other keys are read (and whose unknown keys are told) elsewhere.
fn lending_screening(lending: &Item<'_>) -> Option<Option<Screening>> {
    let Some(node) = lending.node.table().and_then(|table| table.get(l::SCREENING.name)) else { return Some(None) };
    let item = Item { key: &l::SCREENING, ..lending.entry(node, l::SCREENING.name) };
    if item.node.text().is_some() {
        return item.name_among(&item.key.choices()).map(|_| None);
    }
    let section = item.section(&sc::SECTION)?;
    let (ability_min, noise) = (section.required(&sc::ABILITY_MIN), section.required(&sc::NOISE));
    Some(Some(Screening { ability_min: ability_min?, noise: noise? }))
}

fn safeguards(section: &Section<'_>) -> Option<Safeguards> {
    let keys = [
        &gs::CREDIT_HOUSEHOLDS,
        &gs::CREDIT_VILLAGES,
        &gs::CHECKS_BEFORE,
        &gs::CHECKS_DURING,
        &gs::CHECKS_AFTER,
        &gs::JOINT_CONTROL_ACCOUNT,
    ];
    let read = |lever: Lever| or_none(section, keys[lever as usize], |item| safeguard(item, lever));
    let [a, b, c, d, e, f] = Lever::ALL.map(read);
    Some(Safeguards([a?, b?, c?, d?, e?, f?]))
}

fn safeguard(item: &Item<'_>, lever: Lever) -> Option<Safeguard> {
    let villages = lever == Lever::CreditVillages;
    let section = item.section(if villages { &v::SECTION } else { &g::SECTION })?;
    let coverage = section.required(&g::COVERAGE);
    let (unwilling_factor, diversion_factor) = (section.required(&g::UNWILLING), section.required(&g::DIVERSION));
    let cost_per_loan = section.required(&g::COST_PER_LOAN);
    let cost_per_village_annual = if villages { section.required(&v::COST_PER_VILLAGE) } else { Some(Fen::ZERO) };
    Some(Safeguard {
        coverage: coverage?,
        unwilling_factor: unwilling_factor?,
        diversion_factor: diversion_factor?,
        cost_per_loan: cost_per_loan?,
        cost_per_village_annual: cost_per_village_annual?,
    })
}
