//! Summaries for spreadsheets: UTF-8 with a byte order mark, so that Excel shows Chinese; headings in both languages,
//! so that the same run gives the same bytes whatever the user's language. A missing value is an empty cell.

use super::summary::{DepletionSummary, RunSummary, ScenarioSummary};
use crate::metrics::REPLICATION_COLUMNS;
use crate::stats::Interval;
pub(super) use crate::text::both;
use crate::text::words::csv as words;
use crate::text::{Lang, Say};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Headings of `summary.csv` before the quantiles.
fn metric_headings() -> Vec<String> {
    vec![
        both(words::scenario),
        both(words::title),
        both(words::metric),
        en(words::label),
        zh(words::label),
        both(words::unit),
        both(words::n),
        both(words::missing),
        both(words::mean),
        both(words::mean_low),
        both(words::mean_high),
        both(words::sd),
    ]
}

fn fund_headings() -> Vec<String> {
    vec![
        both(words::scenario),
        both(words::month),
        both(words::calendar),
        both(words::p_depleted),
        both(words::p_low),
        both(words::p_high),
        both(words::mean_fund_yuan),
        both(words::fund_mean_low),
        both(words::fund_mean_high),
        both(words::depleted_n),
    ]
}

/// One row per scenario and metric.
pub(super) fn summary_csv(summary: &RunSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    let mut headings: Vec<String> = metric_headings();
    let first = summary.scenarios.first().and_then(|scenario| scenario.metrics.first());
    for quantile in first.iter().flat_map(|metric| &metric.quantiles) {
        let percent = percent(quantile.level);
        headings.extend([
            quantile_heading(&percent),
            both_of(&percent, words::quantile_low),
            both_of(&percent, words::quantile_high),
        ]);
    }
    rows.write(headings)?;
    for scenario in &summary.scenarios {
        metric_rows(scenario, &mut rows)?;
    }
    rows.finish()
}

fn metric_rows(scenario: &ScenarioSummary, rows: &mut Rows) -> Result<(), csv::Error> {
    for metric in &scenario.metrics {
        let title = format!("{} {}", scenario.title_en, scenario.title_zh);
        let mut row = vec![scenario.name.clone(), title.trim().to_owned(), metric.id.clone()];
        row.extend([metric.label_en.clone(), metric.label_zh.clone(), unit_of(&metric.id)]);
        row.extend([metric.estimate.n.to_string(), metric.estimate.missing.to_string(), cell(metric.estimate.mean)]);
        row.extend(ends(metric.estimate.interval));
        row.push(cell(metric.estimate.sd));
        for quantile in &metric.quantiles {
            row.push(cell(quantile.value));
            row.extend(ends(quantile.interval));
        }
        rows.write(row)?;
    }
    Ok(())
}

/// The fund month by month, with the probability that it has been depleted by then beside it.
pub(super) fn fund_by_month_csv(
    summary: &RunSummary,
    starts: &[crate::units::CalendarMonth],
) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    let mut headings: Vec<String> = fund_headings();
    let first = summary.scenarios.first().and_then(|scenario| scenario.series("fund_balance_yuan"));
    headings.extend(first.iter().flat_map(|fund| &fund.quantiles).map(|q| quantile_heading(&percent(q.level))));
    rows.write(headings)?;
    for (scenario, start) in summary.scenarios.iter().zip(starts) {
        fund_rows(scenario, *start, &scenario.depletion, &mut rows)?;
    }
    rows.finish()
}

fn fund_rows(
    scenario: &ScenarioSummary,
    start: crate::units::CalendarMonth,
    depletion: &DepletionSummary,
    rows: &mut Rows,
) -> Result<(), csv::Error> {
    let Some(fund) = scenario.series("fund_balance_yuan") else { return Ok(()) };
    for (month, (by, mean)) in (0_u32..).zip(depletion.by_month.iter().zip(&fund.mean)) {
        let mut row = vec![scenario.name.clone(), (month + 1).to_string(), start.plus(month).to_string()];
        row.push(cell(by.share));
        row.extend(ends(by.interval));
        row.push(cell(mean.mean));
        row.extend(ends(mean.interval));
        row.push(by.count.to_string());
        row.extend(fund.quantiles.iter().map(|q| cell(q.values.get(month as usize).copied().flatten())));
        rows.write(row)?;
    }
    Ok(())
}

/// A CSV file of its own, the headings first.
///
/// # Errors
///
/// Rows of different lengths.
pub fn csv_bytes(rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut file = Rows::new();
    rows.iter().try_for_each(|row| file.write(row.clone()))?;
    file.finish()
}

/// Rows of a CSV file in memory.
pub(super) struct Rows(csv::Writer<Vec<u8>>);

impl Rows {
    /// No rows.
    pub fn new() -> Rows {
        Rows(csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec()))
    }

    /// Adds a row; all rows have as many cells as the first.
    ///
    /// # Errors
    ///
    /// A row with another number of cells.
    pub fn write(&mut self, row: Vec<String>) -> Result<(), csv::Error> {
        self.0.write_record(row)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// What the writer has to say; memory has room.
    pub fn finish(self) -> Result<Vec<u8>, csv::Error> {
        self.0.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }
}

pub(super) fn cell(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The unit of a metric in both languages; nothing for a metric that this version does not know.
pub(super) fn unit_of(id: &str) -> String {
    let column = REPLICATION_COLUMNS.iter().find(|column| column.id == id);
    column.map(|column| format!("{} {}", column.unit.en(), column.unit.zh())).unwrap_or_default()
}

pub(super) fn ends(interval: Option<Interval>) -> [String; 2] {
    [cell(interval.map(|i| i.low)), cell(interval.map(|i| i.high))]
}

/// A heading of one language.
pub(super) fn en(word: Say) -> String {
    word(Lang::En).to_owned()
}

/// A heading of one language.
pub(super) fn zh(word: Say) -> String {
    word(Lang::Zh).to_owned()
}

/// Heading of a quantile's value.
fn quantile_heading(percent: &str) -> String {
    format!("{percent} {}", words::quantile(Lang::Zh))
}

/// Heading of one end of a quantile's interval.
fn both_of(percent: &str, word: Say) -> String {
    format!("{percent} {}", both(word))
}

fn percent(level: f64) -> String {
    format!("{}%", (level * 1000.0).round() / 10.0)
}
