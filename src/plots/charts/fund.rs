//! The fund month by month, and the probability that it has run dry by then.

use super::super::calendar;
use super::super::canvas::{Canvas, Frame};
use super::super::money::MoneyAxis;
use super::super::page::{Body, Painter};
use super::super::panel::{BESIDE, LINE_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, percent_ticks};
use super::super::{Estimated, PlotError};
use super::quantiles::{self, LEVELS};
use crate::text::words::charts as words;
use crate::units::CalendarMonth;

/// Fund balance and depletion probability over time; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FundFan {
    start: CalendarMonth,
    opening_yuan: Option<f64>,
    balance_yuan: Vec<[f64; 5]>,
    depleted: Vec<Estimated>,
}

impl FundFan {
    /// `balance_yuan` and `depleted` hold one entry for the end of each month from `start` on; the quantiles are
    /// those of [`LEVELS`]. `opening_yuan` is the balance before the first month, known for certain; with it
    /// the fan opens from one point.
    pub fn new(
        start: CalendarMonth,
        opening_yuan: Option<f64>,
        balance_yuan: Vec<[f64; 5]>,
        depleted: Vec<Estimated>,
    ) -> Result<FundFan, PlotError> {
        check_lengths(balance_yuan.len(), depleted.len())?;
        if opening_yuan.is_some_and(|yuan| !yuan.is_finite()) {
            return Err(PlotError::NotFinite { month: start });
        }
        let months = (0..).map(|i| start.plus(i));
        for (month, quantiles) in months.clone().zip(&balance_yuan) {
            check_quantiles(month, quantiles)?;
        }
        let earlier = std::iter::once(0.0).chain(depleted.iter().map(|point| point.value));
        for ((month, point), earlier) in months.zip(&depleted).zip(earlier) {
            check_depletion(month, point, earlier)?;
        }
        Ok(FundFan { start, opening_yuan, balance_yuan, depleted })
    }

    /// The first month.
    pub fn start(&self) -> CalendarMonth {
        self.start
    }

    /// The number of months.
    pub fn months(&self) -> u32 {
        self.balance_yuan.len() as u32
    }

    /// Smallest and largest balance of the chart, zero included.
    pub fn range_yuan(&self) -> (f64, f64) {
        let all = self.balance_yuan.iter().flatten().copied().chain(self.opening_yuan);
        all.fold((0.0, 0.0), |(low, high), yuan| (yuan.min(low), yuan.max(high)))
    }

    /// The line of quantile number `level` of [`LEVELS`]: months since the start, yuan.
    pub fn line(&self, level: usize) -> Vec<(f64, f64)> {
        let opening = self.opening_yuan.map(|yuan| (0.0, yuan));
        let ends = self.balance_yuan.iter().enumerate();
        opening.into_iter().chain(ends.map(|(i, quantiles)| ((i + 1) as f64, quantiles[level]))).collect()
    }

    /// A line of the depletion panel: months since the start, per cent. A fund that opens above zero starts at 0%.
    pub fn depletion_line(&self, of: impl Fn(&Estimated) -> f64) -> Vec<(f64, f64)> {
        let opening = self.opening_yuan.filter(|&yuan| yuan > 0.0).map(|_| (0.0, 0.0));
        let ends = self.depleted.iter().enumerate();
        opening.into_iter().chain(ends.map(|(i, point)| ((i + 1) as f64, of(point) * 100.0))).collect()
    }

    /// The upper end of the highest interval.
    pub fn largest_depletion(&self) -> f64 {
        self.depleted.iter().map(|point| point.high).fold(0.0, f64::max)
    }

    /// The depletion probability by the end of the last month.
    pub fn last_depletion(&self) -> Estimated {
        self.depleted[self.depleted.len() - 1] // invariant: `new` refuses a fan without months
    }
}

impl Body for FundFan {
    fn height(&self, style: Style) -> f64 {
        match style.width {
            Width::Double => 94.0,
            Width::Single => 68.0,
        }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let steps = if painter.style.width == Width::Double { 6 } else { 5 };
        let axis = MoneyAxis::of(self.range_yuan(), steps, canvas.lang);
        let percent = percent_ticks(self.largest_depletion(), if painter.style.width == Width::Double { 5 } else { 3 });
        let left = frame.left + canvas.axis_width(&axis.ticks, "").max(canvas.axis_width(&percent, "%"));
        let figures = self.last_depletion().percents();
        let beside = quantiles::room(canvas)
            .max(canvas.face.widest(figures.iter().map(String::as_str), canvas.types.label.size) + BESIDE);
        let sides = (left, frame.right - beside);
        let foot = calendar::height(canvas, self.months());
        let unit = axis.unit.name;
        let top = canvas.heading(&words::balance(canvas.lang, unit), frame.left, frame.top, frame.width())?;
        let middle = top + 0.66 * (frame.bottom - foot - top);
        self.balance(&axis, canvas, Frame::new(sides, (top, middle)))?;
        let heading = words::depleted_by_then(canvas.lang);
        let top = canvas.heading(heading, frame.left, middle + 3.4, frame.width())?;
        self.depletion(percent, canvas, Frame::new(sides, (top, frame.bottom - foot)))
    }
}

impl FundFan {
    /// The upper panel: bands, median, names at the ends.
    fn balance(&self, axis: &MoneyAxis, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let ticks = &axis.ticks;
        let panel = Panel::new(canvas, frame, (0.0, f64::from(self.months())), (ticks.low(), ticks.high()));
        panel.rules(ticks)?;
        let line = |level: usize| {
            self.line(level).into_iter().map(|(month, yuan)| (month, yuan / axis.unit.yuan)).collect::<Vec<_>>()
        };
        let lines: [Vec<(f64, f64)>; LEVELS.len()] = std::array::from_fn(line);
        quantiles::fan(&panel, &lines)?;
        quantiles::names(&panel, &lines)?;
        panel.base()?;
        panel.numbers_left(ticks, "")?;
        calendar::marks(&panel, self.start, self.months())
    }

    /// The lower panel: interval, estimate, the last value in figures.
    fn depletion(&self, percent: Ticks, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let colours = canvas.colours;
        let panel = Panel::new(canvas, frame, (0.0, f64::from(self.months())), (percent.low(), percent.high()));
        panel.rules(&percent)?;
        panel.band(&self.depletion_line(|p| p.low), &self.depletion_line(|p| p.high), colours.alarm_pale)?;
        panel.base()?;
        panel.line(&self.depletion_line(|p| p.value), LINE_MM, colours.alarm)?;
        panel.numbers_left(&percent, "%")?;
        calendar::marks(&panel, self.start, self.months())?;
        calendar::numbers(&panel, self.start, self.months())?;
        let last = self.last_depletion();
        quantiles::estimate_beside(&panel, last.value * 100.0, canvas.types.alarm, &last.percents())
    }
}

fn check_lengths(balance: usize, depleted: usize) -> Result<(), PlotError> {
    match (balance, depleted) {
        (0, 0) => Err(PlotError::NoMonths),
        _ if balance != depleted => Err(PlotError::MonthsDiffer { balance, depleted }),
        _ => Ok(()),
    }
}

fn check_quantiles(month: CalendarMonth, quantiles: &[f64; 5]) -> Result<(), PlotError> {
    if quantiles.iter().any(|yuan| !yuan.is_finite()) {
        return Err(PlotError::NotFinite { month });
    }
    if !quantiles.is_sorted() {
        return Err(PlotError::QuantilesCross { month });
    }
    Ok(())
}

fn check_depletion(month: CalendarMonth, point: &Estimated, earlier: f64) -> Result<(), PlotError> {
    if !point.holds_itself() {
        return Err(PlotError::OutsideInterval { month });
    }
    if point.value < earlier {
        return Err(PlotError::DepletionFalls { month });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month() -> CalendarMonth {
        CalendarMonth::new(2016, 12).expect("a month")
    }
    fn point(low: f64, value: f64, high: f64) -> Estimated {
        Estimated { value, low, high }
    }

    #[test]
    fn lines_run_through_the_ends_of_months_from_the_opening_balance() {
        let balance = vec![[1.0, 2.0, 3.0, 4.0, 5.0], [-2.0, 1.0, 3.0, 5.0, 9.0]];
        let depleted = vec![point(0.0, 0.1, 0.2), point(0.1, 0.25, 0.5)];
        let fan = FundFan::new(month(), Some(4.0), balance, depleted).expect("valid");
        assert_eq!(fan.line(0), [(0.0, 4.0), (1.0, 1.0), (2.0, -2.0)]);
        assert_eq!(fan.range_yuan(), (-2.0, 9.0));
        assert_eq!(fan.depletion_line(|p| p.value), [(0.0, 0.0), (1.0, 10.0), (2.0, 25.0)]);
        assert_eq!(fan.largest_depletion(), 0.5);
    }

    #[test]
    fn without_an_opening_balance_lines_start_at_the_end_of_the_first_month() {
        let fan = FundFan::new(month(), None, vec![[1.0; 5]], vec![point(0.0, 0.0, 0.1)]).expect("valid");
        assert_eq!(fan.line(2), [(1.0, 1.0)]);
        assert_eq!(fan.depletion_line(|p| p.high), [(1.0, 10.0)]);
    }

    #[test]
    fn wrong_data_is_refused_with_its_month() {
        let zero = point(0.0, 0.0, 0.0);
        let fan = |balance, depleted| FundFan::new(month(), None, balance, depleted).expect_err("refused").to_string();
        assert!(fan(vec![], vec![]).contains("at least one month"));
        assert!(fan(vec![[0.0; 5]], vec![zero, zero]).contains("1 months of fund balance but 2"));
        assert!(fan(vec![[0.0; 5], [f64::NAN; 5]], vec![zero, zero]).contains("2017-01"));
        assert!(fan(vec![[2.0, 1.0, 3.0, 4.0, 5.0]], vec![zero]).contains("2016-12"));
        assert!(fan(vec![[0.0; 5]; 2], vec![point(0.1, 0.3, 0.4), point(0.1, 0.2, 0.4)]).contains("falls in 2017-01"));
        assert!(fan(vec![[0.0; 5]], vec![point(0.4, 0.3, 0.5)]).contains("outside"));
    }
}
