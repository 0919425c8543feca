//! Losses over replications with value at risk and expected shortfall.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::font::lines_of;
use super::super::histogram::Histogram;
use super::super::money::{MoneyAxis, amount};
use super::super::page::{Body, Painter, body_width};
use super::super::panel::{AXIS_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::percent_ticks;
use super::super::{Estimated, PlotError};
use crate::text::Lang;
use crate::text::words::charts as words;

/// One who bears losses.
#[derive(Clone, Debug, PartialEq)]
pub struct LossPanel {
    /// What is lost by whom, in the reader's language.
    pub name: String,
    /// The losses in yuan, counted.
    pub histogram: Histogram,
    /// The mean, yuan.
    pub mean: Estimated,
    /// Measures of the tail, in the order they are drawn.
    pub measures: Vec<LossMeasure>,
}

/// A measure of the tail.
#[derive(Clone, Debug, PartialEq)]
pub struct LossMeasure {
    /// `VaR 95%`.
    pub name: String,
    /// Yuan; the interval is missing where the sample is too small for one.
    pub value: f64,
    /// Ends of the 95% interval.
    pub interval: Option<(f64, f64)>,
}

/// Losses of one or several parties; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Losses {
    panels: Vec<LossPanel>,
}

impl Losses {
    /// Panels from top to bottom.
    pub fn new(panels: Vec<LossPanel>) -> Result<Losses, PlotError> {
        if panels.is_empty() {
            return Err(PlotError::NoValues);
        }
        for panel in &panels {
            let ends = panel.measures.iter().flat_map(|m| m.interval).flat_map(|(low, high)| [low, high]);
            let all = ends.chain(panel.measures.iter().map(|m| m.value)).chain([panel.mean.value]);
            if panel.histogram.total() == 0 || !all.into_iter().all(f64::is_finite) {
                return Err(PlotError::BadValue { name: panel.name.clone() });
            }
        }
        Ok(Losses { panels })
    }
}

fn histogram_height(style: Style) -> f64 {
    match style.width {
        Width::Double => 30.0,
        Width::Single => 24.0,
    }
}

/// Between panels.
const GAP: f64 = 2.0;

/// A row of the strip of measures.
fn strip_row(style: Style) -> f64 {
    style.types().label.leading()
}

fn panel_height(panel: &LossPanel, style: Style) -> f64 {
    let types = style.types();
    let strip = (panel.measures.len() + 1) as f64 * strip_row(style) + 2.0;
    let lines = lines_of(
        &heading(panel, MoneyAxis::of(reach(panel), 5, style.lang).unit.name, style.lang),
        types.heading,
        body_width(style),
    );
    lines as f64 * types.heading.leading()
        + types.number.size * 0.75
        + histogram_height(style)
        + strip
        + types.number.leading()
        + 3.0
}

impl Body for Losses {
    fn height(&self, style: Style) -> f64 {
        let gaps = (self.panels.len() - 1) as f64 * GAP;
        self.panels.iter().map(|panel| panel_height(panel, style)).sum::<f64>() + gaps
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let mut top = painter.frame.top;
        for panel in &self.panels {
            let bottom = top + panel_height(panel, painter.style);
            let frame = Frame { top, bottom, ..painter.frame };
            one(panel, painter, frame)?;
            top = bottom + GAP;
        }
        Ok(())
    }
}

/// Histogram above, strip of measures below, the axis of money between them.
fn one(loss: &LossPanel, painter: &Painter<'_, '_>, frame: Frame) -> Result<(), PlotError> {
    let (canvas, colours) = (painter.canvas, painter.canvas.colours);
    let total = loss.histogram.total() as f64;
    let largest = loss.histogram.fullest() as f64 / total;
    let percent = percent_ticks(largest, 4);
    let axis = MoneyAxis::of(reach(loss), intervals(painter.style), canvas.lang);
    let unit = axis.unit;
    let names = loss.measures.iter().map(|measure| measure.name.as_str()).chain([words::mean(canvas.lang)]);
    let names = canvas.face.widest(names, canvas.types.label.size) + 1.6;
    let figures: Vec<String> = rows(loss, canvas).iter().map(|row| amount(row.value, canvas.lang)).collect();
    let beside = canvas.face.widest(figures.iter().map(String::as_str), canvas.types.number.size) + 2.0;
    let sides = (frame.left + names.max(canvas.axis_width(&percent, "%")), frame.right - beside);
    let top = canvas.heading(&heading(loss, unit.name, canvas.lang), frame.left, frame.top, frame.width())?;
    let bottom = top + histogram_height(painter.style);
    let money = (axis.ticks.low(), axis.ticks.high());
    let panel = Panel::new(canvas, Frame::new(sides, (top, bottom)), money, (percent.low(), percent.high()));
    panel.rules(&percent)?;
    for (from, to, count) in loss.histogram.bins().filter(|(_, _, count)| *count > 0) {
        let inset = (to - from) * 0.06;
        let across = ((from + inset) / unit.yuan, (to - inset) / unit.yuan);
        panel.bar(across, (0.0, 100.0 * count as f64 / total), colours.inner)?;
    }
    panel.base()?;
    panel.numbers_left(&percent, "%")?;
    panel.numbers_below(&axis.ticks, "")?;
    strip(loss, &panel, unit.yuan, painter.style)
}

/// Smallest and largest amount of a panel, yuan.
fn reach(loss: &LossPanel) -> (f64, f64) {
    let Histogram { low, width, counts } = &loss.histogram;
    let ends = loss.measures.iter().map(|m| m.interval.map_or(m.value, |(_, high)| high));
    (low.min(0.0), ends.fold(low + width * counts.len() as f64, f64::max))
}

fn heading(loss: &LossPanel, unit: &str, lang: Lang) -> String {
    words::share_of_replications(lang, &loss.name, unit)
}

fn intervals(style: Style) -> u32 {
    if style.width == Width::Double { 10 } else { 6 }
}

/// The rows of the strip: the mean and the measures.
fn rows(loss: &LossPanel, canvas: &Canvas<'_>) -> Vec<LossMeasure> {
    let interval = Some((loss.mean.low, loss.mean.high));
    let mean = LossMeasure { name: words::mean(canvas.lang).to_owned(), value: loss.mean.value, interval };
    std::iter::once(mean).chain(loss.measures.iter().cloned()).collect()
}

/// Mean and measures below the histogram, each with its interval.
fn strip(loss: &LossPanel, panel: &Panel<'_, '_>, unit: f64, style: Style) -> Result<(), PlotError> {
    let (canvas, colours) = (panel.canvas, panel.canvas.colours);
    let step = strip_row(style);
    let first = panel.frame.bottom + canvas.foot() + 1.6 + step / 2.0;
    for (i, LossMeasure { name, value, interval }) in rows(loss, canvas).into_iter().enumerate() {
        let y = first + i as f64 * step;
        let ink = if i == 0 { colours.centre } else { colours.alarm };
        canvas.label(&name, (panel.frame.left - 1.6, y), canvas.types.label, Align::Right)?;
        canvas.line(&[(panel.frame.left, y), (panel.frame.right, y)], 0.1, colours.grid)?;
        if let Some((low, high)) = interval {
            panel.whisker((low / unit, high / unit), y, AXIS_MM * 1.6, ink)?;
        }
        canvas.disc((panel.x(value / unit), y), 0.75, ink)?;
        canvas.label(&amount(value, canvas.lang), (panel.frame.right + 2.0, y), canvas.types.number, Align::Left)?;
    }
    Ok(())
}
