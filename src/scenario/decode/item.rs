//! One value of a scenario, and how it becomes a value of the model.

use super::context::Context;
use super::section::{Section, joined};
use crate::scenario::diagnostics::Diag;
use crate::scenario::keys::{Key, Kind, Range, SectionSpec};
use crate::scenario::mistake::{Found, Mistake, Note, ShapeMistake, TogetherMistake, ValueMistake, Wanted};
use crate::scenario::nearest::nearest;
use crate::scenario::node::{Node, Value};
use crate::units::{AnnualRate, CalendarMonth, Fen, Probability, Share};

/// A value with its key and path.
#[derive(Clone)]
pub struct Item<'a> {
    pub cx: &'a Context,
    pub node: &'a Node,
    pub path: String,
    pub key: &'static Key,
}

/// What a value can be read as. `None` once the mistake is reported.
pub trait FromItem: Sized {
    fn read(item: &Item<'_>) -> Option<Self>;
}

impl<'a> Item<'a> {
    /// Another value under the same key: an entry of its list or table.
    pub fn entry(&self, node: &'a Node, name: &str) -> Item<'a> {
        Item { cx: self.cx, node, path: joined(&self.path, name), key: self.key }
    }

    /// Reports a mistake of this value.
    pub fn report(&self, mistake: Mistake) {
        self.cx.report_at(mistake, self.node.span);
    }

    /// Reports that the value is of the wrong kind.
    pub fn wrong_kind(&self, wanted: Wanted) {
        let found = found(self.node);
        self.report(Mistake::Shape(ShapeMistake::WrongKind { path: self.path.clone(), key: self.key, wanted, found }));
    }

    /// Whether the value is this text.
    pub fn is_text(&self, text: &str) -> bool {
        self.node.text() == Some(text)
    }

    /// The value as a number within a range.
    pub fn number_in(&self, range: Range, wanted: Wanted) -> Option<f64> {
        let Some(value) = self.node.number() else {
            self.wrong_kind(wanted);
            return None;
        };
        if range.contains(value) {
            return Some(value);
        }
        let path = self.path.clone();
        self.report(Mistake::Value(ValueMistake::OutOfRange { path, value, range, key: self.key }));
        None
    }

    /// The value as a number within the range of its key.
    pub fn number(&self) -> Option<f64> {
        self.number_in(self.key.range(), Wanted::Kind(Kind::Number(self.key.range())))
    }

    /// The value as a whole number within the range of its key.
    pub fn whole(&self) -> Option<i64> {
        let range = self.key.range();
        let wanted = Wanted::Kind(Kind::Whole(range));
        match self.node.value {
            Value::Whole(whole) => self.number_in(range, wanted).map(|_| whole),
            _ => {
                self.wrong_kind(wanted);
                None
            }
        }
    }

    /// The value as text.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.node.text();
        if text.is_none() {
            self.wrong_kind(Wanted::Kind(Kind::Text));
        }
        text
    }

    /// The value as a list; `wanted` says what the key takes.
    pub fn list(&self, wanted: Kind) -> Option<Vec<Item<'a>>> {
        let Value::List(list) = &self.node.value else {
            self.wrong_kind(Wanted::Kind(wanted));
            return None;
        };
        Some(list.iter().enumerate().map(|(index, node)| self.entry(node, &(index + 1).to_string())).collect())
    }

    /// The name as one of those allowed; another one is reported.
    pub fn name_among<'n>(&self, allowed: &[&'n str]) -> Option<&'n str> {
        let name = self.text()?;
        let found = allowed.iter().find(|candidate| **candidate == name).copied();
        if found.is_none() {
            self.unknown_name(name, allowed);
        }
        found
    }

    /// Reports that the value of this key is below that of another, which it must reach.
    pub fn below(&self, value: f64, other: &Item<'_>, other_value: f64) {
        let mistake = TogetherMistake::Below {
            low: self.key.name,
            low_value: value,
            high: other.key.name,
            high_value: other_value,
        };
        self.cx.report(Diag::at(Mistake::Together(mistake), self.node.span).note(other.node.span, Note::ComparedWith));
    }

    /// Reports a name that is not among those allowed.
    pub fn unknown_name(&self, name: &str, allowed: &[&str]) {
        self.report(Mistake::Value(ValueMistake::UnknownName {
            path: self.path.clone(),
            name: name.to_owned(),
            allowed: allowed.iter().map(|name| (*name).to_owned()).collect(),
            nearest: nearest(name, allowed.iter().copied()).map(str::to_owned),
        }));
    }

    /// The value as one of the names of its key: alone, or `{ name = { parameters } }`.
    pub fn variant(&self) -> Option<(&'static str, Option<Item<'a>>)> {
        let names = self.key.choices();
        match &self.node.value {
            Value::Text(_) => self.name_among(&names).map(|name| (name, None)),
            Value::Table(table) => {
                let [(name, node)] = table.entries.as_slice() else {
                    self.not_one_variant(table.entries.iter().map(|(name, _)| name.clone()).collect(), &names);
                    return None;
                };
                let entry = self.entry(node, name);
                let Some(known) = names.iter().find(|known| *known == name) else {
                    let entry = Item { node: self.node, ..self.clone() };
                    entry.unknown_name(name, &names);
                    return None;
                };
                Some((known, Some(entry)))
            }
            _ => {
                self.wrong_kind(Wanted::Kind(self.key.kind));
                None
            }
        }
    }

    /// Reports a table that should name one thing.
    pub fn not_one_variant(&self, found: Vec<String>, allowed: &[&str]) {
        let allowed = allowed.iter().map(|name| (*name).to_owned()).collect();
        self.report(Mistake::Shape(ShapeMistake::NotOneVariant { path: self.path.clone(), found, allowed }));
    }

    /// The parameters of a variant; a name alone is reported as missing its first parameter.
    pub fn parameters<'s>(
        &self,
        name: &'static str,
        body: &'s Option<Item<'s>>,
        spec: &'static SectionSpec,
    ) -> Option<Section<'s>> {
        if let Some(body) = body {
            return body.section(spec);
        }
        let needed: Vec<String> = spec
            .keys
            .iter()
            .filter(|key| !key.optional())
            .map(|key| format!("{} = {}", key.name, key.example))
            .collect();
        let example = format!("{} = {{ {name} = {{ {} }} }}", self.key.name, needed.join(", "));
        self.report(Mistake::Shape(ShapeMistake::NeedsParameters { path: self.path.clone(), name, example }));
        None
    }

    /// Reports parameters of a variant that has none.
    pub fn no_parameters(&self, body: Option<Item<'_>>) -> Option<()> {
        match body {
            Some(body) => {
                body.wrong_kind(Wanted::Kind(self.key.kind));
                None
            }
            None => Some(()),
        }
    }
}

/// What a value is.
fn found(node: &Node) -> Found {
    match &node.value {
        Value::Whole(_) => Found::Whole,
        Value::Real(_) => Found::Real,
        Value::Flag(_) => Found::Flag,
        Value::Text(text) if text.trim().replace(['_', ','], "").parse::<f64>().is_ok() => Found::QuotedNumber,
        Value::Text(_) => Found::Text,
        Value::Date => Found::Date,
        Value::List(_) => Found::List,
        Value::Table(_) => Found::Table,
    }
}

impl FromItem for f64 {
    fn read(item: &Item<'_>) -> Option<f64> {
        item.number()
    }
}

impl FromItem for Fen {
    fn read(item: &Item<'_>) -> Option<Fen> {
        item.number().map(Fen::from_yuan)
    }
}

impl FromItem for Share {
    fn read(item: &Item<'_>) -> Option<Share> {
        Share::new(item.number()?)
    }
}

impl FromItem for Probability {
    fn read(item: &Item<'_>) -> Option<Probability> {
        Probability::new(item.number()?)
    }
}

impl FromItem for AnnualRate {
    fn read(item: &Item<'_>) -> Option<AnnualRate> {
        AnnualRate::new(item.number()?)
    }
}

impl FromItem for u64 {
    fn read(item: &Item<'_>) -> Option<u64> {
        item.whole()?.try_into().ok()
    }
}

impl FromItem for u32 {
    fn read(item: &Item<'_>) -> Option<u32> {
        item.whole()?.try_into().ok()
    }
}

impl FromItem for u16 {
    fn read(item: &Item<'_>) -> Option<u16> {
        item.whole()?.try_into().ok()
    }
}

impl FromItem for bool {
    fn read(item: &Item<'_>) -> Option<bool> {
        match item.node.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                item.wrong_kind(Wanted::Kind(Kind::Flag));
                None
            }
        }
    }
}

impl FromItem for String {
    fn read(item: &Item<'_>) -> Option<String> {
        item.text().map(str::to_owned)
    }
}

impl FromItem for CalendarMonth {
    fn read(item: &Item<'_>) -> Option<CalendarMonth> {
        let Some(text) = item.node.text() else {
            item.wrong_kind(Wanted::Kind(Kind::Month));
            return None;
        };
        let month = CalendarMonth::parse(text);
        if month.is_none() {
            item.report(Mistake::Value(ValueMistake::NotAMonth { path: item.path.clone(), text: text.to_owned() }));
        }
        month
    }
}
