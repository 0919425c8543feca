//! `lendmix compare`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::study::{self, StudyArguments};
use super::{files_argument, path};
use crate::scenario::Override;
use crate::text::Lang;
use crate::text::words::arguments::compare as words;

/// What to compare.
#[derive(Clone, Debug)]
pub struct CompareArguments {
    /// What every command that simulates is told.
    pub study: StudyArguments,
    /// The scenario that the others are compared with: a file, or the name of one of them.
    pub baseline: Option<PathBuf>,
    /// Variants of every file: what is set over it in each.
    pub variants: Vec<Vec<Override>>,
    /// Metrics to show in place of the headline ones.
    pub metrics: Vec<String>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> CompareArguments {
    let many = |id: &str| -> Vec<String> { matches.get_many(id).map(|all| all.cloned().collect()).unwrap_or_default() };
    let values = |typed: &String| {
        let parts = typed.split([';', '；']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(Override::variant).collect()
    };
    CompareArguments {
        study: study::read(matches),
        baseline: path(matches, "baseline"),
        variants: many("variant").iter().map(values).collect(),
        metrics: many("metric").iter().flat_map(|ids| ids.split(',').map(|id| id.trim().to_owned())).collect(),
    }
}

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let repeatable = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).action(ArgAction::Append).help(help)
    };
    let command = Command::new("compare")
        .about(words::compare(lang))
        .after_help(words::examples(lang))
        .arg(files_argument(words::files(lang)))
        .arg(
            Arg::new("baseline")
                .long("baseline")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help(words::baseline(lang)),
        )
        .arg(repeatable("variant", "KEY=VALUE[;…]", words::variant(lang)))
        .arg(repeatable("metric", "COLUMN", words::metrics(lang)));
    study::with_mix(study::with_options(command, lang), words::mix(lang))
}
