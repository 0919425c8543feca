//! What the claims on the fund are due to, and the first cause of its depletion.
//!
//! Let v(S) be the valid claims on the fund up to month τ when the kinds of luck outside S are neutral. The part of a
//! kind is its Shapley value: what it adds to v, averaged over all orders in which the kinds could have come about. The
//! parts add up to v(all) − v(none). What neutralising one kind *alone* would have spared stands beside it; those
//! figures need not add up, since kinds act together.
//!
//! τ is the month of depletion, or the last month of the run. The first cause is
//!
//! 1. if the fund is dry by τ although every kind of luck is neutral: **own luck** of single households and loans, which
//!    is never made neutral, where most other replications made neutral in the same way last beyond τ; otherwise *timing*
//!    if all the money that this ordinary run pays in would have covered its claims had it been there from the start,
//!    else *size*;
//! 2. otherwise the kind with the largest part; if no kind has a positive one, *timing*.
//!
//! Source of the value: Shapley 1953, *A value for n-person games*. With five kinds a replication costs 32 simulations.

use crate::draws::Replication;
use crate::model::counterfactual::{Counterfactual, LuckKind, Neutral};
use crate::model::county::County;
use crate::model::policy::Mode;
use crate::model::state::State;
use crate::units::Fen;
use std::sync::OnceLock;

/// What made the fund run dry first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A kind of luck.
    Luck(LuckKind),
    /// The own luck of single households and loans, which nobody shares: yields, will, ability, draws of default.
    Own,
    /// The money came too late for claims that all of it would have covered.
    Timing,
    /// The fund is too small for the claims of an ordinary run.
    Size,
}

impl Cause {
    /// All causes.
    pub fn all() -> impl Iterator<Item = Cause> {
        LuckKind::ALL.into_iter().map(Cause::Luck).chain([Cause::Own, Cause::Timing, Cause::Size])
    }

    /// Name in tables.
    pub fn key(self) -> &'static str {
        match self {
            Cause::Luck(kind) => kind.key(),
            Cause::Own => "own_luck",
            Cause::Timing => "timing",
            Cause::Size => "size",
        }
    }
}

/// What one kind of luck did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The kind.
    pub kind: LuckKind,
    /// Its Shapley part of the claims on the fund, in yuan; negative where the luck was good.
    pub yuan: f64,
    /// Claims that neutralising it alone would have spared, in yuan.
    pub alone_yuan: f64,
    /// With it alone neutral: month (from 0) in which the fund runs dry, if it does.
    pub depleted_without: Option<usize>,
}

/// What the claims on the fund are due to.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// τ: month (from 0) up to which claims are counted.
    pub until: usize,
    /// v(all): claims on the fund as they happened.
    pub claims: Fen,
    /// v(none): claims on the fund with every kind of luck neutral.
    pub ordinary: Fen,
    /// With every kind neutral: month (from 0) of depletion, if any.
    pub ordinary_depletion: Option<usize>,
    /// The kinds that the scenario has.
    pub parts: Vec<Part>,
    /// First cause; `None` if the fund did not run dry.
    pub cause: Option<Cause>,
}

/// One simulation of the lattice of counterfactuals.
struct Outcome {
    claims: Fen,
    depleted: Option<usize>,
    enough_in_all: bool,
}

/// The kinds of luck that can matter in a county.
pub fn kinds_of(county: &County) -> Vec<LuckKind> {
    let world = &county.world;
    let lends_through = |mode: Mode| {
        county.policies().versions().iter().any(|policy| policy.lending.mix[mode].get() > 0.0)
            || world.ledger.loans.iter().any(|loan| loan.mode == mode)
    };
    let matters = |kind: &LuckKind| match kind {
        LuckKind::Seasons => true,
        LuckKind::Prices => world
            .industries
            .iter()
            .any(|industry| industry.price.volatility > 0.0 || industry.price.cycle_amplitude != 0.0),
        LuckKind::Organisations => lends_through(Mode::Pooled) || lends_through(Mode::FixedBenefit),
        LuckKind::Catastrophes => !world.catastrophes.is_empty(),
        LuckKind::Illness => world.households.illness_annual.get() > 0.0,
    };
    LuckKind::ALL.into_iter().filter(matters).collect()
}

/// Replications that show how an ordinary run usually ends; an odd number has a majority.
const USUAL: u32 = 31;

/// When the fund runs dry in replications whose shared kinds of luck are all neutral: they differ by the own luck of
/// households and loans alone. Simulated when first asked for.
pub struct Usual<'a> {
    county: &'a County,
    depleted: OnceLock<Vec<Option<usize>>>,
}

impl<'a> Usual<'a> {
    /// Of a county.
    pub fn of(county: &'a County) -> Usual<'a> {
        Usual { county, depleted: OnceLock::new() }
    }

    /// Whether most of these replications are dry by month `until`.
    fn dry_by(&self, until: usize) -> bool {
        let depleted = self.depleted.get_or_init(|| {
            let (all, mut state) = (kinds_of(self.county), State::default());
            let neutral = all.into_iter().fold(Neutral::NONE, Neutral::with);
            (0..USUAL)
                .map(|number| simulate(self.county, Replication(number), neutral, 0, &mut state).depleted)
                .collect()
        });
        2 * depleted.iter().filter(|month| month.is_some_and(|month| month <= until)).count() > depleted.len()
    }
}

/// Attributes the claims of a replication: 2ᵏ simulations for the k kinds that the county has.
pub fn attribute(replication: Replication, usual: &Usual<'_>, state: &mut State) -> Attribution {
    let county = usual.county;
    let kinds = kinds_of(county);
    county.simulate(replication, state);
    let depleted = state.run.depletion_month.map(|month| month as usize - 1);
    let until = depleted.unwrap_or(county.calendar.months() - 1);
    let outcomes: Vec<Outcome> =
        (0..1 << kinds.len()).map(|set| simulate(county, replication, neutral_of(&kinds, set), until, state)).collect();
    let parts: Vec<Part> = (0..kinds.len()).map(|index| part(&kinds, &outcomes, index)).collect();
    // There is always the set without any kind, and that with all.
    let ordinary = &outcomes[outcomes.len() - 1];
    let cause = depleted.map(|_| first_cause(&parts, ordinary, until, usual));
    Attribution {
        until,
        claims: outcomes[0].claims,
        ordinary: ordinary.claims,
        ordinary_depletion: ordinary.depleted,
        parts,
        cause,
    }
}

/// The kinds of a set, bit by bit.
fn neutral_of(kinds: &[LuckKind], set: usize) -> Neutral {
    let chosen = kinds.iter().enumerate().filter(|(index, _)| set >> index & 1 == 1);
    chosen.fold(Neutral::NONE, |neutral, (_, kind)| neutral.with(*kind))
}

fn simulate(county: &County, replication: Replication, neutral: Neutral, until: usize, state: &mut State) -> Outcome {
    county.observe(replication, Counterfactual::neutral(neutral), state, |_, _, _| {});
    Outcome {
        claims: state.fund.valid_claims().iter().take(until + 1).copied().sum(),
        depleted: state.run.depletion_month.map(|month| month as usize - 1),
        enough_in_all: enough_in_all(county, state),
    }
}

/// Whether all the money that a finished run put into the fund would have paid all its valid claims, had it been there
/// from the start.
pub fn enough_in_all(county: &County, state: &State) -> bool {
    let paid_in: Fen = state.months.iter().map(|month| month.fund_paid_in + month.fund_recovered).sum();
    county.policy(0).fund.initial + paid_in >= state.fund.valid_claims().iter().copied().sum()
}

/// The Shapley value of the kind at `index`: Σ over sets S of other neutral kinds of |S|!(k−|S|−1)!/k! · (v(S) − v(S ∪ i)).
fn part(kinds: &[LuckKind], outcomes: &[Outcome], index: usize) -> Part {
    let k = kinds.len();
    let spared = |set: usize| (outcomes[set].claims - outcomes[set | 1 << index].claims).yuan();
    let without = (0..outcomes.len()).filter(|set| set >> index & 1 == 0);
    let yuan = without.map(|set| weight(k, set.count_ones() as usize) * spared(set)).sum();
    Part { kind: kinds[index], yuan, alone_yuan: spared(0), depleted_without: outcomes[1 << index].depleted }
}

/// s!(k−s−1)!/k!
fn weight(k: usize, s: usize) -> f64 {
    let factorial = |n: usize| (1..=n).map(|factor| factor as f64).product::<f64>();
    factorial(s) * factorial(k - s - 1) / factorial(k)
}

fn first_cause(parts: &[Part], ordinary: &Outcome, until: usize, usual: &Usual<'_>) -> Cause {
    if ordinary.depleted.is_some_and(|month| month <= until) {
        return match (usual.dry_by(until), ordinary.enough_in_all) {
            (false, _) => Cause::Own,
            (true, true) => Cause::Timing,
            (true, false) => Cause::Size,
        };
    }
    let largest = parts.iter().filter(|part| part.yuan > 0.0).max_by(|a, b| a.yuan.total_cmp(&b.yuan));
    largest.map_or(Cause::Timing, |part| Cause::Luck(part.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two kinds that spare 10 and 4 alone, and 20 together: the 6 of acting together are halved, 13 and 7.
    #[test]
    fn what_kinds_do_together_is_shared() {
        let outcome = |claims: i64| Outcome { claims: Fen(claims * 100), depleted: None, enough_in_all: true };
        let outcomes = [outcome(100), outcome(90), outcome(96), outcome(80)];
        let kinds = [LuckKind::Seasons, LuckKind::Prices];
        let parts = [part(&kinds, &outcomes, 0), part(&kinds, &outcomes, 1)];
        assert_eq!(parts.map(|part| part.yuan), [13.0, 7.0]);
        assert_eq!(parts.map(|part| part.alone_yuan), [10.0, 4.0]);
    }

    #[test]
    fn weights_of_all_sets_add_up_to_one() {
        for k in 1..=5 {
            let sum: f64 = (0..1_usize << (k - 1)).map(|set| weight(k, set.count_ones() as usize)).sum();
            assert!((sum - 1.0).abs() < 1e-14, "{k}");
        }
    }
}
