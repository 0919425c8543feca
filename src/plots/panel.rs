//! A rectangle of the sheet with scales: bands, lines, bars, grid and numbers in the units of the data.

use super::PlotError;
use super::canvas::{Align, Canvas, Frame, Place};
use super::ticks::Ticks;
use plotters::style::RGBColor;

const GRID_MM: f64 = 0.12;
/// Axes and marks.
pub(super) const AXIS_MM: f64 = 0.25;
/// Medians and estimates.
pub(super) const LINE_MM: f64 = 0.55;
/// From the axis to its numbers, millimetres.
pub(super) const TICK_GAP: f64 = 1.4;
/// Length of a mark at a tick of a horizontal axis.
pub(super) const MARK: f64 = 1.0;
/// From the end of lines to what stands beside them.
pub(super) const BESIDE: f64 = 1.4;

/// A frame with a horizontal and a vertical scale.
pub(super) struct Panel<'c, 'a> {
    pub(super) canvas: &'c Canvas<'a>,
    pub(super) frame: Frame,
    pub(super) across: (f64, f64),
    pub(super) up: (f64, f64),
}

impl<'c, 'a> Panel<'c, 'a> {
    /// A panel whose left and right edges are the values `across`, lower and upper the values `up`.
    pub(super) fn new(canvas: &'c Canvas<'a>, frame: Frame, across: (f64, f64), up: (f64, f64)) -> Panel<'c, 'a> {
        Panel { canvas, frame, across, up }
    }

    /// Millimetres from the left edge of the sheet to a value.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.frame.left + self.frame.width() * (value - self.across.0) / (self.across.1 - self.across.0)
    }

    /// Millimetres from the top of the sheet to a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.frame.bottom - self.frame.height() * (value - self.up.0) / (self.up.1 - self.up.0)
    }

    fn places(&self, points: &[(f64, f64)]) -> Vec<Place> {
        points.iter().map(|&(x, y)| (self.x(x), self.y(y))).collect()
    }

    /// Fills the area between two lines.
    pub(super) fn band(&self, low: &[(f64, f64)], high: &[(f64, f64)], ink: RGBColor) -> Result<(), PlotError> {
        if low.len() < 2 {
            return Ok(());
        }
        let outline: Vec<_> = high.iter().chain(low.iter().rev()).copied().collect();
        self.canvas.area(&self.places(&outline), ink)
    }

    /// Draws a line, `width` in millimetres.
    pub(super) fn line(&self, points: &[(f64, f64)], width: f64, ink: RGBColor) -> Result<(), PlotError> {
        if points.len() < 2 {
            return Ok(());
        }
        self.canvas.line(&self.places(points), width, ink)
    }

    /// Draws a broken line.
    pub(super) fn dashed(&self, points: &[(f64, f64)], width: f64, ink: RGBColor) -> Result<(), PlotError> {
        self.canvas.dashed(&self.places(points), width, (1.6, 1.0), ink)
    }

    /// Fills a bar between the values `across` and `up`.
    pub(super) fn bar(&self, across: (f64, f64), up: (f64, f64), ink: RGBColor) -> Result<(), PlotError> {
        let frame = Frame::new((self.x(across.0), self.x(across.1)), (self.y(up.1), self.y(up.0)));
        self.canvas.fill(frame, ink)
    }

    /// Faint horizontal lines at the ticks.
    pub(super) fn rules(&self, ticks: &Ticks) -> Result<(), PlotError> {
        for &value in ticks.values() {
            let ends = [(self.across.0, value), (self.across.1, value)];
            self.line(&ends, GRID_MM, self.canvas.colours.grid)?;
        }
        Ok(())
    }

    /// Faint vertical lines at the ticks.
    pub(super) fn uprights(&self, ticks: &Ticks) -> Result<(), PlotError> {
        for &value in ticks.values() {
            let ends = [(value, self.up.0), (value, self.up.1)];
            self.line(&ends, GRID_MM, self.canvas.colours.grid)?;
        }
        Ok(())
    }

    /// The numbers of the ticks, each followed by `suffix`, right-aligned left of the panel.
    pub(super) fn numbers_left(&self, ticks: &Ticks, suffix: &str) -> Result<(), PlotError> {
        for (&value, text) in ticks.values().iter().zip(ticks.printed()) {
            let place = (self.frame.left - TICK_GAP, self.y(value));
            self.canvas.label(&format!("{text}{suffix}"), place, self.canvas.types.number, Align::Right)?;
        }
        Ok(())
    }

    /// Marks and numbers of the ticks below the panel; those that would touch their neighbour are left out.
    pub(super) fn numbers_below(&self, ticks: &Ticks, suffix: &str) -> Result<(), PlotError> {
        let kind = self.canvas.types.number;
        let y = self.frame.bottom + MARK + 0.8 + 2.0 * kind.half_height();
        let mut free = f64::NEG_INFINITY;
        for (&value, text) in ticks.values().iter().zip(ticks.printed()) {
            let (x, text) = (self.x(value), format!("{text}{suffix}"));
            self.mark(value, MARK)?;
            let half = self.canvas.face.width(&text, kind.size) / 2.0;
            if x - half >= free {
                self.canvas.write(&text, (x, y), kind, Align::Middle)?;
                free = x + half + 1.2;
            }
        }
        Ok(())
    }

    /// A mark below the panel, `length` millimetres long.
    pub(super) fn mark(&self, value: f64, length: f64) -> Result<(), PlotError> {
        let (x, bottom) = (self.x(value), self.frame.bottom);
        self.canvas.line(&[(x, bottom), (x, bottom + length)], AXIS_MM, self.canvas.colours.soft)
    }

    /// The horizontal axis: at zero, or at the lower edge of a scale that does not reach zero.
    pub(super) fn base(&self) -> Result<(), PlotError> {
        let y = self.y(if self.up.0 > 0.0 { self.up.0 } else { 0.0 });
        let Frame { left, right, .. } = self.frame;
        self.canvas.line(&[(left, y), (right, y)], AXIS_MM, self.canvas.colours.soft)
    }

    /// A horizontal whisker with a point: an estimate and its interval at height `y` (millimetres).
    pub(super) fn whisker(&self, ends: (f64, f64), y: f64, width: f64, ink: RGBColor) -> Result<(), PlotError> {
        self.canvas.line(&[(self.x(ends.0), y), (self.x(ends.1), y)], width, ink)
    }
}

impl<'a> Canvas<'a> {
    /// Width of the widest number of an axis with its suffix, distance included.
    pub(super) fn axis_width(&self, ticks: &Ticks, suffix: &str) -> f64 {
        let printed: Vec<String> = ticks.printed().iter().map(|text| format!("{text}{suffix}")).collect();
        self.face.widest(printed.iter().map(String::as_str), self.types.number.size) + TICK_GAP
    }

    /// What a panel shows, written from `top` down across `width`; returns where the panel may begin.
    pub(super) fn heading(&self, text: &str, left: f64, top: f64, width: f64) -> Result<f64, PlotError> {
        let kind = self.types.heading;
        let lines = self.face.wrap(text, kind.size, width);
        self.lines(&lines, (left, top + kind.size * 0.9), kind, Align::Left)?;
        // Half a number of the topmost tick reaches above the panel.
        Ok(top + lines.len() as f64 * kind.leading() + self.types.number.size * 0.75)
    }

    /// Height of the numbers below a panel.
    pub(super) fn foot(&self) -> f64 {
        MARK + 0.8 + self.types.number.leading()
    }
}
