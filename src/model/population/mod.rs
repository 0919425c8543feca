//! Households: who they are (a roster, read or synthesised) and what their own draws make of the loan terms.
//!
//! Every attribute is a draw from the household's own address, so that one more household changes nobody else.

mod ledger;
mod offer;
mod organisations;
mod roster;

pub use offer::{Applicant, Candidate, Offer};
pub use organisations::{OrganisationRoster, synthesised_organisation};
pub(crate) use roster::pick;
pub use roster::{Roster, township_names};

use crate::draws::{Luck, Purpose};
use crate::model::benefits;
use crate::model::groups::Membership;
use crate::model::policy::{Mode, PerMode};
use crate::model::timetable::Policies;
use crate::model::world::World;
use crate::units::Fen;

/// What payments and windows ask of a household, side by side: one look into memory, not one for each column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(32))]
pub struct Means {
    /// Liquidity when it first borrows.
    pub buffer: Fen,
    /// Baseline income in the calendar year of the start, for each person.
    pub income_per_person: Fen,
    /// Members.
    pub persons: u16,
    /// Its groups beside that of its mode ([`Membership::places`]).
    pub groups: [u16; 3],
}

/// Households of a county: the roster, their own draws, and what those draws make of each policy of the run.
#[derive(Clone, Debug)]
pub struct Population {
    /// Who the households are.
    pub roster: Roster,
    /// What payments and windows ask of each household.
    pub means: Vec<Means>,
    /// It wants a loan in a year whose take-up exceeds this.
    pub demand_key: Vec<f64>,
    /// Uniform that chooses its organisation.
    pub organisation_key: Vec<f64>,
    /// Uniform below which an organisation employs it (empty if none pays wages or land rent).
    pub employed_key: Vec<f64>,
    /// Uniform below which it leases land to an organisation (empty if none pays wages or land rent).
    pub lease_key: Vec<f64>,
    /// exp(βθ − β²/2): effect of ability on revenue.
    pub ability_effect: Vec<f64>,
    /// What each set of terms offers the households; policies that differ in nothing that matters here share one.
    pub offers: Vec<Offer>,
    /// Households of each township.
    pub township_households: Vec<u32>,
    /// Share of the county's households in each township.
    pub township_share: Vec<f64>,
    /// Organisations of pooled mode, then the development company.
    pub organisations: OrganisationRoster,
    /// Township of each village (of no household: beyond the last township).
    pub village_township: Vec<u32>,
    /// Its project is insured where this is below the uptake.
    pub insurance_key: Vec<f64>,
    /// Groups in which gains and losses are counted.
    pub groups: Membership,
}

impl Population {
    /// The households of `world` under the policies of a run, drawn from `luck`.
    pub fn draw(policies: &Policies, world: &World, luck: Luck) -> Population {
        Population::from_roster(Roster::of(world, luck), policies, world, luck)
    }

    /// The same households, with their own draws for everything a roster does not say.
    pub fn from_roster(roster: Roster, policies: &Policies, world: &World, luck: Luck) -> Population {
        let column = |purpose| column(&roster, purpose, luck);
        let beta = world.households.ability_effect;
        let demand_key = column(Purpose::TakeUp);
        let (employed_key, lease_key) = benefits::keys(world, &roster, luck);
        let township_households = count_by(&roster.township, roster.township_names.len());
        let village_township = village_townships(&roster);
        let groups = Membership::of(&roster);
        let mut population = Population {
            offers: policies
                .offers()
                .map(|policy| Offer::new(policy, world, &roster, &village_township, &demand_key, luck))
                .collect(),
            means: means(&roster, &groups),
            demand_key,
            organisation_key: column(Purpose::OrganisationChoice),
            insurance_key: column(Purpose::Insured),
            groups,
            employed_key,
            lease_key,
            ability_effect: roster.ability.iter().map(|theta| libm::exp(beta * theta - beta * beta / 2.0)).collect(),
            township_share: township_households
                .iter()
                .map(|count| f64::from(*count) / roster.len().max(1) as f64)
                .collect(),
            township_households,
            organisations: organisations::organisations(world, roster.township_names.len(), luck),
            village_township,
            roster,
        };
        let mut offers = std::mem::take(&mut population.offers);
        offers.iter_mut().for_each(|offer| offer.candidates = population.candidates(offer));
        population.offers = offers;
        population
    }

    /// What lending in a mode asks of a household under an offer.
    pub fn candidate(&self, offer: &Offer, mode: Mode, household: u32) -> Candidate {
        let index = household as usize;
        Candidate {
            entity: self.roster.entity[index],
            principal: offer.principal[mode][index],
            organisation_key: self.organisation_key[index],
            own_capital: self.roster.own_capital[index],
            diversion: offer.diversion[index],
            ability_effect: self.ability_effect[index],
            base_income: self.roster.base_income(index),
            // A county has far fewer than 65,000 industries.
            industry: self.roster.industry[index] as u16,
            tenor: offer.tenor[mode][index],
        }
    }

    /// [`Offer::candidates`]: the applicants of all seasons by their places.
    fn candidates(&self, offer: &Offer) -> PerMode<Vec<Vec<Candidate>>> {
        let township = |mode, township: usize| {
            // The season in which most want a loan has all of them, in the order of their places.
            let seasons = offer.service_order.iter().map(|order| &order[mode][township]);
            let applicants = seasons.max_by_key(|applicants| applicants.len()).into_iter().flatten();
            applicants.map(|applicant| self.candidate(offer, mode, applicant.household)).collect()
        };
        PerMode(Mode::ALL.map(|mode| (0..self.township_households.len()).map(|place| township(mode, place)).collect()))
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

fn means(roster: &Roster, groups: &Membership) -> Vec<Means> {
    let of = |household: usize| Means {
        buffer: roster.buffer[household],
        income_per_person: roster.income_per_person[household],
        persons: roster.persons[household],
        groups: groups.places(household),
    };
    (0..roster.len()).map(of).collect()
}

/// The uniforms of all households for a purpose.
fn column(roster: &Roster, purpose: Purpose, luck: Luck) -> Vec<f64> {
    let mut uniforms = vec![0.0; roster.len()];
    luck.uniforms(&roster.entity, purpose, 0, &mut uniforms);
    uniforms
}

/// Township of each village, read from its households; beyond the last township where there are none.
fn village_townships(roster: &Roster) -> Vec<u32> {
    let mut townships = vec![u32::MAX; roster.village_names.len()];
    for (village, township) in roster.village.iter().zip(&roster.township) {
        townships[*village as usize] = *township;
    }
    townships
}

fn count_by(class: &[u32], classes: usize) -> Vec<u32> {
    let mut counts = vec![0; classes];
    for index in class {
        counts[*index as usize] += 1;
    }
    counts
}
