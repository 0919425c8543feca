//! Monotone functions of a factor as tables of cubics, for the inner loop.
//!
//! The knots lie where 1 + |z| has at most eight binary digits after its leading one: 256 cells from 0 to 1, 256 from
//! 1 to 3, 256 from 3 to 7 and so on. The cell is read off the bits of 1 + |z|; a Student-t factor, whose tails are long,
//! needs no other layout.

/// Binary digits of a cell's place within its octave.
const DIGITS: u32 = 8;
const SHIFT: u32 = 52 - DIGITS;
/// Bits of 1.0, shifted: the number of the cell that starts at z = 0.
const FIRST: u64 = 1.0_f64.to_bits() >> SHIFT;
/// Places within a cell at which the cubic is compared with the function.
const CHECKED: [f64; 3] = [1.0 / 6.0, 0.5, 5.0 / 6.0];

/// A slope may fall by this much of the value and the unit, which is rounding in the function itself.
const ROUNDING: f64 = 1e-14;

/// Cubics on both sides of 0.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Coefficients of t⁰…t³ on [0, 1), for z ≥ 0, then for z < 0. The first is NaN in a cell that no cubic fits.
    cells: Vec<[f64; 4]>,
    per_side: usize,
    /// Largest 1 + |z| of the table.
    edge: f64,
}

impl Table {
    /// The table of the non-decreasing `function` up to ±`reach` at least; beyond, it stays at the last value.
    ///
    /// Where the cubic misses the function by more than `tolerance` relative to |f|, plus `tolerance`·`unit`/1000, or does
    /// not rise, the cell is left out and [`Table::at`] says so.
    pub(super) fn new(function: impl Fn(f64) -> f64, reach: f64, unit: f64, tolerance: f64) -> Table {
        let per_side = ((1.0 + reach).to_bits() >> SHIFT) + 1 - FIRST;
        let mut cells = Vec::with_capacity(2 * per_side as usize);
        for sign in [1.0, -1.0] {
            for cell in 0..per_side {
                let [from, to] = [cell, cell + 1].map(|k| f64::from_bits((FIRST + k) << SHIFT) - 1.0);
                let place = |t: f64| function(sign * (from + t * (to - from)));
                cells.push(fitted(place, sign, unit, tolerance));
            }
        }
        let edge = f64::from_bits(((FIRST + per_side) << SHIFT) - 1);
        Table { cells, per_side: per_side as usize, edge }
    }

    /// The function at `z`, or NaN in a cell without a cubic.
    #[inline(always)]
    pub(super) fn at(&self, z: f64) -> f64 {
        let bits = (1.0 + z.abs()).min(self.edge).to_bits();
        let side = if z < 0.0 { self.per_side } else { 0 };
        let [a, b, c, d] = self.cells[(bits >> SHIFT) as usize - FIRST as usize + side];
        let t = f64::from_bits(1.0_f64.to_bits() | (bits << DIGITS & (u64::MAX >> 12))) - 1.0;
        a + t * (b + t * (c + t * d))
    }
}

/// The cubic through the function at t = 0, ⅓, ⅔, 1 if it is monotone in the direction of `sign` and close enough.
fn fitted(function: impl Fn(f64) -> f64, sign: f64, unit: f64, tolerance: f64) -> [f64; 4] {
    let [y0, y1, y2, y3] = [0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0].map(&function);
    let (d1, d2, d3) = (y1 - y0, y2 - y0, y3 - y0);
    let cubic = [y0, 9.0 * d1 - 4.5 * d2 + d3, -22.5 * d1 + 18.0 * d2 - 4.5 * d3, 13.5 * d1 - 13.5 * d2 + 4.5 * d3];
    let close = CHECKED.iter().all(|&t| {
        let (exact, [a, b, c, d]) = (function(t), cubic);
        ((a + t * (b + t * (c + t * d))) - exact).abs() <= tolerance * (exact.abs() + 1e-3 * unit)
    });
    if close && monotone(cubic.map(|c| sign * c), ROUNDING * (y0.abs() + unit)) { cubic } else { [f64::NAN; 4] }
}

/// Whether b + 2ct + 3dt² ≥ −`slack` on [0, 1].
fn monotone([_, b, c, d]: [f64; 4], slack: f64) -> bool {
    let slope = |t: f64| b + t * (2.0 * c + 3.0 * d * t);
    let turn = (-c / (3.0 * d)).clamp(0.0, 1.0);
    slope(0.0) >= -slack && slope(1.0) >= -slack && (turn.is_nan() || slope(turn) >= -slack)
}
