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

use super::columns::{Column, NOTE, Takes, must};
use super::table::{Row, TableReader};
use crate::draws::Entity;
use crate::model::population::Roster;
use crate::scenario::decode::Item;
use crate::scenario::keys::Range;
use crate::scenario::mistake::CsvMistake;

/// The columns, in the order in which a roster is written.
pub const COLUMNS: &[Column] = &[
    must("household", "户编号", Takes::Text)
        .also(&["户号", "农户编号", "农户", "household_id", "id"])
        .means(
            "Identifier of the household, once in the file; the ledger names households by it",
            "农户编号，文件内不重复；贷款台账以此编号指明农户",
        )
        .such_as(["H001", "H002"], ["H001", "H002"]),
    must("township", "乡镇", Takes::Text)
        .also(&["乡镇街道", "乡（镇）", "镇", "town"])
        .means("Name of the township or street", "乡镇（街道）名称")
        .such_as(["East Town", "West Town"], ["东镇", "西镇"]),
    must("village", "村", Takes::Text)
        .also(&["行政村", "村名", "村（社区）"])
        .means(
            "Name of the village; the same name in two townships is two villages",
            "行政村名称；不同乡镇的同名村视为两个村",
        )
        .such_as(["First Village", "Second Village"], ["一村", "二村"]),
    must("persons", "人口", Takes::Whole(MEMBERS))
        .also(&["人口数", "家庭人口", "members"])
        .means("Members of the household", "家庭人口")
        .such_as(["4", "2"], ["4", "2"]),
    must("labour", "劳动力", Takes::Whole(LABOURERS))
        .also(&["劳动力人数", "劳动力数"])
        .means("Members able to work, at most the persons", "有劳动能力的人数，不超过人口")
        .such_as(["2", "0"], ["2", "0"]),
    must("situation", "适合模式", Takes::Mode)
        .also(&["自身状况", "适合的贷款模式"])
        .means("Mode that the household's own situation fits", "自身状况适合的贷款模式")
        .such_as(["self_directed", "fixed_benefit"], ["自主贷款", "固定受益"]),
    must("ability", "能力", Takes::Number(THETA))
        .also(&["经营能力"])
        .means("Ability in standard deviations; 0 if nothing is known", "经营能力（标准差单位），不清楚时填0")
        .such_as(["0.2", "-1"], ["0.2", "-1"]),
    must("income_yuan_per_person", "人均收入", Takes::Yuan(Range::YUAN))
        .also(&["人均纯收入", "人均年收入", "收入", "income_per_person"])
        .means(
            "Income of a person a year without the programme, in the first year of the run",
            "无本项目时首年的人均年收入",
        )
        .such_as(["3,400", "2800"], ["3,400", "2800"]),
    must("industry", "产业", Takes::Name)
        .also(&["所属产业", "从事产业"])
        .means("Industry of the scenario that the household would invest in", "农户拟投入的产业，须为方案中的产业")
        .such_as(["navel_orange", "livestock"], ["脐橙", "养殖"]),
    must("own_capital_yuan", "自有资金", Takes::Yuan(Range::YUAN))
        .also(&["own_capital", "自筹资金"])
        .means("Own capital put beside a loan", "与贷款配套投入的自有资金")
        .such_as(["5000", "0"], ["5000", "0"]),
    must("buffer_yuan", "流动资金", Takes::Yuan(Range::YUAN))
        .also(&["buffer", "存款", "储蓄"])
        .means("Money at hand at the start", "期初手头可用资金")
        .such_as(["4000", "500"], ["4000", "500"]),
    NOTE,
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
/// Members able to work.
const LABOURERS: Range = Range::between(0.0, 100.0);

/// Reads the roster that an item names.
pub fn roster(item: &Item<'_>, industries: Option<&[&str]>) -> Option<Roster> {
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
        if rows.is_empty() && table.mistakes() == 0 {
            table.report_start(CsvMistake::NoRows);
        }
    }
    (table.finish(item.cx) && industries.is_some()).then_some(reader.roster)
}

#[derive(Default)]
struct Reader<'a> {
    roster: Roster,
    /// Names of the industries; `None` while they are broken.
    industries: Option<&'a [&'a str]>,
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
        let persons = table.whole(row, PERSONS);
        let labour = labour(table, row, persons);
        let situation = table.mode(row, SITUATION);
        let ability = table.number(row, ABILITY);
        let income = table.yuan(row, INCOME);
        let industry = self.industries.and_then(|industries| table.name(row, INDUSTRY, industries));
        let own_capital = table.yuan(row, OWN_CAPITAL);
        let buffer = table.yuan(row, BUFFER);
        let (entity, township, village) = (entity?, township?, village?);
        let (persons, labour, situation) = (persons?, labour?, situation?);
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
        roster.income_per_person.push(income);
        roster.industry.push(industry);
        roster.own_capital.push(own_capital);
        roster.buffer.push(buffer);
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
                    column: table.heading(HOUSEHOLD),
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
    let labour = table.whole(row, LABOUR)?;
    if let Some(persons) = persons.filter(|persons| labour > *persons) {
        let column = table.heading(LABOUR);
        table.report_at(row, LABOUR, CsvMistake::LabourAbovePersons { row: row.number, column, labour, persons });
        return None;
    }
    Some(labour)
}

/// Whether a row names a place only.
fn is_place(table: &TableReader<'_>, row: &Row<'_>) -> bool {
    let empty = |column: usize| table.text(row, column).is_empty();
    empty(HOUSEHOLD) && (PERSONS..=BUFFER).all(empty) && !(empty(TOWNSHIP) && empty(VILLAGE))
}
