//! From hand-made numbers to sentences: what a report may say and what not.

use super::*;
use crate::figures::{Missing, Rows};
use crate::output::{DepletionSummary, EffectSummary, Verdict};
use crate::stats::{Effect, Estimate, Interval, Proportion};

struct NoRows;

impl Rows for NoRows {
    fn metric(&mut self, _: usize, id: &'static str) -> Result<Vec<f64>, Missing> {
        Err(Missing::Summary(id))
    }
}

const N: u32 = 300;

fn estimate(mean: f64, half: f64) -> Estimate {
    let interval = Some(Interval { low: mean - half, high: mean + half });
    Estimate { n: u64::from(N), missing: 0, mean: Some(mean), sd: Some(half), interval }
}

fn metric(id: &str, mean: f64, half: f64) -> MetricSummary {
    MetricSummary {
        id: id.to_owned(),
        unit: String::new(),
        label_en: format!("the {id}"),
        label_zh: format!("指标{id}"),
        estimate: estimate(mean, half),
        quantiles: Vec::new(),
    }
}

fn scenario(name: &str, dry: u64, metrics: Vec<MetricSummary>) -> ScenarioSummary {
    let by = Proportion { k: dry, n: u64::from(N) }.estimate();
    ScenarioSummary {
        ratios: Default::default(),
        name: name.to_owned(),
        title_en: name.to_owned(),
        title_zh: name.to_owned(),
        digest: "abc".to_owned(),
        start: "2016-01".to_owned(),
        months: 72,
        depletion: DepletionSummary {
            by_horizon: by,
            by_month: vec![by; 72],
            median_month: (dry > 0).then_some(40.0),
            median_month_interval: None,
        },
        metrics,
        tails: Vec::new(),
        series: Vec::new(),
        townships: Vec::new(),
        groups: Vec::new(),
    }
}

fn usual() -> Vec<MetricSummary> {
    vec![
        metric("depleted", 0.01, 0.01),
        metric("recovery_rate", 0.93, 0.01),
        metric("gain_per_capita_yuan", 1100.0, 40.0),
        metric("public_cost_yuan", 51_000_000.0, 1_000_000.0),
    ]
}

fn effect(id: &str, mean: f64, half: f64, verdict: Verdict) -> EffectSummary {
    let none = Proportion { k: 0, n: u64::from(N) }.estimate();
    EffectSummary {
        id: id.to_owned(),
        better: "higher".to_owned(),
        effect: Effect {
            difference: estimate(mean, half),
            higher: none,
            lower: none,
            variance_ratio: None,
            variance_ratio_interval: None,
            p: Some(0.5),
        },
        share_better: None,
        headline: true,
        p_holm: Some(0.5),
        verdict,
    }
}

fn run(scenarios: Vec<ScenarioSummary>, effects: Vec<Vec<EffectSummary>>) -> RunSummary {
    let baseline = scenarios[0].name.clone();
    let others = scenarios[1..].iter().map(|scenario| scenario.name.clone());
    let comparisons = others.zip(effects).map(|(scenario, effects)| Comparison {
        baseline: baseline.clone(),
        scenario,
        effects,
        groups: Vec::new(),
    });
    RunSummary {
        version: "0.1.0".to_owned(),
        confidence: 0.95,
        first_replication: 0,
        replications: N,
        comparisons: comparisons.collect(),
        scenarios,
    }
}

fn told(summary: &RunSummary, lang: Lang) -> Document {
    let run = Material {
        summary,
        seed: 7,
        digest: "d".repeat(64),
        backgrounds: Vec::new(),
        rows: Box::new(NoRows),
        search: None,
    };
    let none = |_: usize, _: Lang| Vec::new();
    let (asked, lock_file) = (summary.replications, String::new());
    document(
        &mut Source {
            run,
            scenarios: &[],
            has_fund: Vec::new(),
            warnings: Box::new(none),
            asked,
            lock_file,
            solved: None,
        },
        lang,
    )
}

fn single(dry: u64) -> Document {
    told(&run(vec![scenario("base", dry, usual())], Vec::new()), Lang::En)
}

#[test]
fn a_difference_within_noise_is_never_called_better_or_worse() {
    let noise = || effect("gain_per_capita_yuan", 50.0, 60.0, Verdict::NotDistinguishable);
    let two = run(vec![scenario("base", 2, usual()), scenario("other", 2, usual())], vec![vec![noise()]]);
    let document = told(&two, Lang::En);
    assert_eq!(
        document.card.reading[0],
        "At 300 replications no scenario can be told from “base” as better or worse in any headline number."
    );
    let compared = document.sections.iter().find(|section| section.id == "comparison").unwrap();
    assert_eq!(
        compared.blocks[0],
        Block::List(vec!["other: headline numbers not distinguishable from the baseline: 1.".into()])
    );
    let rows: Vec<&Vec<String>> =
        document.tables().chain(&document.card.against).flat_map(|table| &table.rows).collect();
    let cells: Vec<&String> = rows.into_iter().flatten().filter(|cell| cell.contains("+50")).collect();
    assert!(!cells.is_empty());
    for cell in document.tables().chain(&document.card.against).flat_map(|table| &table.rows).flatten() {
        assert!(!cell.contains("better") && !cell.contains("worse"), "{cell}");
    }
    let chinese = told(&two, Lang::Zh);
    assert!(chinese.card.reading[0].contains("都未能确认优劣"));
    assert!(!chinese.tables().flat_map(|table| &table.rows).flatten().any(|cell| cell.contains('优')));
}

#[test]
fn a_trade_is_called_one_and_a_gain_only_where_nothing_is_worse() {
    let of = |effects: Vec<EffectSummary>| {
        let two = run(vec![scenario("base", 2, usual()), scenario("other", 2, usual())], vec![effects]);
        told(&two, Lang::En).card.reading[0].clone()
    };
    let gain = || effect("gain_per_capita_yuan", 90.0, 20.0, Verdict::Better);
    let cost = || effect("public_cost_yuan", 4e6, 1e6, Verdict::Worse);
    assert_eq!(
        of(vec![gain()]),
        "Against “base”, shown to be better in at least one headline number and to be worse in none: “other”."
    );
    assert_eq!(
        of(vec![gain(), cost()]),
        "No scenario is shown to be better than “base” without being worse in something. Something is lost for what is gained: “other” is better in the gain_per_capita_yuan and worse in the public_cost_yuan."
    );
    let risk = effect("depleted", 0.01, 0.02, Verdict::NotDistinguishable);
    let open = of(vec![gain(), risk]);
    assert!(open.ends_with("none: “other”. Whether the fund runs dry more or less often cannot be told."), "{open}");
    assert_eq!(
        of(vec![cost()]),
        "No scenario is shown to be better than “base” without being worse in something. Better in none and worse in at least one: “other”."
    );
}

#[test]
fn the_same_is_not_called_open() {
    let of = |verdicts: &[Verdict]| {
        let effects = verdicts.iter().map(|verdict| effect("gain_per_capita_yuan", 0.0, 0.0, *verdict));
        let effects = vec![effects.collect()];
        told(&run(vec![scenario("base", 2, usual()), scenario("other", 2, usual())], effects), Lang::En).card.reading[0]
            .clone()
    };
    assert!(of(&[Verdict::Same]).contains("comes to the same as “base”"));
    assert!(of(&[Verdict::NotDistinguishable]).contains("no scenario can be told from “base”"));
    assert!(of(&[Verdict::Same, Verdict::NotComparable]).contains("no scenario can be told from “base”"));
    for nothing in [&[Verdict::NotComparable][..], &[]] {
        assert!(of(nothing).contains("None of the headline numbers can be compared with those of “base”"));
    }
}

#[test]
fn every_scenario_stands_in_one_sentence_and_a_fund_that_fails_is_named() {
    let better = vec![effect("gain_per_capita_yuan", 90.0, 20.0, Verdict::Better)];
    let worse = vec![effect("gain_per_capita_yuan", -90.0, 20.0, Verdict::Worse)];
    let open = vec![effect("gain_per_capita_yuan", 9.0, 20.0, Verdict::NotDistinguishable)];
    let names = ["base", "good", "bad", "open"];
    // 90 of 300 replications run dry in one of them.
    let scenarios = names.iter().map(|name| scenario(name, if *name == "bad" { 90 } else { 2 }, usual())).collect();
    let document = told(&run(scenarios, vec![better, worse, open]), Lang::En);
    assert_eq!(
        document.card.reading[0],
        "Against “base”, shown to be better in at least one headline number and to be worse in none: “good”. \
         Better in none and worse in at least one: “bad”. Neither better nor worse as far as can be told: 1. \
         The fund runs dry with a probability above 5%: “bad” 30.0% [25.1%, 35.4%]."
    );
    assert!(document.card.reading[1].starts_with("Baseline “base”: The risk compensation fund is large enough"));
    assert_eq!(document.title, "Scenarios compared with “base”");
}

#[test]
fn scenarios_of_one_title_are_told_apart() {
    let mut variant = scenario("base@leverage_max=5", 2, usual());
    variant.title_en = "base".to_owned();
    let cost = effect("public_cost_yuan", 4e6, 1e6, Verdict::Worse);
    let document = told(&run(vec![scenario("base", 2, usual()), variant], vec![vec![cost]]), Lang::En);
    assert_eq!(
        document.card.reading[0],
        "No scenario is shown to be better than “base” without being worse in something. Better in none and worse in at least one: “base (leverage_max=5)”."
    );
}

#[test]
fn a_trade_names_the_foremost_numbers() {
    let effects = vec![
        effect("gain_per_capita_yuan", 90.0, 20.0, Verdict::Better),
        effect("households_borrowing", 50.0, 10.0, Verdict::Better),
        effect("bank_paid_yuan", 4e6, 1e6, Verdict::Worse),
    ];
    let summary = run(vec![scenario("base", 2, usual()), scenario("other", 2, usual())], vec![effects]);
    assert_eq!(
        told(&summary, Lang::En).card.reading[0],
        "No scenario is shown to be better than “base” without being worse in something. Something is lost for what is gained: “other” is better in the gain_per_capita_yuan and worse in bank_paid_yuan."
    );
}

#[test]
fn many_scenarios_are_counted_and_not_ranked() {
    let names = ["base", "a", "b", "c", "d", "e"];
    let gain = || vec![effect("gain_per_capita_yuan", 90.0, 20.0, Verdict::Better)];
    let scenarios = names.iter().map(|name| scenario(name, 2, usual())).collect();
    let document = told(&run(scenarios, vec![gain(), gain(), gain(), gain(), gain()]), Lang::En);
    let sentence = &document.card.reading[0];
    assert!(sentence.contains("worse in none: 5 scenarios."), "{sentence}");
    assert!(sentence.ends_with("These are not compared with one another."));
    assert_eq!(document.card.against.unwrap().rows.len(), 6);
}

#[test]
fn the_fund_is_read_by_its_interval() {
    assert!(single(2).card.reading[0].contains("is large enough: it runs dry"));
    assert!(single(15).card.reading[0].contains("cannot be told yet"));
    assert!(single(60).card.reading[0].contains("is not large enough"));
    assert!(single(280).card.reading[0].contains("more often than not"));
}

#[test]
fn few_depletions_have_no_month() {
    let notes = |dry| single(dry).card.numbers[0].notes.join("; ");
    assert_eq!(notes(2), "2 of 300 replications by 2021-12; too few to say when");
    assert_eq!(notes(0), "0 of 300 replications by 2021-12");
    assert_eq!(notes(60), "60 of 300 replications by 2021-12; median month when it does: 2019-04");
}

#[test]
fn a_run_of_two_replications_recommends_nothing() {
    let mut summary = run(vec![scenario("base", 0, usual())], Vec::new());
    summary.replications = 2;
    let document = told(&summary, Lang::En);
    assert_eq!(document.card.reading.len(), 1);
    assert!(document.card.reading[0].starts_with("With 2 replications nothing can be recommended"));
    assert!(document.notices[0].starts_with("Only 2 replications"));
}

#[test]
fn a_gain_whose_interval_holds_zero_is_none() {
    let mut metrics = usual();
    metrics[2] = metric("gain_per_capita_yuan", 30.0, 40.0);
    let document = told(&run(vec![scenario("base", 2, metrics)], Vec::new()), Lang::En);
    assert!(document.card.reading[1].contains("cannot be told from none"), "{}", document.card.reading[1]);
}

#[test]
fn what_the_run_lacks_is_left_out_and_never_zero() {
    let document = told(&run(vec![scenario("base", 2, Vec::new())], Vec::new()), Lang::En);
    assert_eq!(document.card.numbers.len(), 1);
    assert!(document.card.cost.is_empty());
    assert!(!document.texts().iter().any(|text| text.contains("0 yuan")));
}

#[test]
fn no_text_of_a_user_becomes_markup() {
    let evil = "</style></title><script>alert(1)</script>\" onload='x'<img src=http://x>";
    let mut base = scenario("base", 2, usual());
    (base.title_en, base.title_zh) = (evil.to_owned(), evil.to_owned());
    let mut other = scenario("<b>other", 2, usual());
    other.title_en = evil.to_owned();
    let summary = run(vec![base, other], vec![vec![effect("gain_per_capita_yuan", 9.0, 2.0, Verdict::Better)]]);
    let mut documents = [told(&summary, Lang::En), told(&summary, Lang::Zh)];
    for document in &mut documents {
        let svg = format!("<svg><title>{evil}</title></svg>");
        let chart = Chart { id: "x", alternative: evil.into(), caption: evil.into(), svg, wide: true };
        document.sections.push(Section { id: "x", title: evil.into(), blocks: vec![Block::Charts(vec![chart])] });
    }
    for page in [html(&documents[0]), html(&documents[1]), html_in_both(&documents[1], &documents[0])] {
        for tag in ["<script", "<b>other", "<img src=http", "onload='x'<"] {
            assert!(!page.contains(tag), "{tag}");
        }
        assert_eq!(page.matches("</style>").count(), 1);
        assert_eq!(page.matches("</title>").count(), 1);
        assert!(page.contains("&lt;script&gt;alert(1)"));
        assert!(page.contains("alt=\"&lt;/style&gt;"));
    }
}

#[test]
fn the_page_asks_nobody_for_anything() {
    let page = html(&single(2));
    for reference in ["src=\"http", "href=\"http", "url(", "@import", "<script", "<link rel=\"stylesheet"] {
        assert!(!page.contains(reference), "{reference}");
    }
    assert!(page.contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
}

#[test]
fn a_stopped_run_says_so_first() {
    let summary = run(vec![scenario("base", 2, usual())], Vec::new());
    let run = Material {
        summary: &summary,
        seed: 7,
        digest: String::new(),
        backgrounds: Vec::new(),
        rows: Box::new(NoRows),
        search: None,
    };
    let none = |_: usize, _: Lang| Vec::new();
    let mut source = Source {
        run,
        scenarios: &[],
        has_fund: vec![true],
        warnings: Box::new(none),
        asked: 1000,
        lock_file: String::new(),
        solved: None,
    };
    assert!(document(&mut source, Lang::En).notices[0].starts_with("The run was stopped: 300 of 1,000 replications."));
}
