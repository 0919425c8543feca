//! How large a fund survives: the probability that an initial balance pays every claim.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::money::{MoneyAxis, amount};
use super::super::page::{Body, Painter};
use super::super::panel::{LINE_MM, Panel};
use super::super::style::{Style, Width};
use super::super::ticks::ticks_between;
use super::super::{Estimated, PlotError};
use crate::text::number;

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

    fn line(&self, unit: f64, of: impl Fn(&Estimated) -> f64) -> Vec<(f64, f64)> {
        self.curve.iter().map(|(yuan, share)| (yuan / unit, of(share) * 100.0)).collect()
    }
}

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
        let words = canvas.lang.pick("Probability that every claim is paid", "足额支付全部代偿的概率");
        let top = canvas.heading(words, frame.left, frame.top, frame.width())?;
        let kind = canvas.types.number;
        let bottom = frame.bottom - canvas.foot() - kind.leading();
        let across = (axis.ticks.low(), axis.ticks.high());
        let panel = Panel::new(canvas, Frame::new(sides, (top, bottom)), across, (ticks.low(), ticks.high()));
        panel.rules(&ticks)?;
        let colours = canvas.colours;
        let unit = axis.unit.yuan;
        panel.band(&self.line(unit, |s| s.low), &self.line(unit, |s| s.high), colours.outer)?;
        panel.line(&self.line(unit, |s| s.value), LINE_MM, colours.centre)?;
        self.levels(&panel, unit)?;
        self.today_line(&panel, unit)?;
        panel.base()?;
        panel.numbers_left(&ticks, "%")?;
        panel.numbers_below(&axis.ticks, "")?;
        let words = canvas.lang.pick(
            format!("initial balance of the fund, {}", axis.unit.name),
            format!("期初风险补偿金（{}）", axis.unit.name),
        );
        let y = bottom + canvas.foot() + kind.size * 0.85;
        canvas.write(&words, ((sides.0 + sides.1) / 2.0, y), kind, Align::Middle)
    }
}

impl FundSize {
    /// The funds of the marked probabilities: a point with its interval and its figures to the lower right.
    fn levels(&self, panel: &Panel<'_, '_>, unit: f64) -> Result<(), PlotError> {
        let canvas = panel.canvas;
        let kind = canvas.types.label;
        let mut free = f64::NEG_INFINITY;
        for mark in &self.marks {
            let (x, y) = (panel.x(mark.yuan / unit), panel.y(mark.level * 100.0));
            if let Some((low, high)) = mark.interval {
                panel.whisker((low / unit, high / unit), y, 0.4, canvas.colours.alarm)?;
            }
            canvas.disc((x, y), 0.85, canvas.colours.alarm)?;
            let text = figures(mark, canvas);
            let width = canvas.face.width(&text, kind.size);
            let right = mark.interval.map_or(x, |(_, high)| panel.x(high / unit));
            let (x, align) = if right + 1.6 + width <= panel.frame.right + 3.0 {
                (right + 1.6, Align::Left)
            } else {
                (panel.frame.right + 3.0, Align::Right)
            };
            // Below its own level, and clear of the label above.
            let y = (y + kind.size * 0.95).max(free);
            canvas.label(&text, (x, y), kind, align)?;
            free = y.max(free) - kind.leading() * 8.0;
        }
        Ok(())
    }

    fn today_line(&self, panel: &Panel<'_, '_>, unit: f64) -> Result<(), PlotError> {
        let Some(today) = self.today else { return Ok(()) };
        let canvas = panel.canvas;
        let (x, kind) = (panel.x(today / unit), canvas.types.number);
        let Frame { top, bottom, .. } = panel.frame;
        canvas.dashed(&[(x, bottom), (x, top)], 0.3, (1.2, 0.9), canvas.colours.soft)?;
        let words = canvas.lang.pick("this scenario", "本方案");
        let text = format!("{words} {}", amount(today, canvas.lang));
        let left = x + 1.2 + canvas.face.width(&text, kind.size) <= panel.frame.right;
        let (x, align) = if left { (x + 1.2, Align::Left) } else { (x - 1.2, Align::Right) };
        canvas.label(&text, (x, bottom - kind.size * 0.9), kind, align)
    }
}

/// `99%: 4,820万元`.
fn figures(mark: &FundMark, canvas: &Canvas<'_>) -> String {
    let fund = amount(mark.yuan, canvas.lang);
    let level = number(mark.level * 100.0, 1);
    format!("{}%{}{fund}", level.trim_end_matches(".0"), canvas.lang.pick(": ", "："))
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
}
