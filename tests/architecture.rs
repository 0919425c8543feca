//! The layer rule and one home for each dependency, read from the sources.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What each room may use of the others.
const MAY_USE: [(&str, &[&str]); 20] = [
    ("units", &[]),
    ("draws", &["units"]),
    ("distribution", &["draws", "units"]),
    ("model", &["distribution", "draws", "units"]),
    ("stats", &["units"]),
    ("text", &["units"]),
    ("solve", &["stats", "units"]),
    ("metrics", &["model", "units"]),
    ("audit", &["metrics", "model", "text", "units"]),
    ("selftest", &["audit", "engine", "scenario", "model", "distribution", "draws", "text", "units"]),
    ("scenario", &["model", "distribution", "draws", "units", "text"]),
    ("engine", &["model", "draws", "units"]),
    ("output", &["audit", "engine", "scenario", "metrics", "stats", "model", "text", "units"]),
    ("fit", &["engine", "scenario", "metrics", "stats", "model", "draws", "units"]),
    ("explain", &["engine", "stats", "model", "draws", "units"]),
    ("plots", &["text", "units"]),
    ("figures", &["plots", "output", "scenario", "metrics", "stats", "text", "units"]),
    ("report", &["figures", "plots", "output", "scenario", "metrics", "stats", "model", "text", "units"]),
    (
        "cli",
        &[
            "report",
            "figures",
            "plots",
            "solve",
            "selftest",
            "output",
            "fit",
            "audit",
            "explain",
            "engine",
            "scenario",
            "metrics",
            "stats",
            "model",
            "distribution",
            "draws",
            "units",
            "text",
        ],
    ),
    ("main", &["cli"]),
];

/// Where each dependency lives. Those not listed may be used anywhere.
const HOMES: [(&str, &[&str]); 23] = [
    ("sha2", &["scenario", "output", "audit"]),
    ("ctrlc", &["cli"]),
    ("comfy_table", &["cli"]),
    ("rand", &["draws"]),
    ("rand_distr", &["draws"]),
    ("rayon", &["engine"]),
    ("polars", &["output"]),
    ("tempfile", &["output"]),
    ("time", &["output"]),
    ("serde", &["output", "stats", "cli"]),
    ("serde_json", &["output", "cli", "scenario"]),
    ("toml", &["scenario"]),
    ("annotate_snippets", &["scenario"]),
    ("strsim", &["scenario"]),
    ("plotters", &["plots"]),
    ("resvg", &["plots"]),
    ("png", &["plots"]),
    ("ttf_parser", &["plots"]),
    ("maud", &["report"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("sys_locale", &["text"]),
    ("encoding_rs", &["scenario"]),
];

#[test]
fn rooms_use_only_what_stands_below_them() {
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        let allowed = MAY_USE.iter().find(|(name, _)| *name == room).map_or(&[] as &[&str], |(_, allowed)| allowed);
        for (path, text) in files {
            for used in words_after(&text, "crate::") {
                let is_room = MAY_USE.iter().any(|(name, _)| *name == used);
                if is_room && used != room && !allowed.contains(&used.as_str()) {
                    broken.push(format!("{}: {room} uses {used}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_dependency_has_its_home() {
    let mut broken = Vec::new();
    for (room, files) in rooms() {
        for (path, text) in files {
            for (dependency, homes) in HOMES {
                if uses(&text, dependency) && !homes.contains(&room.as_str()) {
                    broken.push(format!("{}: {dependency} in {room}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_dependency_gives_its_reason() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let sections = ["[dependencies]", "[dev-dependencies]"];
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = sections.contains(&line);
        } else if inside && line.contains('=') && !line.starts_with('#') {
            assert!(line.contains(" # "), "no reason: {line}");
        }
    }
}

#[test]
fn the_model_prints_nothing_and_knows_no_clock_file_or_thread() {
    for (room, files) in rooms() {
        if !["model", "distribution", "draws", "stats"].contains(&room.as_str()) {
            continue;
        }
        for (path, text) in files {
            for forbidden in ["println!", "std::fs", "std::time", "std::thread", "std::io"] {
                assert!(!text.contains(forbidden), "{}: {forbidden}", path.display());
            }
        }
    }
}

/// Chinese that is no sentence of the program: lists that are themselves the one home of their words, the mistakes of a
/// scenario, and what is read or written as data (headings and words of a county's files, an invented county).
const CHINESE: [&str; 10] = [
    "text/",
    "metrics/",
    "scenario/keys/",
    "scenario/words/",
    "scenario/csv/",
    "scenario/decode/words.rs",
    "scenario/evidence.rs",
    "scenario/example/",
    "scenario/overrides",
    "distribution/catalogue.rs",
];

#[test]
fn chinese_stands_in_its_homes() {
    let mut astray = Vec::new();
    for (path, literals) in chinese() {
        if !CHINESE.iter().any(|home| path.starts_with(home)) {
            astray.extend(literals.into_iter().map(|literal| format!("{path}: {literal}")));
        }
    }
    assert!(astray.is_empty(), "move to src/text/words: {astray:#?}");
}

/// The messages of `src/text/words` have tests of their own; these are the lists and the mistakes.
#[test]
fn chinese_is_written_in_one_way() {
    let mut broken = Vec::new();
    for (path, literals) in chinese() {
        let data = ["text/words", "scenario/example/", "scenario/csv/"].iter().any(|data| path.starts_with(data));
        if data {
            continue;
        }
        let wrong = literals.into_iter().filter(|literal| breaks_a_convention(&prose(literal)));
        broken.extend(wrong.map(|literal| format!("{path}: {literal}")));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// A space beside Chinese, half-width punctuation beside it, or a space before a per cent sign.
fn breaks_a_convention(text: &str) -> bool {
    let pairs = || text.chars().zip(text.chars().skip(1));
    let half_width = |sign: char| ",;:?!()".contains(sign);
    text.contains("0 %")
        || pairs().any(|(left, right)| left == ' ' && is_chinese(right) || is_chinese(left) && right == ' ')
        || pairs().any(|(left, right)| half_width(left) && is_han(right) || is_han(left) && half_width(right))
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn is_chinese(character: char) -> bool {
    is_han(character)
        || ('\u{3000}'..='\u{303f}').contains(&character)
        || ('\u{ff00}'..='\u{ffef}').contains(&character)
}

/// A literal without its arguments and what stands between backticks, a digit in place of each.
fn prose(literal: &str) -> String {
    let parts = literal.split('`').enumerate().map(|(index, part)| if index % 2 == 0 { part } else { "0" });
    let text: String = parts.collect();
    let mut pieces = text.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + "0" + piece.split_once('}').map_or(piece, |(_, rest)| rest))
}

/// Literals with Chinese characters, by file.
fn chinese() -> Vec<(String, Vec<String>)> {
    let of_file = |(path, text): (PathBuf, String)| {
        let literals = literals(&text).into_iter().filter(|literal| literal.chars().any(is_han)).collect::<Vec<_>>();
        (path.to_string_lossy().replace('\\', "/"), literals)
    };
    rooms().into_values().flatten().map(of_file).filter(|(_, literals)| !literals.is_empty()).collect()
}

/// The string literals of a source; quotes that stand as characters open none.
fn literals(source: &str) -> Vec<String> {
    let source = source.replace("'\"'", "' '").replace("'\\\"'", "' '");
    let mut found = Vec::new();
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        if character == '"' {
            let mut literal = String::new();
            while let Some(inside) = characters.next().filter(|inside| *inside != '"') {
                literal.push(inside);
                if inside == '\\' {
                    literal.extend(characters.next());
                }
            }
            found.push(literal);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of each room, comment lines and unit tests left out.
fn rooms() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let mut rooms: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    let source = root().join("src");
    for path in rust_files(&source) {
        let inside = path.strip_prefix(&source).unwrap().to_path_buf();
        let room =
            inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_string();
        if room == "lib" || inside.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests")) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        rooms.entry(room).or_default().push((inside, code.join("\n")));
    }
    assert!(rooms.len() >= MAY_USE.len() && rooms.values().flatten().count() > 50, "the sources were not found");
    rooms
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The identifiers that follow `prefix`.
fn words_after(text: &str, prefix: &str) -> Vec<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    text.split(prefix).skip(1).map(word).collect()
}

/// Whether a text names a crate: `use name`, `name::`, not as the tail of another path.
fn uses(text: &str, name: &str) -> bool {
    let path = format!("{name}::");
    text.match_indices(&path).any(|(at, _)| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        !(before.is_alphanumeric() || before == '_' || before == ':')
    })
}

/// The finders must find: a rule that sees nothing would always pass.
#[test]
fn the_finders_find() {
    assert_eq!(words_after("use crate::engine::Study; crate::plots::x()", "crate::"), ["engine", "plots"]);
    assert_eq!(literals(r#"let a = ["x \"y\"", '"', "z"];"#), [r#"x \"y\""#, "z"]);
    assert!(breaks_a_convention("前 12") && breaks_a_convention("前(后") && breaks_a_convention("率0 %"));
    assert!(!breaks_a_convention(&prose("`a b` {c}%，前12个月（后）")));
    assert!(uses("use rand::Rng;", "rand") && !uses("use rand_distr::Beta; a::rand::x", "rand"));
}
