//! Limits of industries in self-directed lending (equation N4).
//!
//! A township lends at most a share of its self-directed plan to date (under a quota: of its aim) to an industry:
//!
//! ```text
//! lent this year to the industry + principal ≤ ⌊share · plan to date⌋                        (N4)
//! ```
//!
//! An applicant above the limit is passed over and keeps the place in the queue; one whose loan does not fit into what
//! is left of the plan stops the queue, limited or not. The plan and not what was lent is
//! the base, so that the rule does not depend on who asks first, and a township's limit not on the others'.

use crate::model::county::County;
use crate::model::policy::Mode;
use crate::model::population::{Candidate, Population};
use crate::model::quota;
use crate::units::Fen;

/// What each township has lent to each industry this year, and the limits of the cell in hand.
#[derive(Clone, Debug, Default)]
pub struct IndustryLimits {
    industries: usize,
    /// Lent this year, township-major.
    lent: Vec<Fen>,
    /// Lent and limit of the cell in hand, by industry; empty where nothing is limited.
    cell: Vec<(Fen, Fen)>,
}

impl IndustryLimits {
    /// A new year begins: nothing is lent yet.
    pub fn begin_year(&mut self, townships: usize, industries: usize) {
        self.industries = industries;
        self.lent.clear();
        self.lent.resize(townships * industries, Fen::ZERO);
    }

    /// Takes up a cell of lending: its limits in month `t` and what it has lent.
    pub fn take_up(&mut self, county: &County, population: &Population, mode: Mode, township: usize, t: usize) {
        self.cell.clear();
        let limits = &county.policy(t).lending.industry_share_max;
        if limits.is_empty() || mode != Mode::SelfDirected {
            return;
        }
        let plan = quota::aim(county.policy(t), county.planned_to_date(population, mode, township, t));
        let lent = &self.lent[township * self.industries..(township + 1) * self.industries];
        self.cell.extend(lent.iter().map(|lent| (*lent, Fen::UNLIMITED)));
        for (industry, share) in limits {
            self.cell[*industry].1 = plan.share_down(*share);
        }
    }

    /// Whether the limit of the household's industry leaves room for its loan.
    pub fn admits(&self, candidate: &Candidate) -> bool {
        self.cell.get(usize::from(candidate.industry)).is_none_or(|(lent, limit)| *lent + candidate.principal <= *limit)
    }

    /// Counts a loan of the cell in hand.
    pub fn count(&mut self, candidate: &Candidate) {
        if let Some((lent, _)) = self.cell.get_mut(usize::from(candidate.industry)) {
            *lent += candidate.principal;
        }
    }

    /// Keeps what the cell in hand has lent.
    pub fn keep(&mut self, township: usize) {
        let lent = self.lent[township * self.industries..].iter_mut();
        for (kept, (lent, _)) in lent.zip(&self.cell) {
            *kept = *lent;
        }
    }
}
