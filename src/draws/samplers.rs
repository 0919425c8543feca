//! Samplers of `rand_distr` on addressed streams, where one uniform does not decide.
//!
//! What they return depends on the version of `rand_distr`, which `Cargo.lock` pins; nothing else of a result does.

use rand_distr::{Beta, Binomial, Distribution};

use super::{Entity, Luck, Purpose};
use crate::units::Probability;

impl Luck {
    /// Number of successes in `trials` trials of `probability`.
    ///
    /// ```
    /// # use lendmix::{draws::{Entity, Luck, Purpose, Replication, Seed}, units::Probability};
    /// let luck = Luck { seed: Seed(1), replication: Replication(0) };
    /// assert_eq!(luck.binomial(Entity::index(1), Purpose::Labour, 0, 5, Probability::ONE), 5);
    /// ```
    pub fn binomial(self, entity: Entity, purpose: Purpose, time: u16, trials: u64, probability: Probability) -> u64 {
        // A probability is always a valid parameter.
        Binomial::new(trials, probability.get()).map_or(0, |law| law.sample(&mut self.stream(entity, purpose, time)))
    }

    /// A Beta(`alpha`, `beta`) share; one if the parameters are not positive.
    pub fn beta(self, entity: Entity, purpose: Purpose, time: u16, alpha: f64, beta: f64) -> f64 {
        Beta::new(alpha, beta).map_or(1.0, |law| law.sample(&mut self.stream(entity, purpose, time)))
    }
}
