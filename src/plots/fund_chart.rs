//! Drawing of the fund fan chart: the balance above, the probability of depletion below.

use super::PlotError;
use super::canvas::{Align, Canvas, Provenance, SHEET_MM, outlined};
use super::fan::{FanLabels, FundFan, LEVELS};
use super::fund_layout::*;
use super::labels::spread;
use super::money::{MoneyUnit, NumberStyle, money_unit};
use super::panel::{Frame, Panel};
use super::ticks::{Ticks, labelled_years, percent_ticks, ticks, year_cells};

/// The fund fan chart as SVG of 180 mm × 120 mm with outlined text; the same input gives the same bytes.
pub fn fund_fan_svg(fan: &FundFan, labels: &FanLabels) -> Result<String, PlotError> {
    let mut drawn = String::new();
    {
        let canvas = Canvas::new(&mut drawn)?;
        let chart = Chart::new(&canvas, fan, labels)?;
        chart.texts()?;
        chart.balance()?;
        chart.depletion()?;
        canvas.area.present()?;
    }
    let description = format!("{}\n{}", labels.subtitle, labels.caption);
    let language = match labels.numbers {
        NumberStyle::Chinese => "zh-Hans",
        NumberStyle::English => "en",
    };
    let provenance = Provenance { title: &labels.title, description: &description, language };
    outlined(&drawn, &provenance)
}

/// The chart with everything decided but nothing drawn.
struct Chart<'c, 'a> {
    canvas: &'c Canvas<'a>,
    fan: &'c FundFan,
    labels: &'c FanLabels,
    unit: MoneyUnit,
    ticks: Ticks,
    percent: Ticks,
    layout: Layout,
}

impl<'c, 'a> Chart<'c, 'a> {
    fn new(canvas: &'c Canvas<'a>, fan: &'c FundFan, labels: &'c FanLabels) -> Result<Self, PlotError> {
        let (low, high) = fan.range_yuan();
        let unit = money_unit(high.max(-low), labels.numbers);
        let ticks = ticks(low / unit.yuan, high / unit.yuan, 6);
        let percent = percent_ticks(fan.largest_depletion().get());
        let layout = layout(canvas, fan, labels, [&ticks, &percent])?;
        Ok(Chart { canvas, fan, labels, unit, ticks, percent, layout })
    }

    /// Title, subtitle and caption.
    fn texts(&self) -> Result<(), PlotError> {
        let Layout { title, subtitle, caption, .. } = &self.layout;
        let mut y = MARGIN + TITLE.size * 0.9;
        for (lines, kind) in [(title, TITLE), (subtitle, SUBTITLE)] {
            for line in lines {
                self.canvas.write(line, (MARGIN, y), kind, Align::Left)?;
                y += kind.leading();
            }
        }
        let mut y = SHEET_MM.1 - MARGIN;
        for line in caption.iter().rev() {
            self.canvas.write(line, (MARGIN, y), CAPTION, Align::Left)?;
            y -= CAPTION.leading();
        }
        Ok(())
    }

    /// The upper panel: bands, median, names at the ends.
    fn balance(&self) -> Result<(), PlotError> {
        let frame = self.layout.upper;
        let mut panel = Panel::new(self.canvas, frame, self.fan.months(), self.ticks.clone())?;
        let line = |level| self.scaled_line(level);
        panel.band(&line(0), &line(4), OUTER)?;
        panel.band(&line(1), &line(3), INNER)?;
        panel.grid(SOFT)?;
        panel.line(line(MEDIAN_LEVEL), LINE, MEDIAN)?;
        panel.numbers(self.canvas, "", NUMBER)?;
        self.heading(frame, &self.labels.balance_axis.replace("{unit}", self.unit.name))?;
        self.time_marks(&panel)?;
        let ends: Vec<f64> =
            (0..LEVELS.len()).rev().filter_map(|level| line(level).pop()).map(|end| panel.y(end.1)).collect();
        self.names_of_quantiles(&ends)
    }

    /// The line of a quantile in the unit of the axis.
    fn scaled_line(&self, level: usize) -> Vec<(f64, f64)> {
        let line = self.fan.line(level).into_iter();
        line.map(|(month, yuan)| (month, yuan / self.unit.yuan)).collect()
    }

    /// The names of the quantiles beside their ends (`ends` from the highest quantile down the sheet).
    fn names_of_quantiles(&self, ends: &[f64]) -> Result<(), PlotError> {
        let frame = self.layout.upper;
        let places = spread(ends, LABEL.size * 1.12, frame.top, frame.bottom);
        let shifted = places.iter().zip(ends).any(|(place, end)| (place - end).abs() > 0.2);
        let x = frame.right + if shifted { LEADER } else { BESIDE };
        for ((place, end), level) in places.iter().zip(ends).zip((0..LEVELS.len()).rev()) {
            if shifted {
                let leader = [(frame.right + 0.6, *end), (x - 1.3, *place), (x - 0.6, *place)];
                self.canvas.line(&leader, 0.1, CAPTION_INK)?;
            }
            let kind = if level == MEDIAN_LEVEL { MEDIAN_LABEL } else { LABEL };
            let at = (x, place + kind.half_height());
            self.canvas.write(&self.labels.quantiles[level], at, kind, Align::Left)?;
        }
        Ok(())
    }

    /// The lower panel: interval, estimate, the last value in figures.
    fn depletion(&self) -> Result<(), PlotError> {
        let frame = self.layout.lower;
        let mut panel = Panel::new(self.canvas, frame, self.fan.months(), self.percent.clone())?;
        let low = self.fan.depletion_line(|p| p.low);
        let high = self.fan.depletion_line(|p| p.high);
        panel.band(&low, &high, VERMILLION_PALE)?;
        panel.grid(SOFT)?;
        panel.line(self.fan.depletion_line(|p| p.estimate), LINE, VERMILLION)?;
        panel.numbers(self.canvas, "%", NUMBER)?;
        self.heading(frame, &self.labels.depletion_axis)?;
        self.time_marks(&panel)?;
        self.time_numbers(&panel)?;
        self.last_probability(panel.y(self.fan.last_depletion().estimate.get() * 100.0))
    }

    /// The last probability and its interval in figures, beside the end of the line at `end`.
    fn last_probability(&self, end: f64) -> Result<(), PlotError> {
        let frame = self.layout.lower;
        let (gap, room) = (LABEL.size * 1.3, LABEL.size * 0.5);
        let places = spread(&[end, end + gap], gap, frame.top + room, frame.bottom - room);
        let figures = depletion_figures(&self.fan.last_depletion());
        for ((place, text), kind) in places.iter().zip(&figures).zip([ESTIMATE, NUMBER]) {
            let at = (frame.right + BESIDE, place + kind.half_height());
            self.canvas.write(text, at, kind, Align::Left)?;
        }
        Ok(())
    }

    /// The words above a panel: what its numbers are.
    fn heading(&self, frame: Frame, text: &str) -> Result<(), PlotError> {
        self.canvas.write(text, (MARGIN, frame.top - HEADING.size * 1.05), HEADING, Align::Left)
    }

    /// Marks at the turn of years, and of months if these are numbered.
    fn time_marks(&self, panel: &Panel<'a>) -> Result<(), PlotError> {
        let months = self.fan.months();
        let cells = year_cells(self.fan.start(), months);
        let turns = cells.iter().filter(|cell| self.fan.start().plus(cell.from).month() == 1).map(|cell| cell.from);
        let end = (self.fan.start().plus(months).month() == 1).then_some(months);
        panel.marks(self.canvas, turns.chain(end), MARKS.0, SOFT)?;
        if months <= MONTHS_NUMBERED {
            panel.marks(self.canvas, 0..=months, MARKS.1, SOFT)?;
        }
        Ok(())
    }

    /// Years, and months on a short horizon, centred below their part of the axis; what they are, to the right.
    fn time_numbers(&self, panel: &Panel<'a>) -> Result<(), PlotError> {
        let frame = self.layout.lower;
        let months = self.fan.months();
        let mut y = frame.bottom + MARKS.1 + 1.1 + NUMBER.half_height() * 2.0;
        let x = frame.right + BESIDE;
        if months <= MONTHS_NUMBERED {
            for i in 0..months {
                let month = self.fan.start().plus(i).month().to_string();
                self.canvas.write(&month, (panel.x(f64::from(i) + 0.5), y), NUMBER, Align::Middle)?;
            }
            self.canvas.write(&self.labels.months, (x, y), NUMBER, Align::Left)?;
            y += NUMBER.leading();
        }
        let width = self.canvas.face.width("0000", NUMBER.size) + 1.5;
        let cells = year_cells(self.fan.start(), months);
        for cell in labelled_years(&cells, panel.x(1.0) - panel.x(0.0), width) {
            let middle = panel.x(f64::from(cell.from + cell.to) / 2.0);
            self.canvas.write(&cell.year.to_string(), (middle, y), NUMBER, Align::Middle)?;
        }
        self.canvas.write(&self.labels.years, (x, y), NUMBER, Align::Left)
    }
}
