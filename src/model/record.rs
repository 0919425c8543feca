//! What a replication leaves behind: one record of the run, one per month, one per township and year.
//!
//! Money is integer fen here and becomes yuan in the tables. Every field is a column of the run folder;
//! the list with units and meanings in both languages is [`crate::metrics`].

use crate::model::policy::PerMode;
use crate::units::Fen;

/// One row of `replications.parquet`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRecord {
    /// First month (from 1) in which a valid claim on the fund was not paid in full.
    pub depletion_month: Option<u32>,
    /// Σ of what the fund could not pay when it was claimed.
    pub unpaid_claims: Fen,
    /// Largest part of one month's claim on the fund that it could not pay.
    pub fund_shortfall: Fen,
    /// Balance at the end.
    pub fund_end: Fen,
    /// Lowest balance at the end of a month.
    pub fund_min: Fen,
    /// Smallest initial balance that would have paid every claim, with lending as it happened.
    pub fund_needed: Fen,
    /// Planned lending of the run.
    pub lending_plan: Fen,
    /// Principal lent.
    pub lent: Fen,
    /// Loans with principal that fell due.
    pub loans_due: u32,
    /// Loans that defaulted.
    pub loans_defaulted: u32,
    /// Principal that fell due.
    pub due: Fen,
    /// Of it, recovered by the end of the calendar year in which it fell due.
    pub recovered: Fen,
    /// Of it, recovered by the end of the run.
    pub ultimately_recovered: Fen,
    /// Claims.
    pub claims: Fen,
    /// Paid by the fund.
    pub fund_paid: Fen,
    /// Paid by the insurer.
    pub insurer_paid: Fen,
    /// Borne by the bank.
    pub bank_paid: Fen,
    /// Principal collected after default (before and after claims).
    pub collected: Fen,
    /// Of it, credited to the fund (net of cost).
    pub recovered_to_fund: Fen,
    /// Months in which the leverage cap cut lending.
    pub months_cap_bound: u32,
    /// Months in which principal outstanding exceeded the cap.
    pub months_cap_breached: u32,
    /// Unit-months (townships or villages) of suspension.
    pub months_suspended: u32,
    /// First month (from 1) with a suspended unit.
    pub first_suspension_month: Option<u32>,
    /// Households that borrowed.
    pub households_borrowing: u32,
    /// Whether households were followed; if not, nothing is known of persons and gains.
    pub households_followed: bool,
    /// Their members.
    pub persons_borrowing: u32,
    /// Mean over borrowing households of G/n, a year (`NaN` if none).
    pub gain_per_capita_yuan: f64,
    /// ΣG/Σn, a year.
    pub gain_per_person_yuan: f64,
    /// G/n by mode of the household's first loan.
    pub gain_per_capita_by_mode_yuan: PerMode<f64>,
    /// ΣG of households that first borrowed in the first calendar year of the run, a year, over the assisted persons of the file.
    pub gain_per_assisted_person_yuan: f64,
    /// Contractual pay-outs received by households.
    pub contractual_payout: Fen,
    /// Production effect per head: the part of [`Self::gain_per_capita_yuan`] that is not contractual pay-out.
    pub production_gain_per_capita_yuan: f64,
    /// The part of [`Self::gain_per_capita_yuan`] that is contractual pay-out.
    pub payout_per_capita_yuan: f64,
    /// ΣG over households and their windows (not a year's).
    pub household_gain: Fen,
    /// Borrowing households with G < 0.
    pub households_worse_off: u32,
    /// Persons of borrowing households above the poverty line at the end of their window, without the programme.
    pub persons_above_line_without: u32,
    /// The same, with the programme.
    pub persons_above_line_with: u32,
    /// Failures of organisations (the development company included).
    pub organisations_failed: u32,
    /// Subsidy, reward, safeguards, top-up and bail-out.
    pub budget_cost: Fen,
    /// Of it, interest subsidy.
    pub subsidy: Fen,
    /// Paid by the budget to households instead of a loan's pay-outs.
    pub transfers: Fen,
    /// Fund used up (paid less recovered), subsidy, transfers, reward, safeguards and bail-out: what households' gain cost
    /// the public.
    pub public_cost: Fen,
    /// Eligible households that did not borrow, by the gate that stopped them.
    pub stopped: Stopped,
    /// Suspensions that began, each rule's own counted.
    pub suspensions: u32,
    /// Of them, those of units whose default rate of the whole run was within the rule's tolerance.
    pub suspensions_false: u32,
    /// Rewards paid to townships.
    pub reward: Fen,
    /// Of them: township, village, bank, county group.
    pub reward_parts: [Fen; 4],
    /// Mean points of assessment over townships and years (`None` without a quota).
    pub quota_points_mean: Option<f64>,
    /// Townships and years that lent less than their quota.
    pub townships_missing_quota: u32,
    /// What safeguards cost the budget.
    pub safeguards_cost: Fen,
    /// Catastrophes: a county event counts once a season, an event of townships once for each township and season struck.
    pub catastrophes: u32,
    /// Premiums of the insurance of projects, the budget's part included.
    pub premiums: Fen,
    /// The budget's part of all premiums, of projects and of loans.
    pub premium_subsidy: Fen,
    /// Indemnities of the insurance of projects.
    pub indemnities: Fen,
    /// Premiums of surety insurance, the budget's part included.
    pub surety_premiums: Fen,
    /// Month (from 1) at whose end the insurer of loans withdrew.
    pub insurer_exit_month: Option<u32>,
    /// Principal that fell due and was renewed or extended.
    pub renewed: Fen,
    /// Principal converted: handed over to households, repaid early or bought out.
    pub converted: Fen,
    /// Of it, repaid early by organisations.
    pub repaid_early: Fen,
    /// Of it, paid to the bank by the budget.
    pub bought_out: Fen,
    /// Paid to the bank by the budget for failed organisations.
    pub bail_out: Fen,
    /// Failures that were bailed out.
    pub bail_outs: u32,
    /// Principal called by failures of organisations, bailed out or not: what bailing out all of them costs.
    pub contingent_liability: Fen,
    /// Wages paid by organisations, displaced income included.
    pub wages: Fen,
    /// Land rent paid by organisations.
    pub land_rent: Fen,
    /// Dividends paid by organisations.
    pub dividends: Fen,
    /// The part of [`Self::gain_per_capita_yuan`] that is wages net of displaced income, land rent and dividends.
    pub organisation_income_per_capita_yuan: f64,
    /// Principal owed at the start on the loans of the existing book.
    pub opening_book: Fen,
    /// Of it, past due at the start: it never falls due in this run.
    pub opening_overdue: Fen,
    /// Collected on loans that were past due at the start.
    pub opening_collected: Fen,
    /// Of [`Self::opening_overdue`], compensated before the start.
    pub opening_compensated: Fen,
    /// Balance of the fund before the first month.
    pub fund_start: Fen,
    /// Paid into the fund by top-ups.
    pub topup: Fen,
    /// Households of the county.
    pub households: u32,
    /// Principal lent, by mode.
    pub lent_by_mode: PerMode<Fen>,
    /// Households that borrowed, by mode of the first loan.
    pub households_by_mode: PerMode<u32>,
    /// Their members.
    pub persons_by_mode: PerMode<u32>,
    /// Share of the gain that goes to the four poorest deciles of households (`NaN` where the gain is not positive).
    pub gain_share_poorest_40: f64,
    /// Concentration of the gain over deciles of baseline income (`NaN` where the gain is not positive).
    pub gain_concentration: f64,
    /// Concentration of income over the same deciles, without the programme.
    pub income_concentration_without: f64,
    /// The same with the programme.
    pub income_concentration_with: f64,
    /// Smallest balance in the first month, its contributions included, that would have paid every claim, with lending
    /// as it happened.
    pub opening_fund_needed: Fen,
}

/// One row of `groups.parquet`: households of one group, and those of them that borrowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupRecord {
    /// Households of the group; by mode, those that borrowed in it.
    pub households: u32,
    /// Their members.
    pub persons: u32,
    /// Their income of the first year without the programme, in yuan.
    pub baseline_income_yuan: f64,
    /// Households that borrowed.
    pub households_borrowing: u32,
    /// Their members.
    pub persons_borrowing: u32,
    /// Of them, households with G < 0.
    pub households_worse_off: u32,
    /// ΣG over their windows.
    pub gain: Fen,
    /// ΣG, each brought to a year, in yuan.
    pub gain_yearly_yuan: f64,
    /// ΣG/n, each brought to a year, in yuan.
    pub gain_per_head_sum_yuan: f64,
    /// Of their members, persons below the poverty line at the end of their window, without the programme.
    pub persons_below_line_without: u32,
    /// The same, with the programme.
    pub persons_below_line_with: u32,
    /// Part of the county's ΣG (`NaN` where that is not positive).
    pub gain_share: f64,
}

/// Households that did not borrow, by the gate that stopped them last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// No credit line.
    pub no_credit_line: u32,
    /// Did not want a loan by the last year.
    pub no_demand: u32,
    /// Their mode was not offered.
    pub mode: u32,
    /// Their township was suspended.
    pub suspended: u32,
    /// The plan of their mode and township was used up.
    pub plan: u32,
    /// The leverage cap bound.
    pub cap: u32,
    /// They did not pass the check of applicants.
    pub screening: u32,
    /// No organisation had room.
    pub exposure: u32,
}

/// One row of `months.parquet`; flows of the month, stocks at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonthRecord {
    /// Fund balance.
    pub fund_balance: Fen,
    /// Principal not yet repaid, overdue included, compensated excluded.
    pub outstanding: Fen,
    /// Lent in the month.
    pub lent: Fen,
    /// Loans made in the month.
    pub loans_lent: u32,
    /// Principal that fell due in the month (scheduled or called).
    pub due: Fen,
    /// Principal recovered in the month, of whatever year's loans.
    pub recovered: Fen,
    /// Year to date: principal due.
    pub due_ytd: Fen,
    /// Year to date: of it, recovered.
    pub recovered_ytd: Fen,
    /// Unpaid principal past due, compensated or not, until written off.
    pub overdue: Fen,
    /// Of it, three or more month-ends past due.
    pub npl: Fen,
    /// Of [`Self::npl`], what the bank still carries (not compensated).
    pub npl_bank: Fen,
    /// Claims of the month.
    pub claims: Fen,
    /// Paid by the fund.
    pub fund_paid: Fen,
    /// Paid by the insurer.
    pub insurer_paid: Fen,
    /// Borne by the bank.
    pub bank_paid: Fen,
    /// Part of the claim on the fund that it could not pay.
    pub unpaid_claims: Fen,
    /// Principal of compensated loans, still owed.
    pub compensated: Fen,
    /// Principal collected in the month after default.
    pub collected: Fen,
    /// Units suspended at the month's end.
    pub suspended_units: u32,
    /// Whether the leverage cap cut lending.
    pub cap_bound: bool,
    /// Subsidy, reward, top-up and bail-out of the month.
    pub budget_cost: Fen,
    /// Failures of organisations in the month.
    pub organisations_failed: u32,
    /// Paid into the fund: contributions, interest and top-up.
    pub fund_paid_in: Fen,
    /// Recoveries credited to the fund, net of cost.
    pub fund_recovered: Fen,
    /// Principal of loans whose next payment a payment holiday moved in the month.
    pub postponed: Fen,
    /// Written off: no longer collected nor carried as overdue, still owed by the household.
    pub written_off: Fen,
    /// Principal that fell due and was renewed or extended.
    pub renewed: Fen,
    /// Performing principal that was renewed or extended.
    pub renewed_outstanding: Fen,
    /// Principal converted.
    pub converted: Fen,
    /// Principal repaid early.
    pub repaid_early: Fen,
    /// Principal repaid early whose contract date is still to come.
    pub repaid_early_not_due: Fen,
    /// Principal called by failures that has not come in and whose contract date is still to come.
    pub called_not_due: Fen,
    /// Principal bought out by the budget.
    pub bought_out: Fen,
    /// Principal paid by the budget for failed organisations.
    pub bail_out: Fen,
    /// Failures that were bailed out.
    pub bail_outs: u32,
    /// Extended principal that came up again: paid, in default or paid by the budget, without falling due a second time.
    pub due_again: Fen,
    /// Of the claims, interest.
    pub claims_interest: Fen,
    /// Of what was collected, on compensated loans.
    pub collected_claimed: Fen,
    /// Of what was written off, on compensated loans.
    pub written_off_claimed: Fen,
    /// Loans with principal that fell due in the month.
    pub loans_due: u32,
    /// Loans that defaulted in the month.
    pub loans_defaulted: u32,
    /// Whether the regime was bad (`None` without a regime).
    pub regime_bad: Option<bool>,
}

/// One row of `townships.parquet`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TownshipYearRecord {
    /// Loans with principal that fell due in the year.
    pub loans_due: u32,
    /// Loans that defaulted in the year.
    pub loans_defaulted: u32,
    /// Principal that fell due.
    pub due: Fen,
    /// Of it, recovered within the year.
    pub recovered: Fen,
    /// Principal lent.
    pub lent: Fen,
    /// Unit-months of suspension.
    pub months_suspended: u32,
    /// Suspensions that began.
    pub suspensions: u32,
    /// Reward of the year.
    pub reward: Fen,
    /// Points of assessment (`None` without a quota or a plan).
    pub quota_points: Option<u32>,
    /// Catastrophes that struck in the year.
    pub struck: u32,
}
