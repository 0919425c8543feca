//! Charts: what to draw is prepared by pure, tested functions; drawing is thin.
//!
//! Every chart is drawn once, as SVG in units of 10 µm, with text already turned into outlines of the font
//! inside the program. PNG is made from that SVG. No font of the machine is ever read, so a chart looks the
//! same everywhere, and a character that the font lacks is an error that names it, never an empty box.
//! This room knows numbers, units and words; what a run, a scenario or a replication is, it does not know.
//!
//! | file | holds |
//! |---|---|
//! | [`charts`] | one file per chart: its data, checked, and its drawing |
//! | `page` | title, reading and caption around the body of a chart |
//! | `style` | widths, palettes for colour and grey, type |
//! | `canvas` | millimetres and points, text, lines, areas |
//! | `panel`, `calendar` | a rectangle with scales: bands, lines, bars, grid; the axis of time |
//! | `picture` | outlines, provenance, PNG |
//! | `font` | the embedded font: coverage, width, line breaking |
//! | `labels` | labels that keep their distance |
//! | [`money`] | unit of an axis of money |
//! | [`ticks`] | 1-2-5 steps, percentages, years and months of a time axis |

mod calendar;
mod canvas;
pub mod charts;
mod font;
mod histogram;
mod labels;
pub mod money;
mod page;
mod panel;
mod picture;
mod style;
pub mod ticks;

pub use histogram::Histogram;
pub use page::{Body, Painter, Sheet, draw};
pub use picture::{Facts, provenance, svg_to_png};
pub use style::{Style, Tone, Width};

use crate::units::CalendarMonth;
use plotters::drawing::DrawingAreaErrorKind;

/// A number with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimated {
    /// The estimate.
    pub value: f64,
    /// Lower end of the 95% interval.
    pub low: f64,
    /// Upper end of the 95% interval.
    pub high: f64,
}

impl Estimated {
    /// Whether the interval holds the estimate. A hair of 10⁻⁹ is allowed for intervals computed in floating point,
    /// whose end may miss an estimate of 0 or 1.
    pub(crate) fn holds_itself(&self) -> bool {
        self.low <= self.value + 1e-9 && self.high >= self.value - 1e-9
    }

    /// A share and its interval as they are printed: `3.4%` and `2.9–4.0%`.
    pub(crate) fn percents(&self) -> [String; 2] {
        let [value, low, high] = [self.value, self.low, self.high].map(ticks::percent);
        [value, format!("{}–{high}", low.trim_end_matches('%'))]
    }
}

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
    /// The chart and its texts are taller than a page.
    #[error("the chart would be {needed_mm:.0} mm tall, a page holds {most_mm:.0} mm")]
    NoRoom {
        /// Height needed, millimetres.
        needed_mm: f64,
        /// Height of a page, millimetres.
        most_mm: f64,
    },
    /// There is nothing to draw.
    #[error("there is no value to draw")]
    NoValues,
    /// A number is infinite or missing, or an interval does not hold its estimate.
    #[error("'{name}' has a number that cannot be drawn")]
    BadValue {
        /// What it belongs to.
        name: String,
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
