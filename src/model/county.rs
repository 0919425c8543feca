//! A county ready to be simulated: the parameters of a scenario and everything that can be computed once from them.

use std::sync::Arc;

use crate::distribution::{Copula, YieldCurve};
use crate::draws::{Luck, Replication, Seed};
use crate::model::calendar::Calendar;
use crate::model::collection;
use crate::model::factors::RootLoadings;
use crate::model::loan::Loan;
use crate::model::policy::{Contributions, Mode, PerMode, Placement, Policy, TopUp};
use crate::model::population::Population;
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
fn thresholds(probabilities: &[Probability], copula: Copula) -> Vec<f64> {
    probabilities.iter().map(|probability| copula.quantile(*probability)).collect()
}

/// A county ready to be simulated. It never changes; replications differ by their luck alone.
#[derive(Debug)]
pub struct County {
    /// What the county decides.
    pub policy: Policy,
    /// What it does not control.
    pub world: World,
    /// Months and seasons.
    pub calendar: Calendar,
    /// Contributions to the fund by month.
    pub contributions: Vec<Fen>,
    /// z → yield multiplier, by industry.
    pub yield_curves: Vec<YieldCurve>,
    /// Roots of the yield loadings, by industry.
    pub yield_roots: Vec<RootLoadings>,
    /// Roots of the default loadings, by mode.
    pub mode_roots: PerMode<RootLoadings>,
    /// C⁻¹ of the probabilities of each mode's default mechanism.
    pub mode_thresholds: PerMode<Vec<f64>>,
    kinds: Vec<Kind>,
    cumulative_plan: Vec<f64>,
    income_growth: Vec<f64>,
    write_off_months: PerMode<usize>,
    seed: Seed,
    fixed_population: Option<Arc<Population>>,
}

impl County {
    /// Prepares `policy` in `world` for a run of `months` months from `start` under `seed`.
    pub fn new(
        policy: Policy,
        world: World,
        start: CalendarMonth,
        months: u32,
        seed: Seed,
        population: PopulationDraw,
    ) -> County {
        let calendar = Calendar::new(start, months);
        let kinds = world.organisations.kinds.iter().chain(std::iter::once(&world.company));
        let mut county = County {
            contributions: contributions(&policy, &calendar),
            yield_curves: world
                .industries
                .iter()
                .map(|industry| industry.yield_law.under(world.factors.copula))
                .collect(),
            yield_roots: world.industries.iter().map(|industry| RootLoadings::from(&industry.loadings)).collect(),
            mode_roots: PerMode(Mode::ALL.map(|mode| RootLoadings::from(&world.risk[mode].loadings))),
            kinds: kinds.map(|kind| Kind::new(kind, world.factors.copula)).collect(),
            mode_thresholds: PerMode(
                Mode::ALL.map(|mode| thresholds(&world.risk[mode].default.probabilities(), world.factors.copula)),
            ),
            cumulative_plan: cumulative_plan(&policy, &calendar),
            income_growth: income_growth(&world, &calendar),
            write_off_months: PerMode::default(),
            fixed_population: None,
            policy,
            world,
            calendar,
            seed,
        };
        county.write_off_months = collection::write_off_months(&county);
        if population == PopulationDraw::Fixed {
            let luck = Luck { seed, replication: Replication::POPULATION };
            county.fixed_population = Some(Arc::new(Population::draw(&county.policy, &county.world, luck)));
        }
        county
    }

    /// The random numbers of a replication.
    pub fn luck(&self, replication: Replication) -> Luck {
        Luck { seed: self.seed, replication }
    }

    /// The population of a replication: the fixed one, or one drawn for it.
    pub fn population(&self, luck: Luck) -> Arc<Population> {
        self.fixed_population.clone().unwrap_or_else(|| Arc::new(Population::draw(&self.policy, &self.world, luck)))
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

    /// Benchmark rate of a mode's tenor (its index), a year.
    pub fn rate(&self, mode: Mode, tenor: u8) -> f64 {
        let months = self.policy.terms[mode].tenors[usize::from(tenor)].0;
        let rates = &self.world.benchmark_rates;
        let applies = rates.iter().find(|(up_to, _)| months <= *up_to).or(rates.last());
        applies.map_or(0.0, |(_, rate)| rate.get())
    }

    /// The budget's part of a month's interest on a yuan of performing principal.
    pub fn subsidy_monthly(&self, mode: Mode, tenor: usize) -> f64 {
        self.rate(mode, tenor as u8) / 12.0 * self.policy.lending.interest_subsidy.get()
    }

    /// Simple interest that the borrower bears on a loan's balance since it was last settled.
    pub fn interest_due(&self, loan: &Loan, t: usize) -> Fen {
        let months = (t - usize::from(loan.interest_from)) as f64;
        let borne = self.policy.lending.interest_subsidy.complement().get();
        loan.balance.times(self.rate(loan.mode, loan.tenor) / 12.0 * months * borne)
    }

    /// Whether principal of a performing loan falls due in month `t`.
    pub fn due_in(&self, loan: &Loan, t: usize) -> bool {
        let terms = &self.policy.terms[loan.mode];
        let interval = usize::from(terms.payment_interval(terms.tenors[usize::from(loan.tenor)].0));
        t == usize::from(loan.grant) + usize::from(loan.payments + 1) * interval
    }

    /// The top-up rule, in the months it acts: 12, 24, … of the run.
    pub fn topup(&self, t: usize) -> Option<&TopUp> {
        self.policy.fund.topup.as_ref().filter(|_| (t + 1).is_multiple_of(12))
    }

    /// Months after which a loan in default is written off.
    pub fn write_off_months(&self, mode: Mode) -> usize {
        self.write_off_months[mode]
    }

    /// Plan of a mode and township from January (or the start) to month `t`: share × households' share × cumulative plan.
    pub fn planned_to_date(&self, population: &Population, mode: Mode, township: usize, t: usize) -> Fen {
        let plan = self.policy.lending.plan[self.calendar.season(t)];
        let share = self.cumulative_plan[t] * population.township_share[township] * self.policy.lending.mix[mode].get();
        Fen((plan.0 as f64 * share * (1.0 + 1e-12)) as i64)
    }

    /// Plan of the whole run.
    pub fn lending_plan(&self) -> Fen {
        let calendar = &self.calendar;
        let last = |t: usize| t + 1 == calendar.months() || calendar.season_begins(t + 1);
        let ends = (0..calendar.months()).filter(|t| last(*t));
        ends.map(|t| self.policy.lending.plan[calendar.season(t)].times(self.cumulative_plan[t])).sum()
    }

    /// Baseline income of a household in the year of month `t`.
    pub fn yearly_income(&self, population: &Population, household: usize, t: usize) -> Fen {
        let growth = self.income_growth[self.calendar.season(t)];
        Fen(population.roster.income_per_person[household].0 * i64::from(population.roster.persons[household]))
            .times(growth)
    }

    /// Baseline income per person in the year of month `t`, in yuan.
    pub fn income_per_person(&self, population: &Population, household: usize, t: usize) -> f64 {
        let growth = self.income_growth[self.calendar.season(t)];
        population.roster.income_per_person[household].yuan() * growth
    }

    /// What a household saves of baseline income above subsistence after month `since` up to month `t`.
    pub fn saved_surplus(&self, population: &Population, household: usize, since: usize, t: usize) -> Fen {
        let economics = &self.world.households;
        if economics.saving.get() == 0.0 {
            return Fen::ZERO;
        }
        let mut saved = 0.0;
        for season in self.calendar.season(since)..=self.calendar.season(t) {
            let income = population.roster.income_per_person[household].yuan() * self.income_growth[season];
            let months = self.months_of_season_between(season, since, t);
            saved += (income - economics.subsistence[season]).max(0.0) * f64::from(months) / 12.0;
        }
        Fen::from_yuan(saved * f64::from(population.roster.persons[household]) * economics.saving.get())
    }

    /// Months of a season within (since, t].
    fn months_of_season_between(&self, season: usize, since: usize, t: usize) -> u32 {
        let offset = self.calendar.month(0).month() as usize - 1;
        let first = (season * 12).saturating_sub(offset).max(since + 1);
        let last = (season * 12 + 11 - offset).min(t);
        (last + 1).saturating_sub(first) as u32
    }

    /// Whether a household may be placed in a mode.
    pub fn may_be_placed(&self, population: &Population, household: usize, mode: Mode) -> bool {
        self.policy.lending.placement != Placement::Eligible || population.roster.situation[household] == mode
    }
}

/// Baseline income of each season over that of the first.
fn income_growth(world: &World, calendar: &Calendar) -> Vec<f64> {
    let yearly = 1.0 + world.households.income_growth.get();
    (0..calendar.seasons()).map(|season| libm::pow(yearly, season as f64)).collect()
}

/// Contributions to the fund by month of the run; a list's payments outside of it are not part of it.
fn contributions(policy: &Policy, calendar: &Calendar) -> Vec<Fen> {
    let mut by_month = vec![Fen::ZERO; calendar.months()];
    match &policy.fund.contributions {
        Contributions::Dated(list) => {
            for payment in list {
                if let Some(t) = calendar.index(payment.month) {
                    by_month[t] += payment.amount;
                }
            }
        }
        Contributions::PlanShare(share) => {
            for t in (0..calendar.months()).filter(|t| calendar.season_begins(*t)) {
                by_month[t] += policy.lending.plan[calendar.season(t)].share_down(*share);
            }
        }
    }
    by_month
}

/// Share of the year's plan that falls to the months of the run up to and including each month.
///
/// The first year is cut at the start of the run, the last at its end: their months carry their own weights only.
fn cumulative_plan(policy: &Policy, calendar: &Calendar) -> Vec<f64> {
    let mut reached = 0.0;
    (0..calendar.months())
        .map(|t| {
            if calendar.season_begins(t) {
                reached = 0.0;
            }
            let month = calendar.month(t).month();
            reached += policy.lending.month_weights[month as usize - 1];
            if month == 12 && calendar.month(0).month() == 1 { 1.0 } else { reached.min(1.0) }
        })
        .collect()
}
