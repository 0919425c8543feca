//! Options of `plot`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{file_argument, output_argument, path, threads_argument};
use crate::figures::FIGURES;
use crate::plots::{Tone, Width};
use crate::text::Lang;
use crate::text::words::arguments::plot as words;

/// Options of `plot`.
#[derive(Clone, Debug)]
pub struct PlotArguments {
    /// The run folder.
    pub run: PathBuf,
    /// Names of figures; all if empty.
    pub charts: Vec<String>,
    /// Width on paper.
    pub width: Width,
    /// Colour or grey.
    pub tone: Tone,
    /// Whether SVG is written.
    pub svg: bool,
    /// Whether PNG is written.
    pub png: bool,
    /// Folder to write into instead of the run's.
    pub output: Option<PathBuf>,
}

/// Reads the options.
pub fn read(matches: &ArgMatches) -> PlotArguments {
    let words = |id: &str| -> Vec<String> {
        matches.get_many::<String>(id).map(|words| words.cloned().collect()).unwrap_or_default()
    };
    let word = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let formats = words("format");
    let wanted = |format: &str| formats.is_empty() || formats.iter().any(|named| named == format);
    PlotArguments {
        run: path(matches, "run").unwrap_or_default(),
        charts: words("chart"),
        width: Width::ALL.into_iter().find(|width| word("width") == Some(width.key())).unwrap_or(Width::Double),
        tone: Tone::ALL.into_iter().find(|tone| word("colour") == Some(tone.key())).unwrap_or(Tone::Colour),
        svg: wanted("svg"),
        png: wanted("png"),
        output: path(matches, "output"),
    }
}

/// The command.
pub fn command(lang: Lang) -> Command {
    let ids = FIGURES.iter().map(|figure| figure.id);
    let choice = |name: &'static str, values: [&'static str; 2], help: &'static str| {
        Arg::new(name).long(name).value_name("NAME").value_parser(values).hide_possible_values(true).help(help)
    };
    Command::new("plot")
        .about(words::plot(lang))
        .after_help(words::plot_examples(lang))
        .arg(file_argument("run", "RUN", words::run_folder(lang)))
        .arg(
            Arg::new("chart")
                .long("chart")
                .value_name("NAME")
                .action(ArgAction::Append)
                .value_parser(clap::builder::PossibleValuesParser::new(ids))
                .hide_possible_values(true)
                .help(words::chart(lang)),
        )
        .arg(choice("width", ["single", "double"], words::width(lang)))
        .arg(choice("colour", ["colour", "grey"], words::colour(lang)))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("LIST")
                .value_delimiter(',')
                .action(ArgAction::Append)
                .value_parser(["svg", "png"])
                .hide_possible_values(true)
                .help(words::format(lang)),
        )
        .arg(output_argument("DIR", words::output(lang)))
}

/// `verify`.
pub fn verify_command(lang: Lang) -> Command {
    Command::new("verify")
        .about(words::verify(lang))
        .after_help(words::verify_examples(lang))
        .arg(file_argument("file", "FILE", words::file(lang)))
        .arg(
            Arg::new("run")
                .long("run")
                .value_name("RUN")
                .value_parser(value_parser!(PathBuf))
                .help(words::run_around(lang)),
        )
}

/// `reproduce`.
pub fn reproduce_command(lang: Lang) -> Command {
    Command::new("reproduce")
        .about(words::reproduce(lang))
        .after_help(words::reproduce_examples(lang))
        .arg(file_argument("run", "RUN", words::run_folder(lang)))
        .arg(threads_argument(words::threads(lang)))
        .arg(Arg::new("quiet").long("quiet").action(ArgAction::SetTrue).help(words::no_progress(lang)))
}
