//! `lendmix map`.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::files_argument;
use super::study::{self, StudyArguments};
use crate::text::Lang;
use crate::text::words::arguments::map as words;

/// What to map.
#[derive(Clone, Debug)]
pub struct MapArguments {
    /// What every command that simulates is told; one file.
    pub study: StudyArguments,
    /// Steps from no lending in a mode to all of it.
    pub steps: u32,
    /// Metrics by which mixes are efficient or not, in place of the usual ones.
    pub axes: Vec<String>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> MapArguments {
    let axes = matches.get_many::<String>("axis").map(|all| all.cloned().collect()).unwrap_or_default();
    let steps = matches.get_one::<u32>("steps").copied().unwrap_or(10);
    MapArguments { study: study::read(matches), steps, axes }
}

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let command = Command::new("map")
        .about(words::map(lang))
        .after_help(words::examples(lang))
        .arg(files_argument(words::file(lang)).num_args(1))
        .arg(
            Arg::new("steps")
                .long("steps")
                .value_name("N")
                .value_parser(value_parser!(u32).range(1..=20))
                .help(words::steps(lang)),
        )
        .arg(Arg::new("axis").long("axis").value_name("COLUMN").action(ArgAction::Append).help(words::axes(lang)));
    study::with_options(command, lang)
}
