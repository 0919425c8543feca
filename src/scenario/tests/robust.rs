//! Whatever a file says, the answer is a valid scenario or a list of mistakes, never a panic.

use super::{COUNTY, county_with, load};
use crate::model::policy::{Contributions, Mode};
use crate::model::world::{DefaultMechanism, OrganisationSource};
use crate::scenario::keys::{Kind, reference};
use crate::scenario::{Diagnostics, Scenario};
use crate::text::Lang;

/// Something is told, in both languages, with a count.
pub(super) fn told(loaded: Result<Scenario, Diagnostics>, text: &str) {
    if let Err(diagnostics) = loaded {
        assert!(!diagnostics.diags().is_empty(), "refused without a mistake:\n{text}");
        for lang in Lang::ALL {
            let rendered = diagnostics.render(lang, false);
            assert!(rendered.len() > 20, "{rendered}");
        }
    }
}

/// The county with laws that are ready at once, so that thousands of variants can be read.
fn quick_county() -> String {
    let uniform = "{ uniform = { min = 0.5, max = 1.5 } }";
    county_with(&[
        ("{ normal = { mean = 3.85, sd = 1.6, min = 0.5, max = 9.49 } }", uniform),
        ("{ beta = { mean = 0.15, cv = 0.6 } }", "{ fixed = { value = 0.15 } }"),
        ("{ beta = { mean = 1.0, cv = 0.28, min = 0.0, max = 1.6 } }", uniform),
        ("{ beta = { mean = 1.0, cv = 0.20, min = 0.0, max = 1.4 } }", uniform),
        (
            "{ weight = 0.35, triangular = { min = 10000, mode = 30000, max = 50000 } }",
            "{ weight = 0.35, fixed = { value = 30000 } }",
        ),
    ])
}

/// A text with one line changed.
fn with_line(text: &str, number: usize, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines[number] = line;
    lines.join("\n") + "\n"
}

#[test]
fn any_line_may_be_lost() {
    let county = quick_county();
    for (number, line) in county.lines().enumerate() {
        let text = with_line(&county, number, "");
        let loaded = load(&text);
        if line.contains('=') || line.starts_with('[') {
            let optional = [
                "title",
                "question",
                "plan_month_weights",
                "suitability",
                "topup",
                "persistence",
                "regime",
                "loadings",
                "credit_households",
                "credit_villages",
                "checks_",
                "joint_control_account",
                "navel_orange",
                "capital_loss_share",
                "price_factor",
                "households_share   =",
                "lasts_years",
                "spread_annual",
                "organisation_shift",
                "forced_years",
                "bail_out_probability",
                "exposure_max",
                "forced_failures",
                "dividend_share",
            ];
            let may_go = optional.iter().any(|key| line.starts_with(key)) || line.starts_with("  {");
            assert_eq!(loaded.is_ok(), may_go, "line {}: {line}", number + 1);
        }
        told(loaded, &text);
    }
}

#[test]
fn any_value_may_be_of_any_kind() {
    let values = [
        "",
        "-1",
        "0",
        "1e300",
        "nan",
        "-inf",
        "99999999999",
        "\"\"",
        "\"none\"",
        "true",
        "[]",
        "[[]]",
        "[1, \"a\"]",
        "{}",
        "{ a = 1 }",
        "{ fixed = 1 }",
        "{ fixed = { value = -1 } }",
        "{ 2016 = 1 }",
        "2016-01-01",
        "\"2016-01\"",
        "“一”",
    ];
    let county = quick_county();
    for (number, line) in county.lines().enumerate() {
        let Some((key, _)) = line.split_once('=').filter(|_| !line.starts_with("  {")) else { continue };
        for value in values {
            let text = with_line(&county, number, &format!("{key} = {value}"));
            told(load(&text), &text);
        }
        let text = with_line(&county, number, &format!("x{line}"));
        told(load(&text), &text);
    }
}

#[test]
fn any_text_may_be_cut_anywhere() {
    // What may be left out stands at the end of the file: loadings of the company, then the rules.
    let rules = COUNTY.find("[[policy.suspension]]").unwrap_or(COUNTY.len());
    let optional = COUNTY[..rules].rfind("\nloadings").unwrap_or(rules);
    for end in (0..COUNTY.len()).filter(|end| COUNTY.is_char_boundary(*end)).step_by(7) {
        let text = &COUNTY[..end];
        let loaded = load(text);
        assert!(loaded.is_err() || end >= optional, "cut at {end}");
        told(loaded, text);
    }
}

/// A scenario that names all three tables.
const NAMES_TABLES: &str = "extends = \"base.toml\"\n[world]\nledger = \"ledger.csv\"\n[world.population]\n\
    roster = \"roster.csv\"\n[world.organisations]\nfile = \"organisations.csv\"\n";

/// Loads the tables with one of them changed.
fn with_table(directory: &std::path::Path, name: &str, bytes: &[u8]) {
    std::fs::write(directory.join(name), bytes).expect("a file");
    told(Scenario::from_text("county", NAMES_TABLES, directory), &String::from_utf8_lossy(bytes));
}

/// A directory with a quick county and the first rows of the Chinese templates as its tables.
fn tables() -> (tempfile::TempDir, Vec<(&'static str, String)>) {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(directory.path().join("base.toml"), quick_county()).expect("a file");
    let names = ["roster.csv", "organisations.csv", "ledger.csv"];
    let texts = crate::scenario::templates(Lang::Zh).into_iter().map(|file| file.text.replace(",公司,", ",合作社,"));
    let tables: Vec<(&'static str, String)> = names.into_iter().zip(texts).collect();
    for (name, text) in &tables {
        std::fs::write(directory.path().join(name), text).expect("a file");
    }
    let whole = Scenario::from_text("county", NAMES_TABLES, directory.path());
    assert!(whole.is_ok(), "{}", whole.expect_err("a mistake").render(Lang::En, false));
    (directory, tables)
}

#[test]
fn any_table_may_be_cut_anywhere_in_either_encoding() {
    let (directory, tables) = tables();
    for (name, text) in &tables {
        let plain = text.trim_start_matches('\u{feff}');
        let chinese = encoding_rs::GB18030.encode(plain).0.into_owned();
        for bytes in [text.as_bytes(), &chinese] {
            for end in (0..bytes.len()).step_by(7) {
                with_table(directory.path(), name, &bytes[..end]);
            }
            with_table(directory.path(), name, bytes);
        }
    }
}

#[test]
fn any_byte_of_a_table_may_be_another() {
    let (directory, tables) = tables();
    for (name, text) in &tables {
        let chinese = encoding_rs::GB18030.encode(text.trim_start_matches('\u{feff}')).0.into_owned();
        for at in (0..chinese.len()).step_by(4) {
            for byte in [b'"', b',', b'\n', b'-', 0, 0xff, 0x81, b'9'] {
                if at / 4 % 2 == usize::from(byte) % 2 {
                    let mut bytes = chinese.clone();
                    bytes[at] = byte;
                    with_table(directory.path(), name, &bytes);
                }
            }
        }
        with_table(directory.path(), name, text.as_bytes());
    }
}

#[test]
fn any_field_of_a_table_may_hold_anything() {
    let (directory, tables) = tables();
    let values = [
        "",
        "-1",
        "1e300",
        "nan",
        "inf",
        "9999999999999",
        "2016-02-30",
        "９９",
        "五万",
        "5万元",
        "1,5",
        "\"",
        "\"\"",
        "正常",
        "自主贷款",
        "2999-12",
        "0000-00",
        "1900-01",
        "=1+1",
        "%",
        "-%",
        "\u{0}",
        "\u{10ffff}",
        "年月日",
        "2016年月",
        "()",
        "（万元）",
    ];
    for (name, text) in &tables {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let fields: Vec<&str> = line.split(',').collect();
            for place in 0..fields.len() {
                for value in values {
                    let mut changed = fields.clone();
                    changed[place] = value;
                    let mut all = lines.clone();
                    let changed = changed.join(",");
                    all[number] = &changed;
                    with_table(directory.path(), name, all.join("\n").as_bytes());
                }
            }
        }
        with_table(directory.path(), name, text.as_bytes());
    }
}

#[test]
fn sections_of_modes_that_do_not_lend_may_be_absent() {
    let text = county_with(&[
        (
            "mix       = { self_directed = 0.40, pooled = 0.45, fixed_benefit = 0.15 }",
            "mix = { self_directed = 1, pooled = 0, fixed_benefit = 0 }",
        ),
        (
            "default    = \"structural\"",
            "default = { copula = { pd_annual = 0.03 } }\nloss_given_default = { fixed = { value = 1.0 } }",
        ),
    ]);
    let absent = [
        "policy.pooled",
        "policy.fixed_benefit",
        "world.pooled",
        "world.fixed_benefit",
        "world.organisations",
        "world.company",
        "world.households",
        "world.industries",
        "world.catastrophes",
        "policy.insurance",
        "policy.lending.industry_share_max",
    ];
    let text = without(&text, &absent);
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{}", diagnostics.render(Lang::En, false)));
    assert_eq!(scenario.world.industries[0].name, "none");
    assert!(matches!(scenario.world.risk[Mode::Pooled].default, DefaultMechanism::None));
    assert!(matches!(&scenario.world.organisations.source, OrganisationSource::Listed(list) if list.is_empty()));
    assert_eq!(scenario.world.households.subsistence, [0.0; 3]);
}

#[test]
fn sections_that_something_reads_may_not_be_absent() {
    for section in [
        "world.households",
        "world.industries",
        "world.company",
        "world.organisations",
        "policy.pooled",
        "world.pooled",
    ] {
        assert!(load(&without(COUNTY, &[section])).is_err(), "{section}");
    }
}

/// The text without some sections and all below them.
fn without(text: &str, sections: &[&str]) -> String {
    let mut kept = String::new();
    let mut keep = true;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            keep = !sections.iter().any(|section| name == *section || name.starts_with(&format!("{section}.")));
        }
        if keep {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn every_key_of_the_reference_explains_itself() {
    for (path, key) in reference() {
        assert!(!key.en.is_empty() && !key.zh.is_empty(), "{path}");
        assert_eq!(key.optional(), key.zh.contains("不写"), "{path}: both languages say what absence means");
        let section = matches!(key.kind, Kind::Table(_) | Kind::Named(_));
        assert!(section || !key.example.is_empty(), "{path} has an example");
    }
}

#[test]
fn the_library_of_scenarios_is_valid() {
    let library = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(library).expect("the library") {
        let path = entry.expect("an entry").path();
        let scenario = path.extension().is_some_and(|extension| extension == "toml").then(|| Scenario::load(&path));
        if let Some(Err(diagnostics)) = scenario {
            panic!("{}", diagnostics.render(Lang::En, false));
        }
    }
}

#[test]
fn a_shorter_run_reads_the_same_plan_and_contributions() {
    let text = county_with(&[
        ("months       = 36", "months = 12"),
        ("month = \"2016-01\", source = \"province\"", "month = \"2017-01\", source = \"province\""),
    ]);
    let scenario = load(&text).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!(scenario.policy.start.lending.plan.len(), 1);
    let Contributions::Dated(list) = &scenario.policy.start.fund.contributions else { panic!("a list") };
    assert_eq!(list.iter().map(|payment| payment.source.as_str()).collect::<Vec<_>>(), ["county"]);
}
