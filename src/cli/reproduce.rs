//! `lendmix reproduce`: simulates a finished run again from its own folder and compares every file of results.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::output::{FinishedRun, Manifest, OtherProgram, names, restore_scenarios};
use crate::text::Lang;
use crate::text::words::reproduce as words;

use super::arguments::StudyArguments;
use super::explain::failure::ExplainFailure;
use super::failure::Failure;
use super::solve::{SOLVE_CSV, SOLVE_JSON};
use super::{Outcome, print, study};

/// A file of the run and what became of it.
struct Compared {
    name: String,
    found: Found,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Same,
    Different,
    NotMade,
    /// Written by another command than the one that simulated: nothing to compare with.
    Added,
}

/// Simulates the run in `folder` again, beside it; what is equal is taken away again.
pub fn run(folder: &Path, threads: Option<usize>, quiet: bool, command: &[OsString], lang: Lang) -> Outcome {
    let before = FinishedRun::open(folder)?;
    let mut scenarios = restore_scenarios(folder, before.manifest()).map_err(ExplainFailure::Restore)?;
    for scenario in &mut scenarios {
        // A run that was stopped is reproduced as far as it went.
        scenario.set_replications(before.manifest().replications_done, "reproduce");
    }
    let place = beside(folder);
    let wanted = StudyArguments {
        files: Vec::new(),
        sets: Vec::new(),
        mixes: Vec::new(),
        replications: None,
        seed: None,
        threads,
        output: Some(place.clone()),
        force: false,
        quiet,
        plain: true,
        json: false,
        tables: None,
    };
    let first = before.summary().comparisons.first();
    let baseline =
        first.and_then(|first| before.summary().scenarios.iter().position(|scenario| scenario.name == first.baseline));
    let headline = first.map(|first| {
        let shown = first.effects.iter().filter(|effect| effect.headline);
        shown.map(|effect| effect.id.clone()).collect()
    });
    let watched = study::Watched { baseline: baseline.unwrap_or(0), headline };
    let (done, run_folder) = study::simulate(scenarios, &watched, &wanted, lang)?;
    let after = done.complete(run_folder, command)?;
    let compared = compare(before.manifest(), &after);
    let same = compared.iter().all(|file| matches!(file.found, Found::Same | Found::Added));
    if same {
        // What cannot be taken away is left; the files are equal in any case.
        let _ = std::fs::remove_dir_all(&place);
    }
    print::to_stdout(&words(&compared, OtherProgram::of(before.manifest()), same, &place, lang))?;
    if same { Ok(()) } else { Err(Failure::Told) }
}

/// A folder beside the run that does not exist yet.
fn beside(folder: &Path) -> PathBuf {
    let name = |n: u32| {
        let mut name = folder.as_os_str().to_owned();
        name.push(if n == 0 { ".again".to_owned() } else { format!(".again-{n}") });
        PathBuf::from(name)
    };
    let first = (0..).map(name).find(|path| !path.exists());
    first.unwrap_or_else(|| name(0))
}

/// Every file of results. Charts are left out, for they depend on language and style as well; so are the inputs,
/// which were found unchanged when they were read.
fn compare(before: &Manifest, after: &Manifest) -> Vec<Compared> {
    let left_out = ["charts/".to_owned(), format!("{}/", names::INPUTS)];
    let results = before.files.iter().filter(|entry| !left_out.iter().any(|folder| entry.name.starts_with(folder)));
    let added = |name: &str| name.starts_with("explain/") || [SOLVE_CSV, SOLVE_JSON].contains(&name);
    let found = |entry: &crate::output::FileEntry| match after.file(&entry.name) {
        None if added(&entry.name) => Found::Added,
        None => Found::NotMade,
        Some(again) if again.sha256 == entry.sha256 => Found::Same,
        Some(_) => Found::Different,
    };
    results.map(|entry| Compared { name: entry.name.clone(), found: found(entry) }).collect()
}

fn words(compared: &[Compared], other: Option<OtherProgram>, same: bool, place: &Path, lang: Lang) -> String {
    let mut text = String::new();
    for file in compared {
        let found = match file.found {
            Found::Same => words::same(lang),
            Found::Different => words::different(lang),
            Found::NotMade => words::not_made(lang),
            Found::Added => words::added(lang),
        };
        text.push_str(&words::file(lang, &file.name, found));
    }
    if other.is_some() {
        text.push_str(words::other_program(lang));
    }
    text.push_str(&match same {
        true => words::reproduced(lang).to_owned(),
        false => words::not_reproduced(lang, place.display()),
    });
    text
}
