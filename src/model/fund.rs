//! The risk compensation fund: contributions, the waterfall of claims, recoveries, depletion and the fund that
//! would have been needed (equations W1–W6).

use crate::model::book;
use crate::model::county::County;
use crate::model::loan::Status;
use crate::model::policy::{FundPolicy, LossSplit, RecoveryShares, TopUp, UnpaidClaims};
use crate::model::state::State;
use crate::units::{AnnualRate, Fen};

/// What each party has paid in claims so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paid {
    /// The fund.
    pub fund: Fen,
    /// The insurer.
    pub insurer: Fen,
    /// The bank.
    pub bank: Fen,
}

/// Books of the fund and of those who share losses with it.
#[derive(Clone, Debug, Default)]
pub struct FundBooks {
    /// Balance W.
    pub balance: Fen,
    /// What the insurer may still pay this calendar year.
    insurer_left: Fen,
    /// Whether the insurer has left: he pays nothing more.
    insurer_left_for_good: bool,
    /// What the fund's layer may still be asked for this calendar year.
    layer_left: Fen,
    /// Claims on the fund not yet paid.
    payable: Fen,
    /// Who has paid what.
    paid: Paid,
    /// Recoveries credited to the fund.
    recovered: Fen,
    /// Who would have paid what with a fund that always pays.
    shadow_paid: Paid,
    shadow_recovered: Fen,
    /// Month by month: valid claims on the fund, and recoveries of the fund that always pays.
    valid_claims: Vec<Fen>,
    shadow_recoveries: Vec<Fen>,
}

impl FundBooks {
    /// Opens the books.
    pub fn begin(&mut self, county: &County) {
        let (valid_claims, shadow_recoveries) =
            (std::mem::take(&mut self.valid_claims), std::mem::take(&mut self.shadow_recoveries));
        *self = FundBooks {
            balance: county.policy(0).fund.initial,
            valid_claims,
            shadow_recoveries,
            ..FundBooks::default()
        };
        self.valid_claims.clear();
        self.shadow_recoveries.clear();
    }

    /// Takes what was compensated before the start as shared by the agreement: who paid it receives what is collected.
    pub fn begin_with(&mut self, split: &LossSplit, compensated: Fen) {
        let (fund, insurer) = match *split {
            LossSplit::QuotaShare { fund, insurer, .. } => {
                (compensated.share_down(fund), compensated.share_down(insurer))
            }
            LossSplit::Layers { .. } => (compensated, Fen::ZERO),
        };
        add_paid(&mut self.paid, fund, insurer, compensated - fund - insurer);
        add_paid(&mut self.shadow_paid, fund, insurer, compensated - fund - insurer);
    }

    /// Claims on the fund that wait for money.
    pub fn payable(&self) -> Fen {
        self.payable
    }

    /// Valid claims on the fund, month by month so far, paid or not.
    pub fn valid_claims(&self) -> &[Fen] {
        &self.valid_claims
    }

    /// What the insurer has paid so far.
    pub fn paid_by_insurer(&self) -> Fen {
        self.paid.insurer
    }

    /// Whether the insurer has left.
    pub fn insurer_left(&self) -> bool {
        self.insurer_left_for_good
    }

    /// The insurer leaves for good: his share of new claims falls to the bank.
    pub fn insurer_leaves(&mut self) {
        self.insurer_left_for_good = true;
    }

    /// Begins a calendar year: the insurer's limit and the fund's layer are whole again.
    pub fn begin_year(&mut self, split: &LossSplit) {
        match *split {
            LossSplit::QuotaShare { insurer_annual_limit, .. } => self.insurer_left = insurer_annual_limit,
            LossSplit::Layers { fund_annual, insurer_annual } => {
                self.layer_left = fund_annual;
                self.insurer_left = insurer_annual;
            }
        }
    }

    /// Equation W1: valid claim on the fund and payment of the insurer for claims of `claims`; the bank takes the rest.
    ///
    /// Quota share: φ_F C and min(φ_I C, limit left), both rounded down to the fen. Layers: the fund up to what is
    /// left of its year, then the insurer up to what is left of his.
    fn share_claim(&mut self, split: &LossSplit, claims: Fen) -> (Fen, Fen) {
        let (fund, insurer) = match *split {
            LossSplit::QuotaShare { fund, insurer, .. } => {
                (claims.share_down(fund), claims.share_down(insurer).min(self.insurer_left))
            }
            LossSplit::Layers { .. } => {
                let fund = claims.min(self.layer_left);
                (fund, (claims - fund).min(self.insurer_left))
            }
        };
        let insurer = if self.insurer_left_for_good { Fen::ZERO } else { insurer };
        self.layer_left -= fund;
        self.insurer_left -= insurer;
        (fund, insurer)
    }
}

/// The fund in the first month after its contributions, as the policy has it: what [`Needed::opening`] is held against.
pub fn opening(county: &County) -> Fen {
    let policy = &county.policy(0).fund;
    policy.initial + interest_on(policy.initial, policy.interest) + county.contributions[0]
}

/// Stage 1: interest, contributions and top-up (equation W2).
pub fn pay_in(state: &mut State, county: &County, t: usize) {
    let policy = &county.policy(t).fund;
    let books = &mut state.fund;
    let before = books.balance;
    books.balance += interest_on(books.balance, policy.interest) + county.contributions[t];
    let topup = county.topup(t).map_or(Fen::ZERO, |rule| topup_of(books.balance, rule));
    books.balance += topup;
    state.month.fund_paid_in += books.balance - before;
    state.month.budget_cost += topup;
    state.run.topup += topup;
    if county.calendar.season_begins(t) {
        books.begin_year(&policy.split);
    }
}

/// A month's interest on a balance, rounded down to the fen.
fn interest_on(balance: Fen, rate: AnnualRate) -> Fen {
    Fen(libm::floor(balance.0 as f64 * rate.monthly()) as i64)
}

/// Equation W2: min(target − W, budget)⁺.
fn topup_of(balance: Fen, rule: &TopUp) -> Fen {
    (rule.target - balance).min(rule.budget).positive()
}

/// Net of cost, credited by rule: stage 5 hands over what was collected on compensated loans in the month.
pub fn credit_recoveries(state: &mut State, policy: &FundPolicy, net: Fen) {
    let books = &mut state.fund;
    let actual = fund_part_of_recovery(policy, net, &books.paid, books.recovered);
    books.balance += actual;
    books.recovered += actual;
    state.run.recovered_to_fund += actual;
    state.month.fund_recovered += actual;
    let shadow = fund_part_of_recovery(policy, net, &books.shadow_paid, books.shadow_recovered);
    books.shadow_recovered += shadow;
    books.shadow_recoveries.push(shadow);
}

/// Equation W3: the fund's part of a net recovery, rounded down to the fen.
fn fund_part_of_recovery(policy: &FundPolicy, net: Fen, paid: &Paid, recovered: Fen) -> Fen {
    let borne = || {
        let all = paid.fund + paid.insurer + paid.bank;
        if all == Fen::ZERO {
            Fen::ZERO
        } else {
            Fen((i128::from(net.0) * i128::from(paid.fund.0) / i128::from(all.0)) as i64)
        }
    };
    match (policy.recoveries, &policy.split) {
        (RecoveryShares::ContractShares, LossSplit::QuotaShare { fund, .. }) => net.share_down(*fund),
        // A scenario file cannot ask for contract shares of layers; by what each bore is what comes nearest.
        (RecoveryShares::ContractShares, LossSplit::Layers { .. }) | (RecoveryShares::LossBorne, _) => borne(),
        (RecoveryShares::FundFirst, _) => net.min((paid.fund - recovered).positive()),
    }
}

/// Stage 7: claims of loans whose waiting period ends, the waterfall, depletion (equations W1, W4).
pub fn compensate(state: &mut State, county: &County, t: usize) {
    let policy = &county.policy(t).fund;
    let claims = collect_claims(state, county, t);
    let books = &mut state.fund;
    let settled = books.payable.min(books.balance);
    books.payable -= settled;
    books.balance -= settled;
    let (valid, insurer) = books.share_claim(&policy.split, claims);
    let fund = valid.min(books.balance);
    books.balance -= fund;
    let unpaid = valid - fund;
    if policy.unpaid == UnpaidClaims::Payable {
        books.payable += unpaid;
    }
    let bank = claims - fund - insurer - settled;
    books.valid_claims.push(valid);
    add_paid(&mut books.paid, fund + settled, insurer, bank);
    add_paid(&mut books.shadow_paid, valid, insurer, claims - valid - insurer);
    let month = &mut state.month;
    (month.claims, month.fund_paid, month.insurer_paid, month.bank_paid) = (claims, fund + settled, insurer, bank);
    month.unpaid_claims = unpaid;
    let run = &mut state.run;
    run.unpaid_claims += unpaid;
    run.fund_shortfall = run.fund_shortfall.max(unpaid);
    if unpaid > Fen::ZERO && run.depletion_month.is_none() {
        run.depletion_month = Some(t as u32 + 1);
    }
}

fn add_paid(paid: &mut Paid, fund: Fen, insurer: Fen, bank: Fen) {
    paid.fund += fund;
    paid.insurer += insurer;
    paid.bank += bank;
}

/// Σ of what is open on loans whose waiting period ends in month `t`; they become compensated and leave the bank's book.
fn collect_claims(state: &mut State, county: &County, t: usize) -> Fen {
    let mut claims = book::claims(state, county, t);
    for waiting in county.waiting_periods() {
        let month_of_default = t.checked_sub(usize::from(*waiting));
        let month_of_default = month_of_default.filter(|month| county.policy(*month).fund.waiting_months == *waiting);
        claims += month_of_default.map_or(Fen::ZERO, |month| claim(state, &county.policy(t).fund, month));
    }
    claims
}

/// Claims what is open on the loans that defaulted in a month.
fn claim(state: &mut State, policy: &FundPolicy, month_of_default: usize) -> Fen {
    let from = state.defaulted_from[month_of_default] as usize;
    let to = state.defaulted_from.get(month_of_default + 1).map_or(state.defaulted.len(), |end| *end as usize);
    let mut claims = Fen::ZERO;
    for position in from..to {
        claims += claim_one(state, policy, state.defaulted[position]);
    }
    claims
}

/// Claims what is open on one loan, if it is overdue.
pub fn claim_one(state: &mut State, policy: &FundPolicy, index: u32) -> Fen {
    let loan = &mut state.loans[index as usize];
    if loan.status != Status::Overdue {
        return Fen::ZERO;
    }
    loan.status = Status::Compensated;
    state.month.outstanding -= loan.balance;
    state.month.compensated += loan.balance;
    if loan.non_performing {
        state.month.npl_bank -= loan.balance;
    }
    let interest = if policy.claims_include_interest { loan.interest_unpaid } else { Fen::ZERO };
    state.month.claims_interest += interest;
    loan.balance + interest
}

/// What a path would have needed of the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Smallest balance W₀ before the first month, with the contributions of the policy.
    pub initial: Fen,
    /// Smallest balance A₁ in the first month after its contributions, whatever the policy pays in then.
    pub opening: Fen,
}

/// Equation W5: the smallest fund that pays every valid claim in full with lending as it happened.
///
/// Backward over months, with N_T = 0 the balance needed at the end:
///
/// ```text
/// before claims     X_t = (N_t + claim_t − recovery_t)⁺
/// after top-up      A_t = (X_t − budget if X_t ≤ target, else X_t)⁺       (no top-up: A_t = X_t)
/// start of month    N_{t−1} = smallest W ≥ 0 with W + ⌊W i/12⌋ + contribution_t ≥ A_t
/// ```
///
/// The month's recoveries come before its claims, its contributions before both. The fund of this shadow always
/// pays, so recoveries are those that it would have received. Where what is lent does not depend on the balance
/// (`planned_lending_held`), a fund of A in the first month is depleted if and only if A < A₁; unlike W₀ = N₀, A₁ says
/// how much less than the policy's own first contribution would have done.
pub fn fund_needed(state: &State, county: &County) -> Needed {
    let mut needed = Needed { initial: Fen::ZERO, opening: Fen::ZERO };
    for t in (0..state.fund.valid_claims.len()).rev() {
        let before_claims = (needed.initial + state.fund.valid_claims[t] - state.fund.shadow_recoveries[t]).positive();
        let after_topup = match county.topup(t) {
            Some(rule) if before_claims <= rule.target => before_claims - rule.budget,
            _ => before_claims,
        };
        let start = (after_topup - county.contributions[t]).positive();
        needed = Needed {
            initial: smallest_before_interest(start, county.policy(t).fund.interest),
            opening: after_topup.positive(),
        };
    }
    needed
}

/// Smallest W ≥ 0 with W + ⌊W·i/12⌋ ≥ `target`.
fn smallest_before_interest(target: Fen, rate: AnnualRate) -> Fen {
    if rate.get() == 0.0 {
        return target;
    }
    let reaches = |balance: Fen| balance + interest_on(balance, rate) >= target;
    let mut balance = Fen((target.0 as f64 / (1.0 + rate.monthly())) as i64);
    while !reaches(balance) {
        balance.0 += 1;
    }
    while balance > Fen::ZERO && reaches(Fen(balance.0 - 1)) {
        balance.0 -= 1;
    }
    balance
}

/// Principal that may still be lent under the cap of [`cap`] (negative: it is breached); `None` without a cap.
pub fn room(state: &State, policy: &FundPolicy) -> Option<Fen> {
    let compensated = if policy.compensated_in_cap { state.month.compensated } else { Fen::ZERO };
    Some(cap(policy, state.fund.balance)? - state.month.outstanding - compensated)
}

/// The balance that limits of lending are multiples of: the fund's own, or, where planned lending is held, what the
/// policy has paid in by then (equation E5 stays a rule, and does not react to claims).
pub fn balance_for_limits(state: &State, county: &County, t: usize) -> Fen {
    let policy = &county.policy(t).fund;
    if !policy.planned_lending_held {
        return state.fund.balance;
    }
    county.policy(0).fund.initial + county.contributions[..=t].iter().copied().sum()
}

/// Equation W6: the largest principal outstanding at which new loans are made, the smaller of κ W and a sum; `None`
/// without a limit. Where planned lending is held κ W is none.
pub fn cap(policy: &FundPolicy, balance: Fen) -> Option<Fen> {
    let leverage = policy.leverage_max.filter(|_| !policy.planned_lending_held);
    let by_fund = leverage.map(|leverage| leverage_room(balance, leverage));
    [by_fund, policy.outstanding_max].into_iter().flatten().min()
}

/// The largest principal outstanding at which new loans are made, κ W rounded down to the fen.
pub fn leverage_room(balance: Fen, leverage_max: f64) -> Fen {
    let limit = balance.0 as f64 * leverage_max;
    Fen(libm::floor(limit * (1.0 + 1e-12)) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_balance_before_interest_is_the_smallest() {
        let rate = AnnualRate::new(0.03).unwrap();
        for target in [0, 1, 2, 399, 400, 401, 1_000_003, 1_500_000_000] {
            let balance = smallest_before_interest(Fen(target), rate);
            assert!(balance + interest_on(balance, rate) >= Fen(target));
            assert!(balance == Fen::ZERO || Fen(balance.0 - 1) + interest_on(Fen(balance.0 - 1), rate) < Fen(target));
        }
    }

    #[test]
    fn ten_times_fifteen_million_allows_exactly_a_hundred_and_fifty() {
        let fund = Fen::from_yuan(15_000_000.0);
        assert_eq!(leverage_room(fund, 10.0), Fen::from_yuan(150_000_000.0));
        assert_eq!(leverage_room(fund, 10.55), Fen::from_yuan(158_250_000.0));
    }
}
