//! A rectangle of the sheet with a scale: bands, lines and grid in the units of the data.

use super::PlotError;
use super::canvas::{Align, Canvas, Type, stroke, units};
use super::ticks::Ticks;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::types::RangedCoordf64;
use plotters::element::{PathElement, Polygon};
use plotters::prelude::{Cartesian2d, SVGBackend};
use plotters::style::{BLACK, Color, RGBColor};

const GRID_MM: f64 = 0.12;
const ZERO_MM: f64 = 0.25;
/// From the axis to its numbers, millimetres.
pub(super) const TICK_GAP: f64 = 1.6;

/// Edges of a rectangle in millimetres from the upper left corner of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Frame {
    /// The frame between the edges `(left, right)` and `(top, bottom)`.
    pub(super) fn new((left, right): (f64, f64), (top, bottom): (f64, f64)) -> Frame {
        Frame { left, top, right, bottom }
    }
}

/// A frame with horizontal months and a vertical scale.
pub(super) struct Panel<'a> {
    chart: ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    frame: Frame,
    months: f64,
    ticks: Ticks,
}

impl<'a> Panel<'a> {
    /// A panel of `canvas` over `months` months with the vertical axis of `ticks`.
    pub(super) fn new(canvas: &Canvas<'a>, frame: Frame, months: u32, ticks: Ticks) -> Result<Panel<'a>, PlotError> {
        let (left, top) = (units(frame.left), units(frame.top));
        // Plotters counts the last unit of an area out, hence the one more.
        let size = (stroke(frame.right - frame.left) + 1, stroke(frame.bottom - frame.top) + 1);
        let area = canvas.area.clone().shrink((left, top), size);
        let months = f64::from(months);
        let chart = ChartBuilder::on(&area).build_cartesian_2d(0.0..months, ticks.low()..ticks.high())?;
        Ok(Panel { chart, frame, months, ticks })
    }

    /// Millimetres from the left edge of the sheet to a month.
    pub(super) fn x(&self, month: f64) -> f64 {
        self.frame.left + (self.frame.right - self.frame.left) * month / self.months
    }

    /// Millimetres from the top of the sheet to a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (value - self.ticks.low()) / (self.ticks.high() - self.ticks.low());
        self.frame.bottom - (self.frame.bottom - self.frame.top) * share
    }

    /// Fills the area between two lines.
    pub(super) fn band(&mut self, low: &[(f64, f64)], high: &[(f64, f64)], ink: RGBColor) -> Result<(), PlotError> {
        let outline: Vec<_> = high.iter().chain(low.iter().rev()).copied().collect();
        self.chart.draw_series([Polygon::new(outline, ink.filled())])?;
        Ok(())
    }

    /// Draws a line, `width` in millimetres.
    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, width: f64, ink: RGBColor) -> Result<(), PlotError> {
        self.chart.draw_series([PathElement::new(points, ink.stroke_width(stroke(width)))])?;
        Ok(())
    }

    /// Horizontal lines at the ticks, faint and over the bands so that they can be followed through them; zero
    /// is drawn stronger.
    pub(super) fn grid(&mut self, zero: RGBColor) -> Result<(), PlotError> {
        let months = self.months;
        let faint = BLACK.mix(0.13);
        let rule = |value, style| PathElement::new(vec![(0.0, value), (months, value)], style);
        let others = self.ticks.values().iter().filter(|&&value| value != 0.0);
        self.chart.draw_series(others.map(|&value| rule(value, faint.stroke_width(stroke(GRID_MM)))))?;
        self.chart.draw_series([rule(0.0, zero.stroke_width(stroke(ZERO_MM)))])?;
        Ok(())
    }

    /// The numbers of the ticks, each followed by `suffix`, right-aligned left of the axis.
    pub(super) fn numbers(&self, canvas: &Canvas<'a>, suffix: &str, kind: Type) -> Result<(), PlotError> {
        for (&value, text) in self.ticks.values().iter().zip(self.ticks.printed()) {
            let at = (self.frame.left - TICK_GAP, self.y(value) + kind.half_height());
            canvas.write(&format!("{text}{suffix}"), at, kind, Align::Right)?;
        }
        Ok(())
    }

    /// Marks below the panel at `months`, `length` millimetres long.
    pub(super) fn marks(
        &self,
        canvas: &Canvas<'a>,
        months: impl Iterator<Item = u32>,
        length: f64,
        ink: RGBColor,
    ) -> Result<(), PlotError> {
        for month in months {
            let x = self.x(f64::from(month));
            canvas.line(&[(x, self.frame.bottom), (x, self.frame.bottom + length)], ZERO_MM, ink)?;
        }
        Ok(())
    }
}
