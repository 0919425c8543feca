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
//! | R1–R2 | interest subsidy, scheduled payments | [`repayment`] |
//! | C1–C2 | late collection | [`collection`] |
//! | W1–W6 | waterfall, top-up, recoveries, depletion, needed fund, leverage cap | [`fund`] |
//! | N1–N3 | plan, rationing, investment | [`lending`] |
//! | G1–G4 | income with and without the programme | [`income`] |
//! | K1–K2 | renewal and extension | [`renewal`] |
//! | K3–K4 | bail-out | [`bail_out`] |
//! | K5 | limit of exposure to one organisation | [`exposure::exposure_limit`] |
//! | K6–K7 | conversion, early repayment | [`conversion`] |
//! | B1–B2 | wages and land rent, dividends | [`benefits`] |

pub mod bail_out;
pub mod benefits;
pub mod calendar;
pub mod collection;
pub mod contracts;
pub mod conversion;
pub mod county;
pub mod default;
pub mod exposure;
pub mod factors;
pub mod forced_failure;
pub mod fund;
pub mod income;
pub mod industry;
pub mod lending;
pub mod loan;
pub mod mode;
pub mod organisation;
pub mod policy;
pub mod population;
pub mod record;
pub mod recovery;
pub mod renewal;
pub mod repayment;
pub mod state;
pub mod timetable;
pub mod world;

use crate::draws::{Luck, Replication};
use county::County;
use population::Population;
use state::State;

impl County {
    /// Simulates one replication into `state`: its records are the result.
    pub fn simulate(&self, replication: Replication, state: &mut State) {
        let luck = self.luck(replication);
        let population = self.population(luck);
        state.begin(self, &population);
        for t in 0..self.calendar.months() {
            self.step(state, &population, luck, t);
        }
        recovery::report_run(state, self, &population);
    }

    /// One month, in the ten stages of the programme.
    fn step(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        fund::pay_in(state, self, t); //                                        1 interest, contributions, top-up
        self.begin_season(state, population, luck, t); //                       2 January: factors, counters, queues; every month: the regime
        self.harvest(state, population, luck, t); //                            3 yields, prices, household cash, profits of organisations
        self.solvency(state, population, luck, t); //                           4 organisations and company fail, or pay their households
        collection::run(state, self, population, luck, t); //                   5 late collection
        repayment::run(state, self, population, luck, t); //                    6 contagion, defaults, scheduled payments and maturities
        fund::compensate(state, self, t); //                                    7 claims, waterfall, depletion
        //                                                                     8 the stop rule would read the year to date here; none is in force
        lending::run(state, self, population, t); //                            9 lending under plan and leverage cap
        self.close_month(state, population, luck, t); //                       10 new loans' season, income windows, records
    }

    fn begin_season(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        if let Some(regime) = &self.world.factors.regime {
            state.factors.move_regime(t, &self.calendar, regime, luck);
        }
        if !self.calendar.season_begins(t) {
            return;
        }
        let season = self.calendar.season(t);
        let year = self.calendar.year(season);
        state.factors.begin_season(t == 0, year, &self.world.factors, &self.world.industries, luck);
        recovery::begin_year(state);
        organisation::begin_season(state, self, population, luck, season);
        default::draw_season(state, self, population, luck, 0..state.loans.len(), t);
        lending::begin_year(state, self, population, t);
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

    fn close_month(&self, state: &mut State, population: &Population, luck: Luck, t: usize) {
        let new_loans = state.granted_from[t] as usize..state.loans.len();
        default::draw_season(state, self, population, luck, new_loans, t);
        collection::classify(state, t);
        income::close_windows(state, self, population, t);
        recovery::record_month(state, self, t);
    }
}
