//! A sheet with title, reading and caption around a body: what every chart has in common.

use super::PlotError;
use super::canvas::{Align, Canvas, Frame};
use super::font::Typeface;
use super::picture::{Facts, Provenance, outlined};
use super::style::Style;

/// Margin of the sheet, millimetres.
pub(super) const MARGIN: f64 = 2.0;
/// From the texts to the body.
const GAP: f64 = 2.4;
/// Tallest sheet: the text of an A4 page.
const TALLEST: f64 = 260.0;

/// The words around a chart and the facts inside its file, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// How it is set.
    pub style: Style,
    /// What the chart is about.
    pub title: String,
    /// How to read it.
    pub reading: String,
    /// Scenario, replications, seed, digest.
    pub caption: String,
    /// Provenance for machines.
    pub facts: Facts,
}

/// Width of the body of a chart, millimetres.
pub(super) fn body_width(style: Style) -> f64 {
    style.width.mm() - 2.0 * MARGIN
}

/// The part of a chart between title and caption.
pub trait Body {
    /// Height in millimetres when it is `style.width` wide.
    fn height(&self, style: Style) -> f64;
    /// Draws itself.
    #[doc(hidden)]
    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError>;
}

/// What a body paints with.
pub struct Painter<'c, 'a> {
    pub(super) canvas: &'c Canvas<'a>,
    pub(super) style: Style,
    pub(super) frame: Frame,
}

/// A chart as SVG with outlined text; the same input gives the same bytes.
pub fn draw(sheet: &Sheet, body: &dyn Body) -> Result<String, PlotError> {
    let style = sheet.style;
    let (types, face) = (style.types(), Typeface::embedded()?);
    let width = style.width.mm();
    let wrap = |text: &str, size: f64| face.wrap(text, size, body_width(style));
    let title = wrap(&sheet.title, types.title.size);
    let reading = wrap(&sheet.reading, types.subtitle.size);
    let caption = wrap(&sheet.caption, types.caption.size);
    let tall = |lines: &[String], leading: f64| lines.len() as f64 * leading;
    let top = MARGIN + tall(&title, types.title.leading()) + tall(&reading, types.subtitle.leading()) + GAP;
    let foot = GAP + tall(&caption, types.caption.leading()) + MARGIN;
    let body_height = body.height(style);
    let height = libm::ceil(top + body_height + foot);
    if height > TALLEST {
        return Err(PlotError::NoRoom { needed_mm: height, most_mm: TALLEST });
    }
    let mut drawn = String::new();
    {
        let canvas = Canvas::new(&mut drawn, style, (width, height))?;
        let first = MARGIN + types.title.size * 0.9;
        canvas.lines(&title, (MARGIN, first), types.title, Align::Left)?;
        // From the last baseline of the title to the first of the reading.
        let second = first + tall(&title, types.title.leading()) - (types.title.size - types.subtitle.size) * 0.6;
        canvas.lines(&reading, (MARGIN, second), types.subtitle, Align::Left)?;
        let last = height - MARGIN - tall(&caption, types.caption.leading()) + types.caption.leading();
        canvas.lines(&caption, (MARGIN, last), types.caption, Align::Left)?;
        let frame = Frame::new((MARGIN, width - MARGIN), (top, height - foot));
        body.paint(&Painter { canvas: &canvas, style, frame })?;
        canvas.finish()?;
    }
    let description = format!("{}\n{}", sheet.reading, sheet.caption);
    let provenance =
        Provenance { title: &sheet.title, description: &description, lang: style.lang, facts: &sheet.facts };
    outlined(&drawn, (width, height), &provenance)
}
