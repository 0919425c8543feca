//! The rules as a file states them, and as a child file switches them off.

use super::{COUNTY, load, load_beside};
use crate::model::policy::Mode;
use crate::model::rules::*;
use crate::units::{Fen, Probability, Share};

fn share(value: f64) -> Share {
    Share::new(value).expect("a share")
}

#[test]
fn rules_are_read_as_they_are_written() {
    let scenario = load(COUNTY).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let rules = &scenario.policy.start.rules;
    let own = SuspensionRule {
        level: Level::Township,
        basis: Basis::RecoveryRate,
        period: Period::YearToDate,
        threshold: Millionths::of(0.98),
        consecutive_months: 3,
        rectification_months: 3,
        false_stop_tolerance: Millionths::of(0.02),
    };
    assert_eq!(rules.suspension, [own]);
    let reward = rules.reward.expect("a reward");
    assert_eq!((reward.share_of_lending, reward.recovery_min), (share(0.02), Millionths::of(0.98)));
    assert_eq!(reward.shares, [0.3, 0.2, 0.4, 0.1].map(share));
    let quota = rules.quota.expect("a quota");
    assert_eq!((quota.overshoot, quota.ability_shift_per_tenth, quota.step), (0.5, 0.05, Millionths::of(0.1)));
    assert_eq!((quota.points_target, quota.points_step, quota.points_max), (10, 1, 20));
    assert_eq!(rules.screening, Some(Screening { ability_min: -1.5, noise: 0.5 }));
    let factors = rules.safeguards.0.map(|safeguard| {
        safeguard.map(|safeguard| (safeguard.unwilling_factor.get(), safeguard.diversion_factor.get()))
    });
    assert_eq!(factors, [(0.5, 1.0), (0.33, 1.0), (0.8, 1.0), (1.0, 0.8), (1.0, 0.7), (1.0, 0.3)].map(Some));
    let villages = rules.safeguards.0[Lever::CreditVillages as usize].expect("rated villages");
    assert_eq!((villages.cost_per_loan, villages.cost_per_village_annual), (Fen::ZERO, Fen::from_yuan(5000.0)));
    let intensified = |mode: Mode| scenario.world.risk[mode].collection.monthly_suspended;
    assert_eq!([intensified(Mode::SelfDirected), intensified(Mode::Pooled)], [Probability::new(0.10), None]);
}

#[test]
fn a_child_file_switches_rules_off() {
    let child = "extends = \"county-base.toml\"\n\
        [policy]\nsuspension = []\nreward = \"none\"\nquota = \"none\"\n\
        [policy.lending]\nscreening = \"none\"\n\
        [policy.safeguards]\ncredit_households = \"none\"\ncredit_villages = \"none\"\nchecks_before = \"none\"\n\
        checks_during = \"none\"\nchecks_after = \"none\"\njoint_control_account = \"none\"\n";
    let scenario = load_beside(child, &[("county-base.toml", COUNTY)]);
    let scenario = scenario.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!(scenario.policy.start.rules, Rules::default());
}

#[test]
fn a_child_file_names_other_levels_in_place_of_the_inherited_rule() {
    let rule = |level: &str, basis: &str| {
        format!(
            "[[policy.suspension]]\nlevel = \"{level}\"\nbasis = \"{basis}\"\nthreshold_share = 0.03\n\
             consecutive_months = 1\nrectification_months = 0\nfalse_stop_tolerance_share = 0.0\n"
        )
    };
    let rules = rule("village", "npl_ratio") + &rule("county", "recovery_rate");
    let child = format!("extends = \"county-base.toml\"\n{rules}");
    let scenario = load_beside(&child, &[("county-base.toml", COUNTY)]);
    let scenario = scenario.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let found: Vec<(Level, Basis)> =
        scenario.policy.start.rules.suspension.iter().map(|rule| (rule.level, rule.basis)).collect();
    assert_eq!(found, [(Level::Village, Basis::NplRatio), (Level::County, Basis::RecoveryRate)]);
}
