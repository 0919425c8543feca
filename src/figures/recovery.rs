//! Recovery: the rate month by month, and the repayment wall.

use super::csv::{cell, cells};
use super::material::{QUANTILE_HEADINGS, mean, quantiles, series, start};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::plots::Estimated;
use crate::plots::charts::{MaturityWall, RecoveryFan};
use crate::plots::ticks::year_cells;
use crate::text::Lang;

/// The rate of the year to date, month by month.
pub(super) fn rate(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let summary = run.scenario(scenario);
    let (first, rates) = (start(summary)?, series(summary, "recovery_rate_ytd")?);
    let rates: Vec<_> = (0..summary.months as usize).map(|month| quantiles(rates, month)).collect();
    let mut csv = Csv::new(["month 月份"].into_iter().chain(QUANTILE_HEADINGS));
    for (month, quantiles) in (0..).map(|i| first.plus(i)).zip(&rates) {
        let numbers = (0..5).map(|i| cell(quantiles.map(|q| q[i])));
        csv.row(std::iter::once(month.to_string()).chain(numbers));
    }
    let required = run.background(scenario).required_rate;
    Ok(Prepared::new(RecoveryFan::new(first, rates, required)?, csv))
}

/// Lending and dues by month, and what of a year's dues is left at its end.
pub(super) fn wall(run: &mut Material<'_>, scenario: usize, _: Lang) -> Result<Prepared, FigureError> {
    let summary = run.scenario(scenario);
    let first = start(summary)?;
    let (lent, due) = (series(summary, "lent_yuan")?, series(summary, "due_yuan")?);
    let rates = series(summary, "recovery_rate_ytd")?;
    let means = lent.mean.iter().map(|lent| mean(lent).map(|lent| lent.value)).collect::<Result<Vec<_>, _>>()?;
    let months = summary.months as usize;
    let dues = (0..months).map(|month| {
        let [low, _, _, _, high] = quantiles(due, month).ok_or(Missing::Summary("due_yuan"))?;
        let value = due.mean.get(month).and_then(|due| due.mean).ok_or(Missing::Summary("due_yuan"))?;
        Ok(Estimated { value, low, high })
    });
    let dues = dues.collect::<Result<Vec<_>, Missing>>()?;
    let mut csv = Csv::new([
        "month 月份",
        "lent mean yuan 发放均值(元)",
        "due mean yuan 到期均值(元)",
        "due 5% 分位数",
        "due 95% 分位数",
    ]);
    for (month, (lent, due)) in (0..).map(|i| first.plus(i)).zip(means.iter().zip(&dues)) {
        csv.row([month.to_string(), cell(Some(*lent))].into_iter().chain(cells(due)));
    }
    let last = |cell: crate::plots::ticks::YearCell| quantiles(rates, cell.to as usize - 1).map(unrecovered);
    let years = year_cells(first, summary.months).into_iter().map(last).collect();
    Ok(Prepared::new(MaturityWall::new(first, means, dues, years)?, csv))
}

/// Quantiles of one minus the rate: the order turns round.
fn unrecovered(rates: [f64; 5]) -> [f64; 5] {
    let [a, b, c, d, e] = rates.map(|rate| 1.0 - rate);
    [e, d, c, b, a]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recovered_is_the_most_unrecovered() {
        assert_eq!(unrecovered([0.5, 0.75, 0.875, 0.9375, 1.0]), [0.0, 0.0625, 0.125, 0.25, 0.5]);
    }
}
