//! When the fund runs dry: a histogram of the month, and the probability that it has held so far.

use super::super::calendar;
use super::super::canvas::{Align, Canvas, Frame};
use super::super::page::{Body, Painter};
use super::super::panel::{AXIS_MM, BESIDE, LINE_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::{Ticks, ticks, ticks_between};
use super::super::{Estimated, PlotError};
use super::quantiles::estimate_beside;
use crate::text::whole;
use crate::text::words::charts as words;
use crate::units::CalendarMonth;

/// Share of replications whose fund ran dry in some months of the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepletionBin {
    /// Months from the start to the beginning of the bin.
    pub from: u32,
    /// Months from the start to its end.
    pub to: u32,
    /// Share of all replications, 0 to 1.
    pub share: Estimated,
}

/// The distribution of the depletion month; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DepletionMonths {
    start: CalendarMonth,
    replications: u64,
    depleted: u64,
    bins: Vec<DepletionBin>,
    held: Vec<Estimated>,
}

impl DepletionMonths {
    /// `bins` cover the months from `start` on; `held` holds for the end of each month the share of replications
    /// whose fund has not run dry by then; `depleted` of `replications` ran dry.
    pub fn new(
        start: CalendarMonth,
        (depleted, replications): (u64, u64),
        bins: Vec<DepletionBin>,
        held: Vec<Estimated>,
    ) -> Result<DepletionMonths, PlotError> {
        if held.is_empty() || bins.is_empty() {
            return Err(PlotError::NoMonths);
        }
        let all = bins.iter().map(|bin| &bin.share).chain(&held);
        for (i, share) in all.enumerate() {
            if !share.holds_itself() {
                return Err(PlotError::OutsideInterval { month: start.plus(i as u32) });
            }
        }
        Ok(DepletionMonths { start, replications, depleted, bins, held })
    }

    fn months(&self) -> u32 {
        self.held.len() as u32
    }

    /// A line of the lower panel: months since the start, per cent; a fund holds before the first month.
    fn held_line(&self, of: impl Fn(&Estimated) -> f64) -> Vec<(f64, f64)> {
        let ends = self.held.iter().enumerate().map(|(i, point)| ((i + 1) as f64, of(point) * 100.0));
        std::iter::once((0.0, 100.0)).chain(ends).collect()
    }

    fn held_ticks(&self) -> Ticks {
        let lowest = self.held.iter().map(|point| point.low).fold(1.0, f64::min);
        let low = if lowest < 0.5 { 0.0 } else { lowest.min(0.95) };
        ticks_between(low * 100.0, 100.0, 5)
    }
}

impl Body for DepletionMonths {
    fn height(&self, style: Style) -> f64 {
        let both = if style.width == Width::Double { 86.0 } else { 66.0 };
        if self.depleted == 0 { both * 0.62 } else { both }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let largest = self.bins.iter().map(|bin| bin.share.high).fold(0.0, f64::max);
        let (percent, held) = (ticks(0.0, largest.max(0.01) * 100.0, 5), self.held_ticks());
        let left = frame.left + canvas.axis_width(&percent, "%").max(canvas.axis_width(&held, "%"));
        let last = self.held[self.held.len() - 1]; // invariant: `new` refuses an empty list
        let figures = last.percents();
        let beside = canvas.face.widest(figures.iter().map(String::as_str), canvas.types.label.size) + BESIDE;
        let sides = (left, frame.right - beside);
        let foot = calendar::height(canvas, self.months());
        let middle = if self.depleted == 0 {
            self.never(canvas, frame)?
        } else {
            let top = canvas.heading(self.histogram_words(canvas), frame.left, frame.top, frame.width())?;
            let middle = top + 0.5 * (frame.bottom - foot - top - 10.0);
            self.histogram(&percent, canvas, Frame::new(sides, (top, middle)))?;
            middle + 3.4
        };
        let top = canvas.heading(words::held_so_far(canvas.lang), frame.left, middle, frame.width())?;
        let panel = Panel::new(
            canvas,
            Frame::new(sides, (top, frame.bottom - foot)),
            (0.0, f64::from(self.months())),
            (held.low(), held.high()),
        );
        panel.rules(&held)?;
        panel.band(&self.held_line(|p| p.low), &self.held_line(|p| p.high), canvas.colours.outer)?;
        panel.line(&self.held_line(|p| p.value), LINE_MM, canvas.colours.centre)?;
        panel.numbers_left(&held, "%")?;
        panel.base()?;
        calendar::marks(&panel, self.start, self.months())?;
        calendar::numbers(&panel, self.start, self.months())?;
        estimate_beside(&panel, last.value * 100.0, canvas.types.strong, &figures)
    }
}

impl DepletionMonths {
    /// What stands in place of the histogram if the fund never ran dry; returns where the rest begins.
    fn never(&self, canvas: &Canvas<'_>, frame: Frame) -> Result<f64, PlotError> {
        let n = whole(self.replications as i64);
        let text = words::never_dry(canvas.lang, n);
        let kind = canvas.types.strong;
        canvas.write(&text, (frame.left, frame.top + kind.size), kind, Align::Left)?;
        Ok(frame.top + kind.leading() + 2.5)
    }

    fn histogram_words(&self, canvas: &Canvas<'_>) -> &'static str {
        let monthly = self.bins.iter().all(|bin| bin.to - bin.from == 1);
        match monthly {
            true => words::dry_in_month(canvas.lang),
            false => words::dry_in_quarter(canvas.lang),
        }
    }

    fn histogram(&self, percent: &Ticks, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let colours = canvas.colours;
        let panel = Panel::new(canvas, frame, (0.0, f64::from(self.months())), (percent.low(), percent.high()));
        panel.rules(percent)?;
        for bin in &self.bins {
            let (from, to) = (f64::from(bin.from), f64::from(bin.to));
            let inset = (to - from) * 0.08;
            let Estimated { value, low, high } = bin.share;
            if value > 0.0 {
                panel.bar((from + inset, to - inset), (0.0, value * 100.0), colours.alarm)?;
                let middle = (from + to) / 2.0;
                panel.line(&[(middle, low * 100.0), (middle, high * 100.0)], AXIS_MM, colours.ink)?;
            }
        }
        panel.base()?;
        panel.numbers_left(percent, "%")?;
        calendar::marks(&panel, self.start, self.months())
    }
}
