//! Options of the commands that look into a finished run: `explain`, `groups`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{output_argument, path, threads_argument};
use crate::cli::explain::{ExplainArguments, Wanted};
use crate::cli::groups::GroupsArguments;
use crate::model::groups::Grouping;
use crate::text::Lang;
use crate::text::words::arguments::explain as words;

/// What the user gave of `explain`.
pub fn explain_arguments(matches: &ArgMatches) -> ExplainArguments {
    let flags = [
        ("worst", Wanted::Worst),
        ("median", Wanted::Median),
        ("at-depletion", Wanted::AtDepletion),
        ("autopsy", Wanted::Autopsy),
    ];
    let flag = flags.into_iter().find(|(id, _)| matches.get_flag(id)).map(|(_, wanted)| wanted);
    ExplainArguments {
        folder: path(matches, "run").unwrap_or_default(),
        scenario: matches.get_one::<String>("scenario").cloned(),
        // clap requires one of them.
        what: flag.unwrap_or_else(|| Wanted::Replication(matches.get_one("replication").copied().unwrap_or_default())),
        household: matches.get_one::<String>("household").cloned(),
        limit: matches.get_one("limit").copied().unwrap_or(DEFAULT_LIMIT),
        threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
        output: path(matches, "output"),
        json: matches.get_flag("json"),
    }
}

/// Depletions that an autopsy looks at unless told otherwise.
const DEFAULT_LIMIT: u32 = 200;

/// What the user gave of `groups`.
pub fn groups_arguments(matches: &ArgMatches) -> GroupsArguments {
    let by = matches.get_one::<String>("by");
    GroupsArguments {
        folder: path(matches, "run").unwrap_or_default(),
        scenario: matches.get_one::<String>("scenario").cloned(),
        by: by.and_then(|by| Grouping::ALL.into_iter().find(|grouping| grouping.key() == by)),
        json: matches.get_flag("json"),
    }
}

/// `explain`.
pub fn explain_command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let ways = ["replication", "worst", "median", "at-depletion", "autopsy"];
    Command::new("explain")
        .about(words::explain(lang))
        .after_help(words::explain_examples(lang))
        .arg(run_argument(lang))
        .arg(scenario_argument(lang))
        .arg(
            Arg::new("replication")
                .long("replication")
                .value_name("N")
                .value_parser(value_parser!(u32))
                .help(words::replication(lang)),
        )
        .arg(flag("worst", words::worst(lang)))
        .arg(flag("median", words::median(lang)))
        .arg(flag("at-depletion", words::depleted(lang)))
        .arg(flag("autopsy", words::autopsy(lang)))
        .group(clap::ArgGroup::new("what").args(ways).required(true))
        .arg(
            Arg::new("household")
                .long("household")
                .value_name("ID")
                .conflicts_with("autopsy")
                .help(words::household(lang)),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(value_parser!(u32).range(1..))
                .help(words::most(lang)),
        )
        .arg(threads_argument(words::threads(lang)))
        .arg(output_argument("DIR", words::output(lang)))
        .arg(flag("json", words::as_json(lang)))
}

/// `groups`.
pub fn groups_command(lang: Lang) -> Command {
    let keys = Grouping::ALL.map(Grouping::key);
    Command::new("groups")
        .about(words::groups(lang))
        .arg(run_argument(lang))
        .arg(scenario_argument(lang))
        .arg(Arg::new("by").long("by").value_name("GROUPING").value_parser(keys).help(words::by(lang)))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help(words::as_json(lang)))
}

fn run_argument(lang: Lang) -> Arg {
    let help = words::run_folder(lang);
    Arg::new("run").value_name("RUN").required(true).value_parser(value_parser!(PathBuf)).help(help)
}

fn scenario_argument(lang: Lang) -> Arg {
    let help = words::scenario(lang);
    Arg::new("scenario").long("scenario").value_name("NAME").help(help)
}
