//! Bare counties written as a specification: everything is switched off until a test switches it on.

use std::collections::BTreeSet;

use lendmix::distribution::{Copula, DegreesOfFreedom, LognormalParameters, Marginal, MarginalSpec};
use lendmix::draws::{Replication, Seed};
use lendmix::engine::{self, Study, Unwatched};
use lendmix::model::benefits::Benefits;
use lendmix::model::book::{Ledger, LedgerLoan, LedgerStatus};
use lendmix::model::contracts::Contracts;
use lendmix::model::county::{County, PopulationDraw};
use lendmix::model::loan::Loan;
use lendmix::model::policy::*;
use lendmix::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use lendmix::model::rules::*;
use lendmix::model::state::State;
use lendmix::model::timetable::Timetable;
use lendmix::model::world::*;
use lendmix::units::{AnnualRate, CalendarMonth, Fen, Probability, Share};
use statrs::distribution::ContinuousCDF;

/// Whether the long proofs run (`just prove`): more cases, more seeds.
pub fn proving() -> bool {
    std::env::var_os("LENDMIX_PROVE").is_some()
}

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
    /// Dated changes: whole policies and the month of the run, from 0, in which each begins.
    pub changes: Vec<(u32, Policy)>,
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
            transfer_instead: false,
            lend: LendRule::Divisible,
        };
        let risk = ModeRisk {
            default: DefaultMechanism::None,
            loadings: Loadings::default(),
            loss_given_default: fixed(1.0),
            collection: Collection {
                monthly: Probability::ZERO,
                monthly_suspended: None,
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
            benefits: Benefits::default(),
        };
        Bare {
            policy: Policy {
                lending: LendingPolicy {
                    plan,
                    month_weights,
                    mix: PerMode([Share::ONE, Share::ZERO, Share::ZERO]),
                    closed: PerMode::default(),
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
                    industry_share_max: Vec::new(),
                },
                terms: PerMode([terms.clone(), terms.clone(), terms]),
                fund: FundPolicy {
                    initial: Fen::ZERO,
                    contributions: Contributions::Dated(Vec::new()),
                    interest: AnnualRate::default(),
                    leverage_max: None,
                    outstanding_max: None,
                    compensated_in_cap: false,
                    planned_lending_held: false,
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
                    surety: None,
                },
                payment_holidays: Vec::new(),
                rules: Rules::default(),
                insurance: Vec::new(),
                contracts: Contracts::default(),
            },
            changes: Vec::new(),
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
                    forced_failures: Vec::new(),
                },
                company: kind,
                company_industry: 0,
                catastrophes: Vec::new(),
                ledger: Ledger::default(),
                groups: Vec::new(),
                follow_households: true,
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

    /// From month `month` of the run, counted from 0, the policy is the one before with this change.
    pub fn changed_in(mut self, month: u32, change: impl FnOnce(&mut Policy)) -> Bare {
        let mut policy = self.changes.last().map_or(&self.policy, |(_, policy)| policy).clone();
        change(&mut policy);
        self.changes.push((month, policy));
        self
    }

    pub fn county(&self) -> County {
        let changes = self.changes.iter().map(|(month, policy)| (self.start.plus(*month), policy.clone())).collect();
        let timetable = Timetable { start: self.policy.clone(), changes };
        County::new(timetable, self.world.clone(), self.start, self.months, Seed(self.seed), self.population)
    }

    /// Records of the replications from 0.
    pub fn run(&self, replications: u32) -> Vec<ReplicationRecord> {
        let study = Study::new(vec![self.county()]);
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

/// All that a replication leaves behind.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub run: ReplicationRecord,
    pub months: Vec<MonthRecord>,
    pub townships: Vec<TownshipYearRecord>,
    pub groups: Vec<GroupRecord>,
    pub loans: Vec<Loan>,
}

impl Outcome {
    /// Everything as text: equal texts are equal bits (NaN included, which `==` would call unequal).
    pub fn text(&self) -> String {
        format!("{self:?}")
    }

    /// What decides nothing but money: the books of households and organisations without the fund's.
    pub fn households(&self) -> String {
        format!("{:?}{:?}{:?}", self.loans, self.townships, self.run.gain_per_capita_by_mode_yuan)
    }

    /// The same without rewards.
    pub fn households_without_reward(&self) -> String {
        let mut outcome = self.clone();
        outcome.townships.iter_mut().for_each(|row| row.reward = Fen::ZERO);
        outcome.households()
    }

    /// Loans in default by address (household, month of granting).
    pub fn defaults(&self) -> BTreeSet<(u32, i16)> {
        let defaulted = self.loans.iter().filter(|loan| loan.defaulted_in_run());
        defaulted.map(|loan| (loan.household, loan.grant)).collect()
    }

    fn of(state: &State) -> Outcome {
        Outcome {
            run: state.run.clone(),
            months: state.months.clone(),
            groups: state.groups.clone(),
            townships: state.townships.clone(),
            loans: state.loans.clone(),
        }
    }
}

/// A mode's mechanism in which nothing else happens: one trial when the loan falls due.
pub fn at_maturity(pd: f64) -> DefaultMechanism {
    DefaultMechanism::AtMaturity { pd_calm: probability(pd), pd_bad: probability(pd), by_copula: false }
}

/// Default in June of each season if Z < C⁻¹(PD).
pub fn copula_in_june(pd: f64) -> DefaultMechanism {
    DefaultMechanism::Copula { pd_annual: vec![probability(pd)], month_weights: only_in(6) }
}

/// Failure of an organisation in June of each season.
pub fn failure_in_june(q: f64) -> FailureMechanism {
    FailureMechanism::Season { pd_annual: vec![probability(q)], month_weights: only_in(6) }
}

/// All weight on one calendar month (1–12).
pub fn only_in(month: usize) -> [f64; 12] {
    let mut weights = [0.0; 12];
    weights[month - 1] = 1.0;
    weights
}

/// Values and their weights.
pub fn discrete(values: &[f64], weights: &[f64]) -> Marginal {
    MarginalSpec::Discrete { values: values.to_vec(), weights: weights.to_vec() }.build().unwrap()
}

/// exp(N(μ, σ²)).
pub fn lognormal(mu: f64, sigma: f64) -> Marginal {
    MarginalSpec::Lognormal { parameters: LognormalParameters::Native { mu, sigma } }.build().unwrap()
}

/// One harvest in December, nothing spent, nothing left of the stock, price always one.
pub fn harvest_in_december(revenue: f64, yield_law: Marginal) -> Industry {
    Industry {
        name: "crop".into(),
        weight: 1.0,
        revenue,
        running_cost: 0.0,
        ramp: vec![1.0],
        capital_value: vec![0.0],
        liquidation: Share::ZERO,
        harvest_month: 12,
        yield_law,
        loadings: Loadings::default(),
        price: Price {
            volatility: 0.0,
            half_life_months: 0.0,
            yield_correlation: 0.0,
            cycle_amplitude: 0.0,
            cycle_months: 48.0,
            cycle_phase_months: 0.0,
        },
    }
}

pub fn loadings(county: f64, township: f64, industry: f64) -> Loadings {
    Loadings { county, township, industry }
}

impl Bare {
    /// The same pool, lent through organisations of one kind.
    pub fn pooled(loans: u32, principal: f64, tenor: u16) -> Bare {
        Bare::pool(loans, principal, tenor).with(|bare| bare.policy.lending.mix = only(Mode::Pooled))
    }

    /// A run of `months` months: what is given by year goes on with its last value, the plan with nothing.
    pub fn lasting(&mut self, months: u32) {
        let years = months as usize / 12 + 2;
        self.months = months;
        self.policy.lending.plan.resize(years, Fen::ZERO);
        let last = *self.world.take_up.last().unwrap();
        self.world.take_up.resize(years, last);
        for list in [&mut self.world.poverty_line, &mut self.world.households.subsistence] {
            let last = *list.last().unwrap();
            list.resize(years, last);
        }
    }

    /// The households' synthesis.
    pub fn synthesis(&mut self) -> &mut Synthesis {
        match &mut self.world.population {
            PopulationSource::Synthetic(synthesis) => synthesis,
            PopulationSource::Roster(_) => panic!("a roster, not a synthesis"),
        }
    }

    /// Default, loss and collection of a mode.
    pub fn risk(&mut self, mode: Mode) -> &mut ModeRisk {
        &mut self.world.risk[mode]
    }

    /// Replications one after the other on one workspace, with all their records and loans.
    pub fn outcomes(&self, replications: std::ops::Range<u32>) -> Vec<Outcome> {
        let (county, mut state) = (self.county(), State::default());
        let one = |replication| {
            county.simulate(Replication(replication), &mut state);
            Outcome::of(&state)
        };
        replications.map(one).collect()
    }

    /// One replication on a workspace of its own.
    pub fn outcome(&self, replication: u32) -> Outcome {
        self.outcomes(replication..replication + 1).remove(0)
    }

    /// A number of each replication.
    pub fn measure(&self, replications: u32, number: impl Fn(&State) -> f64) -> Vec<f64> {
        let (county, mut state) = (self.county(), State::default());
        let one = |replication| {
            county.simulate(Replication(replication), &mut state);
            number(&state)
        };
        (0..replications).map(one).collect()
    }

    /// A small county in which everything happens: three modes, five townships, two industries, four organisations,
    /// several tenors and years of lending, collection, fund, insurer, interest.
    pub fn rich() -> Bare {
        let mut bare = Bare::pool(120, 10_000.0, 12);
        bare.lasting(60);
        bare.policy.lending.plan = [9e5, 7e5, 4e5, 0.0, 0.0, 0.0, 0.0].map(yuan).to_vec();
        bare.policy.lending.month_weights = EVERY_MONTH;
        bare.policy.lending.mix = PerMode([share(0.5), share(0.3), share(0.2)]);
        bare.policy.lending.placement = Placement::Eligible;
        bare.policy.lending.credit_line_share = share(0.95);
        bare.policy.lending.interest_subsidy = share(0.6);
        bare.world.benchmark_rates =
            vec![(12, AnnualRate::new(0.0435).unwrap()), (60, AnnualRate::new(0.0475).unwrap())];
        bare.world.take_up = [0.6, 0.8, 0.9, 1.0, 1.0, 1.0, 1.0].map(share).to_vec();
        bare.world.poverty_line = vec![3000.0; 7];
        bare.world.households = HouseholdEconomics {
            diversion: discrete(&[0.0, 0.3], &[0.8, 0.2]),
            ability_effect: 0.2,
            unwilling: share(0.02),
            income_growth: AnnualRate::new(0.05).unwrap(),
            subsistence: vec![2600.0; 7],
            saving: share(0.3),
            illness_annual: probability(0.1),
            illness_cost: lognormal(8.0, 0.7),
            forgone_labour: share(0.05),
        };
        let orchard = Industry {
            revenue: 0.9,
            running_cost: 0.2,
            ramp: vec![0.2, 0.7, 1.0],
            capital_value: vec![0.7, 0.8, 0.9],
            liquidation: share(0.4),
            harvest_month: 11,
            loadings: loadings(0.2, 0.1, 0.3),
            price: Price { volatility: 0.2, half_life_months: 18.0, ..harvest_in_december(1.0, fixed(1.0)).price },
            ..harvest_in_december(1.0, lognormal(-0.08, 0.4))
        };
        let hogs = Industry {
            weight: 0.5,
            harvest_month: 6,
            revenue: 1.6,
            running_cost: 0.9,
            capital_value: vec![0.5],
            price: Price { cycle_amplitude: 0.2, ..orchard.price },
            ..orchard.clone()
        };
        bare.world.industries = vec![orchard, hogs];
        let synthesis = bare.synthesis();
        synthesis.township_weights = vec![1.0, 2.0, 1.0, 3.0, 1.5];
        synthesis.villages = vec![2, 3, 1, 4, 2];
        synthesis.persons = discrete(&[2.0, 3.0, 4.0, 6.0], &[1.0, 2.0, 2.0, 1.0]);
        synthesis.situation = PerMode([share(0.5), share(0.3), share(0.2)]);
        synthesis.income = lognormal(8.0, 0.3);
        synthesis.own_capital = discrete(&[0.0, 3000.0], &[1.0, 1.0]);
        synthesis.buffer = discrete(&[0.0, 1000.0, 4000.0], &[1.0, 1.0, 1.0]);
        for mode in Mode::ALL {
            let terms = &mut bare.policy.terms[mode];
            terms.tenors = vec![(12, share(0.4)), (24, share(0.3)), (36, share(0.3))];
            terms.payout_annual = if mode == Mode::SelfDirected { Share::ZERO } else { share(0.1) };
            terms.principal = PrincipalRule::Drawn(discrete(&[8_000.0, 12_345.0, 30_000.0], &[1.0, 1.0, 1.0]));
            terms.principal_max = yuan(25_000.0);
            let risk = bare.risk(mode);
            risk.loadings = loadings(0.1, 0.05, 0.05);
            risk.loss_given_default = discrete(&[0.3, 0.7, 1.0], &[1.0, 1.0, 1.0]);
            risk.collection = Collection {
                monthly: probability(0.1),
                monthly_suspended: None,
                horizon_months: 9,
                part: CollectedPart::Beta { alpha: 2.0, beta: 1.5 },
                cost_share: share(0.1),
            };
            risk.contagion = Contagion::Probability(probability(0.7));
        }
        bare.policy.terms[Mode::FixedBenefit].principal = PrincipalRule::PerPerson(yuan(4_000.0));
        bare.risk(Mode::SelfDirected).default = DefaultMechanism::Structural;
        bare.risk(Mode::Pooled).default = DefaultMechanism::Copula {
            pd_annual: vec![probability(0.05), probability(0.1)],
            month_weights: EVERY_MONTH,
        };
        bare.world.organisations.source =
            OrganisationSource::Synthetic { count: 4, sizes: OrganisationSizes::LargestShare(share(0.4)) };
        bare.world.organisations.kinds[0].failure = FailureMechanism::Season {
            pd_annual: vec![probability(0.1), probability(0.2)],
            month_weights: EVERY_MONTH,
        };
        bare.world.organisations.kinds[0].loadings = loadings(0.2, 0.0, 0.2);
        bare.world.company.failure =
            FailureMechanism::Season { pd_annual: vec![probability(0.1)], month_weights: EVERY_MONTH };
        let fund = &mut bare.policy.fund;
        fund.initial = yuan(20_000.0);
        fund.contributions = Contributions::PlanShare(share(0.05));
        fund.interest = AnnualRate::new(0.03).unwrap();
        fund.waiting_months = 3;
        fund.split =
            LossSplit::QuotaShare { fund: share(0.7), insurer: share(0.1), insurer_annual_limit: yuan(4_000.0) };
        fund.topup = Some(TopUp { target: yuan(40_000.0), budget: yuan(15_000.0) });
        bare
    }

    /// The rich county with loans of every mode, age and status on its book.
    pub fn rich_with_book() -> Bare {
        Bare::rich().with(|bare| {
            let at = |months: i32| month_from(bare.start, months);
            bare.world.ledger.loans = (0..40)
                .map(|household| {
                    let mode = Mode::ALL[household as usize % 3];
                    let status = LedgerStatus::ALL[household as usize / 3 % 4];
                    let age = 3 + household as i32 % 31;
                    let past = matches!(status, LedgerStatus::Overdue | LedgerStatus::Compensated);
                    let due = if past { -1 - household as i32 % (age - 1).min(17) } else { household as i32 % 30 };
                    let principal = yuan(9_000.0 + f64::from(household) * 100.0);
                    LedgerLoan {
                        organisation: (mode == Mode::Pooled).then_some(household % 4),
                        balance: match status {
                            LedgerStatus::Repaid => Fen::ZERO,
                            _ if household % 5 == 0 => yuan(4_321.0),
                            _ => principal,
                        },
                        pd: (household % 7 == 0).then(|| probability(0.4)),
                        lgd: (household % 7 < 2).then(|| share(0.6)),
                        ..old_loan(household, mode, principal, at(-age), at(due), status)
                    }
                })
                .collect();
        })
    }

    /// The same book under the rules on townships and villages, and under catastrophes and insurance.
    pub fn books_under_rules() -> Vec<(&'static str, Bare)> {
        let loans = Bare::rich_with_book().world.ledger.loans;
        let ruled = Bare::rich_with_book().with(|bare| {
            bare.policy.rules = every_rule();
            Mode::ALL.iter().for_each(|mode| bare.risk(*mode).collection.monthly_suspended = Some(probability(0.4)));
        });
        let shaken = Bare::shocks().with(|bare| bare.world.ledger.loans = loans);
        vec![("book under rules", ruled), ("book under shocks", shaken)]
    }

    /// The rich county in variants that between them use every choice a file can make.
    pub fn rich_variants() -> Vec<(&'static str, Bare)> {
        let quota_payable = Bare::rich().with(|bare| {
            bare.policy.fund.leverage_max = Some(9.0);
            bare.policy.fund.unpaid = UnpaidClaims::Payable;
            bare.policy.lending.reborrow_after_repayment = true;
            bare.population = PopulationDraw::Redrawn;
            bare.world.factors.copula = student(4.0);
            for terms in &mut bare.policy.terms.0 {
                terms.repayment = Repayment::EqualPrincipal { every_months: 3 };
            }
        });
        let layers = Bare::rich().with(|bare| {
            bare.policy.fund.split = LossSplit::Layers { fund_annual: yuan(30_000.0), insurer_annual: yuan(20_000.0) };
            bare.policy.fund.recoveries = RecoveryShares::LossBorne;
            bare.policy.fund.waiting_months = 0;
            bare.policy.fund.claims_include_interest = true;
            bare.policy.terms[Mode::SelfDirected].repayment = Repayment::Annuity { every_months: 6 };
            bare.policy.terms[Mode::Pooled].lend = LendRule::AllOrNone;
            bare.policy.fund.leverage_max = Some(12.0);
            bare.policy.fund.compensated_in_cap = true;
            bare.risk(Mode::Pooled).contagion = Contagion::HouseholdCash;
            bare.risk(Mode::FixedBenefit).contagion = Contagion::HouseholdCash;
            bare.world.organisations.kinds[0].failure = FailureMechanism::Structural;
            bare.world.organisations.kinds[0].equity_share = 0.2;
        });
        let hazard = Bare::rich().with(|bare| {
            bare.policy.fund.recoveries = RecoveryShares::FundFirst;
            bare.policy.fund.waiting_months = 1;
            bare.policy.lending.placement =
                Placement::Open(SuitabilityWeights { situation: 1.0, labour: 0.5, ability: 0.3, noise: 0.5 });
            bare.policy.lending.rationing_order = [Mode::FixedBenefit, Mode::Pooled, Mode::SelfDirected];
            bare.policy.fund.leverage_max = Some(8.0);
            bare.risk(Mode::SelfDirected).default = DefaultMechanism::Hazard {
                pd_annual: vec![probability(0.2), probability(0.1)],
                ability_logit: -0.5,
                county_logit: -0.3,
            };
            bare.risk(Mode::Pooled).default = at_maturity(0.1);
            bare.world.organisations.after_failure = AfterFailure::Continues;
            bare.world.organisations.called = Called::DueCohort;
            bare.world.organisations.kinds[0].failure =
                FailureMechanism::AtMaturity { pd_calm: probability(0.05), pd_bad: probability(0.3) };
            bare.world.factors.regime = Some(Regime {
                calm_to_bad: probability(0.05),
                bad_to_calm: probability(0.2),
                start_bad: probability(0.5),
            });
            bare.start = CalendarMonth::new(2016, 7).unwrap();
        });
        let ruled = Bare::rich().with(|bare| {
            bare.policy.rules = every_rule();
            Mode::ALL.iter().for_each(|mode| bare.risk(*mode).collection.monthly_suspended = Some(probability(0.4)));
        });
        vec![
            ("quota, payable", quota_payable),
            ("layers", layers),
            ("hazard, regime", hazard),
            ("shocks", Bare::shocks()),
            ("rules", ruled),
        ]
    }

    /// The rich county with catastrophes of both levels, both insurances of projects, surety and a limited industry.
    fn shocks() -> Bare {
        Bare::rich().with(|bare| {
            let frost = Catastrophe {
                entity: lendmix::draws::Entity::named("catastrophe frost"),
                strikes: Strikes::County,
                annual: probability(0.3),
                industries: vec![0],
                yield_loss: Some(discrete(&[0.2, 0.6], &[1.0, 1.0])),
                capital_loss: Some(fixed(0.1)),
                price_factor: 1.1,
                price_factor_next: 0.9,
                households_share: share(0.8),
                lasts_years: 1,
                organisation_shift: 0.5,
                forced_years: vec![2017],
            };
            let fever = Catastrophe {
                entity: lendmix::draws::Entity::named("catastrophe fever"),
                strikes: Strikes::Townships { spread: 0.5 },
                annual: probability(0.1),
                industries: vec![1],
                households_share: share(0.5),
                lasts_years: 2,
                forced_years: Vec::new(),
                ..frost.clone()
            };
            bare.world.catastrophes = vec![frost, fever];
            let crop = InsuranceProduct {
                industries: vec![0, 1],
                households: share(0.6),
                sum_per_yuan: 0.3,
                premium: share(0.05),
                subsidy: share(0.75),
                pays: Indemnity::Yield { deductible: share(0.2) },
            };
            let pays = Indemnity::Index { event: 0, steps: vec![(0.1, share(0.2)), (0.5, share(1.0))] };
            bare.policy.insurance = vec![crop.clone(), InsuranceProduct { industries: vec![0], pays, ..crop }];
            bare.policy.fund.split =
                LossSplit::QuotaShare { fund: share(0.5), insurer: share(0.3), insurer_annual_limit: yuan(9_000.0) };
            bare.policy.fund.surety = Some(Surety {
                premium_annual: share(0.02),
                subsidy: share(0.5),
                exit_loss_ratio: 1.5,
                exit_probability: probability(0.5),
            });
            bare.policy.lending.industry_share_max = vec![(0, share(0.4))];
        })
    }
}

/// A loan of the existing book, all of it owed.
pub fn old_loan(
    household: u32,
    mode: Mode,
    principal: Fen,
    grant: CalendarMonth,
    due: CalendarMonth,
    status: LedgerStatus,
) -> LedgerLoan {
    let balance = if status == LedgerStatus::Repaid { Fen::ZERO } else { principal };
    LedgerLoan {
        household,
        mode,
        organisation: None,
        principal,
        balance,
        grant,
        due,
        status,
        pd: None,
        lgd: None,
        group: None,
    }
}

/// The month so many months after another, or before it.
pub fn month_from(month: CalendarMonth, months: i32) -> CalendarMonth {
    let index = month.year() * 12 + month.month() as i32 - 1 + months;
    CalendarMonth::new(index.div_euclid(12), index.rem_euclid(12) as u32 + 1).unwrap()
}

/// The whole plan in one mode.
pub fn only(mode: Mode) -> PerMode<Share> {
    let mut mix = PerMode([Share::ZERO; 3]);
    mix[mode] = Share::ONE;
    mix
}

pub fn student(degrees_of_freedom: f64) -> Copula {
    Copula::StudentT { degrees_of_freedom: DegreesOfFreedom::new(degrees_of_freedom).unwrap() }
}

/// Mean and its standard error over replications.
pub fn mean_and_error(samples: &[f64]) -> (f64, f64) {
    let n = samples.len() as f64;
    let mean = samples.iter().sum::<f64>() / n;
    let variance = samples.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// The mean over replications lies within four standard errors of what theory says.
#[track_caller]
pub fn assert_mean(what: &str, samples: &[f64], expected: f64) {
    let (mean, error) = mean_and_error(samples);
    let z = (mean - expected) / error.max(1e-12 * expected.abs().max(1.0));
    assert!(z.abs() < 4.0, "{what}: mean {mean}, expected {expected}, {z:.1} standard errors");
}

/// The variance over replications lies within four of its own standard errors of what theory says.
#[track_caller]
pub fn assert_variance(what: &str, samples: &[f64], expected: f64) {
    let (mean, _) = mean_and_error(samples);
    let squares: Vec<f64> = samples.iter().map(|x| (x - mean) * (x - mean)).collect();
    assert_mean(what, &squares, expected);
}

/// How often something happens lies within four standard errors (of the expected probability) of it.
#[track_caller]
pub fn assert_frequency(what: &str, times: usize, of: usize, expected: f64) {
    let observed = times as f64 / of as f64;
    let error = (expected * (1.0 - expected) / of as f64).sqrt();
    let z = (observed - expected) / error.max(1e-12);
    assert!(z.abs() < 4.0, "{what}: frequency {observed}, expected {expected}, {z:.1} standard errors");
}

/// The law of whole numbers: frequencies of not exceeding each of `points`.
#[track_caller]
pub fn assert_law(what: &str, samples: &[f64], law: &[f64], points: &[usize]) {
    for point in points {
        let times = samples.iter().filter(|x| **x <= *point as f64 + 0.5).count();
        let expected: f64 = law[..=*point].iter().sum();
        assert!(expected > 1e-3 && expected < 1.0 - 1e-3, "{what}: P(≤ {point}) = {expected} says nothing");
        assert_frequency(&format!("{what}, at most {point}"), times, samples.len(), expected);
    }
}

/// P(K = 0…n) of a binomial law.
pub fn binomial(n: usize, p: f64) -> Vec<f64> {
    (0..n).fold(vec![1.0], |law, _| convolve(&law, &[1.0 - p, p]))
}

/// Law of the sum of two independent whole numbers.
pub fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            sum[i + j] += x * y;
        }
    }
    sum
}

/// weight·a + (1 − weight)·b.
pub fn mix(weight: f64, a: &[f64], b: &[f64]) -> Vec<f64> {
    let at = |law: &[f64], k: usize| law.get(k).copied().unwrap_or(0.0);
    (0..a.len().max(b.len())).map(|k| weight * at(a, k) + (1.0 - weight) * at(b, k)).collect()
}

/// E[f(Z)] for a standard normal Z, by the trapezoid rule (exact to 10⁻¹² for smooth f).
pub fn over_normal<T>(mut add: impl FnMut(&mut T, f64, f64), mut sum: T) -> T {
    const STEPS: i32 = 1600;
    for step in -STEPS..=STEPS {
        let z = 9.0 * f64::from(step) / f64::from(STEPS);
        let weight = 9.0 / f64::from(STEPS) * (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
        add(&mut sum, z, weight);
    }
    sum
}

/// Φ by statrs, not by the program.
pub fn normal_cdf(z: f64) -> f64 {
    statrs::distribution::Normal::standard().cdf(z)
}

/// Φ⁻¹ by statrs.
pub fn normal_quantile(p: f64) -> f64 {
    statrs::distribution::Normal::standard().inverse_cdf(p)
}

/// Φ₂(c, c; ρ), ρ ≥ 0: two of one factor, conditionally independent.
pub fn joint(c: f64, correlation: f64) -> f64 {
    let given = |z: f64| normal_cdf((c - correlation.sqrt() * z) / (1.0 - correlation).sqrt());
    over_normal(|sum: &mut f64, z, weight| *sum += weight * given(z).powi(2), 0.0)
}

/// Law of the number of defaults among `n` with default threshold `c` and asset correlation ρ.
pub fn one_factor_law(n: usize, c: f64, correlation: f64) -> Vec<f64> {
    let given = |z: f64| normal_cdf((c - correlation.sqrt() * z) / (1.0 - correlation).sqrt());
    let add = |sum: &mut Vec<f64>, z: f64, weight: f64| {
        for (total, p) in sum.iter_mut().zip(binomial(n, given(z))) {
            *total += weight * p;
        }
    };
    over_normal(add, vec![0.0; n + 1])
}

/// Stop rules at every level and of both kinds, a reward, pressure, screening and all safeguards.
fn every_rule() -> Rules {
    let stop = |level, basis, threshold, consecutive_months| SuspensionRule {
        level,
        basis,
        period: Period::YearToDate,
        threshold: Millionths::of(threshold),
        consecutive_months,
        rectification_months: 2,
        false_stop_tolerance: Millionths::of(0.1),
    };
    let safeguard = Safeguard {
        coverage: share(0.5),
        unwilling_factor: share(0.6),
        diversion_factor: share(0.7),
        cost_per_loan: yuan(12.34),
        cost_per_village_annual: yuan(100.0),
    };
    Rules {
        suspension: vec![
            stop(Level::Township, Basis::RecoveryRate, 0.7, 2),
            stop(Level::Village, Basis::RecoveryRate, 0.8, 3),
            stop(Level::Village, Basis::NplRatio, 0.3, 1),
            stop(Level::County, Basis::NplRatio, 0.35, 1),
        ],
        reward: Some(RewardRule {
            share_of_lending: share(0.02),
            recovery_min: Millionths::of(0.5),
            shares: [share(0.3), share(0.2), share(0.4), share(0.1)],
        }),
        quota: Some(Quota {
            overshoot: 0.4,
            ability_shift_per_tenth: 0.05,
            points_target: 10,
            points_step: 1,
            step: Millionths::of(0.1),
            points_max: 20,
        }),
        screening: Some(Screening { ability_min: -1.0, noise: 0.5 }),
        safeguards: Safeguards([Some(safeguard); SAFEGUARDS]),
    }
}
