//! `lendmix run`: simulate, write the run folder, print the answer.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::engine::{self, Study};
use crate::model::county::County;
use crate::output::{Finished, RunFacts, RunFolder, RunWriter, ScenarioInfo, store_inputs};
use crate::scenario::{Scenario, Tables};
use crate::text::Lang;

use super::arguments::RunArguments;
use super::failure::{Difference, Failure};
use super::progress::Watch;
use super::{Outcome, answer, chart, print};

/// Simulates the scenarios that were asked for.
pub fn run(wanted: &RunArguments, command: &[OsString], lang: Lang) -> Outcome {
    let started = SystemTime::now();
    let scenarios = load(wanted)?;
    let settings = &scenarios[0].run;
    if !cfg!(feature = "parquet") && settings.tables != Tables::NONE {
        return Err(Failure::NoParquet);
    }
    let path = folder_path(wanted, &scenarios);
    let folder = RunFolder::create(&path, wanted.force)?;
    let counties: Vec<County> = scenarios.iter().map(Scenario::county).collect();
    let infos: Vec<ScenarioInfo> =
        scenarios.iter().zip(&counties).map(|(scenario, county)| info(scenario, county)).collect();
    let mut writer = RunWriter::create(folder, infos, 0, settings.tables, 0)?;
    let threads = wanted.threads.unwrap_or_else(machine_threads);
    let watch = Watch::begin(settings.replications, wanted.quiet, lang);
    let study = Study { counties };
    let done = engine::run(&study, 0..settings.replications, threads, &watch, |scenario, chunk| {
        writer.append(scenario, chunk)
    })?;
    watch.end();
    let stopped = Failure::Stopped { folder: path.clone(), done, asked: settings.replications };
    if done == 0 {
        return Err(stopped);
    }
    let Finished { mut folder, summary, mut values } = writer.finish()?;
    // A chart that cannot be drawn is told, and takes nothing of the run with it.
    let charts = chart::draw_all(&mut folder, &scenarios, &summary, lang).unwrap_or_else(|failure| {
        failure.report(lang);
        Vec::new()
    });
    let inputs = store_inputs(&mut folder, &scenarios)?;
    let pages = answer::pages(&scenarios, &summary, &mut values, lang)?;
    let facts = RunFacts {
        command: command.iter().map(|word| word.to_string_lossy().into_owned()).collect(),
        scenarios: inputs,
        seed: settings.seed,
        replications_asked: settings.replications,
        replications_done: done,
        threads,
        started,
        finished: SystemTime::now(),
    };
    let manifest = folder.complete(&facts)?;
    match (wanted.quiet, wanted.json) {
        (_, true) => print::to_stdout(&answer::json(&pages, &summary, &manifest, &path)?)?,
        (false, false) => {
            print::to_stdout(&format!("{}\n{}", answer::text(&pages), answer::footer(&path, &charts, &manifest, lang)))?
        }
        (true, false) => {}
    }
    if done < settings.replications { Err(stopped) } else { Ok(()) }
}

/// Loads all scenarios, with the options of the command line on top; every mistake of every file at once.
fn load(wanted: &RunArguments) -> Result<Vec<Scenario>, Failure> {
    let (mut scenarios, mut broken) = (Vec::new(), Vec::new());
    for file in &wanted.files {
        match Scenario::load(file) {
            Ok(scenario) => scenarios.push(scenario),
            Err(diagnostics) => broken.push(diagnostics),
        }
    }
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

fn tables(typed: &str) -> Result<Tables, Failure> {
    Tables::parse(typed).ok_or_else(|| Failure::Tables(typed.to_string()))
}

/// Scenarios of one run share calendar, replications, seed and the way of drawing the population.
fn compatible(scenarios: &[Scenario]) -> Result<(), Failure> {
    let first = &scenarios[0];
    let mut differences = Vec::new();
    for (index, other) in scenarios.iter().enumerate().skip(1) {
        if scenarios[..index].iter().any(|before| before.name == other.name) {
            return Err(Failure::SameName(other.name.clone()));
        }
        let pairs = shared_settings(first).into_iter().zip(shared_settings(other));
        differences.extend(pairs.filter(|(one, another)| one != another).map(|((key, one), (_, another))| {
            Difference { key, first: (first.name.clone(), one), other: (other.name.clone(), another) }
        }));
    }
    if differences.is_empty() { Ok(()) } else { Err(Failure::Incompatible(differences)) }
}

fn shared_settings(scenario: &Scenario) -> [(&'static str, String); 5] {
    let run = &scenario.run;
    [
        ("run.start", run.start.to_string()),
        ("run.months", run.months.to_string()),
        ("run.replications", run.replications.to_string()),
        ("run.seed", run.seed.to_string()),
        ("run.population", run.population.key().to_string()),
    ]
}

/// The run folder: what `--output` says, else `outputs/<name>`; the folder `outputs` is made if need be.
fn folder_path(wanted: &RunArguments, scenarios: &[Scenario]) -> PathBuf {
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

/// Threads: what a batch system grants, else what the machine has.
pub fn machine_threads() -> usize {
    let granted = std::env::var("SLURM_CPUS_PER_TASK").ok().and_then(|cpus| cpus.parse().ok()).filter(|cpus| *cpus > 0);
    granted.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}

fn info(scenario: &Scenario, county: &County) -> ScenarioInfo {
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
