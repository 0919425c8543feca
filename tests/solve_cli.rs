//! `lendmix solve` as its users meet it.

use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{run, shipped, small_county, stderr, stdout, tables};

fn solve(folder: &Path, arguments: &[&str]) -> Output {
    small_county(folder);
    let mut all = vec!["solve"];
    all.extend(arguments);
    all.extend(["--force", "--output", "solved"]);
    all.extend(tables());
    run(folder, &all)
}

fn solved(folder: &Path, arguments: &[&str]) -> Value {
    let output = solve(folder, &[arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_str(&stdout(&output)).unwrap()
}

/// Money of the small county's own size: a plan of about what its households ask for, and 300,000 yuan in the first month.
const OWN_SIZE: [&str; 4] = [
    "--set",
    "policy.lending.plan_yuan={2016=4e6,2017=2e6,2018=1e6,2019=1e6,2020=2e6,2021=2e6}",
    "--set",
    "policy.fund.contributions=[{month=\"2016-01\",source=\"county\",yuan=300000}]",
];

/// A run with lending held and `yuan` in the first month: how many of its replications were depleted.
fn depleted_with(folder: &Path, yuan: f64) -> u64 {
    let fund = format!("policy.fund.contributions.1.yuan={yuan}");
    let mut arguments = vec!["run", "small.toml", "--replications", "300", "--json", "--force", "--output", "checked"];
    arguments.extend(["--set", &fund, "--set", "policy.fund.contributions.2.yuan=0"]);
    arguments.extend(["--set", "policy.fund.planned_lending_held=true"]);
    arguments.extend(tables());
    let output = run(folder, &arguments);
    let answer: Value = serde_json::from_str(&stdout(&output)).unwrap();
    answer["summary"]["scenarios"][0]["depletion"]["by_horizon"]["count"].as_u64().unwrap()
}

/// Setting the fund that was solved for, and a fen less, in a run: as many paths survive as were asked for, and fewer.
#[test]
fn the_fund_that_is_solved_for_survives_when_it_is_run() {
    let folder = TempDir::new().unwrap();
    let answer = solved(folder.path(), &["fund", "small.toml", "--survive", "0.9", "--replications", "300"]);
    let fund = answer["answer"]["fund_yuan"].as_f64().unwrap();
    assert!(fund > 0.0 && answer["answer"]["resolved"] == true, "{answer}");
    assert!(answer["answer"]["beyond_file_yuan"].as_f64().unwrap() < 0.0, "the file's fund is larger than needed");
    assert!(depleted_with(folder.path(), fund) <= 30);
    assert!(depleted_with(folder.path(), fund - 0.01) > 30);
    let files = ["solve.csv", "solve.json", "summary.csv", "manifest.json", "charts/fund-balance.svg"];
    assert!(files.iter().all(|name| folder.path().join("solved").join(name).exists()));
    // Fund, less the file's, paths survived, paths: rising to all, the file's own fund among the points, one at the answer.
    let written = std::fs::read_to_string(folder.path().join("solved/solve.csv")).unwrap();
    assert!(written.lines().next().unwrap().contains("首月补偿金（元）"));
    let number = |line: &str, column: usize| line.split(',').nth(column).unwrap().parse::<f64>().unwrap();
    let curve: Vec<[f64; 4]> = written.lines().skip(1).map(|line| [0, 1, 2, 3].map(|k| number(line, k))).collect();
    assert!(curve.windows(2).all(|pair| pair[0][0] < pair[1][0] && pair[0][2] <= pair[1][2]), "{written}");
    assert!(curve.iter().any(|point| point[0] == fund && point[2] >= 270.0), "{written}");
    assert!(curve.iter().any(|point| point[1] == 0.0) && curve.last().unwrap()[2] == 300.0, "{written}");
    assert!(curve.iter().filter(|point| point[0] < fund).all(|point| point[2] < 270.0), "{written}");
    let levels = answer["levels"].as_array().unwrap().iter().map(|level| level["fund_yuan"].as_f64().unwrap());
    assert!(levels.clone().all(|level| curve.iter().any(|point| point[0] == level)), "{written}");
}

#[test]
fn what_cannot_be_resolved_says_how_many_replications_are_needed() {
    let folder = TempDir::new().unwrap();
    let asked = ["fund", "small.toml", "--survive", "0.999", "--replications", "100"];
    // Lines are broken for the screen: the words count, not where the lines end.
    let unbroken = |text: String| text.split_whitespace().collect::<String>();
    let english = unbroken(stdout(&solve(folder.path(), &asked)));
    assert!(english.contains("--replications3688") && english.contains("noupperbound"), "{english}");
    let chinese = unbroken(stdout(&solve(folder.path(), &[&asked[..], &["--lang", "zh"]].concat())));
    assert!(chinese.contains("--replications3688") && chinese.contains("不足以求出"), "{chinese}");
}

#[test]
fn questions_that_cannot_be_asked_are_refused_in_both_languages() {
    let folder = TempDir::new().unwrap();
    let held = ["--set", "policy.fund.planned_lending_held=true"];
    let cases: [(&[&str], &str, &str); 9] = [
        (&["fund", "small.toml", "--horizon", "100"], "72 months", "72个月"),
        (&["fund", "small.toml", "--survive", "1.5"], "such as 0.99", "如0.99"),
        (&["leverage", "small.toml", "--range", "9..3"], "the smaller first", "由小到大"),
        (&["leverage", "small.toml", held[0], held[1]], "would not bind", "不起作用"),
        (&["payout", "small.toml"], "failure = \"structural\"", "failure = \"structural\""),
        (&["payout", "small.toml", "--mode", "fixed_benefit"], "development company", "开发公司"),
        (&["mix", "small.toml", "--subject-to", "risk<=1"], "depletion<=0.01", "depletion<=0.01"),
        (&["mix", "small.toml", "--mix", "50/30/20"], "leave --mix out", "去掉--mix"),
        (&["fund", "small.toml", "--mix", "50/30/20", "--mix", "100/0/0"], "one mix", "一种结构"),
    ];
    for (arguments, english, chinese) in cases {
        for (lang, expected) in [("en", english), ("zh", chinese)] {
            let output = solve(folder.path(), &[arguments, &["--lang", lang]].concat());
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(stderr(&output).contains(expected), "{arguments:?}: {}", stderr(&output));
        }
    }
    let text = "extends = \"small.toml\"\n[policy.changes.later]\nfrom = \"2018-01\"\nfund.leverage_max = 5\n";
    std::fs::write(folder.path().join("dated.toml"), text).unwrap();
    let output = solve(folder.path(), &["leverage", "dated.toml", "--replications", "10"]);
    assert!(stderr(&output).contains("[policy.changes]"), "{}", stderr(&output));
}

/// The answer is the last value, from small to large, at which no condition is broken; without one the curve is shown.
#[test]
fn a_scan_answers_from_what_it_saw() {
    let folder = TempDir::new().unwrap();
    let asked = |range: &'static str, more: &[&'static str]| {
        let question = ["leverage", "small.toml", "--survive", "0.9", "--range", range, "--replications", "100"];
        [&question[..], &OWN_SIZE, more].concat()
    };
    let found = solved(folder.path(), &asked("1..25", &[]));
    let points = found["points"].as_array().unwrap();
    let depletion = |point: &Value| point["measures"]["depletion"]["estimate"].as_f64().unwrap();
    let held: Vec<&Value> = points.iter().take_while(|point| depletion(point) <= 0.1).collect();
    assert_eq!(found["answer"]["value"], held.last().map_or(Value::Null, |point| point["value"].clone()), "{found}");
    assert!(held.len() > 1 && held.len() < points.len(), "the case must have an answer inside: {}", held.len());
    for (lang, none_between) in [("en", "none between 24 times and 25 times"), ("zh", "24倍至25倍之间没有解")] {
        let none = solve(folder.path(), &asked("24..25", &["--lang", lang]));
        assert!(none.status.success() && stdout(&none).contains(none_between), "{}", stdout(&none));
        let rows = stdout(&none).lines().filter(|line| line.trim_start().starts_with("24")).count();
        assert!(rows >= 7, "the curve is shown: {}", stdout(&none));
    }
}

/// Where pooled households are paid half of their credit a year and nobody fails, the pooled corner is the best mix; with
/// a fund that nothing can empty, no mix is safer than another.
#[test]
fn a_corner_that_is_best_by_construction_is_called_best_and_ties_are_said() {
    let folder = TempDir::new().unwrap();
    let open = [
        "--set",
        "policy.lending.placement=open",
        "--set",
        "policy.pooled.payout_share_annual=0.5",
        "--replications",
        "256",
    ];
    let more = ["--set", "world.organisations.types.company.failure={ season = { pd_annual = [0.0] } }"];
    let arguments = |question: &[&'static str]| -> Vec<&'static str> {
        [&["mix", "small.toml", "--finest", "0.1"][..], question, &open, &more].concat()
    };
    let best = solved(folder.path(), &arguments(&["--maximise", "gain", "--subject-to", "lent>=0"]));
    assert_eq!(
        (&best["answer"]["mix"], &best["answer"]["best"]),
        (&"0/100/0".into(), &true.into()),
        "{}",
        best["answer"]
    );
    let rich = ["--minimise", "depletion", "--subject-to", "lent>=0", "--set", "policy.fund.initial_yuan=9e9"];
    let tied = solved(folder.path(), &arguments(&rich));
    assert_eq!(tied["answer"]["tied"].as_array().unwrap().len(), 66, "{}", tied["answer"]);
    assert_eq!(tied["answer"]["best"], false);
    let text = stdout(&solve(folder.path(), &arguments(&rich)));
    assert!(text.contains("tied with"), "{text}");
}

/// Lending is a condition where it reacts: a fund that lends nothing never wins; outreach is added to a mix, and said.
#[test]
fn nothing_is_won_by_not_lending() {
    let folder = TempDir::new().unwrap();
    let fund = ["fund", "small.toml", "--reacting", "--replications", "100", "--lent-min", "0.5"];
    let found = solved(folder.path(), &[&fund[..], &["--range", "0..2m", "--survive", "0.5"], &OWN_SIZE].concat());
    let value = found["answer"]["value"].as_f64().unwrap();
    let lent = |point: &Value| point["measures"]["lent"]["estimate"].as_f64().unwrap();
    let at = found["points"].as_array().unwrap().iter().find(|point| point["value"].as_f64() == Some(value)).unwrap();
    assert!(value > 0.0 && lent(at) >= 0.5, "{found}");
    let nothing = found["points"].as_array().unwrap().iter().find(|point| point["value"] == 0.0).unwrap();
    assert!(nothing["measures"]["depletion"]["estimate"] == 0.0 && lent(nothing) == 0.0, "it would win: {nothing}");
    let text = stdout(&solve(folder.path(), &["mix", "small.toml", "--replications", "64", "--finest", "0.1"]));
    assert!(text.contains("lent, of plan ≥ 95%") && text.contains("the best is not to lend"), "{text}");
}

/// Worked by hand: organisations that earn nothing and lose nothing pay three pay-outs out of the equity that they add to
/// a yuan of credit. With 0.1531 a yuan they can pay 0.1531 / 3 = 0.0510 a year: 5% is the last step of a quarter of a per
/// cent that they survive, and 5.25% fails all twelve of them (the development company is the thirteenth).
#[test]
fn the_payout_that_is_solved_for_is_what_equity_can_pay() {
    let folder = TempDir::new().unwrap();
    let types = ["leading_firm", "company", "family_farm", "cooperative", "shell_cooperative"];
    let equity: String =
        types.map(|kind| format!("[world.organisations.types.{kind}]\nequity_share = 0.1531\n")).concat();
    let text = format!(
        "extends = {:?}\n[policy.lending]\nplan_yuan = {{ 2016 = 4e6, 2017 = 0, 2018 = 0, 2019 = 0, 2020 = 0, 2021 = 0 }}\n\
         [policy.pooled]\ntenor_months = {{ 36 = 1.0 }}\n[world.population]\nhouseholds = 300\ntownships = 3\nvillages = 6\n\
         [world.industries.young_orchard]\nrevenue_per_yuan = 0.0\n{equity}",
        shipped("payout-10").to_str().unwrap()
    );
    std::fs::write(folder.path().join("poor.toml"), text).unwrap();
    let mut arguments = vec!["solve", "payout", "poor.toml", "--mix", "0/1/0", "--failing", "0.5", "--json"];
    arguments.extend(["--replications", "6", "--output", "solved"]);
    arguments.extend(tables());
    let output = run(folder.path(), &arguments);
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap_or_else(|_| panic!("{}", stderr(&output)));
    assert_eq!((&found["answer"]["value"], &found["answer"]["fails"]), (&0.05.into(), &0.0525.into()), "{found}");
    for point in found["points"].as_array().unwrap() {
        let (payout, failing) = (&point["value"], point["measures"]["failing"]["estimate"].as_f64().unwrap());
        let all = if payout.as_f64().unwrap() > 0.051 { 12.0 / 13.0..=1.0 } else { 0.0..=1.0 / 13.0 };
        assert!(all.contains(&failing), "{payout}: {failing}");
    }
}

/// Worked by hand: in a year in which nothing falls due, ten times the fund can be lent, whole loans of at most 50,000
/// yuan as many as fit. For 95% of a plan of 2 million it takes a fund of 190,000 yuan, and at most one loan's tenth more.
#[test]
fn the_fund_that_reacts_is_the_least_that_the_cap_lets_lend_enough() {
    let folder = TempDir::new().unwrap();
    let plan = "policy.lending.plan_yuan={2016=2e6,2017=0,2018=0,2019=0,2020=0,2021=0}";
    let mut arguments = vec!["fund", "small.toml", "--reacting", "--survive", "0.9", "--range", "100000..400000"];
    // One township and village: what does not fit is left over once.
    let one = ["world.population.townships=1", "world.population.villages=1"];
    for set in [plan, "policy.fund.leverage_max=10", "policy.lending.placement=open"].into_iter().chain(one) {
        arguments.extend(["--set", set]);
    }
    arguments.extend(["--mix", "1/0/0", "--horizon", "12", "--replications", "10"]);
    let found = solved(folder.path(), &arguments);
    let fund = found["answer"]["value"].as_f64().unwrap();
    assert!((190_000.0..=196_000.0).contains(&fund), "{found}");
    for point in found["points"].as_array().unwrap() {
        let (fund, lent) = (point["value"].as_f64().unwrap(), point["measures"]["lent"]["estimate"].as_f64().unwrap());
        let most = (10.0 * fund / 2e6).min(1.0);
        assert!(lent <= most + 1e-12 && lent > most - 0.025, "{fund}: {lent}");
        assert_eq!(point["measures"]["depletion"]["estimate"], 0.0);
    }
}

/// What would be lost with refused tables is refused before anything is simulated.
#[cfg(not(feature = "parquet"))]
#[test]
fn tables_that_cannot_be_written_are_refused_before_the_search() {
    let folder = TempDir::new().unwrap();
    small_county(folder.path());
    for question in [&["fund", "small.toml", "--reacting"][..], &["leverage", "small.toml"], &["mix", "small.toml"]] {
        let arguments = [&["solve"], question, &["--tables", "replications", "--replications", "100000"]].concat();
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{question:?}");
        assert!(stderr(&output).contains("--tables none"), "{}", stderr(&output));
    }
}

/// The pay-out of organisations that fail by their own cash.
#[test]
fn a_payout_is_solved_where_organisations_react_to_it() {
    let folder = TempDir::new().unwrap();
    let file = shipped("payout-10");
    let mut arguments = vec!["solve", "payout", file.to_str().unwrap(), "--failing", "0.5", "--range", "0..0.2"];
    arguments.extend(["--replications", "10", "--json", "--output", "solved"]);
    arguments.extend(tables());
    let output = run(folder.path(), &arguments);
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let failing = |point: &Value| point["measures"]["failing"]["estimate"].as_f64().unwrap();
    let points = found["points"].as_array().unwrap();
    assert!(
        points.windows(2).all(|pair| failing(&pair[0]) <= failing(&pair[1])),
        "a higher pay-out fails no fewer: {found}"
    );
    assert!(failing(&points[0]) < failing(points.last().unwrap()));
}
