//! Recovery: the rate month by month, and the repayment wall.

use super::csv::{Heading, cell, cells};
use super::material::{QUANTILE_HEADINGS, mean, quantiles, series, start};
use super::{Csv, FigureError, Material, Missing, Prepared};
use crate::output::ScenarioSummary;
use crate::plots::Estimated;
use crate::plots::charts::{MaturityWall, RecoveryFan};
use crate::plots::ticks::{YearCell, year_cells};
use crate::text::words::figure_tables as heads;
use crate::text::words::figures as words;
use crate::text::{Lang, percent};
use crate::units::CalendarMonth;

/// The rate of the year to date, month by month.
pub(super) fn rate(run: &mut Material<'_>, scenario: usize, lang: Lang) -> Result<Prepared, FigureError> {
    let summary = run.scenario(scenario);
    let (first, rates) = (start(summary)?, series(summary, "recovery_rate_ytd")?);
    let mut rates: Vec<_> = (0..summary.months as usize).map(|month| quantiles(rates, month)).collect();
    let mut csv = Csv::new(std::iter::once(heads::month as Heading).chain(QUANTILE_HEADINGS));
    for (month, quantiles) in (0..).map(|i| first.plus(i)).zip(&rates) {
        let numbers = (0..5).map(|i| cell(quantiles.map(|q| q[i])));
        csv.row(std::iter::once(month.to_string()).chain(numbers));
    }
    let little = little_due(summary, first)?;
    for cell in &little {
        rates[cell.from as usize..cell.to as usize].fill(None);
    }
    let required = run.background(scenario).required_rate;
    Ok(Prepared { note: note(&little, lang), ..Prepared::new(RecoveryFan::new(first, rates, required)?, csv) })
}

/// Part of the dues of the whole run below which a year's rate is not drawn: a few loans of bankrupts that fall due
/// early would set the scale of the chart. The table has it.
const LEAST_DUE: f64 = 0.01;

/// The years of the run in which next to nothing falls due.
fn little_due(summary: &ScenarioSummary, first: CalendarMonth) -> Result<Vec<YearCell>, Missing> {
    let due = series(summary, "due_yuan")?;
    let due: Vec<f64> = due.mean.iter().map(|due| due.mean.unwrap_or(0.0)).collect();
    Ok(years_below(&due, &year_cells(first, summary.months), LEAST_DUE))
}

/// The years with less than `part` of the sum of all months.
fn years_below(due: &[f64], years: &[YearCell], part: f64) -> Vec<YearCell> {
    let all: f64 = due.iter().sum();
    let of = |cell: &YearCell| due.get(cell.from as usize..cell.to as usize).map_or(0.0, |due| due.iter().sum::<f64>());
    years.iter().copied().filter(|cell| of(cell) < part * all).collect()
}

/// Which years are not drawn.
fn note(little: &[YearCell], lang: Lang) -> Option<String> {
    let years: Vec<String> = little.iter().map(|cell| cell.year.to_string()).collect();
    (!years.is_empty()).then(|| words::years_not_shown(lang, years.join(words::and(lang)), percent(LEAST_DUE, 0)))
}

/// Lending and dues by month, and what of a year's dues is left at its end.
pub(super) fn wall(run: &mut Material<'_>, scenario: usize, lang: Lang) -> Result<Prepared, FigureError> {
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
    let headings: [Heading; 5] = [heads::month, heads::lent_mean, heads::due_mean, heads::due_low, heads::due_high];
    let mut csv = Csv::new(headings);
    for (month, (lent, due)) in (0..).map(|i| first.plus(i)).zip(means.iter().zip(&dues)) {
        csv.row([month.to_string(), cell(Some(*lent))].into_iter().chain(cells(due)));
    }
    let little = little_due(summary, first)?;
    let last = |cell: YearCell| quantiles(rates, cell.to as usize - 1).map(unrecovered);
    let shown = |cell: YearCell| if little.contains(&cell) { None } else { last(cell) };
    let years = year_cells(first, summary.months).into_iter().map(shown).collect();
    Ok(Prepared { note: note(&little, lang), ..Prepared::new(MaturityWall::new(first, means, dues, years)?, csv) })
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
    fn a_year_with_next_to_nothing_due_is_found() {
        let start = CalendarMonth::new(2016, 11).expect("a month");
        let due = [[0.5, 0.4].as_slice(), &[8.0; 12], &[2.0]].concat();
        let years = |part| -> Vec<i32> {
            years_below(&due, &year_cells(start, 15), part).iter().map(|cell| cell.year).collect()
        };
        assert_eq!((years(0.01), years(0.015), years(0.0)), (vec![2016], vec![2016], vec![]));
    }

    #[test]
    fn the_least_recovered_is_the_most_unrecovered() {
        assert_eq!(unrecovered([0.5, 0.75, 0.875, 0.9375, 1.0]), [0.0, 0.0625, 0.125, 0.25, 0.5]);
    }
}
