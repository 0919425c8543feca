//! `lendmix explain`: the story of one replication, the ledger of one household, the autopsy of all depletions.

mod autopsy;
pub mod failure;
mod household;
mod pick;
mod story;
mod story_files;
mod tables;
mod words;

use std::path::PathBuf;

use super::{Outcome, print, screen, study};
use crate::draws::Replication;
use crate::explain;
use crate::model::county::County;
use crate::model::state::State;
use crate::output::{FinishedRun, OtherProgram, restore_scenarios};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::text::words::{common, explain as words_of};
use failure::ExplainFailure;
pub use words::mode as mode_words;

/// Options of `explain`.
#[derive(Clone, Debug)]
pub struct ExplainArguments {
    /// The run folder.
    pub folder: PathBuf,
    /// Which scenario of it.
    pub scenario: Option<String>,
    /// What of it.
    pub what: Wanted,
    /// The household whose ledger is asked for.
    pub household: Option<String>,
    /// Depletions and quiet replications that an autopsy looks at, at most.
    pub limit: u32,
    /// Threads to work on.
    pub threads: Option<usize>,
    /// Folder for the tables.
    pub output: Option<PathBuf>,
    /// Print JSON.
    pub json: bool,
}

/// Which replication, or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// By number.
    Replication(u32),
    /// Largest unpaid claims; without any, the largest fund needed.
    Worst,
    /// The median of the fund needed.
    Median,
    /// Dry in the median month of depletion.
    AtDepletion,
    /// All that ran dry.
    Autopsy,
}

/// What every view needs.
struct Setting<'a> {
    scenario: &'a Scenario,
    county: County,
    threads: usize,
    lang: Lang,
}

/// Explains a finished run.
pub fn run(wanted: &ExplainArguments, lang: Lang) -> Outcome {
    let finished = FinishedRun::open(&wanted.folder)?;
    let manifest = finished.manifest();
    if let Some(other) = OtherProgram::of(manifest) {
        print::to_stderr(&failure::other_program(other, &manifest.version, lang));
    }
    let place = scenario_wanted(&finished, wanted.scenario.as_deref())?;
    let scenarios = restore_scenarios(finished.path(), manifest).map_err(ExplainFailure::Restore)?;
    let scenario = &scenarios[place];
    let setting = Setting { scenario, county: scenario.county(), threads: study::threads(wanted.threads), lang };
    let view = view(&setting, &finished, wanted)?;
    let folder = tables::write(&finished, wanted.output.as_deref(), &view.tables)?;
    if wanted.json {
        let text = serde_json::to_string_pretty(&view.json).map_err(|error| super::Failure::Stdout(error.into()))?;
        return print::to_stdout(&(text + "\n"));
    }
    let names: Vec<&str> = view.tables.iter().map(|table| table.name.as_str()).collect();
    let names = names.join(common::comma(lang));
    print::to_stdout(&format!(
        "{}\n{}\n",
        view.text,
        screen::wrapped(&words_of::tables_in(lang, folder.display(), names), "")
    ))
}

/// What a view prints and writes.
struct View {
    text: String,
    json: serde_json::Value,
    tables: Vec<tables::CsvTable>,
}

fn view(setting: &Setting<'_>, finished: &FinishedRun, wanted: &ExplainArguments) -> Result<View, super::Failure> {
    let picked = match wanted.what {
        Wanted::Autopsy => return autopsy::view(setting, finished, wanted.limit),
        what => pick::pick(setting, finished, what)?,
    };
    let mut state = State::default();
    let Some(id) = &wanted.household else {
        let story = explain::story(&setting.county, Replication(picked.replication), &mut state);
        return Ok(story::view(setting, &story, &picked));
    };
    let household = pick::household(setting, picked.replication, id)?;
    let told = explain::household(&setting.county, Replication(picked.replication), household, &mut state);
    let told = told.ok_or(ExplainFailure::NothingLent(picked.replication))?;
    Ok(household::view(setting, &told, &picked))
}

/// The place of the scenario that is asked for.
fn scenario_wanted(finished: &FinishedRun, name: Option<&str>) -> Result<usize, ExplainFailure> {
    let known: Vec<String> = finished.scenarios().map(str::to_owned).collect();
    match name {
        Some(name) => known
            .iter()
            .position(|one| one == name)
            .ok_or_else(|| ExplainFailure::NoScenario { name: name.to_owned(), known: known.clone() }),
        None if known.len() == 1 => Ok(0),
        None => Err(ExplainFailure::WhichScenario(known)),
    }
}

impl Setting<'_> {
    /// A month of the run, from 0, as a calendar month.
    fn month(&self, t: usize) -> String {
        self.scenario.run.start.plus(t as u32).to_string()
    }

    /// The scenario's title, or its name.
    fn title(&self) -> &str {
        let title = self.scenario.title.get(self.lang);
        if title.is_empty() { &self.scenario.name } else { title }
    }
}
