//! The values of a tree as text that does not depend on how they are written.

use std::fmt::Write;

use super::node::{Node, Value};

/// `[policy]` and `[world]`, one `path = value` a line, sorted by path.
///
/// `1`, `1.0` and `1_0e-1` give the same text. The order of named sections is a value of its own: industries and types
/// of organisations are counted by it.
pub fn text(root: &Node) -> String {
    let mut lines = Vec::new();
    for name in ["policy", "world"] {
        if let Some(node) = root.table().and_then(|table| table.get(name)) {
            walk(node, name, &mut lines);
        }
    }
    lines.sort();
    lines.iter().fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// Tables whose order counts.
const ORDERED: [&str; 2] = ["world.industries", "world.organisations.types"];

fn walk(node: &Node, path: &str, lines: &mut Vec<String>) {
    let Value::Table(table) = &node.value else {
        lines.push(format!("{path} = {}", value(node)));
        return;
    };
    if table.entries.is_empty() {
        lines.push(format!("{path} = {{}}"));
    }
    if ORDERED.contains(&path) {
        let names: Vec<&str> = table.entries.iter().map(|(name, _)| name.as_str()).collect();
        lines.push(format!("{path} = {names:?}"));
    }
    for (name, child) in &table.entries {
        walk(child, &format!("{path}.{name}"), lines);
    }
}

/// A value on one line.
pub fn value(node: &Node) -> String {
    match &node.value {
        Value::Whole(number) => number.to_string(),
        // The shortest text that reads back as the same number; a whole one looks like a whole number.
        Value::Real(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::Date => "date".to_owned(),
        Value::List(list) => {
            let values: Vec<String> = list.iter().map(value).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Table(table) => {
            let mut sorted: Vec<&(String, Node)> = table.entries.iter().collect();
            sorted.sort_by(|a, b| a.0.cmp(&b.0));
            let mut text = String::from("{");
            for (name, node) in sorted {
                let _ = write!(text, " {name} = {},", value(node));
            }
            text + " }"
        }
    }
}
