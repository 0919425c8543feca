//! Files that extend one another, where values come from, what the digest depends on.

use super::{COUNTY, county_with, in_both_languages, load, load_beside, shown};
use crate::model::policy::{Contributions, PrincipalRule};
use crate::scenario::{Scenario, Tables, ValueOrigin, provenance_table};
use crate::text::Lang;
use crate::units::Fen;

type Files<'a> = &'a [(&'a str, &'a str)];

fn over_county(text: &str) -> Scenario {
    match load_beside(text, &[("base.toml", COUNTY)]) {
        Ok(scenario) => scenario,
        Err(diagnostics) => panic!("{}", diagnostics.render(Lang::En, false)),
    }
}

fn origin<'a>(scenario: &'a Scenario, path: &str) -> &'a ValueOrigin {
    scenario.provenance.iter().find(|origin| origin.path == path).expect("a value with this path")
}

#[test]
fn sections_merge_key_by_key() {
    let scenario = over_county("extends = \"base.toml\"\n[policy.fund]\nleverage_max = 5\n");
    assert_eq!(scenario.policy.start.fund.leverage_max, Some(5.0));
    assert_eq!(scenario.policy.start.fund.waiting_months, 3);
    assert_eq!(scenario.world.industries.len(), 2);
}

#[test]
fn values_are_replaced_whole_and_the_message_says_so() {
    let text = "extends = \"base.toml\"\n[policy.lending]\nplan_yuan = { 2016 = 1000 }\n";
    let diagnostics = load_beside(text, &[("base.toml", COUNTY)]).expect_err("two years are missing");
    shown!(in_both_languages("inline table replaced", &diagnostics));
}

#[test]
fn a_chain_of_files_is_laid_from_the_base_up() {
    let middle = "extends = \"base.toml\"\n[run]\nseed = 7\nreplications = 50\n";
    let scenario =
        load_beside("extends = \"middle.toml\"\n[run]\nseed = 8\n", &[("base.toml", COUNTY), ("middle.toml", middle)])
            .expect("a valid chain");
    assert_eq!((scenario.run.seed, scenario.run.replications, scenario.run.months), (8, 50, 36));
    let seed = origin(&scenario, "run.seed");
    assert_eq!((seed.file.as_str(), seed.line), ("county.toml", Some(3)));
    let before = seed.overrides.as_ref().expect("an earlier value");
    assert_eq!((before.file.as_str(), before.line, before.value.as_str()), ("middle.toml", Some(3), "7"));
}

#[test]
fn a_key_pushes_out_the_inherited_one_that_it_excludes() {
    let scenario = over_county("extends = \"base.toml\"\n[policy.fund]\ncontributions_plan_share = 0.1\n");
    assert!(matches!(scenario.policy.start.fund.contributions, Contributions::PlanShare(_)));
    let share = origin(&scenario, "policy.fund.contributions_plan_share");
    assert!(share.overrides.as_ref().is_some_and(|before| before.value.contains("11_000_000")));

    let scenario = over_county("extends = \"base.toml\"\n[policy.pooled]\nprincipal_yuan_per_person = 9000\n");
    let principal = &scenario.policy.start.terms.0[1].principal;
    assert!(matches!(principal, PrincipalRule::PerPerson(sum) if *sum == Fen::from_yuan(9000.0)));

    let list = "list = [{ name = \"甲\", type = \"cooperative\", township = 22, weight = 1, age_years = 2 }]";
    let scenario = over_county(&format!("extends = \"base.toml\"\n[world.organisations]\n{list}\n"));
    let crate::model::world::OrganisationSource::Listed(list) = &scenario.world.organisations.source else {
        panic!("a list")
    };
    assert_eq!((list[0].township, list[0].industry, list[0].age_years), (Some(21), None, 2));
}

#[test]
fn the_table_of_origins_is_what_check_prints() {
    let scenario = over_county("extends = \"base.toml\"\n[run]\nseed = 8\n");
    let rows = provenance_table(&scenario.provenance, Lang::En);
    let row = rows.iter().find(|row| row[0] == "run.seed").expect("the seed");
    assert_eq!(row, &["run.seed", "8", "county.toml:3", "instead of 2016 (base.toml:8)"].map(str::to_owned));
    let rows = provenance_table(&scenario.provenance, Lang::Zh);
    assert!(rows.iter().any(|row| row[3] == "取代2016（base.toml:8）"));
}

#[test]
fn files_that_cannot_be_read_are_told_apart() {
    let cycle = [("a.toml", "extends = \"b.toml\"\n"), ("b.toml", "extends = \"a.toml\"\n")];
    let deep: Vec<(String, String)> =
        (0..20).map(|level| (format!("{level}.toml"), format!("extends = \"{}.toml\"\n", level + 1))).collect();
    let deep: Vec<(&str, &str)> = deep.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let cases: [(&str, &str, Files<'_>); 6] = [
        ("no such file", "extends = \"base.toml\"\n", &[("base2.toml", COUNTY)]),
        ("a directory", "extends = \".\"\n", &[]),
        ("not a name", "extends = 1\n", &[]),
        ("in a circle", "extends = \"a.toml\"\n", &cycle),
        ("too deep", "extends = \"0.toml\"\n", &deep),
        ("a mistake in the base", "extends = \"base.toml\"\n", &[("base.toml", "title = \"x\nseed = \n")]),
    ];
    let told = cases.map(|(name, text, files)| {
        let diagnostics = load_beside(text, files).expect_err("a mistake");
        in_both_languages(name, &diagnostics)
    });
    shown!(told.concat());
}

#[test]
fn a_file_that_is_not_there_is_told_without_a_place() {
    let diagnostics = Scenario::load(std::path::Path::new("nowhere/none.toml")).expect_err("no file");
    shown!(in_both_languages("main file", &diagnostics));
}

#[test]
fn text_in_another_encoding_is_told_with_its_line() {
    let directory = tempfile::tempdir().expect("a directory");
    // 县 in GBK.
    std::fs::write(directory.path().join("base.toml"), b"title = \"x\"\nquestion = \"\xcf\xd8\"\n").expect("a file");
    let loaded = Scenario::from_text("county", "extends = \"base.toml\"\n", directory.path());
    shown!(in_both_languages("encoding", &loaded.expect_err("not UTF-8")));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let windows = format!("\u{feff}{}", COUNTY.replace('\n', "\r\n"));
    let scenario = load_beside("extends = \"base.toml\"\n", &[("base.toml", &windows)]).expect("a valid scenario");
    assert_eq!(scenario.digest(), load(COUNTY).expect("a valid scenario").digest());
}

#[test]
fn the_digest_depends_on_values_only() {
    let digest = |replacements: &[(&str, &str)]| load(&county_with(replacements)).expect("a valid scenario").digest();
    let base = digest(&[]);
    let same: [&[(&str, &str)]; 4] = [
        &[("leverage_max     = 10.55", "leverage_max = 1055e-2 # the same number")],
        &[("villages      = 370", "villages = 0x172")],
        &[("replications = 1000", "replications = 7")],
        &[("question = \"Does it hold?\"", "question = \"Does it?\"")],
    ];
    for replacements in same {
        assert_eq!(digest(replacements), base, "{replacements:?}");
    }
    for replacements in [("seed         = 2016", "seed = 1"), ("villages      = 370", "villages = 371")] {
        assert_ne!(digest(&[replacements]), base, "{replacements:?}");
    }
}

#[test]
fn the_command_line_is_a_source_like_any_other() {
    let mut scenario = load(COUNTY).expect("a valid scenario");
    let before = scenario.digest();
    scenario.set_seed(5, "--seed");
    scenario.set_tables(Tables::NONE, "--tables");
    assert!(scenario.set_replications(10, "--replications"));
    assert!(!scenario.set_replications(0, "--replications"));
    assert_eq!((scenario.run.seed, scenario.run.replications), (5, 10));
    assert_ne!(scenario.digest(), before);
    let rows = provenance_table(&scenario.provenance, Lang::En);
    let row = rows.iter().find(|row| row[0] == "run.replications").expect("the replications");
    assert_eq!(row[1..], ["10", "--replications", "instead of 1000 (county.toml:7)"].map(str::to_owned));
}

#[test]
fn a_file_may_not_extend_itself() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("county.toml");
    std::fs::write(&path, "extends = \"./county.toml\"\n").expect("a file");
    let diagnostics = Scenario::load(&path).expect_err("a circle of one");
    let text = diagnostics.render(Lang::En, false);
    assert!(text.starts_with("error: the files extend one another in a circle"), "{text}");
}
