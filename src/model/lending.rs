//! Stage 9: lending under the plan and the leverage cap (equations N1–N3).

use crate::model::county::County;
use crate::model::exposure;
use crate::model::fund::leverage_room;
use crate::model::income::Standing;
use crate::model::loan::{Loan, NONE, Status};
use crate::model::policy::{LendRule, Mode, PerMode};
use crate::model::population::{Candidate, Population};
use crate::model::record::Stopped;
use crate::model::state::State;
use crate::units::Fen;

/// Waiting households of a year, by mode and township.
#[derive(Clone, Debug, Default)]
pub struct Queues {
    cells: PerMode<Vec<Queue>>,
    /// Whether a household can wait in several queues.
    overlapping: bool,
    /// Scratch memory of rationing.
    allotted: Vec<Fen>,
    order: Vec<usize>,
}

/// Waiting households of one mode in one township, in the order of service.
#[derive(Clone, Debug, Default)]
struct Queue {
    waiting: Vec<Candidate>,
    next: usize,
    /// Lent this year.
    lent: Fen,
    /// What the plan alone would let the month lend.
    wanted: Fen,
    /// What stops the household at the head.
    stopped_by: Gate,
}

/// The gate at which a waiting household stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gate {
    #[default]
    Plan,
    Cap,
    Mode,
    Exposure,
}

impl Queues {
    /// Empties the queues of a county with `townships` townships.
    pub fn begin(&mut self, townships: usize, overlapping: bool) {
        self.overlapping = overlapping;
        for mode in Mode::ALL {
            self.cells[mode].resize_with(townships, Queue::default);
            self.cells[mode].iter_mut().for_each(|queue| queue.waiting.clear());
        }
    }
}

/// Stage 2: at the beginning of a year everybody who may and wants to borrow takes a place in the queues.
///
/// Gates in order: eligible for the mode → credit line → wants a loan by this year (all three in the order of service)
/// → no live loan (and none before, unless re-borrowing is allowed).
pub fn begin_year(state: &mut State, county: &County, population: &Population, t: usize) {
    let season = county.calendar.season(t);
    for mode in Mode::ALL {
        for township in 0..population.township_households.len() {
            let mut queue = std::mem::take(&mut state.queues.cells[mode][township]);
            queue.waiting.clear();
            (queue.next, queue.lent, queue.wanted) = (0, Fen::ZERO, Fen::ZERO);
            if county.policy(t).lending.mix[mode].get() > 0.0 {
                let order = population.service_order[season][mode][township].iter();
                queue.waiting.extend(order.filter(|candidate| free_to_borrow(state, county, candidate.household, t)));
            }
            state.queues.cells[mode][township] = queue;
        }
    }
}

/// Whether a household may borrow: it never did, or has repaid and re-borrowing is allowed.
fn free_to_borrow(state: &State, county: &County, household: u32, t: usize) -> bool {
    match state.borrowers.standing(household) {
        Standing::New => true,
        Standing::Owes => false,
        Standing::Repaid => county.policy(t).lending.reborrow_after_repayment,
    }
}

/// Whether a waiting household has borrowed after all: from another mode's queue, since January.
fn served_elsewhere(state: &State, county: &County, household: u32, t: usize) -> bool {
    state.queues.overlapping && !free_to_borrow(state, county, household, t)
}

/// Runs stage 9 of month `t`.
pub fn run(state: &mut State, county: &County, population: &Population, t: usize) {
    let policy = county.policy(t);
    let room = policy.fund.leverage_max.map(|leverage| {
        let exposed =
            state.month.outstanding + if policy.fund.compensated_in_cap { state.month.compensated } else { Fen::ZERO };
        leverage_room(state.fund.balance, leverage) - exposed
    });
    for mode in Mode::ALL {
        let offered = offered(state, population, mode);
        for township in 0..population.township_households.len() {
            plan_cell(state, county, population, mode, township, t, offered);
        }
    }
    let mut left = room.unwrap_or(Fen::UNLIMITED).positive();
    for mode in policy.lending.rationing_order {
        left -= serve_mode(state, county, population, mode, left, t);
    }
    state.run.months_cap_bound += u32::from(state.month.cap_bound);
    state.granted_from.push(state.loans.len() as u32);
}

/// Equation N1: what a mode and township may lend by the plan alone this month: the whole loans that fit into
/// share × cumulative plan − lent so far, in the order of service; nothing if the mode is not `offered`.
fn plan_cell(
    state: &mut State,
    county: &County,
    population: &Population,
    mode: Mode,
    township: usize,
    t: usize,
    offered: bool,
) {
    let queue = &state.queues.cells[mode][township];
    let room = county.planned_to_date(population, mode, township, t) - queue.lent;
    let wanted = if offered { would_lend(state, county, queue, room, t) } else { Fen::ZERO };
    let queue = &mut state.queues.cells[mode][township];
    queue.wanted = wanted;
    queue.stopped_by = if offered { Gate::Plan } else { Gate::Mode };
}

/// Whether somebody can use the money of a mode: a living organisation, or the company.
fn offered(state: &State, population: &Population, mode: Mode) -> bool {
    let company = population.organisations.company();
    match mode {
        Mode::SelfDirected => true,
        Mode::Pooled => state.organisations.some_pool_lives(),
        Mode::FixedBenefit => state.organisations.alive(company),
    }
}

/// Σ of the whole loans that fit into `room`, in the order of service, without making them.
fn would_lend(state: &State, county: &County, queue: &Queue, room: Fen, t: usize) -> Fen {
    let mut sum = Fen::ZERO;
    for candidate in &queue.waiting[queue.next..] {
        if served_elsewhere(state, county, candidate.household, t) {
            continue;
        }
        let principal = candidate.principal;
        if sum + principal > room {
            break;
        }
        sum += principal;
    }
    sum
}

/// Lends a month's wanted sum of a mode, or what the cap leaves of it; returns what was lent.
fn serve_mode(state: &mut State, county: &County, population: &Population, mode: Mode, left: Fen, t: usize) -> Fen {
    let wanted: Fen = state.queues.cells[mode].iter().map(|queue| queue.wanted).sum();
    let capped = wanted > left;
    if capped {
        state.month.cap_bound = true;
        let divisible = county.policy(t).terms[mode].lend == LendRule::Divisible;
        ration(&mut state.queues, mode, if divisible { left } else { Fen::ZERO }, wanted);
    }
    let mut lent = Fen::ZERO;
    for township in 0..population.township_households.len() {
        let room = if capped { state.queues.allotted[township] } else { state.queues.cells[mode][township].wanted };
        if capped {
            state.queues.cells[mode][township].stopped_by = Gate::Cap;
        }
        lent += serve_cell(state, county, population, mode, township, room, t);
    }
    lent
}

/// Equation N2: `left` is shared over townships pro rata to what they want, by largest remainder; the index breaks ties.
fn ration(queues: &mut Queues, mode: Mode, left: Fen, wanted: Fen) {
    let Queues { cells, allotted, order, .. } = queues;
    let exact = |queue: &Queue| i128::from(left.0) * i128::from(queue.wanted.0);
    let total = i128::from(wanted.0.max(1));
    allotted.clear();
    allotted.extend(cells[mode].iter().map(|queue| Fen((exact(queue) / total) as i64)));
    let shared: Fen = allotted.iter().copied().sum();
    order.clear();
    order.extend(0..allotted.len());
    order.sort_unstable_by_key(|index| (std::cmp::Reverse(exact(&cells[mode][*index]) % total), *index));
    for index in order.iter().take((left - shared).0.max(0) as usize) {
        allotted[*index].0 += 1;
    }
}

/// Lends to the households of a queue, in order, until the next whole loan does not fit; returns what was lent.
fn serve_cell(
    state: &mut State,
    county: &County,
    population: &Population,
    mode: Mode,
    township: usize,
    room: Fen,
    t: usize,
) -> Fen {
    let mut lent = Fen::ZERO;
    loop {
        let queue = &state.queues.cells[mode][township];
        let Some(candidate) = queue.waiting.get(queue.next).copied() else {
            break;
        };
        if !served_elsewhere(state, county, candidate.household, t) {
            if lent + candidate.principal > room {
                break;
            }
            let Some(organisation) = exposure::user_of(state, county, population, mode, candidate, t) else {
                state.queues.cells[mode][township].stopped_by = Gate::Exposure;
                break;
            };
            lent += candidate.principal;
            grant(state, county, population, mode, candidate, organisation, t);
        }
        state.queues.cells[mode][township].next += 1;
    }
    state.queues.cells[mode][township].lent += lent;
    lent
}

/// Grants a loan: the household owes it, the bank's book grows, the money goes to its user.
fn grant(
    state: &mut State,
    county: &County,
    population: &Population,
    mode: Mode,
    candidate: Candidate,
    organisation: u32,
    t: usize,
) {
    let Candidate { household, principal } = candidate;
    let index = state.loans.len() as u32;
    let tenor = population.tenor[mode][household as usize];
    let terms = &county.policy(t).terms[mode];
    let tenor_months = terms.tenors[usize::from(tenor)].0;
    let rate_class = county.rate_class(tenor_months);
    let first_payment = t + usize::from(terms.payment_interval(tenor_months));
    let previous = state.borrowers.latest_loan(household).unwrap_or(NONE);
    let first = state.borrowers.borrow(household, index, mode, t);
    let township = population.roster.township[household as usize];
    state.loans.push(Loan {
        household,
        mode,
        township: township as u16,
        organisation,
        grant: t as u16,
        tenor_months,
        rate_class,
        payments: 0,
        status: Status::Performing,
        non_performing: false,
        last_due_season: u8::MAX,
        default_month: u16::MAX,
        principal,
        balance: principal,
        interest_unpaid: Fen::ZERO,
        interest_from: t as u16,
        project: NONE,
        previous,
        next_due: state.due.put(first_payment, index),
        next_strike: NONE,
        contract: mode,
        converted: u16::MAX,
        renewals: 0,
        renewed_until: u16::MAX,
        due_first: u8::MAX,
    });
    state.performing[usize::from(rate_class)] += principal;
    state.month.lent += principal;
    state.month.outstanding += principal;
    state.township_year(county.calendar.seasons(), township as usize, county.calendar.season(t)).lent += principal;
    if mode == Mode::SelfDirected {
        invest(state, county, population, household, index, first);
    } else {
        let kind = county.kind_of(population.organisations.kind[organisation as usize]);
        state.organisations.borrow(organisation, principal, &kind.parameters, t);
    }
}

/// Equation N3: I = B(1 − δ) + own capital; the loan enters the household's hands, the investment leaves them.
pub(crate) fn invest(
    state: &mut State,
    county: &County,
    population: &Population,
    household: u32,
    loan: u32,
    first: bool,
) {
    let index = household as usize;
    let principal = state.loans[loan as usize].balance;
    let diverted = principal.times(population.diversion[index]);
    state.borrowers.add_diverted(household, diverted);
    if county.world.industries.is_empty() {
        state.borrowers.add_cash(household, principal - diverted);
        return;
    }
    let own = if first { population.roster.own_capital[index] } else { Fen::ZERO };
    let industry = population.roster.industry[index] as usize;
    let entity = population.roster.entity[index];
    state.loans[loan as usize].project = state.projects[industry].begin(entity, loan, principal - diverted + own, own);
}

/// At the end of the run: households that never borrowed, by the gate that stopped them last.
pub fn stopped(state: &State, county: &County, population: &Population) -> Stopped {
    let mut stopped = Stopped::default();
    let lending = &county.last_policy().lending;
    let final_take_up = county.world.take_up.last().map_or(0.0, |share| share.get());
    for household in 0..population.len() {
        if state.borrowers.latest_loan(household as u32).is_some() {
            continue;
        }
        let offered = Mode::ALL.iter().filter(|mode| lending.mix[**mode].get() > 0.0);
        let mut placeable = offered.filter(|mode| county.may_be_placed(population, household, **mode));
        if !population.credit_line[household] {
            stopped.no_credit_line += 1;
        } else if population.demand_key[household] >= final_take_up {
            stopped.no_demand += 1;
        } else if let Some(mode) = placeable.next() {
            match state.queues.cells[*mode][population.roster.township[household] as usize].stopped_by {
                Gate::Plan => stopped.plan += 1,
                Gate::Cap => stopped.cap += 1,
                Gate::Mode => stopped.mode += 1,
                Gate::Exposure => stopped.exposure += 1,
            }
        } else {
            stopped.mode += 1;
        }
    }
    stopped
}
