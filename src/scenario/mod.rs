//! Scenario files: what the county decides, what it does not control, how to simulate.
//!
//! Parse once: a [`Scenario`] that exists is valid, and a run cannot fail because of its input. Everything that is
//! wrong is reported at once, with file, line and column ([`Diagnostics`]).
//!
//! ```text
//! file ──parse──▶ tree with places ──inherit──▶ merged tree ──overrides──▶ the same ──decode──▶ Scenario
//! ```
//!
//! # What may be left out
//!
//! Economic values have no defaults. A key may be absent only where absence has one obvious meaning:
//!
//! | absent | means |
//! |---|---|
//! | `title`, `question`, `expected` | no text |
//! | `plan_month_weights`, `month_weights`, `township_weights` | equal weights |
//! | `suitability` | needed only if `placement = "open"` |
//! | `planned_lending_held` | false |
//! | `topup`, `regime`, `changes`, `payment_holidays`, `closed_modes` | none |
//! | `ramp_until`, `postpone_months` | the change holds at once; to the month after the holiday |
//! | `from` and `until`, or `event`, of a payment holiday | the other says when |
//! | `called_due` | `"when_called"` |
//! | `share_value_yuan` | land is no share |
//! | `suspension`, `reward`, `quota`, `screening`, `safeguards` or one of them | none |
//! | `monthly_suspended` | as `monthly` |
//! | `persistence`, `loadings` or a part of them | zero |
//! | `ability_logit`, `county_logit`, `by_copula` | zero, false |
//! | `yield_correlation` | zero |
//! | `cycle_amplitude` (then `cycle_months` too), `cycle_phase_months` | no cycle, zero |
//! | `township`, `industry` of a listed organisation | drawn |
//! | `loss_given_default` | only where cash decides the loss (`default = "structural"`; `contagion = "household_cash"` with `default = "none"`) |
//! | `[world.catastrophes]`, `[policy.insurance]`, `[policy.fund.surety]`, `industry_share_max` | none |
//! | `yield_loss`, `capital_loss_share`, `price_factor`, `price_factor_next`, `households_share`, `lasts_years`, `spread_annual`, `organisation_shift`, `forced_years` of a catastrophe | none; prices as they are, all households, one year |
//! | `steps` of an index insurance | it pays by the severity itself |
//! | `equity_share`, `invested_share` | only where the failure is not `"structural"` and there is no `dividend_share` |
//! | `[policy.renewal]`, `[policy.organisations]` or a part of it, `[policy.conversion]`, `wages`, `land_rent`, `dividend_share`, `forced_failures` | none |
//! | `[policy.<mode>]`, `[world.<mode>]` | the mode has `0` in `mix`: no loans |
//! | `[world.organisations]` | `pooled = 0` in `mix`: none |
//! | `[world.company]` | `fixed_benefit = 0` in `mix`: never fails |
//! | `[world.households]` | no default is `"structural"`, no contagion `"household_cash"`: no diversion, no effect of ability, no growth, subsistence 0, no saving, no illness, no labour given up |
//! | `ledger`, `loans` | no loans run at the start |
//! | `period` of a suspension, `outstanding_max_yuan`, `until` of a contribution, `count` of a listed organisation | year to date; none; once; one |
//! | `[world.industries]` | in addition no failure is `"structural"`: one industry `none` that produces nothing and keeps its capital |
//!
//! A file that says `laboratory = true` is a reduction to be compared with a closed form: there, whatever is not written is
//! switched off. The table of what that means stands in `scenarios/laboratory/README.md`.
//!
//! A section that is written is checked, needed or not. Years of a table and contributions after the end of the run are
//! left, so that a scenario may be cut short; a year of the run without a value and a contribution before the start are
//! mistakes.

mod canonical;
mod changes;
mod county;
mod csv;
mod decode;
mod diagnostics;
mod example;
mod file;
mod fit;
mod inherit;
pub mod keys;
pub mod mistake;
mod mixes;
mod nearest;
mod node;
mod overrides;
mod parse;
mod provenance;
mod reference;
mod render;
mod schema;
mod settings;
mod source;
mod stored;
#[cfg(test)]
mod tests;
mod words;

use std::path::Path;

pub use crate::model::county::PopulationDraw;
pub use changes::{ChangedValue, DatedChange, timetable_rows};
pub use county::SharedSetting;
pub use csv::{Template, templates, write_roster};
pub use diagnostics::{Diag, Diagnostics, Told};
pub use example::{ExampleFile, example};
pub use file::NamedTable;
pub use fit::{ColumnNames, FitFile, Measure, Parameter, Sum, Target, TargetStatus, TargetUnit, Tried};
pub use mixes::Mixed;
pub use overrides::Override;
pub use provenance::{Overridden, ValueOrigin, provenance_table};
pub use reference::{ReferenceRow, reference_rows};
pub use schema::{schema, schema_of_targets};
pub use settings::{RunSettings, Tables};
pub use source::{FileId, Sources, Span};
pub use stored::StoredTable;
pub use words::Message;

use self::decode::{Context, decode};
use self::mistake::Mistake;
use crate::draws::Seed;
use crate::model::county::County;
use crate::model::timetable::Timetable;
use crate::model::world::World;
use crate::text::Words;

/// A valid scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Name: the file's without its extension; with overrides, `name@leverage_max=8@50-30-20`.
    pub name: String,
    /// Title; empty if the file has none.
    pub title: Words,
    /// The question it answers; may be empty.
    pub question: Words,
    /// The answer expected before the run; may be empty.
    pub expected: Words,
    /// How to simulate.
    pub run: RunSettings,
    /// What the county decides, with its dated changes.
    pub policy: Timetable,
    /// The dated changes as the file states them, by date.
    pub changes: Vec<DatedChange>,
    /// What it does not control.
    pub world: World,
    /// Tables that the scenario names, with their bytes and digests.
    pub tables: Vec<NamedTable>,
    /// What was set over the file.
    pub overrides: Vec<Override>,
    /// Who set each value, in the order of the file.
    pub provenance: Vec<ValueOrigin>,
    /// `[policy]` and `[world]` in canonical form, without places and comments.
    canonical: String,
    /// Titles and questions as a scenario file writes them.
    stored_head: String,
    /// `[policy]` and `[world]` as a scenario file writes them, everything inherited included.
    stored_body: String,
}

/// What is decoded from a tree.
#[derive(Debug)]
pub struct Parts {
    title: Words,
    question: Words,
    expected: Words,
    run: RunSettings,
    policy: Timetable,
    changes: Vec<DatedChange>,
    world: World,
}

impl Scenario {
    /// Reads a scenario file with all that it extends and names.
    pub fn load(path: &Path) -> Result<Scenario, Diagnostics> {
        Scenario::load_with(path, &[])
    }

    /// Reads a scenario file as if a file on top had written `overrides`, the last one the nearest.
    pub fn load_with(path: &Path, overrides: &[Override]) -> Result<Scenario, Diagnostics> {
        let shown = source::shown_path(path);
        let name = path.file_stem().map_or_else(|| shown.clone(), |stem| stem.to_string_lossy().into_owned());
        let directory = path.parent().unwrap_or(Path::new(""));
        match file::read(path, &shown) {
            Ok((text, _)) => {
                let mut sources = Sources::default();
                let main = sources.add(&shown, directory, text);
                Scenario::read(&name, sources, main, Some(path), overrides)
            }
            Err(mistake) => Err(Diagnostics::new(Sources::default(), vec![Diag::nowhere(Mistake::File(mistake))])),
        }
    }

    /// Reads a scenario from text; files that it names are looked for in `directory`.
    pub fn from_text(name: &str, text: &str, directory: &Path) -> Result<Scenario, Diagnostics> {
        Scenario::from_text_with(name, text, directory, &[])
    }

    /// As [`Scenario::from_text`], with overrides on top.
    pub fn from_text_with(
        name: &str,
        text: &str,
        directory: &Path,
        overrides: &[Override],
    ) -> Result<Scenario, Diagnostics> {
        let mut sources = Sources::default();
        let main = sources.add(&format!("{name}.toml"), directory, text.to_owned());
        Scenario::read(name, sources, main, None, overrides)
    }

    fn read(
        name: &str,
        mut sources: Sources,
        main: FileId,
        path: Option<&Path>,
        overrides: &[Override],
    ) -> Result<Scenario, Diagnostics> {
        let laid = inherit::read(&mut sources, main, path);
        let root = match laid.and_then(|root| overrides::lay(root, overrides, &mut sources)) {
            Ok(root) => root,
            Err(diags) => return Err(Diagnostics::new(sources, diags)),
        };
        let provenance = provenance::of(&root, &sources);
        let cx = Context::new(sources);
        let parts = decode(&cx, &root);
        let (sources, diags, tables) = cx.into_parts();
        let Some(parts) = parts else { return Err(Diagnostics::new(sources, diags)) };
        let (stored_head, stored_body) = stored::parts(&root);
        Ok(Scenario {
            name: overrides::name(name, overrides),
            title: parts.title,
            question: parts.question,
            expected: parts.expected,
            run: parts.run,
            policy: parts.policy,
            changes: parts.changes,
            world: parts.world,
            tables,
            overrides: overrides.to_vec(),
            provenance,
            canonical: canonical::text(&root),
            stored_head,
            stored_body,
        })
    }

    /// Everything that a replication depends on, as text: one `path = value` a line, without comments or places.
    ///
    /// Titles, the number of replications and the choice of tables are left out, so that a run can be extended by
    /// more replications and keep those it has.
    pub fn canonical(&self) -> String {
        let mut text = format!(
            "run.start = {}\nrun.months = {}\nrun.seed = {}\nrun.population = {}\n",
            self.run.start,
            self.run.months,
            self.run.seed,
            self.run.population.key(),
        );
        text.push_str(&self.canonical);
        for table in &self.tables {
            text.push_str(&format!("sha256({:?}) = {}\n", table.name, table.sha256));
        }
        text
    }

    /// The county that it describes, ready to be simulated.
    pub fn county(&self) -> County {
        let run = &self.run;
        County::new(self.policy.clone(), self.world.clone(), run.start, run.months, Seed(run.seed), run.population)
    }

    /// The fund in the first month: the initial balance, its interest and that month's contributions.
    pub fn first_fund(&self) -> crate::units::Fen {
        crate::model::fund::opening(&self.county())
    }

    /// SHA-256 of [`Scenario::canonical`], in hex.
    pub fn digest(&self) -> String {
        file::sha256(self.canonical().as_bytes())
    }
}
