//! The story of a replication: what happened to its fund, month by month.

use super::attribution::{Attribution, Usual, attribute, enough_in_all};
use super::warning::Warnings;
use crate::draws::Replication;
use crate::model::book::LedgerStatus;
use crate::model::counterfactual::Counterfactual;
use crate::model::county::County;
use crate::model::loan::{Loan, NONE, Status};
use crate::model::policy::Mode;
use crate::model::population::Population;
use crate::model::record::{MonthRecord, ReplicationRecord};
use crate::model::state::State;
use crate::model::world::DefaultMechanism;
use crate::units::Fen;

/// What brought a loan down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The organisation that used it failed.
    OrganisationFailure,
    /// The household never meant to repay.
    Unwilling,
    /// Cash was short in a household that had been ill since it borrowed.
    Illness,
    /// Cash was short without illness.
    CashShort,
    /// Its own probability of default struck.
    OwnDefault,
    /// It was in default before the run began.
    BeforeStart,
}

impl Trigger {
    /// All triggers.
    pub const ALL: [Trigger; 6] = [
        Trigger::OrganisationFailure,
        Trigger::Unwilling,
        Trigger::Illness,
        Trigger::CashShort,
        Trigger::OwnDefault,
        Trigger::BeforeStart,
    ];

    /// Name in tables.
    pub fn key(self) -> &'static str {
        match self {
            Trigger::OrganisationFailure => "organisation_failure",
            Trigger::Unwilling => "unwilling",
            Trigger::Illness => "illness",
            Trigger::CashShort => "cash_short",
            Trigger::OwnDefault => "own_default",
            Trigger::BeforeStart => "before_start",
        }
    }

    /// What brought down a loan that defaulted in the month at whose end `state` stands.
    pub fn of(county: &County, state: &State, population: &Population, loan: &Loan) -> Trigger {
        let household = loan.household as usize;
        if loan.defaulted_before_start() {
            return Trigger::BeforeStart;
        }
        if loan.organisation != NONE && !state.organisations.pays(loan.organisation) {
            return Trigger::OrganisationFailure;
        }
        let own = county.own_pd(loan).is_some();
        match county.world.risk[loan.mode].default {
            DefaultMechanism::Structural if !own => {
                let ill = state.borrowers.account(loan.household).is_some_and(|account| account.illness > Fen::ZERO);
                match county.offer(population, loan.terms_month()).unwilling[household] {
                    true => Trigger::Unwilling,
                    false if ill => Trigger::Illness,
                    false => Trigger::CashShort,
                }
            }
            _ => Trigger::OwnDefault,
        }
    }
}

/// Claims of one mode and trigger in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// Month, from 0.
    pub month: usize,
    /// Mode of the loans.
    pub mode: Mode,
    /// What brought them down.
    pub trigger: Trigger,
    /// Loans claimed.
    pub loans: u32,
    /// Claimed of fund, insurer and bank together.
    pub claimed: Fen,
}

/// An organisation that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Month, from 0.
    pub month: usize,
    /// Its name.
    pub organisation: String,
    /// Loans that were in default through it.
    pub loans: u32,
    /// What was open on them.
    pub open: Fen,
}

/// When money came and claims fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// In the fund before the first month, and paid in and recovered up to τ.
    pub money_until: Fen,
    /// Paid in and recovered after τ.
    pub money_after: Fen,
    /// Whether all of it together would have paid every claim of the run, had it been there from the start.
    pub enough_in_all: bool,
    /// Principal that fell due in the twelve months up to τ.
    pub due_in_last_year: Fen,
    /// Principal that fell due in the run.
    pub due: Fen,
    /// Months up to τ in which the leverage cap held back lending.
    pub months_cap_bound: u32,
}

/// The story of a replication.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its number.
    pub replication: u32,
    /// Its record.
    pub run: ReplicationRecord,
    /// Its months.
    pub months: Vec<MonthRecord>,
    /// Valid claims on the fund, month by month.
    pub valid_claims: Vec<Fen>,
    /// Claims by month, mode and trigger.
    pub claims: Vec<ClaimRow>,
    /// Organisations that failed.
    pub failures: Vec<Failure>,
    /// What warned.
    pub warnings: Warnings,
    /// What the claims are due to.
    pub attribution: Attribution,
    /// When money came and claims fell.
    pub timing: Timing,
}

impl Story {
    /// Month (from 0) of depletion.
    pub fn depleted(&self) -> Option<usize> {
        self.run.depletion_month.map(|month| month as usize - 1)
    }

    /// Claims by mode and trigger from month `from` to month `to`, the largest first.
    pub fn claims_between(&self, from: usize, to: usize) -> Vec<ClaimRow> {
        let mut sums: Vec<ClaimRow> = Vec::new();
        for row in self.claims.iter().filter(|row| (from..=to).contains(&row.month)) {
            match sums.iter_mut().find(|sum| sum.mode == row.mode && sum.trigger == row.trigger) {
                Some(sum) => {
                    sum.loans += row.loans;
                    sum.claimed += row.claimed;
                }
                None => sums.push(*row),
            }
        }
        sums.sort_by_key(|row| std::cmp::Reverse(row.claimed));
        sums
    }
}

/// Tells the story of a replication, simulated again from its address.
pub fn story(county: &County, replication: Replication, state: &mut State) -> Story {
    let attribution = attribute(replication, &Usual::of(county), state);
    let mut teller = Teller::default();
    county.observe(replication, Counterfactual::default(), state, |state, population, t| {
        teller.look(county, state, population, t);
    });
    Story {
        replication: replication.0,
        run: state.run.clone(),
        months: state.months.clone(),
        valid_claims: state.fund.valid_claims().to_vec(),
        timing: timing(county, state, attribution.until),
        claims: teller.claims,
        failures: teller.failures,
        warnings: teller.warnings,
        attribution,
    }
}

fn timing(county: &County, state: &State, until: usize) -> Timing {
    let money = |months: &[MonthRecord]| months.iter().map(|month| month.fund_paid_in + month.fund_recovered).sum();
    let (before, after) = state.months.split_at((until + 1).min(state.months.len()));
    let last_year = &before[before.len().saturating_sub(12)..];
    Timing {
        money_until: county.policy(0).fund.initial + money(before),
        money_after: money(after),
        enough_in_all: enough_in_all(county, state),
        due_in_last_year: last_year.iter().map(|month| month.due).sum(),
        due: state.run.due,
        months_cap_bound: before.iter().map(|month| u32::from(month.cap_bound)).sum(),
    }
}

/// Looks on month by month.
#[derive(Default)]
struct Teller {
    /// Loans in default that wait for their claim, with what brought them down.
    waiting: Vec<(u32, Trigger)>,
    claims: Vec<ClaimRow>,
    failures: Vec<Failure>,
    warnings: Warnings,
}

impl Teller {
    fn look(&mut self, county: &County, state: &State, population: &Population, t: usize) {
        let defaulted = &state.defaulted[new_defaults(state, t)];
        self.note_failures(state, population, defaulted, t);
        for index in defaulted {
            let loan = &state.loans[*index as usize];
            // What was claimed before the start is claimed no more.
            let claimed_before = loan.defaulted_before_start()
                && county
                    .world
                    .ledger
                    .loans
                    .get(loan.book as usize)
                    .is_some_and(|row| row.status != LedgerStatus::Overdue);
            if !claimed_before {
                self.waiting.push((*index, Trigger::of(county, state, population, loan)));
            }
        }
        self.note_claims(county, state, t);
        self.warnings.look(county, state, population, t);
    }

    fn note_failures(&mut self, state: &State, population: &Population, defaulted: &[u32], t: usize) {
        for organisation in 0..population.organisations.name.len() {
            if !state.organisations.failed_in_month(organisation as u32) {
                continue;
            }
            let of_it = defaulted.iter().map(|index| &state.loans[*index as usize]);
            let of_it = of_it.filter(|loan| loan.organisation == organisation as u32);
            let (loans, open) = of_it.fold((0, Fen::ZERO), |(loans, open), loan| (loans + 1, open + loan.balance));
            let name = population.organisations.name[organisation].clone();
            self.failures.push(Failure { month: t, organisation: name, loans, open });
        }
    }

    /// A claim is made at stage 7, after the month's collection: what a newly compensated loan owes is what was claimed.
    fn note_claims(&mut self, county: &County, state: &State, t: usize) {
        let with_interest = county.policy(t).fund.claims_include_interest;
        let claims = &mut self.claims;
        self.waiting.retain(|(index, trigger)| {
            let loan = &state.loans[*index as usize];
            if loan.status == Status::Compensated {
                let claimed = loan.balance + if with_interest { loan.interest_unpaid } else { Fen::ZERO };
                book(claims, t, loan.mode, *trigger, claimed);
            }
            loan.status == Status::Overdue
        });
    }
}

fn book(claims: &mut Vec<ClaimRow>, month: usize, mode: Mode, trigger: Trigger, claimed: Fen) {
    let of_month = claims.iter_mut().rev().take_while(|row| row.month == month);
    match of_month.into_iter().find(|row| row.mode == mode && row.trigger == trigger) {
        Some(row) => {
            row.loans += 1;
            row.claimed += claimed;
        }
        None => claims.push(ClaimRow { month, mode, trigger, loans: 1, claimed }),
    }
}

/// The loans that came into default in month `t`; in the first month, those of the existing book too.
fn new_defaults(state: &State, t: usize) -> std::ops::Range<usize> {
    let from = if t == 0 { 0 } else { state.defaulted_from[t] as usize };
    from..state.defaulted.len()
}
