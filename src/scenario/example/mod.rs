//! An example county with data of its own: invented, plausible, the same bytes each time.
//!
//! Households are synthesised from the base case, their loans drawn from its terms; ages, statuses and names of places
//! and organisations are invented here. Nothing in it is a real person, place or firm.

mod ledger;
mod places;
mod text;

use crate::draws::{Luck, Replication, Seed};
use crate::model::calendar::Calendar;
use crate::model::population::{Population, Roster};
use crate::model::timetable::Policies;
use crate::model::world::{PopulationSource, Synthesis};
use crate::scenario::csv::{BOM, write_households, write_ledger, write_organisations};
use crate::scenario::{Diagnostics, Scenario};
use crate::text::Lang;
use crate::units::{CalendarMonth, Fen};

/// The base case, as it ships.
const BASE: &str = include_str!("../../../scenarios/daoxian-2016.toml");
/// Seed of everything that is drawn for the example.
const SEED: Seed = Seed(2018);
/// Households of the example.
const HOUSEHOLDS: u32 = 1_500;

/// A file of the example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: String,
}

/// The files of the example county: scenario, base case, roster, organisations, ledger.
///
/// # Errors
///
/// Mistakes of the base case, which ships with the program and has none.
pub fn example(lang: Lang) -> Result<Vec<ExampleFile>, Diagnostics> {
    let base = Scenario::from_text("daoxian-2016", BASE, std::path::Path::new(""))?;
    let luck = Luck { seed: SEED, replication: Replication::POPULATION };
    let roster = roster(&base, luck, lang);
    let policies = Policies::new(base.policy.start.clone().into(), &Calendar::new(base.run.start, 1));
    let population = Population::from_roster(roster, &policies, &base.world, luck);
    let industries: Vec<&str> = base.world.industries.iter().map(|industry| industry.name.as_str()).collect();
    let organisations = places::organisations(lang);
    let ledger = ledger::rows(&population, &organisations, start(), luck);
    let table = |text: String| format!("{BOM}{text}");
    Ok(vec![
        ExampleFile { name: "county.toml", text: text::scenario(lang) },
        ExampleFile { name: "daoxian-2016.toml", text: BASE.to_owned() },
        ExampleFile { name: "roster.csv", text: table(write_households(&population.roster, &industries, lang)) },
        ExampleFile { name: "organisations.csv", text: table(write_organisations(&organisations, lang)) },
        ExampleFile { name: "ledger.csv", text: table(write_ledger(&ledger, lang)) },
    ])
}

/// First month of the example's run.
fn start() -> CalendarMonth {
    CalendarMonth::new(2018, 1).unwrap_or_else(|| unreachable!("January is a month"))
}

/// Households synthesised from the base case in four invented townships; amounts in tens of yuan.
fn roster(base: &Scenario, luck: Luck, lang: Lang) -> Roster {
    let PopulationSource::Synthetic(synthesis) = &base.world.population else { return Roster::default() };
    let (townships, villages) = places::townships(lang);
    let synthesis = Synthesis {
        households: HOUSEHOLDS,
        township_weights: vec![1.3, 1.0, 0.9, 0.6],
        villages: vec![villages.len() as u32; townships.len()],
        ..synthesis.clone()
    };
    let mut roster = Roster::synthesise(&synthesis, &base.world.industries, luck);
    roster.village_names = townships.iter().flat_map(|_| villages.iter().map(|name| (*name).to_owned())).collect();
    roster.township_names = townships.iter().map(|name| (*name).to_owned()).collect();
    roster.name = (1..=HOUSEHOLDS).map(|number| format!("H{number:04}")).collect();
    roster.ability.iter_mut().for_each(|ability| *ability = libm::round(*ability * 100.0) / 100.0);
    for amounts in [&mut roster.income_per_person, &mut roster.own_capital, &mut roster.buffer] {
        amounts.iter_mut().for_each(|amount| *amount = Fen(amount.0 / 1_000 * 1_000));
    }
    roster
}
