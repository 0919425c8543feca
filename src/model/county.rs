//! A county ready to be simulated: the parameters of a scenario and everything that can be computed once from them.

use std::sync::Arc;

use crate::distribution::{Copula, YieldCurve};
use crate::draws::{Luck, Replication, Seed};
use crate::model::calendar::Calendar;
use crate::model::factors::RootLoadings;
use crate::model::loan::{Loan, NONE};
use crate::model::policy::{Contributions, LoanTerms, Mode, PerMode, Placement, Policy, Repayment, TopUp};
use crate::model::population::{Means, Offer, Population};
use crate::model::risk::RiskClasses;
use crate::model::state::State;
use crate::model::timetable::{Policies, Timetable};
use crate::model::world::{FailureMechanism, OrganisationKind, World};
use crate::units::{CalendarMonth, Fen, Probability};

/// Whether the population is drawn once for all replications or anew in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PopulationDraw {
    /// One population, drawn from the seed alone.
    Fixed,
    /// Another population in every replication.
    Redrawn,
}

impl PopulationDraw {
    /// As a file writes it.
    pub fn key(self) -> &'static str {
        match self {
            PopulationDraw::Fixed => "fixed",
            PopulationDraw::Redrawn => "redrawn",
        }
    }
}

/// A kind of organisation with what its loadings come to.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The parameters.
    pub parameters: OrganisationKind,
    /// Square roots of its loadings.
    pub roots: RootLoadings,
    /// C⁻¹(q) by season of age (season mechanism; empty otherwise).
    pub thresholds: Vec<f64>,
}

impl Kind {
    fn new(parameters: &OrganisationKind, copula: Copula) -> Kind {
        let probabilities = match &parameters.failure {
            FailureMechanism::Season { pd_annual, .. } => pd_annual.as_slice(),
            FailureMechanism::AtMaturity { .. } | FailureMechanism::Structural => &[],
        };
        Kind {
            parameters: parameters.clone(),
            roots: RootLoadings::from(&parameters.loadings),
            thresholds: thresholds(probabilities, copula),
        }
    }
}

/// C⁻¹(p): the thresholds of Z or X under which a default or failure happens.
pub fn thresholds(probabilities: &[Probability], copula: Copula) -> Vec<f64> {
    probabilities.iter().map(|probability| copula.quantile(*probability)).collect()
}

/// A county ready to be simulated. It never changes; replications differ by their luck alone.
#[derive(Debug)]
pub struct County {
    /// What it does not control.
    pub world: Arc<World>,
    /// Months and seasons.
    pub calendar: Calendar,
    /// Contributions to the fund by month.
    pub contributions: Vec<Fen>,
    /// z → yield multiplier, by industry.
    pub yield_curves: Vec<YieldCurve>,
    /// Roots of the yield loadings, by industry.
    pub yield_roots: Vec<RootLoadings>,
    /// Classes of loan risk: modes, then groups of the existing book.
    pub risks: RiskClasses,
    /// What the county decides, month by month.
    policies: Policies,
    kinds: Vec<Kind>,
    planned: Vec<PerMode<f64>>,
    months_borne: Vec<f64>,
    waiting_periods: Vec<u16>,
    /// Whether some loan of the existing book is not self-directed.
    book_pays_out: bool,
    income_growth: Vec<f64>,
    seed: Seed,
    fixed_population: Option<Arc<Population>>,
    opened: Option<Box<State>>,
}

impl County {
    /// Prepares `policy` (with its dated changes) in `world` for a run of `months` months from `start` under `seed`.
    pub fn new(
        policy: impl Into<Timetable>,
        world: impl Into<Arc<World>>,
        start: CalendarMonth,
        months: u32,
        seed: Seed,
        population: PopulationDraw,
    ) -> County {
        let mut county = County::prepared(policy.into(), world.into(), Calendar::new(start, months), seed);
        if population == PopulationDraw::Fixed {
            county.fixed_population = Some(Arc::new(county.drawn(county.luck(Replication::POPULATION))));
        }
        county.keep_opening();
        county
    }

    /// The same county under another policy: world, calendar and seed are shared, and so are the households if the
    /// policies offer them the same (another mix of modes, another fund).
    pub fn under(&self, policy: impl Into<Timetable>) -> County {
        let world = Arc::clone(&self.world);
        let mut county = County::prepared(policy.into(), world, self.calendar.clone(), self.seed);
        county.fixed_population = self.fixed_population.as_ref().map(|population| {
            if county.policies.offer_the_same(&self.policies) {
                return Arc::clone(population);
            }
            Arc::new(county.drawn(county.luck(Replication::POPULATION)))
        });
        county.keep_opening();
        county
    }

    fn prepared(policy: Timetable, world: Arc<World>, calendar: Calendar, seed: Seed) -> County {
        let policies = Policies::new(policy, &calendar);
        let kinds = world.organisations.kinds.iter().chain(std::iter::once(&world.company));
        County {
            contributions: contributions(&policies, &calendar),
            yield_curves: world
                .industries
                .iter()
                .map(|industry| industry.yield_law.under(world.factors.copula))
                .collect(),
            yield_roots: world.industries.iter().map(|industry| RootLoadings::from(&industry.loadings)).collect(),
            kinds: kinds.map(|kind| Kind::new(kind, world.factors.copula)).collect(),
            risks: RiskClasses::new(&world, policies.largest(|policy| policy.fund.waiting_months)),
            months_borne: months_borne(&policies, &calendar),
            waiting_periods: waiting_periods(&policies),
            book_pays_out: world.ledger.loans.iter().any(|loan| loan.mode != Mode::SelfDirected),
            planned: planned(&policies, &calendar),
            income_growth: income_growth(&world, &calendar),
            fixed_population: None,
            opened: None,
            policies,
            world,
            calendar,
            seed,
        }
    }

    /// The state before the first month where it is the same in every replication and mostly loans: copying it is then
    /// cheaper than opening the book anew.
    fn keep_opening(&mut self) {
        let worth_it = !self.world.follow_households && !self.world.ledger.loans.is_empty();
        let population = self.fixed_population.as_ref().filter(|_| worth_it);
        self.opened = population.map(|population| {
            let mut state = Box::<State>::default();
            state.open(self, population);
            state
        });
    }

    /// The state before the first month, if it is kept.
    pub fn opened(&self) -> Option<&State> {
        self.opened.as_deref()
    }

    /// Whether every replication of another county has this one's population.
    pub fn shares_population(&self, other: &County) -> bool {
        let fixed = |county: &County| county.fixed_population.is_some();
        self.seed == other.seed
            && fixed(self) == fixed(other)
            && Arc::ptr_eq(&self.world, &other.world)
            && self.policies.offer_the_same(&other.policies)
    }

    /// The random numbers of a replication.
    pub fn luck(&self, replication: Replication) -> Luck {
        Luck { seed: self.seed, replication }
    }

    /// The population of a replication: the fixed one, or one drawn for it.
    pub fn population(&self, luck: Luck) -> Arc<Population> {
        self.fixed_population.clone().unwrap_or_else(|| Arc::new(self.drawn(luck)))
    }

    fn drawn(&self, luck: Luck) -> Population {
        Population::draw(&self.policies, &self.world, luck)
    }

    /// Names of the townships, in the order of the tables.
    pub fn townships(&self) -> Vec<String> {
        let luck = Luck { seed: self.seed, replication: Replication::POPULATION };
        self.population(luck).roster.township_names.clone()
    }

    /// A kind of organisation; the development company's is the last.
    pub fn kind_of(&self, kind: usize) -> &Kind {
        &self.kinds[kind]
    }

    /// The policy in force in month `t`.
    pub fn policy(&self, t: usize) -> &Policy {
        self.policies.at(t)
    }

    /// The policy in force at the end of the run.
    pub fn last_policy(&self) -> &Policy {
        self.policies.at(self.calendar.months())
    }

    /// All policies of the run.
    pub fn policies(&self) -> &Policies {
        &self.policies
    }

    /// What the policy of month `t` offers the households.
    pub fn offer<'p>(&self, population: &'p Population, t: usize) -> &'p Offer {
        &population.offers[self.policies.offer_at(t)]
    }

    /// Terms of a loan: those of its mode in the month of granting (a loan of the existing book: those at the start).
    pub fn terms(&self, loan: &Loan) -> &LoanTerms {
        &self.policy(loan.terms_month()).terms[loan.contract]
    }

    /// How the principal of a loan is repaid.
    fn repayment(&self, loan: &Loan) -> Repayment {
        match self.group(loan) {
            Some(group) => group.repayment,
            None if loan.book == NONE => self.terms(loan).repayment,
            // What a ledger says is owed falls due at once.
            None => Repayment::Bullet,
        }
    }

    /// Months between two payments of a loan.
    pub fn payment_interval(&self, loan: &Loan) -> u16 {
        self.repayment(loan).interval(loan.tenor_months)
    }

    /// Largest number of yearly pay-outs that any policy of the run grants in a mode.
    pub fn longest_payout(&self, mode: Mode) -> usize {
        usize::from(self.policies.largest(|policy| policy.terms[mode].payout_years))
    }

    /// Whether some loan of the existing book may bring its household a pay-out: one that it lent to somebody.
    pub fn book_pays_out(&self) -> bool {
        self.book_pays_out
    }

    /// Times from default to claim that the policies of the run set, in months, each once.
    pub fn waiting_periods(&self) -> &[u16] {
        &self.waiting_periods
    }

    /// Class of the benchmark rate that applies to a tenor: index into the world's list.
    pub fn rate_class(&self, tenor_months: u16) -> u8 {
        let rates = &self.world.benchmark_rates;
        let class = rates.iter().position(|(up_to, _)| tenor_months <= *up_to);
        class.unwrap_or(rates.len().saturating_sub(1)) as u8
    }

    /// Benchmark rate of a loan's tenor, a year.
    pub fn rate(&self, loan: &Loan) -> f64 {
        self.rate_of_class(usize::from(loan.rate_class))
    }

    fn rate_of_class(&self, class: usize) -> f64 {
        self.world.benchmark_rates.get(class).map_or(0.0, |(_, rate)| rate.get())
    }

    /// The budget's part of month `t`'s interest on a yuan of performing principal of a class of rates.
    pub fn subsidy_monthly(&self, class: usize, t: usize) -> f64 {
        self.rate_of_class(class) / 12.0 * self.policy(t).lending.interest_subsidy.get()
    }

    /// Simple interest that the borrower bears on a loan's balance since it was last settled.
    pub fn interest_due(&self, loan: &Loan, t: usize) -> Fen {
        let months_borne = self.months_borne[t] - self.months_borne[usize::from(loan.interest_from)];
        loan.balance.times(self.rate(loan) / 12.0 * months_borne)
    }

    /// Month in which the next payment of a performing loan falls due, payment holidays and renewals included.
    pub fn next_due(&self, loan: &Loan) -> usize {
        if loan.renewals > 0 {
            return usize::from(loan.renewed_until);
        }
        let after_grant = (loan.payments + 1) * self.payment_interval(loan);
        (i64::from(loan.grant) + i64::from(after_grant) + i64::from(loan.postponed)).max(0) as usize
    }

    /// Principal that falls due with the next payment of a loan; all of it on a loan of a ledger.
    pub fn principal_due(&self, loan: &Loan) -> Fen {
        let number = loan.payments + 1;
        self.repayment(loan).principal_due(loan.tenor_months, number, loan.principal, loan.balance, self.rate(loan))
    }

    /// Whether principal of a performing loan falls due in month `t`.
    pub fn due_in(&self, loan: &Loan, t: usize) -> bool {
        t == self.next_due(loan)
    }

    /// The top-up rule, in the months it acts: 12, 24, … of the run.
    pub fn topup(&self, t: usize) -> Option<&TopUp> {
        self.policy(t).fund.topup.as_ref().filter(|_| (t + 1).is_multiple_of(12))
    }

    /// Plan of a mode and township from January (or the start) to month `t`: share × households' share × cumulative plan.
    pub fn planned_to_date(&self, population: &Population, mode: Mode, township: usize, t: usize) -> Fen {
        Fen((self.planned[t][mode] * population.township_share[township] * (1.0 + 1e-12)) as i64)
    }

    /// Plan of the whole run.
    pub fn lending_plan(&self) -> Fen {
        let calendar = &self.calendar;
        let last = |t: usize| t + 1 == calendar.months() || calendar.season_begins(t + 1);
        let ends = (0..calendar.months()).filter(|t| last(*t));
        ends.map(|t| Fen(libm::round(self.planned[t].0.iter().sum()) as i64)).sum()
    }

    /// Baseline income of a household in the year of month `t`.
    pub fn yearly_income(&self, population: &Population, household: usize, t: usize) -> Fen {
        population.roster.base_income(household).times(self.income_growth(t))
    }

    /// Baseline income in the year of month `t` over that of the first.
    pub fn income_growth(&self, t: usize) -> f64 {
        self.income_growth[self.calendar.season(t)]
    }

    /// Baseline income per person in the year of month `t`, in yuan.
    pub fn income_per_person(&self, means: &Means, t: usize) -> f64 {
        let growth = self.income_growth[self.calendar.season(t)];
        means.income_per_person.yuan() * growth
    }

    /// What a household saves of baseline income above subsistence in the months `from` to `t`.
    pub fn saved_surplus(&self, means: &Means, from: usize, t: usize) -> Fen {
        let economics = &self.world.households;
        if economics.saving.get() == 0.0 {
            return Fen::ZERO;
        }
        let mut saved = 0.0;
        if from > t {
            return Fen::ZERO;
        }
        let income = means.income_per_person.yuan();
        let offset = self.calendar.start().month() as usize - 1;
        for season in self.calendar.season(from)..=self.calendar.season(t) {
            let income = income * self.income_growth[season];
            // Months of the season within `from` to `t`.
            let (first, last) = ((season * 12).saturating_sub(offset).max(from), (season * 12 + 11 - offset).min(t));
            let months = (last + 1).saturating_sub(first) as u32;
            saved += (income - economics.subsistence[season]).max(0.0) * f64::from(months) / 12.0;
        }
        Fen::from_yuan(saved * f64::from(means.persons) * economics.saving.get())
    }

    /// Whether a household may be placed in a mode, by the last policy of the run.
    pub fn may_be_placed(&self, population: &Population, household: usize, mode: Mode) -> bool {
        self.last_policy().lending.placement != Placement::Eligible || population.roster.situation[household] == mode
    }
}

/// Baseline income of each season over that of the first.
fn income_growth(world: &World, calendar: &Calendar) -> Vec<f64> {
    let yearly = 1.0 + world.households.income_growth.get();
    (0..calendar.seasons()).map(|season| libm::pow(yearly, season as f64)).collect()
}

/// Contributions to the fund by month of the run; a list's payments outside of it are not part of it.
fn contributions(policies: &Policies, calendar: &Calendar) -> Vec<Fen> {
    let in_month = |t: usize| {
        let policy = policies.at(t);
        match &policy.fund.contributions {
            Contributions::Dated(list) => {
                let due = list.iter().filter(|payment| payment.month == calendar.month(t));
                due.map(|payment| payment.amount).sum()
            }
            Contributions::PlanShare(share) if calendar.season_begins(t) => {
                policy.lending.plan[calendar.season(t)].share_down(*share)
            }
            Contributions::PlanShare(_) => Fen::ZERO,
        }
    };
    (0..calendar.months()).map(in_month).collect()
}

/// Plan of each mode in fen, from January (or the start) up to and including each month.
///
/// A month's part is plan × the month's weight × the mode's share, each as in force in that month. The first year is cut
/// at the start of the run, the last at its end: their months carry their own weights only.
fn planned(policies: &Policies, calendar: &Calendar) -> Vec<PerMode<f64>> {
    let mut earlier = PerMode::default();
    let mut reached = 0.0;
    let mut version = usize::MAX;
    let mut planned: Vec<PerMode<f64>> = Vec::with_capacity(calendar.months());
    for t in 0..calendar.months() {
        if calendar.season_begins(t) {
            (earlier, reached, version) = (PerMode::default(), 0.0, policies.version_at(t));
        }
        if policies.version_at(t) != version {
            // Another policy goes on from what the one before had reached.
            (earlier, reached, version) = (planned[t - 1].clone(), 0.0, policies.version_at(t));
        }
        let lending = &policies.at(t).lending;
        let month = calendar.month(t).month();
        reached += lending.month_weights[month as usize - 1];
        let whole_year = month == 12 && t >= 11 && policies.version_at(t - 11) == version;
        let share = if whole_year { 1.0 } else { reached.min(1.0) };
        let plan = lending.plan[calendar.season(t)].0 as f64;
        planned.push(PerMode(Mode::ALL.map(|mode| earlier[mode] + plan * share * lending.mix[mode].get())));
    }
    planned
}

/// The waiting periods that occur, ascending.
fn waiting_periods(policies: &Policies) -> Vec<u16> {
    let mut periods: Vec<u16> = policies.versions().iter().map(|policy| policy.fund.waiting_months).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// Months of interest, weighted with the share that borrowers bear, from the start up to each month.
fn months_borne(policies: &Policies, calendar: &Calendar) -> Vec<f64> {
    let mut borne = 0.0;
    let mut sums = vec![0.0];
    for t in 1..calendar.months() {
        borne += policies.at(t).lending.interest_subsidy.complement().get();
        sums.push(borne);
    }
    sums
}
