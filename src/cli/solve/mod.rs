//! `lendmix solve`: inverse questions. What to look at next is decided in [`crate::solve`]; here it is simulated, told and
//! written.
//!
//! A search that is completed has a result, also where nothing in its range meets the conditions: the exit code is 0, and
//! what was seen is shown and written.

mod fund;
mod lever;
mod lever_page;
mod levers;
mod measure;
mod mixes;
mod mixes_page;
mod page;
mod probe;
mod refusal;
mod typed;
mod written;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use super::arguments::{Question, SolveArguments};
use super::{Outcome, study};
use crate::cli::failure::Failure;
use crate::output::RunFolder;
use crate::scenario::{Override, Scenario, Tables};
use crate::text::Lang;

pub use crate::cli::search::SOLVE_JSON;
pub use page::SOLVE_CSV;
pub use refusal::Refusal;

/// Answers a question.
pub fn run(wanted: &SolveArguments, command: &[OsString], lang: Lang) -> Outcome {
    let task = Task { wanted, command, lang, started: SystemTime::now() };
    match &wanted.question {
        Question::Fund { survive, reacting: false, .. } => fund::held(&task, typed::survival(survive)?),
        Question::Fund { survive, lent_min, range, .. } => levers::fund(&task, survive, lent_min, range.as_deref()),
        Question::Leverage { survive, range } => levers::leverage(&task, survive, range),
        Question::Payout { mode, failing, survive, range } => {
            levers::payout(&task, mode, failing.as_deref(), survive.as_deref(), range)
        }
        Question::Mix { objective, maximise, conditions, finest } => {
            mixes::best(&task, objective, *maximise, conditions, finest)
        }
    }
}

/// What was asked, and how.
pub struct Task<'a> {
    /// The options.
    pub wanted: &'a SolveArguments,
    /// The command line.
    pub command: &'a [OsString],
    /// The language.
    pub lang: Lang,
    /// When the search began.
    pub started: SystemTime,
}

impl Task<'_> {
    /// The one file.
    pub fn file(&self) -> Result<PathBuf, Failure> {
        match self.wanted.study.files.as_slice() {
            [file] => Ok(file.clone()),
            _ => Err(Refusal::OneFile.into()),
        }
    }

    /// What every variant has over the file: what was set, the mix, the horizon.
    pub fn common(&self) -> Result<Vec<Override>, Failure> {
        let study = &self.wanted.study;
        if study.mixes.len() > 1 {
            return Err(Refusal::OneMix.into());
        }
        let horizon = self.wanted.horizon.map(|months| Override::set(format!("run.months={months}")));
        Ok(study.sets.iter().chain(&study.mixes).cloned().chain(horizon).collect())
    }

    /// The scenario with `common` over its file; the run folder is tried first, so that a bad path fails at once.
    pub fn load(&self, common: &[Override]) -> Result<Scenario, Failure> {
        let study = &self.wanted.study;
        let file = self.file()?;
        self.check_horizon(&file)?;
        let mut loaded = study::load(&[(file, common.to_vec())], study)?;
        let scenario = loaded.pop().ok_or(Refusal::OneFile)?;
        // Before the search, whose answer would be lost with the tables.
        if !cfg!(feature = "parquet") && scenario.run.tables != Tables::NONE {
            return Err(Failure::NoParquet);
        }
        let path = study::folder_path(study, std::slice::from_ref(&scenario));
        drop(RunFolder::create(&path, study.force)?);
        Ok(scenario)
    }

    /// A horizon beyond the file's run has no plan, no take-up, no world.
    fn check_horizon(&self, file: &std::path::Path) -> Result<(), Failure> {
        let Some(asked) = self.wanted.horizon else { return Ok(()) };
        let study = &self.wanted.study;
        let plan = (file.to_path_buf(), study.sets.iter().chain(&study.mixes).cloned().collect());
        let months = study::load(&[plan], study)?.first().map_or(0, |scenario| scenario.run.months);
        if asked > months { Err(Refusal::Horizon { asked, months }.into()) } else { Ok(()) }
    }
}
