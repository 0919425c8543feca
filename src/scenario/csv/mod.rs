//! Tables that a scenario names: households, organisations, observed values. Every row is checked.

mod columns;
mod ledger;
mod organisations;
mod parse;
mod roster;
mod table;
mod templates;
mod values;
mod write;

pub use ledger::{Households, Known, ledger, modes_of, townships_of};
pub use organisations::organisations;
pub use roster::roster;
pub use templates::{BOM, Template, templates};
pub use write::{LedgerRow, OrganisationRow, write_households, write_ledger, write_organisations, write_roster};

use self::table::TableReader;
use super::decode::Item;
use super::keys::Range;
use super::mistake::{CsvMistake, CsvWanted, Mistake};
use super::nearest::nearest;

/// One column of numbers; other columns are left alone, since the table is not ours.
pub fn column(file: &Item<'_>, column: &Item<'_>) -> Option<Vec<f64>> {
    let (name, column_name) = (file.text()?, column.text()?);
    let id = file.cx.open(name, file.node.span)?;
    let text = file.cx.text(id);
    let mut table = TableReader::any_headings(id, &text);
    let headings = table.headings();
    let Some(index) = headings.iter().position(|heading| heading == column_name) else {
        column.report(Mistake::Value(super::mistake::ValueMistake::UnknownName {
            path: column.path.clone(),
            name: column_name.to_owned(),
            nearest: nearest(column_name, headings.iter().map(String::as_str)).map(str::to_owned),
            allowed: headings,
        }));
        return None;
    };
    let mut values = Vec::new();
    while let Some(row) = table.next_row() {
        match row.fields.get(index).map(|field| self::values::number(&field.text)) {
            Some(Some(value)) if value.is_finite() => values.push(value),
            Some(_) => table.report_field(&row, index, column_name, CsvWanted::Number(Range::ANY)),
            None => {}
        }
    }
    if values.is_empty() && table.mistakes() == 0 {
        table.report_start(CsvMistake::NoRows);
    }
    table.finish(file.cx).then_some(values)
}
