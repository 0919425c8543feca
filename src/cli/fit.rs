//! `lendmix fit`: fits values of a scenario to what is on record, with a trace of every evaluation.

use crate::fit::{self, Fitted, Trace};
use crate::output::write_file;
use crate::scenario::{FitFile, Scenario};
use crate::text::Lang;
use crate::text::words::{common, record as words};

use super::arguments::RecordArguments;
use super::failure::Failure;
use super::record::{load, shown};
use super::study::threads;
use super::{Outcome, print, screen};

/// Runs a fit and prints what it came to beside what the scenario has.
pub fn run(wanted: &RecordArguments, lang: Lang) -> Outcome {
    let file = load(&wanted.file)?;
    let broken = |mistakes| Failure::Scenario(vec![mistakes]);
    let scenario = Scenario::load(&file.scenario).map_err(broken)?;
    let trace_to = wanted.trace.clone().unwrap_or_else(|| wanted.file.with_extension("trace.csv"));
    let replications = wanted.replications.unwrap_or(file.replications);
    let threads = threads(wanted.threads);
    let mut trace: Vec<Trace> = Vec::new();
    let fitted = fit::fit(&file, replications, threads, &mut |one| {
        print::to_stderr(&format!("{} = {}: {} = {}\n", one.key, one.value, one.target, one.mean));
        trace.push(one.clone());
    })
    .map_err(broken)?;
    write_file(&trace_to, trace_csv(&trace).as_bytes())?;
    print::to_stdout(&format!(
        "{}\n{}\n",
        table(&file, &scenario, &fitted, lang),
        footer(&trace_to, trace.len(), replications, lang)
    ))
}

fn table(file: &FitFile, scenario: &Scenario, fitted: &[Fitted], lang: Lang) -> String {
    let mut table = screen::table();
    table.set_header([
        words::key(lang),
        words::scenario(lang),
        words::fitted_value(lang),
        words::target(lang),
        words::figure(lang),
        words::mean_and_error(lang),
        words::within_tolerance(lang),
    ]);
    for (one, parameter) in fitted.iter().zip(&file.parameters) {
        let target = &file.targets[parameter.target];
        let figure = target.value.map_or("–".into(), |value| shown(value, target.unit, lang));
        let (mean, error) = (shown(one.at.mean, target.unit, lang), shown(one.at.standard_error, target.unit, lang));
        table.add_row([
            one.key.clone(),
            scenario.value_at(&one.key).unwrap_or_else(|| "–".into()),
            one.value.clone(),
            target.title.get(lang).to_owned(),
            figure,
            format!("{mean} ± {error}"),
            if one.within { common::yes(lang) } else { common::no(lang) }.to_owned(),
        ]);
    }
    screen::fitted(table)
}

fn footer(trace: &std::path::Path, evaluations: usize, replications: u32, lang: Lang) -> String {
    let trace = trace.display();
    words::evaluated(lang, evaluations, replications, trace)
}

/// Every evaluation, in order.
fn trace_csv(trace: &[Trace]) -> String {
    let mut text = String::from("evaluation,round,key,value,target,mean,standard_error,objective,settings\n");
    for (number, one) in trace.iter().enumerate() {
        text.push_str(&format!(
            "{},{},{},{},{},{},{},{},{}\n",
            number + 1,
            one.round,
            one.key,
            quoted(&one.value),
            one.target,
            one.mean,
            one.standard_error,
            one.objective,
            quoted(&one.others)
        ));
    }
    text
}

/// A field with commas or quotes, as CSV writes it.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
