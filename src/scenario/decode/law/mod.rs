//! Distributions: `{ name = { parameters } }`, read by the catalogue of [`crate::distribution`].

mod parameters;

pub use self::parameters::more_forms;

use self::parameters::Parameters;
use super::item::{FromItem, Item};
use super::tables::all;
use crate::distribution::{Component, DISTRIBUTIONS, DistributionError, Marginal, MarginalSpec, find_distribution};
use crate::scenario::keys::{Kind, Range};
use crate::scenario::mistake::{LawMistake, Mistake, Wanted};
use crate::scenario::node::{Node, Value};

impl FromItem for Marginal {
    fn read(item: &Item<'_>) -> Option<Marginal> {
        let law = read_law(item)?;
        match law.spec.build() {
            Ok(marginal) => within_range(item, marginal),
            Err(error) => {
                let place = place_of(&law, &error);
                let mistake = LawMistake::Impossible { path: item.path.clone(), error };
                item.cx.report_at(Mistake::Law(mistake), place.span);
                None
            }
        }
    }
}

/// A law as written, with the table of its parameters.
struct Law<'a> {
    spec: MarginalSpec,
    body: &'a Node,
}

/// Values outside the range of the key are refused where the law can reach them.
fn within_range(item: &Item<'_>, marginal: Marginal) -> Option<Marginal> {
    let (range, found) = (item.key.range(), marginal.support());
    // What is drawn never lies beyond the outermost quantiles, so a law without an upper end is bounded in practice.
    let highest = if found.1.is_finite() { found.1 } else { marginal.quantile(1.0 - f64::EPSILON / 2.0) };
    let (low, high) = (found.0.max(f64::MIN), highest.min(f64::MAX));
    let found = (found.0, high);
    if range.contains(low) && range.contains(high) {
        return Some(marginal);
    }
    item.report(Mistake::Law(LawMistake::Support { path: item.path.clone(), found, range }));
    None
}

/// The parameter that an error names, or the table of parameters.
fn place_of<'a>(law: &Law<'a>, error: &DistributionError) -> &'a Node {
    let parameter = match error {
        DistributionError::OutOfRange { parameter, .. }
        | DistributionError::EmptyList { parameter }
        | DistributionError::ListLength { parameter, .. }
        | DistributionError::ListEntry { parameter, .. }
        | DistributionError::NoWeight { parameter } => parameter,
        DistributionError::WrongOrder { lower, .. } => lower,
        _ => return law.body,
    };
    law.body.table().and_then(|table| table.get(parameter)).unwrap_or(law.body)
}

fn read_law<'a>(item: &Item<'a>) -> Option<Law<'a>> {
    // A number alone is always that number.
    if let Some(value) = item.node.number() {
        let spec = MarginalSpec::Fixed { value };
        return item.number_in(item.key.range(), Wanted::Kind(item.key.kind)).map(|_| Law { spec, body: item.node });
    }
    let Value::Table(table) = &item.node.value else {
        item.wrong_kind(Wanted::Kind(item.key.kind));
        return None;
    };
    let [(name, body)] = table.entries.as_slice() else {
        let names: Vec<&str> = DISTRIBUTIONS.iter().map(|law| law.name).collect();
        item.not_one_variant(table.entries.iter().map(|(name, _)| name.clone()).collect(), &names);
        return None;
    };
    named_law(item, name, body)
}

fn named_law<'a>(item: &Item<'a>, name: &str, body: &'a Node) -> Option<Law<'a>> {
    let Some(info) = find_distribution(name) else {
        let names: Vec<&str> = DISTRIBUTIONS.iter().map(|law| law.name).collect();
        let at_name = Node { span: body.key_span, ..body.clone() };
        Item { node: &at_name, ..item.clone() }.unknown_name(name, &names);
        return None;
    };
    let entry = item.entry(body, name);
    if let (Value::List(_), "mixture") = (&body.value, name) {
        let components = components(&entry)?;
        return Some(Law { spec: MarginalSpec::Mixture { components }, body });
    }
    if body.table().is_none() {
        entry.wrong_kind(Wanted::Parameters);
        return None;
    }
    let parameters = Parameters { path: item.path.clone(), item: entry, info, body };
    if !parameters.all_known() {
        return None;
    }
    let spec = parameters.spec(parameters.form()?)?;
    Some(Law { spec, body })
}

/// The parts of a mixture: tables with a weight and a law each.
fn components(item: &Item<'_>) -> Option<Vec<Component>> {
    all(item.list(Kind::Numbers(Range::ANY))?.iter().map(component))
}

fn component(part: &Item<'_>) -> Option<Component> {
    let entries = part.table_entries()?;
    let laws: Vec<&(String, Node)> = entries.iter().filter(|(name, _)| name != "weight").collect();
    let weight = entries.iter().find(|(name, _)| name == "weight").map(|(_, node)| node);
    let (Some(weight), [(name, body)]) = (weight, laws.as_slice()) else {
        let mistake = LawMistake::Parameters {
            path: part.path.clone(),
            law: "mixture",
            found: entries.iter().map(|(name, _)| name.clone()).collect(),
            forms: vec!["{ weight = …, fixed = { … } }".to_owned()],
        };
        part.report(Mistake::Law(mistake));
        return None;
    };
    let weight = part.entry(weight, "weight").number_in(Range::POSITIVE_OR_ZERO, number_wanted());
    let law = named_law(part, name, body);
    Some(Component { weight: weight?, marginal: law?.spec })
}

fn number_wanted() -> Wanted {
    Wanted::Kind(Kind::Number(Range::ANY))
}
