//! What decoding needs everywhere: the texts, the mistakes found so far, the years of the run.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;

use super::shocks::WorldNames;
use crate::scenario::diagnostics::Diag;
use crate::scenario::file::{self, NamedTable};
use crate::scenario::mistake::Mistake;
use crate::scenario::source::{FileId, Sources, Span};

/// Shared by all sections while one scenario is decoded.
#[derive(Debug, Default)]
pub struct Context {
    sources: RefCell<Sources>,
    diags: RefCell<Vec<Diag>>,
    tables: RefCell<Vec<NamedTable>>,
    /// First and last calendar year of the run; `None` while `[run]` is broken.
    pub years: Cell<Option<(i32, i32)>>,
    /// Whether the scenario is a reduction in which whatever is not written is switched off.
    pub laboratory: Cell<bool>,
    /// Organisations of each name that a list writes: the first and how many.
    pub organisation_sets: RefCell<BTreeMap<String, (u32, u32)>>,
    /// Whether the organisations are broken: what is wrong with them is told once, not again where loans name one.
    pub organisations_broken: Cell<bool>,
    /// Largest number of a township that loans and organisations name.
    pub most_townships: Cell<u32>,
    /// Modes whose risk the world describes in a section of their own.
    pub mode_sections: Cell<[bool; 3]>,
    /// Names of the world that a policy may use.
    pub names: RefCell<WorldNames>,
    /// The loan ledger that the scenario names, once it is open.
    pub ledger: Cell<Option<FileId>>,
    /// Modes of which the ledger has loans.
    pub ledger_modes: Cell<[bool; 3]>,
}

impl Context {
    /// A context with the texts of the scenario files.
    pub fn new(sources: Sources) -> Context {
        Context { sources: RefCell::new(sources), ..Context::default() }
    }

    /// Notes a mistake; decoding goes on.
    pub fn report(&self, diag: Diag) {
        self.diags.borrow_mut().push(diag);
    }

    /// Notes a mistake at a place.
    pub fn report_at(&self, mistake: Mistake, place: Span) {
        self.report(Diag::at(mistake, place));
    }

    /// How many mistakes there are.
    pub fn mistakes(&self) -> usize {
        self.diags.borrow().len()
    }

    /// Opens a table that a scenario names, relative to the file that names it.
    pub fn open(&self, name: &str, named_at: Span) -> Option<FileId> {
        let path = self.sources.borrow().path_of(name, named_at.file);
        let shown = file::shown_beside(self.sources.borrow().shown(named_at.file), name);
        match file::read_table(&path, &shown, name) {
            Ok((text, table)) => {
                // A dated change of policy reads the tables of the policy once more.
                if !self.tables.borrow().contains(&table) {
                    self.tables.borrow_mut().push(table);
                }
                Some(self.sources.borrow_mut().add(&shown, Path::new(""), text))
            }
            Err(mistake) => {
                self.report_at(Mistake::File(mistake), named_at);
                None
            }
        }
    }

    /// A copy of the text of a file.
    pub fn text(&self, file: FileId) -> String {
        self.sources.borrow().text(file).to_owned()
    }

    /// Everything that was gathered.
    pub fn into_parts(self) -> (Sources, Vec<Diag>, Vec<NamedTable>) {
        (self.sources.into_inner(), self.diags.into_inner(), self.tables.into_inner())
    }
}
