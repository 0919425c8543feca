//! Tests of the whole reader on one small complete county, `county.toml`.

mod changes;
mod contracts;
mod encodings;
mod files;
mod fuzzed;
mod laboratory;
mod ledger;
mod messages;
mod overrides;
mod reference;
mod robust;
mod rules;
mod shocks;
mod stored;
mod tables;

use std::path::Path;

use super::{Diagnostics, Scenario};
use crate::text::Lang;

/// A complete scenario that the tests break, one thing at a time.
const COUNTY: &str = include_str!("county.toml");

/// The county with pieces of its text replaced; each piece must occur exactly once.
fn county_with(replacements: &[(&str, &str)]) -> String {
    replacements.iter().fold(COUNTY.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "`{old}` must occur once in county.toml");
        text.replace(old, new)
    })
}

fn load(text: &str) -> Result<Scenario, Diagnostics> {
    Scenario::from_text("county", text, Path::new(""))
}

/// The mistakes of the county with pieces of its text replaced.
fn mistakes_of(replacements: &[(&str, &str)]) -> Diagnostics {
    match load(&county_with(replacements)) {
        Ok(_) => panic!("a scenario with a mistake was accepted: {replacements:?}"),
        Err(diagnostics) => diagnostics,
    }
}

/// The same with files beside it.
fn load_beside(text: &str, files: &[(&str, &str)]) -> Result<Scenario, Diagnostics> {
    let directory = tempfile::tempdir().expect("a directory");
    for (name, content) in files {
        std::fs::write(directory.path().join(name), content).expect("a file");
    }
    Scenario::from_text("county", text, directory.path())
}

/// A valid scenario out of files that stand beside one another.
fn load_beside_all(files: &[super::ExampleFile], name: &str) -> Scenario {
    let directory = tempfile::tempdir().expect("a directory");
    for file in files {
        std::fs::write(directory.path().join(file.name), &file.text).expect("a file");
    }
    Scenario::load(&directory.path().join(name)).unwrap_or_else(|told| panic!("{told}"))
}

/// What a reader is told, in both languages.
fn in_both_languages(name: &str, diagnostics: &Diagnostics) -> String {
    let told = |lang: Lang| format!("───── {name} ({})\n{}\n", lang.key(), diagnostics.render(lang, false));
    Lang::ALL.map(told).concat()
}

/// Compares with a snapshot that holds the text only.
macro_rules! shown {
    ($text:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($text)
        })
    };
}
use shown;
