//! `lendmix explain` and `lendmix groups` as their users meet them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn lendmix(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lendmix"));
    command.current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command.args(arguments).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// What a command prints, no line of it wider than a screen.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = lendmix(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    let json = arguments.contains(&"--json");
    assert!(json || text.lines().all(|line| textwrap::core::display_width(line) <= 100), "{arguments:?}:\n{text}");
    text
}

fn refused(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = lendmix(folder, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", told(&output));
    assert!(output.stdout.is_empty());
    told(&output)
}

/// Two scenarios of a county of 200 households: one with hardly any fund, one with none that could run dry.
fn run_of_two(place: &Path) -> PathBuf {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml");
    let fund = |yuan: u64| {
        format!(
            "extends = {:?}\n[world.population]\nhouseholds = 200\ntownships = 2\nvillages = 4\n[policy.fund]\n\
             leverage_max = \"none\"\ncontributions = [ {{ month = \"2016-01\", source = \"county\", yuan = {yuan} }} ]\n",
            base.to_str().unwrap()
        )
    };
    std::fs::write(place.join("小.toml"), fund(1_000)).unwrap();
    std::fs::write(place.join("large.toml"), fund(100_000_000)).unwrap();
    done(place, &["run", "小.toml", "large.toml", "--replications", "12", "--tables", "none", "--output", "r"]);
    place.join("r")
}

#[test]
fn a_run_is_explained_in_both_languages() {
    let place = TempDir::new().unwrap();
    let run = run_of_two(place.path());
    let small = ["explain", "r", "--scenario", "小"];
    let with = |more: &[&'static str]| small.iter().copied().chain(more.iter().copied()).collect::<Vec<&str>>();
    let worst = done(place.path(), &with(&["--worst"]));
    assert!(worst.contains("The fund ran dry in 20") && worst.contains("First cause: "), "{worst}");
    assert!(worst.lines().count() <= 45, "one screen:\n{worst}");
    let chinese = done(place.path(), &with(&["--at-depletion", "--lang", "zh"]));
    assert!(chinese.contains("首要原因：") && chinese.contains("耗尽月份居中"), "{chinese}");
    let median: serde_json::Value = serde_json::from_str(&done(place.path(), &with(&["--median", "--json"]))).unwrap();
    assert!(median["claims_on_fund_yuan"].as_f64().unwrap() > 0.0, "{median}");
    let number = median["replication"].as_u64().unwrap();
    let table = run.join(format!("explain/小-r{number}-months.csv"));
    assert_eq!(std::fs::read_to_string(&table).unwrap().lines().count(), 73, "72 months and headings");
    // The folder is a finished run as before, its manifest in step.
    done(place.path(), &["groups", "r"]);
    let autopsy = done(place.path(), &with(&["--autopsy", "--output", "elsewhere/deep"]));
    assert!(autopsy.contains("only") && autopsy.contains("false alarms"), "few depletions are called few: {autopsy}");
    assert!(place.path().join("elsewhere/deep/小-autopsy.csv").exists());

    let household = done(place.path(), &with(&["--replication", "3", "--household", "7"]));
    assert!(household.contains("Household 7") && household.contains("year 3"), "{household}");
    let facts = done(place.path(), &with(&["--replication", "3", "--household", "7", "--json"]));
    let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
    assert_eq!(facts["ledgers"].as_array().unwrap().len(), 3);
    let lines = facts["reason_zh"].as_str().unwrap().lines().count();
    assert!((1..=2).contains(&lines), "{facts}");
}

#[test]
fn what_cannot_be_explained_is_said_with_what_can() {
    let place = TempDir::new().unwrap();
    run_of_two(place.path());
    let which = refused(place.path(), &["explain", "r", "--worst"], 2);
    assert!(which.contains("--scenario") && which.contains("小, large"), "{which}");
    let unknown = refused(place.path(), &["explain", "r", "--scenario", "larg", "--worst"], 2);
    assert!(unknown.contains("小, large"), "{unknown}");
    let beyond = refused(place.path(), &["explain", "r", "--scenario", "小", "--replication", "12"], 2);
    assert!(beyond.contains("from 0 to 11"), "{beyond}");
    let dry = refused(place.path(), &["explain", "r", "--scenario", "large", "--at-depletion"], 2);
    assert!(dry.contains("none of 12") && dry.contains("--worst"), "{dry}");
    let dry = refused(place.path(), &["explain", "r", "--scenario", "large", "--autopsy", "--lang", "zh"], 2);
    assert!(dry.contains("从未耗尽"), "{dry}");
    let who = refused(place.path(), &["explain", "r", "--scenario", "小", "--worst", "--household", "201"], 2);
    assert!(who.contains("199, 200"), "{who}");
    let no_run = refused(place.path(), &["explain", ".", "--worst"], 2);
    assert!(no_run.contains("manifest"), "{no_run}");
    refused(place.path(), &["explain", "r"], 2);
    std::fs::remove_file(place.path().join("r/inputs/小.toml")).unwrap();
    let gone = refused(place.path(), &["explain", "r", "--scenario", "小", "--worst"], 1);
    assert!(gone.contains("小.toml is missing"), "{gone}");
}

#[test]
fn groups_are_printed_and_compared() {
    let place = TempDir::new().unwrap();
    let run = run_of_two(place.path());
    let english = done(place.path(), &["groups", "r"]);
    assert!(english.contains("decile 1 (poorest)") && english.contains("large less 小"), "{english}");
    let chinese = done(place.path(), &["groups", "r", "--scenario", "小", "--by", "township", "--lang", "zh"]);
    assert!(chinese.contains("减收户") && !chinese.contains("第10组"), "{chinese}");
    let facts: serde_json::Value = serde_json::from_str(&done(place.path(), &["groups", "r", "--json"])).unwrap();
    // 3 modes, 2 townships, 6 sizes, 10 deciles.
    assert_eq!(facts["scenarios"][0]["groups"].as_array().unwrap().len(), 21);
    assert_eq!(facts["differences"][0]["groups"].as_array().unwrap().len(), 21);
    assert_eq!(std::fs::read_to_string(run.join("groups.csv")).unwrap().lines().count(), 1 + 3 * 21);
    refused(place.path(), &["groups", "r", "--scenario", "none"], 2);
}

/// The table of groups is one more file: the other tables keep every byte. A replication is picked from the table as from
/// replications simulated again.
#[cfg(feature = "parquet")]
#[test]
fn the_table_of_groups_touches_no_other_and_picks_agree() {
    let place = TempDir::new().unwrap();
    run_of_two(place.path());
    let run = |tables: &str, folder: &str| {
        done(place.path(), &["run", "小.toml", "--replications", "12", "--tables", tables, "--output", folder]);
        place.path().join(folder)
    };
    let (with, without) = (run("replications,groups", "with"), run("replications", "without"));
    let bytes = |folder: &Path, name: &str| std::fs::read(folder.join(name)).unwrap();
    for name in ["replications.parquet", "summary.csv", "summary.json", "groups.csv"] {
        assert!(bytes(&with, name) == bytes(&without, name), "{name}");
    }
    assert!(with.join("groups.parquet").exists() && !without.join("groups.parquet").exists());
    let again = run("none", "again");
    for way in ["--worst", "--median", "--at-depletion"] {
        let told = |folder: &Path| done(place.path(), &["explain", folder.to_str().unwrap(), way, "--json"]);
        assert_eq!(told(&with), told(&again), "{way}");
    }
}
