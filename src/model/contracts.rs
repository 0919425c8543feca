//! Rules on contracts that are running: renewal and extension, bail-out, limits of exposure, conversion.
//! All are absent unless a scenario names them.

use crate::model::policy::PerMode;
use crate::units::{Fen, Probability, Share};

/// `[policy.renewal]`, `[policy.organisations]`, `[policy.conversion]`.
#[derive(Clone, Debug, Default)]
pub struct Contracts {
    /// Renewal without repayment, or extension; `None`: what falls due is paid or in default.
    pub renewal: Option<Renewal>,
    /// Bail-out and limits of exposure.
    pub organisations: OrganisationRules,
    /// Conversion of running loans; `None`: they run to their end.
    pub conversion: Option<Conversion>,
}

/// `[policy.renewal]`: what may happen at the end of the tenor instead of payment.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// What the bank writes.
    pub kind: RenewalKind,
    /// Modes whose loans may be renewed.
    pub modes: PerMode<bool>,
    /// At most so many times for a loan.
    pub times_max: u16,
    /// Months from the old due date to the new one.
    pub months: u16,
    /// Share of loans that could be repaid and are renewed all the same.
    pub share_able: Share,
    /// Share of loans that could not be repaid in full and are renewed instead of defaulting.
    pub share_unable: Share,
}

/// What the bank writes when it renews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalKind {
    /// 无还本续贷, a new contract: the balance falls due again at the new date.
    Renewal,
    /// 展期, the old contract with a later date: the balance does not fall due a second time.
    Extension,
}

/// `[policy.organisations]`.
#[derive(Clone, Copy, Debug, Default)]
pub struct OrganisationRules {
    /// Probability that the county bails out a failed organisation's loans; `None`: never.
    pub bail_out: Option<Probability>,
    /// Most credit that an organisation may use; `None`: no limit.
    pub exposure_max: Option<Fen>,
    /// The same as a multiple of the fund's balance in the month of lending; `None`: no limit.
    pub exposure_max_fund_share: Option<f64>,
    /// When a loan that a failure calls early enters the recovery rate.
    pub called_due: CalledDue,
}

/// When the principal of a loan that is called by its organisation's failure falls due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CalledDue {
    /// When it is called.
    #[default]
    WhenCalled,
    /// At the date of its next payment by the contract.
    ContractDate,
}

/// `[policy.conversion]`: running loans of a mode that is to end.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// Modes whose loans are converted.
    pub modes: PerMode<bool>,
    /// Share of the running loans that is converted each month.
    pub monthly_share: Share,
    /// Into what.
    pub to: ConvertedTo,
}

/// What becomes of a converted loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConvertedTo {
    /// The organisation hands the principal to the household, which invests it and owes it on the same dates.
    SelfDirected,
    /// The organisation repays early in full.
    Repaid,
    /// The budget pays the bank; the household owes nothing.
    BoughtOut,
}
