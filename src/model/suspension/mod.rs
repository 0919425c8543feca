//! Stage 8: suspension of lending, the stop rule 熔断 (equations T1–T4).
//!
//! ```text
//! recovery rate   below = 10⁶ (M − U) < c M      M due, U of it unrecovered, since January          (T1)
//! npl ratio       below = 10⁶ NPL > c B          NPL three month-ends past due, B owed in the books  (T2)
//! run = run + 1 if below else 0; unchanged while M = 0 (B = 0);  suspended when run ≥ n              (T3)
//! released when the inequality is strictly reversed and g months have passed, run = 0                (T4)
//! ```
//!
//! All in integers. A suspended unit lends nothing from the month of suspension on (stage 9 follows) until the month
//! of release. The rules of a policy act side by side; a unit is suspended while any of them holds it.

mod books;

pub use books::SuspensionBooks;

use std::cmp::Ordering;

use crate::model::county::County;
use crate::model::population::Population;
use crate::model::record::TownshipYearRecord;
use crate::model::rules::{Basis, SuspensionRule};
use crate::model::state::State;
use books::Spell;

/// Runs stage 8 of month `t`: every rule in force tests its units; what is suspended then lends nothing in stage 9.
pub fn run(state: &mut State, county: &County, population: &Population, t: usize) {
    if !state.suspension.any_kept() {
        return;
    }
    end_changed_rules(&mut state.suspension, county, t);
    for (number, rule) in county.policy(t).rules.suspension.iter().enumerate() {
        let units = std::mem::take(looked_at(&mut state.suspension, rule));
        for unit in &units {
            if state.suspension.test(number, rule, *unit as usize, t) {
                state.run.suspensions += 1;
                in_townships(state, county, population, *unit, t, |record| record.suspensions += 1);
            }
        }
        *looked_at(&mut state.suspension, rule) = units;
    }
    record(state, county, population, t);
}

/// The units that a rule has to look at: for all others it is neutral.
fn looked_at<'a>(books: &'a mut SuspensionBooks, rule: &SuspensionRule) -> &'a mut Vec<u32> {
    match rule.basis {
        Basis::RecoveryRate => &mut books.with_dues[rule.level as usize],
        Basis::NplRatio => &mut books.with_npl[rule.level as usize],
    }
}

/// Where policy changes with month `t`: a rule keeps its runs and suspensions while its place in the list, its level
/// and its basis stay, whatever its numbers; otherwise it begins anew.
fn end_changed_rules(books: &mut SuspensionBooks, county: &County, t: usize) {
    let policies = county.policies();
    if t == 0 || policies.version_at(t) == policies.version_at(t - 1) {
        return;
    }
    let (before, now) = (&policies.at(t - 1).rules.suspension, &policies.at(t).rules.suspension);
    for (number, old) in before.iter().enumerate() {
        let looks_at = |rule: &SuspensionRule| (rule.level, rule.basis, rule.period);
        if now.get(number).is_none_or(|new| looks_at(new) != looks_at(old)) {
            books.end_rule(number);
        }
    }
}

/// What is suspended this month: unit-months of the run, and of the townships it lies in.
fn record(state: &mut State, county: &County, population: &Population, t: usize) {
    let suspended = state.suspension.held.len() as u32;
    state.month.suspended_units = suspended;
    state.run.months_suspended += suspended;
    if suspended > 0 && state.run.first_suspension_month.is_none() {
        state.run.first_suspension_month = Some(t as u32 + 1);
    }
    for position in 0..state.suspension.held.len() {
        let unit = state.suspension.held[position];
        in_townships(state, county, population, unit, t, |record| record.months_suspended += 1);
    }
}

/// Writes into the year's records of the townships that a unit lies in: a village's own, all of the county's.
fn in_townships(
    state: &mut State,
    county: &County,
    population: &Population,
    unit: u32,
    t: usize,
    mut write: impl FnMut(&mut TownshipYearRecord),
) {
    let [_, townships, villages, _] = state.suspension.first;
    let unit = unit as usize;
    let range = match unit {
        0 => 0..villages - townships,
        unit if unit < villages => unit - townships..unit - townships + 1,
        unit => {
            let township = population.village_township[unit - villages] as usize;
            township..township + 1
        }
    };
    let (seasons, season) = (county.calendar.seasons(), county.calendar.season(t));
    for township in range {
        write(state.township_year(seasons, township, season));
    }
}

/// After the last month: suspensions of units whose default rate of the whole run, principal left unpaid at default over
/// principal that fell due, is within the rule's tolerance.
pub fn false_stops(books: &SuspensionBooks, county: &County) -> u32 {
    let within = |spell: &&Spell| {
        let rule = &county.policy(usize::from(spell.month)).rules.suspension[usize::from(spell.rule)];
        let unit = spell.unit as usize;
        rule.false_stop_tolerance.compare(books.defaulted_ever[unit], books.due_ever[unit]) != Ordering::Greater
    };
    books.spells.iter().filter(within).count() as u32
}
