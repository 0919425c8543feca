//! Tables that a scenario names.

use super::{COUNTY, in_both_languages, load_beside, shown};
use crate::draws::{Luck, Replication, Seed};
use crate::model::population::Roster;
use crate::model::world::{OrganisationSource, PopulationSource};
use crate::scenario::{Diagnostics, Scenario, write_roster};
use crate::text::Lang;
use crate::units::Fen;

const HEADINGS: &str = "household,township,village,persons,labour,situation,ability,income_yuan_per_person,industry,own_capital_yuan,buffer_yuan";

const WITH_ROSTER: &str = "extends = \"base.toml\"\n[world.population]\nroster = \"roster.csv\"\n";

fn with_roster(csv: &str) -> Result<Scenario, Diagnostics> {
    load_beside(WITH_ROSTER, &[("base.toml", COUNTY), ("roster.csv", csv)])
}

fn roster_of(csv: &str) -> Roster {
    match with_roster(csv).map(|scenario| scenario.world.population) {
        Ok(PopulationSource::Roster(roster)) => roster,
        Ok(PopulationSource::Synthetic(_)) => panic!("the roster was not taken"),
        Err(diagnostics) => panic!("{}", diagnostics.render(Lang::En, false)),
    }
}

#[test]
fn columns_may_stand_in_any_order_and_villages_belong_to_townships() {
    let csv = "\u{feff}village,household,township,persons,labour,situation,ability,income_yuan_per_person,industry,own_capital_yuan,buffer_yuan\r\n\
        东村,A-1,祥霖铺镇,4,2,self_directed,0.25,3100.5,livestock,5000,1200\r\n\
        东村,A-2,\"清塘镇\",3.0,0,fixed_benefit,-1e-1,2000,navel_orange,0,0\r\n\
        东村,A-3,祥霖铺镇,1,1,pooled,0,0,navel_orange,0,0.01\r\n";
    let roster = roster_of(csv);
    assert_eq!(roster.township_names, ["祥霖铺镇", "清塘镇"]);
    assert_eq!(roster.village_names, ["东村", "东村"]);
    assert_eq!((roster.township.as_slice(), roster.village.as_slice()), (&[0, 1, 0][..], &[0, 1, 0][..]));
    assert_eq!(roster.persons, [4, 3, 1]);
    assert_eq!(roster.industry, [1, 0, 0]);
    assert_eq!(roster.income_per_person[0], Fen(310_050));
    assert_eq!(roster.buffer[2], Fen(1));
}

#[test]
fn a_synthesised_population_written_and_read_again_is_the_same() {
    let base = super::load(COUNTY).expect("a valid scenario");
    let industries: Vec<&str> = base.world.industries.iter().map(|industry| industry.name.as_str()).collect();
    let PopulationSource::Synthetic(mut synthesis) = base.world.population.clone() else { panic!("a synthesis") };
    // Few households leave villages and townships empty, and places do not appear in their order.
    for households in [3, 40, 2_000] {
        synthesis.households = households;
        let luck = Luck { seed: Seed(9), replication: Replication::POPULATION };
        let roster = Roster::synthesise(&synthesis, &base.world.industries, luck);
        let csv = write_roster(&roster, &industries);
        let again = roster_of(&csv);
        assert_eq!(again, roster, "{households} households");
        assert_eq!(write_roster(&again, &industries), csv);
    }
}

#[test]
fn every_mistake_of_a_roster_has_its_row_and_column() {
    let csv = format!(
        "{HEADINGS}\n\
        1,甲镇,东村,4,2,self_directed,0.1,3000,navel_orange,5000,1000\n\
        01,甲镇,东村,4,2,self_directed,0.1,3000,navel_orange,5000,1000\n\
        2,甲镇,,0,2,self-directed,high,-5,apples,5000,1000\n\
        3,甲镇,东村,2,3,pooled,0.1,3000,livestock,5000\n\
        4,甲镇,东村,2,3,pooled,0.1,3000,livestock,5000,1000\n\
        5,甲镇,\"东村,2,1,pooled,0.1,3000,livestock,5000,1000\n"
    );
    shown!(in_both_languages("rows", &with_roster(&csv).expect_err("broken rows")));
}

#[test]
fn headings_are_checked() {
    let cases = [
        ("missing and unknown", HEADINGS.replace("labour", "labor").replace(",buffer_yuan", "")),
        ("twice", HEADINGS.replace("labour", "persons")),
        ("nothing", String::new()),
        ("no rows", HEADINGS.to_owned()),
    ];
    let told = cases.map(|(name, csv)| in_both_languages(name, &with_roster(&csv).expect_err("broken headings")));
    shown!(told.concat());
}

#[test]
fn of_many_mistakes_twenty_are_shown_and_all_are_counted() {
    let rows: String = (0..500).map(|row| format!("{row},甲镇,东村,x,1,pooled,0,1,livestock,1,1\n")).collect();
    let diagnostics = with_roster(&format!("{HEADINGS}\n{rows}")).expect_err("500 broken rows");
    let text = diagnostics.render(Lang::En, false);
    assert_eq!(text.matches("column `persons`").count(), 20);
    assert!(text.contains("480 more mistakes in this table are not shown"), "{text}");
    assert!(text.ends_with("500 mistakes found; nothing was run\n"), "{text}");
}

#[test]
fn organisations_are_listed_in_a_table() {
    let text = "extends = \"base.toml\"\n[world.organisations]\nfile = \"list.csv\"\n";
    let good = "name,type,township,industry,weight,age_years\n县果业社,cooperative,3,navel_orange,0.4,2\n乡养殖社,cooperative,,,0.6,0\n";
    let scenario = load_beside(text, &[("base.toml", COUNTY), ("list.csv", good)]).expect("a good list");
    let OrganisationSource::Listed(list) = &scenario.world.organisations.source else { panic!("a list") };
    assert_eq!((list[0].township, list[0].industry, list[0].age_years), (Some(2), Some(0), 2));
    assert_eq!((list[1].township, list[1].industry, list[1].weight), (None, None, 0.6));
    assert_eq!(scenario.tables[0].name, "list.csv");

    let broken =
        "name,type,township,weight,age_years\n甲社,coop,23,0,2\n乙社,cooperative,,1,1\n乙社,cooperative,,1,1\n";
    let diagnostics = load_beside(text, &[("base.toml", COUNTY), ("list.csv", broken)]).expect_err("a broken list");
    shown!(in_both_languages("organisations", &diagnostics));
}

#[test]
fn observed_values_come_from_a_column() {
    let text = |column: &str| {
        let law = format!("{{ empirical = {{ file = \"yields.csv\", column = \"{column}\" }} }}");
        format!("extends = \"base.toml\"\n[world.industries.livestock]\nyield = {law}\n")
    };
    let csv = "year,yield\n2014,0.8\n2015,1.2\n2016,1.0\n";
    let files = [("base.toml", COUNTY), ("yields.csv", csv)];
    let scenario = load_beside(&text("yield"), &files).expect("good values");
    assert_eq!(scenario.world.industries[1].yield_law.support(), (0.8, 1.2));
    let diagnostics = load_beside(&text("yeild"), &files).expect_err("no such column");
    let broken = [("base.toml", COUNTY), ("yields.csv", "yield\n0.8\nlow\n")];
    let value = load_beside(&text("yield"), &broken).expect_err("a broken value");
    shown!(in_both_languages("no such column", &diagnostics) + &in_both_languages("a broken value", &value));
}

#[test]
fn a_table_that_changes_changes_the_digest() {
    let csv = |buffer: u32| format!("{HEADINGS}\n1,甲镇,东村,4,2,pooled,0.1,3000,navel_orange,5000,{buffer}\n");
    let digest = |buffer| with_roster(&csv(buffer)).expect("a good roster").digest();
    assert_eq!(digest(1), digest(1));
    assert_ne!(digest(1), digest(2));
}
