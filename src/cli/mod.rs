//! The command line: one file per subcommand, no arithmetic. The only room that prints.
//!
//! Data goes to standard output, messages and progress to standard error. Exit codes: 0 done, 1 failed while running
//! (or stopped by the user), 2 bad arguments or scenario.

mod answer;
mod arguments;
mod chart;
mod check;
mod check_run;
mod compare;
mod example;
mod explain;
mod failure;
mod files;
mod fit;
mod groups;
mod init;
mod inline;
mod list;
mod map;
mod output_words;
mod plot;
mod print;
mod progress;
mod record;
mod report;
mod reproduce;
mod roster;
mod run;
mod screen;
mod search;
mod selftest;
mod solve;
mod study;
mod usage;
mod verify;
mod warnings;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::scenario::{schema, schema_of_targets};
use crate::text::Lang;
use arguments::Task;
use failure::Failure;

pub use arguments::command;

/// Runs the program with the arguments as typed, the program's own name first.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let lang = language(&arguments).unwrap_or_else(Lang::of_user);
    let task = match arguments::parse(&arguments, lang) {
        Ok(task) => task,
        Err(error) => return usage::report(&error, lang),
    };
    let outcome = match task {
        Task::Run(wanted) => run::run(&wanted, &arguments, lang),
        Task::Selftest { json, quiet } => selftest::run(json, quiet, lang),
        Task::CheckRun { folder, json, quiet } => check_run::run(&folder, json, quiet, lang),
        Task::Compare(wanted) => compare::run(&wanted, &arguments, lang),
        Task::Map(wanted) => map::run(&wanted, &arguments, lang),
        Task::Check { files, sets, mixes } => {
            study::each_key_once(&sets).and_then(|()| check::run(&study::plans(&files, &sets, &mixes), lang))
        }
        Task::Init { file, with_templates } => init::run(&file, with_templates, lang),
        Task::Example { folder } => example::run(&folder, lang),
        Task::Roster { file, output } => roster::run(&file, output.as_deref()),
        Task::Record(wanted) => record::run(&wanted, lang),
        Task::Fit(wanted) => fit::run(&wanted, lang),
        Task::Schema { targets } => {
            print::to_stdout(&format!("{:#}\n", if targets { schema_of_targets() } else { schema() }))
        }
        Task::Solve(wanted) => solve::run(&wanted, &arguments, lang),
        Task::Explain(wanted) => explain::run(&wanted, lang),
        Task::Groups(wanted) => groups::run(&wanted, lang),
        Task::Verify { file, run } => verify::run(&file, run.as_deref(), lang),
        Task::Reproduce { run, threads, quiet } => reproduce::run(&run, threads, quiet, &arguments, lang),
        Task::Plot(wanted) => plot::run(&wanted, lang),
        Task::Report(wanted) => report::run(&wanted, lang),
        Task::List { what } => list::run(what, lang),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(lang),
    }
}

/// The language that `--lang` names. Read before parsing, since errors of parsing are to be in it too.
fn language(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let named = words.iter().enumerate().find_map(|(index, word)| match *word {
        "--lang" => words.get(index + 1).copied(),
        word => word.strip_prefix("--lang="),
    })?;
    Lang::ALL.into_iter().find(|lang| lang.key() == named)
}

/// What every subcommand comes to.
type Outcome = Result<(), Failure>;
