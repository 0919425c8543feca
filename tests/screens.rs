//! What is printed fits on a screen: no line is wider than a hundred columns, in either language, however many scenarios
//! there are.

use std::path::Path;

use tempfile::TempDir;
use textwrap::core::display_width;

use crate::cli::{run, small_county, stderr, stdout, tables};

const WIDEST: usize = 100;

/// What a command prints in both languages; every line of it fits.
fn printed(folder: &Path, arguments: &[&str]) -> [String; 2] {
    ["en", "zh"].map(|lang| {
        let output = run(folder, &[arguments, &["--lang", lang]].concat());
        assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
        let text = stdout(&output);
        let wide: Vec<&str> = text.lines().filter(|line| display_width(line) > WIDEST).collect();
        assert!(wide.is_empty(), "{arguments:?} {lang}: {wide:#?}\n{text}");
        text
    })
}

/// Twenty scenarios, one of them with a name that no column has room for.
fn compare_twenty(folder: &Path) -> [String; 2] {
    small_county(folder);
    let long = "道县二〇一六年以自主贷款为主的方案（讨论稿，第三次修改）";
    std::fs::write(folder.join(format!("{long}.toml")), "extends = \"small.toml\"\n").unwrap();
    let long = format!("{long}.toml");
    let mixes: Vec<String> = (1..=18).map(|k| format!("{}/{}/{}", 5 * k, 100 - 5 * k, 0)).collect();
    let mut arguments = vec!["compare", "small.toml"];
    mixes.iter().for_each(|mix| arguments.extend(["--mix", mix]));
    arguments.extend(["--replications", "8", "--force", "-o", "c"]);
    arguments.extend(tables());
    // The long name has no mixes of its own: it is the baseline here, and one of twenty.
    arguments.extend(["--baseline", &long]);
    printed(folder, &arguments)
}

#[test]
fn twenty_scenarios_fit_on_one_screen() {
    let folder = TempDir::new().unwrap();
    let [english, chinese] = compare_twenty(folder.path());
    for text in [&english, &chinese] {
        assert!(text.lines().count() <= 50, "{text}");
        assert_eq!(text.lines().filter(|line| line.trim_start().starts_with("small@")).count(), 18, "{text}");
        assert!(text.contains("19") && text.contains("95"), "19 comparisons of five metrics: {text}");
    }
    assert!(english.contains("the 95 comparisons shown are judged together"), "{english}");
    assert!(english.contains('…') && english.contains("） = 道县二〇一六年"), "the long name has a key: {english}");
    let groups = ["groups", "c", "--scenario", "small"];
    assert!(printed(folder.path(), &groups)[1].contains("收入集中指数"));
    printed(folder.path(), &["report", "c", "--text"]);
    printed(folder.path(), &["explain", "c", "--scenario", "small", "--worst"]);
    printed(folder.path(), &["explain", "c", "--scenario", "small", "--replication", "1", "--household", "7"]);
}

/// With few scenarios each has a table of its own, with intervals on levels, differences, shares and savings.
#[test]
fn four_scenarios_fit_beside_each_other() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let mut arguments = vec!["compare", "small.toml", "--replications", "12", "--force", "-o", "c"];
    arguments.extend(["--mix", "60/30/10", "--mix", "0/0/100", "--variant", "policy.fund.leverage_max=5"]);
    arguments.extend(tables());
    let [english, _] = printed(folder.path(), &arguments);
    assert!(
        english.contains("the 27 comparisons shown are judged together"),
        "nine metrics, three scenarios: {english}"
    );
    let row = english.lines().find(|line| line.contains("recovery rate, %")).unwrap();
    assert_eq!(row.matches('±').count(), 4, "{row}");
}

#[test]
fn maps_runs_and_searches_fit() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    let [map, _] =
        printed(folder.path(), &["map", "small.toml", "--steps", "10", "--replications", "8", "--force", "-o", "m"]);
    assert!(map.lines().count() <= 60 && map.contains("map.csv"), "{map}");
    let with = |question: &[&'static str]| -> Vec<&'static str> {
        [question, &["--replications", "8", "--force", "-o", "s"], tables()].concat()
    };
    printed(folder.path(), &with(&["run", "small.toml"]));
    printed(folder.path(), &with(&["solve", "fund", "small.toml", "--survive", "0.6"]));
    printed(folder.path(), &with(&["solve", "leverage", "small.toml", "--survive", "0.6", "--range", "5..9"]));
    let mix =
        ["solve", "mix", "small.toml", "--finest", "0.1", "--subject-to", "depletion<=0.2,budget<=30m,failing<=0.9"];
    printed(folder.path(), &with(&mix));
}
