//! Options that every command that simulates has.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{output_argument, path, paths};
use crate::scenario::Override;
use crate::text::Lang;
use crate::text::words::arguments::study as words;

/// What to simulate, and where results go.
#[derive(Clone, Debug)]
pub struct StudyArguments {
    /// Scenario files, side by side on the same luck.
    pub files: Vec<PathBuf>,
    /// Values that hold in every scenario.
    pub sets: Vec<Override>,
    /// Mixes of modes.
    pub mixes: Vec<Override>,
    /// Instead of the file's number of replications.
    pub replications: Option<u32>,
    /// Instead of the file's seed.
    pub seed: Option<u64>,
    /// Threads to work on; the machine's if absent.
    pub threads: Option<usize>,
    /// The run folder itself.
    pub output: Option<PathBuf>,
    /// Replace an existing run folder.
    pub force: bool,
    /// Print nothing but errors.
    pub quiet: bool,
    /// Whether charts of characters are left out of what is printed.
    pub plain: bool,
    /// Print the answer as JSON.
    pub json: bool,
    /// Tables to write row by row, as typed.
    pub tables: Option<String>,
}

/// What the user gave of the options of [`with_options`].
pub fn read(matches: &ArgMatches) -> StudyArguments {
    StudyArguments {
        files: paths(matches, "files"),
        sets: overrides(matches, "set", Override::set),
        mixes: overrides(matches, "mix", Override::mix),
        replications: matches.get_one("replications").copied(),
        seed: matches.get_one("seed").copied(),
        threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
        output: path(matches, "output"),
        force: matches.get_flag("force"),
        quiet: matches.get_flag("quiet"),
        plain: matches.get_flag("plain"),
        json: matches.get_flag("json"),
        tables: matches.get_one::<String>("tables").cloned(),
    }
}

/// The values of a repeatable option as overrides.
pub fn overrides(matches: &ArgMatches, id: &str, of: impl Fn(String) -> Override) -> Vec<Override> {
    // A map has no option for mixes: it has them all.
    let typed = matches.try_get_many::<String>(id).ok().flatten();
    typed.map(|typed| typed.cloned().map(of).collect()).unwrap_or_default()
}

/// `--set`.
pub fn with_set(command: Command, lang: Lang) -> Command {
    command.arg(Arg::new("set").long("set").value_name("KEY=VALUE").action(ArgAction::Append).help(words::set(lang)))
}

/// `--mix`.
pub fn with_mix(command: Command, help: &'static str) -> Command {
    let mix = Arg::new("mix").long("mix").value_name("MIX").action(ArgAction::Append);
    command.arg(mix.help(help))
}

/// Adds the options to a command that simulates.
pub fn with_options(command: Command, lang: Lang) -> Command {
    let number = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    with_set(command, lang)
        .arg(
            number("replications", "N", words::replications(lang))
                .value_parser(value_parser!(u32).range(1..=10_000_000)),
        )
        .arg(number("seed", "N", words::seed(lang)).value_parser(value_parser!(u64)))
        .arg(number("threads", "N", words::threads(lang)).value_parser(value_parser!(u64).range(1..=1024)))
        .arg(output_argument("DIR", words::output(lang)))
        .arg(flag("force", words::force(lang)))
        .arg(flag("quiet", words::quiet(lang)))
        .arg(flag("plain", words::plain(lang)))
        .arg(flag("json", words::as_json(lang)))
        .arg(Arg::new("tables").long("tables").value_name("TABLES").help(words::tables(lang)))
}
