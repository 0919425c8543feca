//! `[policy.fund]`.

use super::item::{FromItem, Item};
use super::section::Section;
use super::shocks;
use super::tables::all;
use crate::model::policy::{Contribution, Contributions, FundPolicy, LossSplit, RecoveryShares, TopUp, UnpaidClaims};
use crate::scenario::RunSettings;
use crate::scenario::keys::policy::{contribution as c, fund as f, layers, quota_share as q, topup as t};
use crate::scenario::mistake::{Mistake, TogetherMistake};
use crate::units::{CalendarMonth, Fen, Share};

/// Reads the section; contributions are compared with the run where that is known.
pub fn fund(section: &Section<'_>, run: Option<&RunSettings>) -> Option<FundPolicy> {
    let initial = section.required(&f::INITIAL);
    let contributions = section.one_of(&[&f::CONTRIBUTIONS, &f::PLAN_SHARE]).and_then(|item| contributions(&item, run));
    let interest = section.required(&f::INTEREST);
    let leverage_max = section.need(&f::LEVERAGE_MAX).and_then(|item| item.number_or_word());
    let compensated_in_cap = section.required(&f::COMPENSATED_IN_CAP);
    let planned_lending_held = section.or(&f::LENDING_HELD, false);
    let waiting_months = section.required(&f::WAITING_MONTHS);
    let claims_include_interest = section.required(&f::CLAIMS_INTEREST);
    let split = section.need(&f::SPLIT).and_then(|item| split(&item));
    let unpaid = section.need(&f::UNPAID).and_then(|item| unpaid(&item));
    let topup = match section.item(&f::TOPUP) {
        Some(item) => topup(&item),
        None => Some(None),
    };
    let recoveries = section.need(&f::RECOVERIES).and_then(|item| recoveries(&item, split.as_ref()));
    let surety = shocks::surety(section, split.as_ref());
    Some(FundPolicy {
        initial: initial?,
        contributions: contributions?,
        interest: interest?,
        leverage_max: leverage_max?,
        compensated_in_cap: compensated_in_cap?,
        planned_lending_held: planned_lending_held?,
        waiting_months: waiting_months?,
        claims_include_interest: claims_include_interest?,
        split: split?,
        unpaid: unpaid?,
        topup: topup?,
        recoveries: recoveries?,
        surety: surety?,
    })
}

fn contributions(item: &Item<'_>, run: Option<&RunSettings>) -> Option<Contributions> {
    if item.key.name == f::PLAN_SHARE.name {
        return Share::new(item.number()?).map(Contributions::PlanShare);
    }
    let list = item.list(item.key.kind)?;
    let mut dated = all(list.iter().map(|entry| contribution(entry, run)))?;
    // As with the years of a plan, a shorter run reads a longer list and leaves what comes later.
    let end = run.map(|run| run.start.plus(run.months));
    dated.retain(|contribution| end.is_none_or(|end| contribution.month < end));
    Some(Contributions::Dated(dated))
}

fn contribution(item: &Item<'_>, run: Option<&RunSettings>) -> Option<Contribution> {
    let section = item.section(&c::SECTION)?;
    let month = section.need(&c::MONTH).and_then(|item| from_start(&item, run));
    let source = section.required(&c::SOURCE);
    let amount = section.required(&c::YUAN);
    Some(Contribution { month: month?, source: source?, amount: amount? })
}

/// A month that is not before the run, where what happens in it would be lost.
pub fn from_start(item: &Item<'_>, run: Option<&RunSettings>) -> Option<CalendarMonth> {
    let month = CalendarMonth::read(item)?;
    match run.map(|run| run.start).filter(|start| month < *start) {
        Some(start) => {
            item.report(Mistake::Together(TogetherMistake::BeforeRun { month, start }));
            None
        }
        None => Some(month),
    }
}

fn limit(section: &Section<'_>, key: &'static crate::scenario::keys::Key) -> Option<Fen> {
    let limit = section.need(key)?.number_or_word()?;
    Some(limit.map_or(Fen::UNLIMITED, Fen::from_yuan))
}

fn split(item: &Item<'_>) -> Option<LossSplit> {
    let (name, body) = item.variant()?;
    if name == "layers" {
        let section = item.parameters(name, &body, &layers::SECTION)?;
        let (fund, insurer) = (limit(&section, &layers::FUND_ANNUAL), limit(&section, &layers::INSURER_ANNUAL));
        return Some(LossSplit::Layers { fund_annual: fund?, insurer_annual: insurer? });
    }
    let section = item.parameters(name, &body, &q::SECTION)?;
    let fund: Option<Share> = section.required(&q::FUND);
    let insurer: Option<Share> = section.required(&q::INSURER);
    let insurer_annual_limit = limit(&section, &q::LIMIT);
    let (fund, insurer) = (fund?, insurer?);
    if !item.sums_to_at_most_one(fund.get() + insurer.get()) {
        return None;
    }
    Some(LossSplit::QuotaShare { fund, insurer, insurer_annual_limit: insurer_annual_limit? })
}

fn unpaid(item: &Item<'_>) -> Option<UnpaidClaims> {
    Some(match item.name_among(&item.key.choices())? {
        "payable" => UnpaidClaims::Payable,
        _ => UnpaidClaims::Bank,
    })
}

fn topup(item: &Item<'_>) -> Option<Option<TopUp>> {
    if item.node.text().is_some() {
        return item.name_among(&item.key.choices()).map(|_| None);
    }
    let section = item.section(&t::SECTION)?;
    let (target, budget) = (section.required(&t::TARGET), section.required(&t::BUDGET));
    Some(Some(TopUp { target: target?, budget: budget? }))
}

fn recoveries(item: &Item<'_>, split: Option<&LossSplit>) -> Option<RecoveryShares> {
    let rule = recovery_rule(item)?;
    if rule == RecoveryShares::ContractShares && matches!(split, Some(LossSplit::Layers { .. })) {
        item.report(Mistake::Together(TogetherMistake::NoContractShares));
        return None;
    }
    Some(rule)
}

fn recovery_rule(item: &Item<'_>) -> Option<RecoveryShares> {
    Some(match item.name_among(&item.key.choices())? {
        "loss_borne" => RecoveryShares::LossBorne,
        "fund_first" => RecoveryShares::FundFirst,
        _ => RecoveryShares::ContractShares,
    })
}
