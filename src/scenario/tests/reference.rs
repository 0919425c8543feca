//! What the reference says of a key is what the reader does: its range, and whether it may be left out.

use std::path::{Path, PathBuf};

use crate::scenario::decode::{Context, decode};
use crate::scenario::keys::{Key, Kind, Range, reference};
use crate::scenario::mistake::{Mistake, ShapeMistake, ValueMistake};
use crate::scenario::node::{Node, Value};
use crate::scenario::source::Sources;
use crate::scenario::{ReferenceRow, inherit, reference_rows};
use crate::text::Lang;

/// A merged tree with its sources.
struct Tree {
    name: String,
    sources: Sources,
    root: Node,
}

/// All shipped scenarios and the tests' own county.
fn trees() -> Vec<Tree> {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&library).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario/tests/county.toml"));
    files.into_iter().map(tree).collect()
}

fn tree(path: PathBuf) -> Tree {
    let mut sources = Sources::default();
    let name = path.display().to_string();
    let file = sources.add(&name, path.parent().unwrap(), std::fs::read_to_string(&path).unwrap());
    let root = inherit::read(&mut sources, file, Some(&path)).unwrap_or_else(|_| panic!("{name}"));
    Tree { name, sources, root }
}

/// What the reader says of a tree.
fn mistakes(tree: &Tree, root: &Node) -> Vec<Mistake> {
    let cx = Context::new(tree.sources.clone());
    decode(&cx, root);
    let (_, diags, _) = cx.into_parts();
    diags.into_iter().map(|diag| diag.mistake).collect()
}

/// The table that holds the key of a path of the reference, the first one there is.
fn holder<'a>(node: &'a mut Node, steps: &[&str]) -> Option<&'a mut Vec<(String, Node)>> {
    let Value::Table(table) = &mut node.value else { return None };
    let [step, rest @ ..] = steps else { return None };
    if rest.is_empty() {
        return table.entries.iter().any(|(name, _)| name == step).then_some(&mut table.entries);
    }
    if *step == "*" {
        return table.entries.iter_mut().find_map(|(_, child)| holder(child, rest));
    }
    let (_, child) = table.entries.iter_mut().find(|(name, _)| name == step.trim_end_matches("[]"))?;
    if !matches!(child.value, Value::List(_)) {
        return holder(child, rest);
    }
    let Value::List(list) = &mut child.value else { return None };
    list.iter_mut().find_map(|entry| holder(entry, rest))
}

/// The first number of a value: itself, or an element.
fn first_number(node: &mut Node) -> Option<&mut Node> {
    if node.number().is_some() {
        return Some(node);
    }
    match &mut node.value {
        Value::List(list) => list.iter_mut().find_map(first_number),
        Value::Table(table) => table.entries.iter_mut().find_map(|(_, child)| first_number(child)),
        _ => None,
    }
}

/// Whether a tree has the key of a path.
fn has(node: &Node, steps: &[&str]) -> bool {
    let (Value::Table(table), [step, rest @ ..]) = (&node.value, steps) else { return false };
    if *step == "*" {
        return table.entries.iter().any(|(_, child)| has(child, rest));
    }
    match table.get(step.trim_end_matches("[]")) {
        Some(_) if rest.is_empty() => true,
        Some(Node { value: Value::List(list), .. }) => list.iter().any(|entry| has(entry, rest)),
        Some(child) => has(child, rest),
        None => false,
    }
}

/// The tree of a scenario that has the key, changed there.
fn changed(trees: &[Tree], path: &str, change: impl Fn(&mut Vec<(String, Node)>, usize)) -> Option<(usize, Node)> {
    let steps: Vec<&str> = path.split('.').collect();
    let number = trees.iter().position(|tree| has(&tree.root, &steps))?;
    let mut root = trees[number].root.clone();
    let entries = holder(&mut root, &steps)?;
    let index = entries.iter().position(|(name, _)| Some(&name.as_str()) == steps.last())?;
    change(entries, index);
    Some((number, root))
}

/// Numbers just outside a range.
fn outside(range: Range, whole: bool) -> Vec<f64> {
    // Some lists take whole numbers only.
    let step = if whole || range.min >= 1.0 { 1.0 } else { 1e-6 };
    let low = range.min.is_finite().then_some(if range.above_min { range.min } else { range.min - step });
    let above = if whole { 1.0 } else { 1e-6f64.max(range.max * 1e-9) };
    let high = range.max.is_finite().then_some(if range.below_max { range.max } else { range.max + above });
    low.into_iter().chain(high).collect()
}

fn is_about(mistake: &Mistake, key: &Key) -> bool {
    matches!(mistake, Mistake::Value(ValueMistake::OutOfRange { key: of, .. }) if of.name == key.name)
}

fn calls_missing(mistake: &Mistake, key: &Key) -> bool {
    matches!(mistake, Mistake::Shape(ShapeMistake::MissingKey { key: of, .. }) if of.name == key.name)
}

#[test]
fn a_number_outside_the_range_of_the_reference_is_refused() {
    let trees = trees();
    let (mut tried, mut numeric) = (0, 0);
    for (path, key) in reference() {
        if key.unit().is_none() || matches!(key.kind, Kind::Distribution(_)) {
            continue;
        }
        numeric += 1;
        // Some lists take whole numbers only, and none refuses them for being whole.
        let whole = matches!(key.kind, Kind::Whole(_) | Kind::Numbers(_) | Kind::OneOrNumbers(_));
        for number in outside(key.range(), whole) {
            let value = if whole { Value::Whole(number as i64) } else { Value::Real(number) };
            let Some((tree, root)) = changed(&trees, &path, |entries, index| {
                if let Some(node) = first_number(&mut entries[index].1) {
                    node.value = value.clone();
                } else {
                    entries[index].1.value = value.clone();
                }
            }) else {
                continue;
            };
            tried += 1;
            let found = mistakes(&trees[tree], &root);
            assert!(found.iter().any(|mistake| is_about(mistake, key)), "{path} = {number} in {}", trees[tree].name);
        }
    }
    assert!(tried > numeric, "only {tried} numbers for {numeric} keys: the library does not show the keys");
}

#[test]
fn a_key_may_be_left_out_where_the_reference_says_so() {
    let trees = trees();
    let mut tried = 0;
    for row in reference_rows("") {
        let absence = row.absence(Lang::En);
        if absence.starts_with("only where") || absence.starts_with("or ") {
            continue;
        }
        let Some((tree, root)) = changed(&trees, &row.path, |entries, index| {
            entries.remove(index);
        }) else {
            continue;
        };
        tried += 1;
        let found = mistakes(&trees[tree], &root);
        if absence == "required" {
            assert!(!found.is_empty(), "{} in {} may be left out", row.path, trees[tree].name);
        } else {
            // What stays may need it for another reason; missing it must not be called.
            let missed = found.iter().any(|mistake| calls_missing(mistake, row.key));
            assert!(!missed, "{} in {}: {absence}; {found:?}", row.path, trees[tree].name);
        }
    }
    assert!(tried > 150, "{tried}");
}

/// A unit can be read off most names: the two must agree.
#[test]
fn units_agree_with_the_names_of_keys() {
    use crate::scenario::keys::Unit::*;
    for (path, key) in reference() {
        let Some(unit) = key.unit() else { continue };
        let fits = |ending: &str| key.name.ends_with(ending);
        let good = match () {
            () if key.name == "sum_insured_per_yuan" || fits("_per_yuan") => unit == PerYuan,
            () if fits("_yuan") || key.name == "yuan" => {
                matches!(unit, Yuan | YuanAnnual | YuanPerPerson | YuanPerPersonAnnual)
            }
            () if fits("_annual") && key.name.contains("yuan") => unit == YuanAnnual,
            () if fits("_months") || key.name == "months" => matches!(unit, Months | Share | ShareAnnual),
            () if key.name == "forced_years" => unit == CalendarYear,
            () if fits("_years") => unit == Years,
            () if fits("_share") => matches!(unit, Share | ShareAnnual | ProbabilityMonthly | Times),
            () if fits("_annual") => matches!(unit, ProbabilityAnnual | ShareAnnual),
            () if fits("_monthly") || key.name == "monthly" => unit == ProbabilityMonthly,
            () if fits("_factor") => unit == Factor,
            () if fits("weight") || fits("weights") => unit == Weight,
            () if fits("_logit") => unit == Logit,
            () => true,
        };
        assert!(good, "{path} is a number of {unit:?}: declare `Range::….of(Unit::…)`");
    }
}

#[test]
fn the_reference_shows_what_a_file_sets() {
    let text = "[world.industries.a]\nweight = 0.4\n[world.industries.b]\nweight = 0.6\n[policy.fund]\nsplit = { layers = { fund_annual_yuan = 5 } }\n";
    let rows = reference_rows(text);
    let value = |path: &str| rows.iter().find(|row| row.path == path).and_then(|row| row.value.clone());
    assert_eq!(value("world.industries.*.weight").as_deref(), Some("0.4 · 0.6"));
    assert_eq!(value("policy.fund.split").as_deref(), Some("layers"));
    assert_eq!(value("policy.fund.split.layers.fund_annual_yuan").as_deref(), Some("5"));
    assert_eq!(value("run.seed"), None);
    let absence = |path: &str| rows.iter().find(|row| row.path == path).map(|row: &ReferenceRow| row.absence(Lang::En));
    assert_eq!(absence("run.seed").as_deref(), Some("required"));
    assert_eq!(absence("policy.pooled.principal_yuan").as_deref(), Some("or `principal_yuan_per_person`"));
    assert_eq!(absence("world.population.households").as_deref(), Some("or `roster`"));
    assert_eq!(absence("policy.fund.topup").as_deref(), Some("none"));
}
