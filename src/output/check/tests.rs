//! A run of the model keeps everything; a cell or a byte changed is found by the check that it concerns.

#![cfg(feature = "parquet")]

use super::super::manifest::{RunFacts, ScenarioText};
use super::super::parquet::ParquetFile;
use super::super::scenario::ScenarioInfo;
use super::super::table::{ColumnData, ColumnSpec};
use super::super::{RunFolder, RunWriter};
use super::*;
use crate::draws::Seed;
use crate::engine::{self, Study, Unwatched};
use crate::metrics::{Column, GROUP_COLUMNS, GROUP_KEYS, KeyColumn, Kind};
use crate::metrics::{
    MONTH_COLUMNS, MONTH_KEYS, REPLICATION_COLUMNS, REPLICATION_KEYS, TOWNSHIP_COLUMNS, TOWNSHIP_KEYS,
};
use crate::model::county::County;
use crate::scenario::{Scenario, Tables};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const REPLICATIONS: u32 = 5;

/// Two scenarios of the example county, with a book of loans at the start.
fn run(place: &Path, tables: Tables) -> PathBuf {
    let path = place.join("run");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/example-county/county.toml");
    let one = Scenario::load(&root).unwrap();
    let county = |seed: u64| {
        let run = &one.run;
        County::new(one.policy.clone(), one.world.clone(), run.start, run.months, Seed(seed), run.population)
    };
    let counties = vec![county(1), county(2)];
    let info = |name: &str, county: &County| ScenarioInfo {
        name: name.to_owned(),
        title_en: one.title.en.clone(),
        title_zh: one.title.zh.clone(),
        digest: one.digest(),
        start: one.run.start,
        months: one.run.months,
        townships: county.townships(),
        years: one.run.years().collect(),
    };
    let infos = vec![info("甲", &counties[0]), info("b", &counties[1])];
    let mut writer = RunWriter::create(RunFolder::create(&path, false).unwrap(), infos, 0, tables, 0).unwrap();
    let study = Study::new(counties);
    engine::run(&study, 0..REPLICATIONS, 2, &Unwatched, |scenario, chunk| writer.append(scenario, chunk)).unwrap();
    let facts = RunFacts {
        command: Vec::new(),
        scenarios: vec![ScenarioText {
            name: "甲".to_owned(),
            digest: one.digest(),
            text: one.canonical(),
            overrides: Vec::new(),
            stored: None,
            tables: Vec::new(),
        }],
        seed: 1,
        replications_asked: REPLICATIONS,
        replications_done: REPLICATIONS,
        threads: 2,
        started: SystemTime::UNIX_EPOCH,
        finished: SystemTime::UNIX_EPOCH,
    };
    writer.finish().unwrap().folder.complete(&facts).unwrap();
    path
}

fn checked(path: &Path) -> RunCheck {
    check_run(&FinishedRun::open(path).unwrap()).unwrap()
}

fn violated(check: &RunCheck) -> Vec<&'static str> {
    check.checks.iter().filter(|check| check.status == Status::Violated).map(|check| check.id).collect()
}

/// Name and kind of each column of a table.
fn columns(table: TableName) -> Vec<(ColumnSpec, Kind)> {
    fn of<R>(keys: &[KeyColumn], columns: &[Column<R>]) -> Vec<(ColumnSpec, Kind)> {
        let keys = keys.iter().map(|key| (ColumnSpec { id: key.id, unit: key.unit }, key.unit.kind()));
        let columns = columns.iter().map(|column| (column.id, column.unit));
        keys.chain(columns.map(|(id, unit)| (ColumnSpec { id, unit }, unit.kind()))).collect()
    }
    match table {
        TableName::Replications => of(&REPLICATION_KEYS, &REPLICATION_COLUMNS),
        TableName::Months => of(&MONTH_KEYS, &MONTH_COLUMNS),
        TableName::Townships => of(&TOWNSHIP_KEYS, &TOWNSHIP_COLUMNS),
        TableName::Groups => of(&GROUP_KEYS, &GROUP_COLUMNS),
    }
}

/// Writes a table again with the cell in `row` of the last scenario's `column` changed, and the manifest to match.
fn tamper(path: &Path, table: TableName, column: &str, row: usize, change: fn(f64) -> f64) {
    let rows = FinishedRun::open(path).unwrap().table(table).unwrap();
    let columns = columns(table);
    let numbers: Vec<&str> = columns.iter().filter(|(_, kind)| *kind != Kind::Text).map(|(spec, _)| spec.id).collect();
    let blocks: Vec<_> = rows.blocks(&numbers).unwrap().map(Result::unwrap).collect();
    let (mut folder, manifest) = RunFolder::open(path).unwrap();
    let specs: Vec<ColumnSpec> = columns.iter().map(|(spec, _)| *spec).collect();
    let mut file = ParquetFile::create(folder.begin(table.file()).unwrap(), &specs, Vec::new()).unwrap();
    for (number, block) in blocks.iter().enumerate() {
        let cells = |id: &str| -> Vec<Option<f64>> {
            let mut values = block.numbers(id).to_vec();
            if id == column && number + 1 == blocks.len() {
                values[row] = change(values[row]);
            }
            values.into_iter().map(|value| (!value.is_nan()).then_some(value)).collect()
        };
        let data: Vec<ColumnData<'_>> = columns
            .iter()
            .map(|(spec, kind)| match kind {
                Kind::Text if spec.id == "scenario" => ColumnData::Text(vec![block.scenario(); block.rows()]),
                Kind::Text => ColumnData::Text(block.townships().iter().map(String::as_str).collect()),
                Kind::Float => ColumnData::Float(cells(spec.id)),
                Kind::Integer => ColumnData::Integer(cells(spec.id).iter().map(|v| v.map(|v| v as i64)).collect()),
                Kind::Boolean => ColumnData::Boolean(cells(spec.id).iter().map(|v| v.map(|v| v != 0.0)).collect()),
            })
            .collect();
        file.write(&data).unwrap();
    }
    folder.publish(file.finish().unwrap()).unwrap();
    folder.update(manifest).unwrap();
}

#[test]
fn a_run_keeps_everything() {
    let place = tempfile::tempdir().unwrap();
    let check = checked(&run(place.path(), Tables::ALL));
    // The two counties of this run have seeds of their own, so that the folder keeps no inputs.
    for check in check.checks.iter().filter(|check| check.id != "alone") {
        assert_eq!(check.status, Status::Held, "{}: {:?} {:?}", check.id, check.first, check.missing);
        assert!(check.checked > 0);
    }
    assert!(check.holds && check.scenarios == ["甲", "b"]);
}

/// The example county alone, with its inputs.
fn run_with_inputs(place: &Path) -> PathBuf {
    let path = place.join("run");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/example-county/county.toml");
    let scenario = Scenario::load(&root).unwrap();
    let county = scenario.county();
    let info = ScenarioInfo {
        name: scenario.name.clone(),
        title_en: String::new(),
        title_zh: String::new(),
        digest: scenario.digest(),
        start: scenario.run.start,
        months: scenario.run.months,
        townships: county.townships(),
        years: scenario.run.years().collect(),
    };
    let mut writer =
        RunWriter::create(RunFolder::create(&path, false).unwrap(), vec![info], 0, Tables::ALL, 0).unwrap();
    let study = Study::new(vec![county]);
    engine::run(&study, 0..REPLICATIONS, 2, &Unwatched, |scenario, chunk| writer.append(scenario, chunk)).unwrap();
    let mut folder = writer.finish().unwrap().folder;
    let facts = RunFacts {
        command: Vec::new(),
        scenarios: super::super::inputs::store_inputs(&mut folder, std::slice::from_ref(&scenario)).unwrap(),
        seed: scenario.run.seed,
        replications_asked: REPLICATIONS,
        replications_done: REPLICATIONS,
        threads: 2,
        started: SystemTime::UNIX_EPOCH,
        finished: SystemTime::UNIX_EPOCH,
    };
    folder.complete(&facts).unwrap();
    path
}

#[test]
fn a_replication_alone_has_the_bits_of_the_tables() {
    let place = tempfile::tempdir().unwrap();
    let path = run_with_inputs(place.path());
    let alone = |path: &Path| checked(path).checks.into_iter().find(|check| check.id == "alone").unwrap();
    // Replications 0, 2 and 4, each on three numbers of threads.
    let all = 9 * REPLICATION_COLUMNS.len() as u64;
    let whole = alone(&path);
    assert_eq!((whole.status, whole.checked, whole.violated), (Status::Held, all, 0), "{:?}", whole.missing);
    tamper(&path, TableName::Replications, "gain_per_capita_yuan", 1, |value| value + 1e-9);
    assert_eq!(alone(&path).violated, 0, "replication 1 is none of the three");
    tamper(&path, TableName::Replications, "gain_per_capita_yuan", 4, |value| value + 1e-9);
    let changed = alone(&path);
    assert_eq!((changed.status, changed.violated), (Status::Violated, 3));
    assert_eq!(changed.first[0].replication, Some(4));
}

/// A table written again without a change is the same to every check: what is found below is the change.
#[test]
fn a_cell_changed_is_found_by_its_check() {
    let place = tempfile::tempdir().unwrap();
    let path = run(place.path(), Tables::ALL);
    let (row, more) = (7, (|value: f64| value + 0.01) as fn(f64) -> f64);
    tamper(&path, TableName::Months, "claims_yuan", row, |value| value);
    assert_eq!(violated(&checked(&path)), [] as [&str; 0]);
    let cases: [(TableName, &str, &str); 8] = [
        (TableName::Months, "claims_yuan", "claims_shared"),
        (TableName::Months, "fund_balance_yuan", "fund_ledger"),
        (TableName::Months, "outstanding_yuan", "principal"),
        (TableName::Months, "overdue_yuan", "due"),
        (TableName::Months, "due_ytd_yuan", "year_to_date"),
        (TableName::Months, "compensated_yuan", "claimed_stock"),
        (TableName::Townships, "lent_yuan", "townships_add_up"),
        (TableName::Months, "npl_yuan", "summary_json"),
    ];
    for (table, column, expected) in cases {
        tamper(&path, table, column, row, more);
        let check = checked(&path);
        assert!(violated(&check).contains(&expected), "{column}: {:?}", violated(&check));
        let of_month =
            |check: &&Check| check.id == expected && table == TableName::Months && expected != "summary_json";
        if let Some(found) = check.checks.iter().find(of_month) {
            let first = &found.first[0];
            let at = (first.scenario.as_deref(), first.replication, first.month);
            assert_eq!(at, (Some("b"), Some(0), Some(row + 1)), "{column}");
        }
        tamper(&path, table, column, row, |value| value - 0.01);
    }
}

#[test]
fn a_number_of_a_replication_changed_is_found_by_its_check() {
    let place = tempfile::tempdir().unwrap();
    let path = run(place.path(), Tables::ALL);
    type Change = fn(f64) -> f64;
    let cases: [(&str, &str, Change); 6] = [
        ("depletion_month", "depletion", |value| if value.is_nan() { 3.0 } else { f64::NAN }),
        ("lent_pooled_yuan", "modes_add_up", |value| value + 0.01),
        ("households_borrowing", "households_add_up", |value| value + 1.0),
        ("persons_borrowing_pooled", "persons_add_up", |value| value + 1.0),
        ("fund_needed_yuan", "summary_json", |value| value + 0.01),
        ("public_cost_yuan", "whole_fen", |value| value + 0.001),
    ];
    for (column, expected, change) in cases {
        let again = place.path().join(column);
        copy(&path, &again);
        tamper(&again, TableName::Replications, column, 3, change);
        let found = checked(&again);
        assert!(violated(&found).contains(&expected), "{column}: {:?}", violated(&found));
        assert!(!found.holds);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_changed_byte_and_a_table_cut_off_are_found() {
    let place = tempfile::tempdir().unwrap();
    let path = run(place.path(), Tables::ALL);
    let fund = path.join(names::FUND_BY_MONTH);
    let mut bytes = std::fs::read(&fund).unwrap();
    let last = bytes.iter().rposition(u8::is_ascii_digit).unwrap();
    bytes[last] = if bytes[last] == b'1' { b'2' } else { b'1' };
    std::fs::write(&fund, &bytes).unwrap();
    assert_eq!(violated(&checked(&path)), ["digests", "summary_csv"]);
    let months = path.join(names::MONTHS);
    let whole = std::fs::read(&months).unwrap();
    std::fs::write(&months, &whole[..whole.len() / 2]).unwrap();
    let check = checked(&path);
    assert_eq!(violated(&check)[..2], ["digests", "rows"]);
    assert!(check.checks[0].first.iter().any(|failing| failing.what == Some(Side::from(names::MONTHS.to_owned()))));
}

#[test]
fn what_the_run_lacks_is_not_checked_and_said() {
    let place = tempfile::tempdir().unwrap();
    let check = checked(&run(place.path(), Tables { months: false, ..Tables::ALL }));
    assert!(check.holds);
    let of = |id: &str| check.checks.iter().find(|check| check.id == id).unwrap();
    assert_eq!((of("fund_ledger").status, of("fund_ledger").missing.as_deref()), (Status::NotChecked, Some("months")));
    assert_eq!(of("households_add_up").status, Status::Held);
    assert_eq!(of("summary_json").status, Status::Held);
}
