//! One table of a scenario, read by its declaration.
//!
//! Opening a table reports every key that it does not know. Reading a key gives `None` once its mistakes are
//! reported, so that a caller reads all keys first and only then puts them together: no mistake hides another.

use super::context::Context;
use super::item::{FromItem, Item};
use crate::scenario::diagnostics::Diag;
use crate::scenario::keys::{Key, Kind, SectionSpec, reference};
use crate::scenario::mistake::{Because, Mistake, Note, ShapeMistake, Wanted};
use crate::scenario::nearest::nearest;
use crate::scenario::node::{Node, Table};

/// A table with its declaration.
#[derive(Clone, Copy)]
pub struct Section<'a> {
    pub cx: &'a Context,
    pub node: &'a Node,
    table: &'a Table,
    path: &'a str,
    spec: &'static SectionSpec,
}

/// Joins a path.
pub fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

impl<'a> Section<'a> {
    /// Opens a table and reports the keys that it does not know; `None` if the node is no table (not reported).
    pub fn open(cx: &'a Context, path: &'a str, node: &'a Node, spec: &'static SectionSpec) -> Option<Section<'a>> {
        let section = Section { cx, node, table: node.table()?, path, spec };
        for (name, entry) in &section.table.entries {
            if !section.knows(name) {
                cx.report_at(section.unknown_key(name), entry.key_span);
            }
        }
        Some(section)
    }

    fn knows(&self, name: &str) -> bool {
        self.spec.keys.iter().any(|key| key.name == name)
    }

    /// The key that an unknown name was probably meant for. A key that is written already is not meant once more
    /// if the name is a key of another table.
    fn meant_by(&self, name: &str) -> Option<&'static str> {
        let near = nearest(name, self.spec.keys.iter().map(|key| key.name))?;
        (self.table.get(near).is_none() || place_of_key(name).is_none()).then_some(near)
    }

    /// Whether a key is there under a misspelt name, which is reported already.
    fn is_misspelt(&self, key: &'static Key) -> bool {
        let mut unknown = self.table.entries.iter().filter(|(name, _)| !self.knows(name));
        unknown.any(|(name, _)| self.meant_by(name) == Some(key.name))
    }

    fn unknown_key(&self, name: &str) -> Mistake {
        let nearest = self.meant_by(name).map(str::to_owned);
        let elsewhere = if nearest.is_some() { None } else { place_of_key(name) };
        Mistake::Shape(ShapeMistake::UnknownKey {
            key: name.to_owned(),
            section: self.path.to_owned(),
            nearest,
            elsewhere,
            allowed: self.spec.keys.iter().map(|key| key.name.to_owned()).collect(),
        })
    }

    /// Where the table stands in the scenario.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// Names and values in the order of the file.
    pub fn entries(&self) -> &'a [(String, Node)] {
        &self.table.entries
    }

    /// Whether the key is written.
    pub fn has(&self, key: &'static Key) -> bool {
        self.table.get(key.name).is_some()
    }

    /// The value of a key, if it is written.
    pub fn item(&self, key: &'static Key) -> Option<Item<'a>> {
        let node = self.table.get(key.name)?;
        Some(Item { cx: self.cx, node, path: joined(self.path, key.name), key })
    }

    /// The value of a key that must be written.
    pub fn need(&self, key: &'static Key) -> Option<Item<'a>> {
        let item = self.item(key);
        if item.is_none() {
            self.missing(key);
        }
        item
    }

    /// Reads a key that must be written.
    pub fn required<T: FromItem>(&self, key: &'static Key) -> Option<T> {
        T::read(&self.need(key)?)
    }

    /// Reads a key whose absence has an obvious meaning.
    pub fn or<T: FromItem>(&self, key: &'static Key, absent: T) -> Option<T> {
        match self.item(key) {
            Some(item) => T::read(&item),
            None => Some(absent),
        }
    }

    /// Reads a key that must be written, but in a laboratory scenario: there, absence means `off`.
    pub fn off<T: FromItem>(&self, key: &'static Key, off: T) -> Option<T> {
        self.off_by(key, off, |item| T::read(item))
    }

    /// The same for a key that is read by a function of its own.
    pub fn off_by<T>(&self, key: &'static Key, off: T, read: impl FnOnce(&Item<'a>) -> Option<T>) -> Option<T> {
        match self.item(key) {
            Some(item) => read(&item),
            None if self.cx.laboratory.get() => Some(off),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// Reports that a key is missing; an inherited table that was replaced whole is shown beside.
    pub fn missing(&self, key: &'static Key) {
        if self.is_misspelt(key) {
            return;
        }
        if matches!(key.kind, Kind::Table(_) | Kind::Named(_)) && key.example.is_empty() {
            return self.missing_section(key, Because::Always);
        }
        let mistake = ShapeMistake::MissingKey { key, section: self.path.to_owned(), inline: self.table.inline };
        self.report_here(Mistake::Shape(mistake));
    }

    /// Reports that a section is missing.
    pub fn missing_section(&self, key: &'static Key, because: Because) {
        let path = joined(self.path, key.name);
        self.report_here(Mistake::Shape(ShapeMistake::MissingSection { path, because }));
    }

    /// Reports a mistake of the table as a whole.
    pub fn report_here(&self, mistake: Mistake) {
        let mut diag = Diag::at(mistake, self.node.span);
        if let Some(replaced) = self.node.replaced.as_ref().filter(|replaced| replaced.table().is_some()) {
            diag = diag.note(replaced.span, Note::ReplacedWhole);
        }
        self.cx.report(diag);
    }

    /// The one key of several that is written; none or more than one is reported.
    pub fn one_of(&self, keys: &[&'static Key]) -> Option<Item<'a>> {
        let found: Vec<Item<'a>> = keys.iter().filter_map(|key| self.item(key)).collect();
        if found.is_empty() && !keys.iter().any(|key| self.is_misspelt(key)) {
            let keys = keys.iter().map(|key| key.name).collect();
            self.report_here(Mistake::Shape(ShapeMistake::NoneOf { section: self.path.to_owned(), keys }));
        }
        self.at_most_one(keys);
        found.into_iter().next()
    }

    /// Reports keys that exclude one another.
    pub fn at_most_one(&self, keys: &[&'static Key]) {
        let found: Vec<Item<'a>> = keys.iter().filter_map(|key| self.item(key)).collect();
        let [first, second, ..] = found.as_slice() else { return };
        let names = found.iter().map(|item| item.key.name).collect();
        let mistake = ShapeMistake::OnlyOne { section: self.path.to_owned(), keys: names };
        self.cx
            .report(Diag::at(Mistake::Shape(mistake), second.node.key_span).note(first.node.key_span, Note::AlsoHere));
    }
}

impl<'a> Item<'a> {
    /// The value as a table with keys of its own; another kind is reported.
    pub fn section(&'a self, spec: &'static SectionSpec) -> Option<Section<'a>> {
        let section = Section::open(self.cx, &self.path, self.node, spec);
        if section.is_none() {
            self.wrong_kind(if self.key.example.is_empty() { Wanted::Section } else { Wanted::Parameters });
        }
        section
    }
}

/// The table that has a key of this name, as a heading would name it.
fn place_of_key(name: &str) -> Option<String> {
    reference().into_iter().find(|(_, key)| key.name == name).map(|(path, _)| table_of(&path))
}

fn table_of(path: &str) -> String {
    match path.rsplit_once('.') {
        Some((table, _)) => format!("[{table}]"),
        None => path.to_owned(),
    }
}
