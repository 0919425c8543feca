//! Values with several numbers: lists, and tables by year, month and mode.

use super::context::Context;
use super::item::Item;
use crate::model::policy::{Mode, PerMode};
use crate::scenario::diagnostics::Diag;
use crate::scenario::mistake::{Mistake, Note, ShapeMistake, TableKey, TogetherMistake, ValueMistake, Wanted};
use crate::scenario::nearest::nearest;
use crate::scenario::node::{Node, Value};

/// Shares that must add up to one may miss it by this much: rounding in the file's decimals, no more.
const SUM_TOLERANCE: f64 = 1e-9;

/// What a table by year has: every year of the run.
pub type ByYear = Vec<f64>;

impl<'a> Item<'a> {
    /// A list of numbers, at least one.
    pub fn numbers(&self) -> Option<Vec<f64>> {
        let list = self.list(self.key.kind)?;
        if list.is_empty() {
            self.report(Mistake::Shape(ShapeMistake::Empty { path: self.path.clone() }));
            return None;
        }
        all(list.iter().map(Item::number))
    }

    /// One number as a list of one, or a list.
    pub fn one_or_numbers(&self) -> Option<Vec<f64>> {
        match self.node.value {
            Value::Whole(_) | Value::Real(_) => self.number().map(|number| vec![number]),
            _ => self.numbers(),
        }
    }

    /// Twelve weights as shares of their sum.
    pub fn month_weights(&self) -> Option<[f64; 12]> {
        let weights = self.numbers()?;
        let (found, needed) = (weights.len(), 12);
        let Ok(weights) = <[f64; 12]>::try_from(weights) else {
            self.report(Mistake::Value(ValueMistake::WrongLength { path: self.path.clone(), found, needed }));
            return None;
        };
        let sum: f64 = weights.iter().sum();
        if sum <= 0.0 {
            self.report(Mistake::Together(TogetherMistake::NoWeight { path: self.path.clone() }));
            return None;
        }
        Some(weights.map(|weight| weight / sum))
    }

    /// A number, or `None` for the word that may stand in its place.
    pub fn number_or_word(&self) -> Option<Option<f64>> {
        if self.node.text().is_some_and(|text| self.key.choices().contains(&text)) {
            return Some(None);
        }
        self.number_in(self.key.range(), Wanted::Kind(self.key.kind)).map(Some)
    }

    /// One number for each lending mode.
    pub fn by_mode(&self) -> Option<PerMode<f64>> {
        let keys: Vec<&str> = Mode::ALL.iter().map(|mode| mode.key()).collect();
        let mut values: PerMode<Option<f64>> = PerMode::default();
        let mut good = true;
        for (name, node) in self.table_entries()? {
            let entry = self.entry(node, name);
            match Mode::ALL.iter().find(|mode| mode.key() == name) {
                Some(&mode) => values[mode] = entry.number().or_else(|| note_bad(&mut good)),
                None => {
                    self.not_a_key(name, node, TableKey::Mode, nearest(name, keys.iter().copied()));
                    good = false;
                }
            }
        }
        let missing: Vec<&'static str> =
            Mode::ALL.iter().filter(|mode| good && values[**mode].is_none()).map(|mode| mode.key()).collect();
        if good && self.cx.laboratory.get() {
            return Some(PerMode(values.0.map(|value| value.unwrap_or(0.0))));
        }
        if !missing.is_empty() {
            let mistake = TogetherMistake::MissingModes { path: self.path.clone(), modes: missing };
            self.report_incomplete(Mistake::Together(mistake));
        }
        let [a, b, c] = values.0;
        Some(PerMode([a?, b?, c?]))
    }

    /// The shares of all modes, which must add up to one.
    pub fn shares_by_mode(&self) -> Option<PerMode<f64>> {
        let shares = self.by_mode()?;
        self.sums_to_one(shares.0.iter().sum()).then_some(shares)
    }

    /// Numbers by months, ascending; at least one.
    pub fn by_months(&self) -> Option<Vec<(u16, f64)>> {
        let mut values = Vec::new();
        let mut good = true;
        for (name, node) in self.table_entries()? {
            match name.parse::<u16>().ok().filter(|months| (1..=600).contains(months)) {
                Some(months) => values.extend(
                    self.entry(node, name).number().or_else(|| note_bad(&mut good)).map(|value| (months, value)),
                ),
                None => {
                    self.not_a_key(name, node, TableKey::Months, None);
                    good = false;
                }
            }
        }
        if good && values.is_empty() {
            self.report(Mistake::Shape(ShapeMistake::Empty { path: self.path.clone() }));
        }
        values.sort_by_key(|(months, _)| *months);
        (good && !values.is_empty()).then_some(values)
    }

    /// One number for each calendar year of the run; years outside the run are read and left.
    pub fn by_year(&self) -> Option<ByYear> {
        let mut values: Vec<(i32, f64)> = Vec::new();
        let mut good = true;
        for (name, node) in self.table_entries()? {
            match name.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year)) {
                Some(year) => values
                    .extend(self.entry(node, name).number().or_else(|| note_bad(&mut good)).map(|value| (year, value))),
                None => {
                    self.not_a_key(name, node, TableKey::Year, None);
                    good = false;
                }
            }
        }
        if !good {
            return None;
        }
        let (first, last) = self.cx.years.get()?;
        self.of_every_year(&values, first, last)
    }

    fn of_every_year(&self, values: &[(i32, f64)], first: i32, last: i32) -> Option<ByYear> {
        let value_of = |year: i32| values.iter().find(|(other, _)| *other == year).map(|(_, value)| *value);
        let missing: Vec<i32> = (first..=last).filter(|year| value_of(*year).is_none()).collect();
        if missing.is_empty() {
            return (first..=last).map(value_of).collect();
        }
        let mistake = TogetherMistake::MissingYears { path: self.path.clone(), years: missing, run: (first, last) };
        self.report_incomplete(Mistake::Together(mistake));
        None
    }

    /// Whether a sum is one; if not, that is reported.
    pub fn sums_to_one(&self, sum: f64) -> bool {
        let good = (sum - 1.0).abs() <= SUM_TOLERANCE;
        if !good {
            self.report(Mistake::Together(TogetherMistake::SumNotOne { path: self.path.clone(), sum }));
        }
        good
    }

    /// Whether a sum is at most one; if not, that is reported.
    pub fn sums_to_at_most_one(&self, sum: f64) -> bool {
        let good = sum <= 1.0 + SUM_TOLERANCE;
        if !good {
            self.report(Mistake::Together(TogetherMistake::SumAboveOne { path: self.path.clone(), sum }));
        }
        good
    }

    /// The entries of a table; another kind is reported.
    pub fn table_entries(&self) -> Option<&'a [(String, Node)]> {
        match self.node.table() {
            Some(table) => Some(&table.entries),
            None => {
                self.wrong_kind(Wanted::Kind(self.key.kind));
                None
            }
        }
    }

    fn not_a_key(&self, name: &str, node: &Node, wanted: TableKey, nearest: Option<&str>) {
        let mistake = ValueMistake::NotATableKey {
            path: self.path.clone(),
            key: name.to_owned(),
            wanted,
            nearest: nearest.map(str::to_owned),
        };
        self.cx.report_at(Mistake::Value(mistake), node.key_span);
    }

    /// Reports that entries are missing, and the inherited table that had them.
    fn report_incomplete(&self, mistake: Mistake) {
        let mut diag = Diag::at(mistake, self.node.span);
        if let Some(replaced) = &self.node.replaced {
            diag = diag.note(replaced.span, Note::ReplacedWhole);
        }
        self.cx.report(diag);
    }
}

/// Remembers that a value of a table was broken (its mistake is reported already).
fn note_bad(good: &mut bool) -> Option<f64> {
    *good = false;
    None
}

/// All values, reading every one before giving up.
pub fn all<T>(values: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = values.collect();
    read.into_iter().collect()
}

/// The calendar years of a run: the ends of `cx.years`, if known.
pub fn year_of(cx: &Context, index: usize) -> i32 {
    cx.years.get().map_or(0, |(first, _)| first + index as i32)
}
