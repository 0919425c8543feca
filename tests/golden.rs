//! Every shipped scenario gives the numbers that it gave when they were last accepted.
//!
//! `tests/golden/digests.txt` has one line for each scenario: name, replications, columns, SHA-256 over the values of
//! every column by name ([`Fingerprint`]). The order of columns plays no part; a new column, a new scenario or a changed
//! number does. Its head says when a change is right and how it is accepted.

use std::path::{Path, PathBuf};

use lendmix::audit::Fingerprint;
use lendmix::engine::Study;
use lendmix::scenario::Scenario;
use lendmix::text::Lang;

use crate::properties::{books_close, chunks};
use crate::scenarios::county;

const FILE: &str = "tests/golden/digests.txt";
const ACCEPT: &str = "LENDMIX_ACCEPT=1 cargo test --release golden";

/// Replications of each scenario: few, since bits either are the same or not.
const REPLICATIONS: u32 = 8;

const HEAD: &str = "\
# Digests of the shipped scenarios: name, replications, columns, SHA-256 of the values of every column by its name.
# A test fails when a number, a column or a scenario changes. That is right only if the change is meant:
#   1. say in CHANGELOG.md what changes; a changed number of an existing column is marked **Value-breaking**;
#   2. run  LENDMIX_ACCEPT=1 cargo test --release golden
#   3. commit this file with the change, so that its history tells which change moved which scenario.
";

/// One line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    name: String,
    replications: u32,
    columns: usize,
    digest: String,
}

impl Line {
    fn parse(line: &str) -> Option<Line> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, replications, columns, digest] = words[..] else { return None };
        let (replications, columns) = (replications.parse().ok()?, columns.parse().ok()?);
        Some(Line { name: name.to_owned(), replications, columns, digest: digest.to_owned() })
    }

    fn text(&self) -> String {
        format!("{} {} {} {}\n", self.name, self.replications, self.columns, self.digest)
    }
}

/// What differs between the file and what was found, in words; nothing if all is as accepted.
fn differences(file: &str, found: &[Line]) -> Vec<String> {
    let accepted: Vec<Line> =
        file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).filter_map(Line::parse).collect();
    let of = |name: &str| accepted.iter().find(|line| line.name == name);
    let mut told: Vec<String> = Vec::new();
    for line in found {
        match of(&line.name) {
            None => told.push(format!("scenario {} has no digest yet", line.name)),
            Some(before) if before == line => {}
            Some(before) if before.columns != line.columns => told.push(format!(
                "scenario {}: {} columns where {} were accepted",
                line.name, line.columns, before.columns
            )),
            Some(_) => told.push(format!("scenario {}: its numbers have changed", line.name)),
        }
    }
    let gone = accepted.iter().filter(|line| !found.iter().any(|here| here.name == line.name));
    told.extend(gone.map(|line| format!("scenario {} is gone", line.name)));
    told
}

/// Every scenario that ships, by its path inside `scenarios`.
fn shipped() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut all = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Files of targets are no scenarios.
            if path.is_dir() && !path.ends_with("fit") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let name = path.strip_prefix(&root).unwrap().with_extension("");
                all.push((name.to_str().unwrap().replace('\\', "/"), path));
            }
        }
    }
    all.sort();
    all
}

fn line(name: &str, path: &Path) -> Line {
    let scenario = Scenario::load(path).unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, false)));
    let study = Study::new(vec![county(&scenario)]);
    let mut fingerprint = Fingerprint::default();
    let chunks = chunks(&study, 0..REPLICATIONS, 2);
    chunks.iter().for_each(|chunk| fingerprint.add(&chunk.replications, &chunk.months, &chunk.townships));
    // The books of every shipped scenario close, laboratories among them.
    books_close(&study.counties[0], &chunks).unwrap_or_else(|violated| panic!("{name}: {violated}"));
    Line {
        name: name.to_owned(),
        replications: REPLICATIONS,
        columns: fingerprint.columns(),
        digest: fingerprint.digest(),
    }
}

#[test]
fn golden_digests_are_those_that_were_accepted() {
    let found: Vec<Line> = shipped().iter().map(|(name, path)| line(name, path)).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("LENDMIX_ACCEPT").is_some() {
        let lines: String = found.iter().map(Line::text).collect();
        std::fs::write(&file, format!("{HEAD}{lines}")).unwrap();
        return;
    }
    let told = differences(&std::fs::read_to_string(&file).unwrap_or_default(), &found);
    assert!(
        told.is_empty(),
        "{}\nIf this is meant, say so in CHANGELOG.md (a changed number is Value-breaking) and accept it: {ACCEPT}",
        told.join("\n")
    );
}

/// The comparison itself: the same lines in any order are the same, one number changed is told with its scenario.
#[test]
fn golden_comparison_sees_one_changed_number() {
    use lendmix::model::record::{MonthRecord, ReplicationRecord, TownshipYearRecord};
    use lendmix::units::Fen;
    let of = |name: &str, fund: i64| {
        let mut fingerprint = Fingerprint::default();
        let mut months = vec![MonthRecord::default(); 5];
        months[3].fund_balance = Fen(fund);
        fingerprint.add(&[ReplicationRecord::default()], &months, &[TownshipYearRecord::default()]);
        let columns = fingerprint.columns();
        Line { name: name.to_owned(), replications: 1, columns, digest: fingerprint.digest() }
    };
    let (one, other) = (of("one", 100), of("other", 100));
    assert_eq!(one.digest, other.digest, "the name is no part of the digest");
    let file = format!("{HEAD}{}{}", other.text(), one.text());
    assert_eq!(differences(&file, &[one.clone(), other.clone()]), [] as [String; 0]);
    let changed = of("other", 101);
    assert_eq!(differences(&file, &[one.clone(), changed]), ["scenario other: its numbers have changed"]);
    let more = Line { columns: other.columns + 1, ..of("other", 101) };
    assert!(differences(&file, &[one.clone(), more])[0].starts_with("scenario other: "));
    let new = of("new", 1);
    assert_eq!(differences(&file, &[one.clone(), other.clone(), new]), ["scenario new has no digest yet"]);
    assert_eq!(differences(&file, &[one]), ["scenario other is gone"]);
}
