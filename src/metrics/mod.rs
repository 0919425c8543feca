//! The one list of what is measured: every column of every table, with its unit and its meaning in both languages.
//!
//! Names and order are an interface: columns are added at the end of a list and never renamed. A new measure is a
//! field of the record and one entry here; tables, summaries, file metadata and `list metrics` follow from it.

mod group;
mod month;
mod replication;
mod township;
mod unit;

pub use group::{GROUP_COLUMNS, GROUP_KEYS};
pub use month::{MONTH_COLUMNS, MONTH_KEYS};
pub use replication::{REPLICATION_COLUMNS, REPLICATION_KEYS};
pub use township::{TOWNSHIP_COLUMNS, TOWNSHIP_KEYS};
pub use unit::{Kind, Unit};

use crate::units::Fen;

/// One measured value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Money in yuan, a rate or a ratio.
    Float(f64),
    /// A count or the number of a month.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// Not defined in this replication or month; never written as a number.
    Missing,
}

impl Value {
    /// The value as a number, yes as 1 and no as 0; `NaN` if missing.
    pub fn number(self) -> f64 {
        match self {
            Value::Float(value) => value,
            Value::Integer(value) => value as f64,
            Value::Boolean(value) => f64::from(u8::from(value)),
            Value::Missing => f64::NAN,
        }
    }
}

/// Which way is good, for the reader who compares scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither is, or it depends on who asks.
    Neither,
}

/// A column that is measured: read from a record `R`.
pub struct Column<R: 'static> {
    /// Name in tables, summaries and on the command line.
    pub id: &'static str,
    /// Unit.
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// Short heading in English.
    pub label_en: &'static str,
    /// Short heading in Chinese.
    pub label_zh: &'static str,
    /// Meaning in one English sentence.
    pub en: &'static str,
    /// Meaning in one Chinese sentence.
    pub zh: &'static str,
    /// Reads the value.
    pub read: fn(&R) -> Value,
}

impl<R> Column<R> {
    const fn new(id: &'static str, unit: Unit, better: Better, read: fn(&R) -> Value) -> Column<R> {
        Column { id, unit, better, label_en: "", label_zh: "", en: "", zh: "", read }
    }

    const fn label(mut self, en: &'static str, zh: &'static str) -> Column<R> {
        self.label_en = en;
        self.label_zh = zh;
        self
    }

    const fn means(mut self, en: &'static str, zh: &'static str) -> Column<R> {
        self.en = en;
        self.zh = zh;
        self
    }
}

/// A column that says which row it is.
#[derive(Clone, Copy, Debug)]
pub struct KeyColumn {
    /// Name in tables.
    pub id: &'static str,
    /// Unit.
    pub unit: Unit,
    /// Short heading in English.
    pub label_en: &'static str,
    /// Short heading in Chinese.
    pub label_zh: &'static str,
    /// Meaning in one English sentence.
    pub en: &'static str,
    /// Meaning in one Chinese sentence.
    pub zh: &'static str,
}

const SCENARIO: KeyColumn = KeyColumn {
    id: "scenario",
    unit: Unit::Name,
    label_en: "scenario",
    label_zh: "方案",
    en: "Name of the scenario.",
    zh: "方案名称。",
};

const REPLICATION: KeyColumn = KeyColumn {
    id: "replication",
    unit: Unit::Number,
    label_en: "replication",
    label_zh: "模拟次序",
    en: "Number of the replication, from 0; the same number is the same luck in every scenario.",
    zh: "模拟的编号，从0开始；各方案中编号相同者所遇的随机因素相同。",
};

/// Money in yuan.
fn yuan(amount: Fen) -> Value {
    Value::Float(amount.yuan())
}

/// A count.
fn count(number: u32) -> Value {
    Value::Integer(i64::from(number))
}

/// The number of a month, missing where there is none.
fn month_number(month: Option<u32>) -> Value {
    month.map_or(Value::Missing, count)
}

/// A number that is `NaN` where it is not defined.
fn defined(number: f64) -> Value {
    if number.is_nan() { Value::Missing } else { Value::Float(number) }
}

/// `part` of `whole`; missing where there is no whole.
fn rate(part: Fen, whole: Fen) -> Value {
    if whole == Fen::ZERO { Value::Missing } else { Value::Float(part.0 as f64 / whole.0 as f64) }
}

#[cfg(test)]
mod tests;
