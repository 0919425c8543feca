//! The books of one replication, by the names of their columns.

use crate::metrics::{Column, GROUP_COLUMNS, MONTH_COLUMNS, REPLICATION_COLUMNS, TOWNSHIP_COLUMNS, Unit};
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use crate::units::{CalendarMonth, Fen};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// A table or a column that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub String);

/// Names of columns and their places.
#[derive(Clone, Debug)]
pub struct Header(Arc<BTreeMap<String, usize>>);

impl Header {
    /// The header of columns in their order.
    pub fn new<'a>(ids: impl IntoIterator<Item = &'a str>) -> Header {
        Header(Arc::new(ids.into_iter().enumerate().map(|(place, id)| (id.to_owned(), place)).collect()))
    }
}

/// Columns of equal length; `NaN` is a missing value, yes is 1 and no is 0.
#[derive(Clone, Debug)]
pub struct Columns {
    header: Header,
    values: Vec<Vec<f64>>,
}

impl Columns {
    /// Columns in the order of their header.
    pub fn new(header: &Header, values: Vec<Vec<f64>>) -> Columns {
        Columns { header: header.clone(), values }
    }

    fn of_records<R>(columns: &[Column<R>], records: &[R], further: Option<(&str, Vec<f64>)>) -> Columns {
        let values = |column: &Column<R>| records.iter().map(|record| (column.read)(record).number()).collect();
        let (name, more) = further.map_or((None, None), |(name, more)| (Some(name), Some(more)));
        let header = Header::new(columns.iter().map(|column| column.id).chain(name));
        Columns { header, values: columns.iter().map(values).chain(more).collect() }
    }

    /// The values of a column.
    pub fn column(&self, id: &str) -> Option<&[f64]> {
        self.header.0.get(id).and_then(|place| self.values.get(*place)).map(Vec::as_slice)
    }

    pub(super) fn get(&self, id: &str) -> Result<&[f64], Missing> {
        self.column(id).ok_or_else(|| Missing(id.to_owned()))
    }

    /// Rows.
    pub(super) fn rows(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[f64])> {
        self.header
            .0
            .iter()
            .filter_map(move |(id, at)| self.values.get(*at).map(|values| (id.as_str(), values.as_slice())))
    }
}

/// The books of one replication.
#[derive(Clone, Debug)]
pub struct Books {
    /// First month of the run.
    pub start: CalendarMonth,
    /// The one row of the table of replications.
    pub run: Option<Columns>,
    /// One row a month.
    pub months: Option<Columns>,
    /// One row a township and year, with the column `year`.
    pub townships: Option<Columns>,
    /// One row a group: modes, townships, sizes, deciles.
    pub groups: Option<Columns>,
}

impl Books {
    /// The books of the records that a replication left behind; townships township-major, then year.
    pub fn of_records(
        start: CalendarMonth,
        run: &ReplicationRecord,
        months: &[MonthRecord],
        townships: &[TownshipYearRecord],
    ) -> Books {
        let last = start.plus(months.len().saturating_sub(1) as u32);
        let years: Vec<f64> = (start.year()..=last.year()).map(f64::from).collect();
        let year = years.iter().copied().cycle().take(townships.len()).collect();
        Books {
            start,
            run: Some(Columns::of_records(&REPLICATION_COLUMNS, std::slice::from_ref(run), None)),
            months: Some(Columns::of_records(&MONTH_COLUMNS, months, None)),
            townships: Some(Columns::of_records(&TOWNSHIP_COLUMNS, townships, Some(("year", year)))),
            groups: None,
        }
    }

    /// The same with the records of the groups.
    pub fn with_groups(self, groups: &[GroupRecord]) -> Books {
        Books { groups: Some(Columns::of_records(&GROUP_COLUMNS, groups, None)), ..self }
    }

    pub(super) fn of_groups(&self) -> Result<&Columns, Missing> {
        self.groups.as_ref().ok_or_else(|| Missing("groups".to_owned()))
    }

    /// Months of the run.
    pub(super) fn months(&self) -> Result<std::ops::Range<usize>, Missing> {
        Ok(0..self.of_months()?.rows())
    }

    /// Whether a calendar year begins with month `t` of the run, from 0.
    pub(super) fn year_begins(&self, t: usize) -> bool {
        t == 0 || self.start.plus(t as u32).month() == 1
    }

    /// Calendar year of month `t`.
    pub(super) fn year(&self, t: usize) -> i32 {
        self.start.plus(t as u32).year()
    }

    /// A column of months in fen.
    pub(super) fn flow(&self, id: &str) -> Result<Vec<i64>, Missing> {
        Ok(self.of_months()?.get(id)?.iter().map(|yuan| fen(*yuan)).collect())
    }

    /// A column of months as it is.
    pub(super) fn monthly(&self, id: &str) -> Result<&[f64], Missing> {
        self.of_months()?.get(id)
    }

    /// Σ of a column of months, in fen.
    pub(super) fn sum(&self, id: &str) -> Result<i64, Missing> {
        Ok(self.flow(id)?.iter().sum())
    }

    /// A number of the run in fen.
    pub(super) fn amount(&self, id: &str) -> Result<i64, Missing> {
        self.number(id).map(fen)
    }

    /// A number of the run as it is.
    pub(super) fn number(&self, id: &str) -> Result<f64, Missing> {
        let run = self.run.as_ref().ok_or_else(|| Missing("replications".to_owned()))?;
        Ok(run.get(id)?.first().copied().unwrap_or(f64::NAN))
    }

    /// A column of townships as it is.
    pub(super) fn township(&self, id: &str) -> Result<&[f64], Missing> {
        self.townships.as_ref().ok_or_else(|| Missing("townships".to_owned()))?.get(id)
    }

    /// Σ over townships of a column, for the rows of a year or for all.
    pub(super) fn township_sum(&self, id: &str, year: Option<i32>) -> Result<f64, Missing> {
        let rows = self.township(id)?.iter().zip(self.township("year")?);
        Ok(rows.filter(|(_, of)| year.is_none_or(|year| **of == f64::from(year))).map(|(value, _)| value).sum())
    }

    fn of_months(&self) -> Result<&Columns, Missing> {
        self.months.as_ref().ok_or_else(|| Missing("months".to_owned()))
    }
}

/// Yuan as whole fen; a missing amount is none.
pub(super) fn fen(yuan: f64) -> i64 {
    Fen::from_yuan(yuan).0
}

/// Whether a column holds amounts of money.
pub(super) fn is_money(id: &str) -> bool {
    static MONEY: OnceLock<BTreeSet<&str>> = OnceLock::new();
    fn amounts<R>(columns: &[Column<R>]) -> impl Iterator<Item = &'static str> {
        columns.iter().filter(|column| column.unit == Unit::Yuan).map(|column| column.id)
    }
    let all = || {
        let run = amounts(&REPLICATION_COLUMNS).chain(amounts(&MONTH_COLUMNS));
        run.chain(amounts(&TOWNSHIP_COLUMNS)).chain(amounts(&GROUP_COLUMNS)).collect()
    };
    MONEY.get_or_init(all).contains(id)
}
