//! What stands behind the numbers: warnings, method, every value with who set it, how to reproduce.

use super::View;
use super::assumptions::{grade_words, key_of};
use super::document::{Block, Section, Table};
use super::values::{Change, changes, stated};
use crate::scenario::keys::{Key, reference};
use crate::scenario::{Evidence, Scenario, ValueOrigin};
use crate::text::words::{common, report as words};
use crate::text::{Lang, percent, whole};

/// Characters of a value that the table shows.
const SHOWN: usize = 160;

/// The sections.
pub fn sections(view: &View<'_, '_>) -> Vec<Section> {
    [Some(method(view)), Some(parameters(view)), warnings(view), Some(reproduce(view))].into_iter().flatten().collect()
}

fn warnings(view: &View<'_, '_>) -> Option<Section> {
    let lang = view.lang;
    let summary = view.source.run.summary;
    let several = summary.scenarios.len() > 1;
    let of = |place: usize| (view.source.warnings)(place, lang);
    let mut blocks = Vec::new();
    for (place, scenario) in summary.scenarios.iter().enumerate() {
        let found = of(place);
        if found.is_empty() {
            continue;
        }
        blocks.extend(several.then(|| Block::Heading(crate::figures::title(scenario, summary, lang))));
        blocks.push(Block::List(found));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(words::no_warnings(lang).to_owned()));
    }
    Some(Section { id: "warnings", title: words::section_warnings(lang).to_owned(), blocks })
}

fn method(view: &View<'_, '_>) -> Section {
    let lang = view.lang;
    let level = percent(view.source.run.summary.confidence, 0);
    let n = whole(i64::from(view.replications()));
    let mut list = vec![
        words::method_model(lang).to_owned(),
        words::method_replications(lang, n),
        words::method_intervals(lang, level),
    ];
    list.push(words::method_depletion(lang).to_owned());
    list.push(words::method_recovery(lang).to_owned());
    list.push(words::method_gain(lang).to_owned());
    list.push(words::method_cost(lang).to_owned());
    if !view.comparisons().is_empty() {
        list.push(words::method_comparison(lang).to_owned());
    }
    list.push(words::method_lines(lang, percent(super::reading::RARE, 0), percent(super::reading::LIKELY, 0)));
    list.push(words::method_limits(lang).to_owned());
    Section { id: "method", title: words::section_method(lang).to_owned(), blocks: vec![Block::List(list)] }
}

fn parameters(view: &View<'_, '_>) -> Section {
    let lang = view.lang;
    let title = words::section_parameters(lang).to_owned();
    let Some(scenario) = view.base_scenario() else {
        return Section { id: "parameters", title, blocks: vec![Block::Text(words::values_not_kept(lang).to_owned())] };
    };
    let keys = reference();
    let others = view.source.scenarios.iter().filter(|other| other.name != scenario.name);
    let changed = others.map(|other| Block::Table(changed(view, scenario, other, &keys)));
    let mut blocks = values(scenario, lang);
    // What the scenarios change stands before the long list.
    blocks.splice(NOTES..NOTES, changed);
    Section { id: "parameters", title, blocks }
}

/// Paragraphs before the tables of values.
const NOTES: usize = 2;

/// Every value of a scenario with source and grade, below [`NOTES`] paragraphs.
pub fn values(scenario: &Scenario, lang: Lang) -> Vec<Block> {
    let keys = reference();
    let origins: Vec<&ValueOrigin> = stated(scenario).collect();
    let parts = origins.chunk_by(|one, other| section_of(&one.path) == section_of(&other.path));
    let notes = [words::parameters_note(lang).to_owned(), graded(scenario, lang)].map(Block::Text);
    notes.into_iter().chain(parts.map(|part| Block::Table(table(part, &keys, lang)))).collect()
}

/// How many values have which grade, and how many were fitted.
fn graded(scenario: &Scenario, lang: Lang) -> String {
    let values: Vec<&ValueOrigin> = stated(scenario).collect();
    let evidence: Vec<Evidence> =
        values.iter().map(|origin| origin.comment.as_deref().map(Evidence::of).unwrap_or_default()).collect();
    let count = |wanted: crate::scenario::Grade| evidence.iter().filter(|one| one.grade == Some(wanted)).count();
    use crate::scenario::Grade::{Assumption, High, Low, Medium};
    let fitted = evidence.iter().filter(|one| one.fitted).count();
    let none = evidence.iter().filter(|one| one.grade.is_none()).count();
    words::graded(lang, values.len(), count(High), count(Medium), count(Low), count(Assumption), none, fitted)
}

/// The section of a path: all but its last step.
fn section_of(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(section, _)| section)
}

fn table(part: &[&ValueOrigin], keys: &[(String, &'static Key)], lang: Lang) -> Table {
    let section = part.first().map_or("", |origin| section_of(&origin.path));
    let row = |origin: &&ValueOrigin| {
        let key = key_of(&origin.path, keys);
        let name = origin.path.rsplit('.').next().unwrap_or(&origin.path);
        let meaning = key.map_or_else(String::new, |key| key.sense(lang).to_owned());
        let unit = key.and_then(|key| key.unit()).map_or("", |unit| unit.words(lang));
        vec![
            words::name_and_meaning(lang, name, meaning).trim_end_matches(['：', ':', ' ']).to_owned(),
            shown(&origin.value),
            unit.to_owned(),
            set_by(origin, lang),
            origin.comment.clone().unwrap_or_default(),
            grade(origin, lang),
        ]
    };
    let headings = [
        words::column_value(lang),
        words::column_is(lang),
        words::column_unit(lang),
        words::column_set_by(lang),
        words::column_source(lang),
        words::column_grade(lang),
    ];
    Table {
        caption: if section.is_empty() {
            part.first().map_or_else(String::new, |one| one.path.clone())
        } else {
            format!("[{section}]")
        },
        headings: headings.map(str::to_owned).to_vec(),
        rows: part.iter().map(row).collect(),
        words: 6,
        dense: true,
        ..Table::default()
    }
}

fn shown(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// A file without its folder and the line; an option as it was typed.
fn place(file: &str, line: Option<usize>) -> String {
    line.map_or_else(|| file.to_owned(), |line| format!("{}:{line}", file.rsplit('/').next().unwrap_or(file)))
}

fn set_by(origin: &ValueOrigin, lang: Lang) -> String {
    let here = place(&origin.file, origin.line);
    match &origin.overrides {
        Some(before) => words::set_instead(lang, here, shown(&before.value), place(&before.file, before.line)),
        None => here,
    }
}

fn grade(origin: &ValueOrigin, lang: Lang) -> String {
    let Some(comment) = &origin.comment else { return "–".to_owned() };
    let evidence = Evidence::of(comment);
    let grade = evidence.grade.map(|grade| grade_words(grade, lang));
    let fitted = evidence.fitted.then(|| words::fitted(lang));
    let both: Vec<&str> = fitted.into_iter().chain(grade).collect();
    if both.is_empty() { "–".to_owned() } else { both.join(common::part_comma(lang)) }
}

/// The values in which a scenario differs from the baseline.
fn changed(view: &View<'_, '_>, base: &Scenario, other: &Scenario, keys: &[(String, &'static Key)]) -> Table {
    let lang = view.lang;
    let dash = || "–".to_owned();
    let row = |change: &Change<'_>| {
        let meaning = key_of(change.path, keys).map_or_else(String::new, |key| key.sense(lang).to_owned());
        vec![
            words::name_and_meaning(lang, change.path, meaning),
            change.was.map_or_else(dash, |was| shown(&was.value)),
            change.is.map_or_else(dash, |is| shown(&is.value)),
            change.is.map_or_else(String::new, |is| place(&is.file, is.line)),
        ]
    };
    let rows: Vec<Vec<String>> = changes(base, other).iter().map(row).collect();
    let note = if rows.is_empty() { words::nothing_changed(lang).to_owned() } else { String::new() };
    Table {
        caption: words::changed_caption(lang, view.name_of(&other.name)),
        headings: [words::column_value(lang), words::baseline(lang), words::scenario(lang), words::column_set_by(lang)]
            .map(str::to_owned)
            .to_vec(),
        rows,
        words: 4,
        note,
        dense: true,
    }
}

fn reproduce(view: &View<'_, '_>) -> Section {
    let lang = view.lang;
    let run = &view.source.run;
    let facts = Facts {
        version: &run.summary.version,
        seed: run.seed,
        replications: view.replications(),
        digest: &run.digest,
        lock_file: &view.source.lock_file,
        scenarios: run.summary.scenarios.iter().map(|one| (one.name.as_str(), one.digest.as_str())).collect(),
    };
    let blocks = vec![
        Block::Text(words::reproduce_how(lang).to_owned()),
        Block::Command("lendmix reproduce RUN".to_owned()),
        Block::Text(words::verify_how(lang).to_owned()),
        Block::Command("lendmix check-run RUN".to_owned()),
        Block::Command("lendmix verify RUN/report.html".to_owned()),
        Block::Table(facts.table(lang)),
    ];
    Section { id: "reproduce", title: words::section_reproduce(lang).to_owned(), blocks }
}

/// What identifies a run.
pub struct Facts<'a> {
    /// Version of the program.
    pub version: &'a str,
    /// Seed.
    pub seed: u64,
    /// Replications.
    pub replications: u32,
    /// Digest of the run.
    pub digest: &'a str,
    /// Digest of the dependencies' versions.
    pub lock_file: &'a str,
    /// Names and digests of the scenarios.
    pub scenarios: Vec<(&'a str, &'a str)>,
}

impl Facts<'_> {
    /// The table.
    pub fn table(&self, lang: Lang) -> Table {
        let mut rows = vec![
            vec![words::fact_version(lang).to_owned(), format!("lendmix {}", self.version)],
            vec![words::fact_seed(lang).to_owned(), self.seed.to_string()],
            vec![words::fact_replications(lang).to_owned(), whole(i64::from(self.replications))],
            vec![words::fact_run(lang).to_owned(), self.digest.to_owned()],
            vec![words::fact_lock_file(lang).to_owned(), self.lock_file.to_owned()],
        ];
        rows.extend(
            self.scenarios.iter().map(|(name, digest)| vec![words::fact_scenario(lang, name), (*digest).to_owned()]),
        );
        Table {
            caption: words::facts_caption(lang).to_owned(),
            headings: vec![words::column_fact(lang).to_owned(), words::column_is(lang).to_owned()],
            rows,
            words: 2,
            dense: true,
            ..Table::default()
        }
    }
}
