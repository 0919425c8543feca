//! Why a question cannot be asked of a file, in words.

use crate::text::{Lang, number};

use super::measure::Measure;

/// Why a question cannot be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// An option that does not say what it should.
    Option {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
    },
    /// A condition that names no measure.
    NoMeasure {
        /// What was typed.
        typed: String,
    },
    /// A horizon beyond the end of the file's run.
    Horizon {
        /// Months asked for.
        asked: u32,
        /// Months of the file.
        months: u32,
    },
    /// More than one file.
    OneFile,
    /// More than one mix.
    OneMix,
    /// `--mix` where mixes are what is looked for.
    MixGiven,
    /// The file changes the lever at a date, or in another way does not take the value.
    NotTaken {
        /// Path of the key.
        key: String,
        /// The value that was set.
        value: f64,
        /// What holds instead in some month.
        found: Option<f64>,
    },
    /// The lever moves nothing in this file.
    NothingMoves(Idle),
    /// The opening fund is nothing, and no range was given.
    NoRange,
}

/// Why a lever moves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Organisations fail by a draw of their own.
    NoStructuralOrganisation,
    /// The development company fails by a draw of its own.
    NoStructuralCompany,
    /// Nothing is lent in the mode.
    ModeNotLent,
    /// Planned lending is held: no cap.
    LendingHeld,
}

impl Refusal {
    /// The refusal in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Refusal::Option { option, typed } => option_words(option, typed, lang),
            Refusal::NoMeasure { typed } => {
                let names = Measure::ALL.map(|measure| format!("{} ({})", measure.key(), measure.label(lang))).join(", ");
                lang.pick(
                    format!("`{typed}` is no condition on a measure: write such as depletion<=0.01 or lent>=95%, several separated by commas. Measures: {names}"),
                    format!("“{typed}”不是对指标的条件：应写成 depletion<=0.01、lent>=95%这样，多个条件用逗号分开。指标有：{names}"),
                )
            }
            Refusal::Horizon { asked, months } => lang.pick(
                format!("--horizon {asked}: the file runs for {months} months. Give at most that, or let the file run longer with --set run.months={asked} (years that have no plan yet must then be given)"),
                format!("--horizon {asked}：方案文件只模拟{months}个月。请不要超过它，或用 --set run.months={asked}延长模拟（届时须补上新增年份的计划等数值）"),
            ),
            Refusal::OneFile => lang.pick(
                "a question is solved for one scenario: give one file".into(),
                "一次只对一个方案求解：请只给一个文件".into(),
            ),
            Refusal::OneMix => lang.pick(
                "a question is solved for one mix: give --mix once".into(),
                "一次只对一种结构求解：--mix 请只写一次".into(),
            ),
            Refusal::MixGiven => lang.pick(
                "the mix is what is looked for: leave --mix out".into(),
                "结构正是要求解的内容：请去掉 --mix".into(),
            ),
            Refusal::NotTaken { key, value, found } => {
                let instead = found.map_or_else(|| "–".to_owned(), |found| number(found, 4));
                lang.pick(
                    format!("{key} was set to {value}, but in some month of the run it is {instead}: the file changes it at a date. Take that change out of [policy.changes] first, so that one value holds"),
                    format!("已将{key}设为{value}，但模拟期内某些月份为{instead}：方案文件对它另有变动。请先从 [policy.changes] 中去掉该变动，使全期只有一个值"),
                )
            }
            Refusal::NothingMoves(idle) => idle_words(*idle, lang),
            Refusal::NoRange => lang.pick(
                "the file pays nothing into the fund in the first month: say where to look, such as --range 5m..40m".into(),
                "方案首月没有注资：请用 --range 指定求解范围，如 --range 500万..4000万".into(),
            ),
        }
    }
}

fn option_words(option: &str, typed: &str, lang: Lang) -> String {
    let allowed = match option {
        "--survive" => {
            lang.pick("a probability from 0.5 to below 1, such as 0.99 or 99%", "0.5至1（不含）之间的概率，如0.99或99%")
        }
        "--lent-min" => {
            lang.pick("a share of the plan from 0 to 1, such as 0.95 or 95%", "占计划的比例，0至1，如0.95或95%")
        }
        "--failing" => lang.pick("a share of organisations from 0 to 1, such as 0.1", "组织倒闭率，0至1，如0.1"),
        "--range" => lang.pick(
            "two numbers, the smaller first, such as 2..20 or 5m..40m",
            "由小到大的两个数，如2..20或500万..4000万",
        ),
        "--finest" => {
            lang.pick("0.1, 0.05 or 0.025: the finest step of the shares", "0.1、0.05或0.025，即比例的最小步长")
        }
        "--maximise" | "--minimise" => lang.pick("the name of a measure, such as gain", "指标名，如 gain（增收）"),
        _ => lang.pick("another value", "其他值"),
    };
    lang.pick(format!("{option} {typed}: write {allowed}"), format!("{option} {typed}：应写{allowed}"))
}

fn idle_words(idle: Idle, lang: Lang) -> String {
    match idle {
        Idle::NoStructuralOrganisation => lang.pick(
            "in this file no pooled organisation's failure depends on what it pays out: it is drawn by season or at maturity, so no pay-out could change it. Give organisations failure = \"structural\" with an equity_share, as scenarios/payout-10.toml does".into(),
            "本方案中没有哪家统贷组织的倒闭取决于分红：倒闭是按年份或到期抽取的，分红多少都不会改变它。请让组织按自身现金流倒闭（failure = \"structural\"，并写明 equity_share），如 scenarios/payout-10.toml".into(),
        ),
        Idle::NoStructuralCompany => lang.pick(
            "in this file the development company's failure does not depend on what it pays out: it is drawn by season. Give [world.company] failure = \"structural\" with an equity_share".into(),
            "本方案中开发公司的倒闭不取决于分红，而是按年份抽取。请在 [world.company] 中写 failure = \"structural\" 和 equity_share".into(),
        ),
        Idle::ModeNotLent => lang.pick(
            "nothing is lent in that mode (its share in policy.lending.mix is 0): its pay-out changes nothing".into(),
            "该模式没有放贷（policy.lending.mix 中比例为0）：其分红不起作用".into(),
        ),
        Idle::LendingHeld => lang.pick(
            "the file holds planned lending (planned_lending_held = true): a leverage cap would not bind. Take the key out".into(),
            "方案按计划放贷（planned_lending_held = true），杠杆上限不起作用。请去掉这个键".into(),
        ),
    }
}
