//! The figures of a run: from its numbers to files.

use crate::figures::{
    self, Background, Drawn, FIGURES, Figure, FigureError, LEVER_SEARCH, Material, Missing, Rows, Scope, Search,
};
use crate::output::{FileEntry, MapSummary, OutputError, RunFolder, RunSummary, Values, names};
use crate::plots::{self, PlotError, Style, Tone, Width};
use crate::report::{MixesSource, Reading};
use crate::scenario::Scenario;
use crate::text::Lang;

use super::failure::Failure;
use super::report;

/// Which files to draw.
#[derive(Clone)]
pub struct Drawing {
    /// The figures.
    pub figures: Vec<&'static Figure>,
    /// How they are set.
    pub style: Style,
    /// Whether SVG is written.
    pub svg: bool,
    /// Whether PNG is written.
    pub png: bool,
}

/// What came of a drawing.
#[derive(Default)]
pub struct Outcome {
    /// Names of the files, figure by figure.
    pub files: Vec<String>,
    /// Figures that could not be made, with the scenario.
    pub missing: Vec<(&'static Figure, String, Missing)>,
}

impl Drawing {
    /// What `run` draws: of one scenario everything, of several the comparison and each one's fund; of a search along
    /// a lever what it looked at.
    pub fn of_run(scenarios: usize, searched: bool, style: Style) -> Drawing {
        let wanted = |figure: &&'static Figure| match figure.scope {
            Scope::Run if figure.id == LEVER_SEARCH => searched,
            Scope::Run => scenarios > 1,
            Scope::Scenario => scenarios == 1 || figure.id == FIGURES[0].id,
            Scope::Map => false,
        };
        Drawing { figures: FIGURES.iter().filter(wanted).collect(), style, svg: true, png: true }
    }

    /// Draws into the folder. A figure that the run lacks something for is told, and the others are drawn.
    pub fn draw(&self, folder: &mut RunFolder, source: &mut Source<'_, '_>) -> Result<Outcome, Failure> {
        let mut outcome = Outcome::default();
        for figure in &self.figures {
            for scenario in 0..source.drawings(figure.scope) {
                match source.draw(figure, scenario, self.style) {
                    Ok(drawn) => outcome.files.extend(self.write(folder, &source.stem(figure, scenario), &drawn)?),
                    Err(FigureError::Missing(missing)) => {
                        outcome.missing.push((figure, source.name(scenario), missing));
                    }
                    Err(FigureError::Plot(error)) => return Err(Failure::Plot(error)),
                }
            }
        }
        Ok(outcome)
    }

    fn write(&self, folder: &mut RunFolder, stem: &str, drawn: &Drawn) -> Result<Vec<String>, Failure> {
        let png = if self.png { Some(plots::svg_to_png(&drawn.svg)?) } else { None };
        let svg = self.svg.then_some(drawn.svg.as_bytes());
        let all = [("csv", Some(drawn.csv.as_slice())), ("svg", svg), ("png", png.as_deref())];
        let mut names = Vec::with_capacity(all.len());
        for (ending, bytes) in all {
            let Some(bytes) = bytes else { continue };
            let name = format!("charts/{stem}.{ending}");
            folder.write(&name, bytes)?;
            names.push(name);
        }
        Ok(names)
    }
}

/// What is drawn from.
pub enum Source<'s, 'a> {
    /// A run.
    Run(&'s mut Material<'a>),
    /// A map of mixes with its seed and digest.
    Map(&'s MapSummary, u64, String),
}

impl Source<'_, '_> {
    fn draw(&mut self, figure: &Figure, scenario: usize, style: Style) -> Result<Drawn, FigureError> {
        match self {
            Source::Run(run) => figures::draw(figure, run, scenario, style),
            Source::Map(map, seed, digest) => figures::draw_map(figure, map, *seed, digest, style),
        }
    }

    /// How many drawings of a figure there are.
    fn drawings(&self, scope: Scope) -> usize {
        match (self, scope) {
            (Source::Run(run), Scope::Scenario) => run.summary.scenarios.len(),
            _ => 1,
        }
    }

    fn name(&self, scenario: usize) -> String {
        let name = match self {
            Source::Run(run) => run.summary.scenarios.get(scenario).map(|scenario| &scenario.name),
            Source::Map(map, ..) => map.points.get(map.today).map(|point| &point.scenario),
        };
        name.cloned().unwrap_or_default()
    }

    /// Name of the files without ending: the figure's, after the scenario's where there are several.
    fn stem(&self, figure: &Figure, scenario: usize) -> String {
        let several = self.drawings(figure.scope) > 1;
        if several { format!("{}-{}", self.name(scenario), figure.id) } else { figure.id.to_owned() }
    }
}

/// SHA-256 of the summary as the folder keeps it, which names the run.
pub fn run_digest(files: &[FileEntry]) -> String {
    files.iter().find(|file| file.name == names::SUMMARY_JSON).map(|file| file.sha256.clone()).unwrap_or_default()
}

/// Values of a run that has just ended.
pub struct Fresh<'v>(pub &'v mut Values);

impl Rows for Fresh<'_> {
    fn metric(&mut self, scenario: usize, id: &'static str) -> Result<Vec<f64>, Missing> {
        self.0.metric(scenario, id).map_err(|error| match error {
            OutputError::UnknownMetric { .. } => Missing::Summary(id),
            _ => Missing::Table(names::REPLICATIONS),
        })
    }
}

impl From<PlotError> for Failure {
    fn from(error: PlotError) -> Failure {
        Failure::Plot(error)
    }
}

/// Draws what `run` draws of a run that has just ended and writes its report; returns what the report reads from the
/// numbers, nothing where there is no report.
///
/// A chart or a report that cannot be made is told, and takes nothing of the run with it.
pub fn of_run(
    folder: &mut RunFolder,
    scenarios: &[Scenario],
    summary: &RunSummary,
    values: &mut Values,
    lang: Lang,
) -> Reading {
    of_search(folder, (scenarios, summary, values), None, lang)
}

/// [`of_run`] with what a search along a lever looked at.
pub fn of_search(
    folder: &mut RunFolder,
    (scenarios, summary, values): (&[Scenario], &RunSummary, &mut Values),
    search: Option<Search>,
    lang: Lang,
) -> Reading {
    let searched = search.is_some();
    let mut run = Material {
        summary,
        seed: scenarios[0].run.seed,
        digest: run_digest(folder.files()),
        backgrounds: scenarios.iter().map(Background::of).collect(),
        rows: Box::new(Fresh(values)),
        search,
    };
    let drawing = Drawing::of_run(scenarios.len(), searched, usual(lang));
    drawn(drawing.draw(folder, &mut Source::Run(&mut run)).map(drop), lang);
    read(report::of_run(folder, run, scenarios, lang), lang)
}

/// Draws a map of mixes that has just ended and writes its report, as [`of_run`].
pub fn of_map(folder: &mut RunFolder, source: &MixesSource<'_>, lang: Lang) -> Reading {
    let figures = FIGURES.iter().filter(|figure| figure.scope == Scope::Map).collect();
    let drawing = Drawing { figures, style: usual(lang), svg: true, png: true };
    let mut map = Source::Map(source.map, source.seed, source.digest.clone());
    drawn(drawing.draw(folder, &mut map).map(drop), lang);
    read(report::of_map(folder, source, lang), lang)
}

/// How charts are set unless somebody says otherwise.
fn usual(lang: Lang) -> Style {
    Style { width: Width::Double, tone: Tone::Colour, lang }
}

/// The reading of a report; of one that could not be made, which is told, nothing.
fn read(report: Result<Reading, Failure>, lang: Lang) -> Reading {
    report.unwrap_or_else(|failure| {
        failure.report(lang);
        Reading::default()
    })
}

/// Tells of what could not be made.
fn drawn(made: Result<(), Failure>, lang: Lang) {
    if let Err(failure) = made {
        failure.report(lang);
    }
}
