//! The model: one county, one replication, month by month.
//!
//! The model knows neither that there are replications nor which scenario it is in. It holds no generator, clock,
//! file, thread or print: a replication is a pure function of a [`County`] and a [`Luck`].
//!
//! # Equations
//!
//! | number | name | function |
//! |---|---|---|
//! | F1–F2 | season factors and the latent variable Z | [`factors::Factors`] |
//! | I1–I2 | price multiplier, net per yuan invested | [`world::Price::multiplier`], [`world::Industry::net_per_yuan`] |
//! | S1–S5 | self-directed projects, ability to pay | [`mode::self_directed`] |
//! | P1–P2 | pay-outs, contagion | [`mode::pooled`] |
//! | O1–O3 | organisations: failure, profit, choice | [`organisation`] |
//! | D1–D4 | default mechanisms and loss given default | [`default`] |
//! | L1–L3 | repayment schedules | [`policy::LoanTerms::principal_due`] |
//! | R1–R3 | interest subsidy, scheduled payments, payment holidays | [`repayment`], [`holiday`] |
//! | X1 | dated changes of policy | [`timetable`] |
//! | C1–C2 | late collection | [`collection`] |
//! | W1–W6 | waterfall, top-up, recoveries, depletion, needed fund, leverage cap | [`fund`] |
//! | N1–N3 | plan, rationing, investment | [`lending`] |
//! | G1–G4 | income with and without the programme | [`income`] |
//! | G5–G6 | shares and concentration of the gain by group | [`groups`] |
//! | T1–T4 | stop rule: suspension and release | [`suspension`] |
//! | T5 | reward of townships | [`reward`] |
//! | T6–T8 | quota: aim, screening, points | [`quota`] |
//! | T9 | safeguards | [`safeguards`] |
//! | K1–K6 | catastrophes | [`catastrophe`] |
//! | J1–J4 | insurance of projects: premium, indemnity | [`insurance`] |
//! | J5–J6 | surety insurance of loans, withdrawal of the insurer | [`surety`] |
//! | N4 | limit of an industry's share of self-directed lending | [`industry_limit`] |
//! | E1–E2 | renewal and extension | [`renewal`] |
//! | E3–E4 | bail-out | [`bail_out`] |
//! | E5 | limit of exposure to one organisation | [`exposure::exposure_limit`] |
//! | E6–E7 | conversion, early repayment | [`conversion`] |
//! | E8 | loans called before their contract date | [`called`] |
//! | B1–B3 | the existing book at the start: loans, claims, net worth | [`book`] |
//! | P3–P4 | wages and land rent, dividends | [`benefits`] |

pub mod bail_out;
pub mod benefits;
pub mod book;
pub mod calendar;
pub mod called;
pub mod catastrophe;
pub mod collection;
pub mod contracts;
pub mod conversion;
pub mod counterfactual;
pub mod county;
pub mod default;
pub mod exposure;
pub mod factors;
pub mod forced_failure;
pub mod fund;
pub mod groups;
pub mod holiday;
pub mod income;
pub mod industry;
pub mod industry_limit;
pub mod insurance;
pub mod lending;
pub mod loan;
pub mod mode;
pub mod organisation;
pub mod policy;
pub mod population;
pub mod quota;
pub mod record;
pub mod recovery;
pub mod renewal;
pub mod repayment;
pub mod reward;
pub mod rules;
pub mod safeguards;
pub mod state;
pub mod surety;
pub mod suspension;
pub mod timetable;
pub mod world;

use crate::draws::{Luck, Replication};
use counterfactual::Counterfactual;
use county::County;
use population::Population;
use state::State;

impl County {
    /// Simulates one replication into `state`: its records are the result.
    pub fn simulate(&self, replication: Replication, state: &mut State) {
        self.observe(replication, Counterfactual::default(), state, |_, _, _| {});
    }

    /// As [`County::simulate`], with the population of the replication at hand.
    pub fn simulate_with(&self, population: &Population, replication: Replication, state: &mut State) {
        self.live(population, replication, Counterfactual::default(), state, |_, _, _| {});
    }

    /// The same with something otherwise than it was, and an onlooker at each month's end, who is given the month.
    pub fn observe(
        &self,
        replication: Replication,
        counterfactual: Counterfactual,
        state: &mut State,
        look: impl FnMut(&State, &Population, usize),
    ) {
        let population = self.population(self.luck(replication));
        self.live(&population, replication, counterfactual, state, look);
    }

    fn live(
        &self,
        population: &Population,
        replication: Replication,
        counterfactual: Counterfactual,
        state: &mut State,
        mut look: impl FnMut(&State, &Population, usize),
    ) {
        let luck = self.luck(replication);
        state.counterfactual = counterfactual;
        state.begin(self, population);
        for t in 0..self.calendar.months() {
            self.step(state, population, luck, t);
            look(state, population, t);
        }
        recovery::report_run(state, self, population);
    }

    /// One month, in the ten stages of the programme.
    fn step(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        fund::pay_in(state, self, t); //                                        1 interest, contributions, top-up
        self.begin_season(state, population, luck, t); //                       2 January: factors, counters, queues; every month: the regime, payment holidays
        self.harvest(state, population, luck, t); //                            3 yields, prices, household cash, profits of organisations
        self.solvency(state, population, luck, t); //                           4 organisations and company fail, or pay their households
        collection::run(state, self, population, luck, t); //                   5 late collection
        repayment::run(state, self, population, luck, t); //                    6 contagion, defaults, scheduled payments and maturities
        self.settle_claims(state, luck, t); //                                  7 claims, waterfall, depletion; in December the insurer stays or leaves
        suspension::run(state, self, population, t); //                         8 recovery test: suspension and release
        lending::run(state, self, population, t); //                            9 lending under plan and leverage cap
        self.close_month(state, population, luck, t); //                       10 December reward, new loans' season, income windows, records
    }

    fn begin_season(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        if let Some(regime) = &self.world.factors.regime {
            state.factors.move_regime(t, &self.calendar, regime, luck);
        }
        if self.policies().another_offer(t) || self.calendar.season_begins(t) {
            lending::form_queues(state, self, population, t);
        }
        if self.calendar.season_begins(t) {
            self.draw_season(state, population, luck, t);
        }
        holiday::postpone(state, self, population, luck, t);
    }

    fn draw_season(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        let season = self.calendar.season(t);
        let year = self.calendar.year(season);
        state.factors.begin_season(t == 0, year, &self.world.factors, &self.world.industries, luck);
        catastrophe::begin_season(state, self, luck, season);
        recovery::begin_year(state);
        state.suspension.begin_year();
        safeguards::charge_villages(state, self, population, t);
        organisation::begin_season(state, self, population, luck, season);
        default::draw_season(state, self, population, luck, 0..state.loans.len(), t);
    }

    fn harvest(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        mode::self_directed::harvest(state, self, population, luck, t);
        organisation::harvest(state, self, population, luck, t);
    }

    fn solvency(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        organisation::fail(state, self, population, luck, t);
        mode::pooled::pay_out(state, self, t);
        benefits::pay_wages_and_rent(state, self, population, t);
        benefits::pay_dividends(state, self, population, t);
    }

    fn settle_claims(&self, state: &mut State, luck: Luck, t: usize) {
        fund::compensate(state, self, t);
        surety::close_year(state, self, luck, t);
    }

    fn close_month(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        let new_loans = state.granted_from[t] as usize..state.loans.len();
        reward::pay(state, self, t);
        default::draw_season(state, self, population, luck, new_loans, t);
        collection::classify(state, t);
        income::close_windows(state, self, population, t);
        recovery::record_month(state, self, t);
    }
}
