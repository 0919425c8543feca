//! Households: who they are (a roster, read or synthesised) and what their own draws make of the loan terms.
//!
//! Every attribute is a draw from the household's own address, so that one more household changes nobody else.

mod ledger;
mod organisations;
mod roster;

pub use organisations::{OrganisationRoster, synthesised_organisation};
pub(crate) use roster::pick;
pub use roster::{Roster, township_names};

use crate::draws::{Luck, Purpose};
use crate::model::policy::{
    LendingPolicy, LoanTerms, Mode, PerMode, Placement, Policy, PrincipalRule, SuitabilityWeights,
};
use crate::model::world::World;
use crate::units::{Fen, Share};

/// Households of a county under one policy: the roster and what each household's own draws make of the loan terms.
#[derive(Clone, Debug)]
pub struct Population {
    /// Who the households are.
    pub roster: Roster,
    /// Principal a household would get in each mode.
    pub principal: PerMode<Vec<Fen>>,
    /// Tenor of its loan in each mode, as an index into the mode's tenors.
    pub tenor: PerMode<Vec<u8>>,
    /// It wants a loan in a year whose take-up exceeds this.
    pub demand_key: Vec<f64>,
    /// Whether it has a credit line.
    pub credit_line: Vec<bool>,
    /// Uniform that chooses its organisation.
    pub organisation_key: Vec<f64>,
    /// Whether it never intends to repay.
    pub unwilling: Vec<bool>,
    /// δ: share of a self-directed loan diverted to consumption.
    pub diversion: Vec<f64>,
    /// exp(βθ − β²/2): effect of ability on revenue.
    pub ability_effect: Vec<f64>,
    /// For each season, mode and township: households that may be placed, have a credit line and want a loan by then,
    /// in the order of service.
    pub service_order: Vec<PerMode<Vec<Vec<Candidate>>>>,
    /// Households of each township.
    pub township_households: Vec<u32>,
    /// Share of the county's households in each township.
    pub township_share: Vec<f64>,
    /// Organisations of pooled mode, then the development company.
    pub organisations: OrganisationRoster,
}

/// A household in the order of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The household.
    pub household: u32,
    /// What it would be lent in the mode.
    pub principal: Fen,
}

impl Population {
    /// The households of `world` under `policy`, drawn from `luck`.
    pub fn draw(policy: &Policy, world: &World, luck: Luck) -> Population {
        Population::from_roster(Roster::of(world, luck), policy, world, luck)
    }

    /// The same households, with their own draws for everything a roster does not say.
    pub fn from_roster(roster: Roster, policy: &Policy, world: &World, luck: Luck) -> Population {
        let column = |purpose: Purpose| -> Vec<f64> {
            let mut uniforms = vec![0.0; roster.len()];
            luck.uniforms(&roster.entity, purpose, 0, &mut uniforms);
            uniforms
        };
        let beta = world.households.ability_effect;
        let placed = PerMode(Mode::ALL.map(|mode| service_order(&roster, &policy.lending, mode, luck)));
        let demand_key = column(Purpose::TakeUp);
        let line = policy.lending.credit_line_share.get();
        let credit_line: Vec<bool> = column(Purpose::CreditLine).iter().map(|u| *u < line).collect();
        let principal =
            PerMode(Mode::ALL.map(|mode| principals(&roster, &policy.terms[mode], &column(principal_purpose(mode)))));
        let asks = |household: u32, take_up: &Share| {
            credit_line[household as usize] && demand_key[household as usize] < take_up.get()
        };
        let by_season = |take_up: &Share| candidates(&placed, &principal, |household| asks(household, take_up));
        let township_households = count_by(&roster.township, roster.township_names.len());
        let service_order = world.take_up.iter().map(by_season).collect();
        Population {
            principal,
            tenor: PerMode(Mode::ALL.map(|mode| tenors(&policy.terms[mode], &column(Purpose::Tenor)))),
            demand_key,
            credit_line,
            organisation_key: column(Purpose::OrganisationChoice),
            unwilling: column(Purpose::Unwilling).iter().map(|u| *u < world.households.unwilling.get()).collect(),
            diversion: column(Purpose::Diversion)
                .iter()
                .map(|u| world.households.diversion.quantile(*u).clamp(0.0, 1.0))
                .collect(),
            ability_effect: roster.ability.iter().map(|theta| libm::exp(beta * theta - beta * beta / 2.0)).collect(),
            township_share: township_households
                .iter()
                .map(|count| f64::from(*count) / roster.len().max(1) as f64)
                .collect(),
            township_households,
            organisations: organisations::organisations(world, roster.township_names.len(), luck),
            service_order,
            roster,
        }
    }

    /// Number of households.
    pub fn len(&self) -> usize {
        self.roster.len()
    }

    /// Whether there is no household.
    pub fn is_empty(&self) -> bool {
        self.roster.is_empty()
    }
}

fn principal_purpose(mode: Mode) -> Purpose {
    match mode {
        Mode::SelfDirected => Purpose::PrincipalSelfDirected,
        Mode::Pooled | Mode::FixedBenefit => Purpose::PrincipalPooled,
    }
}

/// Principal of each household: the rule's amount, at most the cap, rounded to a multiple of the step (at least one).
fn principals(roster: &Roster, terms: &LoanTerms, uniforms: &[f64]) -> Vec<Fen> {
    let step = terms.principal_step.0.max(1);
    let largest = (terms.principal_max.0 / step).max(1);
    (0..roster.len())
        .map(|household| {
            let wanted = match &terms.principal {
                PrincipalRule::Drawn(law) => Fen::from_yuan(law.quantile(uniforms[household])),
                PrincipalRule::PerPerson(sum) => Fen(sum.0 * i64::from(roster.persons[household])),
            };
            Fen(((wanted.0 + step / 2) / step).clamp(1, largest) * step)
        })
        .collect()
}

fn tenors(terms: &LoanTerms, uniforms: &[f64]) -> Vec<u8> {
    let weights: Vec<f64> = terms.tenors.iter().map(|(_, share)| share.get()).collect();
    uniforms.iter().map(|u| pick(&weights, *u) as u8).collect()
}

fn count_by(class: &[u32], classes: usize) -> Vec<u32> {
    let mut counts = vec![0; classes];
    for index in class {
        counts[*index as usize] += 1;
    }
    counts
}

/// Households of each township that may be placed in `mode`, in the order of service.
///
/// `eligible`: those whose own situation fits, by their own service key. `open`: everyone, by suitability:
/// self-directed from the top, fixed benefit from the bottom, pooled from the middle (zero) outward.
fn service_order(roster: &Roster, lending: &LendingPolicy, mode: Mode, luck: Luck) -> Vec<Vec<u32>> {
    let mut order: Vec<Vec<u32>> = vec![Vec::new(); roster.township_names.len()];
    let mut key = vec![0.0; roster.len()];
    match &lending.placement {
        Placement::Eligible => luck.uniforms(&roster.entity, Purpose::Service, 0, &mut key),
        Placement::Open(weights) => suitability_keys(roster, weights, mode, luck, &mut key),
    }
    for household in 0..roster.len() {
        if lending.placement != Placement::Eligible || roster.situation[household] == mode {
            order[roster.township[household] as usize].push(household as u32);
        }
    }
    for households in &mut order {
        households.sort_by(|a, b| key[*a as usize].total_cmp(&key[*b as usize]).then(a.cmp(b)));
    }
    order
}

/// The households of an order of service that fulfil `wanted`, with their principals.
fn candidates(
    order: &PerMode<Vec<Vec<u32>>>,
    principal: &PerMode<Vec<Fen>>,
    wanted: impl Fn(u32) -> bool,
) -> PerMode<Vec<Vec<Candidate>>> {
    let of = |mode, household: u32| Candidate { household, principal: principal[mode][household as usize] };
    let township = |mode, households: &Vec<u32>| {
        households.iter().filter(|household| wanted(**household)).map(|household| of(mode, *household)).collect()
    };
    PerMode(Mode::ALL.map(|mode| order[mode].iter().map(|households| township(mode, households)).collect()))
}

/// Keys to sort by, ascending: the mode's own view of the suitability score.
fn suitability_keys(roster: &Roster, weights: &SuitabilityWeights, mode: Mode, luck: Luck, key: &mut [f64]) {
    luck.normals(&roster.entity, Purpose::Suitability, 0, key);
    for (household, key) in key.iter_mut().enumerate() {
        let situation = 1.0 - f64::from(roster.situation[household] as u8);
        let labour = f64::from(roster.labour[household]) / f64::from(roster.persons[household]) - 0.5;
        let score = weights.situation * situation
            + weights.labour * labour
            + weights.ability * roster.ability[household]
            + weights.noise * *key;
        *key = match mode {
            Mode::SelfDirected => -score,
            Mode::Pooled => score.abs(),
            Mode::FixedBenefit => score,
        };
    }
}
