//! What a policy offers the households: who may borrow, in which order, how much, for how long.

use super::{Roster, column, pick};
use crate::draws::{Entity, Luck, Purpose};
use crate::model::policy::{
    LendingPolicy, LoanTerms, Mode, PerMode, Placement, Policy, PrincipalRule, SuitabilityWeights,
};
use crate::model::world::World;
use crate::model::{quota, safeguards};
use crate::units::{Fen, Share};

/// What the households' own draws make of a policy, one element per household unless it is said otherwise.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Principal a household would get in each mode.
    pub principal: PerMode<Vec<Fen>>,
    /// Tenor of its loan in each mode, as an index into the mode's tenors.
    pub tenor: PerMode<Vec<u8>>,
    /// Whether it has a credit line.
    pub credit_line: Vec<bool>,
    /// Whether it never intends to repay.
    pub unwilling: Vec<bool>,
    /// δ: share of a self-directed loan diverted to consumption.
    pub diversion: Vec<f64>,
    /// Whether it passes the check of applicants; empty without one.
    pub passes: Vec<bool>,
    /// Safeguards that cover it, one bit each; empty without any.
    pub coverage: Vec<u8>,
    /// Number of rated villages.
    pub rated_villages: u32,
    /// For each season, mode and township: households that may be placed, have a credit line and want a loan by then,
    /// in the order of service.
    pub service_order: Vec<PerMode<Vec<Vec<Applicant>>>>,
    /// For each mode and township: what lending asks of the applicants of any season, in the order of service.
    pub candidates: PerMode<Vec<Vec<Candidate>>>,
}

/// A household in the order of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// The household.
    pub household: u32,
    /// Its place in [`Offer::candidates`].
    pub place: u32,
    /// Its village: those of stopped villages are passed over month after month.
    pub village: u32,
}

/// What lending in a mode asks of a household, side by side: one look into memory, not one for each column.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Candidate {
    /// Address of its random numbers.
    pub entity: Entity,
    /// What it would be lent in the mode.
    pub principal: Fen,
    /// Uniform that chooses its organisation.
    pub organisation_key: f64,
    /// Own capital put beside a first loan.
    pub own_capital: Fen,
    /// δ: share of a self-directed loan diverted to consumption.
    pub diversion: f64,
    /// exp(βθ − β²/2): effect of ability on revenue.
    pub ability_effect: f64,
    /// Income in the first year without the programme.
    pub base_income: Fen,
    /// Its industry.
    pub industry: u16,
    /// Tenor of its loan, as an index into the mode's tenors.
    pub tenor: u8,
}

impl Offer {
    /// The offer of a policy to the households of a roster.
    pub fn new(
        policy: &Policy,
        world: &World,
        roster: &Roster,
        village_township: &[u32],
        demand_key: &[f64],
        luck: Luck,
    ) -> Offer {
        let coverage = safeguards::coverage(policy, roster, village_township, luck);
        let column = |purpose| column(roster, purpose, luck);
        let placed = PerMode(Mode::ALL.map(|mode| service_order(roster, &policy.lending, mode, luck)));
        let line = policy.lending.credit_line_share.get();
        let credit_line: Vec<bool> = column(Purpose::CreditLine).iter().map(|u| *u < line).collect();
        let principal =
            PerMode(Mode::ALL.map(|mode| principals(roster, &policy.terms[mode], &column(principal_purpose(mode)))));
        let asks = |household: u32, take_up: &Share| {
            credit_line[household as usize] && demand_key[household as usize] < take_up.get()
        };
        let most =
            world.take_up.iter().copied().fold(Share::ZERO, |most, share| if share > most { share } else { most });
        let applicants = applicants(&placed, &roster.village, |household| asks(household, &most));
        let by_season = |take_up: &Share| among(&applicants, |household| asks(household, take_up));
        let service_order = world.take_up.iter().map(by_season).collect();
        Offer {
            principal,
            tenor: PerMode(Mode::ALL.map(|mode| tenors(&policy.terms[mode], &column(Purpose::Tenor)))),
            credit_line,
            unwilling: unwilling(policy, world, &coverage, &column(Purpose::Unwilling)),
            diversion: diversion(policy, world, &coverage, &column(Purpose::Diversion)),
            passes: quota::passes(policy, roster, luck),
            rated_villages: safeguards::count_rated_villages(policy, roster, village_township, luck),
            coverage,
            service_order,
            candidates: PerMode::default(),
        }
    }

    /// Everything of a policy that [`Offer::new`] reads, as text: equal texts, equal offers.
    pub fn signature(policy: &Policy) -> String {
        let lending = &policy.lending;
        let of_mode = |mode: Mode| {
            let terms = &policy.terms[mode];
            (&terms.principal, terms.principal_max, terms.principal_step, &terms.tenors)
        };
        let rules = (&policy.rules.screening, &policy.rules.quota, &policy.rules.safeguards);
        format!("{:?} {:?} {:?} {rules:?}", lending.placement, lending.credit_line_share, Mode::ALL.map(of_mode))
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

/// Who never intends to repay: u < ν · Π of the factors of the safeguards that cover the household.
fn unwilling(policy: &Policy, world: &World, coverage: &[u8], uniforms: &[f64]) -> Vec<bool> {
    let share = world.households.unwilling.get();
    let is = |(household, u): (usize, &f64)| *u < share * safeguards::unwilling_factor(policy, coverage, household);
    uniforms.iter().enumerate().map(is).collect()
}

/// δ · Π of the factors of the safeguards that cover the household.
fn diversion(policy: &Policy, world: &World, coverage: &[u8], uniforms: &[f64]) -> Vec<f64> {
    let of = |(household, u): (usize, &f64)| {
        let share = world.households.diversion.quantile(*u).clamp(0.0, 1.0);
        share * safeguards::diversion_factor(policy, coverage, household)
    };
    uniforms.iter().enumerate().map(of).collect()
}

fn tenors(terms: &LoanTerms, uniforms: &[f64]) -> Vec<u8> {
    let weights: Vec<f64> = terms.tenors.iter().map(|(_, share)| share.get()).collect();
    uniforms.iter().map(|u| pick(&weights, *u) as u8).collect()
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

/// The households of an order of service that `ask` for a loan in some season, with their places.
fn applicants(
    order: &PerMode<Vec<Vec<u32>>>,
    village: &[u32],
    ask: impl Fn(u32) -> bool,
) -> PerMode<Vec<Vec<Applicant>>> {
    let township = |households: &Vec<u32>| {
        let asking = households.iter().copied().filter(|household| ask(*household));
        asking
            .zip(0..)
            .map(|(household, place)| Applicant { household, place, village: village[household as usize] })
            .collect()
    };
    PerMode(Mode::ALL.map(|mode| order[mode].iter().map(township).collect()))
}

/// The applicants that fulfil `wanted`.
fn among(all: &PerMode<Vec<Vec<Applicant>>>, wanted: impl Fn(u32) -> bool) -> PerMode<Vec<Vec<Applicant>>> {
    let township = |applicants: &Vec<Applicant>| {
        applicants.iter().copied().filter(|applicant| wanted(applicant.household)).collect()
    };
    PerMode(Mode::ALL.map(|mode| all[mode].iter().map(township).collect()))
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
