//! The values of a scenario, and those in which two scenarios differ.

use crate::scenario::{Scenario, ValueOrigin};

/// Values of the head of a file, which stand elsewhere in the report.
const HEAD: [&str; 4] = ["title", "question", "expected", "laboratory"];

/// The values of a scenario that the report lists, in the order of the file.
pub fn stated(scenario: &Scenario) -> impl Iterator<Item = &ValueOrigin> {
    scenario.provenance.iter().filter(|origin| !HEAD.contains(&origin.path.as_str()))
}

/// A value in which a scenario differs from the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'s> {
    /// The key.
    pub path: &'s str,
    /// In the baseline; none if it is not set there.
    pub was: Option<&'s ValueOrigin>,
    /// In the scenario; none if it is not set there.
    pub is: Option<&'s ValueOrigin>,
}

/// Every value in which a scenario differs from the baseline.
pub fn changes<'s>(base: &'s Scenario, other: &'s Scenario) -> Vec<Change<'s>> {
    let of = |scenario: &'s Scenario, path: &str| stated(scenario).find(|origin| origin.path == path);
    let mut changes: Vec<Change<'s>> = stated(other)
        .map(|is| Change { path: &is.path, was: of(base, &is.path), is: Some(is) })
        .filter(|change| change.was.map(|was| &was.value) != change.is.map(|is| &is.value))
        .collect();
    let gone = stated(base).filter(|was| of(other, &was.path).is_none());
    changes.extend(gone.map(|was| Change { path: &was.path, was: Some(was), is: None }));
    changes
}
