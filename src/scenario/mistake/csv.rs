//! Tables in CSV files.

use super::LedgerMistake;
use crate::scenario::keys::Range;

/// Tables in CSV files.
#[derive(Clone, Debug)]
pub enum CsvMistake {
    /// Not even a line of headings.
    Empty,
    /// Headings and no row.
    NoRows,
    /// A heading that must be there is not.
    MissingColumn {
        /// The heading in English.
        en: &'static str,
        /// In Chinese.
        zh: &'static str,
    },
    /// A heading that no column has.
    UnknownColumn {
        /// The heading.
        column: String,
        /// The one that was probably meant.
        nearest: Option<String>,
        /// All headings in English and Chinese.
        allowed: Vec<(&'static str, &'static str)>,
    },
    /// A heading that comes twice.
    ColumnTwice {
        /// The heading.
        column: String,
    },
    /// A row with more or fewer fields than headings.
    FieldCount {
        /// Row as a spreadsheet counts, the headings being row 1.
        row: usize,
        /// Fields found.
        found: usize,
        /// Headings.
        wanted: usize,
    },
    /// A quote that is never closed.
    OpenQuote {
        /// Row.
        row: usize,
    },
    /// A field that cannot be read.
    Field {
        /// Row.
        row: usize,
        /// Column.
        column: String,
        /// What stands there.
        value: String,
        /// What may stand there.
        wanted: CsvWanted,
    },
    /// An identifier that comes twice.
    SameId {
        /// Row.
        row: usize,
        /// Column.
        column: String,
        /// What stands there.
        value: String,
        /// The row that has it first.
        first_row: usize,
        /// What stands in the first row (`42` and `0042` are the same identifier).
        first_value: String,
    },
    /// More members able to work than members.
    LabourAbovePersons {
        /// Row.
        row: usize,
        /// Column.
        column: String,
        /// Able to work.
        labour: u16,
        /// Members.
        persons: u16,
    },
    /// A row of a ledger whose values do not go together, or not with the scenario.
    Ledger {
        /// Row.
        row: usize,
        /// Column.
        column: String,
        /// What stands there.
        value: String,
        /// What is wrong.
        wrong: LedgerMistake,
    },
    /// Mistakes that are not shown.
    More {
        /// How many.
        hidden: usize,
    },
}

/// What may stand in a field.
#[derive(Clone, Debug)]
pub enum CsvWanted {
    /// Any text but none.
    Text,
    /// A whole number.
    Whole(Range),
    /// A number.
    Number(Range),
    /// An amount in yuan.
    Yuan(Range),
    /// A month.
    Month,
    /// One of these words, in English or Chinese.
    Word {
        /// The words.
        allowed: Vec<(&'static str, &'static str)>,
        /// The one that was probably meant.
        nearest: Option<String>,
    },
    /// One of these names.
    Name {
        /// The names.
        allowed: Vec<String>,
        /// The one that was probably meant.
        nearest: Option<String>,
    },
}
