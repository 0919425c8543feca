//! Arguments of the commands that check: a finished run, the program itself.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::text::Lang;
use crate::text::words::arguments::checks as words;

/// `check-run`.
pub fn check_run_command(lang: Lang) -> Command {
    Command::new("check-run")
        .about(words::check_run(lang))
        .arg(
            Arg::new("folder")
                .value_name("RUN")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(words::run_folder(lang)),
        )
        .arg(json_argument(lang))
        .arg(quiet_argument(lang))
        .after_help(words::check_run_examples(lang))
}

/// `selftest`.
pub fn selftest_command(lang: Lang) -> Command {
    Command::new("selftest")
        .about(words::selftest(lang))
        .arg(json_argument(lang))
        .arg(quiet_argument(lang))
        .after_help(words::selftest_after(lang))
}

fn json_argument(lang: Lang) -> Arg {
    let help = words::as_json(lang);
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(help)
}

fn quiet_argument(lang: Lang) -> Arg {
    let help = words::quiet(lang);
    Arg::new("quiet").long("quiet").action(ArgAction::SetTrue).help(help)
}
