//! Summaries for spreadsheets: UTF-8 with a byte order mark, so that Excel shows Chinese; headings in both languages,
//! so that the same run gives the same bytes whatever the user's language. A missing value is an empty cell.

use super::summary::{DepletionSummary, RunSummary, ScenarioSummary};
use crate::metrics::REPLICATION_COLUMNS;
use crate::stats::Interval;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Headings of `summary.csv` before the quantiles.
const METRIC_HEADINGS: [&str; 12] = [
    "scenario 方案",
    "title 方案标题",
    "metric 指标",
    "label",
    "名称",
    "unit 单位",
    "n 模拟次数",
    "missing 缺失",
    "mean 均值",
    "mean low 均值下限(95%)",
    "mean high 均值上限(95%)",
    "sd 标准差",
];

const FUND_HEADINGS: [&str; 10] = [
    "scenario 方案",
    "month 月份",
    "calendar 年月",
    "P(depleted) 已耗尽概率",
    "P low 下限(95%)",
    "P high 上限(95%)",
    "mean fund yuan 风险补偿金均值(元)",
    "mean low 下限(95%)",
    "mean high 上限(95%)",
    "depleted n 已耗尽次数",
];

/// One row per scenario and metric.
pub(super) fn summary_csv(summary: &RunSummary) -> Result<Vec<u8>, csv::Error> {
    let mut rows = Rows::new();
    let mut headings: Vec<String> = METRIC_HEADINGS.map(str::to_owned).to_vec();
    let first = summary.scenarios.first().and_then(|scenario| scenario.metrics.first());
    for quantile in first.iter().flat_map(|metric| &metric.quantiles) {
        let percent = percent(quantile.level);
        headings.extend([format!("{percent} 分位数"), format!("{percent} low 下限"), format!("{percent} high 上限")]);
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
    let mut headings: Vec<String> = FUND_HEADINGS.map(str::to_owned).to_vec();
    let first = summary.scenarios.first().and_then(|scenario| scenario.series("fund_balance_yuan"));
    headings.extend(first.iter().flat_map(|fund| &fund.quantiles).map(|q| format!("{} 分位数", percent(q.level))));
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

fn percent(level: f64) -> String {
    format!("{}%", (level * 1000.0).round() / 10.0)
}
