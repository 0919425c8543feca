//! Points of the simplex of three shares.

/// Thousandths in a whole.
const WHOLE: u16 = 1000;

/// Three shares in thousandths that add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mix([u16; 3]);

/// All mixes whose shares are multiples of `step` thousandths (66 at 100, 231 at 50, 861 at 25); none for a step that
/// does not divide the whole.
///
/// ```
/// # use lendmix::solve::grid;
/// assert_eq!([grid(100).len(), grid(50).len(), grid(30).len()], [66, 231, 0]);
/// ```
pub fn grid(step: u16) -> Vec<Mix> {
    if step == 0 || !WHOLE.is_multiple_of(step) {
        return Vec::new();
    }
    let steps = WHOLE / step;
    let of = |i: u16| (0..=steps - i).map(move |j| Mix([i * step, j * step, (steps - i - j) * step]));
    (0..=steps).flat_map(of).collect()
}

impl Mix {
    /// Shares in thousandths; `None` unless they add up to the whole.
    pub fn new(parts: [u16; 3]) -> Option<Mix> {
        (parts.iter().map(|part| u32::from(*part)).sum::<u32>() == u32::from(WHOLE)).then_some(Mix(parts))
    }

    /// Shares in thousandths.
    pub fn parts(self) -> [u16; 3] {
        self.0
    }

    /// The mixes one step away: `step` thousandths from one share to another.
    pub fn neighbours(self, step: u16) -> Vec<Mix> {
        let pairs = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)];
        let moved = pairs.into_iter().filter_map(|(from, to)| {
            let mut parts = self.0;
            parts[from] = parts[from].checked_sub(step)?;
            parts[to] += step;
            Some(Mix(parts))
        });
        moved.collect()
    }

    /// `50/30/20`, in per cent.
    pub fn text(self) -> String {
        self.0.map(|part| format!("{}", f64::from(part) / 10.0)).join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_has_two_neighbours_and_an_inner_point_six() {
        let corner = Mix::new([1000, 0, 0]).unwrap();
        assert_eq!(corner.neighbours(50), [Mix([950, 50, 0]), Mix([950, 0, 50])]);
        let inner = Mix::new([300, 300, 400]).unwrap();
        let around = inner.neighbours(100);
        assert_eq!(around.len(), 6);
        assert!(around.iter().all(|mix| grid(100).contains(mix)));
        assert_eq!(Mix::new([500, 500, 1]), None);
        assert_eq!(Mix::new([405, 455, 140]).map(Mix::text).as_deref(), Some("40.5/45.5/14"));
    }
}
