//! Bare counties written as a specification: everything is switched off until a test switches it on.

use lendmix::distribution::{Copula, Marginal, MarginalSpec};
use lendmix::draws::{Replication, Seed};
use lendmix::engine::{self, Study, Unwatched};
use lendmix::model::county::{County, PopulationDraw};
use lendmix::model::policy::*;
use lendmix::model::record::{MonthRecord, ReplicationRecord};
use lendmix::model::state::State;
use lendmix::model::world::*;
use lendmix::units::{AnnualRate, CalendarMonth, Fen, Probability, Share};

pub fn fixed(value: f64) -> Marginal {
    MarginalSpec::Fixed { value }.build().unwrap()
}

pub fn probability(value: f64) -> Probability {
    Probability::new(value).unwrap()
}

pub fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

pub fn yuan(value: f64) -> Fen {
    Fen::from_yuan(value)
}

pub const EVERY_MONTH: [f64; 12] = [1.0 / 12.0; 12];

/// A county of equal self-directed loans that are all granted in the first month, with no default, no fund, no cap.
#[derive(Clone)]
pub struct Bare {
    pub policy: Policy,
    pub world: World,
    pub start: CalendarMonth,
    pub months: u32,
    pub seed: u64,
    pub population: PopulationDraw,
}

impl Bare {
    /// `loans` households in one township that each borrow `principal` yuan for `tenor` months in the first month.
    pub fn pool(loans: u32, principal: f64, tenor: u16) -> Bare {
        let months = u32::from(tenor) + 12;
        let years = months as usize / 12 + 1;
        let terms = LoanTerms {
            principal: PrincipalRule::Drawn(fixed(principal)),
            principal_max: Fen::UNLIMITED,
            principal_step: Fen(100),
            tenors: vec![(tenor, Share::ONE)],
            repayment: Repayment::Bullet,
            payout_annual: Share::ZERO,
            payout_years: 3,
            lend: LendRule::Divisible,
        };
        let risk = ModeRisk {
            default: DefaultMechanism::None,
            loadings: Loadings::default(),
            loss_given_default: fixed(1.0),
            collection: Collection {
                monthly: Probability::ZERO,
                horizon_months: 0,
                part: CollectedPart::Full,
                cost_share: Share::ZERO,
            },
            contagion: Contagion::Probability(Probability::ONE),
        };
        let mut month_weights = [0.0; 12];
        month_weights[0] = 1.0;
        let mut plan = vec![Fen::ZERO; years];
        plan[0] = yuan(f64::from(loans) * principal);
        let kind = OrganisationKind {
            name: "organisation".into(),
            weight: 1.0,
            failure: FailureMechanism::Season { pd_annual: vec![Probability::ZERO], month_weights: EVERY_MONTH },
            loadings: Loadings::default(),
            equity_share: 0.0,
            invested_share: Share::ONE,
        };
        Bare {
            policy: Policy {
                lending: LendingPolicy {
                    plan,
                    month_weights,
                    mix: PerMode([Share::ONE, Share::ZERO, Share::ZERO]),
                    placement: Placement::Open(SuitabilityWeights {
                        situation: 0.0,
                        labour: 0.0,
                        ability: 0.0,
                        noise: 1.0,
                    }),
                    credit_line_share: Share::ONE,
                    reborrow_after_repayment: false,
                    rationing_order: Mode::ALL,
                    interest_subsidy: Share::ONE,
                },
                terms: PerMode([terms.clone(), terms.clone(), terms]),
                fund: FundPolicy {
                    initial: Fen::ZERO,
                    contributions: Contributions::Dated(Vec::new()),
                    interest: AnnualRate::default(),
                    leverage_max: None,
                    compensated_in_cap: false,
                    waiting_months: 0,
                    claims_include_interest: false,
                    split: LossSplit::QuotaShare {
                        fund: Share::ONE,
                        insurer: Share::ZERO,
                        insurer_annual_limit: Fen::UNLIMITED,
                    },
                    unpaid: UnpaidClaims::Bank,
                    topup: None,
                    recoveries: RecoveryShares::ContractShares,
                },
            },
            world: World {
                assisted_persons: 1,
                poverty_line: vec![0.0; years],
                take_up: vec![Share::ONE; years],
                benchmark_rates: vec![(600, AnnualRate::default())],
                factors: FactorParameters {
                    copula: Copula::Gaussian,
                    persistence_county: 0.0,
                    persistence_township: 0.0,
                    persistence_industry: 0.0,
                    regime: None,
                },
                population: PopulationSource::Synthetic(Synthesis {
                    households: loans,
                    township_weights: vec![1.0],
                    villages: vec![1],
                    persons: fixed(4.0),
                    persons_min: 1,
                    persons_max: 9,
                    situation: PerMode([Share::ONE, Share::ZERO, Share::ZERO]),
                    labour_probability: probability(0.5),
                    ability_mean: PerMode([0.0; 3]),
                    income: fixed(3000.0),
                    own_capital: fixed(0.0),
                    buffer: fixed(0.0),
                }),
                industries: Vec::new(),
                risk: PerMode([risk.clone(), risk.clone(), risk]),
                households: HouseholdEconomics {
                    diversion: fixed(0.0),
                    ability_effect: 0.0,
                    unwilling: Share::ZERO,
                    income_growth: AnnualRate::default(),
                    subsistence: vec![0.0; years],
                    saving: Share::ZERO,
                    illness_annual: Probability::ZERO,
                    illness_cost: fixed(0.0),
                    forgone_labour: Share::ZERO,
                },
                organisations: Organisations {
                    kinds: vec![kind.clone()],
                    source: OrganisationSource::Synthetic {
                        count: 1,
                        sizes: OrganisationSizes::LargestShare(Share::ONE),
                    },
                    after_failure: AfterFailure::Closed,
                    called: Called::AllLoans,
                },
                company: kind,
                company_industry: 0,
            },
            start: CalendarMonth::new(2016, 1).unwrap(),
            months,
            seed: 1,
            population: PopulationDraw::Fixed,
        }
    }

    /// Changes whatever a test is about.
    pub fn with(mut self, change: impl FnOnce(&mut Bare)) -> Bare {
        change(&mut self);
        self
    }

    pub fn county(&self) -> County {
        County::new(self.policy.clone(), self.world.clone(), self.start, self.months, Seed(self.seed), self.population)
    }

    /// Records of the replications from 0.
    pub fn run(&self, replications: u32) -> Vec<ReplicationRecord> {
        let study = Study { counties: vec![self.county()] };
        let mut records = Vec::new();
        engine::run::<()>(&study, 0..replications, 2, &Unwatched, |_, chunk| {
            records.extend(chunk.replications.iter().cloned());
            Ok(())
        })
        .unwrap();
        records
    }

    /// One replication with its months.
    pub fn months_of(&self, replication: u32) -> (ReplicationRecord, Vec<MonthRecord>) {
        let mut state = State::default();
        self.county().simulate(Replication(replication), &mut state);
        (state.run, state.months)
    }
}
