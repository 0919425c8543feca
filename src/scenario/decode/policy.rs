//! `[policy]`: lending and the terms of loans.

use super::contracts;
use super::dated;
use super::fund;
use super::item::{FromItem, Item};
use super::neutral;
use super::rules;
use super::section::Section;
use super::shocks;
use super::tables::year_of;
use crate::distribution::Marginal;
use crate::model::policy::{
    LendRule, LendingPolicy, LoanTerms, Mode, PerMode, Placement, Policy, PrincipalRule, Repayment, SuitabilityWeights,
};
use crate::scenario::RunSettings;
use crate::scenario::keys::policy::{instalments, lending as l, root as p, suitability as s, terms as t};
use crate::scenario::keys::{Key, Kind, SectionSpec, top};
use crate::scenario::mistake::{Because, Mistake, TogetherMistake, ValueMistake};
use crate::units::{Fen, Share};

/// Amounts below this are taken for a slip of the unit (万元 for yuan).
const IMPLAUSIBLE_YUAN: f64 = 10.0;

/// `[policy]` as the file writes it; a laboratory scenario may leave it out.
pub fn written(top: &Section<'_>, run: Option<&RunSettings>) -> Option<Policy> {
    match top.item(&top::POLICY) {
        Some(item) => policy(&item.section(&p::SECTION)?, run),
        None if top.cx.laboratory.get() => neutral::policy(run?.years().count()),
        None => {
            top.missing(&top::POLICY);
            None
        }
    }
}

/// Reads `[policy]`.
pub fn policy(section: &Section<'_>, run: Option<&RunSettings>) -> Option<Policy> {
    let lending = match section.item(&p::LENDING) {
        Some(item) => item.section(&l::SECTION).and_then(|section| lending(&section)),
        None if section.cx.laboratory.get() => run.map(|run| neutral::lending(run.years().count())),
        None => {
            section.missing(&p::LENDING);
            None
        }
    };
    let mix = lending.as_ref().map(|lending| lending.mix.clone());
    let terms = [
        mode_terms(section, &p::SELF_DIRECTED, Mode::SelfDirected, mix.as_ref()),
        mode_terms(section, &p::POOLED, Mode::Pooled, mix.as_ref()),
        mode_terms(section, &p::FIXED_BENEFIT, Mode::FixedBenefit, mix.as_ref()),
    ];
    let fund = section.off_by(&p::FUND, neutral::fund(), |item| {
        fund::fund(&item.section(&crate::scenario::keys::policy::fund::SECTION)?, run)
    });
    let payment_holidays = dated::payment_holidays(section);
    let rules = rules::rules(section);
    let insurance = shocks::insurance(section);
    let contracts = contracts::contracts(section);
    let [a, b, c] = terms;
    Some(Policy {
        lending: lending?,
        terms: PerMode([a?, b?, c?]),
        fund: fund?,
        payment_holidays: payment_holidays?,
        rules: rules?,
        insurance: insurance?,
        contracts: contracts?,
    })
}

/// The spec of a section key.
pub fn spec_of(key: &'static Key) -> &'static SectionSpec {
    match key.kind {
        Kind::Table(spec) | Kind::Named(spec) | Kind::Tables(spec) => spec,
        // A key without keys of its own: every entry is unknown.
        _ => &SectionSpec { keys: &[] },
    }
}

fn lending(section: &Section<'_>) -> Option<LendingPolicy> {
    let plan = section.need(&l::PLAN_YUAN).and_then(|item| item.by_year());
    let weights = match section.item(&l::PLAN_MONTH_WEIGHTS) {
        Some(item) => item.month_weights(),
        None => Some([1.0 / 12.0; 12]),
    };
    let mix = section.need(&l::MIX).and_then(|item| mix(&item));
    let closed = match section.item(&l::CLOSED_MODES) {
        Some(item) => modes(&item),
        None => Some(PerMode::default()),
    };
    let placement = placement(section);
    let credit_line_share = section.off(&l::CREDIT_LINE_SHARE, Share::ONE);
    let reborrow_after_repayment = section.off(&l::REBORROW, false);
    let rationing_order = section.off_by(&l::RATIONING_ORDER, Mode::ALL, |item| rationing_order(item));
    let interest_subsidy = section.off(&l::INTEREST_SUBSIDY, Share::ONE);
    let industry_share_max = shocks::industry_share_max(section);
    Some(LendingPolicy {
        plan: plan?.into_iter().map(Fen::from_yuan).collect(),
        month_weights: weights?,
        mix: mix?,
        closed: closed?,
        placement: placement?,
        credit_line_share: credit_line_share?,
        reborrow_after_repayment: reborrow_after_repayment?,
        rationing_order: rationing_order?,
        interest_subsidy: interest_subsidy?,
        industry_share_max: industry_share_max?,
    })
}

fn mix(item: &Item<'_>) -> Option<PerMode<Share>> {
    let mix = item.by_mode()?;
    if !item.sums_to_at_most_one(mix.0.iter().sum()) {
        return None;
    }
    shares(mix)
}

/// A list of modes.
pub fn modes(item: &Item<'_>) -> Option<PerMode<bool>> {
    let list = item.list(item.key.kind)?;
    let names = super::tables::all(list.iter().map(|entry| entry.name_among(&item.key.choices())))?;
    Some(PerMode(Mode::ALL.map(|mode| names.contains(&mode.key()))))
}

/// Numbers of `[0, 1]` as shares.
pub fn shares(values: PerMode<f64>) -> Option<PerMode<Share>> {
    let [a, b, c] = values.0.map(Share::new);
    Some(PerMode([a?, b?, c?]))
}

/// Weights of the score are read (and checked) also while placement is `eligible`, so that a scenario can switch.
fn placement(section: &Section<'_>) -> Option<Placement> {
    let item = section.item(&l::SUITABILITY);
    let weights = item.as_ref().map(|item| item.section(&s::SECTION).and_then(|section| suitability(&section)));
    if !section.has(&l::PLACEMENT) && section.cx.laboratory.get() {
        return Some(neutral::placement());
    }
    let choice = section.need(&l::PLACEMENT)?;
    match (choice.name_among(&choice.key.choices())?, weights) {
        ("open", Some(weights)) => weights.map(Placement::Open),
        ("open", None) => {
            let mistake = crate::scenario::mistake::ShapeMistake::MissingSection {
                path: "policy.lending.suitability".to_owned(),
                because: Because::Open,
            };
            choice.report(Mistake::Shape(mistake));
            None
        }
        (_, Some(None)) => None,
        _ => Some(Placement::Eligible),
    }
}

fn suitability(section: &Section<'_>) -> Option<SuitabilityWeights> {
    let (situation, labour) = (section.required(&s::SITUATION), section.required(&s::LABOUR));
    let (ability, noise) = (section.required(&s::ABILITY), section.required(&s::NOISE));
    Some(SuitabilityWeights { situation: situation?, labour: labour?, ability: ability?, noise: noise? })
}

fn rationing_order(item: &Item<'_>) -> Option<[Mode; 3]> {
    let list = item.list(item.key.kind)?;
    let mut order: Vec<Mode> = Vec::new();
    let mut good = true;
    for entry in &list {
        let named = entry.name_among(&item.key.choices());
        match named.and_then(|name| Mode::ALL.into_iter().find(|mode| mode.key() == name)) {
            Some(mode) if order.contains(&mode) => {
                entry.report(Mistake::Together(TogetherMistake::Twice {
                    path: item.path.clone(),
                    name: mode.key().to_owned(),
                }));
                good = false;
            }
            Some(mode) => order.push(mode),
            None => good = false,
        }
    }
    let lacks: Vec<&'static str> =
        Mode::ALL.iter().filter(|mode| !order.contains(mode)).map(|mode| mode.key()).collect();
    if good && !lacks.is_empty() {
        item.report(Mistake::Together(TogetherMistake::Lacks { path: item.path.clone(), names: lacks }));
    }
    order.try_into().ok()
}

/// Terms of a mode: read if they are written, needed if the mode lends.
fn mode_terms(section: &Section<'_>, key: &'static Key, mode: Mode, mix: Option<&PerMode<Share>>) -> Option<LoanTerms> {
    match section.item(key) {
        Some(item) => item.section(spec_of(key)).and_then(|section| terms(&section, mode)),
        None if mix.is_some_and(|mix| mix[mode] > Share::ZERO) => {
            section.missing_section(key, Because::Lent(mode.key()));
            None
        }
        None if section.cx.ledger_modes.get()[mode as usize] => {
            section.missing_section(key, Because::OnBook(mode.key()));
            None
        }
        None => Some(neutral::terms()),
    }
}

fn terms(section: &Section<'_>, mode: Mode) -> Option<LoanTerms> {
    let own = mode == Mode::SelfDirected;
    let principal = section.one_of(&[&t::PRINCIPAL_YUAN, &t::PER_PERSON]).and_then(|item| principal(&item));
    let principal_max = section.off_by(&t::PRINCIPAL_MAX, Fen::UNLIMITED, |item| plausible_yuan(item));
    let principal_step = section.off(&t::PRINCIPAL_STEP, Fen(1));
    let tenors = section.need(&t::TENOR_MONTHS).and_then(|item| tenors(&item));
    let repayment =
        section.off_by(&t::REPAYMENT, Repayment::Bullet, |item| repayment(item, tenors.as_deref().unwrap_or_default()));
    let lend = section.off_by(&t::LEND, LendRule::Divisible, |item| lend(item));
    let payout_annual = if own { Some(Share::ZERO) } else { section.off(&t::PAYOUT, Share::ZERO) };
    let payout_years = if own { Some(0) } else { section.off(&t::PAYOUT_YEARS, 0) };
    let transfer_instead = if own { Some(false) } else { section.or(&t::TRANSFER_INSTEAD, false) };
    step_below_max(section, principal_step, principal_max);
    Some(LoanTerms {
        principal: principal?,
        principal_max: principal_max?,
        principal_step: principal_step?,
        tenors: tenors?,
        repayment: repayment?,
        payout_annual: payout_annual?,
        payout_years: payout_years?,
        transfer_instead: transfer_instead?,
        lend: lend?,
    })
}

fn step_below_max(section: &Section<'_>, step: Option<Fen>, max: Option<Fen>) {
    let (Some(step), Some(max)) = (step, max) else { return };
    let (Some(low), Some(high)) = (section.item(&t::PRINCIPAL_MAX), section.item(&t::PRINCIPAL_STEP)) else { return };
    if max < step {
        low.below(max.yuan(), &high, step.yuan());
    }
}

fn principal(item: &Item<'_>) -> Option<PrincipalRule> {
    if item.key.name == t::PER_PERSON.name {
        return plausible_yuan(item).map(PrincipalRule::PerPerson);
    }
    let marginal = Marginal::read(item)?;
    plausible(item, marginal.mean()).then_some(PrincipalRule::Drawn(marginal))
}

fn plausible_yuan(item: &Item<'_>) -> Option<Fen> {
    let yuan = item.number()?;
    plausible(item, yuan).then(|| Fen::from_yuan(yuan))
}

fn plausible(item: &Item<'_>, yuan: f64) -> bool {
    let good = yuan >= IMPLAUSIBLE_YUAN || item.cx.laboratory.get();
    if !good {
        item.report(Mistake::Value(ValueMistake::Implausible { path: item.path.clone(), yuan }));
    }
    good
}

fn tenors(item: &Item<'_>) -> Option<Vec<(u16, Share)>> {
    let tenors = item.by_months()?;
    if !item.sums_to_one(tenors.iter().map(|(_, share)| share).sum()) {
        return None;
    }
    tenors.into_iter().map(|(months, share)| Some((months, Share::new(share)?))).collect()
}

/// How principal is repaid; payments must end with each of the tenors that are offered.
pub fn repayment(item: &Item<'_>, tenors: &[(u16, Share)]) -> Option<Repayment> {
    let (name, body) = item.variant()?;
    if name == "bullet" {
        item.no_parameters(body)?;
        return Some(Repayment::Bullet);
    }
    let section = item.parameters(name, &body, &instalments::SECTION)?;
    let every = section.need(&instalments::EVERY_MONTHS)?;
    let every_months = u16::read(&every)?;
    let misfit = tenors.iter().find(|(tenor, share)| *share > Share::ZERO && tenor % every_months != 0);
    if let Some((tenor, _)) = misfit {
        every.report(Mistake::Together(TogetherMistake::NotDividing { every: every_months, tenor: *tenor }));
        return None;
    }
    Some(match name {
        "annuity" => Repayment::Annuity { every_months },
        _ => Repayment::EqualPrincipal { every_months },
    })
}

fn lend(item: &Item<'_>) -> Option<LendRule> {
    Some(match item.name_among(&item.key.choices())? {
        "all_or_none" => LendRule::AllOrNone,
        _ => LendRule::Divisible,
    })
}

/// Whether values by year never fall; the first fall is reported.
pub fn never_falls(item: &Item<'_>, values: &[f64]) -> bool {
    let fall = values.windows(2).position(|pair| pair[1] < pair[0]);
    if let Some(index) = fall {
        let (from, to) = (values[index], values[index + 1]);
        let mistake = TogetherMistake::Falls { path: item.path.clone(), year: year_of(item.cx, index + 1), from, to };
        item.report(Mistake::Together(mistake));
    }
    fall.is_none()
}
