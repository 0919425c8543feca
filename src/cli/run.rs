//! `lendmix run`: simulate, write the run folder, print the answer.

use std::ffi::OsString;

use crate::text::Lang;

use super::arguments::StudyArguments;
use super::{Outcome, answer, chart, inline, print, study};

/// Simulates the scenarios that were asked for.
pub fn run(wanted: &StudyArguments, command: &[OsString], lang: Lang) -> Outcome {
    let scenarios = study::load(&study::plans(&wanted.files, &wanted.sets, &wanted.mixes), wanted)?;
    let (mut done, mut folder) = study::simulate(scenarios, &study::Watched::default(), wanted, lang)?;
    let reading = chart::of_run(&mut folder, &done.scenarios, &done.summary, &mut done.values, lang);
    let pages = answer::pages(&done.scenarios, &done.summary, lang);
    let manifest = done.complete(folder, command)?;
    match (wanted.quiet, wanted.json) {
        (_, true) => print::to_stdout(&answer::json(&pages, &reading, &done.summary, &manifest, &done.path)?)?,
        (false, false) => {
            let text = answer::text(&pages, reading.get(lang), inline::wanted(wanted.plain));
            print::to_stdout(&format!("{text}\n{}", answer::footer(&done.path, &manifest, lang)))?
        }
        (true, false) => {}
    }
    study::finished(&manifest, &done.path)
}
