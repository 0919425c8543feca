//! Gain per head by lending mode: how the county's mean spreads over replications, and how often it is a loss.

use super::super::canvas::{Align, Canvas, Frame, Type};
use super::super::histogram::Histogram;
use super::super::page::{Body, Painter};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks};
use super::super::{Estimated, PlotError};
use crate::text::words::charts as words;
use crate::text::{interval, number};
use plotters::style::RGBColor;

/// The distribution of one group's gain.
#[derive(Clone, Debug, PartialEq)]
pub struct GainRow {
    /// The group, in the reader's language.
    pub name: String,
    /// Its numbers; none if nobody belongs to it.
    pub gain: Option<Gain>,
}

/// Gain per head and year over replications, yuan.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// Mean with its interval.
    pub mean: Estimated,
    /// The 5, 25, 50, 75 and 95% quantiles.
    pub quantiles: [f64; 5],
    /// Share of replications with a gain below zero.
    pub below_zero: Estimated,
    /// The values, counted.
    pub histogram: Histogram,
}

/// Gain per head by group; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Gains {
    rows: Vec<GainRow>,
}

impl Gains {
    /// Rows from top to bottom; at least one must have numbers.
    pub fn new(rows: Vec<GainRow>) -> Result<Gains, PlotError> {
        if rows.iter().all(|row| row.gain.is_none()) {
            return Err(PlotError::NoValues);
        }
        for row in &rows {
            let Some(gain) = &row.gain else { continue };
            let finite = gain.quantiles.iter().chain([&gain.mean.value]).all(|value| value.is_finite());
            if !finite || !gain.quantiles.is_sorted() || !gain.below_zero.holds_itself() {
                return Err(PlotError::BadValue { name: row.name.clone() });
            }
        }
        Ok(Gains { rows })
    }

    /// The axis: zero, every histogram and every interval lie on it.
    fn ticks(&self, intervals: u32) -> Ticks {
        let gains = self.rows.iter().filter_map(|row| row.gain.as_ref());
        let ends = gains.flat_map(|gain| {
            let histogram = &gain.histogram;
            [histogram.low, histogram.low + histogram.width * histogram.counts.len() as f64]
        });
        let (low, high) = ends.fold((0.0, 0.0), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
        ticks(low, high, intervals)
    }
}

/// The lowest bin that holds a replication.
const LEAST_MM: f64 = 0.35;

/// Height of a row: its words, its histogram, its bar.
fn row_height(style: Style) -> f64 {
    match style.width {
        Width::Double => 16.5,
        Width::Single => 14.0,
    }
}

impl Body for Gains {
    fn height(&self, style: Style) -> f64 {
        self.rows.len() as f64 * row_height(style) + 10.0
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let double = painter.style.width == Width::Double;
        let ticks = self.ticks(if double { 12 } else { 8 });
        let ends = canvas.face.width("00", canvas.types.number.size);
        let sides = (frame.left + ends, frame.right - ends);
        let kind = canvas.types.number;
        let bottom = frame.bottom - canvas.foot() - kind.leading();
        let panel = Panel::new(canvas, Frame::new(sides, (frame.top, bottom)), (ticks.low(), ticks.high()), (0.0, 1.0));
        panel.uprights(&ticks)?;
        let zero = (panel.x(0.0), frame.top);
        canvas.line(&[zero, (zero.0, bottom)], AXIS_MM, canvas.colours.soft)?;
        let height = (bottom - frame.top) / self.rows.len() as f64;
        for (i, row) in self.rows.iter().enumerate() {
            let top = frame.top + i as f64 * height;
            title(canvas, row, Frame::new((frame.left, frame.right), (top, top + height)))?;
            if let Some(gain) = &row.gain {
                distribution(&panel, gain, top + canvas.types.label.leading(), top + height)?;
            }
        }
        panel.base()?;
        panel.numbers_below(&ticks, "")?;
        let unit = words::gain_unit(canvas.lang);
        let y = bottom + canvas.foot() + kind.size * 0.85;
        canvas.write(unit, ((sides.0 + sides.1) / 2.0, y), kind, Align::Middle)
    }
}

/// Name left, mean and share below zero right, above the row's distribution.
fn title(canvas: &Canvas<'_>, row: &GainRow, frame: Frame) -> Result<(), PlotError> {
    let (strong, kind) = (canvas.types.strong, canvas.types.number);
    let y = frame.top + strong.size;
    on_white(canvas, &row.name, (frame.left, y), strong, Align::Left)?;
    let Some(gain) = &row.gain else {
        return on_white(canvas, words::nobody_borrows(canvas.lang), (frame.right, y), kind, Align::Right);
    };
    let [share, range] = gain.below_zero.percents();
    let mean = gain.mean;
    // One replication has a mean and no interval.
    let around = if mean.low < mean.high { format!(" {}", interval(mean.low, mean.high, 0)) } else { String::new() };
    let mean = number(mean.value, 0) + &around;
    let text = words::mean_and_below_zero(canvas.lang, mean, format!("{share} [{range}]"));
    on_white(canvas, &text, (frame.right, y), kind, Align::Right)
}

/// A text with the grid taken away behind it.
fn on_white(canvas: &Canvas<'_>, text: &str, place: (f64, f64), kind: Type, align: Align) -> Result<(), PlotError> {
    let width = canvas.face.width(text, kind.size);
    let left = if align == Align::Right { place.0 - width } else { place.0 };
    let frame = Frame::new((left - 0.4, left + width + 0.4), (place.1 - kind.size * 0.95, place.1 + kind.size * 0.25));
    canvas.fill(frame, RGBColor(255, 255, 255))?;
    canvas.write(text, place, kind, align)
}

/// The histogram between the heights `top` and `bottom`, below it nine tenths, half and the median, and the mean.
fn distribution(panel: &Panel<'_, '_>, gain: &Gain, top: f64, bottom: f64) -> Result<(), PlotError> {
    let (canvas, colours) = (panel.canvas, panel.canvas.colours);
    let bar = bottom - 2.6;
    let floor = bar - 1.6;
    let tallest = floor - top - 0.8;
    let fullest = gain.histogram.fullest().max(1) as f64;
    // One area for losses and one for gains: bars side by side would show seams.
    let (loss, rest): (Vec<_>, Vec<_>) = gain.histogram.bins().partition(|(_, to, _)| *to <= 1e-9);
    for (bins, ink) in [(loss, colours.alarm), (rest, colours.outer)] {
        let (Some(first), Some(last)) = (bins.first(), bins.last()) else { continue };
        let step = |(from, to, count): &(f64, f64, u64)| {
            // A single replication is seen too: rare losses are what the left tail is looked at for.
            let least = if *count > 0 { LEAST_MM } else { 0.0 };
            let y = floor - (tallest * *count as f64 / fullest).max(least);
            [(panel.x(*from), y), (panel.x(*to), y)]
        };
        let mut outline = vec![(panel.x(first.0), floor)];
        outline.extend(bins.iter().flat_map(step));
        outline.push((panel.x(last.1), floor));
        canvas.area(&outline, ink)?;
    }
    let [low, quarter, median, three, high] = gain.quantiles.map(|value| panel.x(value));
    canvas.line(&[(low, bar), (high, bar)], 0.35, colours.inner)?;
    canvas.fill(Frame::new((quarter, three), (bar - 0.7, bar + 0.7)), colours.inner)?;
    canvas.line(&[(median, bar - 0.95), (median, bar + 0.95)], 0.5, colours.centre)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_that_nobody_uses_has_no_numbers_and_others_set_the_axis() {
        let values: Vec<f64> = (0..=100).map(|i| f64::from(i) * 20.0 - 300.0).collect();
        let gain = Gain {
            mean: Estimated { value: 700.0, low: 600.0, high: 800.0 },
            quantiles: [-200.0, 200.0, 700.0, 1200.0, 1600.0],
            below_zero: Estimated { value: 0.15, low: 0.1, high: 0.2 },
            histogram: Histogram::of(&values, 20).expect("values"),
        };
        let rows = vec![
            GainRow { name: "自主贷款".into(), gain: Some(gain) },
            GainRow { name: "固定受益".into(), gain: None },
        ];
        let gains = Gains::new(rows).expect("valid");
        assert_eq!((gains.ticks(6).low(), gains.ticks(6).high()), (-500.0, 2000.0));
        let none = vec![GainRow { name: "x".into(), gain: None }];
        assert!(matches!(Gains::new(none), Err(PlotError::NoValues)));
    }
}
