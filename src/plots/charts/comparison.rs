//! Scenarios against a baseline: the paired difference of each measure with its interval.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::font::lines_of;
use super::super::page::{Body, Painter, body_width};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks};
use super::super::{Estimated, PlotError};

/// What a difference comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The scenario is better.
    Better,
    /// It is worse.
    Worse,
    /// It differs, and neither way is good.
    Differs,
    /// It cannot be told from no difference.
    Not,
}

/// A difference and what it comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Scenario less baseline.
    pub estimated: Estimated,
    /// What it comes to.
    pub told: Told,
}

/// One measure and its difference in every scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name, in the reader's language.
    pub name: String,
    /// The unit of its difference.
    pub unit: String,
    /// One per scenario; none where there is nothing to compare.
    pub differences: Vec<Option<Difference>>,
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
            let sound = |d: &Difference| [d.estimated.low, d.estimated.value, d.estimated.high].is_sorted();
            if measure.differences.len() != scenarios.len() || !measure.differences.iter().flatten().all(sound) {
                return Err(PlotError::BadValue { name: measure.name.clone() });
            }
        }
        Ok(Comparison { scenarios, measures })
    }

    /// Lines of each scenario's name, at most three; what is cut ends with an ellipsis.
    fn names(&self, style: Style) -> Vec<Vec<String>> {
        let Ok(face) = super::super::font::Typeface::embedded() else { return Vec::new() };
        let kind = style.types().label;
        let lines = |name: &String| {
            let mut lines = face.wrap(name, kind.size, names_width(style) - 1.5);
            let most = match self.scenarios.len() {
                count if count <= FEW => 3,
                count if count <= SOME => 2,
                _ => 1,
            };
            if lines.len() > most {
                lines.truncate(most);
                lines[most - 1].push('…');
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

/// Up to this many scenarios, a name may take three lines.
const FEW: usize = 6;
/// Up to this many scenarios, a name may take two lines.
const SOME: usize = 14;

/// Width of the scenarios' names.
fn names_width(style: Style) -> f64 {
    match style.width {
        Width::Double => 46.0,
        Width::Single => 23.0,
    }
}

/// Measures side by side in one block.
const ABREAST: usize = 3;

/// Room on each side of a measure's axis: half a number of its ends.
const INSET: f64 = 4.0;

/// Width of a measure's column.
fn column(style: Style) -> f64 {
    (body_width(style) - names_width(style)) / ABREAST as f64
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
        let blocks = self.measures.chunks(ABREAST);
        let gaps = (blocks.len() - 1) as f64 * GAP;
        let heights = blocks.map(|measures| around(measures, style)).map(|(above, below)| above + below);
        heights.sum::<f64>() + self.measures.len().div_ceil(ABREAST) as f64 * self.rows_height(style) + gaps
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let rows = self.rows_height(painter.style);
        let mut top = painter.frame.top;
        for measures in self.measures.chunks(ABREAST) {
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
            mark(&panel, difference, y)?;
        }
        Ok(())
    }
}

/// The axis of a measure: zero and every interval.
fn axis(measure: &Measure) -> Ticks {
    let ends = measure.differences.iter().flatten().flat_map(|d| [d.estimated.low, d.estimated.high]);
    let (low, high) = ends.fold((0.0, 0.0), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
    ticks(low, high, 3)
}

/// A disc for better, a diamond for worse, a square for another that neither is, a ring for what cannot be told.
fn mark(panel: &Panel<'_, '_>, difference: &Difference, y: f64) -> Result<(), PlotError> {
    let (canvas, colours) = (panel.canvas, panel.canvas.colours);
    let Difference { estimated, told } = difference;
    let x = panel.x(estimated.value);
    let ink = match told {
        Told::Better => colours.centre,
        Told::Worse => colours.alarm,
        Told::Differs => colours.ink,
        Told::Not => colours.faint,
    };
    panel.whisker((estimated.low, estimated.high), y, AXIS_MM * 1.5, ink)?;
    match told {
        Told::Better => canvas.disc((x, y), 0.9, ink),
        Told::Worse => canvas.area(&[(x - 1.1, y), (x, y - 1.1), (x + 1.1, y), (x, y + 1.1)], ink),
        Told::Differs => canvas.fill(Frame::new((x - 0.75, x + 0.75), (y - 0.75, y + 0.75)), ink),
        Told::Not => canvas.ring((x, y), 0.9, ink),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_a_difference_for_each_scenario() {
        let measure = |n| Measure { name: "m".into(), unit: "yuan".into(), differences: vec![None; n] };
        assert!(Comparison::new(vec!["a".into(), "b".into()], vec![measure(2)]).is_ok());
        assert!(Comparison::new(vec!["a".into(), "b".into()], vec![measure(1)]).is_err());
        assert!(Comparison::new(vec![], vec![measure(0)]).is_err());
    }
}
