//! A search along a lever: what each value that was looked at came to, with its interval.

use super::super::canvas::{Align, Frame};
use super::super::page::{Body, Painter};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks_between};
use super::super::{Estimated, PlotError};
use plotters::style::RGBColor;

/// What the conditions of a search come to at a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// They are met, beyond the simulation's own error.
    Surely,
    /// They are met by estimate.
    ByEstimate,
    /// They are not met.
    Not,
}

/// One measure along the lever.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverPanel {
    /// What it is, with its unit, in the reader's language.
    pub name: String,
    /// What stands after the numbers of its axis.
    pub suffix: &'static str,
    /// One for each value; none where there is nothing to measure.
    pub values: Vec<Option<Estimated>>,
    /// What is asked of it.
    pub limit: Option<f64>,
}

/// A search along a lever; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverSearch {
    /// The lever's name with its unit, in the reader's language.
    pub(super) axis: String,
    suffix: &'static str,
    at: Vec<(f64, Met)>,
    panels: Vec<LeverPanel>,
    marks: Vec<LeverMark>,
}

/// A value of the lever that is named above the panels.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverMark {
    /// The value.
    pub at: f64,
    /// Its name with the value.
    pub name: String,
    /// Whether its line is broken.
    pub dashed: bool,
}

impl LeverSearch {
    /// `at` holds the values that were looked at, ascending; every panel has a value for each.
    pub fn new(
        (axis, suffix): (String, &'static str),
        at: Vec<(f64, Met)>,
        panels: Vec<LeverPanel>,
        marks: Vec<LeverMark>,
    ) -> Result<LeverSearch, PlotError> {
        if at.len() < 2 || panels.iter().all(|panel| panel.values.iter().all(Option::is_none)) {
            return Err(PlotError::NoValues);
        }
        let rising = at.is_sorted_by(|a, b| a.0 < b.0) && at.iter().all(|(value, _)| value.is_finite());
        let sound = |e: &Estimated| [e.low, e.value, e.high].iter().all(|v| v.is_finite()) && e.holds_itself();
        for panel in &panels {
            if !rising || panel.values.len() != at.len() || !panel.values.iter().flatten().all(sound) {
                return Err(PlotError::BadValue { name: panel.name.clone() });
            }
        }
        Ok(LeverSearch { axis, suffix, at, panels, marks })
    }

    /// The axis of the lever: every value that was looked at or is marked.
    fn across(&self) -> Ticks {
        let all = || self.at.iter().map(|(at, _)| *at).chain(self.marks.iter().map(|mark| mark.at));
        let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        ticks_between(low, high, 8)
    }
}

impl LeverPanel {
    /// The axis of the measure: every interval and what is asked; zero where it is near.
    fn up(&self) -> Ticks {
        let ends = self.values.iter().flatten().flat_map(|e| [e.low, e.high]).chain(self.limit);
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        let low = if low > 0.0 && low < 0.5 * high { 0.0 } else { low };
        if high > low { ticks_between(low, high, 4) } else { ticks_between(low - 1.0, low + 1.0, 2) }
    }
}

/// The answer's line: broad and pale, so that the interval on it is seen.
const ANSWER_MM: f64 = 1.6;
/// Between panels.
const GAP: f64 = 3.0;

fn panel_height(style: Style) -> f64 {
    match style.width {
        Width::Double => 27.0,
        Width::Single => 24.0,
    }
}

impl Body for LeverSearch {
    fn height(&self, style: Style) -> f64 {
        let kind = style.types().number;
        let n = self.panels.len() as f64;
        n * panel_height(style)
            + (n - 1.0) * GAP
            + self.marks.len() as f64 * kind.leading()
            + 2.0 * kind.leading()
            + 3.0
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let across = self.across();
        let axes: Vec<Ticks> = self.panels.iter().map(LeverPanel::up).collect();
        let numbers = self.panels.iter().zip(&axes).map(|(panel, ticks)| canvas.axis_width(ticks, panel.suffix));
        let kind = canvas.types.number;
        let ends = canvas.face.width("00.0%", kind.size) / 2.0;
        let sides = (frame.left + numbers.fold(ends, f64::max), frame.right - ends);
        let heading = canvas.types.heading.leading() + kind.size * 0.75;
        let mut top = frame.top + self.marks.len() as f64 * kind.leading();
        let (first, mut last) = (top, None);
        for (measure, ticks) in self.panels.iter().zip(&axes) {
            canvas.heading(&measure.name, frame.left, top, frame.width())?;
            let inside = Frame::new(sides, (top + heading, top + panel_height(painter.style)));
            let panel = Panel::new(canvas, inside, (across.low(), across.high()), (ticks.low(), ticks.high()));
            self.measure(measure, &panel, ticks)?;
            top = inside.bottom + GAP;
            last = Some(panel);
        }
        let Some(panel) = last else { return Ok(()) };
        panel.numbers_below(&across, self.suffix)?;
        self.name_marks(&panel, (frame, first))?;
        let y = panel.frame.bottom + canvas.foot() + kind.size * 0.85;
        canvas.write(&self.axis, ((sides.0 + sides.1) / 2.0, y), kind, Align::Middle)
    }
}

impl LeverSearch {
    fn measure(&self, measure: &LeverPanel, panel: &Panel<'_, '_>, ticks: &Ticks) -> Result<(), PlotError> {
        let colours = panel.canvas.colours;
        panel.rules(ticks)?;
        for mark in &self.marks {
            let line = [(mark.at, panel.up.0), (mark.at, panel.up.1)];
            if mark.dashed {
                panel.dashed(&line, 0.3, colours.soft)?
            } else {
                panel.line(&line, ANSWER_MM, colours.outer)?
            }
        }
        if let Some(limit) = measure.limit {
            panel.dashed(&[(panel.across.0, limit), (panel.across.1, limit)], 0.35, colours.alarm)?;
        }
        let values =
            || self.at.iter().zip(&measure.values).filter_map(|((at, met), value)| Some((*at, *met, (*value)?)));
        let line: Vec<(f64, f64)> = values().map(|(at, _, value)| (at, value.value)).collect();
        panel.line(&line, 0.25, colours.inner)?;
        for (at, met, value) in values() {
            let ink = if met == Met::Not { colours.alarm } else { colours.centre };
            panel.line(&[(at, value.low), (at, value.high)], AXIS_MM * 1.4, ink)?;
            sign(panel, (panel.x(at), panel.y(value.value)), met, ink)?;
        }
        panel.base()?;
        panel.numbers_left(ticks, measure.suffix)
    }

    /// The names of the marked values, one line each above the panels.
    fn name_marks(&self, panel: &Panel<'_, '_>, (frame, first): (Frame, f64)) -> Result<(), PlotError> {
        let canvas = panel.canvas;
        for (row, mark) in self.marks.iter().enumerate() {
            let kind = if mark.dashed { canvas.types.number } else { canvas.types.strong };
            let half = canvas.face.width(&mark.name, kind.size) / 2.0;
            let x = panel.x(mark.at).min(frame.right - half).max(frame.left + half);
            let y = first - (self.marks.len() - row) as f64 * kind.leading() + kind.size * 0.8;
            canvas.write(&mark.name, (x, y), kind, Align::Middle)?;
        }
        Ok(())
    }
}

/// A disc where the conditions are surely met, a ring where by estimate, a diamond where not.
fn sign(panel: &Panel<'_, '_>, (x, y): (f64, f64), met: Met, ink: RGBColor) -> Result<(), PlotError> {
    match met {
        Met::Surely => panel.canvas.disc((x, y), 0.9, ink),
        Met::ByEstimate => panel.canvas.ring((x, y), 0.9, ink),
        Met::Not => panel.canvas.area(&[(x - 1.1, y), (x, y - 1.1), (x + 1.1, y), (x, y + 1.1)], ink),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_a_value_for_each_place_and_its_axis_reaches_to_the_marks() {
        let at = vec![(5.0, Met::Surely), (10.0, Met::ByEstimate), (15.0, Met::Not)];
        let value = |value: f64| Some(Estimated { value, low: value - 0.5, high: value + 0.5 });
        let panel = |n| LeverPanel { name: "p".into(), suffix: "%", values: vec![value(1.0); n], limit: Some(1.0) };
        let mark = LeverMark { at: 20.0, name: "here".into(), dashed: true };
        let search = |panel| LeverSearch::new(("x".into(), ""), at.clone(), vec![panel], vec![mark.clone()]);
        assert_eq!((search(panel(3)).expect("valid").across().low(), panel(3).up().low()), (4.0, 0.0));
        assert_eq!(search(panel(3)).expect("valid").across().high(), 20.0);
        assert!(search(panel(2)).is_err());
    }
}
