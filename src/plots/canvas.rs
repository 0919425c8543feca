//! The sheet a chart is drawn on: millimetres and points, outlined text, provenance, PNG.
//!
//! Plotters places everything on whole units, so the sheet is drawn in units of 10 µm, far below what a printer
//! shows, and only the root of the finished SVG states its size on paper.

use super::PlotError;
use super::font::{CAP_HEIGHT, FAMILY, FONT, Typeface};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea, PathElement, RGBColor, SVGBackend, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, IntoTextStyle, register_font};
use resvg::tiny_skia::{Color as PixelColor, Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions, fontdb, roxmltree};
use std::sync::{Arc, OnceLock};

/// Width and height of a chart: two columns of a printed page.
pub(super) const SHEET_MM: (f64, f64) = (180.0, 120.0);
/// Resolution of the PNG.
const DPI: f64 = 300.0;
const UNITS_PER_MM: f64 = 100.0;
/// SVG's own pixel: 96 to the inch.
const SVG_DPI: f64 = 96.0;
const MM_PER_INCH: f64 = 25.4;
/// Plotters' SVG backend divides every text size by this.
const TEXT_FACTOR: f64 = 1.24;
/// … and lifts a text anchored at its bottom by half an `ex`, which usvg takes as a quarter of an em.
const BOTTOM_LIFT: f64 = 0.25;

/// A part of the sheet of plotters.
pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Millimetres in units of the sheet.
pub(super) fn units(mm: f64) -> i32 {
    libm::round(mm * UNITS_PER_MM) as i32
}

/// Width of a line in units of the sheet.
pub(super) fn stroke(mm: f64) -> u32 {
    units(mm).unsigned_abs()
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
}

/// The sheet while it is drawn; positions in millimetres from the upper left corner.
pub(super) struct Canvas<'a> {
    pub(super) area: Area<'a>,
    pub(super) face: Typeface,
}

impl<'a> Canvas<'a> {
    /// An empty sheet that writes into `svg`.
    pub(super) fn new(svg: &'a mut String) -> Result<Canvas<'a>, PlotError> {
        register_font(FAMILY, FontStyle::Normal, FONT).map_err(|_| PlotError::Font)?;
        let size = (stroke(SHEET_MM.0), stroke(SHEET_MM.1));
        Ok(Canvas { area: SVGBackend::with_string(svg, size).into_drawing_area(), face: Typeface::embedded()? })
    }

    /// Writes `text` with its baseline at `at`; an error if the font lacks one of its characters.
    pub(super) fn write(&self, text: &str, at: (f64, f64), kind: Type, align: Align) -> Result<(), PlotError> {
        self.face.require(text)?;
        let h = match align {
            Align::Left => HPos::Left,
            Align::Middle => HPos::Center,
            Align::Right => HPos::Right,
        };
        let size = kind.size * UNITS_PER_MM * TEXT_FACTOR;
        let style =
            (FAMILY, size).into_font().color(&kind.ink).into_text_style(&self.area).pos(Pos::new(h, VPos::Bottom));
        let place = (units(at.0), units(at.1 + BOTTOM_LIFT * kind.size));
        Ok(self.area.draw(&Text::new(text.to_owned(), place, style))?)
    }

    /// Draws a line through `points`.
    pub(super) fn line(&self, points: &[(f64, f64)], width: f64, ink: RGBColor) -> Result<(), PlotError> {
        let points: Vec<_> = points.iter().map(|&(x, y)| (units(x), units(y))).collect();
        Ok(self.area.draw(&PathElement::new(points, ink.stroke_width(stroke(width))))?)
    }
}

/// What a finished SVG says about itself to machines and screen readers.
pub(super) struct Provenance<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// The language of both, as in `xml:lang`.
    pub language: &'a str,
}

/// The drawing with every text turned into outlines, its size on paper, and its provenance.
pub(super) fn outlined(drawn: &str, provenance: &Provenance<'_>) -> Result<String, PlotError> {
    let drawn = drawn.replacen("<svg ", "<svg stroke-linejoin=\"round\" ", 1);
    let options = Options { fontdb: fonts(), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&drawn, &options)?;
    let paths = tree.to_string(&WriteOptions {
        coordinates_precision: 1, // 1 µm
        indent: resvg::usvg::Indent::None,
        ..WriteOptions::default()
    });
    let body = paths.split_once('>').map_or("", |(_, body)| body); // all after the root's own tag
    let (width, height) = SHEET_MM;
    let (across, down) = (units(width), units(height));
    let (title, description) = (escaped(provenance.title), escaped(provenance.description));
    Ok(format!(
        "<svg width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {across} {down}\" \
         xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" xml:lang=\"{}\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n{body}",
        provenance.language
    ))
}

/// The embedded font as usvg wants it; the fonts of the machine are never looked for.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(FONT)));
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(load))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The picture of an outlined SVG at 300 dpi on white, with its resolution, title and description recorded.
///
/// The size on paper is the one the SVG states (a chart of 180 mm is 2,126 pixels wide). Text that was not
/// outlined is drawn in the embedded font.
pub fn svg_to_png(svg: &str) -> Result<Vec<u8>, PlotError> {
    let document = roxmltree::Document::parse(svg)?;
    let options = Options { fontdb: fonts(), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options)?;
    let scale = DPI / SVG_DPI;
    let pixels = |length: f32| libm::round(f64::from(length) * scale) as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let mut picture = Pixmap::new(width, height).ok_or(PlotError::PictureSize { width, height })?;
    picture.fill(PixelColor::WHITE);
    let (x, y) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut picture.as_mut());
    let words = |tag| document.root_element().children().find(|n| n.has_tag_name(tag)).and_then(|n| n.text());
    encoded(&picture, words("title"), words("desc"))
}

/// An opaque picture as PNG.
fn encoded(picture: &Pixmap, title: Option<&str>, description: Option<&str>) -> Result<Vec<u8>, PlotError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_metre = libm::round(DPI / MM_PER_INCH * 1000.0) as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    for (keyword, text) in [("Title", title), ("Description", description)] {
        if let Some(text) = text {
            encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned())?;
        }
    }
    let rgb: Vec<u8> = picture.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(file)
}
