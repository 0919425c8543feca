//! Who gains: households by tenths of their income without the programme.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::page::{Body, Painter};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks};
use super::super::{Estimated, PlotError};
use crate::text::words::charts as words;
use plotters::style::RGBColor;

/// One tenth of the households.
#[derive(Clone, Debug, PartialEq)]
pub struct Decile {
    /// What stands below it.
    pub name: String,
    /// Gain per head and year of those who borrowed, yuan; none if nobody did.
    pub gain: Option<Estimated>,
    /// Share of those who borrowed that lost by it, 0 to 1.
    pub worse_off: Option<Estimated>,
    /// Share of the tenth that borrowed, 0 to 1.
    pub borrowing: Option<Estimated>,
}

/// The tenths from the poorest to the richest; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Deciles {
    deciles: Vec<Decile>,
}

/// A panel: what it shows, its axis and suffix, its colour.
struct Row<'d> {
    says: &'d str,
    values: Vec<Option<Estimated>>,
    ticks: Ticks,
    suffix: &'static str,
    ink: RGBColor,
}

impl Deciles {
    /// From the poorest to the richest; somebody must have borrowed.
    pub fn new(deciles: Vec<Decile>) -> Result<Deciles, PlotError> {
        if deciles.iter().all(|decile| decile.gain.is_none()) {
            return Err(PlotError::NoValues);
        }
        for decile in &deciles {
            let all = [decile.gain, decile.worse_off, decile.borrowing];
            let sound = |e: &Estimated| [e.low, e.value, e.high].iter().all(|v| v.is_finite()) && e.holds_itself();
            if !all.iter().flatten().all(sound) {
                return Err(PlotError::BadValue { name: decile.name.clone() });
            }
        }
        Ok(Deciles { deciles })
    }

    fn rows<'d>(&self, canvas: &Canvas<'_>, steps: u32) -> [Row<'d>; 3] {
        let lang = canvas.lang;
        let row = |says, of: fn(&Decile) -> Option<Estimated>, factor: f64, suffix, ink| {
            let scaled =
                |e: Estimated| Estimated { value: e.value * factor, low: e.low * factor, high: e.high * factor };
            let values: Vec<Option<Estimated>> = self.deciles.iter().map(|decile| of(decile).map(scaled)).collect();
            let ends = values.iter().flatten().flat_map(|e| [e.low, e.high]);
            let (low, high) = ends.fold((0.0, 0.0), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
            Row { says, values, ticks: ticks(low, high, steps), suffix, ink }
        };
        [
            row(words::gain_of_borrowers(lang), |decile| decile.gain, 1.0, "", canvas.colours.inner),
            row(words::losing_share(lang), |decile| decile.worse_off, 100.0, "%", canvas.colours.alarm),
            row(words::borrowing_share(lang), |decile| decile.borrowing, 100.0, "%", canvas.colours.outer),
        ]
    }
}

impl Body for Deciles {
    fn height(&self, style: Style) -> f64 {
        match style.width {
            Width::Double => 104.0,
            Width::Single => 92.0,
        }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let rows = self.rows(canvas, if painter.style.width == Width::Double { 5 } else { 4 });
        let left = rows.iter().map(|row| canvas.axis_width(&row.ticks, row.suffix)).fold(0.0, f64::max);
        let sides = (frame.left + left, frame.right);
        let kind = canvas.types.number;
        let foot = kind.leading() * 2.3;
        let heading = canvas.types.heading.leading() + kind.size * 0.75;
        let room = frame.height() - foot - 3.0 * heading - 2.0 * 3.0;
        let mut top = frame.top;
        for (row, part) in rows.iter().zip([0.44, 0.28, 0.28]) {
            let begin = canvas.heading(row.says, frame.left, top, frame.width())?;
            top = begin + room * part;
            self.bars(row, canvas, Frame::new(sides, (begin, top)))?;
            top += 3.0;
        }
        let step = (sides.1 - sides.0) / self.deciles.len() as f64;
        let y = frame.bottom - foot + kind.size;
        for (i, decile) in self.deciles.iter().enumerate() {
            canvas.write(&decile.name, (sides.0 + (i as f64 + 0.5) * step, y), kind, Align::Middle)?;
        }
        // Under the panel, but not beyond the sheet.
        let words = words::tenths(canvas.lang);
        let half = canvas.face.width(words, kind.size) / 2.0;
        let middle = ((sides.0 + sides.1) / 2.0).min(frame.right - half).max(frame.left + half);
        canvas.write(words, (middle, y + kind.leading()), kind, Align::Middle)
    }
}

impl Deciles {
    fn bars(&self, row: &Row<'_>, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let across = (0.0, self.deciles.len() as f64);
        let panel = Panel::new(canvas, frame, across, (row.ticks.low(), row.ticks.high()));
        panel.rules(&row.ticks)?;
        for (i, value) in row.values.iter().enumerate() {
            let Some(Estimated { value, low, high }) = *value else { continue };
            let middle = i as f64 + 0.5;
            panel.bar((middle - 0.34, middle + 0.34), (value.min(0.0), value.max(0.0)), row.ink)?;
            panel.line(&[(middle, low), (middle, high)], AXIS_MM * 1.3, canvas.colours.ink)?;
        }
        panel.base()?;
        panel.numbers_left(&row.ticks, row.suffix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_must_have_borrowed() {
        let decile = |gain| Decile { name: "1".into(), gain, worse_off: None, borrowing: None };
        assert!(matches!(Deciles::new(vec![decile(None)]), Err(PlotError::NoValues)));
        let gain = Estimated { value: 800.0, low: 700.0, high: 900.0 };
        assert!(Deciles::new(vec![decile(Some(gain)), decile(None)]).is_ok());
        assert!(Deciles::new(vec![decile(Some(Estimated { low: 850.0, ..gain }))]).is_err());
    }
}
