//! `lendmix list`: reference tables, made from the code.

use crate::distribution::DISTRIBUTIONS;
use crate::figures::{FIGURES, Need};
use crate::metrics::{self, Column, KeyColumn};
use crate::output::names;
use crate::scenario::reference_rows;
use crate::text::Lang;
use crate::text::words::{common, list as words};

use super::arguments::Listing;
use super::init::BASE;
use super::{Outcome, print, screen};

/// Prints a reference table.
pub fn run(what: Listing, lang: Lang) -> Outcome {
    print::to_stdout(&match what {
        Listing::Columns => columns(lang),
        Listing::Distributions => distributions(lang),
        Listing::Keys => keys("", lang),
        Listing::Levers => keys("policy.", lang),
        Listing::Charts => charts(lang),
    })
}

fn charts(lang: Lang) -> String {
    let mut text = String::new();
    for figure in &FIGURES {
        let needs = match figure.need {
            Need::Summary => names::SUMMARY_JSON,
            Need::Replications => names::REPLICATIONS,
        };
        let drawn_by = figure.commands.join(common::comma(lang));
        let title = (figure.title)(lang);
        let reading = (figure.reading)(lang);
        text.push_str(&words::chart(lang, figure.id, title, reading, needs, drawn_by));
    }
    if screen::is_terminal() { screen::wrapped(&text, "  ") + "\n" } else { text }
}

fn columns(lang: Lang) -> String {
    let tables = [
        ("replications.parquet", facts(&metrics::REPLICATION_KEYS, &metrics::REPLICATION_COLUMNS, lang)),
        ("months.parquet", facts(&metrics::MONTH_KEYS, &metrics::MONTH_COLUMNS, lang)),
        ("townships.parquet", facts(&metrics::TOWNSHIP_KEYS, &metrics::TOWNSHIP_COLUMNS, lang)),
        ("groups.parquet", facts(&metrics::GROUP_KEYS, &metrics::GROUP_COLUMNS, lang)),
    ];
    let mut text = String::new();
    for (file, rows) in tables {
        let mut table = screen::table();
        table.set_header([words::column(lang), words::unit(lang), words::meaning(lang)]);
        table.add_rows(rows);
        text.push_str(&format!("{file}\n{}\n\n", screen::reference(table)));
    }
    text
}

/// Name, unit and meaning of every column of a table.
fn facts<R>(keys: &[KeyColumn], columns: &[Column<R>], lang: Lang) -> Vec<[&'static str; 3]> {
    let keys = keys.iter().map(|key| [key.id, lang.pick(key.unit.en(), key.unit.zh()), lang.pick(key.en, key.zh)]);
    let columns = columns.iter().map(|c| [c.id, lang.pick(c.unit.en(), c.unit.zh()), lang.pick(c.en, c.zh)]);
    keys.chain(columns).collect()
}

/// Keys below a path, with what the base case sets.
fn keys(below: &str, lang: Lang) -> String {
    let mut table = screen::table();
    table.set_header([
        words::key(lang),
        words::unit(lang),
        words::allowed(lang),
        words::if_absent(lang),
        words::base_case(lang),
        words::meaning(lang),
    ]);
    for row in reference_rows(BASE).iter().filter(|row| row.path.starts_with(below)) {
        let value = row.value.as_deref().unwrap_or("–");
        let (allowed, absence) = (row.allowed(), row.absence(lang));
        table.add_row([&row.path, row.unit(lang), &allowed, &absence, value, row.key.sense(lang)]);
    }
    screen::reference(table) + "\n"
}

fn distributions(lang: Lang) -> String {
    let mut table = screen::table();
    table.set_header([words::distribution(lang), words::give(lang), words::optional(lang), words::meaning(lang)]);
    for law in DISTRIBUTIONS {
        let give: Vec<String> = law.alternatives.iter().map(|keys| keys.join(", ")).collect();
        table.add_row([law.name, &give.join(" | "), &law.optional.join(", "), lang.pick(law.en, law.zh)]);
    }
    screen::reference(table) + "\n"
}
