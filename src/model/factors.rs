//! Systematic factors: one draw per production season, never per month (equations F1–F3), and the calm/bad regime.

use crate::distribution::Copula;
use crate::draws::{Entity, Luck, Purpose};
use crate::model::calendar::Calendar;
use crate::model::counterfactual::{LuckKind, Neutral};
use crate::model::world::{FactorParameters, Industry, Loadings, Regime};

/// Factors of the season in hand: county, townships, industries, prices, mixing variable, regime.
#[derive(Clone, Debug, Default)]
pub struct Factors {
    /// `F[county]`.
    pub county: f64,
    /// F of each township.
    pub township: Vec<f64>,
    /// F of each industry.
    pub industry: Vec<f64>,
    /// x: log price of each industry before the mean-one correction and the cycle.
    pub log_price: Vec<f64>,
    /// √(χ²_ν/ν) of the season; one under the Gaussian copula.
    pub mixing: f64,
    /// Whether the regime is bad.
    pub bad: bool,
    /// Kinds of luck that are neutral.
    pub neutral: Neutral,
}

impl Factors {
    /// Makes room for a county; called once for a workspace.
    pub fn resize(&mut self, townships: usize, industries: usize) {
        self.township.resize(townships, 0.0);
        self.industry.resize(industries, 0.0);
        self.log_price.resize(industries, 0.0);
    }

    /// Equation F1 for all factors of a season: `F[y] = φ F[y−1] + √(1−φ²) η[y]`, in the first season `η`.
    pub fn begin_season(
        &mut self,
        first: bool,
        year: u16,
        parameters: &FactorParameters,
        industries: &[Industry],
        luck: Luck,
    ) {
        let county = Entity::index(0);
        let ordinary = self.neutral.has(LuckKind::Seasons);
        let innovation = |entity, purpose| if ordinary { 0.0 } else { luck.normal(entity, purpose, year) };
        let own = innovation(county, Purpose::CountyFactor);
        self.county = autoregress(self.county, parameters.persistence_county, first, own);
        for (index, factor) in self.township.iter_mut().enumerate() {
            let own = innovation(Entity::index(index as u32), Purpose::TownshipFactor);
            *factor = autoregress(*factor, parameters.persistence_township, first, own);
        }
        for (index, industry) in industries.iter().enumerate() {
            let entity = Entity::index(index as u32);
            let innovation = innovation(entity, Purpose::IndustryFactor);
            self.industry[index] =
                autoregress(self.industry[index], parameters.persistence_industry, first, innovation);
            let own = luck.normal(entity, Purpose::Price, year);
            let correlation = industry.price.yield_correlation;
            let shock = correlation * innovation + (1.0 - correlation * correlation).sqrt() * own;
            let memory = industry.price.yearly_memory();
            self.log_price[index] =
                autoregress(self.log_price[index], memory, first, shock * industry.price.volatility);
        }
        self.mixing = match parameters.copula {
            Copula::Gaussian => 1.0,
            Copula::StudentT { degrees_of_freedom } => crate::distribution::chi_square_scale(
                if ordinary { 0.5 } else { luck.uniform(county, Purpose::TailMixing, year) },
                degrees_of_freedom,
            ),
        };
    }

    /// Equation F3: moves the regime by a month; in the first month it starts in its own state first.
    pub fn move_regime(&mut self, t: usize, calendar: &Calendar, regime: &Regime, luck: Luck) {
        if self.neutral.has(LuckKind::Seasons) {
            return;
        }
        let county = Entity::index(0);
        if t == 0 {
            self.bad = luck.uniform(county, Purpose::RegimeStart, 0) < regime.start_bad.get();
        }
        let u = luck.uniform(county, Purpose::Regime, calendar.month(t).ordinal());
        self.bad = if self.bad { u >= regime.bad_to_calm.get() } else { u < regime.calm_to_bad.get() };
    }

    /// Price multiplier of an industry in month `t`: equation I1, or one.
    pub fn price(&self, index: usize, industry: &Industry, t: usize) -> f64 {
        if self.neutral.has(LuckKind::Prices) { 1.0 } else { industry.price.multiplier(self.log_price[index], t) }
    }

    /// The systematic part of Z: `√a F[county] + √b F[township] + √s F[industry]`.
    pub fn systematic(&self, roots: &RootLoadings, township: usize, industry: usize) -> f64 {
        let industry = self.industry.get(industry).copied().unwrap_or(0.0);
        roots.county * self.county + roots.township * self.township[township] + roots.industry * industry
    }

    /// Equation F2: Z = (systematic part + √(1−a−b−s) ε) / √(χ²_ν/ν).
    pub fn latent(&self, roots: &RootLoadings, township: usize, industry: usize, innovation: f64) -> f64 {
        (self.systematic(roots, township, industry) + roots.own * innovation) / self.mixing
    }
}

/// Equation F1: φ x + √(1−φ²) η, or η alone in the first season.
fn autoregress(before: f64, persistence: f64, first: bool, innovation: f64) -> f64 {
    if first { innovation } else { persistence * before + (1.0 - persistence * persistence).sqrt() * innovation }
}

/// Square roots of [`Loadings`], and of what is left for the own innovation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RootLoadings {
    /// √a.
    pub county: f64,
    /// √b.
    pub township: f64,
    /// √s.
    pub industry: f64,
    /// √(1 − a − b − s).
    pub own: f64,
}

impl From<&Loadings> for RootLoadings {
    fn from(loadings: &Loadings) -> RootLoadings {
        RootLoadings {
            county: loadings.county.sqrt(),
            township: loadings.township.sqrt(),
            industry: loadings.industry.sqrt(),
            own: (1.0 - loadings.county - loadings.township - loadings.industry).max(0.0).sqrt(),
        }
    }
}
