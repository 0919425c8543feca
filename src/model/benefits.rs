//! What organisations give their households beside the guaranteed pay-out: wages, land rent, dividends (equations P3–P4).

use crate::draws::{Luck, Purpose};
use crate::model::county::County;
use crate::model::loan::{Loan, NONE};
use crate::model::population::{Population, Roster};
use crate::model::state::State;
use crate::model::world::{OrganisationKind, World};
use crate::units::{Fen, Share};

/// What a type of organisation, or the company, gives its households; nothing unless a scenario says so.
#[derive(Clone, Debug, Default)]
pub struct Benefits {
    /// Wages.
    pub wages: Option<Wages>,
    /// Rent for land.
    pub land_rent: Option<LandRent>,
    /// Share of the season's profit above the guaranteed pay-outs that goes to households; zero: none.
    pub dividend: Share,
}

/// `wages = { … }`.
#[derive(Clone, Copy, Debug)]
pub struct Wages {
    /// Share of households with labour that the organisation employs.
    pub households: Share,
    /// Wage of a household in a year.
    pub annual: Fen,
    /// Share of the wage that the worker would have earned elsewhere.
    pub displaced: Share,
}

/// `land_rent = { … }`.
#[derive(Clone, Copy, Debug)]
pub struct LandRent {
    /// Share of households that lease land to the organisation.
    pub households: Share,
    /// Rent of a household in a year.
    pub annual: Fen,
    /// What its land counts as among the shares of a dividend, beside its credit; zero: nothing.
    pub share_value: Fen,
}

/// Types of organisations and the company.
fn kinds(world: &World) -> impl Iterator<Item = &OrganisationKind> {
    world.organisations.kinds.iter().chain(std::iter::once(&world.company))
}

/// Uniforms of each household, once: employed if below the share, leases land if below the share. Empty if no
/// organisation pays wages or rent.
pub fn keys(world: &World, roster: &Roster, luck: Luck) -> (Vec<f64>, Vec<f64>) {
    let paid = kinds(world).any(|kind| kind.benefits.wages.is_some() || kind.benefits.land_rent.is_some());
    let column = |purpose| {
        let mut uniforms = vec![0.0; if paid { roster.len() } else { 0 }];
        luck.uniforms(if paid { &roster.entity } else { &[] }, purpose, 0, &mut uniforms);
        uniforms
    };
    (column(Purpose::Employed), column(Purpose::LandLease))
}

/// What the organisation that uses a loan gives its households.
fn benefits_of<'c>(county: &'c County, population: &Population, loan: &Loan) -> &'c Benefits {
    &county.kind_of(population.organisations.kind[loan.organisation as usize]).parameters.benefits
}

/// The lease of a household's land to the organisation that uses its loan.
fn lease(benefits: &Benefits, population: &Population, loan: &Loan) -> Option<LandRent> {
    benefits.land_rent.filter(|rent| population.lease_key[loan.household as usize] < rent.households.get())
}

/// Wage and rent that a household receives a year from the organisation that uses its loan.
fn yearly(county: &County, population: &Population, loan: &Loan) -> (Fen, Fen) {
    let benefits = benefits_of(county, population, loan);
    let household = loan.household as usize;
    let wage = benefits.wages.filter(|wages| {
        population.roster.labour[household] > 0 && population.employed_key[household] < wages.households.get()
    });
    let rent = lease(benefits, population, loan);
    (wage.map_or(Fen::ZERO, |wages| wages.annual), rent.map_or(Fen::ZERO, |rent| rent.annual))
}

/// Loans whose year ends with month `t`: 12, 24, … months after they were granted, in the order of granting from the
/// youngest, that perform and whose money an organisation uses.
fn with_full_year(state: &State, t: usize) -> impl Iterator<Item = usize> {
    let years = (1..).map_while(move |year: usize| t.checked_sub(12 * year));
    let loans = years.flat_map(|grant| state.granted_from[grant] as usize..state.granted_from[grant + 1] as usize);
    let loans = loans.chain((0..state.granted_from[0] as usize).filter(move |index| {
        let age = state.loans[*index].age_months(t);
        age > 0 && age.is_multiple_of(12)
    }));
    loans.filter(|index| state.loans[*index].performing() && state.loans[*index].organisation != NONE)
}

/// Equation P3, stage 4 after failures and pay-outs: in each 12th month after grant, while the organisation lives and
/// the loan performs, its household receives wage and rent. Of the wage only what exceeds the income it displaces is a
/// gain; the organisation pays all of it.
pub fn pay_wages_and_rent(state: &mut State, county: &County, population: &Population, t: usize) {
    if population.employed_key.is_empty() {
        return;
    }
    for index in 0..state.granted_from[0] as usize {
        let age = state.loans[index].age_months(t);
        if age > 0 && age.is_multiple_of(12) {
            pay_one(state, county, population, index);
        }
    }
    for grant in (1..).map_while(|year: usize| t.checked_sub(12 * year)) {
        for index in state.granted_from[grant] as usize..state.granted_from[grant + 1] as usize {
            pay_one(state, county, population, index);
        }
    }
}

fn pay_one(state: &mut State, county: &County, population: &Population, index: usize) {
    let loan = state.loans[index];
    if loan.performing() && loan.organisation != NONE && state.organisations.pays(loan.organisation) {
        pay(state, county, population, &loan);
    }
}

fn pay(state: &mut State, county: &County, population: &Population, loan: &Loan) {
    let (wage, rent) = yearly(county, population, loan);
    let displaced = benefits_of(county, population, loan).wages.map_or(Share::ZERO, |wages| wages.displaced);
    state.borrowers.add_organisation_income(loan.household, wage - wage.times(displaced.get()) + rent);
    state.organisations.book_payment(loan.organisation, wage + rent);
    state.run.wages += wage;
    state.run.land_rent += rent;
}

/// Wages and rent that an organisation owes this month, for the test of solvency that comes before it pays.
pub fn owed(state: &State, county: &County, population: &Population, t: usize, organisation: u32) -> Fen {
    if population.employed_key.is_empty() {
        return Fen::ZERO;
    }
    let loans = with_full_year(state, t).map(|index| &state.loans[index]);
    let owed = loans.filter(|loan| loan.organisation == organisation).map(|loan| yearly(county, population, loan));
    owed.map(|(wage, rent)| wage + rent).sum()
}

/// Equation P4, stage 4 of the harvest month: of the season's profit above the guaranteed pay-outs of its performing
/// loans, an organisation distributes d·(profit − Σ f B)⁺ to their households in proportion to their shares (a loan's B,
/// and what leased land counts as), each part rounded down.
pub fn pay_dividends(state: &mut State, county: &County, population: &Population, t: usize) {
    let books = &mut state.organisations;
    let someone_earned =
        (0..books.profit.len()).any(|index| books.profit[index] > Fen::ZERO && books.pays(index as u32));
    if !someone_earned {
        return;
    }
    gather_shares(state, county, population, t);
    for index in 0..state.organisations.profit.len() {
        let books = &mut state.organisations;
        let kind = county.kind_of(population.organisations.kind[index]);
        let distributed = if books.pays(index as u32) { books.profit[index].positive() } else { Fen::ZERO };
        let above = (distributed - books.guaranteed[index]).positive();
        books.profit[index] = above.share_down(kind.parameters.benefits.dividend);
    }
    for index in 0..state.loans.len() {
        let loan = state.loans[index];
        if !loan.performing() || loan.organisation == NONE {
            continue;
        }
        let books = &mut state.organisations;
        let (pot, base) = (books.profit[loan.organisation as usize], books.sharing[loan.organisation as usize]);
        if pot > Fen::ZERO {
            let shares = shares(county, population, &loan);
            let dividend = Fen((i128::from(pot.0) * i128::from(shares.0) / i128::from(base.0)) as i64);
            books.book_payment(loan.organisation, dividend);
            state.borrowers.add_organisation_income(loan.household, dividend);
            state.run.dividends += dividend;
        }
    }
}

/// What a household holds in the organisation that uses its loan: the balance, and its land where it is leased to it.
fn shares(county: &County, population: &Population, loan: &Loan) -> Fen {
    let benefits = benefits_of(county, population, loan);
    loan.balance + lease(benefits, population, loan).map_or(Fen::ZERO, |rent| rent.share_value)
}

/// Σ of shares and Σ f B of each organisation's performing loans; f B while the loan's years of pay-out last.
fn gather_shares(state: &mut State, county: &County, population: &Population, t: usize) {
    let State { loans, organisations, .. } = state;
    organisations.sharing.fill(Fen::ZERO);
    organisations.guaranteed.fill(Fen::ZERO);
    for loan in loans.iter().filter(|loan| loan.performing() && loan.organisation != NONE) {
        let terms = county.terms(loan);
        organisations.sharing[loan.organisation as usize] += shares(county, population, loan);
        if loan.age_months(t) <= 12 * usize::from(terms.payout_years) {
            organisations.guaranteed[loan.organisation as usize] += loan.balance.times(terms.payout_annual.get());
        }
    }
}
