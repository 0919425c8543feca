//! What a report says, for a terminal: the decision card, the findings, and the comparison where there is one.

use crate::cli::screen;
use crate::report::{Block, Card, Document, Section, Table};
use crate::text::Lang;
use crate::text::words::report as words;

/// Columns of the headings before the card's text, and of the first column of a table.
const HEADING: usize = 24;

/// The page.
pub fn text(document: &Document) -> String {
    let heading = screen::wrapped(&format!("{}\n{}", document.title, document.about), "") + "\n\n";
    let notices = match document.notices.as_slice() {
        [] => String::new(),
        notices => screen::notes(notices) + "\n",
    };
    let sections: String = document.sections.iter().map(section).collect();
    let footer = screen::wrapped(&document.footer, "") + "\n";
    heading + &notices + &card(&document.card, document.lang) + &sections + &footer
}

fn card(card: &Card, lang: Lang) -> String {
    let row = |heading: &str, lines: &[String]| [screen::column(heading, HEADING), lines.join("\n")];
    let mut rows = vec![row(words::card_question(lang), std::slice::from_ref(&card.question))];
    if !card.expected.is_empty() {
        rows.push(row(words::card_expected(lang), std::slice::from_ref(&card.expected)));
    }
    rows.push(row(words::card_reading(lang), &card.reading));
    for number in &card.numbers {
        let value = format!("{} {}", number.value, number.interval);
        let lines: Vec<String> = std::iter::once(value.trim_end().to_owned()).chain(number.notes.clone()).collect();
        rows.push(row(&number.label, &lines));
    }
    if !card.cost.is_empty() {
        rows.push(row(&card.cost_heading, &card.cost));
    }
    let assumption = |(place, one): (usize, &crate::report::Assumption)| {
        format!("{}. {} ({}): {}", place + 1, one.meaning, one.path, one.said)
    };
    let assumptions = card.assumptions.iter().enumerate().map(assumption);
    let assumptions: Vec<String> = assumptions.chain(std::iter::once(card.rule.clone())).collect();
    rows.push(row(words::card_assumptions(lang), &assumptions));
    let against = card.against.as_ref().map(|against| table(against) + "\n").unwrap_or_default();
    let intervals = screen::wrapped(&card.intervals, "") + "\n\n";
    screen::pairs(rows) + &intervals + &against
}

fn section(section: &Section) -> String {
    let blocks: String = section.blocks.iter().map(block).collect();
    format!("{}\n\n{blocks}", screen::wrapped(&section.title, ""))
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) | Block::Heading(text) | Block::Command(text) => screen::wrapped(text, "") + "\n\n",
        Block::List(list) => {
            let entries = list.iter().map(|entry| screen::wrapped(&format!("- {entry}"), "  ") + "\n");
            entries.collect::<String>() + "\n"
        }
        Block::Table(found) => table(found) + "\n",
        Block::Charts(_) => String::new(),
    }
}

/// A table; where it is wider than the page, a number stands above its interval and what both come to below, and columns
/// that still find no room follow in a table of their own.
fn table(table: &Table) -> String {
    let caption = screen::wrapped(&table.caption, "") + "\n";
    let note = if table.note.is_empty() { String::new() } else { screen::wrapped(&table.note, "") + "\n" };
    let whole: Vec<usize> = (table.words..table.headings.len()).collect();
    let shown = built(table, &whole, |_, cell| cell.to_owned());
    if screen::width(&shown.trim_fmt()) <= screen::WIDTH {
        return format!("{caption}{}\n{note}", screen::aligned(shown, table.words));
    }
    let broken = |column: usize, cell: &str| match column < table.words {
        true => screen::column(cell, HEADING),
        false => cell.replacen(" [", "\n[", 1).replace("], ", "]\n").replace("]，", "]\n"),
    };
    let rows = || std::iter::once(&table.headings).chain(&table.rows);
    let width = |column: usize| {
        let cells = rows().filter_map(|row| row.get(column)).map(|cell| screen::width(&broken(column, cell)));
        cells.max().unwrap_or(0)
    };
    let first: usize = (0..table.words).map(|column| width(column) + screen::BETWEEN).sum();
    let widths: Vec<usize> = whole.iter().map(|column| width(*column)).collect();
    let parts = screen::side_by_side(first, &widths).into_iter().map(|run| {
        let columns: Vec<usize> = run.map(|column| table.words + column).collect();
        screen::aligned(built(table, &columns, broken), table.words) + "\n"
    });
    caption + &parts.collect::<Vec<_>>().join("\n") + &note
}

/// The columns of words and some of the others.
fn built(table: &Table, columns: &[usize], cell: impl Fn(usize, &str) -> String) -> comfy_table::Table {
    let row = |row: &Vec<String>| -> Vec<String> {
        let chosen = (0..table.words).chain(columns.iter().copied());
        chosen.map(|column| cell(column, row.get(column).map_or("", String::as_str))).collect()
    };
    let mut built = screen::table();
    built.set_header(row(&table.headings));
    built.add_rows(table.rows.iter().map(row));
    built
}
