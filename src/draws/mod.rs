//! Random numbers by address. Every number is a pure function of (seed, replication, entity, purpose, time): there is
//! no stream to share, so the order of execution, the number of threads and the presence of other entities cannot
//! matter, and every policy meets the same luck.
//!
//! The address is the counter of Philox4x32-10, the seed its key:
//!
//! | word | upper 16 bits | lower 16 bits |
//! |---|---|---|
//! | c0 | entity, bits 16-31 | entity, bits 0-15 |
//! | c1 | replication, upper half | replication, lower half |
//! | c2 | purpose block (purpose / 2) | time: season or month |
//! | c3 | entity, bits 32-47 | 0 for single draws; place in the stream |
//!
//! A block is two 64-bit words, one for each purpose of a pair. Normals are inverted uniforms (one uniform, one
//! normal, monotone), so that common random numbers and thresholds hold.

mod address;
mod batch;
mod normal;
mod philox;
mod purpose;
mod samplers;
mod stream;
#[cfg(test)]
mod tests;

pub use address::{Entity, Replication, Seed};
pub use normal::{standard_normal_cdf, standard_normal_quantile, standard_normal_quantiles};
pub use philox::philox4x32;
pub use purpose::Purpose;
pub use stream::AddressedRng;

/// The luck of one replication under one seed: all its random numbers.
///
/// ```
/// # use lendmix::draws::{Entity, Luck, Purpose, Replication, Seed};
/// let luck = Luck { seed: Seed(1), replication: Replication(7) };
/// let illness = luck.uniform(Entity::index(42), Purpose::Illness, 2016);
/// assert_eq!(illness, luck.uniform(Entity::index(42), Purpose::Illness, 2016));
/// assert_ne!(illness, luck.uniform(Entity::index(42), Purpose::Illness, 2017));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// Master seed of the run.
    pub seed: Seed,
    /// Which replication.
    pub replication: Replication,
}

impl Luck {
    /// The uniform number in (0, 1) of an entity, for a purpose, at a time (0 where the purpose has none).
    ///
    /// u = (k + ½)·2⁻⁵², with k the upper 52 bits of the word: never 0, never 1, symmetric about ½.
    #[inline]
    pub fn uniform(self, entity: Entity, purpose: Purpose, time: u16) -> f64 {
        let [first, second] = self.block(entity, purpose, time, 0);
        open_uniform(if purpose.lane() == 0 { first } else { second })
    }

    /// The standard normal number Φ⁻¹([`Luck::uniform`]).
    #[inline]
    pub fn normal(self, entity: Entity, purpose: Purpose, time: u16) -> f64 {
        standard_normal_quantile(self.uniform(entity, purpose, time))
    }

    /// The uniforms of both purposes of a pair, first lane first; either purpose names the pair.
    ///
    /// ```
    /// # use lendmix::draws::{Entity, Luck, Purpose, Replication, Seed};
    /// # let luck = Luck { seed: Seed(1), replication: Replication(0) };
    /// let (size, kind) = luck.pair(Entity::index(3), Purpose::OrganisationSize, 0);
    /// assert_eq!(size, luck.uniform(Entity::index(3), Purpose::OrganisationSize, 0));
    /// assert_eq!(kind, luck.uniform(Entity::index(3), Purpose::OrganisationKind, 0));
    /// ```
    #[inline]
    pub fn pair(self, entity: Entity, purpose: Purpose, time: u16) -> (f64, f64) {
        let [first, second] = self.block(entity, purpose, time, 0);
        (open_uniform(first), open_uniform(second))
    }

    /// A generator for samplers that need more than one number; apart from every single draw.
    pub fn stream(self, entity: Entity, purpose: Purpose, time: u16) -> AddressedRng {
        AddressedRng::new(self, entity, purpose, time)
    }

    /// The two words of a block; `place` is 0 for single draws. Inlined into every loop: a call costs three times the
    /// block, since neighbouring blocks then no longer overlap.
    #[inline(always)]
    fn block(self, entity: Entity, purpose: Purpose, time: u16, place: u16) -> [u64; 2] {
        let number = entity.number();
        let counter = [
            number as u32,
            self.replication.0,
            purpose_word(purpose, time),
            (number >> 32 << 16) as u32 | u32::from(place),
        ];
        let [w0, w1, w2, w3] = philox4x32(counter, self.seed.key());
        [join(w0, w1), join(w2, w3)]
    }
}

/// Counter word c2.
fn purpose_word(purpose: Purpose, time: u16) -> u32 {
    u32::from(purpose.block()) << 16 | u32::from(time)
}

/// Two 32-bit words as one of 64 bits.
#[inline(always)]
fn join(low: u32, high: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// (k + ½)·2⁻⁵² with k the upper 52 bits of `word`.
///
/// The bits are laid into a number of [1, 2), from which 1 − 2⁻⁵³ is subtracted: exact, and without the conversion of
/// 64-bit integers that baseline x86-64 lacks.
#[inline(always)]
fn open_uniform(word: u64) -> f64 {
    f64::from_bits(1.0_f64.to_bits() | word >> 12) - (1.0 - f64::EPSILON / 2.0)
}
