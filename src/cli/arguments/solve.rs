//! `lendmix solve` and its questions.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

use super::study::{self, StudyArguments};
use crate::text::Lang;

/// What is to be solved for one scenario.
#[derive(Clone, Debug)]
pub struct SolveArguments {
    /// What every command that simulates takes.
    pub study: StudyArguments,
    /// Months that count; the file's if absent.
    pub horizon: Option<u32>,
    /// The question.
    pub question: Question,
}

/// A question, its options as typed.
#[derive(Clone, Debug)]
pub enum Question {
    /// The smallest fund that survives.
    Fund {
        /// Probability of survival.
        survive: String,
        /// Whether lending reacts to the fund's balance.
        reacting: bool,
        /// Smallest share of the plan that must be lent, where lending reacts.
        lent_min: String,
        /// Where to look, where lending reacts.
        range: Option<String>,
    },
    /// The largest leverage at which the fund survives.
    Leverage {
        /// Probability of survival.
        survive: String,
        /// Where to look.
        range: String,
    },
    /// The largest guaranteed pay-out that organisations can afford.
    Payout {
        /// Mode: `pooled` or `fixed_benefit`.
        mode: String,
        /// Largest share of organisations that may fail.
        failing: Option<String>,
        /// Probability with which the fund must survive.
        survive: Option<String>,
        /// Where to look.
        range: String,
    },
    /// The best mix under conditions.
    Mix {
        /// Measure to maximise or minimise.
        objective: String,
        /// Whether more is better.
        maximise: bool,
        /// Conditions.
        conditions: Vec<String>,
        /// Finest step of the shares.
        finest: String,
    },
}

/// What the user gave; `None` if no question was named.
pub fn read(matches: &ArgMatches) -> Option<SolveArguments> {
    let (name, matches) = matches.subcommand()?;
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    // Arguments that have a default are always there.
    let given = |id: &str| text(id).unwrap_or_default();
    let question = match name {
        "fund" => Question::Fund {
            survive: given("survive"),
            reacting: matches.get_flag("reacting"),
            lent_min: given("lent-min"),
            range: text("range"),
        },
        "leverage" => Question::Leverage { survive: given("survive"), range: given("range") },
        "payout" => Question::Payout {
            mode: given("mode"),
            failing: text("failing"),
            survive: text("survive"),
            range: given("range"),
        },
        _ => Question::Mix {
            objective: text("maximise").or_else(|| text("minimise")).unwrap_or_default(),
            maximise: text("minimise").is_none(),
            conditions: matches.get_many::<String>("subject-to").map(|all| all.cloned().collect()).unwrap_or_default(),
            finest: given("finest"),
        },
    };
    Some(SolveArguments { study: study::read(matches), horizon: matches.get_one("horizon").copied(), question })
}

/// `lendmix solve`.
pub fn command(lang: Lang) -> Command {
    Command::new("solve")
        .about(lang.pick(
            "Inverse questions: the smallest fund, the largest leverage or pay-out, the best mix",
            "反向求解：最小补偿金、最大杠杆或分红、最佳结构",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(fund_command(lang))
        .subcommand(leverage_command(lang))
        .subcommand(payout_command(lang))
        .subcommand(mix_command(lang))
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn question(name: &'static str, about: &'static str, examples: &'static str, lang: Lang) -> Command {
    let file = Arg::new("files").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    let horizon = option(
        "horizon",
        "MONTHS",
        lang.pick(
            "Months that count; later claims do not matter [default: the file's]",
            "只考虑前多少个月，其后的代偿不计〔默认按方案文件〕",
        ),
    );
    Command::new(name)
        .about(about)
        .after_help(examples)
        .arg(file.help(lang.pick("Scenario file", "方案文件")))
        .arg(horizon.value_parser(value_parser!(u32).range(1..=600)))
}

/// Help of `--mix` where one mix takes the place of the file's, in English and Chinese.
const MIX: (&str, &str) = (
    "Mix of modes in place of the file's: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20",
    "取代方案文件的模式比例：自主=0.5,统还=0.3,固定=0.2 或 50/30/20",
);

/// The options of a command that simulates, and one mix.
fn with_options(command: Command, lang: Lang) -> Command {
    study::with_mix(study::with_options(command, lang), MIX, lang)
}

fn survive_option(lang: Lang) -> Arg {
    let help = lang
        .pick("Probability with which the fund must survive [default: 0.99]", "补偿金不耗尽的概率要求〔默认 0.99〕");
    with_default(option("survive", "P", help), "0.99")
}

/// The default stands in the help, in the user's language.
fn with_default(arg: Arg, value: &'static str) -> Arg {
    arg.default_value(value).hide_default_value(true)
}

fn range_option(help: &'static str) -> Arg {
    option("range", "LOW..HIGH", help)
}

fn fund_command(lang: Lang) -> Command {
    let command = question(
        "fund",
        lang.pick("The smallest fund that survives with a given probability", "以给定概率不耗尽的最小补偿金"),
        lang.pick(
            "Planned lending is held unless --reacting: then the leverage cap and limits by the fund react, and lending is a condition.\n\nExamples:\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99 --horizon 60\n  lendmix solve fund scenarios/daoxian-2016.toml --reacting --lent-min 0.90",
            "默认按计划放贷；加 --reacting 时，杠杆上限和按补偿金设的上限随余额起作用，并要求放贷达到计划的一定比例。\n\n示例：\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99 --horizon 60\n  lendmix solve fund scenarios/daoxian-2016.toml --reacting --lent-min 0.90",
        ),
        lang,
    )
    .arg(survive_option(lang))
    .arg(Arg::new("reacting").long("reacting").action(ArgAction::SetTrue).help(lang.pick(
        "Let lending react to the fund's balance",
        "允许放贷随补偿金余额变动",
    )))
    .arg(with_default(
        option(
            "lent-min",
            "SHARE",
            lang.pick(
                "With --reacting: least share of the plan that is lent [default: 0.95]",
                "与 --reacting 合用：放贷至少达到计划的比例〔默认 0.95〕",
            ),
        ),
        "0.95",
    ))
    .arg(range_option(lang.pick(
        "With --reacting: funds to look at, in yuan [default: a quarter to four times the file's]",
        "与 --reacting 合用：求解范围（元）〔默认为方案资金的四分之一至四倍〕",
    )));
    with_options(command, lang)
}

fn leverage_command(lang: Lang) -> Command {
    let command = question(
        "leverage",
        lang.pick("The largest leverage at which the fund survives", "补偿金不耗尽的最大杠杆倍数"),
        lang.pick(
            "Examples:\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.95 --range 5..30",
            "示例：\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.95 --range 5..30",
        ),
        lang,
    )
    .arg(survive_option(lang))
    .arg(with_default(
        range_option(lang.pick("Multiples to look at [default: 2..20]", "求解范围（倍）〔默认 2..20〕")),
        "2..20",
    ));
    with_options(command, lang)
}

fn payout_command(lang: Lang) -> Command {
    let command = question(
        "payout",
        lang.pick("The largest guaranteed pay-out that organisations can afford", "组织付得起的最高约定分红"),
        lang.pick(
            "Organisations must fail by their own cash (failure = \"structural\").\n\nExamples:\n  lendmix solve payout scenarios/payout-10.toml --failing 0.5\n  lendmix solve payout scenarios/payout-10.toml --survive 0.99",
            "组织须按自身现金流倒闭（failure = \"structural\"）。\n\n示例：\n  lendmix solve payout scenarios/payout-10.toml --failing 0.5\n  lendmix solve payout scenarios/payout-10.toml --survive 0.99",
        ),
        lang,
    )
    .arg(with_default(
        option(
            "mode",
            "MODE",
            lang.pick(
                "pooled or fixed_benefit [default: pooled]",
                "pooled（分贷统用统还）或 fixed_benefit（固定受益）〔默认 pooled〕",
            ),
        )
        .value_parser(["pooled", "fixed_benefit"])
        .hide_possible_values(true),
        "pooled",
    ))
    .arg(option(
        "failing",
        "SHARE",
        lang.pick(
            "Most failures per organisation that are accepted, the development company included [default: 0.1, unless --survive is given]",
            "可接受的组织倒闭率（含开发公司）〔默认 0.1；若给出 --survive 则不设〕",
        ),
    ))
    .arg(option("survive", "P", lang.pick("Probability with which the fund must survive", "补偿金不耗尽的概率要求")))
    .arg(with_default(
        range_option(lang.pick(
            "Pay-outs to look at, a share of the credit a year [default: 0..0.2]",
            "求解范围，每年分红占贷款额的比例〔默认 0..0.2〕",
        )),
        "0..0.2",
    ));
    with_options(command, lang)
}

fn mix_command(lang: Lang) -> Command {
    let command = question(
        "mix",
        lang.pick("The best mix of modes under conditions", "满足条件的最佳模式结构"),
        lang.pick(
            "Measures: gain (yuan a head and year), recovery (share), lent (share of plan), households, depletion (probability),\nbudget and cost (yuan over the run), failing (failures per organisation).\nUnless lent or households is named, lent>=0.95 is a condition: everything else can be won by not lending.\n\nExamples:\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=0.01\"\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=1%,budget<=60m,lent>=0.9\"",
            "指标：gain（人均年增收，元）、recovery（回收率）、lent（放贷占计划）、households（贷款户数）、depletion（耗尽概率）、\nbudget 和 cost（全期财政支出、公共成本，元）、failing（组织倒闭率）。也可写中文：增收、回收率、放贷、户数、耗尽、财政支出、公共成本、倒闭。\n未提到 lent 或 households 时，自动要求 lent>=0.95：否则不放贷就能赢。\n\n示例：\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=0.01\"\n  lendmix solve mix scenarios/mix-balanced.toml --maximise 增收 --subject-to \"耗尽<=1%,财政支出<=6000万,放贷>=0.9\"",
        ),
        lang,
    )
    .arg(option("maximise", "MEASURE", lang.pick("Measure to maximise [default: gain]", "求最大的指标〔默认 gain〕")).conflicts_with("minimise"))
    .arg(option("minimise", "MEASURE", lang.pick("Measure to minimise", "求最小的指标")))
    .arg(
        option("subject-to", "CONDITIONS", lang.pick("Conditions, such as depletion<=0.01,lent>=0.9; may be repeated", "条件，如 depletion<=0.01,lent>=0.9；可重复"))
            .action(ArgAction::Append),
    )
    .arg(with_default(
        option(
            "finest",
            "STEP",
            lang.pick(
                "Finest step of the shares: 0.1, 0.05 or 0.025 [default: 0.05]",
                "比例的最小步长：0.1、0.05 或 0.025〔默认 0.05〕",
            ),
        ),
        "0.05",
    ));
    // The mix is what is looked for: given, it is refused with a word on that.
    with_options(command, lang).mut_arg("mix", |mix| mix.hide(true))
}
