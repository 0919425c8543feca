//! The triangle of mode mixes: a cell for each simulated mix, coloured by gain, with contours of survival.

use super::super::canvas::{Align, Canvas, Frame, Place};
use super::super::page::{Body, Painter};
use super::super::style::{Style, Width, lightness, shade};
use super::super::ticks::{Ticks, ticks_between};
use super::super::{Estimated, PlotError};
use super::simplex::{self, Point};
use crate::text::Lang;
use plotters::style::RGBColor;

/// One mix that was simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// Shares of self-directed, pooled and fixed benefit in steps of the grid; they add to its steps.
    pub parts: [u32; 3],
    /// Gain per head, yuan a year; none if nobody borrows.
    pub gain: Option<f64>,
    /// Probability that the fund pays every claim, 0 to 1.
    pub survival: Option<Estimated>,
    /// The plan cannot be lent in this mix.
    pub infeasible: bool,
    /// Whether it is efficient cannot be said: another mix is not told apart far enough.
    pub undecided: bool,
    /// No other mix is at least as good in everything and better in something.
    pub efficient: bool,
}

/// The mixes of a grid; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct MixMap {
    steps: u32,
    mixes: Vec<Mix>,
    today: Option<[f64; 3]>,
}

/// Probabilities of survival whose contours are drawn, with the strokes and gaps of their lines (none: unbroken).
const CONTOURS: [(f64, Option<(f64, f64)>); 3] = [(0.90, Some((0.5, 0.7))), (0.95, Some((1.8, 0.9))), (0.99, None)];

impl MixMap {
    /// A grid of `steps` steps; `today` is the mix of the scenario (shares that add to one), anywhere in the triangle.
    pub fn new(steps: u32, mixes: Vec<Mix>, today: Option<[f64; 3]>) -> Result<MixMap, PlotError> {
        if steps == 0 || mixes.iter().all(|mix| mix.gain.is_none()) {
            return Err(PlotError::NoValues);
        }
        for (i, mix) in mixes.iter().enumerate() {
            let on_grid = mix.parts.iter().sum::<u32>() == steps;
            let once = mixes[..i].iter().all(|before| before.parts != mix.parts);
            let finite = mix.gain.is_none_or(f64::is_finite) && mix.survival.is_none_or(|s| s.holds_itself());
            if !(on_grid && once && finite) {
                return Err(PlotError::BadValue { name: format!("{:?}", mix.parts) });
            }
        }
        if today.is_some_and(|shares| shares.iter().any(|share| !(0.0..=1.0).contains(share))) {
            return Err(PlotError::BadValue { name: "today".to_owned() });
        }
        Ok(MixMap { steps, mixes, today })
    }

    /// The scale of gains: those of feasible mixes.
    fn gains(&self) -> Ticks {
        let gains = || self.mixes.iter().filter(|mix| !mix.infeasible).filter_map(|mix| mix.gain);
        let low = gains().fold(f64::INFINITY, f64::min);
        let high = gains().fold(f64::NEG_INFINITY, f64::max);
        match (low.is_finite(), high > low) {
            (true, true) => ticks_between(low, high, 5),
            (true, false) => ticks_between(low - 1.0, low + 1.0, 2),
            _ => ticks_between(0.0, 1.0, 2),
        }
    }

    fn point(&self, parts: [u32; 3]) -> Point {
        parts.map(|part| f64::from(part) / f64::from(self.steps))
    }

    /// Pieces of the line along which `of` has the value `level`.
    fn contour(&self, level: f64, of: impl Fn(&Estimated) -> f64) -> Vec<Vec<Point>> {
        let value = |parts: [u32; 3]| {
            let mix = self.mixes.iter().find(|mix| mix.parts == parts)?;
            if mix.infeasible { None } else { mix.survival.as_ref().map(&of) }
        };
        simplex::contour(self.steps, level, value)
    }
}

/// The triangle on the sheet.
struct Triangle<'c, 'a> {
    canvas: &'c Canvas<'a>,
    corners: [Place; 3],
}

impl Triangle<'_, '_> {
    fn place(&self, point: Point) -> Place {
        let along =
            |of: fn(&Place) -> f64| point.iter().zip(&self.corners).map(|(part, corner)| part * of(corner)).sum();
        (along(|corner| corner.0), along(|corner| corner.1))
    }

    fn places(&self, points: &[Point]) -> Vec<Place> {
        points.iter().map(|point| self.place(*point)).collect()
    }
}

fn side(style: Style) -> f64 {
    match style.width {
        Width::Double => 112.0,
        Width::Single => 66.0,
    }
}

/// Height of an equilateral triangle of side one.
const TALL: f64 = 0.866_025_403_784_438_6;

impl Body for MixMap {
    fn height(&self, style: Style) -> f64 {
        let label = style.types().label;
        side(style) * TALL + label.leading() * 3.4
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame, side) = (painter.canvas, painter.frame, side(painter.style));
        let top = frame.top + canvas.types.label.leading() * 1.2;
        let middle = (frame.left + frame.right) / 2.0;
        let bottom = top + side * TALL;
        let corners = [(middle, top), (middle - side / 2.0, bottom), (middle + side / 2.0, bottom)];
        let triangle = Triangle { canvas, corners };
        let gains = self.gains();
        for mix in &self.mixes {
            self.cell(mix, &gains, &triangle)?;
        }
        self.contours(&triangle)?;
        for mix in self.mixes.iter().filter(|mix| mix.efficient) {
            efficient(canvas, triangle.place(self.point(mix.parts)))?;
        }
        if let Some(today) = self.today {
            diamond(canvas, triangle.place(today))?;
        }
        scales(&triangle)?;
        names(&triangle)?;
        self.key(canvas, Frame { right: middle - side * 0.2, ..frame })?;
        colour_bar(canvas, &gains, Frame { left: middle + side * 0.26, bottom, ..frame }, painter.style)
    }
}

impl MixMap {
    /// A mix's cell: its colour, or the grey of what cannot be lent; strokes across what is undecided.
    fn cell(&self, mix: &Mix, gains: &Ticks, triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
        let canvas = triangle.canvas;
        let outline = simplex::cell(self.point(mix.parts), 1.0 / f64::from(self.steps));
        let outline = triangle.places(&outline);
        let span = gains.high() - gains.low();
        let ink = match mix.gain.filter(|_| !mix.infeasible) {
            Some(gain) => shade(&canvas.colours.gain, 0.06 + 0.88 * (gain - gains.low()) / span),
            None => NOT_LENT,
        };
        canvas.area(&outline, ink)?;
        let closed: Vec<Place> = outline.iter().chain(outline.first()).copied().collect();
        canvas.line(&closed, 0.18, RGBColor(255, 255, 255))?;
        if mix.undecided && !mix.infeasible {
            hatch(canvas, &outline, if lightness(ink) < 55.0 { RGBColor(255, 255, 255) } else { canvas.colours.ink })?;
        }
        if mix.infeasible {
            let (x, y) = triangle.place(self.point(mix.parts));
            canvas.line(&[(x - 0.7, y - 0.7), (x + 0.7, y + 0.7)], 0.2, canvas.colours.faint)?;
            canvas.line(&[(x - 0.7, y + 0.7), (x + 0.7, y - 0.7)], 0.2, canvas.colours.faint)?;
        }
        Ok(())
    }

    /// Contours of survival with thin lines at the ends of their intervals, and their names.
    fn contours(&self, triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
        let canvas = triangle.canvas;
        let ink = canvas.colours.alarm;
        for (level, dash) in CONTOURS {
            for ends in [self.contour(level, |s| s.low), self.contour(level, |s| s.high)] {
                ends.iter().try_for_each(|line| canvas.line(&triangle.places(line), 0.12, ink))?;
            }
            let lines = self.contour(level, |s| s.value);
            for line in &lines {
                let places = triangle.places(line);
                // White around a line keeps it apart from a dark cell, in grey print above all.
                for (width, ink) in [(1.0, RGBColor(255, 255, 255)), (0.5, ink)] {
                    match dash {
                        Some(dash) => canvas.dashed(&places, width, dash, ink)?,
                        None => canvas.line(&places, width, ink)?,
                    }
                }
            }
            let Some(longest) = lines.iter().max_by_key(|line| line.len()) else { continue };
            let (x, y) = triangle.place(longest[longest.len() / 2]);
            let text = format!("{:.0}%", level * 100.0);
            let kind = canvas.types.alarm;
            let (half, tall) = (canvas.face.width(&text, kind.size) / 2.0 + 0.4, kind.size * 0.55);
            canvas.fill(Frame::new((x - half, x + half), (y - tall, y + tall)), RGBColor(255, 255, 255))?;
            canvas.label(&text, (x, y), kind, Align::Middle)?;
        }
        Ok(())
    }

    /// What the marks mean, as far as they occur, in the upper left corner.
    fn key(&self, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let lang = canvas.lang;
        let any = |of: fn(&Mix) -> bool| self.mixes.iter().any(of);
        let kind = canvas.types.number;
        let (left, mut y) = (frame.left + 1.2, frame.top + kind.size * 0.6);
        type Sign = fn(&Canvas<'_>, Place) -> Result<(), PlotError>;
        let rows: [(bool, Sign, &str); 4] = [
            (self.today.is_some(), diamond, lang.pick("this scenario", "本方案")),
            (any(|mix| mix.efficient), efficient, lang.pick("efficient", "有效组合")),
            (any(|mix| mix.undecided && !mix.infeasible), hatched, lang.pick("undecided", "无法判定")),
            (any(|mix| mix.infeasible), not_lent, lang.pick("cannot be lent", "无法按计划放贷")),
        ];
        for (_, sign, words) in rows.into_iter().filter(|(occurs, ..)| *occurs) {
            sign(canvas, (left, y))?;
            canvas.label(words, (left + 2.4, y), kind, Align::Left)?;
            y += kind.leading() * 1.1;
        }
        let words = lang.pick("survival of the fund", "补偿金足额代偿概率");
        let ink = canvas.colours.alarm;
        canvas.line(&[(left - 1.2, y), (left + 1.2, y)], 0.5, ink)?;
        canvas.label(words, (left + 2.4, y), kind, Align::Left)
    }
}

/// Cells of mixes that cannot be lent.
const NOT_LENT: RGBColor = RGBColor(232, 232, 232);

fn diamond(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    let around = |r: f64| [(x - r, y), (x, y - r), (x + r, y), (x, y + r)];
    canvas.area(&around(1.75), RGBColor(255, 255, 255))?;
    canvas.area(&around(1.3), canvas.colours.ink)
}

fn efficient(canvas: &Canvas<'_>, place: Place) -> Result<(), PlotError> {
    canvas.disc(place, 1.0, RGBColor(255, 255, 255))?;
    canvas.disc(place, 0.72, canvas.colours.ink)?;
    canvas.disc(place, 0.38, RGBColor(255, 255, 255))
}

fn hatched(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    hatch(canvas, &[(x - 1.2, y - 1.0), (x + 1.2, y - 1.0), (x + 1.2, y + 1.0), (x - 1.2, y + 1.0)], canvas.colours.ink)
}

fn not_lent(canvas: &Canvas<'_>, (x, y): Place) -> Result<(), PlotError> {
    canvas.fill(Frame::new((x - 1.2, x + 1.2), (y - 1.0, y + 1.0)), NOT_LENT)?;
    canvas.line(&[(x - 0.7, y - 0.7), (x + 0.7, y + 0.7)], 0.2, canvas.colours.faint)?;
    canvas.line(&[(x - 0.7, y + 0.7), (x + 0.7, y - 0.7)], 0.2, canvas.colours.faint)
}

/// Parallel strokes from lower left to upper right across a convex outline.
fn hatch(canvas: &Canvas<'_>, outline: &[Place], ink: RGBColor) -> Result<(), PlotError> {
    simplex::hatching(outline, 1.1).iter().try_for_each(|stroke| canvas.line(stroke, 0.14, ink))
}

/// Shares in per cent along the three edges, each beside the edge on which its mode falls to nothing.
fn scales(triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
    let canvas = triangle.canvas;
    let (kind, gap) = (canvas.types.number, 2.0);
    for step in 1..5 {
        let share = f64::from(step) / 5.0;
        let text = format!("{}%", step * 20);
        // Up the left edge self-directed, down the right edge fixed benefit, leftwards below pooled.
        let (x, y) = triangle.place([share, 1.0 - share, 0.0]);
        canvas.label(&text, (x - gap, y), kind, Align::Right)?;
        let (x, y) = triangle.place([1.0 - share, 0.0, share]);
        canvas.label(&text, (x + gap, y), kind, Align::Left)?;
        let (x, y) = triangle.place([0.0, share, 1.0 - share]);
        canvas.write(&text, (x, y + gap + kind.size * 0.7), kind, Align::Middle)?;
    }
    Ok(())
}

/// The names of the corners.
fn names(triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
    let canvas = triangle.canvas;
    let kind = canvas.types.strong;
    let [one, two, three] = modes(canvas.lang);
    let [top, left, right] = triangle.corners;
    canvas.write(one, (top.0, top.1 - 1.4), kind, Align::Middle)?;
    let below = |corner: Place| (corner.0, corner.1 + kind.leading() * 1.9);
    canvas.write(two, below(left), kind, Align::Middle)?;
    canvas.write(three, below(right), kind, Align::Middle)
}

fn modes(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["100% self-directed", "100% pooled", "100% fixed benefit"],
        ["100% 自主贷款", "100% 分贷统用统还", "100% 固定受益"],
    )
}

/// The scale of colours in the upper right corner.
fn colour_bar(canvas: &Canvas<'_>, gains: &Ticks, frame: Frame, style: Style) -> Result<(), PlotError> {
    let kind = canvas.types.number;
    let words = canvas.lang.pick("gain, yuan a head and year", "人均增收（元/年）");
    let numbers = canvas.axis_width(gains, "");
    let bar = (frame.right - numbers - 3.0, frame.right - numbers);
    let lines = canvas.face.wrap(words, kind.size, frame.width());
    for (row, line) in lines.iter().enumerate() {
        canvas.write(
            line,
            (frame.right, frame.top + kind.size * 0.9 + row as f64 * kind.leading()),
            kind,
            Align::Right,
        )?;
    }
    let top = frame.top + lines.len() as f64 * kind.leading() + 1.6;
    let tall = if style.width == Width::Double { 34.0 } else { 17.0 };
    let steps = 34;
    for step in 0..steps {
        let share = (f64::from(step) + 0.5) / f64::from(steps);
        let y = |part: f64| top + tall * (1.0 - part);
        let (from, to) = (f64::from(step) / f64::from(steps), f64::from(step + 1) / f64::from(steps));
        canvas.fill(Frame::new(bar, (y(to), y(from))), shade(&canvas.colours.gain, 0.06 + 0.88 * share))?;
    }
    for (value, text) in gains.values().iter().zip(gains.printed()) {
        let y = top + tall * (1.0 - (value - gains.low()) / (gains.high() - gains.low()));
        canvas.label(&text, (frame.right, y), kind, Align::Right)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(parts: [u32; 3], gain: f64, survival: f64) -> Mix {
        Mix {
            parts,
            gain: Some(gain),
            survival: Some(Estimated { value: survival, low: survival - 0.01, high: (survival + 0.01).min(1.0) }),
            infeasible: false,
            undecided: false,
            efficient: false,
        }
    }

    #[test]
    fn a_mix_stands_once_on_its_grid() {
        let corner = |i: usize| mix(std::array::from_fn(|j| u32::from(i == j)), 100.0 * i as f64, 0.9);
        assert!(MixMap::new(1, vec![corner(0), corner(1), corner(2)], Some([0.5, 0.25, 0.25])).is_ok());
        assert!(MixMap::new(1, vec![corner(0), corner(0)], None).is_err());
        assert!(MixMap::new(2, vec![corner(0)], None).is_err());
        assert!(MixMap::new(1, vec![corner(0)], Some([1.5, -0.5, 0.0])).is_err());
        assert!(matches!(MixMap::new(1, vec![], None), Err(PlotError::NoValues)));
    }

    #[test]
    fn what_cannot_be_lent_sets_neither_scale_nor_contour() {
        let mut mixes = vec![mix([1, 0, 0], 100.0, 0.99), mix([0, 1, 0], 300.0, 0.8), mix([0, 0, 1], 9_000.0, 0.99)];
        mixes[2].infeasible = true;
        let map = MixMap::new(1, mixes, None).expect("valid");
        assert_eq!((map.gains().low(), map.gains().high()), (100.0, 300.0));
        assert!(map.contour(0.9, |s| s.value).is_empty());
    }
}
