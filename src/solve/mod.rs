//! Inverse questions: which value of a lever meets a condition. Pure: what to simulate next is said, nothing is simulated.
//!
//! | question | how it is answered |
//! |---|---|
//! | smallest fund, planned lending held | [`Survival`]: each path's needed fund gives the whole curve in one run |
//! | smallest fund, lending reacts; largest leverage, largest pay-out | `scan`: a grid on common luck, refined where the answer lies |
//! | best mix under conditions | `search`: mixes are dropped when they surely break a condition or are surely beaten |
//!
//! Every statement says how sure it is ([`Verdict`]): bounds hold side by side at the confidence that the caller sets,
//! by Bonferroni over everything that could have been looked at, so that looking in rounds and choosing what to look at
//! next costs nothing beyond it.

mod condition;
mod mix;
mod scan;
mod search;
mod survival;
#[cfg(test)]
mod tests;

pub use condition::{Limit, Observed, Verdict};
pub use mix::{Mix, grid};
pub use scan::{Answer, Point, answer, refinement};
pub use search::{Candidate, Errors, Finding, Round, Search};
pub use survival::{Survival, SurvivalPoint, levels_shown};
