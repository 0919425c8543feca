//! The triangle of mode mixes: a cell for each simulated mix, coloured by gain as far as the plan is lent, with contours
//! of survival.

use super::super::canvas::{Align, Canvas, Frame, Place};
use super::super::page::{Body, Painter};
use super::super::style::{Style, lightness, shade};
use super::super::ticks::{Ticks, ticks_between};
use super::super::{Estimated, PlotError};
use super::simplex::{self, Point};
use super::triangle::{
    NOT_LENT, TALL, Triangle, colour_bar, diamond, efficient, hatch, hatched, name, names, not_lent, scales, side,
};
use crate::text::words::charts as words;
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
    /// Part of the plan that is lent in this mix, 0 to 1; none without a plan.
    pub lent: Option<f64>,
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

    /// The scale of gains.
    fn gains(&self) -> Ticks {
        let gains = || self.mixes.iter().filter_map(|mix| mix.gain);
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
        let value = |parts: [u32; 3]| self.mixes.iter().find(|mix| mix.parts == parts)?.survival.as_ref().map(&of);
        simplex::contour(self.steps, level, value)
    }
}

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
        names(&triangle, frame)?;
        self.key(canvas, Frame { right: middle - side * 0.2, ..frame })?;
        colour_bar(canvas, &gains, Frame { left: middle + side * 0.26, bottom, ..frame }, painter.style)
    }
}

impl MixMap {
    /// A mix's cell: pale grey, and on it, as large a part as is lent of the plan, its colour; strokes across what is
    /// undecided.
    fn cell(&self, mix: &Mix, gains: &Ticks, triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
        let canvas = triangle.canvas;
        let whole = triangle.places(&simplex::cell(self.point(mix.parts), 1.0 / f64::from(self.steps)));
        canvas.area(&whole, NOT_LENT)?;
        if let Some(gain) = mix.gain {
            let span = gains.high() - gains.low();
            let ink = shade(&canvas.colours.gain, 0.06 + 0.88 * (gain - gains.low()) / span);
            let lent = simplex::shrunk(&whole, mix.lent.unwrap_or(1.0));
            canvas.area(&lent, ink)?;
            if mix.undecided {
                let strokes = if lightness(ink) < 55.0 { RGBColor(255, 255, 255) } else { canvas.colours.ink };
                hatch(canvas, &lent, strokes)?;
            }
        }
        let closed: Vec<Place> = whole.iter().chain(whole.first()).copied().collect();
        canvas.line(&closed, 0.25, RGBColor(255, 255, 255))
    }

    /// The point of a line that is farthest from marks and from other names.
    fn name_place(&self, line: &[Point], named: &[Place], triangle: &Triangle<'_, '_>) -> Option<Place> {
        let marks = self.mixes.iter().filter(|mix| mix.efficient).map(|mix| triangle.place(self.point(mix.parts)));
        let taken: Vec<Place> = marks.chain(self.today.map(|today| triangle.place(today))).collect();
        let near = |place: &Place, to: &[Place], wide: f64| {
            to.iter().map(|o| libm::hypot((o.0 - place.0) / wide, o.1 - place.1)).fold(f64::INFINITY, f64::min)
        };
        // A name is wider than tall, and two names on each other are worse than one on a mark.
        let room = |place: &Place| near(place, &taken, 1.8).min(near(place, named, 3.6));
        // Beside the points of the line, the middles between them.
        let ends = triangle.places(line);
        let middles = ends.windows(2).map(|pair| ((pair[0].0 + pair[1].0) / 2.0, (pair[0].1 + pair[1].1) / 2.0));
        let places: Vec<Place> = middles.chain(ends.iter().copied()).collect();
        places.into_iter().max_by(|a, b| room(a).total_cmp(&room(b)))
    }

    /// Contours of survival with thin lines at the ends of their intervals, and their names.
    fn contours(&self, triangle: &Triangle<'_, '_>) -> Result<(), PlotError> {
        let canvas = triangle.canvas;
        let ink = canvas.colours.alarm;
        let mut named: Vec<Place> = Vec::new();
        for (level, dash) in CONTOURS {
            for ends in [self.contour(level, |s| s.low), self.contour(level, |s| s.high)] {
                ends.iter().try_for_each(|line| canvas.line(&triangle.places(line), 0.16, ink))?;
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
            let longest = lines.iter().max_by_key(|line| line.len());
            if let Some(place) = longest.and_then(|line| self.name_place(line, &named, triangle)) {
                name(canvas, level, place)?;
                named.push(place);
            }
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
            (self.today.is_some(), diamond, words::today(lang)),
            (any(|mix| mix.efficient), efficient, words::efficient(lang)),
            (any(|mix| mix.undecided), hatched, words::undecided(lang)),
            (any(|mix| mix.lent.is_some_and(|lent| lent < 0.99)), not_lent, words::not_lent(lang)),
        ];
        for (_, sign, says) in rows.into_iter().filter(|(occurs, ..)| *occurs) {
            sign(canvas, (left, y))?;
            canvas.label(says, (left + 2.4, y), kind, Align::Left)?;
            y += kind.leading() * 1.1;
        }
        let ink = canvas.colours.alarm;
        canvas.line(&[(left - 1.2, y), (left + 1.2, y)], 0.5, ink)?;
        canvas.label(words::survival(lang), (left + 2.4, y), kind, Align::Left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(parts: [u32; 3], gain: f64, survival: f64) -> Mix {
        Mix {
            parts,
            gain: Some(gain),
            survival: Some(Estimated { value: survival, low: survival - 0.01, high: (survival + 0.01).min(1.0) }),
            lent: Some(1.0),
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
    fn what_lends_less_than_its_plan_is_on_the_scale_and_the_contour() {
        let mut mixes = vec![mix([1, 0, 0], 100.0, 0.99), mix([0, 1, 0], 300.0, 0.8), mix([0, 0, 1], 900.0, 0.99)];
        mixes[2].lent = Some(0.25);
        let map = MixMap::new(1, mixes, None).expect("valid");
        assert_eq!((map.gains().low(), map.gains().high()), (0.0, 1000.0));
        assert_eq!(map.contour(0.9, |s| s.value).len(), 1);
    }
}
