//! The axis of calendar time below a panel whose horizontal scale counts months from a first one.

use super::PlotError;
use super::canvas::{Align, Canvas};
use super::panel::{BESIDE, MARK, Panel};
use super::ticks::{labelled_years, year_cells};
use crate::text::Lang;
use crate::text::words::charts as words;
use crate::units::CalendarMonth;

/// Up to this horizon the months are numbered as well as the years.
const MONTHS_NUMBERED: u32 = 24;
/// A mark at a January.
const YEAR_MARK: f64 = 1.5;

/// Height of the axis below a panel of `months` months.
pub(super) fn height(canvas: &Canvas<'_>, months: u32) -> f64 {
    let rows = if months <= MONTHS_NUMBERED { 2.0 } else { 1.0 };
    YEAR_MARK + rows * canvas.types.number.leading()
}

/// What the numbers are, to the right of the axis; also as wide as the axis reaches beyond its panel.
pub(super) fn names(lang: Lang) -> [&'static str; 2] {
    [words::year(lang), words::month(lang)]
}

/// Marks at the turn of years, and of months if these are numbered.
pub(super) fn marks(panel: &Panel<'_, '_>, start: CalendarMonth, months: u32) -> Result<(), PlotError> {
    let turns = (0..=months).filter(|&month| start.plus(month).month() == 1);
    for month in turns {
        panel.mark(f64::from(month), YEAR_MARK)?;
    }
    if months <= MONTHS_NUMBERED {
        (0..=months).try_for_each(|month| panel.mark(f64::from(month), MARK * 0.8))?;
    }
    Ok(())
}

/// Years, and months on a short horizon, centred below their part of the axis; what they are, to the right.
pub(super) fn numbers(panel: &Panel<'_, '_>, start: CalendarMonth, months: u32) -> Result<(), PlotError> {
    let (canvas, frame) = (panel.canvas, panel.frame);
    let kind = canvas.types.number;
    let [year, month] = names(canvas.lang);
    let mut y = frame.bottom + YEAR_MARK + 0.4 + 2.0 * kind.half_height();
    if months <= MONTHS_NUMBERED {
        let wide = canvas.face.width("12", kind.size) + 0.8;
        let every = [1, 2, 3, 6].into_iter().find(|&n| panel.x(f64::from(n)) - panel.x(0.0) >= wide).unwrap_or(12);
        for i in (0..months).filter(|&i| every == 1 || (start.plus(i).month() - 1).is_multiple_of(every)) {
            let text = start.plus(i).month().to_string();
            canvas.write(&text, (panel.x(f64::from(i) + 0.5), y), kind, Align::Middle)?;
        }
        canvas.write(month, (frame.right + BESIDE, y), kind, Align::Left)?;
        y += kind.leading();
    }
    let width = canvas.face.width("0000", kind.size) + 1.5;
    for cell in labelled_years(&year_cells(start, months), panel.x(1.0) - panel.x(0.0), width) {
        let middle = panel.x(f64::from(cell.from + cell.to) / 2.0);
        canvas.write(&cell.year.to_string(), (middle, y), kind, Align::Middle)?;
    }
    canvas.write(year, (frame.right + BESIDE, y), kind, Align::Left)
}
