//! Self-directed mode 自主贷款: the project of a household and its cash (equations S1–S5).

use crate::draws::{Entity, Luck, Purpose};
use crate::model::counterfactual::LuckKind;
use crate::model::county::County;
use crate::model::factors::Factors;
use crate::model::insurance::{self, InsuredProject};
use crate::model::loan::{Loan, NONE};
use crate::model::population::{Candidate, Population};
use crate::model::state::State;
use crate::units::Fen;

/// A household's project: what its loan was invested in, and what of the household a harvest asks for.
#[derive(Clone, Copy, Debug)]
pub struct Project {
    /// Address of the household's random numbers.
    pub entity: Entity,
    /// I: invested with the programme (loan less diverted part, plus own capital).
    pub invested: Fen,
    /// Own capital, invested in the same industry without the programme.
    pub own: Fen,
    /// exp(βθ − β²/2): effect of ability on revenue.
    ability_effect: f64,
    /// Income of the household in the first year without the programme.
    base_income: Fen,
    /// The loan.
    pub loan: u32,
    household: u32,
    /// Place of the household's books.
    borrower: u32,
    township: u16,
    /// Harvests so far.
    pub harvests: u16,
}

impl Project {
    /// Equation K5: capital that is lost for good, with and without the programme.
    fn lose_capital(&mut self, left: f64) {
        if left < 1.0 {
            self.invested = self.invested.times(left);
            self.own = self.own.times(left);
        }
    }
}

/// Begins a project of a loan of a followed household, before its first harvest: `invested` of which `own` is its own.
pub fn begin(state: &mut State, candidate: &Candidate, loan: u32, invested: Fen, own: Fen) {
    let place = &mut state.loans[loan as usize];
    let projects = &mut state.projects[usize::from(candidate.industry)];
    place.project = projects.len() as u32;
    projects.push(Project {
        entity: candidate.entity,
        invested,
        own,
        ability_effect: candidate.ability_effect,
        base_income: candidate.base_income,
        loan,
        household: place.household,
        borrower: place.borrower,
        township: place.township,
        harvests: 0,
    });
}

/// Stage 3: harvests of the month, industry by industry (equations S1–S3). Equation S3, cash of the season:
/// (I − own)·net − labour income given up; own·net is the household's with and without the programme.
pub fn harvest(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let month = county.calendar.month(t);
    for industry in 0..county.world.industries.len() {
        if u32::from(county.world.industries[industry].harvest_month) == month.month() {
            drop_finished(state, industry);
            harvest_industry(state, county, population, luck, t, industry);
        }
    }
}

/// Drops projects that no number depends on any more: a project lives until its loan is settled and the household's
/// window is over.
fn drop_finished(state: &mut State, industry: usize) {
    let State { projects, loans, borrowers, .. } = state;
    let projects = &mut projects[industry];
    let mut kept = 0;
    for index in 0..projects.len() {
        let project = projects[index];
        let open = borrowers.window_open(project.borrower);
        if open || loans[project.loan as usize].performing() {
            if index != kept {
                projects[kept] = project;
                loans[project.loan as usize].project = kept as u32;
            }
            kept += 1;
        } else {
            loans[project.loan as usize].project = NONE;
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
    scratch.entities.extend(projects.iter().map(|project| project.entity));
    scratch.make_room();
    luck.normal_uniform_pairs(&scratch.entities, Purpose::Yield, year, &mut scratch.first, &mut scratch.second);
    let season = HarvestSeason::new(county, factors, t, industry, catastrophes.price(industry));
    let households = &county.world.households;
    let nobody_ill = factors.neutral.has(LuckKind::Illness);
    let illness_annual = if nobody_ill { 0.0 } else { households.illness_annual.get() };
    let (events, products) = (&county.world.catastrophes, &county.policy(t).insurance);
    let (growth, forgone_labour) = (county.income_growth(t), households.forgone_labour.get());
    season.make_yields(factors, projects, &mut scratch.first);
    let draws = scratch.first.iter().zip(&scratch.second);
    for (project, (own_yield, u)) in projects.iter_mut().zip(draws) {
        let township = usize::from(project.township);
        let spared = catastrophes.spared(events, luck, project.entity, township, industry, year);
        let multiplier = own_yield * spared.harvest;
        let net = season.net_per_yuan(usize::from(project.harvests), multiplier, project.ability_effect);
        let own = project.own.times(net);
        let forgone = project.base_income.times(growth).times(forgone_labour);
        borrowers.add_harvest(project.borrower, project.invested.times(net) - own - forgone, own);
        if *u < illness_annual && borrowers.is_latest(project.borrower, project.loan) {
            let u = luck.uniform(project.entity, Purpose::IllnessCost, year);
            borrowers.add_illness(project.household, Fen::from_yuan(households.illness_cost.quantile(u)));
        }
        if !products.is_empty() && loans[project.loan as usize].performing() {
            let insured = InsuredProject {
                key: population.insurance_key[project.household as usize],
                industry,
                township,
                invested: project.invested,
                yield_multiplier: multiplier,
            };
            let settlement = insurance::settle(products, &insured, catastrophes);
            borrowers.add_cash(project.household, settlement.cash());
            insurance::book(settlement, record, run);
        }
        project.lose_capital(spared.capital);
        project.harvests += 1;
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

    /// Equation S1: Y = Q_s(C(Z)), Z by the industry's loadings. Each innovation becomes the yield of its project.
    fn make_yields(&self, factors: &Factors, projects: &[Project], innovations: &mut [f64]) {
        let roots = &self.county.yield_roots[self.industry];
        for (project, shock) in projects.iter().zip(innovations.iter_mut()) {
            *shock = factors.latent(roots, usize::from(project.township), self.industry, *shock);
        }
        self.county.yield_curves[self.industry].at_all(innovations);
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
    let liquidity = state.borrowers.liquidity(county, population, loan, t).positive();
    let from_liquidity = liquidity.min(due);
    let from_sale = sell(state, county, population, loan, due - from_liquidity);
    state.borrowers.pay(loan, from_liquidity);
    let paid = from_liquidity + from_sale;
    Payment { paid, in_full: paid == due }
}

/// Whether [`pay_from_cash`] would pay `due` in full; nothing is paid.
pub fn could_pay(state: &State, county: &County, population: &Population, loan: &Loan, due: Fen, t: usize) -> bool {
    if county.offer(population, loan.terms_month()).unwilling[loan.household as usize] {
        return due == Fen::ZERO;
    }
    let liquidity = state.borrowers.liquidity(county, population, loan, t).positive();
    liquidity + worth(state, county, population, loan) >= due
}

/// What selling all of the loan's project would bring, λ K I rounded down.
fn worth(state: &State, county: &County, population: &Population, loan: &Loan) -> Fen {
    if loan.project == NONE {
        return Fen::ZERO;
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let project = &state.projects[industry][loan.project as usize];
    let parameters = &county.world.industries[industry];
    let price = parameters.liquidation.get() * parameters.capital(usize::from(project.harvests));
    Fen(libm::floor(project.invested.0 as f64 * price) as i64)
}

/// Sells as much of the project as brings `wanted`, or all of it; returns what it brought towards the debt.
fn sell(state: &mut State, county: &County, population: &Population, loan: &Loan, wanted: Fen) -> Fen {
    if loan.project == NONE || wanted == Fen::ZERO {
        return Fen::ZERO;
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let project = &mut state.projects[industry][loan.project as usize];
    let parameters = &county.world.industries[industry];
    let price = parameters.liquidation.get() * parameters.capital(usize::from(project.harvests));
    if price <= 0.0 {
        return Fen::ZERO;
    }
    let worth = Fen(libm::floor(project.invested.0 as f64 * price) as i64);
    if worth <= wanted {
        project.invested = Fen::ZERO;
        return worth;
    }
    let sold = Fen(libm::ceil(wanted.0 as f64 / price) as i64).min(project.invested);
    project.invested -= sold;
    wanted
}

/// Value of the capital of a loan's project with the programme less without, K·(I − own); nothing without a project.
pub fn capital_gain(state: &State, county: &County, population: &Population, loan: &Loan) -> Fen {
    if loan.project == NONE {
        return Fen::ZERO;
    }
    let industry = population.roster.industry[loan.household as usize] as usize;
    let project = &state.projects[industry][loan.project as usize];
    let value = county.world.industries[industry].capital(usize::from(project.harvests));
    project.invested.times(value) - project.own.times(value)
}
