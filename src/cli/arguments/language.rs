//! Headings and standard options of help in the user's language.

use clap::{Arg, ArgAction, Command};

use crate::text::Lang;
use crate::text::words::arguments::commands as words;

/// Headings and the standard options in the user's language, for the command and its subcommands.
pub fn in_language(command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version).help(words::version(lang));
    headings(command.disable_version_flag(true).arg(version), "lendmix", lang)
}

/// `path` is what a user types to get to the command.
fn headings(command: Command, path: &str, lang: Lang) -> Command {
    let usage = if command.has_subcommands() { words::usage_with_command(lang) } else { words::usage(lang) };
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
    let translated = names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| headings(sub, &path, lang))
    });
    let usage = format!("{path} {usage}");
    translated
        .override_usage(usage)
        .help_template(words::help_page(lang))
        .subcommand_help_heading(words::commands(lang))
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help(words::help(lang)))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { words::arguments(lang) } else { words::options(lang) };
            arg.help_heading(heading)
        })
}
