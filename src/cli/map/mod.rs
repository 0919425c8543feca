//! `lendmix map`: every mix of the three modes on the same luck.

mod page;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::engine::{self, Keep, Study};
use crate::model::county::County;
use crate::model::policy::PerMode;
use crate::output::{
    AXES, MapMix, MapSummary, MapWriter, OUTREACH, RunFacts, RunFolder, ScenarioText, lock_file_digest, store_inputs,
};
use crate::report::{MixesSource, Reading};
use crate::scenario::{Override, Scenario, Tables};
use crate::text::Lang;
use crate::units::Share;

use super::arguments::MapArguments;
use super::failure::Failure;
use super::progress::Watch;
use super::{Outcome, chart, print, study, warnings};

/// A mix that gives every mode a share: a file that can be read with it can be read with every other.
const INTERIOR: &str = "34/33/33";

/// A finished map.
struct Finished {
    today: Scenario,
    summary: MapSummary,
    /// What it comes to, by its report.
    reading: Reading,
    folder: PathBuf,
}

/// Maps what was asked for.
pub fn run(wanted: &MapArguments, command: &[OsString], lang: Lang) -> Outcome {
    let started = SystemTime::now();
    let axes = axes(&wanted.axes)?;
    let (today, interior) = load(wanted)?;
    let rows = rows(wanted, &today)?;
    let path =
        wanted.study.output.clone().unwrap_or_else(|| PathBuf::from("outputs").join(format!("{}-map", today.name)));
    let wanted_at = super::arguments::StudyArguments { output: Some(path.clone()), ..wanted.study.clone() };
    let folder = RunFolder::create(&study::folder_path(&wanted_at, &[]), wanted.study.force)?;
    let points = points(&today, &interior, wanted.steps);
    let mut texts: Vec<ScenarioText> = points.iter().map(|point| point.text.clone()).collect();
    let settings = today.run.clone();
    let threads = study::threads(wanted.study.threads);
    let (mixes, study, index) = study_of(&today, &interior, points);
    let mut writer = MapWriter::create(folder, mixes, index, axes, rows)?;
    let watch = Watch::begin(settings.replications, wanted.study.quiet, lang);
    let done = engine::run(&study, 0..settings.replications, threads, &watch, |mix, chunk| writer.append(mix, chunk))?;
    watch.end();
    if done == 0 {
        return Err(Failure::Stopped { folder: path, done, asked: settings.replications });
    }
    let (mut folder, summary) = writer.finish()?;
    // The file itself is kept: every mix of the map can be run from it.
    if let (Some(text), Some(stored)) =
        (texts.get_mut(index), store_inputs(&mut folder, std::slice::from_ref(&today))?.pop())
    {
        *text = ScenarioText { name: text.name.clone(), ..stored };
    }
    let command: Vec<String> = command.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let source = MixesSource {
        map: &summary,
        today: Some(&today),
        seed: settings.seed,
        asked: settings.replications,
        digest: chart::run_digest(folder.files()),
        lock_file: lock_file_digest(),
        command: &command,
        has_fund: warnings::has_fund(&today),
    };
    let reading = chart::of_map(&mut folder, &source, lang);
    let facts = RunFacts {
        command,
        scenarios: texts,
        seed: settings.seed,
        replications_asked: settings.replications,
        replications_done: done,
        threads,
        started,
        finished: SystemTime::now(),
    };
    let manifest = folder.complete(&facts)?;
    let finished = Finished { today, summary, reading, folder: path.clone() };
    match (wanted.study.quiet, wanted.study.json) {
        (_, true) => print::to_stdout(&page::json(&finished, &manifest)?)?,
        (false, false) => print::to_stdout(&page::text(&finished, &manifest, lang))?,
        (true, false) => {}
    }
    study::finished(&manifest, &path)
}

/// The axes, one of which says who is reached.
fn axes(wanted: &[String]) -> Result<Vec<String>, Failure> {
    if wanted.is_empty() {
        return Ok(AXES.map(str::to_owned).to_vec());
    }
    if !wanted.iter().any(|axis| OUTREACH.contains(&axis.as_str())) {
        return Err(Failure::NoOutreach { axes: wanted.to_vec() });
    }
    Ok(wanted.to_vec())
}

/// The file with its own mix, and with one that gives every mode a share.
fn load(wanted: &MapArguments) -> Result<(Scenario, Scenario), Failure> {
    let file = wanted.study.files.first().cloned().unwrap_or_default();
    let with = |mix: Option<Override>| (file.clone(), wanted.study.sets.iter().cloned().chain(mix).collect());
    let mut one = study::load(&[with(None)], &wanted.study)?;
    let mut other = study::load(&[with(Some(Override::mix(INTERIOR)))], &wanted.study)?;
    // Each list holds the one scenario that was asked for.
    Ok((one.remove(0), other.remove(0)))
}

/// Whether a row for each mix and replication is kept: months and townships of a hundred mixes are no map.
fn rows(wanted: &MapArguments, today: &Scenario) -> Result<bool, Failure> {
    let asked = today.run.tables;
    match &wanted.study.tables {
        Some(typed) if asked.months || asked.townships || asked.groups => Err(Failure::MapTables(typed.clone())),
        Some(_) if asked != Tables::NONE && !cfg!(feature = "parquet") => Err(Failure::NoParquet),
        _ => Ok(asked.replications && cfg!(feature = "parquet")),
    }
}

/// A mix of the map with its scenario.
struct Point {
    shares: PerMode<Share>,
    text: ScenarioText,
    /// Its policies; none for today's mix, which has those of the file.
    policy: Option<crate::model::timetable::Timetable>,
}

/// The grid, and today's mix as a point of its own if it is not on it.
fn points(today: &Scenario, interior: &Scenario, steps: u32) -> Vec<Point> {
    let share = |k: u32| Share::new(f64::from(k) / f64::from(steps));
    let grid = (0..=steps).rev().flat_map(|a| (0..=steps - a).rev().map(move |b| (a, b, steps - a - b)));
    let mut points = Vec::new();
    for (a, b, c) in grid {
        // Every part of the steps is a share.
        let (Some(a), Some(b), Some(c)) = (share(a), share(b), share(c)) else { continue };
        let mixed = interior.mixed(PerMode([a, b, c]));
        let overrides = vec![format!("--mix {}", Override::mix_of(&mixed.mix).typed())];
        let text = ScenarioText {
            digest: mixed.digest(),
            name: mixed.name,
            text: mixed.canonical,
            overrides,
            ..text_of(today)
        };
        points.push(Point { shares: mixed.mix, text, policy: Some(mixed.policy) });
    }
    if !points.iter().any(|point| point.shares == *today.mix()) {
        points.push(Point { shares: today.mix().clone(), text: text_of(today), policy: None });
    }
    points
}

/// What the manifest says of a scenario of which the folder keeps no file.
fn text_of(scenario: &Scenario) -> ScenarioText {
    ScenarioText {
        name: scenario.name.clone(),
        digest: scenario.digest(),
        text: scenario.canonical(),
        overrides: Vec::new(),
        stored: None,
        tables: Vec::new(),
    }
}

/// The counties of the points side by side, and which is today's.
fn study_of(today: &Scenario, interior: &Scenario, points: Vec<Point>) -> (Vec<MapMix>, Study, usize) {
    let first = interior.county();
    let index = points.iter().position(|point| point.shares == *today.mix()).unwrap_or(0);
    let (mut mixes, mut counties): (Vec<MapMix>, Vec<County>) = (Vec::new(), Vec::new());
    let info = study::info(today, &first);
    for point in points {
        let policy = point.policy.unwrap_or_else(|| today.policy.clone());
        counties.push(first.under(policy));
        let info = crate::output::ScenarioInfo { name: point.text.name, digest: point.text.digest, ..info.clone() };
        mixes.push(MapMix { info, shares: point.shares.0.map(Share::get) });
    }
    (mixes, Study { counties, keep: Keep::Replications }, index)
}
