//! The example's loans: ages and statuses drawn from addresses of their own.

use crate::draws::{Entity, Luck, Purpose};
use crate::model::book::LedgerStatus;
use crate::model::policy::Mode;
use crate::model::population::{Population, pick};
use crate::scenario::csv::{LedgerRow, OrganisationRow};
use crate::units::{CalendarMonth, Fen};

/// Share of the households that have borrowed before the start.
const BORROWED: f64 = 0.33;
/// Months before the start in which loans were granted.
const MONTHS: f64 = 30.0;
/// Tenors in months with their weights.
const TENORS: [(u32, f64); 3] = [(12, 0.35), (24, 0.25), (36, 0.40)];

/// One row for each household that borrowed, in the order of granting.
pub fn rows<'a>(
    population: &'a Population,
    organisations: &'a [OrganisationRow<'a>],
    start: CalendarMonth,
    luck: Luck,
) -> Vec<LedgerRow<'a>> {
    let mut rows: Vec<LedgerRow<'a>> = (0..population.len())
        .filter(|household| draw(luck, population, *household, 0) < BORROWED)
        .map(|household| row(population, organisations, start, luck, household))
        .collect();
    rows.sort_by_key(|row| (row.grant, row.loan.clone()));
    for (number, row) in (1..).zip(&mut rows) {
        row.loan = format!("L{number:04}");
    }
    rows
}

/// The `number`th uniform of a household's loan: addresses of households that nothing else draws from.
fn draw(luck: Luck, population: &Population, household: usize, number: u16) -> f64 {
    luck.uniform(Entity::named(&format!("loan of {}", population.roster.name[household])), Purpose::Maturity, number)
}

fn row<'a>(
    population: &'a Population,
    organisations: &'a [OrganisationRow<'a>],
    start: CalendarMonth,
    luck: Luck,
    household: usize,
) -> LedgerRow<'a> {
    let roster = &population.roster;
    let u = |number| draw(luck, population, household, number);
    let mode = roster.situation[household];
    let age = 1 + (u(1) * MONTHS) as u32;
    let tenor = match mode {
        Mode::FixedBenefit => 36,
        _ => TENORS[pick(&TENORS.map(|(_, weight)| weight), u(2))].0,
    };
    let grant = before(start, age);
    let due = grant.plus(tenor);
    let status = status(due.months_until(start), u(3));
    let principal = population.offers[0].principal[mode][household];
    let weights: Vec<f64> = organisations.iter().map(|organisation| organisation.weight).collect();
    let day = 1 + (u(6) * 28.0) as u32;
    LedgerRow {
        loan: roster.name[household].clone(),
        household: &roster.name[household],
        township: &roster.township_names[roster.township[household] as usize],
        village: &roster.village_names[roster.village[household] as usize],
        mode,
        organisation: if mode == Mode::Pooled { organisations[pick(&weights, u(4))].name } else { "" },
        principal,
        balance: balance(principal, mode, status, u(5)),
        grant: (grant, day),
        due: (due, day),
        status,
    }
}

/// The month `months` before another.
fn before(month: CalendarMonth, months: u32) -> CalendarMonth {
    let index = month.year() * 12 + month.month() as i32 - 1 - months as i32;
    CalendarMonth::new(index.div_euclid(12), index.rem_euclid(12) as u32 + 1).unwrap_or(month)
}

/// What became of a loan that fell due `overdue` months before the start (not past due if that is no positive number).
fn status(overdue: i32, u: f64) -> LedgerStatus {
    match overdue {
        i32::MIN..=0 => LedgerStatus::Performing,
        _ if u < 0.60 => LedgerStatus::Repaid,
        1..=3 => LedgerStatus::Overdue,
        _ if u < 0.88 => LedgerStatus::Compensated,
        _ => LedgerStatus::Overdue,
    }
}

/// All of the principal; of a tenth of self-directed loans, and of some in default, a part is repaid.
fn balance(principal: Fen, mode: Mode, status: LedgerStatus, u: f64) -> Fen {
    let part = mode == Mode::SelfDirected && u < 0.1 || status == LedgerStatus::Overdue && u < 0.4;
    match status {
        LedgerStatus::Repaid => Fen::ZERO,
        _ if part => Fen((principal.0 / 200_000 + 1) * 100_000).min(principal),
        _ => principal,
    }
}
