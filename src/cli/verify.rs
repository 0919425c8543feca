//! `lendmix verify`: which run a file came from, and whether it is still what that run wrote.

use std::path::{Path, PathBuf};

use crate::figures::{self, Drawn, Figure, figure};
use crate::output::{FinishedRun, Manifest, MapSummary, OutputError, is_map, open_map};
use crate::plots::{self, Style, Tone, Width};
use crate::text::Lang;
use crate::text::words::checks as words;

use super::chart::run_digest;
use super::failure::Failure;
use super::plot::material;
use super::{Outcome, print};

/// What was found out about a file.
enum Verdict {
    /// The manifest lists it, and it has the size and digest of the manifest.
    Unchanged,
    /// The manifest lists it with another size or digest.
    Changed,
    /// A chart that the run gives again, byte for byte.
    DrawnAgain,
    /// A chart that names the run, but is not what the run gives.
    OtherChart,
    /// It names another run than the one in the folder.
    OtherRun,
    /// It names a run, and no folder of one is near.
    NoRun,
    /// Nothing in or around it says where it is from.
    Unknown,
}

impl Verdict {
    fn is_good(&self) -> bool {
        matches!(self, Verdict::Unchanged | Verdict::DrawnAgain)
    }

    fn words(&self, lang: Lang) -> &'static str {
        match self {
            Verdict::Unchanged => words::unchanged(lang),
            Verdict::Changed => words::changed(lang),
            Verdict::DrawnAgain => words::drawn_again(lang),
            Verdict::OtherChart => words::other_chart(lang),
            Verdict::OtherRun => words::other_run(lang),
            Verdict::NoRun => words::no_run(lang),
            Verdict::Unknown => words::unknown(lang),
        }
    }
}

/// Verifies a file against the run in `run`, or against the run folder that it lies in.
pub fn run(file: &Path, run: Option<&Path>, lang: Lang) -> Outcome {
    if file.is_dir() {
        return Err(Failure::VerifyFolder(file.to_path_buf()));
    }
    let bytes = std::fs::read(file).map_err(|error| Failure::Read(file.to_path_buf(), error))?;
    let facts = plots::provenance(&bytes);
    let folder = run.map(Path::to_path_buf).or_else(|| folder_around(file));
    let verdict = match &folder {
        None if facts.is_empty() => Verdict::Unknown,
        None => Verdict::NoRun,
        Some(folder) => judge(file, &bytes, &facts, folder)?,
    };
    let mut text = format!("{}\n", file.display());
    for (name, value) in &facts {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    if let Some(folder) = &folder {
        text.push_str(&format!("  {}\n", words::run_folder(lang, folder.display())));
    }
    let is_manifest = |folder: &PathBuf| is_same(file, &folder.join(crate::output::names::MANIFEST));
    let told = match folder.as_ref().filter(|folder| is_manifest(folder)) {
        Some(folder) => words::manifest_lists(lang, folder.display()),
        None => verdict.words(lang).to_owned(),
    };
    text.push_str(&format!("{told}\n"));
    print::to_stdout(&text)?;
    if verdict.is_good() { Ok(()) } else { Err(Failure::Told) }
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

/// The nearest folder above a file that holds a run.
fn folder_around(file: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(file).ok()?;
    let above = whole.ancestors().skip(1).take(4);
    above.into_iter().find(|folder| folder.join(crate::output::names::MANIFEST).is_file()).map(Path::to_path_buf)
}

/// The run or the map in a folder.
enum Origin {
    Run(Box<FinishedRun>),
    Map(Box<(Manifest, MapSummary)>),
}

impl Origin {
    fn open(folder: &Path) -> Result<Origin, OutputError> {
        match is_map(folder) {
            true => open_map(folder).map(|map| Origin::Map(Box::new(map))),
            false => FinishedRun::open(folder).map(|run| Origin::Run(Box::new(run))),
        }
    }

    fn manifest(&self) -> &Manifest {
        match self {
            Origin::Run(run) => run.manifest(),
            Origin::Map(map) => &map.0,
        }
    }

    fn draw(&self, figure: &Figure, scenario: Option<&str>, style: Style) -> Option<Drawn> {
        match self {
            Origin::Run(run) => {
                let scenario = run.scenarios().position(|name| Some(name) == scenario).unwrap_or(0);
                figures::draw(figure, &mut material(run).ok()?, scenario, style).ok()
            }
            Origin::Map(map) => {
                let (manifest, summary) = map.as_ref();
                figures::draw_map(figure, summary, manifest.seed, &run_digest(&manifest.files), style).ok()
            }
        }
    }
}

fn judge(file: &Path, bytes: &[u8], facts: &[(String, String)], folder: &Path) -> Result<Verdict, Failure> {
    let origin = Origin::open(folder)?;
    let fact = |name: &str| facts.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str());
    if let Some(name) = name_in(file, folder, origin.manifest()) {
        return Ok(match origin.manifest().verify(folder, &name) {
            Ok(()) => Verdict::Unchanged,
            Err(OutputError::WrongSize { .. } | OutputError::WrongDigest { .. }) => Verdict::Changed,
            Err(_) => Verdict::Unknown,
        });
    }
    Ok(match fact("run-digest") {
        None => Verdict::Unknown,
        Some(named) if named != run_digest(&origin.manifest().files) => Verdict::OtherRun,
        Some(_) if same_again(bytes, &fact, &origin) => Verdict::DrawnAgain,
        Some(_) => Verdict::OtherChart,
    })
}

/// The name under which the manifest lists a file of its folder.
fn name_in(file: &Path, folder: &Path, manifest: &Manifest) -> Option<String> {
    let (file, folder) = (file.canonicalize().ok()?, folder.canonicalize().ok()?);
    let inside = file.strip_prefix(folder).ok()?;
    let name = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    manifest.file(&name).map(|entry| entry.name.clone())
}

/// Whether the run gives these bytes when the chart is drawn as the file says it was.
fn same_again<'f>(bytes: &[u8], fact: &impl Fn(&str) -> Option<&'f str>, origin: &Origin) -> bool {
    let drawn = || {
        let style = Style {
            width: Width::ALL.into_iter().find(|width| Some(width.key()) == fact("width"))?,
            tone: Tone::ALL.into_iter().find(|tone| Some(tone.key()) == fact("colour"))?,
            lang: Lang::ALL.into_iter().find(|lang| Some(lang.key()) == fact("language"))?,
        };
        origin.draw(figure(fact("chart")?)?, fact("scenario"), style)
    };
    let Some(drawn) = drawn() else { return false };
    drawn.svg.as_bytes() == bytes || plots::svg_to_png(&drawn.svg).is_ok_and(|png| png == bytes)
}
