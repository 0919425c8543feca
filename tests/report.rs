//! The report of real runs: written as the run ends, written again from its folder, in one language and in both.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn lendmix(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(folder).args(arguments).output().unwrap()
}

/// What a command prints that must succeed.
pub fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = lendmix(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A county of 200 households whose title is markup, and a variant of it; a run of both in `out`.
pub fn small_run(folder: &Path, replications: &str, lang: &str, compared: bool) {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/daoxian-2016.toml");
    let text = format!(
        "extends = {:?}\ntitle = {{ en = \"<script>alert('1')</script> \\\"quoted\\\" </style>\", zh = \"<b>道县</b>\" }}\n[world.population]\nhouseholds = 200\ntownships = 3\nvillages = 6   # a guess (ASSUMPTION; sweep 0 to 20)\n",
        base.to_str().unwrap()
    );
    std::fs::write(folder.join("small.toml"), text).unwrap();
    let variant: &[&str] = if compared { &["--variant", "policy.fund.leverage_max=5"] } else { &[] };
    let command = if compared { "compare" } else { "run" };
    let tables: &[&str] = if cfg!(feature = "parquet") { &[] } else { &["--tables", "none"] };
    let usual = ["--replications", replications, "--output", "out", "--lang", lang, "--quiet", "--force"];
    done(folder, &[&[command, "small.toml"][..], variant, tables, &usual].concat());
}

fn page(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn a_run_leaves_a_report_that_its_manifest_lists_and_its_folder_gives_again() {
    let place = TempDir::new().unwrap();
    let folder = place.path();
    small_run(folder, "40", "zh", false);
    let first = page(folder, "out/report.html");
    assert!(first.contains("<html lang=\"zh-Hans\">") && first.contains("决策卡") && !first.contains("<b>道县"));
    assert!(first.contains("&lt;b&gt;道县&lt;/b&gt;"));
    // Values with source, grade and who set them, from the comments of two files.
    for told in ["small.toml:6", "a guess (ASSUMPTION; sweep 0 to 20)", "范围0至20", "daoxian-2016.toml:"] {
        assert!(first.contains(told), "{told}");
    }
    assert!(done(folder, &["verify", "out/report.html", "--lang", "en"]).contains("unchanged"));
    done(folder, &["check-run", "out", "--quiet"]);
    done(folder, &["report", "out", "--lang", "zh"]);
    if cfg!(feature = "parquet") {
        assert!(first == page(folder, "out/report.html"), "the folder gives another report than the run");
    }
    assert!(done(folder, &["verify", "out/report.html", "--lang", "en"]).contains("unchanged"));
    done(folder, &["reproduce", "out", "--quiet"]);
}

#[test]
fn both_languages_stand_in_one_file_with_a_switch() {
    let place = TempDir::new().unwrap();
    let folder = place.path();
    small_run(folder, "40", "en", true);
    let one = page(folder, "out/report.html");
    assert!(one.contains("Decision card") && !one.contains("决策卡"));
    let told = done(folder, &["report", "out", "--lang", "both", "--output", "both.html"]);
    assert!(told.contains("both.html"), "{told}");
    let both = page(folder, "both.html");
    for part in ["<main lang=\"en\"", "<main lang=\"zh-Hans\"", "id=\"show-zh\"", "决策卡", "Decision card"] {
        assert!(both.contains(part), "{part}");
    }
    assert!(!both.contains("<script") && both.matches("</style>").count() == 1);
    let refused = lendmix(folder, &["report", "out", "--output", "both.html", "--lang", "en"]);
    assert!(!refused.status.success());
    done(folder, &["report", "out", "--output", "both.html", "--lang", "en", "--force"]);
    assert!(!page(folder, "both.html").contains("决策卡"));
}

#[test]
fn a_folder_without_inputs_has_a_report_that_says_so() {
    let place = TempDir::new().unwrap();
    let folder = place.path();
    small_run(folder, "2", "en", false);
    std::fs::remove_dir_all(folder.join("out/inputs")).unwrap();
    done(folder, &["report", "out", "--lang", "en", "--output", "bare.html"]);
    let bare = page(folder, "bare.html");
    assert!(bare.contains("With 2 replications nothing can be recommended"));
    assert!(bare.contains("does not keep the scenario"));
    let none = lendmix(folder, &["report", "nowhere", "--lang", "en"]);
    assert!(!none.status.success());
}

/// Text without its line breaks and spaces: sentences are broken where the page ends.
fn unbroken(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_terminal_says_what_the_report_says() {
    let place = TempDir::new().unwrap();
    let folder = place.path();
    small_run(folder, "40", "en", true);
    let common = ["small.toml", "--replications", "40", "--tables", "none", "--lang", "en", "--force"];
    for (command, out, more) in
        [("run", "alone", &[][..]), ("compare", "both", &["--variant", "policy.fund.leverage_max=5"])]
    {
        let arguments = [&[command][..], &common, more, &["--output", out]].concat();
        let printed = unbroken(&done(folder, &arguments));
        let told = unbroken(&done(folder, &["report", out, "--text", "--lang", "en"]));
        let page = page(folder, &format!("{out}/report.html"));
        let answer: serde_json::Value =
            serde_json::from_str(&done(folder, &[&arguments[..], &["--json"]].concat())).unwrap();
        let reading: Vec<&str> =
            answer["reading_en"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        assert_eq!(reading.len(), 2, "{command}");
        // A comparison says what it comes to; what the fund does stands in its numbers.
        let shown = if command == "run" { 2 } else { 1 };
        for (place, sentence) in reading.into_iter().enumerate() {
            let short = unbroken(sentence);
            assert_eq!(printed.contains(&short), place < shown, "{command}: {sentence}\n{printed}");
            assert!(told.contains(&short), "{command}: {sentence}\n{told}");
            let escaped =
                sentence.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
            assert!(page.contains(&escaped), "{command}: {escaped}");
        }
        assert!(printed.contains("report.html"), "{printed}");
    }
    let wide = done(folder, &["report", "both", "--text", "--lang", "both"]);
    assert!(wide.contains("建议解读") && wide.contains("Recommended reading") && wide.contains("Findings"), "{wide}");
    assert!(!lendmix(folder, &["report", "both", "--text", "--output", "x"]).status.success());
}

#[test]
fn a_map_leaves_a_report_that_its_folder_gives_again() {
    let place = TempDir::new().unwrap();
    let folder = place.path();
    small_run(folder, "2", "en", false);
    let map =
        ["map", "small.toml", "--steps", "2", "--replications", "40", "--tables", "none", "-o", "map", "--lang", "zh"];
    done(folder, &map);
    let first = page(folder, "map/report.html");
    for told in [
        "<html lang=\"zh-Hans\">",
        "&lt;b&gt;道县&lt;/b&gt;",
        "现行比例",
        "全部比例",
        "100/0/0",
        "0/50/50",
        "small.toml:6",
    ] {
        assert!(first.contains(told), "{told}");
    }
    assert!(!first.contains("<b>道县") && first.contains("lendmix map small.toml --steps 2"));
    done(folder, &["check-run", "map", "--quiet"]);
    assert!(done(folder, &["verify", "map/report.html", "--lang", "en"]).contains("unchanged"));
    done(folder, &["report", "map", "--lang", "zh"]);
    assert!(first == page(folder, "map/report.html"), "the folder gives another report than the map");
    done(folder, &["check-run", "map", "--quiet"]);
    let told = done(folder, &["report", "map", "--text", "--lang", "en"]);
    assert!(
        told.contains("Today's mix") && told.contains("How many mixes differ") && !told.contains("Every mix"),
        "{told}"
    );
}
