//! `lendmix solve` and its questions.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

use super::study::{self, StudyArguments};
use crate::text::Lang;
use crate::text::words::arguments::solve as words;

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
        .about(words::solve(lang))
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
    let horizon = option("horizon", "MONTHS", words::horizon(lang));
    Command::new(name)
        .about(about)
        .after_help(examples)
        .arg(file.help(words::file(lang)))
        .arg(horizon.value_parser(value_parser!(u32).range(1..=600)))
}

/// The options of a command that simulates, and one mix.
fn with_options(command: Command, lang: Lang) -> Command {
    study::with_mix(study::with_options(command, lang), words::one_mix(lang))
}

fn survive_option(lang: Lang) -> Arg {
    let help = words::survive_default(lang);
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
    let command = question("fund", words::fund(lang), words::fund_examples(lang), lang)
        .arg(survive_option(lang))
        .arg(Arg::new("reacting").long("reacting").action(ArgAction::SetTrue).help(words::reacting(lang)))
        .arg(with_default(option("lent-min", "SHARE", words::lent_min(lang)), "0.95"))
        .arg(range_option(words::fund_range(lang)));
    with_options(command, lang)
}

fn leverage_command(lang: Lang) -> Command {
    let command = question("leverage", words::leverage(lang), words::leverage_examples(lang), lang)
        .arg(survive_option(lang))
        .arg(with_default(range_option(words::multiples(lang)), "2..20"));
    with_options(command, lang)
}

fn payout_command(lang: Lang) -> Command {
    let command = question("payout", words::payout(lang), words::payout_examples(lang), lang)
        .arg(with_default(
            option("mode", "MODE", words::mode(lang))
                .value_parser(["pooled", "fixed_benefit"])
                .hide_possible_values(true),
            "pooled",
        ))
        .arg(option("failing", "SHARE", words::failing(lang)))
        .arg(option("survive", "P", words::survive(lang)))
        .arg(with_default(range_option(words::payout_range(lang)), "0..0.2"));
    with_options(command, lang)
}

fn mix_command(lang: Lang) -> Command {
    let command = question("mix", words::mix(lang), words::mix_examples(lang), lang)
        .arg(option("maximise", "MEASURE", words::maximise(lang)).conflicts_with("minimise"))
        .arg(option("minimise", "MEASURE", words::minimise(lang)))
        .arg(option("subject-to", "CONDITIONS", words::conditions(lang)).action(ArgAction::Append))
        .arg(with_default(option("finest", "STEP", words::finest(lang)), "0.05"));
    // The mix is what is looked for: given, it is refused with a word on that.
    with_options(command, lang).mut_arg("mix", |mix| mix.hide(true))
}
