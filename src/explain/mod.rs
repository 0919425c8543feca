//! Why a replication went as it did: the story of its fund, what it was due to, who saw it coming, and what a household
//! would have had under each mode.
//!
//! A replication is simulated again from its address, as it was and with one thing otherwise
//! ([`crate::model::counterfactual`]). Nothing here is estimated; what is counted over replications has its interval.

mod attribution;
mod autopsy;
mod household;
mod story;
mod warning;

pub use attribution::{Attribution, Cause, Part, Usual, attribute, kinds_of};
pub use autopsy::{Autopsy, Case, CauseRow, WarningRow, autopsy};
pub use household::{HouseholdStory, ModeLedger, YearRow, household};
pub use story::{ClaimRow, Failure, Story, Timing, Trigger, story};
pub use warning::{Indicator, OVERDUE_SHARE, RECOVERY_MONTHS, TOWNSHIP_SHARE, Warnings};
