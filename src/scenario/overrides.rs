//! What the command line (or a search) sets over a scenario file, as if a file on top had written it.
//!
//! Two differences from a file: a path reaches into tables written `{ … }` and, by number from 1, into lists; and
//! sections keep the place that they have in their file, so that what is missing in one is told there.

use super::diagnostics::Diag;
use super::inherit::{merged, overlay};
use super::keys::{policy, top};
use super::mistake::{Mistake, Note, OptionMistake};
use super::node::{Node, Table, Value};
use super::parse;
use super::source::{FileId, Sources, Span};
use crate::model::policy::PerMode;
use crate::units::{CalendarMonth, Share};

mod mix;

/// A value that takes the place of the file's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    kind: Kind,
    typed: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Set,
    Variant,
    Mix,
}

impl Override {
    /// `path.of.key=value`, the value as a scenario file writes it; quotes around plain words and months may be left out.
    /// It holds in all scenarios of a study, and so is no part of a name.
    pub fn set(typed: impl Into<String>) -> Override {
        Override { kind: Kind::Set, typed: typed.into() }
    }

    /// As [`Override::set`], in one scenario of several, whose name tells it.
    ///
    /// ```
    /// # use lendmix::scenario::Override;
    /// assert_eq!(Override::variant("policy.fund.leverage_max=8").label(), "leverage_max=8");
    /// ```
    pub fn variant(typed: impl Into<String>) -> Override {
        Override { kind: Kind::Variant, typed: typed.into() }
    }

    /// A number for the key of a path.
    pub fn number(path: &str, value: f64) -> Override {
        Override::set(format!("{path}={value}"))
    }

    /// A mix of modes for the whole run: `self=0.5,pooled=0.3,fixed=0.2`, `自主=50,统还=30,固定=20` or `50/30/20`.
    ///
    /// Shares add up to 1, or to 100 per cent; a mode that is not named gets nothing.
    pub fn mix(typed: impl Into<String>) -> Override {
        Override { kind: Kind::Mix, typed: typed.into() }
    }

    /// A mix whose shares add up to one.
    pub fn mix_of(mix: &PerMode<Share>) -> Override {
        Override::mix(mix.0.iter().map(|share| share.get().to_string()).collect::<Vec<_>>().join("/"))
    }

    /// The option that it stands for.
    pub fn option(&self) -> &'static str {
        match self.kind {
            Kind::Set => "--set",
            Kind::Variant => "--variant",
            Kind::Mix => "--mix",
        }
    }

    /// Path of the key that it sets; none of a mix.
    pub fn key(&self) -> Option<String> {
        let (path, _) = self.typed.split_once(['=', '＝']).filter(|_| self.kind != Kind::Mix)?;
        Some(path.split('.').map(str::trim).collect::<Vec<_>>().join("."))
    }

    /// As it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// What tells a scenario with it from the file alone, in a form that a file name may have: `leverage_max=8`, `50-30-20`.
    pub fn label(&self) -> String {
        match self.kind {
            Kind::Set | Kind::Variant => set_label(&self.typed),
            Kind::Mix => mix::label(&self.typed).unwrap_or_else(|| for_file_names(&self.typed)),
        }
    }
}

/// Longest value in a label, in characters.
const LABEL_CHARACTERS: usize = 24;

fn set_label(typed: &str) -> String {
    let (path, value) = typed.split_once('=').unwrap_or((typed, ""));
    let key = path.trim().rsplit('.').next().unwrap_or_default();
    let value: String = for_file_names(value).chars().take(LABEL_CHARACTERS).collect();
    format!("{}={value}", for_file_names(key))
}

/// Letters (of any script), digits, `.`, `-` and `_`; everything else is left out or becomes a hyphen.
fn for_file_names(text: &str) -> String {
    let kept = text.chars().map(|sign| if sign.is_alphanumeric() || "._-".contains(sign) { sign } else { ' ' });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The name of a scenario with overrides: `stem@leverage_max=8@50-30-20`. What all scenarios of a study have in common
/// tells none from another and is left out.
pub fn name(stem: &str, overrides: &[Override]) -> String {
    let of = |kind: Kind| {
        let labels = overrides.iter().filter(|one| one.kind == kind).map(Override::label);
        let labels = labels.collect::<Vec<_>>().join(",");
        if labels.is_empty() { String::new() } else { format!("@{labels}") }
    };
    format!("{stem}{}{}", of(Kind::Variant), of(Kind::Mix))
}

/// Lays overrides over the tree of a scenario, in their order.
///
/// # Errors
///
/// The mistakes of those that say no value, all at once.
pub fn lay(root: Node, overrides: &[Override], sources: &mut Sources) -> Result<Node, Vec<Diag>> {
    let (mut root, mut mistakes) = (root, Vec::new());
    for one in overrides {
        let tree = match one.kind {
            Kind::Set | Kind::Variant => set_tree(one, sources),
            Kind::Mix => mix_tree(&one.typed, &root, sources),
        };
        match tree {
            Ok(tree) => root = reach(root, tree, ""),
            Err(diags) => mistakes.extend(diags),
        }
    }
    if mistakes.is_empty() { Ok(root) } else { Err(mistakes) }
}

/// The tree of `path=value`.
fn set_tree(one: &Override, sources: &mut Sources) -> Result<Node, Vec<Diag>> {
    let file = sources.add_option(one.option(), with_quotes(&one.typed));
    let text = sources.text(file);
    let whole = Span { file, start: 0, end: text.len() };
    let refuse = |mistake, place| Err(vec![Diag::at(Mistake::Option(mistake), place)]);
    if !text.contains(['=', '＝']) {
        return refuse(OptionMistake::NoEquals, whole);
    }
    if text.trim().contains('\n') || text.trim_start().starts_with('[') {
        return refuse(OptionMistake::NotOneValue, whole);
    }
    let tree = parse::parse(sources, file)?;
    match tree.table().and_then(|table| table.get(top::EXTENDS.name)) {
        Some(node) => refuse(OptionMistake::Extends, node.key_span),
        None => Ok(tree),
    }
}

/// A shell takes quotes away: a value that is a plain word, a path or a month gets them back.
fn with_quotes(typed: &str) -> String {
    let Some((path, value)) = typed.split_once('=') else { return typed.to_owned() };
    let value = value.trim();
    let plain = value.starts_with(|first: char| first.is_alphabetic() || first == '.' || first == '/');
    let number = ["true", "false", "inf", "nan"].contains(&value);
    match (plain || CalendarMonth::parse(value).is_some()) && !number && !value.contains(['\'', '\n']) {
        true => format!("{path}='{value}'"),
        false => typed.to_owned(),
    }
}

/// The tree of a mix; refused where the file has a mix of its own for a later date.
fn mix_tree(typed: &str, root: &Node, sources: &mut Sources) -> Result<Node, Vec<Diag>> {
    let file = sources.add_option("--mix", typed.to_owned());
    let mix = mix::read(typed, file)?;
    if let Some((change, later)) = later_mix(root) {
        let mistake = Mistake::Option(OptionMistake::MixHasDates { change });
        return Err(vec![Diag::at(mistake, mix.span).note(later, Note::ChangedHere)]);
    }
    let keys = [policy::lending::MIX.name, policy::root::LENDING.name, top::POLICY.name];
    Ok(keys.into_iter().fold(mix, within))
}

fn within(node: Node, key: &str) -> Node {
    let span = node.span;
    let table = Table { entries: vec![(key.to_owned(), node)], inline: false };
    Node { value: Value::Table(table), span, key_span: span, replaced: None }
}

/// The first dated change of the mix: its name and place.
fn later_mix(root: &Node) -> Option<(String, Span)> {
    let inner = |node: &Node, key: &str| node.table().and_then(|table| table.get(key)).cloned();
    let changes = inner(&inner(root, top::POLICY.name)?, policy::root::CHANGES.name)?;
    changes.table()?.entries.iter().find_map(|(name, change)| {
        let mix = inner(&inner(change, policy::root::LENDING.name)?, policy::lending::MIX.name)?;
        Some((name.clone(), mix.key_span))
    })
}

/// Lays a value over the one that it reaches.
fn reach(base: Node, over: Node, path: &str) -> Node {
    match (base, over) {
        (
            Node { value: Value::Table(base), span, key_span, .. },
            Node { value: Value::Table(over @ Table { inline: false, .. }), .. },
        ) => {
            // A table written `{ … }` of which an option sets a part is a section from then on: each of its values has a
            // place of its own.
            let base = Table { inline: false, ..base };
            Node { value: Value::Table(merged(base, over, path, reach)), span, key_span, replaced: None }
        }
        (base, over) => match elements(&base, &over) {
            Some(list) => Node { value: Value::List(list), replaced: Some(Box::new(base)), ..over },
            None => overlay(base, over, path),
        },
    }
}

/// A list with those elements replaced that a table names by their numbers; `None` if it names none.
fn elements(base: &Node, over: &Node) -> Option<Vec<Node>> {
    let Value::List(list) = &base.value else { return None };
    let mut list = list.clone();
    for (name, node) in &over.section()?.entries {
        let index = name.parse::<usize>().ok()?.checked_sub(1)?;
        let element = list.get_mut(index)?;
        *element = reach(element.clone(), node.clone(), name);
    }
    Some(list)
}
