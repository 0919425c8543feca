//! The list of organisations (扶贫经济组织名单): `name,type,township,industry,weight,age_years`.
//!
//! `township` (a name of the roster, or a number from 1) and `industry` may be empty, or absent as columns: drawn.

use std::collections::BTreeMap;

use super::columns::{Column, NOTE, Takes, may, must};
use super::table::{Row, TableReader};
use crate::model::world::ListedOrganisation;
use crate::scenario::decode::{Item, Names, Townships};
use crate::scenario::keys::Range;
use crate::scenario::mistake::CsvMistake;

/// The columns, in the order in which a list is written.
pub const COLUMNS: &[Column] = &[
    must("name", "名称", Takes::Text)
        .also(&["组织名称", "经济组织", "单位名称", "organisation", "organization"])
        .means(
            "Name of the organisation, once in the file; the ledger names organisations by it",
            "经济组织名称，文件内不重复；贷款台账以此指明用款组织",
        )
        .such_as(["East Town Citrus", "County Livestock"], ["东镇果业合作社", "县养殖公司"]),
    must("type", "类型", Takes::Name)
        .also(&["组织类型", "kind"])
        .means("Type of the scenario: how it fails", "方案中的组织类型（决定倒闭机制）")
        .such_as(["cooperative", "company"], ["合作社", "公司"]),
    may("township", "乡镇", Takes::Name)
        .also(&["所在乡镇", "town"])
        .means(
            "Name of the township with a roster or ledger that names them, else its number from 1; empty: drawn",
            "有名册时填乡镇名称，否则填乡镇序号（从1起）；留空则随机",
        )
        .such_as(["East Town", ""], ["东镇", ""]),
    may("industry", "产业", Takes::Name)
        .also(&["所属产业", "主营产业"])
        .means("Industry of the scenario; empty: drawn", "方案中的产业；留空则随机")
        .such_as(["navel_orange", "livestock"], ["脐橙", "养殖"]),
    must("weight", "权重", Takes::Number(Range::POSITIVE))
        .also(&["放贷权重", "规模"])
        .means("Relative share of new pooled lending that goes through it", "新增统贷中经由该组织的相对份额")
        .such_as(["0.6", "0.4"], ["0.6", "0.4"]),
    must("age_years", "成立年数", Takes::Whole(Range::between(0.0, 200.0)))
        .also(&["age", "经营年数"])
        .means("Age in whole years at the start of the run", "模拟起点时已成立的整年数")
        .such_as(["3", "6"], ["3", "6"]),
    NOTE,
];

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
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(row) = table.complete().then(|| table.next_row()).flatten() {
        not_twice(&mut table, &row, &mut rows);
        list.extend(organisation(&mut table, &row, names));
    }
    if rows.is_empty() && table.mistakes() == 0 {
        table.report_start(CsvMistake::NoRows);
    }
    (table.finish(item.cx) && names.complete()).then_some(list)
}

/// Reports a name that another row has, whatever else is wrong with either.
fn not_twice(table: &mut TableReader<'_>, row: &Row<'_>, rows: &mut BTreeMap<String, usize>) {
    let value = table.text(row, NAME).to_owned();
    if value.is_empty() {
        return;
    }
    match rows.get(&value) {
        Some(&first_row) => {
            let (column, first_value) = (table.heading(NAME), value.clone());
            let mistake = CsvMistake::SameId { row: row.number, column, value, first_row, first_value };
            table.report_at(row, NAME, mistake);
        }
        None => {
            rows.insert(value, row.number);
        }
    }
}

fn organisation(table: &mut TableReader<'_>, row: &Row<'_>, names: &Names<'_>) -> Option<ListedOrganisation> {
    let name = table.some_text(row, NAME).map(str::to_owned);
    // Names that are broken themselves are not held against the table.
    let kind = names.types.and_then(|types| table.name(row, TYPE, types));
    let township = names.townships.and_then(|townships| township(table, row, townships));
    let industry = match table.is_empty(row, INDUSTRY) {
        true => Some(None),
        false => names.industries.and_then(|names| table.name(row, INDUSTRY, names)).map(|index| Some(index as u32)),
    };
    let weight = table.number(row, WEIGHT);
    let age_years = table.whole(row, AGE);
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
            let number = table.whole_in(row, TOWNSHIP, Range::between(1.0, count as f64))?;
            Some(Some(u32::from(number) - 1))
        }
    }
}
