//! `[policy.fund]`.

use super::item::{FromItem, Item};
use super::neutral;
use super::section::Section;
use super::shocks;
use super::tables::all;
use crate::model::policy::{Contribution, Contributions, FundPolicy, LossSplit, RecoveryShares, TopUp, UnpaidClaims};
use crate::scenario::RunSettings;
use crate::scenario::keys::policy::{contribution as c, fund as f, layers, quota_share as q, topup as t};
use crate::scenario::mistake::{Mistake, TogetherMistake};
use crate::units::{CalendarMonth, Fen, Share};

/// An unlimited fund: as much as a book can hold.
const UNLIMITED: Fen = Fen(1_000_000_000_000_000);

/// Reads the section; contributions are compared with the run where that is known.
pub fn fund(section: &Section<'_>, run: Option<&RunSettings>) -> Option<FundPolicy> {
    let off = neutral::fund();
    let initial =
        section.off_by(&f::INITIAL, off.initial, |item| Some(item.number_or_word()?.map_or(UNLIMITED, Fen::from_yuan)));
    let none_paid_in = section.cx.laboratory.get() && !section.has(&f::CONTRIBUTIONS) && !section.has(&f::PLAN_SHARE);
    let contributions = match none_paid_in {
        true => Some(off.contributions),
        false => section.one_of(&[&f::CONTRIBUTIONS, &f::PLAN_SHARE]).and_then(|item| contributions(&item, run)),
    };
    let interest = section.off(&f::INTEREST, off.interest);
    let leverage_max = section.off_by(&f::LEVERAGE_MAX, off.leverage_max, |item| item.number_or_word());
    let outstanding_max = match section.item(&f::OUTSTANDING_MAX) {
        Some(item) => item.number_or_word().map(|yuan| yuan.map(Fen::from_yuan)),
        None => Some(off.outstanding_max),
    };
    let compensated_in_cap = section.off(&f::COMPENSATED_IN_CAP, off.compensated_in_cap);
    let planned_lending_held = section.or(&f::LENDING_HELD, false);
    let waiting_months = section.off(&f::WAITING_MONTHS, off.waiting_months);
    let claims_include_interest = section.off(&f::CLAIMS_INTEREST, off.claims_include_interest);
    let split = section.off_by(&f::SPLIT, neutral::all_by_the_fund(), |item| split(item));
    let unpaid = section.off_by(&f::UNPAID, off.unpaid, |item| unpaid(item));
    let topup = match section.item(&f::TOPUP) {
        Some(item) => topup(&item),
        None => Some(None),
    };
    let layers = matches!(split, Some(LossSplit::Layers { .. }));
    let shared = if layers { RecoveryShares::LossBorne } else { RecoveryShares::ContractShares };
    let recoveries = section.off_by(&f::RECOVERIES, shared, |item| recoveries(item, split.as_ref()));
    let surety = shocks::surety(section, split.as_ref());
    Some(FundPolicy {
        initial: initial?,
        contributions: contributions?,
        interest: interest?,
        leverage_max: leverage_max?,
        outstanding_max: outstanding_max?,
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
    let mut dated: Vec<Contribution> = all(list.iter().map(|entry| contribution(entry, run)))?.concat();
    // As with the years of a plan, a shorter run reads a longer list and leaves what comes later.
    let end = run.map(|run| run.start.plus(run.months));
    dated.retain(|contribution| end.is_none_or(|end| contribution.month < end));
    Some(Contributions::Dated(dated))
}

/// One payment, or one in each month from `month` to `until`.
fn contribution(item: &Item<'_>, run: Option<&RunSettings>) -> Option<Vec<Contribution>> {
    let section = item.section(&c::SECTION)?;
    let first = section.need(&c::MONTH).and_then(|item| from_start(&item, run));
    let last = section.item(&c::UNTIL);
    let last_month = match &last {
        Some(item) => CalendarMonth::read(item),
        None => first,
    };
    let source: Option<String> = section.off(&c::SOURCE, String::new());
    let amount = section.required(&c::YUAN);
    let (first, last_month, source, amount) = (first?, last_month?, source?, amount?);
    if let (true, Some(item)) = (last_month < first, &last) {
        item.report(Mistake::Together(TogetherMistake::EndsFirst { from: first, until: last_month }));
        return None;
    }
    let months = first.months_until(last_month).max(0) as u32;
    let payment = |later: u32| Contribution { month: first.plus(later), source: source.clone(), amount };
    Some((0..=months).map(payment).collect())
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

fn limit_of(item: &Item<'_>) -> Option<Fen> {
    Some(item.number_or_word()?.map_or(Fen::UNLIMITED, Fen::from_yuan))
}

fn split(item: &Item<'_>) -> Option<LossSplit> {
    let (name, body) = item.variant()?;
    if name == "layers" {
        let section = item.parameters(name, &body, &layers::SECTION)?;
        let fund = section.need(&layers::FUND_ANNUAL).and_then(|item| limit_of(&item));
        let insurer = section.off_by(&layers::INSURER_ANNUAL, Fen::ZERO, limit_of);
        return Some(LossSplit::Layers { fund_annual: fund?, insurer_annual: insurer? });
    }
    let section = item.parameters(name, &body, &q::SECTION)?;
    let fund: Option<Share> = section.required(&q::FUND);
    let insurer: Option<Share> = section.off(&q::INSURER, Share::ZERO);
    let insurer_annual_limit = section.off_by(&q::LIMIT, Fen::UNLIMITED, limit_of);
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
