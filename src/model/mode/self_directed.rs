//! Self-directed mode 自主贷款: the project of a household and its cash (equations S1–S5).

use crate::draws::{Entity, Luck, Purpose};
use crate::model::counterfactual::LuckKind;
use crate::model::county::County;
use crate::model::factors::Factors;
use crate::model::insurance::{self, InsuredProject};
use crate::model::loan::{Loan, NONE};
use crate::model::population::Population;
use crate::model::state::State;
use crate::units::Fen;

/// Projects of one industry as columns. A project lives until its loan is settled and the household's window is over.
#[derive(Clone, Debug, Default)]
pub struct Projects {
    /// Address of the household's random numbers.
    pub entity: Vec<Entity>,
    /// The loan.
    pub loan: Vec<u32>,
    /// I: invested with the programme (loan less diverted part, plus own capital).
    pub invested: Vec<Fen>,
    /// Own capital, invested in the same industry without the programme.
    pub own: Vec<Fen>,
    /// Harvests so far.
    pub harvests: Vec<u16>,
}

impl Projects {
    /// Removes all projects.
    pub fn clear(&mut self) {
        self.entity.clear();
        self.loan.clear();
        self.invested.clear();
        self.own.clear();
        self.harvests.clear();
    }

    /// Begins a project; returns its index.
    pub fn begin(&mut self, entity: Entity, loan: u32, invested: Fen, own: Fen) -> u32 {
        self.entity.push(entity);
        self.loan.push(loan);
        self.invested.push(invested);
        self.own.push(own);
        self.harvests.push(0);
        self.entity.len() as u32 - 1
    }

    /// Equation K5: capital that is lost for good, with and without the programme.
    fn lose_capital(&mut self, index: usize, left: f64) {
        if left < 1.0 {
            self.invested[index] = self.invested[index].times(left);
            self.own[index] = self.own[index].times(left);
        }
    }

    fn move_to(&mut self, from: usize, to: usize) {
        self.entity[to] = self.entity[from];
        self.loan[to] = self.loan[from];
        self.invested[to] = self.invested[from];
        self.own[to] = self.own[from];
        self.harvests[to] = self.harvests[from];
    }

    fn truncate(&mut self, len: usize) {
        self.entity.truncate(len);
        self.loan.truncate(len);
        self.invested.truncate(len);
        self.own.truncate(len);
        self.harvests.truncate(len);
    }
}

/// Stage 3: harvests of the month, industry by industry (equations S1–S3). Equation S3, cash of the season:
/// (I − own)·net − labour income given up; own·net is the household's with and without the programme.
pub fn harvest(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let month = county.calendar.month(t);
    for industry in 0..county.world.industries.len() {
        if u32::from(county.world.industries[industry].harvest_month) == month.month() {
            drop_finished(state, t, industry);
            harvest_industry(state, county, population, luck, t, industry);
        }
    }
}

/// Drops projects that no number depends on any more.
fn drop_finished(state: &mut State, t: usize, industry: usize) {
    let projects = &mut state.projects[industry];
    let mut kept = 0;
    for index in 0..projects.loan.len() {
        let loan = &mut state.loans[projects.loan[index] as usize];
        if loan.performing() || state.borrowers.window_open(loan.household, t) {
            projects.move_to(index, kept);
            loan.project = kept as u32;
            kept += 1;
        } else {
            loan.project = NONE;
        }
    }
    projects.truncate(kept);
}

fn harvest_industry(
    state: &mut State,
    county: &County,
    population: &Population,
    luck: Luck,
    t: usize,
    industry: usize,
) {
    let State { projects, scratch, factors, loans, borrowers, catastrophes, month: record, run, .. } = state;
    let projects = &mut projects[industry];
    let year = county.calendar.month(t).year() as u16;
    scratch.entities.clear();
    scratch.entities.extend_from_slice(&projects.entity);
    scratch.make_room();
    luck.normal_uniform_pairs(&scratch.entities, Purpose::Yield, year, &mut scratch.first, &mut scratch.second);
    let season = HarvestSeason::new(county, factors, t, industry, catastrophes.price(industry));
    let nobody_ill = factors.neutral.has(LuckKind::Illness);
    let illness_annual = if nobody_ill { 0.0 } else { county.world.households.illness_annual.get() };
    let (events, products) = (&county.world.catastrophes, &county.policy(t).insurance);
    for index in 0..projects.loan.len() {
        let loan = &loans[projects.loan[index] as usize];
        let household = loan.household as usize;
        let township = usize::from(loan.township);
        let spared = catastrophes.spared(events, luck, projects.entity[index], township, industry, year);
        let multiplier = season.yield_multiplier(factors, township, scratch.first[index]) * spared.harvest;
        let harvests = usize::from(projects.harvests[index]);
        let net = season.net_per_yuan(harvests, multiplier, population.ability_effect[household]);
        let gain = projects.invested[index].times(net) - projects.own[index].times(net);
        let forgone =
            county.yearly_income(population, household, t).times(county.world.households.forgone_labour.get());
        borrowers.add_cash(loan.household, gain - forgone);
        borrowers.add_own_harvest(loan.household, projects.own[index].times(net));
        let latest = borrowers.latest_loan(loan.household) == Some(projects.loan[index]);
        if latest && scratch.second[index] < illness_annual {
            let cost = county.world.households.illness_cost.quantile(luck.uniform(
                projects.entity[index],
                Purpose::IllnessCost,
                year,
            ));
            borrowers.add_illness(loan.household, Fen::from_yuan(cost));
        }
        if loan.performing() {
            let settlement = insurance::settle(
                products,
                &InsuredProject {
                    key: population.insurance_key[household],
                    industry,
                    township,
                    invested: projects.invested[index],
                    yield_multiplier: multiplier,
                },
                catastrophes,
            );
            borrowers.add_cash(loan.household, settlement.cash());
            insurance::book(settlement, record, run);
        }
        projects.lose_capital(index, spared.capital);
        projects.harvests[index] += 1;
    }
}

/// What all projects of an industry share in a season.
struct HarvestSeason<'a> {
    county: &'a County,
    industry: usize,
    price: f64,
}

impl<'a> HarvestSeason<'a> {
    fn new(county: &'a County, factors: &Factors, t: usize, industry: usize, shock: f64) -> HarvestSeason<'a> {
        let price = factors.price(industry, &county.world.industries[industry], t) * shock;
        HarvestSeason { county, industry, price }
    }

    /// Equation S1: Y = Q_s(C(Z)), Z by the industry's loadings.
    fn yield_multiplier(&self, factors: &Factors, township: usize, innovation: f64) -> f64 {
        let z = factors.latent(&self.county.yield_roots[self.industry], township, self.industry, innovation);
        self.county.yield_curves[self.industry].at(z)
    }

    /// Equation S2: net of the season per yuan invested.
    fn net_per_yuan(&self, harvests: usize, multiplier: f64, ability: f64) -> f64 {
        self.county.world.industries[self.industry].net_per_yuan(harvests, multiplier, self.price, ability)
    }
}

/// What a household paid at a due date, in full or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Paid, principal first.
    pub paid: Fen,
    /// Whether that was all that was due.
    pub in_full: bool,
}

/// Equations S4–S5: a household pays min(due, L⁺ + λ K I), L its liquidity (G2), which is above subsistence; liquidity first.
///
/// It sells only as much of its capital as it must; one that cannot pay in full has sold everything. A household
/// that never intends to repay pays nothing and keeps what it has.
pub fn pay_from_cash(
    state: &mut State,
    county: &County,
    population: &Population,
    loan: &Loan,
    due: Fen,
    t: usize,
) -> Payment {
    let household = loan.household as usize;
    if county.offer(population, loan.terms_month()).unwilling[household] {
        return Payment { paid: Fen::ZERO, in_full: due == Fen::ZERO };
    }
    let liquidity = state.borrowers.liquidity(county, population, loan.household, t).positive();
    let from_liquidity = liquidity.min(due);
    let from_sale = sell(state, county, population, loan, due - from_liquidity);
    state.borrowers.pay(loan.household, from_liquidity);
    let paid = from_liquidity + from_sale;
    Payment { paid, in_full: paid == due }
}

/// Whether [`pay_from_cash`] would pay `due` in full; nothing is paid.
pub fn could_pay(state: &State, county: &County, population: &Population, loan: &Loan, due: Fen, t: usize) -> bool {
    if county.offer(population, loan.terms_month()).unwilling[loan.household as usize] {
        return due == Fen::ZERO;
    }
    let liquidity = state.borrowers.liquidity(county, population, loan.household, t).positive();
    liquidity + worth(state, county, population, loan) >= due
}

/// What selling all of the loan's project would bring, λ K I rounded down.
fn worth(state: &State, county: &County, population: &Population, loan: &Loan) -> Fen {
    if loan.project == NONE {
        return Fen::ZERO;
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let (projects, project) = (&state.projects[industry], loan.project as usize);
    let parameters = &county.world.industries[industry];
    let price = parameters.liquidation.get() * parameters.capital(usize::from(projects.harvests[project]));
    Fen(libm::floor(projects.invested[project].0 as f64 * price) as i64)
}

/// Sells as much of the project as brings `wanted`, or all of it; returns what it brought towards the debt.
fn sell(state: &mut State, county: &County, population: &Population, loan: &Loan, wanted: Fen) -> Fen {
    if loan.project == NONE || wanted == Fen::ZERO {
        return Fen::ZERO;
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let projects = &mut state.projects[industry];
    let project = loan.project as usize;
    let parameters = &county.world.industries[industry];
    let price = parameters.liquidation.get() * parameters.capital(usize::from(projects.harvests[project]));
    if price <= 0.0 {
        return Fen::ZERO;
    }
    let worth = Fen(libm::floor(projects.invested[project].0 as f64 * price) as i64);
    if worth <= wanted {
        projects.invested[project] = Fen::ZERO;
        return worth;
    }
    let sold = Fen(libm::ceil(wanted.0 as f64 / price) as i64).min(projects.invested[project]);
    projects.invested[project] -= sold;
    wanted
}

/// Value of a household's capital with the programme less without, Σ K·(I − own) over its projects.
pub fn capital_gain(state: &State, county: &County, population: &Population, latest: &Loan) -> Fen {
    let industry = population.roster.industry[latest.household as usize] as usize;
    let mut gain = Fen::ZERO;
    let mut next = Some(latest);
    while let Some(loan) = next {
        if loan.project != NONE {
            let projects = &state.projects[industry];
            let project = loan.project as usize;
            let value = county.world.industries[industry].capital(usize::from(projects.harvests[project]));
            gain += projects.invested[project].times(value) - projects.own[project].times(value);
        }
        next = state.loans.get(loan.previous as usize);
    }
    gain
}
