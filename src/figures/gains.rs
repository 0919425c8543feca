//! Gain per head by lending mode.

use super::csv::{ENDS, Heading, both, cell, cells};
use super::material::{QUANTILE_HEADINGS, mean, share};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::plots::Histogram;
use crate::plots::charts::{Gain, GainRow, Gains, LEVELS};
use crate::stats::{Level, Moments, Proportion, Sample};
use crate::text::Lang;
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;

/// Column and name of each row.
const ROWS: [(&str, Heading); 4] = [
    ("gain_per_capita_yuan", words::all_borrowers),
    ("gain_per_capita_self_directed_yuan", words::self_directed),
    ("gain_per_capita_pooled_yuan", words::pooled),
    ("gain_per_capita_fixed_benefit_yuan", words::fixed_benefit),
];
/// Most bins of a histogram.
const BINS: u32 = 60;

/// How the county's mean gain spreads over replications, mode by mode.
pub(super) fn by_mode(run: &mut Material<'_>, scenario: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let first: [Heading; 3] = [heads::group, heads::replications, heads::mean_yuan];
    let headings = first.into_iter().chain(ENDS).chain(QUANTILE_HEADINGS).chain([heads::below_zero as Heading]);
    let mut csv = Csv::new(headings.chain(ENDS));
    let mut rows = Vec::with_capacity(ROWS.len());
    for (id, name) in ROWS {
        let values = run.values(scenario, id)?;
        let n = values.len();
        let gain = if n == 0 { None } else { Some(gain(values)?) };
        let mut row = vec![both(name), n.to_string()];
        match &gain {
            Some(gain) => {
                row.extend(cells(&gain.mean));
                row.extend(gain.quantiles.map(|yuan| cell(Some(yuan))));
                row.extend(cells(&gain.below_zero));
            }
            None => row.resize(csv.headings.len(), String::new()),
        }
        csv.row(row);
        rows.push(GainRow { name: name(lang).to_owned(), gain });
    }
    Ok(Prepared::new(Gains::new(rows)?, csv))
}

/// The distribution of some gains, at least one.
fn gain(values: Vec<f64>) -> Result<Gain, Missing> {
    let histogram = Histogram::of(&values, BINS).ok_or(Missing::Nothing)?;
    let k = values.iter().filter(|gain| **gain < 0.0).count() as u64;
    let below_zero = share(&Proportion { k, n: values.len() as u64 }.estimate())?;
    let mean = mean(&Moments::of(values.iter().copied()).estimate())?;
    let sample = Sample::new(values);
    let mut quantiles = [0.0; LEVELS.len()];
    for (value, level) in quantiles.iter_mut().zip(LEVELS) {
        *value = Level::new(level).and_then(|level| sample.quantile(level)).ok_or(Missing::Nothing)?;
    }
    Ok(Gain { mean, quantiles, below_zero, histogram })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_below_zero_counts_losses_only() {
        let found = gain(vec![-20.0, 0.0, 10.0, 30.0]).expect("a gain");
        assert!((found.mean.value - 5.0).abs() < 1e-12);
        assert_eq!(found.below_zero.value, 0.25);
        assert_eq!(found.quantiles[2], 5.0);
        assert_eq!(found.histogram.total(), 4);
        // One replication has a mean and no interval.
        let one = gain(vec![700.0]).expect("a gain");
        assert_eq!((one.mean.low, one.mean.high), (700.0, 700.0));
    }
}
