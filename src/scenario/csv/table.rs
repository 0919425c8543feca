//! A table with headings: finds its columns, reads its rows, collects its mistakes.

use super::parse::{Field, Record, Records};
use crate::scenario::decode::Context;
use crate::scenario::diagnostics::Diag;
use crate::scenario::keys::Range;
use crate::scenario::mistake::{CsvMistake, CsvWanted, Mistake};
use crate::scenario::nearest::nearest;
use crate::scenario::source::{FileId, Span};

/// Mistakes of one table that are shown; the others are counted.
const SHOWN: usize = 20;

/// A column by its heading.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The heading.
    pub name: &'static str,
    /// Whether the table must have it.
    pub needed: bool,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Number from 1, without the headings.
    pub number: usize,
    /// Fields as the file has them.
    pub fields: Vec<Field<'a>>,
}

/// Reads one table.
#[derive(Debug)]
pub struct TableReader<'a> {
    file: FileId,
    records: Records<'a>,
    headings: Vec<Field<'a>>,
    /// For each wanted column the place of its field.
    places: Vec<Option<usize>>,
    columns: &'static [Column],
    rows: usize,
    diags: Vec<Diag>,
}

impl<'a> TableReader<'a> {
    /// A table with these columns and no others, in any order.
    pub fn new(file: FileId, text: &'a str, columns: &'static [Column]) -> TableReader<'a> {
        let mut table = TableReader::any_headings(file, text);
        table.columns = columns;
        table.find_columns();
        table
    }

    /// A table of somebody else's, with any columns.
    pub fn any_headings(file: FileId, text: &'a str) -> TableReader<'a> {
        let mut records = Records::new(text);
        let headings = records.next().map(|record| record.fields).unwrap_or_default();
        let mut table =
            TableReader { file, records, headings, places: Vec::new(), columns: &[], rows: 0, diags: Vec::new() };
        if table.headings.is_empty() {
            table.report_start(CsvMistake::Empty);
        }
        table
    }

    /// The headings.
    pub fn headings(&self) -> Vec<String> {
        self.headings.iter().map(|heading| heading.text.to_string()).collect()
    }

    /// How many mistakes there are.
    pub fn mistakes(&self) -> usize {
        self.diags.len()
    }

    fn find_columns(&mut self) {
        let headings = self.headings.clone();
        let (Some(first), Some(last)) = (headings.first(), headings.last()) else { return };
        let meant: Vec<&'static str> = self.unknown_headings(&headings);
        for column in self.columns {
            let place = headings.iter().position(|heading| heading.text == column.name);
            // A misspelt heading is told already.
            if place.is_none() && column.needed && !meant.contains(&column.name) {
                self.report(CsvMistake::MissingColumn { column: column.name }, first.start, last.end);
            }
            self.places.push(place);
        }
    }

    /// Reports headings that are unknown or come twice; the columns that were probably meant.
    fn unknown_headings(&mut self, headings: &[Field<'_>]) -> Vec<&'static str> {
        let names: Vec<&'static str> = self.columns.iter().map(|column| column.name).collect();
        let mut meant = Vec::new();
        for (index, heading) in headings.iter().enumerate() {
            let column = heading.text.to_string();
            let mistake = if headings[..index].iter().any(|other| other.text == heading.text) {
                CsvMistake::ColumnTwice { column }
            } else if names.contains(&heading.text.as_ref()) {
                continue;
            } else {
                let absent = names.iter().copied().filter(|name| !headings.iter().any(|other| other.text == *name));
                let nearest = nearest(&heading.text, absent);
                let known = nearest.and_then(|nearest| names.iter().find(|name| **name == nearest));
                meant.extend(known);
                CsvMistake::UnknownColumn { column, nearest: nearest.map(str::to_owned), allowed: names.clone() }
            };
            self.report(mistake, heading.start, heading.end);
        }
        meant
    }

    /// Whether every needed column was found.
    pub fn complete(&self) -> bool {
        !self.headings.is_empty()
            && self.columns.iter().zip(&self.places).all(|(column, place)| place.is_some() || !column.needed)
    }

    /// The next row with as many fields as headings; others are reported and left out.
    pub fn next_row(&mut self) -> Option<Row<'a>> {
        loop {
            let record = self.records.next()?;
            self.rows += 1;
            if self.well_formed(&record) {
                return Some(Row { number: self.rows, fields: record.fields });
            }
        }
    }

    fn well_formed(&mut self, record: &Record<'a>) -> bool {
        let row = self.rows;
        if let Some(start) = record.open_quote {
            self.report(CsvMistake::OpenQuote { row }, start, start + 1);
            return false;
        }
        let (found, wanted) = (record.fields.len(), self.headings.len());
        if found != wanted {
            let (start, end) = (record.fields[0].start, record.fields[found - 1].end);
            self.report(CsvMistake::FieldCount { row, found, wanted }, start, end);
        }
        found == wanted
    }

    /// The text of a column in a row; empty if the table does not have the column.
    pub fn text<'r>(&self, row: &'r Row<'_>, column: usize) -> &'r str {
        self.place(column).and_then(|place| row.fields.get(place)).map(|field| field.text.as_ref()).unwrap_or_default()
    }

    fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).copied().flatten()
    }

    /// A column that may not be empty.
    pub fn some_text<'r>(&mut self, row: &'r Row<'_>, column: usize) -> Option<&'r str> {
        let text = self.text(row, column);
        if text.is_empty() {
            self.report_column(row, column, CsvWanted::Text);
            return None;
        }
        Some(text)
    }

    /// A number within a range.
    pub fn number(&mut self, row: &Row<'_>, column: usize, range: Range) -> Option<f64> {
        let number = self.text(row, column).parse::<f64>().ok().filter(|number| range.contains(*number));
        if number.is_none() {
            self.report_column(row, column, CsvWanted::Number(range));
        }
        number
    }

    /// A whole number within a range; a spreadsheet may have written `3` as `3.0`.
    pub fn whole(&mut self, row: &Row<'_>, column: usize, range: Range) -> Option<u16> {
        let text = self.text(row, column);
        let number = text.parse::<f64>().ok().filter(|number| number.fract() == 0.0 && range.contains(*number));
        if number.is_none() {
            self.report_column(row, column, CsvWanted::Whole(range));
        }
        number.map(|number| number as u16)
    }

    /// The place of a name in a list.
    pub fn name(&mut self, row: &Row<'_>, column: usize, names: &[&str]) -> Option<usize> {
        let text = self.text(row, column);
        let found = names.iter().position(|name| *name == text);
        if found.is_none() {
            let nearest = nearest(text, names.iter().copied()).map(str::to_owned);
            let allowed = names.iter().map(|name| (*name).to_owned()).collect();
            self.report_column(row, column, CsvWanted::Name { allowed, nearest });
        }
        found
    }

    /// Reports a field of a column.
    pub fn report_column(&mut self, row: &Row<'_>, column: usize, wanted: CsvWanted) {
        if let Some(place) = self.place(column) {
            self.report_field(row, place, self.columns[column].name, wanted);
        }
    }

    /// Reports a field by its place in the row.
    pub fn report_field(&mut self, row: &Row<'_>, place: usize, column: &str, wanted: CsvWanted) {
        let Some(field) = row.fields.get(place) else { return };
        let mistake =
            CsvMistake::Field { row: row.number, column: column.to_owned(), value: field.text.to_string(), wanted };
        self.report(mistake, field.start, field.end);
    }

    /// Reports another mistake of a field of a column.
    pub fn report_at(&mut self, row: &Row<'_>, column: usize, mistake: CsvMistake) {
        let field = self.place(column).and_then(|place| row.fields.get(place));
        if let Some((start, end)) = field.map(|field| (field.start, field.end)) {
            self.report(mistake, start, end);
        }
    }

    /// Reports a mistake of the table as a whole.
    pub fn report_start(&mut self, mistake: CsvMistake) {
        let end = self.headings.last().map_or(0, |heading| heading.end);
        self.report(mistake, 0, end);
    }

    fn report(&mut self, mistake: CsvMistake, start: usize, end: usize) {
        self.diags.push(Diag::at(Mistake::Csv(mistake), Span { file: self.file, start, end }));
    }

    /// Hands the first mistakes and the number of the others to the context; whether there was none.
    pub fn finish(self, cx: &Context) -> bool {
        let count = self.diags.len();
        let end = self.diags.get(SHOWN).and_then(|diag| diag.place);
        self.diags.into_iter().take(SHOWN).for_each(|diag| cx.report(diag));
        if let Some(place) = end {
            cx.report_at(Mistake::Csv(CsvMistake::More { hidden: count - SHOWN }), place);
        }
        count == 0
    }
}
