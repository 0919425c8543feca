//! Who set each value of a scenario and what its file says of it, kept beside the stored scenario: the stored text has
//! everything inherited and set over in it, and neither places nor comments.

use super::error::OutputError;
use super::folder::RunFolder;
use super::manifest::{Manifest, ScenarioText};
use super::names;
use super::summary_csv::{both, csv_bytes};
use crate::scenario::{Overridden, Scenario, ValueOrigin};
use crate::text::Lang;
use crate::text::words::values_csv as words;
use std::path::Path;

/// Headings of the file.
const HEADINGS: [fn(Lang) -> &'static str; 8] = [
    words::key,
    words::value,
    words::set_in,
    words::line,
    words::instead_of,
    words::set_there_in,
    words::line_there,
    words::comment,
];

/// Name of the file of a scenario.
fn name(scenario: &str) -> String {
    format!("{}/{scenario}.values.csv", names::INPUTS)
}

/// Writes the origins of a scenario's values.
pub(super) fn store(folder: &mut RunFolder, scenario: &Scenario) -> Result<(), OutputError> {
    let name = name(&scenario.name);
    let rows: Vec<Vec<String>> =
        std::iter::once(HEADINGS.map(both).to_vec()).chain(scenario.provenance.iter().map(row)).collect();
    let bytes = csv_bytes(&rows).map_err(|source| OutputError::Csv { path: folder.path().join(&name), source })?;
    folder.write(&name, &bytes)
}

fn row(origin: &ValueOrigin) -> Vec<String> {
    let line = |line: Option<usize>| line.map(|line| line.to_string()).unwrap_or_default();
    let before = origin.overrides.as_ref();
    vec![
        origin.path.clone(),
        origin.value.clone(),
        origin.file.clone(),
        line(origin.line),
        before.map(|before| before.value.clone()).unwrap_or_default(),
        before.map(|before| before.file.clone()).unwrap_or_default(),
        before.map(|before| line(before.line)).unwrap_or_default(),
        origin.comment.clone().unwrap_or_default(),
    ]
}

/// The origins of a scenario's values as the folder keeps them; none where it does not, or no longer as they were.
pub(super) fn restore(folder: &Path, manifest: &Manifest, kept: &ScenarioText) -> Option<Vec<ValueOrigin>> {
    let entry = manifest.file(&name(&kept.name)).filter(|entry| entry.is_unchanged_in(folder))?;
    let bytes = std::fs::read(folder.join(&entry.name)).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| of(&record.ok()?)).collect()
}

fn of(record: &csv::StringRecord) -> Option<ValueOrigin> {
    let cell = |place: usize| record.get(place).map(str::to_owned);
    let some = |place: usize| cell(place).filter(|text| !text.is_empty());
    let line = |place: usize| some(place).and_then(|text| text.parse().ok());
    let overrides = some(5).map(|file| Overridden { file, line: line(6), value: cell(4).unwrap_or_default() });
    Some(ValueOrigin { path: cell(0)?, value: cell(1)?, file: cell(2)?, line: line(3), overrides, comment: some(7) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_read_back_is_the_same_origin() {
        let full = ValueOrigin {
            path: "policy.fund.leverage_max".to_owned(),
            value: "8".to_owned(),
            file: "--set policy.fund.leverage_max=8".to_owned(),
            line: None,
            overrides: Some(Overridden {
                file: "道县, \"2016\".toml".to_owned(),
                line: Some(93),
                value: "10.55".to_owned(),
            }),
            comment: Some("十倍（高）, \"rule\"".to_owned()),
        };
        let bare = ValueOrigin { line: Some(7), overrides: None, comment: None, ..full.clone() };
        for origin in [full, bare] {
            assert_eq!(of(&csv::StringRecord::from(row(&origin))), Some(origin));
        }
    }
}
