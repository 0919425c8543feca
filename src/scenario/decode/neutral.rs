//! Values of sections that may be absent because nothing reads them (a mode that lends nothing, households whose cash
//! decides nothing, industries in which nothing is produced), and what a laboratory scenario has where it is silent.

use crate::distribution::{Copula, Marginal, MarginalSpec};
use crate::model::benefits::Benefits;
use crate::model::contracts::Contracts;
use crate::model::policy::{
    Contributions, FundPolicy, LendRule, LendingPolicy, LoanTerms, LossSplit, Mode, PerMode, Placement, Policy,
    PrincipalRule, RecoveryShares, Repayment, SuitabilityWeights, UnpaidClaims,
};
use crate::model::risk::NO_HORIZON;
use crate::model::rules::Rules;
use crate::model::world::{
    AfterFailure, Called, CollectedPart, Collection, Contagion, DefaultMechanism, FactorParameters, FailureMechanism,
    HouseholdEconomics, Industry, Loadings, ModeRisk, OrganisationKind, OrganisationSource, Organisations, Price,
    Synthesis,
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
        collection: Collection { horizon_months: 0, ..no_collection() },
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

/// An industry of a scenario that describes none: nothing is produced and capital keeps its value.
pub fn industry(name: &str) -> Option<Industry> {
    Some(Industry {
        name: name.to_owned(),
        weight: 1.0,
        revenue: 0.0,
        running_cost: 0.0,
        ramp: vec![0.0],
        capital_value: vec![1.0],
        liquidation: Share::ZERO,
        harvest_month: 12,
        yield_law: fixed(1.0)?,
        loadings: Loadings::default(),
        price: price(),
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
        failure: never_fails(),
        loadings: Loadings::default(),
        equity_share: 0.0,
        invested_share: Share::ZERO,
        benefits: Benefits::default(),
    }
}

/// An organisation that never fails.
pub fn never_fails() -> FailureMechanism {
    FailureMechanism::Season { pd_annual: vec![Probability::ZERO], month_weights: [1.0 / 12.0; 12] }
}

/// Prices that stay as they are.
pub fn price() -> Price {
    Price {
        volatility: 0.0,
        half_life_months: 0.0,
        yield_correlation: 0.0,
        cycle_amplitude: 0.0,
        cycle_months: 12.0,
        cycle_phase_months: 0.0,
    }
}

/// Nothing is ever collected, and a loan in default stays overdue.
pub fn no_collection() -> Collection {
    Collection {
        monthly: Probability::ZERO,
        monthly_suspended: None,
        horizon_months: NO_HORIZON,
        part: CollectedPart::Full,
        cost_share: Share::ZERO,
    }
}

/// A policy without lending and without a fund.
pub fn policy(years: usize) -> Option<Policy> {
    Some(Policy {
        lending: lending(years),
        terms: PerMode([terms(), terms(), terms()]),
        fund: fund(),
        payment_holidays: Vec::new(),
        rules: Rules::default(),
        insurance: Vec::new(),
        contracts: Contracts::default(),
    })
}

/// No new loans.
pub fn lending(years: usize) -> LendingPolicy {
    LendingPolicy {
        plan: vec![Fen::ZERO; years],
        month_weights: [1.0 / 12.0; 12],
        mix: PerMode::default(),
        closed: PerMode::default(),
        placement: placement(),
        credit_line_share: Share::ONE,
        reborrow_after_repayment: false,
        rationing_order: Mode::ALL,
        interest_subsidy: Share::ONE,
        industry_share_max: Vec::new(),
    }
}

/// Anyone may be placed anywhere, by chance.
pub fn placement() -> Placement {
    Placement::Open(SuitabilityWeights { situation: 0.0, labour: 0.0, ability: 0.0, noise: 1.0 })
}

/// No fund: claims arise in the month of default and the bank bears them.
pub fn fund() -> FundPolicy {
    FundPolicy {
        initial: Fen::ZERO,
        contributions: Contributions::Dated(Vec::new()),
        interest: AnnualRate::default(),
        leverage_max: None,
        outstanding_max: None,
        compensated_in_cap: false,
        planned_lending_held: false,
        waiting_months: 0,
        claims_include_interest: false,
        split: LossSplit::QuotaShare { fund: Share::ZERO, insurer: Share::ZERO, insurer_annual_limit: Fen::UNLIMITED },
        unpaid: UnpaidClaims::Bank,
        topup: None,
        recoveries: RecoveryShares::ContractShares,
        surety: None,
    }
}

/// The split of a fund that is there and of which nothing more is said.
pub fn all_by_the_fund() -> LossSplit {
    LossSplit::QuotaShare { fund: Share::ONE, insurer: Share::ZERO, insurer_annual_limit: Fen::UNLIMITED }
}

/// No synthesised household, in so many townships of one village; whoever is there is one person with nothing.
pub fn synthesis(townships: u32) -> Option<Synthesis> {
    Some(Synthesis {
        households: 0,
        township_weights: vec![1.0; townships as usize],
        villages: vec![1; townships as usize],
        persons: fixed(1.0)?,
        persons_min: 1,
        persons_max: 100,
        situation: PerMode([Share::ONE, Share::ZERO, Share::ZERO]),
        labour_probability: Probability::ONE,
        ability_mean: PerMode([0.0; 3]),
        income: fixed(0.0)?,
        own_capital: fixed(0.0)?,
        buffer: fixed(0.0)?,
    })
}

/// Factors without memory under the Gaussian copula, and no regime.
pub fn factors() -> FactorParameters {
    FactorParameters {
        copula: Copula::Gaussian,
        persistence_county: 0.0,
        persistence_township: 0.0,
        persistence_industry: 0.0,
        regime: None,
    }
}
