//! The list of organisations (扶贫经济组织名单): `name,type,township,industry,weight,age_years`.
//!
//! `township` (a name of the roster, or a number from 1) and `industry` may be empty, or absent as columns: drawn.

use super::table::{Column, Row, TableReader};
use super::{may, must};
use crate::model::world::ListedOrganisation;
use crate::scenario::decode::{Item, Names, Townships};
use crate::scenario::keys::Range;
use crate::scenario::mistake::CsvMistake;

const COLUMNS: &[Column] =
    &[must("name"), must("type"), may("township"), may("industry"), must("weight"), must("age_years")];

const NAME: usize = 0;
const TYPE: usize = 1;
const TOWNSHIP: usize = 2;
const INDUSTRY: usize = 3;
const WEIGHT: usize = 4;
const AGE: usize = 5;

/// Reads the table that an item names.
pub fn organisations(item: &Item<'_>, names: &Names<'_>) -> Option<Vec<ListedOrganisation>> {
    let file = item.cx.open(item.text()?, item.node.span)?;
    let text = item.cx.text(file);
    let mut table = TableReader::new(file, &text, COLUMNS);
    let mut list: Vec<ListedOrganisation> = Vec::new();
    let mut rows: Vec<(usize, String)> = Vec::new();
    while let Some(row) = table.complete().then(|| table.next_row()).flatten() {
        if let Some(organisation) = organisation(&mut table, &row, names) {
            match rows.iter().find(|(_, name)| *name == organisation.name) {
                Some((first_row, first)) => {
                    let mistake = CsvMistake::SameId {
                        row: row.number,
                        column: COLUMNS[NAME].name,
                        value: organisation.name.clone(),
                        first_row: *first_row,
                        first_value: first.clone(),
                    };
                    table.report_at(&row, NAME, mistake);
                }
                None => rows.push((row.number, organisation.name.clone())),
            }
            list.push(organisation);
        }
    }
    if list.is_empty() && table.mistakes() == 0 {
        table.report_start(CsvMistake::NoRows);
    }
    table.finish(item.cx).then_some(list)
}

fn organisation(table: &mut TableReader<'_>, row: &Row<'_>, names: &Names<'_>) -> Option<ListedOrganisation> {
    let name = table.some_text(row, NAME).map(str::to_owned);
    let kind = table.name(row, TYPE, names.types);
    let township = township(table, row, names.townships);
    let industry = match table.text(row, INDUSTRY).is_empty() {
        true => Some(None),
        false => table.name(row, INDUSTRY, names.industries).map(|index| Some(index as u32)),
    };
    let weight = table.number(row, WEIGHT, Range::POSITIVE);
    let age_years = table.whole(row, AGE, Range::between(0.0, 200.0));
    Some(ListedOrganisation {
        name: name?,
        kind: kind?,
        township: township?,
        industry: industry?,
        weight: weight?,
        age_years: age_years?,
    })
}

fn township(table: &mut TableReader<'_>, row: &Row<'_>, townships: Townships<'_>) -> Option<Option<u32>> {
    if table.text(row, TOWNSHIP).is_empty() {
        return Some(None);
    }
    match townships {
        Townships::Named(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            table.name(row, TOWNSHIP, &names).map(|index| Some(index as u32))
        }
        Townships::Counted(count) => {
            let number = table.whole(row, TOWNSHIP, Range::between(1.0, count as f64))?;
            Some(Some(u32::from(number) - 1))
        }
    }
}
