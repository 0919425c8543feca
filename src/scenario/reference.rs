//! The parameter reference: every key with unit, range, absence and the value of a file, from the declarations that
//! the reader checks.

use super::keys::{ALTERNATIVES, Key, Kind, Range, fits, reference};
use super::node::{Node, Value};
use super::parse;
use super::source::Sources;
use crate::text::Lang;
use crate::text::words::common;
use crate::text::words::scenario as words;

/// One key of the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceRow {
    /// Path; `*` stands for a name that the file chooses, `[]` for an element of a list.
    pub path: String,
    /// The key as declared.
    pub key: &'static Key,
    /// Value or values of the file, as written there; `None` if it does not set the key, or the key is a section.
    pub value: Option<String>,
}

/// Every key, with the values that a scenario file (which extends none) sets. A text that cannot be parsed sets none.
pub fn reference_rows(text: &str) -> Vec<ReferenceRow> {
    let mut sources = Sources::default();
    let file = sources.add("", std::path::Path::new(""), text.to_owned());
    let root = parse::parse(&sources, file).ok();
    let rows = reference().into_iter().map(|(path, key)| {
        let value = root.as_ref().and_then(|root| values(root, &path, key, &sources));
        ReferenceRow { path, key, value }
    });
    rows.collect()
}

impl ReferenceRow {
    /// Unit of its number or numbers; a dash for other keys.
    pub fn unit(&self, lang: Lang) -> &'static str {
        self.key.unit().map_or("–", |unit| unit.words(lang))
    }

    /// What it takes, in signs: intervals, names, `…` for more of the same.
    pub fn allowed(&self) -> String {
        let list = |names: &[&str]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" · ");
        match self.key.kind {
            Kind::Number(range) => range.interval(),
            Kind::Whole(range) => whole(range),
            Kind::Flag => "true · false".into(),
            Kind::Text => "\"…\"".into(),
            Kind::Words => "\"…\" · { en = \"…\", zh = \"…\" }".into(),
            Kind::File => "\"file\"".into(),
            Kind::Month => "\"YYYY-MM\"".into(),
            Kind::Distribution(range) => format!("law ⊂ {}", range.interval()),
            Kind::Numbers(range) => format!("[ {}, … ]", range.interval()),
            Kind::OneOrNumbers(range) => format!("{0} · [ {0}, … ]", range.interval()),
            Kind::TwelveNumbers(range) => format!("[ 12 × {} ]", range.interval()),
            Kind::Names(names) => format!("[ {}, … ]", list(names)),
            Kind::NamesOr(names, word) => format!("[ {}, … ] · \"{word}\"", list(names)),
            Kind::Texts => "[ \"…\", … ]".into(),
            Kind::ByName(range) => format!("{{ name = {}, … }}", range.interval()),
            Kind::ByYear(range) => format!("{{ year = {}, … }}", range.interval()),
            Kind::ByMode(range) => format!("{{ mode = {}, … }}", range.interval()),
            Kind::ByMonths(range) => format!("{{ months = {}, … }}", range.interval()),
            Kind::NumberOr(range, word) => format!("{} · \"{word}\"", range.interval()),
            Kind::Choice(names) => list(names),
            Kind::Variants(variants) => {
                let name = |(name, section): &(&str, Option<_>)| match section {
                    Some(_) => format!("{{ {name} = {{ … }} }}"),
                    None => format!("\"{name}\""),
                };
                variants.iter().map(name).collect::<Vec<_>>().join(" · ")
            }
            Kind::TableOr(_, word) => format!("{{ … }} · \"{word}\""),
            Kind::Table(_) | Kind::Part => "{ … }".into(),
            Kind::Named(_) => "{ name = { … }, … }".into(),
            Kind::Tables(_) => "[ { … }, … ]".into(),
        }
    }

    /// What absence means: nothing said, another key in its place, or that it must be written.
    pub fn absence(&self, lang: Lang) -> String {
        if let Some(absence) = self.key.absence(lang) {
            return absence.to_owned();
        }
        let others: Vec<String> = self.in_its_place().iter().map(|name| format!("`{name}`")).collect();
        match others.is_empty() {
            true => words::required(lang).to_owned(),
            false => words::or(lang, others.join(common::comma(lang))),
        }
    }

    /// Keys that may be written in place of this one.
    fn in_its_place(&self) -> Vec<&'static str> {
        let (table, name) = self.path.rsplit_once('.').unwrap_or(("", &self.path));
        let mut others = Vec::new();
        for (_, sets) in ALTERNATIVES.iter().filter(|(pattern, _)| fits(pattern, table)) {
            let named = sets.iter().any(|set| set.contains(&name));
            let mine = |set: &[&str]| set.contains(&name) || !named && set.contains(&"*");
            if sets.iter().any(|set| mine(set)) {
                others.extend(sets.iter().filter(|set| !mine(set)).flat_map(|set| set.iter().copied()));
            }
        }
        others.retain(|other| *other != "*");
        others
    }
}

fn whole(range: Range) -> String {
    format!("{} ∩ ℤ", range.interval())
}

/// The values at a path, each once in their order.
fn values(root: &Node, path: &str, key: &Key, sources: &Sources) -> Option<String> {
    if matches!(key.kind, Kind::Table(_) | Kind::Named(_) | Kind::Tables(_)) {
        return None;
    }
    let mut nodes = vec![root];
    for step in path.split('.') {
        nodes = nodes.into_iter().flat_map(|node| below(node, step)).collect();
    }
    let mut texts: Vec<String> = Vec::new();
    for node in nodes {
        let text = match (key.kind, node.table()) {
            (Kind::Variants(_), Some(table)) => table.entries.iter().map(|(name, _)| name.clone()).collect(),
            _ => sources.snippet(node.span).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    (!texts.is_empty()).then(|| texts.join(" · "))
}

/// What one step of a path leads to.
fn below<'a>(node: &'a Node, step: &str) -> Vec<&'a Node> {
    let Some(table) = node.table() else { return Vec::new() };
    if step == "*" {
        return table.entries.iter().map(|(_, node)| node).collect();
    }
    match (step.strip_suffix("[]"), table.get(step.trim_end_matches("[]"))) {
        (Some(_), Some(Node { value: Value::List(list), .. })) => list.iter().collect(),
        (None, Some(node)) => vec![node],
        _ => Vec::new(),
    }
}
