//! Who uses the money of a loan, and how much credit one organisation may use (equation E5).

use crate::model::contracts::OrganisationRules;
use crate::model::county::County;
use crate::model::fund::{self, leverage_room};
use crate::model::loan::NONE;
use crate::model::policy::{LoanTerms, Mode};
use crate::model::population::{Candidate, Population};
use crate::model::state::State;
use crate::units::Fen;

/// Who uses the money of a loan ([`NONE`]: the household itself) under the month's [`limit_of`] a mode; `None` if no
/// organisation has room for it.
#[inline(always)]
pub fn user_of(
    state: &State,
    population: &Population,
    terms: &LoanTerms,
    mode: Mode,
    candidate: &Candidate,
    limit: Option<Fen>,
) -> Option<u32> {
    match mode {
        _ if terms.transfer_instead => Some(NONE),
        Mode::SelfDirected => Some(NONE),
        Mode::FixedBenefit => Some(population.organisations.company() as u32),
        Mode::Pooled => {
            let (key, weight) = (candidate.organisation_key, &population.organisations.weight);
            match limit {
                None => state.organisations.choose(key),
                Some(limit) => state.organisations.choose_within(key, weight, candidate.principal, limit),
            }
        }
    }
}

/// Most credit that one organisation may use in month `t`; `None` without a limit.
pub fn limit_of(state: &State, county: &County, mode: Mode, t: usize) -> Option<Fen> {
    let rules = (mode == Mode::Pooled).then(|| &county.policy(t).contracts.organisations)?;
    exposure_limit(rules, fund::balance_for_limits(state, county, t))
}

/// Equation E5: most credit that one organisation may use, the smaller of a sum and a multiple of the fund's `balance`;
/// `None` without a limit. The development company has none.
pub fn exposure_limit(rules: &OrganisationRules, balance: Fen) -> Option<Fen> {
    let by_fund = rules.exposure_max_fund_share.map(|multiple| leverage_room(balance, multiple));
    [rules.exposure_max, by_fund].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smaller_limit_holds_and_none_is_no_limit() {
        let fund = Fen::from_yuan(1_000.0);
        let limits = |sum: Option<f64>, multiple| {
            let rules = OrganisationRules {
                exposure_max: sum.map(Fen::from_yuan),
                exposure_max_fund_share: multiple,
                ..OrganisationRules::default()
            };
            exposure_limit(&rules, fund)
        };
        assert_eq!(limits(None, None), None);
        assert_eq!(limits(Some(700.0), None), Some(Fen::from_yuan(700.0)));
        assert_eq!(limits(Some(700.0), Some(0.5)), Some(Fen::from_yuan(500.0)));
        assert_eq!(limits(Some(400.0), Some(0.5)), Some(Fen::from_yuan(400.0)));
    }
}
