//! How large a fund survives: the probability that an initial balance pays every claim.

use super::super::canvas::{Align, Frame, Place};
use super::super::money::{MoneyAxis, MoneyUnit};
use super::super::page::{Body, Painter};
use super::super::panel::{LINE_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::ticks_between;
use super::super::{Estimated, PlotError};
use crate::text::words::charts as words;
use crate::text::{Lang, interval, number};
use plotters::style::RGBColor;

/// The fund that survives with some probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FundMark {
    /// Probability of survival.
    pub level: f64,
    /// The fund in yuan.
    pub yuan: f64,
    /// Ends of its 95% interval; none if the sample is too small.
    pub interval: Option<(f64, f64)>,
}

/// Survival by size of the fund; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FundSize {
    curve: Vec<(f64, Estimated)>,
    marks: Vec<FundMark>,
    today: Option<f64>,
}

impl FundSize {
    /// `curve` holds the probability of survival (0 to 1) by initial fund in yuan, ascending; `today` is the fund that
    /// the scenario has.
    pub fn new(curve: Vec<(f64, Estimated)>, marks: Vec<FundMark>, today: Option<f64>) -> Result<FundSize, PlotError> {
        if curve.len() < 2 {
            return Err(PlotError::NoValues);
        }
        let rising = curve.is_sorted_by(|a, b| a.0 < b.0 && a.1.value <= b.1.value);
        let sound = curve.iter().all(|(yuan, share)| yuan.is_finite() && share.holds_itself());
        let marked = marks.iter().all(|mark| mark.yuan.is_finite());
        if !(rising && sound && marked) {
            return Err(PlotError::BadValue { name: "fund".to_owned() });
        }
        Ok(FundSize { curve, marks, today })
    }

    /// A line of steps up to `end` units: between two points the share is that of the lower one.
    fn line(&self, unit: f64, end: f64, of: impl Fn(&Estimated) -> f64) -> Vec<(f64, f64)> {
        let mut line: Vec<(f64, f64)> = Vec::with_capacity(2 * self.curve.len());
        for (yuan, share) in &self.curve {
            let (x, y) = (yuan / unit, of(share) * 100.0);
            if let Some(&(_, before)) = line.last().filter(|before| before.1 != y) {
                line.push((x, before));
            }
            line.push((x, y));
        }
        // Beyond the most that any replication needs, nothing changes.
        let last = line[line.len() - 1].1; // invariant: `new` refuses an empty curve
        line.push((end, last));
        line
    }

    /// What the curve is marked with, in words: the fund of the scenario, then the levels.
    fn rows(&self, unit: MoneyUnit, lang: Lang) -> Vec<String> {
        let largest = self.curve[self.curve.len() - 1].0.max(self.today.unwrap_or(0.0)) / unit.yuan; // invariant: as above
        let decimals = [100.0, 10.0].into_iter().filter(|bound| largest < *bound).count();
        let today = self.today.map(|yuan| words::fund_of_scenario(lang, number(yuan / unit.yuan, decimals), unit.name));
        let mark = |mark: &FundMark| {
            let level = format!("{}%", number(mark.level * 100.0, 1).trim_end_matches(".0"));
            let fund = number(mark.yuan / unit.yuan, decimals);
            match mark.interval {
                Some((low, high)) => {
                    let range = interval(low / unit.yuan, high / unit.yuan, decimals);
                    words::level_and_fund(lang, level, format!("{fund} {range}"), unit.name)
                }
                None => words::level_without_interval(lang, level, fund, unit.name),
            }
        };
        today.into_iter().chain(self.marks.iter().map(mark)).collect()
    }
}

/// Width of a sign of the key.
const SIGN: f64 = 5.2;
/// Line of the scenario's fund, lines and radius of the marked ones.
const TODAY_MM: f64 = 0.35;
const WHISKER_MM: f64 = 0.4;
const DISC_MM: f64 = 0.85;

impl Body for FundSize {
    fn height(&self, style: Style) -> f64 {
        match style.width {
            Width::Double => 84.0,
            Width::Single => 62.0,
        }
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame) = (painter.canvas, painter.frame);
        let largest = self.curve[self.curve.len() - 1].0.max(self.today.unwrap_or(0.0)); // invariant: not empty
        let steps = if painter.style.width == Width::Double { 8 } else { 5 };
        let axis = MoneyAxis::of((0.0, largest), steps, canvas.lang);
        let lowest = self.curve[0].1.low.min(0.98);
        let ticks = ticks_between(lowest * 100.0, 100.0, 6);
        let ends = canvas.face.width("0,000", canvas.types.number.size) / 2.0;
        let sides = (frame.left + canvas.axis_width(&ticks, "%"), frame.right - ends);
        let top = canvas.heading(words::every_claim_paid(canvas.lang), frame.left, frame.top, frame.width())?;
        let kind = canvas.types.number;
        let bottom = frame.bottom - canvas.foot() - kind.leading();
        let across = (axis.ticks.low(), axis.ticks.high());
        let panel = Panel::new(canvas, Frame::new(sides, (top, bottom)), across, (ticks.low(), ticks.high()));
        panel.rules(&ticks)?;
        let colours = canvas.colours;
        let (unit, end) = (axis.unit.yuan, across.1);
        let low = self.line(unit, end, |s| s.low);
        panel.band(&low, &self.line(unit, end, |s| s.high), colours.outer)?;
        panel.line(&self.line(unit, end, |s| s.value), LINE_MM, colours.centre)?;
        self.levels(&panel, unit)?;
        self.key(&panel, axis.unit, &low)?;
        panel.base()?;
        panel.numbers_left(&ticks, "%")?;
        panel.numbers_below(&axis.ticks, "")?;
        let words = words::first_fund(canvas.lang, axis.unit.name);
        let y = bottom + canvas.foot() + kind.size * 0.85;
        canvas.write(&words, ((sides.0 + sides.1) / 2.0, y), kind, Align::Middle)
    }
}

impl FundSize {
    /// The fund of the scenario, and the funds of the marked probabilities: a point with its interval.
    fn levels(&self, panel: &Panel<'_, '_>, unit: f64) -> Result<(), PlotError> {
        let canvas = panel.canvas;
        if let Some(today) = self.today {
            let ends = [(today / unit, panel.up.0), (today / unit, panel.up.1)];
            panel.dashed(&ends, TODAY_MM, canvas.colours.ink)?;
        }
        for mark in &self.marks {
            let (x, y) = (panel.x(mark.yuan / unit), panel.y(mark.level * 100.0));
            if let Some((low, high)) = mark.interval {
                panel.whisker((low / unit, high / unit), y, WHISKER_MM, canvas.colours.alarm)?;
            }
            canvas.disc((x, y), DISC_MM, canvas.colours.alarm)?;
        }
        Ok(())
    }

    /// The marks in words: in the lower right corner, or the upper left one where the curve runs through that.
    fn key(&self, panel: &Panel<'_, '_>, unit: MoneyUnit, low: &[(f64, f64)]) -> Result<(), PlotError> {
        let (canvas, frame) = (panel.canvas, panel.frame);
        let kind = canvas.types.label;
        let rows = self.rows(unit, canvas.lang);
        let (wide, tall) =
            (canvas.face.widest(rows.iter().map(String::as_str), kind.size) + SIGN, rows.len() as f64 * kind.leading());
        let (left, top) = (frame.right - wide - 1.0, frame.bottom - tall - 1.0);
        // The band is highest above the corner at the right: what counts is where its lower edge enters the block.
        let free = low.iter().all(|&(x, y)| panel.x(x) < left - 1.0 || panel.y(y) < top - 0.5);
        let (left, top) = if free { (left, top) } else { (frame.left + 1.5, frame.top + 1.0) };
        canvas.fill(
            Frame::new((left - 0.8, left + wide + 0.4), (top - 0.3, top + tall + 0.3)),
            RGBColor(255, 255, 255),
        )?;
        for (i, text) in rows.iter().enumerate() {
            let y = top + (i as f64 + 0.5) * kind.leading();
            self.sign(i, panel, (left, y))?;
            canvas.label(text, (left + SIGN, y), kind, Align::Left)?;
        }
        Ok(())
    }

    /// What row number `row` of the key explains.
    fn sign(&self, row: usize, panel: &Panel<'_, '_>, (left, y): Place) -> Result<(), PlotError> {
        let canvas = panel.canvas;
        if row == 0 && self.today.is_some() {
            return canvas.dashed(&[(left, y), (left + SIGN - 1.2, y)], TODAY_MM, (1.2, 0.8), canvas.colours.ink);
        }
        canvas.line(&[(left, y), (left + SIGN - 1.2, y)], WHISKER_MM, canvas.colours.alarm)?;
        canvas.disc((left + (SIGN - 1.2) / 2.0, y), DISC_MM, canvas.colours.alarm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survival_that_falls_with_the_fund_is_refused() {
        let share = |value: f64| Estimated { value, low: value - 0.01, high: value + 0.01 };
        let curve = |a, b| vec![(0.0, share(a)), (1e6, share(b))];
        assert!(FundSize::new(curve(0.5, 0.6), vec![], None).is_ok());
        assert!(FundSize::new(curve(0.6, 0.5), vec![], None).is_err());
        assert!(matches!(FundSize::new(vec![], vec![], None), Err(PlotError::NoValues)));
    }

    #[test]
    fn survival_rises_in_steps_and_marks_are_told_with_their_intervals() {
        let share = |value: f64| Estimated { value, low: value - 0.01, high: value };
        let curve = vec![(0.0, share(0.5)), (1e6, share(0.5)), (2e6, share(1.0))];
        let mark = |level, interval| FundMark { level, yuan: 2e6, interval };
        let marks = vec![mark(0.9, Some((1e6, 2e6))), mark(0.99, None)];
        let size = FundSize::new(curve, marks, Some(15e6)).expect("valid");
        let line = size.line(1e6, 20.0, |s| s.value);
        assert_eq!(line, [(0.0, 50.0), (1.0, 50.0), (2.0, 50.0), (2.0, 100.0), (20.0, 100.0)]);
        let unit = MoneyUnit { yuan: 1e4, name: "万元" };
        let rows = size.rows(unit, Lang::Zh);
        assert_eq!(rows, ["本方案：1,500万元", "90%：200 [100, 200]万元", "99%：200万元（次数不足，无区间）"]);
    }
}
