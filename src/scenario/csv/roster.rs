//! The roster of households (农户名册).
//!
//! | column | meaning |
//! |---|---|
//! | `household` | identifier: the address of the household's luck |
//! | `township`, `village` | names; villages of the same name in two townships are two villages |
//! | `persons`, `labour` | members, members able to work |
//! | `situation` | mode that the household's own situation fits |
//! | `ability` | ability θ |
//! | `income_yuan_per_person` | baseline income a year, in the year of the start |
//! | `industry` | industry of the scenario |
//! | `own_capital_yuan`, `buffer_yuan` | own capital beside a loan, liquidity at the start |
//!
//! Townships and villages are counted in the order in which they first appear. A row without a household names a
//! place only (all its other fields are empty): such rows come first in the count wherever they stand, so that a
//! roster written from a synthesised population keeps the numbers of its places and those without households.

use std::collections::BTreeMap;

use super::must;
use super::table::{Column, Row, TableReader};
use crate::draws::Entity;
use crate::model::policy::Mode;
use crate::model::population::Roster;
use crate::scenario::decode::Item;
use crate::scenario::keys::Range;
use crate::scenario::mistake::CsvMistake;
use crate::units::Fen;

/// The columns, in the order in which a roster is written.
pub const COLUMNS: &[Column] = &[
    must("household"),
    must("township"),
    must("village"),
    must("persons"),
    must("labour"),
    must("situation"),
    must("ability"),
    must("income_yuan_per_person"),
    must("industry"),
    must("own_capital_yuan"),
    must("buffer_yuan"),
];

const HOUSEHOLD: usize = 0;
const TOWNSHIP: usize = 1;
const VILLAGE: usize = 2;
const PERSONS: usize = 3;
const LABOUR: usize = 4;
const SITUATION: usize = 5;
const ABILITY: usize = 6;
const INCOME: usize = 7;
const INDUSTRY: usize = 8;
const OWN_CAPITAL: usize = 9;
const BUFFER: usize = 10;

/// Members of a household.
const MEMBERS: Range = Range::between(1.0, 100.0);
/// Ability in standard deviations.
const THETA: Range = Range::between(-20.0, 20.0);

/// Reads the roster that an item names.
pub fn roster(item: &Item<'_>, industries: &[&str]) -> Option<Roster> {
    let file = item.cx.open(item.text()?, item.node.span)?;
    let text = item.cx.text(file);
    let mut table = TableReader::new(file, &text, COLUMNS);
    let mut reader = Reader { industries, ..Reader::default() };
    if table.complete() {
        let rows: Vec<Row<'_>> = std::iter::from_fn(|| table.next_row()).collect();
        reader.places(&table, &rows);
        for row in &rows {
            reader.row(&mut table, row);
        }
        if reader.roster.name.is_empty() && table.mistakes() == 0 {
            table.report_start(CsvMistake::NoRows);
        }
    }
    table.finish(item.cx).then_some(reader.roster)
}

#[derive(Default)]
struct Reader<'a> {
    roster: Roster,
    industries: &'a [&'a str],
    townships: BTreeMap<String, u32>,
    /// By township (none for an empty village of a place row) and name.
    villages: BTreeMap<(Option<u32>, String), u32>,
    /// Row and identifier of each address.
    seen: BTreeMap<u64, (usize, String)>,
}

impl Reader<'_> {
    /// Counts the places of the rows without a household.
    fn places(&mut self, table: &TableReader<'_>, rows: &[Row<'_>]) {
        for row in rows.iter().filter(|row| is_place(table, row)) {
            let (township, village) = (table.text(row, TOWNSHIP), table.text(row, VILLAGE));
            let township = (!township.is_empty()).then(|| self.township(township));
            if !village.is_empty() {
                self.village(township, village);
            }
        }
    }

    fn township(&mut self, name: &str) -> u32 {
        let names = &mut self.roster.township_names;
        *self.townships.entry(name.to_owned()).or_insert_with(|| {
            names.push(name.to_owned());
            names.len() as u32 - 1
        })
    }

    fn village(&mut self, township: Option<u32>, name: &str) -> u32 {
        let names = &mut self.roster.village_names;
        *self.villages.entry((township, name.to_owned())).or_insert_with(|| {
            names.push(name.to_owned());
            names.len() as u32 - 1
        })
    }

    /// Reads every field of a row, then keeps the row if all are good.
    fn row(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) {
        if !is_place(table, row) {
            self.household(table, row);
        }
    }

    fn household(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) -> Option<()> {
        let entity = self.identifier(table, row);
        let township = table.some_text(row, TOWNSHIP);
        let village = table.some_text(row, VILLAGE);
        let persons = table.whole(row, PERSONS, MEMBERS);
        let labour = labour(table, row, persons);
        let situation = table.name(row, SITUATION, &Mode::ALL.map(Mode::key));
        let ability = table.number(row, ABILITY, THETA);
        let income = table.number(row, INCOME, Range::YUAN);
        let industry = table.name(row, INDUSTRY, self.industries);
        let own_capital = table.number(row, OWN_CAPITAL, Range::YUAN);
        let buffer = table.number(row, BUFFER, Range::YUAN);
        let (entity, township, village) = (entity?, township?, village?);
        let (persons, labour, situation) = (persons?, labour?, Mode::ALL[situation?]);
        let (ability, income, industry, own_capital, buffer) =
            (ability?, income?, industry? as u32, own_capital?, buffer?);
        let township = self.township(township);
        let village = self.village(Some(township), village);
        let roster = &mut self.roster;
        roster.entity.push(entity);
        roster.name.push(table.text(row, HOUSEHOLD).to_owned());
        roster.township.push(township);
        roster.village.push(village);
        roster.persons.push(persons);
        roster.labour.push(labour);
        roster.situation.push(situation);
        roster.ability.push(ability);
        roster.income_per_person.push(Fen::from_yuan(income));
        roster.industry.push(industry);
        roster.own_capital.push(Fen::from_yuan(own_capital));
        roster.buffer.push(Fen::from_yuan(buffer));
        Some(())
    }

    /// The address of a household; two households with one address would share their luck.
    fn identifier(&mut self, table: &mut TableReader<'_>, row: &Row<'_>) -> Option<Entity> {
        let value = table.some_text(row, HOUSEHOLD)?;
        let entity = Entity::named(value);
        match self.seen.get(&entity.number()) {
            Some((first_row, first_value)) => {
                let mistake = CsvMistake::SameId {
                    row: row.number,
                    column: COLUMNS[HOUSEHOLD].name,
                    value: value.to_owned(),
                    first_row: *first_row,
                    first_value: first_value.clone(),
                };
                table.report_at(row, HOUSEHOLD, mistake);
                None
            }
            None => {
                self.seen.insert(entity.number(), (row.number, value.to_owned()));
                Some(entity)
            }
        }
    }
}

fn labour(table: &mut TableReader<'_>, row: &Row<'_>, persons: Option<u16>) -> Option<u16> {
    let labour = table.whole(row, LABOUR, Range::between(0.0, MEMBERS.max))?;
    if let Some(persons) = persons.filter(|persons| labour > *persons) {
        table.report_at(row, LABOUR, CsvMistake::LabourAbovePersons { row: row.number, labour, persons });
        return None;
    }
    Some(labour)
}

/// Whether a row names a place only.
fn is_place(table: &TableReader<'_>, row: &Row<'_>) -> bool {
    let empty = |column: usize| table.text(row, column).is_empty();
    empty(HOUSEHOLD) && (PERSONS..=BUFFER).all(empty) && !(empty(TOWNSHIP) && empty(VILLAGE))
}
