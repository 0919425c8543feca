//! The words of causes, triggers, indicators and modes.

use crate::explain::{Cause, Indicator, OVERDUE_SHARE, Trigger};
use crate::model::counterfactual::LuckKind;
use crate::model::policy::Mode;
use crate::text::Lang;
use crate::text::words::explain as words;

pub fn mode(mode: Mode, lang: Lang) -> &'static str {
    match mode {
        Mode::SelfDirected => words::mode_self_directed(lang),
        Mode::Pooled => words::mode_pooled(lang),
        Mode::FixedBenefit => words::mode_fixed_benefit(lang),
    }
}

pub fn kind(kind: LuckKind, lang: Lang) -> &'static str {
    match kind {
        LuckKind::Seasons => words::luck_seasons(lang),
        LuckKind::Prices => words::luck_prices(lang),
        LuckKind::Organisations => words::luck_organisations(lang),
        LuckKind::Catastrophes => words::luck_catastrophes(lang),
        LuckKind::Illness => words::luck_illness(lang),
    }
}

/// An organisation by its name; the development company has none of its own.
pub fn organisation(name: &str, lang: Lang) -> &str {
    if name == "company" { words::the_company(lang) } else { name }
}

pub fn cause(cause: Cause, lang: Lang) -> &'static str {
    match cause {
        Cause::Luck(luck) => kind(luck, lang),
        Cause::Own => words::cause_own(lang),
        Cause::Timing => words::cause_timing(lang),
        Cause::Size => words::cause_size(lang),
    }
}

pub fn trigger(trigger: Trigger, lang: Lang) -> &'static str {
    match trigger {
        Trigger::OrganisationFailure => words::trigger_organisation(lang),
        Trigger::Unwilling => words::trigger_unwilling(lang),
        Trigger::Illness => words::trigger_illness(lang),
        Trigger::CashShort => words::trigger_cash(lang),
        Trigger::OwnDefault => words::trigger_own(lang),
        Trigger::BeforeStart => words::trigger_before(lang),
    }
}

pub fn indicator(indicator: Indicator, lang: Lang) -> String {
    match indicator {
        Indicator::Overdue => words::warned_overdue(lang, format!("{OVERDUE_SHARE}%")),
        Indicator::Townships => words::warned_townships(lang, "98%"),
        Indicator::CapUse => words::warned_cap(lang).to_owned(),
    }
}
