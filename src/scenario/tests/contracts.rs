//! Rules on running contracts, as a file writes them.

use super::{COUNTY, county_with, in_both_languages, load, mistakes_of, shown};
use crate::model::contracts::{ConvertedTo, RenewalKind};
use crate::model::forced_failure::Which;
use crate::model::policy::Mode;
use crate::units::Fen;

type Case<'a> = (&'a str, &'a [(&'a str, &'a str)]);

fn told(cases: &[Case<'_>]) -> String {
    cases.iter().map(|(name, replacements)| in_both_languages(name, &mistakes_of(replacements))).collect()
}

#[test]
fn every_rule_reaches_the_model() {
    let scenario = load(COUNTY).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let contracts = &scenario.policy.start.contracts;
    let renewal = contracts.renewal.as_ref().expect("a renewal");
    assert_eq!((renewal.kind, renewal.times_max, renewal.months), (RenewalKind::Renewal, 1, 12));
    assert_eq!((renewal.share_able.get(), renewal.share_unable.get()), (0.3, 0.0));
    assert_eq!(Mode::ALL.map(|mode| renewal.modes[mode]), [true, true, false]);
    let rules = &contracts.organisations;
    assert_eq!(rules.bail_out.map(|probability| probability.get()), Some(0.7));
    assert_eq!((rules.exposure_max, rules.exposure_max_fund_share), (Some(Fen(800_000_000)), Some(0.5)));
    let conversion = contracts.conversion.as_ref().expect("a conversion");
    assert_eq!((conversion.to, conversion.monthly_share.get()), (ConvertedTo::Repaid, 0.05));
    assert_eq!(Mode::ALL.map(|mode| conversion.modes[mode]), [false, true, false]);
    let benefits = &scenario.world.organisations.kinds[0].benefits;
    let wages = benefits.wages.expect("wages");
    assert_eq!((wages.households.get(), wages.annual, wages.displaced.get()), (0.2, Fen(600_000), 0.5));
    let rent = benefits.land_rent.expect("rent");
    assert_eq!((rent.households.get(), rent.annual), (0.35, Fen(80_000)));
    assert_eq!(scenario.world.company.benefits.dividend.get(), 0.2);
    let forced = &scenario.world.organisations.forced_failures;
    assert_eq!((forced.len(), &forced[0].organisation, forced[0].month.month()), (1, &Which::Largest, 6));
}

/// The county without its rules on contracts.
fn bare() -> String {
    let from = COUNTY.find("[world.organisations.types.cooperative.wages]").expect("the first of them");
    let until = COUNTY.find("[world.company]").expect("the section after them");
    let text = format!("{}{}", &COUNTY[..from], &COUNTY[until..]);
    let kept = text.lines().filter(|line| !(line.starts_with("forced_failures") || line.starts_with("dividend_share")));
    kept.map(|line| format!("{line}\n")).collect()
}

#[test]
fn rules_that_are_left_out_are_none() {
    let text = bare();
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let contracts = &scenario.policy.start.contracts;
    assert!(
        contracts.renewal.is_none() && contracts.conversion.is_none() && contracts.organisations.bail_out.is_none()
    );
    assert!(
        contracts.organisations.exposure_max.is_none() && contracts.organisations.exposure_max_fund_share.is_none()
    );
    let benefits = &scenario.world.organisations.kinds[0].benefits;
    assert!(benefits.wages.is_none() && benefits.land_rent.is_none() && benefits.dividend.get() == 0.0);
    assert!(scenario.world.organisations.forced_failures.is_empty());
    let written = format!("{text}\n[policy]\nrenewal = \"none\"\nconversion = \"none\"\n");
    let scenario = load(&written).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert!(scenario.policy.start.contracts.renewal.is_none() && scenario.policy.start.contracts.conversion.is_none());
}

#[test]
fn contracts() {
    shown!(told(&[
        ("kind of renewal not known", &[("kind         = \"renewal\"", "kind = \"rollover\"")]),
        ("mode twice", &[("modes        = [\"self_directed\", \"pooled\"]", "modes = [\"pooled\", \"pooled\"]")]),
        ("no mode", &[("modes        = [\"self_directed\", \"pooled\"]", "modes = []")]),
        ("share in per cent", &[("share_able   = 0.30", "share_able = 30")]),
        ("never renewed", &[("times_max    = 1", "times_max = 0")]),
        ("key missing", &[("share_unable = 0.0\n", "")]),
        ("probability above one", &[("bail_out_probability    = 0.7", "bail_out_probability = 7")]),
        ("a mode that has no organisation", &[("modes         = [\"pooled\"]", "modes = [\"self_directed\"]")]),
        ("converted into nothing known", &[("to            = \"repaid\"", "to = \"repay\"")]),
        ("organisation not known", &[("organisation = \"largest\"", "organisation = \"O13\"")]),
        ("failure before the run", &[("month = \"2018-06\"", "month = \"2015-06\"")]),
        ("dividend of nothing invested", &[("invested_share = 1.0\ndividend_share", "dividend_share")]),
        ("wage without a share", &[("households_share = 0.20\n", "")]),
    ]));
}

/// Nobody borrows alone, but pooled loans are handed to households: their risk must be known all the same.
#[test]
fn conversion_to_self_directed_needs_its_risk() {
    let own = "[world.self_directed]\ndefault    = \"structural\"\n\
        collection = { monthly = 0.05, monthly_suspended = 0.10, horizon_months = 24, part = \"full\", cost_share = 0.05 }\n";
    let no_own_lending = (
        "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }",
        "mix = { self_directed = 0, pooled = 0.85, fixed_benefit = 0.15 }",
    );
    assert!(load(&county_with(&[no_own_lending, (own, "")])).is_ok());
    let handed_over = ("to            = \"repaid\"", "to = \"self_directed\"");
    assert!(load(&county_with(&[no_own_lending, handed_over, (own, "")])).is_err());
    assert!(load(&county_with(&[no_own_lending, handed_over])).is_ok());
}
