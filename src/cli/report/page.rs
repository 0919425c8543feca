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
        rows.push(row(words::card_cost(lang), &card.cost));
    }
    let assumption = |(place, one): (usize, &crate::report::Assumption)| {
        format!("{}. {} ({}): {}", place + 1, one.meaning, one.path, one.said)
    };
    let assumptions = card.assumptions.iter().enumerate().map(assumption);
    let assumptions: Vec<String> = assumptions.chain(std::iter::once(card.rule.clone())).collect();
    rows.push(row(words::card_assumptions(lang), &assumptions));
    let against = card.against.as_ref().map(|against| table(against) + "\n").unwrap_or_default();
    let intervals = screen::wrapped(&card.intervals, "") + "\n\n";
    screen::pairs(rows) + &against + &intervals
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

/// A table; where it is wider than the page, a number stands above its interval, and what both come to below.
fn table(table: &Table) -> String {
    let broken = |column: usize, cell: &str| match column < table.words {
        true => screen::column(cell, HEADING),
        false => cell.replacen(" [", "\n[", 1).replace("], ", "]\n").replace("]，", "]\n"),
    };
    let mut shown = built(table, |_, cell| cell.to_owned());
    if screen::width(&shown.trim_fmt()) > screen::WIDTH {
        shown = built(table, broken);
    }
    let note = if table.note.is_empty() { String::new() } else { screen::wrapped(&table.note, "") + "\n" };
    format!("{}\n{}\n{note}", screen::wrapped(&table.caption, ""), screen::aligned(shown, table.words))
}

fn built(table: &Table, cell: impl Fn(usize, &str) -> String) -> comfy_table::Table {
    let row = |row: &Vec<String>| -> Vec<String> {
        row.iter().enumerate().map(|(column, text)| cell(column, text)).collect()
    };
    let mut built = screen::table();
    built.set_header(&table.headings);
    built.add_rows(table.rows.iter().map(row));
    built
}
