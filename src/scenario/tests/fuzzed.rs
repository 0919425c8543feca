//! What fuzzing begins with, and what it once found (`fuzz/seeds`, `fuzz/regressions`): read again, without a panic.

use std::fs;
use std::path::{Path, PathBuf};

use super::robust::told;
use crate::scenario::Scenario;

/// The bytes of all files for a target; at least one seed stands there.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let folders = [fuzz.join("seeds").join(target), fuzz.join("regressions").join(target)];
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let all: Vec<_> = paths.map(|path| (path.clone(), fs::read(path).expect("a file"))).collect();
    assert!(!all.is_empty(), "no input for {target}");
    all
}

#[test]
fn scenarios_of_the_fuzzer_come_to_an_answer() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for (path, bytes) in inputs("scenario") {
        // The target takes text alone; a file of other bytes is refused where files are opened.
        let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{} is not text", path.display()));
        told(Scenario::from_text("fuzzed", &text, &library), &text);
    }
}

#[test]
fn tables_of_the_fuzzer_come_to_an_answer() {
    let county = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/county");
    for target in ["roster", "organisations", "ledger", "values"] {
        let directory = tempfile::tempdir().expect("a directory");
        for entry in fs::read_dir(&county).expect("the small county") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, directory.path().join(path.file_name().expect("a name"))).expect("a copy");
        }
        for (path, bytes) in inputs(target) {
            fs::write(directory.path().join(target).with_extension("csv"), &bytes).expect("a file");
            told(Scenario::load(&directory.path().join("county.toml")), &path.display().to_string());
        }
    }
}
