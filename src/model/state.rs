//! State of a county in a replication, laid out as columns and reused from one replication to the next.

use crate::model::book;
use crate::model::borrowers::Borrowers;
use crate::model::catastrophe::CatastropheBooks;
use crate::model::counterfactual::Counterfactual;
use crate::model::county::County;
use crate::model::factors::Factors;
use crate::model::fund::FundBooks;
use crate::model::income::Gains;
use crate::model::industry_limit::IndustryLimits;
use crate::model::lending::Queues;
use crate::model::loan::{Buckets, Loan};
use crate::model::mode::self_directed::Project;
use crate::model::organisation::OrganisationBooks;
use crate::model::policy::Placement;
use crate::model::population::Population;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use crate::model::suspension::SuspensionBooks;
use crate::units::Fen;

/// Everything that changes during a replication, and the scratch memory of its loops.
///
/// A worker keeps one and begins every replication with [`State::begin`]: after the first few replications
/// nothing is allocated any more.
#[derive(Debug, Default)]
pub struct State {
    /// What is otherwise than in the replication itself: set before it begins.
    pub counterfactual: Counterfactual,
    /// Systematic factors, prices and regime.
    pub factors: Factors,
    /// Catastrophes of the season.
    pub catastrophes: CatastropheBooks,
    /// All loans: those of the existing book, then the run's in the order of granting.
    pub loans: Vec<Loan>,
    /// First loan granted in each month (one element more than months).
    pub granted_from: Vec<u32>,
    /// Loans in the order of default.
    pub defaulted: Vec<u32>,
    /// First element of [`State::defaulted`] of each month (one element more than months).
    pub defaulted_from: Vec<u32>,
    /// Loans by the month of their next payment.
    pub due: Buckets,
    /// Loans by the month in which a copula default strikes.
    pub strikes: Buckets,
    /// Self-directed projects by industry.
    pub projects: Vec<Vec<Project>>,
    /// Organisations and the development company.
    pub organisations: OrganisationBooks,
    /// Borrowing households.
    pub borrowers: Borrowers,
    /// Sums over households whose windows are closed.
    pub gains: Gains,
    /// Waiting households by mode and township.
    pub queues: Queues,
    /// What each unit owes and which are suspended.
    pub suspension: SuspensionBooks,
    /// What industries with a limit have been lent.
    pub industry_limits: IndustryLimits,
    /// Fund, insurer, bank and payables.
    pub fund: FundBooks,
    /// Principal performing, by class of benchmark rate: what interest accrues on.
    pub performing: Vec<Fen>,
    /// Record of the month in hand.
    pub month: MonthRecord,
    /// Records of the months that are over.
    pub months: Vec<MonthRecord>,
    /// Records of townships, township-major, then season.
    pub townships: Vec<TownshipYearRecord>,
    /// Records of the groups of households.
    pub groups: Vec<GroupRecord>,
    /// Record of the run so far.
    pub run: ReplicationRecord,
    /// Scratch memory of batched draws.
    pub scratch: Scratch,
}

/// Scratch memory of batched draws.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Addresses.
    pub entities: Vec<crate::draws::Entity>,
    /// What the addresses belong to.
    pub index: Vec<u32>,
    /// First lane.
    pub first: Vec<f64>,
    /// Second lane.
    pub second: Vec<f64>,
}

impl Scratch {
    /// Makes room for the draws of as many entities as there are addresses.
    pub fn make_room(&mut self) {
        self.first.resize(self.entities.len(), 0.0);
        self.second.resize(self.entities.len(), 0.0);
    }
}

impl State {
    /// Clears the state for a replication of `county` with `population`.
    pub fn begin(&mut self, county: &County, population: &Population) {
        match county.opened() {
            // What is otherwise may show in the opening.
            Some(opened) if self.counterfactual == Counterfactual::default() => self.begin_as(opened),
            _ => self.open(county, population),
        }
    }

    /// Begins as another state was left after its opening.
    fn begin_as(&mut self, opened: &State) {
        let (mut loans, mut months) = (std::mem::take(&mut self.loans), std::mem::take(&mut self.months));
        loans.clone_from(&opened.loans);
        months.clear();
        *self = State { loans, months, scratch: std::mem::take(&mut self.scratch), ..opened.without_loans() };
    }

    fn without_loans(&self) -> State {
        State {
            counterfactual: self.counterfactual,
            loans: Vec::new(),
            factors: self.factors.clone(),
            catastrophes: self.catastrophes.clone(),
            granted_from: self.granted_from.clone(),
            defaulted: self.defaulted.clone(),
            defaulted_from: self.defaulted_from.clone(),
            due: self.due.clone(),
            strikes: self.strikes.clone(),
            projects: self.projects.clone(),
            organisations: self.organisations.clone(),
            borrowers: self.borrowers.clone(),
            gains: self.gains.clone(),
            queues: self.queues.clone(),
            suspension: self.suspension.clone(),
            industry_limits: self.industry_limits.clone(),
            fund: self.fund.clone(),
            performing: self.performing.clone(),
            month: self.month,
            months: Vec::new(),
            townships: self.townships.clone(),
            groups: self.groups.clone(),
            run: self.run.clone(),
            scratch: Scratch::default(),
        }
    }

    /// The state before the first month, from nothing.
    pub fn open(&mut self, county: &County, population: &Population) {
        let months = county.calendar.months();
        let townships = population.roster.township_names.len();
        let neutral = self.counterfactual.neutral;
        self.factors = Factors { mixing: 1.0, neutral, ..std::mem::take(&mut self.factors) };
        self.factors.bad = false;
        self.factors.resize(townships, county.world.industries.len());
        self.catastrophes.begin(county.world.catastrophes.len(), townships, county.world.industries.len());
        self.loans.clear();
        self.granted_from.clear();
        self.granted_from.push(0);
        self.defaulted.clear();
        self.defaulted_from.clear();
        self.defaulted_from.push(0);
        self.due.reset(months);
        self.strikes.reset(months);
        self.projects.resize_with(county.world.industries.len(), Vec::new);
        self.projects.iter_mut().for_each(Vec::clear);
        self.organisations.begin(population, months, county.world.ledger.months_before(county.calendar.start()));
        self.borrowers.begin(population.len(), county.world.follow_households);
        self.gains = Gains::default();
        self.queues.begin(
            townships,
            self.counterfactual.placed.is_some()
                || county.policies().versions().iter().any(|policy| policy.lending.placement != Placement::Eligible),
        );
        self.suspension.begin(county, population);
        self.fund.begin(county);
        self.performing.clear();
        self.performing.resize(county.world.benchmark_rates.len(), Fen::ZERO);
        self.month = MonthRecord::default();
        self.months.clear();
        self.townships.clear();
        self.townships.resize(townships * county.calendar.seasons(), TownshipYearRecord::default());
        population.groups.begin(&mut self.groups);
        self.run = ReplicationRecord::default();
        book::open(self, county, population);
    }

    /// The record of a township in a season.
    pub fn township_year(&mut self, seasons: usize, township: usize, season: usize) -> &mut TownshipYearRecord {
        &mut self.townships[township * seasons + season]
    }
}
