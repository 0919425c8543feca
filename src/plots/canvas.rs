//! The sheet a chart is drawn on: millimetres and points, text, lines, areas and marks.
//!
//! Plotters places everything on whole units, so the sheet is drawn in units of 10 µm, far below what a printer
//! shows, and only the root of the finished SVG states its size on paper.

use super::PlotError;
use super::font::{CAP_HEIGHT, FAMILY, FONT, Typeface};
use super::style::{Palette, Style, Types};
use crate::text::Lang;
use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, IntoDrawingArea, PathElement, Polygon, RGBColor, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, IntoTextStyle, register_font};

const UNITS_PER_MM: f64 = 100.0;
pub(super) const MM_PER_INCH: f64 = 25.4;
/// Plotters' SVG backend divides every text size by this.
const TEXT_FACTOR: f64 = 1.24;
/// … and lifts a text anchored at its bottom by half an `ex`, which usvg takes as a quarter of an em.
const BOTTOM_LIFT: f64 = 0.25;

/// A place on the sheet: millimetres from its left and from its upper edge.
pub(super) type Place = (f64, f64);

/// Millimetres in units of the sheet.
pub(super) fn units(mm: f64) -> i32 {
    libm::round(mm * UNITS_PER_MM) as i32
}

/// Width of a line in units of the sheet.
pub(super) fn stroke(mm: f64) -> u32 {
    units(mm).unsigned_abs()
}

fn at(place: Place) -> (i32, i32) {
    (units(place.0), units(place.1))
}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// The text begins there.
    Left,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    Right,
}

/// Size and colour of a text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Height of the em, millimetres.
    pub size: f64,
    /// Colour.
    pub ink: RGBColor,
}

impl Type {
    /// Type of `pt` points.
    pub(super) const fn new(pt: f64, ink: RGBColor) -> Type {
        Type { size: pt * MM_PER_INCH / 72.0, ink }
    }
    /// From baseline to baseline, millimetres.
    pub(super) fn leading(self) -> f64 {
        self.size * 1.38
    }
    /// How far below its middle the baseline of a digit or hanzi lies, millimetres.
    pub(super) fn half_height(self) -> f64 {
        self.size * CAP_HEIGHT / 2.0
    }
    /// The same type in another colour.
    pub(super) fn inked(self, ink: RGBColor) -> Type {
        Type { ink, ..self }
    }
}

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
    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }
    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// The sheet while it is drawn.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    pub(super) face: Typeface,
    pub(super) lang: Lang,
    pub(super) colours: Palette,
    pub(super) types: Types,
}

impl<'a> Canvas<'a> {
    /// An empty sheet of `size` millimetres that writes into `svg`.
    pub(super) fn new(svg: &'a mut String, style: Style, size: (f64, f64)) -> Result<Canvas<'a>, PlotError> {
        register_font(FAMILY, FontStyle::Normal, FONT).map_err(|_| PlotError::Font)?;
        let size = (stroke(size.0), stroke(size.1));
        Ok(Canvas {
            area: SVGBackend::with_string(svg, size).into_drawing_area(),
            face: Typeface::embedded()?,
            lang: style.lang,
            colours: style.palette(),
            types: style.types(),
        })
    }

    /// Everything is drawn.
    pub(super) fn finish(&self) -> Result<(), PlotError> {
        Ok(self.area.present()?)
    }

    /// Writes `text` with its baseline at `place`; an error if the font lacks one of its characters.
    pub(super) fn write(&self, text: &str, place: Place, kind: Type, align: Align) -> Result<(), PlotError> {
        self.face.require(text)?;
        let h = match align {
            Align::Left => HPos::Left,
            Align::Middle => HPos::Center,
            Align::Right => HPos::Right,
        };
        let size = kind.size * UNITS_PER_MM * TEXT_FACTOR;
        let style =
            (FAMILY, size).into_font().color(&kind.ink).into_text_style(&self.area).pos(Pos::new(h, VPos::Bottom));
        Ok(self.area.draw(&Text::new(text.to_owned(), at((place.0, place.1 + BOTTOM_LIFT * kind.size)), style))?)
    }

    /// Writes `text` with its middle at `place`.
    pub(super) fn label(&self, text: &str, place: Place, kind: Type, align: Align) -> Result<(), PlotError> {
        self.write(text, (place.0, place.1 + kind.half_height()), kind, align)
    }

    /// Writes lines from the baseline `place` of the first on.
    pub(super) fn lines(&self, lines: &[String], place: Place, kind: Type, align: Align) -> Result<(), PlotError> {
        for (row, line) in lines.iter().enumerate() {
            self.write(line, (place.0, place.1 + row as f64 * kind.leading()), kind, align)?;
        }
        Ok(())
    }

    /// Draws a line through `points`, `width` in millimetres.
    pub(super) fn line(&self, points: &[Place], width: f64, ink: RGBColor) -> Result<(), PlotError> {
        let points: Vec<_> = points.iter().copied().map(at).collect();
        Ok(self.area.draw(&PathElement::new(points, ink.stroke_width(stroke(width))))?)
    }

    /// Draws a broken line through `points`, strokes and gaps of `dash` millimetres.
    pub(super) fn dashed(
        &self,
        points: &[Place],
        width: f64,
        dash: (f64, f64),
        ink: RGBColor,
    ) -> Result<(), PlotError> {
        dashes(points, dash).iter().try_for_each(|stroke| self.line(stroke, width, ink))
    }

    /// Fills the area inside `outline`.
    pub(super) fn area(&self, outline: &[Place], ink: RGBColor) -> Result<(), PlotError> {
        let outline: Vec<_> = outline.iter().copied().map(at).collect();
        Ok(self.area.draw(&Polygon::new(outline, ink.filled()))?)
    }

    /// Fills a rectangle.
    pub(super) fn fill(&self, frame: Frame, ink: RGBColor) -> Result<(), PlotError> {
        let corners = [at((frame.left, frame.top)), at((frame.right, frame.bottom))];
        Ok(self.area.draw(&Rectangle::new(corners, ink.filled()))?)
    }

    /// A disc, `radius` in millimetres.
    pub(super) fn disc(&self, place: Place, radius: f64, ink: RGBColor) -> Result<(), PlotError> {
        Ok(self.area.draw(&Circle::new(at(place), units(radius), ink.filled()))?)
    }

    /// A ring with a white inside.
    pub(super) fn ring(&self, place: Place, radius: f64, ink: RGBColor) -> Result<(), PlotError> {
        self.disc(place, radius, ink)?;
        self.disc(place, radius - 0.3, RGBColor(255, 255, 255))
    }
}

/// The strokes of a broken line.
fn dashes(points: &[Place], (on, off): (f64, f64)) -> Vec<Vec<Place>> {
    let mut strokes: Vec<Vec<Place>> = Vec::new();
    let (mut drawing, mut left) = (true, on);
    let Some(&first) = points.first() else { return strokes };
    strokes.push(vec![first]);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            let share = if length > 0.0 { (left / length).min(1.0) } else { 1.0 };
            from = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
            if drawing && let Some(stroke) = strokes.last_mut() {
                stroke.push(from);
            }
            if share >= 1.0 {
                left -= length;
                break;
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
            if drawing {
                strokes.push(vec![from]);
            }
        }
    }
    strokes.retain(|stroke| stroke.len() > 1);
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_has_its_strokes_and_gaps() {
        let strokes = dashes(&[(0.0, 0.0), (10.0, 0.0)], (2.0, 1.0));
        let ends: Vec<(f64, f64)> = strokes.iter().map(|s| (s[0].0, s[s.len() - 1].0)).collect();
        assert_eq!(ends, [(0.0, 2.0), (3.0, 5.0), (6.0, 8.0), (9.0, 10.0)]);
        // A stroke goes on around a corner.
        let corner = dashes(&[(0.0, 0.0), (1.0, 0.0), (1.0, 5.0)], (2.0, 1.0));
        assert_eq!(corner[0], [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]);
        assert!(dashes(&[], (2.0, 1.0)).is_empty() && dashes(&[(1.0, 1.0)], (2.0, 1.0)).is_empty());
    }
}
