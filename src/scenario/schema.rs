//! JSON Schemas of a scenario file and of a file of targets, for editors, from the declarations that the reader checks.
//!
//! They say what one file may have. That something is missing they say only inside lists, since a file that extends
//! another states only what changes, and there only where a laboratory needs it too; what values must be together is
//! the reader's to check.

use serde_json::{Map, Value, json};

use super::decode::more_forms;
use super::keys::policy::{contribution, root, suspension};
use super::keys::world::listed;
use super::keys::{Key, Kind, Range, SectionSpec, Variant, fit, top};
use crate::distribution::{DISTRIBUTIONS, DistributionInfo, ParameterKind};

/// Keys of lists that a laboratory may leave out.
const MAY_BE_OFF: [&Key; 7] = [
    &contribution::SOURCE,
    &listed::WEIGHT,
    &listed::AGE,
    &suspension::LEVEL,
    &suspension::BASIS,
    &suspension::RECTIFICATION,
    &suspension::TOLERANCE,
];

/// The schema of a scenario file (draft 7, which editors of TOML read).
pub fn schema() -> Value {
    titled("Scenario of lendmix", &top::SECTION)
}

/// The schema of a file of targets, which `fit` and `record` read.
pub fn schema_of_targets() -> Value {
    titled("Targets of lendmix", &fit::top::SECTION)
}

fn titled(title: &str, section: &SectionSpec) -> Value {
    let mut root = object(section);
    root["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    root["title"] = json!(title);
    root["definitions"] = json!({ "law": law(), "mixture": mixture() });
    root
}

fn object(section: &SectionSpec) -> Value {
    let described = section.keys.iter().map(|key| {
        let mut schema = of_kind(key.name, key.kind);
        let unit = key.unit().map_or(String::new(), |unit| format!(" [{}]", unit.words(crate::text::Lang::En)));
        schema["description"] = json!(format!("{}{unit}\n{}", key.en, key.zh));
        (key.name.to_owned(), schema)
    });
    json!({ "type": "object", "properties": described.collect::<Map<_, _>>(), "additionalProperties": false })
}

fn of_kind(name: &str, kind: Kind) -> Value {
    match kind {
        Kind::Number(range) => number(range),
        Kind::Whole(range) => whole(range),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Text | Kind::File => json!({ "type": "string" }),
        Kind::Words => words(),
        Kind::Month => json!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" }),
        // A number stands for the law that always gives it.
        Kind::Distribution(range) => json!({ "anyOf": [number(range), { "$ref": "#/definitions/law" }] }),
        Kind::Numbers(range) => list(number(range), 1),
        Kind::OneOrNumbers(range) => json!({ "anyOf": [number(range), list(number(range), 1)] }),
        Kind::TwelveNumbers(range) => {
            json!({ "type": "array", "items": number(range), "minItems": 12, "maxItems": 12 })
        }
        Kind::Names(names) => list(json!({ "enum": names }), 0),
        Kind::NamesOr(names, word) => json!({ "anyOf": [list(json!({ "enum": names }), 0), { "const": word }] }),
        Kind::Texts => list(json!({ "type": "string" }), 0),
        Kind::ByName(range) => json!({ "type": "object", "additionalProperties": number(range) }),
        Kind::ByYear(range) => by_pattern("^(19|20|21)[0-9]{2}$|^2200$", number(range)),
        Kind::ByMode(range) => by_pattern("^(self_directed|pooled|fixed_benefit)$", number(range)),
        Kind::ByMonths(range) => by_pattern("^[0-9]{1,3}$", number(range)),
        Kind::NumberOr(range, word) => json!({ "anyOf": [number(range), { "const": word }] }),
        Kind::Choice(names) => json!({ "enum": names }),
        Kind::Variants(variants) => json!({ "anyOf": variants.iter().map(variant).collect::<Vec<_>>() }),
        Kind::TableOr(section, word) => json!({ "anyOf": [object(section), { "const": word }] }),
        Kind::Table(section) => object(section),
        Kind::Part => part(name),
        Kind::Named(section) => json!({ "type": "object", "additionalProperties": object(section) }),
        Kind::Tables(section) => {
            let mut entry = object(section);
            let off = |key: &&Key| MAY_BE_OFF.iter().any(|other| std::ptr::eq(*other, *key));
            let needed = section.keys.iter().copied().filter(|key| !key.optional() && !off(key)).map(|key| key.name);
            entry["required"] = json!(needed.collect::<Vec<_>>());
            list(entry, 0)
        }
    }
}

/// What changes at a date has the shape of the table of `[policy]` that it changes.
fn part(name: &str) -> Value {
    let changed = root::SECTION.keys.iter().find(|key| key.name == name);
    changed.map_or_else(|| json!({ "type": "object" }), |key| of_kind(name, key.kind))
}

fn number(range: Range) -> Value {
    bounded("number", range)
}

fn whole(range: Range) -> Value {
    bounded("integer", range)
}

fn bounded(kind: &str, range: Range) -> Value {
    let mut schema = json!({ "type": kind });
    let low = if range.above_min { "exclusiveMinimum" } else { "minimum" };
    let high = if range.below_max { "exclusiveMaximum" } else { "maximum" };
    for (bound, value) in [(low, range.min), (high, range.max)] {
        if value.is_finite() {
            schema[bound] = json!(value);
        }
    }
    schema
}

fn variant((name, section): &Variant) -> Value {
    match section {
        None => json!({ "const": name }),
        Some(section) => {
            json!({ "type": "object", "properties": { *name: object(section) }, "required": [name], "additionalProperties": false })
        }
    }
}

fn words() -> Value {
    let text = json!({ "type": "string" });
    json!({ "anyOf": [text, { "type": "object", "properties": { "en": text, "zh": text }, "required": ["en", "zh"], "additionalProperties": false }] })
}

fn list(items: Value, fewest: usize) -> Value {
    json!({ "type": "array", "items": items, "minItems": fewest })
}

fn by_pattern(pattern: &str, value: Value) -> Value {
    json!({ "type": "object", "patternProperties": { pattern: value }, "additionalProperties": false, "minProperties": 1 })
}

/// A distribution: one name with one of its sets of parameters in full.
fn law() -> Value {
    let laws = DISTRIBUTIONS.iter().map(|info| (info.name.to_owned(), parameters_of(info)));
    let mut laws: Map<String, Value> = laws.collect();
    laws.insert("mixture".into(), json!({ "anyOf": [{ "$ref": "#/definitions/mixture" }, laws["mixture"]] }));
    json!({ "type": "object", "properties": laws, "additionalProperties": false, "minProperties": 1, "maxProperties": 1 })
}

/// Parts of a mixture: a weight and a law each.
fn mixture() -> Value {
    let mut part: Map<String, Value> =
        DISTRIBUTIONS.iter().map(|info| (info.name.to_owned(), parameters_of(info))).collect();
    part.insert("weight".into(), number(Range::POSITIVE_OR_ZERO));
    let part = json!({ "type": "object", "properties": part, "required": ["weight"], "additionalProperties": false, "minProperties": 2, "maxProperties": 2 });
    list(part, 1)
}

fn parameters_of(info: &DistributionInfo) -> Value {
    let kinds = info.parameters.iter().map(|parameter| (parameter.key.to_owned(), parameter_kind(parameter.kind)));
    let mut properties: Map<String, Value> = kinds.collect();
    let mut forms: Vec<Value> = info.alternatives.iter().map(|keys| json!({ "required": keys })).collect();
    for keys in more_forms(info.name) {
        for key in keys.iter().filter(|key| !info.parameters.iter().any(|parameter| parameter.key == **key)) {
            properties.insert((*key).to_owned(), json!({ "type": "string" }));
        }
        forms.push(json!({ "required": keys }));
    }
    json!({ "type": "object", "description": format!("{}\n{}", info.en, info.zh), "properties": properties, "anyOf": forms, "additionalProperties": false })
}

fn parameter_kind(kind: ParameterKind) -> Value {
    match kind {
        ParameterKind::Number => number(Range::ANY),
        ParameterKind::Numbers => list(number(Range::ANY), 1),
        ParameterKind::Components => json!({ "$ref": "#/definitions/mixture" }),
        ParameterKind::Interpolation => json!({ "enum": ["step", "linear"] }),
    }
}
