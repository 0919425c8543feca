//! Re-reads a finished run: the files' digests, the identities of the books in every replication and month, and
//! whether the summaries are those of the tables.

mod alone;
mod replay;
mod side;
mod summaries;

use super::error::OutputError;
use super::manifest::Manifest;
use super::names;
use super::read::{FinishedRun, TableName};
use crate::audit::{Audit, Place, Relation, Violation};
use crate::text::words::{audit as words, run_sides as sides};
use crate::text::{Lang, Say};
use replay::Replay;
use serde::Serialize;
use std::path::Path;

pub use side::Side;

/// Whether something held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every comparison held.
    Held,
    /// At least one did not.
    Violated,
    /// The run lacks what it takes to tell.
    NotChecked,
}

/// A place where something did not hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failing {
    /// Scenario; none where it concerns the whole folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// Replication, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replication: Option<u32>,
    /// Month of the run, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<usize>,
    /// Calendar year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Row of the replication in the table of townships, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub township_row: Option<usize>,
    /// Row of the replication in the table of groups, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_row: Option<usize>,
    /// A file and a place in it, or a path inside the summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Side>,
    /// What was found on the left.
    pub left: Side,
    /// `=` or `≤`, what should have held.
    pub relation: &'static str,
    /// What was found on the right.
    pub right: Side,
}

/// What one check came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Name.
    pub id: &'static str,
    /// What must hold, in English.
    pub en: &'static str,
    /// What must hold, in Chinese.
    pub zh: &'static str,
    /// What it came to.
    pub status: Status,
    /// Comparisons made.
    pub checked: u64,
    /// Comparisons that failed.
    pub violated: u64,
    /// The first few of them.
    pub first: Vec<Failing>,
    /// The table or column without which it could not be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
}

/// What a run's re-reading came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunCheck {
    /// Whether nothing is violated.
    pub holds: bool,
    /// Version that wrote the run.
    pub version: String,
    /// Scenarios.
    pub scenarios: Vec<String>,
    /// Replications of each.
    pub replications: u32,
    /// Every check.
    pub checks: Vec<Check>,
    /// Files in the folder that the run did not write: nothing vouches for them.
    pub not_of_the_run: Vec<String>,
}

/// How many failures of a check are kept.
const KEPT: usize = 5;

impl Check {
    fn new(id: &'static str, says: Say) -> Check {
        let (en, zh) = (says(Lang::En), says(Lang::Zh));
        Check { id, en, zh, status: Status::NotChecked, checked: 0, violated: 0, first: Vec::new(), missing: None }
    }

    fn compare(&mut self, holds: bool, failing: impl FnOnce() -> Failing) {
        self.checked += 1;
        self.violated += u64::from(!holds);
        if !holds && self.first.len() < KEPT {
            self.first.push(failing());
        }
        self.status = if self.violated > 0 { Status::Violated } else { Status::Held };
    }
}

impl Failing {
    /// Two sides that should have been equal, somewhere in the folder.
    fn of(what: impl Into<Side>, left: impl Into<Side>, right: impl Into<Side>) -> Failing {
        Failing {
            scenario: None,
            replication: None,
            month: None,
            year: None,
            township_row: None,
            group_row: None,
            what: Some(what.into()),
            left: left.into(),
            relation: "=",
            right: right.into(),
        }
    }

    fn in_books(scenario: &str, replication: u32, violation: &Violation) -> Failing {
        let relation = match violation.relation {
            Relation::Equal => "=",
            Relation::AtMost => "≤",
        };
        let [left, right] = [violation.left, violation.right].map(|side| side.to_string());
        let mut failing = Failing { what: None, relation, ..Failing::of(String::new(), left, right) };
        (failing.scenario, failing.replication) = (Some(scenario.to_owned()), Some(replication));
        match violation.place {
            Place::Run => {}
            Place::Month(month) => failing.month = Some(month),
            Place::Year(year) => failing.year = Some(year),
            Place::TownshipRow(row) => failing.township_row = Some(row),
            Place::GroupRow(row) => failing.group_row = Some(row),
        }
        failing
    }
}

/// Checks a finished run.
///
/// # Errors
///
/// Where the system refuses temporary space or another file of the folder. A table that is damaged or says otherwise is a
/// violation, not an error.
pub fn check_run(run: &FinishedRun) -> Result<RunCheck, OutputError> {
    let mut checks = vec![files(run.path(), run.manifest())];
    let mut rows = Check::new("rows", words::rows);
    let mut audit = Audit::default();
    let mut replay = Replay::create(run)?;
    for (index, scenario) in run.summary().scenarios.iter().enumerate() {
        match replay.scenario(run, index, scenario, &mut audit, &mut rows) {
            Err(error) if is_of_a_table(&error) => rows.compare(false, || Failing {
                scenario: Some(scenario.name.clone()),
                ..Failing::of(Side::told(sides::tables), &error, Side::told(sides::tables_to_read))
            }),
            other => other?,
        }
    }
    if TableName::ALL.iter().all(|table| !run.has(*table)) {
        rows.missing = Some(TableName::Replications.key().to_owned());
    }
    checks.push(rows);
    checks.extend(audit.verdicts().iter().map(of_verdict));
    checks.extend(summaries::check(run, replay)?);
    checks.push(match alone::check(run) {
        // What is wrong with the table has been told above.
        Err(error) if is_of_a_table(&error) => {
            Check { missing: Some(TableName::Replications.key().to_owned()), ..Check::new("alone", words::alone) }
        }
        other => other?,
    });
    Ok(RunCheck {
        holds: checks.iter().all(|check| check.status != Status::Violated),
        version: run.manifest().version.clone(),
        scenarios: run.scenarios().map(str::to_owned).collect(),
        replications: run.summary().replications,
        checks,
        not_of_the_run: strangers(run.path(), run.manifest()),
    })
}

/// Checks the folder of a map of mixes: its files only, for it keeps no books by month.
///
/// # Errors
///
/// [`OutputError::Io`] or [`OutputError::Json`] if there is no manifest that can be read.
pub fn check_map(folder: &Path) -> Result<RunCheck, OutputError> {
    let manifest = Manifest::read(folder)?;
    let files = files(folder, &manifest);
    let not_of_the_run = strangers(folder, &manifest);
    Ok(RunCheck {
        holds: files.status != Status::Violated,
        version: manifest.version,
        scenarios: manifest.scenarios.into_iter().map(|scenario| scenario.name).collect(),
        replications: manifest.replications_done,
        checks: vec![files],
        not_of_the_run,
    })
}

/// Whether a table says no: that is what the check is for, not a reason to give up.
fn is_of_a_table(error: &OutputError) -> bool {
    matches!(
        error,
        OutputError::Table { .. } | OutputError::Damaged { .. } | OutputError::NoColumn { .. } | OutputError::Io { .. }
    )
}

/// Size and SHA-256 of every file that the manifest lists.
fn files(folder: &Path, manifest: &Manifest) -> Check {
    let mut check = Check::new("digests", words::digests);
    for entry in &manifest.files {
        // What leads out of the folder is not looked at.
        let inside = Path::new(&entry.name).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let verified = match inside {
            true => manifest.verify(folder, &entry.name),
            false => Err(OutputError::OutsideFolder { name: entry.name.clone() }),
        };
        check.compare(verified.is_ok(), || {
            let found = match &verified {
                Err(OutputError::WrongSize { found, .. }) => Side::bytes(*found),
                Err(OutputError::WrongDigest { .. }) => Side::told(sides::another_digest),
                Err(error) => Side::from(error),
                Ok(()) => Side::from(String::new()),
            };
            let (bytes, digest) = (entry.bytes, entry.sha256.get(..12).unwrap_or(&entry.sha256));
            let listed = Side::told(|lang| sides::bytes_and_digest(lang, bytes, digest));
            Failing::of(entry.name.clone(), found, listed)
        });
    }
    check.compare(manifest.file(names::SUMMARY_JSON).is_some(), || {
        Failing::of(names::MANIFEST.to_owned(), Side::told(sides::no_entry), names::SUMMARY_JSON.to_owned())
    });
    check
}

/// Files of a folder, and of the folders in it, that its manifest does not list.
fn strangers(folder: &Path, manifest: &Manifest) -> Vec<String> {
    fn below(folder: &Path, prefix: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => below(&entry.path(), &format!("{name}/"), found),
                _ => found.push(name),
            }
        }
    }
    let mut found = Vec::new();
    below(folder, "", &mut found);
    found.retain(|name| name != names::MANIFEST && manifest.file(name).is_none());
    found.sort();
    found
}

fn of_verdict(verdict: &crate::audit::Verdict) -> Check {
    let identity = verdict.identity;
    let status = match (verdict.violated, verdict.checked) {
        (0, 0) => Status::NotChecked,
        (0, _) => Status::Held,
        _ => Status::Violated,
    };
    let first = verdict.first.iter().map(|(scenario, replication, v)| Failing::in_books(scenario, *replication, v));
    Check {
        status,
        checked: verdict.checked,
        violated: verdict.violated,
        first: first.collect(),
        missing: verdict.missing.as_ref().map(|missing| missing.0.clone()),
        ..Check::new(identity.id, identity.says)
    }
}

#[cfg(test)]
mod tests;
