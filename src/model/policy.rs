//! What the county decides: the parameters of `[policy]`, already valid.

use crate::distribution::Marginal;
use crate::model::contracts::Contracts;
use crate::model::holiday::PaymentHoliday;
use crate::model::rules::Rules;
use crate::units::{AnnualRate, CalendarMonth, Fen, Probability, Share};

/// The three lending modes (三种贷款模式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// 自主贷款: the household borrows and invests itself.
    SelfDirected = 0,
    /// 分贷统用统还: households borrow, one organisation uses and repays the money.
    Pooled = 1,
    /// 分贷统用统还固定受益: as pooled, through the county's development company, for households without labour.
    FixedBenefit = 2,
}

impl Mode {
    /// All modes, in the order of their numbers.
    pub const ALL: [Mode; 3] = [Mode::SelfDirected, Mode::Pooled, Mode::FixedBenefit];

    /// The key of the mode in scenario files and column names.
    pub fn key(self) -> &'static str {
        match self {
            Mode::SelfDirected => "self_directed",
            Mode::Pooled => "pooled",
            Mode::FixedBenefit => "fixed_benefit",
        }
    }
}

/// One value for each lending mode.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerMode<T>(pub [T; 3]);

impl<T> std::ops::Index<Mode> for PerMode<T> {
    type Output = T;
    fn index(&self, mode: Mode) -> &T {
        &self.0[mode as usize]
    }
}
impl<T> std::ops::IndexMut<Mode> for PerMode<T> {
    fn index_mut(&mut self, mode: Mode) -> &mut T {
        &mut self.0[mode as usize]
    }
}

/// `[policy]`: everything the county decides.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Plan, mix and gates of lending.
    pub lending: LendingPolicy,
    /// Loan terms of each mode.
    pub terms: PerMode<LoanTerms>,
    /// The risk compensation fund.
    pub fund: FundPolicy,
    /// Months in which payments need not be made, in the order of the file.
    pub payment_holidays: Vec<PaymentHoliday>,
    /// Stop rule, reward, quota, screening, safeguards.
    pub rules: Rules,
    /// Insurance of self-directed projects.
    pub insurance: Vec<InsuranceProduct>,
    /// Rules on running contracts.
    pub contracts: Contracts,
}

/// `[policy.lending]`.
#[derive(Clone, Debug)]
pub struct LendingPolicy {
    /// Planned lending by calendar year of the run: element k belongs to the k-th year of the run. Zero where no plan is given.
    pub plan: Vec<Fen>,
    /// Share of a year's plan that falls to each calendar month (12 values, sum one).
    pub month_weights: [f64; 12],
    /// Share of new lending of each mode (sum at most one; what is left over is not lent).
    pub mix: PerMode<Share>,
    /// Modes that make no new loans, whatever their share.
    pub closed: PerMode<bool>,
    /// Who may be placed in a mode.
    pub placement: Placement,
    /// Share of eligible households that are granted a credit line (95.1% in the base case).
    pub credit_line_share: Share,
    /// Whether a household may borrow again after it has repaid.
    pub reborrow_after_repayment: bool,
    /// Order in which modes are served when the leverage cap binds.
    pub rationing_order: [Mode; 3],
    /// Share of the benchmark interest that the budget pays.
    pub interest_subsidy: Share,
    /// Largest share of a township's self-directed plan that goes to an industry; industries without one are not limited.
    pub industry_share_max: Vec<(usize, Share)>,
}

/// Who may be placed in a lending mode.
#[derive(Clone, Debug, PartialEq)]
pub enum Placement {
    /// Only households whose own situation fits the mode.
    Eligible,
    /// Anyone, by a suitability score: self-directed from the top, fixed benefit from the bottom, pooled from the middle.
    Open(SuitabilityWeights),
}

/// `[policy.lending.suitability]`: score = situation·(1, 0, −1) + labour·(labour share − ½) + ability·θ + noise·N(0,1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SuitabilityWeights {
    /// Weight of the own situation: +1 self-directed, 0 pooled, −1 fixed benefit.
    pub situation: f64,
    /// Weight of the share of members able to work, less one half.
    pub labour: f64,
    /// Weight of ability θ.
    pub ability: f64,
    /// Weight of a standard normal drawn once per household.
    pub noise: f64,
}

/// `[policy.self_directed]`, `[policy.pooled]`, `[policy.fixed_benefit]`: terms of a loan.
#[derive(Clone, Debug)]
pub struct LoanTerms {
    /// How much a household is lent.
    pub principal: PrincipalRule,
    /// No loan is larger than this.
    pub principal_max: Fen,
    /// Principals are rounded to a multiple of this (at least one multiple).
    pub principal_step: Fen,
    /// Tenors offered, in months, with the share of loans of each (sum one).
    pub tenors: Vec<(u16, Share)>,
    /// How the principal is repaid.
    pub repayment: Repayment,
    /// Guaranteed pay-out a year as a share of the credit; zero in self-directed mode.
    pub payout_annual: Share,
    /// Number of yearly pay-outs at most.
    pub payout_years: u16,
    /// Whether no loan is made: the budget pays the pay-outs to the same households.
    pub transfer_instead: bool,
    /// Whether a month's lending of the mode may be cut to what the cap leaves, or is all or nothing.
    pub lend: LendRule,
}

/// How much a household is lent.
#[derive(Clone, Debug)]
pub enum PrincipalRule {
    /// Drawn for the household, in yuan.
    Drawn(Marginal),
    /// A fixed sum for each person of the household.
    PerPerson(Fen),
}

/// How principal is repaid. Interest that the borrower bears falls due with each payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repayment {
    /// All principal at the end of the tenor.
    Bullet,
    /// Equal parts of principal every `every_months`; the last takes the remainder.
    EqualPrincipal {
        /// Months between payments.
        every_months: u16,
    },
    /// Equal payments of principal and interest every `every_months`, at the benchmark rate of the tenor.
    Annuity {
        /// Months between payments.
        every_months: u16,
    },
}

/// What happens to a mode's lending of a month when the cap leaves less room than is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LendRule {
    /// As many whole loans as fit.
    Divisible,
    /// All of the month's loans of the mode or none.
    AllOrNone,
}

/// `[policy.fund]`: the risk compensation fund (风险补偿金) and who bears a loss.
#[derive(Clone, Debug)]
pub struct FundPolicy {
    /// Balance before the first month.
    pub initial: Fen,
    /// Money paid in.
    pub contributions: Contributions,
    /// Interest on the balance of the month before, credited monthly at a twelfth.
    pub interest: AnnualRate,
    /// Largest ratio of principal outstanding to the fund at which new loans are made; `None` is no cap.
    pub leverage_max: Option<f64>,
    /// Largest principal outstanding at which new loans are made, whatever the balance; `None`: no such limit.
    pub outstanding_max: Option<Fen>,
    /// Whether principal of compensated loans counts against the cap.
    pub compensated_in_cap: bool,
    /// Whether planned lending is held: nothing that is lent depends on the fund's balance ([`crate::model::fund::room`]).
    pub planned_lending_held: bool,
    /// Months overdue before a loss is claimed (0: in the month of default).
    pub waiting_months: u16,
    /// Whether interest that the borrower bears and did not pay is claimed as well.
    pub claims_include_interest: bool,
    /// Who pays a claim.
    pub split: LossSplit,
    /// Who bears the part of a claim that the fund cannot pay.
    pub unpaid: UnpaidClaims,
    /// Yearly top-up in months 12, 24, … of the run.
    pub topup: Option<TopUp>,
    /// Who receives what is collected after a claim.
    pub recoveries: RecoveryShares,
    /// Premiums for the insurer of the split, and when he leaves.
    pub surety: Option<Surety>,
}

/// Money paid into the fund.
#[derive(Clone, Debug)]
pub enum Contributions {
    /// A list of payments.
    Dated(Vec<Contribution>),
    /// Each January of the run (and the first month), this share of the year's lending plan.
    PlanShare(Share),
}

/// One payment into the fund.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// When it is paid (stage 1 of the month).
    pub month: CalendarMonth,
    /// Who pays it, as the file names it.
    pub source: String,
    /// How much.
    pub amount: Fen,
}

/// Who pays a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LossSplit {
    /// Fund and insurer pay shares, the bank the rest.
    QuotaShare {
        /// Share of the fund.
        fund: Share,
        /// Share of the insurer.
        insurer: Share,
        /// What the insurer pays at most in a calendar year.
        insurer_annual_limit: Fen,
    },
    /// The fund pays first up to a yearly limit, then the insurer up to its own, then the bank.
    Layers {
        /// What the fund pays at most in a calendar year.
        fund_annual: Fen,
        /// What the insurer pays at most in a calendar year.
        insurer_annual: Fen,
    },
}

/// Who bears the part of a claim that the fund cannot pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpaidClaims {
    /// The bank, at once and for good.
    Bank,
    /// It stays a payable of the fund and is paid, oldest first, when money comes.
    Payable,
}

/// Yearly top-up: `min(target − W, budget)⁺`, after contributions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopUp {
    /// Balance aimed at.
    pub target: Fen,
    /// At most this much a year.
    pub budget: Fen,
}

/// Who receives what is collected after a claim, net of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryShares {
    /// By the shares of the contract, whoever paid (quota share only).
    ContractShares,
    /// In proportion to what each has paid so far.
    LossBorne,
    /// The fund until it has back what it paid, then insurer and bank in proportion to what they paid.
    FundFirst,
}

/// `[policy.fund.surety]`: surety insurance of loans ([`crate::model::surety`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surety {
    /// Premium a year of tenor, as a share of the principal.
    pub premium_annual: Share,
    /// The budget's part of the premium.
    pub subsidy: Share,
    /// Payments over premiums to date above which the insurer may leave.
    pub exit_loss_ratio: f64,
    /// Probability that he then does, a year.
    pub exit_probability: Probability,
}

/// `[policy.insurance.<name>]`: insurance of self-directed projects ([`crate::model::insurance`]).
#[derive(Clone, Debug)]
pub struct InsuranceProduct {
    /// Industries that it covers.
    pub industries: Vec<usize>,
    /// Share of self-directed borrowers that insure.
    pub households: Share,
    /// Sum insured per yuan invested.
    pub sum_per_yuan: f64,
    /// Premium a year, as a share of the sum insured.
    pub premium: Share,
    /// The budget's part of the premium.
    pub subsidy: Share,
    /// What it pays.
    pub pays: Indemnity,
}

/// What an insurance of projects pays.
#[derive(Clone, Debug)]
pub enum Indemnity {
    /// The loss of the project's own yield above a deductible.
    Yield {
        /// Share of the yield that is not covered.
        deductible: Share,
    },
    /// An event in the household's township, whatever its own yield.
    Index {
        /// The catastrophe, as an index into the world's list.
        event: usize,
        /// (severity from which, share of the sum paid), ascending; none: the severity itself.
        steps: Vec<(f64, Share)>,
    },
}
