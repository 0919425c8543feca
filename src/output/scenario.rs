//! What the output has to know about a scenario.

use crate::units::CalendarMonth;

/// A scenario as the output names it.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioInfo {
    /// Name in tables (column `scenario`).
    pub name: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Digest of the scenario's content, hexadecimal.
    pub digest: String,
    /// First month of the run.
    pub start: CalendarMonth,
    /// Months of the run.
    pub months: u32,
    /// Names of the townships in the order of the records.
    pub townships: Vec<String>,
    /// Calendar years in the order of the records.
    pub years: Vec<i32>,
}
