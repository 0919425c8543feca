//! Headings and standard options of help in the user's language.

use clap::{Arg, ArgAction, Command};

use crate::text::Lang;

/// Headings and the standard options in the user's language, for the command and its subcommands.
pub fn in_language(command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version).help("打印版本");
    headings_in_chinese(command.disable_version_flag(true).arg(version), "lendmix")
}

/// `path` is what a user types to get to the command.
fn headings_in_chinese(command: Command, path: &str) -> Command {
    let usage = if command.has_subcommands() { "[选项] <命令>" } else { "[选项] <参数>" };
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_string()).collect();
    let translated = names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| headings_in_chinese(sub, &path))
    });
    let usage = format!("{path} {usage}");
    translated
        .override_usage(usage)
        .help_template("{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n")
        .subcommand_help_heading("命令")
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).help("打印帮助"))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "参数" } else { "选项" };
            arg.help_heading(heading)
        })
}
