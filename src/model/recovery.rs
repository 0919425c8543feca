//! Stage 8, the recovery rate of the year to date, and stage 10, the records of a month and of the run.
//!
//! Recovery rate: principal recovered so far of what fell due in the year to date, over the principal that fell due.
//! Compensation is never a recovery, and compensated loans stay in the denominator.

use crate::model::county::County;
use crate::model::fund;
use crate::model::groups;
use crate::model::lending;
use crate::model::population::Population;
use crate::model::quota;
use crate::model::record::MonthRecord;
use crate::model::state::State;
use crate::model::suspension;
use crate::units::Fen;

/// Stage 2 in January: the year to date begins anew.
pub fn begin_year(state: &mut State) {
    state.month.due_ytd = Fen::ZERO;
    state.month.recovered_ytd = Fen::ZERO;
}

/// Stage 10: the record of the month is filed; stocks stay, flows begin at zero.
pub fn record_month(state: &mut State, county: &County, t: usize) {
    let balance = state.fund.balance;
    let breached = fund::room(state, &county.policy(t).fund).is_some_and(|room| room < Fen::ZERO);
    let month = &mut state.month;
    month.fund_balance = balance;
    month.regime_bad = county.world.factors.regime.map(|_| state.factors.bad);
    state.run.months_cap_breached += u32::from(breached);
    state.run.fund_min = if state.months.is_empty() { balance } else { state.run.fund_min.min(balance) };
    state.run.lent += month.lent;
    state.run.claims += month.claims;
    state.run.fund_paid += month.fund_paid;
    state.run.insurer_paid += month.insurer_paid;
    state.run.bank_paid += month.bank_paid;
    state.run.budget_cost += month.budget_cost;
    let filed = *month;
    state.months.push(filed);
    *month = MonthRecord {
        outstanding: filed.outstanding,
        due_ytd: filed.due_ytd,
        recovered_ytd: filed.recovered_ytd,
        overdue: filed.overdue,
        npl: filed.npl,
        npl_bank: filed.npl_bank,
        compensated: filed.compensated,
        renewed_outstanding: filed.renewed_outstanding,
        repaid_early_not_due: filed.repaid_early_not_due,
        called_not_due: filed.called_not_due,
        ..MonthRecord::default()
    };
}

/// After the last month: what the whole run came to.
pub fn report_run(state: &mut State, county: &County, population: &Population) {
    state.gains.report(&mut state.run, &state.borrowers, county.world.assisted_persons);
    state.run.households = population.len() as u32;
    state.run.fund_start = county.policy(0).fund.initial;
    groups::report(&mut state.groups, &mut state.run);
    state.run.fund_end = state.fund.balance;
    let needed = fund::fund_needed(state, county);
    (state.run.fund_needed, state.run.opening_fund_needed) = (needed.initial, needed.opening);
    state.run.lending_plan = county.lending_plan();
    let run = &mut state.run;
    run.public_cost = run.fund_paid - run.recovered_to_fund;
    run.public_cost += run.subsidy + run.premium_subsidy + run.transfers + run.reward + run.safeguards_cost;
    run.public_cost += run.bail_out + run.bought_out;
    run.suspensions_false = suspension::false_stops(&state.suspension, county);
    quota::assess(state, county, population);
    state.run.stopped = lending::stopped(state, county, population);
}
