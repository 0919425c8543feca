//! Dated changes: which policy is in force in which month.

use crate::model::calendar::Calendar;
use crate::model::policy::Policy;
use crate::units::CalendarMonth;

/// A policy and its dated changes, as a scenario states them.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// In force from the start of the run.
    pub start: Policy,
    /// Whole policies with the month from which each is in force, ascending.
    pub changes: Vec<(CalendarMonth, Policy)>,
}

impl From<Policy> for Timetable {
    fn from(start: Policy) -> Timetable {
        Timetable { start, changes: Vec::new() }
    }
}

/// The policies of a run and the one in force in each month.
#[derive(Clone, Debug)]
pub struct Policies {
    versions: Vec<Policy>,
    version: Vec<u16>,
}

impl Policies {
    /// Lays a timetable over a calendar. Of several changes in one month the last holds; a change before the start is in
    /// force from the start, one after the end never.
    pub fn new(timetable: Timetable, calendar: &Calendar) -> Policies {
        let mut versions = vec![timetable.start];
        let mut version = vec![0; calendar.months()];
        for (from, policy) in timetable.changes {
            let first = calendar.months_from_start(from).max(0) as usize;
            if first >= calendar.months() {
                continue;
            }
            version[first..].fill(versions.len() as u16);
            versions.push(policy);
        }
        Policies { versions, version }
    }

    /// The policy in force in month `t`; after the end of the run, the last.
    pub fn at(&self, t: usize) -> &Policy {
        &self.versions[self.version_at(t)]
    }

    /// Number of the policy in force in month `t`: equal numbers, the same policy.
    pub fn version_at(&self, t: usize) -> usize {
        usize::from(self.version.get(t).or(self.version.last()).copied().unwrap_or(0))
    }

    /// All policies, by number.
    pub fn versions(&self) -> &[Policy] {
        &self.versions
    }

    /// The largest of a value over all policies (the type's default if there is none).
    pub fn largest<T: Ord + Default>(&self, value: impl Fn(&Policy) -> T) -> T {
        self.versions.iter().map(value).max().unwrap_or_default()
    }
}
