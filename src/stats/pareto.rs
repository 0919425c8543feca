//! Which of several candidates are efficient, as far as their estimates can tell.

use serde::{Deserialize, Serialize};

/// Where a candidate stands among all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Efficiency {
    /// Told apart from every other candidate by an axis on which it is better: none can dominate it.
    Efficient,
    /// Neither can be said: some other candidate cannot be told apart far enough.
    Undecided,
    /// Another candidate is at least as good on every axis in the estimates, and told apart as better on one.
    Dominated {
        /// The first such candidate.
        by: usize,
    },
}

/// Classifies candidates 0…n−1 on some axes.
///
/// `at_least(a, b, axis)` says whether the estimate of a is at least as good as that of b; `told_better(a, b, axis)`
/// whether a was found better than b by a test of which all are meant to hold at once. If they do, no candidate called
/// efficient is dominated, and each candidate called dominated is worse than another on some axis.
///
/// ```
/// # use lendmix::stats::{Efficiency, pareto};
/// // Two axes, more is better; differences below 1 cannot be told.
/// let points = [[5.0, 0.0], [0.0, 5.0], [4.0, -2.0], [4.5, -0.5]];
/// let found = pareto(4, 2, |a, b, k| points[a][k] >= points[b][k], |a, b, k| points[a][k] >= points[b][k] + 1.0);
/// assert_eq!(found[1], Efficiency::Efficient);
/// assert_eq!(found[2], Efficiency::Dominated { by: 0 });
/// assert_eq!((found[0], found[3]), (Efficiency::Undecided, Efficiency::Undecided));
/// ```
pub fn pareto(
    candidates: usize,
    axes: usize,
    at_least: impl Fn(usize, usize, usize) -> bool,
    told_better: impl Fn(usize, usize, usize) -> bool,
) -> Vec<Efficiency> {
    let others = |one: usize| (0..candidates).filter(move |other| *other != one);
    let told = |a: usize, b: usize| (0..axes).any(|axis| told_better(a, b, axis));
    let covers = |a: usize, b: usize| (0..axes).all(|axis| at_least(a, b, axis));
    let of = |one: usize| match others(one).find(|&other| covers(other, one) && told(other, one)) {
        Some(by) => Efficiency::Dominated { by },
        None if others(one).all(|other| told(one, other)) => Efficiency::Efficient,
        None => Efficiency::Undecided,
    };
    (0..candidates).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(points: &[[f64; 2]], width: f64) -> Vec<Efficiency> {
        pareto(points.len(), 2, |a, b, k| points[a][k] >= points[b][k], |a, b, k| points[a][k] > points[b][k] + width)
    }

    #[test]
    fn without_noise_it_is_the_plain_frontier() {
        let points = [[0.0, 3.0], [1.0, 2.0], [3.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        let found = of(&points, 0.0);
        assert_eq!(found[..3], [Efficiency::Efficient; 3]);
        assert_eq!(found[3..], [Efficiency::Dominated { by: 1 }, Efficiency::Dominated { by: 0 }]);
    }

    #[test]
    fn equal_points_are_undecided_and_noise_decides_nothing() {
        assert_eq!(of(&[[1.0, 1.0], [1.0, 1.0]], 0.0), [Efficiency::Undecided; 2]);
        assert_eq!(of(&[[0.0, 3.0], [1.0, 2.0], [0.5, 1.5]], 9.0), [Efficiency::Undecided; 3]);
    }

    #[test]
    fn one_alone_is_efficient() {
        assert_eq!(of(&[[1.0, 1.0]], 0.0), [Efficiency::Efficient]);
    }
}
