//! `lendmix record` and `lendmix fit`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{file_argument, path, threads_argument};
use crate::text::Lang;
use crate::text::words::arguments::commands as words;

/// Options of `record` and `fit`.
#[derive(Clone, Debug)]
pub struct RecordArguments {
    /// File of targets.
    pub file: PathBuf,
    /// Instead of the file's number of replications.
    pub replications: Option<u32>,
    /// Threads to work on; the machine's if absent.
    pub threads: Option<usize>,
    /// Print the table as Markdown (`record`).
    pub markdown: bool,
    /// Where the trace goes (`fit`).
    pub trace: Option<PathBuf>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> RecordArguments {
    RecordArguments {
        file: path(matches, "file").unwrap_or_default(),
        replications: matches.get_one("replications").copied(),
        threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
        markdown: matches.try_get_one("markdown").ok().flatten().copied().unwrap_or(false),
        trace: matches.try_get_one::<PathBuf>("trace").ok().flatten().cloned(),
    }
}

/// What `record` and `fit` have in common.
fn with_targets(command: Command, lang: Lang) -> Command {
    command
        .arg(file_argument("file", "FILE", words::targets(lang)))
        .arg(
            Arg::new("replications")
                .long("replications")
                .value_name("N")
                .value_parser(value_parser!(u32).range(2..=10_000_000))
                .help(words::replications(lang)),
        )
        .arg(threads_argument(words::threads(lang)))
}

/// `record`.
pub fn record_command(lang: Lang) -> Command {
    let command = Command::new("record").about(words::record(lang));
    with_targets(command, lang)
        .arg(Arg::new("markdown").long("markdown").action(ArgAction::SetTrue).help(words::markdown(lang)))
}

/// `fit`.
pub fn fit_command(lang: Lang) -> Command {
    let command = Command::new("fit").about(words::fit(lang));
    with_targets(command, lang).arg(
        Arg::new("trace")
            .long("trace")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(words::trace(lang)),
    )
}
