//! `lendmix map`.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::files_argument;
use super::study::{self, StudyArguments};
use crate::text::Lang;

/// What to map.
#[derive(Clone, Debug)]
pub struct MapArguments {
    /// What every command that simulates is told; one file.
    pub study: StudyArguments,
    /// Steps from no lending in a mode to all of it.
    pub steps: u32,
    /// Metrics by which mixes are efficient or not, in place of the usual ones.
    pub axes: Vec<String>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> MapArguments {
    let axes = matches.get_many::<String>("axis").map(|all| all.cloned().collect()).unwrap_or_default();
    let steps = matches.get_one::<u32>("steps").copied().unwrap_or(10);
    MapArguments { study: study::read(matches), steps, axes }
}

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let command = Command::new("map")
        .about(say(
            "Simulate every mix of the three modes on the same luck and mark the efficient ones",
            "在同样的随机数上模拟三种模式的所有比例，标出有效的比例",
        ))
        .after_help(say(EXAMPLES.0, EXAMPLES.1))
        .arg(files_argument(say("Scenario file", "方案文件")).num_args(1))
        .arg(
            Arg::new("steps")
                .long("steps")
                .value_name("N")
                .value_parser(value_parser!(u32).range(1..=20))
                .help(say("Steps along each side: 10 gives 66 mixes [default: 10]", "每边的步数：10 步即 66 种比例〔默认 10〕")),
        )
        .arg(Arg::new("axis").long("axis").value_name("COLUMN").action(ArgAction::Append).help(say(
            "Metrics by which mixes are efficient or not, one of them households_borrowing or lent_yuan; may be repeated",
            "据以判断有效与否的指标，其中须有 households_borrowing 或 lent_yuan；可重复",
        )));
    study::with_options(command, lang)
}

const EXAMPLES: (&str, &str) = (
    "Examples:
  lendmix map scenarios/daoxian-2016.toml
  lendmix map scenarios/daoxian-2016.toml --set policy.lending.placement=open --steps 5 --replications 300
  lendmix map scenarios/daoxian-2016.toml --axis household_gain_yuan --axis depleted --axis lent_yuan

With placement \"eligible\" a mix beyond the households that fit a mode leaves part of the plan unlent; with \"open\" anyone may
be placed. Efficient: told apart from every other mix by an axis on which it is better. Dominated: another mix is at least as
good on every axis and told apart as better on one. All these tests hold together at 95% (Holm).",
    "示例：
  lendmix map scenarios/daoxian-2016.toml
  lendmix map scenarios/daoxian-2016.toml --set policy.lending.placement=open --steps 5 --replications 300
  lendmix map scenarios/daoxian-2016.toml --axis household_gain_yuan --axis depleted --axis lent_yuan

placement 为 eligible 时，超出适合农户的比例会有部分计划放不出去；为 open 时任何农户都可安排。
有效：与其他每一种比例相比，都至少有一项指标可以断定更优。被支配：另有一种比例各项均不差，且有一项可以断定更优。
全部检验一并校正（Holm），整体置信度95%。",
);
