//! The base case against the record: the page shows what the program finds, results lie where the file of targets says,
//! and fitted values are what the fit gives.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use lendmix::fit;
use lendmix::scenario::{FitFile, Scenario, Target, TargetStatus, Tried};
use lendmix::stats::Moments;

/// Replications of a quick look.
const FEW: u32 = 64;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn file() -> &'static FitFile {
    static FILE: OnceLock<FitFile> = OnceLock::new();
    FILE.get_or_init(|| {
        let path = root("scenarios/fit/daoxian-2016.toml");
        fit::load(&path).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    })
}

/// Mean and standard error of each target in a few replications of the base case.
fn measured() -> &'static Vec<(f64, f64)> {
    static MEASURED: OnceLock<Vec<(f64, f64)>> = OnceLock::new();
    MEASURED.get_or_init(|| {
        let all: Vec<usize> = (0..file().targets.len()).collect();
        let values = fit::evaluate(file(), &[], &all, FEW, 2).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        values.iter().map(|values| mean(values)).collect()
    })
}

fn mean(values: &[f64]) -> (f64, f64) {
    let estimate = Moments::of(values.iter().copied()).estimate();
    (estimate.mean.unwrap(), estimate.sd.unwrap() / (estimate.n as f64).sqrt())
}

/// Rows of the page's table, cell by cell.
fn page() -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root("docs/daoxian.md")).unwrap();
    let block = text.split("<!-- record:begin -->\n").nth(1).unwrap().split("<!-- record:end -->").next().unwrap();
    let rows = block.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The first number of a cell in its own unit, and the unit of its last digit.
fn first_number(cell: &str) -> (f64, f64) {
    let end = cell.find([' ', '[', '%']).unwrap_or(cell.len());
    let plain = cell[..end].replace(',', "").replace('−', "-");
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let scale = if cell[end..].starts_with('%') {
        0.01
    } else if cell[end..].starts_with(" million") {
        1e6
    } else {
        1.0
    };
    (plain.parse::<f64>().unwrap() * scale, scale * 0.1_f64.powi(decimals as i32))
}

#[test]
fn numbers_are_read_with_their_units() {
    let near = |(value, unit): (f64, f64), wanted: (f64, f64)| {
        (value - wanted.0).abs() < 1e-9 && (unit - wanted.1).abs() < 1e-9
    };
    assert!(near(first_number("25.4% [25.3%, 25.5%]"), (0.254, 0.001)));
    assert!(near(first_number("154.92 million yuan [1, 2]"), (154_920_000.0, 10_000.0)));
    assert!(near(first_number("42,260 yuan"), (42_260.0, 1.0)));
}

/// Every target stands on the page under its title, with a result that this run agrees with.
#[test]
fn the_page_of_the_record_shows_what_the_program_finds() {
    let rows = page();
    assert_eq!(rows.len(), file().targets.len());
    for ((row, target), (mean, error)) in rows.iter().zip(&file().targets).zip(measured()) {
        assert_eq!(row[0], target.title.en);
        let (shown, unit) = first_number(&row[2]);
        println!("{}: page {shown}, measured {mean} ± {error}", target.name);
        // The page's own run has a standard error too, smaller than this one's.
        assert!((shown - mean).abs() <= unit + 5.0 * error, "{}: page {shown}, measured {mean} ± {error}", target.name);
        let agrees = match target.inside {
            Some(true) => "yes",
            Some(false) => "no",
            None => "–",
        };
        assert_eq!(row[5], agrees, "{}", target.name);
    }
}

/// Results lie in the band where the file says so, and not where it says not, four standard errors given.
#[test]
fn results_lie_where_the_file_of_targets_says() {
    for (target, (mean, error)) in file().targets.iter().zip(measured()) {
        assert_eq!(target.band.is_some(), target.inside.is_some(), "{}", target.name);
        let Some((low, high)) = target.band else { continue };
        let slack = 4.0 * error;
        match target.inside {
            Some(true) => assert!((low - slack..=high + slack).contains(mean), "{}: {mean} ± {error}", target.name),
            _ => assert!(*mean < low + slack || *mean > high - slack, "{}: {mean} ± {error}", target.name),
        }
    }
}

/// What is called fitted is fitted, and nothing else; the base file names this file where it says "fitted".
#[test]
fn the_base_case_names_the_fit_of_its_fitted_values() {
    let fitted: Vec<&Target> = file().targets.iter().filter(|target| target.status == TargetStatus::Fitted).collect();
    for (index, target) in file().targets.iter().enumerate() {
        let has_parameter = file().parameters.iter().any(|parameter| parameter.target == index);
        assert_eq!(has_parameter, target.status == TargetStatus::Fitted, "{}", target.name);
    }
    assert!(fitted.len() >= 8);
    let base = std::fs::read_to_string(root("scenarios/daoxian-2016.toml")).unwrap();
    for parameter in &file().parameters {
        let key = parameter
            .key
            .split('.')
            .find(|part| ["principal_yuan", "revenue_per_yuan", "saving_share", "level"].contains(part))
            .unwrap();
        let named = base.lines().any(|line| line.trim_start().starts_with(key) && line.contains("fitted"));
        assert!(named, "the base case does not say that {} is fitted", parameter.key);
    }
    assert!(base.contains("fit/daoxian-2016.toml"));
}

/// At the base values the targets are met within their tolerance.
#[test]
fn fitted_targets_are_met() {
    for (target, (mean, error)) in file().targets.iter().zip(measured()) {
        if let (Some(value), Some(tolerance)) = (target.value, target.tolerance) {
            assert!((mean - value).abs() <= tolerance + 4.0 * error, "{}: {mean} ± {error}, not {value}", target.name);
        }
    }
}

/// The base value of a parameter and its neighbours on the grid: (text, objective) at the same replications.
fn neighbours(index: usize, replications: u32) -> Vec<(String, f64)> {
    let parameter = &file().parameters[index];
    let target = &file().targets[parameter.target];
    let scenario = Scenario::load(&file().scenario).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let base = scenario.value_at(&parameter.key).unwrap();
    let at = (0..parameter.tried.len()).find(|index| match &parameter.tried {
        Tried::Grid { .. } => parameter.tried.text(*index).parse::<f64>().unwrap() == base.parse::<f64>().unwrap(),
        Tried::Choices(list) => base == list[*index],
    });
    let at = at.unwrap_or_else(|| panic!("{} = {base} is no value that the fit tries", parameter.key));
    let others = (at.saturating_sub(1)..=(at + 1).min(parameter.tried.len() - 1)).filter(|other| *other != at);
    let objective = |index: usize| {
        let value = parameter.tried.text(index);
        let settings = vec![(parameter.key.clone(), value.clone())];
        let values = fit::evaluate(file(), &settings, &[parameter.target], replications, 2).unwrap();
        let objective = fit::objective(target, parameter, mean(&values[parameter.target]).0, &value);
        (value, objective)
    };
    std::iter::once(at).chain(others).map(objective).collect()
}

/// A step up or down from the base value is worse: for the two parameters whose targets hardly vary between replications.
#[test]
fn a_step_from_the_fitted_value_is_worse() {
    for key in ["policy.pooled.principal_yuan.fixed.value", "policy.suspension.1.level"] {
        let index = file().parameters.iter().position(|parameter| parameter.key == key).unwrap();
        let tried = neighbours(index, FEW);
        assert!(tried[1..].iter().all(|(_, objective)| *objective > tried[0].1), "{key}: {tried:?}");
    }
}

/// The whole fit gives the base case's values (a few minutes).
#[test]
#[ignore = "the whole fit: minutes; just prove"]
fn the_fit_gives_the_values_of_the_base_case() {
    let scenario = Scenario::load(&file().scenario).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let fitted = fit::fit(file(), file().replications, 2, &mut |one| println!("{one:?}")).unwrap();
    for one in fitted {
        let base = scenario.value_at(&one.key).unwrap();
        let same = match (base.parse::<f64>(), one.value.parse::<f64>()) {
            (Ok(base), Ok(fitted)) => base == fitted,
            _ => base == one.value,
        };
        assert!(same, "{}: base {base}, fitted {}", one.key, one.value);
        assert!(one.within, "{}: {:?}", one.key, one.at);
    }
}

/// The page's table, byte for byte; written with `LENDMIX_WRITE_DOCS=1`.
#[test]
#[ignore = "1,000 replications of eight variations: minutes; just prove"]
fn the_page_of_the_record_is_printed_by_the_command() {
    let command = ["record", "scenarios/fit/daoxian-2016.toml", "--replications", "1000", "--markdown", "--lang", "en"];
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_lendmix"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(command)
        .output()
        .unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    let path = root("docs/daoxian.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = ("<!-- record:begin -->\n", "<!-- record:end -->");
    let (from, to) = (text.find(begin).unwrap() + begin.len(), text.find(end).unwrap());
    if std::env::var_os("LENDMIX_WRITE_DOCS").is_some() {
        std::fs::write(&path, format!("{}{table}{}", &text[..from], &text[to..])).unwrap();
    } else {
        assert!(text[from..to] == table, "docs/daoxian.md does not show what the program prints:\n{table}");
    }
}
