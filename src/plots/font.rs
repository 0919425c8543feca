//! The embedded font: which characters it has, how wide a text is, where a line may break.

use super::PlotError;
use super::canvas::Type;
use ttf_parser::Face;

/// A subset of Noto Sans CJK SC; `assets/fonts/README.md` says how it is made.
pub(super) static FONT: &[u8] = include_bytes!("../../assets/fonts/LendmixSansSC-Regular.otf");

/// The family name inside the font file.
pub(super) const FAMILY: &str = "Lendmix Sans SC";

/// Height of digits and capitals, in em. Hanzi have their middle (0.38 em) at nearly the same height, so that
/// centring by this value suits both scripts.
pub(super) const CAP_HEIGHT: f64 = 0.74;

/// Signs that may not begin a line of Chinese text.
const NOT_FIRST: &str = "，。、；：！？）》」』”’%％‰·…";
/// Signs that may not end a line of Chinese text.
const NOT_LAST: &str = "（《「『“‘";

/// The embedded font, parsed.
pub(super) struct Typeface(Face<'static>);

impl Typeface {
    /// Parses the embedded font (microseconds: tables are read in place).
    pub(super) fn embedded() -> Result<Typeface, PlotError> {
        Face::parse(FONT, 0).map(Typeface).map_err(|_| PlotError::Font)
    }

    /// An error that names the first character of `text` the font lacks.
    pub(super) fn require(&self, text: &str) -> Result<(), PlotError> {
        match text.chars().find(|&c| self.0.glyph_index(c).is_none()) {
            Some(character) => Err(PlotError::MissingGlyph { character, text: text.to_owned() }),
            None => Ok(()),
        }
    }

    /// Width of `text` in the unit of `size` (the height of the em), without kerning.
    pub(super) fn width(&self, text: &str, size: f64) -> f64 {
        let advance = |c| self.0.glyph_index(c).and_then(|glyph| self.0.glyph_hor_advance(glyph)).unwrap_or(0);
        let units: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        f64::from(units) * size / f64::from(self.0.units_per_em())
    }

    /// The widest of `texts`.
    pub(super) fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>, size: f64) -> f64 {
        texts.into_iter().map(|text| self.width(text, size)).fold(0.0, f64::max)
    }

    /// `text` in lines no wider than `width`, broken at spaces and between hanzi. A single word that is too
    /// wide stays whole. An empty text has no lines.
    pub(super) fn wrap(&self, text: &str, size: f64, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let longer = format!("{line}{piece}");
            if !line.is_empty() && self.width(longer.trim_end(), size) > width {
                lines.push(line.trim_end().to_owned());
                line = piece.trim_start().to_owned();
            } else {
                line = longer;
            }
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// Lines that `text` takes across `width` millimetres; one if the font could not be read, which drawing then tells.
pub(super) fn lines_of(text: &str, kind: Type, width: f64) -> usize {
    Typeface::embedded().map_or(1, |face| face.wrap(text, kind.size, width).len())
}

/// `text` cut at every place where a line may break; the pieces joined are the text.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous = None;
    for c in text.chars() {
        match pieces.last_mut() {
            Some(piece) if !previous.is_some_and(|p| may_break(p, c)) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        previous = Some(c);
    }
    pieces
}

/// Whether a line may end after `before` and the next begin with `after`.
fn may_break(before: char, after: char) -> bool {
    let wide = |c: char| u32::from(c) >= 0x2E80;
    if NOT_FIRST.contains(after) || NOT_LAST.contains(before) || after == ' ' {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typeface() -> Typeface {
        Typeface::embedded().expect("the font in the program")
    }

    #[test]
    fn a_missing_character_is_named_with_its_text() {
        let error = typeface().require("基金 🐼 余额").expect_err("no panda in the font").to_string();
        assert!(error.contains('🐼') && error.contains("U+1F43C") && error.contains("基金"), "{error}");
        let error = typeface().require("two\nlines").expect_err("a line break is no glyph").to_string();
        assert!(error.contains("\\n") && error.contains("U+000A"), "{error}");
    }

    #[test]
    fn the_font_has_names_of_places_letters_and_signs() {
        let names = "埇桥鄠邑浉河瀍河浛洸堽城㮾梨婺源濮阳鄱阳盱眙道县会同溆浦麟游";
        let signs = "≤≥±×÷−–—…%‰¥￥·•√∑Φ₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹←→“”‘’（），。：；！？％０９Ａｚ\u{2009}\u{a0}\u{3000}";
        let ascii: String = (' '..='~').collect();
        for text in [names, signs, &ascii, "éüÄß αβγσΩ"] {
            typeface().require(text).expect("covered");
        }
    }

    #[test]
    fn a_hanzi_is_one_em_wide_and_digits_are_equally_wide() {
        assert_eq!(typeface().width("基金余额", 10.0), 40.0);
        let one = typeface().width("1", 1.0);
        assert!("0123456789".chars().all(|c| typeface().width(&c.to_string(), 1.0) == one));
    }

    #[test]
    fn lines_break_at_spaces_and_between_hanzi_but_not_before_a_full_stop() {
        let face = typeface();
        assert_eq!(face.wrap("基金余额。", 1.0, 4.0), ["基金余", "额。"]);
        assert_eq!(face.wrap("基金余额", 1.0, 2.0), ["基金", "余额"]);
        assert_eq!(face.wrap("seed 42, digest abcdefghij", 1.0, 4.0), ["seed 42,", "digest", "abcdefghij"]);
        assert!(face.wrap("", 1.0, 4.0).is_empty());
        for width in [1.0, 3.0, 7.5] {
            let text = "种子42（道县，2016）and words";
            assert_eq!(face.wrap(text, 1.0, width).concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
