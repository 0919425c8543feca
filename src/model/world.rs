//! What the county does not control: the parameters of `[world]`, already valid.

use crate::distribution::{Copula, Marginal};
use crate::draws::Entity;
use crate::model::benefits::Benefits;
use crate::model::book::Ledger;
use crate::model::forced_failure::ForcedFailure;
use crate::model::policy::PerMode;
use crate::model::population::Roster;
use crate::model::risk::LoanGroup;
use crate::units::{AnnualRate, Probability, Share};

/// `[world]`: everything the county does not control.
#[derive(Clone, Debug)]
pub struct World {
    /// Persons over whom the county itself states the gain (20,000 in the base case); a key of the report only.
    pub assisted_persons: u32,
    /// Poverty line in yuan per person and year, for each calendar year of the run.
    pub poverty_line: Vec<f64>,
    /// Demand: share of households with a credit line that want a loan by each calendar year of the run (non-decreasing).
    pub take_up: Vec<Share>,
    /// Benchmark interest: (tenor up to this many months, rate), ascending; the last covers all longer tenors.
    pub benchmark_rates: Vec<(u16, AnnualRate)>,
    /// Systematic factors and the copula.
    pub factors: FactorParameters,
    /// Where households come from.
    pub population: PopulationSource,
    /// Industries; a household or organisation belongs to one of them.
    pub industries: Vec<Industry>,
    /// Default, loss and collection of each mode.
    pub risk: PerMode<ModeRisk>,
    /// Self-directed households: what decides their cash.
    pub households: HouseholdEconomics,
    /// Organisations of pooled mode.
    pub organisations: Organisations,
    /// The development company of fixed-benefit mode.
    pub company: OrganisationKind,
    /// Index of the industry the company works in.
    pub company_industry: u32,
    /// Rare events that strike the county or its townships.
    pub catastrophes: Vec<Catastrophe>,
    /// Loans that run at the start (existing book); empty without a ledger.
    pub ledger: Ledger,
    /// Groups of loans of the existing book whose risk and schedule are not their mode's.
    pub groups: Vec<LoanGroup>,
    /// Whether households are followed; if not, nothing is known of their gains.
    pub follow_households: bool,
}

/// `[world.factors]`.
#[derive(Clone, Debug)]
pub struct FactorParameters {
    /// Gaussian, or Student-t with one mixing variable per county and season.
    pub copula: Copula,
    /// φ of the county factor, in (−1, 1).
    pub persistence_county: f64,
    /// φ of each township factor.
    pub persistence_township: f64,
    /// φ of each industry factor.
    pub persistence_industry: f64,
    /// Calm/bad regime, if any.
    pub regime: Option<Regime>,
}

/// `[world.factors.regime]`: a monthly Markov chain of two states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regime {
    /// Probability a month that calm turns bad.
    pub calm_to_bad: Probability,
    /// Probability a month that bad turns calm.
    pub bad_to_calm: Probability,
    /// Probability that the state before the first month is bad.
    pub start_bad: Probability,
}

/// Squared loadings on the factors: shares of variance, a + b + s ≤ 1; with 1 nothing is left for the own innovation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Loadings {
    /// a: county.
    pub county: f64,
    /// b: township.
    pub township: f64,
    /// s: industry.
    pub industry: f64,
}

/// Where households come from.
#[derive(Clone, Debug)]
pub enum PopulationSource {
    /// Synthesised from addressed draws.
    Synthetic(Synthesis),
    /// Read from a roster file.
    Roster(Roster),
}

/// `[world.population]` when households are synthesised.
#[derive(Clone, Debug)]
pub struct Synthesis {
    /// Number of households.
    pub households: u32,
    /// Relative size of each township (any positive numbers); its length is the number of townships.
    pub township_weights: Vec<f64>,
    /// Villages of each township.
    pub villages: Vec<u32>,
    /// Persons per household; drawn values are rounded and kept within `persons_min..=persons_max`.
    pub persons: Marginal,
    /// Fewest persons.
    pub persons_min: u16,
    /// Most persons.
    pub persons_max: u16,
    /// Share of households whose own situation fits each mode (sum one).
    pub situation: PerMode<Share>,
    /// Probability that a member of a household outside full support can work (at least one can).
    pub labour_probability: Probability,
    /// Mean of ability θ by own situation; its standard deviation is one.
    pub ability_mean: PerMode<f64>,
    /// Baseline income in yuan per person and year, in the calendar year of the start.
    pub income: Marginal,
    /// Own capital put beside the loan in a self-directed project, in yuan.
    pub own_capital: Marginal,
    /// Liquidity when the household first borrows, in yuan.
    pub buffer: Marginal,
}

/// `[world.industries.<name>]`.
#[derive(Clone, Debug)]
pub struct Industry {
    /// The key of the industry.
    pub name: String,
    /// Relative frequency among households (and among organisations with no industry of their own).
    pub weight: f64,
    /// R: revenue a year per yuan invested at full production.
    pub revenue: f64,
    /// C: running cost a year per yuan invested, without the stock itself.
    pub running_cost: f64,
    /// g: production by season since investment, as a share of full production; the last value stays.
    pub ramp: Vec<f64>,
    /// K: value of the capital by season since investment, per yuan invested; the last value stays. Before the first harvest it is one.
    pub capital_value: Vec<f64>,
    /// λ: share of that value a household gets when it has to sell.
    pub liquidation: Share,
    /// Calendar month of the harvest, 1 to 12.
    pub harvest_month: u8,
    /// Yield multiplier, mean one.
    pub yield_law: Marginal,
    /// Loadings of the yield on the factors.
    pub loadings: Loadings,
    /// Price multiplier.
    pub price: Price,
}

/// Price multiplier of an industry: AR(1) in logs by season, mean one, times a deterministic cycle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// Stationary standard deviation of the log price.
    pub volatility: f64,
    /// Months in which half of a deviation is gone; zero: no memory.
    pub half_life_months: f64,
    /// Correlation of the innovation with the industry's own factor, in [−1, 1].
    pub yield_correlation: f64,
    /// Amplitude of the cycle in logs.
    pub cycle_amplitude: f64,
    /// Length of the cycle in months (any positive number when the amplitude is zero).
    pub cycle_months: f64,
    /// Months since the last upward crossing at the start of the run.
    pub cycle_phase_months: f64,
}

/// `[world.self_directed]`, `[world.pooled]`, `[world.fixed_benefit]`: default, loss and collection of a mode's loans.
#[derive(Clone, Debug)]
pub struct ModeRisk {
    /// What makes a loan of the mode default (self-directed), or an organisation's member on its own account (pooled).
    pub default: DefaultMechanism,
    /// Loadings of Z where default is read from a copula.
    pub loadings: Loadings,
    /// Loss given default where no cash flow decides it; the rest is paid at default.
    pub loss_given_default: Marginal,
    /// Collection after default.
    pub collection: Collection,
    /// Contagion: probability that a performing loan of a failed organisation is in default.
    pub contagion: Contagion,
}

/// What makes a loan default. Exactly one mechanism per loan.
#[derive(Clone, Debug)]
pub enum DefaultMechanism {
    /// No default on the loan's own account (pooled loans whose organisation alone decides).
    None,
    /// The household's cash at the due date (self-directed only).
    Structural,
    /// Z < C⁻¹(PD): default during the season, month by seasonal weights.
    Copula {
        /// PD a season, by season since grant; the last value stays.
        pd_annual: Vec<Probability>,
        /// Relative frequency of default by calendar month (12 values, sum one).
        month_weights: [f64; 12],
    },
    /// Monthly hazard h = 1 − (1 − PD)^(1/12), shifted on the logit.
    Hazard {
        /// PD a year, by year since grant; the last value stays.
        pd_annual: Vec<Probability>,
        /// Added to the logit of h per unit of ability θ.
        ability_logit: f64,
        /// Added to the logit of h per unit of the county factor.
        county_logit: f64,
    },
    /// One trial at each due date.
    AtMaturity {
        /// Probability of default at a due date while the regime is calm (or there is none).
        pd_calm: Probability,
        /// Probability while the regime is bad.
        pd_bad: Probability,
        /// Whether the trial reads the season's Z (copula) or an independent uniform.
        by_copula: bool,
    },
}

impl DefaultMechanism {
    /// The probabilities that are compared with the latent variable: PDs by season, or calm and bad.
    pub fn probabilities(&self) -> Vec<Probability> {
        match self {
            DefaultMechanism::Copula { pd_annual, .. } => pd_annual.clone(),
            DefaultMechanism::AtMaturity { pd_calm, pd_bad, by_copula: true } => vec![*pd_calm, *pd_bad],
            _ => Vec::new(),
        }
    }
}

/// Collection of a defaulted loan.
#[derive(Clone, Debug)]
pub struct Collection {
    /// r: probability a month that something is collected.
    pub monthly: Probability,
    /// r_s: the same while the loan's village, township or county is suspended; `None`: as r.
    pub monthly_suspended: Option<Probability>,
    /// H: months after default in which collection is tried.
    pub horizon_months: u16,
    /// What is collected when something is: all of it, or a Beta share (α, β).
    pub part: CollectedPart,
    /// Share of what is collected after a claim that collecting costs.
    pub cost_share: Share,
}

/// What part of the open amount a successful collection brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CollectedPart {
    /// All of it.
    Full,
    /// A Beta(α, β) share of what is still open.
    Beta {
        /// α > 0.
        alpha: f64,
        /// β > 0.
        beta: f64,
    },
}

/// What the failure of an organisation does to the loans that it uses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contagion {
    /// Each performing loan is in default with this probability; the others are repaid at once.
    Probability(Probability),
    /// Each household pays what it can from its own liquidity.
    HouseholdCash,
}

/// `[world.households]`: cash of households.
#[derive(Clone, Debug)]
pub struct HouseholdEconomics {
    /// δ: share of a self-directed loan that is diverted to consumption.
    pub diversion: Marginal,
    /// β: effect of ability on revenue, exp(βθ − β²/2).
    pub ability_effect: f64,
    /// ν: share of self-directed borrowers that never intend to repay.
    pub unwilling: Share,
    /// Growth of baseline income a year.
    pub income_growth: AnnualRate,
    /// Consumption that is met before anything is saved, in yuan per person and year, for each calendar year of the run.
    pub subsistence: Vec<f64>,
    /// Share of baseline income above subsistence that stays as liquidity.
    pub saving: Share,
    /// Probability a year of a costly illness.
    pub illness_annual: Probability,
    /// Cost of an illness in yuan.
    pub illness_cost: Marginal,
    /// Share of baseline income given up for the labour that a self-directed project takes, a year.
    pub forgone_labour: Share,
}

/// `[world.organisations]`.
#[derive(Clone, Debug)]
pub struct Organisations {
    /// How organisations fail and what follows, by type.
    pub kinds: Vec<OrganisationKind>,
    /// Which organisations there are.
    pub source: OrganisationSource,
    /// What may happen after a failure.
    pub after_failure: AfterFailure,
    /// Which loans are called at a failure.
    pub called: Called,
    /// Failures that happen whatever the draw.
    pub forced_failures: Vec<ForcedFailure>,
}

/// A type of organisation (company, co-operative, family farm, large grower, development company).
#[derive(Clone, Debug)]
pub struct OrganisationKind {
    /// The key of the type.
    pub name: String,
    /// Relative frequency among synthesised organisations.
    pub weight: f64,
    /// What makes it fail.
    pub failure: FailureMechanism,
    /// Loadings of X on county and industry (the township loading is zero).
    pub loadings: Loadings,
    /// Own equity as a share of the credit it uses.
    pub equity_share: f64,
    /// Share of the credit that goes into production.
    pub invested_share: Share,
    /// What it gives its households beside the guaranteed pay-out.
    pub benefits: Benefits,
}

/// What makes an organisation fail.
#[derive(Clone, Debug)]
pub enum FailureMechanism {
    /// X < C⁻¹(q(age)): fails in the season, month by seasonal weights.
    Season {
        /// q by season of the organisation's age; the last value stays.
        pd_annual: Vec<Probability>,
        /// Relative frequency of failure by calendar month (12 values, sum one).
        month_weights: [f64; 12],
    },
    /// One trial in each month in which some of its loans fall due.
    AtMaturity {
        /// Probability while the regime is calm (or there is none).
        pd_calm: Probability,
        /// Probability while the regime is bad.
        pd_bad: Probability,
    },
    /// Equity + yearly profit − payments < 0.
    Structural,
}

/// Which organisations there are.
#[derive(Clone, Debug)]
pub enum OrganisationSource {
    /// Named one by one (in the scenario or in a file).
    Listed(Vec<ListedOrganisation>),
    /// Drawn.
    Synthetic {
        /// Number of organisations.
        count: u32,
        /// Their sizes.
        sizes: OrganisationSizes,
    },
}

/// One organisation of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedOrganisation {
    /// Its name.
    pub name: String,
    /// Index into [`Organisations::kinds`].
    pub kind: usize,
    /// Index of its township, or `None` (drawn).
    pub township: Option<u32>,
    /// Index of its industry, or `None` (drawn).
    pub industry: Option<u32>,
    /// Relative share of pooled lending that goes through it.
    pub weight: f64,
    /// Age in years at the start of the run.
    pub age_years: u16,
}

/// Sizes of synthesised organisations.
#[derive(Clone, Debug)]
pub enum OrganisationSizes {
    /// Rank-size law: weight of rank k ∝ k^(−α), α such that the largest has this share.
    LargestShare(Share),
    /// Independent draws from a marginal.
    Drawn(Marginal),
}

/// What may happen after an organisation has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterFailure {
    /// It is closed; new pooled loans go through the others.
    Closed,
    /// It goes on with the loans that were not called and may borrow again.
    Continues,
}

/// Which loans are called when an organisation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// All its performing loans.
    AllLoans,
    /// Only those due in the month.
    DueCohort,
}

/// `[world.catastrophes.<name>]`: a rare event ([`crate::model::catastrophe`]).
#[derive(Clone, Debug)]
pub struct Catastrophe {
    /// Address of its random numbers, from its name.
    pub entity: Entity,
    /// Where it strikes.
    pub strikes: Strikes,
    /// Probability a year, per county or per township.
    pub annual: Probability,
    /// Industries that it touches.
    pub industries: Vec<usize>,
    /// S: share of the yield that is lost, if any.
    pub yield_loss: Option<Marginal>,
    /// L: share of the capital that is lost for good, if any.
    pub capital_loss: Option<Marginal>,
    /// Factor of the season's price, for everybody.
    pub price_factor: f64,
    /// Factor of the price of the season after.
    pub price_factor_next: f64,
    /// Share of the households of a struck place that are hit.
    pub households_share: Share,
    /// Seasons that it lasts.
    pub lasts_years: u16,
    /// What is subtracted from the X of organisations of these industries, in standard deviations.
    pub organisation_shift: f64,
    /// Calendar years in which it happens whatever the draw.
    pub forced_years: Vec<i32>,
}

/// Where a catastrophe strikes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Strikes {
    /// The whole county at once.
    County,
    /// Each township on its own.
    Townships {
        /// Probability a year that is added per share of townships struck at the end of the year before.
        spread: f64,
    },
}
