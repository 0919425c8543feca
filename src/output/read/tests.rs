//! Finished runs, read back whole and broken.

use super::super::tests::{BUILT_IN, finished};
use super::*;
use crate::scenario::Tables;
use std::fs;

#[test]
fn versions_of_one_series_are_readable() {
    let (series, _) = super::super::VERSION.rsplit_once('.').unwrap();
    assert!(is_readable(super::super::VERSION) && is_readable(&format!("{series}.999")));
    assert!(!is_readable("99.0.0") && !is_readable("") && !is_readable("x"));
}

#[test]
fn a_run_comes_back_with_its_scenarios() {
    let place = tempfile::tempdir().unwrap();
    let run = FinishedRun::open(&finished(place.path(), BUILT_IN, 40)).unwrap();
    assert_eq!(run.scenarios().collect::<Vec<_>>(), ["甲", "b"]);
    assert_eq!((run.summary().replications, run.manifest().seed), (40, 42));
    assert_eq!(run.has(TableName::Months), cfg!(feature = "parquet"));
}

#[test]
fn a_folder_without_a_run_is_told() {
    let place = tempfile::tempdir().unwrap();
    let missing = place.path().join("missing");
    for folder in [place.path(), missing.as_path()] {
        assert!(matches!(FinishedRun::open(folder), Err(OutputError::NoRun { path }) if path == folder));
    }
}

#[test]
fn another_version_is_told_before_what_it_lacks() {
    let place = tempfile::tempdir().unwrap();
    let path = finished(place.path(), Tables::NONE, 5);
    fs::write(path.join(names::MANIFEST), r#"{"program": "lendmix", "version": "99.1.0", "new": 1}"#).unwrap();
    let refused = FinishedRun::open(&path).unwrap_err();
    assert!(matches!(refused, OutputError::OtherVersion { version, .. } if version == "99.1.0"));
    fs::write(path.join(names::MANIFEST), "{").unwrap();
    assert!(matches!(FinishedRun::open(&path), Err(OutputError::Json { .. })));
}

#[test]
fn a_table_that_was_not_written_is_told() {
    let place = tempfile::tempdir().unwrap();
    let run = FinishedRun::open(&finished(place.path(), Tables::NONE, 5)).unwrap();
    let refused = run.table(TableName::Months).err().unwrap();
    assert!(matches!(refused, OutputError::NoTable { table: "months", .. }));
}

#[test]
fn a_summary_that_was_cut_off_or_changed_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let path = finished(place.path(), Tables::NONE, 5);
    let summary = path.join(names::SUMMARY_JSON);
    let whole = fs::read(&summary).unwrap();
    fs::write(&summary, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(FinishedRun::open(&path), Err(OutputError::WrongSize { .. })));
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() = b' ';
    fs::write(&summary, changed).unwrap();
    assert!(matches!(FinishedRun::open(&path), Err(OutputError::WrongDigest { .. })));
    fs::remove_file(&summary).unwrap();
    assert!(matches!(FinishedRun::open(&path), Err(OutputError::Io { doing: Doing::Read, .. })));
}

#[cfg(feature = "parquet")]
mod tables {
    use super::super::super::tests::{MONTHS, month, replication};
    use super::*;

    /// More than one row group of months (1,092 replications each).
    const N: u32 = 2_500;

    #[test]
    fn blocks_are_whole_replications_in_order() {
        let place = tempfile::tempdir().unwrap();
        let run = FinishedRun::open(&finished(place.path(), Tables::ALL, N)).unwrap();
        let rows = run.table(TableName::Months).unwrap();
        let mut next = std::collections::BTreeMap::from([("甲".to_owned(), 0), ("b".to_owned(), 0)]);
        let mut blocks = 0;
        for block in rows.blocks(&["month", "fund_balance_yuan"]).unwrap() {
            let block = block.unwrap();
            assert!(block.rows() <= 1 << 15, "memory is bounded by the row group");
            let next = next.get_mut(block.scenario()).unwrap();
            for (number, range) in block.by_replication() {
                assert_eq!((number, range.len()), (*next, MONTHS as usize));
                assert_eq!(block.numbers("month")[range.clone()][29], 30.0);
                assert_eq!(block.numbers("fund_balance_yuan")[range][4], month(number, 4).fund_balance.yuan());
                *next += 1;
            }
            blocks += 1;
        }
        assert_eq!((next["甲"], next["b"], blocks), (N, N, 6));
    }

    #[test]
    fn one_replication_is_found() {
        let place = tempfile::tempdir().unwrap();
        let run = FinishedRun::open(&finished(place.path(), Tables::ALL, N)).unwrap();
        let found = run.replication(TableName::Months, "b", 1_500, &["fund_balance_yuan", "month"]).unwrap();
        let expected: Vec<f64> = (0..MONTHS).map(|m| month(1_500, m).fund_balance.yuan()).collect();
        assert_eq!((&found[0], found[1][0]), (&expected, 1.0));
        let found = run.replication(TableName::Replications, "b", 7, &["replication", "fund_paid_yuan"]).unwrap();
        assert_eq!(found, [[7.0], [replication(1, 7).fund_paid.yuan()]]);
        assert!(run.replication(TableName::Months, "b", N, &["month"]).unwrap()[0].is_empty());
    }

    #[test]
    fn townships_come_with_their_names() {
        let place = tempfile::tempdir().unwrap();
        let run = FinishedRun::open(&finished(place.path(), Tables::ALL, 3)).unwrap();
        let block = run.table(TableName::Townships).unwrap().blocks(&["year"]).unwrap().next().unwrap().unwrap();
        assert_eq!((block.townships()[3].as_str(), block.townships()[4].as_str()), ("梅花镇", "寿雁镇"));
    }

    #[test]
    fn a_column_that_is_not_there_is_told() {
        let place = tempfile::tempdir().unwrap();
        let run = FinishedRun::open(&finished(place.path(), Tables::ALL, 3)).unwrap();
        let refused = run.column(TableName::Months, "b", "no_such").unwrap_err();
        assert!(matches!(refused, OutputError::NoColumn { id, .. } if id == "no_such"));
    }

    /// A table with a byte changed is refused by its digest; read all the same, it is an error or rows, never a panic.
    #[test]
    fn damage_anywhere_in_a_table_is_met() {
        let place = tempfile::tempdir().unwrap();
        let path = finished(place.path(), Tables::ALL, 40);
        let run = FinishedRun::open(&path).unwrap();
        let file = path.join(names::MONTHS);
        let whole = fs::read(&file).unwrap();
        for step in 0..200 {
            let mut bytes = whole.clone();
            let place = step * whole.len() / 200;
            bytes[place] ^= 1 << (step % 8);
            fs::write(&file, &bytes).unwrap();
            assert!(matches!(run.table(TableName::Months).err(), Some(OutputError::WrongDigest { .. })), "{place}");
            let Ok(rows) = run.table_as_found(TableName::Months) else { continue };
            let Ok(blocks) = rows.blocks(&["fund_balance_yuan"]) else { continue };
            blocks.for_each(|block| drop(block.map(|block| block.rows())));
        }
        fs::write(&file, &whole[..whole.len() - 9]).unwrap();
        let refused = run.table(TableName::Months).err().unwrap();
        assert!(matches!(refused, OutputError::WrongSize { expected, found, .. } if found + 9 == expected));
        assert!(matches!(run.table_as_found(TableName::Months).err(), Some(OutputError::Table { .. })));
    }
}
