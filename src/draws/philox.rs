//! Philox4x32-10: a keyed bijection of 128-bit counters (Salmon, Moraes, Dror and Shaw, *Parallel random numbers:
//! as easy as 1, 2, 3*, SC'11; the generator of cuRAND and TensorFlow).

const ROUNDS: usize = 10;
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// Golden ratio and √3 − 1: what the key grows by from one round to the next.
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// The block of four 32-bit words that belongs to `counter` under `key`: ten rounds of
///
/// ```text
/// (L0, R0, L1, R1) → (hi(M1·L1) ⊕ R0 ⊕ k0, lo(M1·L1), hi(M0·L0) ⊕ R1 ⊕ k1, lo(M0·L0))
/// ```
///
/// Source: Salmon et al. 2011, section 3.3; the example is the first of its published known answers.
///
/// ```
/// # use lendmix::draws::philox4x32;
/// assert_eq!(philox4x32([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
/// ```
#[inline(always)]
pub fn philox4x32(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let ([mut l0, mut r0, mut l1, mut r1], [mut k0, mut k1]) = (counter, key);
    for _ in 0..ROUNDS {
        let product0 = u64::from(MULTIPLIERS[0]) * u64::from(l0);
        let product1 = u64::from(MULTIPLIERS[1]) * u64::from(l1);
        (l0, r0) = ((product1 >> 32) as u32 ^ r0 ^ k0, product1 as u32);
        (l1, r1) = ((product0 >> 32) as u32 ^ r1 ^ k1, product0 as u32);
        k0 = k0.wrapping_add(WEYL[0]);
        k1 = k1.wrapping_add(WEYL[1]);
    }
    [l0, r0, l1, r1]
}
