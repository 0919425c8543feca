//! Charts of real runs: drawn as the run ends, drawn again from its folder, in both languages.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use lendmix::figures::{FIGURES, Need, Scope};
use lendmix::plots::provenance;
use lendmix::text::Lang;
use tempfile::TempDir;

fn lendmix(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(folder).args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A county of 300 households whose fund is small enough to run dry, and one with a stop rule off.
fn write_counties(folder: &Path) {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml");
    let text = format!(
        "extends = {:?}\ntitle = {{ en = \"A <small> county\", zh = \"道县<小>样\" }}\n[world.population]\nhouseholds = 300\ntownships = 3\nvillages = 6\n",
        base.to_str().unwrap()
    );
    std::fs::write(folder.join("small.toml"), text).unwrap();
    let other =
        "extends = \"small.toml\"\ntitle = { en = \"Five times\", zh = \"五倍\" }\n[policy.fund]\nleverage_max = 5\n";
    std::fs::write(folder.join("five.toml"), other).unwrap();
}

fn tables() -> &'static [&'static str] {
    if cfg!(feature = "parquet") { &[] } else { &["--tables", "none"] }
}

/// Tables of this build, unless the test says which.
fn tables_of(more: &[&str]) -> &'static [&'static str] {
    if more.contains(&"--tables") { &[] } else { tables() }
}

fn simulate(folder: &Path, files: &[&str], more: &[&str]) {
    write_counties(folder);
    let options = ["--replications", "60", "--output", "out", "--lang", "zh", "--quiet"];
    let arguments: Vec<&str> = [&["run"][..], files, &options, tables_of(more), more].concat();
    let output = lendmix(folder, &arguments);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Names and bytes of the files of a folder, in order.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entry =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap());
    let mut found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| entry(e.unwrap().path())).collect();
    found.sort();
    found
}

/// Whether a figure can be drawn from a folder by this build.
fn can_be_redrawn(need: Need) -> bool {
    need == Need::Summary || cfg!(feature = "parquet")
}

#[test]
fn every_figure_of_a_scenario_is_drawn_and_drawn_again_with_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml"], &[]);
    let charts = folder.path().join("out/charts");
    let first = files(&charts);
    for figure in FIGURES.iter().filter(|figure| figure.scope == Scope::Scenario && figure.id != "fund-size") {
        for ending in ["csv", "svg", "png"] {
            let name = format!("{}.{ending}", figure.id);
            assert!(first.iter().any(|(found, bytes)| *found == name && !bytes.is_empty()), "{name}");
        }
    }
    let again = lendmix(folder.path(), &["plot", "out", "--lang", "zh"]);
    assert!(again.status.success(), "{}", stderr(&again));
    assert!(first == files(&charts), "a chart drawn again differs");
    let english = lendmix(folder.path(), &["plot", "out", "--lang", "en", "--width", "single", "--colour", "grey"]);
    assert!(english.status.success(), "{}", stderr(&english));
    for ((name, chinese), (_, english)) in first.iter().zip(files(&charts)) {
        let need = FIGURES.iter().find(|figure| name.starts_with(&format!("{}.", figure.id))).unwrap().need;
        if name.ends_with("csv") {
            assert!(*chinese == english, "{name}: numbers do not depend on the language");
        } else if can_be_redrawn(need) {
            assert!(*chinese != english, "{name}");
        }
    }
}

#[test]
fn a_chart_says_what_it_was_made_from_and_titles_stay_text() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml"], &[]);
    let charts = folder.path().join("out/charts");
    let manifest = std::fs::read_to_string(folder.path().join("out/manifest.json")).unwrap();
    for name in ["fund-balance.svg", "fund-balance.png"] {
        let facts = provenance(&std::fs::read(charts.join(name)).unwrap());
        let fact = |key: &str| facts.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str()).unwrap();
        assert_eq!((fact("program"), fact("chart"), fact("replications")), ("lendmix", "fund-balance", "60"));
        assert!(manifest.contains(fact("run-digest")) && fact("run-digest").len() == 64);
        assert!(manifest.contains(fact("scenario-digest")));
    }
    let svg = std::fs::read_to_string(charts.join("fund-balance.svg")).unwrap();
    assert!(svg.contains("道县&lt;小&gt;样"), "the scenario's title is escaped");
}

#[test]
fn several_scenarios_are_compared_and_the_rest_is_drawn_on_demand() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml", "five.toml"], &[]);
    let charts = folder.path().join("out/charts");
    let drawn = |name: &str| charts.join(name).exists();
    assert!(drawn("comparison.svg") && drawn("small-fund-balance.svg") && drawn("five-fund-balance.png"));
    assert!(!drawn("five-recovery-rate.svg"));
    let wanted = ["plot", "out", "--chart", "recovery-rate", "--format", "svg", "--output", "figures"];
    let output = lendmix(folder.path(), &wanted);
    assert!(output.status.success(), "{}", stderr(&output));
    let names: Vec<String> = files(&folder.path().join("figures/charts")).into_iter().map(|(name, _)| name).collect();
    let expected =
        ["five-recovery-rate.csv", "five-recovery-rate.svg", "small-recovery-rate.csv", "small-recovery-rate.svg"];
    assert_eq!(names, expected);
    assert!(!drawn("five-recovery-rate.svg"), "the run folder is left alone");
}

#[test]
fn what_cannot_be_drawn_is_told_in_the_readers_language() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml"], &["--tables", "none"]);
    let output = lendmix(folder.path(), &["plot", "out", "--chart", "losses", "--lang", "zh"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("replications.parquet"), "{}", stderr(&output));
    let comparison = lendmix(folder.path(), &["plot", "out", "--chart", "comparison", "--lang", "en"]);
    assert!(stderr(&comparison).contains("one scenario only"), "{}", stderr(&comparison));
    // Without asking for it by name, the others are drawn and the run has not failed.
    let all = lendmix(folder.path(), &["plot", "out", "--lang", "en"]);
    assert!(all.status.success() && stderr(&all).contains("not drawn: losses"), "{}", stderr(&all));
    for wrong in [vec!["plot", "nowhere"], vec!["plot", "out", "--chart", "no-such"]] {
        let output = lendmix(folder.path(), &wrong);
        assert!(!output.status.success() && !stderr(&output).is_empty(), "{wrong:?}");
    }
}

#[test]
fn the_list_of_charts_has_a_sentence_for_each() {
    let folder = TempDir::new().unwrap();
    for lang in ["zh", "en"] {
        let output = lendmix(folder.path(), &["list", "charts", "--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        for figure in &FIGURES {
            let reading = (figure.reading)(if lang == "zh" { Lang::Zh } else { Lang::En });
            assert!(text.contains(figure.id) && text.contains(reading), "{lang}: {}", figure.id);
        }
    }
}

/// A chart drawn elsewhere is genuine if the run gives it again; one changed pixel or letter is found.
#[test]
fn a_file_is_verified_against_its_run() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml"], &[]);
    let verify = |arguments: &[&str]| lendmix(folder.path(), &[&["verify", "--lang", "en"], arguments].concat());
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    for name in ["out/summary.csv", "out/charts/fund-balance.png", "out/inputs/small.toml"] {
        let output = verify(&[name]);
        assert!(output.status.success() && said(&output).contains("unchanged"), "{name}: {}", said(&output));
    }
    let drawn = ["plot", "out", "--chart", "recovery-rate", "--width", "single", "--output", "figures"];
    assert!(lendmix(folder.path(), &drawn).status.success());
    for ending in ["svg", "png"] {
        let path = format!("figures/charts/recovery-rate.{ending}");
        let alone = verify(&[&path]);
        assert!(!alone.status.success() && said(&alone).contains("--run"), "{}", said(&alone));
        let output = verify(&[&path, "--run", "out"]);
        assert!(output.status.success() && said(&output).contains("genuine"), "{}", said(&output));
    }
    let svg = folder.path().join("figures/charts/recovery-rate.svg");
    let changed = std::fs::read_to_string(&svg).unwrap().replacen("<path", "<path opacity=\"0.5\"", 1);
    std::fs::write(&svg, changed).unwrap();
    assert_eq!(verify(&["figures/charts/recovery-rate.svg", "--run", "out"]).status.code(), Some(1));
    std::fs::write(folder.path().join("out/summary.csv"), "x").unwrap();
    assert!(said(&verify(&["out/summary.csv"])).contains("CHANGED"));
    std::fs::write(folder.path().join("note.txt"), "x").unwrap();
    assert!(said(&verify(&["note.txt"])).contains("unknown"));
    assert_eq!(verify(&["nowhere.svg"]).status.code(), Some(1));
}

#[test]
fn a_run_is_reproduced_from_its_folder_alone() {
    let folder = TempDir::new().unwrap();
    simulate(folder.path(), &["small.toml", "five.toml"], &[]);
    std::fs::remove_file(folder.path().join("small.toml")).unwrap();
    let output = lendmix(folder.path(), &["reproduce", "out", "--quiet", "--lang", "en"]);
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(output.status.success() && text.contains("reproduced"), "{text}{}", stderr(&output));
    assert!(text.contains("summary.json: same bytes"), "{text}");
    assert!(!folder.path().join("out.again").exists());
    // A digest that is not that of the file: the run is not reproduced, and the new files are kept.
    let manifest = folder.path().join("out/manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let entry = text.find("\"fund_by_month.csv\"").unwrap();
    let digest = entry + text[entry..].find("sha256\": \"").unwrap() + 10;
    let wrong =
        format!("{}{}{}", &text[..digest], if &text[digest..=digest] == "0" { "1" } else { "0" }, &text[digest + 1..]);
    std::fs::write(&manifest, wrong).unwrap();
    let output = lendmix(folder.path(), &["reproduce", "out", "--quiet", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(folder.path().join("out.again/summary.json").exists());
}

#[test]
fn a_map_is_drawn_and_drawn_again() {
    let folder = TempDir::new().unwrap();
    write_counties(folder.path());
    let options = ["--steps", "2", "--replications", "20", "--output", "map", "--lang", "zh", "--quiet"];
    let tables = if cfg!(feature = "parquet") { &[][..] } else { &["--tables", "none"] };
    let output = lendmix(folder.path(), &[&["map", "small.toml"][..], &options, tables].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let charts = folder.path().join("map/charts");
    let first = files(&charts);
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["mix-map.csv", "mix-map.png", "mix-map.svg"]);
    assert!(lendmix(folder.path(), &["plot", "map", "--lang", "zh"]).status.success());
    assert!(first == files(&charts), "the map drawn again differs");
    let wrong = lendmix(folder.path(), &["plot", "map", "--chart", "losses", "--lang", "en"]);
    assert!(!wrong.status.success() && stderr(&wrong).contains("map of mixes"), "{}", stderr(&wrong));
}

/// A search leaves its answer behind, from which its chart is drawn again; a run has none.
#[test]
fn a_search_along_a_lever_is_drawn_and_drawn_again() {
    let folder = TempDir::new().unwrap();
    write_counties(folder.path());
    let options = ["--replications", "20", "--tables", "none", "--output", "search", "--lang", "zh", "--quiet"];
    let asked = ["solve", "leverage", "small.toml", "--survive", "0.9", "--range", "4..8"];
    let output = lendmix(folder.path(), &[&asked[..], &options].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let chart = folder.path().join("search/charts/lever-search.png");
    let first = std::fs::read(&chart).unwrap();
    assert!(lendmix(folder.path(), &["plot", "search", "--lang", "zh"]).status.success());
    assert!(first == std::fs::read(&chart).unwrap(), "the chart drawn again differs");
    let table = std::fs::read_to_string(folder.path().join("search/charts/lever-search.csv")).unwrap();
    assert!(table.starts_with("\u{feff}lever 取值,condition 是否满足条件"), "{table}");
    let elsewhere = ["plot", "search", "--chart", "lever-search", "--output", "figures"];
    assert!(lendmix(folder.path(), &elsewhere).status.success());
    let verified = ["verify", "figures/charts/lever-search.svg", "--run", "search", "--lang", "en"];
    assert!(lendmix(folder.path(), &verified).status.success());
    simulate(folder.path(), &["small.toml"], &["--tables", "none"]);
    let none = lendmix(folder.path(), &["plot", "out", "--chart", "lever-search", "--lang", "en"]);
    assert!(!none.status.success() && stderr(&none).contains("lendmix solve"), "{}", stderr(&none));
}
