//! Colours, type and layout of the fund fan chart.
//!
//! Colours. The fan is one blue in three steps of lightness (after ColorBrewer's *Blues*), which orders the bands
//! for every kind of colour vision and in grey print. Depletion is the vermillion of Okabe and Ito's palette, made
//! to stay apart from blue for protan, deutan and tritan readers; in grey its line is still darker than its band.
//! Nothing is told by colour alone: lines carry their names at their ends.

use super::PlotError;
use super::canvas::{Canvas, SHEET_MM, Type};
use super::fan::{DepletionPoint, FanLabels, FundFan};
use super::panel::{Frame, TICK_GAP};
use super::ticks::{Ticks, percent};
use plotters::style::RGBColor;

pub(super) const OUTER: RGBColor = RGBColor(198, 219, 239);
pub(super) const INNER: RGBColor = RGBColor(126, 178, 216);
pub(super) const MEDIAN: RGBColor = RGBColor(8, 48, 107);
pub(super) const VERMILLION: RGBColor = RGBColor(213, 94, 0);
pub(super) const VERMILLION_PALE: RGBColor = RGBColor(247, 213, 184);
/// Vermillion for small type: dark enough on white (contrast 5.3 to 1).
pub(super) const VERMILLION_TEXT: RGBColor = RGBColor(179, 77, 0);
pub(super) const INK: RGBColor = RGBColor(34, 34, 34);
pub(super) const SOFT: RGBColor = RGBColor(85, 85, 85);
pub(super) const CAPTION_INK: RGBColor = RGBColor(110, 110, 110);

pub(super) const TITLE: Type = Type::new(11.5, INK);
pub(super) const SUBTITLE: Type = Type::new(8.5, SOFT);
pub(super) const HEADING: Type = Type::new(8.0, INK);
pub(super) const NUMBER: Type = Type::new(7.5, SOFT);
pub(super) const LABEL: Type = Type::new(7.5, INK);
pub(super) const MEDIAN_LABEL: Type = Type::new(7.5, MEDIAN);
pub(super) const ESTIMATE: Type = Type::new(7.5, VERMILLION_TEXT);
pub(super) const CAPTION: Type = Type::new(6.5, CAPTION_INK);

/// The median among the quantiles.
pub(super) const MEDIAN_LEVEL: usize = 2;
/// Width of the median and of the estimate.
pub(super) const LINE: f64 = 0.55;
/// Margin of the sheet.
pub(super) const MARGIN: f64 = 2.0;
/// Length of a mark at a January and at another month.
pub(super) const MARKS: (f64, f64) = (1.5, 0.8);
/// From the end of the lines to what stands beside them.
pub(super) const BESIDE: f64 = 1.6;
/// The same where leaders run from the lines to labels that had to move.
pub(super) const LEADER: f64 = 4.2;
/// Least height of both panels together.
const PANELS_AT_LEAST: f64 = 40.0;
/// Up to this horizon the months are numbered as well as the years.
pub(super) const MONTHS_NUMBERED: u32 = 24;

/// Lines of text and the frames of both panels.
pub(super) struct Layout {
    pub title: Vec<String>,
    pub subtitle: Vec<String>,
    pub caption: Vec<String>,
    pub upper: Frame,
    pub lower: Frame,
}

/// The last probability and its interval as printed beside the lower panel.
pub(super) fn depletion_figures(last: &DepletionPoint) -> [String; 2] {
    let [estimate, low, high] = [last.estimate, last.low, last.high].map(|p| percent(p.get()));
    [estimate, format!("{}–{high}", low.trim_end_matches('%'))]
}

/// Divides the sheet: texts take what they need, the panels the rest, three parts to one.
pub(super) fn layout(
    canvas: &Canvas<'_>,
    fan: &FundFan,
    labels: &FanLabels,
    axes: [&Ticks; 2],
) -> Result<Layout, PlotError> {
    let lines = |text: &str, kind: Type| canvas.face.wrap(text, kind.size, SHEET_MM.0 - 2.0 * MARGIN);
    let height = |lines: &[String], kind: Type| lines.len() as f64 * kind.leading();
    let title = lines(&labels.title, TITLE);
    let subtitle = lines(&labels.subtitle, SUBTITLE);
    let caption = lines(&labels.caption, CAPTION);
    let heading = HEADING.size * 2.1; // its line and the half of the topmost number
    let rows = if fan.months() <= MONTHS_NUMBERED { 2.0 } else { 1.0 };
    let top = MARGIN + height(&title, TITLE) + height(&subtitle, SUBTITLE) + 2.0 + heading;
    let bottom = SHEET_MM.1 - MARGIN - height(&caption, CAPTION) - 2.2 - rows * NUMBER.leading();
    let between = MARKS.0 + 2.0 + heading;
    let middle = top + 0.75 * enough(bottom - top - between)?;
    let sides = sides(canvas, fan, labels, axes);
    let upper = Frame::new(sides, (top, middle));
    let lower = Frame::new(sides, (middle + between, bottom));
    Ok(Layout { title, subtitle, caption, upper, lower })
}

/// The height left for the panels, if it is enough.
fn enough(left_mm: f64) -> Result<f64, PlotError> {
    let needed_mm = PANELS_AT_LEAST;
    if left_mm < needed_mm {
        return Err(PlotError::NoRoom { left_mm, needed_mm });
    }
    Ok(left_mm)
}

/// Left and right edge of the panels: beside the widest number and the widest label.
fn sides(canvas: &Canvas<'_>, fan: &FundFan, labels: &FanLabels, axes: [&Ticks; 2]) -> (f64, f64) {
    let face = &canvas.face;
    let [money, percent] = axes.map(Ticks::printed);
    let percent: Vec<String> = percent.iter().map(|text| format!("{text}%")).collect();
    let numbers = face.widest(money.iter().chain(&percent).map(String::as_str), NUMBER.size);
    let figures = depletion_figures(&fan.last_depletion());
    let months = (fan.months() <= MONTHS_NUMBERED).then_some(&labels.months);
    let names = labels.quantiles.iter().chain(&figures).chain(months).chain([&labels.years]);
    let names = face.widest(names.map(String::as_str), LABEL.size);
    (MARGIN + numbers + TICK_GAP, SHEET_MM.0 - MARGIN - names - LEADER)
}
