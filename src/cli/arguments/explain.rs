//! Options of the commands that look into a finished run: `explain`, `groups`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::path;
use crate::cli::explain::{ExplainArguments, Wanted};
use crate::cli::groups::GroupsArguments;
use crate::model::groups::Grouping;
use crate::text::Lang;

/// What the user gave of `explain`.
pub fn explain_arguments(matches: &ArgMatches) -> ExplainArguments {
    let flags = [
        ("worst", Wanted::Worst),
        ("median", Wanted::Median),
        ("at-depletion", Wanted::AtDepletion),
        ("autopsy", Wanted::Autopsy),
    ];
    let flag = flags.into_iter().find(|(id, _)| matches.get_flag(id)).map(|(_, wanted)| wanted);
    ExplainArguments {
        folder: path(matches, "run").unwrap_or_default(),
        scenario: matches.get_one::<String>("scenario").cloned(),
        // clap requires one of them.
        what: flag.unwrap_or_else(|| Wanted::Replication(matches.get_one("replication").copied().unwrap_or_default())),
        household: matches.get_one::<String>("household").cloned(),
        limit: matches.get_one("limit").copied().unwrap_or(DEFAULT_LIMIT),
        threads: matches.get_one::<u64>("threads").map(|threads| *threads as usize),
        output: path(matches, "output"),
        json: matches.get_flag("json"),
    }
}

/// Depletions that an autopsy looks at unless told otherwise.
const DEFAULT_LIMIT: u32 = 200;

/// What the user gave of `groups`.
pub fn groups_arguments(matches: &ArgMatches) -> GroupsArguments {
    let by = matches.get_one::<String>("by");
    GroupsArguments {
        folder: path(matches, "run").unwrap_or_default(),
        scenario: matches.get_one::<String>("scenario").cloned(),
        by: by.and_then(|by| Grouping::ALL.into_iter().find(|grouping| grouping.key() == by)),
        json: matches.get_flag("json"),
    }
}

/// `explain`.
pub fn explain_command(lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let ways = ["replication", "worst", "median", "at-depletion", "autopsy"];
    Command::new("explain")
        .about(say(
            "Why a replication of a finished run went as it did; what a household would have had under each mode",
            "解释一次模拟：补偿金为何耗尽；某一农户在各模式下的账",
        ))
        .after_help(say(
            "Examples:\n  lendmix explain outputs/daoxian-2016 --worst\n  lendmix explain outputs/daoxian-2016 --replication 17 --household 42\n  lendmix explain outputs/daoxian-2016 --autopsy",
            "示例：\n  lendmix explain outputs/daoxian-2016 --worst\n  lendmix explain outputs/daoxian-2016 --replication 17 --household 42\n  lendmix explain outputs/daoxian-2016 --autopsy",
        ))
        .arg(run_argument(lang))
        .arg(scenario_argument(lang))
        .arg(Arg::new("replication").long("replication").value_name("N").value_parser(value_parser!(u32))
            .help(say("This replication", "第 N 号模拟")))
        .arg(flag("worst", say("The one with the largest unpaid claims; without any, the largest fund needed", "未付代偿最多的一次；若均已付清，则为所需补偿金最大的一次")))
        .arg(flag("median", say("The one with the median of the fund needed", "所需补偿金居中的一次")))
        .arg(flag("at-depletion", say("The one that ran dry in the median month of depletion", "耗尽月份居中的一次")))
        .arg(flag("autopsy", say("All that ran dry: first causes, warnings, false alarms", "剖析全部耗尽的模拟：首要原因、预警与误报")))
        .group(clap::ArgGroup::new("what").args(ways).required(true))
        .arg(Arg::new("household").long("household").value_name("ID").conflicts_with("autopsy")
            .help(say("The ledger of this household under each mode", "该户在各模式下的账")))
        .arg(Arg::new("limit").long("limit").value_name("N").value_parser(value_parser!(u32).range(1..))
            .help(say("Autopsy: depletions looked at, and as many replications without [default: 200]", "剖析的耗尽次数上限，并对照同样多的未耗尽次数〔默认200〕")))
        .arg(Arg::new("threads").long("threads").value_name("N").value_parser(value_parser!(u64).range(1..=1024))
            .help(say("Threads [default: SLURM_CPUS_PER_TASK or all; results do not depend on it]", "线程数〔默认 SLURM_CPUS_PER_TASK 或全部；结果与线程数无关〕")))
        .arg(Arg::new("output").long("output").short('o').value_name("DIR").value_parser(value_parser!(PathBuf))
            .help(say("Folder for the tables [default: explain/ in the run folder]", "表格保存的文件夹〔默认结果文件夹下的 explain/〕")))
        .arg(flag("json", say("Print as JSON", "以 JSON 打印")))
}

/// `groups`.
pub fn groups_command(lang: Lang) -> Command {
    let keys = Grouping::ALL.map(Grouping::key);
    Command::new("groups")
        .about(lang.pick(
            "Who gains, who loses: by mode, township, household size and income decile",
            "谁增收、谁减收：按贷款模式、乡镇、户人口和收入十等分组",
        ))
        .arg(run_argument(lang))
        .arg(scenario_argument(lang))
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("GROUPING")
                .value_parser(keys)
                .help(lang.pick("One grouping only [default: all but township]", "只看一种分组〔默认除乡镇外全部〕")),
        )
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help(lang.pick("Print as JSON", "以 JSON 打印")))
}

fn run_argument(lang: Lang) -> Arg {
    let help = lang.pick("Folder of a finished run", "已完成运行的结果文件夹");
    Arg::new("run").value_name("RUN").required(true).value_parser(value_parser!(PathBuf)).help(help)
}

fn scenario_argument(lang: Lang) -> Arg {
    let help = lang.pick("Scenario, where the run has several", "方案名（一次运行有多个方案时）");
    Arg::new("scenario").long("scenario").value_name("NAME").help(help)
}
