//! Why a command failed, in words, and the exit code that belongs to it.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::output::OutputError;
use crate::output::names::MANIFEST;
use crate::plots::PlotError;
use crate::scenario::Diagnostics;
use crate::text::words::{checks, common, compare, failure as words};
use crate::text::{Lang, number, system_words};

use super::explain::failure::ExplainFailure;
use super::output_words::output_words;
use super::print;
use super::solve::Refusal;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// Scenario files with mistakes.
    Scenario(Vec<Diagnostics>),
    /// Scenarios that cannot be simulated side by side: (what differs, in each file).
    Incompatible(Vec<Difference>),
    /// One key set twice by the same option.
    SetTwice {
        /// The option.
        option: &'static str,
        /// The key.
        key: String,
        /// Both settings as typed.
        typed: [String; 2],
    },
    /// `--variant` without a setting.
    EmptyVariant,
    /// The same name twice among the scenarios of a run.
    SameName(String),
    /// Too few or too many scenarios to compare.
    CompareCount {
        /// Scenarios found.
        found: usize,
        /// Most that are compared at once.
        most: usize,
        /// What `--set` was given.
        sets: Vec<String>,
    },
    /// A baseline that is neither a file nor the name of a scenario.
    NoBaseline {
        /// As it was given.
        name: String,
        /// The scenarios that there are.
        names: Vec<String>,
    },
    /// Axes of a map none of which says who is reached.
    NoOutreach {
        /// The axes.
        axes: Vec<String>,
    },
    /// Tables that a map does not keep.
    MapTables(String),
    /// `--tables` with something else than table names.
    Tables(String),
    /// Tables were asked for in a build without Parquet.
    NoParquet,
    /// A question that cannot be asked.
    Solve(Refusal),
    /// Stopped by the user before there is an answer.
    Interrupted,
    /// Checks that did not hold; they have been printed.
    Violated {
        /// How many.
        violated: usize,
        /// Of how many.
        of: usize,
    },
    /// A run that cannot be explained.
    Explain(ExplainFailure),
    /// The run folder.
    Output(OutputError),
    /// A chart.
    Plot(PlotError),
    /// A file exists already.
    Exists(PathBuf),
    /// A folder where `verify` takes a file.
    VerifyFolder(PathBuf),
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// A file could not be written.
    Write(PathBuf, io::Error),
    /// Standard output could not be written.
    Stdout(io::Error),
    /// What went wrong has been told already.
    Told,
    /// Stopped by the user; what is kept.
    Stopped {
        /// The run folder.
        folder: PathBuf,
        /// Replications kept.
        done: u32,
        /// Replications asked for.
        asked: u32,
    },
}

/// A setting in which scenarios of one run differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The key.
    pub key: String,
    /// Name of the first scenario and its value.
    pub first: (String, String),
    /// Name of the other scenario and its value.
    pub other: (String, String),
}

impl From<ExplainFailure> for Failure {
    fn from(failure: ExplainFailure) -> Failure {
        Failure::Explain(failure)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Failure {
        Failure::Output(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Solve(refusal)
    }
}

impl Failure {
    /// Prints the failure to standard error; returns the exit code.
    pub fn report(&self, lang: Lang) -> ExitCode {
        match self {
            Failure::Scenario(all) => {
                let colour =
                    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
                for diagnostics in all {
                    print::to_stderr(&format!("{}\n", diagnostics.render(lang, colour)));
                }
            }
            Failure::Told => {}
            failure => print::to_stderr(&format!("{}{}\n", words::error(lang), failure.words(lang))),
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Failure::Scenario(_)
            | Failure::Incompatible(_)
            | Failure::SameName(_)
            | Failure::SetTwice { .. }
            | Failure::EmptyVariant
            | Failure::Tables(_)
            | Failure::NoOutreach { .. }
            | Failure::MapTables(_)
            | Failure::CompareCount { .. }
            | Failure::NoBaseline { .. }
            | Failure::Output(OutputError::UnknownMetric { .. })
            | Failure::NoParquet
            | Failure::Solve(_)
            | Failure::Exists(_)
            | Failure::VerifyFolder(_)
            | Failure::Output(OutputError::FolderNotEmpty { .. })
            | Failure::Output(OutputError::ParentMissing { .. })
            | Failure::Output(OutputError::NoRun { .. })
            | Failure::Output(OutputError::IsMap { .. })
            | Failure::Output(OutputError::NoTable { .. })
            | Failure::Output(OutputError::OtherVersion { .. })
            | Failure::Output(OutputError::NotAFolder { .. }) => 2,
            // A manifest that cannot be read describes no run.
            Failure::Output(OutputError::Json { path, .. }) if path.ends_with(MANIFEST) => 2,
            Failure::Explain(failure) => failure.code(),
            Failure::Output(_)
            | Failure::Plot(_)
            | Failure::Read(..)
            | Failure::Write(..)
            | Failure::Stdout(_)
            | Failure::Interrupted
            | Failure::Violated { .. }
            | Failure::Told
            | Failure::Stopped { .. } => 1,
        }
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Failure::Scenario(_) | Failure::Told => String::new(),
            Failure::Incompatible(differences) => incompatible(differences, lang),
            Failure::SetTwice { option, key, typed: [one, other] } => compare::set_twice(lang, option, key, one, other),
            Failure::EmptyVariant => compare::empty_variant(lang).to_owned(),
            Failure::SameName(name) if name.contains('@') => words::same_name_given(lang, name),
            Failure::SameName(name) => words::same_name_of_files(lang, name),
            Failure::CompareCount { found, most, sets } => compare_count(*found, *most, sets, lang),
            Failure::NoBaseline { name, names } => {
                let names = names.join(common::comma(lang));
                words::unknown_baseline(lang, name, names)
            }
            Failure::NoOutreach { axes } => {
                let axes = axes.join(common::comma(lang));
                words::no_outreach(lang, axes)
            }
            Failure::MapTables(typed) => words::map_tables(lang, typed),
            Failure::Tables(typed) => words::unknown_tables(lang, typed),
            Failure::NoParquet => words::no_parquet(lang).to_owned(),
            Failure::Solve(refusal) => refusal.words(lang),
            Failure::Interrupted => words::no_answer_yet(lang).to_owned(),
            Failure::Violated { violated, of } => words::violated(lang, violated, of),
            Failure::Explain(failure) => failure.words(lang),
            Failure::Output(error) => output_words(error, lang),
            Failure::Plot(PlotError::NoRoom { needed_mm, most_mm }) => {
                words::chart_too_tall(lang, number(*needed_mm, 0), number(*most_mm, 0))
            }
            Failure::Plot(error) => words::chart_not_drawn(lang, error),
            Failure::Exists(path) => words::exists(lang, path.display()),
            Failure::Read(path, error) => words::cannot_read(lang, path.display(), system_words(error, lang)),
            Failure::Write(path, error) => words::cannot_write(lang, path.display(), system_words(error, lang)),
            Failure::Stdout(error) => words::cannot_print(lang, system_words(error, lang)),
            Failure::VerifyFolder(folder) => checks::verify_takes_a_file(lang, folder.display()),
            Failure::Stopped { folder, done, asked } => stopped(folder, *done, *asked, lang),
        }
    }
}

fn compare_count(found: usize, most: usize, sets: &[String], lang: Lang) -> String {
    if found > most {
        return words::too_many_scenarios(lang, found, most);
    }
    let mut text = words::one_scenario(lang).to_owned();
    match sets {
        [] => text.push_str(words::add_a_scenario(lang)),
        // With and without is what was probably meant.
        sets => text.push_str(&words::write_a_variant(lang, sets.join("; "))),
    }
    text
}

fn stopped(folder: &std::path::Path, done: u32, asked: u32, lang: Lang) -> String {
    if done == 0 {
        return words::nothing_kept(lang).to_owned();
    }
    let folder = folder.display();
    words::stopped_early(lang, done, asked, folder)
}

fn incompatible(differences: &[Difference], lang: Lang) -> String {
    let mut text = words::incompatible(lang).to_string();
    for Difference { key, first, other } in differences {
        text.push_str(&words::difference(lang, key, &first.1, &first.0, &other.1, &other.0));
    }
    let by_option = |difference: &Difference| ["run.seed", "run.replications"].contains(&difference.key.as_str());
    text.push_str(if differences.iter().all(by_option) {
        words::equal_by_options(lang)
    } else {
        words::equal_in_files(lang)
    });
    text
}
