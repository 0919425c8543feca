//! Scenarios against a baseline: the paired difference of each measure with its interval.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::font::lines_of;
use super::super::page::{Body, Painter, body_width};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks};
use super::super::{Estimated, PlotError};

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// One measure and its difference in every scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name, in the reader's language.
    pub name: String,
    /// The unit of its difference.
    pub unit: String,
    /// Which way is good.
    pub better: Better,
    /// Scenario less baseline in the unit, one per scenario; none where it cannot be told.
    pub differences: Vec<Option<Estimated>>,
}

/// Differences of scenarios from a baseline; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    scenarios: Vec<String>,
    measures: Vec<Measure>,
}

impl Comparison {
    /// `scenarios` name the rows; every measure has a difference for each of them.
    pub fn new(scenarios: Vec<String>, measures: Vec<Measure>) -> Result<Comparison, PlotError> {
        if scenarios.is_empty() || measures.is_empty() {
            return Err(PlotError::NoValues);
        }
        for measure in &measures {
            let sound = |e: &Estimated| [e.low, e.value, e.high].iter().all(|v| v.is_finite()) && e.low <= e.high;
            if measure.differences.len() != scenarios.len() || !measure.differences.iter().flatten().all(sound) {
                return Err(PlotError::BadValue { name: measure.name.clone() });
            }
        }
        Ok(Comparison { scenarios, measures })
    }

    /// Lines of each scenario's name, at most two; what is cut ends with an ellipsis.
    fn names(&self, style: Style) -> Vec<Vec<String>> {
        let Ok(face) = super::super::font::Typeface::embedded() else { return Vec::new() };
        let kind = style.types().label;
        let lines = |name: &String| {
            let mut lines = face.wrap(name, kind.size, names_width(style) - 1.5);
            if lines.len() > 2 {
                lines.truncate(2);
                lines[1].push('…');
            }
            lines
        };
        self.scenarios.iter().map(lines).collect()
    }

    fn rows_height(&self, style: Style) -> f64 {
        let leading = style.types().label.leading();
        self.names(style).iter().map(|lines| (lines.len().max(1) as f64 * leading * 0.86).max(leading) + 0.8).sum()
    }
}

/// Between blocks.
const GAP: f64 = 2.5;

/// Width of the scenarios' names.
fn names_width(style: Style) -> f64 {
    match style.width {
        Width::Double => 38.0,
        Width::Single => 26.0,
    }
}

/// Measures side by side in one block.
fn abreast(style: Style) -> usize {
    match style.width {
        Width::Double => 4,
        Width::Single => 2,
    }
}

/// Room on each side of a measure's axis: half a number of its ends.
const INSET: f64 = 3.6;

/// Width of a measure's column.
fn column(style: Style) -> f64 {
    (body_width(style) - names_width(style)) / abreast(style) as f64
}

/// Height of the measures' names with their units and of the numbers below.
fn around(measures: &[Measure], style: Style) -> (f64, f64) {
    let types = style.types();
    let lines = measures.iter().map(|m| lines_of(&m.name, types.heading, column(style) - 1.5)).max().unwrap_or(1);
    let above = lines as f64 * types.heading.leading() + types.number.leading() + 0.8;
    (above, types.number.leading() + 2.4)
}

impl Body for Comparison {
    fn height(&self, style: Style) -> f64 {
        let blocks = self.measures.chunks(abreast(style));
        let gaps = (blocks.len() - 1) as f64 * GAP;
        let heights = blocks.map(|measures| around(measures, style)).map(|(above, below)| above + below);
        heights.sum::<f64>() + self.measures.len().div_ceil(abreast(style)) as f64 * self.rows_height(style) + gaps
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let rows = self.rows_height(painter.style);
        let mut top = painter.frame.top;
        for measures in self.measures.chunks(abreast(painter.style)) {
            let (above, below) = around(measures, painter.style);
            let frame = Frame { top: top + above, bottom: top + above + rows, ..painter.frame };
            self.block(measures, painter, frame)?;
            top += above + rows + below + GAP;
        }
        Ok(())
    }
}

impl Comparison {
    /// The rows between the edges of `frame`, the measures' names above it and numbers below.
    fn block(&self, measures: &[Measure], painter: &Painter<'_, '_>, frame: Frame) -> Result<(), PlotError> {
        let canvas = painter.canvas;
        let places = self.row_places(painter.style, frame);
        for (lines, &(middle, _)) in self.names(painter.style).iter().zip(&places) {
            let kind = canvas.types.label;
            let step = kind.leading() * 0.86;
            let first = middle - (lines.len() as f64 - 1.0) * step / 2.0;
            for (row, line) in lines.iter().enumerate() {
                canvas.label(line, (frame.left, first + row as f64 * step), kind, Align::Left)?;
            }
        }
        let left = frame.left + names_width(painter.style);
        let width = column(painter.style);
        for (i, measure) in measures.iter().enumerate() {
            let from = left + i as f64 * width;
            let sides = (from + INSET, from + width - INSET);
            self.measure(measure, canvas, Frame { left: sides.0, right: sides.1, ..frame }, &places)?;
        }
        Ok(())
    }

    /// Middle and bottom of each row.
    fn row_places(&self, style: Style, frame: Frame) -> Vec<(f64, f64)> {
        let leading = style.types().label.leading();
        let mut top = frame.top;
        let place = |lines: &Vec<String>| {
            let height = (lines.len().max(1) as f64 * leading * 0.86).max(leading) + 0.8;
            let middle = top + height / 2.0;
            top += height;
            (middle, top)
        };
        self.names(style).iter().map(place).collect()
    }

    fn measure(
        &self,
        measure: &Measure,
        canvas: &Canvas<'_>,
        frame: Frame,
        places: &[(f64, f64)],
    ) -> Result<(), PlotError> {
        let (colours, kind) = (canvas.colours, canvas.types.heading);
        let lines = canvas.face.wrap(&measure.name, kind.size, frame.width() + 2.0 * INSET - 1.5);
        let left = frame.left - INSET;
        let unit = canvas.types.number;
        canvas.write(&measure.unit, (left, frame.top - 1.2), unit, Align::Left)?;
        let first = frame.top - 1.2 - unit.leading() - (lines.len() as f64 - 1.0) * kind.leading();
        canvas.lines(&lines, (left, first), kind, Align::Left)?;
        let ticks = axis(measure);
        let panel = Panel::new(canvas, frame, (ticks.low(), ticks.high()), (0.0, 1.0));
        panel.uprights(&ticks)?;
        canvas.line(&[(panel.x(0.0), frame.top), (panel.x(0.0), frame.bottom)], 0.3, colours.soft)?;
        panel.base()?;
        panel.numbers_below(&ticks, "")?;
        for (difference, &(y, _)) in measure.differences.iter().zip(places) {
            let Some(difference) = difference else {
                canvas.label("–", (panel.x(0.0) + 1.2, y), canvas.types.label, Align::Left)?;
                continue;
            };
            mark(&panel, difference, measure.better, y)?;
        }
        Ok(())
    }
}

/// The axis of a measure: zero and every interval.
fn axis(measure: &Measure) -> Ticks {
    let ends = measure.differences.iter().flatten().flat_map(|e| [e.low, e.high]);
    let (low, high) = ends.fold((0.0, 0.0), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
    ticks(low, high, 3)
}

/// Whether an interval tells the sign: better, worse, or neither (`None`).
pub(super) fn verdict(difference: &Estimated, better: Better) -> Option<bool> {
    match (difference.low > 0.0, difference.high < 0.0) {
        (true, _) => Some(better == Better::Higher),
        (_, true) => Some(better == Better::Lower),
        _ => None,
    }
}

/// A disc where the interval tells better (blue) from worse (vermillion diamond), a ring where it does not.
fn mark(panel: &Panel<'_, '_>, difference: &Estimated, better: Better, y: f64) -> Result<(), PlotError> {
    let (canvas, colours) = (panel.canvas, panel.canvas.colours);
    let x = panel.x(difference.value);
    let verdict = verdict(difference, better);
    let ink = match verdict {
        Some(true) => colours.centre,
        Some(false) => colours.alarm,
        None => colours.faint,
    };
    panel.whisker((difference.low, difference.high), y, AXIS_MM * 1.5, ink)?;
    match verdict {
        Some(true) => canvas.disc((x, y), 0.9, ink),
        Some(false) => canvas.area(&[(x - 1.1, y), (x, y - 1.1), (x + 1.1, y), (x, y + 1.1)], ink),
        None => canvas.ring((x, y), 0.9, ink),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimated(low: f64, value: f64, high: f64) -> Estimated {
        Estimated { value, low, high }
    }

    #[test]
    fn a_difference_is_better_or_worse_only_if_its_interval_leaves_zero_out() {
        let up = estimated(0.1, 0.2, 0.3);
        let down = estimated(-0.3, -0.2, -0.1);
        assert_eq!((verdict(&up, Better::Higher), verdict(&up, Better::Lower)), (Some(true), Some(false)));
        assert_eq!((verdict(&down, Better::Higher), verdict(&down, Better::Lower)), (Some(false), Some(true)));
        assert_eq!(verdict(&estimated(-0.1, 0.2, 0.5), Better::Higher), None);
        assert_eq!(verdict(&estimated(0.0, 0.0, 0.0), Better::Higher), None);
    }

    #[test]
    fn every_measure_has_a_difference_for_each_scenario() {
        let measure = |n| Measure { name: "m".into(), unit: "yuan".into(), better: Better::Lower, differences: vec![None; n] };
        assert!(Comparison::new(vec!["a".into(), "b".into()], vec![measure(2)]).is_ok());
        assert!(Comparison::new(vec!["a".into(), "b".into()], vec![measure(1)]).is_err());
        assert!(Comparison::new(vec![], vec![measure(0)]).is_err());
    }
}
