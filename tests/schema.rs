//! The JSON Schema of a scenario file: every shipped scenario fits, and what the reader refuses does not.

use std::path::{Path, PathBuf};

use lendmix::scenario::{schema, schema_of_targets};
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

fn scenario_files() -> Vec<PathBuf> {
    fn below(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut files);
    files
}

/// Whether a file is a scenario: other files of the library have no table of a scenario.
fn is_scenario(file: &Value) -> bool {
    ["run", "policy", "world", "extends"].iter().any(|key| file.get(key).is_some())
}

fn json_of(text: &str) -> Value {
    let table = DeTable::parse(text).unwrap();
    json_table(table.get_ref())
}

fn json_table(table: &DeTable<'_>) -> Value {
    Value::Object(table.iter().map(|(key, value)| (key.get_ref().to_string(), json_value(value.get_ref()))).collect())
}

fn json_value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => json!(i64::from_str_radix(number.as_str(), number.radix()).unwrap()),
        DeValue::Float(number) => json!(number.to_string().parse::<f64>().unwrap()),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(_) => json!({ "a date": "which no key takes" }),
        DeValue::Array(list) => Value::Array(list.iter().map(|item| json_value(item.get_ref())).collect()),
        DeValue::Table(table) => json_table(table),
    }
}

/// What of a value does not fit: the words of the schema that are used, and no others.
fn faults(schema: &Value, root: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        let good = match word.as_str() {
            "description" | "title" | "$schema" | "definitions" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/definitions/").unwrap();
                found.extend(faults(&root["definitions"][name], root, value, path));
                true
            }
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64() || value.is_u64(),
                "number" => value.is_number(),
                other => panic!("type {other}"),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "anyOf" => rule.as_array().unwrap().iter().any(|one| faults(one, root, value, path).is_empty()),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "exclusiveMinimum" => value.as_f64().is_none_or(|number| number > rule.as_f64().unwrap()),
            "exclusiveMaximum" => value.as_f64().is_none_or(|number| number < rule.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= rule.as_u64().unwrap()),
            "minProperties" => value.as_object().is_none_or(|table| table.len() as u64 >= rule.as_u64().unwrap()),
            "maxProperties" => value.as_object().is_none_or(|table| table.len() as u64 <= rule.as_u64().unwrap()),
            "required" => {
                let named = |key: &Value| value.get(key.as_str().unwrap()).is_some();
                !value.is_object() || rule.as_array().unwrap().iter().all(named)
            }
            "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(rule, root, item, &format!("{path}[{index}]")));
                }
                true
            }
            "properties" | "patternProperties" | "additionalProperties" => true,
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !good {
            found.push(format!("{path}: {word} {rule}: {value}"));
        }
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        if let Some(rule) = schema.get("properties").and_then(|rules| rules.get(key)) {
            found.extend(faults(rule, root, inner, &path));
            continue;
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        let fitting = patterns.into_iter().flatten().find(|(pattern, _)| matches(pattern, key));
        match (fitting, schema.get("additionalProperties")) {
            (Some((_, rule)), _) => found.extend(faults(rule, root, inner, &path)),
            (None, Some(Value::Bool(false))) => found.push(format!("{path}: unknown key")),
            (None, Some(rule)) => found.extend(faults(rule, root, inner, &path)),
            (None, None) => {}
        }
    }
    found
}

/// The patterns of the schema.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit());
    match pattern {
        "^(19|20|21)[0-9]{2}$|^2200$" => digits(text) && (1900..=2200).contains(&text.parse().unwrap_or(0)),
        "^(self_directed|pooled|fixed_benefit)$" => ["self_directed", "pooled", "fixed_benefit"].contains(&text),
        "^[0-9]{1,3}$" => digits(text) && text.len() <= 3,
        "^[0-9]{4}-(0[1-9]|1[0-2])$" => lendmix::units::CalendarMonth::parse(text).is_some(),
        other => panic!("pattern {other}"),
    }
}

#[test]
fn every_shipped_file_fits_its_schema() {
    let (scenario, targets) = (schema(), schema_of_targets());
    let mut tried = [0, 0];
    for path in scenario_files() {
        let file = json_of(&std::fs::read_to_string(&path).unwrap());
        let is_target = file.get("targets").is_some();
        assert!(is_target || is_scenario(&file), "{} is neither", path.display());
        let schema = if is_target { &targets } else { &scenario };
        tried[usize::from(is_target)] += 1;
        assert_eq!(faults(schema, schema, &file, ""), [""; 0], "{}", path.display());
    }
    assert!(tried[0] > 50 && tried[1] >= 1, "{tried:?}");
}

/// What a laboratory may leave out of a list is no fault, a key that every entry needs is.
#[test]
fn entries_of_a_laboratory_fit_the_schema() {
    let schema = schema();
    let list = "[world.organisations]\nlist = [{ name = \"a\", type = \"t\" }]\n";
    assert_eq!(faults(&schema, &schema, &json_of(list), ""), [""; 0]);
    assert!(!faults(&schema, &schema, &json_of(&list.replace("name = \"a\", ", "")), "").is_empty());
}

/// Catches a schema that lets everything pass.
#[test]
fn mistakes_do_not_fit_the_schema() {
    let schema = schema();
    for (text, place) in [
        ("[policy.fund]\nleverage = 8", ".policy.fund.leverage"),
        ("[policy.lending]\ncredit_line_share = 95", ".policy.lending.credit_line_share"),
        ("[policy.lending]\nplacement = \"all\"", ".policy.lending.placement"),
        ("[policy.pooled]\nprincipal_yuan = { fixed = { valu = 1 } }", ".policy.pooled.principal_yuan"),
        ("[policy.pooled]\nprincipal_yuan = { gamma = { mean = 1 } }", ".policy.pooled.principal_yuan"),
        ("[policy.fund]\ncontributions = [{ source = \"county\", yuan = 1 }]", ".policy.fund.contributions[0]"),
        ("[policy.changes.ban]\nfrom = \"2017-9\"", ".policy.changes.ban.from"),
        ("[policy.changes.ban]\nfrom = \"2017-09\"\nlending = { mix = { pool = 1 } }", ".policy.changes.ban.lending"),
        ("[world.industries.pigs]\nharvest_month = 1.5", ".world.industries.pigs.harvest_month"),
        ("[world.industries.pigs]\nloadings = { county = 1.5 }", ".world.industries.pigs.loadings.county"),
    ] {
        let found = faults(&schema, &schema, &json_of(text), "");
        assert!(found.iter().any(|fault| fault.starts_with(place)), "{text}: {found:?}");
    }
}

/// The checker of this test is itself checked: each word refuses what it should.
#[test]
fn the_checker_checks() {
    let refuses = |schema: Value, value: Value| assert!(!faults(&schema, &schema, &value, "").is_empty(), "{schema}");
    refuses(json!({ "type": "integer" }), json!(1.5));
    refuses(json!({ "exclusiveMinimum": 0.0 }), json!(0));
    refuses(json!({ "maximum": 1.0 }), json!(1.5));
    refuses(json!({ "anyOf": [{ "const": "a" }, { "type": "number" }] }), json!("b"));
    refuses(json!({ "items": { "type": "string" } }), json!([1]));
    refuses(json!({ "required": ["a"] }), Value::Object(Map::new()));
    refuses(json!({ "properties": {}, "additionalProperties": false }), json!({ "a": 1 }));
}
