//! The command line: subcommands, options and their help in both languages.

mod checks;
mod compare;
mod explain;
mod language;
mod map;
mod plot;
mod record;
mod report;
mod solve;
mod study;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::scenario::Override;
use crate::text::Lang;
use crate::text::words::arguments::{commands as words, study as study_words};

use super::explain::ExplainArguments;
use super::groups::GroupsArguments;

pub use compare::CompareArguments;
pub use map::MapArguments;
pub use plot::PlotArguments;
pub use record::RecordArguments;
pub use report::{ReportArguments, ReportForm};
pub use solve::{Question, SolveArguments};
pub use study::StudyArguments;

/// What the user asked for.
#[derive(Clone, Debug)]
pub enum Task {
    /// Simulate scenarios.
    Run(StudyArguments),
    /// Compare scenarios with a baseline.
    Compare(CompareArguments),
    /// Simulate every mix of modes.
    Map(MapArguments),
    /// Solve an inverse question.
    Solve(SolveArguments),
    /// Check files without running.
    Check {
        /// The files.
        files: Vec<PathBuf>,
        /// What is set over each of them.
        sets: Vec<Override>,
        /// Mixes, each on every file.
        mixes: Vec<Override>,
    },
    /// Re-read a finished run and check it.
    CheckRun {
        /// The run folder.
        folder: PathBuf,
        /// Print the findings as JSON.
        json: bool,
        /// Print nothing but errors.
        quiet: bool,
    },
    /// Check the program on this machine.
    Selftest {
        /// Print the findings as JSON.
        json: bool,
        /// Print nothing but errors.
        quiet: bool,
    },
    /// Write a scenario to start from.
    Init {
        /// Name of the file to write.
        file: PathBuf,
        /// Whether templates of the tables are written beside it.
        with_templates: bool,
    },
    /// Write an example county with data of its own.
    Example {
        /// Folder to write into.
        folder: PathBuf,
    },
    /// Write the households of a scenario as a roster file.
    Roster {
        /// The scenario.
        file: PathBuf,
        /// Where to write; standard output if absent.
        output: Option<PathBuf>,
    },
    /// Measure a scenario by a file of targets.
    Record(RecordArguments),
    /// Fit values of a scenario to a file of targets.
    Fit(RecordArguments),
    /// Print the JSON Schema of a scenario file.
    Schema {
        /// Of a file of targets instead.
        targets: bool,
    },
    /// Explain a replication, a household or all depletions of a finished run.
    Explain(ExplainArguments),
    /// Who gains, who loses in a finished run.
    Groups(GroupsArguments),
    /// Find the run that a file came from, and whether it is unchanged.
    Verify {
        /// The file.
        file: PathBuf,
        /// The run folder; the one around the file if absent.
        run: Option<PathBuf>,
    },
    /// Simulate a finished run again and compare its files.
    Reproduce {
        /// The run folder.
        run: PathBuf,
        /// Threads to work on.
        threads: Option<usize>,
        /// Show no progress.
        quiet: bool,
    },
    /// Draw the charts of a finished run again.
    Plot(PlotArguments),
    /// Write the report of a finished run.
    Report(ReportArguments),
    /// Print reference tables.
    List {
        /// Which table.
        what: Listing,
    },
}

/// A reference table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Columns of the tables of a run folder.
    Columns,
    /// Distributions that a file may name.
    Distributions,
    /// Keys of a scenario file.
    Keys,
    /// Keys of `[policy]`.
    Levers,
    /// Charts of a run.
    Charts,
}

/// Reads the command line into a task.
///
/// # Errors
///
/// What clap has to say, help and version included.
pub fn parse(arguments: &[std::ffi::OsString], lang: Lang) -> Result<Task, clap::Error> {
    let matches = command(lang).try_get_matches_from(arguments)?;
    let missing = || command(lang).error(clap::error::ErrorKind::MissingSubcommand, "");
    Ok(match matches.subcommand() {
        Some(("run", matches)) => Task::Run(study::read(matches)),
        Some(("check-run", matches)) => Task::CheckRun {
            folder: path(matches, "folder").unwrap_or_default(),
            json: matches.get_flag("json"),
            quiet: matches.get_flag("quiet"),
        },
        Some(("selftest", matches)) => {
            Task::Selftest { json: matches.get_flag("json"), quiet: matches.get_flag("quiet") }
        }
        Some(("compare", matches)) => Task::Compare(compare::read(matches)),
        Some(("map", matches)) => Task::Map(map::read(matches)),
        Some(("solve", matches)) => Task::Solve(solve::read(matches).ok_or_else(missing)?),
        Some(("check", matches)) => Task::Check {
            files: paths(matches, "files"),
            sets: study::overrides(matches, "set", Override::set),
            mixes: study::overrides(matches, "mix", Override::mix),
        },
        Some(("init", matches)) => Task::Init {
            file: path(matches, "name").unwrap_or_else(|| "scenario.toml".into()),
            with_templates: matches.get_flag("with-templates"),
        },
        Some(("example", matches)) => {
            Task::Example { folder: path(matches, "folder").unwrap_or_else(|| "example-county".into()) }
        }
        Some(("roster", matches)) => {
            Task::Roster { file: path(matches, "file").unwrap_or_default(), output: path(matches, "output") }
        }
        Some(("record", matches)) => Task::Record(record::read(matches)),
        Some(("fit", matches)) => Task::Fit(record::read(matches)),
        Some(("schema", found)) => Task::Schema { targets: found.get_flag("targets") },
        Some(("explain", matches)) => Task::Explain(explain::explain_arguments(matches)),
        Some(("groups", matches)) => Task::Groups(explain::groups_arguments(matches)),
        Some(("verify", matches)) => {
            Task::Verify { file: path(matches, "file").unwrap_or_default(), run: path(matches, "run") }
        }
        Some(("reproduce", matches)) => Task::Reproduce {
            run: path(matches, "run").unwrap_or_default(),
            threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
            quiet: matches.get_flag("quiet"),
        },
        Some(("plot", matches)) => Task::Plot(plot::read(matches)),
        Some(("report", matches)) => Task::Report(report::read(matches, lang)),
        Some(("list", matches)) => Task::List { what: listing(matches) },
        // clap requires one of the subcommands above.
        _ => return Err(missing()),
    })
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).map(|files| files.cloned().collect()).unwrap_or_default()
}

fn path(matches: &ArgMatches, id: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(id).cloned()
}

fn listing(matches: &ArgMatches) -> Listing {
    match matches.get_one::<String>("what").map(String::as_str) {
        Some("distributions") => Listing::Distributions,
        Some("keys") => Listing::Keys,
        Some("levers") => Listing::Levers,
        Some("charts") => Listing::Charts,
        _ => Listing::Columns,
    }
}

/// The whole command line in a language.
pub fn command(lang: Lang) -> Command {
    let lang_option = Arg::new("lang")
        .long("lang")
        .global(true)
        .value_name("zh|en")
        .value_parser(["zh", "en"])
        .hide_possible_values(true)
        .help(words::language(lang));
    let command = Command::new("lendmix")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::about(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(lang_option)
        .subcommand(run_command(lang))
        .subcommand(compare::command(lang))
        .subcommand(map::command(lang))
        .subcommand(solve::command(lang))
        .subcommand(check_command(lang))
        .subcommand(checks::check_run_command(lang))
        .subcommand(checks::selftest_command(lang))
        .subcommand(init_command(lang))
        .subcommand(roster_command(lang))
        .subcommand(example_command(lang))
        .subcommand(explain::explain_command(lang))
        .subcommand(explain::groups_command(lang))
        .subcommand(plot::command(lang))
        .subcommand(report::command(lang))
        .subcommand(plot::verify_command(lang))
        .subcommand(plot::reproduce_command(lang))
        .subcommand(list_command(lang))
        .subcommand(record::record_command(lang))
        .subcommand(record::fit_command(lang))
        .subcommand(schema_command(lang));
    language::in_language(command, lang)
}

fn schema_command(lang: Lang) -> Command {
    let targets = Arg::new("targets").long("targets").action(ArgAction::SetTrue).help(words::schema_targets(lang));
    Command::new("schema").about(words::schema(lang)).arg(targets)
}

fn run_command(lang: Lang) -> Command {
    let command = Command::new("run")
        .about(words::run(lang))
        .after_help(words::run_examples(lang))
        .arg(files_argument(words::run_files(lang)));
    study::with_mix(study::with_options(command, lang), study_words::mix(lang))
}

fn check_command(lang: Lang) -> Command {
    let about = words::check(lang);
    let files = files_argument(words::check_files(lang));
    study::with_mix(study::with_set(Command::new("check").about(about).arg(files), lang), study_words::mix(lang))
}

fn init_command(lang: Lang) -> Command {
    let help = words::init_file(lang);
    Command::new("init")
        .about(words::init(lang))
        .arg(Arg::new("name").value_name("NAME").value_parser(value_parser!(PathBuf)).help(help))
        .arg(
            Arg::new("with-templates")
                .long("with-templates")
                .action(ArgAction::SetTrue)
                .help(words::init_templates(lang)),
        )
}

fn example_command(lang: Lang) -> Command {
    let help = words::example_folder(lang);
    Command::new("example")
        .about(words::example(lang))
        .arg(Arg::new("folder").value_name("DIR").value_parser(value_parser!(PathBuf)).help(help))
}

fn roster_command(lang: Lang) -> Command {
    Command::new("roster")
        .about(words::roster(lang))
        .arg(file_argument("file", "FILE", words::roster_scenario(lang)))
        .arg(output_argument("FILE", words::roster_file(lang)))
}

fn list_command(lang: Lang) -> Command {
    Command::new("list").about(words::list(lang)).arg(
        Arg::new("what")
            .value_name("WHAT")
            .required(true)
            .value_parser(["columns", "distributions", "keys", "levers", "charts"])
            .hide_possible_values(true)
            .help(words::listing(lang)),
    )
}

/// The file or folder that a command is about.
fn file_argument(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id).value_name(name).required(true).value_parser(value_parser!(PathBuf)).help(help)
}

/// Where the result goes.
fn output_argument(name: &'static str, help: &'static str) -> Arg {
    let argument = Arg::new("output").long("output").short('o').value_name(name);
    argument.value_parser(value_parser!(PathBuf)).help(help)
}

/// Threads to work on.
fn threads_argument(help: &'static str) -> Arg {
    Arg::new("threads").long("threads").value_name("N").value_parser(value_parser!(u64).range(1..=1024)).help(help)
}

fn files_argument(help: &'static str) -> Arg {
    Arg::new("files").value_name("FILE").required(true).num_args(1..).value_parser(value_parser!(PathBuf)).help(help)
}
