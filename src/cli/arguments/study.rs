//! Options that every command that simulates has.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{path, paths};
use crate::scenario::Override;
use crate::text::Lang;

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
    command.arg(Arg::new("set").long("set").value_name("KEY=VALUE").action(ArgAction::Append).help(lang.pick(
        "A value in place of every file's, such as policy.fund.leverage_max=8; may be repeated",
        "取代各文件中的某个值，如 policy.fund.leverage_max=8；可重复",
    )))
}

/// Help of `--mix` where each mix takes the place of the file's, in English and Chinese.
pub const MIX: (&str, &str) = (
    "Mix of modes for the whole run: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20; each one is a scenario of its own",
    "整个模拟期的模式比例：自主=0.5,统还=0.3,固定=0.2 或 50/30/20；可重复，每个比例各为一个方案",
);

/// `--mix`.
pub fn with_mix(command: Command, help: (&'static str, &'static str), lang: Lang) -> Command {
    let mix = Arg::new("mix").long("mix").value_name("MIX").action(ArgAction::Append);
    command.arg(mix.help(lang.pick(help.0, help.1)))
}

/// Adds the options to a command that simulates.
pub fn with_options(command: Command, lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let number = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    with_set(command, lang)
        .arg(
            number(
                "replications",
                "N",
                say("Number of replications [default: the file's]", "模拟次数〔默认按方案文件〕"),
            )
            .value_parser(value_parser!(u32).range(1..=10_000_000)),
        )
        .arg(
            number(
                "seed",
                "N",
                say("Seed of the random numbers [default: the file's]", "随机数种子〔默认按方案文件〕"),
            )
            .value_parser(value_parser!(u64)),
        )
        .arg(
            number(
                "threads",
                "N",
                say(
                    "Threads [default: SLURM_CPUS_PER_TASK or all; results do not depend on it]",
                    "线程数〔默认 SLURM_CPUS_PER_TASK 或全部；结果与线程数无关〕",
                ),
            )
            .value_parser(value_parser!(u64).range(1..=1024)),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say("The run folder to write [default: outputs/<name>]", "结果文件夹〔默认 outputs/<方案名>〕")),
        )
        .arg(flag("force", say("Replace an existing run folder", "覆盖已有的结果文件夹")))
        .arg(flag("quiet", say("Print nothing but errors", "除错误外不打印")))
        .arg(flag("json", say("Print the answer as JSON", "以 JSON 打印结论")))
        .arg(Arg::new("tables").long("tables").value_name("TABLES").help(say(
            "Tables written row by row: a list of replications, months, townships, groups, or none",
            "逐行写出的表：replications、months、townships、groups，或 none",
        )))
}
