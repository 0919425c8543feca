//! What can be wrong with a scenario: facts only. The words are made elsewhere, from these.

mod csv;
mod file;
mod ledger;
mod option;
mod shape;
mod together;
mod value;

pub use csv::{CsvMistake, CsvWanted};
pub use file::FileMistake;
pub use ledger::LedgerMistake;
pub use option::OptionMistake;
pub use shape::{Because, Found, ShapeMistake, Wanted};
pub use together::{LawMistake, Needs, TogetherMistake};
pub use value::{TableKey, ValueMistake};

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
    /// An option of the command line says something else than a value.
    Option(OptionMistake),
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

/// What another place has to do with a mistake.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The other key of two that exclude one another, or the first of two.
    AlsoHere,
    /// This value was inherited and has been replaced whole.
    ReplacedWhole,
    /// What the value is compared with.
    ComparedWith,
    /// A dated change sets the same value later.
    ChangedHere,
}
