//! What every command that simulates has in common: loading scenarios with what the command line sets over them,
//! refusing those that cannot stand side by side, and running them into a run folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::engine::{self, Study};
use crate::model::county::County;
use crate::output::{
    Finished, Manifest, RunFacts, RunFolder, RunSummary, RunWriter, ScenarioInfo, Values, store_inputs,
};
use crate::scenario::{Diagnostics, Override, Scenario, SharedSetting, Tables};
use crate::text::Lang;

use super::arguments::StudyArguments;
use super::failure::{Difference, Failure};
use super::progress::Watch;

/// A scenario to load: a file and what is set over it.
pub type Plan = (PathBuf, Vec<Override>);

/// Each file with what is set over it; where mixes are given, once for each mix.
pub fn plans(files: &[PathBuf], sets: &[Override], mixes: &[Override]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for file in files {
        let with = |mix: Option<&Override>| (file.clone(), sets.iter().chain(mix).cloned().collect());
        match mixes {
            [] => plans.push(with(None)),
            mixes => plans.extend(mixes.iter().map(|mix| with(Some(mix)))),
        }
    }
    plans
}

/// Refuses options that set one key twice: which of the two was meant cannot be known.
pub fn each_key_once(sets: &[Override]) -> Result<(), Failure> {
    let mut seen: Vec<(String, &Override)> = Vec::new();
    for set in sets {
        let Some(key) = set.key() else { continue };
        if let Some((_, first)) = seen.iter().find(|(before, _)| *before == key) {
            let typed = [first.typed().to_owned(), set.typed().to_owned()];
            return Err(Failure::SetTwice { option: set.option(), key, typed });
        }
        seen.push((key, set));
    }
    Ok(())
}

/// Loads scenarios, with the options of the command line on top; every mistake of every file at once.
pub fn load(plans: &[Plan], wanted: &StudyArguments) -> Result<Vec<Scenario>, Failure> {
    each_key_once(&wanted.sets)?;
    let (mut scenarios, broken) = read(plans);
    if !broken.is_empty() {
        return Err(Failure::Scenario(broken));
    }
    let tables = wanted.tables.as_deref().map(tables).transpose()?;
    for scenario in &mut scenarios {
        if let Some(replications) = wanted.replications {
            scenario.set_replications(replications, "--replications");
        }
        if let Some(seed) = wanted.seed {
            scenario.set_seed(seed, "--seed");
        }
        if let Some(tables) = tables {
            scenario.set_tables(tables, "--tables");
        }
    }
    compatible(&scenarios)?;
    Ok(scenarios)
}

/// The scenarios that are valid, and the mistakes of the others.
pub fn read(plans: &[Plan]) -> (Vec<Scenario>, Vec<Diagnostics>) {
    let (mut valid, mut broken) = (Vec::new(), Vec::new());
    for (file, overrides) in plans {
        match Scenario::load_with(file, overrides) {
            Ok(scenario) => valid.push(scenario),
            // A mistake of the file itself comes again with each mix that is set over it.
            Err(again) if broken.iter().any(|told: &Diagnostics| told.to_string() == again.to_string()) => {}
            Err(diagnostics) => broken.push(diagnostics),
        }
    }
    (valid, broken)
}

fn tables(typed: &str) -> Result<Tables, Failure> {
    Tables::parse(typed).ok_or_else(|| Failure::Tables(typed.to_string()))
}

/// Scenarios of one run have the same calendar, replications, seed and households.
fn compatible(scenarios: &[Scenario]) -> Result<(), Failure> {
    let Some((first, others)) = scenarios.split_first() else { return Ok(()) };
    let settings = first.shared_settings();
    let mut differences = Vec::new();
    for (index, other) in others.iter().enumerate() {
        if scenarios[..=index].iter().any(|before| before.name == other.name) {
            return Err(Failure::SameName(other.name.clone()));
        }
        differences.extend(differing((first, &settings), other));
    }
    if differences.is_empty() { Ok(()) } else { Err(Failure::Incompatible(differences)) }
}

/// The keys in which a scenario differs from the first; what one of them does not write is shown as a dash.
fn differing<'a>(
    (first, settings): (&'a Scenario, &'a [SharedSetting]),
    other: &'a Scenario,
) -> impl Iterator<Item = Difference> + use<'a> {
    let others = other.shared_settings();
    let mut keys: Vec<String> = settings.iter().chain(&others).map(|setting| setting.key.clone()).collect();
    let mut seen = std::collections::BTreeSet::new();
    keys.retain(|key| seen.insert(key.clone()));
    keys.into_iter().filter_map(move |key| {
        let one = settings.iter().find(|setting| setting.key == key);
        let another = others.iter().find(|setting| setting.key == key);
        let shown = |setting: Option<&SharedSetting>| setting.map_or("–".to_owned(), |s| s.shown.clone());
        (one != another).then(|| Difference {
            first: (first.name.clone(), shown(one)),
            other: (other.name.clone(), shown(another)),
            key,
        })
    })
}

/// A simulated study whose tables and summary are written.
pub struct Simulated {
    /// The scenarios.
    pub scenarios: Vec<Scenario>,
    /// Where the run folder is.
    pub path: PathBuf,
    /// The summary.
    pub summary: RunSummary,
    /// The values of every replication.
    pub values: Values,
    done: u32,
    threads: usize,
    /// When the command began.
    pub started: SystemTime,
}

/// Which scenario the others are compared with, and by which metrics above all.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// Index of the baseline.
    pub baseline: usize,
    /// Headline metrics; the usual ones if absent.
    pub headline: Option<Vec<String>>,
}

/// Simulates scenarios side by side into the run folder that was asked for.
/// The folder is handed on without its manifest, which [`Simulated::complete`] writes.
///
/// # Errors
///
/// The folder, or [`Failure::Stopped`] before anything is done.
pub fn simulate(
    scenarios: Vec<Scenario>,
    watched: &Watched,
    wanted: &StudyArguments,
    lang: Lang,
) -> Result<(Simulated, RunFolder), Failure> {
    let started = SystemTime::now();
    // A study has at least one scenario: its command takes at least one file.
    let settings = scenarios[0].run.clone();
    if !cfg!(feature = "parquet") && settings.tables != Tables::NONE {
        return Err(Failure::NoParquet);
    }
    let path = folder_path(wanted, &scenarios);
    let folder = RunFolder::create(&path, wanted.force)?;
    let counties: Vec<County> = scenarios.iter().map(Scenario::county).collect();
    let infos = scenarios.iter().zip(&counties).map(|(scenario, county)| info(scenario, county)).collect();
    let mut writer = RunWriter::create(folder, infos, watched.baseline, settings.tables, 0)?;
    if let Some(ids) = &watched.headline {
        writer = writer.headline(ids.clone())?;
    }
    let threads = threads(wanted.threads);
    let watch = Watch::begin(settings.replications, wanted.quiet, lang);
    let study = Study::new(counties);
    let done = engine::run(&study, 0..settings.replications, threads, &watch, |scenario, chunk| {
        writer.append(scenario, chunk)
    })?;
    watch.end();
    if done == 0 {
        return Err(Failure::Stopped { folder: path, done, asked: settings.replications });
    }
    let Finished { folder, summary, values } = writer.finish()?;
    Ok((Simulated { scenarios, path, summary, values, done, threads, started }, folder))
}

impl Simulated {
    /// Writes the manifest.
    pub fn complete(&self, mut folder: RunFolder, command: &[OsString]) -> Result<Manifest, Failure> {
        let settings = &self.scenarios[0].run;
        let facts = RunFacts {
            command: command.iter().map(|word| word.to_string_lossy().into_owned()).collect(),
            scenarios: store_inputs(&mut folder, &self.scenarios)?,
            seed: settings.seed,
            replications_asked: settings.replications,
            replications_done: self.done,
            threads: self.threads,
            started: self.started,
            finished: SystemTime::now(),
        };
        Ok(folder.complete(&facts)?)
    }
}

/// A run that was stopped by the user has failed, whatever it kept.
pub fn finished(manifest: &Manifest, folder: &Path) -> Result<(), Failure> {
    let (done, asked) = (manifest.replications_done, manifest.replications_asked);
    if manifest.complete { Ok(()) } else { Err(Failure::Stopped { folder: folder.to_path_buf(), done, asked }) }
}

/// The run folder: what `--output` says, else `outputs/<name>`; the folder `outputs` is made if need be.
pub fn folder_path(wanted: &StudyArguments, scenarios: &[Scenario]) -> PathBuf {
    let outputs = Path::new("outputs");
    if wanted.output.as_ref().is_none_or(|path| path.starts_with(outputs)) {
        // If it cannot be made, the run folder's own check says why.
        let _ = std::fs::create_dir(outputs);
    }
    if let Some(path) = &wanted.output {
        return path.clone();
    }
    let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    let name = match names.as_slice() {
        [first, second, third, rest @ ..] if !rest.is_empty() => format!("{first}+{second}+{third}+{}", rest.len()),
        few => few.join("+"),
    };
    outputs.join(name)
}

/// Threads: what was asked for, what a batch system grants, else what the machine has.
pub fn threads(wanted: Option<usize>) -> usize {
    let granted = || std::env::var("SLURM_CPUS_PER_TASK").ok()?.parse().ok().filter(|cpus| *cpus > 0);
    let machine = || std::thread::available_parallelism().map_or(1, usize::from);
    wanted.or_else(granted).unwrap_or_else(machine)
}

/// What the tables of a run say of a scenario.
pub fn info(scenario: &Scenario, county: &County) -> ScenarioInfo {
    ScenarioInfo {
        name: scenario.name.clone(),
        title_en: scenario.title.en.clone(),
        title_zh: scenario.title.zh.clone(),
        digest: scenario.digest(),
        start: scenario.run.start,
        months: scenario.run.months,
        townships: county.townships(),
        years: scenario.run.years().collect(),
    }
}
