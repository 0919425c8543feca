//! Which of the figures that a county watches warned, and when.

use crate::model::county::County;
use crate::model::fund::leverage_room;
use crate::model::population::Population;
use crate::model::state::State;
use crate::units::Fen;

/// Overdue principal over all principal still owed, in per cent, from which it warns.
pub const OVERDUE_SHARE: i64 = 3;

/// Share of townships, in per cent, from which recovery warns.
pub const TOWNSHIP_SHARE: usize = 25;

/// Months in a row below 98% that count for a township.
pub const RECOVERY_MONTHS: u8 = 3;

/// A figure that warns when it crosses its line for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indicator {
    /// Overdue principal at least 3% of principal owed to bank and fund.
    Overdue,
    /// A quarter of the townships have recovered less than 98% of the year's dues for three months in a row.
    Townships,
    /// Principal outstanding above what leverage allows: the fund has shrunk under the loans. Silent without a cap.
    CapUse,
}

impl Indicator {
    /// All indicators.
    pub const ALL: [Indicator; 3] = [Indicator::Overdue, Indicator::Townships, Indicator::CapUse];

    /// Name in tables.
    pub fn key(self) -> &'static str {
        match self {
            Indicator::Overdue => "overdue_share",
            Indicator::Townships => "township_recovery",
            Indicator::CapUse => "cap_use",
        }
    }
}

/// First months (from 0) in which the indicators warned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings {
    first: [Option<usize>; 3],
    /// Months in a row in which each township was below.
    runs: Vec<u8>,
}

impl Warnings {
    /// When an indicator warned first.
    pub fn first_of(&self, indicator: Indicator) -> Option<usize> {
        self.first[indicator as usize]
    }

    /// The indicator that warned first before month `before`, and when; the first in the list of those that warned
    /// together.
    pub fn earliest(&self, before: usize) -> Option<(Indicator, usize)> {
        let warned = Indicator::ALL.into_iter().filter_map(|one| Some((one, self.first_of(one)?)));
        warned.filter(|(_, month)| *month < before).min_by_key(|(_, month)| *month)
    }

    /// Looks at the end of month `t`.
    pub fn look(&mut self, county: &County, state: &State, population: &Population, t: usize) {
        let Some(month) = state.months.last() else { return };
        let owed = month.outstanding + month.compensated;
        let overdue = month.overdue > Fen::ZERO && 100 * month.overdue.0 >= OVERDUE_SHARE * owed.0;
        let policy = &county.policy(t).fund;
        let exposed = month.outstanding + if policy.compensated_in_cap { month.compensated } else { Fen::ZERO };
        let cap = policy.leverage_max.is_some_and(|leverage| exposed > leverage_room(month.fund_balance, leverage));
        let townships = self.townships_below(county, state, population, t);
        for (first, warns) in self.first.iter_mut().zip([overdue, townships, cap]) {
            if warns && first.is_none() {
                *first = Some(t);
            }
        }
    }

    fn townships_below(&mut self, county: &County, state: &State, population: &Population, t: usize) -> bool {
        let (seasons, season) = (county.calendar.seasons(), county.calendar.season(t));
        let townships = population.roster.township_names.len();
        self.runs.resize(townships, 0);
        for (township, run) in self.runs.iter_mut().enumerate() {
            let record = &state.townships[township * seasons + season];
            if record.due > Fen::ZERO {
                let below = 100 * record.recovered.0 < 98 * record.due.0;
                *run = if below { run.saturating_add(1) } else { 0 };
            }
        }
        let below = self.runs.iter().filter(|run| **run >= RECOVERY_MONTHS).count();
        below > 0 && 100 * below >= TOWNSHIP_SHARE * townships
    }
}
