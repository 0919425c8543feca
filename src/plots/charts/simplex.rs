//! Geometry of a triangle whose points are shares that add to one: cells of a grid, contours, strokes.

use super::super::canvas::Place;

/// Three shares that add to one.
pub(super) type Point = [f64; 3];

/// The cell around a grid point: the hexagon of what is nearer to it than to its neighbours at distance `step`,
/// cut at the edges of the triangle.
pub(super) fn cell(centre: Point, step: f64) -> Vec<Point> {
    // From the point to the middles of the six small triangles around it.
    let third = step / 3.0;
    let towards =
        [[2.0, -1.0, -1.0], [1.0, 1.0, -2.0], [-1.0, 2.0, -1.0], [-2.0, 1.0, 1.0], [-1.0, -1.0, 2.0], [1.0, -2.0, 1.0]];
    let hexagon = towards.map(|way| std::array::from_fn(|i| centre[i] + third * way[i]));
    (0..3).fold(hexagon.to_vec(), clipped)
}

/// The part of a convex outline where share number `edge` is not negative.
fn clipped(outline: Vec<Point>, edge: usize) -> Vec<Point> {
    let mut kept = Vec::with_capacity(outline.len() + 1);
    for (i, &to) in outline.iter().enumerate() {
        let from = outline[(i + outline.len() - 1) % outline.len()];
        let (a, b) = (from[edge], to[edge]);
        if (a < 0.0) != (b < 0.0) {
            kept.push(between(from, to, a / (a - b)));
        }
        if b >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

fn between(from: Point, to: Point, part: f64) -> Point {
    std::array::from_fn(|i| from[i] + part * (to[i] - from[i]))
}

/// Lines along which a function of the grid of `steps` steps has the value `level`, interpolated linearly within the
/// small triangles; where a corner has no value there is no line.
pub(super) fn contour(steps: u32, level: f64, value: impl Fn([u32; 3]) -> Option<f64>) -> Vec<Vec<Point>> {
    let pieces = triangles(steps).into_iter().filter_map(|corners| {
        let mut values = [0.0; 3];
        for (found, corner) in values.iter_mut().zip(corners) {
            *found = value(corner)?;
        }
        crossing(corners.map(|parts| parts.map(|part| f64::from(part) / f64::from(steps))), values, level)
    });
    joined(pieces.collect())
}

/// The small triangles of a grid by their corners.
fn triangles(steps: u32) -> Vec<[[u32; 3]; 3]> {
    let mut found = Vec::new();
    for i in 0..steps {
        for j in 0..steps - i {
            let k = steps - 1 - i - j;
            found.push([[i + 1, j, k], [i, j + 1, k], [i, j, k + 1]]);
            if k > 0 {
                found.push([[i, j + 1, k], [i + 1, j, k], [i + 1, j + 1, k - 1]]);
            }
        }
    }
    found
}

/// Where a linear function on a triangle has the value `level`.
fn crossing(corners: [Point; 3], values: [f64; 3], level: f64) -> Option<(Point, Point)> {
    let mut ends = [(0, 1), (1, 2), (2, 0)].into_iter().filter_map(|(a, b)| {
        let (from, to) = (values[a] - level, values[b] - level);
        ((from < 0.0) != (to < 0.0)).then(|| between(corners[a], corners[b], from / (from - to)))
    });
    let (from, to) = (ends.next()?, ends.next()?);
    // A triangle that the line only touches has no part of it.
    (!near(&from, &to)).then_some((from, to))
}

fn near(a: &Point, b: &Point) -> bool {
    a.iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-9)
}

/// Pieces joined where their ends meet.
fn joined(mut pieces: Vec<(Point, Point)>) -> Vec<Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    while let Some((from, to)) = pieces.pop() {
        let mut line = std::collections::VecDeque::from([from, to]);
        loop {
            let (first, last) = (line[0], line[line.len() - 1]); // invariant: a line has two points
            let next = pieces.iter().position(|(a, b)| [a, b].iter().any(|end| near(end, &first) || near(end, &last)));
            let Some(next) = next else { break };
            let (a, b) = pieces.swap_remove(next);
            match (near(&a, &last), near(&b, &last), near(&a, &first)) {
                (true, ..) => line.push_back(b),
                (_, true, _) => line.push_back(a),
                (.., true) => line.push_front(b),
                _ => line.push_front(a),
            }
        }
        lines.push(line.into());
    }
    lines
}

/// A convex outline shrunk towards the mean of its corners until it covers `part` (0 to 1) of its area.
pub(super) fn shrunk(outline: &[Place], part: f64) -> Vec<Place> {
    let n = outline.len().max(1) as f64;
    let sum = outline.iter().fold((0.0, 0.0), |sum, place| (sum.0 + place.0, sum.1 + place.1));
    let (middle, scale) = ((sum.0 / n, sum.1 / n), libm::sqrt(part.clamp(0.0, 1.0)));
    let nearer = |place: &Place| (middle.0 + scale * (place.0 - middle.0), middle.1 + scale * (place.1 - middle.1));
    outline.iter().map(nearer).collect()
}

/// Strokes at 45° across a convex outline, `gap` millimetres apart, on the same lines in every outline.
pub(super) fn hatching(outline: &[Place], gap: f64) -> Vec<[Place; 2]> {
    let along = |place: &Place| place.0 + place.1;
    let (low, high) = outline
        .iter()
        .map(along)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let step = gap * std::f64::consts::SQRT_2;
    if low >= high {
        return Vec::new();
    }
    let (first, last) = (libm::ceil(low / step) as i64, libm::floor(high / step) as i64);
    (first..=last)
        .filter_map(|line| {
            let level = line as f64 * step;
            let mut ends = outline.iter().enumerate().filter_map(|(i, to)| {
                let from = &outline[(i + outline.len() - 1) % outline.len()];
                let (a, b) = (along(from) - level, along(to) - level);
                let part = a / (a - b);
                ((a < 0.0) != (b < 0.0)).then_some((from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1)))
            });
            Some([ends.next()?, ends.next()?])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Area of an outline in units of the whole triangle.
    fn area(outline: &[Point]) -> f64 {
        let flat = |p: &Point| (p[1], p[2]);
        let pairs = outline.iter().zip(outline.iter().cycle().skip(1)).map(|(a, b)| (flat(a), flat(b)));
        pairs.map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum::<f64>().abs()
    }

    #[test]
    fn cells_fill_the_triangle_once() {
        let n = 4;
        let mut whole = 0.0;
        for i in 0..=n {
            for j in 0..=n - i {
                let centre = [i, j, n - i - j].map(|part| f64::from(part) / f64::from(n));
                let outline = cell(centre, 1.0 / f64::from(n));
                assert!(outline.iter().all(|p| (p.iter().sum::<f64>() - 1.0).abs() < 1e-12));
                whole += area(&outline);
            }
        }
        assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    }

    #[test]
    fn small_triangles_fill_the_large_one() {
        assert_eq!(triangles(1), [[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]);
        for steps in 1..8 {
            let all = triangles(steps);
            assert_eq!(all.len() as u32, steps * steps);
            assert!(all.iter().flatten().all(|corner| corner.iter().sum::<u32>() == steps));
        }
    }

    /// The contour of the first share at 0.35 is the straight line on which it is 0.35.
    #[test]
    fn the_contour_of_a_linear_function_is_one_straight_line() {
        let lines = contour(10, 0.35, |parts| Some(f64::from(parts[0]) / 10.0));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|point| (point[0] - 0.35).abs() < 1e-12));
        let ends = [lines[0][0], lines[0][lines[0].len() - 1]];
        assert!(ends.iter().all(|end| end[1].abs() < 1e-9 || end[2].abs() < 1e-9), "from edge to edge");
        assert!(contour(10, 2.0, |parts| Some(f64::from(parts[0]))).len() == 1);
        assert!(contour(10, 0.5, |_| None).is_empty());
    }

    #[test]
    fn a_quarter_of_an_area_is_half_as_wide() {
        let square = [(2.0, 2.0), (6.0, 2.0), (6.0, 6.0), (2.0, 6.0)];
        assert_eq!(shrunk(&square, 0.25), [(3.0, 3.0), (5.0, 3.0), (5.0, 5.0), (3.0, 5.0)]);
        assert_eq!(shrunk(&square, 1.0), square);
    }

    #[test]
    fn strokes_stay_inside_their_outline() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let strokes = hatching(&square, 2.0);
        assert!(strokes.len() >= 6);
        for [a, b] in strokes {
            assert!(((a.0 + a.1) - (b.0 + b.1)).abs() < 1e-9);
            assert!([a.0, a.1, b.0, b.1].iter().all(|v| (-1e-9..=10.0 + 1e-9).contains(v)));
        }
        assert!(hatching(&[], 2.0).is_empty());
    }
}
