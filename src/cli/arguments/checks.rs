//! Arguments of the commands that check: a finished run, the program itself.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::text::Lang;

/// `check-run`.
pub fn check_run_command(lang: Lang) -> Command {
    Command::new("check-run")
        .about(lang.pick(
            "Re-read a finished run: do its books close, are its numbers those of its tables, are the files unchanged",
            "重新读取已完成的运行结果：账目是否平衡、数字是否与各表一致、文件是否未被改动",
        ))
        .arg(
            Arg::new("folder")
                .value_name("RUN")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.pick("Run folder", "运行结果文件夹")),
        )
        .arg(json_argument(lang))
        .arg(quiet_argument(lang))
        .after_help(lang.pick(
            "Examples:\n  lendmix check-run outputs/daoxian-2016\n  lendmix check-run outputs/daoxian-2016 --json\n\nExit code: 0 everything holds, 1 something does not, 2 no run there",
            "示例：\n  lendmix check-run outputs/daoxian-2016\n  lendmix check-run outputs/daoxian-2016 --json\n\n退出码：0 全部通过，1 有不符，2 没有可检查的运行结果",
        ))
}

/// `selftest`.
pub fn selftest_command(lang: Lang) -> Command {
    Command::new("selftest")
        .about(lang.pick(
            "Check this program on this machine: known answers, equal bits, closed forms against simulated runs",
            "检验本程序在本机的计算：标准结果、逐位一致性、解析解与模拟结果对照",
        ))
        .arg(json_argument(lang))
        .arg(quiet_argument(lang))
        .after_help(lang.pick(
            "Takes seconds and needs no files.\n\nExit code: 0 everything passes, 1 something does not",
            "数秒即可完成，不需要任何文件。\n\n退出码：0 全部通过，1 有不符",
        ))
}

fn json_argument(lang: Lang) -> Arg {
    let help = lang.pick("Print the findings as JSON", "以 JSON 打印结果");
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(help)
}

fn quiet_argument(lang: Lang) -> Arg {
    let help = lang.pick("Print nothing but errors", "除错误外不打印");
    Arg::new("quiet").long("quiet").action(ArgAction::SetTrue).help(help)
}
