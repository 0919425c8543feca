//! Stage 9: lending under the plan and the leverage cap (equations N1–N2).

use crate::model::borrowers::{Borrowers, Standing};
use crate::model::county::County;
use crate::model::exposure;
use crate::model::fund;
use crate::model::granting::{self, Cell};
use crate::model::loan::NONE;
use crate::model::policy::{LendRule, LendingPolicy, Mode, PerMode, Policy};
use crate::model::population::{Applicant, Population};
use crate::model::quota;
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
    waiting: Vec<Applicant>,
    next: usize,
    /// Lent this year.
    lent: Fen,
    /// What the plan alone would let the month lend.
    wanted: Fen,
    /// What stops the household at the head.
    stopped_by: Gate,
}

impl Queue {
    /// Keeps those that fulfil `wanted`, in their order. Every second one or so does, in no order that a processor could
    /// guess: so nothing branches on it.
    fn keep(&mut self, wanted: impl Fn(u32) -> bool) {
        let mut kept = 0;
        for place in 0..self.waiting.len() {
            let applicant = self.waiting[place];
            self.waiting[kept] = applicant;
            kept += usize::from(wanted(applicant.household));
        }
        self.waiting.truncate(kept);
    }

    /// Those before `place` who have left the queue are forgotten; those passed over stand before it, in their order.
    fn close_ranks(&mut self, place: usize) {
        let mut head = place;
        for standing in (self.next..place).rev() {
            if self.waiting[standing].household != NONE {
                head -= 1;
                self.waiting[head] = self.waiting[standing];
            }
        }
        self.next = head;
    }
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

/// Stage 2: at the beginning of a year, and when a change of policy makes another offer, everybody who may and wants to borrow takes a place in the queues.
///
/// Gates in order: eligible for the mode → credit line → wants a loan by this year (all three in the order of service)
/// → passes the check of applicants (not asked in fixed benefit) → no live loan (and none before, unless re-borrowing is
/// allowed).
pub fn form_queues(state: &mut State, county: &County, population: &Population, t: usize) {
    let (season, offer, lending) = (county.calendar.season(t), county.offer(population, t), &county.policy(t).lending);
    if county.calendar.season_begins(t) {
        state.industry_limits.begin_year(population.township_households.len(), county.world.industries.len());
    }
    for mode in Mode::ALL {
        for township in 0..population.township_households.len() {
            let mut queue = std::mem::take(&mut state.queues.cells[mode][township]);
            queue.waiting.clear();
            queue.next = 0;
            if county.calendar.season_begins(t) {
                (queue.lent, queue.wanted) = (Fen::ZERO, Fen::ZERO);
            }
            if lending.mix[mode].get() > 0.0 {
                queue.waiting.extend_from_slice(&offer.service_order[season][mode][township]);
                queue.keep(|household| {
                    quota::admitted(offer, mode, household) & free_to_borrow(&state.borrowers, lending, household)
                });
            }
            state.queues.cells[mode][township] = queue;
        }
    }
}

/// Whether a household may borrow: it never did, or has repaid and re-borrowing is allowed.
fn free_to_borrow(borrowers: &Borrowers, policy: &LendingPolicy, household: u32) -> bool {
    let standing = borrowers.standing(household);
    // Without a branch: see [`Queue::keep`].
    (standing == Standing::New) | (policy.reborrow_after_repayment & (standing == Standing::Repaid))
}

/// Runs stage 9 of month `t`.
pub fn run(state: &mut State, county: &County, population: &Population, t: usize) {
    granting::place(state, county, population, t);
    let policy = county.policy(t);
    let room = fund::room(state, &policy.fund);
    for mode in Mode::ALL {
        let offered = offered(state, policy, population, mode);
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
/// share × cumulative plan (more under quota pressure) − lent so far, in the order of service; nothing if the mode is not
/// `offered` or the township is suspended.
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
    let open = offered && queue.next < queue.waiting.len() && !state.suspension.holds_township(township);
    let wanted = if open { would_lend(state, county, population, (mode, township), t) } else { Fen::ZERO };
    let queue = &mut state.queues.cells[mode][township];
    queue.wanted = wanted;
    queue.stopped_by = if offered { Gate::Plan } else { Gate::Mode };
}

/// Whether a mode is open to new lending and somebody can use its money: a living organisation, or the company.
fn offered(state: &State, policy: &Policy, population: &Population, mode: Mode) -> bool {
    let company = population.organisations.company();
    match mode {
        _ if policy.lending.closed[mode] => false,
        _ if policy.terms[mode].transfer_instead => true,
        Mode::SelfDirected => true,
        Mode::Pooled => state.organisations.some_pool_lives(),
        Mode::FixedBenefit => state.organisations.alive(company),
    }
}

/// Σ of the whole loans that fit into what the plan leaves, in the order of service, without making them.
fn would_lend(
    state: &mut State,
    county: &County,
    population: &Population,
    (mode, township): (Mode, usize),
    t: usize,
) -> Fen {
    let lent = state.queues.cells[mode][township].lent;
    let room = quota::aim(county.policy(t), county.planned_to_date(population, mode, township, t)) - lent;
    state.industry_limits.take_up(county, population, mode, township, t);
    let State { industry_limits: limits, queues, borrowers, suspension, .. } = state;
    let (queue, lending) = (&queues.cells[mode][township], &county.policy(t).lending);
    let mut sum = Fen::ZERO;
    let candidates = &county.offer(population, t).candidates[mode][township];
    for applicant in &queue.waiting[queue.next..] {
        let served_elsewhere = queues.overlapping && !free_to_borrow(borrowers, lending, applicant.household);
        // A household whose own village is suspended is passed over and keeps its place.
        if served_elsewhere || suspension.holds_village(applicant.village) {
            continue;
        }
        let candidate = &candidates[applicant.place as usize];
        let principal = candidate.principal;
        if sum + principal > room {
            break;
        }
        if limits.admits(candidate) {
            sum += principal;
            limits.count(candidate);
        }
    }
    sum
}

/// Lends a month's wanted sum of a mode, or what the cap leaves of it; returns what was lent.
fn serve_mode(state: &mut State, county: &County, population: &Population, mode: Mode, left: Fen, t: usize) -> Fen {
    let wanted: Fen = state.queues.cells[mode].iter().map(|queue| queue.wanted).sum();
    // A transfer is no loan: the cap does not hold it back, nor does it use the cap up.
    let transfer = county.policy(t).terms[mode].transfer_instead;
    let capped = wanted > left && !transfer;
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
    if transfer { Fen::ZERO } else { lent }
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
    let waiting = &state.queues.cells[mode][township];
    // Every loan is more than nothing: those who wait stay where they are.
    if waiting.next >= waiting.waiting.len() || room <= Fen::ZERO && !state.queues.overlapping {
        return Fen::ZERO;
    }
    let cell = Cell::new(state, county, population, mode, township, t);
    let mut queue = std::mem::take(&mut state.queues.cells[mode][township]);
    let (mut lent, mut loans) = (Fen::ZERO, 0);
    let mut place = queue.next;
    state.industry_limits.take_up(county, population, mode, township, t);
    while let Some(applicant) = queue.waiting.get(place).copied() {
        // In another mode's queue it may have borrowed since January.
        let served_elsewhere =
            state.queues.overlapping && !free_to_borrow(&state.borrowers, &cell.policy.lending, applicant.household);
        if !served_elsewhere {
            if state.suspension.holds_village(applicant.village) {
                place += 1;
                continue;
            }
            let candidate = &cell.offer.candidates[mode][township][applicant.place as usize];
            if lent + candidate.principal > room {
                break;
            }
            if !state.industry_limits.admits(candidate) {
                place += 1;
                continue;
            }
            let Some(organisation) =
                exposure::user_of(state, population, cell.terms, mode, candidate, cell.exposure_limit)
            else {
                queue.stopped_by = Gate::Exposure;
                break;
            };
            lent += candidate.principal;
            loans += 1;
            state.industry_limits.count(candidate);
            granting::serve(state, county, population, &cell, applicant, candidate, organisation);
        }
        queue.waiting[place].household = NONE;
        place += 1;
    }
    state.industry_limits.keep(township);
    queue.close_ranks(place);
    queue.lent += lent;
    state.queues.cells[mode][township] = queue;
    granting::book(state, county, &cell, lent, loans);
    lent
}

/// At the end of the run: households that never borrowed, by the gate that stopped them last.
pub fn stopped(state: &State, county: &County, population: &Population) -> Stopped {
    let mut stopped = Stopped::default();
    let lending = &county.last_policy().lending;
    let offer = county.offer(population, county.calendar.months());
    let final_take_up = county.world.take_up.last().map_or(0.0, |share| share.get());
    for household in 0..population.len() {
        if state.borrowers.has_borrowed(household as u32) {
            continue;
        }
        if !offer.credit_line[household] {
            stopped.no_credit_line += 1;
            continue;
        }
        if population.demand_key[household] >= final_take_up {
            stopped.no_demand += 1;
            continue;
        }
        let offered = Mode::ALL.iter().filter(|mode| lending.mix[**mode].get() > 0.0);
        let mut placeable = offered.filter(|mode| county.may_be_placed(population, household, **mode)).peekable();
        let (township, village) =
            (population.roster.township[household] as usize, population.roster.village[household]);
        if placeable.peek().is_none() {
            stopped.mode += 1;
        } else if let Some(mode) = placeable.find(|mode| quota::admitted(offer, **mode, household as u32)) {
            match state.queues.cells[*mode][township].stopped_by {
                Gate::Mode => stopped.mode += 1,
                _ if state.suspension.holds(township, village) => stopped.suspended += 1,
                Gate::Plan => stopped.plan += 1,
                Gate::Cap => stopped.cap += 1,
                Gate::Exposure => stopped.exposure += 1,
            }
        } else {
            stopped.screening += 1;
        }
    }
    stopped
}
