//! Surety insurance of loans (贷款保证保险): what the insurer of the fund's split is paid, and when he leaves
//! (equations J5–J6).
//!
//! ```text
//! premium = principal · rate · tenor / 12, at granting; the budget pays ⌊premium · subsidy share⌋,
//!           the user of the money the rest                                                  (J5)
//! in December: if payments to date > ratio · premiums to date, the insurer leaves with a probability   (J6)
//! ```
//!
//! An insurer that has left pays nothing on new claims and takes no more premiums; his share falls to the bank.

use crate::draws::{Entity, Luck, Purpose};
use crate::model::county::County;
use crate::model::policy::Mode;
use crate::model::state::State;

/// Stage 9: the premium of a loan just granted (equation J5).
pub fn charge(state: &mut State, county: &County, loan: u32, t: usize) {
    let Some(surety) = county.policy(t).fund.surety.as_ref().filter(|_| !state.fund.insurer_left()) else { return };
    let loan = &state.loans[loan as usize];
    let premium = loan.principal.times(surety.premium_annual.get() * f64::from(loan.tenor_months) / 12.0);
    let subsidy = premium.share_down(surety.subsidy);
    if loan.mode == Mode::SelfDirected {
        state.borrowers.add_cash(loan.household, subsidy - premium);
    } else {
        state.organisations.book_payment(loan.organisation, premium - subsidy);
    }
    state.month.budget_cost += subsidy;
    state.run.premium_subsidy += subsidy;
    state.run.surety_premiums += premium;
}

/// Stage 7 in December, after the month's claims: whether the insurer stays (equation J6).
pub fn close_year(state: &mut State, county: &County, luck: Luck, t: usize) {
    let month = county.calendar.month(t);
    let surety = county.policy(t).fund.surety.as_ref().filter(|_| month.month() == 12 && !state.fund.insurer_left());
    let Some(surety) = surety else { return };
    let most = state.run.surety_premiums.0 as f64 * surety.exit_loss_ratio;
    let above = state.fund.paid_by_insurer().0 as f64 > most;
    let u = luck.uniform(Entity::index(0), Purpose::InsurerExit, month.year() as u16);
    if above && u < surety.exit_probability.get() {
        state.fund.insurer_leaves();
        state.run.insurer_exit_month = Some(t as u32 + 1);
    }
}
