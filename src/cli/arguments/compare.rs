//! `lendmix compare`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::study::{self, StudyArguments};
use super::{files_argument, path};
use crate::scenario::Override;
use crate::text::Lang;

/// What to compare.
#[derive(Clone, Debug)]
pub struct CompareArguments {
    /// What every command that simulates is told.
    pub study: StudyArguments,
    /// The scenario that the others are compared with: a file, or the name of one of them.
    pub baseline: Option<PathBuf>,
    /// Variants of every file: what is set over it in each.
    pub variants: Vec<Vec<Override>>,
    /// Metrics to show in place of the headline ones.
    pub metrics: Vec<String>,
}

/// What the user gave.
pub fn read(matches: &ArgMatches) -> CompareArguments {
    let many = |id: &str| -> Vec<String> { matches.get_many(id).map(|all| all.cloned().collect()).unwrap_or_default() };
    let values = |typed: &String| {
        let parts = typed.split([';', '；']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(Override::variant).collect()
    };
    CompareArguments {
        study: study::read(matches),
        baseline: path(matches, "baseline"),
        variants: many("variant").iter().map(values).collect(),
        metrics: many("metric").iter().flat_map(|ids| ids.split(',').map(|id| id.trim().to_owned())).collect(),
    }
}

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let repeatable = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).action(ArgAction::Append).help(help)
    };
    let command = Command::new("compare")
        .about(say(
            "Compare scenarios or mixes with a baseline, pair by pair on the same luck",
            "在同样的随机数上逐次配对，把各方案或模式比例与基准比较",
        ))
        .after_help(say(EXAMPLES.0, EXAMPLES.1))
        .arg(files_argument(say(
            "Scenario files (2 to 20 scenarios with their variants); the first is the baseline",
            "方案文件（连同变体共2至20个）；第一个为基准",
        )))
        .arg(Arg::new("baseline").long("baseline").value_name("FILE").value_parser(clap::value_parser!(PathBuf)).help(
            say(
                "Scenario to compare the others with: one of the files, another file, or a variant's name",
                "作为基准的方案：所列文件之一、另一个文件，或某个变体的名称",
            ),
        ))
        .arg(repeatable(
            "variant",
            "KEY=VALUE[;…]",
            say(
                "A variant of each file beside it, with these values; may be repeated",
                "在每个文件之外另加一个变体，改用这些值；可重复",
            ),
        ))
        .arg(repeatable(
            "metric",
            "COLUMN",
            say(
                "Columns to show and judge instead of the headline ones (see `lendmix list columns`)",
                "改为显示并判断这些列（见 lendmix list columns）",
            ),
        ));
    study::with_mix(study::with_options(command, lang), MIX, lang)
}

/// Help of `--mix`, in English and Chinese.
const MIX: (&str, &str) = (
    "A variant of each file beside it, with this mix: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20; may be repeated",
    "在每个文件之外另加一个变体，改用此模式比例：自主=0.5,统还=0.3,固定=0.2 或 50/30/20；可重复",
);

const EXAMPLES: (&str, &str) = (
    "Examples:
  lendmix compare scenarios/daoxian-2016.toml scenarios/leverage-5x.toml scenarios/leverage-8x.toml
  lendmix compare scenarios/daoxian-2016.toml --mix 60/30/10 --mix 20/60/20        # today's mix beside two others
  lendmix compare scenarios/daoxian-2016.toml --variant policy.fund.leverage_max=5 --variant policy.fund.leverage_max=8
  lendmix compare a.toml b.toml --baseline b.toml --set run.months=60              # --set holds in every scenario

Each scenario meets the same households, weather, prices and failures in each replication. Differences are scenario less
baseline, with 95% intervals; verdicts hold together at 95% (Holm) over all the comparisons that are shown.",
    "示例：
  lendmix compare scenarios/daoxian-2016.toml scenarios/leverage-5x.toml scenarios/leverage-8x.toml
  lendmix compare scenarios/daoxian-2016.toml --mix 60/30/10 --mix 20/60/20        # 现行比例与另两种比例
  lendmix compare scenarios/daoxian-2016.toml --variant policy.fund.leverage_max=5 --variant policy.fund.leverage_max=8
  lendmix compare a.toml b.toml --baseline b.toml --set run.months=60              # --set 对所有方案生效

每次模拟中，各方案面对同样的农户、天气、价格和倒闭。差值为方案减基准，附95%区间；
结论按所列全部比较一并校正（Holm），整体置信度95%。",
);
