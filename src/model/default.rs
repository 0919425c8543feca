//! Default of a loan: the mechanisms that strike before the month's payment, and what a default books
//! (equations D1–D4). Exactly one mechanism acts on a loan; the whole balance is called.

use crate::draws::{Luck, Purpose};
use crate::model::called;
use crate::model::county::County;
use crate::model::industry::by_age;
use crate::model::loan::{Loan, NEVER, NONE, Status};
use crate::model::policy::Mode;
use crate::model::population::{Population, pick};
use crate::model::renewal;
use crate::model::state::State;
use crate::model::world::DefaultMechanism;
use crate::units::{Fen, Probability};

/// Equation D1: the season's Z of each performing loan under a copula mechanism, Z < C⁻¹(PD): default in the season,
/// month by seasonal weights. `loans` are looked at (all in January, a month's new ones after lending).
pub fn draw_season(
    state: &mut State,
    county: &County,
    population: &Population,
    luck: Luck,
    loans: std::ops::Range<usize>,
    t: usize,
) {
    if !county.risks.some_by_season {
        return;
    }
    let season = county.calendar.season(t);
    gather(state, population, loans, |loan| {
        matches!(county.risks.of(loan).parameters.default, DefaultMechanism::Copula { .. })
            && loan.performing()
            && county.own_pd(loan).is_none()
    });
    luck.normal_uniform_pairs(
        &state.scratch.entities,
        Purpose::DefaultShock,
        county.calendar.year(season),
        &mut state.scratch.first,
        &mut state.scratch.second,
    );
    for position in 0..state.scratch.index.len() {
        let index = state.scratch.index[position];
        if let Some(strike) = strikes_in(state, county, population, position, season) {
            state.loans[index as usize].next_strike = state.strikes.put(strike, index);
        }
    }
}

/// Month in which the loan at a `position` of the gathered ones defaults in a season, if it does.
fn strikes_in(
    state: &State,
    county: &County,
    population: &Population,
    position: usize,
    season: usize,
) -> Option<usize> {
    let loan = &state.loans[state.scratch.index[position] as usize];
    let class = county.risks.of(loan);
    let DefaultMechanism::Copula { month_weights, .. } = &class.parameters.default else { return None };
    let industry = population.roster.industry[loan.household as usize] as usize;
    let age = county.seasons_since_grant(loan, season);
    let (township, innovation) = (usize::from(loan.township), state.scratch.first[position]);
    let latent = state.factors.latent(&class.roots, township, industry, innovation);
    if latent >= by_age(&class.thresholds, age) {
        return None;
    }
    let month = pick(month_weights, state.scratch.second[position]) as u32 + 1;
    let strike = county.calendar.month_in_season(season, month)?;
    (strike as i64 > i64::from(loan.grant)).then_some(strike)
}

/// Collects the loans of a range that fulfil `wanted` into the scratch columns.
fn gather(state: &mut State, population: &Population, loans: std::ops::Range<usize>, wanted: impl Fn(&Loan) -> bool) {
    let State { scratch, loans: all, .. } = state;
    scratch.entities.clear();
    scratch.index.clear();
    for index in loans {
        if wanted(&all[index]) {
            scratch.entities.push(population.roster.entity[all[index].household as usize]);
            scratch.index.push(index as u32);
        }
    }
    scratch.make_room();
}

/// Stage 6, before payments: defaults by copula whose month has come, and the monthly hazard.
pub fn strike(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let mut next = state.strikes.take(t);
    while next != NONE {
        let index = next;
        next = state.loans[index as usize].next_strike;
        let loan = &state.loans[index as usize];
        let drawn_for_another_mode = loan.converted != u16::MAX
            && county.calendar.season(usize::from(loan.converted)) == county.calendar.season(t);
        if loan.performing() && state.organisations.pays(loan.organisation) && !drawn_for_another_mode {
            with_drawn_loss(state, county, population, luck, index, t);
        }
    }
    if county.risks.some_by_hazard {
        strike_by_hazard(state, county, population, luck, t);
    }
}

fn strike_by_hazard(state: &mut State, county: &County, population: &Population, luck: Luck, t: usize) {
    let all = 0..state.loans.len();
    gather(state, population, all, |loan| {
        matches!(county.risks.of(loan).parameters.default, DefaultMechanism::Hazard { .. })
            && loan.performing()
            && county.own_pd(loan).is_none()
    });
    luck.uniforms(
        &state.scratch.entities,
        Purpose::Hazard,
        county.calendar.month(t).ordinal(),
        &mut state.scratch.first,
    );
    for position in 0..state.scratch.index.len() {
        let index = state.scratch.index[position];
        let loan = &state.loans[index as usize];
        let h = hazard_of(state, county, population, loan, t);
        if state.scratch.first[position] < h && state.organisations.pays(loan.organisation) {
            with_drawn_loss(state, county, population, luck, index, t);
        }
    }
}

/// A loan's hazard of month `t`, equations D2 and D3.
fn hazard_of(state: &State, county: &County, population: &Population, loan: &Loan, t: usize) -> f64 {
    let DefaultMechanism::Hazard { pd_annual, ability_logit, county_logit } = &county.risks.of(loan).parameters.default
    else {
        return 0.0;
    };
    let ability = population.roster.ability[loan.household as usize];
    let age = loan.age_months(t).saturating_sub(1) / 12;
    let shift = ability_logit * ability + county_logit * state.factors.county;
    shifted(monthly_hazard(by_age(pd_annual, age)), shift)
}

/// Equation D2: monthly hazard of an annual PD, h = 1 − (1 − PD)^(1/12). (PD/12 would turn 30% into 26.2%.)
///
/// ```
/// # use lendmix::{model::default::monthly_hazard, units::Probability};
/// let h = monthly_hazard(Probability::new(0.30).unwrap());
/// assert!((1.0 - (1.0 - h).powi(12) - 0.30).abs() < 1e-14);
/// ```
pub fn monthly_hazard(pd_annual: Probability) -> f64 {
    -libm::expm1(libm::log1p(-pd_annual.get()) / 12.0)
}

/// Equation D3: h with `shift` added on the logit.
fn shifted(hazard: f64, shift: f64) -> f64 {
    if shift == 0.0 || hazard <= 0.0 || hazard >= 1.0 {
        return hazard;
    }
    let odds = hazard / (1.0 - hazard) * libm::exp(shift);
    odds / (1.0 + odds)
}

/// A default where no cash flow decides the loss (equation D4): U = LGD·B, the rest is paid at once.
pub fn with_drawn_loss(state: &mut State, county: &County, population: &Population, luck: Luck, index: u32, t: usize) {
    let loan = state.loans[index as usize];
    let entity = population.roster.entity[loan.household as usize];
    let u = luck.uniform(entity, Purpose::LossGivenDefault, county.calendar.month(t).ordinal());
    let share = match county.own_lgd(&loan) {
        Some(lgd) => lgd.get(),
        None => county.risks.of(&loan).parameters.loss_given_default.quantile(u).clamp(0.0, 1.0),
    };
    let loss = loan.balance.times(share);
    if loan.mode == Mode::SelfDirected {
        state.borrowers.pay(&loan, loan.balance - loss);
    }
    let interest = county.interest_due(&loan, t);
    declare(state, county, index, loan.balance - loss, interest, t);
}

/// Books a default: the whole balance falls due, `paid` of it is recovered at once, the rest is overdue.
pub fn declare(state: &mut State, county: &County, index: u32, paid: Fen, interest_unpaid: Fen, t: usize) {
    let balance = state.loans[index as usize].balance;
    fall_due(state, county, index, balance, t);
    let season = renewal::season_due(county, &state.loans[index as usize], t);
    let loan = &mut state.loans[index as usize];
    leave_performing(&mut state.performing, &mut state.organisations, loan, balance);
    loan.status = if balance == paid { Status::Repaid } else { Status::Overdue };
    if balance == paid {
        state.borrowers.has_repaid(loan.household);
    }
    loan.balance = balance - paid;
    loan.default_month = t as i16;
    loan.interest_unpaid = interest_unpaid;
    let loan = *loan;
    renewal::leaves(state, &loan, balance);
    let (township, open) = (usize::from(loan.township), loan.balance);
    state.suspension.defaulted(&loan, open);
    state.suspension.left(&loan, paid);
    if open > Fen::ZERO {
        state.defaulted.push(index);
        state.month.overdue += open;
    }
    state.month.loans_defaulted += 1;
    state.run.loans_defaulted += 1;
    if loan.due_later == Fen::ZERO {
        state.township_year(county.calendar.seasons(), township, season).loans_defaulted += 1;
    }
    state.month.outstanding -= paid;
    recover(state, county, index, season, paid, t);
}

/// Books a payment of principal `amount` that falls due now and is paid; the loan is repaid when nothing is left.
pub fn settle(state: &mut State, county: &County, index: u32, amount: Fen, t: usize) {
    let loan = &state.loans[index as usize];
    if loan.renewals == 0 && !loan.extended() && loan.due_later == Fen::ZERO && amount > Fen::ZERO {
        return settle_on_time(state, county, index, amount, t);
    }
    fall_due(state, county, index, amount, t);
    let loan = &mut state.loans[index as usize];
    leave_performing(&mut state.performing, &mut state.organisations, loan, amount);
    loan.balance -= amount;
    if loan.balance == Fen::ZERO {
        loan.status = Status::Repaid;
        state.borrowers.has_repaid(loan.household);
    }
    let loan = *loan;
    renewal::leaves(state, &loan, amount);
    state.suspension.left(&loan, amount);
    state.month.outstanding -= amount;
    recover(state, county, index, renewal::season_due(county, &loan, t), amount, t);
}

/// What [`settle`] books for a loan that was never renewed, extended or called: its principal falls due and is recovered
/// at once.
pub(crate) fn settle_on_time(state: &mut State, county: &County, index: u32, amount: Fen, t: usize) {
    let (season, seasons) = (county.calendar.season(t), county.calendar.seasons());
    let State { loans, performing, organisations, borrowers, suspension, month, run, townships, .. } = state;
    let loan = &mut loans[index as usize];
    let first_ever = loan.last_due_season == u8::MAX;
    let first_this_year = loan.last_due_season != season as u8;
    loan.last_due_season = season as u8;
    leave_performing(performing, organisations, loan, amount);
    loan.balance -= amount;
    if loan.balance == Fen::ZERO {
        loan.status = Status::Repaid;
        borrowers.has_repaid(loan.household);
    }
    suspension.paid_on_time(loan, amount);
    month.loans_due += 1;
    run.loans_due += u32::from(first_ever);
    for sum in [&mut month.due, &mut month.due_ytd, &mut month.recovered, &mut month.recovered_ytd] {
        *sum += amount;
    }
    month.outstanding -= amount;
    for sum in [&mut run.due, &mut run.recovered, &mut run.ultimately_recovered] {
        *sum += amount;
    }
    let record = &mut townships[usize::from(loan.township) * seasons + season];
    record.due += amount;
    record.recovered += amount;
    record.loans_due += u32::from(first_this_year);
}

/// Principal stops earning interest.
pub(crate) fn leave_performing(
    performing: &mut [Fen],
    organisations: &mut crate::model::organisation::OrganisationBooks,
    loan: &Loan,
    amount: Fen,
) {
    performing[usize::from(loan.rate_class)] -= amount;
    organisations.release(loan.organisation, amount);
}

/// Principal falls due: M of the township and of the county. What fell due and was extended does not fall due again; what
/// was called waits for its contract date where the rule says so.
pub(crate) fn fall_due(state: &mut State, county: &County, index: u32, amount: Fen, t: usize) {
    let season = county.calendar.season(t);
    let loan = &mut state.loans[index as usize];
    let first_ever = loan.last_due_season == u8::MAX;
    let first_this_year = loan.last_due_season != season as u8;
    let township = usize::from(loan.township);
    if amount == Fen::ZERO || loan.extended() || loan.due_later > Fen::ZERO {
        return;
    }
    loan.last_due_season = season as u8;
    state.suspension.fell_due(loan, amount);
    state.month.due += amount;
    state.month.due_ytd += amount;
    state.run.due += amount;
    state.month.loans_due += 1;
    state.run.loans_due += u32::from(first_ever);
    let record = state.township_year(county.calendar.seasons(), township, season);
    record.due += amount;
    record.loans_due += u32::from(first_this_year);
}

/// Principal of a loan that fell due in `season` is recovered in month `t`: within that season it counts for the recovery rate.
pub fn recover(state: &mut State, county: &County, index: u32, season: usize, amount: Fen, t: usize) {
    let loan = &state.loans[index as usize];
    if loan.due_later > Fen::ZERO {
        return called::comes_in(state, amount);
    }
    state.month.recovered += amount;
    state.run.ultimately_recovered += amount;
    if season == county.calendar.season(t) {
        state.month.recovered_ytd += amount;
        state.run.recovered += amount;
        // Otherwise it is collected, or an extended balance is paid.
        let now = !loan.extended() && (loan.default_month == NEVER || loan.months_in_default(t) == 0);
        state.suspension.recovered(loan, amount, now);
        let township = usize::from(loan.township);
        state.township_year(county.calendar.seasons(), township, season).recovered += amount;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// odds 1:99 times e^ln 2 is 2:99, that is 2/101.
    #[test]
    fn a_shift_on_the_logit_multiplies_the_odds() {
        assert!((shifted(0.01, std::f64::consts::LN_2) - 2.0 / 101.0).abs() < 1e-15);
        assert_eq!(shifted(0.0, 3.0), 0.0);
        assert_eq!(shifted(1.0, -3.0), 1.0);
    }
}
