//! Values that do not go together, in words.

use super::{Message, both, listed, plain};
use crate::scenario::mistake::{Needs, TogetherMistake};
use crate::text::Lang;

impl TogetherMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            TogetherMistake::SumNotOne { path, sum } => sum_not_one(path, *sum, lang),
            TogetherMistake::SumAboveOne { path, sum } => sum_above_one(path, *sum, lang),
            TogetherMistake::LoadingsTooLarge { path, sum } => loadings_too_large(path, *sum, lang),
            TogetherMistake::NoWeight { path } => Message::new(
                both!(lang, "all weights of `{path}` are zero", "`{path}`的权重全为零"),
                both!(lang, "at least one must be above zero", "至少一个须大于零"),
            ),
            TogetherMistake::MissingYears { path, years, run } => missing_years(path, years, *run, lang),
            TogetherMistake::MissingModes { path, modes } => missing_modes(path, modes, lang),
            TogetherMistake::Falls { path, year, from, to } => falls(path, *year, *from, *to, lang),
            TogetherMistake::Below { low, low_value, high, high_value } => {
                let (low_value, high_value) = (plain(*low_value), plain(*high_value));
                Message::new(
                    both!(
                        lang,
                        "`{low}` ({low_value}) is below `{high}` ({high_value})",
                        "`{low}`（{low_value}）小于`{high}`（{high_value}）"
                    ),
                    both!(lang, "must be at least {high_value}", "不得小于{high_value}"),
                )
            }
            TogetherMistake::NotDividing { every, tenor } => not_dividing(*every, *tenor, lang),
            _ => self.other_message(lang),
        }
    }

    fn other_message(&self, lang: Lang) -> Message {
        match self {
            TogetherMistake::GrantedInRun { month, start } => Message::new(
                both!(
                    lang,
                    "{month} is not before the run, which starts in {start}",
                    "{month}不早于模拟期，模拟从{start}开始"
                ),
                both!(lang, "these loans run at the start", "此处是期初已发放的贷款"),
            )
            .help(both!(
                lang,
                "loans that are granted in the run are lent by a plan: [policy.lending]",
                "模拟期内发放的贷款请写在放贷计划中：[policy.lending]"
            )),
            TogetherMistake::DueBeforeRun { month, start } => Message::new(
                both!(
                    lang,
                    "{month} is before the run, which starts in {start}",
                    "{month}早于模拟期，模拟从{start}开始"
                ),
                both!(lang, "would never fall due", "这些贷款不会到期"),
            )
            .help(both!(
                lang,
                "loans that are past due at the start belong in a `ledger`",
                "期初已逾期的贷款请写在贷款台账`ledger`中"
            )),
            TogetherMistake::BeforeRun { month, start } => Message::new(
                both!(
                    lang,
                    "{month} is before the run, which starts in {start}",
                    "{month}早于模拟期，模拟从{start}开始"
                ),
                both!(lang, "would never be paid", "该款项不会发生"),
            )
            .help(both!(
                lang,
                "what was paid in before belongs in `initial_yuan`",
                "此前注入的资金请计入`initial_yuan`"
            )),
            TogetherMistake::NoContractShares => Message::new(
                both!(
                    lang,
                    "`recoveries = \"contract_shares\"` needs a quota share, and `split` has layers",
                    "`recoveries = \"contract_shares\"`需要按比例分担，而`split`是分层赔付"
                ),
                both!(lang, "layers have no shares", "分层赔付没有比例"),
            )
            .help(both!(
                lang,
                "write \"loss_borne\" or \"fund_first\"",
                "请写\"loss_borne\"或\"fund_first\""
            )),
            TogetherMistake::MeanNotOne { path, mean } => mean_not_one(path, *mean, lang),
            TogetherMistake::Twice { path, name } => Message::new(
                both!(lang, "`{name}` comes twice in `{path}`", "`{path}`中`{name}`出现两次"),
                both!(lang, "again here", "此处重复"),
            ),
            TogetherMistake::Lacks { path, names } => {
                let names = listed(names, lang);
                Message::new(
                    both!(lang, "`{path}` lacks {names}", "`{path}`缺少{names}"),
                    both!(lang, "each must come once", "每个须出现一次"),
                )
            }
            TogetherMistake::NoSteps { path } => Message::new(
                both!(lang, "`{path}` cannot change step by step", "`{path}`不能逐月变动"),
                both!(lang, "only numbers can, from one number to another", "只有数值可以从一个数逐月变到另一个数"),
            )
            .help(both!(
                lang,
                "leave out `ramp_until`, or put this key into a change of its own",
                "请删去`ramp_until`，或将此键另写一项变动"
            )),
            TogetherMistake::EndsFirst { from, until } => Message::new(
                both!(lang, "{until} is before {from}", "{until}早于{from}"),
                both!(lang, "must not be before {from}", "不得早于{from}"),
            ),
            TogetherMistake::OnlyAtStart { path } => Message::new(
                both!(lang, "`{path}` is set once for the whole run", "`{path}`在整个模拟期只设一次"),
                both!(lang, "cannot change at a date", "不能在某月变动"),
            )
            .help(both!(
                lang,
                "write it in [policy.fund]; money that comes later is an entry of `contributions`",
                "请写在[policy.fund]中；以后的注资写入`contributions`"
            )),
            TogetherMistake::NoChange { name } => Message::new(
                both!(lang, "`{name}` changes nothing", "`{name}`没有任何变动"),
                both!(lang, "no key of [policy] follows", "其后没有[policy]的键"),
            )
            .help(both!(
                lang,
                "write what changes, such as `lending.closed_modes = [\"pooled\"]`",
                "请写明变动内容，例如`lending.closed_modes = [\"pooled\"]`"
            )),
            TogetherMistake::NoSuchTownship { number, townships } => Message::new(
                both!(lang, "there is no township {number}", "没有第{number}个乡镇"),
                both!(lang, "townships are numbered from 1 to {townships}", "乡镇序号为1至{townships}"),
            ),
            TogetherMistake::LargestTooSmall { share, count } => {
                let (share, least) = (plain(*share), plain((1e4 / f64::from(*count)).ceil() / 1e4));
                Message::new(
                    both!(
                        lang,
                        "the largest of {count} organisations cannot have only {share}",
                        "{count}家组织中最大的一家不可能只占{share}"
                    ),
                    both!(lang, "must be at least {least}", "不得小于{least}"),
                )
                .help(both!(
                    lang,
                    "equal sizes are 1 / {count}; raise the share or `count`",
                    "规模相等时各占1 / {count}；请提高比例或增加`count`"
                ))
            }
            TogetherMistake::NoEffect { path, needs } => no_effect(path, *needs, lang),
            // Every other case is a case of `message`.
            _ => Message::default(),
        }
    }
}

fn sum_not_one(path: &str, sum: f64, lang: Lang) -> Message {
    let (shown, miss) = (plain(sum), plain((sum - 1.0).abs()));
    let message = Message::new(
        both!(lang, "the shares of `{path}` add up to {shown}, not to 1", "`{path}`各项合计为{shown}，应为1"),
        both!(lang, "adds up to {shown}", "合计{shown}"),
    );
    match sum > 1.0 {
        true => message.help(both!(lang, "lower them by {miss} in total", "合计须减少{miss}")),
        false => message.help(both!(lang, "raise them by {miss} in total", "合计须增加{miss}")),
    }
}

fn sum_above_one(path: &str, sum: f64, lang: Lang) -> Message {
    let (shown, miss) = (plain(sum), plain(sum - 1.0));
    Message::new(
        both!(lang, "the shares of `{path}` add up to {shown}, more than 1", "`{path}`各项合计为{shown}，超过1"),
        both!(lang, "adds up to {shown}", "合计{shown}"),
    )
    .help(both!(lang, "lower them by {miss} in total", "合计须减少{miss}"))
}

fn loadings_too_large(path: &str, sum: f64, lang: Lang) -> Message {
    let shown = plain(sum);
    Message::new(
        both!(lang, "`{path}` add up to {shown}; loadings must not exceed 1", "`{path}`合计为{shown}，不得超过1"),
        both!(lang, "more than the whole variance", "超过全部方差"),
    )
    .help(both!(
        lang,
        "loadings are shares of variance; 0.05 to 0.25 is usual",
        "各项为方差份额，一般取0.05至0.25"
    ))
}

fn missing_years(path: &str, years: &[i32], (first, last): (i32, i32), lang: Lang) -> Message {
    let example = years.first().copied().unwrap_or(first);
    let years = years.iter().map(i32::to_string).collect::<Vec<_>>().join(lang.pick(", ", "、"));
    Message::new(
        both!(lang, "`{path}` has no value for {years}", "`{path}`缺少{years}年的数值"),
        both!(lang, "the run needs {first} to {last}", "模拟期需要{first}至{last}年"),
    )
    .help(match path.ends_with("plan_yuan") {
        true => both!(lang, "write `{example} = 0` for a year without lending", "不放贷的年份请写`{example} = 0`"),
        false => both!(lang, "add `{example} = …`", "请加上`{example} = …`"),
    })
}

fn missing_modes(path: &str, modes: &[&str], lang: Lang) -> Message {
    let listed = listed(modes, lang);
    let example = modes.first().copied().unwrap_or_default();
    Message::new(
        both!(lang, "`{path}` has no value for {listed}", "`{path}`缺少{listed}"),
        both!(lang, "each mode needs a value", "每个模式都须有值"),
    )
    .help(both!(lang, "write `{example} = 0` if there is none", "没有则写`{example} = 0`"))
}

fn falls(path: &str, year: i32, from: f64, to: f64, lang: Lang) -> Message {
    let (from, to) = (plain(from), plain(to));
    Message::new(
        both!(lang, "`{path}` falls from {from} to {to} in {year}", "`{path}`在{year}年由{from}降至{to}"),
        both!(lang, "must not be below the year before", "不得低于上一年"),
    )
    .help(both!(
        lang,
        "it counts all who want a loan by that year, so it cannot fall",
        "它是截至当年的累计比例，不能下降"
    ))
}

fn not_dividing(every: u16, tenor: u16, lang: Lang) -> Message {
    Message::new(
        both!(
            lang,
            "payments every {every} months do not fit a tenor of {tenor} months",
            "每{every}个月还款一次，与{tenor}个月的期限不合"
        ),
        both!(lang, "must divide every tenor", "须能整除每个期限"),
    )
    .help(both!(lang, "choose a number that divides all of `tenor_months`", "请选能整除`tenor_months`各期限的数"))
}

fn mean_not_one(path: &str, mean: f64, lang: Lang) -> Message {
    let shown = plain(mean);
    Message::new(
        both!(
            lang,
            "`{path}` has mean {shown}; a yield multiplier has mean 1",
            "`{path}`的均值为{shown}，单产系数的均值须为1"
        ),
        both!(lang, "mean {shown}", "均值{shown}"),
    )
    .help(both!(
        lang,
        "divide its parameters by {shown} and put the level into `revenue_per_yuan`",
        "请将参数除以{shown}，水平高低写在`revenue_per_yuan`中"
    ))
}

fn no_effect(path: &str, needs: Needs, lang: Lang) -> Message {
    let message = Message::new(
        both!(lang, "`{path}` has no effect", "`{path}`不起作用"),
        match needs {
            Needs::TownshipLevel => both!(lang, "the event strikes the whole county at once", "该灾害是全县同时受灾"),
            Needs::YieldLoss => both!(lang, "this event has no severity", "该灾害没有设定灾害程度"),
            Needs::InsurerShare => {
                both!(lang, "a premium for an insurer that pays nothing", "保险公司不赔付，却收取保费")
            }
            Needs::Dividend => both!(lang, "there is no dividend to share", "没有可分的利润分红"),
        },
    );
    message.help(match needs {
        Needs::TownshipLevel => {
            both!(lang, "write `level = \"township\"`, or leave the key out", "请写`level = \"township\"`，或删去此键")
        }
        Needs::YieldLoss => both!(lang, "give the event a `yield_loss`", "请为该灾害写上`yield_loss`"),
        Needs::Dividend => {
            both!(
                lang,
                "write a `dividend_share` above zero, or leave the key out",
                "请写上大于零的`dividend_share`，或删去此键"
            )
        }
        Needs::InsurerShare => both!(
            lang,
            "give the insurer a share and a limit above zero in `split`, or leave the section out",
            "请在`split`中给保险公司大于零的比例和限额，或删去本节"
        ),
    })
}
