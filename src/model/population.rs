//! Households: who they are (a roster, read or synthesised) and what their own draws make of the loan terms.
//!
//! Every attribute is a draw from the household's own address, so that one more household changes nobody else.

use crate::draws::{Entity, Luck, Purpose};
use crate::model::policy::{
    LendingPolicy, LoanTerms, Mode, PerMode, Placement, Policy, PrincipalRule, SuitabilityWeights,
};
use crate::model::world::{Industry, OrganisationSource, PopulationSource, Synthesis, World};
use crate::units::{Fen, Share};

/// Households as columns, one element per household: what a roster file says and what a synthesis draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Address of the household's random numbers (from its identifier).
    pub entity: Vec<Entity>,
    /// Identifier as the file writes it.
    pub name: Vec<String>,
    /// Township, from 0.
    pub township: Vec<u32>,
    /// Village within the county, from 0.
    pub village: Vec<u32>,
    /// Names of the townships.
    pub township_names: Vec<String>,
    /// Names of the villages.
    pub village_names: Vec<String>,
    /// Members.
    pub persons: Vec<u16>,
    /// Members able to work.
    pub labour: Vec<u16>,
    /// Mode that the household's own situation fits.
    pub situation: Vec<Mode>,
    /// Ability θ.
    pub ability: Vec<f64>,
    /// Baseline income in the calendar year of the start, for each person.
    pub income_per_person: Vec<Fen>,
    /// Industry, index into the scenario's list.
    pub industry: Vec<u32>,
    /// Own capital put beside a loan.
    pub own_capital: Vec<Fen>,
    /// Liquidity when the household first borrows.
    pub buffer: Vec<Fen>,
}

impl Roster {
    /// The roster of a scenario: the file's own, or a synthesis from `luck`.
    pub fn of(world: &World, luck: Luck) -> Roster {
        match &world.population {
            PopulationSource::Roster(roster) => roster.clone(),
            PopulationSource::Synthetic(synthesis) => Roster::synthesise(synthesis, &world.industries, luck),
        }
    }

    /// Number of households.
    pub fn len(&self) -> usize {
        self.entity.len()
    }

    /// Whether there is no household.
    pub fn is_empty(&self) -> bool {
        self.entity.is_empty()
    }

    /// Draws every household from its own address.
    pub fn synthesise(synthesis: &Synthesis, industries: &[Industry], luck: Luck) -> Roster {
        let mut roster = Roster::default();
        for (township, villages) in synthesis.villages.iter().enumerate() {
            roster.township_names.push(format!("T{:02}", township + 1));
            roster.village_names.extend((1..=*villages).map(|village| format!("T{:02}-{village:03}", township + 1)));
        }
        let first_village: Vec<u32> = running_sum(&synthesis.villages);
        let industry_weights: Vec<f64> = industries.iter().map(|industry| industry.weight).collect();
        for index in 0..synthesis.households {
            roster.push_drawn(synthesis, &industry_weights, &first_village, Entity::index(index + 1), luck);
        }
        roster
    }

    fn push_drawn(
        &mut self,
        synthesis: &Synthesis,
        industry_weights: &[f64],
        first_village: &[u32],
        entity: Entity,
        luck: Luck,
    ) {
        let draw = |purpose| luck.uniform(entity, purpose, 0);
        let township = pick(&synthesis.township_weights, draw(Purpose::Township));
        let villages = synthesis.villages[township];
        let village = ((draw(Purpose::Village) * f64::from(villages)) as u32).min(villages - 1);
        let persons = libm::round(synthesis.persons.quantile(draw(Purpose::Persons)));
        let persons = (persons as u16).clamp(synthesis.persons_min, synthesis.persons_max);
        let shares: Vec<f64> = synthesis.situation.0.iter().map(|share| share.get()).collect();
        let situation = Mode::ALL[pick(&shares, draw(Purpose::Situation))];
        let able = luck.binomial(entity, Purpose::Labour, 0, persons.into(), synthesis.labour_probability) as u16;
        self.entity.push(entity);
        self.name.push((self.name.len() + 1).to_string());
        self.township.push(township as u32);
        self.village.push(first_village[township] + village);
        self.persons.push(persons);
        self.labour.push(if situation == Mode::FixedBenefit { 0 } else { able.max(1) });
        self.situation.push(situation);
        self.ability.push(synthesis.ability_mean[situation] + luck.normal(entity, Purpose::Ability, 0));
        self.income_per_person.push(Fen::from_yuan(synthesis.income.quantile(draw(Purpose::Income)).max(0.0)));
        self.industry.push(pick(industry_weights, draw(Purpose::Industry)) as u32);
        self.own_capital.push(Fen::from_yuan(synthesis.own_capital.quantile(draw(Purpose::OwnCapital)).max(0.0)));
        self.buffer.push(Fen::from_yuan(synthesis.buffer.quantile(draw(Purpose::Buffer)).max(0.0)));
    }
}

/// Index of the class that `u` in (0, 1) falls into, classes being as wide as their weights; 0 when there is none.
pub(crate) fn pick(weights: &[f64], u: f64) -> usize {
    let total: f64 = weights.iter().sum();
    let mut reached = 0.0;
    for (index, weight) in weights.iter().enumerate() {
        reached += weight;
        if u * total < reached {
            return index;
        }
    }
    weights.iter().rposition(|weight| *weight > 0.0).unwrap_or(0)
}

fn running_sum(counts: &[u32]) -> Vec<u32> {
    counts
        .iter()
        .scan(0, |sum, count| {
            let before = *sum;
            *sum += count;
            Some(before)
        })
        .collect()
}

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

/// Organisations as columns; the last one is the development company.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganisationRoster {
    /// Address of its random numbers.
    pub entity: Vec<Entity>,
    /// Name.
    pub name: Vec<String>,
    /// Index into the kinds; the company's is one past the last.
    pub kind: Vec<usize>,
    /// Industry.
    pub industry: Vec<u32>,
    /// Township.
    pub township: Vec<u32>,
    /// Relative share of pooled lending; zero for the company.
    pub weight: Vec<f64>,
    /// Age in years at the start.
    pub age_years: Vec<u16>,
}

impl OrganisationRoster {
    /// Index of the development company.
    pub fn company(&self) -> usize {
        self.entity.len() - 1
    }
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
            organisations: organisations(world, roster.township_names.len(), luck),
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

/// The organisations of a scenario, then the development company.
fn organisations(world: &World, townships: usize, luck: Luck) -> OrganisationRoster {
    let mut roster = OrganisationRoster::default();
    let industry_weights: Vec<f64> = world.industries.iter().map(|industry| industry.weight).collect();
    let kind_weights: Vec<f64> = world.organisations.kinds.iter().map(|kind| kind.weight).collect();
    let township_of = |entity| {
        ((luck.uniform(entity, Purpose::OrganisationTownship, 0) * townships as f64) as u32).min(townships as u32 - 1)
    };
    let industry_of = |entity| pick(&industry_weights, luck.uniform(entity, Purpose::OrganisationIndustry, 0)) as u32;
    match &world.organisations.source {
        OrganisationSource::Listed(list) => {
            for (index, listed) in list.iter().enumerate() {
                let entity = Entity::index(index as u32 + 1);
                roster.entity.push(entity);
                roster.name.push(listed.name.clone());
                roster.kind.push(listed.kind);
                roster.industry.push(listed.industry.unwrap_or_else(|| industry_of(entity)));
                roster.township.push(listed.township.unwrap_or_else(|| township_of(entity)));
                roster.weight.push(listed.weight);
                roster.age_years.push(listed.age_years);
            }
        }
        OrganisationSource::Synthetic { count, sizes } => {
            for index in 1..=*count {
                let entity = Entity::index(index);
                roster.entity.push(entity);
                roster.name.push(format!("O{index:02}"));
                roster.kind.push(pick(&kind_weights, luck.uniform(entity, Purpose::OrganisationKind, 0)));
                roster.industry.push(industry_of(entity));
                roster.township.push(township_of(entity));
                roster.weight.push(sizes.weight(index, *count, luck));
                roster.age_years.push(0);
            }
        }
    }
    roster.entity.push(Entity::index(0));
    roster.name.push("company".to_string());
    roster.kind.push(world.organisations.kinds.len());
    roster.industry.push(world.company_industry);
    roster.township.push(0);
    roster.weight.push(0.0);
    roster.age_years.push(0);
    roster
}

impl crate::model::world::OrganisationSizes {
    /// Relative size of organisation `rank` (from 1) of `count`.
    fn weight(&self, rank: u32, count: u32, luck: Luck) -> f64 {
        match self {
            Self::LargestShare(share) => libm::pow(f64::from(rank), -rank_size_exponent(share.get(), count)),
            Self::Drawn(law) => law.quantile(luck.uniform(Entity::index(rank), Purpose::OrganisationSize, 0)).max(0.0),
        }
    }
}

/// α of the rank-size law with which the largest of `count` organisations has `largest_share`:
/// 1 / Σₖ k^(−α) = share, by bisection. A share of at most 1/count gives equal sizes (α = 0).
fn rank_size_exponent(largest_share: f64, count: u32) -> f64 {
    let share_of_largest = |alpha: f64| 1.0 / (1..=count).map(|rank| libm::pow(f64::from(rank), -alpha)).sum::<f64>();
    let (mut low, mut high) = (0.0, 64.0);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if share_of_largest(middle) < largest_share {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
