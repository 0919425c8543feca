//! Who set each value.

use super::node::{Node, Value};
use super::source::Sources;
use super::{canonical, evidence};
use crate::text::Lang;
use crate::text::words::scenario as words;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueOrigin {
    /// Path of the key.
    pub path: String,
    /// The value as it is written, on one line.
    pub value: String,
    /// The file, or an option of the command line.
    pub file: String,
    /// Line in the file; `None` for an option.
    pub line: Option<usize>,
    /// What it took the place of.
    pub overrides: Option<Overridden>,
    /// What the file says of it in comments, as it stands there.
    pub comment: Option<String>,
}

/// A value that another one took the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    /// Its file.
    pub file: String,
    /// Its line.
    pub line: Option<usize>,
    /// The value as it is written.
    pub value: String,
}

/// The origin of every value of a merged tree, in the order of the file.
pub fn of(root: &Node, sources: &Sources) -> Vec<ValueOrigin> {
    let mut out = Vec::new();
    walk(root, "", sources, &mut out);
    out
}

fn walk(node: &Node, path: &str, sources: &Sources, out: &mut Vec<ValueOrigin>) {
    let Value::Table(table) = &node.value else { return };
    for (name, child) in &table.entries {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match sections(child) {
            _ if child.replaced.is_some() => out.push(origin(child, path, sources)),
            Some(items) => {
                // By number, as `--set` names them.
                (1..).zip(items).for_each(|(number, item)| walk(item, &format!("{path}.{number}"), sources, out));
            }
            None if child.section().is_some() => walk(child, &path, sources, out),
            None => out.push(origin(child, path, sources)),
        }
    }
}

/// The sections of a list that is written `[[…]]`.
fn sections(node: &Node) -> Option<&[Node]> {
    let Value::List(items) = &node.value else { return None };
    (!items.is_empty() && items.iter().all(|item| item.section().is_some())).then_some(items)
}

fn origin(node: &Node, path: String, sources: &Sources) -> ValueOrigin {
    // An option of the command line has no lines.
    let line = |node: &Node| (!sources.is_option(node.span.file)).then(|| sources.line(node.key_span));
    let overrides = node.replaced.as_deref().map(|replaced| Overridden {
        file: sources.shown(replaced.span.file).to_owned(),
        line: line(replaced),
        value: shown(replaced, sources),
    });
    ValueOrigin {
        path,
        value: shown(node, sources),
        file: sources.shown(node.span.file).to_owned(),
        line: line(node),
        overrides,
        comment: evidence::comment(node, sources),
    }
}

/// A value as it is written, its white space as single blanks.
fn shown(node: &Node, sources: &Sources) -> String {
    // An option may have set a part of a list, or written a mix in words of its own; of a list of sections the place
    // is its first heading.
    let written_apart = match &node.value {
        Value::List(items) => sources.is_option(node.span.file) || items.iter().any(|item| item.section().is_some()),
        Value::Table(_) => sources.is_option(node.span.file),
        _ => false,
    };
    if written_apart {
        return canonical::value(node);
    }
    sources.snippet(node.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value longer than this is cut in the table of `check`.
const SHOWN_CHARACTERS: usize = 60;

/// Rows for `lendmix check`: path, value, where it was set, what it took the place of.
pub fn provenance_table(origins: &[ValueOrigin], lang: Lang) -> Vec<[String; 4]> {
    let place = |file: &str, line: Option<usize>| match line {
        Some(line) => format!("{file}:{line}"),
        None => file.to_owned(),
    };
    let row = |origin: &ValueOrigin| {
        let before = origin.overrides.as_ref().map(|before| {
            let (value, place) = (cut(&before.value), place(&before.file, before.line));
            words::instead_of(lang, value, place)
        });
        [origin.path.clone(), cut(&origin.value), place(&origin.file, origin.line), before.unwrap_or_default()]
    };
    origins.iter().map(row).collect()
}

/// A value, shortened if it is long.
pub fn cut(value: &str) -> String {
    match value.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
