//! Known answers, addresses that never meet, and the laws of the numbers.

#![expect(clippy::disallowed_methods, reason = "expected values may come from the platform's functions")]

use rand::Rng;
use statrs::distribution::{ContinuousCDF, Normal};

use super::address::fnv1a;
use super::*;

const LUCK: Luck = Luck { seed: Seed(1), replication: Replication(2) };

/// Purposes whose number a published result may rest on. A line may be added, never changed.
const FROZEN: &[(u16, &str)] = &[
    (0, "Township"),
    (1, "Village"),
    (2, "Persons"),
    (3, "Situation"),
    (4, "Ability"),
    (5, "Income"),
    (6, "Industry"),
    (7, "OwnCapital"),
    (8, "Buffer"),
    (9, "CreditLine"),
    (10, "TakeUp"),
    (11, "Service"),
    (12, "Suitability"),
    (13, "PrincipalSelfDirected"),
    (14, "PrincipalPooled"),
    (15, "Tenor"),
    (16, "OrganisationChoice"),
    (17, "Unwilling"),
    (18, "Labour"),
    (19, "Screening"),
    (20, "Diversion"),
    (21, "Insured"),
    (22, "Safeguard"),
    (24, "Employed"),
    (25, "LandLease"),
    (256, "Yield"),
    (257, "Illness"),
    (258, "IllnessCost"),
    (260, "DefaultShock"),
    (261, "DefaultMonth"),
    (264, "Hazard"),
    (266, "Maturity"),
    (268, "LossGivenDefault"),
    (270, "Contagion"),
    (272, "Collection"),
    (273, "CollectionPart"),
    (274, "Struck"),
    (278, "Renewal"),
    (280, "Conversion"),
    (284, "PaymentHoliday"),
    (512, "OrganisationTownship"),
    (513, "OrganisationIndustry"),
    (514, "OrganisationSize"),
    (515, "OrganisationKind"),
    (516, "OrganisationShock"),
    (517, "OrganisationMonth"),
    (518, "OrganisationMaturity"),
    (520, "OrganisationYield"),
    (522, "BailOut"),
    (768, "CountyFactor"),
    (769, "TailMixing"),
    (770, "TownshipFactor"),
    (772, "IndustryFactor"),
    (774, "Price"),
    (776, "Regime"),
    (777, "RegimeStart"),
    (778, "CountyEvent"),
    (779, "CountySeverity"),
    (780, "TownshipEvent"),
    (781, "TownshipSeverity"),
    (782, "InsurerExit"),
    (784, "VillageSafeguard"),
];

#[test]
fn philox_gives_the_published_answers() {
    // Random123 1.14, tests/kat_vectors, philox 4x32 10.
    let answers = [
        ([0; 4], [0; 2], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]),
        ([u32::MAX; 4], [u32::MAX; 2], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]),
        (
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
            [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
        ),
    ];
    for (counter, key, answer) in answers {
        assert_eq!(philox4x32(counter, key), answer);
    }
}

#[test]
fn philox_agrees_with_another_implementation() {
    for k in 0..1000_u32 {
        let counter = [k, k.wrapping_mul(0x9E37_79B9), !k, k << 16];
        let key = [k.rotate_left(7), 12345 ^ k];
        let number = counter.iter().rev().fold(0_u128, |number, word| number << 32 | u128::from(*word));
        let mut other = rand_philox::Philox::new(key, number);
        assert_eq!(philox4x32(counter, key), [(); 4].map(|()| other.next_u32()));
    }
}

#[test]
fn purposes_keep_their_numbers() {
    let found: Vec<(u16, String)> = Purpose::ALL.iter().map(|p| (*p as u16, format!("{p:?}"))).collect();
    let frozen: Vec<(u16, String)> = FROZEN.iter().map(|(number, name)| (*number, name.to_string())).collect();
    assert_eq!(found, frozen);
    assert!(frozen.windows(2).all(|pair| pair[0].0 < pair[1].0), "unique and in order");
}

#[test]
fn the_address_is_the_documented_counter() {
    let luck = Luck { seed: Seed(0x1122_3344_5566_7788), replication: Replication(9) };
    let entity = Entity::named("甲");
    let number = entity.number();
    // Illness is number 257: block 128, second lane.
    let counter = [number as u32, 9, 128 << 16 | 2016, ((number >> 32) as u32) << 16];
    let [_, _, w2, w3] = philox4x32(counter, [0x5566_7788, 0x1122_3344]);
    let word = u64::from(w3) << 32 | u64::from(w2);
    let expected = ((word >> 12) as f64 + 0.5) / 2_f64.powi(52);
    assert_eq!(luck.uniform(entity, Purpose::Illness, 2016), expected);
}

#[test]
fn every_part_of_the_address_matters() {
    let (entity, purpose, time) = (Entity::index(3), Purpose::Yield, 2016);
    let base = LUCK.uniform(entity, purpose, time);
    let others = [
        Luck { seed: Seed(1 + (1 << 32)), ..LUCK }.uniform(entity, purpose, time),
        Luck { replication: Replication::POPULATION, ..LUCK }.uniform(entity, purpose, time),
        LUCK.uniform(Entity::index(4), purpose, time),
        LUCK.uniform(Entity::named("3x"), purpose, time),
        LUCK.uniform(entity, Purpose::Illness, time),
        LUCK.uniform(entity, Purpose::Hazard, time),
        LUCK.uniform(entity, purpose, 2017),
    ];
    assert!(others.iter().all(|other| *other != base));
}

#[test]
fn uniforms_are_never_zero_or_one() {
    assert_eq!(open_uniform(0), 2_f64.powi(-53));
    assert_eq!(open_uniform(u64::MAX), 1.0 - 2_f64.powi(-53));
    assert_eq!(open_uniform(1 << 63), 0.5 + 2_f64.powi(-53));
}

#[test]
fn slices_have_the_bits_of_single_draws() {
    for count in [0, 1, 7, 8, 9, 1000] {
        let entities: Vec<Entity> =
            (0..count).map(|k| if k % 3 == 0 { Entity::named(&format!("户{k}")) } else { Entity::index(k) }).collect();
        let fresh = || vec![0.0; entities.len()];
        let (mut u, mut z, mut first, mut second) = (fresh(), fresh(), fresh(), fresh());
        let (mut shock, mut month) = (fresh(), fresh());
        LUCK.uniforms(&entities, Purpose::Illness, 7, &mut u);
        LUCK.normals(&entities, Purpose::Yield, 7, &mut z);
        LUCK.uniform_pairs(&entities, Purpose::Yield, 7, &mut first, &mut second);
        LUCK.normal_uniform_pairs(&entities, Purpose::DefaultShock, 7, &mut shock, &mut month);
        for (k, entity) in entities.iter().enumerate() {
            assert_eq!(u[k].to_bits(), LUCK.uniform(*entity, Purpose::Illness, 7).to_bits());
            assert_eq!(z[k].to_bits(), LUCK.normal(*entity, Purpose::Yield, 7).to_bits());
            assert_eq!((first[k], second[k]), LUCK.pair(*entity, Purpose::Yield, 7));
            assert_eq!(shock[k].to_bits(), LUCK.normal(*entity, Purpose::DefaultShock, 7).to_bits());
            assert_eq!(month[k].to_bits(), LUCK.uniform(*entity, Purpose::DefaultMonth, 7).to_bits());
        }
    }
}

#[test]
fn names_become_entities() {
    assert_eq!(Entity::named("4294967295"), Entity::index(u32::MAX));
    for text in ["4294967296", "-1", "+1", "1.0", "", "张三", "360723199001011234"] {
        assert!(Entity::named(text).number() >= 1 << 47, "{text}");
        assert!(Entity::named(text).number() < 1 << 48, "{text}");
    }
    // Known answers of FNV-1a: draft-eastlake-fnv, appendix.
    assert_eq!(fnv1a(b""), 0xcbf29ce484222325);
    assert_eq!(fnv1a(b"a"), 0xaf63dc4c8601ec8c);
    assert_eq!(fnv1a(b"foobar"), 0x85944171f73967e8);
}

#[test]
fn a_stream_meets_neither_single_draws_nor_its_pair() {
    let entity = Entity::index(5);
    let take = |purpose| {
        let mut stream = LUCK.stream(entity, purpose, 3);
        (0..100).map(|_| stream.next_u64()).collect::<Vec<u64>>()
    };
    let (first, second) = (take(Purpose::Collection), take(Purpose::CollectionPart));
    let mut all: Vec<u64> =
        first.iter().chain(&second).copied().chain(LUCK.block(entity, Purpose::Collection, 3, 0)).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 202);
    assert_eq!(first, take(Purpose::Collection));
}

#[test]
fn a_stream_starts_again_after_all_its_blocks() {
    let mut stream = LUCK.stream(Entity::index(5), Purpose::Labour, 3);
    let words: Vec<u64> = (0..65_535).map(|_| stream.next_u64()).collect();
    assert_eq!(words[0], words[65_534]);
}

#[test]
fn normal_quantiles_agree_with_another_implementation() {
    let normal = Normal::standard();
    for k in 1..4000 {
        for p in [f64::from(k) / 4000.0, 1e-300_f64.powf(f64::from(k) / 4000.0)] {
            let (z, other) = (standard_normal_quantile(p), normal.inverse_cdf(p));
            assert!((z - other).abs() <= 4e-15 * (1.0 + other.abs()), "{p}: {z} {other}");
            // Round trip: an error of 1e-15·|z| in z moves the tail by 1e-15·z² of itself.
            let back = standard_normal_cdf(z);
            assert!((back - p).abs() <= 1e-14 * (1.0 + z * z) * p, "{p}: back {back}");
        }
    }
}

#[test]
fn normal_quantiles_at_the_ends() {
    assert_eq!(standard_normal_quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(standard_normal_quantile(1.0), f64::INFINITY);
    assert!(standard_normal_quantile(f64::NAN).is_nan());
    // Both sides of every branch of AS 241: p = 0.075, r = 5.
    for p in [0.075, 0.925, (-25.0_f64).exp()] {
        let (left, right) = (standard_normal_quantile(p.next_down()), standard_normal_quantile(p.next_up()));
        assert!((right - left).abs() < 1e-14, "{p}");
    }
}

/// Kolmogorov-Smirnov distance of values from the uniform law, times √n.
fn distance(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len() as f64;
    let gap = |(k, u): (usize, &f64)| (u - k as f64 / n).max((k + 1) as f64 / n - u);
    values.iter().enumerate().map(gap).fold(0.0, f64::max) * n.sqrt()
}

/// Would catch a wrong lane, a lost half of the word, or neighbours that resemble each other. The law of the distance
/// is 2 exp(−2d²): d = 2.6 is exceeded once in 370,000 tests.
#[test]
fn numbers_are_uniform_along_every_part_of_the_address() {
    const COUNT: u32 = 20_000;
    for seed in [1, 2, 3] {
        let luck = Luck { seed: Seed(seed), replication: Replication(0) };
        let along = |draw: &dyn Fn(u32) -> f64| (0..COUNT).map(draw).collect::<Vec<f64>>();
        let entities = along(&|k| luck.uniform(Entity::index(k), Purpose::Yield, 1));
        let times = along(&|k| luck.uniform(Entity::index(1), Purpose::Illness, k as u16));
        let replications =
            along(&|k| Luck { replication: Replication(k), ..luck }.uniform(Entity::index(1), Purpose::Price, 1));
        let differences = entities.windows(2).map(|pair| (pair[1] - pair[0]).rem_euclid(1.0)).collect();
        for values in [entities, times, replications, differences] {
            let d = distance(values);
            assert!(d < 2.6, "seed {seed}: {d}");
        }
    }
}

/// Correlation of the two lanes of a block: its standard error is 1/√n.
#[test]
fn the_lanes_of_a_pair_are_independent() {
    const COUNT: u32 = 100_000;
    let sum: f64 = (0..COUNT)
        .map(|k| LUCK.pair(Entity::index(k), Purpose::Yield, 0))
        .map(|(u, v)| 12.0 * (u - 0.5) * (v - 0.5))
        .sum();
    assert!((sum / f64::from(COUNT).sqrt()).abs() < 5.0);
}
