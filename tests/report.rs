//! The report of real runs: written as the run ends, written again from its folder, in one language and in both.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn lendmix(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lendmix")).current_dir(folder).args(arguments).output().unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
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
