//! Why a run cannot be explained, in words.

use crate::output::{OtherProgram, RestoreError};
use crate::text::words::{common, explain_failure as words};
use crate::text::{Lang, whole};

/// Why a run cannot be explained.
#[derive(Debug)]
pub enum ExplainFailure {
    /// The run cannot be simulated again.
    Restore(RestoreError),
    /// A scenario that the run does not have.
    NoScenario {
        /// As typed.
        name: String,
        /// Those of the run.
        known: Vec<String>,
    },
    /// Several scenarios and none named.
    WhichScenario(Vec<String>),
    /// A replication that the run does not have.
    NoReplication {
        /// As typed.
        replication: u32,
        /// The first and the last of the run.
        range: (u32, u32),
    },
    /// A household that the scenario does not have.
    NoHousehold {
        /// As typed.
        id: String,
        /// Those that stand nearest.
        nearest: Vec<String>,
    },
    /// The fund never ran dry.
    NeverDry(u32),
    /// Nothing was lent, so that no household has a ledger.
    NothingLent(u32),
}

impl ExplainFailure {
    /// The exit code: 2 where another argument would do.
    pub fn code(&self) -> u8 {
        match self {
            ExplainFailure::Restore(_) => 1,
            _ => 2,
        }
    }

    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        let list = |names: &[String]| names.join(common::comma(lang));
        match self {
            ExplainFailure::Restore(error) => restore(error, lang),
            ExplainFailure::NoScenario { name, known } => words::no_scenario(lang, name, list(known)),
            ExplainFailure::WhichScenario(known) => words::which_scenario(lang, list(known)),
            ExplainFailure::NoReplication { replication, range: (first, last) } => {
                words::no_replication(lang, replication, first, last)
            }
            ExplainFailure::NoHousehold { id, nearest } => words::no_household(lang, id, list(nearest)),
            ExplainFailure::NeverDry(replications) => words::never_dry(lang, whole(i64::from(*replications))),
            ExplainFailure::NothingLent(replication) => words::nothing_lent(lang, replication),
        }
    }
}

fn restore(error: &RestoreError, lang: Lang) -> String {
    match error {
        RestoreError::Mistakes { scenario, diagnostics } => {
            words::mistakes(lang, scenario, diagnostics.render(lang, false))
        }
        RestoreError::NotKept { folder, scenario } => words::not_kept(lang, folder.display(), scenario),
        RestoreError::Missing { path, scenario } => words::missing(lang, path.display(), scenario),
        RestoreError::Changed { path, scenario } => words::changed(lang, path.display(), scenario),
        RestoreError::SameName { scenario, table } => words::same_name(lang, scenario, table),
        RestoreError::OtherDigest { scenario, found, expected } => words::other_digest(lang, scenario, found, expected),
    }
}

/// That another program made the run, and what that means.
pub fn other_program(other: OtherProgram, made_by: &str, lang: Lang) -> String {
    let program = match (other.version, other.lock_file) {
        (true, _) => words::version(lang, made_by),
        _ => words::other_libraries(lang).to_owned(),
    };
    words::made_by(lang, program) + "\n"
}
