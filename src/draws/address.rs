//! Where a random number lives: seed, replication, entity, purpose, time.

/// The master seed of a run: the key of the generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

impl Seed {
    /// The two key words, low one first.
    pub(super) fn key(self) -> [u32; 2] {
        [self.0 as u32, (self.0 >> 32) as u32]
    }
}

/// One Monte Carlo replication, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replication(pub u32);

impl Replication {
    /// The address of draws that belong to one fixed population instead of to a replication.
    pub const POPULATION: Replication = Replication(u32::MAX);
}

/// Whoever a draw belongs to: a household, organisation, township, industry. Always below 2⁴⁸.
///
/// Entities of different kinds may share a number: they are told apart by their purposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity(u64);

/// Set in the entity of every hashed name; integers stay below it.
const HASHED: u64 = 1 << 47;

impl Entity {
    /// The entity with a small number.
    pub const fn index(index: u32) -> Entity {
        Entity(index as u64)
    }

    /// The entity that a file calls `name`.
    ///
    /// A text of decimal digits below 2³² is that integer (leading zeros do not count, since spreadsheets drop them).
    /// Any other text is 2⁴⁷ plus the 64-bit FNV-1a hash of its UTF-8 bytes, the upper 17 bits folded onto the lower
    /// 47. Among 100,000 hashed names two share their luck with probability 4·10⁻⁵; a reader that wants certainty
    /// compares the entities.
    ///
    /// ```
    /// # use lendmix::draws::Entity;
    /// assert_eq!(Entity::named("0042"), Entity::index(42));
    /// assert_ne!(Entity::named("甲-42"), Entity::named("乙-42"));
    /// assert!(Entity::named("甲-42").number() >= 1 << 47);
    /// ```
    pub fn named(name: &str) -> Entity {
        if !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(index) = name.parse::<u32>()
        {
            return Entity::index(index);
        }
        let hash = fnv1a(name.as_bytes());
        Entity(((hash ^ (hash >> 47)) & (HASHED - 1)) | HASHED)
    }

    /// The entity of two together: a household and an event, an event and a township.
    ///
    /// The bits of both are laid over one another (exclusive or), so that the entity is the same whoever else there is.
    /// With a hashed name among the two it meets another pair's only as two hashes meet.
    ///
    /// ```
    /// # use lendmix::draws::Entity;
    /// let frost = Entity::named("frost");
    /// assert_ne!(frost.with(Entity::index(1)), frost.with(Entity::index(2)));
    /// assert_ne!(frost.with(Entity::index(1)), Entity::named("glut").with(Entity::index(1)));
    /// assert_eq!(frost.with(Entity::index(0)), frost);
    /// ```
    pub const fn with(self, other: Entity) -> Entity {
        Entity(self.0 ^ other.0)
    }

    /// The number behind the entity, below 2⁴⁸.
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// FNV-1a, 64 bits. Source: Fowler, Noll and Vo; draft-eastlake-fnv.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
