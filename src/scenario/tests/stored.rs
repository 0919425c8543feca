//! A scenario as one text loses nothing.

use std::path::Path;

use crate::scenario::node::{Node, Value};
use crate::scenario::source::Sources;
use crate::scenario::{canonical, inherit, parse, stored};

/// The values of a tree with everything that a text may lose: order, kinds of numbers, sections and inline tables. In a list
/// `[[section]]` and `{ … }` are one and the same.
fn shape(node: &Node, in_list: bool) -> String {
    match &node.value {
        Value::Table(table) => {
            // A text has values before sections.
            let (sections, values): (Vec<_>, Vec<_>) =
                table.entries.iter().partition(|(_, node)| node.section().is_some());
            let entries =
                values.into_iter().chain(sections).map(|(name, node)| format!("{name:?}: {}", shape(node, in_list)));
            format!("{}{{{}}}", table.inline || in_list, entries.collect::<Vec<_>>().join(", "))
        }
        Value::List(list) => format!("[{}]", list.iter().map(|node| shape(node, true)).collect::<Vec<_>>().join(", ")),
        other => format!("{other:?}"),
    }
}

/// Every shipped scenario, with all that it extends, reads back from its stored text: the same canonical text, and each
/// section of `[policy]` and `[world]` with the same values, in the same kinds. Catches a value or a name that is lost, a
/// whole number that becomes a real one, a section that becomes a table.
#[test]
fn every_shipped_scenario_reads_back_from_its_stored_text() {
    let mut count = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).expect("scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let mut sources = Sources::default();
        let text = std::fs::read_to_string(&path).expect("a text");
        let main = sources.add("a.toml", path.parent().expect("a folder"), text);
        let root = inherit::read(&mut sources, main, Some(&path)).expect("a tree");
        let (head, body) = stored::parts(&root);
        let again = sources.add("stored.toml", Path::new(""), head + &body);
        let back = parse::parse(&sources, again).expect("a tree");
        assert_eq!(canonical::text(&back), canonical::text(&root), "{}", path.display());
        for (name, node) in root.table().into_iter().flat_map(|table| &table.entries) {
            let sorted = |node: &Node| {
                let mut lines: Vec<String> = node
                    .section()
                    .into_iter()
                    .flat_map(|table| &table.entries)
                    .map(|(k, v)| format!("{k} {}", shape(v, false)))
                    .collect();
                lines.sort();
                lines
            };
            let found = back.table().and_then(|table| table.get(name));
            assert!(
                name == "run" || found.is_some_and(|found| sorted(found) == sorted(node)),
                "{} {name}",
                path.display()
            );
        }
        count += 1;
    }
    assert!(count > 30, "{count} scenarios");
}
