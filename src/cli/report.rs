//! `lendmix report`, and the report that `run` and `compare` leave in the run folder.

use crate::figures::Material;
use crate::output::{FinishedRun, RestoreError, RunFolder, lock_file_digest, names, restore_scenarios, write_file};
use crate::report::{Source, document, html, html_in_both};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::text::words::report_command as words;

use super::arguments::ReportArguments;
use super::explain::failure::ExplainFailure;
use super::failure::Failure;
use super::plot::material;
use super::solve::SOLVE_JSON;
use super::{Outcome, print, warnings};

/// Writes the report of a finished run.
pub fn run(wanted: &ReportArguments, lang: Lang) -> Outcome {
    let finished = FinishedRun::open(&wanted.run)?;
    let manifest = finished.manifest();
    let scenarios = match restore_scenarios(finished.path(), manifest) {
        // Without its inputs a run still has a report; it says what is missing. Inputs that are others now would tell of
        // another run.
        Err(RestoreError::NotKept { .. } | RestoreError::Missing { .. }) => Vec::new(),
        restored => restored.map_err(ExplainFailure::Restore)?,
    };
    let facts = Facts {
        asked: manifest.replications_asked,
        lock_file: manifest.lock_file_sha256.clone(),
        solved: manifest.file(SOLVE_JSON).is_some(),
    };
    let text = written(material(&finished), &scenarios, facts, &wanted.languages);
    let path = match &wanted.output {
        Some(path) => {
            if path.exists() && !wanted.force {
                return Err(Failure::Exists(path.clone()));
            }
            write_file(path, text.as_bytes())?;
            path.clone()
        }
        None => {
            let (mut folder, manifest) = RunFolder::open(&wanted.run)?;
            folder.write(names::REPORT, text.as_bytes())?;
            folder.update(manifest)?;
            wanted.run.join(names::REPORT)
        }
    };
    print::to_stdout(&(words::written(lang, path.display()) + "\n"))
}

/// Writes the report of a run that has just ended into its folder.
pub fn of_run(folder: &mut RunFolder, run: Material<'_>, scenarios: &[Scenario], lang: Lang) -> Result<(), Failure> {
    let facts = Facts {
        asked: scenarios.first().map_or(0, |scenario| scenario.run.replications),
        lock_file: lock_file_digest(),
        solved: folder.files().iter().any(|file| file.name == SOLVE_JSON),
    };
    let text = written(run, scenarios, facts, &[lang]);
    Ok(folder.write(names::REPORT, text.as_bytes())?)
}

/// What stands in the manifest alone.
struct Facts {
    asked: u32,
    lock_file: String,
    solved: bool,
}

fn written(run: Material<'_>, scenarios: &[Scenario], facts: Facts, languages: &[Lang]) -> String {
    let summary = run.summary;
    let warnings = |place: usize, lang: Lang| {
        let scenario = scenarios.get(place);
        scenario.map_or_else(Vec::new, |scenario| {
            warnings::of(scenario, &summary.scenarios[place], summary.replications, lang)
        })
    };
    let mut source = Source {
        run,
        scenarios,
        has_fund: scenarios.iter().map(warnings::has_fund).collect(),
        warnings: &warnings,
        asked: facts.asked,
        lock_file: facts.lock_file,
        solved: facts.solved.then_some(SOLVE_JSON),
    };
    match languages {
        [first, second, ..] => {
            let first = document(&mut source, *first);
            html_in_both(&first, &document(&mut source, *second))
        }
        [one] => html(&document(&mut source, *one)),
        [] => String::new(),
    }
}
