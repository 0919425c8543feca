//! Options of `report`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{file_argument, output_argument, path};
use crate::text::Lang;
use crate::text::words::report_command as words;

/// Options of `report`.
#[derive(Clone, Debug)]
pub struct ReportArguments {
    /// The run folder.
    pub run: PathBuf,
    /// The languages, that of the page first.
    pub languages: Vec<Lang>,
    /// File to write instead of the run's `report.html`.
    pub output: Option<PathBuf>,
    /// Replace that file.
    pub force: bool,
}

/// Reads the options; without `--lang` the user's language.
pub fn read(matches: &ArgMatches, lang: Lang) -> ReportArguments {
    let other = lang.pick(Lang::Zh, Lang::En);
    let languages = match matches.get_one::<String>("lang").map(String::as_str) {
        Some("both") => vec![lang, other],
        _ => vec![lang],
    };
    ReportArguments {
        run: path(matches, "run").unwrap_or_default(),
        languages,
        output: path(matches, "output"),
        force: matches.get_flag("force"),
    }
}

/// The command.
pub fn command(lang: Lang) -> Command {
    Command::new("report")
        .about(words::about(lang))
        .after_help(words::examples(lang))
        .arg(file_argument("run", "RUN", words::run_folder(lang)))
        // In place of the option of all commands, which does not know both.
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("zh|en|both")
                .value_parser(["zh", "en", "both"])
                .hide_possible_values(true)
                .help(words::languages(lang)),
        )
        .arg(output_argument("FILE", words::output(lang)))
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(words::force(lang)))
}
