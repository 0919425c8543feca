//! The program as its users meet it: folders, languages, pipes, interruptions, exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub fn lendmix(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lendmix"));
    command.current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    lendmix(folder).args(arguments).output().unwrap()
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"))
}

/// A county of 300 households that runs in a moment, written beside a link to the base case.
pub fn small_county(folder: &Path) {
    let base = shipped("daoxian-2016");
    let text = format!(
        "extends = {:?}\n[world.population]\nhouseholds = 300\ntownships = 3\nvillages = 6\n",
        base.to_str().unwrap()
    );
    std::fs::write(folder.join("small.toml"), text).unwrap();
}

pub fn tables() -> &'static [&'static str] {
    if cfg!(feature = "parquet") { &[] } else { &["--tables", "none"] }
}

fn run_small(folder: &Path, more: &[&str]) -> Output {
    small_county(folder);
    let mut arguments = vec!["run", "small.toml"];
    if !more.contains(&"--replications") {
        arguments.extend(["--replications", "70"]);
    }
    arguments.extend(tables());
    arguments.extend(more);
    run(folder, &arguments)
}

/// Names and bytes of the files below a folder, the manifest left out.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.file_name().unwrap() != "manifest.json" {
            found.push((path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn an_empty_folder_is_enough() {
    let folder = TempDir::new().unwrap();
    let output = run_small(folder.path(), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.contains("Risk fund") && text.contains("Recovery rate") && text.contains("Income gain"), "{text}");
    let outputs = folder.path().join("outputs/small");
    let tables = [
        "fund_by_month.csv",
        "groups.csv",
        "report.html",
        "small.toml",
        "small.values.csv",
        "summary.csv",
        "summary.json",
    ];
    let mut expected = [&["fund-balance.csv", "fund-balance.png", "fund-balance.svg"], &tables[..]].concat();
    if cfg!(feature = "parquet") {
        expected.extend(["groups.parquet", "months.parquet", "replications.parquet", "townships.parquet"]);
    }
    expected.sort();
    // Which other charts there are depends on what happens in so small a county; tests of charts look at them.
    let other = |name: &String| {
        lendmix::figures::FIGURES.iter().skip(1).any(|figure| name.starts_with(&format!("{}.", figure.id)))
    };
    let names = files(&outputs).into_iter().map(|(name, _)| name).filter(|name| !other(name));
    assert_eq!(names.collect::<Vec<String>>(), expected);
    assert!(outputs.join("manifest.json").exists());
}

#[test]
fn the_same_run_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = TempDir::new().unwrap();
    for threads in ["1", "2", "7"] {
        let output = run_small(folder.path(), &["--threads", threads, "--output", threads]);
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let one = files(&folder.path().join("1"));
    assert!(one.len() >= 5);
    assert!(one == files(&folder.path().join("2")), "2 threads");
    assert!(one == files(&folder.path().join("7")), "7 threads");
}

#[test]
fn an_existing_run_is_refused_unless_forced() {
    let folder = TempDir::new().unwrap();
    assert!(run_small(folder.path(), &[]).status.success());
    let before = files(&folder.path().join("outputs/small"));
    let refused = run_small(folder.path(), &["--seed", "5"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("--force"), "{}", stderr(&refused));
    assert!(before == files(&folder.path().join("outputs/small")), "a refused run touched the old one");
    let forced = run_small(folder.path(), &["--seed", "5", "--force"]);
    assert!(forced.status.success(), "{}", stderr(&forced));
    assert!(before != files(&folder.path().join("outputs/small")));
}

/// `--force` replaces finished runs, never somebody's own files; what a killed run left behind does not count.
#[test]
fn foreign_files_are_never_written_over() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("own")).unwrap();
    std::fs::write(folder.path().join("own/summary.csv"), "mine").unwrap();
    let refused = run_small(folder.path(), &["--output", "own", "--force"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(folder.path().join("own/summary.csv")).unwrap(), "mine");
    std::fs::create_dir(folder.path().join("killed")).unwrap();
    std::fs::write(folder.path().join("killed/.lendmix-abc.partial"), "").unwrap();
    assert!(run_small(folder.path(), &["--output", "killed"]).status.success());
    assert!(!folder.path().join("killed/.lendmix-abc.partial").exists());
}

/// A file name that the chart font cannot write costs nothing of the run.
#[test]
fn any_file_name_will_do() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    std::fs::copy(folder.path().join("small.toml"), folder.path().join("😀 方案.toml")).unwrap();
    let mut arguments = vec!["run", "😀 方案.toml", "--replications", "5", "--output", "结果"];
    arguments.extend(tables());
    let output = run(folder.path(), &arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(folder.path().join("结果/charts/fund-balance.svg").exists());
}

#[test]
fn a_folder_that_cannot_be_written_fails_before_simulating() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    for (path, hint) in [("file/below", "file/below"), ("missing/folder", "parent folder"), ("file", "not a folder")] {
        // So many replications that simulating first would take hours.
        let output = run_small(folder.path(), &["--replications", "10000000", "--output", path]);
        let code = output.status.code();
        assert!(code == Some(2) || code == Some(1), "{path}: {code:?}");
        assert!(stderr(&output).contains(hint), "{path}: {}", stderr(&output));
    }
}

#[test]
fn answers_come_in_the_language_of_the_locale_or_of_the_option() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let mut arguments = vec!["run", "small.toml", "--replications", "5", "--force"];
    arguments.extend(tables());
    let chinese = lendmix(folder.path()).env("LANG", "zh_CN.UTF-8").args(&arguments).output().unwrap();
    assert!(stdout(&chinese).contains("风险补偿金") && stdout(&chinese).contains("人均增收"), "{}", stderr(&chinese));
    arguments.extend(["--lang", "en"]);
    let english = lendmix(folder.path()).env("LANG", "zh_CN.UTF-8").args(&arguments).output().unwrap();
    assert!(stdout(&english).contains("Risk fund"), "{}", stderr(&english));
}

#[test]
fn mistakes_in_arguments_are_told_in_both_languages_with_exit_code_2() {
    let folder = TempDir::new().unwrap();
    let english = run(folder.path(), &["run", "a.toml", "--replicatoins", "5"]);
    assert_eq!(english.status.code(), Some(2));
    assert!(stderr(&english).contains("--replications"), "{}", stderr(&english));
    let chinese = run(folder.path(), &["run", "a.toml", "--replicatoins", "5", "--lang", "zh"]);
    assert_eq!(chinese.status.code(), Some(2));
    assert!(stderr(&chinese).contains("错误") && stderr(&chinese).contains("--replications"), "{}", stderr(&chinese));
    let missing = run(folder.path(), &["run", "nowhere.toml"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("nowhere.toml"), "{}", stderr(&missing));
    let tables = run(folder.path(), &["run", shipped("daoxian-2016").to_str().unwrap(), "--tables", "month"]);
    assert_eq!(tables.status.code(), Some(2));
}

#[test]
fn help_is_printed_in_both_languages() {
    let folder = TempDir::new().unwrap();
    let english = run(folder.path(), &["run", "--help"]);
    assert!(english.status.success() && stdout(&english).contains("--replications"));
    let chinese = run(folder.path(), &["run", "--help", "--lang", "zh"]);
    assert!(chinese.status.success(), "{}", stderr(&chinese));
    assert!(stdout(&chinese).contains("用法") && stdout(&chinese).contains("线程数"), "{}", stdout(&chinese));
    for lang in ["zh", "en"] {
        assert!(stdout(&run(folder.path(), &["--version", "--lang", lang])).starts_with("lendmix 0."));
        assert_eq!(run(folder.path(), &["--lang", lang]).status.code(), Some(2));
    }
    for command in ["run", "check", "init", "roster", "list"] {
        assert!(run(folder.path(), &[command, "--help"]).status.success(), "{command}");
    }
}

#[test]
fn json_is_json_and_quiet_is_quiet() {
    let folder = TempDir::new().unwrap();
    let json = run_small(folder.path(), &["--json"]);
    let answer: serde_json::Value = serde_json::from_str(&stdout(&json)).unwrap();
    assert_eq!(answer["complete"], true);
    assert_eq!(answer["summary"]["replications"], 70);
    assert_eq!(answer["summary"]["scenarios"][0]["name"], "small");
    let quiet = run_small(folder.path(), &["--quiet", "--force"]);
    assert!(quiet.status.success() && quiet.stdout.is_empty() && quiet.stderr.is_empty());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let folder = TempDir::new().unwrap();
    let mut child = lendmix(folder.path()).args(["list", "columns"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn scenarios_that_cannot_stand_side_by_side_are_refused_with_what_differs() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    std::fs::write(folder.path().join("shorter.toml"), "extends = \"small.toml\"\n[run]\nmonths = 60\n").unwrap();
    let output = run(folder.path(), &["run", "small.toml", "shorter.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let text = stderr(&output);
    assert!(text.contains("run.months") && text.contains("72") && text.contains("60"), "{text}");

    // Other households are another county, whatever else is equal.
    std::fs::write(
        folder.path().join("larger.toml"),
        "extends = \"small.toml\"\n[world.population]\nhouseholds = 400\n",
    )
    .unwrap();
    let output = run(folder.path(), &["run", "small.toml", "larger.toml", "--lang", "zh"]);
    assert_eq!(output.status.code(), Some(2));
    let text = stderr(&output);
    assert!(text.contains("world.population.households：small为300，larger为400"), "{text}");
    assert!(text.contains("同一批农户"), "{text}");
}

/// What the command line sets is in the name, the manifest and the list of origins; a mix is a scenario of its own.
#[test]
fn values_and_mixes_may_be_set_on_the_command_line() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let mut arguments = vec!["run", "small.toml", "--replications", "2", "--set", "policy.fund.leverage_max=8"];
    arguments.extend(["--mix", "50/30/20", "--mix", "自主=1", "--quiet"]);
    arguments.extend(tables());
    let output = run(folder.path(), &arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    let names = ["small@50-30-20", "small@100-0-0"];
    let manifest = std::fs::read(folder.path().join("outputs").join(names.join("+")).join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let scenarios = manifest["scenarios"].as_array().unwrap();
    assert_eq!(scenarios.iter().map(|scenario| scenario["name"].as_str().unwrap()).collect::<Vec<_>>(), names);
    assert_eq!(scenarios[1]["overrides"], serde_json::json!(["--set policy.fund.leverage_max=8", "--mix 自主=1"]));
    assert!(scenarios[1]["text"].as_str().unwrap().contains("policy.fund.leverage_max = 8\n"));

    let checked = run(folder.path(), &["check", "small.toml", "--set", "policy.fund.leverage_max=8", "--lang", "zh"]);
    let row = stdout(&checked).lines().find(|line| line.contains("policy.fund.leverage_max")).unwrap().to_owned();
    assert!(row.contains("--set") && row.contains("取代10.55"), "{row}");

    // A mistake of the file is told once, however many mixes are set over it.
    std::fs::write(folder.path().join("broken.toml"), "extends = \"small.toml\"\n[run]\nmonths = 0\n").unwrap();
    let broken = run(folder.path(), &["check", "broken.toml", "--mix", "50/30/20", "--mix", "1/0/0"]);
    assert_eq!(broken.status.code(), Some(2));
    assert_eq!(stderr(&broken).matches("run.months").count(), 1, "{}", stderr(&broken));
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with('\u{feff}'), "Excel shows Chinese only with a byte order mark");
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// A comparison on the terminal, in the folder and for machines, in both languages.
#[test]
fn scenarios_are_compared_with_a_baseline() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let compare = |more: &[&str]| {
        let mut arguments = vec!["compare", "small.toml", "--replications", "40", "--force", "-o", "c"];
        arguments.extend(tables());
        arguments.extend(more);
        run(folder.path(), &arguments)
    };
    let few = compare(&["--mix", "60/30/10", "--variant", "policy.fund.leverage_max=5", "--lang", "en"]);
    let text = stdout(&few);
    assert!(few.status.success(), "{}", stderr(&few));
    assert!(
        text.contains("Baseline small:") && text.contains("small@60-30-10") && text.contains("small@leverage_max=5")
    );
    assert!(text.contains("not distinguishable") && text.contains("judged together at 95% (Holm)"), "{text}");
    assert!(text.lines().count() <= 54, "one screen: {text}");
    let rows = csv_rows(&folder.path().join("c/comparison.csv"));
    assert!(rows[0][1].ends_with("基准方案") && rows[1][1] == "small");

    let many = compare(&["--mix", "1/0/0", "--mix", "0/1/0", "--mix", "0/0/1", "--mix", "0.5/0.5/0", "--lang", "zh"]);
    let text = stdout(&many);
    assert!(
        text.contains("基准方案small") && text.contains("small@50-50-0") && text.contains("首行为基准的数值"),
        "{text}"
    );

    let named = compare(&["--mix", "60/30/10", "--baseline", "small@60-30-10", "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&named.stdout).unwrap();
    assert_eq!(
        (answer["baseline"].as_str(), answer["comparisons"][0]["scenario"].as_str()),
        (Some("small@60-30-10"), Some("small"))
    );
    let depleted = answer["comparisons"][0]["effects"].as_array().unwrap();
    let depleted = depleted.iter().find(|effect| effect["id"] == "depleted").unwrap();
    assert!(depleted["headline"].as_bool().unwrap() && depleted["verdict"].is_string());
}

#[test]
fn a_comparison_that_cannot_be_says_what_to_write() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let refused = |more: &[&str], says: &str| {
        let mut arguments = vec!["compare", "small.toml"];
        arguments.extend(tables());
        arguments.extend(more);
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        assert!(stderr(&output).contains(says), "{more:?}: {}", stderr(&output));
    };
    refused(&["--set", "policy.fund.leverage_max=8"], "--variant \"policy.fund.leverage_max=8\"");
    refused(&["--lang", "zh"], "只有一个方案");
    refused(&["--variant", ""], "--variant is empty");
    refused(&["--variant", " ; ", "--lang", "zh"], "为空");
    refused(&["--variant", "run.months=24"], "run.months is 72 in small and 24 in small@months=24");
    let twice = ["--mix", "1/0/0", "--set", "policy.fund.leverage_max=8", "--set", "policy.fund.leverage_max = 9"];
    refused(
        &twice,
        "--set sets policy.fund.leverage_max twice: policy.fund.leverage_max=8 and policy.fund.leverage_max = 9",
    );
    refused(&["--mix", "1/0/0", "--mix", "100/0/0"], "two scenarios of this run are named small@100-0-0");
    let book = "world.loans=[{ count = 10, principal_yuan = 10000, due = \"2016-12\", pd = 0.05 }]";
    refused(&["--variant", book], "world.loans");
    refused(&["--mix", "1/0/0", "--baseline", "none.toml"], "there are small, small@100-0-0");
    refused(&["--mix", "1/0/0", "--metric", "profit"], "lendmix list columns");
    assert!(!folder.path().join("outputs").join("small+small@100-0-0").exists(), "nothing is left behind");
}

/// All mixes, today's among them; marks, tables and the answer for machines.
#[test]
fn every_mix_is_on_the_map() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let map = |more: &[&str]| {
        let mut arguments = vec!["map", "small.toml", "--steps", "2", "--replications", "40", "--force", "-o", "m"];
        arguments.extend(more);
        run(folder.path(), &arguments)
    };
    let english = map(&["--lang", "en"]);
    let text = stdout(&english);
    assert!(english.status.success(), "{}", stderr(&english));
    // Six mixes of the grid, and today's 40/45/15 beside it.
    assert!(
        text.contains("7 mixes on the same luck") && text.contains("40/45/15") && text.contains("lies beside the grid"),
        "{text}"
    );
    assert!(text.contains("placement=open"), "self-directed lending alone runs out of households: {text}");
    assert!(text.lines().count() <= 50 && text.contains("fixed benefit 100%"), "{text}");
    let rows = csv_rows(&folder.path().join("m/map.csv"));
    assert_eq!(rows.len(), 1 + 7 * 9);
    assert!(rows[0][1].ends_with("自主贷款比例"));
    let today: Vec<&Vec<String>> = rows.iter().filter(|row| row[4] == "1").collect();
    assert_eq!((today.len(), today[0][0].as_str()), (9, "small"));
    assert_eq!(folder.path().join("m/map.parquet").exists(), cfg!(feature = "parquet"));

    let open = map(&["--set", "policy.lending.placement=open", "--json"]);
    let open: serde_json::Value = serde_json::from_slice(&open.stdout).unwrap();
    let points = open["map"]["points"].as_array().unwrap();
    assert_eq!((points.len(), points[0]["shares"].clone()), (7, serde_json::json!([1.0, 0.0, 0.0])));
    // Self-directed lending alone: whoever is eligible is fewer than whoever may be placed.
    let closed: serde_json::Value = serde_json::from_slice(&map(&["--json"]).stdout).unwrap();
    let lent = |answer: &serde_json::Value| answer["map"]["points"][0]["lent_share_of_plan"].as_f64().unwrap();
    assert!(lent(&open) > 1.5 * lent(&closed), "{} {}", lent(&open), lent(&closed));
    assert!(stdout(&map(&["--lang", "zh"])).contains("判断有效与否的指标"));

    for (more, says) in [
        (["--axis", "gain_per_capita_yuan", "--lang", "en"], "households_borrowing"),
        (["--axis", "lent", "--lang", "en"], "households_borrowing"),
        (["--tables", "months", "--lang", "zh"], "replications或none"),
    ] {
        let refused = map(&more);
        assert_eq!(refused.status.code(), Some(2));
        assert!(stderr(&refused).contains(says), "{}", stderr(&refused));
    }
}

#[test]
fn init_writes_a_scenario_that_runs_and_never_overwrites() {
    let folder = TempDir::new().unwrap();
    assert!(run(folder.path(), &["init", "county"]).status.success());
    assert!(run(folder.path(), &["check", "county.toml"]).status.success());
    let again = run(folder.path(), &["init", "county"]);
    assert_eq!(again.status.code(), Some(2));
}

/// Ctrl-C keeps what is finished, says so, and marks the run as incomplete.
#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_is_finished() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let mut arguments = vec!["run", "small.toml", "--replications", "1000000", "--output", "long"];
    arguments.extend(tables());
    let child = lendmix(folder.path()).args(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The folder appears before the first replication; then a chunk of this small county takes a few milliseconds.
    let appeared = (0..1000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        folder.path().join("long").exists()
    });
    assert!(appeared, "the run did not begin");
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("kept in long"), "{}", stderr(&output));
    let manifest = std::fs::read_to_string(folder.path().join("long/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["complete"], false);
    let done = manifest["replications_done"].as_u64().unwrap();
    assert!(done > 0 && done < 1_000_000 && done.is_multiple_of(64), "{done}");
}

/// A roster written from a synthesised county and read back is the same county.
#[test]
fn a_written_roster_gives_the_same_results() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    assert!(run(folder.path(), &["roster", "small.toml", "--output", "roster.csv"]).status.success());
    let base = std::fs::read_to_string(shipped("daoxian-2016")).unwrap();
    let start = base.find("[world.population]").unwrap();
    let end = start + base[start..].find("\n[world.households]").unwrap();
    let text = format!("{}[world.population]\nroster = \"roster.csv\"\n{}", &base[..start], &base[end..]);
    std::fs::write(folder.path().join("small-roster.toml"), text).unwrap();
    for name in ["small", "small-roster"] {
        let output = run(
            folder.path(),
            &["run", &format!("{name}.toml"), "--replications", "70", "--tables", "none", "--output", name],
        );
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let values = |name: &str| {
        let text = std::fs::read_to_string(folder.path().join(name).join("summary.csv")).unwrap();
        text.replace("small-roster", "small")
    };
    let (synthesised, read) = (values("small"), values("small-roster"));
    // Titles and digests belong to the files; all numbers must agree.
    let numbers = |text: &str| {
        text.lines().skip(1).map(|line| line.split(',').skip(4).collect::<Vec<_>>().join(",")).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&synthesised), numbers(&read));
}

#[test]
fn templates_stand_beside_the_scenario_and_nothing_is_overwritten() {
    let folder = TempDir::new().unwrap();
    let written = run(folder.path(), &["init", "mine", "--with-templates", "--lang", "zh"]);
    assert!(written.status.success(), "{}", stderr(&written));
    let names = [
        "mine.toml",
        "roster-template.csv",
        "organisations-template.csv",
        "ledger-template.csv",
        "README-templates.md",
    ];
    for name in names {
        assert!(folder.path().join(name).exists(), "{name}");
    }
    let bytes = std::fs::read(folder.path().join("ledger-template.csv")).unwrap();
    assert!(bytes.starts_with("\u{feff}贷款编号,户编号".as_bytes()), "Excel knows the table for UTF-8");
    // One file in the way: nothing is written, not even those before it in the list.
    let other = TempDir::new().unwrap();
    std::fs::write(other.path().join("ledger-template.csv"), "mine").unwrap();
    let refused = run(other.path(), &["init", "mine", "--with-templates"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(files(other.path()), [("ledger-template.csv".to_string(), b"mine".to_vec())]);
}

#[test]
fn the_example_county_is_checked_and_runs() {
    let folder = TempDir::new().unwrap();
    let written = run(folder.path(), &["example", "county", "--lang", "zh"]);
    assert!(written.status.success(), "{}", stderr(&written));
    let shipped = shipped("daoxian-2016").with_file_name("example-county");
    assert!(files(&folder.path().join("county")) == files(&shipped), "the command writes what ships");
    let checked = run(folder.path(), &["check", "county/county.toml"]);
    assert!(checked.status.success(), "{}", stderr(&checked));
    let mut arguments = vec!["run", "county/county.toml", "--replications", "10", "--output", "out"];
    arguments.extend(tables());
    let ran = run(folder.path(), &arguments);
    assert!(ran.status.success(), "{}", stderr(&ran));
    let again = run(folder.path(), &["example", "county"]);
    assert_eq!(again.status.code(), Some(2), "an existing folder is left alone");
    // English by default, with the same numbers.
    assert!(run(folder.path(), &["example", "english", "--lang", "en"]).status.success());
    let ledger = std::fs::read_to_string(folder.path().join("english/ledger.csv")).unwrap();
    assert!(ledger.starts_with("\u{feff}loan,household,township"), "{}", &ledger[..60]);
}

/// A finished run is checked; a byte changed afterwards is told, in both languages, with the exit code.
#[cfg(feature = "parquet")]
#[test]
fn a_finished_run_is_checked_and_a_changed_byte_told() {
    let folder = TempDir::new().unwrap();
    assert!(run_small(folder.path(), &["--quiet"]).status.success());
    let whole = run(folder.path(), &["check-run", "outputs/small"]);
    assert_eq!(whole.status.code(), Some(0), "{}", stdout(&whole));
    assert!(stdout(&whole).contains("checks hold.") && !stdout(&whole).contains("FAIL"), "{}", stdout(&whole));
    assert!(!stdout(&whole).contains("Not from the run"), "{}", stdout(&whole));
    std::fs::write(folder.path().join("outputs/small/notes.txt"), "of somebody").unwrap();
    let file = folder.path().join("outputs/small/summary.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("70,0,", "70,1,", 1)).unwrap();
    let line = text.lines().position(|line| line.contains("70,0,")).unwrap() + 1;
    let changed = run(folder.path(), &["check-run", "outputs/small", "--lang", "zh"]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(
        stdout(&changed).contains("不符") && stdout(&changed).contains(&format!("summary.csv第{line}行，small，")),
        "{}",
        stdout(&changed)
    );
    let json = run(folder.path(), &["check-run", "outputs/small", "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(found["holds"], false);
    assert_eq!(found["not_of_the_run"], serde_json::json!(["notes.txt"]));
    let violated = |id: &str| {
        let checks = found["checks"].as_array().unwrap();
        checks.iter().find(|check| check["id"] == id).unwrap()["status"] == "violated"
    };
    assert!(violated("digests") && violated("summary_csv") && !violated("summary_json"));
}

#[test]
fn a_folder_without_a_run_cannot_be_checked() {
    let folder = TempDir::new().unwrap();
    let output = run(folder.path(), &["check-run", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("holds no finished run"), "{}", stderr(&output));
}

/// A manifest that cannot be read describes no run; a folder and a manifest are told what to do instead.
#[test]
fn what_cannot_be_checked_or_verified_says_what_to_write() {
    let folder = TempDir::new().unwrap();
    assert!(run_small(folder.path(), &["--quiet"]).status.success());
    let verify = |path: &str| run(folder.path(), &["verify", path, "--lang", "en"]);
    let of_folder = verify("outputs/small");
    assert_eq!(of_folder.status.code(), Some(2));
    assert!(stderr(&of_folder).contains("lendmix check-run outputs/small"), "{}", stderr(&of_folder));
    let of_manifest = verify("outputs/small/manifest.json");
    assert_eq!(of_manifest.status.code(), Some(1));
    assert!(stdout(&of_manifest).contains("lendmix check-run"), "{}", stdout(&of_manifest));
    std::fs::write(folder.path().join("outputs/small/manifest.json"), "{").unwrap();
    assert_eq!(run(folder.path(), &["check-run", "outputs/small"]).status.code(), Some(2));
}
