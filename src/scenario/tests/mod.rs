//! Tests of the whole reader on one small complete county, `county.toml`.

mod messages;

use std::path::Path;

use super::{Diagnostics, Scenario};

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
    Scenario::from_text("county", text, Path::new("src/scenario/tests/files"))
}

/// The mistakes of the county with pieces of its text replaced.
fn mistakes_of(replacements: &[(&str, &str)]) -> Diagnostics {
    match load(&county_with(replacements)) {
        Ok(_) => panic!("a scenario with a mistake was accepted: {replacements:?}"),
        Err(diagnostics) => diagnostics,
    }
}
