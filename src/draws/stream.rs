//! A generator at an address, for samplers where one uniform does not decide.

use std::convert::Infallible;

use rand::TryRng;
use rand::rand_core::utils::fill_bytes_via_next_word;

use super::{Entity, Luck, Purpose};

/// Blocks of a stream before it starts again.
const BLOCKS: u16 = 0x7FFF;

/// A random generator that belongs to an address: `rand` and `rand_distr` samplers run on it.
///
/// It takes the blocks 1 to 32,767 of the address (32,769 to 65,535 for the second purpose of a pair), so that it never
/// meets the single draws, which live in block 0. After 65,534 words it starts again: meant for samplers that take a
/// few.
///
/// ```
/// # use lendmix::draws::{Entity, Luck, Purpose, Replication, Seed};
/// use rand_distr::{Beta, Distribution};
/// let luck = Luck { seed: Seed(1), replication: Replication(0) };
/// let part = Beta::new(2.0, 3.0).unwrap();
/// let collected = |household| part.sample(&mut luck.stream(Entity::index(household), Purpose::CollectionPart, 5));
/// assert_eq!(collected(8), collected(8));
/// assert_ne!(collected(8), collected(9));
/// ```
#[derive(Clone, Debug)]
pub struct AddressedRng {
    luck: Luck,
    entity: Entity,
    purpose: Purpose,
    time: u16,
    block: u16,
    waiting: Option<u64>,
}

impl AddressedRng {
    pub(super) fn new(luck: Luck, entity: Entity, purpose: Purpose, time: u16) -> AddressedRng {
        AddressedRng { luck, entity, purpose, time, block: 0, waiting: None }
    }

    fn word(&mut self) -> u64 {
        if let Some(word) = self.waiting.take() {
            return word;
        }
        self.block = self.block % BLOCKS + 1;
        let place = (self.purpose.lane() as u16) << 15 | self.block;
        let [first, second] = self.luck.block(self.entity, self.purpose, self.time, place);
        self.waiting = Some(second);
        first
    }
}

impl TryRng for AddressedRng {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.word() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.word())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(bytes, || Ok(self.word()))
    }
}
