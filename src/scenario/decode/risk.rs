//! Default, loss and collection of each mode.

use super::item::{FromItem, Item};
use super::neutral;
use super::policy::spec_of;
use super::section::Section;
use super::world::Lent;
use crate::model::policy::{Mode, PerMode};
use crate::model::risk::NO_HORIZON;
use crate::model::world::{CollectedPart, Collection, Contagion, DefaultMechanism, Loadings, ModeRisk};
use crate::scenario::keys::world::{
    beta_part, collection as c, hazard as h, loadings as l, maturity as m, risk as r, root as w, seasonal as s,
};
use crate::scenario::keys::{Key, SectionSpec};
use crate::scenario::mistake::{Mistake, TogetherMistake};
use crate::units::{Probability, Share};

/// Whether the cash of households decides a default.
pub fn households_decide(risk: &PerMode<ModeRisk>) -> bool {
    risk.0
        .iter()
        .any(|risk| matches!(risk.default, DefaultMechanism::Structural) || risk.contagion == Contagion::HouseholdCash)
}

/// All three sections: read if they are written, needed if the mode lends.
pub fn all_modes(section: &Section<'_>, lent: &Lent) -> Option<PerMode<ModeRisk>> {
    let keys = [&w::SELF_DIRECTED, &w::POOLED, &w::FIXED_BENEFIT];
    let read = |index: usize| mode_risk(section, keys[index], Mode::ALL[index], lent);
    section.cx.mode_sections.set(keys.map(|key| section.has(key)));
    let (own, pooled, fixed) = (read(0), read(1), read(2));
    Some(PerMode([own?, pooled?, fixed?]))
}

fn mode_risk(section: &Section<'_>, key: &'static Key, mode: Mode, lent: &Lent) -> Option<ModeRisk> {
    match section.item(key) {
        Some(item) => item.section(spec_of(key)).and_then(|section| risk(&section, mode)),
        None if lent.modes[mode] => {
            section.missing_section(key, lent.because(mode));
            None
        }
        None => neutral::risk(),
    }
}

fn risk(section: &Section<'_>, mode: Mode) -> Option<ModeRisk> {
    // Both declarations of the section share their names; the choices of `default` are read from the right one.
    let own = mode == Mode::SelfDirected;
    let default_key = if own { &crate::scenario::keys::world::own_risk::DEFAULT } else { &r::DEFAULT };
    let default = match own {
        true => section.need(default_key).and_then(|item| default(&item)),
        false => section.off_by(default_key, DefaultMechanism::None, |item| default(item)),
    };
    let loadings = loadings(section, &r::LOADINGS, &l::SECTION);
    let collection = section
        .off_by(&r::COLLECTION, neutral::no_collection(), |item| collection(&item.section(spec_of(&r::COLLECTION))?));
    let contagion = match own {
        true => Some(Contagion::Probability(Probability::ONE)),
        false => section.off_by(&r::CONTAGION, Contagion::Probability(Probability::ONE), contagion),
    };
    let cash_decides = match own {
        true => matches!(default, Some(DefaultMechanism::Structural)),
        false => contagion == Some(Contagion::HouseholdCash) && matches!(default, Some(DefaultMechanism::None)),
    };
    let loss_given_default = match cash_decides {
        true => section.or(&r::LGD, neutral::fixed(1.0)?),
        false => section.off(&r::LGD, neutral::fixed(1.0)?),
    };
    Some(ModeRisk {
        default: default?,
        loadings: loadings?,
        loss_given_default: loss_given_default?,
        collection: collection?,
        contagion: contagion?,
    })
}

pub fn contagion(item: &Item<'_>) -> Option<Contagion> {
    match item.number_or_word()? {
        Some(probability) => Probability::new(probability).map(Contagion::Probability),
        None => Some(Contagion::HouseholdCash),
    }
}

/// What makes a loan default.
pub fn default(item: &Item<'_>) -> Option<DefaultMechanism> {
    let (name, body) = item.variant()?;
    match name {
        "none" => item.no_parameters(body).map(|()| DefaultMechanism::None),
        "structural" => item.no_parameters(body).map(|()| DefaultMechanism::Structural),
        "copula" => {
            let section = item.parameters(name, &body, &s::SECTION)?;
            let (pd_annual, month_weights) = seasonal(&section)?;
            Some(DefaultMechanism::Copula { pd_annual, month_weights })
        }
        "hazard" => {
            let section = item.parameters(name, &body, &h::SECTION)?;
            let pd_annual = section.need(&h::PD).and_then(|item| probabilities(&item));
            let (ability, county) = (section.or(&h::ABILITY, 0.0), section.or(&h::COUNTY, 0.0));
            Some(DefaultMechanism::Hazard { pd_annual: pd_annual?, ability_logit: ability?, county_logit: county? })
        }
        _ => {
            let section = item.parameters(name, &body, &m::SECTION)?;
            let pd = calm_and_bad(&section, &m::PD, &m::PD_CALM, &m::PD_BAD);
            let by_copula = section.or(&m::BY_COPULA, false);
            let (pd_calm, pd_bad) = pd?;
            Some(DefaultMechanism::AtMaturity { pd_calm, pd_bad, by_copula: by_copula? })
        }
    }
}

/// `pd_annual` and `month_weights`.
pub fn seasonal(section: &Section<'_>) -> Option<(Vec<Probability>, [f64; 12])> {
    let pd = section.need(&s::PD).and_then(|item| probabilities(&item));
    let weights = match section.item(&s::MONTH_WEIGHTS) {
        Some(item) => item.month_weights(),
        None => Some([1.0 / 12.0; 12]),
    };
    Some((pd?, weights?))
}

fn probabilities(item: &Item<'_>) -> Option<Vec<Probability>> {
    item.one_or_numbers()?.into_iter().map(Probability::new).collect()
}

/// Either `pd`, or both `pd_calm` and `pd_bad`.
pub fn calm_and_bad(
    section: &Section<'_>,
    pd: &'static Key,
    calm: &'static Key,
    bad: &'static Key,
) -> Option<(Probability, Probability)> {
    if section.has(calm) || section.has(bad) {
        section.at_most_one(&[pd, if section.has(calm) { calm } else { bad }]);
        let (calm, bad) = (section.required(calm), section.required(bad));
        return Some((calm?, bad?));
    }
    let pd: Probability = section.required(pd)?;
    Some((pd, pd))
}

/// Loadings of a table with some of the three factors; absent ones are zero.
pub fn loadings(section: &Section<'_>, key: &'static Key, spec: &'static SectionSpec) -> Option<Loadings> {
    let Some(item) = section.item(key) else { return Some(Loadings::default()) };
    let section = item.section(spec)?;
    let [county, township, industry] = [&l::COUNTY, &l::TOWNSHIP, &l::INDUSTRY].map(|key| section.or(key, 0.0));
    let loadings = Loadings { county: county?, township: township?, industry: industry? };
    let sum = loadings.county + loadings.township + loadings.industry;
    // Shares that are written as 0.1, 0.2 and 0.7 may miss 1 by a rounding.
    if sum > 1.0 + 1e-12 {
        item.report(Mistake::Together(TogetherMistake::LoadingsTooLarge { path: item.path.clone(), sum }));
        return None;
    }
    Some(loadings)
}

/// Collection after default.
pub fn collection(section: &Section<'_>) -> Option<Collection> {
    let monthly = section.off(&c::MONTHLY, Probability::ZERO);
    let monthly_suspended = section.item(&c::MONTHLY_SUSPENDED).map(|item| Probability::read(&item));
    let horizon_months = section.off(&c::HORIZON, NO_HORIZON);
    let part = section.off_by(&c::PART, CollectedPart::Full, |item| part(item));
    let cost_share = section.off(&c::COST, Share::ZERO);
    Some(Collection {
        monthly: monthly?,
        monthly_suspended: match monthly_suspended {
            Some(probability) => Some(probability?),
            None => None,
        },
        horizon_months: horizon_months?,
        part: part?,
        cost_share: cost_share?,
    })
}

fn part(item: &Item<'_>) -> Option<CollectedPart> {
    let (name, body) = item.variant()?;
    if name == "full" {
        return item.no_parameters(body).map(|()| CollectedPart::Full);
    }
    let section = item.parameters(name, &body, &beta_part::SECTION)?;
    let (alpha, beta) = (section.need(&beta_part::ALPHA), section.need(&beta_part::BETA));
    let (alpha, beta) = (alpha.and_then(|item| f64::read(&item)), beta.and_then(|item| f64::read(&item)));
    Some(CollectedPart::Beta { alpha: alpha?, beta: beta? })
}
