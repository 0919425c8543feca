//! A mistake with its places, and the list of all of them.

use super::mistake::{Mistake, Note};
use super::render;
use super::source::{Sources, Span};
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

    /// The whole list as text, with a count at the end; `colour` is the caller's decision.
    pub fn render(&self, lang: Lang, colour: bool) -> String {
        render::render(self, lang, colour)
    }
}
