//! `lendmix compare`: scenarios against a baseline, pair by pair on the same luck.

pub(super) mod cells;
mod names;
mod page;

use std::ffi::OsString;
use std::path::Path;

use crate::output::HEADLINE;
use crate::scenario::{Override, Scenario};
use crate::text::Lang;

use super::arguments::CompareArguments;
use super::failure::Failure;
use super::study::{self, Plan, Watched};
use super::{Outcome, answer, chart, inline, print};

/// Most scenarios that are compared at once.
const MOST: usize = 20;

/// Compares what was asked for.
pub fn run(wanted: &CompareArguments, command: &[OsString], lang: Lang) -> Outcome {
    for variant in &wanted.variants {
        if variant.is_empty() {
            return Err(Failure::EmptyVariant);
        }
        study::each_key_once(variant)?;
    }
    let (plans, baseline) = plans(wanted);
    let scenarios = study::load(&plans, &wanted.study)?;
    if !(2..=MOST).contains(&scenarios.len()) {
        return Err(Failure::CompareCount { found: scenarios.len(), most: MOST, sets: typed(&wanted.study.sets) });
    }
    let baseline = index_of(baseline, wanted.baseline.as_deref(), &scenarios)?;
    let headline = headline(&wanted.metrics, scenarios.len());
    let watched = Watched { baseline, headline: Some(headline.clone()) };
    let (mut done, mut folder) = study::simulate(scenarios, &watched, &wanted.study, lang)?;
    let reading = chart::of_run(&mut folder, &done.scenarios, &done.summary, &mut done.values, lang);
    let manifest = done.complete(folder, command)?;
    let page = page::Page {
        scenarios: &done.scenarios,
        summary: &done.summary,
        reading: &reading,
        baseline,
        headline: &headline,
        charts: inline::wanted(wanted.study.plain),
        lang,
    };
    match (wanted.study.quiet, wanted.study.json) {
        (_, true) => print::to_stdout(&page.json(&manifest, &done.path)?)?,
        (false, false) => {
            let footer = answer::footer(&done.path, &manifest, lang);
            print::to_stdout(&format!("{}\n{footer}", page.text()))?
        }
        (true, false) => {}
    }
    study::finished(&manifest, &done.path)
}

/// Each file, then its variants; a baseline that is no file of the list comes first. The index of the baseline if it
/// is known already.
fn plans(wanted: &CompareArguments) -> (Vec<Plan>, Option<usize>) {
    let mut files = wanted.study.files.clone();
    let named = wanted.baseline.as_ref();
    let listed = named.and_then(|name| files.iter().position(|file| file == name));
    let alone = named.filter(|name| listed.is_none() && name.is_file());
    let mut plans = Vec::new();
    let mut baseline = alone.map(|_| 0);
    if let Some(file) = alone {
        files.insert(0, file.clone());
    }
    for file in &files {
        if Some(file) == named {
            baseline = Some(plans.len());
        }
        let with = |more: &[Override]| (file.clone(), wanted.study.sets.iter().chain(more).cloned().collect());
        plans.push(with(&[]));
        if Some(file) == alone {
            continue;
        }
        plans.extend(wanted.variants.iter().map(|variant| with(variant)));
        plans.extend(wanted.study.mixes.iter().map(|mix| with(std::slice::from_ref(mix))));
    }
    (plans, if named.is_none() { Some(0) } else { baseline })
}

/// The baseline: known by its file, or named as one of the scenarios.
fn index_of(known: Option<usize>, named: Option<&Path>, scenarios: &[Scenario]) -> Result<usize, Failure> {
    let name = named.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let by_name = || scenarios.iter().position(|scenario| scenario.name == name);
    known.or_else(by_name).ok_or_else(|| Failure::NoBaseline {
        names: scenarios.iter().map(|scenario| scenario.name.clone()).collect(),
        name,
    })
}

/// Metrics of a comparison of many scenarios, as a row for each has room for them.
const OF_MANY: [&str; 5] =
    ["depleted", "gain_per_capita_yuan", "recovery_rate", "households_borrowing", "public_cost_yuan"];

/// What is shown and judged: what was asked for, or fewer metrics the more scenarios there are.
fn headline(asked: &[String], scenarios: usize) -> Vec<String> {
    let usual = if scenarios <= page::FEW + 1 { &HEADLINE[..] } else { &OF_MANY };
    if asked.is_empty() { usual.iter().map(|id| (*id).to_owned()).collect() } else { asked.to_vec() }
}

fn typed(sets: &[Override]) -> Vec<String> {
    sets.iter().map(|set| set.typed().to_owned()).collect()
}
