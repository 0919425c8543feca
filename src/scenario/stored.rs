//! A scenario as one text that needs no other file but its tables: what a run folder keeps, and how it is read back.
//!
//! Everything inherited and set over is in the text; comments and places are not. Read back, it is the same scenario
//! with the same digest.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::keys::{run::settings as run, top};
use super::node::{Node, Table, Value};
use super::source::Sources;
use super::{Diagnostics, RunSettings, Scenario, Tables, canonical, parse};

/// Where a table that a scenario names is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTable {
    /// As the scenario names it.
    pub name: String,
    /// The file that holds its bytes.
    pub path: PathBuf,
}

impl Scenario {
    /// The whole scenario as a scenario file that extends no other.
    ///
    /// A seed above 2⁶³ − 1, which no file can hold, is written as that number.
    pub fn stored_text(&self) -> String {
        format!("{}{}\n{}", self.stored_head, run_section(&self.run), self.stored_body)
    }

    /// Reads what [`Scenario::stored_text`] wrote; the tables that it names are read from where they are kept.
    ///
    /// # Errors
    ///
    /// Every mistake of the text, as in a scenario file.
    pub fn from_stored(name: &str, file: &Path, text: &str, tables: &[StoredTable]) -> Result<Scenario, Diagnostics> {
        let mut sources = Sources::default();
        for table in tables {
            sources.keep(&table.name, &table.path);
        }
        let directory = file.parent().unwrap_or(Path::new(""));
        let main = sources.add(&super::source::shown_path(file), directory, text.to_owned());
        Scenario::read(name, sources, main, None, &[])
    }
}

impl Scenario {
    /// What the scenario has at a path as `--set` takes it (elements of a list by number, from 1); text without its quotes.
    pub fn value_at(&self, path: &str) -> Option<String> {
        let mut sources = Sources::default();
        let body = sources.add("", Path::new(""), self.stored_body.clone());
        let root = parse::parse(&sources, body).ok()?;
        let found = path.split('.').try_fold(&root, |node, name| match &node.value {
            Value::Table(table) => table.get(name),
            Value::List(list) => list.get(name.parse::<usize>().ok()?.checked_sub(1)?),
            _ => None,
        })?;
        Some(found.text().map_or_else(|| canonical::value(found), str::to_owned))
    }
}

/// Titles and questions of a tree, and its sections after `[run]`.
pub fn parts(root: &Node) -> (String, String) {
    let (mut head, mut body) = (String::new(), String::new());
    for (name, node) in root.table().map(|table| table.entries.as_slice()).unwrap_or_default() {
        match node.section() {
            Some(_) if name == top::RUN.name => {}
            Some(table) => section(&key(name), table, &mut body),
            None => line(name, node, &mut head),
        }
    }
    (head, body)
}

fn run_section(settings: &RunSettings) -> String {
    let RunSettings { start, months, replications, seed, population, tables } = settings;
    let seed = i64::try_from(*seed).unwrap_or(i64::MAX);
    let tables = match *tables {
        Tables::NONE => quoted("none"),
        some => list(some.names().split(',').map(quoted)),
    };
    let values = [
        (run::START.name, quoted(&start.to_string())),
        (run::MONTHS.name, months.to_string()),
        (run::REPLICATIONS.name, replications.to_string()),
        (run::SEED.name, seed.to_string()),
        (run::POPULATION.name, quoted(population.key())),
        (run::TABLES.name, tables),
    ];
    let lines = values.map(|(name, value)| format!("{name} = {value}\n")).concat();
    format!("\n[{}]\n{lines}", top::RUN.name)
}

/// A table under its heading: values first, since after a section's heading they would belong to that section.
fn section(path: &str, table: &Table, text: &mut String) {
    let sections = || table.entries.iter().filter_map(|(name, node)| Some((name, node.section()?)));
    if sections().count() < table.entries.len() || table.entries.is_empty() {
        let _ = writeln!(text, "\n[{path}]");
    }
    for (name, node) in table.entries.iter().filter(|(_, node)| node.section().is_none()) {
        line(name, node, text);
    }
    for (name, inner) in sections() {
        section(&format!("{path}.{}", key(name)), inner, text);
    }
}

fn line(name: &str, node: &Node, text: &mut String) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{} = {}", key(name), value(node));
}

fn value(node: &Node) -> String {
    match &node.value {
        Value::Whole(number) => number.to_string(),
        // With a point or exponent: read back, it is no whole number.
        Value::Real(number) => format!("{number:?}"),
        Value::Flag(flag) => flag.to_string(),
        Value::Text(text) => quoted(text),
        // No key takes one: a scenario that exists has none.
        Value::Date => quoted("date"),
        Value::List(items) => list(items.iter().map(value)),
        Value::Table(table) => {
            let pairs = table.entries.iter().map(|(name, node)| format!("{} = {}", key(name), value(node)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

fn list(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    let items: Vec<String> = items.map(|item| item.as_ref().to_owned()).collect();
    format!("[{}]", items.join(", "))
}

/// A key: bare where TOML allows it.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if bare { name.to_owned() } else { quoted(name) }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            sign if sign.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
