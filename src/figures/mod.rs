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
mod list;
mod losses;
mod material;
mod recovery;
mod townships;

pub use csv::Csv;
pub use list::{FIGURES, Figure, Need, Scope, figure};
pub use material::{Background, Material, Missing, Rows};

use crate::plots::{self, Body, PlotError, Sheet, Style};
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
    let prepared = (figure.prepare)(run, scenario, style.lang)?;
    let sheet = sheet(figure, run, scenario, &prepared, style);
    Ok(Drawn { svg: plots::draw(&sheet, prepared.body.as_ref())?, csv: prepared.csv.bytes() })
}

fn sheet(figure: &Figure, run: &Material<'_>, scenario: usize, prepared: &Prepared, style: Style) -> Sheet {
    let lang = style.lang;
    let reading = lang.pick(figure.reading_en, figure.reading_zh);
    let joint = lang.pick(" ", "");
    Sheet {
        style,
        title: lang.pick(figure.title_en, figure.title_zh).to_owned(),
        reading: prepared.note.as_ref().map_or_else(|| reading.to_owned(), |note| format!("{reading}{joint}{note}")),
        caption: caption(figure, run, scenario, lang),
        facts: facts(figure, run, scenario, style),
    }
}

/// Characters of a digest that a caption shows.
const DIGEST: usize = 12;

fn caption(figure: &Figure, run: &Material<'_>, scenario: usize, lang: Lang) -> String {
    let summary = run.summary;
    let replications = whole(i64::from(summary.replications));
    let (seed, digest) = (run.seed, run.digest.get(..DIGEST).unwrap_or(&run.digest));
    let of = match figure.scope {
        Scope::Scenario => {
            let scenario = &summary.scenarios[scenario];
            let title = drawable(lang.pick(&scenario.title_en, &scenario.title_zh));
            let name = drawable(&scenario.name);
            match title.is_empty() || title == name {
                true => lang.pick(format!("Scenario {name}"), format!("方案 {name}")),
                false => lang.pick(format!("Scenario {name} ({title})"), format!("方案 {name}（{title}）")),
            }
        }
        Scope::Run => {
            let (n, baseline) = (summary.scenarios.len(), drawable(&summary.scenarios[scenario].name));
            lang.pick(format!("{n} scenarios, baseline {baseline}"), format!("{n} 个方案，基准方案 {baseline}"))
        }
    };
    lang.pick(
        format!("{of}; {replications} replications; seed {seed}; run {digest}"),
        format!("{of}；模拟 {replications} 次；种子 {seed}；运行摘要 {digest}"),
    )
}

fn facts(figure: &Figure, run: &Material<'_>, scenario: usize, style: Style) -> plots::Facts {
    let summary = run.summary;
    let scenarios = match figure.scope {
        Scope::Scenario => std::slice::from_ref(&summary.scenarios[scenario]),
        Scope::Run => summary.scenarios.as_slice(),
    };
    let joined =
        |of: fn(&crate::output::ScenarioSummary) -> &str| scenarios.iter().map(of).collect::<Vec<_>>().join(" ");
    vec![
        ("program", "lendmix".to_owned()),
        ("version", summary.version.clone()),
        ("chart", figure.id.to_owned()),
        ("scenario", joined(|scenario| &scenario.name)),
        ("scenario-digest", joined(|scenario| &scenario.digest)),
        ("replications", summary.replications.to_string()),
        ("seed", run.seed.to_string()),
        ("run-digest", run.digest.clone()),
        ("language", style.lang.key().to_owned()),
        ("width", style.width.key().to_owned()),
        ("colour", style.tone.key().to_owned()),
    ]
}

/// A text of a user's with a box in place of each character that the chart font does not have.
fn drawable(text: &str) -> String {
    let known = |character: char| plots::check_text(character.encode_utf8(&mut [0; 4])).is_ok();
    text.chars().map(|character| if known(character) { character } else { '□' }).collect()
}

#[cfg(test)]
mod tests;
