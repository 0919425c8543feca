//! The maturity wall: what falls due month by month against what is lent, and what of a year's dues is not recovered.

use super::super::calendar;
use super::super::canvas::{Align, Canvas, Frame};
use super::super::money::MoneyAxis;
use super::super::page::{Body, Painter};
use super::super::panel::{BESIDE, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, percent, ticks, year_cells};
use super::super::{Estimated, PlotError};
use crate::text::words::charts as words;
use crate::units::CalendarMonth;

/// Lending and dues over time; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct MaturityWall {
    start: CalendarMonth,
    lent: Vec<f64>,
    due: Vec<Estimated>,
    unrecovered: Vec<Option<[f64; 5]>>,
}

impl MaturityWall {
    /// `lent` holds each month's mean lending and `due` its mean dues with the 5 and 95% quantiles, yuan;
    /// `unrecovered` holds for each calendar year the quantiles of the share of its dues that is not recovered by its
    /// end (or the end of the run), none where nothing falls due.
    pub fn new(
        start: CalendarMonth,
        lent: Vec<f64>,
        due: Vec<Estimated>,
        unrecovered: Vec<Option<[f64; 5]>>,
    ) -> Result<MaturityWall, PlotError> {
        if lent.is_empty() || lent.len() != due.len() {
            return Err(PlotError::NoMonths);
        }
        for (month, (lent, due)) in (0..).map(|i| start.plus(i)).zip(lent.iter().zip(&due)) {
            if ![*lent, due.low, due.value, due.high].iter().all(|yuan| yuan.is_finite()) {
                return Err(PlotError::NotFinite { month });
            }
        }
        let years = year_cells(start, lent.len() as u32).len();
        if unrecovered.len() != years || unrecovered.iter().flatten().any(|q| !q.is_sorted()) {
            return Err(PlotError::BadValue { name: "unrecovered".to_owned() });
        }
        Ok(MaturityWall { start, lent, due, unrecovered })
    }

    fn months(&self) -> u32 {
        self.lent.len() as u32
    }

    fn largest(&self) -> f64 {
        self.due.iter().map(|due| due.high).chain(self.lent.iter().copied()).fold(0.0, f64::max)
    }

    fn share_ticks(&self) -> Ticks {
        let largest = self.unrecovered.iter().flatten().map(|q| q[4]).fold(0.05, f64::max);
        ticks(0.0, largest * 100.0, 4)
    }
}

/// A line of steps: each month's value from its beginning to its end.
fn steps(values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    values.enumerate().flat_map(|(i, value)| [(i as f64, value), ((i + 1) as f64, value)]).collect()
}

impl Body for MaturityWall {
    fn height(&self, style: Style) -> f64 {
        match style.width {
            Width::Double => 92.0,
            Width::Single => 74.0,
        }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let axis = MoneyAxis::of((0.0, self.largest()), 5, canvas.lang);
        let shares = self.share_ticks();
        let left = frame.left + canvas.axis_width(&axis.ticks, "").max(canvas.axis_width(&shares, "%"));
        let beside = canvas.face.widest(calendar::names(canvas.lang), canvas.types.number.size) + BESIDE;
        let sides = (left, frame.right - beside);
        let foot = calendar::height(canvas, self.months());
        let unit = axis.unit.name;
        let heading = words::falls_due_and_lent(canvas.lang, unit);
        let top = canvas.heading(&heading, frame.left, frame.top, frame.width())?;
        let middle = top + 0.6 * (frame.bottom - foot - top);
        self.wall(&axis, canvas, Frame::new(sides, (top, middle)))?;
        let heading = words::unrecovered_at_year_end(canvas.lang);
        let top = canvas.heading(heading, frame.left, middle + 3.4, frame.width())?;
        self.unpaid(&shares, canvas, Frame::new(sides, (top, frame.bottom - foot)))
    }
}

impl MaturityWall {
    fn wall(&self, axis: &MoneyAxis, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let (ticks, unit, colours) = (&axis.ticks, axis.unit.yuan, canvas.colours);
        let panel = Panel::new(canvas, frame, (0.0, f64::from(self.months())), (ticks.low(), ticks.high()));
        panel.rules(ticks)?;
        let line = |of: fn(&Estimated) -> f64| steps(self.due.iter().map(|due| of(due) / unit));
        let floor = steps(self.due.iter().map(|_| 0.0));
        panel.band(&floor, &line(|due| due.high), colours.outer)?;
        panel.band(&floor, &line(|due| due.value), colours.inner)?;
        panel.line(&line(|due| due.low), 0.15, colours.outer)?;
        panel.line(&steps(self.lent.iter().map(|lent| lent / unit)), 0.4, colours.alarm)?;
        panel.base()?;
        panel.numbers_left(ticks, "")?;
        calendar::marks(&panel, self.start, self.months())
    }

    fn unpaid(&self, shares: &Ticks, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let colours = canvas.colours;
        let panel = Panel::new(canvas, frame, (0.0, f64::from(self.months())), (shares.low(), shares.high()));
        panel.rules(shares)?;
        for (cell, quantiles) in year_cells(self.start, self.months()).iter().zip(&self.unrecovered) {
            let middle = f64::from(cell.from + cell.to) / 2.0;
            let Some(quantiles) = quantiles else {
                let none = words::little_due(canvas.lang);
                let (kind, y) = (canvas.types.number, panel.frame.bottom - canvas.types.number.size);
                let fits =
                    canvas.face.width(none, kind.size) <= panel.x(f64::from(cell.to)) - panel.x(f64::from(cell.from));
                if fits {
                    canvas.label(none, (panel.x(middle), y), kind, Align::Middle)?;
                }
                continue;
            };
            let [low, quarter, median, three, high] = quantiles.map(|share| share * 100.0);
            let half = f64::from(cell.to - cell.from) * 0.16;
            panel.line(&[(middle, low), (middle, high)], 0.35, colours.inner)?;
            panel.bar((middle - half, middle + half), (quarter, three), colours.inner)?;
            panel.line(&[(middle - half, median), (middle + half, median)], 0.55, colours.centre)?;
            let (text, kind) = (percent(quantiles[2]), canvas.types.number);
            let right = panel.x(middle + half) + 0.8;
            // A number near the axis stands on it, not across it.
            let y = panel.y(median).min(panel.frame.bottom - kind.size * 0.6);
            // The column beside the panel holds the names of the axis, further down.
            let fits = right + canvas.face.width(&text, kind.size) <= panel.frame.right + 3.6;
            let (x, align) = if fits { (right, Align::Left) } else { (panel.x(middle - half) - 0.8, Align::Right) };
            canvas.label(&text, (x, y), kind, align)?;
        }
        panel.base()?;
        panel.numbers_left(shares, "%")?;
        calendar::marks(&panel, self.start, self.months())?;
        calendar::numbers(&panel, self.start, self.months())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_steps_and_years_must_match() {
        assert_eq!(steps([1.0, 3.0].into_iter()), [(0.0, 1.0), (1.0, 1.0), (1.0, 3.0), (2.0, 3.0)]);
        let start = CalendarMonth::new(2016, 12).expect("a month");
        let due = Estimated { value: 1.0, low: 0.0, high: 2.0 };
        let wall = |years| MaturityWall::new(start, vec![1.0; 2], vec![due; 2], vec![None; years]);
        assert!(wall(2).is_ok() && wall(1).is_err());
        assert!(MaturityWall::new(start, vec![], vec![], vec![]).is_err());
    }
}
