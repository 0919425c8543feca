//! The draws of many entities at once, bit for bit those of the single functions.
//!
//! The blocks are computed one after another: with independent counters the processor overlaps them by itself, and
//! forms over 4 to 16 lanes measured slower, on baseline x86-64 and with AVX2. Only the normal quantile gains from
//! vector registers.

use super::{Entity, Luck, Purpose, standard_normal_quantiles};

impl Luck {
    /// [`Luck::uniform`] of every entity, for one purpose and time.
    ///
    /// # Panics
    /// If `out` is not as long as `entities`.
    pub fn uniforms(self, entities: &[Entity], purpose: Purpose, time: u16, out: &mut [f64]) {
        assert_eq!(entities.len(), out.len(), "one number per entity");
        for (entity, out) in entities.iter().zip(out) {
            *out = self.uniform(*entity, purpose, time);
        }
    }

    /// [`Luck::pair`] of every entity: `first` for the even purpose of the pair, `second` for the odd one.
    ///
    /// # Panics
    /// If `first` or `second` is not as long as `entities`.
    pub fn uniform_pairs(
        self,
        entities: &[Entity],
        purpose: Purpose,
        time: u16,
        first: &mut [f64],
        second: &mut [f64],
    ) {
        assert_eq!(entities.len(), first.len(), "one number per entity");
        assert_eq!(entities.len(), second.len(), "one number per entity");
        for (entity, (first, second)) in entities.iter().zip(first.iter_mut().zip(second)) {
            (*first, *second) = self.pair(*entity, purpose, time);
        }
    }

    /// [`Luck::normal`] of every entity, for one purpose and time.
    ///
    /// # Panics
    /// If `out` is not as long as `entities`.
    pub fn normals(self, entities: &[Entity], purpose: Purpose, time: u16, out: &mut [f64]) {
        self.uniforms(entities, purpose, time, out);
        standard_normal_quantiles(out);
    }

    /// [`Luck::uniform_pairs`] with the first lane made normal: a shock, and a uniform that goes with it.
    ///
    /// # Panics
    /// If `normals` or `uniforms` is not as long as `entities`.
    pub fn normal_uniform_pairs(
        self,
        entities: &[Entity],
        purpose: Purpose,
        time: u16,
        normals: &mut [f64],
        uniforms: &mut [f64],
    ) {
        self.uniform_pairs(entities, purpose, time, normals, uniforms);
        standard_normal_quantiles(normals);
    }
}
