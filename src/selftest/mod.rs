//! A check of the program on the user's own machine, about a minute, without any file: known answers, the same bits on
//! any number of threads and on every machine, and five closed forms against simulated runs.
//!
//! What is expected is computed here from formulas, apart from the model (`exact`), or printed in the literature.

mod answers;
mod bits;
mod exact;
mod forms;

use crate::scenario::Diagnostics;

/// What kind of check an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A function at a point where its value is known.
    KnownAnswer,
    /// Equal bits.
    Bits,
    /// A simulated number against its exact value.
    ClosedForm,
}

impl Kind {
    /// Name in files.
    pub fn key(self) -> &'static str {
        match self {
            Kind::KnownAnswer => "known_answer",
            Kind::Bits => "bits",
            Kind::ClosedForm => "closed_form",
        }
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Name.
    pub id: &'static str,
    /// What is checked, in English.
    pub en: &'static str,
    /// What is checked, in Chinese.
    pub zh: &'static str,
    /// What kind of check it is.
    pub kind: Kind,
    /// What was found.
    pub found: String,
    /// What is expected.
    pub expected: String,
    /// Standard error of what was found; none where it is no estimate.
    pub standard_error: Option<f64>,
    /// (found − expected) / standard error.
    pub z: Option<f64>,
    /// Whether it passed.
    pub passed: bool,
}

/// Standard errors that a simulated number may be away from its exact value.
pub const Z_MAX: f64 = 4.0;

/// Runs every check, the quick ones first; `done` is told of each as it comes.
///
/// # Errors
///
/// A scenario of the program itself that does not load: the program is broken.
pub fn run(mut done: impl FnMut(&Item)) -> Result<Vec<Item>, Diagnostics> {
    let mut items = Vec::new();
    let mut take = |item: Item| {
        done(&item);
        items.push(item);
    };
    answers::check().into_iter().for_each(&mut take);
    bits::check(&mut take)?;
    forms::check(&mut take)?;
    Ok(items)
}

#[cfg(test)]
mod tests;
