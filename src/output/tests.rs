//! The run folder as a whole, with records made by hand and by simple loops.

use super::*;
use crate::engine::Chunk;
use crate::metrics::REPLICATION_COLUMNS;
use crate::model::groups;
use crate::model::record::{GroupRecord, MonthRecord, ReplicationRecord, TownshipYearRecord};
use crate::scenario::Tables;
use crate::units::{CalendarMonth, Fen};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

pub(in crate::output) const MONTHS: u32 = 30;

/// Every table that this build can write.
pub(in crate::output) const BUILT_IN: Tables = if cfg!(feature = "parquet") { Tables::ALL } else { Tables::NONE };

fn scenario(name: &str) -> ScenarioInfo {
    ScenarioInfo {
        name: name.to_owned(),
        title_en: "Test".to_owned(),
        title_zh: "测试".to_owned(),
        digest: "abc".to_owned(),
        start: CalendarMonth::new(2016, 11).unwrap(),
        months: MONTHS,
        townships: vec!["梅花镇".to_owned(), "寿雁镇".to_owned(), "祥霖铺镇".to_owned()],
        years: vec![2016, 2017, 2018, 2019],
    }
}

/// A record that is a plain function of scenario and replication.
pub(in crate::output) fn replication(scenario: u32, number: u32) -> ReplicationRecord {
    let n = i64::from(number);
    ReplicationRecord {
        depletion_month: (number % 4 == 1).then_some(number % MONTHS + 1),
        fund_paid: Fen(n * 7919 % 10_007 + i64::from(scenario) * 100),
        due: Fen(if number.is_multiple_of(10) { 0 } else { 1_000 }),
        recovered: Fen(n % 1_000),
        loans_due: number,
        gain_per_capita_yuan: if number % 7 == 3 { f64::NAN } else { f64::from(number).sqrt() },
        ..ReplicationRecord::default()
    }
}

pub(in crate::output) fn month(number: u32, month: u32) -> MonthRecord {
    MonthRecord {
        fund_balance: Fen(i64::from(number * 131 % 997) * 100 + i64::from(month)),
        due_ytd: Fen(i64::from(month / 12) * 100),
        recovered_ytd: Fen(i64::from(month)),
        cap_bound: month % 3 == 2,
        suspended_units: month,
        ..MonthRecord::default()
    }
}

fn township(number: u32, place: u32) -> TownshipYearRecord {
    TownshipYearRecord { loans_due: number * 100 + place, lent: Fen(i64::from(place) * 250), ..Default::default() }
}

/// Borrowers of a group: none in every fifth one; scenario 1 has 7 fewer worse off.
fn group(scenario: u32, number: u32, place: u32) -> GroupRecord {
    GroupRecord {
        households: 100,
        households_borrowing: if place.is_multiple_of(5) { 0 } else { 50 },
        households_worse_off: 10 + number % 11 - 7 * scenario,
        ..GroupRecord::default()
    }
}

fn chunk(scenario: u32, range: std::ops::Range<u32>) -> Chunk {
    Chunk {
        first_replication: range.start,
        replications: range.clone().map(|n| replication(scenario, n)).collect(),
        months: range.clone().flat_map(|n| (0..MONTHS).map(move |m| month(n, m))).collect(),
        townships: range.clone().flat_map(|n| (0..12).map(move |place| township(n, place))).collect(),
        groups: range.flat_map(|n| (0..groups::count(3) as u32).map(move |place| group(scenario, n, place))).collect(),
    }
}

/// Runs two scenarios over `n` replications in chunks of `size`.
fn run(folder: RunFolder, tables: Tables, n: u32, size: u32) -> Finished {
    let mut writer = RunWriter::create(folder, vec![scenario("甲"), scenario("b")], 0, tables, 0).unwrap();
    for start in (0..n).step_by(size as usize) {
        for scenario in 0..2 {
            writer.append(scenario as usize, &chunk(scenario, start..n.min(start + size))).unwrap();
        }
    }
    assert_eq!(writer.replications_done(), n);
    writer.finish().unwrap()
}

fn facts(asked: u32, done: u32) -> RunFacts {
    let started = SystemTime::UNIX_EPOCH + Duration::from_secs(1_480_000_000);
    RunFacts {
        command: vec!["lendmix".to_owned(), "run".to_owned()],
        scenarios: vec![ScenarioText {
            name: "甲".to_owned(),
            digest: "abc".to_owned(),
            text: "[run]\n".to_owned(),
            overrides: Vec::new(),
            stored: None,
            tables: Vec::new(),
        }],
        seed: 42,
        replications_asked: asked,
        replications_done: done,
        threads: 2,
        started,
        finished: started + Duration::from_millis(1_500),
    }
}

/// The numbers of a group stand in the summary, those of the difference are paired, and nobody's rate is none.
#[test]
fn groups_are_summarised_and_compared() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 110, 33);
    let groups = &done.summary.scenarios[0].groups;
    let names: Vec<(&str, &str)> = groups.iter().map(|g| (g.grouping.as_str(), g.group.as_str())).collect();
    assert_eq!(names[2..5], [("mode", "fixed_benefit"), ("township", "梅花镇"), ("township", "寿雁镇")]);
    assert_eq!(names.last(), Some(&("income_decile", "10")));
    // The numbers 0 to 109 leave each rest modulo 11 ten times: 10 to 20 of 50, 15 on average.
    let worse = groups[1].metric("worse_off_share").unwrap();
    assert!((worse.mean.unwrap() - 0.3).abs() < 1e-12);
    assert_eq!(groups[5].metric("worse_off_share").unwrap().mean, None);
    let difference = *done.summary.comparisons[0].groups[1].metric("worse_off_share").unwrap();
    assert!((difference.mean.unwrap() + 0.14).abs() < 1e-12 && difference.sd.unwrap() < 1e-12);
    let csv = fs::read_to_string(done.folder.path().join(names::GROUPS_CSV)).unwrap();
    assert_eq!(csv.lines().count(), 1 + 3 * groups::count(3));
    assert!(csv.lines().any(|line| line.starts_with("b,甲,township,寿雁镇,0,0,0,")), "{csv}");
}

fn listing(path: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(feature = "parquet")]
fn at(values: &[f64], row: usize) -> Option<f64> {
    (!values[row].is_nan()).then_some(values[row])
}

/// A finished run of `n` replications in the folder `r`.
pub(in crate::output) fn finished(place: &Path, tables: Tables, n: u32) -> std::path::PathBuf {
    let path = place.join("r");
    run(RunFolder::create(&path, false).unwrap(), tables, n, 33).folder.complete(&facts(n, n)).unwrap();
    path
}

#[cfg(feature = "parquet")]
#[test]
fn tables_hold_the_values_of_the_records() {
    let place = tempfile::tempdir().unwrap();
    let path = finished(place.path(), Tables::ALL, 100);
    let run = FinishedRun::open(&path).unwrap();
    let columns_of = |table: TableName, scenario: &str, ids: &[&str]| -> Vec<Vec<f64>> {
        ids.iter().map(|id| run.column(table, scenario, id).unwrap()).collect()
    };

    let ids =
        ["replication", "depletion_month", "fund_paid_yuan", "recovery_rate", "gain_per_capita_yuan", "loans_due"];
    let columns = columns_of(TableName::Replications, "b", &ids);
    for number in 0..100_u32 {
        let (row, record) = (number as usize, replication(1, number));
        assert_eq!(columns[0][row], f64::from(number));
        assert_eq!(at(&columns[1], row), record.depletion_month.map(f64::from));
        assert_eq!(columns[2][row], record.fund_paid.yuan());
        assert_eq!(at(&columns[3], row), (number % 10 != 0).then(|| f64::from(number % 1_000) / 1_000.0));
        assert_eq!(at(&columns[4], row), (number % 7 != 3).then(|| f64::from(number).sqrt()));
        assert_eq!(columns[5][row], f64::from(number));
    }

    let ids = ["replication", "month", "fund_balance_yuan", "recovery_rate_ytd", "cap_bound"];
    let columns = columns_of(TableName::Months, "甲", &ids);
    assert_eq!(columns[0].len(), 100 * MONTHS as usize);
    for (row, (number, m)) in (0..100).flat_map(|n| (0..MONTHS).map(move |m| (n, m))).enumerate() {
        let record = month(number, m);
        assert_eq!((columns[0][row], columns[1][row]), (f64::from(number), f64::from(m + 1)));
        assert_eq!(columns[2][row], record.fund_balance.yuan());
        let rate = (m >= 12).then(|| f64::from(m) / f64::from(m / 12 * 100));
        assert_eq!(at(&columns[3], row), rate, "nothing due yet is missing, not zero");
        assert_eq!(columns[4][row], f64::from(u8::from(record.cap_bound)));
    }

    let columns = columns_of(TableName::Townships, "b", &["replication", "year", "loans_due"]);
    for (row, (number, p)) in (0..100).flat_map(|n| (0..12).map(move |p| (n, p))).enumerate() {
        assert_eq!((columns[0][row], columns[1][row]), (f64::from(number), f64::from(2016 + p % 4)));
        assert_eq!(columns[2][row], f64::from(number * 100 + p));
    }
}

#[test]
fn bytes_do_not_depend_on_how_the_run_was_cut() {
    let place = tempfile::tempdir().unwrap();
    // 2,500 replications fill more than one row group of months (1,092) and more than one spill segment (1,024).
    let digests = |name: &str, size: u32| {
        let folder = RunFolder::create(&place.path().join(name), false).unwrap();
        run(folder, BUILT_IN, 2_500, size).folder.files().to_vec()
    };
    let whole = digests("a", 2_500);
    assert_eq!(whole.len(), if cfg!(feature = "parquet") { 9 } else { 5 });
    assert_eq!(whole, digests("b", 64));
    assert_eq!(whole, digests("c", 999));
}

#[test]
fn summaries_are_those_of_a_direct_sort() {
    let place = tempfile::tempdir().unwrap();
    let mut done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 1_501, 100);
    let mut expected: Vec<f64> = (0..1_501).map(|n| replication(1, n).fund_paid.yuan()).collect();
    assert_eq!(done.values.metric(1, "fund_paid_yuan").unwrap(), expected);

    let metric = done.summary.scenarios[1].metric("fund_paid_yuan").unwrap();
    let mean = expected.iter().sum::<f64>() / 1_501.0;
    assert!((metric.estimate.mean.unwrap() - mean).abs() < 1e-9);
    expected.sort_by(f64::total_cmp);
    // (n − 1)·p is whole for 1,501 values: type 7 is then an order statistic.
    for (level, rank) in [(0.05, 75), (0.25, 375), (0.5, 750), (0.75, 1_125), (0.95, 1_425)] {
        let quantile = metric.quantile(level).unwrap();
        assert!((quantile.value.unwrap() - expected[rank]).abs() < 1e-9, "{level}");
        let interval = quantile.interval.unwrap();
        assert!(interval.low < expected[rank] && expected[rank] < interval.high);
    }

    let mut balances: Vec<f64> = (0..1_501).map(|n| month(n, 5).fund_balance.yuan()).collect();
    balances.sort_by(f64::total_cmp);
    let series = done.summary.scenarios[0].series("fund_balance_yuan").unwrap();
    assert!((series.quantiles[2].values[5].unwrap() - balances[750]).abs() < 1e-9);
    let rate = done.summary.scenarios[0].series("recovery_rate_ytd").unwrap();
    assert_eq!((rate.mean[3].n, rate.mean[3].missing, rate.mean[3].mean), (0, 1_501, None));
    assert_eq!(rate.quantiles[0].values[3], None);
}

#[test]
fn missing_values_are_counted_apart() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 70, 16);
    let gain = done.summary.scenarios[0].metric("gain_per_capita_yuan").unwrap().estimate;
    assert_eq!((gain.n, gain.missing), (60, 10));
    let sum: f64 = (0..70).filter(|n| n % 7 != 3).map(|n| f64::from(n).sqrt()).sum();
    assert!((gain.mean.unwrap() - sum / 60.0).abs() < 1e-12);
}

#[test]
fn depletion_is_counted_by_month() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 400, 64);
    let depletion = &done.summary.scenarios[0].depletion;
    assert_eq!((depletion.by_horizon.count, depletion.by_horizon.n), (100, 400));
    assert_eq!(depletion.by_month.len(), MONTHS as usize);
    let mut months: Vec<u32> = (0..400).filter_map(|n| replication(0, n).depletion_month).collect();
    for (t, by) in (1..).zip(&depletion.by_month) {
        assert_eq!(by.count, months.iter().filter(|month| **month <= t).count() as u64);
    }
    months.sort_unstable();
    assert_eq!(depletion.median_month, Some(f64::from(months[49])));
}

#[test]
fn scenarios_are_compared_in_pairs() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 50, 20);
    let comparison = &done.summary.comparisons[0];
    assert_eq!((comparison.baseline.as_str(), comparison.scenario.as_str()), ("甲", "b"));
    // The second scenario's fund pays one yuan more in every replication, which is worse every time.
    let paid = comparison.effects.iter().find(|effect| effect.id == "fund_paid_yuan").unwrap();
    assert!((paid.effect.difference.mean.unwrap() - 1.0).abs() < 1e-12);
    assert!(paid.effect.difference.interval.unwrap().high - 1.0 < 1e-9);
    assert_eq!((paid.effect.higher.count, paid.share_better.unwrap().count), (50, 0));
    let depleted = comparison.effect("depleted").unwrap();
    assert_eq!((depleted.effect.difference.mean, depleted.verdict), (Some(0.0), Verdict::Same));
    let csv = fs::read_to_string(place.path().join("r").join(names::COMPARISON_CSV)).unwrap();
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 1 + REPLICATION_COLUMNS.len());
    assert!(rows[0].starts_with("\u{feff}scenario 方案,baseline 基准方案,"));
    assert!(
        rows.iter().any(|row| row.starts_with("b,甲,fund_paid_yuan,") && row.ends_with(",other 其他指标,worse 更差"))
    );
}

#[test]
fn nothing_has_its_name_before_the_end_and_a_dropped_run_leaves_nothing() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    let folder = RunFolder::create(&path, false).unwrap();
    let mut writer = RunWriter::create(folder, vec![scenario("甲")], 0, BUILT_IN, 0).unwrap();
    writer.append(0, &chunk(0, 0..1_500)).unwrap();
    assert!(listing(&path).iter().all(|name| name.starts_with(".lendmix-")), "{:?}", listing(&path));
    drop(writer);
    assert!(!path.exists(), "a folder that we made and never filled is taken away");
}

#[test]
fn the_manifest_comes_last_and_says_whether_the_run_is_complete() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    let mut done = run(RunFolder::create(&path, false).unwrap(), BUILT_IN, 20, 20);
    done.folder.write("charts/fund.svg", b"<svg/>").unwrap();
    assert!(!path.join(names::MANIFEST).exists());
    done.folder.complete(&facts(100, 20)).unwrap();

    let manifest = Manifest::read(&path).unwrap();
    assert!(!manifest.complete);
    assert_eq!((manifest.seconds, manifest.started.as_str()), (1.5, "2016-11-24T15:06:40Z"));
    assert_eq!((manifest.seed, manifest.scenarios[0].text.as_str()), (42, "[run]\n"));
    assert!(manifest.files.iter().all(|entry| entry.is_unchanged_in(&path)));
    // SHA-256 of "<svg/>", from coreutils.
    let chart = manifest.files.iter().find(|entry| entry.name == "charts/fund.svg").unwrap();
    assert_eq!((chart.bytes, &chart.sha256[..16]), (6, "d4dc56669143034f"));
    assert!(!listing(&path).iter().any(|name| name.starts_with('.')));
}

#[test]
fn a_folder_with_anything_in_it_needs_force() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    fs::create_dir(&path).unwrap();
    drop(RunFolder::create(&path, false).unwrap());
    assert!(path.exists(), "an empty folder that was there stays");
    fs::write(path.join("notes.txt"), "mine").unwrap();
    let refused = RunFolder::create(&path, false).unwrap_err();
    assert!(matches!(refused, OutputError::FolderNotEmpty { holds_run: false, .. }));
    let refused = RunFolder::create(&path, true).unwrap_err();
    assert!(matches!(refused, OutputError::FolderNotEmpty { holds_run: false, .. }), "force is for finished runs");
    fs::remove_file(path.join("notes.txt")).unwrap();
    run(RunFolder::create(&path, false).unwrap(), Tables::NONE, 5, 5).folder.complete(&facts(5, 5)).unwrap();
    fs::write(path.join("notes.txt"), "mine").unwrap();
    let refused = RunFolder::create(&path, false).unwrap_err();
    assert!(matches!(refused, OutputError::FolderNotEmpty { holds_run: true, .. }));
    run(RunFolder::create(&path, true).unwrap(), Tables::NONE, 5, 5).folder.complete(&facts(5, 5)).unwrap();
    assert_eq!(fs::read_to_string(path.join("notes.txt")).unwrap(), "mine");
}

#[test]
fn force_replaces_at_the_end_and_removes_only_what_the_old_run_made() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    let mut old = run(RunFolder::create(&path, false).unwrap(), Tables::NONE, 5, 5);
    old.folder.write("charts/old.svg", b"old").unwrap();
    old.folder.write("charts/edited.svg", b"old").unwrap();
    old.folder.complete(&facts(5, 5)).unwrap();
    fs::write(path.join("charts/edited.svg"), "edited by hand").unwrap();
    fs::write(path.join("charts/foreign.svg"), "foreign").unwrap();
    fs::write(path.join(".lendmix-killed.partial"), "rest of a killed run").unwrap();
    let summary = fs::read(path.join(names::SUMMARY_CSV)).unwrap();

    let folder = RunFolder::create(&path, true).unwrap();
    assert_eq!(fs::read(path.join(names::SUMMARY_CSV)).unwrap(), summary, "the old run is whole until the new one is");
    assert!(path.join(names::MANIFEST).exists());
    let new = run(folder, Tables::NONE, 6, 6);
    assert!(!path.join(names::MANIFEST).exists(), "an old manifest never stands beside new files");
    new.folder.complete(&facts(6, 6)).unwrap();

    assert_ne!(fs::read(path.join(names::SUMMARY_CSV)).unwrap(), summary);
    assert_eq!(listing(&path.join("charts")), ["edited.svg", "foreign.svg"]);
    assert_eq!(
        listing(&path),
        [
            "charts",
            names::COMPARISON_CSV,
            names::FUND_BY_MONTH,
            names::GROUPS_CSV,
            names::MANIFEST,
            names::SUMMARY_CSV,
            names::SUMMARY_JSON
        ]
    );
}

#[test]
fn an_abandoned_replacement_leaves_the_old_run_as_it_was() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    run(RunFolder::create(&path, false).unwrap(), BUILT_IN, 5, 5).folder.complete(&facts(5, 5)).unwrap();
    let before = listing(&path);
    let folder = RunFolder::create(&path, true).unwrap();
    let mut writer = RunWriter::create(folder, vec![scenario("甲")], 0, BUILT_IN, 0).unwrap();
    writer.append(0, &chunk(0, 0..10)).unwrap();
    drop(writer);
    assert_eq!(listing(&path), before);
    assert!(Manifest::read(&path).unwrap().files.iter().all(|entry| entry.is_unchanged_in(&path)));
}

#[test]
fn a_folder_that_cannot_be_is_refused_before_anything_runs() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(matches!(RunFolder::create(&file, true), Err(OutputError::NotAFolder { .. })));
    let below = file.join("run");
    let Err(OutputError::Io { path, .. }) = RunFolder::create(&below, false) else { panic!("a file has no folders") };
    assert_eq!(path, below);
    let orphan = place.path().join("missing/run");
    assert!(matches!(RunFolder::create(&orphan, false), Err(OutputError::ParentMissing { path }) if path == orphan));
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let mut folder = RunFolder::create(&place.path().join("r"), false).unwrap();
    for name in ["../x", "/x", "", "a/../../x", "a\\x", names::MANIFEST] {
        assert!(matches!(folder.write(name, b""), Err(OutputError::OutsideFolder { .. })), "{name}");
    }
}

#[test]
fn files_can_be_added_to_a_finished_run() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    run(RunFolder::create(&path, false).unwrap(), Tables::NONE, 5, 5).folder.complete(&facts(5, 5)).unwrap();
    let (mut folder, manifest) = RunFolder::open(&path).unwrap();
    folder.write("charts/new.svg", b"<svg/>").unwrap();
    folder.update(manifest.clone()).unwrap();
    let updated = Manifest::read(&path).unwrap();
    assert_eq!(updated.files.len(), manifest.files.len() + 1);
    assert_eq!(Manifest { files: manifest.files.clone(), ..updated }, manifest);
}

#[test]
fn chunks_that_do_not_fit_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let folder = RunFolder::create(&place.path().join("r"), false).unwrap();
    let mut writer = RunWriter::create(folder, vec![scenario("甲"), scenario("b")], 0, Tables::NONE, 10).unwrap();
    let refused = writer.append(0, &chunk(0, 11..12));
    assert!(matches!(refused, Err(OutputError::OutOfOrder { expected: 10, found: 11, .. })));
    let short = Chunk { months: Vec::new(), ..chunk(0, 10..12) };
    assert!(matches!(writer.append(0, &short), Err(OutputError::WrongShape { table: "months", expected: 60, .. })));
    assert!(matches!(writer.append(2, &chunk(0, 10..11)), Err(OutputError::UnknownScenario { index: 2 })));
    writer.append(0, &chunk(0, 10..12)).unwrap();
    assert!(matches!(writer.finish(), Err(OutputError::UnequalEnds { .. })));
}

#[test]
fn a_run_stopped_before_its_first_chunk_is_a_valid_empty_run() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), BUILT_IN, 0, 1);
    let metric = &done.summary.scenarios[0].metrics[1];
    assert_eq!((metric.estimate.n, metric.estimate.mean, metric.quantiles[2].value), (0, None, None));
    assert_eq!(done.summary.scenarios[0].depletion.by_horizon.share, None);
}

#[test]
fn the_csv_opens_in_excel_and_has_every_metric() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 100, 100);
    let text = fs::read_to_string(done.folder.path().join(names::SUMMARY_CSV)).unwrap();
    assert!(text.starts_with("\u{feff}scenario 方案,"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2 * REPLICATION_COLUMNS.len());
    let first = &rows[0];
    assert_eq!((&first[0], &first[2], &first[6], &first[7]), ("甲", "depletion_month", "25", "75"));
    // Twenty-five values bound the median but not the 5% quantile: empty cells, no zeros.
    let headings = reader.headers().unwrap();
    let cell = |heading: &str| &first[headings.iter().position(|h| h == heading).unwrap()];
    assert_eq!((cell("5% low 下限"), cell("5% high 上限")), ("", ""));
    assert!(!cell("50% low 下限").is_empty());
    let fund = fs::read_to_string(done.folder.path().join(names::FUND_BY_MONTH)).unwrap();
    assert_eq!(fund.lines().count(), 1 + 2 * MONTHS as usize);
    assert!(fund.lines().nth(3).unwrap().starts_with("甲,3,2017-01,"));
}

#[test]
fn the_summary_survives_json() {
    let place = tempfile::tempdir().unwrap();
    let done = run(RunFolder::create(&place.path().join("r"), false).unwrap(), Tables::NONE, 90, 90);
    let bytes = fs::read(done.folder.path().join(names::SUMMARY_JSON)).unwrap();
    let back: RunSummary = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(back.scenarios[0].metrics.len(), done.summary.scenarios[0].metrics.len());
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(json["scenarios"][0]["series"][2]["mean"][0]["mean"], serde_json::Value::Null);
}

#[cfg(unix)]
#[test]
fn files_are_as_readable_as_any_other_file() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let mut folder = RunFolder::create(&place.path().join("r"), false).unwrap();
    folder.write("a", b"").unwrap();
    fs::write(folder.path().join("b"), "").unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a"), mode("b"));
}

#[test]
fn a_full_disk_is_called_that() {
    let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
    let error = OutputError::io(Doing::Write, Path::new("runs/months.parquet"), full());
    assert!(matches!(error, OutputError::DiskFull { .. }));
    assert!(error.to_string().contains("months.parquet"));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn tables_without_parquet_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let folder = RunFolder::create(&place.path().join("r"), false).unwrap();
    let refused = RunWriter::create(folder, vec![scenario("甲")], 0, Tables::ALL, 0);
    assert!(matches!(refused, Err(OutputError::TablesNotBuiltIn)));
}

/// A run that fails on the way leaves no folder that could be neither read nor replaced; what others put there stays.
#[test]
fn a_failed_run_leaves_nothing_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("r");
    let begun = || {
        let mut folder = RunFolder::create(&path, false).unwrap();
        folder.write("a.csv", b"1").unwrap();
        folder.write("charts/b.svg", b"2").unwrap();
        folder
    };
    drop(begun());
    assert!(!path.exists());
    let folder = begun();
    fs::write(path.join("notes.txt"), "of somebody").unwrap();
    drop(folder);
    let left: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["notes.txt"]);
}
