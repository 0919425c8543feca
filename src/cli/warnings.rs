//! The warnings that matter: a closed list of what would make a reader misread the numbers.

use crate::model::policy::LossSplit;
use crate::output::ScenarioSummary;
use crate::scenario::Scenario;
use crate::text::{Lang, money, number, percent, whole};
use crate::units::{Fen, Share};

/// Depletions below which nothing can be said about when and why.
pub const FEW_DEPLETIONS: u64 = 30;

/// Replications below which intervals say little.
const FEW_REPLICATIONS: u32 = 30;

/// Months of a run below which many households' windows of 36 months are cut short.
const SHORT_RUN: u32 = 48;

/// Part of the plan below which lending counts as short.
const SHORT_OF_PLAN: f64 = 0.98;

/// The warnings of a scenario's summary, in words.
pub fn of(scenario: &Scenario, summary: &ScenarioSummary, replications: u32, lang: Lang) -> Vec<String> {
    let all = [
        few_replications(replications, lang),
        few_depletions(summary, replications, lang).filter(|_| has_fund(scenario)),
        short_run(summary, lang).filter(|_| scenario.world.follow_households),
        cap_bound(scenario, summary, lang),
        short_of_plan(summary, lang),
        renewed(summary, lang),
        bailed_out(summary, lang),
    ];
    all.into_iter().flatten().collect()
}

/// Whether a fund ever has a part of a claim to pay: a laboratory may have none.
pub fn has_fund(scenario: &Scenario) -> bool {
    let none = |split: LossSplit| matches!(split, LossSplit::QuotaShare { fund, .. } if fund == Share::ZERO);
    scenario.policy.any(|policy| !none(policy.fund.split))
}

fn few_replications(replications: u32, lang: Lang) -> Option<String> {
    (replications < FEW_REPLICATIONS).then(|| {
        let all = whole(i64::from(replications));
        lang.pick(
            format!("only {all} replications: the intervals say little"),
            format!("只模拟了 {all} 次：区间意义不大"),
        )
    })
}

/// Gains are brought to a year by 12/window: in a short run one harvest counts for much.
fn short_run(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    (summary.months < SHORT_RUN).then(|| {
        let months = summary.months;
        lang.pick(
            format!("a run of {months} months cuts the 36 months over which a household's gain is followed: read the gains with care"),
            format!("模拟期只有 {months} 个月，农户增收的36个月观察期被截短：人均增收须谨慎解读"),
        )
    })
}

fn few_depletions(summary: &ScenarioSummary, replications: u32, lang: Lang) -> Option<String> {
    let count = summary.depletion.by_horizon.count;
    if count >= FEW_DEPLETIONS || replications < FEW_REPLICATIONS {
        return None;
    }
    let (count, all) = (whole(count as i64), whole(i64::from(replications)));
    Some(lang.pick(
        format!("the fund ran dry in {count} of {all} replications: too few to say when; more replications narrow the interval"),
        format!("{all} 次模拟中补偿金只耗尽 {count} 次：不足以判断何时耗尽；增加模拟次数可收窄区间"),
    ))
}

fn cap_bound(scenario: &Scenario, summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let months = summary.metric("months_cap_bound")?.estimate.mean?;
    let part = months / f64::from(summary.months);
    let leverage = scenario.policy.start.fund.leverage_max;
    let changes = scenario.policy.any(|policy| policy.fund.leverage_max != leverage);
    (part > 0.0005).then(|| {
        let part = percent(part, 1);
        let Some(leverage) = leverage.filter(|_| !changes).map(|leverage| number(leverage, 2)) else {
            return lang.pick(
                format!("the leverage cap held back lending in {part} of months"),
                format!("杠杆上限在 {part} 的月份里压低了放款"),
            );
        };
        lang.pick(
            format!("the leverage cap of {leverage} times held back lending in {part} of months"),
            format!("{leverage} 倍的杠杆上限在 {part} 的月份里压低了放款"),
        )
    })
}

fn short_of_plan(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let mean = |id: &str| summary.metric(id)?.estimate.mean;
    let part = mean("lent_yuan")? / mean("lending_plan_yuan").filter(|plan| *plan > 0.0)?;
    if part >= SHORT_OF_PLAN {
        return None;
    }
    let gates = [
        ("stopped_no_credit_line", "no credit line", "无授信"),
        ("stopped_no_demand", "no wish to borrow", "不愿贷款"),
        ("stopped_mode", "mode not offered", "无适合的贷款模式"),
        ("stopped_suspended", "township suspended", "乡镇被熔断"),
        ("stopped_plan", "plan used up", "计划用完"),
        ("stopped_cap", "leverage cap", "杠杆上限"),
        ("stopped_screening", "not passed", "审查未通过"),
        ("stopped_exposure", "limit for an organisation", "单个组织上限"),
    ];
    let counts = gates.iter().filter_map(|(id, en, zh)| {
        let count = mean(id)?;
        (count >= 0.5).then(|| format!("{} {}", lang.pick(*en, *zh), number(count, 0)))
    });
    let counts: Vec<String> = counts.collect();
    let part = percent(part, 1);
    if counts.is_empty() {
        return Some(lang.pick(format!("{part} of the plan was lent"), format!("只放出计划的 {part}")));
    }
    let counts = counts.join(lang.pick(", ", "、"));
    Some(lang.pick(
        format!("{part} of the plan was lent; households without a loan, by what stopped them: {counts}"),
        format!("只放出计划的 {part}；未贷款的户数及原因：{counts}"),
    ))
}

/// A mean sum of a run in words, if there is any.
fn mean_sum(summary: &ScenarioSummary, id: &str, lang: Lang) -> Option<String> {
    let mean = summary.metric(id)?.estimate.mean.filter(|mean| *mean > 0.0)?;
    Some(money(Fen::from_yuan(mean), lang))
}

/// Renewals keep loans out of overdue and non-performing principal.
fn renewed(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let sum = mean_sum(summary, "renewed_yuan", lang)?;
    Some(lang.pick(
        format!("on average {sum} fell due and was renewed or extended: the recovery rate counts it as not recovered, overdue and non-performing principal do not show it"),
        format!("平均有{sum}到期后续贷或展期：回收率按未收回计，逾期和不良中看不到"),
    ))
}

/// Bail-outs are paid by the budget, apart from the fund.
fn bailed_out(summary: &ScenarioSummary, lang: Lang) -> Option<String> {
    let sum = mean_sum(summary, "bail_out_yuan", lang)?;
    let all = mean_sum(summary, "contingent_liability_yuan", lang)?;
    Some(lang.pick(
        format!("on average the budget paid banks {sum} for failed organisations, apart from the fund; every failure together would have cost {all}"),
        format!("财政平均为倒闭组织向银行代还{sum}，不经补偿金；若全部兜底需{all}"),
    ))
}
