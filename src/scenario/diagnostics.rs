//! A mistake with its places, and the list of all of them.

use super::mistake::{Mistake, Note};
use super::render;
use super::source::{Sources, Span};
use super::words::Message;
use crate::text::Lang;

/// One mistake: what is wrong, where, and which other places have to do with it.
#[derive(Clone, Debug)]
pub struct Diag {
    /// What is wrong, with the facts.
    pub mistake: Mistake,
    /// Where. `None` only if there is no file to point into.
    pub place: Option<Span>,
    /// Other places.
    pub notes: Vec<(Span, Note)>,
}

impl Diag {
    /// A mistake at a place.
    pub fn at(mistake: Mistake, place: Span) -> Diag {
        Diag { mistake, place: Some(place), notes: Vec::new() }
    }

    /// A mistake that no file shows.
    pub fn nowhere(mistake: Mistake) -> Diag {
        Diag { mistake, place: None, notes: Vec::new() }
    }

    /// The same with one more place.
    #[must_use]
    pub fn note(mut self, place: Span, note: Note) -> Diag {
        self.notes.push((place, note));
        self
    }
}

/// A mistake for a machine to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// File, line and column (in characters, from 1) that it points to.
    pub place: Option<(String, usize, usize)>,
    /// Its words.
    pub message: Message,
}

/// All mistakes of a scenario, by file and line, with the texts that they point into.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    sources: Sources,
    diags: Vec<Diag>,
}

impl Diagnostics {
    /// Puts mistakes in the order of files and lines.
    pub fn new(sources: Sources, mut diags: Vec<Diag>) -> Diagnostics {
        diags.sort_by_key(|diag| diag.place);
        Diagnostics { sources, diags }
    }

    /// The mistakes.
    pub fn diags(&self) -> &[Diag] {
        &self.diags
    }

    /// The texts they point into.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The list for `--json`.
    pub fn told(&self, lang: Lang) -> Vec<Told> {
        let place =
            |span: Span| (self.sources.shown(span.file).to_owned(), self.sources.line(span), self.sources.column(span));
        self.diags
            .iter()
            .map(|diag| Told { place: diag.place.map(place), message: diag.mistake.message(lang) })
            .collect()
    }

    /// The whole list as text, with a count at the end; `colour` is the caller's decision.
    pub fn render(&self, lang: Lang, colour: bool) -> String {
        render::render(self, lang, colour)
    }
}

/// In English, without colour: for programs that use the library.
impl std::fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render(Lang::En, false))
    }
}

impl std::error::Error for Diagnostics {}
