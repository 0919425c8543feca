//! One file per chart: its data, checked on construction where drawing could fail on it, and its drawing.

mod comparison;
mod deciles;
mod depletion;
mod fund;
mod fund_size;
mod gains;
mod lever;
mod losses;
mod maturity;
mod mix_map;
mod quantiles;
mod recovery;
mod simplex;
mod townships;
mod triangle;

pub use comparison::{Comparison, Difference, Measure, Told};
pub use deciles::{Decile, Deciles};
pub use depletion::{DepletionBin, DepletionMonths};
pub use fund::FundFan;
pub use fund_size::{FundMark, FundSize};
pub use gains::{Gain, GainRow, Gains};
pub use lever::{LeverMark, LeverPanel, LeverSearch, Met};
pub use losses::{LossMeasure, LossPanel, Losses};
pub use maturity::MaturityWall;
pub use mix_map::{Mix, MixMap};
pub use quantiles::LEVELS;
pub use recovery::RecoveryFan;
pub use townships::{MOST_TOWNSHIPS, TownshipTable};
