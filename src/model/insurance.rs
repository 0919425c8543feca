//! Insurance of projects: of the crop by its own yield, or by an index of an event (equations J1–J4).
//!
//! ```text
//! sum insured = I · sum per yuan invested                                                   (J1)
//! premium = sum · premium share, a season; the budget pays ⌊premium · subsidy share⌋        (J2)
//! by yield: indemnity = sum · max(0, 1 − Y − deductible), Y the project's own yield with its catastrophes   (J3)
//! by index: indemnity = sum · S of the event in the household's township, or by steps of S,
//!           whatever the own yield (basis risk)                                             (J4)
//! ```
//!
//! Premium and indemnity meet at the harvest of each season in which the loan is performing. What the programme's loan
//! bought is insured together with the own capital in it; own capital without the programme is not.

use crate::model::catastrophe::CatastropheBooks;
use crate::model::policy::{Indemnity, InsuranceProduct};
use crate::model::record::{MonthRecord, ReplicationRecord};
use crate::units::Fen;

/// What insurance does to a project in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settlement {
    /// Premium, the budget's part included.
    pub premium: Fen,
    /// The budget's part.
    pub subsidy: Fen,
    /// Paid to the household.
    pub indemnity: Fen,
}

impl Settlement {
    /// What the household has more (or less) in cash.
    pub fn cash(self) -> Fen {
        self.indemnity - (self.premium - self.subsidy)
    }
}

/// A project at its harvest.
#[derive(Clone, Copy, Debug)]
pub struct InsuredProject {
    /// The household's own key: it insures where this is below the uptake.
    pub key: f64,
    /// Its industry.
    pub industry: usize,
    /// Its township.
    pub township: usize,
    /// I before the season's loss of capital.
    pub invested: Fen,
    /// Y of the season with its catastrophes.
    pub yield_multiplier: f64,
}

/// Equations J1–J4 over all products that cover the project.
pub fn settle(products: &[InsuranceProduct], project: &InsuredProject, events: &CatastropheBooks) -> Settlement {
    let mut settlement = Settlement::default();
    for product in products {
        if !product.industries.contains(&project.industry) || project.key >= product.households.get() {
            continue;
        }
        let sum = project.invested.times(product.sum_per_yuan);
        let premium = sum.times(product.premium.get());
        settlement.premium += premium;
        settlement.subsidy += premium.share_down(product.subsidy);
        settlement.indemnity += sum.times(share_paid(&product.pays, project, events));
    }
    settlement
}

/// Books a season's insurance of a project.
pub fn book(settlement: Settlement, month: &mut MonthRecord, run: &mut ReplicationRecord) {
    month.budget_cost += settlement.subsidy;
    run.premiums += settlement.premium;
    run.premium_subsidy += settlement.subsidy;
    run.indemnities += settlement.indemnity;
}

/// Share of the sum insured that is paid.
fn share_paid(pays: &Indemnity, project: &InsuredProject, events: &CatastropheBooks) -> f64 {
    match pays {
        Indemnity::Yield { deductible } => (1.0 - project.yield_multiplier - deductible.get()).max(0.0),
        Indemnity::Index { event, steps } => {
            events.severity(*event, project.township).map_or(0.0, |severity| step(steps, severity))
        }
    }
}

/// The share of the highest step that a severity reaches; the severity itself where there are no steps.
fn step(steps: &[(f64, crate::units::Share)], severity: f64) -> f64 {
    if steps.is_empty() {
        return severity;
    }
    let reached = steps.iter().rev().find(|(from, _)| severity >= *from);
    reached.map_or(0.0, |(_, share)| share.get())
}
