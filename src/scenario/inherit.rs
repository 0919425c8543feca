//! `extends`: a file states only what differs from another.
//!
//! The rule: **sections are merged key by key, values are replaced whole.** A section is `[a.b]` (or a dotted key);
//! a list and a table written `{ … }` are values, so a file that changes one year of `plan_yuan = { … }` writes all
//! years again. Of keys that exclude one another (`roster` and the keys of a synthesis, `contributions` and
//! `contributions_plan_share`, …) those of the file that is nearer to the run push out those that it inherits.

use std::path::{Path, PathBuf};

use super::diagnostics::Diag;
use super::file;
use super::keys::{ALTERNATIVES, Kind, fits, top};
use super::mistake::{FileMistake, Found, Mistake, ShapeMistake, Wanted};
use super::node::{Node, Table, Value};
use super::parse;
use super::source::{FileId, Sources};

/// Most files that may extend one another.
const MOST_LEVELS: usize = 16;

/// Reads a file and all that it extends into one tree.
pub fn read(sources: &mut Sources, main: FileId, path: Option<&Path>) -> Result<Node, Vec<Diag>> {
    let mut chain = vec![Link { file: main, canonical: path.and_then(canonical) }];
    let mut trees = Vec::new();
    while let Some(link) = chain.last() {
        let tree = parse::parse(sources, link.file)?;
        let next = extended(&tree, sources, &chain)?;
        trees.push(tree);
        let Some((path, shown, text)) = next else { break };
        let directory = path.parent().unwrap_or(Path::new("")).to_owned();
        let file = sources.add(&shown, &directory, text);
        chain.push(Link { file, canonical: canonical(&path) });
    }
    // The last file extends none: it is the base, and the others are laid over it.
    let merged = trees.into_iter().rev().map(without_extends).reduce(|base, over| overlay(base, over, ""));
    merged.ok_or_else(Vec::new)
}

/// A file of the chain.
struct Link {
    file: FileId,
    canonical: Option<PathBuf>,
}

fn canonical(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

/// Path, shown path and text of the file that a tree extends.
fn extended(tree: &Node, sources: &Sources, chain: &[Link]) -> Result<Option<(PathBuf, String, String)>, Vec<Diag>> {
    let Some(node) = tree.table().and_then(|table| table.get(top::EXTENDS.name)) else { return Ok(None) };
    let refuse = |mistake| Err(vec![Diag::at(mistake, node.span)]);
    let Some(name) = node.text() else {
        let found = if node.table().is_some() { Found::Table } else { Found::Whole };
        return refuse(Mistake::Shape(ShapeMistake::WrongKind {
            path: top::EXTENDS.name.to_owned(),
            key: &top::EXTENDS,
            wanted: Wanted::Kind(Kind::File),
            found,
        }));
    };
    let path = sources.directory(node.span.file).join(name);
    let shown = file::shown_beside(sources.shown(node.span.file), name);
    let text = match file::read(&path, &shown) {
        Ok((text, _)) => text,
        Err(mistake) => return refuse(Mistake::File(mistake)),
    };
    let here = canonical(&path);
    if let Some(first) = chain.iter().position(|link| link.canonical.is_some() && link.canonical == here) {
        let mut names: Vec<String> = chain[first..].iter().map(|link| sources.shown(link.file).to_owned()).collect();
        names.push(shown);
        return refuse(Mistake::File(FileMistake::Cycle { chain: names }));
    }
    if chain.len() >= MOST_LEVELS {
        return refuse(Mistake::File(FileMistake::TooDeep { most: MOST_LEVELS }));
    }
    Ok(Some((path, shown, text)))
}

fn without_extends(mut tree: Node) -> Node {
    if let Value::Table(table) = &mut tree.value {
        table.entries.retain(|(name, _)| name != top::EXTENDS.name);
    }
    tree
}

/// Lays a nearer value over an inherited one.
pub fn overlay(base: Node, over: Node, path: &str) -> Node {
    match (base, over) {
        (
            Node { value: Value::Table(base @ Table { inline: false, .. }), .. },
            Node { value: Value::Table(over @ Table { inline: false, .. }), span, key_span, .. },
        ) => Node { value: Value::Table(merged(base, over, path, overlay)), span, key_span, replaced: None },
        (base, over) => Node { replaced: Some(Box::new(base)), ..over },
    }
}

/// Lays the entries of a nearer table over those of an inherited one; `lay` does so for two values of one key.
pub fn merged(mut base: Table, over: Table, path: &str, lay: impl Fn(Node, Node, &str) -> Node) -> Table {
    let mut pushed_out = Vec::new();
    for (_, sets) in ALTERNATIVES.iter().filter(|(pattern, _)| fits(pattern, path)) {
        push_out(&mut base, &over, sets, &mut pushed_out);
    }
    let mut heir = match pushed_out.as_slice() {
        [_] => pushed_out.pop(),
        _ => None,
    };
    for (name, node) in over.entries {
        let node = match base.entries.iter().position(|(other, _)| *other == name) {
            Some(index) => {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                // The place in the order of the file stays that of the inherited key.
                let (name, inherited) = base.entries.remove(index);
                base.entries.insert(index, (name, lay(inherited, node, &inner)));
                continue;
            }
            None => node,
        };
        let replaced = node.replaced.or_else(|| heir.take().map(Box::new));
        base.entries.push((name, Node { replaced, ..node }));
    }
    base
}

/// Removes inherited keys that a key of the nearer table excludes.
fn push_out(base: &mut Table, over: &Table, sets: &[&[&str]], pushed_out: &mut Vec<Node>) {
    let set_of = |key: &str| {
        let named = sets.iter().position(|set| set.contains(&key));
        named.or_else(|| sets.iter().position(|set| set.contains(&"*")))
    };
    let chosen: Vec<usize> = over.entries.iter().filter_map(|(name, _)| set_of(name)).collect();
    if chosen.is_empty() {
        return;
    }
    let entries = std::mem::take(&mut base.entries);
    for (name, node) in entries {
        match set_of(&name) {
            Some(set) if !chosen.contains(&set) => pushed_out.push(node),
            _ => base.entries.push((name, node)),
        }
    }
}
