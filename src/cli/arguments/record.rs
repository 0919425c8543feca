//! `lendmix record` and `lendmix fit`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::path;
use crate::text::Lang;

/// Options of `record` and `fit`.
#[derive(Clone, Debug)]
pub struct RecordArguments {
    /// File of targets.
    pub file: PathBuf,
    /// Instead of the file's number of replications.
    pub replications: Option<u32>,
    /// Threads to work on; the machine's if absent.
    pub threads: Option<usize>,
    /// Print the table as Markdown (`record`).
    pub markdown: bool,
    /// Where the trace goes (`fit`).
    pub trace: Option<PathBuf>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> RecordArguments {
    RecordArguments {
        file: path(matches, "file").unwrap_or_default(),
        replications: matches.get_one("replications").copied(),
        threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
        markdown: matches.try_get_one("markdown").ok().flatten().copied().unwrap_or(false),
        trace: matches.try_get_one::<PathBuf>("trace").ok().flatten().cloned(),
    }
}

/// What `record` and `fit` have in common.
fn with_targets(command: Command, lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    command
        .arg(Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)).help(say(
            "File of targets, such as scenarios/fit/daoxian-2016.toml",
            "目标文件，如 scenarios/fit/daoxian-2016.toml",
        )))
        .arg(
            Arg::new("replications")
                .long("replications")
                .value_name("N")
                .value_parser(value_parser!(u32).range(2..=10_000_000))
                .help(say(
                    "Replications of an evaluation [default: the file's]",
                    "每次评估的模拟次数〔默认按目标文件〕",
                )),
        )
        .arg(
            Arg::new("threads").long("threads").value_name("N").value_parser(value_parser!(u64).range(1..=1024)).help(
                say("Threads [default: all; results do not depend on it]", "线程数〔默认全部；结果与线程数无关〕"),
            ),
        )
}

/// `record`.
pub fn record_command(lang: Lang) -> Command {
    let command = Command::new("record")
        .about(lang.pick("Show a scenario's results against what is on record", "把方案的结果与实际记录对照"));
    with_targets(command, lang).arg(
        Arg::new("markdown")
            .long("markdown")
            .action(ArgAction::SetTrue)
            .help(lang.pick("Print the table as Markdown", "以 Markdown 表格打印")),
    )
}

/// `fit`.
pub fn fit_command(lang: Lang) -> Command {
    let command = Command::new("fit").about(lang.pick(
        "Fit values of a scenario to what is on record, with a trace of every evaluation",
        "按实际记录拟合方案中的参数，并记录每一次评估",
    ));
    with_targets(command, lang).arg(
        Arg::new("trace").long("trace").value_name("FILE").value_parser(value_parser!(PathBuf)).help(lang.pick(
            "Where the trace goes [default: beside the file, .trace.csv]",
            "评估记录的文件〔默认与目标文件同名的 .trace.csv〕",
        )),
    )
}
