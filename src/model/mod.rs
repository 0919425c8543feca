//! The model: one county, one replication, month by month.
//!
//! The model knows neither that there are replications nor which scenario it is in. It holds no generator, clock,
//! file, thread or print: a replication is a pure function of a [`County`] and a [`Luck`].
//!
//! # Equations
//!
//! Their formulas, symbols and keys stand under the same numbers and names in `docs/model.md`.
//!
//! | number | name | function |
//! |---|---|---|
//! | F1 | season factors | [`factors::Factors::begin_season`] |
//! | F2 | latent variable | [`factors::Factors::latent`] |
//! | F3 | regime | [`factors::Factors::move_regime`] |
//! | I1 | price multiplier | [`world::Price::multiplier`] |
//! | I2 | net per yuan invested | [`world::Industry::net_per_yuan`] |
//! | S1 | yield multiplier | [`mode::self_directed`] |
//! | S2 | net of the season | [`mode::self_directed`] |
//! | S3 | cash of the season | [`mode::self_directed::harvest`] |
//! | S4 | payment at a due date | [`mode::self_directed::pay_from_cash`] |
//! | S5 | sale of capital | [`mode::self_directed::pay_from_cash`] |
//! | P1 | guaranteed pay-out | [`mode::pooled::pay_out`] |
//! | P2 | contagion | [`mode::pooled::spread`] |
//! | P3 | wages and land rent | [`benefits::pay_wages_and_rent`] |
//! | P4 | dividends | [`benefits::pay_dividends`] |
//! | O1 | failure by season | [`organisation::begin_season`] |
//! | O2 | structural failure | [`organisation::harvest`] |
//! | O3 | choice of organisation | [`organisation::OrganisationBooks::choose`] |
//! | D1 | default by copula | [`default::draw_season`] |
//! | D2 | monthly hazard | [`default::monthly_hazard`] |
//! | D3 | shift on the logit | [`default`] |
//! | D4 | loss given default | [`default::with_drawn_loss`] |
//! | D5 | trial at a due date | [`repayment`] |
//! | L1 | bullet | [`policy::Repayment::principal_due`] |
//! | L2 | equal principal | [`policy::Repayment::principal_due`] |
//! | L3 | annuity | [`policy::Repayment::principal_due`] |
//! | R1 | interest subsidy | [`repayment`] |
//! | R2 | scheduled payment | [`repayment`] |
//! | R3 | payment holiday | [`holiday::PaymentHoliday::moves_by`] |
//! | X1 | policy in force | [`timetable`] |
//! | C1 | late collection | [`collection::run`] |
//! | C2 | who receives it | [`collection`] |
//! | W1 | waterfall | [`fund::compensate`] |
//! | W2 | top-up | [`fund::pay_in`] |
//! | W3 | recoveries to the fund | [`fund::credit_recoveries`] |
//! | W4 | depletion | [`fund::compensate`] |
//! | W5 | needed fund | [`fund::fund_needed`] |
//! | W6 | leverage cap | [`fund::leverage_room`] |
//! | N1 | plan of a mode and township | [`lending`] |
//! | N2 | rationing | [`lending`] |
//! | N3 | investment | [`granting`] |
//! | N4 | limit of an industry | [`industry_limit`] |
//! | G1 | gain | [`income::close_windows`] |
//! | G2 | liquidity | [`borrowers::Borrowers::liquidity`] |
//! | G3 | gain per head | [`income`] |
//! | G4 | poverty line | [`income`] |
//! | G5 | share of the gain | [`groups`] |
//! | G6 | concentration | [`groups`] |
//! | T1 | recovery rate | [`suspension`] |
//! | T2 | NPL ratio | [`suspension`] |
//! | T3 | run and suspension | [`suspension`] |
//! | T4 | release | [`suspension`] |
//! | T5 | reward | [`reward::pay`] |
//! | T6 | aim | [`quota::aim`] |
//! | T7 | screening | [`quota::passes`] |
//! | T8 | points | [`quota::assess`] |
//! | T9 | safeguards | [`safeguards`] |
//! | K1 | occurrence | [`catastrophe`] |
//! | K2 | severity | [`catastrophe`] |
//! | K3 | loss of yield | [`catastrophe`] |
//! | K4 | price shock | [`catastrophe`] |
//! | K5 | loss of capital | [`catastrophe`] |
//! | K6 | shift of organisations | [`catastrophe::CatastropheBooks::shift`] |
//! | J1 | sum insured | [`insurance::settle`] |
//! | J2 | premium of a project | [`insurance::settle`] |
//! | J3 | indemnity by yield | [`insurance::settle`] |
//! | J4 | indemnity by index | [`insurance::settle`] |
//! | J5 | premium of a loan | [`surety::charge`] |
//! | J6 | withdrawal of the insurer | [`surety::close_year`] |
//! | E1 | renewal | [`renewal::granted`] |
//! | E2 | what a renewal books | [`renewal`] |
//! | E3 | bail-out | [`bail_out::draw`] |
//! | E4 | what a bail-out books | [`bail_out::pay_bank`] |
//! | E5 | limit of exposure | [`exposure::exposure_limit`] |
//! | E6 | conversion | [`conversion::run`] |
//! | E7 | early repayment | [`conversion`] |
//! | E8 | loans called before their contract date | [`called`] |
//! | B1 | principal at the start | [`book`] |
//! | B2 | claim of a loan overdue at the start | [`book`] |
//! | B3 | gain of a household on the book | [`book`] |

pub mod bail_out;
pub mod benefits;
pub mod book;
pub mod borrowers;
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
pub mod granting;
pub mod groups;
pub mod holiday;
pub mod income;
pub mod industry;
pub mod industry_limit;
pub mod insurance;
pub mod lending;
pub mod loan;
pub mod maturity;
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
pub mod risk;
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
        state.suspension.begin_month();
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
