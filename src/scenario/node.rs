//! The values of a scenario file as a tree that remembers where everything stands.

use super::source::Span;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where the value stands; of a section, its heading.
    pub span: Span,
    /// Where its key stands (the value itself in a list).
    pub key_span: Span,
    /// What this value took the place of in an inherited file.
    pub replaced: Option<Box<Node>>,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// A number with a decimal point or exponent.
    Real(f64),
    /// `true` or `false`.
    Flag(bool),
    /// Text in quotes.
    Text(String),
    /// A TOML date, which no key takes.
    Date,
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

/// A table, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Keys and values.
    pub entries: Vec<(String, Node)>,
    /// Whether it is written as `{ … }`, which makes it one value.
    pub inline: bool,
}

impl Table {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
}

impl Node {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The table, if it is a section: `[a.b]`, not `{ … }`.
    pub fn section(&self) -> Option<&Table> {
        self.table().filter(|table| !table.inline)
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Whole(number) => Some(number as f64),
            Value::Real(number) => Some(number),
            _ => None,
        }
    }
}
