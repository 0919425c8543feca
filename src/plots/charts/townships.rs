//! Townships by year: a table whose cells are shaded by a probability and carry it in figures.

use super::super::canvas::{Align, Canvas, Frame};
use super::super::page::{Body, Painter};
use super::super::style::{Style, Width, lightness, shade};
use super::super::{Estimated, PlotError};
use crate::text::words::charts as words;
use plotters::style::RGBColor;

/// Most townships that one page holds in one column.
pub const MOST_TOWNSHIPS: usize = 60;

/// How far a certain suspension goes along the colours: their end would drown a page on which most cells are near 100%.
const DARKEST: f64 = 0.75;

/// Probabilities by township and year; one that exists can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TownshipTable {
    townships: Vec<String>,
    years: Vec<i32>,
    cells: Vec<Vec<Estimated>>,
}

impl TownshipTable {
    /// `cells` hold a row for each township with a share (0 to 1) for each year.
    pub fn new(
        townships: Vec<String>,
        years: Vec<i32>,
        cells: Vec<Vec<Estimated>>,
    ) -> Result<TownshipTable, PlotError> {
        if townships.is_empty() || years.is_empty() {
            return Err(PlotError::NoValues);
        }
        let shaped = cells.len() == townships.len() && cells.iter().all(|row| row.len() == years.len());
        let wrong = cells.iter().zip(&townships).find(|(row, _)| !row.iter().all(Estimated::holds_itself));
        if let Some((_, name)) = wrong {
            return Err(PlotError::BadValue { name: name.clone() });
        }
        if !shaped || townships.len() > MOST_TOWNSHIPS {
            return Err(PlotError::BadValue { name: format!("{} × {}", townships.len(), years.len()) });
        }
        Ok(TownshipTable { townships, years, cells })
    }

    /// Blocks side by side.
    fn blocks(&self, style: Style) -> usize {
        let room = if style.width == Width::Double { 2 } else { 1 };
        // A table of two blocks needs width for the years twice.
        if self.townships.len() > 12 && self.years.len() <= 12 { room } else { 1 }
    }

    fn rows(&self, style: Style) -> usize {
        self.townships.len().div_ceil(self.blocks(style))
    }

    /// The widest half interval, percentage points.
    fn error(&self) -> f64 {
        let all = self.cells.iter().flatten().map(|cell| (cell.high - cell.value).max(cell.value - cell.low));
        all.fold(0.0, f64::max) * 100.0
    }
}

fn row_height(style: Style) -> f64 {
    style.types().number.leading() * 1.02
}

impl Body for TownshipTable {
    fn height(&self, style: Style) -> f64 {
        (self.rows(style) + 1) as f64 * row_height(style) + style.types().number.leading() * 1.3
    }

    fn paint(&self, painter: &Painter<'_, '_>) -> Result<(), PlotError> {
        let (canvas, frame, style) = (painter.canvas, painter.frame, painter.style);
        let blocks = self.blocks(style);
        let gap = 6.0;
        let width = (frame.width() - gap * (blocks as f64 - 1.0)) / blocks as f64;
        let rows = self.rows(style);
        for block in 0..blocks {
            let left = frame.left + block as f64 * (width + gap);
            let range = block * rows..((block + 1) * rows).min(self.townships.len());
            self.block(range, canvas, Frame { left, right: left + width, ..frame }, row_height(style))?;
        }
        let kind = canvas.types.number;
        let error = crate::text::number(self.error(), 1);
        let note = words::township_error(canvas.lang, error);
        canvas.write(&note, (frame.left, frame.bottom - 0.4), kind, Align::Left)
    }
}

impl TownshipTable {
    fn block(
        &self,
        range: std::ops::Range<usize>,
        canvas: &Canvas<'_>,
        frame: Frame,
        step: f64,
    ) -> Result<(), PlotError> {
        let kind = canvas.types.label;
        let names = canvas.face.widest(self.townships.iter().map(String::as_str), kind.size).min(frame.width() * 0.42);
        let left = frame.left + names + 2.0;
        let cell = ((frame.right - left) / self.years.len() as f64).min(16.0);
        let short = cell < canvas.face.width("0000", canvas.types.number.size) + 0.6;
        for (i, year) in self.years.iter().enumerate() {
            let text = if short { format!("{:02}", year.rem_euclid(100)) } else { year.to_string() };
            let x = left + (i as f64 + 0.5) * cell;
            canvas.label(&text, (x, frame.top + step / 2.0), canvas.types.number, Align::Middle)?;
        }
        for (row, township) in range.clone().enumerate() {
            let top = frame.top + (row + 1) as f64 * step;
            let name = shortened(canvas, &self.townships[township], names);
            canvas.label(&name, (frame.left, top + step / 2.0), kind, Align::Left)?;
            for (i, share) in self.cells[township].iter().enumerate() {
                let x = left + i as f64 * cell;
                let inside = Frame::new((x + 0.12, x + cell - 0.12), (top + 0.12, top + step - 0.12));
                self.cell(share, canvas, inside)?;
            }
        }
        Ok(())
    }

    fn cell(&self, share: &Estimated, canvas: &Canvas<'_>, frame: Frame) -> Result<(), PlotError> {
        let ink = shade(&canvas.colours.heat, DARKEST * share.value);
        canvas.fill(frame, if share.value == 0.0 { RGBColor(248, 248, 248) } else { ink })?;
        let kind = canvas.types.number;
        let dark = lightness(ink) < 58.0;
        let kind = kind.inked(if dark { RGBColor(255, 255, 255) } else { canvas.colours.ink });
        let middle = ((frame.left + frame.right) / 2.0, (frame.top + frame.bottom) / 2.0);
        canvas.label(&figure(share.value), middle, kind, Align::Middle)
    }
}

/// Per cent without its sign, as the cells carry it.
fn figure(share: f64) -> String {
    let percent = share * 100.0;
    if share == 0.0 {
        "0".to_owned()
    } else if percent < 0.5 {
        "<1".to_owned()
    } else if share < 1.0 && percent >= 99.5 {
        ">99".to_owned()
    } else {
        format!("{percent:.0}")
    }
}

/// `name`, cut with an ellipsis where it is wider than `width`.
fn shortened(canvas: &Canvas<'_>, name: &str, width: f64) -> String {
    let size = canvas.types.label.size;
    if canvas.face.width(name, size) <= width + 0.01 {
        return name.to_owned();
    }
    let mut kept = String::new();
    for letter in name.chars() {
        if canvas.face.width(&format!("{kept}{letter}…"), size) > width {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_possible_is_never_printed_as_nothing_or_everything() {
        assert_eq!([0.0, 0.001, 0.05, 0.5, 0.996, 1.0].map(figure), ["0", "<1", "5", "50", ">99", "100"]);
    }

    #[test]
    fn a_table_has_a_cell_for_each_township_and_year() {
        let cell = Estimated { value: 0.2, low: 0.1, high: 0.35 };
        let table = TownshipTable::new(vec!["寿雁镇".into()], vec![2016, 2017], vec![vec![cell; 2]]).expect("valid");
        assert!((table.error() - 15.0).abs() < 1e-9);
        assert!(TownshipTable::new(vec!["a".into()], vec![2016, 2017], vec![vec![cell]]).is_err());
    }
}
