//! Dated changes: which policy is in force in which month (equation X1).

use crate::model::calendar::Calendar;
use crate::model::policy::Policy;
use crate::model::population::Offer;
use crate::units::CalendarMonth;

/// A policy and its dated changes, as a scenario states them.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// In force from the start of the run.
    pub start: Policy,
    /// Whole policies with the month from which each is in force, ascending.
    pub changes: Vec<(CalendarMonth, Policy)>,
}

impl Timetable {
    /// Whether something is true of any of its policies.
    pub fn any(&self, holds: impl Fn(&Policy) -> bool) -> bool {
        holds(&self.start) || self.changes.iter().any(|(_, policy)| holds(policy))
    }
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
    /// For each version the number of its offer, and for each offer a version that makes it.
    offer_of: Vec<u16>,
    version_of_offer: Vec<u16>,
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
        let (offer_of, version_of_offer) = distinct_offers(&versions);
        Policies { versions, version, offer_of, version_of_offer }
    }

    /// The policy in force in month `t`; after the end of the run, the last.
    pub fn at(&self, t: usize) -> &Policy {
        &self.versions[self.version_at(t)]
    }

    /// Number of the policy in force in month `t`: equal numbers, the same policy.
    pub fn version_at(&self, t: usize) -> usize {
        usize::from(self.version.get(t).or(self.version.last()).copied().unwrap_or(0))
    }

    /// Number of the offer in force in month `t`: index into [`Population::offers`].
    ///
    /// [`Population::offers`]: crate::model::population::Population::offers
    pub fn offer_at(&self, t: usize) -> usize {
        usize::from(self.offer_of[self.version_at(t)])
    }

    /// Whether month `t` brings another offer than the month before, or opens or closes a mode.
    pub fn another_offer(&self, t: usize) -> bool {
        let shares = |t: usize| self.at(t).lending.mix.clone().0.map(|share| share.get() > 0.0);
        t > 0 && (self.offer_at(t) != self.offer_at(t - 1) || shares(t) != shares(t - 1))
    }

    /// Whether two runs offer the households the same, offer by offer.
    pub fn offer_the_same(&self, other: &Policies) -> bool {
        let signatures = |policies: &Policies| policies.offers().map(Offer::signature).collect::<Vec<_>>();
        signatures(self) == signatures(other)
    }

    /// A policy for each offer, by number.
    pub fn offers(&self) -> impl Iterator<Item = &Policy> {
        self.version_of_offer.iter().map(|version| &self.versions[usize::from(*version)])
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

/// Policies that make the same offer share a number.
fn distinct_offers(versions: &[Policy]) -> (Vec<u16>, Vec<u16>) {
    let mut signatures: Vec<String> = Vec::new();
    let (mut offer_of, mut version_of_offer) = (Vec::new(), Vec::new());
    for (version, policy) in versions.iter().enumerate() {
        let signature = Offer::signature(policy);
        let known = signatures.iter().position(|known| *known == signature);
        offer_of.push(known.unwrap_or(signatures.len()) as u16);
        if known.is_none() {
            signatures.push(signature);
            version_of_offer.push(version as u16);
        }
    }
    (offer_of, version_of_offer)
}
