//! A table with headings: finds its columns, reads its rows, collects its mistakes.

use super::columns::{Column, KNOWN_NAMES, MODES, STATUSES, Word, is_word, mode, status};
use super::parse::{Field, Record, Records};
use super::values;
use crate::model::book::LedgerStatus;
use crate::model::policy::Mode;
use crate::scenario::decode::Context;
use crate::scenario::diagnostics::Diag;
use crate::scenario::keys::Range;
use crate::scenario::mistake::{CsvMistake, CsvWanted, Mistake};
use crate::scenario::nearest::nearest;
use crate::scenario::source::{FileId, Span};
use crate::units::{CalendarMonth, Fen};

/// Mistakes of one table that are shown; the others are counted.
pub const SHOWN: usize = 20;

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Number as a spreadsheet counts: the line of the file on which the record begins, the headings being line 1.
    pub number: usize,
    /// Fields as the file has them.
    pub fields: Vec<Field<'a>>,
}

/// Reads one table.
#[derive(Debug)]
pub struct TableReader<'a> {
    file: FileId,
    text: &'a str,
    records: Records<'a>,
    headings: Vec<Field<'a>>,
    /// For each wanted column the place of its field, and what its numbers are multiplied with.
    places: Vec<Option<(usize, f64)>>,
    columns: &'static [Column],
    /// A byte of the text and its line.
    line: (usize, usize),
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
        let mut table = TableReader {
            file,
            text,
            records,
            headings,
            places: Vec::new(),
            columns: &[],
            line: (0, 1),
            diags: Vec::new(),
        };
        // A spreadsheet may leave empty columns at the end.
        while table.headings.last().is_some_and(|heading| heading.text.is_empty()) {
            table.headings.pop();
        }
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
            let found =
                headings.iter().enumerate().find_map(|(at, heading)| Some((at, column.matches(&heading.text)?)));
            // A misspelt heading is told already.
            if found.is_none() && column.needed && !meant.contains(&column.name) {
                self.report(CsvMistake::MissingColumn { en: column.name, zh: column.zh }, first.start, last.end);
            }
            self.places.push(found);
        }
    }

    /// Reports headings that are unknown or come twice; the columns that were probably meant.
    fn unknown_headings(&mut self, headings: &[Field<'_>]) -> Vec<&'static str> {
        let columns = self.columns;
        let of = |text: &str| columns.iter().find(|column| column.matches(text).is_some()).map(|column| column.name);
        let found: Vec<Option<&'static str>> = headings.iter().map(|heading| of(&heading.text)).collect();
        let mut meant = Vec::new();
        for (index, heading) in headings.iter().enumerate() {
            let column = heading.text.to_string();
            let before = |other: usize| match found[index] {
                Some(_) => found[other] == found[index],
                None => headings[other].text == heading.text,
            };
            let mistake = if (0..index).any(before) {
                CsvMistake::ColumnTwice { column }
            } else if found[index].is_some() {
                continue;
            } else {
                let absent = columns.iter().filter(|column| !found.contains(&Some(column.name)));
                let words =
                    absent.flat_map(|column| [column.name, column.zh].into_iter().chain(column.also.iter().copied()));
                let nearest = nearest(&heading.text, words);
                meant.extend(nearest.and_then(of));
                let allowed = columns.iter().map(|column| (column.name, column.zh)).collect();
                CsvMistake::UnknownColumn { column, nearest: nearest.map(str::to_owned), allowed }
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

    /// The next row with as many fields as headings; others are reported and left out, empty ones left out.
    pub fn next_row(&mut self) -> Option<Row<'a>> {
        loop {
            let mut record = self.records.next()?;
            let start = record.fields.first().map(|field| field.start).or(record.open_quote).unwrap_or(self.line.0);
            let number = self.line_of(start);
            if record.open_quote.is_none() && record.fields.iter().all(|field| field.text.is_empty()) {
                continue;
            }
            while record.fields.len() > self.headings.len()
                && record.fields.last().is_some_and(|field| field.text.is_empty())
            {
                record.fields.pop();
            }
            if self.well_formed(&record, number) {
                return Some(Row { number, fields: record.fields });
            }
        }
    }

    /// The line of a byte at or after the last one asked for.
    fn line_of(&mut self, start: usize) -> usize {
        let (from, line) = self.line;
        let between = self.text.as_bytes().get(from..start).unwrap_or_default();
        self.line = (start, line + between.iter().filter(|byte| **byte == b'\n').count());
        self.line.1
    }

    fn well_formed(&mut self, record: &Record<'a>, row: usize) -> bool {
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
        self.field(row, column).map(|field| field.text.as_ref()).unwrap_or_default()
    }

    /// Whether the table has a column.
    pub fn has(&self, column: usize) -> bool {
        self.places.get(column).copied().flatten().is_some()
    }

    /// Whether a column has no text in a row, or the table does not have the column.
    pub fn is_empty(&self, row: &Row<'_>, column: usize) -> bool {
        self.text(row, column).is_empty()
    }

    fn field<'r, 'f>(&self, row: &'r Row<'f>, column: usize) -> Option<&'r Field<'f>> {
        let (place, _) = self.places.get(column).copied().flatten()?;
        row.fields.get(place)
    }

    /// The heading of a column as the file writes it.
    pub fn heading(&self, column: usize) -> String {
        match self.places.get(column).copied().flatten() {
            Some((place, _)) => self.headings[place].text.to_string(),
            None => self.columns[column].name.to_owned(),
        }
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

    /// A number within the column's range.
    pub fn number(&mut self, row: &Row<'_>, column: usize) -> Option<f64> {
        let range = self.columns[column].range();
        self.read(row, column, values::number, range, CsvWanted::Number(range))
    }

    /// A share; a percentage with its sign is one too.
    pub fn share(&mut self, row: &Row<'_>, column: usize) -> Option<f64> {
        self.read(row, column, values::share, Range::SHARE, CsvWanted::Number(Range::SHARE))
    }

    /// An amount in yuan within the column's range; the heading may say that it is in 万元.
    pub fn yuan(&mut self, row: &Row<'_>, column: usize) -> Option<Fen> {
        let range = self.columns[column].range();
        self.read(row, column, values::yuan, range, CsvWanted::Yuan(range)).map(Fen::from_yuan)
    }

    /// A whole number within the column's range; a spreadsheet may have written `3` as `3.0`.
    pub fn whole(&mut self, row: &Row<'_>, column: usize) -> Option<u16> {
        self.whole_in(row, column, self.columns[column].range())
    }

    /// A whole number within a range of its own.
    pub fn whole_in(&mut self, row: &Row<'_>, column: usize, range: Range) -> Option<u16> {
        let whole = |text: &str| values::number(text).filter(|number| number.fract() == 0.0);
        self.read(row, column, whole, range, CsvWanted::Whole(range)).map(|number| number as u16)
    }

    fn read(
        &mut self,
        row: &Row<'_>,
        column: usize,
        parse: impl Fn(&str) -> Option<f64>,
        range: Range,
        wanted: CsvWanted,
    ) -> Option<f64> {
        let factor = self.places.get(column).copied().flatten().map_or(1.0, |(_, factor)| factor);
        let value = parse(self.text(row, column)).map(|value| value * factor).filter(|value| range.contains(*value));
        if value.is_none() {
            self.report_column(row, column, wanted);
        }
        value
    }

    /// A month.
    pub fn month(&mut self, row: &Row<'_>, column: usize) -> Option<CalendarMonth> {
        let month = values::month(self.text(row, column));
        if month.is_none() {
            self.report_column(row, column, CsvWanted::Month);
        }
        month
    }

    /// A lending mode.
    pub fn mode(&mut self, row: &Row<'_>, column: usize) -> Option<Mode> {
        let found = mode(self.text(row, column));
        self.word(row, column, found, &MODES)
    }

    /// Where a loan stands.
    pub fn status(&mut self, row: &Row<'_>, column: usize) -> Option<LedgerStatus> {
        let found = status(self.text(row, column));
        self.word(row, column, found, &STATUSES)
    }

    fn word<T>(&mut self, row: &Row<'_>, column: usize, found: Option<T>, words: &[Word]) -> Option<T> {
        if found.is_none() {
            let all = words.iter().flat_map(|word| [word.0, word.1].into_iter().chain(word.2.iter().copied()));
            let nearest = nearest(self.text(row, column), all).map(str::to_owned);
            let allowed = words.iter().map(|word| (word.0, word.1)).collect();
            self.report_column(row, column, CsvWanted::Word { allowed, nearest });
        }
        found
    }

    /// The place of a name in a list; a Chinese word for a name of the list is that name.
    pub fn name(&mut self, row: &Row<'_>, column: usize, names: &[&str]) -> Option<usize> {
        let text = self.text(row, column);
        let known = KNOWN_NAMES.iter().find(|word| is_word(word, text)).map(|word| word.0);
        let place = |text: &str| names.iter().position(|name| *name == text);
        let found = place(text).or_else(|| known.and_then(place));
        if found.is_none() {
            let nearest = nearest(text, names.iter().copied()).map(str::to_owned);
            let allowed = names.iter().map(|name| (*name).to_owned()).collect();
            self.report_column(row, column, CsvWanted::Name { allowed, nearest });
        }
        found
    }

    /// Reports a field of a column.
    pub fn report_column(&mut self, row: &Row<'_>, column: usize, wanted: CsvWanted) {
        if let Some((place, _)) = self.places.get(column).copied().flatten() {
            self.report_field(row, place, &self.heading(column), wanted);
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
        let whole = |row: &Row<'_>| Some((row.fields.first()?.start, row.fields.last()?.end));
        let field = self.field(row, column).map(|field| (field.start, field.end));
        if let Some((start, end)) = field.or_else(|| whole(row)) {
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
