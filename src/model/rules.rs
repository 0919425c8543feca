//! What the county decides beside plan, terms and fund: the stop rule, the reward, the quota, screening and safeguards.
//! Each is off where a file is silent.

use crate::units::{Fen, Share};

/// The rules of a policy; the default is none of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// `[[policy.suspension]]`: stop rules (熔断); several may act together.
    pub suspension: Vec<SuspensionRule>,
    /// `[policy.reward]`.
    pub reward: Option<RewardRule>,
    /// `[policy.quota]`.
    pub quota: Option<Quota>,
    /// `[policy.lending.screening]`: who passes the check of applicants; `None`: everyone.
    pub screening: Option<Screening>,
    /// `[policy.safeguards]`.
    pub safeguards: Safeguards,
}

/// A share as a whole number of millionths, so that a comparison of sums of money is exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millionths(i64);

impl Millionths {
    /// The whole.
    pub const ONE: Millionths = Millionths(1_000_000);

    /// The nearest whole number of millionths.
    pub fn of(share: f64) -> Millionths {
        Millionths(libm::round(share * 1e6) as i64)
    }

    /// The share.
    pub fn get(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// How `part` of `whole` compares with this share of it, in integers: `Less` if 10⁶·part < share·whole.
    ///
    /// ```
    /// # use lendmix::{model::rules::Millionths, units::Fen};
    /// use std::cmp::Ordering;
    /// assert_eq!(Millionths::of(0.98).compare(Fen(49), Fen(50)), Ordering::Equal);
    /// assert_eq!(Millionths::of(0.98).compare(Fen(48), Fen(49)), Ordering::Less);
    /// ```
    pub fn compare(self, part: Fen, whole: Fen) -> std::cmp::Ordering {
        (i128::from(part.0) * 1_000_000).cmp(&(i128::from(self.0) * i128::from(whole.0)))
    }

    /// How many whole times this share of `whole` goes into `part` (none if the share is nothing).
    pub fn times_in(self, part: Fen, whole: Fen) -> i64 {
        let step = i128::from(self.0) * i128::from(whole.0);
        if step <= 0 { 0 } else { (i128::from(part.0) * 1_000_000 / step) as i64 }
    }
}

/// At which level a stop rule acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The whole county.
    County = 0,
    /// Each township (乡镇).
    Township = 1,
    /// Each village (村).
    Village = 2,
}

impl Level {
    /// All levels, in the order of their numbers.
    pub const ALL: [Level; 3] = [Level::County, Level::Township, Level::Village];
}

/// What a stop rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The recovery rate of the year to date, which must not be below the threshold.
    RecoveryRate,
    /// Non-performing principal over principal outstanding and compensated, which must not be above it.
    NplRatio,
}

/// Of what time a recovery rate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// What fell due since January.
    YearToDate,
    /// What fell due in the month: many are then suspended by chance alone, or few by many small losses.
    Month,
}

/// One entry of `[[policy.suspension]]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuspensionRule {
    /// Who is suspended.
    pub level: Level,
    /// What is looked at.
    pub basis: Basis,
    /// Of what time the recovery rate is.
    pub period: Period,
    /// The threshold.
    pub threshold: Millionths,
    /// Consecutive months on the wrong side of it after which lending stops.
    pub consecutive_months: u16,
    /// g: months of rectification, from the month of suspension, before lending may resume.
    pub rectification_months: u16,
    /// A suspension is false if the unit's default rate of the whole run is at most this.
    pub false_stop_tolerance: Millionths,
}

/// `[policy.reward]`: paid in December to each township whose recovery rate of the year is high enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RewardRule {
    /// Share of the township's lending of the year.
    pub share_of_lending: Share,
    /// Smallest recovery rate of the year at which it is paid.
    pub recovery_min: Millionths,
    /// Shares of township, village, bank and county group (sum one; the last takes the remainder).
    pub shares: [Share; 4],
}

/// `[policy.quota]`: pressure to lend more than the plan, and the points of assessment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    /// How far above its plan each township aims.
    pub overshoot: f64,
    /// How far the standard of screening falls for each tenth of overshoot, in standard deviations of ability.
    pub ability_shift_per_tenth: f64,
    /// Points for meeting the plan.
    pub points_target: u32,
    /// Points for each further step.
    pub points_step: u32,
    /// A step of lending above the plan, as a share of it.
    pub step: Millionths,
    /// Most points.
    pub points_max: u32,
}

/// `[policy.lending.screening]`: an applicant passes if θ + noise·N(0,1) reaches a standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screening {
    /// The standard.
    pub ability_min: f64,
    /// Weight of a standard normal drawn once per household: what the check gets wrong.
    pub noise: f64,
}

/// Number of safeguards.
pub const SAFEGUARDS: usize = 6;

/// The safeguards that a county may use, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// 信用户: rated households.
    CreditHouseholds = 0,
    /// 信用村: rated villages.
    CreditVillages = 1,
    /// 贷前调查.
    ChecksBefore = 2,
    /// 贷中审查.
    ChecksDuring = 3,
    /// 贷后检查.
    ChecksAfter = 4,
    /// 三方共管账户.
    JointControlAccount = 5,
}

impl Lever {
    /// All safeguards, in the order of their numbers.
    pub const ALL: [Lever; SAFEGUARDS] = [
        Lever::CreditHouseholds,
        Lever::CreditVillages,
        Lever::ChecksBefore,
        Lever::ChecksDuring,
        Lever::ChecksAfter,
        Lever::JointControlAccount,
    ];
}

/// `[policy.safeguards]`: each safeguard by its number, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Safeguards(pub [Option<Safeguard>; SAFEGUARDS]);

/// `[policy.safeguards.<name>]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Safeguard {
    /// Share of households (of villages: [`Lever::CreditVillages`]) that it covers.
    pub coverage: Share,
    /// What the share of households that never intend to repay is multiplied by.
    pub unwilling_factor: Share,
    /// What the diverted share of a loan is multiplied by.
    pub diversion_factor: Share,
    /// What it costs for each loan to a covered household.
    pub cost_per_loan: Fen,
    /// What it costs a year for each covered village.
    pub cost_per_village_annual: Fen,
}
