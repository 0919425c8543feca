//! What the command line sets over a file.

use std::path::Path;

use super::{COUNTY, county_with, in_both_languages, load, shown};
use crate::scenario::{Diagnostics, Override, Scenario, provenance_table};
use crate::text::Lang;

fn with(text: &str, overrides: &[Override]) -> Result<Scenario, Diagnostics> {
    Scenario::from_text_with("county", text, Path::new(""), overrides)
}

fn set(typed: &[&str]) -> Scenario {
    let overrides: Vec<Override> = typed.iter().map(|typed| Override::set(*typed)).collect();
    with(COUNTY, &overrides).unwrap_or_else(|told| panic!("{told}"))
}

fn mix(typed: &str) -> Scenario {
    with(COUNTY, &[Override::mix(typed)]).unwrap_or_else(|told| panic!("{told}"))
}

fn digest_of(replacements: &[(&str, &str)]) -> String {
    load(&county_with(replacements)).expect("a valid scenario").digest()
}

/// The content decides: an option gives the digest of the file that says the same.
#[test]
fn an_option_is_a_file_that_says_the_same() {
    type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)]);
    let cases: [Case<'_>; 6] = [
        (&["policy.fund.leverage_max=8"], &[("leverage_max     = 10.55", "leverage_max = 8")]),
        (&["run.population = redrawn"], &[("population   = \"fixed\"", "population = \"redrawn\"")]),
        (&["policy.lending.placement=open"], &[("placement = \"eligible\"", "placement = \"open\"")]),
        (&["policy.lending.plan_yuan.2017=1"], &[("2017 = 80_000_000", "2017 = 1")]),
        (
            &["world.industries.navel_orange.yield.beta.cv=0.3"],
            &[("{ mean = 1.0, cv = 0.28,", "{ mean = 1.0, cv = 0.3,")],
        ),
        (
            &["policy.suspension.1.consecutive_months=5", "policy.fund.leverage_max=9", "policy.fund.leverage_max=8"],
            &[("consecutive_months   = 3", "consecutive_months = 5"), ("leverage_max     = 10.55", "leverage_max = 8")],
        ),
    ];
    for (typed, replacements) in cases {
        assert_eq!(set(typed).digest(), digest_of(replacements), "{typed:?}");
    }
}

/// A month needs no quotes, and a section that the file does not have is made.
#[test]
fn a_change_may_be_set_from_nothing() {
    let change = "\n[policy.changes.safer]\nfrom = \"2017-01\"\nfund = { leverage_max = 5 }\n";
    let file = load(&format!("{COUNTY}{change}")).expect("a valid scenario");
    let typed = set(&["policy.changes.safer.from=2017-01", "policy.changes.safer.fund.leverage_max=5"]);
    assert_eq!(typed.digest(), file.digest());
}

#[test]
fn a_mix_is_read_in_every_form() {
    let share = "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }";
    let expected = digest_of(&[(share, "mix = { self_directed = 0.5, pooled = 0.3, fixed_benefit = 0.2 }")]);
    for typed in [
        "self=0.5,pooled=0.3,fixed=0.2",
        "fixed_benefit=0.2, pooled=0.3, self_directed=0.5",
        "50/30/20",
        "0.5/0.3/0.2",
        "50%,30%,20%",
        "自主=50，统还=30，固定=20",
        "自主贷款＝0.5、分贷统用统还＝0.3、固定受益＝0.2",
    ] {
        assert_eq!(mix(typed).digest(), expected, "{typed}");
    }
    let corner = digest_of(&[(share, "mix = { self_directed = 1.0, pooled = 0.0, fixed_benefit = 0.0 }")]);
    assert_eq!((mix("self=1").digest(), mix("自主=100%").digest()), (corner.clone(), corner));
}

#[test]
fn the_name_says_what_is_set() {
    assert_eq!(set(&["policy.fund.leverage_max=8"]).name, "county", "all scenarios of the study have it");
    let both = with(COUNTY, &[Override::mix("33.3/33.3/33.4"), Override::variant("policy.lending.placement=open")]);
    assert_eq!(both.expect("a valid scenario").name, "county@placement=open@33.3-33.3-33.4");
    assert_eq!(Override::set("a.b = { x = \"甲/乙\", y = 1 }").label(), "b=x-甲-乙-y-1");
}

#[test]
fn check_shows_the_option_and_what_it_took_the_place_of() {
    let scenario = with(COUNTY, &[Override::set("policy.fund.leverage_max=8"), Override::mix("50/30/20")]);
    let rows = provenance_table(&scenario.expect("a valid scenario").provenance, Lang::En);
    let row = |path: &str| rows.iter().find(|row| row[0] == path).expect("a value with this path")[1..].to_vec();
    assert_eq!(row("policy.fund.leverage_max")[..2], ["8", "--set"]);
    assert!(row("policy.fund.leverage_max")[2].starts_with("instead of 10.55 (county.toml:"));
    assert_eq!(
        row("policy.lending.mix")[..2],
        ["{ fixed_benefit = 0.2, pooled = 0.3, self_directed = 0.5, }", "--mix"]
    );
    let scenario = set(&["policy.lending.plan_yuan.2017=1"]);
    let rows = provenance_table(&scenario.provenance, Lang::En);
    let places: Vec<&str> =
        rows.iter().filter(|row| row[0].starts_with("policy.lending.plan_yuan.")).map(|row| row[2].as_str()).collect();
    assert_eq!(places.iter().filter(|place| **place == "--set").count(), 1, "{places:?}");
    assert!(places.iter().all(|place| *place == "--set" || place.starts_with("county.toml:")), "{places:?}");
}

#[test]
fn mistakes_of_options_are_told_as_those_of_files() {
    let cases = [
        "policy.fund.leverage=8",
        "leverage_max=8",
        "policy.fund.leverage_max=ten",
        "policy.lending.credit_line_share=95",
        "policy.lending.mix.pooled=0.9",
        "policy.suspension.2.consecutive_months=5",
        "policy.fund.leverage_max",
        "policy.fund.leverage_max=",
        "policy.fund.leverage_max=8\npolicy.fund.waiting_months=1",
        "extends=other.toml",
        "world.population.roster=none.csv",
    ];
    let told = cases.map(|typed| {
        let diagnostics = with(COUNTY, &[Override::set(typed)]).expect_err("a mistake");
        in_both_languages(typed, &diagnostics)
    });
    shown!(told.concat());
}

#[test]
fn mistakes_of_mixes() {
    let pooled = COUNTY.find("[policy.pooled]").expect("the section");
    let end = pooled + COUNTY[pooled + 1..].find("\n[").expect("a section after it") + 1;
    let without_pooled = [
        &COUNTY[..pooled].replace("pooled = 0.45, fixed_benefit = 0.15", "pooled = 0.0, fixed_benefit = 0.6"),
        &COUNTY[end..],
    ]
    .concat();
    let dated = format!(
        "{COUNTY}\n[policy.changes.later]\nfrom = \"2017-01\"\nlending = {{ mix = {{ self_directed = 1.0, pooled = 0.0, fixed_benefit = 0.0 }} }}\n"
    );
    let cases = [
        (COUNTY, "self=0.5,poled=0.3,fixed=0.2"),
        (COUNTY, "self=0.5,pooled=0.3"),
        (COUNTY, "50/50"),
        (COUNTY, "self=0.5,self=0.5"),
        (COUNTY, "self=half,pooled=0.5"),
        (COUNTY, "0.5"),
        (COUNTY, "-10/60/50"),
        (COUNTY, ""),
        (without_pooled.as_str(), "50/30/20"),
        (dated.as_str(), "50/30/20"),
    ];
    let told = cases.map(|(text, typed)| {
        let diagnostics = with(text, &[Override::mix(typed)]).expect_err("a mistake");
        in_both_languages(typed, &diagnostics)
    });
    shown!(told.concat());
}

/// A search hands numbers over: they arrive as the numbers they are.
#[test]
fn numbers_keep_every_bit() {
    for value in [0.1 + 0.2, 1.0 / 3.0, 10.55, 8.0, 1e-7] {
        let scenario = with(COUNTY, &[Override::number("policy.fund.leverage_max", value)]).expect("a valid scenario");
        assert_eq!(scenario.policy.start.fund.leverage_max, Some(value));
    }
}
