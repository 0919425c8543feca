//! What happens inside each lending mode.
//!
//! * [`self_directed`]: the household invests; yields, prices, ability and illness decide its cash.
//! * [`pooled`]: an organisation uses the money, pays the households a guaranteed sum and repays.
//!   Fixed benefit is the same with the county's development company in the organisation's place.

pub mod pooled;
pub mod self_directed;
