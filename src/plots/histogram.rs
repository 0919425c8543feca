//! Values counted in bins of equal width whose edges are round numbers.

use super::ticks::ticks_between;

/// Counts in bins of equal width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Lower edge of the first bin.
    pub low: f64,
    /// Width of a bin.
    pub width: f64,
    /// Values of each bin: its lower edge belongs to it, its upper one to the next bin.
    pub counts: Vec<u64>,
}

impl Histogram {
    /// Counts finite `values` in at most `most` bins (and at least one) with edges at multiples of a 1-2-5 width;
    /// none without a finite value.
    ///
    /// ```
    /// # use lendmix::plots::Histogram;
    /// let histogram = Histogram::of(&[0.0, 1.0, 2.0, 2.5, 9.9], 5).unwrap();
    /// assert_eq!((histogram.low, histogram.width), (0.0, 2.0));
    /// assert_eq!(histogram.counts, [2, 2, 0, 0, 1]);
    /// ```
    pub fn of(values: &[f64], most: u32) -> Option<Histogram> {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let (low, high) = (finite().reduce(f64::min)?, finite().reduce(f64::max)?);
        if high <= low {
            // All values are equal: one bin around them, as wide as they are large.
            let width = if low == 0.0 { 1.0 } else { low.abs() * 0.02 };
            return Some(Histogram {
                low: if low == 0.0 { 0.0 } else { low - width / 2.0 },
                width,
                counts: vec![finite().count() as u64],
            });
        }
        let ticks = ticks_between(low, high, most.max(2));
        let (first, width) = (ticks.low(), ticks.values()[1] - ticks.low());
        let mut counts = vec![0; ticks.values().len() - 1];
        for value in finite() {
            let bin = libm::floor((value - first) / width + 1e-9) as usize;
            let last = counts.len() - 1;
            counts[bin.min(last)] += 1; // the largest value may lie on the last edge
        }
        Some(Histogram { low: first, width, counts })
    }

    /// Bins with their edges: (from, to, count).
    pub fn bins(&self) -> impl Iterator<Item = (f64, f64, u64)> + '_ {
        let edge = |i: usize| self.low + i as f64 * self.width;
        self.counts.iter().enumerate().map(move |(i, count)| (edge(i), edge(i + 1), *count))
    }

    /// Values counted.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The fullest bin's count.
    pub fn fullest(&self) -> u64 {
        self.counts.iter().copied().max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_counted_once() {
        let values = [-3.0, -0.1, 0.0, 0.3, 4.0, 10.0, f64::NAN];
        let histogram = Histogram::of(&values, 7).expect("values");
        assert_eq!((histogram.low, histogram.width), (-4.0, 2.0));
        assert_eq!(histogram.counts, [1, 1, 2, 0, 1, 0, 1]);
        assert_eq!(histogram.total(), 6);
    }

    #[test]
    fn equal_values_have_one_bin_and_none_have_none() {
        assert_eq!(Histogram::of(&[0.0; 4], 30).expect("values").counts, [4]);
        let all = Histogram::of(&[-5.0; 3], 30).expect("values");
        assert_eq!(all.counts, [3]);
        assert!(all.low < -5.0 && all.low + all.width > -5.0);
        assert_eq!(Histogram::of(&[f64::NAN, f64::INFINITY], 30), None);
    }
}
