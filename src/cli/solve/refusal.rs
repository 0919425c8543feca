//! Why a question cannot be asked of a file, in words.

use crate::text::words::{common, solve_refusal as words};
use crate::text::{Lang, number};

use super::measure::Measure;

/// Why a question cannot be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// An option that does not say what it should.
    Option {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
    },
    /// A condition that names no measure.
    NoMeasure {
        /// What was typed.
        typed: String,
    },
    /// A horizon beyond the end of the file's run.
    Horizon {
        /// Months asked for.
        asked: u32,
        /// Months of the file.
        months: u32,
    },
    /// More than one file.
    OneFile,
    /// More than one mix.
    OneMix,
    /// `--mix` where mixes are what is looked for.
    MixGiven,
    /// The file changes the lever at a date, or in another way does not take the value.
    NotTaken {
        /// Path of the key.
        key: String,
        /// The value that was set.
        value: f64,
        /// What holds instead in some month.
        found: Option<f64>,
    },
    /// The lever moves nothing in this file.
    NothingMoves(Idle),
    /// The opening fund is nothing, and no range was given.
    NoRange,
}

/// Why a lever moves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Organisations fail by a draw of their own.
    NoStructuralOrganisation,
    /// The development company fails by a draw of its own.
    NoStructuralCompany,
    /// Nothing is lent in the mode.
    ModeNotLent,
    /// Planned lending is held: no cap.
    LendingHeld,
}

impl Refusal {
    /// The refusal in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Refusal::Option { option, typed } => option_words(option, typed, lang),
            Refusal::NoMeasure { typed } => {
                let names = Measure::ALL.map(|measure| words::measure(lang, measure.key(), measure.label(lang)));
                words::no_measure(lang, typed, names.join(common::comma(lang)))
            }
            Refusal::Horizon { asked, months } => words::horizon(lang, asked, months),
            Refusal::OneFile => words::one_file(lang).to_owned(),
            Refusal::OneMix => words::one_mix(lang).to_owned(),
            Refusal::MixGiven => words::mix_given(lang).to_owned(),
            Refusal::NotTaken { key, value, found } => {
                let found = found.map_or_else(|| "–".to_owned(), |found| number(found, 4));
                words::not_taken(lang, key, value, found)
            }
            Refusal::NothingMoves(idle) => idle_words(*idle, lang).to_owned(),
            Refusal::NoRange => words::no_range(lang).to_owned(),
        }
    }
}

fn option_words(option: &str, typed: &str, lang: Lang) -> String {
    let allowed = match option {
        "--survive" => words::survive(lang),
        "--lent-min" => words::lent_min(lang),
        "--failing" => words::failing(lang),
        "--range" => words::range(lang),
        "--finest" => words::finest(lang),
        "--maximise" | "--minimise" => words::objective(lang),
        _ => words::another_value(lang),
    };
    words::option(lang, option, typed, allowed)
}

fn idle_words(idle: Idle, lang: Lang) -> &'static str {
    match idle {
        Idle::NoStructuralOrganisation => words::no_structural_organisation(lang),
        Idle::NoStructuralCompany => words::no_structural_company(lang),
        Idle::ModeNotLent => words::mode_not_lent(lang),
        Idle::LendingHeld => words::lending_held(lang),
    }
}
