//! What can be said of mixes: against today's, and of which are efficient.

use super::sums::Sums;
use super::{MapMetric, MapMix, MapPoint, Verdict};
use crate::metrics::{Better, Column};
use crate::model::record::ReplicationRecord;
use crate::stats::{CONFIDENCE, Effect, Efficiency, holm, pareto};

/// All mixes with their numbers and verdicts.
pub fn points(mixes: &[MapMix], today: usize, axes: &[String], sums: &Sums) -> Vec<MapPoint> {
    let efficiency = efficiency(mixes.len(), axes, sums);
    let metrics = against_today(mixes.len(), today, sums);
    let rows = mixes.iter().zip(metrics).zip(efficiency).enumerate();
    rows.map(|(index, ((mix, metrics), efficiency))| {
        let lent = sums.lent_of_plan(index);
        MapPoint {
            scenario: mix.info.name.clone(),
            digest: mix.info.digest.clone(),
            shares: mix.shares,
            lent_share_of_plan: lent.map(|lent| lent.ratio),
            lent_share_interval: lent.and_then(|lent| lent.interval),
            efficiency,
            metrics,
        }
    })
    .collect()
}

/// Every metric of every mix, compared with today's mix; all these comparisons are one family.
fn against_today(mixes: usize, today: usize, sums: &Sums) -> Vec<Vec<MapMetric>> {
    let effect = |metric: usize, mix: usize| match mix.cmp(&today) {
        std::cmp::Ordering::Less => Some(turned(sums.effect(metric, mix, today))),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(sums.effect(metric, today, mix)),
    };
    let all: Vec<Vec<Option<Effect>>> =
        (0..mixes).map(|mix| (0..sums.columns().len()).map(|metric| effect(metric, mix)).collect()).collect();
    let p: Vec<Option<f64>> = all.iter().flatten().map(|effect| effect.and_then(|effect| effect.p)).collect();
    let mut adjusted = holm(&p).into_iter();
    let mut metric_of = |mix: usize, (number, effect): (usize, Option<Effect>)| {
        let (column, p_holm) = (sums.columns()[number], adjusted.next().flatten());
        let verdict = effect.map_or(Verdict::Same, |effect| {
            let differ = effect.higher.count + effect.lower.count;
            Verdict::of(column.better, effect.difference.mean, p_holm, differ)
        });
        let estimate = sums.estimate(number, mix);
        MapMetric { id: column.id.to_owned(), estimate, against_today: effect, p_holm, verdict }
    };
    let of_mix = |(mix, effects): (usize, Vec<Option<Effect>>)| {
        effects.into_iter().enumerate().map(|effect| metric_of(mix, effect)).collect()
    };
    all.into_iter().enumerate().map(of_mix).collect()
}

/// B − A from A − B.
fn turned(effect: Effect) -> Effect {
    let mut difference = effect.difference;
    difference.mean = difference.mean.map(|mean| 0.0 - mean);
    difference.interval =
        difference.interval.map(|range| crate::stats::Interval { low: 0.0 - range.high, high: 0.0 - range.low });
    Effect { difference, higher: effect.lower, lower: effect.higher, ..effect }
}

/// Which mixes are efficient; all pairs on all axes are one family of tests.
fn efficiency(mixes: usize, axes: &[String], sums: &Sums) -> Vec<Efficiency> {
    let numbers: Vec<usize> =
        axes.iter().filter_map(|id| sums.columns().iter().position(|column| column.id == id)).collect();
    // Differences turned so that more is better, with what the tests say.
    let mut differences = vec![(0.0, None); numbers.len() * mixes * mixes];
    let place = |axis: usize, one: usize, other: usize| (axis * mixes + one) * mixes + other;
    let mut p = Vec::new();
    for (axis, &metric) in numbers.iter().enumerate() {
        for one in 0..mixes {
            for other in one + 1..mixes {
                let effect = sums.effect(metric, one, other);
                let gained = effect.difference.mean.map_or(f64::NAN, |mean| mean * sign(sums.columns()[metric]));
                differences[place(axis, one, other)] = (gained, Some(p.len()));
                p.push(effect.p);
            }
        }
    }
    let adjusted = holm(&p);
    // How much better `a` is than `b`, and whether that was found.
    let better = |a: usize, b: usize, axis: usize| {
        let (gained, test) = differences[place(axis, a.min(b), a.max(b))];
        let gained = if a < b { 0.0 - gained } else { gained };
        let found = test.and_then(|test| adjusted[test]).is_some_and(|p| p <= 1.0 - CONFIDENCE);
        (gained, found)
    };
    // A difference that cannot be had (a mix without a value) is neither: nobody dominates or is dominated by it.
    pareto(
        mixes,
        numbers.len(),
        |a, b, k| better(a, b, k).0 >= 0.0,
        |a, b, k| {
            let (gained, found) = better(a, b, k);
            found && gained > 0.0
        },
    )
}

/// One where more is better, minus one where less is; what is neither counts as outreach, of which more is better.
fn sign(column: &Column<ReplicationRecord>) -> f64 {
    match column.better {
        Better::Lower => -1.0,
        Better::Higher | Better::Neither => 1.0,
    }
}
