//! A run folder is enough: every replication can be simulated again, bit for bit, from what the folder keeps.

use std::path::{Path, PathBuf};
use std::process::Command;

use lendmix::draws::Replication;
use lendmix::model::state::State;
use lendmix::output::{Manifest, OtherProgram, RestoreError, restore_scenarios};
use lendmix::scenario::{Override, Scenario};
use tempfile::TempDir;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

/// Everything that replications leave behind, as text.
fn records(scenario: &Scenario, replications: &[u32]) -> String {
    let (county, mut state) = (scenario.county(), State::default());
    let one = |replication: &u32| {
        county.simulate(Replication(*replication), &mut state);
        format!("{:?}\n{:?}\n{:?}\n", state.run, state.months, state.townships)
    };
    replications.iter().map(one).collect()
}

/// Titles, questions and settings come back with the values.
#[test]
fn a_stored_text_is_the_whole_scenario() {
    for name in ["daoxian-2016.toml", "stress-epidemic-2020.toml"] {
        let path = shipped(name);
        let scenario = Scenario::load(&path).unwrap_or_else(|found| panic!("{found}"));
        let back = Scenario::from_stored(&scenario.name, &path, &scenario.stored_text(), &[])
            .unwrap_or_else(|found| panic!("{found}"));
        assert_eq!(back.canonical(), scenario.canonical(), "{name}");
        assert_eq!((&back.title, &back.question), (&scenario.title, &scenario.question));
        assert_eq!((&back.expected, &back.run), (&scenario.expected, &scenario.run));
    }
}

/// What a reader sees of a text is not what stands in it: quotes, backslashes, control signs, names that are no bare keys,
/// numbers that are whole but written with a point.
#[test]
fn odd_texts_and_names_read_back() {
    let base = shipped("daoxian-2016.toml");
    let text = format!(
        "extends = {:?}\ntitle = {{ zh = \"甲\\\"乙\\\\丙\\u0001\", en = \"tab\\there\" }}\n\
         [policy.changes.\"2017年 \\\"统还\\\" 关闭\"]\nfrom = \"2017-09\"\nramp_until = \"2018-03\"\nfund = {{ leverage_max = 9.0 }}\n",
        base.to_str().unwrap()
    );
    let scenario = Scenario::from_text("odd", &text, Path::new("")).unwrap_or_else(|found| panic!("{found}"));
    let back = Scenario::from_stored("odd", Path::new("odd.toml"), &scenario.stored_text(), &[])
        .unwrap_or_else(|found| panic!("{found}"));
    assert_eq!(back.canonical(), scenario.canonical());
    assert_eq!(back.title, scenario.title);
    assert_eq!(back.stored_text(), scenario.stored_text());
}

/// What the command line set over a file is in the text that is stored.
#[test]
fn values_set_over_a_file_read_back() {
    let path = shipped("daoxian-2016.toml");
    let overrides = [Override::set("policy.fund.leverage_max=8"), Override::mix("50/30/20")];
    let scenario = Scenario::load_with(&path, &overrides).unwrap_or_else(|found| panic!("{found}"));
    let plain = Scenario::load(&path).unwrap_or_else(|found| panic!("{found}"));
    let back = Scenario::from_stored(&scenario.name, &path, &scenario.stored_text(), &[])
        .unwrap_or_else(|found| panic!("{found}"));
    assert_eq!((back.digest(), &back.name), (scenario.digest(), &scenario.name));
    assert_ne!(scenario.digest(), plain.digest());
}

/// Runs the example county, which names a roster, organisations and a ledger, and forgets where it was.
fn run_of_example_county(place: &Path) -> PathBuf {
    let lendmix = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(place).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    lendmix(&["example", "county"]);
    let tables = if cfg!(feature = "parquet") { "replications" } else { "none" };
    // A seed that no scenario file can hold.
    let seed = u64::MAX.to_string();
    lendmix(&[
        "run",
        "county/county.toml",
        "--replications",
        "3",
        "--seed",
        &seed,
        "--tables",
        tables,
        "--output",
        "out",
    ]);
    place.join("out")
}

#[test]
fn a_run_with_tables_is_simulated_again_from_its_folder_alone() {
    let place = TempDir::new().unwrap();
    let folder = run_of_example_county(place.path());
    let mut original =
        Scenario::load(&place.path().join("county/county.toml")).unwrap_or_else(|found| panic!("{found}"));
    original.set_seed(u64::MAX, "--seed");
    let expected = records(&original, &[0, 1, 2]);
    std::fs::remove_dir_all(place.path().join("county")).unwrap();
    let moved = place.path().join("moved");
    std::fs::rename(&folder, &moved).unwrap();

    let manifest = Manifest::read(&moved).unwrap();
    assert_eq!(OtherProgram::of(&manifest), None);
    let scenarios = restore_scenarios(&moved, &manifest).unwrap();
    assert_eq!(scenarios.len(), 1);
    assert_eq!(scenarios[0].digest(), manifest.scenarios[0].digest);
    assert!(records(&scenarios[0], &[2, 0, 1]) != expected, "the order is part of the text");
    assert!(records(&scenarios[0], &[0, 1, 2]) == expected);
    #[cfg(feature = "parquet")]
    equals_the_table(&moved, &scenarios[0]);
}

/// A map keeps what its own scenario was simulated from, rosters, organisations and ledger included: read back, it is the
/// same scenario, and each of its mixes can be made from it.
#[test]
fn a_map_keeps_its_inputs_like_a_run() {
    let place = TempDir::new().unwrap();
    let lendmix = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(place.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    lendmix(&["example", "county"]);
    lendmix(&["map", "county/county.toml", "--steps", "1", "--replications", "2", "--quiet", "--output", "m"]);
    let original = Scenario::load(&place.path().join("county/county.toml")).unwrap_or_else(|found| panic!("{found}"));
    std::fs::remove_dir_all(place.path().join("county")).unwrap();
    let folder = place.path().join("m");
    let mut manifest = Manifest::read(&folder).unwrap();
    assert!(manifest.scenarios.len() >= 4, "three corners and today's mix");
    manifest.scenarios.retain(|scenario| scenario.stored.is_some());
    let [kept] = &manifest.scenarios[..] else { panic!("one scenario is kept: {:?}", manifest.scenarios.len()) };
    assert!(kept.tables.len() >= 3, "roster, organisations, ledger");
    let restored = restore_scenarios(&folder, &manifest).unwrap();
    assert!(records(&restored[0], &[0, 1]) == records(&original, &[0, 1]));
}

/// The rows of the table are those of the replications simulated again.
#[cfg(feature = "parquet")]
fn equals_the_table(folder: &Path, scenario: &Scenario) {
    use lendmix::metrics::REPLICATION_COLUMNS;
    use lendmix::output::{FinishedRun, TableName};
    let run = FinishedRun::open(folder).unwrap();
    let (county, mut state) = (scenario.county(), State::default());
    for column in &REPLICATION_COLUMNS {
        let recorded = run.column(TableName::Replications, &scenario.name, column.id).unwrap();
        for (replication, recorded) in recorded.iter().enumerate() {
            county.simulate(Replication(replication as u32), &mut state);
            let again = (column.read)(&state.run).number();
            assert!(again == *recorded || again.is_nan() && recorded.is_nan(), "{}: {again}, {recorded}", column.id);
        }
    }
}

#[test]
fn an_input_that_is_gone_or_changed_is_named() {
    let place = TempDir::new().unwrap();
    let folder = run_of_example_county(place.path());
    let manifest = Manifest::read(&folder).unwrap();
    let inputs = folder.join("inputs");
    let roster = std::fs::read_dir(&inputs).unwrap().map(|entry| entry.unwrap().path());
    let roster = roster.into_iter().find(|path| path.to_string_lossy().contains("roster")).unwrap();

    let bytes = std::fs::read(&roster).unwrap();
    std::fs::write(&roster, [bytes.as_slice(), b"\n"].concat()).unwrap();
    let changed = restore_scenarios(&folder, &manifest).unwrap_err();
    assert!(matches!(&changed, RestoreError::Changed { path, .. } if *path == roster), "{changed}");
    std::fs::remove_file(&roster).unwrap();
    let missing = restore_scenarios(&folder, &manifest).unwrap_err();
    assert!(matches!(&missing, RestoreError::Missing { path, .. } if *path == roster), "{missing}");
    std::fs::write(&roster, bytes).unwrap();

    let stored = inputs.join("county.toml");
    let text = std::fs::read_to_string(&stored).unwrap();
    std::fs::write(&stored, text.replacen("months = ", "months =  ", 1)).unwrap();
    let changed = restore_scenarios(&folder, &manifest).unwrap_err();
    assert!(matches!(&changed, RestoreError::Changed { path, .. } if *path == stored), "{changed}");

    let mut older = manifest.clone();
    older.version = "0.0.9".to_owned();
    assert!(OtherProgram::of(&older).is_some_and(|other| other.version && !other.lock_file));
    older.scenarios[0].stored = None;
    assert!(matches!(restore_scenarios(&folder, &older), Err(RestoreError::NotKept { .. })));
}
