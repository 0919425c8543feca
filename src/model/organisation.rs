//! Organisations and the development company: what they invest, how they fail (equations O1–O3).

use crate::draws::{Luck, Purpose};
use crate::model::bail_out;
use crate::model::benefits;
use crate::model::counterfactual::LuckKind;
use crate::model::county::County;
use crate::model::forced_failure;
use crate::model::industry::by_age;
use crate::model::loan::NONE;
use crate::model::mode::pooled;
use crate::model::population::{Population, pick};
use crate::model::state::State;
use crate::model::world::{AfterFailure, FailureMechanism, OrganisationKind};
use crate::units::{Fen, Share};

/// Books of organisations as columns; the last one is the development company.
#[derive(Clone, Debug, Default)]
pub struct OrganisationBooks {
    /// Whether it takes part: alive, or going on after a failure.
    alive: Vec<bool>,
    /// Whether it failed in the month in hand.
    failed_now: Vec<bool>,
    any_failed_now: bool,
    /// Month in which the season's draw says it fails ([`NONE`]: not this season).
    strike: Vec<u32>,
    /// Running sums of the weights of living organisations, the company left out: who takes a pooled loan.
    living: Vec<f64>,
    /// Credit in use.
    pub credit: Vec<Fen>,
    /// Credit ever taken.
    borrowed: Vec<Fen>,
    /// Own equity left: start equity + profits − payments (structural mechanism).
    equity: Vec<Fen>,
    /// Credit taken in each month, organisation-major (structural mechanism: its investments by age).
    invested: Vec<Fen>,
    /// Months of an organisation in [`Self::invested`]: those of the existing book before the start, then the run's.
    months: usize,
    /// Whether the county bailed out its last failure.
    pub bailed_out: Vec<bool>,
    /// X of the season (season mechanism).
    latent: Vec<f64>,
    /// Profit of the season in its harvest month, where dividends are paid; then what is distributed.
    pub profit: Vec<Fen>,
    /// Scratch memory of dividends: Σ of what performing loans and leased land count as.
    pub sharing: Vec<Fen>,
    /// Scratch memory of dividends: Σ f B, the guaranteed pay-outs.
    pub guaranteed: Vec<Fen>,
    /// Of them, before the start.
    before: usize,
}

impl OrganisationBooks {
    /// Opens the books of a population's organisations, with `before` months of the existing book before the start.
    pub fn begin(&mut self, population: &Population, months: usize, before: usize) {
        let months = months + before;
        self.before = before;
        let count = population.organisations.entity.len();
        self.alive.clear();
        self.alive.resize(count, true);
        self.failed_now.clear();
        self.failed_now.resize(count, false);
        self.any_failed_now = false;
        self.strike.clear();
        self.strike.resize(count, NONE);
        self.credit.clear();
        self.credit.resize(count, Fen::ZERO);
        self.borrowed.clear();
        self.borrowed.resize(count, Fen::ZERO);
        self.equity.clear();
        self.equity.resize(count, Fen::ZERO);
        self.invested.clear();
        self.invested.resize(count * months, Fen::ZERO);
        self.months = months;
        self.bailed_out.clear();
        self.bailed_out.resize(count, false);
        self.latent.clear();
        self.latent.resize(count, 0.0);
        for column in [&mut self.profit, &mut self.sharing, &mut self.guaranteed] {
            column.clear();
            column.resize(count, Fen::ZERO);
        }
        self.count_living(&population.organisations.weight);
    }

    fn count_living(&mut self, weight: &[f64]) {
        let mut sum = 0.0;
        self.living.clear();
        self.living.extend(weight.iter().zip(&self.alive).map(|(weight, alive)| {
            sum += if *alive { *weight } else { 0.0 };
            sum
        }));
    }

    /// Whether some organisation can take a pooled loan.
    pub fn some_pool_lives(&self) -> bool {
        self.living.last().is_some_and(|sum| *sum > 0.0)
    }

    /// Equation O3: the living organisation that takes a pooled loan, by the household's own `key` in (0, 1), in
    /// proportion to weights; `None` if none lives.
    pub fn choose(&self, key: f64) -> Option<u32> {
        let total = *self.living.last()?;
        let index = self.living.partition_point(|sum| *sum <= key * total);
        (total > 0.0).then_some(index.min(self.living.len() - 1) as u32)
    }

    /// Equation O3 under a limit of exposure: the same choice among living organisations whose credit in use and
    /// `loan` together do not exceed `limit`; `None` if none has room.
    pub fn choose_within(&self, key: f64, weight: &[f64], loan: Fen, limit: Fen) -> Option<u32> {
        let has_room = |index: &usize| self.alive[*index] && self.credit[*index] + loan <= limit;
        let candidates = || (0..weight.len()).filter(has_room).filter(|index| weight[*index] > 0.0);
        let total = candidates().fold(0.0, |sum, index| sum + weight[index]);
        let mut sum = 0.0;
        let chosen = candidates().find(|index| {
            sum += weight[*index];
            sum > key * total
        });
        chosen.map(|index| index as u32)
    }

    /// Whether an organisation can take new loans.
    pub fn alive(&self, organisation: usize) -> bool {
        self.alive[organisation]
    }

    /// Whether the organisation pays what it owes this month: it lives and did not fail in the month (`true` for loans
    /// without one).
    pub fn pays(&self, organisation: u32) -> bool {
        self.alive.get(organisation as usize).copied().unwrap_or(true) && !self.failed_in_month(organisation)
    }

    /// Whether some organisation is closed.
    pub fn any_closed(&self) -> bool {
        self.alive.iter().any(|alive| !alive)
    }

    /// Whether some organisation failed in the month in hand.
    pub fn any_failed_in_month(&self) -> bool {
        self.any_failed_now
    }

    /// Whether the organisation failed in the month in hand (`false` for loans without one).
    pub fn failed_in_month(&self, organisation: u32) -> bool {
        self.failed_now.get(organisation as usize).copied().unwrap_or(false)
    }

    /// A pay-out or interest leaves the organisation.
    pub fn book_payment(&mut self, organisation: u32, amount: Fen) {
        if let Some(equity) = self.equity.get_mut(organisation as usize) {
            *equity -= amount;
        }
    }

    /// New credit: the organisation adds its own equity and invests, which is kept where its profit decides something.
    pub fn borrow(&mut self, organisation: u32, amount: Fen, kind: &OrganisationKind, t: i64) {
        let (index, t) = (organisation as usize, (t + self.before as i64).max(0) as usize);
        self.credit[index] += amount;
        self.borrowed[index] += amount;
        if !kind.profit_matters() {
            return;
        }
        self.equity[index] += amount.times(kind.equity_share);
        self.invested[index * self.months + t] += amount.times(kind.invested_share.get() + kind.equity_share);
    }

    /// Credit is repaid or called.
    pub fn release(&mut self, organisation: u32, amount: Fen) {
        if let Some(credit) = self.credit.get_mut(organisation as usize) {
            *credit -= amount;
        }
    }
}

impl OrganisationKind {
    /// Whether the profit of its investments decides something: its failure, or dividends.
    fn profit_matters(&self) -> bool {
        matches!(self.failure, FailureMechanism::Structural) || self.benefits.dividend > Share::ZERO
    }
}

/// Stage 2: each living organisation's draw for the season (equation O1): X < C⁻¹(q(age)) fails it in the season,
/// in a month by seasonal weights. `X = √a F[county] + √s F[industry] + √(1−a−s) ε` (a file gives organisations no township
/// loading).
pub fn begin_season(state: &mut State, county: &County, population: &Population, luck: Luck, season: usize) {
    let roster = &population.organisations;
    let year = county.calendar.year(season);
    for index in 0..roster.entity.len() {
        let kind = county.kind_of(roster.kind[index]);
        let FailureMechanism::Season { month_weights, .. } = &kind.parameters.failure else {
            continue;
        };
        state.organisations.strike[index] = NONE;
        let entity = roster.entity[index];
        let age = season + usize::from(roster.age_years[index]);
        let innovation = luck.normal(entity, Purpose::OrganisationShock, year);
        let latent = state.factors.latent(
            &kind.roots,
            roster.township[index] as usize,
            roster.industry[index] as usize,
            innovation,
        ) - state.catastrophes.shift(
            &county.world.catastrophes,
            roster.township[index] as usize,
            roster.industry[index] as usize,
        );
        state.organisations.latent[index] = latent;
        if latent < by_age(&kind.thresholds, age) {
            let month = pick(month_weights, luck.uniform(entity, Purpose::OrganisationMonth, year)) as u32 + 1;
            state.organisations.strike[index] =
                county.calendar.month_in_season(season, month).map_or(NONE, |t| t as u32);
        }
    }
}

/// Stage 3: a structural organisation books the season's profit of its industry's harvest (equation O2):
/// Σ over its investments by age, I·(R g Y P − C) less the fall of K·I, times the share of its credit that is still in use.
/// Capital that a catastrophe destroys is a loss of the season and bears nothing afterwards. One that pays dividends
/// notes its profit.
pub fn harvest(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let roster = &population.organisations;
    let month = county.calendar.month(t);
    for index in 0..roster.entity.len() {
        let kind = county.kind_of(roster.kind[index]);
        let Some(industry) = county.world.industries.get(roster.industry[index] as usize) else {
            continue;
        };
        let structural = matches!(kind.parameters.failure, FailureMechanism::Structural);
        let shares_profit = kind.parameters.benefits.dividend > Share::ZERO;
        state.organisations.profit[index] = Fen::ZERO;
        if !kind.parameters.profit_matters()
            || !state.organisations.alive[index]
            || u32::from(industry.harvest_month) != month.month()
        {
            continue;
        }
        let number = roster.industry[index] as usize;
        let z = match kind.parameters.failure {
            // The shock that fails the organisation is its bad harvest: no second one.
            FailureMechanism::Season { .. } => state.organisations.latent[index],
            _ => {
                let innovation = luck.normal(roster.entity[index], Purpose::OrganisationYield, month.year() as u16);
                let township = roster.township[index] as usize;
                state.factors.latent(&county.yield_roots[number], township, number, innovation)
            }
        };
        let (multiplier, price) = (county.yield_curves[number].at(z), state.factors.price(number, industry, t));
        let events = &county.world.catastrophes;
        let spared = state.catastrophes.spared_on_average(events, roster.township[index] as usize, number);
        let (multiplier, price) = (multiplier * spared.harvest, price * state.catastrophes.price(number));
        let mut profit = Fen::ZERO;
        let now = t + state.organisations.before;
        for grant in 0..now {
            let cell = index * state.organisations.months + grant;
            let invested = state.organisations.invested[cell];
            let age = (now - grant - 1) / 12;
            let used_up = industry.capital(age) - industry.capital(age + 1);
            profit += invested.times(industry.net_per_yuan(age, multiplier, price, 1.0) - used_up);
            let left = invested.times(spared.capital);
            profit -= (invested - left).times(industry.capital(age + 1));
            state.organisations.invested[cell] = left;
        }
        let books = &mut state.organisations;
        let in_use = books.credit[index].0 as f64 / books.borrowed[index].0.max(1) as f64;
        let profit = profit.times(in_use);
        if structural {
            books.equity[index] += profit;
        }
        if shares_profit {
            books.profit[index] = profit;
        }
    }
}

/// Stage 4: which organisations fail this month.
pub fn fail(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    state.organisations.any_failed_now = false;
    if state.counterfactual.neutral.has(LuckKind::Organisations) {
        return;
    }
    for index in 0..population.organisations.entity.len() {
        let fails = state.organisations.alive[index]
            && (forced_failure::is_forced(county, &population.organisations, index, t)
                || fails_now(state, county, population, luck, t, index));
        state.organisations.failed_now[index] = fails;
        if fails {
            state.organisations.any_failed_now = true;
            bail_out::draw(state, county, population, luck, index, t);
            state.organisations.alive[index] = county.world.organisations.after_failure == AfterFailure::Continues;
            state.month.organisations_failed += 1;
            state.run.organisations_failed += 1;
        }
    }
    if state.organisations.any_failed_now {
        state.organisations.count_living(&population.organisations.weight);
    }
}

fn fails_now(state: &State, county: &County, population: &Population, luck: Luck, t: usize, index: usize) -> bool {
    let roster = &population.organisations;
    match &county.kind_of(roster.kind[index]).parameters.failure {
        FailureMechanism::Season { .. } => state.organisations.strike[index] == t as u32,
        FailureMechanism::AtMaturity { pd_calm, pd_bad } => {
            let probability = if state.factors.bad { pd_bad } else { pd_calm };
            let time = county.calendar.month(t).ordinal();
            has_loans_due(state, t, index as u32)
                && luck.uniform(roster.entity[index], Purpose::OrganisationMaturity, time) < probability.get()
        }
        FailureMechanism::Structural => {
            let owed = pooled::payouts_owed(state, county, t, index as u32)
                + benefits::owed(state, county, population, t, index as u32);
            state.organisations.credit[index] > Fen::ZERO && state.organisations.equity[index] - owed < Fen::ZERO
        }
    }
}

/// Whether principal of a performing loan of the organisation falls due in month `t`.
fn has_loans_due(state: &State, t: usize, organisation: u32) -> bool {
    let mut next = state.due.first(t);
    while next != NONE {
        let loan = &state.loans[next as usize];
        if loan.organisation == organisation && loan.performing() {
            return true;
        }
        next = loan.next_due;
    }
    false
}
