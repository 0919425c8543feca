//! `lendmix report`, and the report that `run`, `compare`, `solve` and `map` leave in the run folder.

mod page;

use std::path::PathBuf;

use crate::figures::Material;
use crate::output::{
    FinishedRun, RestoreError, RunFolder, is_map, lock_file_digest, names, open_map, restore_scenario,
    restore_scenarios, write_file,
};
use crate::report::{
    Document, MixesSource, Reading, Source, brief, document, html, html_in_both, mixes_brief, mixes_document,
};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::text::words::report_command as words;

use super::arguments::{ReportArguments, ReportForm};
use super::chart::run_digest;
use super::explain::failure::ExplainFailure;
use super::failure::Failure;
use super::plot::material;
use super::solve::SOLVE_JSON;
use super::{Outcome, print, warnings};

/// Writes the report of a finished run or map, or prints what it says.
pub fn run(wanted: &ReportArguments, lang: Lang) -> Outcome {
    if is_map(&wanted.run) {
        return of_finished_map(wanted, lang);
    }
    let finished = FinishedRun::open(&wanted.run)?;
    let manifest = finished.manifest();
    let scenarios = kept(restore_scenarios(finished.path(), manifest))?.unwrap_or_default();
    let facts = Facts {
        asked: manifest.replications_asked,
        lock_file: manifest.lock_file_sha256.clone(),
        solved: manifest.file(SOLVE_JSON).is_some(),
    };
    let mut source = source(material(&finished)?, &scenarios, facts);
    match &wanted.form {
        ReportForm::Text => print_brief(wanted, |lang| brief(&source, lang)),
        ReportForm::Html { .. } => {
            let text = written(&wanted.languages, |lang| document(&mut source, lang));
            drop(source);
            write(&text, wanted, lang)
        }
    }
}

fn of_finished_map(wanted: &ReportArguments, lang: Lang) -> Outcome {
    let (manifest, map) = open_map(&wanted.run)?;
    let name = map.points.get(map.today).map_or("", |point| &point.scenario);
    let today = kept(restore_scenario(&wanted.run, &manifest, name))?;
    let source = MixesSource {
        map: &map,
        today: today.as_ref(),
        seed: manifest.seed,
        asked: manifest.replications_asked,
        digest: run_digest(&manifest.files),
        lock_file: manifest.lock_file_sha256.clone(),
        command: &manifest.command,
        has_fund: today.as_ref().is_none_or(warnings::has_fund),
    };
    match &wanted.form {
        ReportForm::Text => print_brief(wanted, |lang| mixes_brief(&source, lang)),
        ReportForm::Html { .. } => {
            write(&written(&wanted.languages, |lang| mixes_document(&source, lang)), wanted, lang)
        }
    }
}

/// What a folder keeps of what it was simulated from. Without its inputs, or where this version reads them differently, a
/// run still has its charts and a report, which says what is missing; inputs that have changed would tell of another run.
pub fn kept<T>(restored: Result<T, RestoreError>) -> Result<Option<T>, Failure> {
    match restored {
        Err(changed @ RestoreError::Changed { .. }) => Err(ExplainFailure::Restore(changed).into()),
        restored => Ok(restored.ok()),
    }
}

fn print_brief(wanted: &ReportArguments, mut document: impl FnMut(Lang) -> Document) -> Outcome {
    let pages: Vec<String> = wanted.languages.iter().map(|lang| page::text(&document(*lang))).collect();
    print::to_stdout(&pages.join("\n"))
}

/// Writes the report where it was asked for and tells where.
fn write(report: &str, wanted: &ReportArguments, lang: Lang) -> Outcome {
    let path = keep(report.as_bytes(), wanted)?;
    print::to_stdout(&(words::written(lang, path.display()) + "\n"))
}

/// Keeps the report in the file that was asked for, else in the run folder, whose manifest then lists it.
fn keep(report: &[u8], wanted: &ReportArguments) -> Result<PathBuf, Failure> {
    match &wanted.form {
        ReportForm::Html { output: Some(path), force } => {
            if path.exists() && !force {
                return Err(Failure::Exists(path.clone()));
            }
            write_file(path, report)?;
            Ok(path.clone())
        }
        ReportForm::Html { output: None, .. } | ReportForm::Text => {
            let (mut folder, manifest) = RunFolder::open(&wanted.run)?;
            folder.write(names::REPORT, report)?;
            folder.update(manifest)?;
            Ok(wanted.run.join(names::REPORT))
        }
    }
}

/// Writes the report of a run that has just ended into its folder; returns the reading that it recommends.
pub fn of_run(
    folder: &mut RunFolder,
    run: Material<'_>,
    scenarios: &[Scenario],
    lang: Lang,
) -> Result<Reading, Failure> {
    let facts = Facts {
        asked: scenarios.first().map_or(0, |scenario| scenario.run.replications),
        lock_file: lock_file_digest(),
        solved: folder.files().iter().any(|file| file.name == SOLVE_JSON),
    };
    let mut source = source(run, scenarios, facts);
    folder.write(names::REPORT, html(&document(&mut source, lang)).as_bytes())?;
    Ok(Reading::of(|lang| brief(&source, lang).card.reading))
}

/// Writes the report of a map that has just ended into its folder; returns the reading that it recommends.
pub fn of_map(folder: &mut RunFolder, source: &MixesSource<'_>, lang: Lang) -> Result<Reading, Failure> {
    folder.write(names::REPORT, html(&mixes_document(source, lang)).as_bytes())?;
    Ok(Reading::of(|lang| mixes_brief(source, lang).card.reading))
}

/// What stands in the manifest alone.
struct Facts {
    asked: u32,
    lock_file: String,
    solved: bool,
}

fn source<'a>(run: Material<'a>, scenarios: &'a [Scenario], facts: Facts) -> Source<'a> {
    let summary = run.summary;
    let warnings = move |place: usize, lang: Lang| {
        let scenario = scenarios.get(place);
        scenario.map_or_else(Vec::new, |scenario| {
            warnings::of(scenario, &summary.scenarios[place], summary.replications, lang)
        })
    };
    Source {
        run,
        scenarios,
        has_fund: scenarios.iter().map(warnings::has_fund).collect(),
        warnings: Box::new(warnings),
        asked: facts.asked,
        lock_file: facts.lock_file,
        solved: facts.solved.then_some(SOLVE_JSON),
    }
}

fn written(languages: &[Lang], mut document: impl FnMut(Lang) -> Document) -> String {
    match languages {
        [first, second, ..] => html_in_both(&document(*first), &document(*second)),
        [one] => html(&document(*one)),
        [] => String::new(),
    }
}
