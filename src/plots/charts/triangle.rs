//! The frame of the triangle of mixes: corners, scales along its edges, colours, signs.

use super::super::PlotError;
use super::super::canvas::{Align, Canvas, Frame, Place};
use super::super::style::{Style, Width, shade};
use super::super::ticks::Ticks;
use super::simplex::{self, Point};
use crate::text::words::charts as words;
use plotters::style::RGBColor;

/// The triangle on the sheet.
pub(super) struct Triangle<'c, 'a> {
    pub(super) canvas: &'c Canvas<'a>,
    pub(super) corners: [Place; 3],
}

impl Triangle<'_, '_> {
    pub(super) fn place(&self, point: Point) -> Place {
        let along =
            |of: fn(&Place) -> f64| point.iter().zip(&self.corners).map(|(part, corner)| part * of(corner)).sum();
        (along(|corner| corner.0), along(|corner| corner.1))
    }

    pub(super) fn places(&self, points: &[Point]) -> Vec<Place> {
        points.iter().map(|point| self.place(*point)).collect()
    }
}

pub(super) fn side(style: Style) -> f64 {
    match style.width {
        Width::Double => 112.0,
        Width::Single => 66.0,
    }
}

/// Height of an equilateral triangle of side one.
pub(super) const TALL: f64 = 0.866_025_403_784_438_6;

/// What is not lent of the plan.
pub(super) const NOT_LENT: RGBColor = RGBColor(236, 236, 236);

/// The name of a contour, on white.
pub(super) fn name(canvas: &Canvas<'_>, level: f64, (x, y): Place) -> Result<(), PlotError> {
    let text = format!("{:.0}%", level * 100.0);
    let kind = canvas.types.alarm;
    let (half, tall) = (canvas.face.width(&text, kind.size) / 2.0 + 0.4, kind.size * 0.55);
    canvas.fill(Frame::new((x - half, x + half), (y - tall, y + tall)), RGBColor(255, 255, 255))?;
    canvas.label(&text, (x, y), kind, Align::Middle)
}

pub(super) fn diamond(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    let around = |r: f64| [(x - r, y), (x, y - r), (x + r, y), (x, y + r)];
    canvas.area(&around(1.75), RGBColor(255, 255, 255))?;
    canvas.area(&around(1.3), canvas.colours.ink)
}

pub(super) fn efficient(canvas: &Canvas<'_>, place: Place) -> Result<(), PlotError> {
    canvas.disc(place, 1.0, RGBColor(255, 255, 255))?;
    canvas.disc(place, 0.72, canvas.colours.ink)?;
    canvas.disc(place, 0.38, RGBColor(255, 255, 255))
}

pub(super) fn hatched(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    hatch(canvas, &[(x - 1.2, y - 1.0), (x + 1.2, y - 1.0), (x + 1.2, y + 1.0), (x - 1.2, y + 1.0)], canvas.colours.ink)
}

pub(super) fn not_lent(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    canvas.fill(Frame::new((x - 1.2, x + 1.2), (y - 1.1, y + 1.1)), NOT_LENT)?;
    canvas.fill(Frame::new((x - 0.6, x + 0.6), (y - 0.55, y + 0.55)), shade(&canvas.colours.gain, 0.5))
}

/// Parallel strokes from lower left to upper right across a convex outline.
pub(super) fn hatch(canvas: &Canvas<'_>, outline: &[Place], ink: RGBColor) -> Result<(), PlotError> {
    simplex::hatching(outline, 1.1).iter().try_for_each(|stroke| canvas.line(stroke, 0.14, ink))
}

/// Shares in per cent along the three edges, each beside the edge on which its mode falls to nothing.
pub(super) fn scales(triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
    let canvas = triangle.canvas;
    let (kind, gap) = (canvas.types.number, 2.0);
    for step in 1..5 {
        let share = f64::from(step) / 5.0;
        let text = format!("{}%", step * 20);
        // Up the left edge self-directed, down the right edge fixed benefit, leftwards below pooled.
        let (x, y) = triangle.place([share, 1.0 - share, 0.0]);
        canvas.label(&text, (x - gap, y), kind, Align::Right)?;
        let (x, y) = triangle.place([1.0 - share, 0.0, share]);
        canvas.label(&text, (x + gap, y), kind, Align::Left)?;
        let (x, y) = triangle.place([0.0, share, 1.0 - share]);
        canvas.write(&text, (x, y + gap + kind.size * 0.7), kind, Align::Middle)?;
    }
    Ok(())
}

/// The names of the corners.
pub(super) fn names(triangle: &Triangle<'_, '_>, frame: Frame) -> Result<(), PlotError> {
    let canvas = triangle.canvas;
    let kind = canvas.types.strong;
    let [one, two, three] =
        [words::self_directed_only, words::pooled_only, words::fixed_only].map(|corner| corner(canvas.lang));
    let [top, left, right] = triangle.corners;
    canvas.write(one, (top.0, top.1 - 1.4), kind, Align::Middle)?;
    // Centred below their corners, but not beyond the sheet.
    let half = |text: &str| canvas.face.width(text, kind.size) / 2.0;
    let below = left.1 + kind.leading() * 1.9;
    canvas.write(two, (left.0.max(frame.left + half(two)), below), kind, Align::Middle)?;
    canvas.write(three, (right.0.min(frame.right - half(three)), below), kind, Align::Middle)
}

/// The scale of colours in the upper right corner.
pub(super) fn colour_bar(canvas: &Canvas<'_>, gains: &Ticks, frame: Frame, style: Style) -> Result<(), PlotError> {
    let kind = canvas.types.number;
    let numbers = canvas.axis_width(gains, "");
    let bar = (frame.right - numbers - 3.0, frame.right - numbers);
    let lines = canvas.face.wrap(words::gain_scale(canvas.lang), kind.size, frame.width());
    for (row, line) in lines.iter().enumerate() {
        canvas.write(
            line,
            (frame.right, frame.top + kind.size * 0.9 + row as f64 * kind.leading()),
            kind,
            Align::Right,
        )?;
    }
    let top = frame.top + lines.len() as f64 * kind.leading() + 1.6;
    let tall = if style.width == Width::Double { 34.0 } else { 17.0 };
    let steps = 34;
    for step in 0..steps {
        let share = (f64::from(step) + 0.5) / f64::from(steps);
        let y = |part: f64| top + tall * (1.0 - part);
        // Each colour reaches to the foot and the next lies on it from above: no seams.
        let to = f64::from(steps - step) / f64::from(steps);
        canvas.fill(Frame::new(bar, (y(to), y(0.0))), shade(&canvas.colours.gain, 0.06 + 0.88 * (1.0 - share)))?;
    }
    for (value, text) in gains.values().iter().zip(gains.printed()) {
        let y = top + tall * (1.0 - (value - gains.low()) / (gains.high() - gains.low()));
        canvas.label(&text, (frame.right, y), kind, Align::Right)?;
    }
    Ok(())
}
