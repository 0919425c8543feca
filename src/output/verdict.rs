//! What comparisons come to, in a word, with all that are made at once in mind.

use super::summary::Comparison;
use crate::metrics::Better;
use crate::stats::{CONFIDENCE, holm};
use crate::text::Lang;
use crate::text::words::compare as words;
use serde::{Deserialize, Serialize};

/// What the difference of a metric comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The scenario is better than the baseline.
    Better,
    /// It is worse.
    Worse,
    /// It is higher, where neither way is good.
    Higher,
    /// It is lower, where neither way is good.
    Lower,
    /// At this number of replications a difference cannot be told from none.
    NotDistinguishable,
    /// The two are equal in every replication.
    Same,
    /// Nothing can be tested: too few values, or the metric has none in one of the two where the other has one.
    NotComparable,
}

impl Verdict {
    /// In a word or a few.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Verdict::Better => words::better(lang),
            Verdict::Worse => words::worse(lang),
            Verdict::Higher => words::higher(lang),
            Verdict::Lower => words::lower(lang),
            Verdict::NotDistinguishable => words::not_distinguishable(lang),
            Verdict::Same => words::the_same(lang),
            Verdict::NotComparable => words::not_comparable(lang),
        }
    }

    /// The verdict on a difference of `mean` with adjusted `p`; `differ` replications differ at all.
    pub(super) fn of(better: Better, mean: Option<f64>, p: Option<f64>, differ: u64) -> Verdict {
        let Some((mean, p)) = mean.zip(p) else { return Verdict::NotComparable };
        match better {
            _ if differ == 0 => Verdict::Same,
            _ if p > 1.0 - CONFIDENCE => Verdict::NotDistinguishable,
            Better::Higher if mean > 0.0 => Verdict::Better,
            Better::Lower if mean < 0.0 => Verdict::Better,
            Better::Higher | Better::Lower => Verdict::Worse,
            Better::Neither if mean > 0.0 => Verdict::Higher,
            Better::Neither => Verdict::Lower,
        }
    }

    /// Whether a difference was found.
    pub fn differs(self) -> bool {
        matches!(self, Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower)
    }
}

/// Judges all comparisons of a run: the headline metrics over all scenarios are one family, all other metrics another.
///
/// With 95% confidence no verdict of a family that finds a difference is wrong, however many it has.
pub(super) fn judge(comparisons: &mut [Comparison]) {
    for headline in [true, false] {
        let of_family =
            || comparisons.iter().flat_map(|comparison| &comparison.effects).filter(|e| e.headline == headline);
        let p: Vec<Option<f64>> = of_family().map(|effect| effect.effect.p).collect();
        let mut adjusted = holm(&p).into_iter();
        let effects = comparisons.iter_mut().flat_map(|comparison| &mut comparison.effects);
        for effect in effects.filter(|effect| effect.headline == headline) {
            effect.p_holm = adjusted.next().flatten();
            let better = match effect.better.as_str() {
                "higher" => Better::Higher,
                "lower" => Better::Lower,
                _ => Better::Neither,
            };
            let differ = effect.effect.higher.count + effect.effect.lower.count;
            effect.verdict = Verdict::of(better, effect.effect.difference.mean, effect.p_holm, differ);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_is_five_per_cent_of_the_adjusted_p() {
        let at = |p: f64| Verdict::of(Better::Higher, Some(1.0), Some(p), 9);
        assert_eq!((at(0.0499), at(0.0501)), (Verdict::Better, Verdict::NotDistinguishable));
    }

    #[test]
    fn the_word_follows_from_which_way_is_good() {
        let at = |better, mean| Verdict::of(better, Some(mean), Some(0.001), 9);
        assert_eq!((at(Better::Higher, -1.0), at(Better::Lower, -1.0)), (Verdict::Worse, Verdict::Better));
        assert_eq!((at(Better::Neither, 1.0), at(Better::Neither, -1.0)), (Verdict::Higher, Verdict::Lower));
        assert_eq!(Verdict::of(Better::Higher, Some(0.0), Some(1.0), 0), Verdict::Same);
        assert_eq!(Verdict::of(Better::Higher, Some(1.0), None, 9), Verdict::NotComparable);
    }
}
