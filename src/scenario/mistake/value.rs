//! Single values that are not allowed.

use crate::scenario::keys::{Key, Range};

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
