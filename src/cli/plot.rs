//! `lendmix plot`: the figures of a finished run again, without simulating.

use std::path::Path;

use crate::figures::{Background, FIGURES, Figure, LEVER_SEARCH, Material, Missing, Rows, Scope};
use crate::output::{FinishedRun, OutputError, RunFolder, TableName, is_map, names, open_map, restore_scenarios};
use crate::plots::Style;
use crate::text::Lang;
use crate::text::words::plot as words;

use super::arguments::PlotArguments;
use super::chart::{Drawing, Outcome as Drawn, Source, run_digest};
use super::failure::Failure;
use super::report::kept;
use super::{Outcome, print, search};

/// Draws the figures that were asked for into the run folder, or into a folder of their own.
pub fn run(wanted: &PlotArguments, lang: Lang) -> Outcome {
    let style = Style { width: wanted.width, tone: wanted.tone, lang };
    let searched = wanted.run.join(search::SOLVE_JSON).is_file();
    let drawing = |scopes: &[Scope]| {
        // Without a name, what the folder is a run of.
        let asked = |figure: &&Figure| match wanted.charts.as_slice() {
            [] if figure.id == LEVER_SEARCH => searched,
            [] => scopes.contains(&figure.scope),
            names => names.iter().any(|id| id == figure.id),
        };
        Drawing { figures: FIGURES.iter().filter(asked).collect(), style, svg: wanted.svg, png: wanted.png }
    };
    let drawn = if is_map(&wanted.run) {
        let (manifest, map) = open_map(&wanted.run)?;
        let mut source = Source::Map(&map, manifest.seed, run_digest(&manifest.files));
        into_folder(wanted, &drawing(&[Scope::Map]), &mut source)?
    } else {
        let finished = FinishedRun::open(&wanted.run)?;
        let several = finished.summary().scenarios.len() > 1;
        let scopes = if several { &[Scope::Scenario, Scope::Run][..] } else { &[Scope::Scenario] };
        into_folder(wanted, &drawing(scopes), &mut Source::Run(&mut material(&finished)?))?
    };
    told(&drawn, wanted.output.as_deref().unwrap_or(&wanted.run), lang)?;
    if drawn.missing.is_empty() || wanted.charts.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

/// Draws into the folder that was asked for, else into the run's, whose manifest then lists what was drawn.
fn into_folder(wanted: &PlotArguments, drawing: &Drawing, source: &mut Source<'_, '_>) -> Result<Drawn, Failure> {
    if let Some(path) = &wanted.output {
        let mut folder = RunFolder::create(path, false)?;
        let drawn = drawing.draw(&mut folder, source)?;
        folder.keep();
        return Ok(drawn);
    }
    let (mut folder, manifest) = RunFolder::open(&wanted.run)?;
    let drawn = drawing.draw(&mut folder, source)?;
    folder.update(manifest)?;
    Ok(drawn)
}

/// A finished run as its figures see it.
pub fn material(run: &FinishedRun) -> Result<Material<'_>, Failure> {
    Ok(Material {
        summary: run.summary(),
        seed: run.manifest().seed,
        digest: run_digest(&run.manifest().files),
        backgrounds: backgrounds(run)?,
        rows: Box::new(Stored(run)),
        search: search::stored(run),
    })
}

/// Fund and rules of each scenario, where the folder keeps what it was simulated from.
fn backgrounds(run: &FinishedRun) -> Result<Vec<Background>, Failure> {
    let scenarios = kept(restore_scenarios(run.path(), run.manifest()))?;
    Ok(scenarios.map_or_else(
        || vec![Background::default(); run.summary().scenarios.len()],
        |scenarios| scenarios.iter().map(Background::of).collect(),
    ))
}

/// Values of a finished run.
struct Stored<'r>(&'r FinishedRun);

impl Rows for Stored<'_> {
    fn metric(&mut self, scenario: usize, id: &'static str) -> Result<Vec<f64>, Missing> {
        let name = &self.0.summary().scenarios[scenario].name;
        self.0.column(TableName::Replications, name, id).map_err(|error| match error {
            OutputError::NoColumn { .. } => Missing::Summary(id),
            _ => Missing::Table(names::REPLICATIONS),
        })
    }
}

/// The files to standard output, what could not be drawn to standard error.
fn told(drawn: &Drawn, folder: &Path, lang: Lang) -> Outcome {
    for (figure, scenario, missing) in &drawn.missing {
        let why = why(missing, lang);
        print::to_stderr(&words::not_drawn(lang, figure.id, scenario, why));
    }
    let paths = drawn.files.iter().map(|name| folder.join(name).display().to_string() + "\n");
    print::to_stdout(&paths.collect::<String>())
}

/// What a figure lacks, in words.
pub fn why(missing: &Missing, lang: Lang) -> String {
    match missing {
        Missing::Table(table) => words::needs_table(lang, table),
        Missing::Summary(id) => words::lacks_metric(lang, id),
        Missing::Scenarios => words::one_scenario(lang).to_owned(),
        Missing::Search => words::no_search(lang).to_owned(),
        Missing::Map => words::is_of_map(lang).to_owned(),
        Missing::Run => words::only_map(lang).to_owned(),
        Missing::Nothing => words::nothing_happened(lang).to_owned(),
    }
}
