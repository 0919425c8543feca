//! Industries: prices and what a yuan invested brings in a season (equations I1–I2).

use crate::model::world::{Industry, Price};

impl Price {
    /// φ of the log price from one season to the next: ½^(12 / half-life), zero without memory.
    ///
    /// ```
    /// # use lendmix::model::world::Price;
    /// let price = Price { volatility: 0.2, half_life_months: 12.0, yield_correlation: 0.0,
    ///                     cycle_amplitude: 0.0, cycle_months: 48.0, cycle_phase_months: 0.0 };
    /// assert_eq!(price.yearly_memory(), 0.5);
    /// ```
    pub fn yearly_memory(&self) -> f64 {
        if self.half_life_months > 0.0 { libm::pow(0.5, 12.0 / self.half_life_months) } else { 0.0 }
    }

    /// Equation I1: P = exp(x − σ²/2 + A sin(2π (t + phase) / length)), t in months since the start.
    pub fn multiplier(&self, log_price: f64, t: usize) -> f64 {
        let angle = 2.0 * std::f64::consts::PI * (t as f64 + self.cycle_phase_months) / self.cycle_months;
        let cycle = if self.cycle_amplitude == 0.0 { 0.0 } else { self.cycle_amplitude * libm::sin(angle) };
        libm::exp(log_price - self.volatility * self.volatility / 2.0 + cycle)
    }
}

impl Industry {
    /// g: production by season since investment (0 for the first harvest), as a share of full production.
    pub fn production(&self, season: usize) -> f64 {
        by_age(&self.ramp, season)
    }

    /// K: value of the capital per yuan invested after `harvests` harvests; one before the first.
    pub fn capital(&self, harvests: usize) -> f64 {
        if harvests == 0 { 1.0 } else { by_age(&self.capital_value, harvests - 1) }
    }

    /// Equation I2: net of a season per yuan invested, R g Y P exp(βθ − β²/2) − C.
    ///
    /// `season` counts harvests since the investment from 0; `yield_multiplier` is Y, `price` P and
    /// `ability` the factor exp(βθ − β²/2).
    pub fn net_per_yuan(&self, season: usize, yield_multiplier: f64, price: f64, ability: f64) -> f64 {
        self.revenue * self.production(season) * yield_multiplier * price * ability - self.running_cost
    }
}

/// The element of a list for an age; the last one stays.
pub(crate) fn by_age<T: Copy>(list: &[T], age: usize) -> T {
    list[age.min(list.len() - 1)]
}
