//! Which organisations there are: listed, or synthesised from addressed draws.

use super::roster::pick;
use crate::draws::{Entity, Luck, Purpose};
use crate::model::world::{OrganisationSizes, OrganisationSource, World};

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

/// Name of a synthesised organisation by its rank, from 1.
pub fn synthesised_organisation(rank: u32) -> String {
    format!("O{rank:02}")
}

/// The organisations of a scenario, then the development company.
pub(super) fn organisations(world: &World, townships: usize, luck: Luck) -> OrganisationRoster {
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
                roster.name.push(synthesised_organisation(index));
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

impl OrganisationSizes {
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
