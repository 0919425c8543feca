//! Where an axis has ticks, and what stands beside them.

use crate::text::number;
use crate::units::CalendarMonth;

/// Evenly spaced ticks from the lower to the upper end of an axis, at steps of 1, 2 or 5 times a power of ten.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    values: Vec<f64>,
    decimals: usize,
}

impl Ticks {
    /// The values, ascending; the first and the last are the ends of the axis.
    pub fn values(&self) -> &[f64] {
        &self.values
    }
    /// The lower end of the axis.
    pub fn low(&self) -> f64 {
        self.values[0] // invariant: `ticks` makes at least two values
    }
    /// The upper end of the axis.
    pub fn high(&self) -> f64 {
        self.values[self.values.len() - 1] // invariant: as above
    }
    /// The values as printed, with the decimals that tell neighbours apart.
    pub fn printed(&self) -> Vec<String> {
        self.values.iter().map(|&value| number(value, self.decimals)).collect()
    }
}

/// Ticks that cover `low..=high` and zero with the smallest 1-2-5 step that needs at most `intervals` steps
/// (two or more).
///
/// ```
/// # use lendmix::plots::ticks::ticks;
/// assert_eq!(ticks(0.0, 31.0, 6).values(), [0.0, 10.0, 20.0, 30.0, 40.0]);
/// assert_eq!(ticks(-3.0, 11.0, 4).values(), [-5.0, 0.0, 5.0, 10.0, 15.0]);
/// assert_eq!(ticks(0.0, 0.03, 6).printed(), ["0.000", "0.005", "0.010", "0.015", "0.020", "0.025", "0.030"]);
/// ```
pub fn ticks(low: f64, high: f64, intervals: u32) -> Ticks {
    let (low, high) = (low.min(0.0), high.max(0.0));
    if high - low > 0.0 { ticks_between(low, high, intervals) } else { ticks_between(0.0, 1.0, intervals) }
}

/// Ticks that cover `low..=high`, which must not be empty, zero only if it lies there.
///
/// ```
/// # use lendmix::plots::ticks::ticks_between;
/// assert_eq!(ticks_between(83.0, 99.5, 5).values(), [80.0, 85.0, 90.0, 95.0, 100.0]);
/// ```
pub fn ticks_between(low: f64, high: f64, intervals: u32) -> Ticks {
    let most = i64::from(intervals.max(2));
    let mut exponent = libm::floor(libm::log10((high - low) / most as f64)) as i32;
    loop {
        for digit in [1, 2, 5] {
            // Values are index × digit × 10^exponent, formed so that 3 × 0.1 prints and compares as 0.3.
            let at = |index: i64| scaled((index * digit) as f64, exponent);
            let step = at(1);
            let first = libm::floor(low / step + 1e-9) as i64;
            let last = libm::ceil(high / step - 1e-9) as i64;
            if last - first <= most {
                let decimals = usize::try_from(-exponent).unwrap_or(0);
                return Ticks { values: (first..=last).map(at).collect(), decimals };
            }
        }
        exponent += 1;
    }
}

/// `value · 10^exponent`, by a division where the power of ten would not be exact.
fn scaled(value: f64, exponent: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(exponent.abs()));
    if exponent < 0 { value / power } else { value * power }
}

/// Ticks in per cent of a probability axis that holds `largest` (a probability): fitted up to 50%, else up to 100%.
///
/// The axis never ends below 5%, so that the sampling error of "no depletion seen" does not fill the panel.
pub fn percent_ticks(largest: f64, intervals: u32) -> Ticks {
    let end = if largest > 0.5 { 1.0 } else { largest.max(0.05) };
    ticks(0.0, end * 100.0, intervals)
}

/// A probability in per cent: one decimal near the ends, none between 10 and 90%; what is possible is never
/// printed as 0 or 100%.
///
/// ```
/// # use lendmix::plots::ticks::percent;
/// assert_eq!([0.0, 0.0002, 0.034, 0.25, 0.9996, 1.0].map(percent), ["0%", "<0.1%", "3.4%", "25%", ">99.9%", "100%"]);
/// ```
pub fn percent(probability: f64) -> String {
    match probability * 100.0 {
        p if p <= 0.0 => "0%".to_owned(),
        p if p >= 100.0 => "100%".to_owned(),
        p if p < 0.05 => "<0.1%".to_owned(),
        p if p >= 99.95 => ">99.9%".to_owned(),
        p if (9.95..90.05).contains(&p) => format!("{p:.0}%"),
        p => format!("{p:.1}%"),
    }
}

/// The part of a calendar year that an axis of months covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCell {
    /// The year.
    pub year: i32,
    /// Months from the start of the axis to the first of this year's months on it.
    pub from: u32,
    /// Months from the start of the axis to the end of the last.
    pub to: u32,
}

/// The years of an axis that begins with month `start` and covers `months` months.
pub fn year_cells(start: CalendarMonth, months: u32) -> Vec<YearCell> {
    let mut cells = Vec::new();
    let mut from = 0;
    while from < months {
        let month = start.plus(from);
        let to = (from + 13 - month.month()).min(months);
        cells.push(YearCell { year: month.year(), from, to });
        from = to;
    }
    cells
}

/// The years to print when a month is `month_width` wide and a label with its distance `label_width`: all whose
/// part of the axis holds the label, else every second, fifth, tenth … full year.
pub fn labelled_years(cells: &[YearCell], month_width: f64, label_width: f64) -> Vec<YearCell> {
    let fits = |cell: &YearCell| f64::from(cell.to - cell.from) * month_width >= label_width;
    if 12.0 * month_width >= label_width || cells.len() == 1 {
        return cells.iter().copied().filter(fits).collect();
    }
    let every = [2, 5, 10, 20, 50].into_iter().find(|&n| f64::from(n) * 12.0 * month_width >= label_width);
    let every = every.unwrap_or(100);
    cells.iter().copied().filter(|cell| cell.to - cell.from == 12 && cell.year % every == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_one_two_or_five() {
        for (high, last, count) in
            [(1.0, 1.0, 6), (1.3, 1.5, 4), (2.4, 2.5, 6), (6.0, 6.0, 4), (99.0, 100.0, 6), (4.7e9, 5e9, 6)]
        {
            let ticks = ticks(0.0, high, 5);
            assert_eq!((ticks.low(), ticks.high(), ticks.values.len()), (0.0, last, count), "{high}");
        }
        assert_eq!(ticks(0.0, 0.3, 3).values, [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(0.0, 0.0, 5).high(), 1.0);
    }

    #[test]
    fn a_negative_range_holds_zero_and_both_ends() {
        let ticks = ticks(-7.0, -2.0, 5);
        assert_eq!(ticks.values, [-8.0, -6.0, -4.0, -2.0, 0.0]);
        assert_eq!(ticks.printed()[0], "−8");
    }

    #[test]
    fn the_percent_axis_fits_but_not_below_five() {
        let ends = [0.0, 0.004, 0.05, 0.06, 0.2, 0.21, 0.6, 1.0].map(|p| percent_ticks(p, 5).high());
        assert_eq!(ends, [5.0, 5.0, 5.0, 6.0, 20.0, 25.0, 100.0, 100.0]);
    }

    #[test]
    fn years_are_cut_at_january() {
        let start = CalendarMonth::new(2016, 11).expect("a month");
        let cells = year_cells(start, 16);
        let parts: Vec<_> = cells.iter().map(|cell| (cell.year, cell.from, cell.to)).collect();
        assert_eq!(parts, [(2016, 0, 2), (2017, 2, 14), (2018, 14, 16)]);
        let labelled: Vec<_> = labelled_years(&cells, 1.0, 6.0).iter().map(|cell| cell.year).collect();
        assert_eq!(labelled, [2017]);
    }

    #[test]
    fn crowded_years_are_thinned() {
        let start = CalendarMonth::new(2016, 1).expect("a month");
        let years: Vec<_> = labelled_years(&year_cells(start, 360), 0.4, 7.0).iter().map(|c| c.year).collect();
        assert_eq!(years[..3], [2016, 2018, 2020]);
    }
}
