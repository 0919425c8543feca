//! The triangle of mode mixes, from the summary of a map.

use super::csv::{ENDS, Heading, both, cell, cells};
use super::material::mean;
use super::{Csv, FigureError, Missing, Prepared};
use crate::output::{MapMetric, MapPoint, MapSummary};
use crate::plots::Estimated;
use crate::plots::charts::{Mix, MixMap};
use crate::stats::Efficiency;
use crate::text::Lang;
use crate::text::words::{csv, figure_tables as heads};

/// Most steps of a grid that are looked for.
const MOST_STEPS: u32 = 100;

/// Gain, survival and efficiency of every mix of a map.
pub(super) fn mixes(map: &MapSummary, _: Lang) -> Result<Prepared, FigureError> {
    let today = map.points.get(map.today).map(|point| point.shares);
    let steps = steps(map).ok_or(Missing::Nothing)?;
    let first: [Heading; 5] =
        [heads::self_share, heads::pooled_share, heads::fixed_share, heads::gain, heads::survival];
    let last: [Heading; 2] = [heads::lent_of_plan, heads::efficiency];
    let mut csv = Csv::new(first.into_iter().chain(ENDS).chain(last));
    let mut mixes = Vec::with_capacity(map.points.len());
    for point in &map.points {
        let mix = mix(point, steps);
        let survival = mix.1.survival.as_ref().map_or([const { String::new() }; 3], cells);
        let shares = point.shares.map(|share| cell(Some(share)));
        let rest = [cell(point.lent_share_of_plan), both(word(point.efficiency))];
        csv.row(shares.into_iter().chain([cell(mix.1.gain)]).chain(survival).chain(rest));
        // Today's mix may lie between the points of the grid; it has a mark of its own.
        if mix.0 {
            mixes.push(mix.1);
        }
    }
    Ok(Prepared::new(MixMap::new(steps, mixes, today)?, csv))
}

/// The fewest steps of a grid on which all mixes lie, today's left out.
fn steps(map: &MapSummary) -> Option<u32> {
    let others = || map.points.iter().enumerate().filter(|(i, _)| *i != map.today).flat_map(|(_, point)| point.shares);
    (1..=MOST_STEPS).find(|&steps| others().all(|share| on_grid(share, steps)))
}

fn on_grid(share: f64, steps: u32) -> bool {
    let place = share * f64::from(steps);
    (place - libm::round(place)).abs() < 1e-6
}

/// Whether a mix lies on the grid, and its numbers.
fn mix(point: &MapPoint, steps: u32) -> (bool, Mix) {
    let metric = |id: &str| point.metrics.iter().find(|metric| metric.id == id);
    let parts = point.shares.map(|share| libm::round(share * f64::from(steps)) as u32);
    let on_grid = point.shares.iter().all(|share| on_grid(*share, steps)) && parts.iter().sum::<u32>() == steps;
    let mix = Mix {
        parts,
        gain: metric("gain_per_capita_yuan").and_then(|metric| metric.estimate.mean),
        survival: metric("depleted").and_then(survival),
        lent: point.lent_share_of_plan,
        undecided: point.efficiency == Efficiency::Undecided,
        efficient: point.efficiency == Efficiency::Efficient,
    };
    (on_grid, mix)
}

/// One less the probability of depletion.
fn survival(depleted: &MapMetric) -> Option<Estimated> {
    let Estimated { value, low, high } = mean(&depleted.estimate).ok()?;
    Some(Estimated { value: 1.0 - value, low: (1.0 - high).max(0.0), high: (1.0 - low).min(1.0) })
}

fn word(efficiency: Efficiency) -> Heading {
    match efficiency {
        Efficiency::Efficient => csv::efficient,
        Efficiency::Undecided => csv::undecided,
        Efficiency::Dominated { .. } => csv::dominated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_on_the_grid_is_found_in_spite_of_rounding() {
        assert!(on_grid(0.1 + 0.2, 10) && on_grid(1.0 / 3.0, 3) && !on_grid(0.38, 10));
    }
}
