//! From the drawing to files: text turned into outlines, size on paper, provenance, PNG; and provenance read back.

use super::PlotError;
use super::canvas::{MM_PER_INCH, units};
use super::font::{FAMILY, FONT};
use crate::text::Lang;
use resvg::tiny_skia::{Color as PixelColor, Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions, fontdb, roxmltree};
use std::sync::{Arc, OnceLock};

/// Resolution of the PNG.
const DPI: f64 = 300.0;
/// SVG's own pixel: 96 to the inch.
const SVG_DPI: f64 = 96.0;
/// Name space of the provenance inside an SVG.
const NAME_SPACE: &str = "urn:lendmix:provenance";
/// Beginning of the keywords of provenance inside a PNG.
const KEYWORD: &str = "lendmix:";

/// What made a chart: names without spaces, and values. In the file, not on the sheet.
pub type Facts = Vec<(&'static str, String)>;

/// What a finished SVG says about itself to machines and screen readers.
pub(super) struct Provenance<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// The language of both.
    pub lang: Lang,
    pub facts: &'a Facts,
}

/// The drawing of `size` millimetres with every text turned into outlines, its size on paper, and its provenance.
pub(super) fn outlined(drawn: &str, size: (f64, f64), provenance: &Provenance<'_>) -> Result<String, PlotError> {
    let drawn = drawn.replacen("<svg ", "<svg stroke-linejoin=\"round\" ", 1);
    let options = Options { fontdb: fonts(), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&drawn, &options)?;
    let paths = tree.to_string(&WriteOptions {
        coordinates_precision: 1, // 1 µm
        indent: resvg::usvg::Indent::None,
        ..WriteOptions::default()
    });
    let body = paths.split_once('>').map_or("", |(_, body)| body); // all after the root's own tag
    let (width, height) = size;
    let (across, down) = (units(width), units(height));
    let language = provenance.lang.pick("en", "zh-Hans");
    let (title, description) = (escaped(provenance.title), escaped(provenance.description));
    let facts: String =
        provenance.facts.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
    Ok(format!(
        "<svg width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {across} {down}\" \
         xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" xml:lang=\"{language}\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n\
         <metadata><provenance xmlns=\"{NAME_SPACE}\"{facts}/></metadata>\n{body}"
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
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The picture of an outlined SVG at 300 dpi on white, with its resolution, title, description and provenance recorded.
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
    encoded(&picture, &document)
}

/// An opaque picture as PNG, with what its SVG says about itself.
fn encoded(picture: &Pixmap, document: &roxmltree::Document<'_>) -> Result<Vec<u8>, PlotError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_metre = libm::round(DPI / MM_PER_INCH * 1000.0) as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let words = |tag| document.root_element().children().find(|n| n.has_tag_name(tag)).and_then(|n| n.text());
    for (keyword, text) in [("Title", words("title")), ("Description", words("desc"))] {
        if let Some(text) = text {
            encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned())?;
        }
    }
    for (name, value) in facts_of(document) {
        encoder.add_itxt_chunk(format!("{KEYWORD}{name}"), value)?;
    }
    let rgb: Vec<u8> = picture.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(file)
}

fn facts_of(document: &roxmltree::Document<'_>) -> Vec<(String, String)> {
    let node = document.descendants().find(|node| node.tag_name().namespace() == Some(NAME_SPACE));
    let attributes = node.iter().flat_map(|node| node.attributes());
    attributes.map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned())).collect()
}

/// What a chart's file says about what made it; nothing if `file` is neither SVG nor PNG of this program.
pub fn provenance(file: &[u8]) -> Vec<(String, String)> {
    if let Ok(text) = std::str::from_utf8(file) {
        return roxmltree::Document::parse(text).map(|document| facts_of(&document)).unwrap_or_default();
    }
    let Ok(reader) = png::Decoder::new(std::io::Cursor::new(file)).read_info() else { return Vec::new() };
    let fact = |chunk: &png::text_metadata::ITXtChunk| {
        let name = chunk.keyword.strip_prefix(KEYWORD)?;
        Some((name.to_owned(), chunk.get_text().ok()?))
    };
    reader.info().utf8_text.iter().filter_map(fact).collect()
}
