//! Figures: from a finished run to charts. Each is a pure preparation (numbers of the run to the data of a chart, and
//! the same numbers as a table) and one entry in the list; drawing is the business of [`crate::plots`].
//!
//! A figure knows what it needs of a run. What the run does not have is told as [`Missing`], never drawn as zero.
//! The same run gives the same bytes, whether it has just ended or is drawn again from its folder.

mod comparison;
mod csv;
mod deciles;
mod fund;
mod gains;
mod lever;
mod list;
mod losses;
mod material;
mod mixes;
mod recovery;
mod townships;

pub use csv::Csv;
pub use lever::{LeverKind, Search, SearchPoint};
pub use list::{FIGURES, Figure, LEVER_SEARCH, Need, Prepare, Scope, figure};
pub use material::{Background, Material, Missing, Rows};

use crate::output::{MapSummary, RunSummary, ScenarioSummary};
use crate::plots::{self, Body, PlotError, Sheet, Style};
use crate::text::words::figures as words;
use crate::text::{Lang, whole};

/// The data of a chart and the same numbers as a table.
pub struct Prepared {
    /// What is drawn.
    pub body: Box<dyn Body>,
    /// The numbers behind it.
    pub csv: Csv,
    /// Words added to the figure's own on how to read it.
    pub note: Option<String>,
}

impl Prepared {
    fn new(body: impl Body + 'static, csv: Csv) -> Prepared {
        Prepared { body: Box::new(body), csv, note: None }
    }
}

/// Why a figure was not drawn.
#[derive(Debug)]
pub enum FigureError {
    /// The run does not have what it shows.
    Missing(Missing),
    /// The chart could not be made.
    Plot(PlotError),
}

impl From<PlotError> for FigureError {
    fn from(error: PlotError) -> FigureError {
        match error {
            PlotError::NoValues => FigureError::Missing(Missing::Nothing),
            other => FigureError::Plot(other),
        }
    }
}

impl From<Missing> for FigureError {
    fn from(missing: Missing) -> FigureError {
        FigureError::Missing(missing)
    }
}

/// A drawn figure: its SVG, and its numbers for a spreadsheet.
pub struct Drawn {
    /// The chart.
    pub svg: String,
    /// The numbers, UTF-8 with a byte order mark.
    pub csv: Vec<u8>,
}

/// Draws `figure` of scenario number `scenario` of a run (of figures of the whole run, any).
pub fn draw(figure: &Figure, run: &mut Material<'_>, scenario: usize, style: Style) -> Result<Drawn, FigureError> {
    let Prepare::Run(prepare) = figure.prepare else { return Err(Missing::Map.into()) };
    let prepared = prepare(run, scenario, style.lang)?;
    drawn(figure, &prepared, &run.about(figure, scenario, style.lang), style)
}

/// Draws `figure` of a map.
pub fn draw_map(
    figure: &Figure,
    map: &MapSummary,
    seed: u64,
    digest: &str,
    style: Style,
) -> Result<Drawn, FigureError> {
    let Prepare::Map(prepare) = figure.prepare else { return Err(Missing::Run.into()) };
    let prepared = prepare(map, style.lang)?;
    let today = map.points.get(map.today).ok_or(Missing::Nothing)?;
    let (mixes, name) = (map.points.len(), drawable(&today.scenario));
    let about = About {
        of: words::scenario_mixes(style.lang, name, mixes),
        version: map.version.clone(),
        replications: map.replications,
        seed,
        digest: digest.to_owned(),
        scenarios: vec![(today.scenario.clone(), today.digest.clone())],
    };
    drawn(figure, &prepared, &about, style)
}

/// A scenario's title, else its name; with what was set over the file where several scenarios have one title.
pub fn title(scenario: &ScenarioSummary, summary: &RunSummary, lang: Lang) -> String {
    let of = |scenario: &ScenarioSummary| -> String {
        let title = lang.pick(&scenario.title_en, &scenario.title_zh);
        if title.is_empty() { scenario.name.clone() } else { title.clone() }
    };
    let own = of(scenario);
    let set_over = |scenario: &ScenarioSummary| scenario.name.contains('@');
    let shared = |alike: &dyn Fn(&ScenarioSummary) -> bool| {
        summary.scenarios.iter().filter(|other| alike(other) && of(other) == own).count() > 1
    };
    match scenario.name.split_once('@') {
        Some((_, set)) if shared(&|_| true) => words::title_with(lang, own, set),
        // A file keeps its title beside its own variants.
        None if own != scenario.name && shared(&|other| !set_over(other)) => {
            words::title_with(lang, own, &scenario.name)
        }
        _ => own,
    }
}

/// What a figure is of.
struct About {
    /// In words.
    of: String,
    version: String,
    replications: u32,
    seed: u64,
    digest: String,
    /// Names and digests.
    scenarios: Vec<(String, String)>,
}

fn drawn(figure: &Figure, prepared: &Prepared, about: &About, style: Style) -> Result<Drawn, FigureError> {
    let lang = style.lang;
    let reading = (figure.reading)(lang);
    // Chinese sets no space between sentences.
    let joint = if lang == Lang::En { " " } else { "" };
    let sheet = Sheet {
        style,
        title: (figure.title)(lang).to_owned(),
        reading: prepared.note.as_ref().map_or_else(|| reading.to_owned(), |note| format!("{reading}{joint}{note}")),
        caption: caption(about, lang),
        facts: facts(figure, about, style),
    };
    Ok(Drawn { svg: plots::draw(&sheet, prepared.body.as_ref())?, csv: prepared.csv.bytes() })
}

/// Characters of a digest that a caption shows.
const DIGEST: usize = 12;

fn caption(about: &About, lang: Lang) -> String {
    let replications = whole(i64::from(about.replications));
    let digest = about.digest.get(..DIGEST).unwrap_or(&about.digest);
    words::caption(lang, &about.of, replications, about.seed, digest)
}

fn facts(figure: &Figure, about: &About, style: Style) -> plots::Facts {
    let joined = |of: fn(&(String, String)) -> &str| about.scenarios.iter().map(of).collect::<Vec<_>>().join(" ");
    vec![
        ("program", "lendmix".to_owned()),
        ("version", about.version.clone()),
        ("chart", figure.id.to_owned()),
        ("scenario", joined(|(name, _)| name)),
        ("scenario-digest", joined(|(_, digest)| digest)),
        ("replications", about.replications.to_string()),
        ("seed", about.seed.to_string()),
        ("run-digest", about.digest.clone()),
        ("language", style.lang.key().to_owned()),
        ("width", style.width.key().to_owned()),
        ("colour", style.tone.key().to_owned()),
    ]
}

impl Material<'_> {
    fn about(&self, figure: &Figure, scenario: usize, lang: Lang) -> About {
        let summary = self.summary;
        let (of, scenarios) = match figure.scope {
            // A search is about the scenario it was asked of; its answer stands beside that in the run.
            Scope::Run if figure.id == LEVER_SEARCH => {
                (scenario_words(self.scenario(0), lang), summary.scenarios.get(..1).unwrap_or_default())
            }
            Scope::Scenario => (scenario_words(self.scenario(scenario), lang), &summary.scenarios[scenario..=scenario]),
            Scope::Run | Scope::Map => (scenarios_words(summary, lang), summary.scenarios.as_slice()),
        };
        About {
            of,
            version: summary.version.clone(),
            replications: summary.replications,
            seed: self.seed,
            digest: self.digest.clone(),
            scenarios: scenarios.iter().map(|s| (s.name.clone(), s.digest.clone())).collect(),
        }
    }
}

fn scenario_words(scenario: &ScenarioSummary, lang: Lang) -> String {
    let title = drawable(lang.pick(&scenario.title_en, &scenario.title_zh));
    let name = drawable(&scenario.name);
    match title.is_empty() || title == name {
        true => words::scenario(lang, name),
        false => words::scenario_titled(lang, name, title),
    }
}

fn scenarios_words(summary: &RunSummary, lang: Lang) -> String {
    let n = summary.scenarios.len();
    let baseline = summary.comparisons.first().map_or("–", |compared| compared.baseline.as_str());
    words::scenarios(lang, n, drawable(baseline))
}

/// A text of a user's with a box in place of each character that the chart font does not have.
fn drawable(text: &str) -> String {
    let known = |character: char| plots::check_text(character.encode_utf8(&mut [0; 4])).is_ok();
    text.chars().map(|character| if known(character) { character } else { '□' }).collect()
}

#[cfg(test)]
mod tests;
