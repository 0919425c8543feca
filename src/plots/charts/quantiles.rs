//! Bands of quantiles over time, and what stands beside the ends of their lines.

use super::super::PlotError;
use super::super::canvas::{Align, Canvas, Type};
use super::super::labels::spread;
use super::super::panel::{BESIDE, LINE_MM, Panel};
use crate::text::words::charts as words;

/// The probabilities of the quantiles of every fan, ascending.
pub const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// The median among them.
const MEDIAN: usize = 2;
/// From the panel to labels that leaders run to.
const LEADER: f64 = 3.8;

/// The bands that hold nine tenths and half, and the median.
pub(super) fn fan(panel: &Panel<'_, '_>, lines: &[Vec<(f64, f64)>; 5]) -> Result<(), PlotError> {
    let colours = panel.canvas.colours;
    panel.band(&lines[0], &lines[4], colours.outer)?;
    panel.band(&lines[1], &lines[3], colours.inner)?;
    panel.line(&lines[MEDIAN], LINE_MM, colours.centre)
}

fn texts(canvas: &Canvas<'_>) -> [&'static str; 5] {
    ["5%", "25%", words::median(canvas.lang), "75%", "95%"]
}

/// Width that the names of the quantiles take beside a panel.
pub(super) fn room(canvas: &Canvas<'_>) -> f64 {
    canvas.face.widest(texts(canvas), canvas.types.label.size) + LEADER
}

/// The names of the quantiles beside the ends of their lines, with leaders where they had to move apart.
pub(super) fn names(panel: &Panel<'_, '_>, lines: &[Vec<(f64, f64)>; 5]) -> Result<(), PlotError> {
    let (canvas, frame) = (panel.canvas, panel.frame);
    let label = canvas.types.label;
    let ends: Vec<f64> = lines.iter().rev().filter_map(|line| line.last()).map(|end| panel.y(end.1)).collect();
    let places = spread(&ends, label.size * 1.12, frame.top, frame.bottom);
    let shifted = places.iter().zip(&ends).any(|(place, end)| (place - end).abs() > 0.2);
    let x = frame.right + if shifted { LEADER } else { BESIDE };
    for ((place, end), level) in places.iter().zip(&ends).zip((0..lines.len()).rev()) {
        if shifted {
            let leader = [(frame.right + 0.5, *end), (x - 1.2, *place), (x - 0.5, *place)];
            canvas.line(&leader, 0.1, canvas.colours.faint)?;
        }
        let kind = if level == MEDIAN { canvas.types.strong } else { label };
        canvas.label(texts(canvas)[level], (x, *place), kind, Align::Left)?;
    }
    Ok(())
}

/// An estimate in figures and below it its interval, right of the panel at the height of `value`.
pub(super) fn estimate_beside(
    panel: &Panel<'_, '_>,
    value: f64,
    kind: Type,
    figures: &[String; 2],
) -> Result<(), PlotError> {
    let (canvas, frame) = (panel.canvas, panel.frame);
    let kinds = [kind, canvas.types.number];
    let (gap, room) = (kinds[0].size * 1.25, kinds[0].size * 0.5);
    let end = panel.y(value);
    let places = spread(&[end, end + gap], gap, frame.top + room, frame.bottom - room);
    for ((place, text), kind) in places.iter().zip(figures).zip(kinds) {
        canvas.label(text, (frame.right + BESIDE, *place), kind, Align::Left)?;
    }
    Ok(())
}
