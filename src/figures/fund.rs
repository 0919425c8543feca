//! The fund: its balance, when it runs dry, how large it ought to be.

use super::csv::{ENDS, Heading, cell, cells};
use super::material::{QUANTILE_HEADINGS, quantiles, series, share, start};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::plots::Estimated;
use crate::plots::charts::{DepletionBin, DepletionMonths, FundFan, FundMark, FundSize};
use crate::stats::{Level, Proportion, Sample};
use crate::text::Lang;
use crate::text::words::figure_tables as heads;

/// Up to this horizon the histogram has a bar for each month, beyond for each quarter.
const MONTHLY: u32 = 24;
/// Points of the curve of survival.
const POINTS: u32 = 160;

/// The balance month by month with the probability of depletion.
pub(super) fn balance(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let summary = run.scenario(scenario);
    let (first, fund) = (start(summary)?, series(summary, "fund_balance_yuan")?);
    let months = summary.months as usize;
    let balance = (0..months).map(|month| quantiles(fund, month)).collect::<Option<Vec<_>>>();
    let balance = balance.ok_or(Missing::Summary("fund_balance_yuan"))?;
    let depleted = summary.depletion.by_month.iter().map(share).collect::<Result<Vec<_>, _>>()?;
    let headings = std::iter::once(heads::month as Heading).chain(QUANTILE_HEADINGS);
    let mut csv = Csv::new(headings.chain([heads::depleted as Heading]).chain(ENDS));
    for (month, (balance, depleted)) in (0..).map(|i| first.plus(i)).zip(balance.iter().zip(&depleted)) {
        let row = std::iter::once(month.to_string()).chain(balance.iter().map(|yuan| cell(Some(*yuan))));
        csv.row(row.chain(cells(depleted)));
    }
    let opening = run.background(scenario).opening_yuan;
    Ok(Prepared::new(FundFan::new(first, opening, balance, depleted)?, csv))
}

/// When the fund runs dry, and the probability that it has held.
pub(super) fn depletion(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let summary = run.scenario(scenario);
    let first = start(summary)?;
    let by_month = &summary.depletion.by_month;
    let n = u64::from(run.summary.replications);
    let held = by_month.iter().map(|by| {
        let by = share(by)?;
        Ok(Estimated { value: 1.0 - by.value, low: 1.0 - by.high, high: 1.0 - by.low })
    });
    let held = held.collect::<Result<Vec<_>, Missing>>()?;
    let so_far: Vec<u64> = by_month.iter().map(|by| by.count).collect();
    let bins = bins(&so_far, n, if summary.months > MONTHLY { 3 } else { 1 })?;
    let headings: [Heading; 3] = [heads::month, heads::ran_dry, heads::held];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    let mut before = 0;
    for (month, (count, held)) in (0..).map(|i| first.plus(i)).zip(so_far.iter().zip(&held)) {
        csv.row([month.to_string(), (count - before.min(*count)).to_string()].into_iter().chain(cells(held)));
        before = *count;
    }
    let depleted = so_far.last().copied().unwrap_or(0);
    Ok(Prepared::new(DepletionMonths::new(first, (depleted, n), bins, held)?, csv))
}

/// Replications that ran dry within `width` months each, from the counts so far at the end of each month.
fn bins(so_far: &[u64], n: u64, width: u32) -> Result<Vec<DepletionBin>, Missing> {
    let months = so_far.len() as u32;
    let until = |month: u32| if month == 0 { 0 } else { so_far[month as usize - 1] };
    (0..months.div_ceil(width))
        .map(|bin| {
            let (from, to) = (bin * width, ((bin + 1) * width).min(months));
            let k = until(to).saturating_sub(until(from));
            Ok(DepletionBin { from, to, share: share(&Proportion { k, n }.estimate())? })
        })
        .collect()
}

/// The probability that a fund in the first month pays every claim.
pub(super) fn size(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let needed = Sample::new(run.values(scenario, "opening_fund_needed_yuan")?);
    let today = run.background(scenario).first_month_yuan.filter(|yuan| *yuan > 0.0);
    let largest = needed.sorted().last().copied().ok_or(Missing::Nothing)?;
    // Where no claim was ever left unpaid, any fund is large enough: there is no curve.
    if largest <= 0.0 {
        return Err(Missing::Nothing.into());
    }
    let end = largest.max(today.unwrap_or(0.0)) * 1.02;
    let curve = survival(&needed, end)?;
    // A level that no fund at all reaches already needs none: there is nothing to mark on the curve.
    let marks: Vec<FundMark> = [900, 950, 990]
        .into_iter()
        .map(Level::per_mille)
        .filter_map(|l| mark(&needed, l))
        .filter(|mark| mark.yuan > 0.0)
        .collect();
    let headings: [Heading; 2] = [heads::first_fund, heads::survival];
    let mut csv = Csv::new(headings.into_iter().chain(ENDS));
    for (yuan, share) in &curve {
        csv.row(std::iter::once(cell(Some(*yuan))).chain(cells(share)));
    }
    Ok(Prepared::new(FundSize::new(curve, marks, today)?, csv))
}

/// Share of replications that need no more than each of evenly spaced funds up to `end` yuan.
fn survival(needed: &Sample, end: f64) -> Result<Vec<(f64, Estimated)>, Missing> {
    (0..=POINTS)
        .map(|i| {
            let yuan = end * f64::from(i) / f64::from(POINTS);
            let k = needed.sorted().partition_point(|need| *need <= yuan) as u64;
            Ok((yuan, share(&Proportion { k, n: needed.n() }.estimate())?))
        })
        .collect()
}

/// The fund that survives with probability `level`.
fn mark(needed: &Sample, level: Level) -> Option<FundMark> {
    let yuan = needed.order_statistic(level)?;
    // Without an interval there are too few replications to say anything at this level.
    let interval = needed.interval(level).map(|i| (i.low, i.high))?;
    Some(FundMark { level: level.get(), yuan, interval: Some(interval) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_hold_what_was_added_within_them() {
        // Months 1 to 7: 0, 1, 0, 2, 0, 0, 3 of ten.
        let so_far = [0, 1, 1, 3, 3, 3, 6];
        let found: Vec<(u32, u32, f64)> =
            bins(&so_far, 10, 3).expect("shares").iter().map(|b| (b.from, b.to, b.share.value)).collect();
        assert_eq!(found, [(0, 3, 0.1), (3, 6, 0.2), (6, 7, 0.3)]);
    }

    #[test]
    fn survival_counts_those_who_need_no_more() {
        let needed = Sample::new(vec![0.0, 0.0, 40.0, 80.0, 160.0]);
        let curve = survival(&needed, 160.0).expect("shares");
        let at = |yuan: f64| curve.iter().find(|(x, _)| *x == yuan).map(|(_, share)| share.value);
        assert_eq!([at(0.0), at(39.0), at(40.0), at(79.0), at(160.0)], [0.4, 0.4, 0.6, 0.6, 1.0].map(Some));
        // Five replications do not bound the level, a thousand do: it is the 900th of them.
        assert!(mark(&needed, Level::per_mille(900)).is_none());
        let many = Sample::new((1..=1000).map(f64::from).collect());
        assert_eq!(mark(&many, Level::per_mille(900)).map(|m| m.yuan), Some(900.0));
    }
}
