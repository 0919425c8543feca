//! The calendar of a run: months, production seasons, month of the year.

use crate::units::CalendarMonth;

/// Months and seasons of a run. Months count from 0 inside the model and from 1 in tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    start: CalendarMonth,
    months: usize,
    /// Season of each month of the run.
    season: Vec<u16>,
}

impl Calendar {
    /// `months` months from `start`.
    pub fn new(start: CalendarMonth, months: u32) -> Calendar {
        let season = |t| (start.plus(t).year() - start.year()) as u16;
        Calendar { start, months: months as usize, season: (0..months).map(season).collect() }
    }
    /// The first month.
    pub fn start(&self) -> CalendarMonth {
        self.start
    }
    /// Number of months T.
    pub fn months(&self) -> usize {
        self.months
    }
    /// Number of seasons that the run touches; a season is a calendar year, cut at the start.
    pub fn seasons(&self) -> usize {
        self.season(self.months - 1) + 1
    }
    /// The calendar month of month `t`.
    pub fn month(&self, t: usize) -> CalendarMonth {
        self.start.plus(t as u32)
    }
    /// The season of month `t`, from 0.
    pub fn season(&self, t: usize) -> usize {
        match self.season.get(t) {
            Some(season) => usize::from(*season),
            None => (self.month(t).year() - self.start.year()) as usize,
        }
    }
    /// The calendar year of a season: the time of a yearly random-number address.
    pub fn year(&self, season: usize) -> u16 {
        (self.start.year() + season as i32) as u16
    }
    /// Whether a new season begins with month `t`.
    pub fn season_begins(&self, t: usize) -> bool {
        t == 0 || self.month(t).month() == 1
    }
    /// Month of the run in which calendar month `month_of_year` (1–12) of the season lies; `None` if before the start or after the end.
    pub fn month_in_season(&self, season: usize, month_of_year: u32) -> Option<usize> {
        let months = season as i64 * 12 + i64::from(month_of_year) - i64::from(self.start.month());
        usize::try_from(months).ok().filter(|t| *t < self.months)
    }
    /// Months from the start of the run to a calendar month; negative before it.
    pub fn months_from_start(&self, month: CalendarMonth) -> i64 {
        i64::from(self.start.months_until(month))
    }
    /// Month of the run of a calendar month; `None` if outside.
    pub fn index(&self, month: CalendarMonth) -> Option<usize> {
        usize::try_from(self.start.months_until(month)).ok().filter(|t| *t < self.months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_is_a_calendar_year_cut_at_the_start() {
        let calendar = Calendar::new(CalendarMonth::new(2016, 7).unwrap(), 18);
        assert_eq!(calendar.seasons(), 2);
        assert_eq!(calendar.season(5), 0);
        assert_eq!(calendar.season(6), 1);
        assert!(calendar.season_begins(0) && calendar.season_begins(6) && !calendar.season_begins(12));
        assert_eq!(calendar.month_in_season(0, 6), None);
        assert_eq!(calendar.month_in_season(0, 7), Some(0));
        assert_eq!(calendar.month_in_season(1, 12), Some(17));
        assert_eq!(calendar.month_in_season(2, 1), None);
    }
}
