//! What can be wrong with a scenario: facts only. The words are in [`super::words`].

use super::keys::{Key, Kind, Range};
use crate::distribution::DistributionError;
use crate::units::CalendarMonth;

/// A mistake in a scenario or in a table that it names.
#[derive(Clone, Debug)]
pub enum Mistake {
    /// A file cannot be read or is not TOML.
    File(FileMistake),
    /// A key is missing, unknown or of the wrong kind.
    Shape(ShapeMistake),
    /// A value is not allowed.
    Value(ValueMistake),
    /// Values do not go together.
    Together(TogetherMistake),
    /// A distribution cannot exist.
    Law(LawMistake),
    /// A row or heading of a table is broken.
    Csv(CsvMistake),
}

impl Mistake {
    /// How many mistakes this stands for (more than one only for the rest of a long list).
    pub fn count(&self) -> usize {
        match self {
            Mistake::Csv(CsvMistake::More { hidden }) => *hidden,
            _ => 1,
        }
    }
}

/// Files.
#[derive(Clone, Debug)]
pub enum FileMistake {
    /// Not TOML; both halves in the parser's words.
    Syntax {
        /// What is wrong.
        what: String,
        /// What was expected.
        expected: Option<String>,
        /// A full-width sign at the place.
        wide: Option<char>,
    },
    /// A number with more digits than can be kept.
    NumberTooLong,
    /// There is no such file.
    Missing {
        /// Path that was tried.
        path: String,
        /// A file of the same directory with a similar name.
        nearest: Option<String>,
    },
    /// The file is there and cannot be read.
    Unreadable {
        /// Path.
        path: String,
        /// What the system says.
        reason: std::io::ErrorKind,
    },
    /// The file is not UTF-8 text.
    NotUtf8 {
        /// Path.
        path: String,
        /// Line of the first byte that is not.
        line: usize,
    },
    /// A file extends itself, directly or through others.
    Cycle {
        /// The files, from the first to the one that comes again.
        chain: Vec<String>,
    },
    /// Too many files extend one another.
    TooDeep {
        /// Most levels.
        most: usize,
    },
}

/// Keys and kinds.
#[derive(Clone, Debug)]
pub enum ShapeMistake {
    /// A key that the table does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// Path of the table; empty at the top.
        section: String,
        /// The key that was probably meant.
        nearest: Option<String>,
        /// Where else this key exists.
        elsewhere: Option<String>,
        /// All keys of the table.
        allowed: Vec<String>,
    },
    /// A key that must be written is not.
    MissingKey {
        /// The key.
        key: &'static Key,
        /// Path of the table; empty at the top.
        section: String,
        /// Whether the table is written `{ … }`.
        inline: bool,
    },
    /// A section that must be written is not.
    MissingSection {
        /// Path of the section.
        path: String,
        /// Why it is needed.
        because: Because,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// Path of the key.
        path: String,
        /// The key.
        key: &'static Key,
        /// What it takes (one element of it, in a list).
        wanted: Wanted,
        /// What was found.
        found: Found,
    },
    /// None of several keys is written.
    NoneOf {
        /// Path of the table.
        section: String,
        /// The keys.
        keys: Vec<&'static str>,
    },
    /// More than one of keys that exclude one another.
    OnlyOne {
        /// Path of the table.
        section: String,
        /// The keys found.
        keys: Vec<&'static str>,
    },
    /// A table that must have at least one entry has none.
    Empty {
        /// Path.
        path: String,
    },
    /// A name that needs parameters stands alone.
    NeedsParameters {
        /// Path.
        path: String,
        /// The name.
        name: &'static str,
        /// The whole key as it could be written.
        example: String,
    },
    /// A table `{ name = {…} }` with more or fewer than one name.
    NotOneVariant {
        /// Path.
        path: String,
        /// Names found.
        found: Vec<String>,
        /// Names allowed.
        allowed: Vec<String>,
    },
}

/// What is taken where a value stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// Whatever the key takes.
    Kind(Kind),
    /// A table with parameters.
    Parameters,
    /// A section `[…]`.
    Section,
}

/// What was found where something else should stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A whole number.
    Whole,
    /// A number with decimals.
    Real,
    /// `true` or `false`.
    Flag,
    /// Text.
    Text,
    /// Text that is a number in quotes.
    QuotedNumber,
    /// A date.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
}

/// Why a section is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Always.
    Always,
    /// The mode has a share in `mix`.
    Lent(&'static str),
    /// Something is decided by cash flow.
    Structural,
    /// A mechanism or company names an industry.
    Open,
}

/// Single values.
#[derive(Clone, Debug)]
pub enum ValueMistake {
    /// A number outside its range, or not finite.
    OutOfRange {
        /// Path of the key.
        path: String,
        /// The number.
        value: f64,
        /// What is allowed.
        range: Range,
        /// The key.
        key: &'static Key,
    },
    /// A name that is not among those allowed.
    UnknownName {
        /// Path of the key.
        path: String,
        /// The name.
        name: String,
        /// The names allowed.
        allowed: Vec<String>,
        /// The one that was probably meant.
        nearest: Option<String>,
    },
    /// Text that is not a month.
    NotAMonth {
        /// Path of the key.
        path: String,
        /// The text.
        text: String,
    },
    /// A key of a table by year, month or mode that is none.
    NotATableKey {
        /// Path of the table.
        path: String,
        /// The key.
        key: String,
        /// What its keys are.
        wanted: TableKey,
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// A list of the wrong length.
    WrongLength {
        /// Path.
        path: String,
        /// Numbers found.
        found: usize,
        /// Numbers needed.
        needed: usize,
    },
    /// An amount of less than 10 yuan where thousands are usual.
    Implausible {
        /// Path.
        path: String,
        /// The amount in yuan.
        yuan: f64,
    },
}

/// What the keys of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKey {
    /// Calendar years.
    Year,
    /// Months of a tenor.
    Months,
    /// Lending modes.
    Mode,
}

/// Values that do not go together.
#[derive(Clone, Debug)]
pub enum TogetherMistake {
    /// Shares that must add up to one do not.
    SumNotOne {
        /// Path of the table.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Shares that may add up to one at most do more.
    SumAboveOne {
        /// Path.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Loadings must add up to less than one.
    LoadingsTooLarge {
        /// Path.
        path: String,
        /// Their sum.
        sum: f64,
    },
    /// Weights that are all zero.
    NoWeight {
        /// Path.
        path: String,
    },
    /// A table by year lacks years of the run.
    MissingYears {
        /// Path.
        path: String,
        /// The years.
        years: Vec<i32>,
        /// First and last year of the run.
        run: (i32, i32),
    },
    /// A table by mode lacks modes.
    MissingModes {
        /// Path.
        path: String,
        /// The modes.
        modes: Vec<&'static str>,
    },
    /// A value that may not fall falls.
    Falls {
        /// Path.
        path: String,
        /// In this year.
        year: i32,
        /// From this.
        from: f64,
        /// To this.
        to: f64,
    },
    /// One number must not be below another.
    Below {
        /// The key that is too low.
        low: &'static str,
        /// Its number.
        low_value: f64,
        /// The key that it must reach.
        high: &'static str,
        /// Its number.
        high_value: f64,
    },
    /// Payments do not end with the tenor.
    NotDividing {
        /// Months between payments.
        every: u16,
        /// A tenor that is no multiple.
        tenor: u16,
    },
    /// A payment outside the run.
    OutsideRun {
        /// Its month.
        month: CalendarMonth,
        /// First month of the run.
        first: CalendarMonth,
        /// Last month of the run.
        last: CalendarMonth,
    },
    /// A multiplier whose mean is not one.
    MeanNotOne {
        /// Path.
        path: String,
        /// Its mean.
        mean: f64,
    },
    /// A name that comes twice.
    Twice {
        /// Path.
        path: String,
        /// The name.
        name: String,
    },
    /// A list that must hold each of some names lacks one.
    Lacks {
        /// Path.
        path: String,
        /// What it lacks.
        names: Vec<&'static str>,
    },
    /// The largest of some organisations cannot have less than an equal share.
    LargestTooSmall {
        /// Share asked for.
        share: f64,
        /// Number of organisations.
        count: u32,
    },
    /// A township number beyond the last.
    NoSuchTownship {
        /// The number, from 1.
        number: u32,
        /// How many there are.
        townships: usize,
    },
}

/// Distributions.
#[derive(Clone, Debug)]
pub enum LawMistake {
    /// Its parameters are known and no distribution has them.
    Impossible {
        /// Path of the key.
        path: String,
        /// Why.
        error: DistributionError,
    },
    /// Its parameters are not one of the sets that determine it.
    Parameters {
        /// Path of the key.
        path: String,
        /// Name of the distribution.
        law: &'static str,
        /// Parameters found.
        found: Vec<String>,
        /// The sets that determine it.
        forms: Vec<String>,
    },
    /// Values that a law may take and the key may not.
    Support {
        /// Path of the key.
        path: String,
        /// Smallest and largest value of the law.
        found: (f64, f64),
        /// What is allowed.
        range: Range,
    },
}

/// Tables in CSV files.
#[derive(Clone, Debug)]
pub enum CsvMistake {
    /// Not even a line of headings.
    Empty,
    /// Headings and no row.
    NoRows,
    /// A heading that must be there is not.
    MissingColumn {
        /// The heading.
        column: &'static str,
        /// A heading of the file that may be meant for it.
        nearest: Option<String>,
    },
    /// A heading that no column has.
    UnknownColumn {
        /// The heading.
        column: String,
        /// The one that was probably meant.
        nearest: Option<String>,
        /// All headings.
        allowed: Vec<&'static str>,
    },
    /// A heading that comes twice.
    ColumnTwice {
        /// The heading.
        column: String,
    },
    /// A row with more or fewer fields than headings.
    FieldCount {
        /// Row, from 1, without the headings.
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
        column: &'static str,
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
        column: &'static str,
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
        /// Able to work.
        labour: u16,
        /// Members.
        persons: u16,
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
    /// One of these names.
    Name {
        /// The names.
        allowed: Vec<String>,
        /// The one that was probably meant.
        nearest: Option<String>,
    },
}

/// What another place has to do with a mistake.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The other key of two that exclude one another, or the first of two.
    AlsoHere,
    /// This value was inherited and has been replaced whole.
    ReplacedWhole,
    /// What the value is compared with.
    ComparedWith,
}
