//! The report as data: what is said, in which order, without a word of how it looks.

use crate::text::Lang;

/// A whole report in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// Title of the scenario, or of the comparison.
    pub title: String,
    /// What was simulated, in a line.
    pub about: String,
    /// What a reader must know before the first number: a run that was stopped, too few replications.
    pub notices: Vec<String>,
    /// The decision card.
    pub card: Card,
    /// Everything else, in its order.
    pub sections: Vec<Section>,
    /// Where it comes from, in a line.
    pub footer: String,
}

/// The decision card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The question that the scenario asks, or its title.
    pub question: String,
    /// What was expected before the run; empty if nothing was.
    pub expected: String,
    /// The recommended reading.
    pub reading: Vec<String>,
    /// Heading of the three numbers: of which scenario they are.
    pub numbers_heading: String,
    /// The three numbers.
    pub numbers: Vec<Number>,
    /// What their brackets are.
    pub intervals: String,
    /// The same against the baseline, where there is one.
    pub against: Option<Table>,
    /// Heading of the cost.
    pub cost_heading: String,
    /// What it costs the budget.
    pub cost: Vec<String>,
    /// By which rule the assumptions were chosen, or why there are none.
    pub rule: String,
    /// The assumptions that could change the answer.
    pub assumptions: Vec<Assumption>,
}

/// One of the three numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Its interval; empty if there is none.
    pub interval: String,
    /// What belongs to it.
    pub notes: Vec<String>,
}

/// An assumption on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What the value means.
    pub meaning: String,
    /// Its key.
    pub path: String,
    /// Value, range and grade in words.
    pub said: String,
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A heading below the section's.
    Heading(String),
    /// Sentences in a list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// Charts side by side.
    Charts(Vec<Chart>),
    /// A command to type.
    Command(String),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Headings.
    pub headings: Vec<String>,
    /// Rows as long as the headings.
    pub rows: Vec<Vec<String>>,
    /// Columns from the left that hold words; all others hold numbers.
    pub words: usize,
    /// What to know when reading it.
    pub note: String,
    /// Whether its cells are long texts.
    pub dense: bool,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Name of the figure.
    pub id: &'static str,
    /// Title and how to read it, for those who cannot see it.
    pub alternative: String,
    /// Number and place of the data, under the chart.
    pub caption: String,
    /// The drawing.
    pub svg: String,
    /// Whether it needs the whole width.
    pub wide: bool,
}

impl Document {
    /// Every sentence and cell, for tests and searches.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = vec![&self.title, &self.about, &self.card.question, &self.card.rule];
        texts.extend(self.notices.iter().chain(&self.card.reading).chain(&self.card.cost).map(String::as_str));
        let tables = self.card.against.iter().chain(self.tables());
        texts.extend(tables.flat_map(|table| table.rows.iter().flatten()).map(String::as_str));
        for block in self.sections.iter().flat_map(|section| &section.blocks) {
            match block {
                Block::Text(text) | Block::Heading(text) | Block::Command(text) => texts.push(text),
                Block::List(list) => texts.extend(list.iter().map(String::as_str)),
                Block::Table(_) | Block::Charts(_) => {}
            }
        }
        texts
    }

    /// The tables of its sections.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}
