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
    /// What becomes of it.
    pub form: ReportForm,
}

/// What becomes of a report.
#[derive(Clone, Debug)]
pub enum ReportForm {
    /// One HTML file.
    Html {
        /// File to write instead of the run's `report.html`.
        output: Option<PathBuf>,
        /// Replace that file.
        force: bool,
    },
    /// What it says, on standard output.
    Text,
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
        form: match matches.get_flag("text") {
            true => ReportForm::Text,
            false => ReportForm::Html { output: path(matches, "output"), force: matches.get_flag("force") },
        },
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
        .arg(
            Arg::new("text")
                .long("text")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["output", "force"])
                .help(words::text(lang)),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(words::force(lang)))
}
