//! Templates of the tables and their description, from the declarations that the readers use.

use std::fmt::Write;

use super::columns::{Column, KNOWN_NAMES, MODES, STATUSES, Takes, Word};
use super::write::line;
use super::{ledger, organisations, roster};
use crate::scenario::keys::{Kind, Range};
use crate::scenario::words::{kind_words, number_words};
use crate::text::Lang;
use crate::text::Say;
use crate::text::words::common;
use crate::text::words::templates as words;

/// A file beside a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// Its text, with the byte order mark by which Excel knows a table for UTF-8.
    pub text: String,
}

/// The byte order mark.
pub const BOM: char = '\u{feff}';

/// The tables: file of the template, title, columns.
const TABLES: [(&str, Say, &[Column]); 3] = [
    ("roster-template.csv", words::roster, roster::COLUMNS),
    ("organisations-template.csv", words::organisations, organisations::COLUMNS),
    ("ledger-template.csv", words::ledger, ledger::COLUMNS),
];

/// Templates of all tables, two rows each, and the file that describes them.
pub fn templates(lang: Lang) -> Vec<Template> {
    let mut files: Vec<Template> = TABLES.iter().map(|(name, _, columns)| template(name, columns, lang)).collect();
    files.push(Template { name: "README-templates.md", text: description(lang) });
    files
}

fn template(name: &'static str, columns: &[Column], lang: Lang) -> Template {
    let row =
        |number: usize| columns.iter().map(move |column| lang.pick(column.examples[0], column.examples[1])[number]);
    let mut text = BOM.to_string();
    text.push_str(&line(columns.iter().map(|column| column.heading(lang).to_owned())));
    for number in 0..2 {
        text.push_str(&line(row(number).map(str::to_owned)));
    }
    Template { name, text }
}

/// Every column of every table: names, meaning, unit, what it takes, whether it is needed.
fn description(lang: Lang) -> String {
    let mut out = words::introduction(lang).to_owned();
    for (file, title, columns) in &TABLES {
        let _ = writeln!(out, "\n## {} (`{file}`)\n", title(lang));
        out.push_str(words::head_of_columns(lang));
        for column in *columns {
            let other = if lang == Lang::En { column.zh } else { column.name };
            let _ = writeln!(
                out,
                "| {} | {other} | {} | {} | {} | {} | {} |",
                column.heading(lang),
                lang.pick(column.meaning[0], column.meaning[1]),
                unit(column.takes, lang),
                takes(column.takes, lang),
                if column.needed { words::needed(lang) } else { words::not_needed(lang) },
                column.also.join(common::comma(lang)),
            );
        }
    }
    out.push_str(&synonyms(lang));
    out
}

fn unit(takes: Takes, lang: Lang) -> &'static str {
    match takes {
        Takes::Yuan(_) => words::unit_yuan(lang),
        Takes::Share => words::unit_share(lang),
        Takes::Month => words::unit_month(lang),
        _ => lang.pick("–", "—"),
    }
}

fn takes(takes: Takes, lang: Lang) -> String {
    match takes {
        Takes::Text => words::takes_text(lang).to_owned(),
        Takes::Name => words::takes_name(lang).to_owned(),
        Takes::Whole(range) => kind_words(Kind::Whole(range), lang),
        Takes::Number(range) | Takes::Yuan(range) => number_words(range, lang),
        Takes::Share => number_words(Range::SHARE, lang),
        Takes::Month => words::takes_month(lang).to_owned(),
        Takes::Mode => choices(&MODES, lang),
        Takes::Status => choices(&STATUSES, lang),
    }
}

fn choices(words: &[Word], lang: Lang) -> String {
    words.iter().map(|word| lang.pick(word.0, word.1)).collect::<Vec<_>>().join(common::comma(lang))
}

/// Words that stand for one another.
fn synonyms(lang: Lang) -> String {
    let mut out = words::head_of_words(lang).to_owned();
    for word in MODES.iter().chain(&STATUSES).chain(&KNOWN_NAMES) {
        let _ = writeln!(out, "| {} | {} | {} |", word.0, word.1, word.2.join(common::comma(lang)));
    }
    out
}
