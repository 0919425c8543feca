//! Values of sections that may be absent because nothing reads them: a mode that lends nothing, households whose cash
//! decides nothing, industries in which nothing is produced.

use crate::distribution::{Marginal, MarginalSpec};
use crate::model::benefits::Benefits;
use crate::model::policy::{LendRule, LoanTerms, PrincipalRule, Repayment};
use crate::model::world::{
    AfterFailure, Called, CollectedPart, Collection, Contagion, DefaultMechanism, FailureMechanism, HouseholdEconomics,
    Industry, Loadings, ModeRisk, OrganisationKind, OrganisationSource, Organisations, Price,
};
use crate::units::{AnnualRate, Fen, Probability, Share};

/// A law that is always the same value.
pub fn fixed(value: f64) -> Option<Marginal> {
    // A finite value always makes a distribution.
    MarginalSpec::Fixed { value }.build().ok()
}

/// Terms of a mode without lending.
pub fn terms() -> LoanTerms {
    LoanTerms {
        principal: PrincipalRule::PerPerson(Fen::ZERO),
        principal_max: Fen::ZERO,
        principal_step: Fen(100),
        tenors: vec![(12, Share::ONE)],
        repayment: Repayment::Bullet,
        payout_annual: Share::ZERO,
        payout_years: 0,
        transfer_instead: false,
        lend: LendRule::Divisible,
    }
}

/// Risk of a mode without lending.
pub fn risk() -> Option<ModeRisk> {
    Some(ModeRisk {
        default: DefaultMechanism::None,
        loadings: Loadings::default(),
        loss_given_default: fixed(1.0)?,
        collection: Collection {
            monthly: Probability::ZERO,
            monthly_suspended: None,
            horizon_months: 0,
            part: CollectedPart::Full,
            cost_share: Share::ZERO,
        },
        contagion: Contagion::Probability(Probability::ONE),
    })
}

/// Households whose cash decides nothing: no growth, no saving, no illness, no effect of ability.
pub fn households(years: usize) -> Option<HouseholdEconomics> {
    Some(HouseholdEconomics {
        diversion: fixed(0.0)?,
        ability_effect: 0.0,
        unwilling: Share::ZERO,
        income_growth: AnnualRate::default(),
        subsistence: vec![0.0; years],
        saving: Share::ZERO,
        illness_annual: Probability::ZERO,
        illness_cost: fixed(0.0)?,
        forgone_labour: Share::ZERO,
    })
}

/// The one industry of a scenario that names none: nothing is produced and capital keeps its value.
pub fn industry() -> Option<Industry> {
    Some(Industry {
        name: "none".to_owned(),
        weight: 1.0,
        revenue: 0.0,
        running_cost: 0.0,
        ramp: vec![0.0],
        capital_value: vec![1.0],
        liquidation: Share::ZERO,
        harvest_month: 12,
        yield_law: fixed(1.0)?,
        loadings: Loadings::default(),
        price: Price {
            volatility: 0.0,
            half_life_months: 0.0,
            yield_correlation: 0.0,
            cycle_amplitude: 0.0,
            cycle_months: 12.0,
            cycle_phase_months: 0.0,
        },
    })
}

/// Organisations of a county without pooled lending: none.
pub fn organisations() -> Organisations {
    Organisations {
        kinds: Vec::new(),
        source: OrganisationSource::Listed(Vec::new()),
        after_failure: AfterFailure::Closed,
        called: Called::AllLoans,
        forced_failures: Vec::new(),
    }
}

/// A company that never fails.
pub fn company() -> OrganisationKind {
    OrganisationKind {
        name: "company".to_owned(),
        weight: 0.0,
        failure: FailureMechanism::Season { pd_annual: vec![Probability::ZERO], month_weights: [1.0 / 12.0; 12] },
        loadings: Loadings::default(),
        equity_share: 0.0,
        invested_share: Share::ZERO,
        benefits: Benefits::default(),
    }
}
