//! One lever on a grid, in the order from easy to hard: how far can it be moved before a condition breaks?

use super::Verdict;

/// A value of the lever and how surely the condition holds there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The value.
    pub at: f64,
    /// The verdict.
    pub verdict: Verdict,
}

/// How far the lever can be moved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answer {
    /// The hardest value up to which the condition holds by estimate at every point; none if not even the easiest.
    pub value: Option<f64>,
    /// The hardest value up to which it surely holds.
    pub surely: Option<f64>,
    /// The first value at which it surely fails.
    pub fails: Option<f64>,
    /// Whether it holds by estimate at every point: the range ends before the answer.
    pub whole_range: bool,
    /// Whether it holds by estimate again beyond a point at which it does not.
    pub comes_back: bool,
}

/// Reads the answer off points in the order from easy to hard.
///
/// A point counts only if all easier ones do: beyond a point that breaks the condition it may hold again (a fund of
/// nothing that lends nothing cannot be depleted), and that is no answer.
pub fn answer(points: &[Point]) -> Answer {
    let prefix = |holds: fn(Verdict) -> bool| points.iter().take_while(|point| holds(point.verdict)).last();
    let held = points.iter().take_while(|point| point.verdict.by_estimate()).count();
    Answer {
        value: held.checked_sub(1).map(|last| points[last].at),
        surely: prefix(|verdict| verdict == Verdict::Holds).map(|point| point.at),
        fails: points.iter().find(|point| point.verdict == Verdict::Fails).map(|point| point.at),
        whole_range: held == points.len(),
        comes_back: points[held..].iter().any(|point| point.verdict.by_estimate()),
    }
}

/// Values to look at next: up to `most` multiples of `finest` strictly between the answer and the next point; none if
/// the two are neighbours already or there is no answer within the range.
pub fn refinement(points: &[Point], finest: f64, most: usize) -> Vec<f64> {
    let held = points.iter().take_while(|point| point.verdict.by_estimate()).count();
    let (Some(last), Some(next)) = (held.checked_sub(1).map(|last| points[last].at), points.get(held)) else {
        return Vec::new();
    };
    let (low, high) = (last.min(next.at), last.max(next.at));
    // A hair, so that a border that is a multiple but for rounding is not looked at again.
    let (first, last) = (libm::floor(low / finest + 1e-9) as i64 + 1, libm::ceil(high / finest - 1e-9) as i64 - 1);
    let between = (last - first + 1).max(0);
    let take = between.min(most as i64);
    // The k-th of m values spread evenly over those between.
    let spread = |k: i64| first + ((2 * k + 1) * between / (2 * take.max(1)));
    (0..take).map(|k| spread(k) as f64 * finest).collect()
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Fails, Holds, Likely, Unlikely};
    use super::*;

    fn points(verdicts: &[Verdict]) -> Vec<Point> {
        verdicts.iter().enumerate().map(|(k, verdict)| Point { at: k as f64, verdict: *verdict }).collect()
    }

    #[test]
    fn the_answer_is_the_last_before_the_first_that_breaks() {
        let found = answer(&points(&[Holds, Holds, Likely, Unlikely, Fails]));
        assert_eq!((found.value, found.surely, found.fails), (Some(2.0), Some(1.0), Some(4.0)));
        assert!(!found.whole_range && !found.comes_back);
        let islands = answer(&points(&[Holds, Unlikely, Holds, Fails, Likely]));
        assert_eq!((islands.value, islands.surely, islands.comes_back), (Some(0.0), Some(0.0), true));
        let none = answer(&points(&[Unlikely, Fails]));
        assert_eq!((none.value, none.surely, none.fails), (None, None, Some(1.0)));
        assert!(answer(&points(&[Holds, Likely])).whole_range);
    }

    #[test]
    fn refinement_looks_between_the_answer_and_the_next_point() {
        let coarse = [Point { at: 4.0, verdict: Holds }, Point { at: 6.0, verdict: Fails }];
        assert_eq!(refinement(&coarse, 0.5, 9), [4.5, 5.0, 5.5]);
        assert_eq!(refinement(&coarse, 0.5, 1), [5.0]);
        assert_eq!(refinement(&coarse, 2.0, 9), [0.0; 0]);
        let downward = [Point { at: 6.0, verdict: Likely }, Point { at: 4.0, verdict: Unlikely }];
        assert_eq!(refinement(&downward, 0.5, 9), [4.5, 5.0, 5.5]);
        assert_eq!(refinement(&points(&[Holds, Likely]), 0.1, 9), [0.0; 0]);
        assert_eq!(refinement(&points(&[Fails]), 0.1, 9), [0.0; 0]);
        let tenths = [Point { at: 0.1, verdict: Holds }, Point { at: 0.3, verdict: Fails }];
        assert_eq!(refinement(&tenths, 0.1, 9), [0.2]);
    }

    /// Halving a grid finds what looking at every value finds, for every threshold.
    #[test]
    fn refining_finds_what_looking_everywhere_finds() {
        let verdict = |at: i64, threshold: i64| if at <= threshold { Holds } else { Fails };
        for threshold in 0..100 {
            let mut seen: Vec<i64> = (0..=10).map(|k| 10 * k).collect();
            loop {
                let points: Vec<Point> =
                    seen.iter().map(|at| Point { at: *at as f64, verdict: verdict(*at, threshold) }).collect();
                let next = refinement(&points, 1.0, 3);
                if next.is_empty() {
                    assert_eq!(answer(&points).value, Some(threshold as f64));
                    break;
                }
                seen.extend(next.iter().map(|at| *at as i64));
                seen.sort_unstable();
            }
        }
    }
}
