//! The recovery rate of the loans due in the year to date, month by month, with the line that the rules draw.

use super::super::PlotError;
use super::super::calendar;
use super::super::canvas::Frame;
use super::super::page::{Body, Painter};
use super::super::panel::Panel;
use super::super::style::{Style, Width};
use super::super::ticks::ticks_between;
use super::quantiles::{self, LEVELS};
use crate::text::words::charts as words;
use crate::text::{Lang, number};
use crate::units::CalendarMonth;

/// Recovery rates over time; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryFan {
    start: CalendarMonth,
    rates: Vec<Option<[f64; 5]>>,
    line: Option<f64>,
}

/// Consecutive months of one calendar year with their quantiles: first month, quantiles.
type Segment<'f> = (u32, Vec<&'f [f64; 5]>);

impl RecoveryFan {
    /// `rates` holds the quantiles of [`LEVELS`] for each month from `start` on, none where nothing has fallen due in
    /// the year; `line` is the rate that the rules ask for.
    pub fn new(
        start: CalendarMonth,
        rates: Vec<Option<[f64; 5]>>,
        line: Option<f64>,
    ) -> Result<RecoveryFan, PlotError> {
        if rates.iter().all(Option::is_none) {
            return Err(PlotError::NoValues);
        }
        for (month, quantiles) in (0..).map(|i| start.plus(i)).zip(&rates) {
            let Some(quantiles) = quantiles else { continue };
            if quantiles.iter().any(|rate| !rate.is_finite()) {
                return Err(PlotError::NotFinite { month });
            }
            if !quantiles.is_sorted() {
                return Err(PlotError::QuantilesCross { month });
            }
        }
        Ok(RecoveryFan { start, rates, line })
    }

    fn months(&self) -> u32 {
        self.rates.len() as u32
    }

    /// The rate begins anew each January, and lines are not drawn across months without a value.
    fn segments(&self) -> Vec<Segment<'_>> {
        let mut segments: Vec<Segment<'_>> = Vec::new();
        for (i, rates) in (0..).zip(&self.rates) {
            let Some(rates) = rates else { continue };
            let january = self.start.plus(i).month() == 1;
            match segments.last_mut() {
                Some((first, months)) if !january && *first + months.len() as u32 == i => months.push(rates),
                _ => segments.push((i, vec![rates])),
            }
        }
        segments
    }

    /// The lowest and highest rate drawn, the line included.
    fn range(&self) -> (f64, f64) {
        let all = self.rates.iter().flatten().flatten().copied().chain(self.line);
        all.fold((1.0, 1.0), |(low, high), rate| (rate.min(low), rate.max(high)))
    }
}

/// The lines of a segment, in per cent: a value stands for its whole month.
fn lines((first, months): &Segment<'_>) -> [Vec<(f64, f64)>; LEVELS.len()] {
    std::array::from_fn(|level| {
        let middle = |(i, rates): (usize, &&[f64; 5])| (f64::from(*first) + i as f64 + 0.5, rates[level] * 100.0);
        let mut line: Vec<(f64, f64)> = months.iter().enumerate().map(middle).collect();
        let (from, to) = (line[0].1, line[line.len() - 1].1); // invariant: a segment has a month
        line.insert(0, (f64::from(*first), from));
        line.push((f64::from(*first) + months.len() as f64, to));
        line
    })
}

impl Body for RecoveryFan {
    fn height(&self, style: Style) -> f64 {
        match style.width {
            Width::Double => 72.0,
            Width::Single => 52.0,
        }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let (low, high) = self.range();
        let ticks = ticks_between((low * 100.0).min(95.0), high * 100.0, 6);
        let beside = quantiles::room(canvas);
        let sides = (frame.left + canvas.axis_width(&ticks, "%"), frame.right - beside);
        let top = canvas.heading(&self.heading(canvas.lang), frame.left, frame.top, frame.width())?;
        let foot = calendar::height(canvas, self.months());
        let up = (ticks.low(), ticks.high());
        let panel =
            Panel::new(canvas, Frame::new(sides, (top, frame.bottom - foot)), (0.0, f64::from(self.months())), up);
        panel.rules(&ticks)?;
        for segment in self.segments() {
            quantiles::fan(&panel, &lines(&segment))?;
        }
        self.required(&panel)?;
        if let Some(last) = self.segments().last() {
            let last = lines(last);
            let reaches = last[0].last().is_some_and(|end| end.0 >= f64::from(self.months()) - 0.5);
            if reaches {
                quantiles::names(&panel, &last)?;
            }
        }
        panel.numbers_left(&ticks, "%")?;
        panel.base()?;
        calendar::marks(&panel, self.start, self.months())?;
        calendar::numbers(&panel, self.start, self.months())
    }
}

impl RecoveryFan {
    /// What is drawn, the rate that the rules ask for named: beside its line there is no room without a band.
    fn heading(&self, lang: Lang) -> String {
        let Some(line) = self.line else { return words::recovered_to_date(lang).to_owned() };
        words::recovered_and_required(lang, format!("{}%", number(line * 100.0, 1).trim_end_matches(".0")))
    }

    /// The rate that the rules ask for.
    fn required(&self, panel: &Panel<'_, '_>) -> Result<(), PlotError> {
        let Some(line) = self.line else { return Ok(()) };
        let ends = [(0.0, line * 100.0), (f64::from(self.months()), line * 100.0)];
        panel.dashed(&ends, 0.35, panel.canvas.colours.alarm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_to_date_begins_anew_in_january_and_gaps_stay_gaps() {
        let start = CalendarMonth::new(2016, 10).expect("a month");
        let rate = Some([0.9, 0.92, 0.95, 0.97, 0.99]);
        let fan = RecoveryFan::new(start, vec![None, rate, rate, rate, rate, None, rate], None).expect("valid");
        let parts: Vec<(u32, usize)> = fan.segments().iter().map(|(first, months)| (*first, months.len())).collect();
        assert_eq!(parts, [(1, 2), (3, 2), (6, 1)]);
        // One month alone is as wide as a month.
        let [low, ..] = lines(&fan.segments()[2]);
        assert_eq!(low, [(6.0, 90.0), (6.5, 90.0), (7.0, 90.0)]);
    }

    #[test]
    fn rates_that_are_never_there_are_refused() {
        let start = CalendarMonth::new(2016, 1).expect("a month");
        assert!(matches!(RecoveryFan::new(start, vec![None; 3], Some(0.98)), Err(PlotError::NoValues)));
        let crossed = vec![Some([0.9, 0.8, 0.95, 0.97, 0.99])];
        assert!(matches!(RecoveryFan::new(start, crossed, None), Err(PlotError::QuantilesCross { .. })));
    }
}
