//! Who the households are: read from a file, or synthesised from addressed draws.

use super::ledger;
use crate::draws::{Entity, Luck, Purpose};
use crate::model::policy::Mode;
use crate::model::world::{Industry, PopulationSource, Synthesis, World};
use crate::units::Fen;

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
            PopulationSource::Synthetic(synthesis) => {
                let mut roster = match world.ledger.townships.is_empty() {
                    true => Roster::synthesise(synthesis, &world.industries, luck),
                    // All households come from the ledger: so do the places.
                    false => Roster { township_names: world.ledger.townships.clone(), ..Roster::default() },
                };
                ledger::add_households(&mut roster, &world.ledger, synthesis, &world.industries, luck);
                roster
            }
        }
    }

    /// Number of households.
    pub fn len(&self) -> usize {
        self.entity.len()
    }

    /// Income of a household in the calendar year of the start, without the programme.
    pub fn base_income(&self, household: usize) -> Fen {
        Fen(self.income_per_person[household].0 * i64::from(self.persons[household]))
    }

    /// Whether there is no household.
    pub fn is_empty(&self) -> bool {
        self.entity.is_empty()
    }

    /// Draws every household from its own address.
    pub fn synthesise(synthesis: &Synthesis, industries: &[Industry], luck: Luck) -> Roster {
        let mut roster = Roster { township_names: township_names(synthesis.villages.len()), ..Roster::default() };
        for (township, villages) in roster.township_names.iter().zip(&synthesis.villages) {
            roster.village_names.extend((1..=*villages).map(|village| format!("{township}-{village:03}")));
        }
        let first_village: Vec<u32> = running_sum(&synthesis.villages);
        let industry_weights: Vec<f64> = industries.iter().map(|industry| industry.weight).collect();
        for index in 0..synthesis.households {
            let entity = Entity::index(index + 1);
            let township = pick(&synthesis.township_weights, luck.uniform(entity, Purpose::Township, 0));
            let village = drawn_village(entity, synthesis.villages[township], luck);
            let home = (township as u32, first_village[township] + village);
            roster.push_drawn(synthesis, &industry_weights, home, entity, luck);
        }
        roster
    }

    /// Draws everything but the home of a household from its own address.
    pub(super) fn push_drawn(
        &mut self,
        synthesis: &Synthesis,
        industry_weights: &[f64],
        (township, village): (u32, u32),
        entity: Entity,
        luck: Luck,
    ) {
        let draw = |purpose| luck.uniform(entity, purpose, 0);
        let persons = libm::round(synthesis.persons.quantile(draw(Purpose::Persons)));
        let persons = (persons as u16).clamp(synthesis.persons_min, synthesis.persons_max);
        let shares: Vec<f64> = synthesis.situation.0.iter().map(|share| share.get()).collect();
        let situation = Mode::ALL[pick(&shares, draw(Purpose::Situation))];
        let able = luck.binomial(entity, Purpose::Labour, 0, persons.into(), synthesis.labour_probability) as u16;
        self.entity.push(entity);
        self.name.push((self.name.len() + 1).to_string());
        self.township.push(township);
        self.village.push(village);
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

/// Names of synthesised townships.
pub fn township_names(townships: usize) -> Vec<String> {
    (1..=townships).map(|township| format!("T{township:02}")).collect()
}

/// Village of a household among `villages`, from 0.
pub(super) fn drawn_village(entity: Entity, villages: u32, luck: Luck) -> u32 {
    ((luck.uniform(entity, Purpose::Village, 0) * f64::from(villages)) as u32).min(villages - 1)
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

pub(super) fn running_sum(counts: &[u32]) -> Vec<u32> {
    counts
        .iter()
        .scan(0, |sum, count| {
            let before = *sum;
            *sum += count;
            Some(before)
        })
        .collect()
}
