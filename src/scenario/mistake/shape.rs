//! Keys that are missing, unknown or of the wrong kind.

use crate::scenario::keys::{Key, Kind};

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
    /// The ledger has loans of the mode.
    OnBook(&'static str),
    /// Something is decided by cash flow.
    Structural,
    /// A mechanism or company names an industry.
    Open,
}
