//! Charts: what to draw is prepared by pure, tested functions; drawing is thin.
//!
//! Every chart is drawn once, as SVG in units of 10 µm, with text already turned into outlines of the font
//! inside the program. PNG is made from that SVG. No font of the machine is ever read, so a chart looks the
//! same everywhere, and a character that the font lacks is an error that names it, never an empty box.
//! Words come from the caller: this module knows numbers and signs only.
//!
//! | file | holds |
//! |---|---|
//! | [`fan`] | data and words of the fund fan chart, checked on construction |
//! | `fund_layout`, `fund_chart` | its colours, type and layout; its drawing |
//! | `panel` | a rectangle with a scale: bands, lines, grid |
//! | `canvas` | sheet, millimetres and points, outlines, PNG |
//! | `font` | the embedded font: coverage, width, line breaking |
//! | `labels` | labels that keep their distance |
//! | [`money`] | unit of an amount axis, numbers as printed |
//! | [`ticks`] | 1-2-5 steps, percentages, years and months of a time axis |

mod canvas;
pub mod fan;
mod font;
mod fund_chart;
mod fund_layout;
mod labels;
pub mod money;
mod panel;
pub mod ticks;

pub use canvas::svg_to_png;
pub use fan::{DepletionPoint, FanLabels, FundFan};
pub use fund_chart::fund_fan_svg;
pub use money::NumberStyle;

use crate::units::CalendarMonth;
use plotters::drawing::DrawingAreaErrorKind;

/// An error that names the first character of `text` no chart could draw: to be asked before a long run rather
/// than after it.
///
/// ```
/// # use lendmix::plots::check_text;
/// assert!(check_text("宿州市埇桥区").is_ok());
/// assert!(check_text("道县 🐼").unwrap_err().to_string().contains("U+1F43C"));
/// ```
pub fn check_text(text: &str) -> Result<(), PlotError> {
    font::Typeface::embedded()?.require(text)
}

/// Why a chart could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PlotError {
    /// The embedded font cannot draw a character of a label.
    #[error("the chart font has no character '{}' (U+{:04X}), used in \"{text}\"", character.escape_debug(), u32::from(*character))]
    MissingGlyph {
        /// The character.
        character: char,
        /// The label it stands in.
        text: String,
    },
    /// There is no month to draw.
    #[error("a fan chart needs at least one month")]
    NoMonths,
    /// Balances and depletion probabilities cover different numbers of months.
    #[error("{balance} months of fund balance but {depleted} months of depletion probability")]
    MonthsDiffer {
        /// Months of balances.
        balance: usize,
        /// Months of probabilities.
        depleted: usize,
    },
    /// A balance is infinite or not a number.
    #[error("the fund balance of {month} is not a finite number")]
    NotFinite {
        /// Its month.
        month: CalendarMonth,
    },
    /// A higher quantile lies below a lower one.
    #[error("the quantiles of the fund balance of {month} are not in ascending order")]
    QuantilesCross {
        /// Its month.
        month: CalendarMonth,
    },
    /// P(depleted by t) became smaller with t.
    #[error("the probability of depletion falls in {month}, but a fund depleted once stays counted")]
    DepletionFalls {
        /// The month with the smaller value.
        month: CalendarMonth,
    },
    /// An interval that does not contain its own estimate.
    #[error("the probability of depletion of {month} lies outside its own interval")]
    OutsideInterval {
        /// Its month.
        month: CalendarMonth,
    },
    /// Title, subtitle and caption leave too little of the sheet.
    #[error("the texts leave {left_mm:.0} mm of height for the chart, {needed_mm:.0} mm are needed")]
    NoRoom {
        /// Height left, millimetres.
        left_mm: f64,
        /// Height needed, millimetres.
        needed_mm: f64,
    },
    /// The embedded font is damaged.
    #[error("the embedded chart font cannot be read")]
    Font,
    /// The drawing library failed.
    #[error("the chart could not be drawn")]
    Draw(#[from] DrawingAreaErrorKind<std::io::Error>),
    /// The text is no XML.
    #[error("the chart is not well-formed XML")]
    Xml(#[from] resvg::usvg::roxmltree::Error),
    /// The XML is no SVG that can be drawn.
    #[error("the chart is not valid SVG")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture is too large for the memory, or empty.
    #[error("a picture of {width} × {height} pixels cannot be made")]
    PictureSize {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The PNG could not be encoded.
    #[error("the chart could not be encoded as PNG")]
    Png(#[from] png::EncodingError),
}

#[cfg(test)]
mod tests;
