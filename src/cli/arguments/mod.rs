//! The command line: subcommands, options and their help in both languages.

mod checks;
mod compare;
mod explain;
mod language;
mod map;
mod plot;
mod record;
mod solve;
mod study;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::scenario::Override;
use crate::text::Lang;

use super::explain::ExplainArguments;
use super::groups::GroupsArguments;

pub use compare::CompareArguments;
pub use map::MapArguments;
pub use plot::PlotArguments;
pub use record::RecordArguments;
pub use solve::{Question, SolveArguments};
pub use study::StudyArguments;

/// What the user asked for.
#[derive(Clone, Debug)]
pub enum Task {
    /// Simulate scenarios.
    Run(StudyArguments),
    /// Compare scenarios with a baseline.
    Compare(CompareArguments),
    /// Simulate every mix of modes.
    Map(MapArguments),
    /// Solve an inverse question.
    Solve(SolveArguments),
    /// Check files without running.
    Check {
        /// The files.
        files: Vec<PathBuf>,
        /// What is set over each of them.
        sets: Vec<Override>,
        /// Mixes, each on every file.
        mixes: Vec<Override>,
    },
    /// Re-read a finished run and check it.
    CheckRun {
        /// The run folder.
        folder: PathBuf,
        /// Print the findings as JSON.
        json: bool,
        /// Print nothing but errors.
        quiet: bool,
    },
    /// Check the program on this machine.
    Selftest {
        /// Print the findings as JSON.
        json: bool,
        /// Print nothing but errors.
        quiet: bool,
    },
    /// Write a scenario to start from.
    Init {
        /// Name of the file to write.
        file: PathBuf,
        /// Whether templates of the tables are written beside it.
        with_templates: bool,
    },
    /// Write an example county with data of its own.
    Example {
        /// Folder to write into.
        folder: PathBuf,
    },
    /// Write the households of a scenario as a roster file.
    Roster {
        /// The scenario.
        file: PathBuf,
        /// Where to write; standard output if absent.
        output: Option<PathBuf>,
    },
    /// Measure a scenario by a file of targets.
    Record(RecordArguments),
    /// Fit values of a scenario to a file of targets.
    Fit(RecordArguments),
    /// Print the JSON Schema of a scenario file.
    Schema,
    /// Explain a replication, a household or all depletions of a finished run.
    Explain(ExplainArguments),
    /// Who gains, who loses in a finished run.
    Groups(GroupsArguments),
    /// Find the run that a file came from, and whether it is unchanged.
    Verify {
        /// The file.
        file: PathBuf,
        /// The run folder; the one around the file if absent.
        run: Option<PathBuf>,
    },
    /// Simulate a finished run again and compare its files.
    Reproduce {
        /// The run folder.
        run: PathBuf,
        /// Threads to work on.
        threads: Option<usize>,
        /// Show no progress.
        quiet: bool,
    },
    /// Draw the charts of a finished run again.
    Plot(PlotArguments),
    /// Print reference tables.
    List {
        /// Which table.
        what: Listing,
    },
}

/// A reference table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Columns of the tables of a run folder.
    Columns,
    /// Distributions that a file may name.
    Distributions,
    /// Keys of a scenario file.
    Keys,
    /// Keys of `[policy]`.
    Levers,
    /// Charts of a run.
    Charts,
}

/// Reads the command line into a task.
///
/// # Errors
///
/// What clap has to say, help and version included.
pub fn parse(arguments: &[std::ffi::OsString], lang: Lang) -> Result<Task, clap::Error> {
    let matches = command(lang).try_get_matches_from(arguments)?;
    let missing = || command(lang).error(clap::error::ErrorKind::MissingSubcommand, "");
    Ok(match matches.subcommand() {
        Some(("run", matches)) => Task::Run(study::read(matches)),
        Some(("check-run", matches)) => Task::CheckRun {
            folder: path(matches, "folder").unwrap_or_default(),
            json: matches.get_flag("json"),
            quiet: matches.get_flag("quiet"),
        },
        Some(("selftest", matches)) => {
            Task::Selftest { json: matches.get_flag("json"), quiet: matches.get_flag("quiet") }
        }
        Some(("compare", matches)) => Task::Compare(compare::read(matches)),
        Some(("map", matches)) => Task::Map(map::read(matches)),
        Some(("solve", matches)) => Task::Solve(solve::read(matches).ok_or_else(missing)?),
        Some(("check", matches)) => Task::Check {
            files: paths(matches, "files"),
            sets: study::overrides(matches, "set", Override::set),
            mixes: study::overrides(matches, "mix", Override::mix),
        },
        Some(("init", matches)) => Task::Init {
            file: path(matches, "name").unwrap_or_else(|| "scenario.toml".into()),
            with_templates: matches.get_flag("with-templates"),
        },
        Some(("example", matches)) => {
            Task::Example { folder: path(matches, "folder").unwrap_or_else(|| "example-county".into()) }
        }
        Some(("roster", matches)) => {
            Task::Roster { file: path(matches, "file").unwrap_or_default(), output: path(matches, "output") }
        }
        Some(("record", matches)) => Task::Record(record::read(matches)),
        Some(("fit", matches)) => Task::Fit(record::read(matches)),
        Some(("schema", _)) => Task::Schema,
        Some(("explain", matches)) => Task::Explain(explain::explain_arguments(matches)),
        Some(("groups", matches)) => Task::Groups(explain::groups_arguments(matches)),
        Some(("verify", matches)) => {
            Task::Verify { file: path(matches, "file").unwrap_or_default(), run: path(matches, "run") }
        }
        Some(("reproduce", matches)) => Task::Reproduce {
            run: path(matches, "run").unwrap_or_default(),
            threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
            quiet: matches.get_flag("quiet"),
        },
        Some(("plot", matches)) => Task::Plot(plot::read(matches)),
        Some(("list", matches)) => Task::List { what: listing(matches) },
        // clap requires one of the subcommands above.
        _ => return Err(missing()),
    })
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).map(|files| files.cloned().collect()).unwrap_or_default()
}

fn path(matches: &ArgMatches, id: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(id).cloned()
}

fn listing(matches: &ArgMatches) -> Listing {
    match matches.get_one::<String>("what").map(String::as_str) {
        Some("distributions") => Listing::Distributions,
        Some("keys") => Listing::Keys,
        Some("levers") => Listing::Levers,
        Some("charts") => Listing::Charts,
        _ => Listing::Columns,
    }
}

/// The whole command line in a language.
pub fn command(lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let lang_option = Arg::new("lang")
        .long("lang")
        .global(true)
        .value_name("zh|en")
        .value_parser(["zh", "en"])
        .hide_possible_values(true)
        .help(say("Language of what is printed [default: from the locale]", "输出语言〔默认按系统语言〕"));
    let command = Command::new("lendmix")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            "Simulates county poverty-alleviation microcredit: risk fund depletion, recovery rates, per-capita income gains",
            "模拟县域扶贫小额信贷：风险补偿金耗尽、贷款回收率、人均增收",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(lang_option)
        .subcommand(run_command(lang))
        .subcommand(compare::command(lang))
        .subcommand(map::command(lang))
        .subcommand(solve::command(lang))
        .subcommand(check_command(lang))
        .subcommand(checks::check_run_command(lang))
        .subcommand(checks::selftest_command(lang))
        .subcommand(init_command(lang))
        .subcommand(roster_command(lang))
        .subcommand(example_command(lang))
        .subcommand(explain::explain_command(lang))
        .subcommand(explain::groups_command(lang))
        .subcommand(plot::command(lang))
        .subcommand(plot::verify_command(lang))
        .subcommand(plot::reproduce_command(lang))
        .subcommand(list_command(lang))
        .subcommand(record::record_command(lang))
        .subcommand(record::fit_command(lang))
        .subcommand(Command::new("schema").about(lang.pick(
            "Print the JSON Schema of a scenario file, for editors",
            "打印方案文件的 JSON Schema（供编辑器使用）",
        )));
    language::in_language(command, lang)
}

fn run_command(lang: Lang) -> Command {
    let command = Command::new("run")
        .about(lang.pick(
            "Simulate one or several scenarios, write the run folder, print the answer",
            "模拟一个或多个方案，写出结果文件夹，打印结论",
        ))
        .after_help(lang.pick(RUN_EXAMPLES.0, RUN_EXAMPLES.1))
        .arg(files_argument(lang.pick(
            "Scenario files; several run side by side on the same luck",
            "方案文件；多个方案用同样的随机数并行比较",
        )));
    study::with_mix(study::with_options(command, lang), study::MIX, lang)
}

/// Examples of `run`, in English and Chinese.
const RUN_EXAMPLES: (&str, &str) = (
    "Examples:\n  lendmix run scenarios/daoxian-2016.toml\n  lendmix run scenarios/daoxian-2016.toml scenarios/leverage-5x.toml --replications 5000 --output outputs/leverage\n  lendmix run scenarios/daoxian-2016.toml --set policy.fund.leverage_max=8 --mix self=0.5,pooled=0.3,fixed=0.2",
    "示例：\n  lendmix run scenarios/daoxian-2016.toml\n  lendmix run scenarios/daoxian-2016.toml scenarios/leverage-5x.toml --replications 5000 --output outputs/leverage\n  lendmix run scenarios/daoxian-2016.toml --set policy.fund.leverage_max=8 --mix 自主=0.5,统还=0.3,固定=0.2",
);

fn check_command(lang: Lang) -> Command {
    let about = lang.pick(
        "Check scenario files without running: every mistake at once, and who set each value",
        "只检查不运行：一次列出全部错误，并说明每个值由谁设定",
    );
    let files = files_argument(lang.pick("Scenario files", "方案文件"));
    study::with_mix(study::with_set(Command::new("check").about(about).arg(files), lang), study::MIX, lang)
}

fn init_command(lang: Lang) -> Command {
    let help = lang.pick("File to write [default: scenario.toml]", "要写出的文件〔默认 scenario.toml〕");
    Command::new("init")
        .about(lang.pick("Write a complete, commented scenario to start from", "写出一份完整、带注释的方案作为起点"))
        .arg(Arg::new("name").value_name("NAME").value_parser(value_parser!(PathBuf)).help(help))
        .arg(Arg::new("with-templates").long("with-templates").action(ArgAction::SetTrue).help(lang.pick(
            "Write templates of roster, organisations and loan ledger beside it, with a description",
            "同时写出农户名册、经济组织名单和贷款台账的模板及说明",
        )))
}

fn example_command(lang: Lang) -> Command {
    let help = lang.pick("Folder to write into [default: example-county]", "要写入的文件夹〔默认 example-county〕");
    Command::new("example")
        .about(lang.pick(
            "Write an invented county with roster, organisations and loan ledger",
            "写出一个虚构的示例县，含农户名册、经济组织名单和贷款台账",
        ))
        .arg(Arg::new("folder").value_name("DIR").value_parser(value_parser!(PathBuf)).help(help))
}

fn roster_command(lang: Lang) -> Command {
    Command::new("roster")
        .about(
            lang.pick("Write the households of a scenario as a roster file (CSV)", "把方案中的农户写成名册文件（CSV）"),
        )
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.pick("Scenario file", "方案文件")),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(lang.pick("File to write [default: standard output]", "要写出的文件〔默认标准输出〕")),
        )
}

fn list_command(lang: Lang) -> Command {
    Command::new("list").about(lang.pick("Print reference tables", "打印参考表")).arg(
        Arg::new("what")
            .value_name("WHAT")
            .required(true)
            .value_parser(["columns", "distributions", "keys", "levers", "charts"])
            .hide_possible_values(true)
            .help(lang.pick(
                "Which table: columns, distributions, charts, keys (of a scenario file) or levers (what the county decides)",
                "哪一张表：columns（结果表的列）、distributions（分布）、charts（图）、keys（方案文件的键）或 levers（县里可以决定的键）",
            )),
    )
}

fn files_argument(help: &'static str) -> Arg {
    Arg::new("files").value_name("FILE").required(true).num_args(1..).value_parser(value_parser!(PathBuf)).help(help)
}
